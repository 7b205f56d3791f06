package phrases

import "mahdar/read/page"

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
// with it: التابع لـ، الموالي لـ. Of a token of the page, p.Has(i, page.Belonging) tells
// the same.
func Belongs(w string) bool { return page.ClassOf(w)&page.Belonging != 0 }
