package web

import (
	"crypto/rand"
	"hash/fnv"
	"net/http"
	"strconv"
	"strings"

	"mahdar/store"
)

// versioned lets a page be kept by who has seen it, for as long as the record
// is as it was: it is asked for again, but neither made nor sent.
func (s *Server) versioned(page func(*visit) error) func(*visit) error {
	h := func(v *visit) error {
		select {
		case s.busy <- struct{}{}:
		case <-v.ctx().Done():
			return v.ctx().Err()
		}
		defer func() { <-s.busy }()
		return page(v)
	}
	return func(v *visit) error {
		r, ok := s.opt.Record.(store.Versioned)
		if !ok {
			return h(v)
		}
		if v.version = r.Version(v.ctx()); v.version == 0 {
			return h(v)
		}
		// A page also says who is here, which goes by his cookie.
		f := fnv.New64a()
		f.Write([]byte(s.run))
		f.Write([]byte(v.Header.Get("Cookie")))
		v.tag = `W/"` + strconv.FormatUint(f.Sum64(), 36) + "-" + strconv.FormatInt(v.version, 36) + `"`
		if oneOfTags(strings.Split(v.Header.Get("If-None-Match"), ","), v.tag) {
			v.w.Header().Set("ETag", v.tag)
			v.w.Header().Set("Vary", "Cookie")
			v.w.WriteHeader(http.StatusNotModified)
			return nil
		}
		return h(v)
	}
}

// oneOfTags reports whether a tag is among tags, which may have blanks around them.
func oneOfTags(tags []string, tag string) bool {
	for _, t := range tags {
		if strings.TrimSpace(t) == tag {
			return true
		}
	}
	return false
}

// newRun tells this run of the program from others: versions begin anew in each.
func newRun() string { return rand.Text() }

// current is the overview's matter, as new as the record or a little older.
func (s *Server) current(v *visit) (*overview, error) {
	o, version, err := s.over.get(v.ctx(), v.version)
	v.gathered(version)
	return o, err
}

// gathered notes that the page shows something of a version of the record; what
// is older than the record must not be kept as if it were not.
func (v *visit) gathered(version int64) {
	if version != v.version {
		v.tag = ""
	}
}
