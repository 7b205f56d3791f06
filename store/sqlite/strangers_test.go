package sqlite

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"mahdar/record"
	"mahdar/store"
)

func TestStrangers(t *testing.T) {
	x := strangers{bits: make([]uint64, strangerBlock<<strangerBlocks)}
	rng := rand.New(rand.NewPCG(3, 3))
	var there []int64
	for range 2_500_000 {
		there = append(there, rng.Int64N(1<<record.HashBits))
		x.add(there[len(there)-1])
	}
	for _, h := range there {
		if x.stranger(h) {
			t.Fatalf("%d is there", h)
		}
	}
	taken := 0
	for range 50_000 {
		if !x.stranger(rng.Int64N(1 << record.HashBits)) {
			taken++
		}
	}
	if taken > 150 {
		t.Errorf("%d strangers of 50,000 are taken for acquaintances", taken)
	}
}

// A record is the same whether or not its writer remembers which facts are
// there, and whatever another program writes in between.
func TestStrangersAreMade(t *testing.T) {
	ps := generated(t, 60)
	add := func(db *DB, ps []*store.Parcel) {
		if _, err := db.Add(t.Context(), ps); err != nil {
			t.Fatal(err)
		}
	}
	whole := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	add(whole, ps)
	path := filepath.Join(t.TempDir(), "talks.db")
	one, other := openAt(t, path, Create), openAt(t, path, Create)
	for i := 0; i < len(ps); i += 10 {
		add(one, ps[i:i+5])
		one.w.strangers.made = fewMade
		add(one, ps[i+5:i+7])
		if one.w.strangers.bits == nil {
			t.Fatal("no filter was made")
		}
		add(other, ps[i+7:i+10])
	}
	if dumped(t, one) != dumped(t, whole) {
		t.Error("the record of two writers that remember facts differs")
	}
}
