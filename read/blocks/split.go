package blocks

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/intake/furniture"
	"mahdar/text"
)

// Split cuts doc into blocks in the order of the text. explicit are the dates
// of the text that name a full day by themselves, in order; a dateline is
// recognised by them. title is the place of the article's title, empty where it
// has none. pub is doc.Published, made fuller by what the article itself says:
// stated with its words where nothing was given, or where both agree.
func Split(doc *text.Document, t *arabic.Text, explicit []fact.Date) (bs []fact.Block, title text.Span, pub text.Published) {
	s := &splitter{doc: doc, t: t, dates: explicit}
	s.furniture, _ = furniture.Shipped() // a test of that package holds the list sound
	if s.furniture == nil {
		s.furniture = &furniture.List{} // only shapes count then
	}
	s.lines = cutLines(t, s.furniture)
	for _, step := range []func(){
		s.markup, s.tickers, s.credits, s.links, s.datelines, s.furnish, s.twins, s.findTitle, s.repeats, s.pullQuotes,
		s.relatedAfter, s.trailingHeadlines, s.captions, s.headings, s.rest,
	} {
		step()
	}
	pub = s.publication()
	s.anchor(pub.Day())
	if s.title != nil {
		title = s.title.Span
	}
	return s.blocks(), title, pub
}

// splitter is the state of one Split.
type splitter struct {
	doc       *text.Document
	t         *arabic.Text
	lines     []*line
	dates     []fact.Date
	furniture *furniture.List
	title     *line
	stated    []statement // what datelines say of the publication
	anchors   []string    // by line
}

// rest decides what no step has decided: it is the article.
func (s *splitter) rest() {
	for _, l := range s.lines {
		if l.undecided() {
			l.kind = fact.Paragraph
		}
	}
}

// firstProse is the index of the first line that is a paragraph by its shape;
// len(lines) where there is none.
func (s *splitter) firstProse() int {
	for i, l := range s.lines {
		if l.undecided() && l.prose() && !s.mayHead(i) {
			return i
		}
	}
	return len(s.lines)
}

// mayHead reports whether line i, though a sentence, may be a title: a question
// or a cry that opens the text and stands apart.
func (s *splitter) mayHead(i int) bool {
	l := s.lines[i]
	return i+1 < len(s.lines) && s.lines[i+1].blank && l.arabic <= 25 && !l.dot() && !l.colon && i < 12
}

// dot reports whether the line ends in a full stop.
func (l *line) dot() bool {
	for i := l.last - 1; i >= l.first; i-- {
		switch k := l.t.Tokens[i]; {
		case k.Word == ".":
			return true
		case k.Kind != arabic.Quote && k.Word != ")":
			return false
		}
	}
	return false
}

// furnish drops lines that are page furniture by their words.
func (s *splitter) furnish() {
	for _, l := range s.lines {
		if !l.undecided() {
			continue
		}
		if !l.rules && s.furniture.Exceeds(l.words-l.numbers) {
			s.tail(l)
			continue
		}
		if p, ok := s.furniture.Match(l.told(), l.stop, l.rules, l.colonAfter); ok && l.words > 0 {
			l.drop(p.Reason)
			l.opens = p.Opens
			continue
		}
		s.tail(l)
	}
}

// tail cuts from l what follows a caption that ends pages («رابط الخبر …»).
func (s *splitter) tail(l *line) {
	if !l.tails {
		return
	}
	for i := l.first + 1; i < l.last; i++ {
		if !s.furniture.MayTail(s.t.Tokens[i].Word) {
			continue
		}
		for _, p := range s.furniture.Tails() {
			if s.spells(i, l.last, p.Words) {
				l.cuts = append(l.cuts, cut{text.Span{Start: s.t.Tokens[i].Start, End: l.End}, p.Reason})
				return
			}
		}
	}
}

// spells reports whether the tokens from i on spell words, the last of which
// may go on (a particle with what it is attached to: «بصحيفة» for «ب»).
func (s *splitter) spells(i, end int, words string) bool {
	for len(words) > 0 {
		if i >= end {
			return false
		}
		w := s.t.Tokens[i].Word
		switch {
		case len(words) > len(w) && words[:len(w)] == w && words[len(w)] == ' ':
			words = words[len(w)+1:]
		case len(w) >= len(words) && w[:len(words)] == words:
			return true
		default:
			return false
		}
		i++
	}
	return true
}

// blocks lays the decided lines out, each cut a block of its own.
func (s *splitter) blocks() []fact.Block {
	out := make([]fact.Block, 0, len(s.lines)+4)
	add := func(sp text.Span, kind fact.BlockKind, reason, anchor string) {
		if sp = trim(s.t.Source, sp); !sp.Empty() {
			out = append(out, fact.Block{Span: sp, Kind: kind, Reason: reason, Anchor: anchor})
		}
	}
	for i, l := range s.lines {
		at := l.Start
		if l.kind != fact.Boilerplate {
			for _, c := range l.cuts {
				if c.Start < at {
					continue
				}
				add(text.Span{Start: at, End: c.Start}, l.kind, "", s.anchors[i])
				add(c.Span, fact.Boilerplate, c.reason, s.anchors[i])
				at = c.End
			}
		}
		add(text.Span{Start: at, End: l.End}, l.kind, l.reason, s.anchors[i])
	}
	return out
}
