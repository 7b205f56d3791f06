package eval

import (
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// Layer names a part of a record that is scored by itself.
type Layer string

// The layers of records, then the figures that are measured on matched items.
const (
	Body        Layer = "body"
	Mentions    Layer = "mentions"
	Dates       Layer = "dates"
	DateSpans   Layer = "datespans"
	Statements  Layer = "statements"
	Attributed  Layer = "attributed"
	Full        Layer = "full"
	Meetings    Layer = "meetings"
	Commitments Layer = "commitments"
	Demands     Layer = "demands"
	Ceasefires  Layer = "ceasefires"
	Figures     Layer = "figures"
	Incidents   Layer = "incidents"
	Names       Layer = "names"
	Via         Layer = "via"
	Act         Layer = "act"
	Mode        Layer = "mode"
)

// Layers are all layers in the order of the table.
func Layers() []Layer {
	return []Layer{Body, Mentions, Dates, DateSpans, Statements, Attributed, Full, Meetings, Commitments, Demands, Ceasefires, Figures, Incidents,
		Names, Via, Act, Mode}
}

// untold is the label of an item whose record does not tell it; no record can.
const untold = "\x00"

// item is a finding or a gold item in the form that is compared.
type item struct {
	pos   letters
	span  text.Span // the first place
	found bool      // its words stand in the article
	name  string    // of mentions and statements
	label string    // type, act, status, answer, event: what the layer goes by
	mode  string
	value string // of dates
	via   []string
	min   *float64
	max   *float64
	slots []slot // of meetings
	rule  string // that read it

	gold any // GoldStatement and the like, where it came from a record
}

// slot is one thing told of a meeting.
type slot struct {
	key, value       string
	role, attendance string // of participants
}

// marks is what one side says of an article.
type marks struct {
	src     string
	at      ordinals
	dropped []text.Span // boilerplate
	reasons []string    // of dropped, where known
	absent  bool        // there is no reading: nothing is kept as article
	items   map[Layer][]item
	marked  map[Layer]bool // layers that were marked at all; Body stands for boilerplate
}

func newMarks(src string, at ordinals) *marks {
	return &marks{src: src, at: at, items: map[Layer][]item{}, marked: map[Layer]bool{}}
}

// asIn is words of a gold record as they stand in src: records end lines with
// a line feed alone, articles that came from elsewhere may end them otherwise.
func asIn(src, words string) string {
	if strings.Contains(words, "\n") && !strings.Contains(words, "\r") && strings.Contains(src, "\r\n") && !strings.Contains(src, words) {
		return strings.ReplaceAll(words, "\n", "\r\n")
	}
	return words
}

// occurrence is the place of the n-th plain, non-overlapping occurrence of s.
func occurrence(src, s string, n int) (text.Span, bool) {
	start := 0
	for n = max(n, 1); ; n-- {
		i := strings.Index(src[min(start, len(src)):], s)
		if i < 0 {
			return text.Span{}, false
		}
		start += i
		if n == 1 {
			return text.Span{Start: start, End: start + len(s)}, true
		}
		start += len(s)
		if s == "" {
			return text.Span{}, true
		}
	}
}

// put adds an item that stands where words stand for the n-th time.
func (m *marks) put(l Layer, words string, n int, it item) {
	if words != "" {
		it.span, it.found = occurrence(m.src, asIn(m.src, words), n)
	}
	if it.found {
		it.pos = m.at.of(it.span)
	}
	m.items[l] = append(m.items[l], it)
}

// set adds an item that stands at spans.
func (m *marks) set(l Layer, spans []text.Span, it item) {
	it.pos = m.at.of(spans...)
	if len(spans) > 0 {
		it.span, it.found = spans[0], true
	}
	m.items[l] = append(m.items[l], it)
}

// told is the label s, untold where it is "".
func told(s string) string {
	if s == "" {
		return untold
	}
	return s
}

// markGold brings a gold record into the form that is compared.
func markGold(g *GoldRecord, src string, at ordinals) *marks {
	m := newMarks(src, at)
	for l, yes := range map[Layer]bool{Body: g.Boilerplate != nil, Mentions: g.Mentions != nil, Dates: g.Dates != nil, Statements: g.Statements != nil,
		Meetings: g.Meetings != nil, Commitments: g.Commitments != nil, Demands: g.Demands != nil, Ceasefires: g.Ceasefires != nil,
		Figures: g.Figures != nil, Incidents: g.Incidents != nil} {
		m.marked[l] = yes
	}
	for _, b := range g.Boilerplate {
		if s, ok := occurrence(src, asIn(src, b), 1); ok {
			m.dropped = append(m.dropped, s)
		}
	}
	for _, x := range g.Mentions {
		m.put(Mentions, x.Text, x.N, item{name: x.Name, label: told(x.Type), gold: x})
	}
	for _, x := range g.Dates {
		m.put(Dates, x.Text, x.N, item{value: x.Value, gold: x})
	}
	for _, x := range g.Statements {
		m.put(Statements, x.Content, x.N, item{name: x.Name, label: told(x.Act), mode: told(x.Mode), via: x.Via, gold: x})
	}
	for _, x := range g.Meetings {
		m.put(Meetings, x.Evidence, 1, item{slots: goldSlots(x), name: goldMeetingName(x), label: told(x.Status), gold: x})
	}
	for _, x := range g.Commitments {
		m.put(Commitments, x.Content, 1, item{label: told(x.Status), gold: x})
	}
	for _, x := range g.Demands {
		m.put(Demands, x.Content, 1, item{label: told(x.Answer), gold: x})
	}
	for _, x := range g.Ceasefires {
		m.put(Ceasefires, x.Evidence, 1, item{label: told(x.Event), gold: x})
	}
	for _, x := range g.Figures {
		m.put(Figures, x.Text, x.N, item{min: x.Min, max: x.Max, gold: x})
	}
	for _, x := range g.Incidents {
		m.put(Incidents, x.Evidence, 1, item{label: told(x.Type), gold: x})
	}
	return m
}

// markReading brings a reading into the form that is compared.
func markReading(r *fact.Reading, at ordinals) *marks {
	m := newMarks(r.Text, at)
	for _, b := range r.Blocks {
		if b.Kind == fact.Boilerplate {
			m.dropped, m.reasons = append(m.dropped, b.Span), append(m.reasons, b.Reason)
		}
	}
	for _, x := range r.Mentions {
		m.set(Mentions, []text.Span{x.Span}, item{name: x.Name, label: string(x.Type), rule: x.Rule})
	}
	for _, x := range r.Dates {
		m.set(Dates, []text.Span{x.Span}, item{value: x.EDTF, rule: x.Rule})
	}
	for _, x := range r.Statements {
		it := item{name: x.Name, label: x.Act, mode: x.Mode, rule: x.Rule}
		for _, v := range x.Via {
			it.via = append(it.via, v.Name)
		}
		m.set(Statements, x.Content, it)
	}
	for _, x := range r.Meetings {
		m.set(Meetings, x.Evidence, item{slots: readSlots(x), name: readMeetingName(x), label: told(x.Status), rule: x.Rule})
	}
	for _, x := range r.Commitments {
		m.set(Commitments, x.Content, item{label: x.Status, rule: x.Rule})
	}
	for _, x := range r.Demands {
		m.set(Demands, x.Content, item{label: x.Answer, rule: x.Rule})
	}
	for _, x := range r.Ceasefires {
		m.set(Ceasefires, x.Evidence, item{label: x.Event, rule: x.Rule})
	}
	for _, x := range r.Figures {
		m.set(Figures, []text.Span{x.Span}, item{min: float(x.Min), max: float(x.Max), rule: x.Rule})
	}
	for _, x := range r.Incidents {
		m.set(Incidents, x.Evidence, item{label: x.Type, rule: x.Rule})
	}
	return m
}

func float(n *int64) *float64 {
	if n == nil {
		return nil
	}
	f := float64(*n)
	return &f
}

// plainSlots are the slots of a meeting's own fields that are told.
func plainSlots(process, ordinal, kind, status, start, end, place string) []slot {
	all := []slot{{key: "process", value: process}, {key: "ordinal", value: ordinal}, {key: "kind", value: kind}, {key: "status", value: status},
		{key: "start", value: start}, {key: "end", value: end}, {key: "place", value: place}}
	return slices.DeleteFunc(all, func(s slot) bool { return s.value == "" })
}

func goldSlots(m GoldMeeting) []slot {
	out := plainSlots(m.Process, goldOrdinal(m), m.Kind, m.Status, m.Start, m.End, m.Place)
	for _, p := range m.Participants {
		out = append(out, slot{"participant", p.Name, p.Role, p.Attendance})
	}
	return out
}

func goldOrdinal(m GoldMeeting) string {
	if m.Ordinal == nil {
		return ""
	}
	return strconv.Itoa(*m.Ordinal)
}

func readSlots(m fact.Meeting) []slot {
	out := plainSlots(m.Process, readOrdinal(m), m.Kind, m.Status, m.Start, m.End, m.Place)
	for _, p := range m.Participants {
		out = append(out, slot{"participant", p.Name, p.Role, p.Attendance})
	}
	return out
}

func readOrdinal(m fact.Meeting) string {
	if m.Ordinal == 0 {
		return ""
	}
	return strconv.Itoa(m.Ordinal)
}

func goldMeetingName(m GoldMeeting) string {
	return strings.Join(strings.Fields(strings.Join([]string{m.Process, goldOrdinal(m), m.Kind, m.Status}, " ")), " ")
}

func readMeetingName(m fact.Meeting) string {
	return strings.Join(strings.Fields(strings.Join([]string{m.Process, readOrdinal(m), m.Kind, m.Status}, " ")), " ")
}
