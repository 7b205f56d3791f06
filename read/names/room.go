package names

import (
	"mahdar/read/page"
)

// margin is how many empty words stand after the last token, so that looking
// ahead needs no bounds.
const margin = 24

// begin makes a finder ready for an article. What it held before is empty.
func (f *finder) begin(p *page.Page) {
	f.Page, f.lex = p, p.Lex
	n := len(p.Tokens) + margin
	f.w = page.Cleared(f.w, n)
	f.expect = page.Cleared(f.expect, n)
	f.owner = page.Cleared(f.owner, n)
	f.about = page.Cleared(f.about, len(f.lex.States))
	f.lasts, f.sifted, f.dotted = sieve{}, 0, false
	f.seen.empty()
	f.pairs.empty()
	if f.linker.spellings == nil {
		f.linker.spellings = map[string]spelling{}
	}
	l := &f.linker
	l.byRef.empty()
	l.byName.empty()
	l.bySurface.empty()
	l.last.n = -1
}

// keptRoom is for articles of how many tokens a finder's room is kept at most.
const keptRoom = 1 << 15

// end empties a finder, so that it holds nothing of the article, and reports
// whether its room is worth keeping.
func (f *finder) end() bool {
	if len(f.Tokens) > keptRoom {
		return false
	}
	f.Page, f.lex = nil, nil
	f.phrases, f.titles = nil, page.Emptied(f.titles)
	f.found = page.Emptied(f.found)
	l := &f.linker
	l.finder = nil
	l.groups, l.bearers = page.Emptied(l.groups), l.bearers[:0]
	l.arena, l.last.words = page.Emptied(l.arena), nil
	return true
}
