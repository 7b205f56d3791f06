package web

import (
	"strings"
	"time"

	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

type searchPage struct {
	Q, From, To string
	Bad         string // key of what is wrong with the question
	Hits        []hitView
	Facts       []line
	Pager       pager
	Asked       bool
}

// hitView is an article with the words that were searched for marked.
type hitView struct {
	articleCard
	Snippets []snippet
	N        int
}

// snippet is words around a hit: the hit's own letters stand in Mark.
type snippet struct {
	Before, Mark, After string
}

const (
	mostQuery    = 300 // letters
	mostSnippets = 3
	snippetSide  = 160 // bytes
)

func (s *Server) showSearch(v *visit) error {
	in := v.URL.Query()
	p := searchPage{Q: clean(in.Get("q")), From: in.Get("from"), To: in.Get("to")}
	for _, d := range []string{p.From, p.To} {
		if _, err := time.Parse(time.DateOnly, d); d != "" && err != nil {
			p.Bad = "bad-day"
		}
	}
	if len([]rune(p.Q)) > mostQuery {
		p.Bad = "long-query"
	}
	if p.Bad == "" && p.Q != "" {
		p.Asked = true
		if err := s.search(v, &p); err != nil {
			return err
		}
	}
	return s.render(v, 200, "search", titleKey("search"), p)
}

func (s *Server) search(v *visit, p *searchPage) error {
	if id, err := record.ParseID(p.Q); err == nil && id.Kind != record.Disagreements {
		fs, err := s.some(v.ctx(), store.Query{Kind: id.Kind, ID: id}, 1)
		if err != nil {
			return err
		}
		p.Facts = lines(v.lang, fs)
	}
	offset := cursor(v.URL.Query(), "list")
	i, more := 0, false
	for h, err := range s.opt.Record.Search(v.ctx(), store.ParsePattern(p.Q), p.From, p.To) {
		if err != nil {
			return err
		}
		if i++; i <= offset {
			continue
		}
		if len(p.Hits) == perPage {
			more = true
			break
		}
		p.Hits = append(p.Hits, hitViewOf(h))
	}
	p.Pager = pageOf(v, "list", offset, len(p.Hits), perPage, more)
	return nil
}

func hitViewOf(h store.Hit) hitView {
	x := hitView{articleCard: cardOf(h.Article), N: len(h.At)}
	end := 0
	for _, at := range h.At {
		if len(x.Snippets) == mostSnippets {
			break
		}
		if at.Start < end {
			continue
		}
		at = widen(h.Text, at)
		from, to := wordEdge(h.Text, at.Start-snippetSide), wordEdge(h.Text, at.End+snippetSide)
		from, to = min(from, at.Start), max(to, at.End)
		n := snippet{Before: clean(text.Span{Start: from, End: at.Start}.In(h.Text)), Mark: clean(at.In(h.Text)), After: clean(text.Span{Start: at.End, End: to}.In(h.Text))}
		n.Before, n.After = keepBlank(h.Text, at.Start-1, n.Before, true), keepBlank(h.Text, at.End, n.After, false)
		x.Snippets = append(x.Snippets, n)
		end = to
	}
	return x
}

// keepBlank gives back the blank that parted words in the source at b.
func keepBlank(src string, b int, words string, after bool) string {
	if b < 0 || b >= len(src) || !strings.ContainsRune(" \n\t", rune(src[b])) || words == "" {
		return words
	}
	if after {
		return words + " "
	}
	return " " + words
}
