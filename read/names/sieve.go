package names

// sieve tells in a few instructions that a word is not among some: most words
// of an article are none of its names, and need no look into a map.
type sieve [16]uint64

// bit is the place of a word of two letters or more.
func bit(word string) uint {
	n := len(word)
	h := uint(n) ^ uint(word[1])<<1 ^ uint(word[n-1])<<3 ^ uint(word[n-3])<<5
	return h & 1023
}

// add adds a word; shorter ones than two letters are passed over.
func (s *sieve) add(word string) {
	if len(word) >= 4 {
		b := bit(word)
		s[b>>6] |= 1 << (b & 63)
	}
}

// may reports whether a word may be among those that were added.
func (s *sieve) may(word string) bool {
	if len(word) < 4 {
		return false
	}
	b := bit(word)
	return s[b>>6]&(1<<(b&63)) != 0
}
