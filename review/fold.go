package review

import (
	"cmp"
	"slices"

	"mahdar/record"
)

// State is what holds after all decisions: what Fold makes.
type State struct {
	decisions []Decision // in order
	ids       []string
	undone    []bool
	void      map[int]string // index to why it does nothing
	by        map[record.ID][]int
	group     map[record.ID][]record.ID          // a lead to all that are one with it, itself among them
	lead      map[record.ID]record.ID            // of those that were merged
	splits    map[record.ID]map[string]record.ID // fact, article: the fact split off
	origin    map[record.ID]record.ID            // of what was split off
	links     map[record.ID]map[record.ID]bool   // of undertakings: what was linked to them
	apart     map[[2]record.ID]bool              // that are not one, the lesser first
	kinds     map[record.Kind]bool               // that any decision that holds is about
	groups    map[record.Kind][]Group            // what was decided, fact by fact
}

// Fold works out what holds. The order of ds does not matter, and one that
// stands in it twice is one.
func Fold(ds []Decision) *State { return FoldUnder(ds, func(id record.ID) record.ID { return id }) }

// FoldUnder is Fold where the record itself ties facts together: lead is the
// id under which it keeps a fact, which may change when articles come in.
func FoldUnder(ds []Decision, lead func(record.ID) record.ID) *State {
	sorted, ids := sorted(ds)
	s := &State{decisions: sorted, ids: ids, void: map[int]string{}, by: map[record.ID][]int{}, group: map[record.ID][]record.ID{}, lead: map[record.ID]record.ID{},
		splits: map[record.ID]map[string]record.ID{}, origin: map[record.ID]record.ID{}, links: map[record.ID]map[record.ID]bool{}, apart: map[[2]record.ID]bool{}, kinds: map[record.Kind]bool{}}
	s.undo()
	for i, d := range s.decisions {
		at, other := d.Fact, d.Other
		if !at.IsZero() {
			at = lead(at)
		}
		if !other.IsZero() {
			other = lead(other)
		}
		s.by[at] = append(s.by[at], i)
		if !s.holds(i) {
			continue
		}
		if !at.IsZero() {
			s.kinds[at.Kind] = true
		}
		switch d.Verb {
		case Split:
			if s.splits[at] == nil {
				s.splits[at] = map[string]record.ID{}
			}
			id := SplitID(d.Fact, d.Article, d.Value)
			s.splits[at][d.Article] = id
			s.origin[id] = at
		case Merge:
			if at != other {
				s.merge(at, other)
			}
		}
	}
	for i, d := range s.decisions {
		if d.Verb == Link && s.holds(i) {
			to := s.Lead(lead(d.Other))
			if s.links[to] == nil {
				s.links[to] = map[record.ID]bool{}
			}
			s.links[to][lead(d.Fact)] = true
		}
		if d.Verb == Apart && s.holds(i) {
			s.apart[pair(lead(d.Fact), lead(d.Other))] = true
		}
	}
	s.gather()
	return s
}

// undo finds what is undone, from the last decision back, so that an undo that
// is undone does nothing.
func (s *State) undo() {
	at := map[string]int{}
	s.undone = make([]bool, len(s.decisions))
	for i, id := range s.ids {
		at[id] = i
	}
	for i := len(s.decisions) - 1; i >= 0; i-- {
		d := s.decisions[i]
		if d.Verb != Undo || s.undone[i] {
			continue
		}
		switch j, ok := at[d.Undoes]; {
		case !ok:
			s.void[i] = "there is no such decision"
		case j >= i:
			s.void[i] = "it undoes what came after it"
		case s.decisions[j].Coder != d.Coder && d.Role != Adjudicator:
			s.void[i] = "only an adjudicator undoes what another has decided"
		case s.decisions[j].Role != Machine && d.Role == Machine:
			s.void[i] = "a machine does not undo what people have decided"
		default:
			s.undone[j] = true
		}
	}
}

// holds reports whether decision i is a person's and not undone.
func (s *State) holds(i int) bool { return !s.undone[i] && s.decisions[i].Role != Machine }

// merge makes the groups of a and b one. Their lead is the least id, as that of
// facts which the record ties by itself.
func (s *State) merge(a, b record.ID) {
	members := append(s.Members(s.Lead(a)), s.Members(s.Lead(b))...)
	slices.SortFunc(members, func(a, b record.ID) int { return cmp.Compare(a.Hash, b.Hash) })
	members = slices.Compact(members)
	lead := record.Lead(members)
	for _, m := range members {
		delete(s.group, m)
		s.lead[m] = lead
	}
	s.group[lead] = members
}

// Lead is the id under which a fact goes now: of the group that people have
// merged it into, else its own.
func (s *State) Lead(id record.ID) record.ID {
	if l, ok := s.lead[id]; ok {
		return l
	}
	return id
}

// Apart reports whether people say that two facts which seem to be one are not.
func (s *State) Apart(a, b record.ID) bool {
	return s.apart[pair(a, b)] || s.apart[pair(s.Lead(a), s.Lead(b))]
}

func pair(a, b record.ID) [2]record.ID {
	if compareIDs(b, a) < 0 {
		a, b = b, a
	}
	return [2]record.ID{a, b}
}

// Members are the facts that go under lead, itself among them.
func (s *State) Members(lead record.ID) []record.ID {
	if g, ok := s.group[lead]; ok {
		return slices.Clone(g)
	}
	return []record.ID{lead}
}

// Identity is the fact that the evidence of an article for id speaks of, after
// splits and merges.
func (s *State) Identity(id record.ID, article string) record.ID {
	if to, ok := s.splits[id][article]; ok {
		id = to
	}
	return s.Lead(id)
}

// Origin is the fact that id was split off from.
func (s *State) Origin(id record.ID) (record.ID, bool) {
	from, ok := s.origin[id]
	return from, ok
}

// SplitArticles are the articles whose evidence for id was split off, with the
// fact it went to.
func (s *State) SplitArticles(id record.ID) map[string]record.ID { return s.splits[id] }

// Decisions are all decisions in their order, undone ones among them.
func (s *State) Decisions() []Decision { return slices.Clone(s.decisions) }

// Entry is a decision with what became of it.
type Entry struct {
	Decision
	ID     string
	Undone bool
	Void   string // why it does nothing; "" where it does
}

// History is what was decided on the facts that go under id, in order.
func (s *State) History(id record.ID) []Entry {
	var at []int
	undoing := map[string]bool{}
	for _, m := range s.Members(s.Lead(id)) {
		for _, i := range s.by[m] {
			at = append(at, i)
			undoing[s.ids[i]] = true
		}
	}
	for _, i := range s.by[record.ID{}] { // undos that name no fact
		if undoing[s.decisions[i].Undoes] {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	var out []Entry
	for _, i := range slices.Compact(at) {
		out = append(out, Entry{s.decisions[i], s.ids[i], s.undone[i], s.void[i]})
	}
	return out
}

// Entries are all decisions with what became of them.
func (s *State) Entries() []Entry {
	out := make([]Entry, len(s.decisions))
	for i, d := range s.decisions {
		out[i] = Entry{d, s.ids[i], s.undone[i], s.void[i]}
	}
	return out
}

// Find is the decision of an id.
func (s *State) Find(id string) (Entry, bool) {
	i := slices.Index(s.ids, id)
	if i < 0 {
		return Entry{}, false
	}
	return Entry{s.decisions[i], s.ids[i], s.undone[i], s.void[i]}, true
}

// Concerns reports whether any decision that holds is about facts of a kind.
func (s *State) Concerns(k record.Kind) bool { return s.kinds[k] }

// Decided are the facts that people's decisions that hold are about, by kind
// and id.
func (s *State) Decided() []record.ID {
	var out []record.ID
	for id, at := range s.by {
		if !id.IsZero() && slices.ContainsFunc(at, s.holds) {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b record.ID) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Hash, b.Hash))
	})
	return out
}

// Added is the decision that added the fact id.
func (s *State) Added(id record.ID) (Decision, bool) {
	for _, i := range s.by[id] {
		if s.decisions[i].Verb == Add && s.holds(i) {
			return s.decisions[i], true
		}
	}
	return Decision{}, false
}

// Suggestions are what machines suggest on id, undone ones left out.
func (s *State) Suggestions(id record.ID) []Entry {
	return slices.DeleteFunc(s.History(id), func(e Entry) bool { return e.Role != Machine || e.Undone })
}

// Of are the decisions of one coder: what he sees and codes by himself.
func Of(ds []Decision, coder string) []Decision {
	var out []Decision
	for _, d := range ds {
		if d.Coder == coder {
			out = append(out, d)
		}
	}
	return out
}

// Coders are the people who have decided anything, in order.
func Coders(ds []Decision) []string {
	var out []string
	for _, d := range ds {
		if d.Role != Machine {
			out = append(out, d.Coder)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Orphans are the decisions that hold and whose fact, or the other fact they
// name, exists says not to be there. They stay, and do nothing meanwhile.
func (s *State) Orphans(exists func(record.ID) (bool, error)) ([]Entry, error) {
	known := map[record.ID]bool{}
	there := func(id record.ID) (bool, error) {
		if from, ok := s.Origin(id); ok {
			id = from
		}
		if id.IsZero() {
			return true, nil
		}
		if ok, asked := known[id]; asked {
			return ok, nil
		}
		ok, err := exists(id)
		known[id] = ok
		return ok, err
	}
	var out []Entry
	for i, d := range s.decisions {
		if s.undone[i] || d.Verb == Undo {
			continue
		}
		fact, err := there(d.Fact)
		if err != nil {
			return nil, err
		}
		other, err := there(d.Other)
		if err != nil {
			return nil, err
		}
		if !fact || !other {
			out = append(out, Entry{d, s.ids[i], false, "its fact is not in the record"})
		}
	}
	return out, nil
}
