package web

import (
	"slices"

	"mahdar/record"
	"mahdar/store"
)

type sourcesPage struct {
	List       []articleCard
	Pager      pager
	Carriers   []carrier
	CPager     pager
	Undated    int
	Statements int
}

// carrier is who hands on the words of others.
type carrier struct {
	Name  string
	N     int
	Whose []saying
}

type saying struct {
	Who party
	N   int
}

func (s *Server) showSources(v *visit) error {
	p := sourcesPage{}
	as, pg, err := part(v, "after", 2*perPage, func(t turn, n int) ([]*record.Article, error) {
		q := store.ArticleQuery{Oldest: true, Back: t.back, Limit: n, Bare: true}
		if t.after != "" {
			q.After = "sha256:" + t.after
		}
		return s.shelf(v, q)
	}, func(a *record.Article) string { return hexOf(a.ID) })
	if err != nil {
		return err
	}
	p.Pager = pg
	for _, a := range as {
		p.List = append(p.List, cardOf(a))
	}
	o, err := s.current(v)
	if err != nil {
		return err
	}
	p.Undated = o.Counts.Undated
	fs, pg, err := s.paged(v, store.Query{Kind: record.Statements}, "carried", carriedWindow)
	if err != nil {
		return err
	}
	p.CPager, p.Statements = pg, len(fs)
	for _, f := range fs {
		p.carried(f, lineOf(v.lang, f))
	}
	slices.SortStableFunc(p.Carriers, func(a, b carrier) int { return b.N - a.N })
	for _, c := range p.Carriers {
		slices.SortStableFunc(c.Whose, func(a, b saying) int { return b.N - a.N })
	}
	return s.render(v, 200, "sources", titleKey("sources"), p)
}

// carriedWindow is how many statements the table of carriers counts at a time.
const carriedWindow = 60

// shelf gathers articles.
func (s *Server) shelf(v *visit, q store.ArticleQuery) (out []*record.Article, err error) {
	for h, err := range s.opt.Record.Shelf(v.ctx(), q) {
		if err != nil {
			return nil, err
		}
		out = append(out, h.Article)
	}
	return out, nil
}

// carried counts one statement for each link of its chain, and for the outlet
// that prints it.
func (p *sourcesPage) carried(f *record.Fact, n line) {
	names := slices.Clone(n.Chain)
	for _, e := range f.Evidence {
		names = append(names, clean(e.Article.Outlet()))
	}
	for _, a := range f.Also {
		names = append(names, clean(a.Outlet()))
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if name == "" || name == n.Who.Name {
			continue
		}
		k := slices.IndexFunc(p.Carriers, func(c carrier) bool { return c.Name == name })
		if k < 0 {
			k = len(p.Carriers)
			p.Carriers = append(p.Carriers, carrier{Name: name})
		}
		c := &p.Carriers[k]
		c.N++
		j := slices.IndexFunc(c.Whose, func(x saying) bool { return x.Who.Name == n.Who.Name })
		if j < 0 {
			j = len(c.Whose)
			c.Whose = append(c.Whose, saying{Who: n.Who})
		}
		c.Whose[j].N++
	}
}
