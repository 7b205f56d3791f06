package page

import (
	"hash/maphash"
	"sync/atomic"
)

// Vocabulary is a fixed set of folded words and marks, each with a set of bits.
// A stage that asks of the same tokens again and again whether they are among
// some words makes one Vocabulary of all its lists, lays it over the page once
// and tests bits from then on. It is read-only once made.
type Vocabulary struct {
	seed    maphash.Seed
	slots   []entry // a power of two of them, most of them free
	longest int
	note    int
}

// entry is a place of the table.
type entry struct {
	word string // "" for a free one
	bits uint64
}

// List is words that have the same bits.
type List struct {
	Bits  uint64
	Words []string
}

// NewVocabulary makes one of lists; a word of several lists has the bits of
// them all. Its bits are kept in the given note on each word (lexicon.Tagged.Notes),
// which must be no other's: note 0 is the Class of the page, and bit 63 is taken.
func NewVocabulary(note int, lists ...List) *Vocabulary {
	n := 0
	for _, l := range lists {
		n += len(l.Words)
	}
	size := 16
	for size < 3*n {
		size *= 2
	}
	v := &Vocabulary{note: note, seed: maphash.MakeSeed(), slots: make([]entry, size)}
	for _, l := range lists {
		for _, w := range l.Words {
			e := v.find(w)
			e.word = w
			e.bits |= l.Bits
			v.longest = max(v.longest, len(w))
		}
	}
	return v
}

// find is the place of w, a free one where it is not in the table.
func (v *Vocabulary) find(w string) *entry {
	for h := maphash.String(v.seed, w); ; h++ {
		if e := &v.slots[h&uint64(len(v.slots)-1)]; e.word == w || e.word == "" {
			return e
		}
	}
}

// Of is the bits of a folded word, 0 for one that is not in it.
func (v *Vocabulary) Of(w string) uint64 {
	if len(w) > v.longest || w == "" {
		return 0
	}
	return v.find(w).bits
}

// Lay looks up every token of p and adds what more, where it is not nil, tells of
// its word. more is asked once for each word that the tagger remembers, so it may go
// through the readings and letters of token i, and nothing else. The result is room of
// the page, in which the caller may write as long as the page is read.
func (v *Vocabulary) Lay(p *Page, more func(p *Page, i int) uint64) []uint64 {
	out := p.noted[v.note]
	for i, bits := range out {
		if bits&noted == 0 {
			bits = v.bitsOf(p, i, more)
		}
		out[i] = bits &^ noted
	}
	return out
}

// bitsOf is what is noted on the word of token i; it is worked out where nobody did.
func (v *Vocabulary) bitsOf(p *Page, i int, more func(p *Page, i int) uint64) uint64 {
	var note *atomic.Uint64 = &p.Notes(i)[v.note]
	bits := note.Load()
	if bits == 0 {
		bits = v.Of(p.Tokens[i].Word) | noted
		if more != nil {
			bits |= more(p, i)
		}
		note.Store(bits)
	}
	return bits
}
