package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// tailDate takes a day that stands near, or after a comma.
func (r *reader) tailDate(t *tail, k int) (int, bool) {
	d := r.p.Date(k)
	if d == nil {
		return k, false
	}
	for k+1 < t.lim && r.p.Date(k+1) == d {
		k++
	}
	if t.topic && r.setFor(r.p.TokenAt(d.Start)) {
		return k + 1, true // حول الاستفتاء المقرر إجراؤه في مايو
	}
	if first := r.p.TokenAt(d.Start); !t.purpose && first <= t.near+4 || r.p.Word(first-1) == "،" {
		if t.m.status == "" && t.m.start == "" && !(t.m.noun == "talks" && r.word(t.m.at).reading.Det) && r.coming(first, k+1) {
			t.m.status = "planned"
		}
		if t.m.goingOn && r.class(first-1) == lexicon.TalkCourse || r.stopped(first) {
			r.until(t.m, d)
		} else if t.m.noun != "visit" && t.m.kind != "visit" || !r.since(k) {
			t.m.when(d)
			t.m.heldOn = t.m.heldOn || t.held > 0 && first <= t.held+2
		}
	}
	t.near = k + 1
	return k + 1, true
}

// stopped reports whether the day at token first is the one since when the meeting has stopped:
// «المفاوضات المتوقفة منذ مايو».
func (r *reader) stopped(first int) bool {
	k := first
	if r.p.Word(k) != "منذ" {
		k--
	}
	if r.p.Word(k) != "منذ" {
		return false
	}
	v, ok := r.is(k-1, lexicon.TalkCourse)
	return ok && v == "collapsed" && r.word(k-1).sense.Tense == arabic.Participle
}

// until takes a day that is not the first of the meeting m: of one that has stopped its last.
func (r *reader) until(m *meeting, d *fact.Date) {
	if m.goingOn {
		return
	}
	if m.status == "" {
		m.status, m.firm = "collapsed", true
	}
	if m.end == "" && !strings.Contains(d.EDTF, "..") {
		m.end, _ = bounds(d)
	}
}

// setFor reports whether what stands right before token k says that something is set for
// a day.
func (r *reader) setFor(k int) bool {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		switch r.stem(j) {
		case "مقرر", "مقرره", "مزمع", "مزمعه":
			return true
		}
	}
	return false
}
