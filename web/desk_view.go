package web

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
	"mahdar/text"
)

// deskPage is one thing to decide on, with what decides it.
type deskPage struct {
	Choice    choosing
	Query     string // of the choice, for links
	Kinds     []string
	Talks     []store.Process
	Done      bool // nothing is left
	Item      *deskItem
	Previous  string // addresses
	Skip      string
	Last      *entryView // what the coder decided last, to be undone
	Judged    int
	Orphaned  int
	Forbidden string
}

// deskItem is a fact or a disagreement on the desk.
type deskItem struct {
	line
	Status   string
	Spot     string
	Contexts []contextView
	Further  int // articles that are not shown
	Slots    []slotEdit
	Links    []linkChoice
	Mergable bool
	Several  bool // told by several articles: one can be split off
	History  []entryView
	Hints    []entryView // of machines
	Disputes []dispute
	Answers  []deskAnswer
	Bulk     bool
}

// contextView is a piece of an article around the words that a fact rests on.
type contextView struct {
	Source  cite
	Article string // id
	Runs    []passage
	Rule    string
	Entry   string
	Chain   []string
}

// passage is words in one role: hit for what the fact rests on, by for who
// says it and with which verb.
type passage struct{ Text, Class string }

// slotEdit is a slot that can be corrected.
type slotEdit struct {
	Slot, Name, Of string
	Value, Read    string // Read where it was corrected
	Options        []option
	Long           bool   // takes words of the article
	Shown          string // the value in words, "" for what the context shows
}

type option struct {
	Value, Label string
	Here         bool
}

// linkChoice is an undertaking that a breach may belong to.
type linkChoice struct {
	line
	Linked bool
}

// deskAnswer is a position of a disagreement that may hold.
type deskAnswer struct {
	Key, Value, Show string
	Day              string
	Holds            bool
}

// entryView is a decision with what became of it.
type entryView struct {
	ID, Fact, Verb, Coder, Role, At string
	What                            string // slot and value, or the other fact
	Was, Reason                     string
	Undone                          bool
	Void                            string // why it does nothing
	Orphaned                        bool
	Batch                           int // how many were taken with it
}

func entryOf(l minutes.Lang, e review.Entry) entryView {
	x := entryView{ID: e.ID, Fact: e.Fact.String(), Verb: string(e.Verb), Coder: clean(e.Coder), Role: string(e.Role), At: e.At.Format("2006-01-02 15:04"), Reason: clean(e.Reason), Undone: e.Undone, Void: e.Void}
	if e.Role == review.Coder {
		x.Role = ""
	}
	switch e.Verb {
	case review.Correct:
		x.What, x.Was = slotName(l, e.Slot)+": "+valueWord(l, e.Value), shorten(clean(e.Was), 120)
	case review.Resolve:
		x.What = valueWord(l, e.Value)
	case review.Merge, review.Apart, review.Link:
		x.What = e.Other.String()
	case review.Split:
		x.What = shorten(hexOf(e.Article), 12)
	case review.Add:
		x.What = "«" + shorten(clean(e.Exact), 80) + "»"
	case review.Undo:
		x.What = e.Undoes
	}
	return x
}

// slotName words a slot; that of a participant has his name behind it.
func slotName(l minutes.Lang, slot string) string {
	what, of, ok := strings.Cut(slot, ":")
	name := word(l, "slotname-"+what)
	if _, known := words()["slotname-"+what]; !known {
		name = word(l, what)
	}
	if ok {
		name += " (" + clean(of) + ")"
	}
	return name
}

func valueWord(l minutes.Lang, v string) string {
	if v == "" {
		return "–"
	}
	return shorten(word(l, v), 160)
}

// itemView lays out what is on the desk.
func (d *desk) itemView(v *visit, own *store.View, it *item) (*deskItem, error) {
	st, err := own.State(v.ctx())
	if err != nil {
		return nil, err
	}
	x := &deskItem{Status: it.status, Spot: deskSpot{it.id.Kind, it.at}.String()}
	if it.quarrel != nil {
		if err := d.quarrelView(v, st, it, x); err != nil {
			return nil, err
		}
	} else {
		d.factView(v, it.fact, x)
		if x.Links, err = d.undertakings(v, it.fact); err != nil {
			return nil, err
		}
	}
	for _, e := range st.History(it.id) {
		x.History = append(x.History, entryOf(v.lang, e))
	}
	whole, err := d.v.State(v.ctx())
	if err != nil {
		return nil, err
	}
	for _, e := range whole.Suggestions(it.id) {
		x.Hints = append(x.Hints, entryOf(v.lang, e))
	}
	return x, nil
}

// mostContexts is how many articles the desk shows of one fact.
const mostContexts = 4

func (d *desk) factView(v *visit, f *record.Fact, x *deskItem) {
	x.line = lineOf(v.lang, f)
	for i, e := range f.Evidence {
		if i == mostContexts {
			x.Further = len(f.Evidence) - i
			break
		}
		x.Contexts = append(x.Contexts, contextOf(v.lang, f.ID, e))
	}
	x.Mergable = f.ID.Kind == record.Actors || f.ID.Kind == record.Meetings
	for _, e := range f.Evidence[1:] {
		x.Several = x.Several || e.Article.ID != f.Evidence[0].Article.ID
	}
	x.Bulk = x.Rule != ""
	x.Slots = slotEdits(v.lang, f)
}

func contextOf(l minutes.Lang, id record.ID, e record.Evidence) contextView {
	n := bodyLine(l, e.Article.Text, e.Body)
	c := contextView{Source: citeOf(e.Article, id.String()), Article: e.Article.ID, Rule: clean(record.RuleOf(e.Body)), Chain: n.Chain}
	hits := record.Spans(e.Body)
	var by []text.Span
	switch b := e.Body.(type) {
	case *fact.Statement:
		hits, c.Entry = b.Content, clean(b.Entry)
		by = append(by, b.Speaker, b.Cue)
		for _, r := range b.Via {
			by = append(by, r.Span)
		}
	case *record.Sighting:
		hits = nil
		for _, form := range b.Forms[:min(len(b.Forms), 2)] {
			hits = append(hits, form.Span)
		}
	}
	c.Runs = passages(e.Article.Text, hits, by)
	return c
}

// Bounds of what is shown around words.
const (
	mostBefore = 260 // bytes
	mostHits   = 4
)

// passages are the words under hits in their paragraphs, those under by told
// apart, with « … » where something is left out.
func passages(src string, hits, by []text.Span) []passage {
	hits = slices.DeleteFunc(slices.Clone(hits), func(s text.Span) bool { return s.In(src) == "" })
	hits = hits[:min(len(hits), mostHits)]
	slices.SortFunc(hits, func(a, b text.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	var out []passage
	at := -1
	for _, w := range windows(src, hits) {
		if at >= 0 || w.Start > 0 && src[w.Start-1] != '\n' {
			out = append(out, passage{" … ", ""})
		}
		out = append(out, cutBy(src, w, hits, by)...)
		at = w.End
	}
	if at >= 0 && at < len(src) && src[at] != '\n' {
		out = append(out, passage{" … ", ""})
	}
	return out
}

// windows are the paragraphs around hits, or what is near them in long ones.
func windows(src string, hits []text.Span) (out []text.Span) {
	for _, h := range hits {
		from := max(0, h.Start-mostBefore)
		if i := strings.LastIndexByte(src[from:h.Start], '\n'); i >= 0 {
			from += i + 1
		} else if from > 0 {
			from = wordEdge(src, from)
		}
		to := min(len(src), h.End+mostBefore)
		if i := strings.IndexByte(src[h.End:to], '\n'); i >= 0 {
			to = h.End + i
		} else if to < len(src) {
			to = max(h.End, wordEdge(src, to))
		}
		if n := len(out); n > 0 && from <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, to)
			continue
		}
		out = append(out, text.Span{Start: from, End: to})
	}
	return out
}

// cutBy cuts a window where a role begins or ends.
func cutBy(src string, w text.Span, hits, by []text.Span) (out []passage) {
	edges := []int{w.Start, w.End}
	for _, s := range slices.Concat(hits, by) {
		for _, b := range [...]int{s.Start, s.End} {
			if b > w.Start && b < w.End {
				edges = append(edges, b)
			}
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	under := func(ss []text.Span, at int) bool {
		return slices.ContainsFunc(ss, func(s text.Span) bool { return s.Start <= at && at < s.End })
	}
	for i := range edges[:len(edges)-1] {
		p := passage{Text: oneLine(src[edges[i]:edges[i+1]])}
		switch {
		case under(by, edges[i]):
			p.Class = "by"
		case under(hits, edges[i]):
			p.Class = "hit"
		}
		out = append(out, p)
	}
	return out
}

// oneLine is clean for words that others stand beside: blanks at its ends stay.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), turns(r):
			return -1
		}
		return r
	}, s)
}

// slotEdits are the slots of a fact as its earliest evidence fills them.
func slotEdits(l minutes.Lang, f *record.Fact) []slotEdit {
	e := f.Evidence[0]
	var out []slotEdit
	for _, slot := range append(review.Slots(f.ID.Kind), review.BodySlots(e.Body)...) {
		x := slotEdit{Slot: slot, Name: slotName(l, slot)}
		x.Value = e.About.String()
		if slot != review.About {
			x.Value = clean(review.Get(f.ID.Kind, e.Body, e.Article.Text, slot))
		}
		x.Long = len(x.Value) > 60
		switch slot {
		case "content", "evidence", "words", "cue", "speaker", "name", "actor":
		default:
			if x.Value != "" {
				x.Shown = valueWord(l, x.Value)
			}
		}
		allowed := review.Allowed(f.ID.Kind, slot)
		if len(allowed) > 0 && x.Value != "" && !slices.Contains(allowed, x.Value) {
			allowed = append(allowed, x.Value)
		}
		if len(allowed) > 0 {
			x.Options = append(x.Options, option{"", "–", x.Value == ""})
		}
		for _, a := range allowed {
			x.Options = append(x.Options, option{a, word(l, a), a == x.Value})
		}
		if f.Review != nil {
			for _, c := range f.Review.Slots {
				if c.Slot == slot {
					x.Read = valueWord(l, clean(c.Read))
				}
			}
		}
		out = append(out, x)
	}
	return out
}

// mostLinks is how many undertakings the desk offers.
const mostLinks = 12

// undertakings are those that a breach may belong to: of the same talks, and by
// the same side first.
func (d *desk) undertakings(v *visit, f *record.Fact) (out []linkChoice, err error) {
	if !breach(f) {
		return nil, nil
	}
	by := ""
	if c, ok := f.Evidence[0].Body.(*fact.Commitment); ok {
		by = c.By
	}
	linked := map[record.ID]bool{}
	if f.Review != nil {
		for _, id := range f.Review.Links {
			linked[id] = true
		}
	}
	first := 0
	for g, err := range d.v.Facts(v.ctx(), store.Query{Kind: record.Commitments, Process: &f.Process, Most: fewEvidence}) {
		if err != nil {
			return nil, err
		}
		c, ok := g.Evidence[0].Body.(*fact.Commitment)
		if !ok || c.Status != "made" && c.Status != "" || g.ID == f.ID {
			continue
		}
		x := linkChoice{lineOf(v.lang, g), linked[g.ID]}
		if by != "" && c.By == by || x.Linked {
			out = slices.Insert(out, first, x)
			first++
		} else {
			out = append(out, x)
		}
		if len(out) > 20*mostLinks {
			break
		}
	}
	return out[:min(len(out), mostLinks)], nil
}

// breach reports whether a fact says that something undertaken was broken.
func breach(f *record.Fact) bool {
	switch b := f.Evidence[0].Body.(type) {
	case *fact.Commitment:
		return b.Status != "made" && b.Status != ""
	case *fact.Ceasefire:
		return b.Event == "violation-alleged" || b.Event == "violation-denied" || b.Event == "collapsed"
	case *fact.Statement:
		return b.Act == "accuse" || b.Act == "deny"
	}
	return false
}

// quarrelView lays out a disagreement with its positions as answers.
func (d *desk) quarrelView(v *visit, st *review.State, it *item, x *deskItem) error {
	ds, err := d.disputes(v.ctx(), v.lang, []*record.Disagreement{it.quarrel})
	if err != nil {
		return err
	}
	x.line = line{ID: it.id.String(), Kind: it.id.Kind.String()}
	x.Disputes = ds
	r, _ := st.Resolution(it.id)
	for i, p := range it.quarrel.Positions[:min(len(it.quarrel.Positions), 9)] {
		a := deskAnswer{Key: strconv.Itoa(i + 1), Value: p.Value, Show: shorten(clean(cmp.Or(p.Show, p.Value)), 160), Holds: !r.Open && r.Value == p.Value}
		if it.quarrel.Slot == record.SlotDate {
			a.Day = p.Value
		}
		x.Answers = append(x.Answers, a)
	}
	return nil
}

// lastOf is what a coder decided last and has not undone.
func lastOf(l minutes.Lang, st *review.State, coder string) *entryView {
	all := st.Entries()
	for _, e := range slices.Backward(all) {
		if e.Coder != coder || e.Undone || e.Verb == review.Undo || e.Role == review.Machine {
			continue
		}
		x := entryOf(l, e)
		for _, o := range all {
			if o.Coder == coder && o.At.Equal(e.At) && !o.Undone && o.Verb != review.Undo {
				x.Batch++
			}
		}
		return &x
	}
	return nil
}

// orphanedOf counts the decisions whose facts are not in the record.
func (d *desk) orphanedOf(ctx context.Context) (int, error) {
	os, err := d.v.Orphans(ctx)
	return len(os), err
}
