package incidents

import (
	"slices"

	"mahdar/read/page"
)

// keptRoom is for articles of how many tokens a reader's room is kept at most.
const keptRoom = 1 << 15

// begin makes a reader ready for p.
func (r *reader) begin(p *page.Page) {
	n := len(p.Tokens)
	r.p = p
	if r.grammar == nil {
		entries, n := grammars(p.Lex)
		r.grammar = entries
		r.told = func(p *page.Page, i int) uint64 { return wordBits(p, entries, i) | n.of(p, i) }
	}
	r.bits = vocabulary.Lay(p, r.told)
	r.cover()
	r.union = slices.Grow(r.union[:0], n)[:n]
	r.held, r.used, r.clauseAt = page.Cleared(r.held, n), page.Cleared(r.used, n), page.Cleared(r.clauseAt, n+1)
	r.pieceAt = page.Cleared(r.pieceAt, n)
}

// end empties a reader, so that it holds nothing of the article, and reports
// whether its room is worth keeping.
func (r *reader) end() bool {
	if len(r.used) > keptRoom {
		return false
	}
	r.p, r.prev, r.light = nil, nil, false
	for _, room := range r.sides {
		clear(room[0][:cap(room[0])])
		clear(room[1][:cap(room[1])])
	}
	r.tries, r.ev, r.bindings = [2]deed{}, event{}, [2]binding{}
	r.clauses, r.comps, r.spare, r.pieces = page.Emptied(r.clauses), r.comps[:0], r.spare[:0], r.pieces[:0]
	r.buf, r.out, r.parties = page.Emptied(r.buf), page.Emptied(r.out), page.Emptied(r.parties)
	r.spans, r.nouns = r.spans[:0], page.Emptied(r.nouns)
	return true
}
