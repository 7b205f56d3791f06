package furniture

import (
	"fmt"
	"strings"
)

// gate tells by the first four letters of a word, its article among them, whether it is
// worth a look.
type gate [64]uint64

// letters is how many bytes of a word a gate looks at.
const letters = 8

// fibonacci is 2^64 divided by the golden ratio, which spreads keys over the high bits of a
// product (Knuth, The Art of Computer Programming 3, 6.4).
const fibonacci = 0x9e3779b97f4a7c15

// at is the place of the letters that w begins with.
func at(w string) (word, bit uint64) {
	w = w[:letters]
	h := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
		uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
	h *= fibonacci
	return h >> 58, h >> 52 & 63
}

// open lets words through that begin as w does; a shorter w opens nothing.
func (g *gate) open(w string) {
	if len(w) >= letters {
		word, bit := at(w)
		g[word] |= 1 << bit
	}
}

func (g *gate) lets(w string) bool {
	if len(w) < letters {
		return false
	}
	word, bit := at(w)
	return g[word]>>bit&1 == 1
}

// within is phrases that may stand anywhere in a line, a particle attached to
// their first word or not. Each is found by a later word of it, the first of four
// letters or more, which begins after a blank, so that a line is walked once however
// many phrases there are.
type within struct {
	phrases []string
	telling []int    // where the word of each begins that it is found by
	words   []string // that word
	gate    gate
}

// most is how many phrases a within can tell apart.
const most = 64

func (v *within) add(phrase string) error {
	at := 0
	var word string
	for rest := phrase; len(word) < letters; {
		blank := strings.IndexByte(rest, ' ')
		if blank < 0 {
			return fmt.Errorf("%q: a phrase of two words or more is wanted, one after the first of four letters or more", phrase)
		}
		at, rest = at+blank+1, rest[blank+1:]
		word, _, _ = strings.Cut(rest, " ")
	}
	if len(v.phrases) == most {
		return fmt.Errorf("%q: more than %d phrases of its kind", phrase, most)
	}
	v.phrases = append(v.phrases, phrase)
	v.telling = append(v.telling, at)
	v.words = append(v.words, word)
	v.gate.open(word)
	return nil
}

// may reports whether word may be the one that a phrase is found by.
func (v *within) may(word string) bool {
	if !v.gate.lets(word) {
		return false
	}
	for _, w := range v.words {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

// in is the set of phrases that stand in key, a bit each.
func (v *within) in(key string) (found uint64) {
	for at := 0; ; {
		blank := strings.IndexByte(key[at:], ' ')
		if blank < 0 {
			return found
		}
		at += blank + 1
		if !v.gate.lets(key[at:]) {
			continue
		}
		for n, p := range v.phrases {
			if from := at - v.telling[n]; from >= 0 && strings.HasPrefix(key[from:], p) {
				found |= 1 << n
			}
		}
	}
}
