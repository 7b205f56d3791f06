package talks

import (
	"strings"

	"mahdar/lexicon"
)

// ownConsent reports whether what a statement accepts is told by a noun for its speaker's consent,
// and takes the noun off: «أعلنت الحكومة {موافقتها على} فتح المعابر».
func (r *reader) ownConsent(c *span) bool {
	switch unowned(r.stem(c.first)) {
	case "موافقت", "موافقه", "قبول":
	default:
		return false
	}
	switch k := c.first + 1; {
	case r.p.Word(k) == "علي" && k+1 < c.last:
		c.first = k + 1
	case strings.HasPrefix(r.p.Word(k), "ب") && r.prefixed(k), isOffer(r.stem(k)): // قبولها خطة الوسطاء
		c.first = k
	default:
		return false
	}
	return true
}

// offered is what an offer that is accepted in c is to do, c itself where it does not say so: «اقتراح
// الوسيط ب{تجميد البناء}», «العرض الذي ينص على {إفراج الجبهة عن الأسرى}».
func (r *reader) offered(c span) span {
	if !isOffer(r.stem(c.first)) {
		return c
	}
	for k := c.first + 1; k < c.last && k < c.first+10; k++ {
		switch w := r.p.Word(k); {
		case r.has(k, stemProvides) && r.p.Word(k+1) == "علي" && k+2 < c.last && (r.action(k+2) || masdarShape(r.stem(k+2))):
			return span{k + 2, c.last}
		case r.p.Mark(k):
			return c
		case w == "بشرط" || w == "بشروط" || w == "شريطه": // على المقترح بشروط
			return span{c.first, k}
		case w == "الي" && k+1 < c.last && r.action(k+1) && !r.isDefinite(k+1): // دعوة الوسطاء إلى وقف القصف
			return span{k + 1, c.last}
		case strings.HasPrefix(w, "ب") && r.prefixed(k) && r.action(k):
			return span{k, c.last}
		}
	}
	return c
}

// isOffer reports whether w (a stem) is a noun for what is offered or asked.
func isOffer(w string) bool {
	switch strings.TrimPrefix(w, "ل") {
	case "اقتراح", "اقتراحا", "مقترح", "مقترحا", "عرض", "عرضا", "طلب", "طلبا", "خطه", "مبادره", "مطلب", "مطالب", "دعوه", "دعوات", "نداء", "ضغوط":
		return true
	}
	return false
}

// willCease reports whether w is a verb by which somebody will stop what he does: ستوقف، سيعلق.
func willCease(w string) bool {
	w = trimWaw(w)
	for _, p := range [...]string{"ست", "سي", "سن"} {
		if v, ok := strings.CutPrefix(w, p); ok {
			return strings.HasPrefix(v, "وقف") || strings.HasPrefix(v, "علق") || strings.HasPrefix(v, "جمد") || strings.HasPrefix(v, "نهي")
		}
	}
	return false
}

// fights reports whether w (a root) is a noun for fighting.
func fights(w string) bool {
	switch w {
	case "هجم", "هجمات", "عمليات", "ضربات", "غارات", "معركت", "معارك", "قتال", "كفاح", "نضال", "حرب", "قصف", "زحف":
		return true
	}
	return false
}

// ceasesFire reports whether content is to stop the fighting: «وقف المعارك», «التوقف عن القتال».
func (r *reader) ceasesFire(s span) bool {
	if !ceases(r.stem(s.first)) {
		return false
	}
	k := s.first + 1
	if r.p.Word(k) == "عن" {
		k++
	}
	return k < s.last && fights(root(r.stem(k)))
}

// putsOff reports whether token k says that something is put off or a meeting called off, which grants
// a wish and binds nobody: «وافق على تأجيل الاجتماع».
func (r *reader) putsOff(k int) bool {
	switch r.stem(k) {
	case "تاجيل", "ارجاء":
		return true
	case "الغاء":
		return r.class(k+1) == lexicon.TalkMeeting
	}
	return false
}
