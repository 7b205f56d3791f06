package arabic

import "strings"

// Ordinal is an ordinal number in words: الثالثة, الحادي عشر, الخامس والعشرين.
type Ordinal struct {
	First, Last int // tokens, half-open
	Cut         int // folded bytes of particles before it in the first token
	Value       int
	Conj, Prep  byte
	Definite    bool
	Feminine    bool
}

// ordinalWords maps folded ordinals without their article; the feminine ones
// have a negative value.
var ordinalWords = makeOrdinalWords()

func makeOrdinalWords() map[string]int {
	m := make(map[string]int, 40)
	for k, w := range [...]string{"ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"} {
		m[Fold(w)], m[Fold(w+"ة")] = k+2, -(k + 2)
	}
	m[Fold("أول")], m[Fold("أولى")], m[Fold("ثان")] = 1, -1, 2
	return m
}

// lookOrdinal finds a simple ordinal; 11 and -11 stand for حادي and حادية,
// which are ordinals only beside another word.
func lookOrdinal(word string) (int, Analysis) {
	if len(word) < 6 || len(word) > 24 {
		return 0, Analysis{}
	}
	a := Analysis{}
	for range 3 {
		stem := word
		if strings.HasPrefix(stem, "ال") {
			stem, a.Det = stem[4:], true
		}
		switch stem {
		case "حادي":
			return 11, a
		case "حاديه":
			return -11, a
		}
		if v, ok := ordinalWords[stem]; ok {
			return v, a
		}
		a.Det = false
		switch {
		case a.Conj == 0 && a.Prep == 0 && strings.HasPrefix(word, "و"):
			a.Conj = 'w'
		case a.Conj == 0 && a.Prep == 0 && strings.HasPrefix(word, "ف"):
			a.Conj = 'f'
		case a.Prep == 0 && strings.HasPrefix(word, "ب"):
			a.Prep = 'b'
		case a.Prep == 0 && strings.HasPrefix(word, "لل"):
			a.Prep, a.Cut = 'l', a.Cut+2
			word = "ا" + word[2:]
			continue
		case a.Prep == 0 && strings.HasPrefix(word, "ل"):
			a.Prep = 'l'
		case a.Prep == 0 && strings.HasPrefix(word, "ك"):
			a.Prep = 'k'
		default:
			return 0, Analysis{}
		}
		a.Cut += 2
		word = word[2:]
		if len(word) < 6 {
			return 0, Analysis{}
		}
	}
	return 0, Analysis{}
}

// OrdinalAt reads the longest ordinal that begins with token i: simple to
// العاشر, with عشر to التاسع عشر, with tens to التاسع والتسعين. It reports false
// where none begins. «أول» without its article is one too.
func (t *Text) OrdinalAt(i int) (Ordinal, bool) {
	if i < 0 || i >= len(t.Tokens) || t.Tokens[i].Kind != Word {
		return Ordinal{}, false
	}
	v, a := lookOrdinal(t.Tokens[i].Word)
	if v == 0 {
		return t.tensOrdinal(i)
	}
	o := Ordinal{First: i, Last: i + 1, Cut: a.Cut, Conj: a.Conj, Prep: a.Prep, Definite: a.Det, Value: v}
	if v < 0 {
		o.Value, o.Feminine = -v, true
	}
	eleventh := o.Value == 11
	if i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == Word && t.Tokens[i+1].Gap < Line {
		next := t.Tokens[i+1].Word
		switch w, b := lookNumber(next); {
		case (next == "عشر" || next == "عشره") && o.Value != 10 && o.Value != 1:
			if !eleventh {
				o.Value += 10
			}
			o.Last = i + 2
			return o, true
		case w.class == tens && b.Conj == 'w' && b.Prep == 0 && o.Value < 12 && o.Value != 10:
			if eleventh {
				o.Value = 1
			}
			o.Value += int(w.value)
			o.Last = i + 2
			return o, true
		}
	}
	return o, !eleventh
}

// tensOrdinal reads العشرين, الثلاثون as an ordinal.
func (t *Text) tensOrdinal(i int) (Ordinal, bool) {
	w, a := lookNumber(t.Tokens[i].Word)
	if w.class != tens || !a.Det {
		return Ordinal{}, false
	}
	return Ordinal{First: i, Last: i + 1, Cut: a.Cut, Conj: a.Conj, Prep: a.Prep, Definite: true, Value: int(w.value)}, true
}
