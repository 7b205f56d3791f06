package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// meeting is a meeting as one or more mentions tell it.
type meeting struct {
	at       int    // token of the noun or verb that names it
	noun     string // value of the noun in talks.tsv; "" for a verb
	clause   span
	kind     string
	status   string
	firm     bool // the status is told by a word of course and not by tense
	process  string
	named    bool // the process is named and not inferred
	ordinal  int
	place    string
	placeID  string
	start    string
	end      string
	closed   string
	parts    []participant
	agenda   []span
	outcome  []span
	next     []span
	evidence []span
	title    bool
	gone     bool            // laid into another
	weak     bool            // named in passing: joins another, makes none by itself
	back     bool            // points back to a meeting named before: «المحادثات»، «هذا الاجتماع»
	definite bool            // the noun has its article, a pronoun or a demonstrative
	pointed  bool            // هذه الزيارة
	again    bool            // told as what the one before it is: وهذه هي الزيارة الثانية
	guessed  bool            // the course is told by nothing
	ahead    bool            // to come only as something is told to happen before it
	bound    bool            // somebody goes there for it: يتوجه إلى ندى للقاء سالم
	byPlace  bool            // called by its place: اجتماع ندى
	ends     bool            // the status is told by a verb of ending: its day is the end
	goingOn  bool            // told to be going to go on: the day beside it is not its first
	began    bool            // a verb of beginning is told: the first day is its
	heldOn   bool            // its day is told with a verb of holding: the whole of it
	subject  bool            // a verb of meeting has its subject beside it
	own      int             // details that the noun phrase itself gives
	days     int             // how many days it goes on, 0 where that is not told
	until    string          // EDTF of the day until which it goes on
	before   bool            // the one before: آخر جولة، الجولة السابقة
	pair     bool            // two rounds told together: أول جولتين
	sibling  bool            // shares its words with other talks: its name is not its own
	stranger bool            // مع somebody who is not known
	series   bool            // a round of something: جولة محادثات
	told     *fact.Date      // that gave the start
	trade    bool            // what is signed is on working or trading together
	inside   bool            // told to be part of the journey before it
	fresh    bool            // a new one: جولة جديدة
	prior    bool            // told to have been before those of which the article tells: سبق أن عقد سالم لقاء
	peace    bool            // talks on a truce: محادثات وقف إطلاق النار
	others   []*fact.Mention // places of other talks that share the noun
	rule     string
}

// participant is somebody at a meeting.
type participant struct {
	party
	role       string
	chair      bool // heads the meeting itself and no delegation: the role is not told
	attendance string
	size       int
	head       string
	reason     string
}

// meetings finds every mention of a meeting, in the order of the text.
func (r *reader) meetings() {
	p, m := r.p, &r.meeting
	r.met = slices.Grow(r.met, 4+len(r.marks)/8)
	sentence, from, next := -1, 0, 0
	for n := 1; n < len(r.marks); n++ {
		i := r.marks[n].at
		if s := p.Sentence(i); s != sentence {
			sentence, from, next = s, len(r.met), 0
		}
		if i < next || r.talk[i] == 0 || !p.Body(p.Sentences[sentence].First) {
			continue
		}
		ok := false
		switch r.class(i) {
		case lexicon.TalkMeeting:
			next, ok = r.nounMeeting(m, i)
		case lexicon.TalkMeet:
			next, ok = r.verbMeeting(m, i)
		case lexicon.TalkRole:
			if r.marks[n].entry.Value == "host" {
				if next, ok = r.hosting(m, i); !ok {
					next = i + 1
				}
			}
		}
		if ok {
			m.title = p.InTitle(i)
			r.settle(m)
			r.keepAll(m, from)
		}
	}
	*m = meeting{}
}

// keepAll keeps a mention, and with it the second of two rounds and those of other
// tracks that it tells together.
func (r *reader) keepAll(m *meeting, from int) {
	r.keep(m, from)
	if m.pair {
		n := *m
		n.ordinal = 2
		n.parts = append([]participant(nil), m.parts...)
		r.met = append(r.met, n)
	}
	for _, o := range m.others {
		n := *m
		n.sibling = true
		n.place, n.placeID, n.others = o.Name, o.Actor, nil
		n.parts = append([]participant(nil), m.parts...)
		r.met = append(r.met, n)
	}
}

// settle fills what follows from the rest: kind, attendance.
func (r *reader) settle(m *meeting) {
	if m.noun == "round" && m.ordinal == 0 && people(m.parts) == 1 && len(m.parts) == 1 && !m.series {
		m.noun = "visit" // a tour
	}
	if m.kind == "" {
		m.kind = kindOf(m)
	}
	if m.kind == "session" && (m.noun == "encounter" || m.noun == "gathering") && len(m.parts) == 1 && m.parts[0].kind == 'g' && r.metWith(m, m.at) {
		m.kind = "bilateral" // اللقاء مع القمريين
	}
	if d := r.day(m.at); d != "" && m.start != "" && (m.status == "" || m.status == "ongoing" || m.status == "opened") {
		switch s := m.start[:min(10, len(m.start))]; {
		case s > d && len(s) >= 7 && s[:7] >= d[:7]:
			m.status = "planned"
		case s < d[:min(len(s), len(d))] && m.status == "":
			m.status = "concluded"
		}
	}
	if (m.status == "" || m.status == "ongoing") && (strings.Contains(m.start, "@next") || strings.HasSuffix(m.start, "@tomorrow")) {
		m.status = "planned"
	}
	r.mendDay(m)
	if m.status == "collapsed" && (m.kind == "visit" || m.kind == "call") {
		m.status = "concluded" // a journey may fail but does not break down
	}
	if m.ends && !m.heldOn && !m.began && m.start != "" && m.end == "" {
		m.start, m.end = "", m.start
	}
	if m.status == "" && !m.weak && (m.kind == "bilateral" || m.kind == "call" || m.kind == "visit") && len(m.parts) > 0 {
		m.status, m.guessed = "concluded", true
	}
	if !m.bound {
		r.fillTopic(m)
	}
	if m.kind != "visit" && m.kind != "call" && (m.place == "" || strings.HasPrefix(m.placeID, "state:")) {
		m.hostPlace()
	}
	r.sizes(m)
	m.evidence = []span{m.clause}
}

// fillTopic puts to a person who is met whom the text is about, where nobody else is told.
func (r *reader) fillTopic(m *meeting) {
	if m.kind != "bilateral" || len(m.parts) != 1 || m.parts[0].kind != 'p' || m.parts[0].role == "party" || m.own == 0 || m.subject || m.stranger {
		return
	}
	if s := r.sentence(m.at); s.Last-s.First < 6 {
		return // محادثات سالم: a heading
	}
	if q, ok := r.topic(m.at); ok && q.name != m.parts[0].name {
		m.add(participant{party: q})
	}
}

// fillSide puts to talks of which one side is told the body that their sentence is about: «مددت
// الجبهة الهدنة بينما تتواصل مفاوضات السلام مع الحكومة».
func (r *reader) fillSide(m *meeting) {
	if m.kind != "round" || m.subject || !m.definite && !r.isDefinite(m.at+1) || len(m.parts) != 1 || m.parts[0].kind == 'p' || m.parts[0].role != "" {
		return
	}
	if at := m.parts[0].at.first; at <= m.at || r.p.Word(at-1) != "مع" {
		return
	}
	for k := r.sentence(m.at).First; k < m.at; k++ {
		if _, verb := r.finite(k); !verb {
			continue
		}
		list, _ := r.after(k, m.at)
		if len(list) == 0 {
			list = r.beforeVerb(k)
		}
		if len(list) == 1 && list[0].kind == 'o' && list[0].name != m.parts[0].name {
			if a := r.actor(list[0].actor); a != nil && negotiates(a.Kind) {
				m.addAll(list, "", "")
			}
		}
		return
	}
}

// hostPlace takes the city or state that alone hosts the meeting as its place.
func (m *meeting) hostPlace() {
	n := -1
	for k := range m.parts {
		if q := &m.parts[k]; q.role == "host" {
			if n >= 0 || q.kind != 'l' {
				return
			}
			n = k
		}
	}
	if n >= 0 {
		m.place, m.placeID = m.parts[n].name, m.parts[n].actor
	}
}

// mediators gives envoys and mediators that role where they meet or travel for a
// process: they are no side of it.
func (r *reader) mediators(m *meeting) {
	if m.kind == "round" && parties(m.parts) < 2 || m.kind != "round" && (m.process == "" || m.kind != "bilateral" && m.kind != "visit") {
		return
	}
	for k := range m.parts {
		if q := &m.parts[k]; q.role == "" && q.kind == 'p' && (m.kind != "round" || q.at.first < m.at) && r.isEnvoy(q.actor) {
			q.role = "mediator"
		}
	}
}

// parties counts the sides of talks in a list.
func parties(list []participant) int {
	n := 0
	for k := range list {
		if list[k].role == "party" && list[k].kind != 'p' {
			n++
		}
	}
	return n
}

// close ends a meeting of one sitting that took place on a day on that day.
func (m *meeting) close() {
	if day := m.last(); day != "" {
		m.end = day
	}
	if day := m.first(); day != "" {
		m.start = day
	}
	if m.end == "" && (len(m.start) == 10 || oneDay(m.start)) && m.status == "concluded" && (m.kind == "bilateral" || m.kind == "call" || m.kind == "session") {
		m.end = m.start
	}
}

// attend gives those of whom nothing else is said the attendance that the
// course of the meeting implies.
func attend(m *meeting) {
	for k := range m.parts {
		q := &m.parts[k]
		if q.attendance != "" || q.role == "host" && m.kind != "bilateral" && m.kind != "visit" || q.role == "guarantor" || q.role == "sponsor" && m.status != "concluded" && m.status != "opened" {
			continue
		}
		switch m.status {
		case "planned":
			q.attendance = "expected"
		case "concluded", "ongoing", "opened":
			if q.role == "mediator" && m.kind == "round" && q.kind != 'p' || q.role == "sponsor" && q.kind == 'o' {
				continue
			}
			q.attendance = "attended"
		}
	}
}

// day is the day that dates near token i are counted from, "" where unknown.
func (r *reader) day(i int) string {
	if b := r.p.Block(i); b != nil && len(b.Anchor) >= 10 {
		return b.Anchor[:10]
	}
	return r.p.Reading.Published.Day()
}

// add puts somebody among those who meet, once.
func (m *meeting) add(q participant) {
	if q.name == "" {
		return
	}
	for k := range m.parts {
		o := &m.parts[k]
		if o.name == q.name || o.actor != "" && o.actor == q.actor || o.sameShort(&q.party) {
			if o.role == "" {
				o.role = q.role
			}
			if o.attendance == "" {
				o.attendance = q.attendance
			}
			if o.size == 0 {
				o.size = q.size
			}
			if o.reason == "" {
				o.reason = q.reason
			}
			if o.head == "" {
				o.head = q.head
			}
			return
		}
	}
	if m.parts == nil {
		m.parts = make([]participant, 0, 4)
	}
	m.parts = append(m.parts, q)
}

// sameShort reports whether one of two sides without an actor is the other by its head
// alone, «الحكومة» beside «الحكومة القمرستانية»; q then has the longer name.
func (q *party) sameShort(o *party) bool {
	if q.kind != 'g' || o.kind != 'g' {
		return false
	}
	switch {
	case short(q.name, o.name):
		q.name = o.name
		return true
	case short(o.name, q.name):
		return true
	}
	return false
}

// short reports whether a is one definite word and b goes on from it.
func short(a, b string) bool {
	if head, _, more := strings.Cut(b, " "); more && strings.HasPrefix(a, "ال") && a[len("ال"):] == head {
		return true // «الحكومة» beside «حكومة قمرستان»
	}
	return strings.HasPrefix(a, "ال") && len(a) < len(b) && strings.HasPrefix(b, a) && strings.HasPrefix(b[len(a):], " ال") && strings.IndexByte(a, ' ') < 0
}

// addAll puts a list among those who meet.
func (m *meeting) addAll(list []party, role, attendance string) {
	for _, q := range list {
		m.add(participant{party: q, role: role, attendance: attendance})
	}
}

// keep records a mention; one that the clause before it already tells is laid
// into that one.
func (r *reader) keep(m *meeting, from int) {
	for k := len(r.met) - 1; k >= from; k-- {
		o := &r.met[k]
		if m.bound && o.kind == "visit" && o.placeID == m.placeID && len(o.parts) == 1 {
			if people(m.parts) < 2 {
				m.addAll([]party{o.parts[0].party}, "", "")
			}
			if m.start == "" && m.end == "" {
				m.start, m.end = o.start, o.end
			}
			m.evidence = append(m.evidence, o.evidence...)
			r.met[k] = *m // who goes there goes to meet
			return
		}
		if o.kind == "bilateral" && r.heldThere(o, m) && len(o.parts)-people(o.parts) > 1 {
			o.kind, o.noun = "round", m.noun // التقى الجانبان لإجراء محادثات
			for n := range o.parts {
				if o.parts[n].kind != 'p' && o.parts[n].role == "" {
					o.parts[n].role = "party"
				}
			}
		}
		if (o.clause.has(m.at) || o.clause.last >= m.clause.first-2 && o.clause.last <= m.at && k == len(r.met)-1) && r.sameHere(o, m) {
			o.absorb(m)
			return
		}
	}
	if m.bound {
		r.fillTopic(m)
	}
	r.met = append(r.met, *m)
}

// sameHere reports whether two mentions in one clause are of one meeting: a
// verb and its noun (التقى … في اجتماع), a visit and whom it was to.
func (r *reader) sameHere(o, m *meeting) bool {
	if o.status != "" && m.status != "" && o.status != m.status && o.firm && m.firm {
		return false
	}
	if o.place != "" && m.place != "" && o.place != m.place {
		return false
	}
	if m.weak && len(m.parts) == 0 {
		return false
	}
	if r.heldThere(o, m) {
		return true // سيلتقيان في ندى لإجراء محادثات
	}
	if r.underCare(o, m) {
		return true
	}
	if shared, _ := common(o.parts, m.parts); shared == 0 {
		return false
	}
	if o.kind == "visit" && m.inside {
		return true
	}
	if o.kind == "visit" && (m.kind == "bilateral" || m.kind == "round" && m.noun == "talks" && people(m.parts) > 0) && m.start == "" {
		return true
	}
	return false
}

// heldThere reports whether m is talks of nobody else, which those meet to hold of whom o
// tells.
func (r *reader) heldThere(o, m *meeting) bool {
	return m.noun == "talks" && len(m.parts) == people(m.parts) && (len(m.parts) == 0 || len(o.parts)-people(o.parts) > 1) && (o.kind == "bilateral" || o.kind == "session" || o.kind == "round") && o.noun == "" && len(o.parts) > 1 && r.toHold(m.at) && o.clause.has(o.at) && r.sentenceOf(o.at) == r.sentenceOf(m.at)
}

// absorb lays what m tells into o, which tells more.
func (o *meeting) absorb(m *meeting) {
	for _, q := range m.parts {
		o.add(q)
	}
	if o.place == "" || o.kind == "round" && m.place != "" && strings.HasPrefix(o.placeID, "state:") && !strings.HasPrefix(m.placeID, "state:") {
		o.place, o.placeID = m.place, m.placeID
	}
	if o.start == "" || len(m.start) == 10 && strings.Contains(o.start, "/") && spans(o.start, m.start) {
		o.start = m.start
	}
	if o.end == "" {
		o.end = m.end
	}
	if o.ordinal == 0 && o.kind != "visit" {
		o.ordinal = m.ordinal
	}
	if o.process == "" || !o.named && m.named {
		o.process, o.named = m.process, m.named
	}
	if o.status == "" || o.ahead && !m.ahead && m.status != "" || o.guessed && !m.guessed && m.status == "planned" || !o.firm && m.firm || o.firm && m.firm && graver(m.status, o.status) {
		o.status, o.firm = m.status, m.firm
	}
	o.ahead, o.guessed = o.ahead && m.ahead, o.guessed && m.guessed
	if o.closed == "" {
		o.closed = m.closed
	}
	o.goesOn(m)
	o.weak = o.weak && m.weak
	o.agenda = append(o.agenda, m.agenda...)
	o.outcome = append(o.outcome, m.outcome...)
	o.next = append(o.next, m.next...)
	o.evidence = append(o.evidence, m.evidence...)
}

// goesOn takes over how long m is told to go on.
func (o *meeting) goesOn(m *meeting) {
	if o.days == 0 && o.until == "" {
		o.days, o.until = m.days, m.until
	}
}

// spoken reports whether token i is a noun of meeting for the press: مؤتمر صحفي.
func (r *reader) spoken(i int) bool {
	switch r.stem(i + 1) {
	case "صحفي", "صحافي", "صحفيا", "صحافيا", "صحفيين", "صحافيه", "صحفيه", "تلفزيوني", "تلفزيونيه", "متلفز", "متلفزه", "اذاعي", "اعلامي":
		return true
	}
	return false
}

// tenseStatus is the course that a verb's tense tells.
func tenseStatus(t arabic.Tense, future bool) string {
	switch {
	case future:
		return "planned"
	case t == arabic.Past:
		return "concluded"
	case t == arabic.Present:
		return "ongoing"
	}
	return ""
}
