package storetest

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
)

// across tests what goes across articles, and what goes with the record.
func across() map[string]func(*testing.T, func(*testing.T) store.Store) {
	return map[string]func(*testing.T, func(*testing.T) store.Store){
		"batches in any order": batches,
		"batch given up":       givenUp,
		"no quarrel":           noQuarrel,
		"read again in bulk":   bulk,
		"search":               search,
		"notes":                notes,
		"ids":                  ids,
		"check and backup":     checkAndBackup,
	}
}

// generated are the first n articles of an archive, each packed.
func generated(n int) []*store.Parcel {
	out := make([]*store.Parcel, n)
	for i := range out {
		doc, r := Generated(i)
		out[i] = pack(doc, r, Reader)
	}
	return out
}

func inBatch(t *testing.T, s store.Store, ps []*store.Parcel) {
	t.Helper()
	b := must[store.Batch](t)(s.Begin(t.Context()))
	for _, p := range ps {
		must[store.Added](t)(b.Add(t.Context(), p))
	}
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
}

func batches(t *testing.T, open func(*testing.T) store.Store) {
	ps := generated(60)
	one := open(t)
	add(t, one, ps...)
	want := dump(t, one)
	for seed := range uint64(2) {
		s := open(t)
		rng := rand.New(rand.NewPCG(seed, 5))
		rng.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
		for at := 0; at < len(ps); {
			n := min(len(ps)-at, 1+rng.IntN(20))
			inBatch(t, s, ps[at:at+n])
			at += n
			if rng.IntN(2) == 0 {
				if err := s.Settle(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, s); got != want {
			t.Fatalf("seed %d: batches make another record:\n%s", seed, firstDifference(got, want))
		}
	}
}

// noQuarrel: that a meeting begins on one day and ends on another, and that one
// came and another did not, are different sides of it and no disagreement; that
// two articles tell another day of its end is one.
func noQuarrel(t *testing.T, open func(*testing.T) store.Store) {
	parcels := func(end string) []*store.Parcel {
		var out []*store.Parcel
		for v := range 2 {
			doc, r := Article(3, v)
			m := &r.Meetings[0]
			m.Status, m.Start, m.End = "concluded", "2031-01-04", "2031-01-05"
			if v == 1 {
				m.End = end
			}
			m.Participants = append(m.Participants, fact.Participant{Name: "نادر الفخري", Attendance: "boycotted"})
			out = append(out, pack(doc, r, Reader))
		}
		return out
	}
	for end, want := range map[string]int{"2031-01-05": 0, "2031-01-06": 1} {
		s := open(t)
		add(t, s, parcels(end)...)
		n := 0
		for d, err := range s.Disagreements(t.Context(), store.Query{}) {
			must[*record.Disagreement](t)(d, err)
			if n++; d.Slot != record.SlotDate || d.Of != "end" {
				t.Errorf("until %s: %+v", end, d)
			}
		}
		if n != want {
			t.Errorf("until %s: %d disagreements, want %d", end, n, want)
		}
	}
}

// bulk: many articles that are read again by another version, some with less
// in them, end in the record of one reading.
func bulk(t *testing.T, open func(*testing.T) store.Store) {
	next := func(i int) *store.Parcel {
		doc, r := Generated(i)
		if i%3 == 0 {
			r.Statements = r.Statements[:4]
			r.Meetings = r.Meetings[1:]
		}
		return pack(doc, r, "test-2")
	}
	var ps []*store.Parcel
	for i := range 40 {
		ps = append(ps, next(i))
	}
	fresh := open(t)
	add(t, fresh, ps...)
	want := dump(t, fresh)
	s := open(t)
	add(t, s, generated(40)...)
	inBatch(t, s, ps[:7])
	inBatch(t, s, ps[7:])
	if err := s.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, s); got != want {
		t.Errorf("read again:\n%s", firstDifference(got, want))
	}
}

// firstDifference is where two texts part, with what stands around.
func firstDifference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-300):min(len(s), i+300)] }
	return "got  …" + around(got) + "…\nwant …" + around(want) + "…"
}

func givenUp(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(1, 1))
	before := dump(t, s)
	b := must[store.Batch](t)(s.Begin(t.Context()))
	must[store.Added](t)(b.Add(t.Context(), Parcel(2, 1)))
	b.Rollback()
	b.Rollback()
	if got := dump(t, s); got != before {
		t.Error("a batch that was given up left something")
	}
	add(t, s, Parcel(2, 1))
}

func search(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	for n := range 4 {
		add(t, s, Parcel(n, 1))
	}
	for query, want := range map[string]int{"محادثات": 4, "المحادثات وفد": 4, "للوفد": 4, `"الوفد سالم"`: 4, `"سالم الوفد"`: 0, "وزير": 0, "قصف": 4, `) OR "`: 0, `a" OR "b`: 0} {
		n := 0
		for h, err := range s.Search(t.Context(), store.ParsePattern(query), "", "") {
			if err != nil {
				t.Fatal(err)
			}
			if len(h.At) == 0 {
				t.Errorf("%s: nothing marked", query)
			}
			n++
		}
		if n != want {
			t.Errorf("%s: %d articles, want %d", query, n, want)
		}
	}
	var days []string
	for h, err := range s.Search(t.Context(), store.ParsePattern("محادثات"), "2031-01-02", "2031-01-03") {
		if err != nil {
			t.Fatal(err)
		}
		days = append(days, h.Published.EDTF)
	}
	if len(days) != 2 || days[0] != "2031-01-03" {
		t.Errorf("days: %v", days)
	}
}

func notes(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	if b, err := s.Note(t.Context(), "k"); err != nil || b != nil {
		t.Errorf("%q, %v", b, err)
	}
	for _, v := range []string{"one", "two"} {
		if err := s.SetNote(t.Context(), "k", []byte(v)); err != nil {
			t.Fatal(err)
		}
	}
	if b := must[[]byte](t)(s.Note(t.Context(), "k")); string(b) != "two" {
		t.Errorf("%q", b)
	}
}

func ids(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(1, 1), Parcel(2, 1))
	ms := all(t, s, store.Query{Kind: record.Meetings})
	for _, m := range ms {
		for _, n := range []int{13, 8} {
			got := must[[]record.ID](t)(s.IDs(t.Context(), m.ID.String()[:n], 10))
			if len(got) != 1 || got[0] != m.ID {
				t.Errorf("%s: %v", m.ID.String()[:n], got)
			}
		}
	}
	for prefix, want := range map[string]int{"m": 2, "": 0, "x": 0, "m!": 0, "q": 0} {
		if got := must[[]record.ID](t)(s.IDs(t.Context(), prefix, 10)); len(got) != want {
			t.Errorf("%q: %v", prefix, got)
		}
	}
}

func checkAndBackup(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, generated(5)...)
	for fault, err := range s.Check(t.Context()) {
		t.Errorf("%s, %v", fault, err)
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), path); err == nil {
		t.Error("a backup over a file that is there")
	}
}
