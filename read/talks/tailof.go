package talks

import "strings"

// tailOf takes whose meeting it is, told with ل right after its noun: «الاجتماع القادم لقادة
// الدول», «قمة للاتحاد».
func (r *reader) tailOf(t *tail, k int) (int, bool) {
	switch t.m.noun {
	case "gathering", "summit", "conference":
	case "session":
		if t.m.ordinal == 0 && r.stem(t.m.at) == "دوره" {
			return k, false // الدورة الحالية للاتحاد: its presidency
		}
	default:
		return k, false
	}
	w, ok := strings.CutPrefix(r.p.Word(k), "ل")
	if !ok || k != t.from || len(t.m.parts) > 0 {
		return k, false
	}
	if stems.Of(w)&stemSide != 0 && (r.isDefinite(k+1) || r.p.Mention(k+1) != nil && w == "دول") && r.p.Mention(k) == nil {
		if _, _, _, office := r.officeAt(k); !office {
			next := r.extent(k, t.lim)
			name := strings.TrimPrefix(r.p.Source[r.p.Tokens[k].Start:r.p.Tokens[next-1].End], "ل")
			return t.join(r.one(party{at: span{k, next}, name: nominative(name, true), kind: 'g'}), "", next) // لقادة الدول
		}
	}
	if !r.prepositional(k) {
		return k, false
	}
	list, next := r.parties(k, t.lim)
	if len(list) == 0 || list[0].kind == 'l' || list[0].kind == 'p' && list[0].actor != "" {
		return k, false
	}
	return t.join(list, "", max(next, k+1))
}
