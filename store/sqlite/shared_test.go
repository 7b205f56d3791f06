package sqlite

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mahdar/record"
)

// TestShared holds what is found in parts and by sieves against a map of all.
func TestShared(t *testing.T) {
	db, err := Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	const articles, findings, keysOf, space = 200, 5, 6, 1500
	rnd := rand.New(rand.NewPCG(1, 2))
	scale := uint64(1<<record.HashBits) / space
	var all []holder
	err = db.writing(t.Context(), func(w *writer) error {
		for a := int64(1); a <= articles; a++ {
			var b []byte
			for seq := range findings {
				fact := rnd.Int64N(400)
				b = binary.BigEndian.AppendUint16(b, uint16(seq))
				b = append(binary.BigEndian.AppendUint64(b, uint64(fact)), keysOf)
				for range keysOf {
					// The lower keys are held by many, the least by a crowd.
					key := int64(uint64(rnd.IntN(1+rnd.IntN(space))) * scale)
					b = binary.BigEndian.AppendUint64(b, uint64(key))
					all = append(all, holder{key, fact, holderAt(a, seq)})
				}
			}
			if _, err := w.exec("INSERT INTO sketch (article, keys) VALUES (?,?)", a, b); err != nil {
				return err
			}
		}
		for _, from := range []int64{0, articles / 2, articles - 5, articles} {
			want := map[int64]map[holder]bool{}
			var keys []int64
			for key, hs := range byKey(all) {
				facts := map[int64]bool{}
				fresh := false
				for h := range hs {
					facts[h.fact] = true
					fresh = fresh || h.article() > from
				}
				if fresh && len(facts) > 1 && len(facts) <= record.Crowd {
					want[key] = hs
					keys = append(keys, key)
				}
			}
			slices.Sort(keys)
			for _, most := range []int{mostKeys, 1000, 100} {
				t.Run(fmt.Sprintf("%d/%d", from, most), func(t *testing.T) {
					var got []int64
					x := &tier{ctx: t.Context(), ask: w, most: most}
					err := x.shared(from, func(group []holder) error {
						key := group[0].key
						got = append(got, key)
						hs := map[holder]bool{}
						for _, h := range group {
							hs[h] = true
						}
						if len(hs) != len(want[key]) {
							t.Errorf("key %d is held by %d, found %d", key, len(want[key]), len(hs))
						}
						return nil
					})
					if err != nil {
						t.Fatal(err)
					}
					if !slices.Equal(got, keys) {
						t.Errorf("found %d keys in their order, want %d", len(got), len(keys))
					}
				})
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func byKey(hs []holder) map[int64]map[holder]bool {
	out := map[int64]map[holder]bool{}
	for _, h := range hs {
		if out[h.key] == nil {
			out[h.key] = map[holder]bool{}
		}
		out[h.key][h] = true
	}
	return out
}
