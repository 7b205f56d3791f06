package arabic

import (
	"slices"
	"strings"
)

// stems are the shapes of Arabic stems of five letters and more, ف ع ل standing
// for any root letter. Shorter stems hardly tell a native word from a foreign.
// Source: the tables of measures in any grammar of Arabic.
var stems = makeStems(
	"مفعول", "مفاعل", "مفعال", "مفعيل", "تفعيل", "تفاعل", "فواعل", "فعايل", "افعال", "افتعل", "انفعل", "استفعل", "متفعل", "مفتعل", "منفعل",
	"فعلان", "فعالل", "فعاليل", "مفاعيل", "تفاعيل", "افاعيل", "فواعيل", "فياعل", "افاعل", "تفاعيل", "افتعال", "انفعال", "استفعال", "مستفعل", "متفاعل",
	"فاعول", "فيعول", "فعلول", "فعليل", "فعلال", "فوعال", "فيعال", "افعلال", "افعلل", "متفعلل", "تفعلل", "مفعلل", "فعاعيل", "افعلاء", "فعلاء", "فعولي", "فعالي",
	"مستفال", "استفال", "افتيال", "انفيال", "مفتال", "منفال", "استفاله", "افاله", "مفاله", "مفيل", "مفول", "متفعول", "مفعللات", "يفتعل", "ينفعل", "يستفعل", "يتفعل", "يتفاعل",
	"يفاعل", "تفتعل", "تنفعل", "تستفعل", "تتفعل", "تتفاعل", "نفتعل", "نستفعل", "يستفيل", "تستفيل", "يفتال", "ينفال",
)

// makeStems groups the shapes by their number of letters.
func makeStems(shapes ...string) (out [16][][]rune) {
	for _, s := range shapes {
		r := []rune(s)
		out[len(r)] = append(out[len(r)], r)
	}
	return out
}

// endings come off a word before its stem is compared.
var endings = runesOf("", "ه", "ي", "ا", "يه", "ات", "ون", "ين", "ان", "تين", "تان", "ها", "هم", "نا", "هما", "تها", "ته", "يون", "يين", "يات", "اتها", "اته", "اتهم", "انها", "تهم", "تنا")

// runesOf is each of words in letters.
func runesOf(words ...string) [][]rune {
	out := make([][]rune, len(words))
	for i, w := range words {
		out[i] = []rune(w)
	}
	return out
}

// Foreign reports whether a folded word of four letters or more, without the
// article, has no shape of an Arabic word: شتاينماير, كلينتون. It is a hint and
// no proof: a foreign name may look native (ميلر), a rare native word foreign.
func Foreign(word string) bool {
	if strings.HasPrefix(word, "ال") {
		return false
	}
	var room [24]rune
	r := room[:0]
	for _, c := range word {
		r = append(r, c)
	}
	if len(r) < 4 {
		return false
	}
	for _, e := range endings {
		if k := len(r) - len(e); k >= 2 && slices.Equal(r[k:], e) && nativeStem(r[:k]) {
			return strangePair(word)
		}
	}
	return true
}

// strangePair reports whether a word has tsh after a vowel, as transcriptions
// have it and Arabic words only after their first letter.
func strangePair(word string) bool {
	i := strings.Index(word, "تش")
	return i > 2 && (strings.HasSuffix(word[:i], "ي") || strings.HasSuffix(word[:i], "ا") || strings.HasSuffix(word[:i], "و"))
}

// nativeStem reports whether a stem has the shape of a native one.
func nativeStem(r []rune) bool {
	switch n := len(r); {
	case n < 2:
		return false
	case n == 2 || n == 3:
		return true
	case n == 4:
		vowels := 0
		for _, c := range r[1:] {
			if c == 'ا' {
				vowels++
			}
		}
		return vowels <= 1 && r[3] != 'ا' && !(r[0] == 'ا' && vowels > 0)
	case n < len(stems):
		for _, s := range stems[n] {
			if fits(r, s) {
				return true
			}
		}
	}
	return false
}

// fits reports whether stem r has the shape s: root letters are any but ا, which may be
// a hamza where it is the first root letter after a prefix.
func fits(r, s []rune) bool {
	for i, c := range s {
		switch c {
		case 'ف', 'ع', 'ل':
			if r[i] == 'ا' && (c != 'ف' || i != 1) { // a hamza: تأديب
				return false
			}
		default:
			if r[i] != c {
				return false
			}
		}
	}
	return true
}
