package sqlite

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// holder is a finding that holds a key.
type holder struct {
	key, fact int64 // fact is a hash
	at        int64 // holderAt
}

// holderAt is where a finding stands, such that findings compare as articles do.
func holderAt(article int64, seq int) int64 { return article<<16 | int64(seq) }

func (h *holder) article() int64 { return h.at >> 16 }

// sameKey is how many of hs, which are in order, hold the key of the first.
func sameKey(hs []holder) int {
	n := 1
	for n < len(hs) && hs[n].key == hs[0].key {
		n++
	}
	return n
}

const (
	// mostKeys is how many keys are gone through at a time: of a greater archive
	// first the lower ones, then those above. The sieve of so many takes 100 MB,
	// and what it lets pass less.
	mostKeys = 1 << 24

	// slotsForKey is how many slots of a sieve there are for each of all keys,
	// and where only one key in fewKeys or less is new, for each that is new.
	slotsForKey    = 3
	slotsForNewKey = slotsForKey * fewKeys
	fewKeys        = 8
)

// shared finds the keys that findings of two facts share, one of them of an
// article after from, and hands on all that hold such a key, by fact and place,
// in the order of the keys.
func (x *tier) shared(from int64, full func(group []holder) error) error {
	all, err := x.keys(0)
	if err != nil {
		return err
	}
	n, first, slots := all, int64(0), slotsForKey
	if from > 0 {
		fresh, err := x.keys(from)
		if err != nil {
			return err
		}
		if fresh <= all/fewKeys { // keys of new articles only
			n, first, slots = fresh, from, slotsForNewKey
		}
	}
	parts := n/x.most + 1
	s := newSieve(max(n/parts*slots, 1<<12), parts)
	for part := range parts {
		s.begin(part)
		keep := s.add
		if first > 0 {
			keep = s.mark
		}
		if err := x.scatter(first, s, keep); err != nil {
			return err
		}
		passed := make([][]holder, s.buckets())
		err := x.scatter(0, s, func(bucket int, hs []holder) {
			for i := range hs {
				if s.twice(hs[i].key) {
					passed[bucket] = append(passed[bucket], hs[i])
				}
			}
		})
		for i := 0; i < len(passed) && err == nil; i++ {
			err = eachGroup(passed[i], from, full)
			passed[i] = nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// keys is how many keys articles after from have, or some more.
func (x *tier) keys(from int64) (n int, err error) {
	_, err = x.ask.one(func(s *sqlite3.Stmt) { n = s.ColumnInt(0) / store.KeyBytes },
		"SELECT coalesce(sum(length(keys)), 0) FROM sketch WHERE article > ?", from)
	return n, err
}

// eachGroup hands on the groups of hs that hold one key, are of two facts or
// more, and not of a crowd, and of which one is of an article after from.
func eachGroup(hs []holder, from int64, full func(group []holder) error) error {
	slices.SortFunc(hs, func(a, b holder) int {
		switch {
		case a.key != b.key:
			return cmp.Compare(a.key, b.key)
		case a.fact != b.fact:
			return cmp.Compare(a.fact, b.fact)
		}
		return cmp.Compare(a.at, b.at)
	})
	for len(hs) > 0 {
		n := sameKey(hs)
		group := hs[:n]
		hs = hs[n:]
		if group[0].fact == group[n-1].fact || from > 0 && !slices.ContainsFunc(group, func(h holder) bool { return h.article() > from }) {
			continue
		}
		facts := 1
		for i := 1; i < n && facts <= record.Crowd; i++ {
			if group[i].fact != group[i-1].fact {
				facts++
			}
		}
		if facts > record.Crowd { // with a trait each
			continue
		}
		if err := full(group); err != nil {
			return err
		}
	}
	return nil
}

// scatter goes through the keys of the articles after from that belong to the
// sieve's part, and hands them on a bucket at a time: those of one bucket have
// slots that lie together, which a processor has at hand.
func (x *tier) scatter(from int64, s *sieve, full func(bucket int, hs []holder)) error {
	const most = 256 // to a bucket
	buckets := make([][]holder, s.buckets())
	err := x.ask.rows(func(row *sqlite3.Stmt) {
		article := row.ColumnInt64(0)
		store.EachKeys(row.ColumnRawBlob(1), func(seq uint16, fact int64, keys []byte) {
			h := holder{fact: fact, at: holderAt(article, int(seq))}
			for ; len(keys) > 0; keys = keys[store.KeyBytes:] {
				h.key = int64(binary.BigEndian.Uint64(keys))
				slot, ok := s.slot(h.key)
				if !ok {
					continue
				}
				b := &buckets[slot>>s.shift]
				if *b = append(*b, h); len(*b) == most {
					full(int(slot>>s.shift), *b)
					*b = (*b)[:0]
				}
			}
		})
	}, "SELECT article, keys FROM sketch WHERE article > ?", from)
	if err = cmp.Or(err, x.ctx.Err()); err != nil {
		return err
	}
	for i, b := range buckets {
		full(i, b)
	}
	return nil
}

// sieve tells which keys may be held by two different facts: those that are
// not, it mostly knows. A slot holds two bytes of the first fact's hash, and all
// ones once another has come: of many thousand pairs of facts that have but one
// key in common it may take one for one fact. Slots are in the order of the keys; a sieve has
// those of one part at a time.
type sieve struct {
	slots []uint16
	all   uint64 // slots of all parts
	first uint64 // slot of this part
	shift int    // slots of a bucket, as a power of two
}

func newSieve(slots, parts int) *sieve {
	const buckets, least = 8, 16 // as powers of two
	return &sieve{slots: make([]uint16, slots), all: uint64(slots * parts), shift: max(bits.Len(uint(slots))-buckets, least)}
}

func (s *sieve) buckets() int { return len(s.slots)>>s.shift + 1 }

// begin begins a part.
func (s *sieve) begin(part int) {
	clear(s.slots)
	s.first = uint64(part * len(s.slots))
}

const (
	slotFree = 0
	slotMany = 1<<16 - 1
)

// slot is the slot of key, if it belongs to this part.
func (s *sieve) slot(key int64) (uint64, bool) {
	slot, _ := bits.Mul64(uint64(key)<<(64-record.HashBits), s.all)
	slot -= s.first
	return slot, slot < uint64(len(s.slots))
}

// add counts the facts that hold these keys.
func (s *sieve) add(_ int, hs []holder) {
	for i := range hs {
		slot, _ := s.slot(hs[i].key)
		at := &s.slots[slot]
		face := uint16(1 + uint64(hs[i].fact)%(slotMany-1))
		switch *at {
		case slotFree:
			*at = face
		case face:
		default:
			*at = slotMany
		}
	}
}

// mark lets these keys pass.
func (s *sieve) mark(_ int, hs []holder) {
	for i := range hs {
		slot, _ := s.slot(hs[i].key)
		s.slots[slot] = slotMany
	}
}

func (s *sieve) twice(key int64) bool {
	slot, ok := s.slot(key)
	return ok && s.slots[slot] == slotMany
}
