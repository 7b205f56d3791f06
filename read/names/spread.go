package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// spread finds the names of the article where they stand again without what
// gave them away: a surname alone, the own name of a movement without its head.
func (f *finder) spread() {
	own := map[string]int32{} // folded word to 1 + index of found
	for n := range f.found {
		f.offer(own, int32(n))
	}
	if len(own) == 0 {
		return
	}
	var names sieve
	for word := range own {
		names.add(word)
	}
	spelled := f.spellings()
	var room [8]arabic.Analysis
	buf := room[:0]
	for i := range f.Tokens {
		w := &f.w[i]
		if !w.Has(inBody|letters) || f.owner[i] != 0 || w.Any(dated) {
			continue
		}
		word := f.Tokens[i].Word
		if names.mayBe(w.sift) {
			if n, ok := own[word]; ok {
				if !w.Any(known|clitic) || f.actsHere(i, n) {
					f.again(i, 0, n)
				}
				continue
			}
		}
		if len(spelled) > 0 {
			if n, ok := f.respelled(spelled, i); ok {
				f.again(i, 0, n)
				continue
			}
		}
		if w.Any(known|clitic) && !strings.HasPrefix(word, "لل") {
			continue
		}
		switch word[:2] {
		case "و", "ف", "ب", "ل", "ك":
		default:
			continue
		}
		buf = arabic.Particles(word, buf[:0])
		for _, a := range buf {
			if !names.may(a.Stem) {
				continue
			}
			if n, ok := own[a.Stem]; ok && n > 0 && a.Cut > 0 && a.Prep != 's' {
				f.again(i, uint8(a.Cut), n)
				break
			}
		}
	}
}

// spellings are the skeletons of the persons' last words, where they are foreign.
func (f *finder) spellings() map[string]int32 {
	out := map[string]int32{}
	for n := range f.found {
		c := &f.found[n]
		if c.kind != fact.Person || c.last-c.first < 2 || f.w[c.last-1].Any(known|definite) || !arabic.Foreign(f.Tokens[c.last-1].Word) {
			continue
		}
		if s := skeleton(f.Tokens[c.last-1].Word); s != "" {
			out[s] = int32(n) + 1
		}
	}
	return out
}

// respelled reports whether token i is another spelling of a person's last word.
func (f *finder) respelled(spelled map[string]int32, i int) (int32, bool) {
	if f.w[i].Any(known|clitic|definite|given) || !f.nameable(i) {
		return 0, false
	}
	n, ok := spelled[skeleton(f.Tokens[i].Word)]
	if !ok || !alike(f.Tokens[i].Word, f.Tokens[f.found[n-1].last-1].Word) {
		return 0, false
	}
	return n, true
}

// offer puts the words by which a name may return into own: a person's last
// words, an unlisted place, an organisation's own unknown word.
func (f *finder) offer(own map[string]int32, n int32) {
	c := &f.found[n]
	put := func(k int) {
		word := f.Tokens[k].Word
		if k == c.first && c.cut > 0 {
			word = word[c.cut:]
			if strings.HasPrefix(f.Tokens[k].Word, "لل") {
				word = "ا" + word
			}
		}
		if len(word) < 6 {
			return
		}
		if _, ok := own[word]; !ok {
			own[word] = n + 1
		}
	}
	switch c.kind {
	case fact.Person:
		k := c.last - 1
		if c.last-c.first == 1 && len(c.refs) > 0 {
			return
		}
		if c.last-c.first > 1 && !f.w[c.first].Any(definite|ordinary|known) && f.w[c.first].Any(given) {
			f.offerGiven(own, c.first, n)
		}
		if !f.w[k].Any(nisba | people | particle) {
			if k > c.first && (f.wordAt(k) == "الله" || f.wordAt(k) == "الدين" || f.wordAt(k-1) == "عبد") {
				return
			}
			put(k)
		}
	case fact.Location:
		if c.last-c.first == 1 && (len(c.refs) == 0 && f.unknown(c.first) || len(c.refs) > 0 && f.w[c.first].Any(known|clitic) && !f.w[c.first].Has(definite)) {
			put(c.first)
		}
	case fact.Organisation:
		if c.last-c.first == 2 && c.head > 0 && f.unknown(c.first+1) {
			put(c.first + 1)
		} else if c.last-c.first == 1 && f.unknown(c.first) {
			put(c.first)
		}
	}
}

// offerGiven puts the given name of a person into own, unless two persons of
// the article share it.
func (f *finder) offerGiven(own map[string]int32, k int, n int32) {
	word := f.Tokens[k].Word
	if have, ok := own[word]; ok {
		if have > 0 && f.Tokens[f.found[have-1].last-1].Word != f.Tokens[f.found[n].last-1].Word {
			own[word] = -1
		}
		return
	}
	own[word] = n + 1
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
	if c.kind == fact.Location {
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
	if f.w[i].Any(given) && i+1 < len(f.Tokens) && f.owner[i+1] != 0 && f.follows(i+1) && f.found[f.owner[i+1]-1].kind == fact.Person {
		return
	}
	c := found{first: i, last: i + 1, cut: cut, kind: src.kind, head: src.head, rule: "names.again", actor: -n}
	for k := src.last - 2; cut == 0 && k >= src.first && c.first > 0 && f.owner[c.first-1] == 0 && f.follows(c.first); k-- {
		before := f.wordAt(c.first - 1)
		if f.wordAt(k) == before || src.kind == fact.Person && f.patronym(before) && f.inShape(src, before) {
			c.first--
			continue
		}
		break
	}
	if src.kind == fact.Person && c.first == i && f.adjectivalAgain(i) {
		return
	}
	f.keep(c)
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
