package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// tailPlace takes where the meeting is.
func (r *reader) tailPlace(t *tail, k int) (int, bool) {
	if t.relative && sees(r.p.Word(k-1)) && t.m.place == "" {
		if mn := r.p.Mention(k); mn != nil && mn.Type == fact.Location && mn.Start == r.p.Tokens[k].Start {
			t.m.place, t.m.placeID = mn.Name, mn.Actor // الاجتماع الذي شهدته ندى
			t.near = r.p.TokenAt(mn.End-1) + 1
			return t.near, true
		}
	}
	if k <= t.near+1 && r.has(k, wordTail) && r.venue(k) {
		if next, ok := r.venuePlace(t, k); ok {
			return next, true
		}
	}
	if !t.relative && len(t.m.parts) > 0 && r.p.Named(k) && r.otherwise(t.near, k) {
		return k, false // جماعات تنشط في قمرستان
	}
	if t.m.place != "" && r.town(k) && r.placed(k, max(t.near-3, t.m.at)) && r.wide(t.m.placeID) {
		t.m.place, t.m.placeID = "", "" // في الجنوب أمس في مدينة ندى
	}
	if t.topic && !r.area(k-1) && r.region(k) && !r.apart(k) {
		return k, false // حول الوضع في قمرستان
	}
	if k > t.near+1 && (k > t.near+4 || t.m.noun == "visit" && !r.leadsTo(t.near, k)) && !r.apart(k) || !r.placeAt(t.m, k) {
		return k, false
	}
	t.near = k + 2 // في العاصمة القمرستانية
	if mn := r.p.Mention(k); mn != nil {
		t.near = r.p.TokenAt(mn.End-1) + 1
	}
	return k + 1, true
}

// otherwise reports whether in [i, k) a verb that is none of talks takes the words elsewhere.
func (r *reader) otherwise(i, k int) bool {
	for j := max(i, k-5); j < k; j++ {
		if r.has(j, wordVerb) && r.talk[j] == 0 && !r.p.Has(j, page.Adverb|page.Preposition) {
			if t, verb := r.finite(j); verb && t == arabic.Present && !r.preposition(j-1) && !gathers(trimWaw(r.p.Word(j))) && !happens(trimWaw(r.p.Word(j))) {
				return true
			}
		}
	}
	return false
}

// happens reports whether w (folded) is a verb for taking place.
func happens(w string) bool {
	switch w {
	case "يتم", "تتم", "تدور", "يدور", "يقام", "تقام", "تجري", "يجري", "يكون", "تكون", "سيتم", "ستتم":
		return true
	}
	return false
}

// wide reports whether a place by its id is a state or region, in which a town may lie.
func (r *reader) wide(placeID string) bool {
	a := r.actor(placeID)
	return a != nil && (a.Kind == "state" || a.Kind == "region")
}

// region reports whether token k begins the name of a state or region.
func (r *reader) region(k int) bool {
	m := r.p.Mention(k)
	if m == nil || m.Type != fact.Location {
		return false
	}
	a := r.actor(m.Actor)
	return r.stateActs(m) || a != nil && a.Kind == "region"
}

// venue reports whether token k is a noun for where people sit, after في or with ب: «في فندق»,
// «في أحد فنادق», «بمقر».
func (r *reader) venue(k int) bool {
	if !seat(r.p.Word(k)) || r.area(k) {
		return false
	}
	switch r.p.Word(k - 1) {
	case "في", "داخل", "باحد":
		return true
	case "احد", "احدي":
		return r.p.Word(k-2) == "في"
	}
	return strings.HasPrefix(r.p.Word(k), "ب") && r.prefixed(k)
}

// venuePlace takes the town that the venue at token k is told to be in, over its name: «في
// مكتب البعثة في ندى», «في أحد فنادق العاصمة ندى».
func (r *reader) venuePlace(t *tail, k int) (int, bool) {
	for j := k + 1; j < t.lim && j < k+12; j++ {
		if _, verb := r.finite(j); verb || r.p.Mark(j) && r.p.Word(j) != "،" && !r.quoteMark(j) {
			break
		}
		if r.class(j) == lexicon.TalkRole && r.word(j).reading.Prep == 'b' {
			t.near = j // في مكتب البعثة بمشاركة سالم
			return j, true
		}
		if m := r.p.Mention(j); m == nil || m.Type != fact.Location || r.p.Word(j-1) == "،" || !r.town(j) && !r.area(j-1) || !r.area(j-1) && !r.placed(j, k) && !(strings.HasPrefix(r.p.Word(j), "ب") && r.prepositional(j)) {
			continue
		}
		if o := r.p.Mention(j); t.m.place == "" {
			t.m.place, t.m.placeID = o.Name, o.Actor
			t.m.own++
		}
		t.near = r.p.TokenAt(r.p.Mention(j).End-1) + 1
		return t.near, true
	}
	return k, false
}

// sees reports whether w says that a place has the meeting that a pronoun on it points to.
func sees(w string) bool {
	switch w {
	case "شهدته", "شهدتها", "شهدها", "شهده", "تشهده", "تشهدها", "يشهدها", "يشهده", "ستشهده", "ستشهدها":
		return true
	}
	return false
}

// apart reports whether the place at token k stands after في, and that after a comma:
// «اجتماعات لجنة المياه المشتركة، في العاصمة القمرستانية ندى».
func (r *reader) apart(k int) bool {
	for j := k - 1; j > 0 && j >= k-4; j-- {
		if r.p.Word(j) == "في" {
			return r.p.Word(j-1) == "،"
		}
		if !r.area(j) && !r.isAdjective(j) && !r.quoteMark(j) {
			return false
		}
	}
	return false
}

// leadsTo reports whether a noun that a place's name follows stands in [i, k), and
// nothing else but its adjectives: إلى العاصمة القمرستانية.
func (r *reader) leadsTo(i, k int) bool {
	area := false
	for ; i < k; i++ {
		switch {
		case r.area(i):
			area = true
		case !r.fills(i) && r.p.Word(i) != "الي":
			return false
		}
	}
	return area
}
