package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"mahdar/record"
	"mahdar/review"
)

// overlay is what people's decisions come to over one state of a store: it is
// worked out once and asked by many queries. Facts that decisions may have
// taken elsewhere in the record are indexed by where they stand now; what only
// reads otherwise is corrected as the store yields it.
type overlay struct {
	s       Store
	st      *review.State
	settled map[record.ID][]review.Settled // by subject; made with the overlay

	kinds [record.Disagreements]kindMoved

	mu     sync.Mutex
	built  map[record.ID]*record.Fact
	talks  map[record.ID]string // of meetings that were asked for
	away   []movedMeeting
	awayOK bool
	counts *Counts
	procs  []Process
}

// mostBuilt is how many decided facts are remembered whole.
const mostBuilt = 1024

// kindMoved are the facts of one kind that people have made or moved.
type kindMoved struct {
	once   sync.Mutex
	filled bool
	held   map[record.ID]bool // ids that the index answers for instead of the store
	before []brief            // as they are kept
	places []place            // as they stand now, in order
	of     map[record.ID]int  // lead to its place
	about  map[record.ID][]int
	talks  map[string][]int
}

// brief is where a kept fact stands.
type brief struct {
	id             record.ID
	process, first string
}

// place is where a fact stands in the record now.
type place struct {
	lead           record.ID
	process        string
	first, last    string
	at             Place
	loose          bool
	abouts         []record.ID
	articles       []string
	actors         []record.ID
	actorsAreKnown bool
}

func newOverlay(ctx context.Context, s Store, st *review.State) (*overlay, error) {
	o := &overlay{s: s, st: st, built: map[record.ID]*record.Fact{}, talks: map[record.ID]string{}, settled: map[record.ID][]review.Settled{}}
	for _, id := range st.Resolved() {
		r, ok := st.Resolution(id)
		if !ok || r.Open {
			continue
		}
		for d, err := range s.Disagreements(ctx, Query{ID: id}) {
			if err != nil {
				return nil, err
			}
			if x, ok := review.Settle(d, r); ok {
				lead := st.Lead(d.Subject)
				o.settled[lead] = append(o.settled[lead], x)
			}
		}
	}
	return o, nil
}

// movesEver says which corrected slots may ever take a fact into the answer to
// a query, or out of it.
func movesEver(slot string) bool {
	name, _, _ := strings.Cut(slot, ":")
	return name == review.About || slices.Contains([]string{"start", "end", "said", "deadline", "date", "ordinal", "process", "name", "actor", "kind", "by", "to", "of",
		"via", "target", "alleged_by", "guarantor", "guarantors", "parties", "recipient", "source", "participant"}, name)
}

// moved is the index of a kind, filled when it is first asked for.
func (b *binder) moved(k record.Kind) (*kindMoved, error) {
	m := &b.o.kinds[k]
	m.once.Lock()
	defer m.once.Unlock()
	if m.filled {
		return m, nil
	}
	m.held, m.of, m.about, m.talks = map[record.ID]bool{}, map[record.ID]int{}, map[record.ID][]int{}, map[string][]int{}
	m.before, m.places = nil, nil
	groups := b.st.Groups(k, movesEver)
	var ids []record.ID
	for _, g := range groups {
		ids = append(ids, g.Kept...)
	}
	for id := range b.o.settled {
		if id.Kind == k {
			ids = append(ids, id)
			groups = append(groups, review.Group{Kept: []record.ID{id}, Leads: []record.ID{id}})
		}
	}
	kept, err := get(b.ctx, b.s, ids)
	if err != nil {
		return nil, err
	}
	for _, g := range groups {
		for _, id := range g.Kept {
			f := kept[id]
			if f == nil || m.held[f.ID] {
				m.held[id] = true
				continue
			}
			m.held[id], m.held[f.ID] = true, true
			m.before = append(m.before, brief{f.ID, f.Process, f.First})
		}
		for _, lead := range g.Leads {
			if _, twice := m.of[lead]; twice {
				continue
			}
			m.held[lead] = true
			f, err := b.buildFrom(lead, kept)
			if err != nil {
				return nil, err
			}
			if f != nil {
				m.of[lead] = 0
				m.places = append(m.places, placeOf(f))
			}
		}
	}
	slices.SortFunc(m.places, comparePlaces)
	for i, p := range m.places {
		m.of[p.lead] = i
		m.talks[p.process] = append(m.talks[p.process], i)
		for _, id := range p.abouts {
			m.about[id] = append(m.about[id], i)
		}
	}
	m.filled = true
	return m, nil
}

func placeOf(f *record.Fact) place {
	e := f.Evidence[0]
	p := place{lead: f.ID, process: f.Process, first: f.First, last: f.Last, at: madePlace(f), loose: e.About.IsZero()}
	for _, e := range f.Evidence {
		if !e.About.IsZero() && !slices.Contains(p.abouts, e.About) {
			p.abouts = append(p.abouts, e.About)
		}
		if !slices.Contains(p.articles, e.Article.ID) {
			p.articles = append(p.articles, e.Article.ID)
		}
	}
	return p
}

// madePlace is where a fact that people have made or moved stands: before what
// its article tells at the same place in the order.
func madePlace(f *record.Fact) Place {
	a := f.Evidence[0].Article
	p := PlaceOf(f.First, f.Ordinal, dayOf(a.Published), a.ID, 0)
	p.Tie = f.ID.Hash
	return p
}

// placeIn is where a fact stands that a store gave.
func placeIn(f *record.Fact) Place {
	if p, err := ParsePlace(f.At); err == nil {
		return p
	}
	return madePlace(f)
}

func comparePlaces(a, b place) int { return a.at.Compare(b.at) }

// made are the places of what people have made or moved and q asks for, in the
// order that it asks for.
func (b *binder) made(q Query, m *kindMoved) ([]place, error) {
	out, err := b.standing(q, m)
	if err != nil {
		return nil, err
	}
	if q.Back {
		slices.Reverse(out)
	}
	if q.After == "" {
		return out, nil
	}
	after, err := ParsePlace(q.After)
	if err != nil {
		return nil, err
	}
	passed := func(p place) bool { c := p.at.Compare(after); return c == 0 || c > 0 == q.Back }
	return slices.DeleteFunc(out, passed), nil
}

// standing are the places of what people have made or moved and q asks for, in
// order.
func (b *binder) standing(q Query, m *kindMoved) (out []place, err error) {
	take := func(i int) error {
		ok, err := b.stands(m, i, q)
		if ok {
			out = append(out, m.places[i])
		}
		return err
	}
	switch {
	case !q.ID.IsZero():
		if i, ok := m.of[b.st.Lead(q.ID)]; ok {
			err = take(i)
		}
		return out, err
	case !q.About.IsZero():
		at := slices.Clone(m.about[b.st.Lead(q.About)])
		if l := b.st.Lead(q.About); l != q.About {
			at = append(at, m.about[q.About]...)
		}
		slices.Sort(at)
		for _, i := range slices.Compact(at) {
			if err := take(i); err != nil {
				return nil, err
			}
		}
		return out, nil
	case q.Process != nil:
		for _, i := range m.talks[*q.Process] {
			if err := take(i); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	for i := range m.places {
		if err := take(i); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// stands reports whether q asks for the fact at place i.
func (b *binder) stands(m *kindMoved, i int, q Query) (bool, error) {
	p := &m.places[i]
	last := cmp.Or(p.last, p.first)
	switch {
	case q.Process != nil && p.process != *q.Process,
		q.Loose && !p.loose,
		q.From != "" && last < q.From,
		q.To != "" && (p.first == "" || p.first > q.To),
		q.Article != "" && !slices.Contains(p.articles, q.Article),
		!q.About.IsZero() && !slices.Contains(p.abouts, b.st.Lead(q.About)) && !slices.Contains(p.abouts, q.About):
		return false, nil
	case q.Actor.IsZero():
		return true, nil
	}
	m.once.Lock()
	known := p.actorsAreKnown
	m.once.Unlock()
	if !known {
		f, err := b.build(p.lead)
		if f == nil || err != nil {
			return false, err
		}
		actors, err := b.actorsOf(f)
		if err != nil {
			return false, err
		}
		m.once.Lock()
		p.actors, p.actorsAreKnown = actors, true
		m.once.Unlock()
	}
	return slices.Contains(p.actors, b.st.Lead(q.Actor)) || slices.Contains(p.actors, q.Actor), nil
}

// actorsOf are those who have a part in f as it stands.
func (b *binder) actorsOf(f *record.Fact) (out []record.ID, err error) {
	for _, e := range f.Evidence {
		r, err := b.s.Reading(b.ctx, e.Article.ID)
		if err != nil {
			return nil, err
		}
		got, ok := review.Finding(r, e.Body)
		if !ok {
			continue
		}
		for _, l := range got.Actors {
			if id := b.st.Identity(l.Actor, e.Article.ID); !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out, nil
}

// Getter is a Store that loads facts by their ids faster than by queries.
type Getter interface {
	// Get maps those of ids that the store has to their facts, each under every
	// id that it was asked for by.
	Get(ctx context.Context, ids []record.ID) (map[record.ID]*record.Fact, error)
}

func get(ctx context.Context, s Store, ids []record.ID) (map[record.ID]*record.Fact, error) {
	if g, ok := s.(Getter); ok {
		return g.Get(ctx, ids)
	}
	out := map[record.ID]*record.Fact{}
	for _, id := range ids {
		f, err := kept(ctx, s, id)
		if err != nil {
			return nil, err
		}
		if f != nil {
			out[id] = f
		}
	}
	return out, nil
}
