package web

import (
	"context"
	"strings"

	"mahdar/minutes"
	"mahdar/record"
)

// held is what people have decided about a disagreement.
type held struct {
	Open     bool
	Value    string
	Disputed []string // values between which they differ
	Coders   string
	Reason   string
}

// heldOf is what people have decided about d; nil where nobody has.
func (s *Server) heldOf(ctx context.Context, l minutes.Lang, d *record.Disagreement) (*held, error) {
	r, ok := s.opt.Record.(stated)
	if !ok {
		return nil, nil
	}
	st, err := r.State(ctx)
	if err != nil {
		return nil, err
	}
	x, ok := st.Resolution(d.ID)
	if !ok {
		return nil, nil
	}
	show := func(v string) string {
		for _, p := range d.Positions {
			if p.Value == v && p.Show != "" {
				v = p.Show
			}
		}
		if d.Slot == record.SlotDate {
			return date(l, v)
		}
		if v == "" {
			return word(l, "verb-leave-open")
		}
		return shorten(clean(v), 200)
	}
	h := &held{Open: x.Open, Coders: clean(strings.Join(x.Coders, word(l, "comma"))), Reason: clean(x.Reason)}
	if !x.Open {
		h.Value = show(x.Value)
	}
	for _, v := range x.Disputed {
		h.Disputed = append(h.Disputed, show(v))
	}
	return h, nil
}
