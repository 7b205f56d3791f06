package talks

import "mahdar/fact"

// bind is what a side has bound itself to, or what is said of keeping it.
type bind struct {
	by, to  string
	content []span
	status  string
	alleged string
	rule    string
}

// commitments takes the statements in which a side binds itself.
func (r *reader) commitments() {
	for k := range r.said {
		s := &r.said[k]
		if s.Act == "pledge" {
			r.binds = append(r.binds, bind{by: s.Name, to: s.Target, content: []span{s.content}, status: "made", rule: "talks.pledge"})
		}
	}
}

func (r *reader) emitBinds() {
	for _, b := range r.binds {
		f := fact.Commitment{By: b.by, To: b.to, Status: b.status, AllegedBy: b.alleged, Rule: b.rule}
		f.Content = r.spans(b.content)
		r.p.Reading.Commitments = append(r.p.Reading.Commitments, f)
	}
}
