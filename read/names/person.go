package names

import (
	"strings"

	"mahdar/lexicon"
)

// person reads a person's name at token i where its shape or what stands
// before it speaks for one.
func (f *finder) person(i int, c *found) bool {
	w := &f.w[i]
	if !f.mayName(i, w) || w.Has(titled) && !w.Any(known|given) && f.office(i) != nil {
		return false
	}
	*c = found{first: i, kind: aPerson}
	if w.Has(lexicon.Mulla) && f.joined(i+1) {
		if s := f.shapeAs(i+1, false); s.last > i+1 && (f.isGiven(i+1) || f.nameable(i+1)) {
			if s.surnames > 0 && f.w[s.last-1].Any(known) {
				s.last--
			}
			c.last, c.rule = s.last, "names.title"
			return true
		}
	}
	if (w.Lead > 0 || w.Has(lexicon.LedJoins)) && f.led(i, c) {
		return true
	}
	e := f.expect[i]
	s := f.shape(i)
	c.last, c.title = s.last, e.title
	if int(e.until) > s.last {
		c.last, c.rule = int(e.until), "names.title"
		return true
	}
	if s.last > i {
		c.rule = f.personRule(i, &s, e.why)
	}
	return c.rule != ""
}

// mayName reports whether a person's name may begin at token i at all: at a word
// that is a given name, builds names or is unknown, or where a name is expected.
// Most listed names and nouns that other names are built on are none of these.
func (f *finder) mayName(i int, w *word) bool {
	return w.Any(given|lexicon.Joins|lexicon.LedJoins|lexicon.Mulla) || w.Lead > 0 || f.expect[i].why != nothing || f.w[i+1].Has(lexicon.Joined) || f.nameable(i)
}

// personRule is the rule by which shape s, which begins at token i, is a person's
// name; "" where none says so.
func (f *finder) personRule(i int, s *shape, why reason) string {
	w := &f.w[i]
	servant := w.Has(lexicon.Joins) && f.wordAt(i) == "عبد"
	pure := servant || f.isGiven(i) && !w.Any(ordinary|definite)
	switch {
	case why == afterTitle, why == afterChain:
		return "names.title"
	case s.kunya && s.given > 0 && !w.Any(known|clitic):
		return "names.kunya"
	case s.given > 0 && (s.elements >= 2 || servant) && pure:
		return "names.given"
	case s.elements >= 2 && (s.given+s.either > 0 || w.Any(given)) && !w.Any(clitic|finite) && f.officeFollows(s.last):
		return "names.apposition"
	case s.elements >= 2 && why == afterVerb && s.unknown == s.elements && f.officeFollows(s.last):
		return "names.apposition"
	case s.elements >= 2 && f.nameable(i) && f.paired(i+1):
		return "names.pair"
	case s.elements >= 2 && f.isGiven(i) && !w.Any(clitic|finite) && s.given+s.unknown+s.surnames > 0 && f.unlikeNoun(i, s):
		return "names.given"
	case s.foreign && !w.Any(known) && (s.elements > 1 || f.wordAt(i) == "دي" || f.wordAt(i) == "فان"):
		return "names.particle"
	case why == afterVerb && f.spoken(i, s):
		return "names.verb"
	case s.elements >= 2 && f.isGiven(i) && f.likely(i, s):
		return "names.given"
	case f.ofNation(i, s):
		return "names.nation"
	}
	return ""
}

// ofNation reports whether a name of two words or more stands after a nation's
// adjective in the singular: «الفرنسي أرنو كليمان».
func (f *finder) ofNation(i int, s *shape) bool {
	if i == 0 || !f.follows(i) || s.elements < 2 || !f.w[i-1].Has(definite|nisba) || f.w[i].Has(definite) {
		return false
	}
	before := f.wordAt(i - 1)
	return (strings.HasSuffix(before, "ي") || strings.HasSuffix(before, "يه")) && s.unknown+s.given+s.either >= 2 && s.unknown+s.given > 0 && (f.isGiven(i) || f.nameable(i))
}

// unlikeNoun reports whether a name that begins with an ordinary word is no
// noun with its complement («سلام شامل», «جمال المدينة»).
func (f *finder) unlikeNoun(i int, s *shape) bool {
	if f.w[i].Has(definite) {
		return s.given+s.unknown > 0
	}
	return f.strong(i, s)
}

// strong reports whether a name of several words has more to show than an
// ordinary word that is a given name too and an ordinary word after it.
func (f *finder) strong(i int, s *shape) bool {
	if s.given+s.unknown > 0 || s.elements >= 3 || !f.w[i].Any(known) && f.isGiven(i) {
		return true
	}
	if f.w[i].Any(noun) && !f.w[i].Any(adjective) && !strings.HasSuffix(f.wordAt(s.last-1), "ي") && f.expect[i].why == nothing {
		return false // «خطاب ألقاه»
	}
	return s.last > i+1 && f.nameable(s.last-1)
}

// spoken reports whether a word after a verb of speech is a person's name: it
// is unknown, and has no ending of plurals, abstract nouns or accusatives.
func (f *finder) spoken(i int, s *shape) bool {
	word := f.wordAt(i)
	if f.isGiven(i) && s.elements >= 2 && !f.w[i].Has(definite) {
		return f.strong(i, s)
	}
	if f.w[i].Any(known|clitic|definite) || s.unknown+s.given == 0 {
		return false
	}
	if f.w[i].Has(lexicon.PluralLike) && !(f.w[i-1].Has(leading) && s.elements >= 2 && strings.HasSuffix(word, "ان")) {
		return false // «قال مراقبان»; after برئاسة no dual ends so
	}
	if f.accusative(i) {
		return false
	}
	if strings.HasPrefix(word, "لا") && !f.foreign(i) || strings.HasPrefix(word, "بعد") || f.namedBefore(word) {
		return false
	}
	if s.elements == 1 && len(word) == 10 && word[:2] == "ا" && word[6:8] == "ا" {
		return false // a plural: أوصال
	}
	// «يزكي حظوظ النجاح»: a noun and its complement
	return !(s.elements == 1 && f.follows(i+1) && i+1 < len(f.w) && f.w[i+1].Has(definite)) || f.foreign(i)
}

// officeFollows reports whether an office or title stands at token k, a comma
// before it or not: «قاسم الوردي أمين عام الحزب».
func (f *finder) officeFollows(k int) bool {
	if k < len(f.Tokens) && f.wordAt(k) == "،" {
		k++
	}
	if k >= len(f.Tokens) || !f.joined(k) || f.w[k].Any(clitic|finite) {
		return false
	}
	return f.isOffice(k)
}

// namedBefore reports whether a word is a particle and the last word of a person
// found before: «لشتاينماير».
func (f *finder) namedBefore(word string) bool {
	switch word[:2] {
	case "ل", "ب", "ك", "ف", "و":
	default:
		return false
	}
	for ; f.sifted < len(f.found); f.sifted++ {
		f.lasts.add(f.Tokens[f.found[f.sifted].last-1].Word)
	}
	if !f.lasts.may(word[2:]) {
		return false
	}
	for n := range f.found {
		if c := &f.found[n]; c.kind == aPerson && f.Tokens[c.last-1].Word == word[2:] {
			return true
		}
	}
	return false
}

// led reads a name whose first word has a particle attached: «وسفيان كذا».
func (f *finder) led(i int, c *found) bool {
	w := &f.w[i]
	if f.ledPair(i, c) {
		return true
	}
	if w.Lead == 0 || w.Any(known) || !f.follows(i+1) || f.wordAt(i)[:2] == "ك" && f.isGiven(i) {
		return false // كريم is no ريم
	}
	last := f.rest(i + 1)
	if last == i+1 || w.Has(doubt) && !f.officeFollows(last) && !f.inRow(i) && !f.ledFamily(i) {
		return false
	}
	c.last, c.cut, c.rule = last, w.Lead, "names.given"
	return true
}

// ledPair reads a name that begins with عبد or أبو after an attached particle:
// «وعبد الفتاح كذا».
func (f *finder) ledPair(i int, c *found) bool {
	word := f.wordAt(i)
	if len(word) < 6 || !f.follows(i+1) {
		return false
	}
	switch word[:2] {
	case "و", "ف", "ل", "ب":
	default:
		return false
	}
	next := &f.w[i+1]
	switch word[2:] {
	case "عبد":
		if !next.Has(definite) && f.wordAt(i+1) != "الله" || next.Any(finite) {
			return false
		}
	case "ابو", "ابي":
		if next.Any(finite|particle) || word[2:] == "ابي" && next.Any(known) {
			return false
		}
	default:
		return false
	}
	c.last, c.cut, c.rule = f.rest(i+2), 2, "names.given"
	return true
}
