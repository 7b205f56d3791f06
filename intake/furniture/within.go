package furniture

import (
	"fmt"
	"strings"
)

// gate tells by three letters of a word whether it is worth a look: the first three
// after its article, with which too many words begin.
type gate [64]uint64

// letters is how many bytes of a word a gate looks at, article those before them.
const letters, article = 6, "ال"

// at is the place of the letters that w begins with. In UTF-8 the second byte
// of an Arabic letter tells most letters apart.
func at(w string) (word, bit uint) {
	return uint(w[3]^w[1]<<3) & 63, uint(w[1]^w[5]<<2) & 63
}

// bare is w from the letters on that a gate looks at. They are the first ones where
// fewer than three follow the article in the same word.
func bare(w string) string {
	const n = len(article)
	if len(w) >= n+letters && w[:n] == article && w[n+2] != ' ' && w[n+4] != ' ' {
		return w[n:]
	}
	return w
}

// open lets words through that begin as w does; a shorter w opens nothing.
func (g *gate) open(w string) {
	if len(w) < letters {
		return
	}
	b := bare(w)
	if len(b) == len(w) && strings.HasPrefix(w, article) {
		for i := range g { // the letters that tell longer words which begin so are not known
			g[i] = ^uint64(0)
		}
	}
	word, bit := at(b)
	g[word] |= 1 << bit
}

func (g *gate) lets(w string) bool {
	if len(w) < letters {
		return false
	}
	word, bit := at(bare(w))
	return g[word]>>bit&1 == 1
}

// within is phrases that may stand anywhere in a line, a particle attached to
// their first word or not. They are found by their second word, which begins
// after a blank, so that a line is walked once however many phrases there are.
type within struct {
	phrases []string
	second  []int    // where the second word of each begins
	words   []string // the second word of each
	gate    gate
}

// most is how many phrases a within can tell apart.
const most = 64

func (v *within) add(phrase string) error {
	blank := strings.IndexByte(phrase, ' ')
	if blank < 0 || len(phrase) < blank+1+letters {
		return fmt.Errorf("%q: a phrase of two words is wanted, the second of three letters or more", phrase)
	}
	if len(v.phrases) == most {
		return fmt.Errorf("%q: more than %d phrases of its kind", phrase, most)
	}
	v.phrases = append(v.phrases, phrase)
	v.second = append(v.second, blank+1)
	word, _, _ := strings.Cut(phrase[blank+1:], " ")
	v.words = append(v.words, word)
	v.gate.open(phrase[blank+1:])
	return nil
}

// may reports whether word may be the second of a phrase.
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
			if from := at - v.second[n]; from >= 0 && strings.HasPrefix(key[from:], p) {
				found |= 1 << n
			}
		}
	}
}
