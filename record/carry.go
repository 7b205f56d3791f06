package record

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	sameText "mahdar/record/repeats"
	"mahdar/text"
)

// mostCarriers bounds how many articles of a fact are compared with one another.
const mostCarriers = 64

// repeated compares the articles of a fact's evidence: what each has of another,
// and which are one text.
func repeated(f *Fact) (links []sameText.Link, group func(article string) string) {
	index := sameText.NewIndex()
	for _, e := range f.Evidence {
		a := e.Article
		if _, ok := index.Article(a.ID); ok || index.Len() == mostCarriers {
			continue
		}
		t := arabic.New(a.Text)
		links = append(links, index.Add(sameText.Article{ID: a.ID, Outlet: a.Outlet(), Published: a.Published.EDTF, Signature: sameText.Sign(t, paragraphs(a))})...)
	}
	of := map[string]string{}
	for _, g := range sameText.Groups(links, index.Article) {
		for _, id := range g.IDs {
			of[id] = g.IDs[0]
		}
	}
	return links, func(article string) string { return of[article] }
}

// paragraphs are the lines of an article but its title.
func paragraphs(a *Article) []fact.Block {
	var out []fact.Block
	at := 0
	for line := range strings.Lines(a.Text) {
		b := fact.Block{Span: text.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}, Kind: fact.Paragraph}
		at += len(line)
		if !b.Empty() && strings.TrimSpace(line) != a.Title {
			out = append(out, b)
		}
	}
	return out
}

// carried are the links whose days tell who had it first, of each article the
// one of which it has the most, by the place of its evidence.
func carried(f *Fact, links []sameText.Link) []Carry {
	at := map[string]int{}
	for i, e := range f.Evidence {
		if _, ok := at[e.Article.ID]; !ok {
			at[e.Article.ID] = i
		}
	}
	best := map[int]Carry{}
	for _, l := range links {
		if !l.Ordered {
			continue
		}
		c := Carry{at[l.Earlier], at[l.Later], l.Share}
		if old, ok := best[c.To]; !ok || c.Share > old.Share || c.Share == old.Share && c.From < old.From {
			best[c.To] = c
		}
	}
	out := make([]Carry, 0, len(best))
	for _, c := range best {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Carry) int { return a.To - b.To })
	return out
}
