package incidents

import "mahdar/read/page"

// scratch is this stage's place among lexicon.Scratch.
const scratch = 5

// keptRoom is for articles of how many tokens a reader's room is kept at most.
const keptRoom = 1 << 15

// begin makes a reader ready for p.
func (r *reader) begin(p *page.Page) {
	n := len(p.Tokens)
	r.p = p
	r.bits = vocabulary.LayOver(r.bits, p, wordBits)
	r.held, r.used, r.clauseAt = cleared(r.held, n), cleared(r.used, n), cleared(r.clauseAt, n+1)
	r.unrealAt = -1
	if r.literals == nil {
		r.literals = literalsOf(p.Lex)
	}
}

// end empties a reader, so that it holds nothing of the article, and reports
// whether its room is worth keeping.
func (r *reader) end() bool {
	if len(r.used) > keptRoom {
		return false
	}
	r.p, r.prev, r.light = nil, nil, false
	r.clauses, r.comps, r.spare = emptied(r.clauses), emptied(r.comps), emptied(r.spare)
	r.buf, r.out = emptied(r.buf), emptied(r.out)
	r.spans = r.spans[:0]
	return true
}

// cleared is a slice of n zeros, in the room of an old one where it has it.
func cleared[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	old = old[:n]
	clear(old)
	return old
}

// emptied is a slice without its items.
func emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}
