package web

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
)

// Bounds of the overview.
const (
	mostTalks   = 12 // processes with a timeline of their own
	mostMoments = 30 // of a kind, on one timeline; more are drawn by the month
	mostNewest  = 6
	mostOpen    = 4
	mostSettled = 500 // disagreements that are passed over on the way to open ones
)

// overview is the front page's matter in every language.
type overview struct {
	Counts store.Counts
	Talks  []talks
	Rest   []store.Process
	Newest []*record.Article
	Open   []*record.Disagreement
}

// talks is a process with what its timeline shows: of each kind its facts, or
// how many they are by month where they are many.
type talks struct {
	store.Process
	Facts    map[record.Kind][]*record.Fact
	Months   map[record.Kind][]store.Month
	From, To string // days that it is limited to
}

// drawn are the kinds that timelines show, in the order of their lanes.
var drawn = [...]record.Kind{record.Meetings, record.Ceasefires, record.Incidents, record.Statements}

func (s *Server) overview(ctx context.Context) (*overview, error) {
	o := &overview{}
	var err error
	if o.Counts, err = s.opt.Record.Counts(ctx); err != nil {
		return nil, err
	}
	ps, err := s.opt.Record.Processes(ctx)
	if err != nil {
		return nil, err
	}
	named := slices.DeleteFunc(slices.Clone(ps), func(p store.Process) bool { return p.Key == "" })
	slices.SortStableFunc(named, func(a, b store.Process) int { return b.Facts - a.Facts })
	if len(named) < len(ps) {
		named = append(named, ps[slices.IndexFunc(ps, func(p store.Process) bool { return p.Key == "" })])
	}
	for i, p := range named {
		if i >= mostTalks {
			o.Rest = append(o.Rest, p)
			continue
		}
		t, err := s.gather(ctx, p, "", "")
		if err != nil {
			return nil, err
		}
		o.Talks = append(o.Talks, t)
	}
	for h, err := range s.opt.Record.Shelf(ctx, store.ArticleQuery{Limit: mostNewest, Bare: true}) {
		if err != nil {
			return nil, err
		}
		o.Newest = append(o.Newest, h.Article)
	}
	o.Open, err = s.openDisagreements(ctx)
	return o, err
}

// openDisagreements are the first that nobody has settled.
func (s *Server) openDisagreements(ctx context.Context) ([]*record.Disagreement, error) {
	settled := map[record.ID]bool{}
	if r, ok := s.opt.Record.(stated); ok {
		st, err := r.State(ctx)
		if err != nil {
			return nil, err
		}
		for _, id := range st.Resolved() {
			if r, ok := st.Resolution(id); ok && !r.Open {
				settled[id] = true
			}
		}
	}
	var out []*record.Disagreement
	for d, err := range s.opt.Record.Disagreements(ctx, store.Query{Limit: mostOpen + min(len(settled), mostSettled)}) {
		if err != nil {
			return nil, err
		}
		if !settled[d.ID] && len(out) < mostOpen {
			out = append(out, d)
		}
	}
	return out, nil
}

// gather is what the timeline of p shows of the days from one to another.
func (s *Server) gather(ctx context.Context, p store.Process, from, to string) (talks, error) {
	t := talks{p, map[record.Kind][]*record.Fact{}, map[record.Kind][]store.Month{}, from, to}
	for _, k := range drawn {
		q := store.Query{Kind: k, Process: &p.Key, From: from, To: to}
		ms, err := s.opt.Record.Months(ctx, q)
		if err != nil {
			return t, err
		}
		ms, n := within(ms, from, to)
		if n > mostMoments && len(ms) > 1 {
			t.Months[k] = ms
			continue
		}
		if q.Most = fewEvidence; k == record.Meetings {
			q.Most = 2 // whether it was held is told later than that it was planned
		}
		if t.Facts[k], err = s.some(ctx, q, mostMoments); err != nil {
			return t, err
		}
	}
	return t, nil
}

// within are the months that days from one to another touch, and how many facts
// they have. Without days those belong to it that have none.
func within(ms []store.Month, from, to string) (out []store.Month, n int) {
	for _, m := range ms {
		if m.Month == "" && (from != "" || to != "") || from != "" && m.Month < from[:7] || to != "" && m.Month > to[:7] {
			continue
		}
		out = append(out, m)
		n += m.N
	}
	return out, n
}

// chart draws what t holds.
func (s *Server) chart(l minutes.Lang, t talks) *timeline {
	var ms []moment
	var kinds []string
	cut := 0
	sums := map[string][]store.Month{}
	for _, k := range drawn {
		kinds = append(kinds, k.String())
		if len(t.Months[k]) > 0 {
			sums[k.String()] = t.Months[k]
		} else if len(t.Facts[k]) == mostMoments {
			cut++
		}
		for _, f := range t.Facts[k] {
			if m, ok := momentsOf(l, f); ok {
				ms = append(ms, m)
			}
		}
	}
	key := t.Key
	if key == "" {
		key = noTalks
	}
	tl := draw(l, kinds, ms, sums, address(l, "talks", key))
	tl.Cut, tl.From, tl.To = cut, t.From, t.To
	return tl
}

// momentsOf is f as a timeline shows it; statements without a day of their own
// stand on the day of their earliest report.
func momentsOf(l minutes.Lang, f *record.Fact) (moment, bool) {
	m := momentOf(l, f)
	n := lineOf(l, f)
	m.Title = strings.TrimSpace(n.Who.Name + " · " + n.Quote)
	switch b := f.Evidence[0].Body.(type) {
	case *fact.Meeting:
		g := record.MergeMeeting(f)
		m.Short = "•"
		if f.Ordinal > 0 {
			m.Short = strconv.Itoa(f.Ordinal)
		}
		m.Planned = notYet(g.Status.Latest())
		m.Away = g.Status.Latest() == "cancelled"
		m.Loose = vague(b.Start)
		m.Title = meetingTitle(l, g)
	case *fact.Ceasefire:
		m.Planned, m.Away = b.Event == "proposed", b.Event == "collapsed" || b.Event == "violation-alleged"
		m.Loose = vague(b.Date)
		m.Title = word(l, b.Event) + ": " + n.Quote
		m.Short = "◆"
	case *fact.Incident:
		if b.Modal == "negated" || b.Modal == "hypothetical" {
			return m, false
		}
		m.Planned, m.Loose = b.Modal == "future", vague(b.Date)
		m.Title = word(l, b.Type) + ": " + n.Quote
	case *fact.Statement:
		m.Loose = vague(b.Said)
		if m.First == "" {
			m.First, m.Last, m.Loose = told(f), told(f), true
		}
		m.Title = n.Who.Name + " — " + n.Quote
	}
	m.Title = shorten(m.Title, 160)
	return m, m.First != "" || m.Last != "" || m.Kind == "meeting" || m.Kind == "ceasefire"
}

// meetingTitle is «Round 3 · Marsa».
func meetingTitle(l minutes.Lang, m *record.Meeting) string {
	t := meetingName(l, m.Kind.One(), m.Ordinal)
	if p := m.Place.One(); p != "" {
		t += " · " + clean(p)
	}
	return t
}

// overviewPage is the front page in one language.
type overviewPage struct {
	Counts   store.Counts
	Kinds    []kindCount
	Talks    []talksCard
	Rest     []store.Process
	Newest   []articleCard
	Open     []dispute
	Readable bool
}

type kindCount struct {
	Key, Href string
	N         int
}

type talksCard struct {
	Key, Name string
	Facts     int
	Chart     *timeline
}

type articleCard struct {
	Hex, Title, Outlet, Day string
	Guessed                 bool
}

func cardOf(a *record.Article) articleCard {
	return articleCard{hexOf(a.ID), headline(a), clean(a.Outlet()), a.Published.EDTF, a.Published.Basis == "inferred"}
}

func (s *Server) showOverview(v *visit) error {
	p, version, err := s.front[v.lang].get(v.ctx(), v.version)
	if err != nil {
		return err
	}
	v.gathered(version)
	return s.render(v, 200, "overview", titleKey("overview"), p)
}

// frontPage is the overview worded in a language.
func (s *Server) frontPage(ctx context.Context, l minutes.Lang) (*overviewPage, error) {
	o, err := s.over.now(ctx)
	if err != nil {
		return nil, err
	}
	p := &overviewPage{Counts: o.Counts, Rest: o.Rest, Readable: s.opt.Read != nil}
	for _, k := range record.Kinds() {
		href := map[record.Kind]string{record.Actors: "actors", record.Statements: "said", record.Commitments: "commitments"}[k]
		p.Kinds = append(p.Kinds, kindCount{k.String(), href, o.Counts.Of(k)})
	}
	for _, t := range o.Talks {
		p.Talks = append(p.Talks, talksCard{t.Key, s.talksName(l, t.Key), t.Process.Facts, s.chart(l, t)})
	}
	for _, a := range o.Newest {
		p.Newest = append(p.Newest, cardOf(a))
	}
	p.Open, err = s.disputes(ctx, l, o.Open)
	return p, err
}
