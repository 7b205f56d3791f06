package review

import (
	"cmp"
	"slices"

	"mahdar/record"
)

// Group is facts that people's decisions are about, together where they were
// merged or split: what is kept of them (Kept) and what they go under now (Leads).
type Group struct {
	Kept  []record.ID
	Leads []record.ID
	Out   bool // a single fact, and rejected
	Made  bool // merged, split or added

	slots []string // that were corrected
}

// Corrected reports whether any slot that which names was corrected.
func (g Group) Corrected(which func(slot string) bool) bool {
	return slices.ContainsFunc(g.slots, which)
}

// Groups lists what people have decided about facts of a kind. With moved set,
// only what may stand elsewhere in the record than it was read: Made, or with
// one of those slots corrected that moved names.
func (s *State) Groups(k record.Kind, moved func(slot string) bool) []Group {
	if moved == nil {
		return s.groups[k]
	}
	var out []Group
	for _, g := range s.groups[k] {
		if g.Made || g.Corrected(moved) {
			out = append(out, g)
		}
	}
	return out
}

// gather puts all that was decided into groups.
func (s *State) gather() {
	s.groups = map[record.Kind][]Group{}
	var all []record.ID
	for _, m := range []map[record.ID]record.ID{s.lead, s.origin} {
		for id := range m {
			all = append(all, id)
		}
	}
	for id, at := range s.by {
		if !id.IsZero() && slices.ContainsFunc(at, s.holds) {
			all = append(all, id)
		}
	}
	slices.SortFunc(all, compareIDs)
	seen := map[record.ID]bool{}
	for _, id := range slices.Compact(all) {
		if !seen[id] {
			s.groups[id.Kind] = append(s.groups[id.Kind], s.around(id, seen))
		}
	}
}

func compareIDs(a, b record.ID) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Hash, b.Hash))
}

// around gathers all that is merged with, split off from or into id.
func (s *State) around(id record.ID, seen map[record.ID]bool) (g Group) {
	for todo := []record.ID{id}; len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		if seen[at] {
			continue
		}
		seen[at] = true
		if from, off := s.Origin(at); off {
			todo = append(todo, from)
		} else if _, added := s.Added(at); !added {
			g.Kept = append(g.Kept, at)
		}
		if l := s.Lead(at); !slices.Contains(g.Leads, l) {
			g.Leads = append(g.Leads, l)
		}
		todo = append(todo, s.Members(s.Lead(at))...)
		for _, to := range s.splits[at] {
			todo = append(todo, to)
		}
		for _, i := range s.by[at] {
			if d := s.decisions[i]; s.holds(i) && d.Verb == Correct && !slices.Contains(g.slots, d.Slot) {
				g.slots = append(g.slots, d.Slot)
			}
		}
	}
	slices.SortFunc(g.Kept, compareIDs)
	slices.SortFunc(g.Leads, compareIDs)
	g.Made = len(g.Kept) != 1 || len(g.Leads) != 1 || len(s.splits[g.Kept[0]]) > 0
	g.Out = !g.Made && s.Rejected(g.Kept[0])
	return g
}
