package talks

import (
	"strings"

	"mahdar/arabic"
)

// deed is a verb of talks with what has been read of it.
type deed struct {
	at      int     // token of the verb
	verb    string  // its value in talks.tsv
	subject []party // who does it
	next    int     // token after them
	other   []party // whom they meet
	end     int     // token after those
	side    bool    // they lead a side and not the meeting
}

// goes reports whether the verb is one of going somewhere, and not of meeting somebody.
func (d *deed) goes() bool {
	return d.verb == "visit" || d.verb == "arrive" || d.verb == "travel"
}

// attends reports whether the verb is one of being at a meeting or taking part in it.
func (d *deed) attends() bool { return d.verb == "present" || d.verb == "party" }

// whoMeets reads who does the deed d of meeting: beside its verb, or as the one that the text is
// about where the verb stands without a subject.
func (r *reader) whoMeets(m *meeting, d *deed) {
	i := d.at
	r.besideVerb(d, m.clause.last)
	if (d.verb == "meet" || d.verb == "discuss") && inside(r.p.Word(i+1)) {
		r.onJourney(m, d)
	}
	if d.verb == "meet" {
		r.subjectApart(d)
	}
	m.subject = len(d.subject) > 0
	if r.word(i).reading.Pronoun != "" {
		d.next = i + 1
	}
	if len(d.subject) == 0 && r.continues(i) && r.subjectless(i) && !strings.HasSuffix(r.p.Word(i), "وا") {
		d.subject = r.topicOnly(i)
	}
}

// besideVerb reads who stands before or after the verb of d as its subject.
func (r *reader) besideVerb(d *deed, lim int) {
	i := d.at
	d.subject, d.next = r.beforeVerb(i), i+1
	if len(d.subject) == 0 {
		d.subject, d.next = r.after(i, lim)
		if len(d.subject) == 0 && (d.verb == "meet" || d.verb == "discuss") {
			d.next = i + 1 // التقى في ندى مع سالم
		}
	}
	if len(d.subject) > 0 && d.subject[0].kind == 'l' && d.goes() && !r.bothSent(r.overAdverbs(i+1)) {
		d.subject, d.next = r.travellerAfter(i, lim)
	}
	if len(d.subject) > 0 && d.subject[0].kind == 'l' && r.word(i).reading.Prep == 'l' {
		d.subject, d.next = r.topicOnly(i), i+1 // إلى ندى لبحث الملف مع فلان
	}
}

// bothSent reports whether token i is the dual of delegations: «الوفدان القمري والزهري».
func (r *reader) bothSent(i int) bool {
	w := r.stem(i)
	return (w == "وفدان" || w == "وفدين") && r.isDefinite(i)
}

// topicOnly is the one that the text is about before token i, as a list; none where it is about
// nobody.
func (r *reader) topicOnly(i int) []party {
	if q, ok := r.topic(i); ok {
		return r.one(q)
	}
	return nil
}

// onJourney reads who meets in the course of the journey told before the verb of d, after which
// the words say so: «زيارة يلتقي خلالها فلانا».
func (r *reader) onJourney(m *meeting, d *deed) {
	i, lim := d.at, m.clause.last
	d.subject, d.next, m.inside = nil, i+2, true
	if a, end := r.parties(i+2, lim); len(a) == 1 && a[0].kind == 'p' {
		if b, _ := r.parties(end, lim); len(b) > 0 && b[0].kind != 'l' {
			d.subject, d.next, m.inside = a, end, false // التي يلتقي فيها سالم نادرا
		}
	}
	if len(d.subject) == 0 {
		d.subject = r.topicOnly(i)
	}
}

// subjectApart takes those read after the verb of d for its object, where the words tell that its
// subject was told before.
func (r *reader) subjectApart(d *deed) {
	i := d.at
	if len(d.subject) == 1 && strings.HasPrefix(r.stem(d.subject[0].at.first), "نظير") {
		d.subject, d.next = r.topicOnly(i), i+1 // يلتقي نظيره: whose counterpart is not told here
	}
	if len(d.subject) > 0 && d.subject[0].at.first > i {
		if list := onePerson(r.himself(i - 1)); list != nil {
			d.subject, d.next = list, i+1 // قال سالم إنه سيلتقي نادرا
		}
	}
}

// onTheWay mends the course of a meeting that is a journey: who is told to be going somewhere is
// still to come there, and who has arrived is there.
func (r *reader) onTheWay(m *meeting, d *deed) {
	i := d.at
	switch {
	case m.status == "ongoing" && (d.verb == "arrive" || d.verb == "travel"):
		m.status = "planned"
	case d.verb != "arrive":
	case m.status == "" && r.word(i).sense.Tense == arabic.Masdar && (r.word(i).reading.Pronoun != "" || r.p.Word(i-1) == "عن"):
		m.status = "ongoing" // أعلن سالم وصوله إلى ندى
	case m.status == "concluded" && !r.perfect(i):
		m.status = "ongoing"
	}
}
