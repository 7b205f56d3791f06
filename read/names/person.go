package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// shape is what the words from a token on look like as a person's name.
type shape struct {
	last     int // after its last token
	elements int // names in it: «عبد الله» is one
	given    int // given names that are nothing else
	either   int // given names that are ordinary words too
	unknown  int // words that nobody knows
	surnames int // words with the article
	kunya    bool
	foreign  bool // has a foreign particle: دي، فان
}

// nameLimit is how many elements a person's name has at most.
const nameLimit = 6

// shape reads a person's name from token i on, as far as it goes.
func (f *finder) shape(i int) shape {
	var s shape
	s.last = i
	for k := i; s.elements < nameLimit && k < len(f.Tokens); {
		if k > i && !f.follows(k) {
			break
		}
		next, kind := f.element(k, &s)
		if next <= k {
			break
		}
		s.elements++
		s.last = next
		switch kind {
		case 'g':
			s.given++
		case 'a':
			s.either++
		case 'u':
			s.unknown++
		case 'd':
			s.surnames++
		}
		if kind == 'd' && s.elements > 1 && !f.familyFollows(next) {
			break
		}
		k = next
		if k < len(f.Tokens) && f.wordAt(k) == "-" && f.Tokens[k].Gap < arabic.Line && f.joined(k+1) && f.unknown(k+1) {
			k++ // double-barrelled
		}
	}
	return s
}

// follows reports whether token k continues the words before it.
func (f *finder) follows(k int) bool {
	return f.joined(k) && f.Tokens[k].Kind == arabic.Word && !f.w[k].any(dated)
}

// familyFollows reports whether آل and a family name stand at k.
func (f *finder) familyFollows(k int) bool {
	return k < len(f.Tokens) && f.follows(k) && f.wordAt(k) == "ال"
}

// element reads one part of a name at token k: next is k where there is none.
// kind is g for a given name, a for one that is an ordinary word too, u for an
// unknown word, d for a word with the article.
func (f *finder) element(k int, s *shape) (next int, kind byte) {
	w := &f.w[k]
	if !w.has(inBody|letters) || w.any(dated) {
		return k, 0
	}
	word := f.wordAt(k)
	more := f.joined(k+1) && f.Tokens[k+1].Kind == arabic.Word
	switch word {
	case "عبد", "عبيد":
		if more && (f.w[k+1].has(definite) || f.wordAt(k+1) == "الله" || strings.HasPrefix(f.wordAt(k+1), "رب")) {
			return k + 2, 'g'
		}
	case "ابو", "ابي", "ابا":
		if more && !f.w[k+1].any(finite|particle) {
			s.kunya = true
			return k + 2, 'g'
		}
	case "بن", "ابن", "بنت":
		if more && f.namePart(k+1) {
			n, kind := f.element(k+1, s)
			if n > k+1 {
				return n, kind
			}
		}
		return k, 0
	case "ولد", "ال", "ذو", "بني":
		if more && s.elements > 0 && f.namePart(k+1) {
			return k + 2, 'u'
		}
		if word != "بني" {
			return k, 0
		}
	case "دي", "دو", "دا", "ديل", "دل", "فان", "فون", "دير", "دن", "لو", "بو", "دوس":
		if more && f.unknown(k+1) && (s.elements > 0 || s.foreign || word != "لو") {
			n, kind := f.element(k+1, s)
			if n > k+1 {
				s.foreign = true
				return n, kind
			}
		}
		if word == "لو" || word == "دون" {
			return k, 0
		}
	}
	next = k + 1
	if more {
		switch f.wordAt(k + 1) {
		case "الدين", "الله", "الرحمن", "الاسلام", "الحق", "الزمان":
			if f.isGiven(k) || f.unknown(k) {
				return k + 2, 'g'
			}
		}
	}
	switch {
	case f.isGiven(k):
		if w.any(ordinary | known | clitic) {
			if s.elements > 0 && w.any(clitic|finite) && !w.any(adjective|noun) {
				return k, 0
			}
			return next, 'a'
		}
		return next, 'g'
	case w.has(definite):
		return f.surname(k, s)
	case f.nameable(k) && !f.verbLike(k, s):
		return next, 'u'
	}
	return k, 0
}

// isGiven reports whether token k may be a given name where it stands. A
// function word (علي as it is often written for على) is none, but for علي itself where
// the article keeps ى and ي apart.
func (f *finder) isGiven(k int) bool {
	w := &f.w[k]
	if !w.any(given) || w.any(nisba|people) {
		return false
	}
	if w.any(particle) || f.wordAt(k) == "علي" {
		return f.wordAt(k) == "علي" && f.dotted && strings.HasSuffix(f.Words(k, k+1), "ي")
	}
	if w.has(definite) {
		if _, ok := f.office(k); ok || w.plain {
			return false
		}
	}
	return true
}

// nameable reports whether token k is an unknown word that is no listed place
// or organisation either.
func (f *finder) nameable(k int) bool {
	if !f.unknown(k) {
		return false
	}
	for n := f.w[k].ph0; n < f.w[k].ph1; n++ {
		for _, r := range f.phrases[n].Refs {
			switch r.Table {
			case lexicon.StateTable, lexicon.PlaceTable, lexicon.OrganisationTable:
				if r.Alias >= 0 && f.phrases[n].Cut == 0 {
					return false
				}
			}
		}
	}
	return true
}

// surname reads a word with the article as a part of a name: one that nobody
// knows, or any after a lone given name that is no office or nation's adjective.
func (f *finder) surname(k int, s *shape) (int, byte) {
	w := &f.w[k]
	if w.any(particle|finite|people) || w.plain {
		return k, 0
	}
	if s.surnames > 0 && s.elements > 2 {
		return k, 0
	}
	if f.unknown(k) {
		return k + 1, 'd'
	}
	if _, ok := f.office(k); ok || w.head > 0 || w.any(nisba) || w.has(adjective) {
		return k, 0
	}
	if s.elements == 1 && s.given == 1 {
		return k + 1, 'd'
	}
	return k, 0
}

// namePart reports whether token k may be a part of a name at all.
func (f *finder) namePart(k int) bool {
	w := &f.w[k]
	return w.has(inBody|letters) && (w.any(given|definite) || !w.any(known|clitic) || f.wordAt(k) == "عبد" || f.wordAt(k) == "ابي" || f.wordAt(k) == "ابو" || f.wordAt(k) == "الشيخ")
}

// verbLike reports whether an unknown word looks like a verb of the present,
// where a verb could stand.
func (f *finder) verbLike(k int, s *shape) bool {
	word := f.wordAt(k)
	n := len(word) / 2
	if strings.HasPrefix(word, "ي") && n >= 4 && n <= 7 {
		return true
	}
	if s.elements > 0 && (strings.HasPrefix(word, "ت") && n >= 4 && n <= 5 || strings.HasPrefix(word, "و") && n >= 5) {
		return true
	}
	return false
}

// person reads a person's name at token i where its shape or what stands
// before it speaks for one.
func (f *finder) person(i int) (found, bool) {
	s := f.shape(i)
	if s.last <= i {
		return found{}, false
	}
	e := f.expect[i]
	c := found{first: i, last: s.last, kind: fact.Person, title: e.title}
	w := &f.w[i]
	switch {
	case e.why == afterTitle, e.why == afterChain:
		c.rule = "names.title"
		return c, true
	case s.kunya && s.given > 0 && w.any(known|clitic) == false:
		c.rule = "names.kunya"
		return c, true
	case s.given > 0 && s.elements >= 2 && (f.isGiven(i) && !w.any(ordinary|known|clitic) || f.wordAt(i) == "عبد"):
		c.rule = "names.given"
		return c, true
	case f.isGiven(i) && s.elements >= 2 && !w.any(clitic|finite) && s.given+s.unknown > 0:
		c.rule = "names.given"
		return c, true
	case s.foreign && s.elements >= 1 && !w.any(known):
		c.rule = "names.particle"
		return c, true
	case e.why == afterVerb && !w.any(known|clitic) && !w.has(definite) && !pluralLike(f.wordAt(i)):
		c.rule = "names.verb"
		return c, true
	}
	return found{}, false
}

// pluralLike reports whether a word ends as plurals and abstract nouns do.
func pluralLike(word string) bool {
	for _, end := range [...]string{"ون", "ين", "ات", "يه", "ان", "ه"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
