package talks

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
)

// placeAt takes the place that token k puts the meeting in.
func (r *reader) placeAt(m *meeting, k int) bool {
	p := r.p
	mn := p.Mention(k)
	if mn == nil && r.has(k, stemCapital) {
		return r.capitalAt(m, k)
	}
	if mn == nil && sameTown(r.p.Word(k), r.p.Word(k+1)) {
		return r.townBefore(m, k)
	}
	if mn == nil || mn.Type != fact.Location || k > 0 && p.Mention(k-1) == mn {
		return false
	}
	if r.p.Word(k-1) == "في" && situation(r.stem(k-2)) && !(r.town(k) && r.stem(k-2) == "سلام" && (r.class(k-3) == lexicon.TalkMeeting || r.class(k-3) == lexicon.TalkBind)) || belongs(r.stem(k-1)) {
		return false // لبحث الوضع في قمرستان، but محادثات السلام في ندى
	}
	in := r.placed(k, m.clause.first) || mn.Start > p.Tokens[k].Start && strings.HasPrefix(p.Word(k), "ب")
	to := false
	if m.noun == "visit" || m.kind == "visit" {
		for j := k - 1; j >= 0 && j >= k-4; j-- {
			if w := p.Word(j); w == "الي" || strings.HasPrefix(w, "ل") && r.area(j) { // للعاصمة الفلانية ندى
				to = true
			}
		}
		to = to || mn.Start > p.Tokens[k].Start && strings.HasPrefix(p.Word(k), "ل")
	}
	if !in && !to {
		return false
	}
	if m.place == "" || to && m.noun == "visit" {
		m.place, m.placeID = mn.Name, mn.Actor
		m.own++
	}
	return true
}

// capitalAt takes the capital of a state that token k puts the meeting in by its adjective
// alone: «في العاصمة القمرستانية».
func (r *reader) capitalAt(m *meeting, k int) bool {
	p := r.p
	if m.place != "" || p.Word(k-1) != "في" && p.Word(k-1) != "الي" && !strings.HasPrefix(p.Word(k), "بال") && !strings.HasPrefix(p.Word(k), "لل") {
		return false
	}
	_, s, ok := p.Find(k+1, lexicon.NisbaWord, nil)
	if next := p.Mention(k + 2); !ok || next != nil && next.Type == fact.Location {
		return false
	}
	city, ok := p.Lex.Place(p.Lex.States[s.Entry].Capital)
	if !ok {
		return false
	}
	m.place, m.placeID = city.Name, "place:"+city.ID
	m.own++
	return true
}

// sameTown reports whether w and next say of a place that it is the one named before: المدينة نفسها.
func sameTown(w, next string) bool {
	switch next {
	case "نفسها", "ذاتها", "نفسه", "ذاته":
	default:
		return false
	}
	switch stem(w) {
	case "مدينه", "بالمدينه", "عاصمه", "بلده", "منتجع":
		return true
	}
	return false
}

// townReach is how many words before «المدينة نفسها» the town may be named.
const townReach = 200

// townBefore puts the meeting in the town named last before token k of those where meetings are told to
// have been, else the one named last.
func (r *reader) townBefore(m *meeting, k int) bool {
	if r.p.Word(k-1) != "في" && !strings.HasPrefix(r.p.Word(k), "بال") {
		return false
	}
	var last *fact.Mention
	for j := k - 1; j >= 0 && j > k-townReach && m.place == ""; j-- {
		if !r.town(j) {
			continue
		}
		o := r.p.Mention(j)
		if last == nil {
			last = o
		}
		if r.metIn(o.Actor) {
			last = o
			break
		}
	}
	if last == nil || m.place != "" {
		return m.place != ""
	}
	m.place, m.placeID = last.Name, last.Actor
	m.own++
	return true
}

// metIn reports whether a meeting is told before to be in a place.
func (r *reader) metIn(placeID string) bool {
	for n := max(0, len(r.met)-mostAlike); n < len(r.met); n++ {
		if r.met[n].placeID == placeID {
			return true
		}
	}
	return false
}

// belongs reports whether w (a stem) says with ب what something is on: المحادثات الخاصة
// بقمرستان.
func belongs(w string) bool {
	switch w {
	case "خاص", "خاصه", "متعلق", "متعلقه", "معني", "معنيه", "مرتبط", "مرتبطه":
		return true
	}
	return false
}

// situation reports whether w (a stem) is a state of things that a place after it
// belongs to: «الأزمة في قمرستان» is what is talked about and not where.
func situation(w string) bool {
	switch w {
	case "وضع", "اوضاع", "ازمه", "صراع", "نزاع", "حرب", "قتال", "عنف", "تطورات", "مستجدات", "احداث", "سلام", "استقرار", "امن", "انتقاليه", "نار", "هدنه":
		return true
	}
	return false
}

// city reports whether token k begins the name of a place that is no state.
func (r *reader) city(k int) bool {
	m := r.p.Mention(k)
	return m != nil && m.Type == fact.Location && !r.stateActs(m)
}

// town reports whether token k begins the name of a city, town or village.
func (r *reader) town(k int) bool {
	if !r.city(k) {
		return false
	}
	a := r.actor(r.p.Mention(k).Actor)
	return a != nil && (a.Kind == "city" || a.Kind == "town" || a.Kind == "village")
}
