package lexicon

import (
	"slices"
	"strings"
)

// Holding is a person's role that fits a question.
type Holding struct {
	Person *Person
	Role   Role
}

// Holders returns who held an office of a body (a states or organisations id)
// on a day ("2017-12-21"), the role that began last first. topic narrows envoys
// and delegates to what they are for and is passed over where empty; so is body.
// A day of "" asks for all who ever held it. Roles without dates fit any day and
// come last. Ids are those of the data files.
func (l *Lexicon) Holders(office, body, topic, day string) []Holding {
	var out []Holding
	for _, h := range l.holders[office] {
		p := &l.People[h.person]
		r := p.Roles[h.role]
		if body != "" && r.Body != body || topic != "" && r.Topic != topic || !r.On(day) {
			continue
		}
		out = append(out, Holding{p, r})
	}
	slices.SortStableFunc(out, func(a, b Holding) int { return strings.Compare(b.Role.From, a.Role.From) })
	return out
}

// Holder is the one person who held an office of a body on a day. ok is false
// where nobody is listed, or several are and the dates do not tell them apart:
// a day on which an office changed hands goes to the one who took it.
func (l *Lexicon) Holder(office, body, topic, day string) (p *Person, ok bool) {
	hs := l.Holders(office, body, topic, day)
	switch {
	case len(hs) == 0:
		return nil, false
	case len(hs) == 1:
		return hs[0].Person, true
	}
	for _, h := range hs[1:] {
		if h.Person != hs[0].Person && (day == "" || h.Role.To == "" || h.Role.To > day || hs[0].Role.From == "") {
			return nil, false
		}
	}
	return hs[0].Person, true
}

// On reports whether the role was held on a day ("2017-12-21"); a bound that is
// a month or year holds to its end. A day of "" fits every role.
func (r Role) On(day string) bool {
	if day == "" {
		return true
	}
	if r.From != "" && day[:min(len(day), len(r.From))] < r.From {
		return false
	}
	return r.To == "" || day[:min(len(day), len(r.To))] <= r.To
}

// RolesOn returns the roles that a person held on a day.
func (p *Person) RolesOn(day string) []Role {
	var out []Role
	for _, r := range p.Roles {
		if r.On(day) {
			out = append(out, r)
		}
	}
	return out
}

// holding points to a role of a person.
type holding struct{ person, role int32 }

// indexRoles lists the roles by office.
func (l *Lexicon) indexRoles() {
	l.holders = make(map[string][]holding, 256)
	for i := range l.People {
		for k, r := range l.People[i].Roles {
			l.holders[r.Office] = append(l.holders[r.Office], holding{int32(i), int32(k)})
		}
	}
}
