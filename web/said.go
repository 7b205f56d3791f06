package web

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strconv"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
)

// acts are the columns of who said what by act, as the contract names them.
var acts = [...]string{"state", "announce", "expect", "accuse", "deny", "pledge", "demand", "propose", "accept", "reject", "threaten", "warn", "criticise", "praise"}

// Bounds of who said what.
const (
	matrixWindow = 400 // statements that a matrix counts at a time
	matrixRows   = 25  // speakers that it shows at a time
	mostOfCell   = 20  // statements of a cell that are shown
)

// noTopic is the column of statements whose words name no topic.
const noTopic = "-"

// utterance is a statement as the matrix counts it.
type utterance struct {
	who    party
	act    string
	topics []string // noTopic alone where there is none
	id     record.ID
	at     string // its place in the list
}

// utterancePart asks for a part of the statements.
type utterancePart struct {
	asking
	turn
	n int
}

// utterances gathers a part of the statements, with what they are about.
func (s *Server) utterances(ctx context.Context, a utterancePart) ([]utterance, error) {
	q := a.query(record.Statements)
	q.After, q.Back = a.after, a.back
	fs, err := s.some(ctx, q, a.n)
	if err != nil {
		return nil, err
	}
	out := make([]utterance, 0, len(fs))
	for _, f := range fs {
		b, ok := f.Evidence[0].Body.(*fact.Statement)
		if !ok {
			continue
		}
		u := utterance{who: partyOf(b.Actor, b.Name), act: clean(b.Act), id: f.ID, at: f.At}
		if u.topics = record.TopicsOf(record.Words(f.Evidence[0].Article.Text, b.Content)); len(u.topics) == 0 {
			u.topics = []string{noTopic}
		}
		out = append(out, u)
	}
	return out, nil
}

type saidPage struct {
	Asked   asking
	By      string // topic or act
	Talks   []store.Process
	Columns []column
	Rows    []saidRow
	Few     bool // there are further speakers
	RowsBefore,
	RowsAfter string
	N       int // statements counted
	Pager   pager
	Shown   []line // of the cell that was asked for
	Who     string
	Column  string // label
	Filters bool
	Tabs    [2]tab
}

// column is a topic or an act.
type column struct{ Key, Label string }

type tab struct {
	Key, Href string
	Here      bool
}

type saidRow struct {
	Who   party
	Cells []cell
	Sum   int
	Href  string
	key   string
}

// cell is how often somebody spoke of something.
type cell struct {
	N, Heat int // Heat is 0 to 4
	Href    string
	Label   string
}

func (s *Server) showSaid(v *visit) error {
	a := askingOf(v)
	a.Kind = ""
	talks, err := s.processes(v)
	if err != nil {
		return err
	}
	a.talksAsked(talks)
	in := v.URL.Query()
	p := saidPage{Asked: a, By: "topic", Talks: talks, Filters: a != asking{}}
	if in.Get("by") == "act" {
		p.By = "act"
	}
	us, pg, err := part(v, "list", matrixWindow, func(t turn, n int) ([]utterance, error) {
		us, version, err := s.saidMemo.get(v.ctx(), utterancePart{a, t, n}, v.version)
		v.gathered(version)
		return slices.Clone(us), err
	}, func(u utterance) string { return u.at })
	if err != nil {
		return err
	}
	p.Pager, p.N = pg, len(us)
	keep := a.values()
	if l := in.Get("list"); l != "" {
		keep.Set("list", l)
	}
	for i, by := range []string{"topic", "act"} {
		p.Tabs[i] = tab{"by-" + by, href(keep, "by", by), by == p.By}
	}
	keep.Set("by", p.By)
	at, _ := strconv.Atoi(in.Get("rows"))
	p.count(v.lang, us, keep, at)
	if err := s.ofCell(v, &p, us); err != nil {
		return err
	}
	return s.render(v, 200, "said", titleKey("said-title"), p)
}

// href is the address of a page with one value set.
func href(q url.Values, key, value string) string {
	c := url.Values{}
	for k, v := range q {
		c[k] = v
	}
	c.Set(key, value)
	return "?" + c.Encode()
}

// whoKey tells speakers apart: by id, or by name where they have none.
func whoKey(w party) string { return cmp.Or(w.ID, w.Name, noTopic) }

// of are the columns that an utterance counts for.
func (p *saidPage) of(u utterance) []string {
	if p.By == "act" {
		return []string{u.act}
	}
	return u.topics
}

// columnsOf are all columns in their order; those without statements are not shown.
func columnsOf(l minutes.Lang, by string) (out []column) {
	if by == "act" {
		for _, k := range acts {
			out = append(out, column{k, word(l, k)})
		}
		return out
	}
	for _, t := range record.Topics() {
		c := column{t.Key, t.Arabic}
		if l == minutes.English {
			c.Label = t.English
		}
		out = append(out, c)
	}
	return append(out, column{noTopic, word(l, "no-topic")})
}

// count fills the rows from the from-th speaker on, those who said most first.
func (p *saidPage) count(l minutes.Lang, us []utterance, keep url.Values, from int) {
	all := columnsOf(l, p.By)
	used, row := map[string]bool{}, map[string]int{}
	counts := map[[2]string]int{}
	for _, u := range us {
		k := whoKey(u.who)
		i, ok := row[k]
		if !ok {
			i = len(p.Rows)
			row[k] = i
			if u.who.Name == "" {
				u.who.Name = word(l, "unknown-speaker")
			}
			p.Rows = append(p.Rows, saidRow{Who: u.who, key: k})
		}
		p.Rows[i].Sum++
		for _, c := range p.of(u) {
			counts[[2]string{k, c}]++
		}
	}
	slices.SortStableFunc(p.Rows, func(a, b saidRow) int { return b.Sum - a.Sum })
	p.rows(keep, from)
	for _, r := range p.Rows {
		for _, c := range all {
			used[c.Key] = used[c.Key] || counts[[2]string{r.key, c.Key}] > 0
		}
	}
	p.Columns = slices.DeleteFunc(all, func(c column) bool { return !used[c.Key] })
	for i := range p.Rows {
		r := &p.Rows[i]
		keep.Set("who", r.key)
		r.Href = "?" + keep.Encode() + "#shown"
		for _, c := range p.Columns {
			n := counts[[2]string{r.key, c.Key}]
			x := cell{N: n, Label: c.Label}
			if n > 0 {
				x.Heat = min(4, len(strconv.FormatInt(int64(n), 2)))
				x.Href = href(keep, "col", c.Key) + "#shown"
			}
			r.Cells = append(r.Cells, x)
		}
	}
	keep.Del("who")
}

// rows keeps some speakers, and leads to those before and after.
func (p *saidPage) rows(keep url.Values, from int) {
	n := len(p.Rows)
	from = min(max(from, 0), max(0, n-1)) / matrixRows * matrixRows
	if from > 0 {
		p.RowsBefore = href(keep, "rows", strconv.Itoa(from-matrixRows)) + "#list"
	}
	if from+matrixRows < n {
		p.RowsAfter = href(keep, "rows", strconv.Itoa(from+matrixRows)) + "#list"
	}
	p.Few = n > matrixRows
	p.Rows = p.Rows[from:min(n, from+matrixRows)]
	if from > 0 {
		keep.Set("rows", strconv.Itoa(from))
	}
}

// ofCell shows the statements of the cell, or of the row, that was asked for.
func (s *Server) ofCell(v *visit, p *saidPage, us []utterance) error {
	who, col := v.URL.Query().Get("who"), v.URL.Query().Get("col")
	if who == "" {
		return nil
	}
	if i := slices.IndexFunc(p.Columns, func(c column) bool { return c.Key == col }); i >= 0 {
		p.Column = p.Columns[i].Label
	}
	var fs []*record.Fact
	for _, u := range us {
		if whoKey(u.who) != who && u.who.Name != who || col != "" && !slices.Contains(p.of(u), col) {
			continue
		}
		p.Who = cmp.Or(u.who.Name, word(v.lang, "unknown-speaker"))
		if len(fs) == mostOfCell {
			break
		}
		found, err := s.some(v.ctx(), store.Query{Kind: u.id.Kind, ID: u.id}, 1)
		if err != nil {
			return err
		}
		fs = append(fs, found...)
	}
	p.Shown = lines(v.lang, fs)
	return nil
}
