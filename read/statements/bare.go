package statements

import (
	"strings"

	"mahdar/read/page"
	"mahdar/read/phrases"
)

// bare matches a report whose clause follows the subject without إن: «وقال بيان
// الوفد سيصل المبعوث غدا».
func (r *reader) bare(c *cue, lim int, m *match) bool {
	if !c.finite() || c.reading.Pronoun != "" || c.verb.Past != "قال" && c.verb.Class != "continue" {
		return false
	}
	np := span{c.last, phrases.Extent(r.p, c.last, phrases.Walk{Limit: lim})}
	if np.empty() || np.last >= lim-2 || !r.resolve(np).named && !phrases.Animate(r.p, np.first) {
		return false
	}
	if w := r.p.Word(np.last); !phrases.FiniteVerb(r.p, np.last) && !r.will(np.last) && !r.ofHimself(np.last) || w == "يدعي" || w == "تدعي" || c.verb.Past != "قال" && r.governsFinite(np.last) {
		return false // «عاد الوزير وأكد أن»
	}
	*m = match{zoneEnd: np.last, content: np.last, subject: np, rule: "statements.bare"}
	return true
}

// ofHimself reports whether the words at k are those of one who speaks of himself: «وقال سالم
// نحن مستعدون», «وقال سالم لن نتراجع».
func (r *reader) ofHimself(k int) bool {
	switch w := r.p.Word(k); w {
	case "نحن", "انا", "اننا", "انني", "لسنا", "لست", "لدينا":
		return true
	case "لن", "لا", "لم":
		v := r.p.Word(k + 1)
		return len(v) > 6 && strings.HasPrefix(v, "ن") && r.p.Has(k+1, page.Finite) || v == "نريد" || v == "نقبل" || v == "نتراجع"
	}
	return false
}
