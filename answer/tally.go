package answer

import (
	"cmp"
	"context"
	"slices"

	"mahdar/fact"
	"mahdar/record"
)

// MostCounted is how many statements one part of a tally counts at most.
const MostCounted = 1000

// Matrix is who said how much of what.
type Matrix struct {
	By         string   `json:"by" doc:"What the columns are: act, process, month or topic"`
	Columns    []Column `json:"columns"`
	Rows       []Row    `json:"rows" doc:"Those who said most first"`
	Statements int      `json:"statements" doc:"How many statements are counted here"`
	Next       string   `json:"next,omitempty" doc:"Cursor of the statements that are not counted yet: ask for them and add them up"`
}

// Column is one column of a matrix.
type Column struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

// Row is what one speaker said.
type Row struct {
	Speaker Party `json:"speaker"`
	Counts  []int `json:"counts" doc:"In the order of the columns"`
	Total   int   `json:"total"`
}

// acts are the acts of statements in the order in which matrices show them.
var acts = [...]string{"state", "announce", "expect", "accuse", "deny", "pledge", "demand", "propose", "accept", "reject", "threaten", "warn", "criticise", "praise"}

// mostTopics is how many topics a matrix has at most.
const mostTopics = 20

// Matrix counts statements by speaker and act, process, month or topic. A topic
// is words that the quotation holds; a statement may be of several, and of none.
func (d *Desk) Matrix(ctx context.Context, by string, topics []string, a Ask) (*Matrix, error) {
	switch {
	case by == "topic" && (len(topics) == 0 || len(topics) > mostTopics):
		return nil, wrong("topics", "topics: name 1 to %d, words of the quotations each, parted by commas", mostTopics)
	case by != "topic" && len(topics) > 0:
		return nil, wrong("topics", "topics: they are for by=topic")
	}
	fs, next, err := d.window(ctx, "matrix "+by, &a)
	if err != nil {
		return nil, err
	}
	out := &Matrix{By: by, Columns: []Column{}, Rows: []Row{}, Statements: len(fs), Next: next}
	var key func(*record.Fact) string
	switch by {
	case "topic":
		out.count(fs, out.topics(topics))
		return out, nil
	case "act":
		key = func(f *record.Fact) string { return labelOf(f.Evidence[0].Body) }
		for _, k := range acts {
			out.Columns = append(out.Columns, Column{k, words(a.Lang, k)})
		}
	case "process":
		key = func(f *record.Fact) string { return f.Process }
		out.columns(fs, key, func(k string) string { return d.talksName(k, a.Lang) })
	case "month":
		key = month
		out.columns(fs, key, func(k string) string { return k })
	default:
		return nil, wrong("by", "by: %q is none of act, process, month, topic", clip(by))
	}
	out.count(fs, func(f *record.Fact) []string { return []string{key(f)} })
	return out, nil
}

// topics makes a column of each topic, and tells of which of them a statement is.
func (m *Matrix) topics(topics []string) func(*record.Fact) []string {
	var holds []func(string) bool
	for _, t := range topics {
		m.Columns = append(m.Columns, Column{t, t})
		holds = append(holds, pattern(t))
	}
	return func(f *record.Fact) (of []string) {
		quote := f.Evidence[0].Quote()
		for i, t := range topics {
			if holds[i](quote) {
				of = append(of, t)
			}
		}
		return of
	}
}

// month is that of the day on which a statement was made or first printed.
func month(f *record.Fact) string {
	const letters = len("2031-05")
	if day := cmp.Or(f.First, f.Evidence[0].Article.Published.Day()); len(day) >= letters {
		return day[:letters]
	}
	return ""
}

// columns makes a column of every key, in their order.
func (m *Matrix) columns(fs []*record.Fact, key func(*record.Fact) string, label func(string) string) {
	var keys []string
	for _, f := range fs {
		keys = append(keys, key(f))
	}
	slices.Sort(keys)
	for _, k := range slices.Compact(keys) {
		m.Columns = append(m.Columns, Column{k, label(k)})
	}
}

func (m *Matrix) count(fs []*record.Fact, keys func(*record.Fact) []string) {
	col, row := map[string]int{}, map[string]int{}
	for i, c := range m.Columns {
		col[c.Key] = i
	}
	for _, f := range fs {
		s, ok := f.Evidence[0].Body.(*fact.Statement)
		if !ok {
			continue
		}
		for _, key := range keys(f) {
			at, known := col[key]
			if !known {
				continue
			}
			k, there := row[s.Actor+"\x00"+s.Name]
			if !there {
				k = len(m.Rows)
				row[s.Actor+"\x00"+s.Name] = k
				m.Rows = append(m.Rows, Row{Speaker: partyOf(s.Actor, s.Name), Counts: make([]int, len(m.Columns))})
			}
			m.Rows[k].Counts[at]++
			m.Rows[k].Total++
		}
	}
	slices.SortStableFunc(m.Rows, func(a, b Row) int { return b.Total - a.Total })
}

// window is the statements that one part of a tally counts, with the cursor of
// those that follow.
func (d *Desk) window(ctx context.Context, what string, a *Ask) ([]*record.Fact, string, error) {
	limit := a.Limit
	if limit == 0 {
		limit = MostCounted
	}
	if limit < 0 || limit > MostCounted {
		return nil, "", wrong("limit", "limit: %d is not from 1 to %d", limit, MostCounted)
	}
	a.Limit = 0
	q, keep, err := d.query(ctx, record.Statements, a)
	if err != nil {
		return nil, "", err
	}
	asked := a.question(what)
	mark, err := markOf(a.Cursor, asked)
	if err != nil {
		return nil, "", err
	}
	fs, next, err := d.gather(ctx, q, keep, limit, mark)
	return fs, cursorOf(next, asked), err
}

// Carrier is who hands on the words of others.
type Carrier struct {
	Name       string   `json:"name"`
	Statements int      `json:"statements" doc:"How many statements came through it"`
	Whose      []Saying `json:"whose" doc:"Whose words, the most first"`
}

// Saying is how many statements of somebody a carrier handed on.
type Saying struct {
	Speaker    Party `json:"speaker"`
	Statements int   `json:"statements"`
}

// Sources is who carried whom.
type Sources struct {
	Carriers   []Carrier `json:"carriers" doc:"Those who carried most first"`
	Statements int       `json:"statements" doc:"How many statements are counted here"`
	Next       string    `json:"next,omitempty" doc:"Cursor of the statements that are not counted yet"`
}

// Sources counts statements by those who handed them on: each link of their
// chains, and the outlets that print them.
func (d *Desk) Sources(ctx context.Context, a Ask) (*Sources, error) {
	fs, next, err := d.window(ctx, "sources", &a)
	if err != nil {
		return nil, err
	}
	out, at := &Sources{Carriers: []Carrier{}, Statements: len(fs), Next: next}, map[string]int{}
	for _, f := range fs {
		s, ok := f.Evidence[0].Body.(*fact.Statement)
		if !ok {
			continue
		}
		for _, name := range carriers(f, s) {
			k, there := at[name]
			if !there {
				k = len(out.Carriers)
				at[name] = k
				out.Carriers = append(out.Carriers, Carrier{Name: name})
			}
			out.Carriers[k].carried(partyOf(s.Actor, s.Name))
		}
	}
	slices.SortStableFunc(out.Carriers, func(a, b Carrier) int { return b.Statements - a.Statements })
	for _, c := range out.Carriers {
		slices.SortStableFunc(c.Whose, func(a, b Saying) int { return b.Statements - a.Statements })
	}
	return out, nil
}

// carriers are those through whom a statement came, each once, without its speaker.
func carriers(f *record.Fact, s *fact.Statement) []string {
	var names []string
	for _, v := range s.Via {
		names = append(names, v.Name)
	}
	for _, e := range f.Evidence {
		names = append(names, e.Article.Outlet())
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == "" || n == s.Name })
}

func (c *Carrier) carried(who Party) {
	c.Statements++
	i := slices.IndexFunc(c.Whose, func(s Saying) bool { return s.Speaker == who })
	if i < 0 {
		i = len(c.Whose)
		c.Whose = append(c.Whose, Saying{Speaker: who})
	}
	c.Whose[i].Statements++
}

// Place is a place that facts name, with how often they do.
type Place struct {
	Name       string         `json:"name" doc:"As articles name it, by its canonical name where it has one"`
	ID         string         `json:"id,omitempty" doc:"Of the lexicon"`
	English    string         `json:"english,omitempty"`
	Type       string         `json:"type,omitempty" doc:"city, town, governorate, …"`
	Country    string         `json:"country,omitempty"`
	Lat        *float64       `json:"lat,omitempty"`
	Lon        *float64       `json:"lon,omitempty"`
	Facts      map[string]int `json:"facts" doc:"By kind: meetings, ceasefires, incidents and figures there"`
	Total      int            `json:"total"`
	First      string         `json:"first,omitempty" doc:"The earliest day of a fact there"`
	Last       string         `json:"last,omitempty"`
	ExampleIDs []string       `json:"examples" doc:"Ids of the first facts there"`
}

// Places is where things were.
type Places struct {
	Items []Place `json:"items" doc:"Those named most first"`
	Cut   bool    `json:"cut,omitempty" doc:"Only the first facts of each kind are counted; ask with days or a process for fewer"`
}

const mostExamples = 5

// Places counts facts by the place that they name.
func (d *Desk) Places(ctx context.Context, a Ask) (*Places, error) {
	a.Limit = 0
	out, at := &Places{Items: []Place{}}, map[string]int{}
	for _, k := range []record.Kind{record.Meetings, record.Ceasefires, record.Incidents, record.Figures} {
		a.Evidence = 1
		q, keep, err := d.query(ctx, k, &a)
		if err != nil {
			return nil, err
		}
		fs, next, err := d.gather(ctx, q, keep, MostCounted, "")
		if err != nil {
			return nil, err
		}
		out.Cut = out.Cut || next != ""
		for _, f := range fs {
			if name := placeName(f.Evidence[0].Body); name != "" {
				out.add(d, at, name, f)
			}
		}
	}
	slices.SortStableFunc(out.Items, func(a, b Place) int { return b.Total - a.Total })
	return out, nil
}

func placeName(body any) string {
	switch b := body.(type) {
	case *fact.Meeting:
		return b.Place
	case *fact.Ceasefire:
		return b.Place
	case *fact.Incident:
		return b.Place
	case *fact.Figure:
		return b.Place
	}
	return ""
}

func (ps *Places) add(d *Desk, at map[string]int, name string, f *record.Fact) {
	i, ok := at[name]
	if !ok {
		i = len(ps.Items)
		at[name] = i
		p := Place{Name: name, Facts: map[string]int{}}
		if d.opt.Place != nil {
			if s, ok := d.opt.Place(name); ok {
				p.ID, p.English, p.Type, p.Country = s.ID, s.English, s.Kind, s.Country
				if s.Located {
					p.Lat, p.Lon = &s.Lat, &s.Lon
				}
			}
		}
		ps.Items = append(ps.Items, p)
	}
	p := &ps.Items[i]
	p.Facts[f.ID.Kind.String()]++
	p.Total++
	if len(p.ExampleIDs) < mostExamples {
		p.ExampleIDs = append(p.ExampleIDs, f.ID.String())
	}
	if f.First != "" && (p.First == "" || f.First < p.First) {
		p.First = f.First
	}
	p.Last = max(p.Last, f.First, f.Last)
}
