package lexicon

import "strings"

// ActorID is the id by which the entry that a ref points to goes as an actor:
// person:sergei-lavrov, org:un, place:che-geneva, state:rus; "" for entries of
// other tables.
func (l *Lexicon) ActorID(r Ref) string {
	if int(r.Table) >= len(l.actorIDs) || int(r.Entry) >= len(l.actorIDs[r.Table]) {
		return ""
	}
	return l.actorIDs[r.Table][r.Entry]
}

// Code is the upper-case code of a state's id: RUS.
func (l *Lexicon) Code(state string) string {
	if i, ok := l.StateIndex(state); ok {
		return l.codes[i]
	}
	return strings.ToUpper(state)
}

// Home is the index in States of the country of a place, organisation or person;
// ok is false where it has none.
func (l *Lexicon) Home(r Ref) (state int32, ok bool) {
	if int(r.Table) >= len(l.homes) || int(r.Entry) >= len(l.homes[r.Table]) {
		return 0, false
	}
	n := l.homes[r.Table][r.Entry]
	return int32(n) - 1, n > 0
}

// CountryCode is the Code of the country of an entry, a state's own for a state;
// "" for entries of other tables.
func (l *Lexicon) CountryCode(r Ref) string {
	if r.Table == StateTable {
		return l.codes[r.Entry]
	}
	if int(r.Table) >= len(l.homes) || int(r.Entry) >= len(l.homes[r.Table]) {
		return ""
	}
	switch n := l.homes[r.Table][r.Entry]; {
	case n > 0:
		return l.codes[n-1]
	case n == 0:
		return ""
	}
	switch r.Table {
	case PlaceTable:
		return strings.ToUpper(l.Places[r.Entry].Country)
	case OrganisationTable:
		return strings.ToUpper(l.Organisations[r.Entry].Country)
	case PersonTable:
		return strings.ToUpper(l.People[r.Entry].Country)
	}
	return ""
}

// settle looks up the countries of all entries that have one.
func (l *Lexicon) settle() {
	l.homes[PlaceTable] = homes(l, l.Places, func(p *Place) string { return p.Country })
	l.homes[OrganisationTable] = homes(l, l.Organisations, func(o *Organisation) string { return o.Country })
	l.homes[PersonTable] = homes(l, l.People, func(p *Person) string { return p.Country })
}

// homes are, by entry, 1 + index of its country, 0 where it has none and -1 where
// no state is meant. Neighbours often share theirs.
func homes[T any](l *Lexicon, list []T, country func(*T) string) []int16 {
	out := make([]int16, len(list))
	last, home := "", int16(0)
	for i := range list {
		if c := country(&list[i]); c != last {
			last, home = c, -1
			if c == "" {
				home = 0
			} else if n, ok := l.StateIndex(c); ok {
				home = int16(n + 1)
			}
		}
		out[i] = home
	}
	return out
}

// nameActors makes the ids of all actors, each table's as pieces of one string:
// an article has dozens, and they are compared and copied by everything after.
func (l *Lexicon) nameActors() {
	for t, prefix := range [...]string{StateTable: "state:", PlaceTable: "place:", OrganisationTable: "org:", OfficeTable: "", PersonTable: "person:"} {
		if prefix == "" {
			continue
		}
		keys := l.ids[t].keys
		size := 0
		for _, k := range keys {
			size += len(prefix) + len(k)
		}
		var b strings.Builder
		b.Grow(size)
		list := make([]string, len(keys))
		for i, k := range keys {
			from := b.Len()
			b.WriteString(prefix)
			b.WriteString(k)
			list[i] = b.String()[from:]
		}
		l.actorIDs[t] = list
	}
	l.codes = make([]string, len(l.States))
	for i := range l.States {
		l.codes[i] = strings.ToUpper(l.States[i].ID)
	}
}
