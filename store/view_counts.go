package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"mahdar/record"
)

// Counts counts the facts as people have decided them.
func (v *View) Counts(ctx context.Context) (Counts, error) {
	o, err := v.overlay(ctx)
	if err != nil {
		return Counts{}, err
	}
	o.mu.Lock()
	known := o.counts
	o.mu.Unlock()
	if known != nil {
		out := *known
		out.Readers = maps.Clone(known.Readers)
		return out, nil
	}
	c, err := o.s.Counts(ctx)
	if err != nil {
		return c, err
	}
	b := newBinder(ctx, o)
	for _, k := range record.Kinds() {
		m, err := b.moved(k)
		if err != nil {
			return c, err
		}
		gone, err := b.gone(k, m)
		if err != nil {
			return c, err
		}
		c.Facts[k] += len(m.places) - len(m.before) - len(gone)
	}
	if v.memorable() {
		kept := c
		kept.Readers = maps.Clone(c.Readers)
		o.mu.Lock()
		o.counts = &kept
		o.mu.Unlock()
	}
	return c, nil
}

// memorable reports whether an overlay is of one version of its store, so that
// what follows from it may be remembered with it.
func (v *View) memorable() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.version != 0
}

// gone are the kept facts of a kind that people have rejected and that the
// index does not have.
func (b *binder) gone(k record.Kind, m *kindMoved) ([]brief, error) {
	var ids []record.ID
	for _, g := range b.st.Groups(k, nil) {
		if g.Out && !m.held[g.Kept[0]] {
			ids = append(ids, g.Kept...)
		}
	}
	return briefs(b.ctx, b.s, ids)
}

// Placer is a Store that tells quickly where facts stand.
type Placer interface {
	// Places maps those of ids that lead a fact to its talks and first day.
	Places(ctx context.Context, ids []record.ID) (map[record.ID]Process, error)
}

func briefs(ctx context.Context, s Store, ids []record.ID) (out []brief, err error) {
	if p, ok := s.(Placer); ok {
		at, err := p.Places(ctx, ids)
		for id, x := range at {
			out = append(out, brief{id, x.Key, x.First})
		}
		return out, err
	}
	for _, id := range ids {
		f, err := kept(ctx, s, id)
		if err != nil {
			return nil, err
		}
		if f != nil {
			out = append(out, brief{f.ID, f.Process, f.First})
		}
	}
	return out, nil
}

// Processes lists the talks that facts belong to as people have decided them.
func (v *View) Processes(ctx context.Context) ([]Process, error) {
	o, err := v.overlay(ctx)
	if err != nil {
		return nil, err
	}
	o.mu.Lock()
	known := o.procs
	o.mu.Unlock()
	if known != nil {
		return slices.Clone(known), nil
	}
	ps, err := o.s.Processes(ctx)
	if err != nil {
		return nil, err
	}
	t := tally{by: map[string]*change{}}
	for _, p := range ps {
		t.by[p.Key] = &change{Process: p}
	}
	b := newBinder(ctx, o)
	seen := map[record.ID]bool{}
	for _, k := range record.Kinds() {
		if err := b.tally(k, &t, seen); err != nil {
			return nil, err
		}
	}
	if err := b.tallyMoved(&t, seen); err != nil {
		return nil, err
	}
	out, err := v.reckon(ctx, t)
	if err == nil && v.memorable() {
		o.mu.Lock()
		o.procs = slices.Clone(out)
		o.mu.Unlock()
	}
	return out, err
}

// change is talks with what decisions change of them.
type change struct {
	Process
	lost bool // the fact of the first day may be gone
}

// tally counts what decisions bring to talks and take from them.
type tally struct{ by map[string]*change }

func (t *tally) count(k record.Kind, process, first string, by int) {
	if k != record.Meetings && process == "" {
		return
	}
	c := t.by[process]
	if c == nil {
		c = &change{Process: Process{Key: process}}
		t.by[process] = c
	}
	c.Facts += by
	switch {
	case first == "":
	case by < 0 && first <= c.First:
		c.lost = true
	case by > 0 && (c.First == "" || first < c.First):
		c.First = first
	}
}

// tally counts what was made, moved and rejected of one kind.
func (b *binder) tally(k record.Kind, t *tally, seen map[record.ID]bool) error {
	m, err := b.moved(k)
	if err != nil {
		return err
	}
	gone, err := b.gone(k, m)
	if err != nil {
		return err
	}
	for _, f := range slices.Concat(m.before, gone) {
		seen[f.id] = true
		t.count(k, f.process, f.first, -1)
	}
	for _, p := range m.places {
		t.count(k, p.process, p.first, 1)
	}
	return nil
}

// tallyMoved counts what goes along with meetings that were put under other talks.
func (b *binder) tallyMoved(t *tally, seen map[record.ID]bool) error {
	moved, err := b.movedMeetings()
	if err != nil {
		return err
	}
	for _, m := range moved {
		for _, k := range aboutKinds() {
			for f, err := range b.s.Facts(b.ctx, Query{Kind: k, About: m.id, Most: 1}) {
				if err != nil {
					return err
				}
				if !seen[f.ID] && f.Process != m.process {
					seen[f.ID] = true
					t.count(k, f.Process, f.First, -1)
					t.count(k, m.process, f.First, 1)
				}
			}
		}
	}
	return nil
}

// reckon lists the talks that are left, with their first days.
func (v *View) reckon(ctx context.Context, t tally) ([]Process, error) {
	var out []Process
	for _, p := range t.by {
		if p.Facts <= 0 {
			continue
		}
		if p.lost {
			p.First = ""
			for _, k := range record.Kinds() {
				if p.Key == "" && k != record.Meetings {
					continue
				}
				for f, err := range v.Facts(ctx, Query{Kind: k, Process: &p.Key, Limit: 1, Most: 1}) {
					if err != nil {
						return nil, err
					}
					if f.First != "" && (p.First == "" || f.First < p.First) {
						p.First = f.First
					}
				}
			}
		}
		out = append(out, p.Process)
	}
	slices.SortFunc(out, func(a, b Process) int {
		return cmp.Or(compareBool(a.Key == "", b.Key == ""), compareBool(a.First == "", b.First == ""), cmp.Compare(a.First, b.First), cmp.Compare(a.Key, b.Key))
	})
	return out, nil
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
