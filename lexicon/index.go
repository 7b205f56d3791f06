package lexicon

import (
	"hash/maphash"
	"strings"
)

// index numbers strings in the order in which they come. It does what a map
// does in half the time and keeps no pointers but the strings: the lexicon is
// loaded by every command, and most of loading is numbering words.
type index struct {
	seed  maphash.Seed
	slots []slot // a power of two of them, half of them free
	keys  []string
	arena strings.Builder // where words that numberBytes adds are kept
}

// slot is a place of the table: part of a key's hash and 1 + its number.
type slot struct {
	hash   uint32
	number int32
}

// newIndex has room for n strings.
func newIndex(n int) *index {
	size := 64
	for size < 2*n {
		size *= 2
	}
	return &index{seed: maphash.MakeSeed(), slots: make([]slot, size), keys: make([]string, 0, n)}
}

// find is the number of a string.
func (x *index) find(key string) (int32, bool) {
	h := uint32(maphash.String(x.seed, key))
	for at := h; ; at++ {
		s := x.slots[at&uint32(len(x.slots)-1)]
		if s.number == 0 {
			return 0, false
		}
		if s.hash == h && x.keys[s.number-1] == key {
			return s.number - 1, true
		}
	}
}

// number is the number of a string, which is added where it has none.
func (x *index) number(key string) (n int32, added bool) {
	h := uint32(maphash.String(x.seed, key))
	at := h
	for {
		s := x.slots[at&uint32(len(x.slots)-1)]
		if s.number == 0 {
			break
		}
		if s.hash == h && x.keys[s.number-1] == key {
			return s.number - 1, false
		}
		at++
	}
	return x.put(at, h, key), true
}

// numberBytes is number for a key whose bytes the caller goes on to use.
func (x *index) numberBytes(key []byte) (n int32, added bool) {
	h := uint32(maphash.Bytes(x.seed, key))
	at := h
	for {
		s := x.slots[at&uint32(len(x.slots)-1)]
		if s.number == 0 {
			break
		}
		if s.hash == h && x.keys[s.number-1] == string(key) {
			return s.number - 1, false
		}
		at++
	}
	start := x.arena.Len()
	x.arena.Write(key)
	return x.put(at, h, x.arena.String()[start:]), true
}

// put takes the free slot at for a key.
func (x *index) put(at, h uint32, key string) int32 {
	x.keys = append(x.keys, key)
	n := int32(len(x.keys))
	x.slots[at&uint32(len(x.slots)-1)] = slot{h, n}
	if 2*len(x.keys) > len(x.slots) {
		x.grow()
	}
	return n - 1
}

// grow doubles the table.
func (x *index) grow() {
	old := x.slots
	x.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		at := s.hash
		for x.slots[at&uint32(len(x.slots)-1)].number != 0 {
			at++
		}
		x.slots[at&uint32(len(x.slots)-1)] = s
	}
}
