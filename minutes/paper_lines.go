package minutes

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// facts are those that q asks for and that rest on something.
func (w *writer) facts(q store.Query) ([]*record.Fact, error) {
	var out []*record.Fact
	for f, err := range w.src.Facts(w.ctx, q) {
		if err != nil {
			return nil, err
		}
		if len(f.Evidence) > 0 {
			out = append(out, f)
		}
	}
	return out, nil
}

// said lists statements by who says them, in the order in which each speaks
// first; those who stay unnamed come last.
func (w *writer) said(q store.Query, level int) error {
	fs, err := w.facts(q)
	if err != nil || len(fs) == 0 {
		return err
	}
	var order []string
	by := map[string][]*record.Fact{}
	for _, f := range fs {
		s, ok := f.Evidence[0].Body.(*fact.Statement)
		if !ok {
			continue
		}
		k := s.Actor
		if k == "" {
			k = "~" + s.Name
		}
		if s.Kind == "unnamed" {
			k = ""
		}
		if by[k] == nil && k != "" {
			order = append(order, k)
		}
		by[k] = append(by[k], f)
	}
	if by[""] != nil {
		order = append(order, "")
	}
	w.heading(level, w.say("said")...)
	for _, k := range order {
		w.speaker(k, by[k])
	}
	return nil
}

// speaker writes what one speaker says.
func (w *writer) speaker(key string, fs []*record.Fact) {
	if key == "" {
		w.add(block{Para: []run{strong(plain(w.label("unknown-speaker")))}})
	} else {
		first := fs[0].Evidence[0]
		s := first.Body.(*fact.Statement)
		line := []run{strong(words(s.Name))}
		if long := record.Words(first.Article.Text, []text.Span{s.Speaker}); long != s.Name && strings.Contains(long, s.Name) {
			line = append(line, plain(" ("), words(long), plain(")"))
		}
		w.add(block{Para: line})
	}
	var items [][]run
	for _, f := range fs {
		items = append(items, w.statement(f, key == ""))
	}
	w.add(block{Items: items})
}

func (w *writer) statement(f *record.Fact, unnamed bool) []run {
	e := f.Evidence[0]
	s := e.Body.(*fact.Statement)
	var out []run
	if unnamed && s.Name != "" {
		out = append(out, words(s.Name), plain(" · "))
	}
	out = append(out, plain(w.label(s.Act)))
	if s.Target != "" {
		out = append(out, plain(w.arrow()), words(s.Target))
	}
	q := distinct(record.Words(e.Article.Text, s.Content), mostStretches)
	out = append(out, plain(": "))
	out = append(out, noted([]run{quoted(q)}, w.cite(f, all(f), q))...)
	if len(s.Via) > 0 {
		out = append(out, plain(" — "+w.label("via")+" "))
		for i, v := range s.Via {
			if i > 0 {
				out = append(out, plain(w.arrow()))
			}
			out = append(out, words(v.Name))
		}
	}
	if s.Said != "" && !unresolved(s.Said) {
		out = append(out, plain(" — "), w.day(s.Said))
	}
	return append(out, w.reviewedMark(f)...)
}

// list writes facts one below the other under a heading; nothing where there
// are none.
func (w *writer) list(q store.Query, level int, heading string) error {
	fs, err := w.facts(q)
	if err != nil || len(fs) == 0 {
		return err
	}
	var items [][]run
	for _, f := range fs {
		items = append(items, w.line(f))
	}
	w.heading(level, w.say(heading)...)
	w.add(block{Items: items})
	return nil
}

// names are several names with commas between.
func (w *writer) people(ns []string) []run {
	var out []run
	for i, n := range ns {
		if i > 0 {
			out = append(out, plain(w.comma()))
		}
		out = append(out, strong(words(n)))
	}
	return out
}

// line is a ceasefire, incident or figure.
func (w *writer) line(f *record.Fact) []run {
	e := f.Evidence[0]
	var out []run
	tag := func(parts ...run) {
		for _, p := range parts {
			if p.Text == "" {
				continue
			}
			if len(out) > 0 {
				out = append(out, plain(" · "))
			}
			out = append(out, p)
		}
	}
	quote, by := distinct(e.Quote(), mostStretches), ""
	switch b := e.Body.(type) {
	case *fact.Ceasefire:
		tag(w.dayIf(b.Date), plain(w.label(b.Event)))
		if len(b.Parties) > 0 {
			out = append(append(out, plain(" · ")), w.people(b.Parties)...)
		}
		tag(words(b.Place))
		if len(b.Guarantors) > 0 {
			out = append(append(out, plain(" · "+w.label("guarantor-of")+" ")), w.people(b.Guarantors)...)
		}
		by = b.AllegedBy
	case *fact.Incident:
		tag(w.dayIf(b.Date), plain(w.label(b.Type)))
		if len(b.Actor) > 0 {
			out = append(append(out, plain(" · ")), w.people(b.Actor)...)
		}
		if len(b.Recipient) > 0 {
			out = append(append(out, plain(w.arrow())), w.people(b.Recipient)...)
		}
		tag(words(b.Place))
		by = b.Source
	case *fact.Figure:
		out = append(out, strong(marked(w.amount(b))))
		if u := w.unit(b.Unit); u != "" {
			out = append(out, plain(" "+u))
		}
		quote, by = record.Around(e.Article.Text, b.Span), b.Source
	}
	out = append(out, plain(": "))
	out = append(out, noted([]run{quoted(quote)}, w.cite(f, all(f), quote))...)
	if by != "" {
		out = append(out, plain(" — "+w.label("alleged-by")+" "), words(by))
	}
	return append(out, w.reviewedMark(f)...)
}

// unit words what is counted; of units without words in Arabic the quotation says it.
func (w *writer) unit(key string) string {
	l := w.label(key)
	if l == key && w.opt.Lang == Arabic {
		return ""
	}
	return strings.ReplaceAll(l, "-", " ")
}

func (w *writer) amount(f *fact.Figure) string {
	switch {
	case f.Min == nil && f.Max == nil:
		return "?"
	case f.Max == nil:
		return "≥ " + strconv.FormatInt(*f.Min, 10)
	case f.Min == nil || *f.Min == 0 && *f.Max > 0:
		return "≤ " + strconv.FormatInt(*f.Max, 10)
	case *f.Min == *f.Max:
		return strconv.FormatInt(*f.Min, 10)
	}
	return fmt.Sprintf("%d–%d", *f.Min, *f.Max)
}

// matters writes what was undertaken, demanded, agreed on arms and disputed in talks.
func (w *writer) matters(key string) error {
	for _, part := range []func(string) error{w.ledger, w.demands, w.truces, w.disputes} {
		if err := part(key); err != nil {
			return err
		}
	}
	return nil
}

// ledger is the table of commitments, each with what was said of it later.
func (w *writer) ledger(key string) error {
	fs, err := w.facts(store.Query{Kind: record.Commitments, Process: &key})
	if err != nil || len(fs) == 0 {
		return err
	}
	threads, by, err := store.Ledger(w.ctx, w.src, fs)
	if err != nil {
		return err
	}
	t := &table{Head: [][]run{w.head("by-whom"), w.head("to-whom"), w.head("undertaking"), w.head("terms"), w.head("state-of"), w.head("at-meeting")}, Wide: []int{6, 6, 13, 8, 7, 8}}
	in := map[record.ID]bool{}
	for _, x := range threads {
		for i, s := range x.Steps {
			if f := by[s.Fact]; f != nil {
				t.Rows = append(t.Rows, w.ledgerRow(f, i > 0))
				in[f.ID] = true
			}
		}
	}
	for _, f := range fs { // nobody is named whose it is
		if !in[f.ID] {
			t.Rows = append(t.Rows, w.ledgerRow(f, false))
		}
	}
	for _, f := range fs {
		if b, ok := f.Evidence[0].Body.(*fact.Commitment); ok && b.Status == "breach-alleged" {
			w.found["alleged-broken"]++
		} else {
			w.found["commitment"]++
		}
	}
	w.heading(3, w.say("ledger")...)
	w.add(block{Table: t})
	return nil
}

// ledgerRow is a row of the ledger; what followed an undertaking says so.
func (w *writer) ledgerRow(f *record.Fact, later bool) [][]run {
	e := f.Evidence[0]
	b, ok := e.Body.(*fact.Commitment)
	if !ok { // that people have linked to an undertaking
		line := w.line(f)
		if f.ID.Kind == record.Statements {
			line = w.statement(f, true)
		}
		return [][]run{{plain(w.follows())}, nil, line, nil, {plain(w.label("linked-by-people"))}, w.meetingOf(e)}
	}
	src := e.Article.Text
	q := distinct(record.Words(src, b.Content), mostStretches)
	var terms []run
	if c := record.Words(src, b.Condition); c != "" {
		terms = append(terms, quoted(c))
	}
	if b.Deadline != "" && !unresolved(b.Deadline) {
		if len(terms) > 0 {
			terms = append(terms, plain(w.comma()))
		}
		terms = append(terms, plain(w.label("deadline")+" "), w.day(b.Deadline))
	}
	if b.Guarantor != "" {
		if len(terms) > 0 {
			terms = append(terms, plain(w.comma()))
		}
		terms = append(terms, plain(w.label("guarantor-of")+" "), words(b.Guarantor))
	}
	state := []run{plain(w.label(b.Status))}
	if b.AllegedBy != "" {
		state = append(state, plain(w.comma()+w.label("alleged-by")+" "), words(b.AllegedBy))
	}
	who := w.whom(b.By)
	if later {
		who = append([]run{plain(w.follows())}, who...)
	}
	return [][]run{who, w.whom(b.To), append(noted([]run{quoted(q)}, w.cite(f, all(f), q)), w.reviewedMark(f)...), terms, state, w.meetingOf(e)}
}

// follows begins a row that belongs to the one above.
func (w *writer) follows() string { return w.opt.Lang.pick("↲ ", "↳ ") }

func (w *writer) whom(name string) []run {
	if name == "" {
		return nil
	}
	return []run{strong(words(name))}
}

// meetingOf names the meeting that evidence belongs to.
func (w *writer) meetingOf(e record.Evidence) []run { return w.names[e.About] }

// demands is the table of demands and answers.
func (w *writer) demands(key string) error {
	fs, err := w.facts(store.Query{Kind: record.Demands, Process: &key})
	if err != nil || len(fs) == 0 {
		return err
	}
	t := &table{Head: [][]run{w.head("by-whom"), w.head("of-whom"), w.head("demanded"), w.head("answer"), w.head("at-meeting")}, Wide: []int{6, 6, 15, 6, 8}}
	for _, f := range fs {
		e := f.Evidence[0]
		b, ok := e.Body.(*fact.Demand)
		if !ok {
			continue
		}
		q := distinct(record.Words(e.Article.Text, b.Content), mostStretches)
		t.Rows = append(t.Rows, [][]run{w.whom(b.By), w.whom(b.Of), append(noted([]run{quoted(q)}, w.cite(f, all(f), q)), w.reviewedMark(f)...), {plain(w.label(b.Answer))}, w.meetingOf(e)})
	}
	w.found["demand"] += len(fs)
	w.heading(3, w.say("demands-list")...)
	w.add(block{Table: t})
	return nil
}

func (w *writer) truces(key string) error {
	return w.list(store.Query{Kind: record.Ceasefires, Process: &key}, 3, "ceasefires")
}

// beside is how many positions stand side by side.
const beside = 4

// disputes writes the disagreements of talks, positions side by side.
func (w *writer) disputes(key string) error {
	src, ok := w.src.(Disagreeing)
	if !ok {
		return nil
	}
	first := true
	for d, err := range src.Disagreements(w.ctx, store.Query{Process: &key}) {
		if err != nil {
			return err
		}
		if first {
			w.heading(3, w.say("disagreements")...)
			first = false
		}
		w.found["disagreement"]++
		if err := w.dispute(src, d); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) dispute(src Disagreeing, d *record.Disagreement) error {
	title := []run{plain(w.label("slot-"+string(d.Slot)) + " · " + w.label("quarrel-"+d.Type))}
	if n := w.names[d.Subject]; n != nil {
		title = append(append(title, plain(" · ")), n...)
	}
	w.heading(4, title...)
	held, err := w.resolution(d)
	if err != nil {
		return err
	}
	for ps := d.Positions; len(ps) > 0; {
		n := min(beside, len(ps))
		t := &table{}
		row := make([][]run, n)
		for i, p := range ps[:n] {
			show := p.Show
			if show == "" {
				show = p.Value
			}
			head := []run{quoted(show)}
			if l := w.label(show); l != show {
				head = []run{plain(l)}
			} else if d.Slot == record.SlotDate {
				head = []run{w.day(show)}
			}
			if s := Stance(w.opt.Lang, d.Slot, p.Value); s != "" {
				head = append([]run{plain(s + ": ")}, head...)
			}
			if held != "" && p.Value == held {
				head = append(head, plain(" ✓"))
			}
			t.Head = append(t.Head, head)
			var err error
			if row[i], err = w.holders(src, p); err != nil {
				return err
			}
		}
		t.Rows = [][][]run{row}
		w.add(block{Table: t})
		ps = ps[n:]
	}
	return nil
}

// holders are who holds a position, each with the words.
func (w *writer) holders(src Disagreeing, p record.Position) ([]run, error) {
	var out []run
	for i, c := range p.Claims {
		a, err := src.Article(w.ctx, c.Article)
		if err != nil {
			return nil, err
		}
		who := c.Name
		if who == "" {
			who = a.Outlet()
		}
		if i > 0 {
			out = append(out, plain(w.opt.Lang.pick("؛ ", "; ")))
		}
		r := []run{words(who)}
		if c.Target != "" {
			r = append(r, plain(w.arrow()), words(c.Target))
		}
		if c.Day != "" {
			r = append(r, plain(" "), w.day(c.Day))
		}
		q := Clean(record.Words(a.Text, []text.Span{c.Span}))
		if q == Clean(strings.Join(strings.Fields(p.Show), " ")) {
			q = ""
		}
		out = append(out, noted(r, w.lead([]noteItem{{Quote: q, Source: w.number(a)}}))...)
	}
	return out, nil
}

// mostStretches is how many stretches of words a line quotes.
const mostStretches = 3

// distinct is a quotation of several stretches without those that only say
// again what another says, the first n of them.
func distinct(quote string, n int) string {
	const part = " … "
	if !strings.Contains(quote, part) {
		return quote
	}
	var out, folded []string
	for s := range strings.SplitSeq(quote, part) {
		f := bareWords(arabic.Fold(s))
		if f == "" || slices.ContainsFunc(folded, func(x string) bool { return strings.Contains(x, f) }) {
			continue
		}
		if i := slices.IndexFunc(folded, func(x string) bool { return strings.Contains(f, x) }); i >= 0 {
			out[i], folded[i] = s, f
			continue
		}
		out, folded = append(out, s), append(folded, f)
	}
	if len(out) > n {
		return strings.Join(out[:n], part) + " …"
	}
	return strings.Join(out, part)
}

// bareWords are words without the marks around them.
func bareWords(s string) string {
	return strings.Trim(strings.Join(strings.Fields(s), " "), "«»\"“”'‘’.,،؛: ")
}

// dayIf is a day, nothing for none.
func (w *writer) dayIf(edtf string) run {
	if edtf == "" || unresolved(edtf) {
		return run{}
	}
	return w.day(edtf)
}
