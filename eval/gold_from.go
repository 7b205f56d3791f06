package eval

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/text"
)

// Gold is a reading as a gold record: every finding as the words that it
// stands on and, where they stand more than once, which of their occurrences
// it is. Its layers are all marked, its lines end with a line feed alone.
//
// A record holds less than a reading. An item whose act, status, answer, event
// or type a record has no value for is left out, as is a time that is not EDTF
// of the record's kind. Words in several places become one stretch from the
// first to the last, or the longest where what lies between is longer than the
// words; evidence is the first of its places. Commitments, demands, meetings,
// ceasefires and incidents have no N: their words mean the first occurrence,
// so evidence is lengthened in its line until its first occurrence is the one
// meant, and content, which says what was undertaken, stays as it is. A
// publication day that only follows from other articles is left out.
func Gold(r *fact.Reading) GoldRecord {
	b := goldBuilder{src: r.Text, layers: map[string]goldLayer{}}
	for _, l := range goldLayers() {
		b.layers[l.name] = l
	}
	g := GoldRecord{Doc: docName(r.Source.Path), PublishedBasis: string(text.Unknown), Title: b.recorded(r.Title.In(r.Text)),
		Boilerplate: b.boilerplate(r.Blocks),
		Mentions:    []GoldMention{}, Dates: []GoldDate{}, Statements: []GoldStatement{}, Meetings: []GoldMeeting{}, Commitments: []GoldCommitment{},
		Demands: []GoldDemand{}, Ceasefires: []GoldCeasefire{}, Figures: []GoldFigure{}, Incidents: []GoldIncident{}}
	if (r.Published.Basis == text.Stated || r.Published.Basis == text.Given) && r.Published.EDTF != "" {
		g.Published, g.PublishedBasis = r.Published.EDTF, string(r.Published.Basis)
	}
	for _, m := range r.Mentions {
		if words, n := b.place(m.Span); words != "" && b.allows("mentions", "type", string(m.Type)) {
			g.Mentions = append(g.Mentions, GoldMention{words, n, string(m.Type), m.Name})
		}
	}
	for _, d := range r.Dates {
		if words, n := b.place(d.Span); words != "" {
			value := edtfOf(d.EDTF)
			if value == "" && strings.HasPrefix(d.Form, "XXXX") {
				value = edtfOf(d.Form)
			}
			g.Dates = append(g.Dates, GoldDate{words, n, value})
		}
	}
	for _, s := range r.Statements {
		if words, n := b.place(stretch(s.Content)); words != "" && b.allows("statements", "act", s.Act) {
			g.Statements = append(g.Statements, b.statement(s, words, n))
		}
	}
	b.talks(&g, r)
	for _, f := range r.Figures {
		if words, n := b.place(f.Span); words != "" {
			g.Figures = append(g.Figures, GoldFigure{words, n, float(f.Min), float(f.Max), f.Unit, f.Source})
		}
	}
	return g
}

// docName is NAME for a path that ends in NAME.txt.
func docName(p string) string {
	base := path.Base(strings.ReplaceAll(p, `\`, "/"))
	if base == "." || base == "/" {
		return ""
	}
	return strings.TrimSuffix(base, path.Ext(base))
}

// edtfOf is an EDTF value that a record may have, or "".
func edtfOf(value string) string {
	if edtf.MatchString(value) {
		return value
	}
	return ""
}

type goldBuilder struct {
	src    string
	layers map[string]goldLayer
}

// recorded is words of the article as records write them, where they can be
// found again so: not in an article that ends its lines now so and now so.
func (b *goldBuilder) recorded(words string) string {
	if out := strings.ReplaceAll(words, "\r\n", "\n"); asIn(b.src, out) == words {
		return out
	}
	return words
}

func (b *goldBuilder) allows(layer, key, value string) bool {
	return slices.Contains(b.layers[layer].allowed[key], value)
}

// only is value where a record may have it, or "".
func (b *goldBuilder) only(layer, key, value string) string {
	if b.allows(layer, key, value) {
		return value
	}
	return ""
}

// place is the words under s and which of their plain, non-overlapping
// occurrences they are: 0 for the only one. Where s straddles two occurrences
// it is the one that begins before s.
func (b *goldBuilder) place(s text.Span) (words string, n int) {
	words = s.In(b.src)
	if words == "" {
		return "", 0
	}
	for at := 0; ; {
		i := strings.Index(b.src[at:], words)
		if i < 0 || at+i > s.Start {
			break
		}
		n++
		at += i + len(words)
	}
	if n = max(n, 1); n == 1 && !strings.Contains(b.src[min(s.End, len(b.src)):], words) {
		n = 0
	}
	return b.recorded(words), n
}

// stretch makes one span of several.
func stretch(spans []text.Span) text.Span {
	var all, longest text.Span
	words := 0
	for _, s := range spans {
		all = all.Union(s)
		words += s.Len()
		if s.Len() > longest.Len() {
			longest = s
		}
	}
	if all.Len() > 2*words {
		return longest
	}
	return all
}

// maxEvidence is how many bytes evidence may grow to.
const maxEvidence = 600

// evidence is the words of the first place, lengthened by words of the same
// line, after and before in turn, until their first occurrence is that place.
func (b *goldBuilder) evidence(spans []text.Span) string {
	if len(spans) == 0 {
		return ""
	}
	s := spans[0]
	words := s.In(b.src)
	if words == "" || strings.Index(b.src, words) == s.Start {
		return words
	}
	line := text.Span{Start: strings.LastIndexByte(b.src[:s.Start], '\n') + 1, End: len(b.src)}
	if i := strings.IndexByte(b.src[s.End:], '\n'); i >= 0 {
		line.End = s.End + i
	}
	for grown := s; grown.Len() <= maxEvidence && (grown.Start > line.Start || grown.End < line.End); {
		grown.End = wordEnd(b.src, grown.End, line.End)
		if strings.Index(b.src, grown.In(b.src)) == grown.Start {
			return grown.In(b.src)
		}
		grown.Start = wordStart(b.src, grown.Start, line.Start)
		if strings.Index(b.src, grown.In(b.src)) == grown.Start {
			return grown.In(b.src)
		}
	}
	return words
}

// wordEnd is where the word after at ends, or end.
func wordEnd(src string, at, end int) int {
	seen := false
	for at < end {
		r, w := utf8.DecodeRuneInString(src[at:])
		if blank(r) && seen {
			break
		}
		seen = seen || !blank(r)
		at += w
	}
	return at
}

// wordStart is where the word before at begins, or start.
func wordStart(src string, at, start int) int {
	seen := false
	for at > start {
		r, w := utf8.DecodeLastRuneInString(src[:at])
		if blank(r) && seen {
			break
		}
		seen = seen || !blank(r)
		at -= w
	}
	return at
}

// boilerplate is the stretches left out, neighbours joined. A stretch whose
// words stood before takes in the blanks around it, which do not count, so
// that its first occurrence is the one meant.
func (b *goldBuilder) boilerplate(blocks []fact.Block) []string {
	out := []string{}
	add := func(s text.Span) {
		words := s.In(b.src)
		if words == "" {
			return
		}
		if strings.Index(b.src, words) != s.Start {
			wide := text.Span{Start: len(strings.TrimRightFunc(b.src[:s.Start], blank)), End: len(b.src) - len(strings.TrimLeftFunc(b.src[s.End:], blank))}
			words = wide.In(b.src)
		}
		out = append(out, b.recorded(words))
	}
	var open text.Span
	for _, k := range blocks {
		switch {
		case k.Kind != fact.Boilerplate:
		case !open.Empty() && open.End <= k.Start && strings.TrimFunc(b.src[open.End:k.Start], blank) == "":
			open.End = max(open.End, k.End)
		default:
			add(open)
			open = k.Span
		}
	}
	add(open)
	return out
}

func (b *goldBuilder) statement(s fact.Statement, words string, n int) GoldStatement {
	out := GoldStatement{Content: words, N: n, Cue: b.recorded(s.Cue.In(b.src)), Speaker: b.recorded(s.Speaker.In(b.src)), Name: s.Name,
		Kind: b.only("statements", "kind", s.Kind), Mode: b.only("statements", "mode", s.Mode), Act: s.Act, Target: s.Target}
	for _, v := range s.Via {
		out.Via = append(out.Via, v.Name)
	}
	return out
}

// talks adds the layers whose items have no N.
func (b *goldBuilder) talks(g *GoldRecord, r *fact.Reading) {
	for _, m := range r.Meetings {
		g.Meetings = append(g.Meetings, b.meeting(m))
	}
	for _, c := range r.Commitments {
		if words := b.recorded(stretch(c.Content).In(b.src)); words != "" && b.allows("commitments", "status", c.Status) {
			g.Commitments = append(g.Commitments, GoldCommitment{c.By, c.To, words, c.Status, c.AllegedBy})
		}
	}
	for _, d := range r.Demands {
		if words := b.recorded(stretch(d.Content).In(b.src)); words != "" && b.allows("demands", "answer", d.Answer) {
			g.Demands = append(g.Demands, GoldDemand{d.By, d.Of, words, d.Answer})
		}
	}
	for _, c := range r.Ceasefires {
		if b.allows("ceasefires", "event", c.Event) {
			g.Ceasefires = append(g.Ceasefires, GoldCeasefire{c.Event, c.Parties, c.Guarantors, edtfOf(c.Date), c.Place, b.recorded(b.evidence(c.Evidence))})
		}
	}
	for _, i := range r.Incidents {
		if b.allows("incidents", "type", i.Type) {
			g.Incidents = append(g.Incidents, GoldIncident{i.Type, i.Actor, i.Recipient, edtfOf(i.Date), i.Place, b.recorded(b.evidence(i.Evidence))})
		}
	}
}

func (b *goldBuilder) meeting(m fact.Meeting) GoldMeeting {
	out := GoldMeeting{Process: m.Process, Kind: b.only("meetings", "kind", m.Kind), Status: b.only("meetings", "status", m.Status),
		Place: m.Place, Start: edtfOf(m.Start), End: edtfOf(m.End), Evidence: b.recorded(b.evidence(m.Evidence))}
	if m.Ordinal != 0 {
		n := m.Ordinal
		out.Ordinal = &n
	}
	values := participantValues()
	for _, p := range m.Participants {
		q := GoldParticipant{Name: p.Name, Size: p.Size}
		if slices.Contains(values[0].allowed, p.Role) {
			q.Role = p.Role
		}
		if slices.Contains(values[1].allowed, p.Attendance) {
			q.Attendance = p.Attendance
		}
		out.Participants = append(out.Participants, q)
	}
	for _, s := range m.Agenda {
		out.Agenda = append(out.Agenda, b.recorded(s.In(b.src)))
	}
	for _, s := range m.Outcome {
		out.Outcome = append(out.Outcome, b.recorded(s.In(b.src)))
	}
	return out
}
