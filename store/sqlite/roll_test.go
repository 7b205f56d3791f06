package sqlite

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"mahdar/record"
	"mahdar/store"
)

// someEntries are entries of few lists, of which many stand at the same place.
func someEntries(rng *rand.Rand, n int) []entry {
	out := make([]entry, n)
	for i := range out {
		p := store.Place{At: rng.Int64N(40) << 34, Nth: rng.Int64N(50), Tie: 1 + rng.Int64N(1000)}
		list := []int64{0, 7, -7, 1 << 62, -1 << 63}[rng.IntN(5)]
		out[i] = newEntry(listSort(rng.IntN(5)), list, record.Kind(rng.IntN(8)), p)
	}
	return out
}

func ordered(es []entry) []entry {
	es = slices.Clone(es)
	slices.SortFunc(es, compareEntries)
	return slices.Compact(es)
}

func TestEntriesArePacked(t *testing.T) {
	es := ordered(someEntries(rand.New(rand.NewPCG(1, 1)), 500))
	var b []byte
	var before entry
	for _, e := range es {
		if got := readKey(e.key()); got != e {
			t.Fatalf("key of %+v reads %+v", e, got)
		}
		b, before = appendEntry(b, before, e), e
	}
	got, err := appendEntries(nil, b)
	if err != nil || !slices.Equal(got, es) {
		t.Fatalf("%d entries of %d, %v", len(got), len(es), err)
	}
	for cut := range b {
		appendEntries(nil, b[:cut]) // no panic
	}
}

// However entries come, the lists hold them in order, forwards and backwards,
// between any two places.
func TestRoll(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	es := someEntries(rng, 9000)
	db := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	for left := es; len(left) > 0; {
		n := min(len(left), 1+rng.IntN(2000))
		if err := db.writing(t.Context(), func(w *writer) error { return w.enroll(ordered(left[:n])) }); err != nil {
			t.Fatal(err)
		}
		left = left[n:]
	}
	err := db.snapshot(t.Context(), func(l *loader) error {
		for range 300 {
			e := es[rng.IntN(len(es))]
			x := newRollReader(listSort(e.at>>sortBit), int64(e.list), record.Kind(e.at>>kindBit&15), rng.IntN(2) == 0)
			low, high := rng.Int64N(45)<<34, rng.Int64N(45)<<34
			x.above(low)
			x.below(high)
			var want []entry
			for _, f := range ordered(es) {
				if f.list == e.list && f.at>>kindBit == e.at>>kindBit && f.place().At >= low && f.place().At < high {
					want = append(want, f)
				}
			}
			if x.back {
				slices.Reverse(want)
			}
			if len(want) > 2 && rng.IntN(2) == 0 {
				n := rng.IntN(len(want))
				x.after(want[n].place())
				want = want[n+1:]
			}
			var got []entry
			for {
				part, err := x.next(l, 1+rng.IntN(50))
				if err != nil {
					return err
				}
				if len(part) == 0 {
					break
				}
				got = append(got, part...)
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%d entries, want %d (back: %v)", len(got), len(want), x.back)
			}
		}
		gone := 0
		extra := append(someEntries(rng, 20), ordered(es)...)
		if err := l.missing(ordered(extra), func(string) error { gone++; return nil }); err != nil {
			return err
		}
		if want := len(ordered(extra)) - len(ordered(es)); gone != want {
			t.Errorf("%d entries are missing, want %d", gone, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
