package arabic

import (
	"strings"

	"mahdar/text"
)

// Sentence is a run of tokens [First, Last) up to and with its stop.
type Sentence struct {
	First, Last int // token indices, half-open
	Span        text.Span
	Paragraph   int // the line of the source that it stands on, counted from 0
}

// splitSentences cuts at stops and line breaks. A full stop is none between
// digits, after a single letter («د. سالم», «ب.ب.سي»), between names of foreign
// letters («بي. جي سميث»), or before a touching Latin letter; an ellipsis ends a sentence
// only at the end of its line. What has no stop is cut where it grows too long.
// Closing quotation marks and brackets that touch a stop stay with it.
func (t *Text) splitSentences() {
	n := len(t.Tokens)
	if need := n/20 + 1; cap(t.Sentences) < need {
		t.Sentences = make([]Sentence, 0, need)
	}
	first, par := 0, 0
	cut := func(last int) {
		if last > first {
			t.Sentences = append(t.Sentences, Sentence{First: first, Last: last, Span: t.Span(first, last), Paragraph: par})
			first = last
		}
	}
	for i := 0; i < n; i++ {
		if i > 0 && t.Tokens[i].Gap >= Line {
			cut(i)
			par++
		}
		if i-first == longest {
			cut(t.breakIn(first+longest/2, i))
		}
		if t.Tokens[i].Kind != Punct || !t.stops(i) {
			continue
		}
		j := i + 1
		for j < n && t.Tokens[j].Gap == None && closing(t.Tokens[j]) {
			j++
		}
		cut(j)
		i = j - 1
	}
	cut(n)
}

// longest is how many tokens a sentence may have. The longest of three hundred articles of news
// has under 200; text without any stop (scanned pages, posts) is cut, so that what is read by
// sentence takes time in proportion to the text.
const longest = 400

// breakIn is the token at which a sentence that is too long is cut best, of (from, to]: after
// the last comma or semicolon, else before the last word that may begin with «and», else to.
func (t *Text) breakIn(from, to int) int {
	and := to
	for i := to - 1; i > from; i-- {
		switch w := t.Tokens[i].Word; {
		case w == "،" || w == "؛" || w == "," || w == ";":
			return i + 1
		case and == to && t.Tokens[i].Kind == Word && strings.HasPrefix(w, "و"):
			and = i
		}
	}
	return and
}

// closing reports whether a mark that touches a stop closes something.
func closing(k Token) bool {
	switch k.Word {
	case "»", "”", "\"", "''", ")", "]", ".", "!", "؟", "?", "›":
		return true
	}
	return false
}

// stops reports whether the mark at token i ends a sentence.
func (t *Text) stops(i int) bool {
	k := t.Tokens[i]
	switch k.Word {
	case "!", "؟", "?", "۔":
		return true
	case ".":
	default:
		return false
	}
	if i == 0 {
		return false
	}
	prev := t.Tokens[i-1]
	if i+1 < len(t.Tokens) {
		next := t.Tokens[i+1]
		if next.Gap == None && (next.Kind == Latin || next.Kind == Number && prev.Kind == Number || next.Word == ".") {
			return false
		}
		if next.Gap < Line && prev.Kind == Word && len(prev.Word) == 2 && k.Gap == None && prev.Word != "ه" {
			return false // an initial: one Arabic letter is two bytes
		}
		if next.Gap < Line && k.Gap == None && letterName(prev.Word) && letterName(next.Word) && (next.Gap == None || !alsoWord(next.Word)) {
			return false // foreign initials by the names of their letters
		}
	}
	return true
}

// letterName reports whether the folded word is what a Latin letter is called.
func letterName(w string) bool {
	switch w {
	case "ايه", "بي", "سي", "دي", "اي", "اف", "جي", "اتش", "جيه", "كي", "كيه", "ال", "ام", "ان", "او", "كيو", "ار", "اس", "تي", "يو", "في", "دبليو", "اكس", "واي", "زد":
		return true
	}
	return false
}

// alsoWord reports whether the name of a letter is a common word too, which
// may begin a sentence.
func alsoWord(w string) bool {
	switch w {
	case "اي", "ال", "ام", "ان", "او", "في", "ار":
		return true
	}
	return false
}
