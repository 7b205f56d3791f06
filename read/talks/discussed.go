package talks

import (
	"strings"

	"mahdar/lexicon"
)

// discussed reads «بحث X مع Y …», which is a meeting where مع follows.
func (r *reader) discussed(m *meeting, d *deed) bool {
	p := r.p
	lim, phoned := m.clause.last, false
	for k := d.next; k < lim && k < d.next+12; k++ {
		if r.class(k) == lexicon.TalkMeeting {
			return false
		}
		m.when(p.Date(k))
		r.placeAt(m, k)
		phoned = phoned || p.Word(k) == "هاتفيا"
		if p.Word(k) != "مع" {
			continue
		}
		other, end := r.parties(k+1, lim)
		if len(other) == 0 || len(d.subject) == 0 || other[0].kind == 'l' || k > d.next && strings.HasSuffix(p.Word(k-1), "ات") {
			return false
		}
		m.kind = "bilateral"
		if phoned {
			m.kind = "call"
		}
		m.addAll(d.subject, "", "")
		m.addAll(other, "", "")
		a := span{d.next, k}
		from := end
		if c, _ := r.is(end+1, lexicon.TalkMeeting); c == "call" && during(p.Word(end)) {
			m.kind, from = "call", end+2 // بحث سالم مع نادر في اتصال هاتفي الوضع
			if phone(r.stem(from)) {
				from++
			}
		}
		if k-d.next < 3 {
			a = span{from, min(lim, end+12)}
		}
		m.agenda = append(m.agenda, a)
		r.right(m, end)
		return true
	}
	return r.discussedByTwo(m, d, phoned)
}

// discussedByTwo reads «بحث X وY …» as a meeting of the two, or a call.
func (r *reader) discussedByTwo(m *meeting, d *deed, phoned bool) bool {
	if len(d.subject) != 2 || (d.subject[0].kind != 'p' || d.subject[1].kind != 'p') && !r.satThere(m, d.next, d.subject) || r.word(d.at).reading.Pronoun != "" {
		return false
	}
	m.kind = "bilateral"
	if phoned {
		m.kind = "call"
	}
	m.addAll(d.subject, "", "")
	if from, end := r.pastPlace(d.next, m.clause.last), min(m.clause.last, d.next+12); end > from {
		m.agenda = append(m.agenda, span{from, end})
	}
	r.right(m, d.next)
	return true
}
