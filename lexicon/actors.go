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
