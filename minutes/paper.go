package minutes

import (
	"context"
	_ "embed"
	"iter"
	"slices"
	"strconv"
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
	Note  int   // number of the footnote that follows, 0 for none
	Cites []int // numbers of sources that follow, where no footnote says more
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
	Say    []run  // words of our own, instead of a source's
	Quote  string // "" where the line itself quotes
	Source int    // number of the article
}

// ref is what a line leads to: a footnote, or only its sources.
type ref struct {
	note  int
	cites []int
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
	found map[string]int      // how many of what the part under way holds
}

// newPaper words the whole record.
func newPaper(ctx context.Context, src Source, opt Options) (*paper, error) {
	if opt.Lang == "" {
		opt.Lang = Arabic
	}
	w := &writer{ctx: ctx, src: src, opt: opt, paper: &paper{Lang: opt.Lang}, cited: map[string]int{}, names: map[record.ID][]run{}, found: map[string]int{}}
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
		if err := w.talks(p); err != nil {
			return err
		}
	}
	if err := w.outside(outside, len(named) > 0); err != nil {
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
	return words(strings.ReplaceAll(key, "-", " "))
}

// talks writes one track: its meetings, then what was undertaken, demanded and
// disputed in it.
func (w *writer) talks(p store.Process) error {
	key := p.Key
	w.heading(2, w.processName(key))
	at := len(w.paper.Blocks)
	w.add(block{})
	w.found = map[string]int{}
	if err := w.meetings(key); err != nil {
		return err
	}
	if err := w.matters(key); err != nil {
		return err
	}
	w.paper.Blocks[at] = block{Para: w.inShort()}
	return nil
}

// inShort says how much the part on one track holds.
func (w *writer) inShort() []run {
	var parts []string
	for _, k := range []string{"meeting", "commitment", "alleged-broken", "demand", "disagreement"} {
		switch n := w.found[k]; {
		case n == 0:
		case k == "alleged-broken":
			parts = append(parts, strconv.Itoa(n)+" × "+w.label(k))
		default:
			parts = append(parts, Count(w.opt.Lang, n, k))
		}
	}
	return []run{plain(strings.Join(parts, " · "))}
}

// outside writes what belongs to no talks, under a heading that says so where
// there are any.
func (w *writer) outside(meetings, talks bool) error {
	at := len(w.paper.Blocks)
	if talks {
		w.heading(2, w.say("outside-talks")...)
	} else {
		w.heading(2, w.say("all-meetings")...)
	}
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
	w.found["meeting"] += len(ms)
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

// cite leads to the evidence of f at indices from: to a footnote, source by
// source, with the words; where the line itself has the words, to the sources.
func (w *writer) cite(f *record.Fact, from []int, shown string) ref {
	var items []noteItem
	for _, i := range from {
		e := f.Evidence[i]
		q := distinct(Clean(e.Quote()), mostStretches)
		if bareWords(q) == bareWords(shown) {
			q = ""
		}
		it := noteItem{Quote: q, Source: w.number(e.Article)}
		if !slices.ContainsFunc(items, func(x noteItem) bool { return x.Quote == it.Quote && x.Source == it.Source }) {
			items = append(items, it)
		}
	}
	return w.lead(items)
}

// sources leads to the articles of the evidence of f at indices from; the words
// stand in the note on the meeting.
func (w *writer) sources(f *record.Fact, from []int) (r ref) {
	for _, i := range from {
		if n := w.number(f.Evidence[i].Article); !slices.Contains(r.cites, n) {
			r.cites = append(r.cites, n)
		}
	}
	return r
}

// lead leads to items: to a footnote where they say more than their sources.
func (w *writer) lead(items []noteItem) (r ref) {
	for _, it := range items {
		if it.Quote != "" || it.Say != nil {
			return ref{note: w.footnote(items)}
		}
		if !slices.Contains(r.cites, it.Source) {
			r.cites = append(r.cites, it.Source)
		}
	}
	return r
}

// footnote adds a note and gives its number.
func (w *writer) footnote(items []noteItem) int {
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

// noted hangs a footnote, or sources, on the last run.
func noted(runs []run, r ref) []run {
	if n := len(runs); n > 0 {
		runs[n-1].Note, runs[n-1].Cites = r.note, r.cites
	}
	return runs
}
