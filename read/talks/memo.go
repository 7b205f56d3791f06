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
	asked uint8        // the questions that were answered
	yes   uint8        // those of them with yes
	tense arabic.Tense // of a finite verb that talks.tsv knows
}

// The questions about a token, where it stands, that are asked again and again.
const (
	askFinite uint8 = 1 << iota
	askParty
	askJoined
	askPrepositional
	askOffice
)

// recall answers a question about token i, asking once.
func (r *reader) recall(i int, question uint8, ask func(*reader, int) bool) bool {
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
func (r *reader) joinedVerb(i int) bool {
	return r.has(i, wordJoinedVerb) && !r.p.Named(i) && !r.endsInTa(i)
}

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
	if !r.p.Has(i, page.Stop|page.Colon|page.Semicolon) || !stop(r.p.Word(i)) {
		return false
	}
	if r.p.Word(i) == ":" && i > 0 && i+1 < len(r.p.Tokens) && r.p.Tokens[i-1].Kind == arabic.Number && r.p.Tokens[i+1].Kind == arabic.Number {
		return false // الساعة 11:59
	}
	return r.p.Word(i) != "." || i+1 >= len(r.p.Tokens) || len(r.p.Word(i-1)) != 2 || r.p.Sentence(i+1) != r.p.Sentence(i) // د. سالم
}

// side reports whether token i heads a phrase for a side without a proper name.
func (r *reader) side(i int) bool {
	return r.has(i, stemSide) && (r.stem(i) != "طرفا" || r.isDefinite(i+1)) // طرفا النزاع, and not «طرفا كاملا»
}

// people reports whether token i names the people of a state: الفلسطينيين، الروس;
// where conj is true it may have a conjunction before it.
func (r *reader) people(i int, conj bool) bool {
	if conj {
		return r.has(i, wordAndPeople)
	}
	return r.has(i, wordPeople)
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
func (r *reader) action(i int) bool { return r.has(i, wordAction) }

// finite reports whether token i is a finite verb, and its tense. Of a word of talks
// the tense of its mark counts.
func (r *reader) finite(i int) (arabic.Tense, bool) {
	if i < 0 || i >= len(r.bits) || r.p.Named(i) {
		return 0, false
	}
	bits := r.bits[i]
	if bits&wordTalks != 0 && r.talk[i] != 0 {
		m := &r.memo[i]
		if m.asked&askFinite == 0 {
			m.asked |= askFinite
			if t, ok := tenseOf(r.p, i, r.word(i)); ok {
				m.yes |= askFinite
				m.tense = t
			}
		}
		return m.tense, m.yes&askFinite != 0
	}
	switch {
	case bits&wordVerb == 0, r.endsInTa(i):
		return 0, false
	case bits&wordPast != 0:
		return arabic.Past, true
	case bits&wordJussive != 0:
		return arabic.Jussive, true
	}
	return arabic.Present, true
}

// endsInTa reports whether token i ends in ة, as no finite verb does: إدارة, and not أداره.
func (r *reader) endsInTa(i int) bool {
	return strings.HasSuffix(r.p.Tokens[i].Word, "ه") && strings.HasSuffix(r.p.Tokens[i].Span().In(r.p.Source), "ة")
}

// stem is the stem of token i, "" outside the article and for what is no word.
func (r *reader) stem(i int) string {
	if !r.p.Has(i, page.WordToken) {
		return ""
	}
	return r.p.Tokens[i].Word[r.bits[i]>>cutShift&7*2:]
}

// has reports whether token i has one of the bits.
func (r *reader) has(i int, bits uint64) bool {
	return uint(i) < uint(len(r.bits)) && r.bits[i]&bits != 0
}

// officeAt is the office phrase that begins at token i: the token after it, its
// reading; ok is false where none begins.
func (r *reader) officeAt(i int) (end int, office *lexicon.Office, read lexicon.Reading, ok bool) {
	if i < 0 || i >= len(r.memo) || r.memo[i].asked&askOffice != 0 && r.memo[i].yes&askOffice == 0 {
		return 0, nil, read, false
	}
	end, office, at, ok := phrases.Office(r.p, i)
	r.memo[i].asked |= askOffice
	if ok {
		read = *at
		r.memo[i].yes |= askOffice
	}
	return end, office, read, ok
}
