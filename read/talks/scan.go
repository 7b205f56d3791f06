package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// right reads what follows the noun phrase or verb of a meeting from token j
// to the end of its clause.
func (r *reader) right(m *meeting, j int) {
	p := r.p
	lim := m.clause.last
	relative := false
	for k := j; k < lim; k++ {
		w := p.Word(k)
		if d := p.Date(k); d != nil {
			m.when(d)
			for k+1 < lim && p.Date(k+1) == d {
				k++
			}
			continue
		}
		switch {
		case phrases.Relative(w):
			relative = true
			continue
		case w == "بين" || w == "بينه" || w == "وبين":
			list, next := r.parties(k+1, lim)
			m.addAll(list, m.partyRole(), "")
			m.own += len(list)
			k = max(k, next-1)
			continue
		case w == "مع" || w == "ومع":
			list, next := r.parties(k+1, lim)
			m.addAll(list, "", "")
			m.own += len(list)
			k = max(k, next-1)
			continue
		}
		if next, ok := r.roleAt(m, k, lim); ok {
			k = max(k, next-1)
			continue
		}
		if next, ok := r.topicAt(m, k, lim); ok {
			k = max(k, next-1)
			continue
		}
		if v, ok := r.is(k, lexicon.TalkCourse); ok && (relative || k <= j+2 || r.talk[k].sense.Tense == arabic.Past) {
			r.courseVerb(m, k, v)
			continue
		}
		if c := r.class(k); (c == lexicon.TalkMeeting && !r.spoken(k) || c == lexicon.TalkMeet && r.talk[k].sense.Tense != arabic.Masdar) && k > j+1 {
			if !relative || c == lexicon.TalkMeet {
				m.clause.last = k
				return
			}
		}
		if r.class(k) == lexicon.TalkHold && relative {
			if s := r.verbStatus(k); s != "" && !m.firm {
				m.status = s
			}
			continue
		}
		if r.placeAt(m, k) {
			continue
		}
		if (w == "المقرر" || w == "مقرر" || w == "المتوقع" || w == "المنتظر" || w == "المزمع") && !m.firm {
			m.status = "planned"
		}
	}
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
		return
	}
	if t, ok := r.finite(k); ok {
		if r.future(k) {
			m.status, m.firm = "planned", true
			if v == "concluded" || v == "opened" {
				return
			}
		} else if r.p.Word(k-1) == "لم" || r.p.Word(k-1) == "لا" {
			return
		} else if v == "opened" && t == arabic.Present {
			v = "planned"
		}
	}
	if m.firm && (m.status == "collapsed" || m.status == "planned") {
		return
	}
	m.status, m.firm = v, true
	m.ends = v == "collapsed" || v == "concluded"
}

// placeAt takes the place that token k puts the meeting in.
func (r *reader) placeAt(m *meeting, k int) bool {
	p := r.p
	mn := p.Mention(k)
	if mn == nil || mn.Type != fact.Location || k > 0 && p.Mention(k-1) == mn {
		return false
	}
	in := r.placed(k, m.clause.first) || mn.Start > p.Tokens[k].Start && p.Word(k)[:2] == "ب"
	to := false
	if m.noun == "visit" || m.kind == "visit" {
		for j := k - 1; j >= 0 && j >= k-4; j-- {
			if w := p.Word(j); w == "الي" {
				to = true
			}
		}
		to = to || mn.Start > p.Tokens[k].Start && strings.HasPrefix(p.Word(k), "ل")
	}
	if !in && !to {
		return false
	}
	if m.place == "" || to && m.noun == "visit" {
		m.place, m.placeID = mn.Name, mn.Actor
		m.own++
	}
	return true
}

// roleAt takes a role told at token k: «برعاية X»، «بوساطة X»، «ترعاها X»، «بحضور X».
func (r *reader) roleAt(m *meeting, k, lim int) (int, bool) {
	v, ok := r.is(k, lexicon.TalkRole)
	rd := r.talk[k].reading
	s := r.talk[k].sense
	if !ok || v == "guarantor" {
		return k, false
	}
	verb := s.Tense == arabic.Past || s.Tense == arabic.Present
	if !verb && rd.Prep != 'b' && r.p.Word(k-1) != "تحت" && rd.Prep != 'l' && !(rd.Conj == 'w' && s.Tense == arabic.Masdar) {
		return k, false
	}
	if verb && v != "host" && v != "sponsor" && v != "mediator" && v != "party" && v != "present" && v != "head" {
		return k, false
	}
	start := k + 1
	for start < lim && (phrases.Adverb(r.p.Word(start)) || r.p.Word(start) == "فيها" || r.p.Word(start) == "فيه" || r.p.Word(start) == "عليها" || r.p.Word(start) == "من") {
		start++
	}
	list, next := r.parties(start, lim)
	if len(list) == 0 {
		if q, found := r.adjectiveSide(start); found {
			list, next = []party{q}, start+1
		}
	}
	role, att := v, ""
	switch v {
	case "present":
		role, att = "", ""
	case "party":
		role = ""
	case "head":
		role = "head"
	}
	m.addAll(list, role, att)
	return next, len(list) > 0
}

// adjectiveSide is the state that an adjective after a noun of role stands for:
// برعاية أمريكية.
func (r *reader) adjectiveSide(k int) (party, bool) {
	_, s, ok := r.p.Find(k, lexicon.NisbaWord, func(rd lexicon.Reading, _ lexicon.Sense) bool { return rd.Prep == 0 })
	if !ok {
		if w := stem(r.p.Word(k)); w == "امميه" || w == "اممي" {
			return party{at: span{k, k + 1}, name: "الأمم المتحدة", actor: "org:un", kind: 'o'}, true
		}
		return party{}, false
	}
	st := r.p.Lex.States[s.Entry]
	return party{at: span{k, k + 1}, name: st.Name, actor: "state:" + st.ID, kind: 'l'}, true
}

// topicAt takes the agenda told at token k: «لبحث …»، «حول …»، «تناولت …».
func (r *reader) topicAt(m *meeting, k, lim int) (int, bool) {
	if len(m.agenda) >= 3 {
		return k, false
	}
	w := r.p.Word(k)
	start := k + 1
	switch strings.TrimPrefix(w, "و") {
	case "لبحث", "لمناقشه", "بشان", "حول", "بخصوص", "لمتابعه", "تناولت", "تناول", "تناولا", "بهدف", "تتناول", "يتناول", "تركزت", "تركز", "يبحث", "تبحث", "ستبحث", "ستتناول", "بحثا", "للتباحث", "للبحث", "بغيه", "تستهدف", "تهدف":
	default:
		return k, false
	}
	if u := r.p.Word(start); u == "في" || u == "الي" || u == "علي" || u == "حول" {
		start++
	}
	end := start
	for end < lim && end < start+18 {
		u := r.p.Word(end)
		if u == "،" || u == "," || phrases.Relative(u) || u == "مع" || u == "في" && end > start+4 || r.p.Date(end) != nil {
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
