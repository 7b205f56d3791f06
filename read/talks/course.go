package talks

import (
	"strings"
	"time"

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
	if r.word(j).entry.ID == faltering && !r.soughtAgain(m.at) {
		v = "ongoing"
	}
	m.setCourse(v, r.word(j).entry.ID)
	return true
}

// faltering is the verb for getting nowhere, of which talks need not break down: «المفاوضات
// المتعثرة».
const faltering = "taaththara"

// soughtAgain reports whether the talks at token i are told to be taken up or brought to life
// again: «إحياء المفاوضات المتعثرة», which have stopped.
func (r *reader) soughtAgain(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if v, ok := r.is(k, lexicon.TalkCourse); ok && v == "resumed" || inPassing(r.stem(k)) {
			return true
		}
	}
	return false
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

// mendDay mends the day of a meeting that is still to come: a day of the week to
// which it is put off is the next one, and any other day gone by is not its day.
func (r *reader) mendDay(m *meeting) {
	now := r.day(m.at)
	if len(now) != 10 || len(m.start) != 10 || m.start >= now || m.end != "" {
		return
	}
	switch m.status {
	case "postponed":
		if next := r.nextSuch(m, now); next != "" {
			m.start = next
		}
	case "planned":
		m.start = r.nextSuch(m, now)
	}
}

// nextSuch is the next day of the week by whose name alone, «الأربعاء», the start of m is
// told, "" where it is told otherwise.
func (r *reader) nextSuch(m *meeting, now string) string {
	if m.told == nil {
		return ""
	}
	k := r.tokenAt(m.told.Start)
	if r.stem(k) == "يوم" {
		k++
	}
	switch strings.TrimPrefix(r.p.Word(k), "ب") {
	case "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت":
	default:
		return ""
	}
	if r.p.Date(k+1) == m.told {
		return ""
	}
	t, err := time.Parse(time.DateOnly, m.start)
	if err != nil {
		return ""
	}
	if next := t.AddDate(0, 0, 7).Format(time.DateOnly); next >= now {
		return next
	}
	return ""
}

// putOff reads what becomes of holding or opening the meeting, told as a noun
// at token k, by a word before it: تأجيل انطلاق الجولة، إلغاء عقد اللقاء، أجل الوسيط بدء
// المحادثات.
func (r *reader) putOff(m *meeting, k int) bool {
	if c := r.class(k); c != lexicon.TalkHold && c != lexicon.TalkCourse || r.word(k).sense.Tense != arabic.Masdar {
		return false
	}
	for j := k - 1; j >= m.clause.first && j >= k-8; j-- {
		v, ok := r.is(j, lexicon.TalkCourse)
		if w := r.p.Word(j); w == "اجل" && r.p.Word(j-1) != "من" || w == "واجل" {
			v, ok = "postponed", true
		}
		if late, _ := r.is(j, lexicon.TalkAttend); late == "late" {
			v, ok = "postponed", true // تأخر انطلاق الجولة
		}
		if ok && (v == "postponed" || v == "cancelled") && r.word(j).sense.Tense != arabic.Participle {
			m.status, m.firm = v, true
			return true
		}
		if r.p.Mark(j) || r.class(j) == lexicon.TalkMeeting {
			return false
		}
	}
	return false
}
