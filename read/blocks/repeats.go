package blocks

import (
	"hash/maphash"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
)

// repeats drops each line that says word for word what a line before it said:
// titles and leads that the page prints twice. A repeat that adds or drops a
// word is the article.
func (s *splitter) repeats() {
	alone := make(map[[2]int]int, len(s.lines)) // by words and bytes: 1 + the only such line, -1 for several
	seen := map[string]bool{}                   // what the lines said of which there are several
	for i, l := range s.lines {
		if l.kind == fact.Boilerplate || l.kind == fact.Dateline || l.words < 2 {
			continue
		}
		k := [2]int{l.words, l.size}
		n := alone[k]
		if n == 0 {
			alone[k] = i + 1
			continue
		}
		if n > 0 {
			seen[s.lines[n-1].said()] = true
			alone[k] = -1
		}
		if seen[l.said()] && (l.words >= 4 || s.title != nil && l.same(s.title)) && l != s.title {
			l.drop("repeat")
			continue
		}
		seen[l.said()] = true
	}
}

// run is how many words a stretch needs to count as said before.
const run = 4

// pullQuotes drops quotations that a page shows a second time beside the
// article: alone on a line, or at the end of a paragraph that has said it
// already, with the speaker alone on the next line. Readers take both as part
// of the page.
func (s *splitter) pullQuotes() {
	if !s.quotesEndLines() {
		return
	}
	runs := s.allRuns()
	told := s.quotedRuns(runs)
	for i, l := range s.lines {
		if l.kind != fact.Boilerplate {
			told.each(runs[i], func(c *said) { c.times++ })
		}
	}
	for i, l := range s.lines {
		if l.kind == fact.Boilerplate {
			continue
		}
		if q, whole := s.lastQuote(l); !q.Empty() && l.undecided() {
			next := s.attribution(i + 1)
			rs := s.runsIn(runs[i], q, l)
			switch {
			case whole && every(rs, func(h uint64) bool { return told.of[h].times > 1 }):
				l.drop("repeat")
				if next != nil {
					next.drop("caption")
				}
				continue
			case !whole && next != nil && every(rs, func(h uint64) bool { return told.of[h].before }):
				l.cuts = append(l.cuts, cut{q, "repeat"})
				next.drop("caption")
			}
		}
		told.each(runs[i], func(c *said) { c.before = true })
	}
}

// said is how often a run of words stands in the text, and whether a line that
// was kept has said it already.
type said struct {
	times  int
	before bool
}

// quoted is the runs of the quotations that end lines, and what was said of them.
type quoted struct {
	of   map[uint64]*said
	gate [16]uint64 // a bit for each run, so that most others are told by it
}

// quotedRuns is the runs of all quotations that end lines, nothing said yet.
func (s *splitter) quotedRuns(runs [][]uint64) *quoted {
	told := &quoted{of: map[uint64]*said{}}
	for i, l := range s.lines {
		if q, _ := s.lastQuote(l); !q.Empty() && l.undecided() {
			for _, h := range s.runsIn(runs[i], q, l) {
				told.of[h] = &said{}
				told.gate[h>>6&15] |= 1 << (h & 63)
			}
		}
	}
	return told
}

// each calls f with what is said of each of the given runs that is quoted.
func (told *quoted) each(runs []uint64, f func(*said)) {
	for _, h := range runs {
		if told.gate[h>>6&15]>>(h&63)&1 == 0 {
			continue
		}
		if c := told.of[h]; c != nil {
			f(c)
		}
	}
}

// quotesEndLines reports whether any line could be or end in a pull quote.
func (s *splitter) quotesEndLines() bool {
	for i, l := range s.lines {
		if q, whole := s.lastQuote(l); !q.Empty() && l.undecided() && (whole || s.attribution(i+1) != nil) {
			return true
		}
	}
	return false
}

// every reports whether ok holds for all of hs, and there are at least two.
func every(hs []uint64, ok func(uint64) bool) bool {
	for _, h := range hs {
		if !ok(h) {
			return false
		}
	}
	return len(hs) > 1
}

// attribution is line i where it names somebody and says nothing: short, no
// stop.
func (s *splitter) attribution(i int) *line {
	if i >= len(s.lines) {
		return nil
	}
	l := s.lines[i]
	if !l.undecided() || l.stop || l.colon || l.arabic < 3 || l.arabic > 12 {
		return nil
	}
	return l
}

// lastQuote is the quotation that ends line l, with its marks; whole tells
// whether nothing else stands on the line.
func (s *splitter) lastQuote(l *line) (q text.Span, whole bool) {
	toks := s.t.Tokens
	end := l.last - 1
	for end > l.first && (toks[end].Word == "." || toks[end].Word == "،") {
		end--
	}
	if end <= l.first || toks[end].Kind != arabic.Quote || toks[end].Word == "«" {
		return q, false
	}
	for i := end - 1; i >= l.first; i-- {
		if toks[i].Kind == arabic.Quote && toks[i].Word != "»" {
			if end-i-1 < run+1 {
				return q, false
			}
			return text.Span{Start: toks[i].Start, End: l.End}, i == l.first
		}
	}
	return q, false
}

// allRuns hashes, for each line, each run of words on it.
func (s *splitter) allRuns() [][]uint64 {
	seed := maphash.MakeSeed()
	out := make([][]uint64, len(s.lines))
	all := make([]uint64, 0, len(s.t.Tokens)) // one piece for all lines
	for i, l := range s.lines {
		from := len(all)
		var words [run]uint64 // hashes of the last words
		n := 0
		toks := s.t.Tokens[l.first:max(l.first, l.last)]
		for k := range toks {
			if toks[k].Kind == arabic.Quote || toks[k].Kind == arabic.Punct {
				continue
			}
			words[n%run] = maphash.String(seed, toks[k].Word)
			if n++; n < run {
				continue
			}
			h := uint64(0)
			for j := range run {
				h = (h ^ words[(n+j)%run]) * 0x9e3779b97f4a7c15
				h ^= h >> 29
			}
			all = append(all, h)
		}
		out[i] = all[from:]
	}
	return out
}

// runsIn is those of the runs of line l that stand whole in q, the quotation
// that ends the line.
func (s *splitter) runsIn(runs []uint64, q text.Span, l *line) []uint64 {
	words := 0
	for i := s.t.TokenAt(q.Start); i < l.last; i++ {
		if k := s.t.Tokens[i].Kind; k != arabic.Quote && k != arabic.Punct {
			words++
		}
	}
	return runs[min(len(runs), max(0, len(runs)-(words-run+1))):]
}
