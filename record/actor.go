package record

import (
	"cmp"
	"slices"

	"mahdar/fact"
)

// Actor is an actor as its evidence names it.
type Actor struct {
	*Fact
	Name, English string
	Type          fact.MentionType
	Aliases       []Alias // the most written first
	Roles         []Role  // the first held first
}

// Alias is one wording of a name over all articles.
type Alias struct {
	Words string
	Count int
	From  []int // indices into Fact.Evidence
}

// Role is an office that articles give somebody, between the first and the
// last day on which one does: what he held before and after, they do not tell.
type Role struct {
	Office      string
	First, Last string // "" where no article that tells it has a day
	From        []int
}

// MergeActor lays the sightings of an actor together.
func MergeActor(f *Fact) *Actor {
	a := &Actor{Fact: f}
	var names []Alias // what articles show the actor as
	for i, e := range f.Evidence {
		s, ok := e.Body.(*Sighting)
		if !ok {
			continue
		}
		if k := slices.IndexFunc(names, func(n Alias) bool { return n.Words == s.Name }); k >= 0 {
			names[k].Count++
		} else if s.Name != "" {
			names = append(names, Alias{Words: s.Name, Count: 1})
		}
		a.English, a.Type = cmp.Or(a.English, s.English), cmp.Or(a.Type, s.Type)
		for _, form := range s.Forms {
			k := slices.IndexFunc(a.Aliases, func(x Alias) bool { return plain(x.Words) == plain(form.Words) })
			if k < 0 {
				k = len(a.Aliases)
				a.Aliases = append(a.Aliases, Alias{Words: form.Words})
			}
			a.Aliases[k].Count += form.Count
			a.Aliases[k].From = append(a.Aliases[k].From, i)
		}
		for _, o := range s.Offices {
			a.role(o, e.Article.Published.Day(), i)
		}
	}
	// where one article spells a name in its own way, most do not
	slices.SortStableFunc(names, func(x, y Alias) int { return cmp.Compare(y.Count, x.Count) })
	if len(names) > 0 {
		a.Name = names[0].Words
	}
	slices.SortStableFunc(a.Aliases, func(x, y Alias) int { return cmp.Compare(y.Count, x.Count) })
	slices.SortStableFunc(a.Roles, func(x, y Role) int { return cmp.Compare(cmp.Or(x.First, "~"), cmp.Or(y.First, "~")) })
	return a
}

func (a *Actor) role(office, day string, from int) {
	k := slices.IndexFunc(a.Roles, func(r Role) bool { return plain(r.Office) == plain(office) })
	if k < 0 {
		k = len(a.Roles)
		a.Roles = append(a.Roles, Role{Office: office})
	}
	r := &a.Roles[k]
	r.From = append(r.From, from)
	if day == "" {
		return
	}
	if r.First == "" || day < r.First {
		r.First = day
	}
	r.Last = max(r.Last, day)
}

// Neighbours are the meetings before and after m in ms, the zero ID for none:
// by number where m has one and its talks count their rounds, else by day.
func Neighbours(m *Fact, ms []*Fact) (previous, next ID) {
	var p, n *Fact
	order := compareMeetingOrder
	if m.Ordinal == 0 {
		order = compareMeetingDays // a meeting beside the rounds stands between them by its day
	}
	for _, x := range ms {
		if x.ID == m.ID || x.Process != m.Process {
			continue
		}
		switch c := order(x, m); {
		case c < 0 && (p == nil || order(x, p) > 0):
			p = x
		case c > 0 && (n == nil || order(x, n) < 0):
			n = x
		}
	}
	if p != nil {
		previous = p.ID
	}
	if n != nil {
		next = n.ID
	}
	return previous, next
}

// compareMeetingOrder is 0 where nothing tells which of two comes first.
func compareMeetingOrder(a, b *Fact) int {
	if (a.Ordinal > 0) != (b.Ordinal > 0) {
		return 0 // a round and a meeting beside the rounds
	}
	if a.Ordinal != b.Ordinal {
		return cmp.Compare(a.Ordinal, b.Ordinal)
	}
	return compareMeetingDays(a, b)
}

// compareMeetingDays is 0 where nothing tells which of two is earlier.
func compareMeetingDays(a, b *Fact) int {
	x, y := cmp.Or(a.First, a.Last), cmp.Or(b.First, b.Last)
	if x == "" || y == "" {
		return 0
	}
	return cmp.Compare(x, y)
}
