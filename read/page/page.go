package page

import (
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

// Page is an article while it is read.
type Page struct {
	*lexicon.Tagged
	Doc     *text.Document
	Reading *fact.Reading

	words    []string                // by token: its folded word, side by side as Tokens has them not
	class    []Class                 // by token: what it is by itself
	noted    [lexicon.Notes][]uint64 // by token: the notes on its word, fetched in one go; class stands for the first
	block    []int16                 // by token: index into Reading.Blocks, -1 for none
	sentence []int32                 // by token: index into Sentences
	mention  []int32                 // by token: 1 + index of the mention that covers it
	date     []int32                 // by token: 1 + index of the date that covers it
	figure   []int32                 // by token: 1 + index of the figure that covers it
	cover3   []int32                 // the three lists before

	first  []int32     // by mention: the first token that it covers
	quotes *Quotes     // nil until asked for
	marked Quotes      // their room
	walks  [2][]Walked // by token: the noun phrases walked, free and bounded
	walked [2]bool     // whether walks hold: they are emptied when asked for

	offices []OfficeAt // by token: the office phrases that begin there

	actors actors
}

// New lays tokens over the blocks and dates that r already has.
func New(doc *text.Document, tg *lexicon.Tagged, r *fact.Reading) *Page {
	p := &Page{Tagged: tg}
	p.lay(doc, r)
	return p
}

// lay is New on the tokens that p has, in the room that it has.
func (p *Page) lay(doc *text.Document, r *fact.Reading) {
	tg := p.Tagged
	n := len(tg.Tokens)
	p.Doc, p.Reading = doc, r
	if cap(p.class) < n {
		p.class, p.block, p.sentence, p.words = make([]Class, n), make([]int16, n), make([]int32, n), make([]string, n)
	}
	p.class, p.block, p.sentence, p.words = p.class[:n], p.block[:n], p.sentence[:n], p.words[:n]
	for i := range tg.Tokens {
		p.words[i] = tg.Tokens[i].Word
	}
	p.cover3 = Cleared(p.cover3, 3*n) // one piece for what covers tokens
	p.offices = Cleared(p.offices, n)
	p.mention, p.date, p.figure = p.cover3[:n:n], p.cover3[n:2*n:2*n], p.cover3[2*n:]
	p.first, p.quotes, p.walked = p.first[:0], nil, [2]bool{}
	p.actors.forget()
	p.fetchNotes(n)
	i := 0
	for b := range r.Blocks { // tokens before a block, and between two, are in none
		for ; i < n && tg.Tokens[i].Start < r.Blocks[b].Start; i++ {
			p.block[i] = -1
		}
		c, end, at := standing(r.Blocks[b].Kind), r.Blocks[b].End, int16(min(b, 1<<15-1))
		for ; i < n && tg.Tokens[i].Start < end; i++ {
			p.block[i] = at
			p.class[i] |= c
		}
	}
	for ; i < n; i++ {
		p.block[i] = -1
	}
	for s := range tg.Sentences {
		in := p.sentence[tg.Sentences[s].First:tg.Sentences[s].Last]
		for i := range in {
			in[i] = int32(s)
		}
	}
	for i := range r.Dates {
		p.cover(p.date, r.Dates[i].Span, i)
	}
}

// fetchNotes lays the notes on the words of all n tokens side by side: they stand far
// apart in memory, and every stage asks for them.
func (p *Page) fetchNotes(n int) {
	for k := classNote + 1; k < lexicon.Notes; k++ {
		if cap(p.noted[k]) < n {
			p.noted[k] = make([]uint64, n, n+n/4)
		}
		p.noted[k] = p.noted[k][:n]
	}
	for i := range p.class {
		notes := p.Notes(i)
		for k := classNote + 1; k < lexicon.Notes; k++ {
			p.noted[k][i] = notes[k].Load()
		}
		if c := notes[classNote].Load(); c != 0 {
			p.class[i] = Class(c &^ noted)
		} else {
			p.class[i] = classOf(p.Tagged, i)
		}
	}
}

// Cleared is a slice of n zeros, in the room of an old one where it has it.
func Cleared[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	old = old[:n]
	clear(old)
	return old
}

// Emptied is a slice without its items, which are let go; its room stays.
func Emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}

// standing is what a block's kind makes of its tokens.
func standing(k fact.BlockKind) Class {
	switch k {
	case fact.Boilerplate, fact.Dateline:
		return 0
	case fact.Title:
		return InBody | InTitle
	}
	return InBody
}

// cover marks the tokens that overlap s as covered by item i and returns the first.
func (p *Page) cover(by []int32, s text.Span, i int) (first int) {
	first = p.TokenAt(s.Start)
	for k := first; k < len(p.Tokens) && p.Tokens[k].Start < s.End; k++ {
		by[k] = int32(i + 1)
	}
	return first
}

// Block is the block that token i stands in, nil where there is none.
func (p *Page) Block(i int) *fact.Block {
	if i < 0 || i >= len(p.block) || p.block[i] < 0 {
		return nil
	}
	return &p.Reading.Blocks[p.block[i]]
}

// Body reports whether token i is part of the article (its title included) and
// not boilerplate or a dateline.
func (p *Page) Body(i int) bool { return p.Has(i, InBody) }

// InTitle reports whether token i stands in the title.
func (p *Page) InTitle(i int) bool { return p.Has(i, InTitle) }

// Sentence is the index of the sentence of token i among Sentences; their number
// past the end, 0 before the first.
func (p *Page) Sentence(i int) int {
	switch {
	case i < 0:
		return 0
	case i >= len(p.sentence):
		return len(p.Sentences)
	}
	return int(p.sentence[i])
}

// SentenceOf is Sentence: the look-up of package arabic, which searches, is not
// needed on a page.
func (p *Page) SentenceOf(i int) int { return p.Sentence(i) }

// TokenNear is TokenAt, looked for where token i and the usual length of a token lead
// to.
func (p *Page) TokenNear(b, i int) int {
	const steps, usual = 24, 10
	list := p.Tokens
	if i < len(list) {
		i = min(max(0, i+(b-list[i].Start)/usual), len(list)-1)
	}
	for range steps {
		switch {
		case i < len(list) && list[i].End <= b:
			i++
		case i > 0 && list[i-1].End > b:
			i--
		default:
			return i
		}
	}
	return p.TokenAt(b)
}

// AddMention records a mention and lays it over its tokens.
func (p *Page) AddMention(m fact.Mention) {
	p.Reading.Mentions = append(p.Reading.Mentions, m)
	p.first = append(p.first, int32(p.cover(p.mention, m.Span, len(p.Reading.Mentions)-1)))
	p.walked = [2]bool{} // a name changes how far phrases go
}

// AddName is AddMention for one that covers tokens [first, last).
func (p *Page) AddName(m fact.Mention, first, last int) {
	p.Reading.Mentions = append(p.Reading.Mentions, m)
	p.first = append(p.first, int32(first))
	for k := first; k < last; k++ {
		p.mention[k] = int32(len(p.Reading.Mentions))
	}
	p.walked = [2]bool{} // a name changes how far phrases go
}

// Mention is the mention that covers token i, nil where there is none.
func (p *Page) Mention(i int) *fact.Mention { return item(p.mention, p.Reading.Mentions, i) }

// MentionFirst is the first token of the mention that covers token i, i where none
// does. It is what TokenAt finds for the mention's start, without searching.
func (p *Page) MentionFirst(i int) int {
	if i < 0 || i >= len(p.mention) || p.mention[i] == 0 {
		return i
	}
	return int(p.first[p.mention[i]-1])
}

// FirstOf is the first token of the k-th mention.
func (p *Page) FirstOf(k int) int { return int(p.first[k]) }

// Named reports whether a mention covers token i.
func (p *Page) Named(i int) bool { return uint(i) < uint(len(p.mention)) && p.mention[i] != 0 }

// Dated reports whether a date covers token i.
func (p *Page) Dated(i int) bool { return uint(i) < uint(len(p.date)) && p.date[i] != 0 }

// Date is the date that covers token i, nil where there is none.
func (p *Page) Date(i int) *fact.Date { return item(p.date, p.Reading.Dates, i) }

// AddFigure records a figure and lays it over its tokens.
func (p *Page) AddFigure(f fact.Figure) {
	p.Reading.Figures = append(p.Reading.Figures, f)
	p.cover(p.figure, f.Span, len(p.Reading.Figures)-1)
}

// Figure is the figure that covers token i, nil where there is none.
func (p *Page) Figure(i int) *fact.Figure { return item(p.figure, p.Reading.Figures, i) }

func item[T any](by []int32, list []T, i int) *T {
	if i < 0 || i >= len(by) || by[i] == 0 {
		return nil
	}
	return &list[by[i]-1]
}

// Word is the folded word of token i, "" outside the article.
func (p *Page) Word(i int) string {
	if uint(i) >= uint(len(p.words)) {
		return ""
	}
	return p.words[i]
}

// Mark reports whether token i is a mark and not a word or number.
func (p *Page) Mark(i int) bool { return p.Has(i, MarkToken) }

// Quotes are the quotations of the article, found once.
func (p *Page) Quotes() *Quotes {
	if p.quotes == nil {
		p.quotes = findQuotes(p)
	}
	return p.quotes
}

// Walked is what package phrases remembers of the last noun phrase that it walked
// from a token: where the phrase ends, under which limit it was walked, and the
// furthest token that was held against the limit.
type Walked struct {
	End, Limit, Reach int32 // Limit 0: none was walked yet
}

// Walk is the place where the phrase from token i is remembered, one for free
// and one for bounded walks; nil outside the article. Every new mention empties
// them.
func (p *Page) Walk(i int, bounded bool) *Walked {
	if i < 0 || i >= len(p.Tokens) {
		return nil
	}
	k := 0
	if bounded {
		k = 1
	}
	if !p.walked[k] {
		p.walks[k], p.walked[k] = Cleared(p.walks[k], len(p.Tokens)), true
	}
	return &p.walks[k][i]
}

// OfficeAt is what package phrases remembers of the office phrase that begins at a
// token.
type OfficeAt struct {
	End     int32 // the token after it; -1 where none begins there, 0 where nobody asked
	Entry   int32 // of the lexicon's offices
	Reading int32 // of the token's readings
}

// OfficeAt is the place where the office phrase from token i, of the article, is
// remembered.
func (p *Page) OfficeAt(i int) *OfficeAt { return &p.offices[i] }
