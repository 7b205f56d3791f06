package record

import "mahdar/fact"

// settle says which meeting of the article each other finding belongs to: the
// one whose evidence it shares words with, else the article's chief meeting.
func settle(r *fact.Reading, meetings, all []Finding) {
	chief := chiefMeeting(r, meetings)
	for i := range all {
		f := &all[i]
		switch f.Fact.Kind {
		case Statements, Commitments, Demands, Ceasefires, Figures:
		default:
			continue
		}
		at := chief
		for j := range meetings {
			if touches(r.Meetings[j], f.Body) {
				at = round(r, meetings, j)
				break
			}
		}
		if at >= 0 {
			f.About = meetings[at].Fact
			f.Process = meetings[at].Process
		}
	}
}

// round is the numbered round that meeting j is a sitting of, else j.
func round(r *fact.Reading, ms []Finding, j int) int {
	if r.Meetings[j].Kind != "session" || ms[j].Ordinal > 0 || ms[j].Process == "" {
		return j
	}
	for i := range ms {
		if ms[i].Ordinal > 0 && ms[i].Process == ms[j].Process && touch(&r.Meetings[i], &r.Meetings[j]) {
			return i
		}
	}
	return j
}

// touches reports whether the finding's chief words stand in m's evidence.
func touches(m fact.Meeting, body any) bool {
	ss := Spans(body)
	if len(ss) == 0 {
		return false
	}
	for _, e := range join(m.Evidence, m.Outcome, m.Agenda) {
		if e.Overlaps(ss[0]) {
			return true
		}
	}
	return false
}

// chiefMeeting is the index of the meeting that the article is about, -1 for
// none: of a process before others, with the article's day in it or near
// before far, with a number before without, the earlier told before the later.
func chiefMeeting(r *fact.Reading, ms []Finding) int {
	best, score := -1, -1
	day := r.Published.Day()
	for i, m := range ms {
		s := 0
		if m.Process != "" {
			s += 8
		}
		if day != "" && m.First != "" {
			last := m.Last
			if last == "" {
				last = m.First
			}
			switch d := distance(day, m.First, last); {
			case d == 0:
				s += 6
			case d <= 3:
				s += 4
			case d <= 14:
				s += 1
			}
		}
		if m.Ordinal > 0 {
			s += 2
		}
		if b := r.Meetings[i]; b.Kind == "round" || b.Kind == "conference" {
			s++
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}
