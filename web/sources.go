package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"mahdar/record"
	"mahdar/store"
)

type sourcesPage struct {
	List       []articleCard
	Next       string
	First      bool
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
	if err := s.articles(v, &p); err != nil {
		return err
	}
	fs, pg, err := s.paged(v, store.Query{Kind: record.Statements}, "carried", matrixWindow)
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

// carried counts one statement for each link of its chain, and for the outlet
// that prints it.
func (p *sourcesPage) carried(f *record.Fact, n line) {
	names := slices.Clone(n.Chain)
	for _, e := range f.Evidence {
		names = append(names, clean(e.Article.Outlet()))
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

// fewArticles is up to how many a record may hold to be listed from its
// beginning, with the articles that have no day.
const fewArticles = 500

// articles lists articles by day. The cursor is a day and how many of it have
// been shown: «2031-05-04.3».
func (s *Server) articles(v *visit, p *sourcesPage) error {
	o, err := s.over.get(v.ctx())
	if err != nil {
		return err
	}
	from, passed, _ := strings.Cut(v.URL.Query().Get("after"), ".")
	skip, _ := strconv.Atoi(passed)
	if _, err := time.Parse(time.DateOnly, from); err != nil {
		from, skip = "", max(0, skip)
	}
	p.First, p.Undated = from == "" && skip == 0, o.Counts.Undated
	few := o.Counts.Articles <= fewArticles
	if !few && from == "" {
		from = o.Counts.First
	}
	for _, days := range []int{40, 400, 40000} {
		p.List, p.Next = nil, ""
		to := ""
		if d, err := time.Parse(time.DateOnly, from); err == nil && !few {
			to = d.AddDate(0, 0, days).Format(time.DateOnly)
		} else if few {
			from = ""
		}
		if err := s.list(v, p, from, to, skip, few); err != nil {
			return err
		}
		if len(p.List) == 2*perPage || few {
			break
		}
	}
	return nil
}

func (s *Server) list(v *visit, p *sourcesPage, from, to string, skip int, few bool) error {
	i, day, ofDay := 0, "", 0
	for a, err := range s.opt.Record.Articles(v.ctx(), from, to) {
		if err != nil {
			return err
		}
		if i++; i <= skip {
			continue
		}
		if len(p.List) == 2*perPage {
			p.Next = "?after=" + cmp.Or(day, "") + "." + strconv.Itoa(ofDay)
			if few {
				p.Next = "?after=." + strconv.Itoa(skip+len(p.List))
			}
			break
		}
		if d := a.Published.Day(); d != day {
			day, ofDay = d, 0
			if d == from && len(p.List) == 0 {
				ofDay = skip
			}
		}
		ofDay++
		p.List = append(p.List, cardOf(a))
	}
	return nil
}
