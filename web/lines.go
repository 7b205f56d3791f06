package web

import (
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/text"
)

// line is a fact as lists show it: who did or said what to whom, in whose
// words, by which sources.
type line struct {
	ID, Kind string
	Who      party
	As       string // how the source names him, where it tells more
	Act      string // a key
	Whom     party
	Tags     []string // words
	Quote    string
	Direct   bool // the quotation is verbatim
	Chain    []string
	More     []pair
	Day      string // EDTF
	Modal    string // a key; "" for a plain assertion
	Cites    []cite
	Others   int // further sources that are not shown
	Rule     string
	Review   string // a key: what people have decided; "" where nobody has judged it
}

// party is somebody with the id of his page, "" where he has none.
type party struct{ Name, ID string }

// pair is a thing and what it is called.
type pair struct {
	Key, Value string
	Quoted     bool
}

// cite is a source of a line.
type cite struct {
	Outlet, Day, Article, Title, Fact string
}

// mostCites is how many sources a line shows.
const mostCites = 4

func hexOf(articleID string) string { return strings.TrimPrefix(articleID, "sha256:") }

func citeOf(a *record.Article, factID string) cite {
	return cite{clean(a.Outlet()), a.Published.EDTF, hexOf(a.ID), headline(a), factID}
}

func headline(a *record.Article) string {
	if t := clean(a.Title); t != "" {
		return t
	}
	return clean(a.Source.Title)
}

// citesOf are the sources of the evidence at indices from, each once.
func citesOf(f *record.Fact, from []int) (out []cite, others int) {
	seen := map[string]bool{}
	for _, i := range from {
		a := f.Evidence[i].Article
		if seen[a.ID] {
			continue
		}
		seen[a.ID] = true
		if len(out) == mostCites {
			others++
			continue
		}
		out = append(out, citeOf(a, f.ID.String()))
	}
	return out, others
}

// allCites are the sources of a fact, each once.
func allCites(f *record.Fact) (out []cite, others int) {
	from := make([]int, len(f.Evidence))
	for i := range from {
		from[i] = i
	}
	out, others = citesOf(f, from)
	seen := map[string]bool{}
	for _, e := range f.Evidence {
		seen[e.Article.ID] = true
	}
	for _, a := range f.Also {
		switch {
		case seen[a.ID]:
		case len(out) == mostCites:
			others++
		default:
			out = append(out, citeOf(a, f.ID.String()))
		}
		seen[a.ID] = true
	}
	return out, others + f.Left - len(f.Also)
}

func partyOf(id, name string) party {
	p := party{Name: clean(name)}
	if id != "" {
		p.ID = record.ActorID(id, "").String()
	}
	return p
}

// lineOf words a fact by its earliest evidence.
func lineOf(l minutes.Lang, f *record.Fact) line {
	e := f.Evidence[0]
	n := bodyLine(l, e.Article.Text, e.Body)
	n.ID, n.Kind = f.ID.String(), f.ID.Kind.String()
	n.Cites, n.Others = allCites(f)
	if f.Review != nil {
		n.Review = f.Review.Status
	}
	return n
}

// bodyLine words one finding of an article whose text is src.
func bodyLine(l minutes.Lang, src string, body any) line {
	n := line{Quote: quote(src, record.Spans(body))}
	switch b := body.(type) {
	case *fact.Statement:
		n.statement(l, src, b)
	case *fact.Commitment:
		n.Who, n.Whom, n.Act, n.Rule = partyOf("", b.By), partyOf("", b.To), b.Status, b.Rule
		n.Quote = quote(src, b.Content)
		n.more("condition", quote(src, b.Condition), true)
		n.more("guarantor-of", b.Guarantor, false)
		n.more("alleged-by", b.AllegedBy, false)
		if b.Deadline != "" {
			n.more("deadline", date(l, b.Deadline), false)
		}
	case *fact.Demand:
		n.Who, n.Whom, n.Rule = partyOf("", b.By), partyOf("", b.Of), b.Rule
		n.tag(l, b.Answer)
		n.more("manner", known(l, "manner-", b.Manner), false)
	case *fact.Ceasefire:
		n.Who, n.Day, n.Rule = party{Name: clean(strings.Join(b.Parties, word(l, "comma")))}, b.Date, b.Rule
		n.Act = b.Event
		n.more("place", b.Place, false)
		n.more("guarantor-of", strings.Join(b.Guarantors, word(l, "comma")), false)
		n.more("alleged-by", b.AllegedBy, false)
	case *fact.Incident:
		n.Who, n.Whom = party{Name: clean(strings.Join(b.Actor, word(l, "comma")))}, party{Name: clean(strings.Join(b.Recipient, word(l, "comma")))}
		n.Act, n.Day, n.Rule, n.Modal = b.Type, b.Date, b.Rule, modal(b.Modal)
		n.more("place", b.Place, false)
		n.more("weapon", b.Weapon, false)
		n.more("alleged-by", b.Source, false)
	case *fact.Figure:
		n.Who, n.Rule = party{Name: amount(l, b)}, b.Rule
		if b.Unit != "" {
			n.Tags = append(n.Tags, word(l, b.Unit))
		}
		n.Quote = clean(record.Around(src, b.Span))
		n.more("concerns", known(l, "", b.Concerns), false)
		n.more("place", b.Place, false)
		n.more("alleged-by", b.Source, false)
	case *fact.Meeting:
		n.Who = party{Name: meetingName(l, b.Kind, b.Ordinal)}
		n.Day, n.Rule = joinDays(b.Start, b.End), b.Rule
		n.Quote = quote(src, b.Evidence)
		n.tag(l, b.Status)
		n.more("place", b.Place, false)
	case *record.Sighting:
		n.Who = party{Name: clean(b.Name)}
		n.Quote = ""
		n.tag(l, string(b.Type))
	}
	return n
}

func (n *line) statement(l minutes.Lang, src string, b *fact.Statement) {
	n.Who, n.Act, n.Rule = partyOf(b.Actor, b.Name), b.Act, b.Rule
	if n.Who.Name == "" {
		n.Who.Name = word(l, "unknown-speaker")
	}
	if w := quote(src, []text.Span{b.Speaker}); w != "" && w != n.Who.Name && len(w) > len(n.Who.Name) {
		n.As = w
	}
	n.Whom, n.Quote, n.Direct = partyOf("", b.Target), quote(src, b.Content), b.Mode == "direct"
	for _, v := range b.Via {
		n.Chain = append(n.Chain, clean(v.Name))
	}
	n.Modal, n.Day = modal(b.Modal), b.Said
	n.more("venue", known(l, "venue-", b.Venue), false)
}

// known words a value that the contract leaves open: a key where the pages have
// words for it, else as it stands.
func known(l minutes.Lang, prefix, value string) string {
	if _, ok := words()[prefix+value]; ok {
		return word(l, prefix+value)
	}
	return value
}

// modal is a key that says that something is no plain assertion.
func modal(m string) string {
	if m == "asserted" {
		return ""
	}
	return m
}

func (n *line) more(key, value string, quoted bool) {
	if v := clean(value); v != "" {
		n.More = append(n.More, pair{key, v, quoted})
	}
}

func (n *line) tag(l minutes.Lang, key string) {
	if key != "" {
		n.Tags = append(n.Tags, word(l, key))
	}
}

// longestQuote is how many letters of a quotation a list shows.
const longestQuote = 400

func quote(src string, spans []text.Span) string {
	return shorten(clean(record.Words(src, spans)), longestQuote)
}

// shorten cuts s at a blank before n letters.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	cut := string(rs[:n])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

func amount(l minutes.Lang, f *fact.Figure) string {
	n := func(v int64) string { return number(int(v)) }
	switch {
	case f.Min == nil && f.Max == nil:
		return "?"
	case f.Max == nil:
		return word(l, "more-than") + " " + n(*f.Min)
	case f.Min == nil || *f.Min == 0 && *f.Max > 0:
		return word(l, "up-to") + " " + n(*f.Max)
	case *f.Min == *f.Max:
		return n(*f.Min)
	}
	return n(*f.Min) + "–" + n(*f.Max)
}

func meetingName(l minutes.Lang, kind string, ordinal int) string {
	if kind == "" {
		kind = "meeting"
	}
	if ordinal > 0 {
		if kind == "round" {
			kind = "nth-round"
		}
		return word(l, kind) + " " + strconv.Itoa(ordinal)
	}
	return word(l, kind)
}

func joinDays(a, b string) string {
	if unresolved(b) {
		b = ""
	}
	if unresolved(a) {
		a, b = b, ""
	}
	if b == "" || a == b {
		return a
	}
	return a + "/" + b
}

// lines words facts and puts the earliest evidence's day first where the fact
// has none of its own.
func lines(l minutes.Lang, fs []*record.Fact) []line {
	out := make([]line, 0, len(fs))
	for _, f := range fs {
		if len(f.Evidence) > 0 {
			out = append(out, lineOf(l, f))
		}
	}
	return out
}

// told is the day on which the earliest source of a fact appeared, "" unknown.
func told(f *record.Fact) string { return f.Evidence[0].Article.Published.Day() }

// speakers groups lines by who speaks, in the order of the first of each.
func speakers(ls []line) []group {
	var out []group
	for _, n := range ls {
		k := slices.IndexFunc(out, func(g group) bool { return g.Who.Name == n.Who.Name })
		if k < 0 {
			k = len(out)
			out = append(out, group{Who: n.Who})
		}
		out[k].Lines = append(out[k].Lines, n)
	}
	return out
}

// group is the lines of one party.
type group struct {
	Who   party
	Lines []line
}
