package names

import (
	"slices"
	"sort"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// fullName is a name of two words or more of a listed person, by the consonants that
// its spellings share.
type fullName struct {
	key    uint32
	person int32
	alias  int32 // -1 the name itself, else the index among the aliases
}

// fullNames are those of all persons of the lexicon, in the order of their keys.
func fullNames(lex *lexicon.Lexicon) []fullName {
	var out []fullName
	var room arabic.Room
	for n := range lex.People {
		for alias := int32(-1); alias < int32(len(lex.People[n].Aliases)); alias++ {
			f := fullName{person: int32(n), alias: alias}
			if words := f.words(lex, &room); len(words) > 1 {
				f.key = bonesOf(words)
				out = append(out, f)
			}
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].key < out[k].key })
	return out
}

// words are the folded words of the name, as linker.words has those of the article.
func (f fullName) words(lex *lexicon.Lexicon, room *arabic.Room) (out []string) {
	p := &lex.People[f.person]
	name := p.Name
	if f.alias >= 0 {
		name = p.Aliases[f.alias]
	}
	for _, k := range room.New(name).Tokens {
		if k.Kind != arabic.Quote && k.Kind != arabic.Punct {
			out = append(out, arabic.Undet(k.Word))
		}
	}
	return out
}

// bonesOf is a number of the consonants of several words.
func bonesOf(words []string) (h uint32) {
	for _, w := range words {
		h = h*0x9e3779b1 + consonants(w)
	}
	return h
}

// respelt is the listed person whose full name the words spell in another way: «ريكس
// تيلرسن», «سكوت جراشون». Only foreign words are spelled as one likes: those that the
// lexicon knows as ordinary or given names are somebody else's («نبيل فهيم» is no «نبيل
// فهمي»).
func (l *linker) respelt(words []string) (person int32, ok bool) {
	if len(words) < 2 {
		return 0, false
	}
	list := l.lex.Kept(page.NamesScratch, func() any { return fullNames(l.lex) }).([]fullName)
	key := bonesOf(words)
	at := sort.Search(len(list), func(k int) bool { return list[k].key >= key })
	for ; at < len(list) && list[at].key == key; at++ {
		if !l.spells(words, list[at].words(l.lex, new(arabic.Room))) {
			continue
		}
		if ok && person != list[at].person {
			return 0, false // of two
		}
		person, ok = list[at].person, true
	}
	return person, ok
}

// spells reports whether two names of as many words are one in two spellings, the
// words that differ being foreign.
func (l *linker) spells(a, b []string) bool {
	if !slices.EqualFunc(a, b, func(x, y string) bool { return x == y || alike(x, y) && l.foreign(x) && l.foreign(y) }) {
		return false
	}
	return !slices.Equal(a, b)
}

// foreign reports whether a folded word is nothing in Arabic.
func (l *linker) foreign(word string) bool {
	const native = 1<<lexicon.GivenName | 1<<lexicon.Common | 1<<lexicon.NisbaWord
	return (l.lex.Kinds(word)|l.lex.Kinds("ال"+word))&native == 0
}
