package lexicon

import (
	"hash/maphash"
	"strings"
)

// cacheLimit bounds the words that a tagger remembers.
const cacheLimit = 1 << 16

// firstBytes is how many bytes of a word stand with what is known of it: most
// words have no more, so that comparing them fetches nothing from elsewhere.
const firstBytes = 24

// memory is the words that a tagger remembers, by their hash. It is half empty at
// least.
type memory struct {
	seed  maphash.Seed
	slots []recalled // a power of two of them
	words int
}

// recalled is a place of the table, free where it has no word.
type recalled struct {
	hash uint64
	word *found
}

func newMemory() memory { return memory{seed: maphash.MakeSeed(), slots: make([]recalled, 1<<13)} }

func (m *memory) hash(word string) uint64 { return maphash.String(m.seed, word) }

// find is what is remembered of a word with its hash, nil for nothing.
func (m *memory) find(hash uint64, word string) *found {
	for i := hash; ; i++ {
		s := &m.slots[i&uint64(len(m.slots)-1)]
		if s.word == nil {
			return nil
		}
		if s.hash == hash && s.word.spells(word) {
			return s.word
		}
	}
}

// add remembers a word that is not remembered yet. A memory that is full forgets
// all that it held.
func (m *memory) add(hash uint64, word string, f *found) {
	if m.words >= cacheLimit {
		clear(m.slots)
		m.words = 0
	}
	if 2*m.words >= len(m.slots) {
		old := m.slots
		m.slots = make([]recalled, 2*len(old))
		for _, s := range old {
			if s.word != nil {
				m.put(s)
			}
		}
	}
	if n := copy(f.first[:], word); n < len(word) {
		rest := strings.Clone(word[n:])
		f.rest = &rest
	}
	f.size, f.hash = uint8(len(word)), hash
	m.put(recalled{hash, f})
	m.words++
}

// put lays s into the first free place.
func (m *memory) put(s recalled) {
	i := s.hash
	for m.slots[i&uint64(len(m.slots)-1)].word != nil {
		i++
	}
	m.slots[i&uint64(len(m.slots)-1)] = s
}

// spells reports whether f is of the given word.
func (f *found) spells(word string) bool {
	if len(word) != int(f.size) {
		return false
	}
	if len(word) <= firstBytes {
		return string(f.first[:len(word)]) == word
	}
	return string(f.first[:]) == word[:firstBytes] && *f.rest == word[firstBytes:]
}
