package statements

import (
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// memo keeps what was found after one cue, which its frames ask for again and
// again: where its clause begins, its quotation, its prepositions.
type memo struct {
	first, lim int
	verb       *lexicon.Verb
	clause     [2]clauseMemo // of أن and of بأن
	quote      quoteMemo
	preps      [preps]prepMemo // by mark, the last asked of those that share a place
}

type clauseMemo struct {
	mark, content int
	ok, known     bool
}

type quoteMemo struct {
	from             int
	zoneEnd, content int
	quote            phrases.Quote
	quoted, colon    bool
	rule             string
	ok, known        bool
}

type prepMemo struct {
	mark   string
	pos    int
	source bool
	k, cut int
	ok     bool
	known  bool
}

// preps is how many prepositions are remembered.
const preps = 16

// memoOf is the memo of cue c up to lim, emptied where it held another's.
func (r *reader) memoOf(c *cue, lim int) *memo {
	m := &r.memo
	if m.first != c.first || m.lim != lim || m.verb != c.verb {
		m.first, m.lim, m.verb = c.first, lim, c.verb
		m.clause, m.quote.known = [2]clauseMemo{}, false
		for n := range m.preps {
			m.preps[n].known = false
		}
	}
	return m
}

// findClause finds إن or أن (بأن where bian) after c, before anything that would
// make it another's, and where its content begins.
func (r *reader) findClause(c *cue, bian bool, lim int) (mark, content int, ok bool) {
	n := 0
	if bian {
		n = 1
	}
	if f := &r.memoOf(c, lim).clause[n]; f.known {
		return f.mark, f.content, f.ok
	}
	mark, content, ok = r.seekClause(c, bian, lim)
	r.memoOf(c, lim).clause[n] = clauseMemo{mark, content, ok, true}
	return mark, content, ok
}

// quoteMatch finds the quotation or colon that c opens at token from or after it.
func (r *reader) quoteMatch(c *cue, m *match, from, lim int) bool {
	f := &r.memoOf(c, lim).quote
	if !f.known || f.from != from {
		got, ok := r.seekQuote(c, match{rule: m.rule}, from, lim)
		f = &r.memoOf(c, lim).quote
		*f = quoteMemo{from, got.zoneEnd, got.content, got.quote, got.quoted, got.colon, got.rule, ok, true}
	}
	m.zoneEnd, m.content, m.quote, m.quoted, m.colon, m.rule = f.zoneEnd, f.content, f.quote, f.quoted, f.colon, f.rule
	return f.ok
}

// findPreposition finds the token k where the preposition of a slot stands after
// c, from pos on, and the folded bytes of it that are attached.
func (r *reader) findPreposition(c *cue, s *lexicon.Slot, pos, lim int) (k, cut int, ok bool) {
	source := s.Role == "source"
	if s.Mark == "" {
		return 0, 0, false
	}
	place := uint(s.Mark[len(s.Mark)-1])*5 + uint(len(s.Mark))
	f := &r.memoOf(c, lim).preps[place%preps]
	if f.known && f.mark == s.Mark && f.pos == pos && f.source == source {
		return f.k, f.cut, f.ok
	}
	k, cut, ok = r.seekPreposition(s, pos, lim)
	r.memoOf(c, lim).preps[place%preps] = prepMemo{s.Mark, pos, source, k, cut, ok, true}
	return k, cut, ok
}
