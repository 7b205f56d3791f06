package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// memo is what was asked of a token before.
type memo struct {
	bits  uint64       // of the lists that its word and stem are in (words.go)
	asked uint16       // the questions that were answered
	yes   uint16       // those of them with yes
	tense arabic.Tense // of a finite verb
	cut   uint8        // letters before its stem, in bytes
}

// The questions about a token that are asked again and again.
const (
	askJoinedVerb uint16 = 1 << iota
	askFinite
	askPeople
	askJoinedPeople
	askParty
	askJoined
	askPrepositional
	askOffice
	askAction
)

// recall answers a question about token i, asking once.
func (r *reader) recall(i int, question uint16, ask func(*reader, int) bool) bool {
	if i < 0 || i >= len(r.memo) {
		return false
	}
	m := &r.memo[i]
	if m.asked&question == 0 {
		m.asked |= question
		if ask(r, i) {
			m.yes |= question
		}
	}
	return m.yes&question != 0
}

// joinedVerb reports whether token i is a finite verb with و or ف before it, or a
// verb that opens a new clause after a comma.
func (r *reader) joinedVerb(i int) bool { return r.recall(i, askJoinedVerb, (*reader).readJoinedVerb) }

// preposition reports whether token i is a preposition or a word that works as one.
func (r *reader) preposition(i int) bool { return r.p.Has(i, page.Preposition) }

// adverb reports whether token i is an adverb or particle that a phrase is not made of.
func (r *reader) adverb(i int) bool { return r.p.Has(i, page.Adverb) }

// relative reports whether token i is a relative pronoun.
func (r *reader) relative(i int) bool { return r.p.Has(i, page.Relative) }

// opens reports whether token i begins another clause.
func (r *reader) opens(i int) bool { return r.has(i, wordOpens) }

// stops reports whether token i is a mark that ends a clause.
func (r *reader) stops(i int) bool {
	return r.p.Has(i, page.Stop|page.Colon|page.Semicolon) && stop(r.p.Word(i))
}

// side reports whether token i heads a phrase for a side without a proper name.
func (r *reader) side(i int) bool { return r.has(i, stemSide) }

// people reports whether token i names the people of a state: الفلسطينيين، الروس;
// where conj is true it may have a conjunction before it.
func (r *reader) people(i int, conj bool) bool {
	if conj {
		return r.recall(i, askJoinedPeople, func(r *reader, i int) bool { return r.readPeople(i, true) })
	}
	return r.recall(i, askPeople, func(r *reader, i int) bool { return r.readPeople(i, false) })
}

// isDefinite reports whether token i carries the article.
func (r *reader) isDefinite(i int) bool { return r.p.Has(i, page.Definite) }

// isAdjective reports whether token i may qualify a noun before it.
func (r *reader) isAdjective(i int) bool { return r.p.Has(i, page.Adjective) }

// prepositional reports whether token i begins with an attached preposition.
func (r *reader) prepositional(i int) bool {
	return r.recall(i, askPrepositional, (*reader).readPrepositional)
}

// joined reports whether token i begins with و and the rest may name somebody.
func (r *reader) joined(i int) bool { return r.recall(i, askJoined, (*reader).readJoined) }

// action reports whether token i is a noun of action: a masdar of the lexicon or a
// word of its shape.
func (r *reader) action(i int) bool { return r.recall(i, askAction, (*reader).readAction) }

// finite reports whether token i is a finite verb, and its tense.
func (r *reader) finite(i int) (arabic.Tense, bool) {
	if i < 0 || i >= len(r.memo) {
		return 0, false
	}
	m := &r.memo[i]
	if m.asked&askFinite == 0 {
		m.asked |= askFinite
		if t, ok := r.readFinite(i); ok {
			m.yes |= askFinite
			m.tense = t
		}
	}
	return m.tense, m.yes&askFinite != 0
}

// stem is the stem of token i, "" outside the article and for what is no word.
func (r *reader) stem(i int) string {
	if !r.p.Has(i, page.WordToken) {
		return ""
	}
	if r.memo[i].bits&stemKnown == 0 {
		r.findStem(i)
	}
	return r.p.Tokens[i].Word[r.memo[i].cut:]
}

// findStem finds the stem of a word and the lists that it is in.
func (r *reader) findStem(i int) {
	w := r.p.Tokens[i].Word
	st := stem(w)
	m := &r.memo[i]
	m.cut = uint8(len(w) - len(st))
	m.bits |= stems.Of(st) | stemKnown
	if strings.HasPrefix(st, "تنصل") { // in all its forms
		m.bits |= uint64(onBreach)
	}
}

// told are the bits of the lists that the word and stem of token i are in.
func (r *reader) told(i int) uint64 {
	if i < 0 || i >= len(r.memo) {
		return 0
	}
	m := &r.memo[i]
	if m.bits&stemKnown == 0 && r.p.Has(i, page.WordToken) {
		r.findStem(i)
	}
	return m.bits
}

// has reports whether the word or stem of token i is in any of the lists.
func (r *reader) has(i int, lists uint64) bool {
	const ofWords = wordOpens | wordWhole | wordTurns
	if i < 0 || i >= len(r.memo) {
		return false
	}
	m := &r.memo[i]
	if lists&ofWords != 0 && m.bits&wordKnown == 0 {
		m.bits |= words.Of(r.p.Tokens[i].Word) | wordKnown
	}
	if lists&^ofWords != 0 && m.bits&stemKnown == 0 && r.p.Has(i, page.WordToken) {
		r.findStem(i)
	}
	return m.bits&lists != 0
}

// officeAt is the office phrase that begins at token i: the token after it, its
// reading; ok is false where none begins.
func (r *reader) officeAt(i int) (end int, office *lexicon.Office, read lexicon.Reading, ok bool) {
	if i < 0 || i >= len(r.memo) || r.memo[i].asked&askOffice != 0 && r.memo[i].yes&askOffice == 0 {
		return 0, nil, read, false
	}
	end, office, read, ok = phrases.Office(r.p, i)
	r.memo[i].asked |= askOffice
	if ok {
		r.memo[i].yes |= askOffice
	}
	return end, office, read, ok
}
