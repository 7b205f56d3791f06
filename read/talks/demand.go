package talks

import (
	"mahdar/fact"
	"mahdar/text"
)

// demand is what one side requires of another.
type demand struct {
	by, of  string
	content []span
	answer  string
	manner  string
	rule    string
	at      int
}

// demands takes the statements that ask for something.
func (r *reader) demands() {
	for k := range r.said {
		s := &r.said[k]
		if s.Act != "demand" || s.content.last-s.content.first < 2 {
			continue
		}
		d := demand{by: s.Name, of: s.Target, content: []span{s.content}, answer: "none", rule: "talks.demand", at: s.content.first}
		r.wants = append(r.wants, d)
	}
}

func (r *reader) emitDemands() {
	for _, d := range r.wants {
		f := fact.Demand{By: d.by, Of: d.of, Answer: d.answer, Manner: d.manner, Rule: d.rule}
		f.Content = r.spans(d.content)
		r.p.Reading.Demands = append(r.p.Reading.Demands, f)
	}
}

// spans are the source spans of token ranges.
func (r *reader) spans(list []span) []text.Span {
	out := make([]text.Span, 0, len(list))
	for _, s := range list {
		if b := r.bytes(s); !b.Empty() {
			out = append(out, b)
		}
	}
	return out
}
