package storetest

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Run tests an adapter; open makes a new, empty store that ends with the test.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for name, test := range map[string]func(*testing.T, func(*testing.T) store.Store){
		"same facts come together":    sameFacts,
		"again changes nothing":       again,
		"order does not matter":       order,
		"copies":                      copies,
		"better metadata read again":  better,
		"another reader":              another,
		"all or nothing":              allOrNothing,
		"questions":                   questions,
		"unknown ids":                 unknown,
		"cancelled":                   cancelled,
		"people's decisions":          decisions,
		"decisions, written and read": decisionsRoundTrip,
		"orphaned decisions":          decisionsOrphaned,
		"decisions seen at once":      decisionsSeen,
	} {
		t.Run(name, func(t *testing.T) { test(t, open) })
	}
	for name, test := range across() {
		t.Run(name, func(t *testing.T) { test(t, open) })
	}
	for name, test := range lists() {
		t.Run(name, func(t *testing.T) { test(t, open) })
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func add(t *testing.T, s store.Store, ps ...*store.Parcel) store.Added {
	t.Helper()
	return must[store.Added](t)(s.Add(t.Context(), ps))
}

func dump(t *testing.T, s store.Store) string {
	t.Helper()
	return must[string](t)(Dump(t.Context(), s))
}

func all(t *testing.T, s store.Store, q store.Query) []*record.Fact {
	t.Helper()
	var out []*record.Fact
	for f, err := range s.Facts(t.Context(), q) {
		out = append(out, must[*record.Fact](t)(f, err))
	}
	return out
}

func sameFacts(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(3, 2), Parcel(3, 1), Parcel(4, 1))
	c := must[store.Counts](t)(s.Counts(t.Context()))
	if c.Articles != 3 || c.Of(record.Meetings) != 2 || c.Of(record.Statements) != 2 || c.Of(record.Actors) != 2 {
		t.Errorf("counts: %+v", c)
	}
	ms := all(t, s, store.Query{Kind: record.Meetings})
	if len(ms) != 2 || len(ms[0].Evidence) != 2 || ms[0].Ordinal != 3 || ms[0].First != "2031-01-04" {
		t.Fatalf("meetings: %+v", ms)
	}
	m := record.MergeMeeting(ms[0])
	if m.Place.One() != "وادي القمر" || len(m.Participants) != 1 || m.Participants[0].Attendance.One() != "attended" || len(m.Participants[0].From) != 2 {
		t.Errorf("merged: %+v", m)
	}
}

func again(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(1, 1), Parcel(2, 1))
	before := dump(t, s)
	if a := add(t, s, Parcel(2, 1), Parcel(1, 1)); a != (store.Added{Same: 2}) {
		t.Errorf("added again: %+v", a)
	}
	if after := dump(t, s); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

func order(t *testing.T, open func(*testing.T) store.Store) {
	var ps []*store.Parcel
	for n := range 12 {
		for v := range 3 {
			ps = append(ps, Parcel(n, v))
		}
	}
	one := open(t)
	add(t, one, ps...)
	want := dump(t, one)
	for seed := range uint64(3) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
		piecemeal := open(t)
		for i := 0; i < len(ps); i += 1 + int(seed)*5 {
			add(t, piecemeal, ps[i:min(i+1+int(seed)*5, len(ps))]...)
		}
		if got := dump(t, piecemeal); got != want {
			t.Fatalf("seed %d:\n%s\nwant\n%s", seed, got, want)
		}
	}
}

func copies(t *testing.T, open func(*testing.T) store.Store) {
	var dumps []string
	for _, first := range []int{0, 1} {
		s := open(t)
		for i := range 2 {
			doc, r := Article(1, 1)
			if i == first {
				doc.Source.Path = "also/there.txt"
			}
			add(t, s, pack(doc, r, Reader))
		}
		dumps = append(dumps, dump(t, s))
	}
	if dumps[0] != dumps[1] {
		t.Errorf("the order of copies shows:\n%s\n%s", dumps[0], dumps[1])
	}
	s := open(t)
	doc, r := Article(1, 1)
	add(t, s, pack(doc, r, Reader))
	doc.Published.EDTF = "2033-01-01" // a later reprint
	if a := add(t, s, pack(doc, r, Reader)); a != (store.Added{Copies: 1}) {
		t.Errorf("a later copy: %+v", a)
	}
}

// dated is the article read with and without its day.
func dated(day string) *store.Parcel {
	doc, r := Article(5, 1)
	doc.Published, r.Published = text.Published{EDTF: day, Basis: text.Given}, text.Published{EDTF: day, Basis: text.Given}
	r.Statements[0].Said = day
	r.Meetings[0].Start = day
	if day == "" {
		doc.Published.Basis, r.Published.Basis = text.Unknown, text.Unknown
	}
	return pack(doc, r, Reader)
}

func better(t *testing.T, open func(*testing.T) store.Store) {
	known := open(t)
	add(t, known, Parcel(5, 2), dated("2031-02-02"))
	want := dump(t, known)
	late := open(t)
	add(t, late, Parcel(5, 2))
	add(t, late, dated(""))
	if a := add(t, late, dated("2031-02-02")); a != (store.Added{Again: 1}) {
		t.Errorf("a day came to be known: %+v", a)
	}
	if got := dump(t, late); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if a := add(t, late, dated("")); a.Again != 0 {
		t.Errorf("worse metadata were taken: %+v", a)
	}
}

func another(t *testing.T, open func(*testing.T) store.Store) {
	next := func() *store.Parcel {
		doc, r := Article(6, 1)
		r.Statements, r.Figures = nil, nil
		r.Meetings[0].Status = "collapsed"
		return pack(doc, r, "test-2")
	}
	fresh := open(t)
	add(t, fresh, next(), Parcel(7, 1))
	want := dump(t, fresh)
	s := open(t)
	add(t, s, Parcel(7, 1), Parcel(6, 1))
	if a := add(t, s, next()); a != (store.Added{Again: 1}) {
		t.Errorf("another reader: %+v", a)
	}
	if got := dump(t, s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	forced := next()
	forced.Again = true
	if a := add(t, s, next()); a != (store.Added{Same: 1}) {
		t.Errorf("the same reader: %+v", a)
	}
	if a := add(t, s, forced); a != (store.Added{Again: 1}) {
		t.Errorf("the same reader, asked to: %+v", a)
	}
	if got := dump(t, s); got != want {
		t.Errorf("read again by the same reader:\n%s\nwant\n%s", got, want)
	}
	doc, _ := Article(6, 1)
	k := must[store.Known](t)(s.Known(t.Context(), doc.ID()))
	if !k.Stored || k.Reader != "test-2" || k.Source.Path != doc.Source.Path {
		t.Errorf("known: %+v", k)
	}
	r := must[*fact.Reading](t)(s.Reading(t.Context(), doc.ID()))
	if len(r.Statements) != 0 || r.Text != doc.Text {
		t.Errorf("reading: %+v", r)
	}
}

func allOrNothing(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(1, 1))
	before := dump(t, s)
	broken := Parcel(3, 1)
	broken.Text = nil // a column that must be there
	if _, err := s.Add(t.Context(), []*store.Parcel{Parcel(2, 1), broken}); err == nil {
		t.Fatal("a parcel without text was kept")
	}
	if after := dump(t, s); after != before {
		t.Errorf("half a batch was kept:\n%s", after)
	}
	add(t, s, Parcel(2, 1))
}

func questions(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	for n := range 10 {
		add(t, s, Parcel(n, 1))
	}
	meetings := all(t, s, store.Query{Kind: record.Meetings})
	none, qamar := "", "qamar"
	doc, _ := Article(4, 1)
	for name, q := range map[string]struct {
		store.Query
		want int
	}{
		"one":        {store.Query{Kind: record.Meetings, ID: meetings[2].ID}, 1},
		"process":    {store.Query{Kind: record.Meetings, Process: &qamar}, 10},
		"no process": {store.Query{Kind: record.Meetings, Process: &none}, 0},
		"about":      {store.Query{Kind: record.Statements, About: meetings[2].ID}, 1},
		"loose":      {store.Query{Kind: record.Statements, Loose: true}, 0},
		"days":       {store.Query{Kind: record.Meetings, From: "2031-01-03", To: "2031-01-05"}, 3},
		"article":    {store.Query{Kind: record.Figures, Article: doc.ID()}, 1},
		"limit":      {store.Query{Kind: record.Meetings, Limit: 4, Offset: 8}, 2},
	} {
		if got := all(t, s, q.Query); len(got) != q.want {
			t.Errorf("%s: %d facts, want %d", name, len(got), q.want)
		}
	}
	var salim record.ID
	for _, a := range all(t, s, store.Query{Kind: record.Actors}) {
		if a.Evidence[0].Body.(*record.Sighting).ID == "person:salim" {
			salim = a.ID
		}
	}
	if got := all(t, s, store.Query{Kind: record.Statements, Actor: salim}); len(got) != 10 {
		t.Errorf("statements of one actor: %d", len(got))
	}
}

func unknown(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	if _, err := s.Article(t.Context(), "sha256:00"); !errors.Is(err, store.ErrUnknown) {
		t.Errorf("article: %v", err)
	}
	if _, err := s.Reading(t.Context(), "sha256:00"); !errors.Is(err, store.ErrUnknown) {
		t.Errorf("reading: %v", err)
	}
	if k, err := s.Known(t.Context(), "sha256:00"); err != nil || k.Stored {
		t.Errorf("known: %+v, %v", k, err)
	}
}

func cancelled(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Add(ctx, []*store.Parcel{Parcel(1, 1)}); !errors.Is(err, context.Canceled) {
		t.Errorf("add: %v", err)
	}
	add(t, s, Parcel(1, 1))
}
