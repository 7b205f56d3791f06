package names

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
)

// person reads a person's name at token i where its shape or what stands
// before it speaks for one.
func (f *finder) person(i int) (found, bool) {
	if f.mulla(i) && f.joined(i+1) {
		if s := f.shapeAs(i+1, false); s.last > i+1 && (f.isGiven(i+1) || f.nameable(i+1)) {
			if s.surnames > 0 && f.w[s.last-1].Any(known) {
				s.last--
			}
			return found{first: i, last: s.last, kind: fact.Person, rule: "names.title"}, true
		}
	}
	if c, ok := f.led(i); ok {
		return c, true
	}
	e := f.expect[i]
	s := f.shape(i)
	if int(e.until) > s.last {
		return found{first: i, last: int(e.until), kind: fact.Person, title: e.title, rule: "names.title"}, true
	}
	if s.last <= i {
		return found{}, false
	}
	c := found{first: i, last: s.last, kind: fact.Person, title: e.title}
	w := &f.w[i]
	pure := f.isGiven(i) && !w.Any(ordinary|definite) || f.wordAt(i) == "عبد"
	switch {
	case e.why == afterTitle, e.why == afterChain:
		c.rule = "names.title"
	case s.kunya && s.given > 0 && !w.Any(known|clitic):
		c.rule = "names.kunya"
	case s.given > 0 && (s.elements >= 2 || f.wordAt(i) == "عبد") && pure:
		c.rule = "names.given"
	case s.elements >= 2 && (s.given+s.either > 0 || w.Any(given)) && !w.Any(clitic|finite) && f.officeFollows(s.last):
		c.rule = "names.apposition"
	case s.elements >= 2 && f.nameable(i) && f.paired(i+1):
		c.rule = "names.pair"
	case f.isGiven(i) && s.elements >= 2 && !w.Any(clitic|finite) && s.given+s.unknown+s.surnames > 0 && f.unlikeNoun(i, &s):
		c.rule = "names.given"
	case s.foreign && !w.Any(known) && (s.elements > 1 || f.wordAt(i) == "دي" || f.wordAt(i) == "فان"):
		c.rule = "names.particle"
	case e.why == afterVerb && f.spoken(i, &s):
		c.rule = "names.verb"
	case f.ofNation(i, &s):
		c.rule = "names.nation"
	default:
		return found{}, false
	}
	return c, true
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
	if f.w[i].Any(known|clitic|definite) || s.unknown+s.given == 0 || f.w[i].Has(lexicon.PluralLike) {
		return false
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
		if c := &f.found[n]; c.kind == fact.Person && f.Tokens[c.last-1].Word == word[2:] {
			return true
		}
	}
	return false
}

// led reads a name whose first word has a particle attached: «وسفيان كذا».
func (f *finder) led(i int) (found, bool) {
	w := &f.w[i]
	if c, ok := f.ledPair(i); ok {
		return c, true
	}
	if w.lead == 0 || w.Any(known) || !f.follows(i+1) {
		return found{}, false
	}
	last := f.rest(i + 1)
	if last == i+1 || w.Has(doubt) && !f.officeFollows(last) {
		return found{}, false
	}
	return found{first: i, last: last, cut: w.lead, kind: fact.Person, rule: "names.given"}, true
}

// ledPair reads a name that begins with عبد or أبو after an attached particle:
// «وعبد الفتاح كذا».
func (f *finder) ledPair(i int) (found, bool) {
	word := f.wordAt(i)
	if len(word) < 6 || !f.follows(i+1) {
		return found{}, false
	}
	switch word[:2] {
	case "و", "ف", "ل", "ب":
	default:
		return found{}, false
	}
	next := &f.w[i+1]
	switch word[2:] {
	case "عبد":
		if !next.Has(definite) && f.wordAt(i+1) != "الله" || next.Any(finite) {
			return found{}, false
		}
	case "ابو", "ابي":
		if next.Any(finite|particle) || word[2:] == "ابي" && next.Any(known) {
			return found{}, false
		}
	default:
		return found{}, false
	}
	return found{first: i, last: f.rest(i + 2), cut: 2, kind: fact.Person, rule: "names.given"}, true
}
