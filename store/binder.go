package store

import (
	"context"
	"errors"
	"slices"

	"mahdar/record"
	"mahdar/review"
)

// binder lays decisions over the facts of one question.
type binder struct {
	ctx context.Context
	s   Store
	st  *review.State
	o   *overlay
}

func newBinder(ctx context.Context, o *overlay) *binder { return &binder{ctx, o.s, o.st, o} }

// aboutKinds are the kinds of facts that belong to meetings.
func aboutKinds() []record.Kind {
	return []record.Kind{record.Statements, record.Commitments, record.Demands, record.Ceasefires, record.Figures}
}

// concerns reports whether decisions may touch facts of a kind: their own, or
// those on meetings that they belong to, on actors or on disagreements.
func (b *binder) concerns(k record.Kind) bool {
	return b.st.Concerns(k) || b.st.Concerns(record.Meetings) || b.st.Concerns(record.Actors) || len(b.o.settled) > 0
}

// build is the fact that goes under lead now; nil where nothing is left of it.
func (b *binder) build(lead record.ID) (*record.Fact, error) {
	b.o.mu.Lock()
	f, ok := b.o.built[lead]
	b.o.mu.Unlock()
	if ok {
		return f, nil
	}
	return b.buildFrom(lead, nil)
}

// buildFrom is build out of facts that were loaded already.
func (b *binder) buildFrom(lead record.ID, loaded map[record.ID]*record.Fact) (*record.Fact, error) {
	var parts []*record.Fact
	for _, m := range b.st.Members(lead) {
		if b.st.Rejected(m) {
			continue
		}
		p, err := b.part(m, loaded)
		if err != nil {
			return nil, err
		}
		if p != nil {
			parts = append(parts, p)
		}
	}
	f, err := b.apply(parts)
	if err == nil {
		b.o.mu.Lock()
		if len(b.o.built) >= mostBuilt {
			clear(b.o.built)
		}
		b.o.built[lead] = f
		b.o.mu.Unlock()
	}
	return f, err
}

func (b *binder) part(m record.ID, loaded map[record.ID]*record.Fact) (*record.Fact, error) {
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
	f, ok := loaded[from]
	if !ok {
		var err error
		if f, err = kept(b.ctx, b.s, from); err != nil {
			return nil, err
		}
	}
	if f == nil {
		return nil, nil
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
	if f != nil {
		for _, x := range b.o.settled[f.ID] {
			review.ApplySettled(f, x)
		}
	}
	return f, failed
}

// process is the talks that a meeting belongs to now.
func (b *binder) process(m record.ID) (key string, ok bool, err error) {
	b.o.mu.Lock()
	key, ok = b.o.talks[m]
	b.o.mu.Unlock()
	if ok {
		return key, true, nil
	}
	f, err := b.build(b.st.Lead(m))
	if f == nil || err != nil {
		return "", false, err
	}
	b.o.mu.Lock()
	b.o.talks[m] = f.Process
	b.o.mu.Unlock()
	return f.Process, true, nil
}

// movedMeeting is a meeting that people have put under other talks.
type movedMeeting struct {
	id      record.ID // as it is kept
	process string
}

func (b *binder) movedMeetings() (out []movedMeeting, err error) {
	b.o.mu.Lock()
	out, ok := b.o.away, b.o.awayOK
	b.o.mu.Unlock()
	if ok {
		return out, nil
	}
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
	b.o.mu.Lock()
	b.o.away, b.o.awayOK = out, true
	b.o.mu.Unlock()
	return out, nil
}

// facts yields what q asks for: the facts that people have made or moved,
// between those that only are as the store has them, in one order.
func (b *binder) facts(q Query, yield func(*record.Fact, error) bool) {
	if err := b.each(q, yield); err != nil {
		yield(nil, err)
	}
}

func (b *binder) each(q Query, yield func(*record.Fact, error) bool) error {
	m, err := b.moved(q.Kind)
	if err != nil {
		return err
	}
	if !q.ID.IsZero() {
		leads, err := leadsOf(b.ctx, b.s, []record.ID{q.ID})
		if err != nil {
			return err
		}
		if l, ok := leads[q.ID]; ok {
			q.ID = l
		}
	}
	made, err := b.made(q, m)
	if err != nil {
		return err
	}
	enough := false
	give := func(f *record.Fact) bool {
		enough = enough || !yield(f, nil)
		return !enough
	}
	giveMade := func() error {
		f, err := b.build(made[0].lead)
		if f != nil && err == nil {
			g := *most(f, q.Most, q.Also)
			g.At = made[0].at.String()
			give(&g)
		}
		made = made[1:]
		return err
	}
	if q.ID.IsZero() || !m.held[q.ID] && !m.held[b.st.Lead(q.ID)] {
		asks, err := b.asks(q)
		if err != nil {
			return err
		}
		var failed error
		err = b.inOrder(asks, q, m, func(f *record.Fact) bool {
			at := placeIn(f)
			for len(made) > 0 && !enough && failed == nil && made[0].at.Compare(at) < 0 != q.Back {
				failed = giveMade()
			}
			return failed == nil && !enough && give(f)
		})
		if err = errors.Join(failed, err); err != nil {
			return err
		}
	}
	for len(made) > 0 && !enough {
		if err := giveMade(); err != nil {
			return err
		}
	}
	return nil
}

// most is f with the earliest n pieces of its evidence (all for 0) and the
// articles of some more.
func most(f *record.Fact, n, also int) *record.Fact {
	if n <= 0 || len(f.Evidence) <= n {
		return f
	}
	out := *f
	out.Left += len(f.Evidence) - n
	out.Evidence = f.Evidence[:n]
	for _, e := range f.Evidence[n:min(n+also, len(f.Evidence))] {
		out.Also = append(out.Also, e.Article)
	}
	return &out
}

// inOrder yields the answers to one question as they come, and those to several
// put in one order, each fact once.
func (b *binder) inOrder(asks []Query, q Query, m *kindMoved, yield func(*record.Fact) bool) error {
	if len(asks) == 1 {
		return b.stream(asks[0], q, m, yield)
	}
	var all []*record.Fact // few enough to be put in order
	seen := map[record.ID]bool{}
	for _, ask := range asks {
		n := 0
		err := b.stream(ask, q, m, func(f *record.Fact) bool {
			if !seen[f.ID] {
				seen[f.ID] = true
				all = append(all, f)
			}
			n++
			return q.Limit == 0 || n < q.Limit+q.Offset
		})
		if err != nil {
			return err
		}
	}
	slices.SortFunc(all, func(x, y *record.Fact) int {
		if q.Back {
			x, y = y, x
		}
		return placeIn(x).Compare(placeIn(y))
	})
	for _, f := range all {
		if !yield(f) {
			break
		}
	}
	return nil
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
// what the index has.
func (b *binder) stream(ask, q Query, m *kindMoved, yield func(*record.Fact) bool) error {
	for f, err := range b.s.Facts(b.ctx, ask) {
		if err != nil {
			return err
		}
		if m.held[f.ID] || b.st.Rejected(f.ID) {
			continue
		}
		if at := f.At; b.touched(f) {
			if f, err = b.apply([]*record.Fact{f}); err != nil {
				return err
			}
			f.At = at
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

// answersStill reports whether q still asks for a fact that the store gave as
// an answer: only what decisions on meetings and actors can have changed is
// asked again.
func (b *binder) answersStill(f *record.Fact, q Query) (bool, error) {
	if e := f.Evidence[0]; q.Process != nil && f.Process != *q.Process && !e.About.IsZero() && !b.st.Untouched(e.About) {
		return false, nil
	}
	if !q.About.IsZero() && b.parted(q.About) {
		want := b.st.Lead(q.About)
		if !slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return e.About == want || e.About == q.About }) {
			return false, nil
		}
	}
	if q.Actor.IsZero() || !b.parted(q.Actor) {
		return true, nil
	}
	actors, err := b.actorsOf(f)
	return slices.Contains(actors, b.st.Lead(q.Actor)) || slices.Contains(actors, q.Actor), err
}

// parted reports whether evidence was split off from what goes under id.
func (b *binder) parted(id record.ID) bool {
	if b.st.Untouched(id) {
		return false
	}
	return slices.ContainsFunc(append(b.st.Members(b.st.Lead(id)), id), func(m record.ID) bool {
		_, off := b.st.Origin(m)
		return off || len(b.st.SplitArticles(m)) > 0
	})
}
