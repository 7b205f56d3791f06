package arabic

import "strings"

// Gate tells words that cannot be in a vocabulary, after attached particles or
// without, from those that may: it never turns a word of the vocabulary away,
// and lets few others through. A word is known by its last four letters, which
// particles before it leave alone; three let every «-وات» through for سنوات. The
// zero Gate lets nothing through.
type Gate [1 << gateBits / 64]uint64

// gateBits is such that a few hundred words leave a Gate nearly empty, and a Gate
// fits a processor's nearest cache beside the text.
const gateBits = 16

// gateTail is how many bytes at a word's end a Gate looks at.
const gateTail = 8

// Open lets word through, and word with particles attached before it.
func (g *Gate) Open(word string) {
	g.open(word)
	if letters, ok := strings.CutPrefix(word, "ال"); ok && len(word) <= gateTail {
		g.Open("لل" + letters) // ل before the article
	}
	if len(word) >= gateTail {
		return
	}
	for _, particle := range [...]string{"و", "ف", "ب", "ل", "ك"} {
		g.Open(particle + word)
	}
}

func (g *Gate) open(word string) {
	at := gateHash(word)
	g[at>>6] |= 1 << (at & 63)
}

// May reports whether word may be in the vocabulary.
func (g *Gate) May(word string) bool {
	at := gateHash(word)
	return g[at>>6]>>(at&63)&1 == 1
}

// fibonacci is 2^64 divided by the golden ratio, an odd number: multiplying by it spreads keys
// that differ in few bits over the high bits (Knuth, The Art of Computer Programming 3, 6.4).
const fibonacci = 0x9e3779b97f4a7c15

// gateHash mixes the last bytes of word.
func gateHash(word string) uint64 {
	var h uint64
	if n := len(word); n >= gateTail {
		w := word[n-gateTail:]
		h = uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
	} else {
		for i := range n {
			h = h<<8 | uint64(word[i])
		}
	}
	return h * fibonacci >> (64 - gateBits)
}

// GateOf is the Gate of the words of m.
func GateOf[T any](m map[string]T) *Gate {
	g := new(Gate)
	for w := range m {
		g.Open(w)
	}
	return g
}
