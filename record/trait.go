package record

import (
	"mahdar/fact"
)

// Trait is what the record remembers of a finding in order to tell whether
// another article's finding speaks of the same fact under another id, or of an
// actor who may be the same. It is small, and it is kept beside the finding.
//
// Two findings can only be tied where their traits share a key, so nothing is
// ever compared all with all: look up the traits that share a key of a new
// one and ask Compare. A fact is one with all that Same ties reach from it;
// since Compare looks at nothing but the two traits, the order in which they
// came does not show.
type Trait struct {
	Fact ID
	Keys []int64 // blocking keys; none where the id of the fact says all
	Body string  // what Compare looks at, bytes in a form of this version
}

// Mark is a trait without its keys: two findings whose marks are one are tied
// to the same facts.
type Mark struct {
	Fact ID
	Body string
}

// Mark is what Compare looks at.
func (t Trait) Mark() Mark { return Mark{t.Fact, t.Body} }

// Tie is why two facts are one, or may be.
type Tie struct {
	A, B   ID     // A is the lesser
	Same   bool   // they are one fact; else they may be, which a person decides
	Reason string // a key that faces word: "same-words", "same-day-and-company", "same-surname-and-office", …
	Detail string // the words, office or day that they share
}

// Kin are the ids under which what id names goes, by its ties: itself and what is
// one with it.
func Kin(id ID, ties []Tie) map[ID]bool {
	out := map[ID]bool{id: true}
	for _, t := range ties {
		if t.Same {
			out[t.A], out[t.B] = true, true
		}
	}
	return out
}

// Traits lists the traits of the findings fs of r, one a finding in the same
// order. Traits without keys need not be kept.
func Traits(r *fact.Reading, fs []Finding) []Trait { return newDesk(r, nil).traits(fs) }

func (d *desk) traits(fs []Finding) []Trait {
	out := make([]Trait, len(fs))
	for i := range fs {
		out[i] = d.trait(&fs[i])
	}
	return out
}

// Compare says whether two findings whose traits share a key are of one fact,
// or may be. It is symmetric.
func Compare(a, b Trait) (Tie, bool) {
	if a.Fact == b.Fact || a.Fact.Kind != b.Fact.Kind {
		return Tie{}, false
	}
	var x, y marks
	if x.decode(a.Body) != nil || y.decode(b.Body) != nil {
		return Tie{}, false
	}
	return compareDecoded(a, b, &x, &y)
}

// Crowd is how many distinct traits under one key are compared. A key that
// more hold is a set phrase, or a name that a people has, and tells nothing.
const Crowd = 100

// Ties compares traits that share a key, each with each, and returns what it
// finds in no order; nothing of a crowd. The order of traits does not matter.
func Ties(group []Trait) []Tie {
	if len(group) < 2 || len(group) > Crowd {
		return nil
	}
	ms := make([]marks, len(group))
	for i, t := range group {
		if ms[i].decode(t.Body) != nil {
			return nil
		}
	}
	var out []Tie
	for i := range group {
		for j := i + 1; j < len(group); j++ {
			if t, ok := compareDecoded(group[i], group[j], &ms[i], &ms[j]); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

func compareDecoded(a, b Trait, x, y *marks) (Tie, bool) {
	if a.Fact == b.Fact || a.Fact.Kind != b.Fact.Kind {
		return Tie{}, false
	}
	if b.Fact.Hash < a.Fact.Hash {
		a, b, x, y = b, a, y, x
	}
	t, ok := compareMarks(a.Fact.Kind, x, y)
	t.A, t.B = a.Fact, b.Fact
	return t, ok
}

// Lead is the id under which tied facts go together: the least of them. The
// others stay good names for it.
func Lead(ids []ID) ID {
	var lead ID
	for i, id := range ids {
		if i == 0 || id.Hash < lead.Hash {
			lead = id
		}
	}
	return lead
}
