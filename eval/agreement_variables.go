package eval

import (
	"slices"
	"strings"
)

// Participants is the layer of those at meetings that coders have in common;
// only Agreement measures it by itself.
const Participants Layer = "participants"

// variable is something that coders code of each item of a layer.
type variable struct {
	layer  Layer
	name   string
	metric Metric
	// told is what stands for an item of which the coder says nothing: "" where
	// that means uncoded, none where it is a code of its own.
	untold string
	same   func(a, b string) bool // nil for equal codes
	of     func(gold any) string
}

const none = "none"

// of is the code of an item whose gold is a T.
func of[T any](code func(T) string) func(gold any) string {
	return func(gold any) string { return code(gold.(T)) }
}

// variables are what a gold record codes, in the order of its fields.
func variables() []variable {
	return []variable{
		{Mentions, "type", Nominal, "", nil, of(func(m GoldMention) string { return m.Type })},
		{Mentions, "name", Nominal, "", sameName, of(func(m GoldMention) string { return m.Name })},
		{Dates, "value", Nominal, "", nil, of(func(d GoldDate) string { return scored(d.Value) })},
		{Statements, "speaker", Nominal, "", sameName, of(func(s GoldStatement) string { return s.Name })},
		{Statements, "kind", Nominal, "", nil, of(func(s GoldStatement) string { return s.Kind })},
		{Statements, "via", Nominal, none, sameRelays, of(func(s GoldStatement) string { return strings.Join(s.Via, relaySeparator) })},
		{Statements, "mode", Nominal, "", nil, of(func(s GoldStatement) string { return s.Mode })},
		{Statements, "act", Nominal, "", nil, of(func(s GoldStatement) string { return s.Act })},
		{Statements, "target", Nominal, none, sameName, of(func(s GoldStatement) string { return s.Target })},
		{Meetings, "process", Nominal, none, nil, of(func(m GoldMeeting) string { return m.Process })},
		{Meetings, "ordinal", Interval, "", nil, of(goldOrdinal)},
		{Meetings, "kind", Nominal, none, nil, of(func(m GoldMeeting) string { return m.Kind })},
		{Meetings, "status", Nominal, none, nil, of(func(m GoldMeeting) string { return m.Status })},
		{Meetings, "place", Nominal, none, sameName, of(func(m GoldMeeting) string { return m.Place })},
		{Meetings, "start", Nominal, none, nil, of(func(m GoldMeeting) string { return m.Start })},
		{Meetings, "end", Nominal, none, nil, of(func(m GoldMeeting) string { return m.End })},
		{Participants, "role", Nominal, none, nil, of(func(p GoldParticipant) string { return p.Role })},
		{Participants, "attendance", Nominal, none, nil, of(func(p GoldParticipant) string { return p.Attendance })},
		{Commitments, "status", Nominal, "", nil, of(func(c GoldCommitment) string { return c.Status })},
		{Commitments, "by", Nominal, none, sameName, of(func(c GoldCommitment) string { return c.By })},
		{Demands, "answer", Nominal, "", nil, of(func(d GoldDemand) string { return d.Answer })},
		{Demands, "by", Nominal, none, sameName, of(func(d GoldDemand) string { return d.By })},
		{Demands, "of", Nominal, none, sameName, of(func(d GoldDemand) string { return d.Of })},
		{Ceasefires, "event", Nominal, "", nil, of(func(c GoldCeasefire) string { return c.Event })},
		{Ceasefires, "date", Nominal, none, nil, of(func(c GoldCeasefire) string { return c.Date })},
		{Ceasefires, "place", Nominal, none, sameName, of(func(c GoldCeasefire) string { return c.Place })},
		{Figures, "min", Ratio, "", nil, of(func(f GoldFigure) string { return bound(f.Min) })},
		{Figures, "max", Ratio, "", nil, of(func(f GoldFigure) string { return bound(f.Max) })},
		{Figures, "unit", Nominal, none, nil, of(func(f GoldFigure) string { return f.Unit })},
		{Incidents, "type", Nominal, "", nil, of(func(i GoldIncident) string { return i.Type })},
		{Incidents, "date", Nominal, none, nil, of(func(i GoldIncident) string { return i.Date })},
		{Incidents, "place", Nominal, none, sameName, of(func(i GoldIncident) string { return i.Place })},
	}
}

const relaySeparator = " ← "

func sameRelays(a, b string) bool {
	return sameVia(strings.Split(a, relaySeparator), strings.Split(b, relaySeparator))
}

// code is what the coder says of x.
func (v *variable) code(x *item) string {
	if s := v.of(x.gold); s != "" {
		return s
	}
	return v.untold
}

// codes are the codes that coders give one item, "" for those who lack it.
// Codes that count as the same become the fullest of them, so that it makes no
// difference who comes first.
func (v *variable) codes(items []*item) []string {
	out := make([]string, len(items))
	for i, x := range items {
		if x != nil {
			out[i] = v.code(x)
		}
	}
	if v.same == nil {
		return out
	}
	fullest := slices.Clone(out)
	for i, a := range out {
		for _, b := range out {
			if a != "" && a != v.untold && b != "" && b != v.untold && fuller(b, fullest[i]) && v.same(a, b) {
				fullest[i] = b
			}
		}
	}
	return fullest
}

// fuller orders names: the longer one, or of two as long the later in order.
func fuller(a, b string) bool { return len(a) > len(b) || len(a) == len(b) && a > b }
