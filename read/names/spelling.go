package names

import (
	"strings"
	"unicode/utf8"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// usualSpelling is the name of a person that no list has, as it is usually written: a
// given name with the hamza, the dots and the blank that the article leaves out («احمد
// عبدالغني» is أحمد عبد الغني), and أبو with its hamza. What the article writes otherwise
// («نايف») stays, and so do the names of families.
func (l *linker) usualSpelling(name string) string {
	words := strings.Split(name, " ")
	for k, w := range words {
		folded := arabic.Fold(w)
		if rest, ok := lexicon.Servant(folded); ok && strings.HasSuffix(w, rest) {
			w = w[:len(w)-len(rest)] + " " + rest
		}
		usual := l.lex.GivenSpelling(folded)
		if kunya(folded) {
			usual = "أ" + strings.TrimPrefix(folded, "ا")
		}
		if usual != "" && fuller(usual, w) {
			w = usual
		}
		words[k] = w
	}
	return strings.Join(words, " ")
}

// kunya reports whether a folded word is that with which a name by a child begins.
func kunya(w string) bool {
	switch w {
	case "ابو", "ابي", "ابا", "ام":
		return true
	}
	return false
}

// fuller reports whether a spelling has all that another of the same letters has, and
// hamzas or dots where that has none, blanks aside.
func fuller(spelling, w string) bool {
	for _, a := range spelling {
		if a == ' ' {
			w = strings.TrimPrefix(w, " ")
			continue
		}
		b, size := utf8.DecodeRuneInString(w)
		if a != b && !bareForm(b, a) {
			return false
		}
		w = w[size:]
	}
	return w == ""
}

// bareForm reports whether a letter is what is left of another without its hamza or dots:
// a ي for ئ or ى is a name of its own more often («نايف»، «مني»).
func bareForm(bare, full rune) bool {
	switch bare {
	case 'ا':
		return full == 'أ' || full == 'إ' || full == 'آ'
	case 'ه':
		return full == 'ة'
	case 'ى':
		return full == 'ي'
	case 'و':
		return full == 'ؤ'
	}
	return false
}
