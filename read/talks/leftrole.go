package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// leftRole reads a verb of role before the noun: استضافت القاهرة جولة، رعت، شارك سالم
// في اجتماع.
func (r *reader) leftRole(m *meeting, k, i int, v string) bool {
	t := r.word(k).sense.Tense
	if t == arabic.Masdar || t == arabic.Participle || strings.HasSuffix(r.p.Tokens[k].Span().In(r.p.Source), "ة") {
		return r.leftRoleNoun(m, k, i, v)
	}
	if r.relative(k-1) && r.p.Word(k+1) == "علي" && k+2 < i {
		return false // القيادة التي تشرف على القوات
	}
	d := deed{at: k, verb: v}
	r.afterRole(&d, i)
	r.leadsSide(m, &d, i)
	if r.word(k).entry.ID == accompanies { // يرافق سالما في زيارته إلى ندى نادر
		d.subject = append(d.subject[:len(d.subject):len(d.subject)], r.afterNoun(i, m.clause.last)...)
		m.back = m.back || m.noun != "visit" && m.start == "" && m.place == "" && (m.definite || r.isDefinite(i+1))
	}
	if len(d.subject) == 0 {
		r.roleApart(m, &d, i)
	}
	r.takesRole(m, &d, i)
	return true
}

// leftRoleNoun reads a noun or participle of role at token k before the noun at token i: «وصل
// للمشاركة في محادثات», «تتولى استضافة الجولة».
func (r *reader) leftRoleNoun(m *meeting, k, i int, v string) bool {
	if v == "mediator" || v == "sponsor" || v == "host" {
		return r.tookOver(m, k, v)
	}
	if v != "party" && v != "present" || r.stayed(m, k) {
		return false
	}
	if r.lacks(k) {
		r.staysAway(m, k, i)
		return true
	}
	r.willCome(m, k)
	if r.word(k).reading.Prep == 'l' && !m.firm && (m.status == "" || m.status == "ongoing") && !r.gone(m) {
		m.status = "planned" // وصل للمشاركة في محادثات
	}
	return true
}

// afterRole reads who stands after the verb of role d, before the noun at token i.
func (r *reader) afterRole(d *deed, i int) {
	from := d.at
	if d.verb == "host" && r.area(from+1) { // تستضيف العاصمة ندى، تستضيف مدينة ندى
		if from++; r.isAdjective(from+1) && r.p.Mention(from+1) == nil {
			from++
		}
	}
	d.subject, d.next = r.after(from, i)
	if d.attends() && len(d.subject) > 0 && r.p.Word(d.next) == "مع" {
		more, _ := r.parties(d.next+1, i) // شارك سالم مع نادر في محادثات
		d.subject = append(d.subject[:len(d.subject):len(d.subject)], more...)
	}
}

// leadsSide takes the side that somebody leads to the meeting at token i by the verb d, and him for
// its head; the verb then tells of no head of the meeting itself.
func (r *reader) leadsSide(m *meeting, d *deed, i int) {
	if d.verb != "head" && r.word(d.at).entry.ID != leads || len(d.subject) != 1 {
		return
	}
	switch kind := d.subject[0].kind; {
	case kind == 'l':
	case kind != 'p':
		m.addAll(d.subject, "", "")
		d.subject, d.verb, d.side = r.beforeVerb(d.at), "head", true // سالم يقود وفد الحركة إلى المحادثات
		if len(d.subject) == 0 {
			d.subject = onePerson(r.afterNoun(i, m.clause.last)) // ترأس وفد الحركة في المحادثات سالم
		}
	case r.isDelegation(d.next):
		if side, _ := r.parties(d.next, i); len(side) == 1 && side[0].kind != 'p' { // ترأس سالم وفد الحركة إلى المحادثات
			m.addAll(side, m.partyRole(), "")
			d.verb, d.side = "head", true
		}
	}
}

// roleApart reads who has the role of the verb d where nobody stands between it and the noun at token
// i: before the verb, or after the noun.
func (r *reader) roleApart(m *meeting, d *deed, i int) {
	d.subject = r.beforeVerb(d.at)
	if len(d.subject) == 0 && d.verb == "head" && i == d.at+1 {
		if q, _, ok := r.somebody(i+1, m.clause.last); ok {
			d.subject = r.one(q) // ترأس الاجتماع سالم
		}
	}
	if len(d.subject) > 0 || !d.attends() {
		return
	}
	if r.denied(d.at) {
		d.subject = r.himself(d.at - 2)
	} else {
		d.subject = r.afterNoun(i, m.clause.last)
	}
}

// takesRole puts the subject of the verb of role d to the meeting at token i, in that role and with
// what the tense of the verb says of coming.
func (r *reader) takesRole(m *meeting, d *deed, i int) {
	k, role := d.at, d.verb
	if d.attends() {
		if r.denied(k) { // لن تشارك الجبهة في الجولة
			r.keepsAway(m, d.subject, stays(trimWaw(r.p.Word(k-1))), k)
			return
		}
		role = ""
		if len(d.subject) > 0 {
			role = r.inCapacity(d.next, i, m.clause.last)
		}
	}
	s := r.verbStatus(k)
	if s == "ongoing" && r.word(k).reading.Prep == 'l' {
		s = "planned" // وصل ليشارك في المحادثات
	}
	m.addAll(d.subject, role, attendanceAt(d.verb, s))
	if d.verb == "head" && !d.side {
		m.chairs(d.subject) // ترأس سالم الاجتماع
	}
	if role == "" && len(d.subject) > 0 && under(r.p.Word(d.next)) { // شارك وفد من الحركة برئاسة سالم في محادثات
		if lead, _ := r.parties(d.next+1, i); len(lead) > 0 && lead[0].kind == 'p' {
			m.addAll(lead[:1], "head", attendanceAt(d.verb, s))
		}
	}
	if s != "" && !m.firm {
		m.status = s
	}
}

// accompanies is the verb for going with somebody.
const accompanies = "rafaqa"

// chairs notes that those of list head the meeting itself and no delegation.
func (m *meeting) chairs(list []party) {
	for n := range m.parts {
		if q := &m.parts[n]; q.role == "head" && slices.ContainsFunc(list, func(o party) bool { return o.name == q.name }) {
			q.chair = true
		}
	}
}

// tookOver takes who is told to have taken on the role that the noun at token k is: «قمرستان
// وزهرستان اللتان تتوليان الوساطة في المفاوضات».
func (r *reader) tookOver(m *meeting, k int, v string) bool {
	switch r.stem(k - 1) {
	case "تولي", "يتولي", "تتولي", "تولت", "يتوليان", "تتوليان", "يتولون":
	default:
		return v == "host" && r.offersRoom(m, k)
	}
	list := r.beforeVerb(k - 1)
	m.addAll(list, v, "")
	return len(list) > 0
}

// offersRoom takes who is told to be willing to host the meeting by the noun at token k: «عرضت قمرستان
// استضافة محادثات», «أبدت قمرستان استعدادها لاستضافة الجولة».
func (r *reader) offersRoom(m *meeting, k int) bool {
	for j := k - 1; j >= m.clause.first && j >= k-8; j-- {
		if _, verb := r.finite(j); !verb {
			continue
		}
		switch trimWaw(r.stem(j)) {
		case "عرض", "عرضت", "يعرض", "تعرض", "ابدي", "ابدت", "اقترح", "اقترحت", "اعلن", "اعلنت", "وافق", "وافقت", "قبل", "قبلت", "تستعد", "يستعد", "تعتزم", "يعتزم", "قرر", "قررت":
		default:
			return false
		}
		list := r.subjectAt(j, k)
		if r.denied(j) || len(list) != 1 || list[0].kind == 'p' || list[0].kind == 'g' {
			return false
		}
		m.addAll(list, "host", "")
		if !m.firm {
			m.status, m.firm = "planned", true
		}
		return true
	}
	return false
}

// willCome takes who is told to agree to take part in the meeting, or to affirm that he will, with
// the noun for taking part at token k: «وافقت الحركة على المشاركة في محادثات», «أكدت مشاركتها».
func (r *reader) willCome(m *meeting, k int) {
	own := r.word(k).reading.Pronoun != ""
	for j := k - 1; j >= m.clause.first && j >= k-16; j-- {
		switch trimWaw(r.p.Word(j)) {
		case "وافق", "وافقت", "وافقوا", "افق", "افقت", "افقوا", "قبل", "قبلت", "قبلوا", "قرر", "قررت", "قرروا", "يعتزم", "تعتزم", "يعتزمون":
		case "اكد", "اكدت", "اكدوا", "اعلن", "اعلنت", "اعلنوا":
			if !own {
				return
			}
		default:
			if _, verb := r.finite(j); verb && !r.relative(j-1) {
				return
			}
			continue
		}
		if r.denied(j) || r.p.Word(j) == "قبل" && !r.verbQabil(j) {
			return
		}
		list, _ := r.after(j, k)
		if len(list) == 0 {
			list = r.beforeVerb(j)
		}
		for _, q := range list {
			m.add(participant{party: q, attendance: "expected"})
		}
		if len(list) > 0 && !m.firm && m.status == "" && !r.gone(m) {
			m.status = "planned"
		}
		return
	}
}

// himself is who speaks, where token i is إن with a pronoun: «وقالت الجبهة إنها لن تحضر».
func (r *reader) himself(i int) []party {
	switch strings.TrimPrefix(r.p.Word(i), "ب") {
	case "انه", "انها", "انهم", "انهما":
	default:
		return nil
	}
	s := r.sayer(i + 1)
	if s == nil || s.speaker.empty() {
		return nil
	}
	list, _ := r.parties(s.speaker.first, s.speaker.last)
	return list
}

// stays is what the denial w before a verb of taking part says of its subject.
func stays(w string) string {
	if w == "لن" {
		return "refused"
	}
	return "absent"
}

// attendanceAt is what a verb of taking part says of its subject by its course; of
// other roles it says nothing.
func attendanceAt(role, course string) string {
	if role != "present" && role != "party" {
		return ""
	}
	switch course {
	case "concluded", "ongoing":
		return "attended"
	case "planned":
		return "expected"
	}
	return ""
}

// stayed reports whether a word of attendance governs the noun for taking part
// at token k: رفضت المشاركة، علقت مشاركتها.
func (r *reader) stayed(m *meeting, k int) bool {
	for j := k - 1; j >= m.clause.first && j >= k-8; j-- {
		if r.class(j) == lexicon.TalkAttend || r.suspends(j) {
			return true
		}
	}
	return false
}

// leftAttend reads who stayed away from the meeting at token i: قاطعت المعارضة
// الجولة.
func (r *reader) leftAttend(m *meeting, k, i int, v string) {
	list, _ := r.after(k, i)
	if len(list) == 0 {
		list = r.beforeVerb(k)
	}
	if (len(list) == 0 || list[0].kind == 'l' && !strings.HasPrefix(list[0].actor, "state:")) && r.opens(m.clause.first-1) { // لكن المندوبين الذين … قاطعوا الاجتماع
		list, _ = r.parties(m.clause.first, k)
	}
	if len(list) == 0 && v != "refused" { // وتغيب عن المحادثات الحكومة
		at := i + 1
		for at < m.clause.last && (r.isAdjective(at) || r.p.Mention(at) != nil && r.p.Mention(at).Actor == m.placeID) {
			at++
		}
		if r.p.Word(at) == "،" {
			at++
		}
		list, _ = r.parties(at, m.clause.last)
	}
	if r.word(k).entry.ID == lagging && r.p.Word(i-1) != "عن" && !r.attendance(k, i) {
		return // تخلفت عن السداد قبل الاجتماع
	}
	if v == "refused" && !r.attendance(k, i) {
		r.declines(m, k, i)
		return
	}
	if r.denied(k) || r.merelySaid(m, k) {
		m.addAll(list, "", "") // لن تنسحب الحركة من المحادثات
		return
	}
	r.keepsAway(m, list, v, k)
}

// keepsAway notes that those of list do not come to the meeting, as v says, and why by the word at
// token k.
func (r *reader) keepsAway(m *meeting, list []party, v string, k int) {
	why := r.reason(k)
	for _, q := range list {
		m.add(participant{party: q, attendance: v, reason: why})
	}
	if len(list) > 0 {
		m.rule = ruleAttendance
	}
}

// lagging is the verb for staying behind, be it from a meeting or else.
const lagging = "takhallafa"

// attendance reports whether between tokens k and i stands a word for taking
// part: رفض المشاركة في، رفض حضور.
func (r *reader) attendance(k, i int) bool {
	for j := k + 1; j < i; j++ {
		if v, ok := r.is(j, lexicon.TalkRole); ok && (v == "party" || v == "present") {
			return true
		}
		if w := r.stem(j); w == "دخول" || w == "ذهاب" || w == "جلوس" || w == "انضمام" {
			return true
		}
	}
	return false
}
