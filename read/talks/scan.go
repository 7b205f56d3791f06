package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// mentioned reports whether another meeting begins at token k, where the words
// of this one end.
func (r *reader) mentioned(m *meeting, k, j int, relative bool) bool {
	c := r.class(k)
	if c == lexicon.TalkMeet && r.word(k).sense.Tense != arabic.Masdar && k > j {
		m.clause.last = k
		return true
	}
	if c != lexicon.TalkMeeting || r.spoken(k) || relative || k < j {
		return false
	}
	if r.p.Word(k-1) == "هامش" && !r.spoken(k) {
		if k+1 < len(r.p.Tokens) && m.place == "" && r.town(k+1) && r.p.Mention(k+1).Start == r.p.Tokens[k+1].Start {
			o := r.p.Mention(k + 1) // على هامش اجتماعات ندى
			m.place, m.placeID = o.Name, o.Actor
		}
		return false
	}
	if w := r.p.Word(k - 1); (w == "في" || w == "خلال") && (m.noun == "" || m.noun == "talks") {
		if v, _ := r.is(k, lexicon.TalkMeeting); v == "gathering" || v == "encounter" || v == "session" {
			if o, ok := r.p.OrdinalAt(k + 1); ok && !o.Definite && o.Prep == 0 && o.Conj == 0 {
				m.ordinal = max(m.ordinal, o.Value) // المفاوضات في جلسة خامسة
			}
			r.talk[k] = 0 // the same meeting by another noun: التقيا في اجتماع
			return false
		}
	}
	m.clause.last = k
	return true
}

// adverbial reports whether token i ends an adverbial phrase: it has a
// preposition, is an adverb, or names a place.
func (r *reader) adverbial(i int) bool {
	p := r.p
	if m := p.Mention(i); m != nil {
		return m.Type == fact.Location
	}
	if p.Mark(i) || p.Date(i) != nil || r.adverb(i) {
		return true
	}
	for _, rd := range r.readings(i) {
		if rd.Kinds != 0 {
			return rd.Prep == 'b'
		}
	}
	switch r.class(i) {
	case lexicon.TalkCourse, lexicon.TalkHold:
		return true
	}
	return false
}

// aside reports whether w opens words that stand beside the meeting: على هامش،
// في إطار، في محاولة.
func aside(w, next string) bool {
	switch w {
	case "علي":
		return next == "هامش" || next == "خلفيه"
	case "في":
		return next == "اطار" || next == "محاوله" || next == "مسعي" || next == "سياق" || next == "ضوء" || next == "ظل"
	case "اثناء", "سعيا", "بغيه", "وسط", "رغم", "بهدف", "لاجل", "وذلك", "تمهيدا", "املا", "بسبب", "جراء", "نتيجه":
		return true
	}
	return false
}

// purpose reports whether token k begins a phrase of purpose: ل and a verb or
// the noun of one (لدفع، لإقناع).
func (r *reader) purpose(k int) bool {
	if r.p.Mention(k) != nil {
		return false
	}
	w := strings.TrimPrefix(r.p.Word(k), "و")
	if !strings.HasPrefix(w, "ل") || r.class(k) == lexicon.TalkMeeting || w == "لقاده" {
		return false // لقادة الدول
	}
	if w == "للتوصل" || w == "للوصول" {
		return true
	}
	for _, rd := range r.readings(k) {
		if rd.Prep != 'l' || rd.Det {
			continue
		}
		for _, s := range r.p.Lex.Senses(rd) {
			if (s.Kind == lexicon.DeedWord || s.Kind == lexicon.SpeechWord) && (s.Tense == arabic.Masdar || s.Tense == arabic.Present || s.Tense == arabic.Jussive) {
				return true
			}
		}
	}
	return false
}

// partyRole is the role of those between whom talks are.
func (m *meeting) partyRole() string {
	if m.noun == "talks" || m.noun == "round" || m.noun == "dialogue" || m.noun == "stage" {
		return "party"
	}
	return ""
}

// courseVerb lays a verb or noun of course at token k into the meeting.
func (r *reader) courseVerb(m *meeting, k int, v string) {
	if v == "resumed" {
		if t, ok := r.finite(k); ok && t == arabic.Past && !m.firm && !r.denied(k) && m.noun == "talks" {
			m.status, m.firm, m.began = "opened", true, true // المحادثات قد استؤنفت الخميس
		} else if ok && !m.firm && r.future(k) {
			m.status, m.firm = "planned", true
		}
		return
	}
	if v == "opened" && r.word(k).sense.Tense == arabic.Masdar && r.p.Word(k-1) == "في" && m.ordinal == 0 && r.pointsBack(m.at) {
		return // في بداية الاجتماع
	}
	if t, ok := r.finite(k); ok {
		if r.future(k) && v == "ongoing" && goesOnItself(r.p.Word(k)) {
			m.status, m.firm, m.goingOn = v, true, true // المحادثات التي ستتواصل غدا have begun
			return
		} else if r.future(k) {
			m.status, m.firm = "planned", true
			if v == "concluded" || v == "opened" {
				return
			}
		} else if r.denied(k) {
			return
		} else if v == "opened" && t == arabic.Present {
			v = "planned"
		}
	}
	m.began = m.began || v == "opened"
	if m.firm && (m.status == "collapsed" || m.status == "planned" && v != "postponed" && v != "cancelled") {
		return // تأجلت الجولة التي كانت مقررة
	}
	m.status, m.firm = v, true
	m.ends = v == "collapsed" || v == "concluded"
}

// goesOnItself reports whether w is a verb with which talks go on, and nobody goes on with
// them: ستتواصل، ستستمر.
func goesOnItself(w string) bool {
	switch trimWaw(w) {
	case "ستتواصل", "سيتواصل", "ستستمر", "سيستمر", "تتواصل", "يتواصل", "تستمر", "يستمر":
		return true
	}
	return false
}

// about reports whether w opens what a meeting is about.
func about(w string) bool {
	switch w {
	case "لبحث", "لمناقشه", "بشان", "حول", "بخصوص", "لمتابعه", "تناولت", "تناول", "تناولا", "بهدف", "تتناول", "يتناول", "تركزت", "تركز", "يبحث", "تبحث", "ستبحث", "ستتناول", "بحثا", "للتباحث", "للبحث", "بغيه", "تستهدف", "تهدف":
		return true
	}
	return false
}

// afterTopic reports whether w turns from what a meeting is about to when it is.
func afterTopic(w string) bool {
	switch w {
	case "بعد", "قبل", "قبيل", "خلال", "عقب", "منذ", "وذلك", "رغم":
		return true
	}
	return false
}

// centres reports whether w is a verb that says, with على or حول, what talks turn on.
func centres(w string) bool {
	switch w {
	case "ستركز", "سيركز", "ركزت", "ركز", "يركز", "ستتركز", "تتركز", "تمحورت", "تمحور", "ستتمحور":
		return true
	}
	return false
}

// roleAt takes a role told at token k: «برعاية X»، «بوساطة X»، «ترعاها X»، «بحضور X».
func (r *reader) roleAt(m *meeting, k, lim int) (int, bool) {
	v, ok := r.is(k, lexicon.TalkRole)
	rd := r.word(k).reading
	s := r.word(k).sense
	if !ok || v == "guarantor" {
		return k, false
	}
	verb := s.Tense == arabic.Past || s.Tense == arabic.Present
	if !verb && rd.Pronoun == "" && rd.Prep != 'b' && r.p.Word(k-1) != "تحت" && r.p.Word(k-1) != "بفضل" && r.p.Word(k-1) != "عبر" && rd.Prep != 'l' && !(rd.Conj == 'w' && s.Tense == arabic.Masdar) && !(v == "party" && knows(r.p.Word(k-1))) {
		return k, false
	}
	if verb && v != "host" && v != "sponsor" && v != "mediator" && v != "party" && v != "present" && v != "head" {
		return k, false
	}
	start := k + 1
	for start < lim && (r.adverb(start) || r.p.Word(start) == "فيها" || r.p.Word(start) == "فيه" || r.p.Word(start) == "عليها" || r.p.Word(start) == "من") {
		start++
	}
	if start < lim && r.preposition(start) && r.beside(start) == start {
		return k, false // قادها أمام الحاضرين
	}
	if v == "head" && strings.HasPrefix(r.stem(k), "رياس") && rd.Prep == 0 && rd.Pronoun != "" && s.Tense == arabic.Masdar {
		return k, false // حكومة يتولى رئاستها سالم
	}
	list, next := r.parties(r.beside(start), lim)
	if r.beside(start) > start && len(list) > 0 && r.p.Word(next) == "،" {
		if more, end := r.parties(next+1, lim); len(more) > 0 { // يشارك فيها إلى جانب سالم، نادر
			list, next = append(list[:len(list):len(list)], more...), end
		}
	}
	if len(list) == 0 {
		for next = start; next < lim; next++ { // برعاية قمرية زهرية
			q, found := r.adjectiveSide(next)
			if !found {
				break
			}
			list = append(list, q)
		}
	}
	if r.word(k).entry.ID == accompanies {
		list = slices.DeleteFunc(list, func(q party) bool { return q.kind == 'g' && !r.isDefinite(q.at.first) }) // يرافقه وفد رسمي
	}
	role, att := v, ""
	switch v {
	case "present", "party":
		role = r.capacity(next)
	case "head":
		role = "head"
		if strings.HasPrefix(r.stem(k), "راس") { // وعلى رأسها الحركة, and no city that is talked about
			role = ""
			list = slices.DeleteFunc(list, func(q party) bool { return q.kind == 'l' && !strings.HasPrefix(q.actor, "state:") })
		}
	}
	if before, ok := r.is(k-1, lexicon.TalkRole); v == "sponsor" && r.word(k).entry.ID == leads && verb && (ok && before == "mediator" || r.isAdjective(k-1) && r.mediation(k-2)) {
		role = "mediator" // بوساطة قمرستانية يقودها سالم
	}
	if v == "sponsor" && role == "sponsor" && r.word(k).entry.ID == leads && (!verb && m.endsWithSide(k) || verb && rd.Pronoun == "ه" && r.delegationBefore(k)) {
		role = "head" // وفد الحركة بقيادة سالم, وفد الحركة يقوده سالم
	}
	if role == "head" {
		n := 0
		for n < len(list) && list[n].kind == 'p' {
			n++
		}
		if n > 0 {
			m.addAll(list[n:], "", att) // برئاسة سالم، ووفد الحركة
			list = list[:n]
		}
	}
	m.addAll(list, role, att)
	if role == "head" && m.noun != "visit" && m.kind != "visit" && !m.endsWithSide(k) && !(r.p.Mark(k-1) && (m.endsWithSide(k-1) || m.endsWithSide(k-2))) && !r.delegationBefore(k) {
		m.chairs(list) // اجتماع برئاسة سالم
	}
	if verb && m.status == "" && len(list) > 0 {
		m.status = r.verbStatus(k)
	}
	return next, len(list) > 0
}

// mediation reports whether token i is the noun for mediating.
func (r *reader) mediation(i int) bool {
	v, ok := r.is(i, lexicon.TalkRole)
	return ok && v == "mediator" && r.word(i).sense.Tense == arabic.Masdar
}

// beside is the token after «إلى جانب» at token i, i where it does not stand there.
func (r *reader) beside(i int) int {
	if r.p.Word(i) == "الي" && r.p.Word(i+1) == "جانب" {
		return i + 2
	}
	return i
}

// opensRole takes the role told at the head of the clause of a meeting: «برعاية القمر، عقدت
// الحكومة والحركة جولة», «بفضل وساطة القمر، وقعت …».
func (r *reader) opensRole(m *meeting, lim int) {
	k := m.clause.first
	if r.talk[k] == 0 || r.class(k) == lexicon.TalkKeep { // وفي غياب, and not وفى
		k++
	}
	if k >= lim || r.word(k).sense.Tense != arabic.Masdar {
		return
	}
	switch r.class(k) {
	case lexicon.TalkRole:
		r.roleAt(m, k, lim)
	case lexicon.TalkAttend: // في غياب الحركة، انطلقت الجولة
		r.missing(m, k, lim)
	}
}

// alsoThere takes the role that the clause after the meeting's tells by a verb with a pronoun
// for it: «… وحضره سالم», «… وشارك فيها نادر».
func (r *reader) alsoThere(m *meeting) {
	k := m.clause.last
	contrast := false
	switch r.p.Word(k) {
	case "بينما", "وبينما", "فيما", "وفيما", "اذ", "حيث", "كما", "لكن", "ولكن":
		contrast = true // ترفض الحركة المحادثات، بينما تشارك فيها الجبهة
		k++
	}
	if r.class(k) == lexicon.TalkAttend && r.sentenceOf(k) == r.sentenceOf(m.at) {
		r.alsoAway(m, k)
		return
	}
	if r.class(k) != lexicon.TalkRole || !contrast && !r.joinedVerb(k) || r.sentenceOf(k) != r.sentenceOf(m.at) || r.denied(k) {
		return
	}
	if r.word(k).reading.Pronoun == "" {
		switch r.p.Word(k + 1) {
		case "فيه", "فيها", "بها":
		default:
			return
		}
	}
	told := len(m.parts)
	r.roleAt(m, k, r.clause(k).last)
	if s := r.verbStatus(k); contrast {
		for n := told; n < len(m.parts); n++ {
			if q := &m.parts[n]; q.role == "" && q.attendance == "" {
				q.attendance = attendanceAt("present", s)
			}
		}
	}
}

// capacity is the role in which those told before token k are there: «بحضور سالم بصفة
// مراقب»، «بمشاركة القمر والزهرة كمراقبين»; "" where none is told.
func (r *reader) capacity(k int) string {
	switch w := r.p.Word(k); {
	case w == "بصفه" || w == "بصفتها" || w == "بصفته" || w == "بصفتهم" || w == "بصفتهما":
		k++
	case strings.HasPrefix(w, "ك"):
	default:
		return ""
	}
	switch strings.TrimPrefix(r.stem(k), "ك") {
	case "مراقب", "مراقبا", "مراقبه", "مراقبين", "مراقبتين":
		return "observer"
	case "وسيط", "وسيطا", "وسيطه", "وسيطين", "وسطاء":
		return "mediator"
	case "ضامن", "ضامنا", "ضامنه", "ضامنين":
		return "guarantor"
	}
	return ""
}

// knows reports whether w is a verb with which writers of the Maghreb say that a meeting has
// somebody's part in it: محادثات تعرف مشاركة الحكومة.
func knows(w string) bool {
	switch w {
	case "تعرف", "عرفت", "يعرف", "عرف", "ستعرف", "سيعرف", "تشهد", "شهدت", "يشهد", "شهد", "ستشهد", "سيشهد":
		return true
	}
	return false
}

// endsWithSide reports whether the phrase of a side that meets ends right before token k.
func (m *meeting) endsWithSide(k int) bool {
	for n := range m.parts {
		if q := &m.parts[n]; q.at.last == k && q.kind != 'p' && q.kind != 'l' {
			return true
		}
	}
	return false
}

// adjectiveSide is the state that an adjective after a noun of role stands for:
// برعاية أمريكية.
func (r *reader) adjectiveSide(k int) (party, bool) {
	_, s, ok := r.p.Find(k, lexicon.NisbaWord, func(rd lexicon.Reading, _ lexicon.Sense) bool { return rd.Prep == 0 })
	if !ok {
		if w := r.stem(k); w == "امميه" || w == "اممي" {
			return party{at: span{k, k + 1}, name: "الأمم المتحدة", actor: "org:un", kind: 'o'}, true
		}
		return party{}, false
	}
	st := r.p.Lex.States[s.Entry]
	if st.ID == "pse" { // the side at the table is the people, whoever speaks for it
		return party{at: span{k, k + 1}, name: "الفلسطينيون", kind: 'g'}, true
	}
	return party{at: span{k, k + 1}, name: st.Name, actor: "state:" + st.ID, kind: 'l'}, true
}

// topicAt takes the agenda told at token k: «لبحث …»، «حول …»، «تناولت …».
func (r *reader) topicAt(m *meeting, k, lim int) (int, bool) {
	if len(m.agenda) >= 3 {
		return k, false
	}
	start := k + 1
	switch w := trimWaw(r.p.Word(k)); {
	case centres(w):
		for start < lim && start < k+4 && r.p.Word(start) != "علي" && r.p.Word(start) != "حول" {
			start++
		}
	case !about(w):
		return k, false
	}
	if u := r.p.Word(start); u == "في" || u == "الي" || u == "علي" || u == "حول" {
		start++
	}
	end := start
	for end < lim && end < start+18 {
		u := r.p.Word(end)
		if end > start && afterTopic(u) && r.p.Word(end-1) != "ما" {
			break // حول السلام بعد يوم من …
		}
		if u == "،" || u == "," || r.relative(end) || u == "مع" || u == "في" && (end > start+4 || r.city(end+1)) || r.p.Date(end) != nil {
			break
		}
		if _, ok := r.finite(end); ok && end > start {
			break
		}
		if _, ok := r.is(end, lexicon.TalkRole); ok && end > start {
			break
		}
		end++
	}
	if end-start < 1 {
		return k, false
	}
	m.agenda = append(m.agenda, span{start, end})
	return end, true
}
