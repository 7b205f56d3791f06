package page

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

// Page is an article while it is read.
type Page struct {
	*lexicon.Tagged
	Doc     *text.Document
	Reading *fact.Reading

	block   []int16 // by token: index into Reading.Blocks, -1 for none
	mention []int32 // by token: 1 + index of the mention that covers it
	date    []int32 // by token: 1 + index of the date that covers it
	figure  []int32 // by token: 1 + index of the figure that covers it

	actors  map[string]int // by id: index into Reading.Actors
	indexed int            // how many of them are in actors
}

// New lays tokens over the blocks and dates that r already has.
func New(doc *text.Document, tg *lexicon.Tagged, r *fact.Reading) *Page {
	n := len(tg.Tokens)
	p := &Page{Tagged: tg, Doc: doc, Reading: r, block: make([]int16, n), mention: make([]int32, n), date: make([]int32, n), figure: make([]int32, n)}
	b := 0
	for i, k := range tg.Tokens {
		for b < len(r.Blocks) && r.Blocks[b].End <= k.Start {
			b++
		}
		p.block[i] = -1
		if b < len(r.Blocks) && r.Blocks[b].Start <= k.Start {
			p.block[i] = int16(min(b, 1<<15-1))
		}
	}
	for i := range r.Dates {
		p.cover(p.date, r.Dates[i].Span, i)
	}
	return p
}

// cover marks the tokens that overlap s as covered by item i.
func (p *Page) cover(by []int32, s text.Span, i int) {
	for k := p.TokenAt(s.Start); k < len(p.Tokens) && p.Tokens[k].Start < s.End; k++ {
		by[k] = int32(i + 1)
	}
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
func (p *Page) Body(i int) bool {
	b := p.Block(i)
	return b != nil && b.Kind != fact.Boilerplate && b.Kind != fact.Dateline
}

// InTitle reports whether token i stands in the title.
func (p *Page) InTitle(i int) bool {
	b := p.Block(i)
	return b != nil && b.Kind == fact.Title
}

// AddMention records a mention and lays it over its tokens.
func (p *Page) AddMention(m fact.Mention) {
	p.Reading.Mentions = append(p.Reading.Mentions, m)
	p.cover(p.mention, m.Span, len(p.Reading.Mentions)-1)
}

// Mention is the mention that covers token i, nil where there is none.
func (p *Page) Mention(i int) *fact.Mention { return item(p.mention, p.Reading.Mentions, i) }

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

// Actor is the actor of an id among the reading's actors, nil where there is
// none. Actors are looked up by an index that follows the reading's list.
func (p *Page) Actor(id string) *fact.Actor {
	list := p.Reading.Actors
	if len(list) < p.indexed {
		p.actors, p.indexed = nil, 0
	}
	if p.actors == nil {
		p.actors = make(map[string]int, len(list))
	}
	for ; p.indexed < len(list); p.indexed++ {
		if _, listed := p.actors[list[p.indexed].ID]; !listed {
			p.actors[list[p.indexed].ID] = p.indexed
		}
	}
	if i, ok := p.actors[id]; ok && list[i].ID == id {
		return &list[i]
	}
	return nil
}

// Word is the folded word of token i, "" outside the article.
func (p *Page) Word(i int) string {
	if i < 0 || i >= len(p.Tokens) {
		return ""
	}
	return p.Tokens[i].Word
}

// Mark reports whether token i is a mark and not a word or number.
func (p *Page) Mark(i int) bool {
	return i >= 0 && i < len(p.Tokens) && (p.Tokens[i].Kind == arabic.Punct || p.Tokens[i].Kind == arabic.Quote)
}
