package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// ownKey makes a key for talks that the lexicon does not know, in the form of
// those it knows: the state that the article is most about, then the place of the
// talks. It is "" where the words tell neither.
func (r *reader) ownKey(m *meeting) (made string) {
	var sides []string
	for _, q := range m.parts {
		if id, ok := strings.CutPrefix(q.actor, "state:"); ok && q.role == "party" {
			if st, ok := r.p.Lex.State(id); ok {
				sides = append(sides, arabic.Slug(st.English))
			}
		}
	}
	if len(sides) == 2 {
		return sides[0] + "-" + sides[1]
	}
	state, named := r.stateNamed(m)
	if !named && m.placeID == "" && r.made != "" {
		return r.made // what has no place and no name of its own is of the talks told before
	}
	if !named {
		state = r.stateOf(m)
	}
	st, ok := r.p.Lex.State(state)
	if !ok {
		return ""
	}
	key := arabic.Slug(st.English)
	defer func() {
		if named {
			r.made = made
		}
	}()
	if a := r.actor(m.placeID); a != nil && a.English != "" && !strings.EqualFold(a.English, st.English) && a.English != a.Name {
		return key + "-" + arabic.Slug(a.English)
	}
	return key + "-talks"
}

// stateNamed is the state that stands in the name of the talks of m: محادثات السلام
// القمرية.
func (r *reader) stateNamed(m *meeting) (string, bool) {
	for k := m.at + 1; k < m.clause.last && k < m.at+8; k++ {
		if s := r.stateAt(k); s != "" && !r.prepositional(k) {
			return s, true
		}
		if r.p.Word(k) != "من" && r.class(k) != lexicon.TalkMeeting && !plainGenitive(r.stem(k)) && !r.isAdjective(k) {
			break
		}
	}
	return "", false
}

// stateOfParties is the state that all sides of m belong to, "" where they tell none or
// several.
func (r *reader) stateOfParties(m *meeting) string {
	state := ""
	for k := range m.parts {
		q := &m.parts[k]
		if q.role != "party" {
			continue
		}
		s := strings.ToLower(r.nation(q.party))
		if s != "" && state != "" && s != state {
			return ""
		}
		if s != "" {
			state = s
		}
	}
	return state
}

// stateOf is the state that the article is most about. A state that only lends the
// talks of m its city, or is no conflict's, stands back behind one that is mentioned
// half as often.
func (r *reader) stateOf(m *meeting) string {
	if s := r.stateOfParties(m); s != "" {
		return s
	}
	host := ""
	if a := r.actor(m.placeID); a != nil && a.Kind != "state" {
		host = strings.ToLower(a.Country)
	}
	var none mentioning
	best, other, fights := &none, &none, &none
	for k := range r.conf {
		o := &r.conf[k]
		if o.before(best) {
			best = o
		}
		if o.state != host && o.before(other) {
			other = o
		}
		if o.state != host && o.number >= 0 && o.before(fights) {
			fights = o
		}
	}
	switch {
	case 2*fights.n >= best.n && (best.state == host || best.number < 0):
		return fights.state
	case 2*other.n >= best.n && best.state == host:
		return other.state
	}
	return best.state
}

// before reports whether a state is mentioned more often than another, or as often and
// before it in the order of their ids.
func (o *mentioning) before(q *mentioning) bool {
	return o.n > q.n || o.n == q.n && o.state < q.state
}
