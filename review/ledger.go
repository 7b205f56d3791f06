package review

import (
	"cmp"
	"slices"

	"mahdar/fact"
	"mahdar/record"
)

// Ledger lists undertakings with their later history: what record.Threads makes
// of the commitments among fs, with what people have linked laid over it. A
// linked fact, of whatever kind, goes under its undertaking, and what followed
// it in a thread of its own comes along.
func Ledger(fs []*record.Fact) []record.Thread {
	var commitments []*record.Fact
	by := map[record.ID]*record.Fact{}
	for _, f := range fs {
		by[f.ID] = f
		if f.ID.Kind == record.Commitments {
			commitments = append(commitments, f)
		}
	}
	ts := record.Threads(commitments)
	for _, f := range fs {
		if f.Review == nil {
			continue
		}
		for _, to := range f.Review.Links {
			if head := by[to]; head != nil && to.Kind == record.Commitments && to != f.ID {
				ts = hang(ts, f, head)
			}
		}
	}
	return ts
}

// hang puts f under the thread of head.
func hang(ts []record.Thread, f, head *record.Fact) []record.Thread {
	at, from := threadOf(ts, head.ID), threadOf(ts, f.ID)
	if at < 0 {
		s := stepOf(head)
		ts = append(ts, record.Thread{ID: head.ID, Steps: []record.Step{s}})
		at = len(ts) - 1
	}
	if from == at {
		return ts
	}
	moved := []record.Step{stepOf(f)}
	if from >= 0 {
		steps := ts[from].Steps
		i := slices.IndexFunc(steps, func(s record.Step) bool { return s.Fact == f.ID })
		end := i + 1
		if i == 0 {
			end = len(steps)
		}
		moved = slices.Clone(steps[i:end])
		ts[from].Steps = slices.Delete(slices.Clone(steps), i, end)
	}
	ts[at].Steps = append(slices.Clip(ts[at].Steps), moved...)
	if rest := ts[at].Steps[1:]; len(rest) > 0 { // the undertaking itself stays first
		slices.SortStableFunc(rest, func(a, b record.Step) int { return cmp.Compare(cmp.Or(a.Day, "~"), cmp.Or(b.Day, "~")) })
	}
	if from >= 0 && len(ts[from].Steps) == 0 {
		ts = slices.Delete(ts, from, from+1)
	}
	return ts
}

func threadOf(ts []record.Thread, id record.ID) int {
	return slices.IndexFunc(ts, func(t record.Thread) bool {
		return slices.ContainsFunc(t.Steps, func(s record.Step) bool { return s.Fact == id })
	})
}

// stepOf is a fact as a step of a thread. What is no commitment tells by its
// own kind what it is.
func stepOf(f *record.Fact) record.Step {
	e := f.Evidence[0]
	s := record.Step{Fact: f.ID, Status: f.Label, Day: e.Article.Published.Day()}
	switch b := e.Body.(type) {
	case *fact.Commitment:
		s.Status, s.By = b.Status, b.AllegedBy
	case *fact.Ceasefire:
		s.Status, s.By = b.Event, b.AllegedBy
	case *fact.Statement:
		s.Status, s.By = b.Act, b.Name
	case *fact.Incident:
		s.Status, s.By = b.Type, b.Source
	}
	return s
}

// LinkedTo are the facts that people have linked to id.
func (s *State) LinkedTo(id record.ID) (out []record.ID) {
	lead := s.Lead(id)
	for from := range s.links[lead] {
		out = append(out, s.Lead(from))
	}
	slices.SortFunc(out, compareIDs)
	return slices.Compact(out)
}
