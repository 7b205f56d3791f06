package statements

import (
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// duty reports whether «على» with its noun or pronoun at k says what somebody has
// to do: followed by أن or a noun of action.
func (r *reader) duty(d *draft, k int) bool {
	switch r.p.Word(k + 1) {
	case "استعداد", "قناعه", "ثقه", "يقين", "علم", "اطلاع", "اتصال", "تواصل", "خلاف", "وفاق", "اهبه":
		return false // «نحن على استعداد للتفاوض»: how somebody is
	}
	who := r.p.Word(k) != "علي" || phrases.Animate(r.p, k+1) || r.p.Named(k+1)
	if w := r.p.Word(k + 1); w == "اي" || w == "كل" || w == "من" {
		return r.whoever(d, k+2)
	}
	for j := k + 1; j < d.last && j < k+8; j++ {
		w := r.p.Word(j)
		if w == "ان" {
			return true
		}
		if r.is(j, isMasdar) && (who || r.p.Has(j, page.Definite)) {
			return true // but «على الطاولة خطة»
		}
		if who && r.p.Has(j, page.Relative) {
			return r.whoever(d, j+1) // «على الفصائل التي وقعت الاتفاق أن تنسحب»
		}
		if phrases.FiniteVerb(r.p, j) {
			return false
		}
	}
	return false
}

// whoever reports whether «على كل من», «على أي طرف» before token k goes on to say what he has to
// do after the clause that tells who he is: «على كل من يريد السلام أن يلقي سلاحه».
func (r *reader) whoever(d *draft, k int) bool {
	for j := k; j < d.last && j < k+14; j++ {
		switch w := r.p.Word(j); {
		case w == "ان":
			return !phrases.FiniteVerb(r.p, j-1) && !r.p.Has(j-1, page.Speech|page.Preposition) // «على من يرى أن»
		case r.is(j, isComma|isSemicolon|isColon):
			return false
		case r.is(j, isMasdar) && r.p.Has(j, page.Definite) && !phrases.FiniteVerb(r.p, j) && !r.p.Has(j-1, page.Preposition) && !r.is(j-1, isMasdar|isPast):
			return true
		}
	}
	return false
}
