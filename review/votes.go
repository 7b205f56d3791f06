package review

import (
	"slices"
	"strings"

	"mahdar/record"
)

// asRead stands among votes for the value that the reader found. No value has
// a control in it.
const asRead = "\x00"

// vote is what one coder says on one question; the latest stands.
type vote struct {
	coder  string
	value  string
	reason string
}

// settled is what follows from votes.
type settled struct {
	value    string
	coders   []string
	reason   string
	disputed []string // what coders who differ say, in order
}

// votes are all that hold on one question, by coder.
type votes struct {
	coders []vote
	judge  *vote // the last of an adjudicator
}

func (v *votes) cast(role Role, w vote) {
	if role == Adjudicator {
		v.judge = &w
		return
	}
	for i := range v.coders {
		if v.coders[i].coder == w.coder {
			v.coders[i] = w
			return
		}
	}
	v.coders = append(v.coders, w)
}

// settle: what an adjudicator says holds; else what all coders say; else they
// differ, and nothing is decided.
func (v *votes) settle() (out settled, ok bool) {
	if v.judge != nil {
		return settled{value: v.judge.value, coders: []string{v.judge.coder}, reason: v.judge.reason}, true
	}
	if len(v.coders) == 0 {
		return out, false
	}
	var values []string
	for _, w := range v.coders {
		values = append(values, w.value)
		out.coders = append(out.coders, w.coder)
	}
	slices.Sort(values)
	slices.Sort(out.coders)
	if values = slices.Compact(values); len(values) > 1 {
		out.disputed = values
		return out, true
	}
	out.value = values[0]
	for _, w := range v.coders { // the last reason given, whose coder is the least
		if w.reason != "" && (out.reason == "" || w.coder == out.coders[0]) {
			out.reason = w.reason
		}
	}
	return out, true
}

// verdict is what people say of one fact by itself: Accept or Reject; to
// correct or add one is to accept it.
func (s *State) verdict(id record.ID) (votes, bool) {
	var v votes
	for _, i := range s.by[id] {
		d := s.decisions[i]
		if !s.holds(i) {
			continue
		}
		switch d.Verb {
		case Accept, Reject:
			v.cast(d.Role, vote{d.Coder, string(d.Verb), d.Reason})
		case Correct, Add:
			v.cast(d.Role, vote{d.Coder, string(Accept), d.Reason})
		}
	}
	return v, v.judge != nil || len(v.coders) > 0
}

// Rejected reports whether people say that id is no fact. A fact about which
// coders differ is not rejected.
func (s *State) Rejected(id record.ID) bool {
	v, _ := s.verdict(id)
	out, ok := v.settle()
	return ok && out.value == string(Reject)
}

// Reviewed reports whether somebody has judged id or what goes under it: a
// comment, a link or what a machine suggests is no judgement.
func (s *State) Reviewed(id record.ID) bool {
	for _, m := range s.Members(s.Lead(id)) {
		if _, ok := s.verdict(m); ok {
			return true
		}
	}
	return false
}

// slotVotes are the votes on each slot that somebody has corrected, of all
// members that are not rejected. Who accepted a fact and did not correct the
// slot says that it is as read; an adjudicator who accepted says so only where
// coders differ.
func (s *State) slotVotes(members []record.ID) map[string]*votes {
	out := map[string]*votes{}
	accepted := []Decision{}
	var at []int
	for _, m := range members {
		if !s.Rejected(m) {
			at = append(at, s.by[m]...)
		}
	}
	slices.Sort(at)
	for _, i := range at {
		d := s.decisions[i]
		switch {
		case !s.holds(i):
		case d.Verb == Accept:
			accepted = append(accepted, d)
		case d.Verb == Correct:
			if out[d.Slot] == nil {
				out[d.Slot] = &votes{}
			}
			out[d.Slot].cast(d.Role, vote{d.Coder, d.Value, d.Reason})
		}
	}
	for _, v := range out {
		for _, d := range accepted {
			has := slices.ContainsFunc(v.coders, func(w vote) bool { return w.coder == d.Coder })
			if d.Role == Coder && !has {
				v.cast(Coder, vote{d.Coder, asRead, d.Reason})
			}
		}
		if got, ok := v.settle(); ok && len(got.disputed) > 0 {
			for _, d := range accepted {
				if d.Role == Adjudicator {
					v.judge = &vote{d.Coder, asRead, d.Reason}
				}
			}
		}
	}
	return out
}

// Resolution is what people say of a disagreement.
type Resolution struct {
	Open     bool   // somebody has said that nobody can say
	Value    string // that holds, "" where it is open
	Coders   []string
	Reason   string
	Disputed []string // what coders who differ hold for right
}

// Resolved are the disagreements about which anybody's decision holds.
func (s *State) Resolved() []record.ID {
	return slices.DeleteFunc(s.Decided(), func(id record.ID) bool {
		if id.Kind != record.Disagreements {
			return true
		}
		_, ok := s.Resolution(id)
		return !ok
	})
}

// Resolution of the disagreement id; ok where anybody has decided.
func (s *State) Resolution(id record.ID) (r Resolution, ok bool) {
	var v votes
	for _, i := range s.by[id] {
		d := s.decisions[i]
		switch {
		case !s.holds(i):
		case d.Verb == Resolve:
			v.cast(d.Role, vote{d.Coder, d.Value, d.Reason})
		case d.Verb == LeaveOpen:
			v.cast(d.Role, vote{d.Coder, asRead, d.Reason})
		}
	}
	got, ok := v.settle()
	r = Resolution{Open: ok && (got.value == asRead || len(got.disputed) > 0), Coders: got.coders, Reason: got.reason}
	if !r.Open {
		r.Value = got.value
	}
	for _, d := range got.disputed {
		r.Disputed = append(r.Disputed, strings.TrimPrefix(d, asRead))
	}
	return r, ok
}
