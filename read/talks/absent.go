package talks

import (
	"mahdar/arabic"
	"mahdar/lexicon"
)

// tailMissing takes who is told not to be there: بغياب فلان، وسط مقاطعة الحركة.
func (r *reader) tailMissing(t *tail, k int) (int, bool) {
	v, ok := r.is(k, lexicon.TalkAttend)
	if !ok || v != "absent" && v != "boycotted" || r.word(k).sense.Tense != arabic.Masdar {
		return k, false
	}
	if r.word(k).reading.Prep != 'b' || v == "boycotted" { // «بمقاطعة الميناء» is where
		switch r.p.Word(k - 1) {
		case "في", "وسط", "رغم", "مع", "وفي", "ومع", "ووسط":
		default:
			return k, false
		}
	}
	list, next := r.parties(k+1, t.lim)
	if len(list) == 0 {
		return k, false
	}
	t.m.addAll(list, "", v)
	t.near = next
	return next, true
}
