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
	seed := maphash.MakeSeed()
	all := map[uint64]int{} // how often each run of words stands in the text
	for _, l := range s.lines {
		if l.kind != fact.Boilerplate {
			for _, h := range s.runs(seed, l.first, l.last) {
				all[h]++
			}
		}
	}
	before := map[uint64]bool{} // the runs of the lines that were kept so far
	for i, l := range s.lines {
		if l.kind == fact.Boilerplate {
			continue
		}
		if q, whole := s.lastQuote(l); !q.Empty() && l.undecided() {
			next := s.attribution(i + 1)
			rs := s.runs(seed, s.t.TokenAt(q.Start), l.last)
			switch {
			case whole && every(rs, func(h uint64) bool { return all[h] > 1 }):
				l.drop("repeat")
				if next != nil {
					next.drop("caption")
				}
				continue
			case !whole && next != nil && every(rs, func(h uint64) bool { return before[h] }):
				l.cuts = append(l.cuts, cut{q, "repeat"})
				next.drop("caption")
			}
		}
		for _, h := range s.runs(seed, l.first, l.last) {
			before[h] = true
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

// runs hashes each run of words among tokens [first, last).
func (s *splitter) runs(seed maphash.Seed, first, last int) []uint64 {
	var words [run]string
	n := 0
	var out []uint64
	for _, k := range s.t.Tokens[first:max(first, last)] {
		if k.Kind == arabic.Quote || k.Kind == arabic.Punct {
			continue
		}
		words[n%run] = k.Word
		n++
		if n < run {
			continue
		}
		var h maphash.Hash
		h.SetSeed(seed)
		for j := range run {
			h.WriteString(words[(n+j)%run])
			h.WriteByte(' ')
		}
		out = append(out, h.Sum64())
	}
	return out
}
