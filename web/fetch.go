package web

import (
	"context"
	"net/url"
	"strconv"

	"mahdar/record"
	"mahdar/store"
)

// mostEvidence is how many pieces of evidence a list looks at: a name in ten
// thousand articles is shown by the earliest.
const mostEvidence = 5

// perPage is how many facts a page lists.
const perPage = 20

// pager leads to what comes before and after the part of a list that a page shows.
type pager struct {
	Previous, Next string // addresses, "" for none
	First, Last    int    // of what is shown, from 1
}

// cursor is the place in a list that a request asks for; it is opaque to
// visitors and holds how many items are passed over.
func cursor(q url.Values, name string) int {
	n, err := strconv.ParseInt(q.Get(name), 36, 32)
	if err != nil || n < 0 {
		return 0
	}
	return int(n)
}

// page makes a pager for the items from offset on, of which there are more
// after the shown ones or not.
func pageOf(v *visit, name string, offset, shown, size int, more bool) pager {
	p := pager{First: offset + 1, Last: offset + shown}
	at := func(n int) string {
		q := v.URL.Query()
		q.Del(name)
		if n > 0 {
			q.Set(name, strconv.FormatInt(int64(n), 36))
		}
		u := url.URL{Path: v.URL.Path, RawQuery: q.Encode()}
		return u.String() + "#" + name
	}
	if offset > 0 {
		p.Previous = at(max(0, offset-size))
	}
	if more {
		p.Next = at(offset + size)
	}
	return p
}

// some gathers up to limit facts of q.
func (s *Server) some(ctx context.Context, q store.Query, limit int) ([]*record.Fact, error) {
	q.Limit = limit
	if q.Most == 0 {
		q.Most = mostEvidence
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
	q.Offset = cursor(v.URL.Query(), name)
	fs, err := s.some(v.ctx(), q, size+1)
	if err != nil {
		return nil, pager{}, err
	}
	more := len(fs) > size
	fs = fs[:min(len(fs), size)]
	return fs, pageOf(v, name, q.Offset, len(fs), size, more), nil
}

// one is the fact of an id, under whatever id of those that are one with it.
func (s *Server) one(ctx context.Context, id record.ID) (*record.Fact, error) {
	fs, err := s.some(ctx, store.Query{Kind: id.Kind, ID: id, Most: 3 * perPage}, 1)
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
