package statements

import (
	"strings"

	"mahdar/fact"
	"mahdar/read/phrases"
)

// harms reports whether the deed that heads the content is one of war.
func (r *reader) harms(d *draft) bool {
	k := d.first
	switch stemAt(r.p, k) {
	case "انتقام", "ثار", "سحق", "قصف", "محو", "تدمير":
		return true
	case "رد":
		v := r.p.Word(k + 1)
		return v == "بقوه" || v == "بحزم" || v == "بقسوه" || v == "علي" && (strings.HasPrefix(stem(r.p.Word(k+3)), "هجوم") || strings.HasPrefix(stem(r.p.Word(k+2)), "هجوم") || strings.HasPrefix(stem(r.p.Word(k+2)), "هجمات"))
	case "مواصله", "تكثيف", "تصعيد", "استيناف", "شن", "توسيع":
		switch stem(r.p.Word(k + 1)) {
		case "قتال", "حرب", "هجمات", "هجوم", "عمليات", "عملياتهم", "عملياتها", "هجماتها", "هجماتهم", "ضربات", "قصف", "غارات", "مقاومه", "معركه":
			return true
		}
	}
	return false
}

// clings is what «تمسكه ب» says: of an agreement that its holder stands by it, of a right or a
// condition that he asks for it.
func (r *reader) clings(d *draft) string {
	for k := d.first + 1; k < d.last && k < d.first+5; k++ {
		switch w := r.p.Word(k); {
		case strings.HasPrefix(w, "بال"), strings.HasPrefix(w, "ب"):
			switch stem(strings.TrimPrefix(stem(w), "ب")) {
			case "هدنه", "اتفاق", "اتفاقيه", "التزام", "التزامات", "التزاماتها", "التزاماته", "تعهدات", "وقف", "سلام", "حوار", "عمليه", "خيار", "تفاهم", "تفاهمات", "مسار":
				return "pledge"
			case "مطالب", "مطلب", "حق", "حقوق", "حقوقها", "حقها", "حقه", "شروط", "شرط", "مطالبها", "مطالبه", "شروطها", "شروطه", "رحيل", "انسحاب":
				return "demand"
			}
			return "state"
		}
	}
	return "state"
}

// unless reports whether what is to come after token k is bound to what another one fails to do.
func (r *reader) unless(d *draft, k int) bool {
	for j := k + 1; j+2 < d.last && j < k+20; j++ {
		if w := r.p.Word(j); (w == "ما" || w == "اذا" || w == "ان") && r.p.Word(j+1) == "لم" {
			return true
		}
	}
	return false
}

// others reports whether the content begins with somebody who is not of the speaker's side as
// far as the article tells: a name or a noun for one side of many that his phrase has not.
func (r *reader) others(d *draft) bool {
	p := r.p
	if m := p.Mention(d.first); m != nil {
		return m.Type != fact.Location && m.Actor != ""
	}
	w := stem(p.Word(d.first))
	switch w {
	case "حركه", "متمردون", "متمردين", "فصايل", "معارضه", "نظام", "جماعه", "انفصاليون", "انفصاليين", "مسلحون", "مسلحين", "طرف", "خصوم", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "احتلال", "انقلابيون", "انقلابيين":
	default:
		return false
	}
	for i := d.speaker.phrase.first; i < d.speaker.phrase.last; i++ {
		if stem(p.Word(i)) == w {
			return false
		}
	}
	return stem(d.speaker.head) != w && !strings.HasPrefix(d.speaker.name, w)
}

// goesOnByItself reports whether the verb of the third person at token k, which would bind its
// subject, has for it a noun of talking that the content begins with: «تلك الاجتماعات
// ستواصل الجهود» binds nobody.
func (r *reader) goesOnByItself(d *draft, k int) bool {
	w := r.p.Word(k)
	if !strings.HasPrefix(w, "ست") && !strings.HasPrefix(w, "سي") {
		return false
	}
	i := d.first
	if phrases.Demonstrative(r.p.Word(i)) {
		i++
	}
	if i >= k || r.p.Named(i) {
		return false
	}
	switch w := stem(r.p.Word(i)); w {
	case "اجتماعات", "لقاءات", "اتصالات", "حوار":
		return true
	default:
		return w != "لجنه" && talksNoun(w)
	}
}
