package lexicon

import (
	"hash/maphash"
	"sync/atomic"

	"mahdar/arabic"
	"mahdar/text"
)

// Reading is one way to take a token: particles, a known word, a pronoun.
type Reading struct {
	Word    int32 // number of the word in the vocabulary, -1 for words that are only ordinary
	Kinds   Kinds // of its senses
	Cut     uint8 // folded bytes of particles before it
	Conj    byte  // 'w', 'f', 0
	Prep    byte  // 'b', 'l', 'k', 's', 0
	Det     bool  // has the article
	Undet   bool  // the word was found without the article that the token has
	Pronoun string
	begins  Tables
	node    int32 // of the trie, where phrases begin with the word
	senses  []Sense
}

// Tagged is an article's tokens with what the lexicon knows of them.
type Tagged struct {
	*arabic.Text
	Lex      *Lexicon
	Readings [][]Reading // by token; empty for unknown words

	sums  []summary // by token: what its readings are, all together
	names []Naming  // by token: what it may do in names
	known []*found  // by token
	seed  maphash.Seed

	at      []matched // by token: the phrases that begin there, among matches
	matches []Match
	fetched []node // see LookUp
}

// summary is what the readings of a word have between them, so that most
// questions are answered without walking them.
type summary struct {
	kinds  Kinds
	begins uint16 // tables of the phrases that may begin with it
	size   uint8  // of the word: its bytes, where it is remembered
	leads  uint8  // 1 + index of the reading that phrases begin with, 0 for none, many for several
	front  front  // of that reading
	inside int32  // number of the word, if it stands as listed and some phrase has it after its first word; else -1
	node   int32  // of the trie, where the one reading of leads leads to
}

// many stands for several readings that phrases begin with.
const many = 0xff

// found is what a tagger remembers of a word. It fills two lines of a
// processor's cache: what every article asks, and what is asked of fewer words.
type found struct {
	hash  uint64
	first [firstBytes]byte // of the word
	summary
	naming Naming

	readings []Reading
	notes    [Notes]atomic.Uint64
	rest     *string // of the word, nil where first holds it all
}

// sumUp gathers what rs have between them.
func (l *Lexicon) sumUp(rs []Reading) *found {
	f := &found{readings: rs, summary: summary{inside: -1}}
	if len(rs) > 0 {
		if r := &rs[0]; r.Cut == 0 && r.Pronoun == "" && !r.Undet && r.Word >= 0 && l.vocab.words[r.Word].inside {
			f.inside = r.Word
		}
	}
	for k := range rs {
		f.kinds |= rs[k].Kinds
		if !rs[k].leads() {
			continue
		}
		f.begins |= uint16(rs[k].begins)
		if f.leads > 0 || k >= many-1 {
			f.leads = many
			continue
		}
		f.leads, f.node, f.front = uint8(k+1), rs[k].node, frontOf(&rs[k])
	}
	return f
}

// leads reports whether phrases may begin with the reading.
func (r *Reading) leads() bool { return r.begins != 0 && r.Pronoun == "" && !r.Undet }

// tagger looks words up and remembers what it found. It is used by one
// goroutine at a time.
type tagger struct {
	lex       *Lexicon
	cache     memory
	hashes    []uint64  // of an article's words
	readings  []Reading // of the word that is looked up
	place     []Reading // where readings of words are kept
	particles []arabic.Analysis
	pronouns  []arabic.Analysis
}

// Tag looks every token of t up.
func (l *Lexicon) Tag(t *arabic.Text) *Tagged {
	tg := &Tagged{}
	l.TagIn(tg, t)
	return tg
}

// TagIn is Tag in the room of an older one, which is gone.
func (l *Lexicon) TagIn(tg *Tagged, t *arabic.Text) {
	n := len(t.Tokens)
	if cap(tg.known) < n {
		more := n + n/4
		tg.Readings, tg.sums, tg.known = make([][]Reading, more), make([]summary, more), make([]*found, more)
		tg.at, tg.names = make([]matched, more), make([]Naming, more)
	}
	tg.Text, tg.Lex = t, l
	tg.Readings, tg.sums, tg.known = tg.Readings[:n], tg.sums[:n], tg.known[:n]
	tg.at, tg.names = tg.at[:n], tg.names[:n]
	clear(tg.at)
	tg.matches = tg.matches[:0]
	w := l.taggers.Get().(*tagger)
	hashes := w.recall(t, tg.known)
	tg.seed = w.cache.seed
	for i, f := range tg.known {
		k := &t.Tokens[i]
		h := hashes[i]
		if f == nil || f.hash != h || !f.spells(k.Word) {
			f = w.cache.find(h, k.Word)
		}
		if f == nil {
			f = l.sumUp(w.look(k.Word, k.Kind))
			f.naming, f.hash = l.naming(k.Word, k.Kind, f.readings), h
			if len(k.Word) < 64 {
				w.cache.add(h, k.Word, f)
			}
		}
		tg.Readings[i], tg.sums[i], tg.names[i], tg.known[i] = f.readings, f.summary, f.naming, f
	}
	l.taggers.Put(w)
}

// recall hashes every word of t and puts into known what is remembered of a word
// with that place in the memory, if anything is: it may be another word. Nothing
// here waits for what it fetches, so that many words are fetched at a time.
func (w *tagger) recall(t *arabic.Text, known []*found) []uint64 {
	if cap(w.hashes) < len(known) {
		w.hashes = make([]uint64, len(known)+len(known)/4)
	}
	hashes := w.hashes[:len(known)]
	for i := range hashes {
		hashes[i] = w.cache.hash(t.Tokens[i].Word)
	}
	slots := w.cache.slots
	for i, h := range hashes {
		known[i] = slots[h&uint64(len(slots)-1)].word
	}
	return hashes
}

// look finds all known readings of a folded word, the one with least taken
// off first.
func (w *tagger) look(word string, kind arabic.Kind) []Reading {
	l := w.lex
	out := w.readings[:0]
	add := func(stem string, a arabic.Analysis, undet bool) {
		r, ok := l.word(stem)
		if !ok || len(r.senses) == 0 && r.begins == 0 && a.Cut+len(a.Pronoun) > 0 {
			return
		}
		if (a.Prep == 'b' || a.Prep == 'k') && r.onlyVerb() {
			return // no verb has a preposition before it: «بندار» is a name
		}
		r.Cut, r.Conj, r.Prep, r.Det, r.Undet, r.Pronoun = uint8(a.Cut), a.Conj, a.Prep, a.Det, undet, a.Pronoun
		out = append(out, r)
	}
	if kind != arabic.Word || len(word) > 60 {
		add(word, arabic.Analysis{}, false)
		return w.keep(out)
	}
	w.particles = arabic.Particles(word, w.particles[:0])
	for _, a := range w.particles {
		add(a.Stem, a, false)
		if a.Det {
			add(arabic.Undet(a.Stem), a, true)
			continue
		}
		w.pronouns = arabic.Pronouns(a, w.pronouns[:0])
		for _, p := range w.pronouns {
			add(p.Stem, p, false)
		}
	}
	return w.keep(out)
}

// keep is rs in a place of their own; the room that they were gathered in is used
// again. Places are made many at a time.
func (w *tagger) keep(rs []Reading) []Reading {
	w.readings = rs[:0]
	if len(rs) == 0 {
		return nil
	}
	if len(w.place)+len(rs) > cap(w.place) {
		w.place = make([]Reading, 0, max(64, len(rs)))
	}
	n := len(w.place)
	w.place = append(w.place, rs...)
	return w.place[n:len(w.place):len(w.place)]
}

// onlyVerb reports whether the reading's word is an ordinary verb and nothing else.
func (r *Reading) onlyVerb() bool {
	return r.Word < 0 && len(r.senses) == 1 && r.senses[0].Kind == Common && r.senses[0].Entry == 'v'
}

// word is what the vocabulary and the list of ordinary words know of a folded
// word; ok is false where neither has it.
func (l *Lexicon) word(w string) (r Reading, ok bool) {
	pos := l.ordinary.pos(w)
	n, listed := l.vocab.find(w)
	if !listed {
		if pos == 0 {
			return r, false
		}
		return Reading{Word: -1, Kinds: 1 << Common, senses: l.ordinary.by[pos]}, true
	}
	r = Reading{Word: n, Kinds: l.vocab.words[n].kinds, begins: l.vocab.words[n].begins, node: l.trie.first[n], senses: l.vocab.sensesOf(n)}
	if pos != 0 && !r.Kinds.Has(Common) {
		r.Kinds |= 1 << Common
		r.senses = append(r.senses[:len(r.senses):len(r.senses)], Sense{Kind: Common, Entry: int32(pos)})
	}
	return r, true
}

// Senses are the senses of a reading's word.
func (l *Lexicon) Senses(r Reading) []Sense { return r.senses }

// Own are the senses of the reading's word.
func (r *Reading) Own() []Sense { return r.senses }

// Find returns the first reading of token i with a sense of kind k that ok
// accepts (nil accepts all).
func (t *Tagged) Find(i int, k Kind, ok func(Reading, Sense) bool) (Reading, Sense, bool) {
	if i < 0 || i >= len(t.sums) || !t.sums[i].kinds.Has(k) {
		return Reading{}, Sense{}, false
	}
	rs := t.Readings[i]
	for n := range rs {
		r := &rs[n]
		if !r.Kinds.Has(k) {
			continue
		}
		for _, s := range r.senses {
			if s.Kind == k && (ok == nil || ok(*r, s)) {
				return *r, s, true
			}
		}
	}
	return Reading{}, Sense{}, false
}

// Is reports whether token i may be of kind k.
func (t *Tagged) Is(i int, k Kind) bool { return t.Kinds(i).Has(k) }

// Kinds are the kinds of all readings of token i.
func (t *Tagged) Kinds(i int) Kinds {
	if i < 0 || i >= len(t.sums) {
		return 0
	}
	return t.sums[i].kinds
}

// Naming is what token i may do in names.
func (t *Tagged) Naming(i int) *Naming { return &t.names[i] }

// Hash is a number of the word of token i that other words share next to never. It
// holds for this article alone.
func (t *Tagged) Hash(i int) uint64 { return t.known[i].hash }

// HashOf is the Hash of a word that need not be a token's.
func (t *Tagged) HashOf(word string) uint64 { return maphash.String(t.seed, word) }

// Known reports whether the lexicon knows token i as any word.
func (t *Tagged) Known(i int) bool { return t.sums[i].kinds != 0 }

// StemSpan is the source span of token i without the particles of r. Of للـ
// only the attached ل is left off (GUIDE: «للأمم المتحدة» has «لأمم المتحدة»).
func (t *Tagged) StemSpan(i int, r Reading) text.Span {
	return text.Span{Start: t.Inner(i, int(r.Cut)), End: t.Tokens[i].End}
}
