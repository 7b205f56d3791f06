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

// snippet is words around hits, with the hits' own letters apart.
type snippet []piece

type piece struct {
	Text string
	Hit  bool
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
	words := store.ParsePattern(p.Q)
	if len(words.Words) == 0 {
		return nil
	}
	hits, pg, err := part(v, "list", perPage, func(t turn, n int) (out []store.Hit, err error) {
		q := store.ArticleQuery{Words: words, From: p.From, To: p.To, Back: t.back, Limit: n}
		if t.after != "" {
			q.After = "sha256:" + t.after
		}
		for h, err := range s.opt.Record.Shelf(v.ctx(), q) {
			if err != nil {
				return nil, err
			}
			out = append(out, h)
		}
		return out, nil
	}, func(h store.Hit) string { return hexOf(h.ID) })
	if err != nil {
		return err
	}
	p.Pager = pg
	for _, h := range hits {
		p.Hits = append(p.Hits, hitViewOf(h))
	}
	return nil
}

func hitViewOf(h store.Hit) hitView {
	x := hitView{articleCard: cardOf(h.Article), N: len(h.At)}
	for i := 0; i < len(h.At) && len(x.Snippets) < mostSnippets; {
		first := widen(h.Text, h.At[i])
		to := max(wordEdge(h.Text, first.End+snippetSide), first.End)
		at := min(wordEdge(h.Text, first.Start-snippetSide), first.Start)
		var n snippet
		for ; i < len(h.At) && h.At[i].Start < to; i++ {
			hit := widen(h.Text, h.At[i])
			n = n.add(h.Text, text.Span{Start: at, End: hit.Start}, false).add(h.Text, hit, true)
			at = hit.End
		}
		x.Snippets = append(x.Snippets, n.add(h.Text, text.Span{Start: at, End: max(at, to)}, false))
	}
	return x
}

// add adds the words of src under s; a blank at their edge stays.
func (n snippet) add(src string, s text.Span, hit bool) snippet {
	words := s.In(src)
	if words == "" {
		return n
	}
	tidy := clean(words)
	if !hit {
		if len(n) > 0 && strings.TrimLeft(words, " \n\t") != words {
			tidy = " " + tidy
		}
		if strings.TrimRight(words, " \n\t") != words {
			tidy += " "
		}
	}
	return append(n, piece{tidy, hit})
}
