package talks

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

// unite brings the mentions of one meeting together, those of the body first.
func (r *reader) unite() {
	out := slices.Grow(r.told, len(r.met))
	for pass := range 2 {
		for n := range r.met {
			m := r.met[n]
			if m.title != (pass == 1) || m.title && len(out) > 0 {
				continue
			}
			if k := again(out, &m); k >= 0 {
				if out[k].ordinal == 0 && m.ordinal > 1 { // the first is often the first since something
					out[k].ordinal = m.ordinal
				}
				out[k].evidence = append(out[k].evidence, m.evidence...)
				continue
			}
			stopped := m.weak && m.firm && m.status == "collapsed" && m.process != "" // إحياء المفاوضات المتوقفة
			if m.back && !stopped {
				if k := antecedent(out, &m); k >= 0 {
					out[k].recall(&m)
					continue
				}
				if (!m.firm || m.weak) && (len(m.parts) < 2 || m.start == "" && m.place == "") {
					continue
				}
			}
			if k := r.sameMeeting(out, &m); k >= 0 {
				out[k].absorb(&m)
				continue
			}
			if worth(&m) {
				out = append(out, m)
			}
		}
	}
	r.told = r.met
	r.met = r.sift(r.journeys(out))
	for n := range r.met {
		r.onceEach(&r.met[n])
	}
	r.number()
}

// onceEach drops from those who meet the government or delegation of a state that is told
// among them by its name: «الحكومة القمرية» beside «القمر».
func (r *reader) onceEach(m *meeting) {
	m.parts = slices.DeleteFunc(m.parts, func(q participant) bool {
		if q.kind == 'l' && !strings.HasPrefix(q.actor, "state:") && (q.role == "" || q.role == "party") {
			a := r.actor(q.actor) // واشنطن beside الولايات المتحدة
			return a != nil && a.Country != "" && slices.ContainsFunc(m.parts, func(o participant) bool {
				return o.kind == 'l' && strings.EqualFold(o.actor, "state:"+a.Country) && (o.role == "" || o.role == "party" || o.role == q.role)
			})
		}
		if q.kind != 'g' || q.role == "head" || !strings.HasPrefix(q.name, "ال") && !strings.HasPrefix(q.name, "حكومة ") {
			return false
		}
		switch head, _, _ := strings.Cut(q.name, " "); head {
		case "الحكومة", "حكومة", "الطرف", "الجانب", "الوفد", "السلطات":
		default:
			return false
		}
		nation := r.nation(q.party)
		return nation != "" && slices.ContainsFunc(m.parts, func(o participant) bool {
			return o.kind == 'l' && strings.EqualFold(strings.TrimPrefix(o.actor, "state:"), nation)
		})
	})
}

// journeys lays what was talked about on a visit into the visit: «أجرى محادثات مع
// المسؤولين القمريين» is part of the journey to their capital.
func (r *reader) journeys(list []meeting) []meeting {
	for n := range list {
		m := &list[n]
		if m.kind == "bilateral" && m.place == "" && len(m.parts) > 1 {
			if k := r.journey(list, m); k >= 0 && !list[k].gone {
				list[k].absorb(m)
				m.gone = true
			}
		}
	}
	kept := 0
	for n := range list {
		if list[n].gone {
			continue
		}
		if kept != n {
			list[kept] = list[n]
		}
		kept++
	}
	clear(list[kept:])
	return list[:kept]
}

// journey is the visit that a meeting belongs to: by one of those who meet, to
// the country of all the others.
func (r *reader) journey(list []meeting, m *meeting) int {
	for k := range list[:min(len(list), mostAlike)] {
		v := &list[k]
		if v.kind != "visit" || v.gone || v.placeID == "" || v.start != "" && m.start != "" && v.start != m.start || (v.status == "planned") != (m.status == "planned") {
			continue
		}
		a := r.actor(v.placeID)
		if a == nil || a.Country == "" {
			continue
		}
		guests, hosts := 0, 0
		for _, q := range m.parts {
			if shared, _ := common(v.parts, []participant{q}); shared > 0 {
				guests++
			} else if strings.EqualFold(r.nation(q.party), a.Country) {
				hosts++
			}
		}
		if guests > 0 && (hosts > 0 || guests > 1) && guests+hosts == len(m.parts) {
			return k
		}
	}
	return -1
}

// nation is the state that a side belongs to: its actor's, or that of an
// adjective in its phrase; "" where neither tells.
func (r *reader) nation(q party) string {
	if a := r.actor(q.actor); a != nil && a.Country != "" {
		return a.Country
	}
	for i := q.at.first; i < q.at.last; i++ {
		if _, s, ok := r.p.Find(i, lexicon.NisbaWord, nil); ok {
			return r.p.Lex.States[s.Entry].ID
		}
		if _, s, ok := r.p.Find(i, lexicon.PeopleWord, nil); ok {
			return r.p.Lex.States[s.Entry].ID
		}
	}
	return ""
}

// sift drops the bare names of talks of which the article tells more elsewhere.
func (r *reader) sift(list []meeting) []meeting {
	out := list[:0]
	for n := range list {
		m := &list[n]
		bare := m.kind == "round" && len(m.parts) == 0 && m.start == "" && m.end == "" && m.ordinal == 0 && !m.firm
		if bare && told(list, n) {
			continue
		}
		if len(out) == n {
			out = out[:n+1] // it stands there
		} else {
			out = append(out, *m)
		}
	}
	clear(list[len(out):])
	return out
}

// told reports whether another of the list is of the same process.
func told(list []meeting, n int) bool {
	for k := range list {
		if k != n && list[k].process == list[n].process && list[k].kind == "round" {
			return true
		}
	}
	return false
}

// number gives the round before a numbered one of the same process its number.
func (r *reader) number() {
	for n := range r.met {
		m := &r.met[n]
		if !m.before || m.ordinal > 0 || m.kind != "round" {
			continue
		}
		for k := range r.met {
			o := &r.met[k]
			if k != n && o.kind == "round" && o.ordinal > 1 && o.process == m.process && !o.before && (m.place == "" || o.place == "" || m.place == o.place) {
				m.ordinal = o.ordinal - 1
				break
			}
		}
	}
}

// graver orders the courses of one meeting told differently: what ended it
// counts before how it began.
func graver(a, b string) bool {
	rank := func(s string) int {
		switch s {
		case "collapsed", "cancelled":
			return 5
		case "postponed":
			return 4
		case "concluded":
			return 3
		case "opened":
			return 2
		case "ongoing", "planned":
			return 1
		}
		return 0
	}
	return rank(a) > rank(b)
}

// antecedent is the meeting that a definite mention points back to: the last
// one of its kind.
func antecedent(out []meeting, m *meeting) int {
	broken := m.firm && !m.weak && (m.status == "collapsed" || m.status == "postponed" || m.status == "cancelled")
	if m.noun == "gathering" { // «الاجتماع» is rather the last one called so
		for k := len(out) - 1; k >= max(0, len(out)-mostAlike); k-- {
			if out[k].noun == m.noun && out[k].kind != "visit" && out[k].kind != "call" {
				return k
			}
		}
	}
	for k := len(out) - 1; k >= 0; k-- {
		o := &out[k]
		if broken && m.kind == "round" && o.kind != "round" {
			continue // it is the talks that broke down, not a meeting of two
		}
		if o.kind == m.kind || m.noun == "talks" && (o.kind == "bilateral" || o.kind == "round") || m.noun == "gathering" || m.noun == "encounter" && o.kind != "round" || m.noun == "dialogue" && o.kind == "round" {
			if m.kind == "visit" && len(m.parts) > 0 {
				if shared, _ := common(o.parts, m.parts); shared == 0 {
					continue
				}
			}
			return k
		}
	}
	return -1
}

// recall lays what a definite mention tells into the meeting it points to: its
// course where the first words did not say it, and what they left out.
func (o *meeting) recall(m *meeting) {
	switch {
	case m.weak || !m.firm:
	case m.status == "collapsed" || m.status == "postponed" || m.status == "cancelled":
		if !o.firm || o.status == "planned" || o.status == "ongoing" {
			o.status, o.firm = m.status, true
		}
	case o.status == "":
		o.status = m.status
	}
	for _, q := range m.parts {
		if q.attendance != "" || q.role != "" {
			o.add(q)
		}
	}
	if o.start == "" && o.end == "" && !m.weak {
		o.start, o.end = m.start, m.end
	} else if o.start == "" && m.began && m.start < o.end {
		o.start = m.start // المشاورات، التي بدأت الخميس
	}
	if o.ordinal == 0 {
		o.ordinal = m.ordinal
	}
	o.goesOn(m)
	if len(m.agenda)+len(m.outcome)+len(m.parts) > 0 || m.firm {
		o.evidence = append(o.evidence, m.evidence...)
	}
	o.agenda = append(o.agenda, m.agenda...)
	o.outcome = append(o.outcome, m.outcome...)
	o.next = append(o.next, m.next...)
}

// worth reports whether a mention tells enough to stand as a meeting.
func worth(m *meeting) bool {
	points := 0
	for _, ok := range []bool{len(m.parts) > 0, len(m.parts) > 1, m.place != "", m.start != "" || m.end != "", m.ordinal > 0, m.named, m.status != ""} {
		if ok {
			points++
		}
	}
	switch m.kind {
	case "visit":
		return len(m.parts) > 0 && (m.place != "" || m.start != "" || m.end != "" || m.firm || m.status == "planned" && m.own > 0)
	case "bilateral", "call":
		return len(m.parts) > 1 || len(m.parts) == 1 && (m.place != "" || m.start != "") && m.own > 0
	}
	for k := range m.parts {
		switch m.parts[k].attendance {
		case "boycotted", "refused", "withdrew":
			return true // قاطعت الحركة الجلسة
		}
	}
	if m.firm && m.status == "collapsed" && m.process != "" && !m.weak {
		return true
	}
	if m.weak { // إحياء محادثات السلام المتوقفة
		return m.firm && m.status == "collapsed" && (len(m.parts) > 1 || m.process != "")
	}
	return points >= 2 || m.named
}

// sameMeeting finds the meeting among out that m is another mention of.
func (r *reader) sameMeeting(out []meeting, m *meeting) int {
	best, score := -1, 0
	for k := max(0, len(out)-mostAlike); k < len(out); k++ {
		if s := r.likeness(&out[k], m); s > score {
			best, score = k, s
		}
	}
	return best
}

// mostAlike bounds how far back a mention is compared.
const mostAlike = 60

// likeness is how much two mentions look like one meeting; 0 where they cannot
// be one.
func (r *reader) likeness(a, b *meeting) int {
	if a.kind != b.kind {
		return likeOtherKind(a, b)
	}
	if a.ordinal != b.ordinal && a.ordinal > 0 && b.ordinal > 0 {
		return 0
	}
	if b.pointed && !b.named && a.start != "" && a.start == b.start && fits(a.place, b.place) {
		return 3 // هذه المحادثات، التي تبدأ اليوم
	}
	if r.contradict(a, b) || a.prior != b.prior && (a.start == "" || a.start != b.start) {
		return 0
	}
	return shares(a, b)
}

// likeOtherKind is likeness of two mentions that call the meeting by different kinds: «الاجتماع» after a
// round, «أول اجتماع» after «الجولة الأولى».
func likeOtherKind(a, b *meeting) int {
	rounds := roundish(a.kind) && roundish(b.kind)
	if len(b.parts) == 0 && b.ordinal == 0 && a.kind != "visit" && fits(a.start, b.start) {
		if b.byPlace && b.noun == "gathering" && a.place == b.place {
			return 2
		}
		if b.definite && (b.noun == "gathering" || b.noun == "encounter") && fits(a.place, b.place) && (a.start == b.start || a.place == b.place) {
			return 2
		}
	}
	if rounds && b.kind == "session" && len(b.parts) == 0 && sameNumber(a, b) && fits(a.place, b.place) && (fits(a.start, b.start) || spans(a.start, b.start)) {
		return 3 // «أول اجتماع» after «الجولة الأولى»
	}
	if rounds && a.start != "" && a.start == b.start && min(len(a.parts), len(b.parts)) <= 1 {
		return 3
	}
	return 0
}

// sameNumber reports whether two mentions are of one numbered meeting of one process.
func sameNumber(a, b *meeting) bool {
	return a.ordinal > 0 && a.ordinal == b.ordinal && a.process != "" && a.process == b.process
}

// contradict reports whether two mentions of one kind tell of different meetings: of other talks, on
// another day, in another place, past and to come.
func (r *reader) contradict(a, b *meeting) bool {
	if a.process != "" && b.process != "" && a.process != b.process {
		return true
	}
	numbered := sameNumber(a, b)
	if a.start != "" && b.start != "" && a.start != b.start && !(numbered && spans(a.start, b.start)) {
		return true
	}
	if a.place != "" && b.place != "" && a.place != b.place && !((a.kind == "visit" || numbered) && r.within(a.placeID, b.placeID)) {
		return true
	}
	if a.status != "" && b.status != "" && (a.status == "planned") != (b.status == "planned") && !(a.start != "" && a.start == b.start) && !numbered && !(a.kind == "visit" && b.pointed && a.place == b.place) && !passed(a, b) {
		return true
	}
	if over(a, b) || over(b, a) || r.overLong(a, b) || r.overLong(b, a) || r.long(b, a) || r.long(a, b) {
		return true
	}
	return a.before != b.before && a.kind == "round" || a.renewed(b) || b.renewed(a)
}

// shares is how much two mentions of one kind that do not contradict each other have in common; 0 where
// that is too little for them to be of one meeting.
func shares(a, b *meeting) int {
	shared, others := common(a.parts, b.parts)
	s := 2 * shared
	if a.process != "" && a.process == b.process {
		s += 2
	}
	if a.start != "" && a.start == b.start {
		s += 2
	}
	if a.place != "" && a.place == b.place {
		s++
	}
	if a.ordinal > 0 && a.ordinal == b.ordinal {
		s += 3
	}
	switch a.kind {
	case "bilateral", "call":
		if shared < 2 && !(shared == 1 && others == 0) {
			return 0
		}
	case "visit":
		if shared == 0 {
			return 0
		}
	default:
		if s == 0 && len(b.parts) > 0 {
			return 0
		}
		if s < 2 && !b.weak && b.start != "" {
			return 0
		}
		s++
	}
	return s
}

// common counts those who stand in both lists, and those of the shorter list
// who do not.
func common(a, b []participant) (shared, others int) {
	for _, x := range b {
		hit := false
		for _, y := range a {
			if x.name == y.name || x.actor != "" && x.actor == y.actor {
				hit = true
			}
		}
		if hit {
			shared++
		} else {
			others++
		}
	}
	return shared, min(others, len(a)-shared)
}

// emitMeetings hands the meetings over.
func (r *reader) emitMeetings() {
	for n := range r.met {
		m := &r.met[n]
		r.mediators(m)
		attend(m)
		m.close()
		f := fact.Meeting{Process: m.process, Ordinal: m.ordinal, Kind: m.kind, Status: m.status, Place: m.place, Start: m.start, End: m.end, Closed: m.closed, Rule: m.rule}
		f.Participants = slices.Grow(f.Participants, len(m.parts))
		for _, q := range m.parts {
			if q.chair {
				q.role = ""
			}
			f.Participants = append(f.Participants, fact.Participant{Name: q.name, Actor: q.actor, Role: q.role, Attendance: q.attendance, Size: q.size, Head: q.head, Reason: q.reason})
		}
		f.Agenda, f.Outcome, f.Next = r.spans(m.agenda), r.spans(m.outcome), r.spans(m.next)
		f.Evidence = distinct(r.spans(m.evidence))
		r.p.Reading.Meetings = append(r.p.Reading.Meetings, f)
	}
}

// distinct drops spans that stand twice.
func distinct(list []text.Span) []text.Span {
	var out []text.Span
	for _, s := range list {
		seen := false
		for _, o := range out {
			seen = seen || o == s
		}
		if !seen {
			out = append(out, s)
		}
	}
	return out
}
