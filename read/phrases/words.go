package phrases

import "mahdar/arabic"

// definiteNumeral reports whether w (folded) counts the definite noun before it: «الدول
// الثلاث».
func definiteNumeral(w string) bool {
	switch w {
	case "الثلاث", "الثلاثه", "الاربع", "الاربعه", "الخمس", "الخمسه", "الست", "السته", "السبع", "السبعه", "الثماني", "الثمانيه":
		return true
	}
	return false
}

// general reports whether w (folded) is the adjective of general offices and bodies,
// though a noun for the year as well: «مدعيها العام».
func general(w string) bool { return w == "العام" || w == "العامه" }

// toPress reports whether w (folded) tells that something was said to journalists.
func toPress(w string) bool {
	return len(w) >= 16 && w[:4] == "لل" && (w == "للصحفيين" || w == "للصحافيين" || w == "للاعلاميين")
}

// degree reports whether w (folded) tells how far a participle holds: «المعترف بها دوليا».
func degree(w string) bool {
	return w == "دوليا" || w == "رسميا" || w == "محليا" || w == "امميا"
}

// Demonstrative reports whether w (folded) may open a noun phrase, or be one by itself
// (رفض ذلك), though it stands among the adverbs.
func Demonstrative(w string) bool {
	switch w {
	case "هذا", "هذه", "ذلك", "تلك":
		return true
	}
	return false
}

// countable are heads after which «من» belongs to the phrase: عدد من، مجموعة من.
func countable(w string) bool {
	switch w {
	case "عدد", "كل", "مجموعه", "العديد", "كثير", "الكثير", "كلا", "اي", "واحد", "عددا", "وفد", "وفود", "فريق":
		return true
	}
	return false
}

// severalOf reports whether w (folded) heads an office of several in construct.
func severalOf(w string) bool {
	switch w {
	case "اعضاء", "وزراء", "قاده", "روساء", "سفراء", "نواب", "زعماء":
		return true
	}
	return false
}

// Belongs reports whether w (folded) is a participle whose complement with ل goes
// with it: التابع لـ، الموالي لـ.
func Belongs(w string) bool {
	switch arabic.Undet(w) {
	case "موال", "مقرب", "مقربه", "مقربين", "مقربون", "تابع", "تابعه", "تابعين", "تابعون", "موالي", "مواليه", "موالين", "مناهض", "مناهضه", "مناوي", "مناويه", "معارضه", "معارض":
		return true
	}
	return false
}
