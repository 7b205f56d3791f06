package store

import (
	"context"
	"iter"

	"mahdar/record"
	"mahdar/review"
)

// Ledgered is what Ledger needs of a record; a Store is one, and a View lays
// people's links over it.
type Ledgered interface {
	Facts(ctx context.Context, q Query) iter.Seq2[*record.Fact, error]
}

// Ledger lists the undertakings among commitments with their later history, and
// the facts that stand in it. What people have linked to one of them, and what
// they have linked one of them to, is fetched where it is not among them.
func Ledger(ctx context.Context, s Ledgered, commitments []*record.Fact) ([]record.Thread, map[record.ID]*record.Fact, error) {
	by := map[record.ID]*record.Fact{}
	all := append([]*record.Fact(nil), commitments...)
	for _, f := range all {
		by[f.ID] = f
	}
	fetch := func(id record.ID) error {
		if by[id] != nil {
			return nil
		}
		for f, err := range s.Facts(ctx, Query{Kind: id.Kind, ID: id, Limit: 1}) {
			if err != nil {
				return err
			}
			if by[f.ID] == nil && len(f.Evidence) > 0 {
				by[f.ID] = f
				all = append(all, f)
			}
		}
		return nil
	}
	v, _ := s.(interface {
		State(ctx context.Context) (*review.State, error)
	})
	for i := 0; v != nil && i < len(all); i++ { // all grows
		st, err := v.State(ctx)
		if err != nil {
			return nil, nil, err
		}
		var tied []record.ID
		if f := all[i]; f.Review != nil {
			tied = append(tied, f.Review.Links...)
		}
		for _, id := range append(tied, st.LinkedTo(all[i].ID)...) {
			if err := fetch(id); err != nil {
				return nil, nil, err
			}
		}
	}
	return review.Ledger(all), by, nil
}
