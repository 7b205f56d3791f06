package minutes

import (
	"context"
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mahdar/record"
	"mahdar/store"
)

// paper is minutes as a document: blocks with footnotes, worded but in no
// format yet. HTML and DOCX write it.
type paper struct {
	Lang    Lang
	Title   string
	Blocks  []block
	Notes   []note
	Sources []*record.Article // by number less one
}

// block is a piece of a document: what is set of its fields says which.
type block struct {
	Level int     // of a heading, 1 to 4
	Para  []run   // a heading's or paragraph's words
	Items [][]run // a list
	Table *table
	Faint bool // a paragraph beside the matter
}

type table struct {
	Head [][]run
	Rows [][][]run
	Wide []int // relative widths of columns; nil: all alike
}

// pruned is the table without the columns in which no row says anything.
func (t *table) pruned() *table {
	keep := make([]bool, len(t.Head))
	keep[0] = true
	for _, r := range t.Rows {
		for i, c := range r {
			keep[i] = keep[i] || len(c) > 0
		}
	}
	out := &table{Rows: make([][][]run, len(t.Rows))}
	for i, k := range keep {
		if !k {
			continue
		}
		out.Head = append(out.Head, t.Head[i])
		if i < len(t.Wide) {
			out.Wide = append(out.Wide, t.Wide[i])
		}
		for n, r := range t.Rows {
			out.Rows[n] = append(out.Rows[n], r[i])
		}
	}
	return out
}

// run is words in one voice.
type run struct {
	Text  string
	Voice voice
	Bold  bool
	Note  int // number of the footnote that follows, 0 for none
}

// voice says whose words they are, which decides their direction.
type voice int

const (
	frame  voice = iota // ours, in the language of the document
	source              // of the articles: Arabic, whatever the frame
	mark                // days, addresses, keys: left to right in any frame
)

// note is a footnote: the words that a line rests on and where they stand.
type note struct {
	Number int
	Items  []noteItem
}

type noteItem struct {
	Quote  string // "" where the line itself quotes
	Source int    // number of the article
}

// Disagreeing is a Source that knows where accounts disagree; papers have a part
// on disagreements where it is one.
type Disagreeing interface {
	Disagreements(ctx context.Context, q store.Query) iter.Seq2[*record.Disagreement, error]
	Article(ctx context.Context, id string) (*record.Article, error)
}

//go:embed paper.tsv
var paperTSV string

var paperLabels = sync.OnceValue(func() map[string][2]string {
	m := map[string][2]string{}
	for line := range strings.Lines(paperTSV) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) == 3 && !strings.HasPrefix(line, "#") {
			m[c[0]] = [2]string{c[1], c[2]}
		}
	}
	return m
})

// writer makes a paper out of a record.
type writer struct {
	ctx   context.Context
	src   Source
	opt   Options
	paper *paper
	cited map[string]int
	names map[record.ID][]run // short titles of meetings
}

// newPaper words the whole record.
func newPaper(ctx context.Context, src Source, opt Options) (*paper, error) {
	if opt.Lang == "" {
		opt.Lang = Arabic
	}
	w := &writer{ctx: ctx, src: src, opt: opt, paper: &paper{Lang: opt.Lang}, cited: map[string]int{}, names: map[record.ID][]run{}}
	if err := w.write(); err != nil {
		return nil, err
	}
	return w.paper, nil
}

func (w *writer) label(key string) string {
	if l, ok := paperLabels()[key]; ok {
		return w.opt.Lang.pick(l[0], l[1])
	}
	return Label(w.opt.Lang, key)
}

func (w *writer) add(b block) {
	if b.Table != nil {
		b.Table = b.Table.pruned()
	}
	w.paper.Blocks = append(w.paper.Blocks, b)
}

func (w *writer) comma() string        { return w.opt.Lang.pick("، ", ", ") }
func (w *writer) arrow() string        { return w.opt.Lang.pick(" ← ", " → ") }
func (w *writer) say(key string) []run { return []run{{Text: w.label(key)}} }

// head is the head of a column.
func (w *writer) head(key string) []run {
	l := w.label(key)
	r, n := utf8.DecodeRuneInString(l)
	return []run{{Text: string(unicode.ToUpper(r)) + l[n:]}}
}

// role words a participant's role.
func (w *writer) role(key string) run {
	if l, ok := paperLabels()["role-"+key]; ok {
		return plain(w.opt.Lang.pick(l[0], l[1]))
	}
	return plain(w.label(key))
}

// heading begins a part.
func (w *writer) heading(level int, runs ...run) { w.add(block{Level: level, Para: runs}) }

func words(s string) run {
	return run{Text: Clean(strings.Join(strings.Fields(s), " ")), Voice: source}
}
func plain(s string) run  { return run{Text: s} }
func marked(s string) run { return run{Text: s, Voice: mark} }
func strong(r run) run    { r.Bold = true; return r }

// quoted is words of a source between their marks.
func quoted(s string) run { r := words(s); r.Text = "«" + r.Text + "»"; return r }

func (w *writer) write() error {
	c, err := w.src.Counts(w.ctx)
	if err != nil {
		return err
	}
	ps, err := w.src.Processes(w.ctx)
	if err != nil {
		return err
	}
	w.paper.Title = w.label("minutes")
	var named []string
	for _, p := range ps {
		if p.Key != "" && len(named) < 3 {
			named = append(named, w.processName(p.Key).Text)
		}
	}
	if len(named) > 0 {
		w.paper.Title += w.opt.Lang.pick(": ", ": ") + strings.Join(named, w.comma())
	}
	w.heading(1, plain(w.paper.Title))
	lead := []run{plain(Count(w.opt.Lang, c.Articles, "article") + " · " + Count(w.opt.Lang, c.Of(record.Actors), "actor") + " · " +
		Count(w.opt.Lang, c.Of(record.Meetings), "meeting") + " · " + Count(w.opt.Lang, c.Of(record.Statements), "statement"))}
	w.add(block{Para: lead})
	w.add(block{Para: w.say("paper-note"), Faint: true})
	outside := false
	for _, p := range ps {
		if p.Key == "" {
			outside = true
			continue
		}
		if err := w.talks(p.Key); err != nil {
			return err
		}
	}
	if err := w.outside(outside); err != nil {
		return err
	}
	if len(w.paper.Sources) == 0 {
		w.add(block{Para: w.say("empty")})
	}
	return nil
}

// processName is what the talks are called.
func (w *writer) processName(key string) run {
	if w.opt.ProcessName != nil {
		if n := w.opt.ProcessName(key, w.opt.Lang); n != "" {
			return plain(n)
		}
	}
	return marked(key)
}

// talks writes one track: its meetings, then what was undertaken, demanded and
// disputed in it.
func (w *writer) talks(key string) error {
	w.heading(2, w.processName(key))
	if err := w.meetings(key); err != nil {
		return err
	}
	return w.matters(key)
}

// outside writes what belongs to no talks.
func (w *writer) outside(meetings bool) error {
	at := len(w.paper.Blocks)
	w.heading(2, w.say("outside-talks")...)
	if meetings {
		if err := w.meetings(""); err != nil {
			return err
		}
	}
	if err := w.matters(""); err != nil {
		return err
	}
	if err := w.said(store.Query{Kind: record.Statements, Loose: true}, 3); err != nil {
		return err
	}
	if err := w.list(store.Query{Kind: record.Figures, Loose: true}, 3, "figures"); err != nil {
		return err
	}
	if err := w.list(store.Query{Kind: record.Incidents}, 3, "incidents"); err != nil {
		return err
	}
	if len(w.paper.Blocks) == at+1 { // nothing under the heading
		w.paper.Blocks = w.paper.Blocks[:at]
	}
	return nil
}

// meetings writes the meetings of talks, who was at which round before them.
func (w *writer) meetings(key string) error {
	var ms []*record.Fact
	for f, err := range w.src.Facts(w.ctx, store.Query{Kind: record.Meetings, Process: &key}) {
		if err != nil {
			return err
		}
		if len(f.Evidence) > 0 {
			ms = append(ms, f)
		}
	}
	ms = inOrder(ms)
	var merged []*record.Meeting
	for _, f := range ms {
		m := record.MergeMeeting(f)
		merged = append(merged, m)
		w.names[f.ID] = w.short(m)
	}
	if key != "" {
		w.attendance(merged)
	}
	for _, m := range merged {
		if err := w.meeting(m); err != nil {
			return err
		}
	}
	return nil
}

// cite is the footnote for the evidence of f at indices from: source by source,
// with the words unless the line itself has them.
func (w *writer) cite(f *record.Fact, from []int, shown string) int {
	var items []noteItem
	for _, i := range from {
		e := f.Evidence[i]
		q := Clean(e.Quote())
		if strings.Trim(q, "«»\"“” ") == strings.Trim(shown, "«»\"“” ") {
			q = ""
		}
		it := noteItem{q, w.number(e.Article)}
		if !slices.Contains(items, it) {
			items = append(items, it)
		}
	}
	return w.footnote(items)
}

// footnote adds a note and gives its number; 0 for none.
func (w *writer) footnote(items []noteItem) int {
	if len(items) == 0 {
		return 0
	}
	n := len(w.paper.Notes) + 1
	w.paper.Notes = append(w.paper.Notes, note{n, items})
	return n
}

// number is that of an article in the list of sources.
func (w *writer) number(a *record.Article) int {
	n, ok := w.cited[a.ID]
	if !ok {
		w.paper.Sources = append(w.paper.Sources, a)
		n = len(w.paper.Sources)
		w.cited[a.ID] = n
	}
	return n
}

// noted hangs a footnote on the last run.
func noted(runs []run, n int) []run {
	if n > 0 && len(runs) > 0 {
		runs[len(runs)-1].Note = n
	}
	return runs
}

// reviewedMark follows what people have looked at.
func (w *writer) reviewedMark(f *record.Fact) []run {
	if f.Review == nil {
		return nil
	}
	switch f.Review.Status {
	case "accepted", "corrected", "added":
		return []run{plain(" ✓")}
	case "disputed":
		return []run{plain(" (" + w.label("disputed-fact") + ")")}
	}
	return nil
}
