package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// roleAt takes a role told at token k: «برعاية X»، «بوساطة X»، «ترعاها X»، «بحضور X».
func (r *reader) roleAt(m *meeting, k, lim int) (int, bool) {
	v, ok := r.is(k, lexicon.TalkRole)
	if !ok || v == "guarantor" || !r.tellsRole(k, v) {
		return k, false
	}
	rd, s := r.word(k).reading, r.word(k).sense
	start := r.overBack(r.overShared(k, lim), lim)
	if start < lim && r.preposition(start) && r.beside(start) == start {
		return k, false // قادها أمام الحاضرين
	}
	if v == "head" && strings.HasPrefix(r.stem(k), "رياس") && rd.Prep == 0 && rd.Pronoun != "" && s.Tense == arabic.Masdar {
		return k, false // حكومة يتولى رئاستها سالم
	}
	list, next := r.inRole(start, lim)
	if r.word(k).entry.ID == accompanies {
		list = slices.DeleteFunc(list, func(q party) bool { return q.kind == 'g' && !r.isDefinite(q.at.first) }) // يرافقه وفد رسمي
	}
	role := r.roleTold(m, k, next, v)
	if role == "sponsor" && r.envoyLeads(k, list) {
		role = "mediator"
	}
	if role == "" {
		role = r.watching(list)
	}
	if v == "head" && role == "" { // وعلى رأسها الحركة, and no city that is talked about
		list = slices.DeleteFunc(list, func(q party) bool { return q.kind == 'l' && !strings.HasPrefix(q.actor, "state:") })
	}
	if role == "head" {
		r.headedBy(m, list, k)
	} else {
		m.addAll(list, role, "")
	}
	if m.status == "" && len(list) > 0 {
		m.status = r.verbStatus(k)
	}
	return next, len(list) > 0
}

// overShared is the token from which those are told who have the role that the noun at token k is,
// over an adjective of it before «من»: «برعاية {مشتركة} من القمر والزهرة», «بحضور {لافت} من».
func (r *reader) overShared(k, lim int) int {
	if k+2 >= lim || r.word(k).sense.Tense != arabic.Masdar || r.word(k).reading.Pronoun != "" {
		return k + 1
	}
	if r.p.Word(k+2) == "من" && r.p.Mention(k+1) == nil && !r.has(k+1, stemSide) && r.isAdjective(k+1) && !r.isDefinite(k+1) && !r.p.Is(k+1, lexicon.NisbaWord) {
		return k + 3
	}
	return k + 1
}

// envoyLeads reports whether the verb of leading at token k has an envoy for its subject, who leads
// talks between others: «محادثات قادها المبعوث سالم».
func (r *reader) envoyLeads(k int, list []party) bool {
	if r.word(k).entry.ID != leads || !finiteTense(r.word(k).sense.Tense) || len(list) != 1 || list[0].kind != 'p' {
		return false
	}
	return r.isEnvoy(list[0].actor) || envoy(strings.TrimPrefix(r.stem(list[0].at.first), "ال"))
}

// watching is the role of those of list who are told to be observers of somebody: «بحضور مراقبين من
// القمر والزهرة»; "" where they are told to be none.
func (r *reader) watching(list []party) string {
	if len(list) == 0 || !observers(r.stem(list[0].at.first)) {
		return ""
	}
	return "observer"
}

// observers reports whether w (a stem) is a noun for those who watch talks.
func observers(w string) bool {
	switch w {
	case "مراقب", "مراقبون", "مراقبين", "مراقبو", "مراقبي":
		return true
	}
	return false
}

// tellsRole reports whether the word for the role v at token k stands in a way that tells who has
// it: as a verb, with a pronoun for the meeting, after a preposition or joined to what stands
// before. A noun for it alone tells of the role and not of the meeting's.
func (r *reader) tellsRole(k int, v string) bool {
	rd, s := r.word(k).reading, r.word(k).sense
	if finiteTense(s.Tense) {
		switch v {
		case "host", "sponsor", "mediator", "party", "present", "head":
			return true
		}
		return false
	}
	if rd.Pronoun != "" || rd.Prep == 'b' || rd.Prep == 'l' || rd.Conj == 'w' && s.Tense == arabic.Masdar {
		return true
	}
	switch w := r.p.Word(k - 1); w {
	case "تحت", "بفضل", "عبر":
		return true
	default:
		return v == "party" && knows(w)
	}
}

// finiteTense reports whether t is the tense of a verb that has a subject, and not of a noun or an
// order.
func finiteTense(t arabic.Tense) bool { return t == arabic.Past || t == arabic.Present }

// overBack is the first token from k on that is neither an adverb nor a word that points back to the
// meeting: «يشارك {فيها أيضا} سالم».
func (r *reader) overBack(k, lim int) int {
	for k < lim {
		switch r.p.Word(k) {
		case "فيها", "فيه", "عليها", "من":
		default:
			if !r.adverb(k) {
				return k
			}
		}
		k++
	}
	return k
}

// inRole are those told from token k on to have a role, and the token after them.
func (r *reader) inRole(k, lim int) ([]party, int) {
	from := r.beside(k)
	list, next := r.parties(from, lim)
	if from > k && len(list) > 0 && r.p.Word(next) == "،" {
		if more, end := r.parties(next+1, lim); len(more) > 0 { // يشارك فيها إلى جانب سالم، نادر
			list, next = append(list[:len(list):len(list)], more...), end
		}
	}
	if len(list) > 0 {
		return list, next
	}
	for next = k; next < lim; next++ { // برعاية قمرية زهرية
		q, found := r.adjectiveSide(next)
		if !found {
			break
		}
		list = append(list, q)
	}
	return list, next
}

// roleTold is the role of those who are told after the word for the role v at token k and before
// token next; "" where they are only there.
func (r *reader) roleTold(m *meeting, k, next int, v string) string {
	switch v {
	case "present", "party":
		return r.capacity(next)
	case "head":
		if strings.HasPrefix(r.stem(k), "راس") { // وعلى رأسها الحركة
			return ""
		}
	case "sponsor":
		if r.word(k).entry.ID != leads {
			return v
		}
		verb := finiteTense(r.word(k).sense.Tense)
		if before, ok := r.is(k-1, lexicon.TalkRole); verb && (ok && before == "mediator" || r.isAdjective(k-1) && r.mediation(k-2)) {
			return "mediator" // بوساطة قمرستانية يقودها سالم
		}
		if !verb && m.endsWithSide(k) || verb && r.word(k).reading.Pronoun == "ه" && r.delegationBefore(k) {
			return "head" // وفد الحركة بقيادة سالم, وفد الحركة يقوده سالم
		}
	}
	return v
}

// headedBy takes who heads a delegation or the meeting by the word at token k: those of list up to
// the first who is no person, and after them those who are only there, «برئاسة سالم، ووفد الحركة».
func (r *reader) headedBy(m *meeting, list []party, k int) {
	n := 0
	for n < len(list) && list[n].kind == 'p' {
		n++
	}
	if n > 0 {
		m.addAll(list[n:], "", "")
		list = list[:n]
	}
	m.addAll(list, "head", "")
	if m.noun != "visit" && m.kind != "visit" && !m.endsWithSide(k) && !(r.p.Mark(k-1) && (m.endsWithSide(k-1) || m.endsWithSide(k-2))) && !r.delegationBefore(k) {
		m.chairs(list) // اجتماع برئاسة سالم
	}
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
