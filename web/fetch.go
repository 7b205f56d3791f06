package web

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"

	"mahdar/record"
	"mahdar/store"
)

// What a list looks at of each fact: to see what an article says it has to be
// unpacked, to see where and when it appeared it has not.
const (
	fewEvidence  = 1             // lines are worded by the earliest evidence
	mostEvidence = 2             // meetings and actors are put together from some of it
	mostAlso     = mostCites + 2 // articles of further evidence, some of them twice
)

// perPage is how many facts a page lists.
const perPage = 20

// pager leads to what comes before and after the part of a list that a page shows.
type pager struct {
	Start, Previous, Next string // addresses, "" for none
}

// backwards begins a cursor that leads to what comes before a place.
const backwards = "~"

// turn is what a request asks for of a list: what comes after a place in it, or
// before it.
type turn struct {
	after string
	back  bool
}

func turnOf(q url.Values, name string) turn {
	after, back := strings.CutPrefix(q.Get(name), backwards)
	return turn{after, back}
}

// part is the part of a list that a visit's cursor of this name asks for.
// fetch gives up to n items after a place, or before it and nearest first; at
// tells the place of an item. A cursor that is none leads to the beginning.
func part[T any](v *visit, name string, size int, fetch func(t turn, n int) ([]T, error), at func(T) string) ([]T, pager, error) {
	t := turnOf(v.URL.Query(), name)
	out, err := fetch(t, size+1)
	if errors.Is(err, store.ErrCursor) || err == nil && t.back && len(out) < size {
		t = turn{} // back at the beginning, which shows a full page
		out, err = fetch(t, size+1)
	}
	if err != nil {
		return nil, pager{}, err
	}
	more := len(out) > size
	out = out[:min(len(out), size)]
	if t.back {
		slices.Reverse(out)
	}
	var p pager
	to := func(cursor string) string {
		q := v.URL.Query()
		q.Del(name)
		if cursor != "" {
			q.Set(name, cursor)
		}
		u := url.URL{Path: v.URL.Path, RawQuery: q.Encode()}
		return u.String() + "#" + name
	}
	if t.after != "" {
		p.Start = to("")
	}
	switch {
	case len(out) == 0 && t.after != "":
		p.Previous = to(backwards + t.after)
	case len(out) == 0:
	default:
		if t.back && more || !t.back && t.after != "" {
			p.Previous = to(backwards + at(out[0]))
		}
		if t.back || more {
			p.Next = to(at(out[len(out)-1]))
		}
	}
	return out, p, nil
}

// some gathers up to limit facts of q.
func (s *Server) some(ctx context.Context, q store.Query, limit int) ([]*record.Fact, error) {
	q.Limit = limit
	if q.Most == 0 {
		q.Most, q.Also = fewEvidence, mostAlso
		if q.Kind == record.Meetings || q.Kind == record.Actors {
			q.Most, q.Also = mostEvidence, mostCites
		}
	}
	var out []*record.Fact
	for f, err := range s.opt.Record.Facts(ctx, q) {
		if err != nil {
			return nil, err
		}
		if len(f.Evidence) > 0 {
			out = append(out, f)
		}
	}
	return out, nil
}

// paged gathers the part of q's facts that the visit's cursor of this name asks for.
func (s *Server) paged(v *visit, q store.Query, name string, size int) ([]*record.Fact, pager, error) {
	return part(v, name, size, func(t turn, n int) ([]*record.Fact, error) {
		q.After, q.Back = t.after, t.back
		return s.some(v.ctx(), q, n)
	}, func(f *record.Fact) string { return f.At })
}

// one is the fact of an id, under whatever id of those that are one with it.
func (s *Server) one(ctx context.Context, id record.ID) (*record.Fact, error) {
	return s.oneOf(ctx, store.Query{Kind: id.Kind, ID: id, Most: perPage, Also: perPage})
}

func (s *Server) oneOf(ctx context.Context, q store.Query) (*record.Fact, error) {
	fs, err := s.some(ctx, q, 1)
	if err != nil {
		return nil, err
	}
	if len(fs) == 0 {
		return nil, errNoFact
	}
	return fs[0], nil
}

// idOf reads the id in a request's address; it must be of kind k.
func idOf(v *visit, k record.Kind) (record.ID, error) {
	id, err := record.ParseID(v.PathValue("id"))
	if err != nil || id.Kind != k {
		return record.ID{}, errNoFact
	}
	return id, nil
}
