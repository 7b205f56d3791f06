package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// ofWhom is who is to do what is asked for, where nothing but the words themselves tells:
// who leaves or keeps to something («انسحاب القوات», «تغير الحكومة سياستها»), or the state
// whose doing is to end («وقف النشاط الاستيطاني الإسرائيلي»); "" where they do not tell, or
// it is who asks.
func (r *reader) ofWhom(d *demand) string {
	s := d.content
	for s.first+1 < s.last && isNeed(strings.TrimPrefix(r.stem(s.first), "ب")) {
		s.first++
	}
	head := strings.TrimPrefix(r.stem(s.first), "ب")
	if w := strings.TrimPrefix(r.p.Word(s.first), "ب"); actsItself(w) || endsIt(w) {
		head = w // بالتزام, which is no بال and تزام
	}
	t, verb := r.finite(s.first)
	if own := actsItself(head); own || verb && t == arabic.Present {
		list, next := r.parties(s.first+1, min(s.last, s.first+10))
		if head == "قيام" && !r.prefixed(next) {
			return "" // of a state, not of what somebody does
		}
		if len(list) > 0 && list[0].at.first <= s.first+2 && !r.prepositional(list[0].at.first) && r.onlyCounts(s.first+1, list[0].at.first) && list[0].name != d.by {
			return joinNames(list)
		}
		if !own {
			return ""
		}
	}
	if endsIt(head) || head == "سحب" || head == "فتح" || head == "اطلاق" { // وقف قمرستان بناء السد
		list, next := r.parties(s.first+1, min(s.last, s.first+6))
		if len(list) == 1 && list[0].at.first == s.first+1 && r.p.Mention(s.first+1) != nil && next < s.last && !r.preposition(next) && !r.prefixed(next) && !r.p.Mark(next) && !r.isAdjective(next) && list[0].name != d.by {
			return list[0].name
		}
	}
	if actsItself(head) || endsIt(head) {
		return r.stateOfDeed(s, actsItself(head), d.by)
	}
	return ""
}

// isNeed reports whether w (a stem) only says that what follows is needed.
func isNeed(w string) bool {
	switch w {
	case "ضروره", "وجوب", "اهميه", "حتميه", "سرعه", "شرط":
		return true
	}
	return false
}

// actsItself reports whether w (a stem) is a noun of an action that has no object but its
// doer after it: انسحاب القوات، التزام الأطراف، عودة الوفد.
func actsItself(w string) bool {
	switch w {
	case "انسحاب", "التزام", "تمسك", "قيام", "تخلي", "توقف", "تراجع", "امتناع", "انخراط", "انضمام", "خروج", "عوده", "رجوع", "جلوس", "دخول", "مشاركه", "مغادره", "تعاون", "تعهد", "اعتراف",
		"استجابه", "موافقه", "احترام", "قبول", "رحيل", "اعتذار", "كف", "توقيع", "تنفيذ", "اعلان", "وفاء", "تقيد", "تحمل", "بدء", "تقديم", "ادراك", "ابداء", "امتثال", "اقرار", "تنازل", "تجاوب":
		return true
	}
	return false
}

// endsIt reports whether w (a stem) is a noun of ending something.
func endsIt(w string) bool {
	switch w {
	case "وقف", "ايقاف", "تجميد", "انهاء", "رفع", "تعليق", "الغاء", "تفكيك", "عدم", "تجميدا", "وقفا":
		return true
	}
	return false
}

// onlyCounts reports whether nothing but words that say how many or which stand from token k to
// the party at token last: «تمسك {جميع} الأطراف».
func (r *reader) onlyCounts(k, last int) bool {
	for ; k < last; k++ {
		switch r.stem(k) {
		case "جميع", "كل", "كافه", "كلا", "سائر", "ساير":
		default:
			return false
		}
	}
	return true
}

// stateOfDeed is the state whose adjective goes with a deed among the first words of s:
// «انسحاب إسرائيلي», «الانتهاكات الإسرائيلية»; land and people are no deeds. deed says
// that the first word is one.
func (r *reader) stateOfDeed(s span, deed bool, by string) string {
	for k := s.first + 1; k < s.last && k < s.first+8 && !r.stops(k) && !r.opens(k); k++ {
		if !r.p.Has(k, page.Nisba) {
			continue
		}
		_, n, ok := r.p.Find(k, lexicon.NisbaWord, nil)
		if !ok || !r.qualified(span{s.first + 1, k}, deed) {
			continue
		}
		if name := r.p.Lex.States[n.Entry].Name; name != by {
			return name
		}
		return ""
	}
	return ""
}

// qualified reports whether what an adjective after s goes with is a deed: the last noun of
// s, or where it has none the word before it, as deed says.
func (r *reader) qualified(s span, deed bool) bool {
	for k := s.last - 1; k >= s.first; k-- {
		if doing(r.stem(k)) {
			return true
		}
		if !r.isAdjective(k) && !r.p.Mark(k) {
			return false
		}
	}
	return deed
}

// doing reports whether w (a stem) is a noun for what a state does to others.
func doing(w string) bool {
	w = strings.TrimPrefix(w, "ل")
	for _, p := range [...]string{"استيطان", "نشاط", "انشطه", "انتهاك", "عدوان", "قصف", "غار", "هجم", "هجوم", "عملي", "احتلال", "حصار", "تدخل", "توسع", "عقوب", "ممارس", "اعتداء", "ضرب", "وجود", "حمل", "بناء", "تحرك", "استفزاز", "تهديد", "خطو", "اجراء", "تجارب", "مناور", "تصعيد", "دعم"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}
