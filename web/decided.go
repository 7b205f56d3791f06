package web

import (
	"context"
	"net/url"
	"slices"
	"strconv"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/review"
)

// stated is a record that knows what follows from people's decisions.
type stated interface {
	State(ctx context.Context) (*review.State, error)
	Orphans(ctx context.Context) ([]review.Entry, error)
}

// decidedPage lists what people have decided, the latest first.
type decidedPage struct {
	List           []entryView
	Coders         []string
	Coder, Only    string
	N, Total       int
	Earlier, Later string
	Orphaned       int
}

// perDecided is how many decisions a page lists.
const perDecided = 50

func (s *Server) showDecided(v *visit) error {
	in := v.URL.Query()
	p := decidedPage{Coder: in.Get("coder"), Only: in.Get("only")}
	r, ok := s.opt.Record.(stated)
	if !ok {
		return s.render(v, 200, "decided", titleKey("decided"), p)
	}
	st, err := r.State(v.ctx())
	if err != nil {
		return err
	}
	orphans, err := orphansOf(v.ctx(), r)
	if err != nil {
		return err
	}
	all := st.Entries()
	p.Total, p.Orphaned = len(all), len(orphans)
	for _, e := range all {
		if !slices.Contains(p.Coders, e.Coder) {
			p.Coders = append(p.Coders, e.Coder)
		}
	}
	slices.Sort(p.Coders)
	skip, _ := strconv.Atoi(in.Get("skip"))
	for _, e := range slices.Backward(all) {
		if p.Coder != "" && e.Coder != p.Coder || p.Only == "undone" && !e.Undone || p.Only == "orphaned" && !orphans[e.ID] {
			continue
		}
		if p.N++; p.N <= skip || len(p.List) == perDecided {
			continue
		}
		x := entryOf(v.lang, e)
		x.Orphaned = orphans[e.ID]
		p.List = append(p.List, x)
	}
	to := func(n int) string {
		q := url.Values{}
		for _, k := range []string{"coder", "only"} {
			if in.Get(k) != "" {
				q.Set(k, in.Get(k))
			}
		}
		q.Set("skip", strconv.Itoa(n))
		return "?" + q.Encode()
	}
	if skip > 0 {
		p.Later = to(max(0, skip-perDecided))
	}
	if skip+perDecided < p.N {
		p.Earlier = to(skip + perDecided)
	}
	return s.render(v, 200, "decided", titleKey("decided"), p)
}

func orphansOf(ctx context.Context, r stated) (map[string]bool, error) {
	os, err := r.Orphans(ctx)
	out := map[string]bool{}
	for _, e := range os {
		out[e.ID] = true
	}
	return out, err
}

// history is what was decided on a fact, in order; nil where the record does
// not tell.
func (s *Server) history(ctx context.Context, l minutes.Lang, id record.ID) (out []entryView, err error) {
	r, ok := s.opt.Record.(stated)
	if !ok {
		return nil, nil
	}
	st, err := r.State(ctx)
	if err != nil {
		return nil, err
	}
	for _, e := range st.History(id) {
		out = append(out, entryOf(l, e))
	}
	return out, nil
}

// correctedView is a slot that people have set, beside what had been read.
type correctedView struct {
	Name, Value, Read, Coder, Reason string
	Disputed                         []string
}

// correctedOf words what people have set in a fact.
func correctedOf(l minutes.Lang, f *record.Fact) (out []correctedView) {
	if f.Review == nil {
		return nil
	}
	for _, c := range f.Review.Slots {
		x := correctedView{Name: slotName(l, c.Slot), Value: valueWord(l, c.Value), Read: valueWord(l, c.Read), Coder: clean(c.Coder), Reason: clean(c.Reason)}
		for _, o := range c.Disputed {
			x.Disputed = append(x.Disputed, valueWord(l, o))
		}
		out = append(out, x)
	}
	return out
}
