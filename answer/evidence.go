package answer

import (
	"encoding/json"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/text"
)

// Span is a place in the text of an article.
type Span struct {
	Start int    `json:"start" doc:"First code point, counted from 0 in the article's text"`
	End   int    `json:"end" doc:"Code point after the last"`
	Exact string `json:"exact" doc:"The words there, letter for letter"`
}

// Source says which article something stands in.
type Source struct {
	ID        string `json:"article" doc:"Id of the article, sha256:…"`
	Outlet    string `json:"outlet" doc:"Who carries it: the outlet told, else the site of its address, else its file"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty" doc:"Day of publication, EDTF; absent where it is not known"`
	Basis     string `json:"basis" doc:"How the day became known: stated, given, inferred, unknown"`
}

// Relay is one link of a chain of attribution.
type Relay struct {
	Name string `json:"name"`
	Span *Span  `json:"span,omitempty"`
}

// Evidence is one finding of a fact: where it stands, in which words, through
// whom it came, and the rule that found it.
type Evidence struct {
	Source  Source          `json:"source"`
	Spans   []Span          `json:"spans" doc:"The words that it rests on, the chief ones first; all verbatim"`
	Prefix  string          `json:"prefix,omitempty" doc:"What stands before the first span"`
	Suffix  string          `json:"suffix,omitempty" doc:"What stands after the first span"`
	Chain   []Relay         `json:"chain,omitempty" doc:"Through whom the words came, outermost first"`
	Rule    string          `json:"rule,omitempty" doc:"The rule that found it"`
	Entry   string          `json:"entry,omitempty" doc:"The lexicon entry that opened it"`
	About   string          `json:"about,omitempty" doc:"Id of the meeting that it belongs to"`
	Finding json.RawMessage `json:"finding,omitempty" doc:"The finding as mahdar.reading/1 has it"`
}

// around is how many code points a prefix and a suffix have at most.
const around = 40

// pen writes places of articles; it counts code points once an article.
type pen struct {
	lang minutes.Lang
	desk *Desk
	raw  bool // with the findings as they were read
	off  map[*record.Article]*text.Offsets
}

func (d *Desk) pen(l minutes.Lang, raw bool) *pen {
	return &pen{lang: l, desk: d, raw: raw, off: map[*record.Article]*text.Offsets{}}
}

func (p *pen) offsets(a *record.Article) *text.Offsets {
	o := p.off[a]
	if o == nil {
		o = text.NewOffsets(a.Text)
		p.off[a] = o
	}
	return o
}

func (p *pen) span(a *record.Article, s text.Span) Span {
	out := Span{Exact: s.In(a.Text)}
	out.Start, out.End = p.offsets(a).Points(s)
	return out
}

func (p *pen) maybe(a *record.Article, s text.Span) *Span {
	if s.In(a.Text) == "" {
		return nil
	}
	out := p.span(a, s)
	return &out
}

func (p *pen) spans(a *record.Article, ss []text.Span) []Span {
	out := make([]Span, 0, len(ss))
	for _, s := range ss {
		if s.In(a.Text) != "" {
			out = append(out, p.span(a, s))
		}
	}
	return out
}

func sourceOf(a *record.Article) Source {
	s := Source{ID: a.ID, Outlet: a.Outlet(), Title: a.Title, URL: a.Source.Canonical, Published: a.Published.EDTF, Basis: string(a.Published.Basis)}
	if s.URL == "" {
		s.URL = a.Source.URL
	}
	if s.Title == "" {
		s.Title = a.Source.Title
	}
	return s
}

// evidence is one finding of a fact.
func (p *pen) evidence(e record.Evidence) Evidence {
	a := e.Article
	spans := record.Spans(e.Body)
	out := Evidence{Source: sourceOf(a), Spans: p.spans(a, spans), Rule: record.RuleOf(e.Body), About: e.About.String()}
	if len(spans) > 0 {
		out.Prefix, out.Suffix = beside(a.Text, spans[0])
	}
	if s, ok := e.Body.(*fact.Statement); ok {
		out.Entry = s.Entry
		for _, v := range s.Via {
			out.Chain = append(out.Chain, Relay{v.Name, p.maybe(a, v.Span)})
		}
	}
	if p.raw {
		out.Finding = p.finding(a, e.Body)
	}
	return out
}

// finding is a body as the public contract has it; nil where it has none.
func (p *pen) finding(a *record.Article, body any) json.RawMessage {
	if s, ok := body.(*record.Sighting); ok {
		body = &s.Actor
	}
	b, err := fact.MarshalFinding(a.Text, p.offsets(a), body)
	if err != nil {
		return nil
	}
	return b
}

// beside is what stands on both sides of s, cut at whole letters.
func beside(src string, s text.Span) (before, after string) {
	if s.In(src) == "" {
		return "", ""
	}
	from, to := s.Start, s.End
	for range around {
		_, n := utf8.DecodeLastRuneInString(src[:from])
		from -= n
		_, n = utf8.DecodeRuneInString(src[to:])
		to += n
	}
	return src[from:s.Start], src[s.End:to]
}
