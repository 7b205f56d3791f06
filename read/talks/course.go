package talks

import (
	"mahdar/arabic"
	"mahdar/lexicon"
)

// course takes a word at token j that says what becomes of the meeting.
func (r *reader) course(m *meeting, j int) bool {
	v, ok := r.is(j, lexicon.TalkCourse)
	if !ok || r.p.Date(j) != nil {
		return false
	}
	if r.word(j).sense.Tense != arabic.Participle {
		return false
	}
	m.setCourse(v, r.word(j).entry.ID)
	return true
}

// setCourse lays a word of course into the meeting.
func (m *meeting) setCourse(v, id string) {
	switch {
	case v == "resumed":
		m.weak = true
		return
	case m.firm && m.status != "concluded" && m.status != "ongoing":
		return
	}
	m.status, m.firm = v, id != "madi" && id != "muqabil" || m.status == ""
}
