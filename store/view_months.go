package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"mahdar/record"
)

// Months counts facts by the month of their first day as people have decided
// them; what belongs to a meeting that they put under other talks is counted
// where it was read.
func (v *View) Months(ctx context.Context, q Query) ([]Month, error) {
	o, err := v.overlay(ctx)
	if err != nil {
		return nil, err
	}
	ms, err := o.s.Months(ctx, q)
	b := newBinder(ctx, o)
	if err != nil || !b.concerns(q.Kind) {
		return ms, err
	}
	moved, err := b.moved(q.Kind)
	if err != nil {
		return nil, err
	}
	gone, err := b.gone(q.Kind, moved)
	if err != nil {
		return nil, err
	}
	by := map[string]int{}
	for _, m := range ms {
		by[m.Month] = m.N
	}
	count := func(process, first string, n int) {
		if q.Process == nil || process == *q.Process {
			by[first[:min(len(first), len("2031-05"))]] += n
		}
	}
	for _, f := range slices.Concat(moved.before, gone) {
		count(f.process, f.first, -1)
	}
	for _, p := range moved.places {
		count(p.process, p.first, 1)
	}
	return months(q.Kind, by), nil
}

// months puts counts by month in order, the one without a day last.
func months(k record.Kind, by map[string]int) (out []Month) {
	for _, m := range slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Compare(cmp.Or(a, "~"), cmp.Or(b, "~")) }) {
		if by[m] > 0 {
			out = append(out, Month{k, m, by[m]})
		}
	}
	return out
}
