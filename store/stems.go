package store

import (
	"slices"
	"strings"
	"sync"

	"mahdar/arabic"
	"mahdar/text"
)

// Stems are the distinct words of an article as the full-text index knows
// them, with a blank between: folded, and both with and without a particle
// that may be attached or the word's own («وزير», «لبنان»), so that «وزير»
// finds «للوزير» and «قرار» finds «بقرار».
func Stems(src string) string { return stems(arabic.New(src)) }

func stems(t *arabic.Text) string {
	x := stemmers.Get().(*stemmer)
	x.out = x.out[:0]
	for _, k := range t.Tokens {
		w := stem(k)
		x.put(w)
		for w, more := bare(w); more; w, more = bare(w) {
			x.put(w)
		}
	}
	out := string(x.out)
	if len(x.seen) < mostWords {
		clear(x.seen)
		stemmers.Put(x)
	}
	return out
}

// mostWords is how many words an article may have for its stemmer to be used
// again: to clear a greater one would cost more than to make one.
const mostWords = 10_000

// stemmer gathers the words of one article after another.
type stemmer struct {
	seen map[string]struct{}
	out  []byte
}

var stemmers = sync.Pool{New: func() any { return &stemmer{seen: map[string]struct{}{}} }}

func (x *stemmer) put(w string) {
	if _, ok := x.seen[w]; ok || w == "" {
		return
	}
	x.seen[w] = struct{}{}
	if len(x.out) > 0 {
		x.out = append(x.out, ' ')
	}
	x.out = append(x.out, w...)
}

// Wanted are the words of a query as the full-text index knows them.
func Wanted(query string) []string {
	var out []string
	for _, k := range arabic.New(query).Tokens {
		if w := stem(k); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// stem is the word of a token without what can only be attached to it, "" for
// a token that is not indexed.
func stem(k arabic.Token) string {
	switch k.Kind {
	case arabic.Quote, arabic.Punct:
		return ""
	case arabic.Word:
		return light(k.Word)
	}
	return k.Word
}

// fronts are what is taken off the front of a word, the longest first; at
// least two letters stay.
var fronts = [...]string{"وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"}

// light takes the article with a conjunction and a preposition before it off a
// folded word. It does the same to the words of a query, so that it need only
// be consistent, not right.
func light(w string) string {
	const twoLetters = 4
	for _, f := range fronts {
		if len(w) >= len(f)+twoLetters && strings.HasPrefix(w, f) {
			return w[len(f):]
		}
	}
	return w
}

// bare takes a letter off the front of a word that may be a particle; at least
// three letters stay.
func bare(w string) (string, bool) {
	const letter, threeLetters = 2, 6
	if len(w) < letter+threeLetters {
		return "", false
	}
	switch w[:letter] {
	case "و", "ف", "ب", "ل":
		return w[letter:], true
	}
	return "", false
}

// Pattern is what somebody searches for: words that must all stand in an
// article, and phrases (in quotation marks) whose words must stand together.
type Pattern struct {
	Words   []string // distinct stems
	phrases [][]string
}

// ParsePattern reads a search: blanks part words, any quotation marks hold
// phrases together.
func ParsePattern(query string) Pattern {
	var p Pattern
	for i, part := range splitQuotes(query) {
		words := Wanted(part)
		for _, w := range words {
			if !slices.Contains(p.Words, w) {
				p.Words = append(p.Words, w)
			}
			if i%2 == 0 {
				p.phrases = append(p.phrases, []string{w})
			}
		}
		if i%2 == 1 && len(words) > 0 {
			p.phrases = append(p.phrases, words)
		}
	}
	return p
}

// splitQuotes cuts at every quotation mark: the odd parts stood between two.
func splitQuotes(s string) []string {
	return strings.Split(strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"«»“”„‟", r) {
			return '"'
		}
		return r
	}, s), "\"")
}

// Find are the places of src where the words of the pattern stand, in their
// order, as the letters of the source; nil where not all of it stands there.
func (p Pattern) Find(src string) []text.Span {
	if len(p.phrases) == 0 {
		return nil
	}
	t := arabic.New(src)
	stems, at := make([]string, 0, len(t.Tokens)), make([]text.Span, 0, len(t.Tokens))
	for _, k := range t.Tokens {
		if w := stem(k); w != "" {
			stems, at = append(stems, w), append(at, k.Span())
		}
	}
	found := make([]bool, len(p.phrases))
	var out []text.Span
	for i := range stems {
		for j, ph := range p.phrases {
			if begins(stems[i:], ph) {
				found[j] = true
				s := text.Span{Start: at[i].Start, End: at[i+len(ph)-1].End}
				if len(out) == 0 || !out[len(out)-1].Overlaps(s) {
					out = append(out, s)
				}
			}
		}
	}
	for _, ok := range found {
		if !ok {
			return nil
		}
	}
	return out
}

// begins reports whether stems of an article begin with those of a phrase.
func begins(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, p := range phrase {
		w, more := words[i], true
		for more && w != p {
			w, more = bare(w)
		}
		if !more {
			return false
		}
	}
	return true
}
