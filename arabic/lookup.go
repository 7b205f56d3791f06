package arabic

import "strings"

// Lookup finds the folded word in a vocabulary, as it stands or after attached
// particles: و or ف, then ب, ل or ك. للـ is taken for ل with the article, so a
// vocabulary lists a word with its article where it has one. The whole word
// wins over a shorter stem.
func Lookup[T any](m map[string]T, word string) (T, Analysis, bool) {
	if v, ok := m[word]; ok {
		return v, Analysis{Stem: word}, true
	}
	var none T
	if len(word) < 2+bare {
		return none, Analysis{}, false
	}
	a := Analysis{Stem: word}
	switch word[:2] {
	case "و":
		a.Conj = 'w'
	case "ف":
		a.Conj = 'f'
	}
	if a.Conj != 0 {
		a.Stem, a.Cut = word[2:], 2
		if v, ok := m[a.Stem]; ok {
			return v, a, true
		}
		if len(a.Stem) < 2+bare {
			return none, Analysis{}, false
		}
	}
	switch a.Stem[:2] {
	case "ب":
		a.Prep = 'b'
	case "ل":
		a.Prep = 'l'
	case "ك":
		a.Prep = 'k'
	default:
		return none, Analysis{}, false
	}
	a.Stem, a.Cut = a.Stem[2:], a.Cut+2
	if a.Prep == 'l' && strings.HasPrefix(a.Stem, "ل") {
		if v, ok := m["ا"+a.Stem]; ok {
			a.Stem, a.Det = "ا"+a.Stem, true
			return v, a, true
		}
		return none, Analysis{}, false
	}
	v, ok := m[a.Stem]
	return v, a, ok
}
