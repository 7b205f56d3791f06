package storetest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"mahdar/record"
	"mahdar/store"
)

// Dump writes all that a record says, so that two records can be compared.
func Dump(ctx context.Context, s store.Store) (string, error) {
	var b strings.Builder
	c, err := s.Counts(ctx)
	if err != nil {
		return "", err
	}
	fmt.Fprintf(&b, "articles %d facts %v\n", c.Articles, c.Facts)
	ps, err := s.Processes(ctx)
	if err != nil {
		return "", err
	}
	fmt.Fprintf(&b, "processes %v\n", ps)
	for _, k := range record.Kinds() {
		for f, err := range s.Facts(ctx, store.Query{Kind: k}) {
			if err != nil {
				return "", err
			}
			ties, err := s.Ties(ctx, f.ID)
			if err != nil {
				return "", err
			}
			for _, t := range ties {
				fmt.Fprintf(&b, "tie %s %s %v %s %s\n", t.A, t.B, t.Same, t.Reason, t.Detail)
			}
			fmt.Fprintf(&b, "%s %s %d %s..%s %s\n", f.ID, f.Process, f.Ordinal, f.First, f.Last, f.Label)
			if f.Review != nil {
				fmt.Fprintf(&b, "  %+v\n", *f.Review)
			}
			for _, e := range f.Evidence {
				body, err := json.Marshal(e.Body)
				if err != nil {
					return "", err
				}
				fmt.Fprintf(&b, "  %s %s %s %s «%s» %s\n", e.Article.ID[:15], e.Article.Source.Path, e.Article.Published.EDTF, e.About, e.Quote(), body)
			}
		}
	}
	for d, err := range s.Disagreements(ctx, store.Query{}) {
		if err != nil {
			return "", err
		}
		body, err := json.Marshal(d)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s\n", body)
	}
	return b.String(), nil
}
