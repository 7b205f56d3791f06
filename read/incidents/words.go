package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// breaks reports whether w (folded) begins another clause: what follows it does
// not complement a verb before it.
func breaks(w string) bool {
	switch w {
	case "ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وان", "حيث", "عندما", "حين", "حينما", "فيما", "وفيما", "بينما", "وبينما", "لكن", "ولكن", "لكنه", "لكنها", "اذ", "كي", "لكي", "حتي",
		"مما", "كما", "وكما", "ثم", "لان", "لانه", "لانها", "غير", "الا", "بل", "اذا", "لو", "ما", "وما", "ام", "هل", "قائلا", "قائله", "وهو", "وهي", "وهم", "الامر", "علما", "فان", "فانه", "لذلك", "لذا", "وذلك", "بعدما", "قبلما", "كلما", "ريثما":
		return true
	}
	return phrases.Relative(w)
}

// quantifier reports whether w (folded) may stand before the noun that a phrase
// is about: آخر اجتماع، عدة غارات، سلسلة هجمات، أول زيارة.
func quantifier(w string) bool {
	switch arabic.Undet(w) {
	case "اخر", "اول", "عده", "بعض", "ثاني", "ثالث", "رابع", "خامس", "احدث", "سلسله", "عدد", "من", "جوله", "حمله", "عمليه", "عمليات", "اي", "كل", "جميع", "نحو", "حوالي", "عشرات", "مئات", "الاف", "احد", "احدي", "عددا", "جولات", "اوسع", "اعنف", "اكبر", "ابرز", "جلسه", "جلسات", "مزيد", "مختلف", "اسبوع", "ايام", "اسابيع", "حزمه", "مرحله", "موجه", "موجات":
		return true
	}
	return false
}

// occurs reports whether w (folded, without و or ف) is a verb that says of an event
// noun beside it that it takes or took place: وقع، اندلعت، جرت، انتهت، شهدت.
func occurs(w string) bool {
	if len(w) > 4 && strings.HasSuffix(w, "ت") && occursBase(w[:len(w)-2]) || len(w) > 6 && strings.HasSuffix(w, "تا") && occursBase(w[:len(w)-4]) ||
		len(w) > 4 && strings.HasSuffix(w, "ا") && occursBase(w[:len(w)-2]) {
		return true
	}
	return occursBase(w)
}

func occursBase(w string) bool {
	switch w {
	case "وقع", "حدث", "حصل", "جري", "جر", "دار", "اندلع", "نشب", "تجدد", "تواصل", "استمر", "بدا", "انطلق", "انتهي", "انته", "اختتم", "عقد", "انعقد", "شهد", "تم", "تمت", "اسفر", "ادي", "اد", "استونف", "استوءنف", "فشل", "احتدم", "تصاعد", "تفجر", "اشتعل", "توالي",
		"نفذ", "شن", "اجري", "خاض", "شارك", "تكثف", "تزامن", "توقف", "هز", "استهدف", "طال", "ضرب", "اوقع", "خلف", "تخلل", "اعقب", "تلا", "جاء", "تبن", "تبني", "ابرم", "وقعت", "شاركت", "نجم", "تعرض", "باشر", "واصل", "كثف", "شهدت", "اصيب", "قتل", "جرح", "لقي", "سقط", "ارتكب", "عقدت",
		"يجري", "تجري", "يدور", "تدور", "يتواصل", "تتواصل", "يستمر", "تستمر", "تشهد", "يشهد", "تقع", "يقع", "تحدث", "يحدث", "يشن", "تشن", "تنفذ", "ينفذ", "يخوض", "تخوض", "يواصل", "يعقد", "تعقد", "تستهدف", "يستهدف":
		return true
	}
	return false
}

// unreal reports whether w (folded, without particles) governs a deed that is not
// told as done: تهديد ب، احتمال، وقف، منع، دعوة إلى، ضرورة، تحقيق في.
func unreal(w string) bool {
	switch arabic.Undet(w) {
	case "تهديد", "تهديدات", "احتمال", "احتمالات", "احتماليه", "امكانيه", "امكان", "خطر", "مخاطر", "مخاوف", "خوف", "خوفا", "تحسبا", "خشيه", "وقف", "ايقاف", "انهاء", "منع", "تفادي", "تجنب", "دعوه", "دعوات", "ضروره", "اهميه", "سبل", "سبيل",
		"بهدف", "لاجل", "اجل", "هدف", "اهداف", "بغيه", "كيفيه", "ذكري", "تهمه", "تهم", "بتهمه", "بتهم", "شبهه", "مكافحه", "محاربه", "التزام", "تعهد", "وعد", "نيه", "عزم", "اعتزام", "امل", "رغبه", "قرار", "مشروع", "خطه", "خطط", "مخطط", "مخططات", "طلب", "مطالبه", "مطالب", "رفض", "عدم", "دون", "بدون",
		"لمنع", "لوقف", "لتفادي", "لتجنب", "لانهاء", "ضد", "مبادره", "مقترح", "اقتراح", "امكانات", "فرص", "فرصه", "استعداد", "مستقبل", "افاق", "افق", "شروط", "شرط", "موعد", "مواعيد", "استئناف", "استيناف", "عوده", "العوده", "تحريك", "انجاح", "نجاح", "عمليه", "مسار", "حال", "حاله", "انتظار", "مسووليه", "مسؤوليه", "ملف", "قضيه", "قضايا", "موضوع", "لجنه", "فكره",
		"حق", "اتهام", "اتهامات", "تورط", "ضلوع", "تحقيق", "تحقيقات", "التحقيق", "جهود", "جهد", "مساعي", "مسعي", "محاوله", "محاولات", "يمكن", "يجب", "ينبغي", "يريد", "تريد", "يعتزم", "تعتزم", "ينوي", "تنوي", "يهدد", "تهدد", "هدد", "هددت", "طالب", "طالبت", "دعا", "دعت", "يدعو", "تدعو", "لولا", "لو", "اذا", "هل", "يطالب", "تطالب", "يستعد", "تستعد", "مستعد", "مستعده", "مستعدون", "يامل", "تامل", "امكن", "كيف":
		return true
	}
	return false
}

// coming reports whether w (folded) says of a noun that it lies ahead: المقبل،
// المرتقبة، المزمع.
func coming(w string) bool {
	switch strings.TrimSuffix(arabic.Undet(w), "ه") {
	case "مقبل", "قادم", "مرتقب", "مزمع", "مقرر", "متوقع", "منتظر", "محتمل", "مفترض", "مقترح", "وشيك", "لاحق", "مقبلين", "مقبلون", "مستقبلي":
		return true
	}
	return false
}

// preposition is the preposition at token i as frames write it, with or without و
// before it, and whether it stands alone.
func preposition(w string) (string, bool) {
	if strings.HasPrefix(w, "و") && len(w) > 4 && w != "وسط" && w != "وراء" {
		w = w[2:]
	}
	switch w {
	case "في", "من", "الي", "علي", "عن", "مع", "بين", "ضد", "نحو", "باتجاه", "تجاه", "امام", "حول", "بشان", "وسط", "داخل", "قرب", "لدي", "خلال", "منذ", "بعد", "قبل", "عقب", "اثر", "جراء", "تحت", "عبر", "فوق", "خارج", "عند", "شمال", "جنوب", "شرق", "غرب", "بسبب", "نتيجه",
		"برعايه", "بمشاركه", "بحضور", "بقياده", "بدعم", "باسناد", "بواسطه", "باستخدام", "احتجاجا", "ضمن", "بحق", "قباله", "حيال", "ازاء", "بعيد", "قبيل", "اثناء", "بمناسبه", "حسب", "وفق", "بحسب", "وفقا", "بهدف", "بغيه", "دون", "رغم", "بموجب", "مقابل", "خلف", "الا", "علي يد":
		return w, true
	}
	return "", false
}

// personUnit reports whether token i is a noun for people who are counted: شخصا،
// جنديا، مدنيين.
func (r *reader) personUnit(i int) bool {
	_, _, ok := r.p.Find(i, lexicon.UnitWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		switch r.p.Lex.Units[s.Entry].Unit {
		case "people", "troops", "killed", "wounded", "detained", "fighters", "civilians", "families", "workers", "journalists", "guards":
			return rd.Prep == 0
		}
		return false
	})
	return ok
}

// number reports whether token i begins a number.
func (r *reader) number(i int) bool {
	if i >= len(r.p.Tokens) {
		return false
	}
	t := r.p.Tokens[i]
	return t.Kind == arabic.Number || t.Kind == arabic.Word && arabic.IsNumberWord(t.Word)
}

// instrument reports whether w (folded) is a thing that strikes and not one who
// acts: the subject of «سقطت قذيفة» did not do the deed.
func instrument(w string) bool {
	switch stem(w) {
	case "قذيف", "قذيفه", "قذائف", "صاروخ", "صواريخ", "سيار", "سياره", "سيارات", "سيارتان", "سيارتين", "عبو", "عبوه", "عبوات", "عبوتان", "عبوتين", "قنبل", "قنبله", "قنابل", "لغم", "الغام", "رصاص", "رصاصه", "انفجار", "انفجارات", "هجوم", "هجمات", "تفجير", "تفجيرات", "غار", "غاره", "غارات", "قصف", "حادث", "حادثه", "عمليه", "عملي", "عمليات",
		"دراجه", "دراج", "شاحنه", "حزام", "برميل", "براميل", "معارك", "اشتباكات", "مواجهات", "ضربه", "ضربات", "حرب", "اعتداء", "اعتداءات", "هجم", "عنف", "احداث", "شظايا":
		return true
	}
	return false
}
