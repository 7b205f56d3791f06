package record

import (
	"cmp"
	"slices"
	"strings"

	"mahdar/fact"
)

// Book is a record in memory: what a store keeps in tables, for a few articles
// at a time and for holding a store against. Articles may come in any order,
// one by one or all together, and leave the same record; what an article costs
// does not grow with their number. Ties are looked for when they are asked for. It is not safe for several goroutines.
type Book struct {
	articles map[string]*Article
	readings map[string]*fact.Reading
	facts    map[ID]*entry
	parent   map[ID]ID
	traits   map[int64][]Trait
	kept     map[Mark]bool
	soft     map[[2]ID]Tie
	claims   map[slot][]Claim
	clues    []Clue
	settled  bool
}

// entry is a fact under one id, before those that are one are joined.
type entry struct {
	Fact
	rank string // day and id of the article whose finding the fact shows
}

type slot struct {
	subject ID
	name    Slotname
	of      string
}

// NewBook makes an empty Book.
func NewBook() *Book {
	return &Book{articles: map[string]*Article{}, readings: map[string]*fact.Reading{}, facts: map[ID]*entry{}, parent: map[ID]ID{},
		traits: map[int64][]Trait{}, kept: map[Mark]bool{}, soft: map[[2]ID]Tie{}, claims: map[slot][]Claim{}}
}

// Add puts the findings of r in. A reading whose id is there adds nothing.
func (b *Book) Add(r *fact.Reading) {
	if b.articles[r.ID] != nil {
		return
	}
	a := &Article{ID: r.ID, Source: r.Source, Published: r.Published, Title: r.Title.In(r.Text), Text: r.Text}
	b.articles[r.ID], b.readings[r.ID] = a, r
	d := newDesk(r, nil)
	fs := d.findings()
	for i := range fs {
		f := &fs[i]
		x := b.facts[f.Fact]
		if x == nil {
			x = &entry{Fact: Fact{ID: f.Fact}}
			b.facts[f.Fact] = x
		}
		x.Evidence = append(x.Evidence, Evidence{a, f.About, f.Body})
		x.show(f, r)
	}
	for _, t := range d.traits(fs) {
		b.tie(t)
	}
	for _, c := range d.claims(fs) {
		k := slot{c.Subject, c.Slot, c.Of}
		b.claims[k] = append(b.claims[k], c)
	}
	b.clues = append(b.clues, cluesOf(r, fs)...)
}

// show takes the finding's outward side where it is the first of the fact's;
// Facts puts the evidence in order and settles which is.
func (x *entry) show(f *Finding, r *fact.Reading) {
	rank := cmp.Or(r.Published.Day(), "~") + r.ID
	if x.rank == "" || rank < x.rank {
		x.rank, x.Process, x.Ordinal, x.First, x.Last, x.Label = rank, f.Process, f.Ordinal, f.First, f.Last, f.Label
	}
}

func (b *Book) tie(t Trait) {
	k := t.Mark()
	if len(t.Keys) == 0 || b.kept[k] {
		return
	}
	b.kept[k] = true
	for _, key := range t.Keys {
		b.traits[key] = append(b.traits[key], t)
	}
	b.settled = false
}

// settle ties anew what is there, so that a key that has come to be held by a
// crowd leaves no ties behind from when few held it.
func (b *Book) settle() {
	if b.settled {
		return
	}
	b.settled = true
	clear(b.parent)
	clear(b.soft)
	for _, group := range b.traits {
		for _, t := range Ties(group) {
			if t.Same {
				b.join(t.A, t.B)
				continue
			}
			p := [2]ID{t.A, t.B}
			if old, ok := b.soft[p]; !ok || t.Reason+t.Detail < old.Reason+old.Detail {
				b.soft[p] = t
			}
		}
	}
}

func (b *Book) root(id ID) ID {
	for {
		p, ok := b.parent[id]
		if !ok {
			return id
		}
		id = p
	}
}

func (b *Book) join(x, y ID) {
	x, y = b.root(x), b.root(y)
	if x == y {
		return
	}
	if y.Hash < x.Hash {
		x, y = y, x
	}
	b.parent[y] = x
}

// Facts lists the facts of kind k, those that are one joined under the least
// of their ids, by first day and then by id.
func (b *Book) Facts(k Kind) []*Fact {
	b.settle()
	members := map[ID][]*entry{}
	for id, f := range b.facts {
		if id.Kind == k {
			root := b.root(id)
			members[root] = append(members[root], f)
		}
	}
	out := make([]*Fact, 0, len(members))
	for root, es := range members {
		out = append(out, b.joined(root, es))
	}
	slices.SortFunc(out, func(x, y *Fact) int {
		return cmp.Or(cmp.Compare(cmp.Or(x.First, x.Last, "~"), cmp.Or(y.First, y.Last, "~")), cmp.Compare(x.ID.Hash, y.ID.Hash))
	})
	return out
}

// joined is one fact of all that are tied to it: it shows what the earliest
// tells, and of what that leaves open the next.
func (b *Book) joined(id ID, es []*entry) *Fact {
	slices.SortFunc(es, func(x, y *entry) int { return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.ID.Hash, y.ID.Hash)) })
	f := &Fact{ID: id}
	for _, e := range es {
		f.Process, f.Ordinal, f.Label = cmp.Or(f.Process, e.Process), cmp.Or(f.Ordinal, e.Ordinal), cmp.Or(f.Label, e.Label)
		if f.First == "" && f.Last == "" {
			f.First, f.Last = e.First, e.Last
		}
		f.Evidence = append(f.Evidence, e.Evidence...)
	}
	slices.SortFunc(f.Evidence, compareEvidence)
	for i := range f.Evidence {
		if about := f.Evidence[i].About; !about.IsZero() {
			f.Evidence[i].About = b.root(about)
		}
	}
	return f
}

func compareEvidence(a, b Evidence) int {
	day := func(e Evidence) string { return cmp.Or(e.Article.Published.Day(), "~") }
	place := func(e Evidence) int {
		if ss := Spans(e.Body); len(ss) > 0 {
			return ss[0].Start
		}
		return 0
	}
	return cmp.Or(cmp.Compare(day(a), day(b)), cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(place(a), place(b)))
}

// Ties are the soft ties: facts that may be one.
func (b *Book) Ties() []Tie {
	b.settle()
	var out []Tie
	for _, t := range b.soft {
		if b.root(t.A) != b.root(t.B) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(x, y Tie) int { return cmp.Or(cmp.Compare(x.A.Hash, y.A.Hash), cmp.Compare(x.B.Hash, y.B.Hash)) })
	return out
}

// Disagreements are all that is disputed, by subject, slot and whose it is.
func (b *Book) Disagreements() []Disagreement {
	b.settle()
	joined := map[slot][]Claim{}
	for k, cs := range b.claims {
		k.subject = b.root(k.subject)
		joined[k] = append(joined[k], cs...)
	}
	var out []Disagreement
	for k, cs := range joined {
		for i := range cs {
			cs[i].Subject = k.subject
		}
		if d, ok := weigh(cs); ok {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(x, y Disagreement) int {
		return cmp.Or(strings.Compare(x.Subject.String(), y.Subject.String()), cmp.Compare(x.Slot, y.Slot), cmp.Compare(x.Of, y.Of))
	})
	return out
}

// Bounds are the days of the articles that state none.
func (b *Book) Bounds() []Bound { return solve(b.clues) }

// Threads are the undertakings with what became of them.
func (b *Book) Threads() []Thread { return threads(b.Facts(Commitments)) }
