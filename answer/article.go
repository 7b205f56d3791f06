package answer

import (
	"context"
	"errors"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Article is what lists tell of an article.
type Article struct {
	Source
	Author string `json:"author,omitempty"`
	Link   string `json:"reading" doc:"Address of its reading"`
}

// ReadingPath is where an article's reading is found; lists point to it.
const ReadingPath = "/api/v1/articles/"

func articleOf(a *record.Article) Article {
	return Article{Source: sourceOf(a), Author: a.Source.Author, Link: ReadingPath + a.ID + "/reading"}
}

// Articles answers with articles by their days, those without one last.
func (d *Desk) Articles(ctx context.Context, a Ask) (*Page[Article], error) {
	if err := a.normal(); err != nil {
		return nil, err
	}
	from, to, err := a.days()
	if err != nil {
		return nil, err
	}
	asked := question("articles", from, to)
	mark, err := markOf(a.Cursor, asked)
	if err != nil {
		return nil, err
	}
	out := &Page[Article]{Items: []Article{}}
	for h, err := range d.opt.Record.Shelf(ctx, store.ArticleQuery{From: from, To: to, Oldest: true, After: mark, Limit: a.Limit + 1, Bare: true}) {
		if err != nil {
			return nil, atPlace(err, mark)
		}
		if len(out.Items) == a.Limit {
			out.Next = cursorOf(out.Items[a.Limit-1].ID, asked)
			break
		}
		out.Items = append(out.Items, articleOf(h.Article))
	}
	return out, nil
}

// ArticlePage is one article with its text.
type ArticlePage struct {
	Article
	Length int            `json:"length" doc:"Code points of its text"`
	Text   string         `json:"text" doc:"Verbatim; places of evidence count its code points"`
	Day    *Bound         `json:"day,omitempty" doc:"What follows of its day from other articles, where it tells none itself"`
	Facts  map[string]int `json:"facts" doc:"How many findings of each kind it has"`
}

// Bound is the days on which an article can have appeared, and why.
type Bound struct {
	EDTF    string `json:"edtf"`
	Weekday string `json:"weekday,omitempty"`
	Reasons []Why  `json:"reasons"`
}

// Why is one step of a chain of reasons.
type Why struct {
	Rule    string `json:"rule"`
	Article string `json:"article" doc:"Whose words"`
	Words   string `json:"words,omitempty"`
	Process string `json:"process,omitempty"`
	Ordinal int    `json:"ordinal,omitempty"`
	Day     string `json:"day,omitempty" doc:"The day that follows"`
}

// Article is one article with its text.
func (d *Desk) Article(ctx context.Context, id string) (*ArticlePage, error) {
	id, err := articleID("id", id)
	if err != nil {
		return nil, err
	}
	a, err := d.opt.Record.Article(ctx, id)
	if err != nil {
		return nil, gone(err, id)
	}
	r, err := d.opt.Record.Reading(ctx, id)
	if err != nil {
		return nil, gone(err, id)
	}
	out := &ArticlePage{Article: articleOf(a), Length: utf8.RuneCountInString(a.Text), Text: a.Text, Facts: map[string]int{"statement": len(r.Statements), "meeting": len(r.Meetings), "commitment": len(r.Commitments),
		"demand": len(r.Demands), "ceasefire": len(r.Ceasefires), "figure": len(r.Figures), "incident": len(r.Incidents), "actor": len(r.Actors)}}
	out.Day, err = d.bound(ctx, id)
	return out, err
}

func (d *Desk) bound(ctx context.Context, id string) (*Bound, error) {
	b, err := d.opt.Record.Bound(ctx, id)
	if errors.Is(err, store.ErrUnknown) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := &Bound{EDTF: b.EDTF(), Weekday: b.Weekday, Reasons: []Why{}}
	for _, r := range b.Reasons {
		out.Reasons = append(out.Reasons, Why{r.Rule, r.Article, r.Words, r.Process, r.Ordinal, r.Day})
	}
	return out, nil
}

// Reading is the reading of an article in the public form mahdar.reading/1.
func (d *Desk) Reading(ctx context.Context, id string) ([]byte, error) {
	id, err := articleID("id", id)
	if err != nil {
		return nil, err
	}
	r, err := d.opt.Record.Reading(ctx, id)
	if err != nil {
		return nil, gone(err, id)
	}
	return fact.Marshal(r)
}

// newest are the latest articles.
func (d *Desk) newest(ctx context.Context, most int) ([]Article, error) {
	out := []Article{}
	for h, err := range d.opt.Record.Shelf(ctx, store.ArticleQuery{Limit: most, Bare: true}) {
		if err != nil {
			return nil, err
		}
		out = append(out, articleOf(h.Article))
	}
	return out, nil
}

// Hit is an article that holds what was searched for.
type Hit struct {
	Article
	Places []Snippet `json:"places" doc:"The first places where the words stand"`
	Count  int       `json:"count" doc:"How many places there are"`
}

// Snippet is one place with what stands on both sides.
type Snippet struct {
	Span
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

const mostPlaces = 5

// Search answers with the articles that hold all words of q, the newest first.
// Letters are folded and attached particles do not matter; quotation marks hold
// words together.
func (d *Desk) Search(ctx context.Context, q string, a Ask) (*Page[Hit], error) {
	if err := a.normal(); err != nil {
		return nil, err
	}
	from, to, err := a.days()
	if err != nil {
		return nil, err
	}
	p := store.ParsePattern(q)
	switch {
	case len([]rune(q)) > mostWords:
		return nil, wrong("q", "q: more than %d letters; give fewer words", mostWords)
	case len(p.Words) == 0:
		return nil, wrong("q", "q: no words to look for; give Arabic words as they stand in articles, «in quotation marks» where they stand together")
	}
	asked := question("search", q, from, to)
	mark, err := markOf(a.Cursor, asked)
	if err != nil {
		return nil, err
	}
	w, out := d.pen(a.Lang, false), &Page[Hit]{Items: []Hit{}}
	for h, err := range d.opt.Record.Shelf(ctx, store.ArticleQuery{Words: p, From: from, To: to, After: mark, Limit: a.Limit + 1}) {
		if err != nil {
			return nil, atPlace(err, mark)
		}
		if len(out.Items) == a.Limit {
			out.Next = cursorOf(out.Items[a.Limit-1].ID, asked)
			break
		}
		x := Hit{Article: articleOf(h.Article), Count: len(h.At), Places: []Snippet{}}
		for _, s := range h.At[:min(len(h.At), mostPlaces)] {
			x.Places = append(x.Places, w.snippet(h.Article, s))
		}
		out.Items = append(out.Items, x)
	}
	return out, nil
}

func (p *pen) snippet(a *record.Article, s text.Span) Snippet {
	before, after := beside(a.Text, s)
	return Snippet{p.span(a, s), before, after}
}
