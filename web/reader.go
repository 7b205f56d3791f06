package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// partSize is how many bytes of an article one page shows.
const partSize = 48 << 10

// readerPage is an article with its findings marked.
type readerPage struct {
	Hex, Title, Outlet, Author string
	URL, Path                  string
	Published                  text.Published
	Bound                      *record.Bound
	Blocks                     []blockView
	Cards                      []card
	Layers                     []layerCount
	Part, Parts                int
	PartBefore, PartAfter      string
	Tried                      bool // not kept, read just now
	Keep                       *keepForm
	Focus                      string
	Left                       int // cards that are not shown on this part
}

type layerCount struct {
	Key layer
	N   int
}

// blockView is a block of the article, or what stands between blocks.
type blockView struct {
	Tag    string // h2, p, small
	Kind   fact.BlockKind
	Reason string // key, of what is left out
	Anchor string
	Runs   []run
}

// card is what is said of one finding.
type card struct {
	line
	Anchor     string // of the card in the page
	Layer      layer
	FactID     string // "" for names without a page and dates
	Start, End int    // code points
	Entry      string
	Note       string
	Citation   string
}

// showArticle is the reader.
func (s *Server) showArticle(v *visit) error {
	id := v.PathValue("id")
	if len(id) != 64 {
		return errNoPage
	}
	r, err := s.opt.Record.Reading(v.ctx(), "sha256:"+id)
	if err != nil {
		return err
	}
	a, err := s.opt.Record.Article(v.ctx(), "sha256:"+id)
	if err != nil {
		return err
	}
	p := s.reader(v, r, a, false)
	p.Hex = id
	if a.Published.Basis == text.Inferred || a.Published.EDTF == "" {
		b, err := s.opt.Record.Bound(v.ctx(), a.ID)
		if err != nil && !errors.Is(err, store.ErrUnknown) {
			return err
		}
		p.Bound = b
	}
	return s.render(v, 200, "article", titleWords(cmp.Or(p.Title, p.Outlet)), p)
}

// reader lays out a reading, all of it or the part that the visit asks for.
func (s *Server) reader(v *visit, r *fact.Reading, a *record.Article, whole bool) *readerPage {
	p := &readerPage{Title: headline(a), Outlet: clean(a.Outlet()), Author: clean(a.Source.Author), URL: cmp.Or(a.Source.Canonical, a.Source.URL), Path: clean(a.Source.Path), Published: a.Published, Focus: v.URL.Query().Get("fact")}
	m := newMarker(v.lang, r, a)
	m.findings(record.Findings(r))
	m.places()
	window := text.Span{End: len(r.Text)}
	if !whole {
		window = p.parts(v, r.Text, m)
	}
	p.Blocks = m.blocks(window)
	slices.SortStableFunc(m.cards, func(a, b card) int { return cmp.Or(a.Start-b.Start, depth(a.Layer)-depth(b.Layer)) })
	counts := map[layer]int{}
	for _, c := range m.cards {
		counts[c.Layer]++
		if m.shown[c.Anchor] {
			p.Cards = append(p.Cards, c)
		} else {
			p.Left++
		}
	}
	for _, k := range layers {
		if counts[k] > 0 || k == layerSpeaker && counts[layerStatement] > 0 {
			p.Layers = append(p.Layers, layerCount{k, counts[k]})
		}
	}
	return p
}

// parts finds the part of the text to show: the one asked for, or that of the
// fact asked for.
func (p *readerPage) parts(v *visit, src string, m *marker) text.Span {
	p.Parts = max(1, (len(src)+partSize-1)/partSize)
	n, err := strconv.Atoi(v.URL.Query().Get("part"))
	if err != nil || n < 1 {
		n = 1
		if at, ok := m.first[p.Focus]; ok {
			n = at/partSize + 1
		}
	}
	p.Part = min(n, p.Parts)
	at := func(part int) string {
		if part < 1 || part > p.Parts {
			return ""
		}
		q := url.Values{"part": {strconv.Itoa(part)}}
		return "?" + q.Encode()
	}
	p.PartBefore, p.PartAfter = at(p.Part-1), at(p.Part+1)
	w := text.Span{Start: (p.Part - 1) * partSize, End: min(len(src), p.Part*partSize)}
	w.Start, w.End = wordEdge(src, w.Start), wordEdge(src, w.End)
	return w
}

// wordEdge is the first place at or before b where no word is cut, or near it
// in a text that has no such place.
func wordEdge(src string, b int) int {
	if b <= 0 || b >= len(src) {
		return min(max(b, 0), len(src))
	}
	if i := strings.LastIndexAny(src[max(0, b-400):b], " \n\t"); i >= 0 {
		return max(0, b-400) + i + 1
	}
	for b < len(src) && src[b]&0xc0 == 0x80 {
		b++
	}
	return b
}

// marker gathers marks and cards of one reading.
type marker struct {
	lang  minutes.Lang
	r     *fact.Reading
	a     *record.Article
	off   *text.Offsets
	marks []marked
	cards []card
	first map[string]int  // fact id to byte
	shown map[string]bool // cards that a shown run opens
}

func newMarker(l minutes.Lang, r *fact.Reading, a *record.Article) *marker {
	return &marker{lang: l, r: r, a: a, off: text.NewOffsets(r.Text), first: map[string]int{}, shown: map[string]bool{}}
}

func (m *marker) mark(l layer, anchor string, spans ...text.Span) {
	for _, s := range spans {
		if s.In(m.r.Text) != "" {
			m.marks = append(m.marks, marked{widen(m.r.Text, s), l, anchor})
		}
	}
}

func (m *marker) findings(fs []record.Finding) {
	for i := range fs {
		f := &fs[i]
		spans := record.Spans(f.Body)
		if len(spans) == 0 {
			continue
		}
		c := card{line: bodyLine(m.lang, m.r.Text, f.Body), Anchor: f.Fact.String(), FactID: f.Fact.String()}
		if _, twice := m.first[c.FactID]; twice {
			c.Anchor += "-" + strconv.Itoa(i)
		} else {
			m.first[c.FactID] = spans[0].Start
		}
		c.Kind, c.ID = f.Fact.Kind.String(), f.Fact.String()
		switch b := f.Body.(type) {
		case *record.Sighting:
			continue // names are marked where they stand
		case *fact.Statement:
			c.Layer, c.Entry = layerStatement, b.Entry
			m.mark(layerStatement, c.Anchor, b.Content...)
			m.mark(layerSpeaker, c.Anchor, b.Speaker, b.Cue)
			for _, v := range b.Via {
				m.mark(layerSpeaker, c.Anchor, v.Span)
			}
		case *fact.Meeting:
			c.Layer = layerMeeting
			m.mark(layerMeeting, c.Anchor, spans...)
		case *fact.Commitment, *fact.Demand:
			c.Layer = layerClaim
			m.mark(layerClaim, c.Anchor, spans...)
		case *fact.Ceasefire, *fact.Incident:
			c.Layer = layerEvent
			m.mark(layerEvent, c.Anchor, spans...)
		case *fact.Figure:
			c.Layer = layerFigure
			m.mark(layerFigure, c.Anchor, b.Span)
		}
		c.Start, c.End = m.off.Points(spans[0])
		c.Citation = m.citation(c)
		m.cards = append(m.cards, c)
	}
}

// places marks dates, and names by whom they are.
func (m *marker) places() {
	for i, d := range m.r.Dates {
		c := card{Anchor: "d" + strconv.Itoa(i), Layer: layerDate}
		c.Kind, c.Rule, c.Quote = "date", d.Rule, clean(d.In(m.r.Text))
		c.Who.Name = date(m.lang, cmp.Or(d.EDTF, d.Form))
		c.more("basis", word(m.lang, "basis-"+d.Basis), false)
		c.Note = clean(d.Note)
		c.Start, c.End = m.off.Points(d.Span)
		m.mark(layerDate, c.Anchor, d.Span)
		m.cards = append(m.cards, c)
	}
	byName := map[string]int{}
	for _, n := range m.r.Mentions {
		key := n.Actor + "\x00" + n.Name
		at, ok := byName[key]
		if !ok {
			at = len(m.cards)
			byName[key] = at
			c := card{Anchor: "n" + strconv.Itoa(len(byName)), Layer: layerName}
			c.Kind, c.Rule, c.Who = "name", n.Rule, party{Name: clean(n.Name)}
			c.tag(m.lang, string(n.Type))
			if n.Type != fact.Location && n.Actor != "" {
				c.FactID = record.ActorID(n.Actor, "").String()
			}
			for _, a := range m.r.Actors {
				if a.ID == n.Actor && a.ID != "" {
					c.more("english", a.English, false)
					for _, o := range a.Offices {
						c.more("office", o, true)
					}
				}
			}
			c.Start, c.End = m.off.Points(n.Span)
			m.cards = append(m.cards, c)
		}
		m.mark(layerName, m.cards[at].Anchor, n.Span)
	}
}

// blocks cuts the window into blocks and these into runs. What lies between
// blocks is shown as it stands.
func (m *marker) blocks(window text.Span) []blockView {
	slices.SortStableFunc(m.marks, func(a, b marked) int { return a.Start - b.Start })
	var out []blockView
	at := window.Start
	add := func(s text.Span, b fact.Block) {
		s = text.Span{Start: max(s.Start, at), End: min(s.End, window.End)}
		if s.Empty() {
			return
		}
		at = s.End
		if strings.TrimSpace(s.In(m.r.Text)) == "" {
			return
		}
		v := blockView{Tag: "p", Kind: b.Kind, Anchor: b.Anchor, Runs: split(m.r.Text, s, m.within(s), m.shown)}
		switch b.Kind {
		case fact.Title, fact.Heading:
			v.Tag = "h2"
		case fact.Boilerplate:
			v.Tag, v.Reason = "small", b.Reason
		}
		out = append(out, v)
	}
	for _, b := range m.r.Blocks {
		if b.Start > at {
			add(text.Span{Start: at, End: b.Start}, fact.Block{Kind: fact.Paragraph})
		}
		add(b.Span, b)
	}
	add(text.Span{Start: at, End: window.End}, fact.Block{Kind: fact.Paragraph})
	return out
}

// within are the marks that overlap s. Marks are sorted by their start.
func (m *marker) within(s text.Span) []marked {
	end, _ := slices.BinarySearchFunc(m.marks, s.End, func(x marked, at int) int { return x.Start - at })
	var out []marked
	for _, x := range m.marks[:end] {
		if x.Overlaps(s) {
			out = append(out, x)
		}
	}
	return out
}

// citation is what somebody pastes into a paper: the words, who said them,
// where and when, and the place that can be checked.
func (m *marker) citation(c card) string {
	var b strings.Builder
	fmt.Fprintf(&b, "«%s»", c.Quote)
	if c.Who.Name != "" && c.Kind == "statement" {
		fmt.Fprintf(&b, " — %s", c.Who.Name)
	}
	for _, x := range []string{clean(m.a.Outlet()), headline(m.a), date(m.lang, m.a.Published.EDTF), outward(cmp.Or(m.a.Source.Canonical, m.a.Source.URL))} {
		if x != "" {
			fmt.Fprintf(&b, "%s%s", word(m.lang, "comma"), x)
		}
	}
	fmt.Fprintf(&b, " [%s, %d–%d]", c.FactID, c.Start, c.End)
	return b.String()
}
