package talks

import (
	"mahdar/arabic"
	"mahdar/lexicon"
)

// tailMissing takes who is told not to be there: بغياب فلان، وسط مقاطعة الحركة.
func (r *reader) tailMissing(t *tail, k int) (int, bool) {
	if r.without(k) {
		list, next := r.parties(k+2, t.lim)
		t.m.addAll(list, "", "absent")
		if len(list) > 0 {
			t.near = next
		}
		return max(next, k+1), len(list) > 0
	}
	if r.class(k) != lexicon.TalkAttend {
		return k, false
	}
	next, ok := r.missing(t.m, k, t.lim)
	if ok {
		t.near = next
	}
	return next, ok
}

// missing puts to the meeting those whom the noun at token k tells not to be there, and
// returns the token after them.
func (r *reader) missing(m *meeting, k, lim int) (int, bool) {
	v, ok := r.is(k, lexicon.TalkAttend)
	if !ok || v != "absent" && v != "boycotted" || r.word(k).sense.Tense != arabic.Masdar {
		return k, false
	}
	follows := r.word(k).reading.Conj == 'w' && len(m.parts) > 0 && m.parts[len(m.parts)-1].at.last == k // بمشاركة الحركة وغياب الجبهة
	if !follows && (r.word(k).reading.Prep != 'b' || v == "boycotted") {                                 // «بمقاطعة الميناء» is where
		switch r.p.Word(k - 1) {
		case "في", "وسط", "رغم", "مع", "وفي", "ومع", "ووسط", "ظل", "ورغم":
		default:
			return k, false
		}
	}
	list, next := r.parties(k+1, lim)
	if len(list) == 0 {
		return k, false
	}
	m.addAll(list, "", v)
	if r.underHead(next) {
		if _, end, ok := r.somebody(next+1, lim); ok {
			next = end // غياب الحركة بقيادة سالم: he is not there either
		}
	}
	return next, true
}

// alsoAway takes who is told by the verb at token k, in the clause after the meeting's, to have kept
// away from it: «… وغاب عنه سالم», «… فيما قاطعته الحركة», «… وانسحب منها وفد الحركة».
func (r *reader) alsoAway(m *meeting, k int) {
	v, _ := r.is(k, lexicon.TalkAttend)
	if t := r.word(k).sense.Tense; t != arabic.Past && t != arabic.Present || r.denied(k) {
		return
	}
	from := k
	switch w := r.p.Word(k + 1); {
	case w == "عنه" || w == "عنها" || w == "منه" || w == "منها":
		from++
	case r.word(k).reading.Pronoun == "" || v != "boycotted":
		return
	}
	list, _ := r.after(from, r.clause(k).last)
	m.addAll(list, "", v)
}

// without reports whether token k says that what follows was held without somebody there: «{دون}
// مشاركة الحركة», «{بدون} حضور سالم».
func (r *reader) without(k int) bool {
	if !r.has(k, wordYields) {
		return false
	}
	switch trimWaw(r.p.Word(k)) {
	case "دون", "بدون":
	default:
		return false
	}
	v, ok := r.is(k+1, lexicon.TalkRole)
	return ok && (v == "present" || v == "party") && r.word(k+1).sense.Tense == arabic.Masdar
}
