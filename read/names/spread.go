package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// spread finds the names of the article where they stand again without what
// gave them away: a surname alone, the own name of a movement without its head.
func (f *finder) spread() {
	f.own.empty()
	f.ownSift = sieve{}
	for n := range f.found {
		f.offer(int32(n))
	}
	if f.own.used == 0 {
		return
	}
	f.noteSpellings()
	ws := f.w[:len(f.Tokens)]
	for i := range ws {
		w := &ws[i]
		c := w.class
		if c&(inBody|letters|dated|owned) != inBody|letters {
			continue
		}
		if f.ownSift.mayBe(w.Sift) {
			if n := f.own.find(f.Hash(i)); n != nil {
				if c&(known|clitic) == 0 || f.actsHere(i, *n) {
					f.again(i, 0, *n)
				}
				continue
			}
		}
		if c&(known|clitic) != 0 && c&lexicon.Swallowed == 0 {
			continue
		}
		if f.spelled.used > 0 {
			if n, ok := f.respelled(i); ok {
				f.again(i, 0, n)
				continue
			}
		}
		if c&lexicon.Led != 0 && f.mayReturn(f.Tokens[i].Word) {
			f.ledAgain(i)
		}
	}
}

// mayReturn reports whether what follows the particles of a word may be a name of
// the article.
func (f *finder) mayReturn(word string) bool {
	return f.ownSift.may(word[2:]) || len(word) > 4 && f.ownSift.may(word[4:]) || f.maySwallow(word) || f.maySwallow(word[2:])
}

// maySwallow reports whether the rest of a word that begins with لل may be a name of
// the article with the alif, or the article, that is not written after ل.
func (f *finder) maySwallow(word string) bool {
	return len(word) > 4 && strings.HasPrefix(word, "لل") && (f.ownSift.mayBe(lexicon.SiftAfter("ا", word[2:])) || f.ownSift.mayBe(lexicon.SiftAfter("ال", word[2:])))
}

// ledAgain finds a name of the article after particles at token i.
func (f *finder) ledAgain(i int) {
	var room [8]arabic.Analysis
	for _, a := range arabic.Particles(f.Tokens[i].Word, room[:0]) {
		if a.Cut == 0 || a.Prep == 's' || !f.ownSift.may(a.Stem) {
			continue
		}
		if n := f.own.find(f.HashOf(a.Stem)); n != nil && *n > 0 {
			f.again(i, uint8(a.Cut), *n)
			return
		}
	}
}

// noteSpellings notes the consonants of the persons' last words, where they are
// foreign.
func (f *finder) noteSpellings() {
	f.spelled.empty()
	for n := range f.found {
		c := &f.found[n]
		if c.kind != aPerson || c.last-c.first < 2 || f.w[c.last-1].Any(known|definite) || !f.foreign(c.last-1) {
			continue
		}
		if s := skeleton(f.Tokens[c.last-1].Word); s != 0 {
			*f.spelled.at(s) = int32(n) + 1
		}
	}
}

// respelled reports whether token i is another spelling of a person's last word.
func (f *finder) respelled(i int) (int32, bool) {
	if f.w[i].Any(definite|given) || !f.nameable(i) {
		return 0, false
	}
	n := f.spelled.find(skeleton(f.Tokens[i].Word))
	if n == nil || !alike(f.Tokens[i].Word, f.Tokens[f.found[*n-1].last-1].Word) {
		return 0, false
	}
	return *n, true
}

// offer notes the words by which a name may return: a person's last words, an
// unlisted place, an organisation's own unknown word.
func (f *finder) offer(n int32) {
	c := &f.found[n]
	switch single := c.last-c.first == 1; c.kind {
	case aPerson:
		k := c.last - 1
		if single && len(c.refs) > 0 {
			return
		}
		if !single && !f.w[c.first].Any(definite|ordinary|known) && f.w[c.first].Any(given) {
			f.offerGiven(c.first, n)
		}
		if !f.w[k].Any(nisba | people | particle) {
			if k > c.first && (f.wordAt(k) == "الله" || f.wordAt(k) == "الدين" || f.wordAt(k-1) == "عبد") {
				return
			}
			f.offerWord(k, n)
		}
	case aPlace:
		if single && (len(c.refs) == 0 && f.unknown(c.first) || len(c.refs) > 0 && f.w[c.first].Any(known|clitic) && !f.w[c.first].Has(definite)) {
			f.offerWord(c.first, n)
		}
	case aBody:
		if c.last-c.first == 2 && c.head > 0 && f.unknown(c.first+1) {
			f.offerWord(c.first+1, n)
		} else if single && f.unknown(c.first) {
			f.offerWord(c.first, n)
		}
	}
}

// offerWord notes token k of name n, without the particles before the name, unless
// a name before has it.
func (f *finder) offerWord(k int, n int32) {
	word, hash := f.Tokens[k].Word, f.Hash(k)
	if c := &f.found[n]; k == c.first && c.cut > 0 {
		word = word[c.cut:]
		if f.w[k].Has(lexicon.Swallowed) {
			word = "ا" + word
		}
		hash = f.HashOf(word)
	}
	if len(word) < 6 {
		return
	}
	f.ownSift.add(word)
	if of := f.own.at(hash); *of == 0 {
		*of = n + 1
	}
}

// offerGiven notes the given name of a person, token k, unless two persons of the
// article share it.
func (f *finder) offerGiven(k int, n int32) {
	f.ownSift.add(f.Tokens[k].Word)
	switch of := f.own.at(f.Hash(k)); {
	case *of == 0:
		*of = n + 1
	case *of > 0 && f.Tokens[f.found[*of-1].last-1].Word != f.Tokens[f.found[n].last-1].Word:
		*of = -1
	}
}

// actsHere reports whether token i, an ordinary word that is also the last part
// of a name of the article, stands where a name does: after a verb, after a word
// that takes a clause or a person, before a verb, or with the words of the name
// before it.
func (f *finder) actsHere(i int, n int32) bool {
	if n <= 0 {
		return false
	}
	c, w := &f.found[n-1], &f.w[i]
	if c.kind == aPlace {
		return !w.Any(particle)
	}
	if w.Has(definite) || w.Any(given) {
		return !w.Any(particle)
	}
	if i == 0 {
		return false
	}
	if k := c.last - 2; k >= c.first && (f.wordAt(k) == f.wordAt(i-1) || f.patronym(f.wordAt(i-1)) && f.inShape(*c, f.wordAt(i-1))) {
		return true
	}
	switch f.wordAt(i - 1) {
	case "ان", "عن", "مع", "لكن", "وقال", "قال", "واضاف", "واقر", "بين":
		return true
	}
	return f.w[i-1].Has(finite|speech) && !f.w[i-1].Any(noun|particle) && f.w[i-1].Has(lexicon.Masculine)
}

// again records that a name of the article stands at token i too, with the
// words of it that stand before.
func (f *finder) again(i int, cut uint8, n int32) {
	if n <= 0 {
		return
	}
	src := f.found[n-1]
	if f.w[i].Any(given) && i+1 < len(f.Tokens) && f.owner[i+1] != 0 && f.follows(i+1) && f.found[f.owner[i+1]-1].kind == aPerson {
		return
	}
	c := found{first: i, last: i + 1, cut: cut, kind: src.kind, head: src.head, rule: "names.again", actor: -n}
	for k := src.last - 2; cut == 0 && k >= src.first && c.first > 0 && f.owner[c.first-1] == 0 && f.follows(c.first); k-- {
		before := f.wordAt(c.first - 1)
		if f.wordAt(k) == before || src.kind == aPerson && f.patronym(before) && f.inShape(src, before) {
			c.first--
			continue
		}
		break
	}
	if src.kind == aPerson && c.first == i && f.adjectivalAgain(i) {
		return
	}
	f.keep(&c)
}

// patronym reports whether a word joins the parts of a name.
func (f *finder) patronym(word string) bool {
	switch word {
	case "ولد", "ابن", "بن", "دي", "دو", "فان", "فون", "ابو", "ابي", "ال":
		return true
	}
	return false
}

// inShape reports whether a name has a joining word, ابن and بن being one.
func (f *finder) inShape(c found, word string) bool {
	for k := c.first; k < c.last; k++ {
		if w := f.wordAt(k); w == word || strings.TrimPrefix(w, "ا") == strings.TrimPrefix(word, "ا") {
			return true
		}
	}
	return false
}

// adjectivalAgain reports whether a surname with the ending of an adjective
// stands after a noun in the article: «التمرد الحوثي».
func (f *finder) adjectivalAgain(i int) bool {
	return f.relativeLike(i) && i > 0 && f.w[i-1].Has(definite) && f.w[i-1].Any(known) && f.owner[i-1] == 0
}
