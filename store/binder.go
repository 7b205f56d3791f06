package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"mahdar/record"
	"mahdar/review"
)

// binder lays decisions over the facts of one question.
type binder struct {
	ctx   context.Context
	s     Store
	st    *review.State
	talks map[record.ID]string // of meetings that were asked for
}

func newBinder(ctx context.Context, s Store, st *review.State) *binder {
	return &binder{ctx, s, st, map[record.ID]string{}}
}

// aboutKinds are the kinds of facts that belong to meetings.
func aboutKinds() []record.Kind {
	return []record.Kind{record.Statements, record.Commitments, record.Demands, record.Ceasefires, record.Figures}
}

// concerns reports whether decisions may touch facts of a kind: their own, or
// those on meetings that they belong to or on actors.
func (b *binder) concerns(k record.Kind) bool {
	return b.st.Concerns(k) || b.st.Concerns(record.Meetings) || b.st.Concerns(record.Actors)
}

// build is the fact that goes under lead now; nil where nothing is left of it.
func (b *binder) build(lead record.ID) (*record.Fact, error) {
	var parts []*record.Fact
	for _, m := range b.st.Members(lead) {
		if b.st.Rejected(m) {
			continue
		}
		p, err := b.part(m)
		if err != nil {
			return nil, err
		}
		if p != nil {
			parts = append(parts, p)
		}
	}
	return b.apply(parts)
}

func (b *binder) part(m record.ID) (*record.Fact, error) {
	if d, ok := b.st.Added(m); ok {
		a, err := b.s.Article(b.ctx, d.Article)
		if errors.Is(err, ErrUnknown) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return review.AddedFact(d, a), nil
	}
	from, off := b.st.Origin(m)
	if !off {
		from = m
	}
	f, err := kept(b.ctx, b.s, from)
	if f == nil || err != nil {
		return nil, err
	}
	return b.st.Part(m, f), nil
}

func (b *binder) apply(parts []*record.Fact) (*record.Fact, error) {
	if len(parts) == 0 {
		return nil, nil
	}
	var failed error
	was := parts[0].Evidence[0].About
	f := b.st.Apply(parts, func(m record.ID) (string, bool) {
		if m == was && b.st.Untouched(m) {
			return "", false // as it is kept
		}
		key, ok, err := b.process(m)
		if err != nil {
			failed = err
		}
		return key, ok
	})
	return f, failed
}

// process is the talks that a meeting belongs to now.
func (b *binder) process(m record.ID) (key string, ok bool, err error) {
	if key, ok := b.talks[m]; ok {
		return key, true, nil
	}
	f, err := b.build(b.st.Lead(m))
	if f == nil || err != nil {
		return "", false, err
	}
	b.talks[m] = f.Process
	return f.Process, true, nil
}

// around is what is kept of a group, and what it has become.
func (b *binder) around(g review.Group) (before, after []*record.Fact, err error) {
	for _, id := range g.Kept {
		f, err := kept(b.ctx, b.s, id)
		if err != nil {
			return nil, nil, err
		}
		if f != nil {
			before = append(before, f)
		}
	}
	for _, id := range g.Leads {
		f, err := b.build(id)
		if err != nil {
			return nil, nil, err
		}
		if f != nil {
			after = append(after, f)
		}
	}
	return before, after, nil
}

// movedMeeting is a meeting that people have put under other talks.
type movedMeeting struct {
	id      record.ID // as it is kept
	process string
}

func (b *binder) movedMeetings() (out []movedMeeting, err error) {
	for _, g := range b.st.Groups(record.Meetings, func(slot string) bool { return slot == "process" }) {
		for _, id := range g.Kept {
			key, ok, err := b.process(id)
			if err != nil {
				return nil, err
			}
			if ok {
				out = append(out, movedMeeting{id, key})
			}
		}
	}
	return out, nil
}

// moves says which corrected slots may bring a fact into the answer to q, or
// take it elsewhere in it.
func moves(q Query) func(slot string) bool {
	days := []string{"start", "end", "said", "deadline", "date", "ordinal", "process"}
	return func(slot string) bool {
		switch {
		case slot == review.About:
			return q.Process != nil || !q.About.IsZero() || q.Loose
		case slices.Contains(days, slot):
			return q.About.IsZero() && !q.Loose && q.Article == ""
		}
		name, _, _ := strings.Cut(slot, ":")
		return !q.Actor.IsZero() && slices.Contains([]string{"name", "actor", "kind", "by", "to", "of", "via", "target", "alleged_by", "guarantor", "guarantors",
			"parties", "recipient", "source", "participant"}, name)
	}
}

// facts yields what q asks for: the facts that people have made or moved,
// between those that only are as the store has them, in one order.
func (b *binder) facts(q Query, yield func(*record.Fact, error) bool) {
	if err := b.each(q, yield); err != nil {
		yield(nil, err)
	}
}

func (b *binder) each(q Query, yield func(*record.Fact, error) bool) error {
	made, held, err := b.made(q)
	if err != nil {
		return err
	}
	if !q.ID.IsZero() && len(held)+len(made) > 0 {
		for _, f := range made {
			if !yield(f, nil) {
				return nil
			}
		}
		return nil
	}
	asks, err := b.asks(q)
	if err != nil {
		return err
	}
	if len(asks) > 1 { // few enough to be put in order
		for _, ask := range asks {
			err := b.stream(ask, q, held, func(f *record.Fact) bool {
				held[f.ID] = true
				made = append(made, f)
				return true
			})
			if err != nil {
				return err
			}
		}
		slices.SortFunc(made, compareFacts)
		for _, f := range made {
			if !yield(f, nil) {
				return nil
			}
		}
		return nil
	}
	enough := false
	give := func(f *record.Fact) bool {
		enough = enough || !yield(f, nil)
		return !enough
	}
	err = b.stream(asks[0], q, held, func(f *record.Fact) bool {
		for len(made) > 0 && compareFacts(made[0], f) < 0 {
			if !give(made[0]) {
				return false
			}
			made = made[1:]
		}
		return give(f)
	})
	for _, f := range made {
		if enough || err != nil || !give(f) {
			break
		}
	}
	return err
}

// made are the facts that people have made or moved and that q asks for, in
// order, and the ids of all such whether or not it does.
func (b *binder) made(q Query) (out []*record.Fact, held map[record.ID]bool, err error) {
	held = map[record.ID]bool{}
	for _, g := range b.st.Groups(q.Kind, moves(q)) {
		if !q.ID.IsZero() && !slices.Contains(g.Leads, b.st.Lead(q.ID)) && !slices.Contains(g.Kept, q.ID) {
			continue
		}
		for _, id := range g.Kept {
			held[id] = true
		}
		for _, lead := range g.Leads {
			held[lead] = true
			if !q.ID.IsZero() && lead != b.st.Lead(q.ID) {
				continue
			}
			f, err := b.build(lead)
			if err != nil {
				return nil, nil, err
			}
			if f == nil {
				continue
			}
			ok, err := b.answers(f, q)
			if err != nil {
				return nil, nil, err
			}
			if ok {
				out = append(out, f)
			}
		}
	}
	slices.SortFunc(out, compareFacts)
	return out, held, nil
}

// asks are the questions to the store whose answers hold all untouched facts
// that q asks for: about all meetings that are one, and about those that have
// come under other talks.
func (b *binder) asks(q Query) ([]Query, error) {
	q.Limit, q.Offset = 0, 0
	out := []Query{q}
	vary := func(id record.ID, set func(*Query, record.ID)) {
		if id.IsZero() || b.st.Untouched(id) {
			return
		}
		for _, m := range b.st.Members(b.st.Lead(id)) {
			if from, off := b.st.Origin(m); off {
				m = from
			}
			if m != id {
				x := q
				set(&x, m)
				out = append(out, x)
			}
		}
	}
	vary(q.About, func(x *Query, m record.ID) { x.About = m })
	vary(q.Actor, func(x *Query, m record.ID) { x.Actor = m })
	if q.Process != nil && slices.Contains(aboutKinds(), q.Kind) {
		moved, err := b.movedMeetings()
		if err != nil {
			return nil, err
		}
		for _, m := range moved {
			x := q
			x.Process, x.About = nil, m.id
			out = append(out, x)
		}
	}
	return out, nil
}

// stream yields the store's answer to ask with decisions laid over it, without
// what is held already.
func (b *binder) stream(ask, q Query, held map[record.ID]bool, yield func(*record.Fact) bool) error {
	for f, err := range b.s.Facts(b.ctx, ask) {
		if err != nil {
			return err
		}
		if held[f.ID] || b.st.Rejected(f.ID) {
			continue
		}
		if b.touched(f) {
			if f, err = b.apply([]*record.Fact{f}); err != nil {
				return err
			}
		}
		ok, err := b.answersStill(f, q)
		if err != nil {
			return err
		}
		if ok && !yield(f) {
			return nil
		}
	}
	return nil
}

// touched reports whether anything was decided about f or the meetings that it
// belongs to.
func (b *binder) touched(f *record.Fact) bool {
	return !b.st.Untouched(f.ID) || slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return !e.About.IsZero() && !b.st.Untouched(e.About) })
}

// answersStill is answers for a fact that the store gave as an answer: only
// what decisions on meetings and actors can have changed is asked again.
func (b *binder) answersStill(f *record.Fact, q Query) (bool, error) {
	x := Query{Process: q.Process}
	if !slices.Contains(aboutKinds(), f.ID.Kind) || f.Evidence[0].About.IsZero() || b.st.Untouched(f.Evidence[0].About) {
		x.Process = nil
	}
	for _, id := range append(b.st.Members(b.st.Lead(q.About)), q.About) {
		if !id.IsZero() && (len(b.st.SplitArticles(id)) > 0 || isSplit(b.st, id)) {
			x.About = q.About
		}
	}
	for _, id := range append(b.st.Members(b.st.Lead(q.Actor)), q.Actor) {
		if !id.IsZero() && (len(b.st.SplitArticles(id)) > 0 || isSplit(b.st, id)) {
			x.Actor = q.Actor
		}
	}
	return b.answers(f, x)
}

func isSplit(st *review.State, id record.ID) bool {
	_, off := st.Origin(id)
	return off
}

// answers reports whether q asks for f.
func (b *binder) answers(f *record.Fact, q Query) (bool, error) {
	last := cmp.Or(f.Last, f.First)
	switch {
	case q.Process != nil && f.Process != *q.Process,
		q.Loose && !f.Evidence[0].About.IsZero(),
		q.From != "" && last < q.From,
		q.To != "" && (f.First == "" || f.First > q.To):
		return false, nil
	}
	in := func(test func(record.Evidence) bool) bool { return slices.ContainsFunc(f.Evidence, test) }
	if !q.About.IsZero() {
		want := b.st.Lead(q.About)
		if !in(func(e record.Evidence) bool { return e.About == want || e.About == q.About }) {
			return false, nil
		}
	}
	if q.Article != "" && !in(func(e record.Evidence) bool { return e.Article.ID == q.Article }) {
		return false, nil
	}
	if q.Actor.IsZero() {
		return true, nil
	}
	return b.hasActor(f, q.Actor)
}

// hasActor reports whether the actor has a part in f.
func (b *binder) hasActor(f *record.Fact, actor record.ID) (bool, error) {
	want := b.st.Lead(actor)
	for _, e := range f.Evidence {
		r, err := b.s.Reading(b.ctx, e.Article.ID)
		if err != nil {
			return false, err
		}
		got, ok := review.Finding(r, e.Body)
		if !ok {
			continue
		}
		for _, l := range got.Actors {
			if id := b.st.Identity(l.Actor, e.Article.ID); id == want || id == actor {
				return true, nil
			}
		}
	}
	return false, nil
}

// compareFacts orders facts as stores do.
func compareFacts(a, b *record.Fact) int {
	ea, eb := a.Evidence[0].Article, b.Evidence[0].Article
	return cmp.Or(cmp.Compare(cmp.Or(a.First, "~"), cmp.Or(b.First, "~")), cmp.Compare(a.Process, b.Process), cmp.Compare(a.Ordinal, b.Ordinal),
		cmp.Compare(cmp.Or(ea.Published.Day(), "~"), cmp.Or(eb.Published.Day(), "~")), cmp.Compare(ea.ID, eb.ID), cmp.Compare(a.ID.Hash, b.ID.Hash))
}
