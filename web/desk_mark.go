package web

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"mahdar/record"
	"mahdar/review"
	"mahdar/text"
)

// markPage is the form for a fact that the reader missed.
type markPage struct {
	Hex, Title, Outlet, Day string
	Exact, Prefix, Suffix   string
	Text                    []passage // of the article, the words marked in it
	Found                   bool
	Times                   int // how often the words stand there
	Kinds                   []markKind
	Kind                    string
	Slots                   []slotEdit
}

type markKind struct {
	Key  string
	Here bool
}

// mostMarked is how many bytes of words one fact is marked with.
const mostMarked = 4000

func (d *desk) showMark(v *visit) error {
	in := v.URL.Query()
	hex := strings.TrimPrefix(in.Get("article"), "sha256:")
	a, err := d.opt.Record.Article(v.ctx(), "sha256:"+hex)
	if err != nil {
		return err
	}
	p := markPage{Hex: hex, Title: headline(a), Outlet: clean(a.Outlet()), Day: a.Published.EDTF, Exact: in.Get("exact"), Prefix: in.Get("prefix"), Suffix: in.Get("suffix"), Kind: in.Get("kind")}
	kind, ok := kindNamed(p.Kind)
	if !ok || kind == record.Disagreements {
		kind, p.Kind = record.Statements, record.Statements.String()
	}
	for _, k := range deskKinds() {
		if k != record.Disagreements {
			p.Kinds = append(p.Kinds, markKind{k.String(), k == kind})
		}
	}
	at, times := findQuote(a.Text, p.Exact, p.Prefix, p.Suffix)
	p.Times, p.Found = times, times > 0
	if p.Found {
		p.Text = passages(a.Text, []text.Span{at}, nil)
		start, end := text.NewOffsets(a.Text).Points(at)
		x := review.Decision{Fact: review.AddedID(kind, a.ID, start, end), Verb: review.Add, Article: a.ID, Start: start, End: end, Exact: at.In(a.Text)}
		if f := review.AddedFact(x, a); f != nil {
			p.Slots = slotEdits(v.lang, f)
		}
	} else {
		p.Text = []passage{{Text: oneLine(shorten(a.Text, 3000))}}
	}
	return d.render(v, 200, "desk_mark", titleKey("mark"), p)
}

// mark adds the fact that a form marks, with its slots.
func (d *desk) mark(v *visit) error {
	if err := v.form(); err != nil {
		return err
	}
	f := v.PostForm
	a, err := d.opt.Record.Article(v.ctx(), "sha256:"+strings.TrimPrefix(f.Get("article"), "sha256:"))
	if err != nil {
		return err
	}
	kind, ok := kindNamed(f.Get("kind"))
	if !ok || kind == record.Disagreements || len(f.Get("exact")) > mostMarked {
		return &fault{422, "bad-decision"}
	}
	at, times := findQuote(a.Text, f.Get("exact"), f.Get("prefix"), f.Get("suffix"))
	if times == 0 {
		q := url.Values{"article": {hexOf(a.ID)}, "exact": {f.Get("exact")}, "kind": {kind.String()}}
		return v.goTo([]string{"review", "mark"}, q)
	}
	start, end := text.NewOffsets(a.Text).Points(at)
	x := d.new(v, review.Add, review.AddedID(kind, a.ID, start, end))
	x.Article, x.Start, x.End, x.Exact = a.ID, start, end, at.In(a.Text)
	fresh := review.AddedFact(x, a)
	if fresh == nil {
		return &fault{422, "bad-decision"}
	}
	ds := []review.Decision{x}
	for _, e := range slotEdits(v.lang, fresh) {
		value := plainLine(f.Get("slot." + e.Slot))
		if !f.Has("slot."+e.Slot) || clean(value) == e.Value {
			continue
		}
		c := d.new(v, review.Correct, x.Fact)
		c.At, c.Slot, c.Value = x.At.Add(time.Microsecond), e.Slot, value // after it in lists
		if c = c.Normal(); c.Check() != nil || !review.Takes(fresh, e.Slot, value) {
			return &fault{422, "bad-value"}
		}
		ds = append(ds, c)
	}
	if err := d.take(v, ds...); err != nil {
		return err
	}
	return v.goTo([]string{"review"}, url.Values{"at": {x.Fact.String()}})
}

// findQuote is the place of words in an article, and in how many places they
// stand: of several the one whose neighbourhood is most like prefix and suffix,
// the first of equals. Blanks stand for any blanks, as a browser hands them on.
func findQuote(src, exact, prefix, suffix string) (best text.Span, times int) {
	exact = strings.TrimSpace(exact)
	if exact == "" || !utf8.ValidString(exact) {
		return best, 0
	}
	score := -1
	for from := 0; from < len(src) && times < 1000; {
		at, ok := review.FindWords(src[from:], exact)
		if !ok {
			break
		}
		at.Start, at.End = at.Start+from, at.End+from
		times++
		if n := alikeBack(src[:at.Start], prefix) + alike(src[at.End:], suffix); n > score {
			best, score = at, n
		}
		from = at.End
	}
	return best, times
}

// alike is how many letters two texts begin with alike, blanks apart.
func alike(a, b string) int {
	x, y := []rune(strings.Join(strings.Fields(head(a, 400)), "")), []rune(strings.Join(strings.Fields(b), ""))
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// alikeBack is how many letters two texts end with alike.
func alikeBack(a, b string) int {
	if len(a) > 400 {
		a = strings.ToValidUTF8(a[len(a)-400:], "")
	}
	x, y := []rune(strings.Join(strings.Fields(a), "")), []rune(strings.Join(strings.Fields(b), ""))
	n := 0
	for n < len(x) && n < len(y) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	return n
}

// head is the beginning of s, of at most n bytes.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
