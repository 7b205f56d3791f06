package statements

import (
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// keptRoom is for articles of how many tokens a reader's room is kept at most.
const keptRoom = 1 << 15

// take is a reader of p's sentences, in the room of an earlier one where there is
// one. Nothing but room is left of that one.
func take(p *page.Page) *reader {
	r, ok := p.Lex.Scratch(page.StatementsScratch).Get().(*reader)
	if !ok {
		r = &reader{}
	}
	n := len(p.Tokens)
	*r = reader{
		p: p, w: vocabulary.Lay(p, wordBits), q: phrases.FindQuotes(p),
		seen: page.Cleared(r.seen, n), governing: page.Cleared(r.governing, n),
		pool: r.pool[:0], out: r.out[:0], known: r.known[:0], people: r.people[:0], offices: r.offices,
	}
	return r
}

// give leaves r's room to the next article, unless it is very large.
func (r *reader) give() {
	if len(r.w) > keptRoom {
		return
	}
	lex := r.p.Lex
	*r = reader{
		w: r.w, seen: r.seen, governing: r.governing,
		pool: page.Emptied(r.pool), out: page.Emptied(r.out), known: page.Emptied(r.known), people: page.Emptied(r.people), offices: r.offices,
	}
	lex.Scratch(page.StatementsScratch).Put(r)
}
