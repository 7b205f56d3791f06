package names

import "mahdar/lexicon"

// sieve tells in a few instructions that a word is not among some: most words
// of an article are none of its names, and need no look into a map.
type sieve [lexicon.Sifts / 64]uint64

// add adds a word.
func (s *sieve) add(word string) {
	b := lexicon.Sift(word)
	s[b>>6] |= 1 << (b & 63)
}

// may reports whether a word may be among those that were added.
func (s *sieve) may(word string) bool { return s.mayBe(lexicon.Sift(word)) }

// mayBe is may for a word whose Sift is known.
func (s *sieve) mayBe(sift uint16) bool { return s[sift>>6%uint16(len(s))]&(1<<(sift&63)) != 0 }
