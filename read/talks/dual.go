package talks

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
)

// bothAt are the two whom the dual at token i stands for, and the token after the words
// that say so: by the adjectives of two nations after it, «الجانبين القمري والزهري», by the
// names that follow it, «الحزبان، السنابل والينابيع», else by what was told before.
func (r *reader) bothAt(i, lim int) ([]party, int) {
	if two, end := r.bothOf(i, lim); two != nil {
		return two, end
	}
	if two, end := r.bothNamed(i, lim); two != nil {
		return two, end
	}
	return r.bothBefore(i), i + 1
}

// bothOf are the states of two adjectives joined after the dual at token i, or those who hold its
// office in them: «الجانبان القمري والزهري», «الرئيسان القمري والزهري».
func (r *reader) bothOf(i, lim int) ([]party, int) {
	k := i + 1
	if r.p.Word(k) == "،" {
		k++
	}
	if k+1 >= lim || !strings.HasPrefix(r.p.Word(k+1), "و") || r.personAt(k+1) || r.personAt(k+2) {
		return nil, i
	}
	a, ok := r.adjectiveSide(k)
	if !ok {
		return nil, i
	}
	b, ok := r.adjectiveSide(k + 1)
	if !ok {
		return nil, i
	}
	if office := officeOfTwo(r.stem(i)); office != "" {
		a, b = r.holderOf(office, a), r.holderOf(office, b)
	}
	return []party{a, b}, k + 2
}

// officeOfTwo is the office that two hold, by the dual w (a stem); "" where w is of none.
func officeOfTwo(w string) string {
	switch w {
	case "رييسان", "رييسين":
		return "الرئيس"
	case "وزيران", "وزيرين":
		return "الوزير"
	case "زعيمان", "زعيمين":
		return "الزعيم"
	}
	return ""
}

// holderOf is who holds an office of a state that an adjective tells, «الرئيس القمري»: by name
// where the article gives the office to one.
func (r *reader) holderOf(office string, state party) party {
	id, ok := strings.CutPrefix(state.actor, "state:")
	if !ok {
		return state
	}
	q := party{at: state.at, name: office + " " + unjoined(r.p.Words(state.at.first, state.at.last)), kind: 'p'}
	if a := r.officerOf(strings.TrimPrefix(office, "ال"), id); a != nil {
		q.name, q.actor = a.Name, a.ID
	}
	return q
}

// bothNamed are the two named right after the dual at token i: after a comma, or parties by
// their names after الحزبان and its like, or persons by their nations: «الزعيمان القمريان
// الشمالي سالم الأحمر والجنوبي نادر الفخري».
func (r *reader) bothNamed(i, lim int) ([]party, int) {
	k := i + 1
	apposed := r.p.Word(k) == "،"
	if apposed {
		k++
	}
	if k >= lim || r.joined(k) || r.p.Mention(k) == nil && !r.quoteMark(k) || !apposed && !r.dualOfBodies(i) && !r.personAt(k) {
		return nil, i
	}
	list, end := r.parties(k, lim)
	if len(list) != 2 || !apposed && r.personAt(k) && list[1].kind != 'p' {
		return nil, i
	}
	for _, q := range list {
		m := r.p.Mention(q.at.first)
		if q.kind == 'l' && !apposed || m != nil && m.Type == fact.Location && !r.stateActs(m) {
			return nil, i
		}
	}
	return list, end
}

// dualOfBodies reports whether token i is a dual of bodies that have names: الحزبان.
func (r *reader) dualOfBodies(i int) bool {
	switch r.stem(i) {
	case "حزبان", "حزبين", "حركتان", "حركتين", "جماعتان", "جماعتين", "فصيلان", "فصيلين":
		return true
	}
	return false
}

// bothSaid are the two whom «بينهما» after the meeting at token i points to: the two subjects of
// a verb before it in its sentence, else the two told last.
func (r *reader) bothSaid(i int) []party {
	s := r.sentence(i)
	for k := s.First; k < i; k++ {
		if _, verb := r.finite(k); verb {
			if list, _ := r.after(k, i); len(list) == 2 {
				return list
			}
			if list := r.beforeVerb(k); len(list) == 2 {
				return list
			}
		}
	}
	if two := r.lastTwo(i); len(two) == 2 {
		return two
	}
	return nil
}

// sidesTold are the two sides of the talks told last before token i, nil where they are not
// two.
func (r *reader) sidesTold(i int) []party {
	for n := len(r.met) - 1; n >= 0 && r.met[n].at > i-sidesBack; n-- {
		var out []party
		for k := range r.met[n].parts {
			if q := &r.met[n].parts[k]; q.role == "party" && q.kind != 'p' {
				out = append(out, party{at: span{i, i + 1}, name: q.name, actor: q.actor, kind: q.kind})
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// pairMet are the two persons, by name or office, of the meeting of two told last before
// token i, nil where there is none.
func (r *reader) pairMet(i int) []party {
	for n := len(r.met) - 1; n >= 0 && r.met[n].at > i-sidesBack; n-- {
		m := &r.met[n]
		if len(m.parts) == 2 && m.kind == "bilateral" && m.parts[0].kind == 'p' && m.parts[1].kind == 'p' && !helper(m.parts[0].role) && !helper(m.parts[1].role) {
			a, b := m.parts[0].party, m.parts[1].party
			a.at, b.at = span{i, i + 1}, span{i, i + 1}
			return []party{a, b}
		}
	}
	return nil
}

// minister reports whether somebody is told to be a minister.
func (r *reader) minister(q party) bool {
	if strings.HasPrefix(q.name, "وزير") {
		return true
	}
	a := r.actor(q.actor)
	return a != nil && slices.ContainsFunc(a.Offices, func(o string) bool { return strings.HasPrefix(o, "وزير") })
}

// sidesBack is how many tokens back talks are looked for whose sides a dual stands for.
const sidesBack = 150

// helps reports whether the name at token k is told as of one who mediates or receives, and
// is no side: «بوساطة من قمرستان».
func (r *reader) helps(k int) bool {
	if r.p.Word(k-1) == "من" {
		k--
	}
	v, ok := r.is(k-1, lexicon.TalkRole)
	return ok && (v == "mediator" || v == "sponsor" || v == "host")
}
