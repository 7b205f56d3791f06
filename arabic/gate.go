package arabic

import "strings"

// Gate tells words that cannot be in a vocabulary, after attached particles or
// without, from those that may: it never turns a word of the vocabulary away,
// and lets few others through. A word is known by its last three letters, which
// particles before it leave alone. The zero Gate lets nothing through.
type Gate [1 << gateBits / 64]uint64

// gateBits is such that a few hundred words leave a Gate nearly empty, and a Gate
// fits a processor's nearest cache beside the text.
const gateBits = 16

// gateTail is how many bytes at a word's end a Gate looks at.
const gateTail = 6

// Open lets word through, and word with particles attached before it.
func (g *Gate) Open(word string) {
	g.open(word)
	if len(word) >= gateTail {
		if letter, ok := strings.CutPrefix(word, "ال"); ok && len(word) == gateTail {
			g.open("لل" + letter) // ل before the article
		}
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

// gateHash mixes the ends of word's last three letters: in the two bytes of an
// Arabic letter, the second tells most letters apart.
func gateHash(word string) uint {
	n := len(word)
	if n < gateTail {
		h := uint(n)
		for i := range n {
			h = h*31 + uint(word[i])
		}
		return h & (1<<gateBits - 1)
	}
	w := word[n-gateTail:]
	h := uint(w[5]) | uint(w[3])<<8 | uint(w[1])<<16 | uint(w[4]&3)<<24
	return h * 0x9e3779b1 >> 13 & (1<<gateBits - 1)
}

// GateOf is the Gate of the words of m.
func GateOf[T any](m map[string]T) *Gate {
	g := new(Gate)
	for w := range m {
		g.Open(w)
	}
	return g
}
