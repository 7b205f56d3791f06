package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// left reads what stands before the noun at token i: the verb that it belongs
// to, its subject, and words that say whether the meeting was, is or will be.
func (r *reader) left(m *meeting, i int) {
	p := r.p
	c := m.clause
	for k := i - 1; k >= c.first && k >= i-24; k-- {
		if d := p.Date(k); d != nil {
			if o := occasion(p.Word(k)); o != "" && (p.Word(i-1) == "من" || p.Word(i-1) == "علي") {
				m.status = o // قبل يومين من زيارة …
			} else if k >= i-3 {
				m.when(d)
			}
			continue
		}
		switch r.class(k) {
		case lexicon.TalkHold:
			r.heldBy(m, k, i)
			return
		case lexicon.TalkCourse:
			v, _ := r.is(k, lexicon.TalkCourse)
			if r.talk[k].sense.Tense == arabic.Participle && k < i-1 {
				continue
			}
			if v == "resumed" {
				m.weak = true
				if r.talk[k].sense.Tense == arabic.Masdar {
					return
				}
				continue
			}
			r.courseVerb(m, k, v)
			if t, ok := r.finite(k); ok && t != arabic.Jussive {
				r.subjectOf(m, k, i, false)
				r.between(m, k, i)
			}
			return
		case lexicon.TalkRole:
			v, _ := r.is(k, lexicon.TalkRole)
			if r.leftRole(m, k, i, v) {
				return
			}
		case lexicon.TalkAttend:
			v, _ := r.is(k, lexicon.TalkAttend)
			r.leftAttend(m, k, i, v)
			return
		case lexicon.TalkMeet:
			if r.talk[k].sense.Tense != arabic.Masdar {
				return
			}
		}
		w := p.Word(k)
		if _, ok := r.finite(k); ok {
			r.otherVerb(m, k, i)
			return
		}
		if m.status == "" && k >= i-5 {
			m.status = occasion(w)
			if m.status == "" && arranged(stem(w)) && k >= i-3 {
				m.status = "planned"
			}
		}
		switch stem(w) {
		case "احياء", "انعاش", "تحريك", "دفع", "فرص", "عوده", "للعوده", "بعد", "مسار", "طاوله", "نتائج", "جهود", "امكانيه", "موعد", "شروط", "شرط", "لانجاح", "انجاح":
			if k >= i-3 {
				m.weak = true
			}
		}
	}
}

// heldBy reads the verb of holding at token k: أجرى سالم محادثات، سيعقد لقاء.
func (r *reader) heldBy(m *meeting, k, i int) {
	if s := r.verbStatus(k); s != "" && !m.firm {
		m.status = s
	}
	if r.talk[k].sense.Tense == arabic.Masdar || r.talk[k].sense.Tense == arabic.Participle {
		r.masdarStatus(m, k)
		return
	}
	r.subjectOf(m, k, i, true)
	r.between(m, k, i)
}

// between takes places and dates between a verb and its noun.
func (r *reader) between(m *meeting, k, i int) {
	for j := m.clause.first; j < i; j++ {
		r.placeAt(m, j)
		if d := r.p.Date(j); d != nil {
			m.when(d)
		}
	}
}

// masdarStatus is the course of a meeting whose holding is a noun: «لإجراء
// محادثات»، «من أجل عقد اجتماع»، «عقد لقاء».
func (r *reader) masdarStatus(m *meeting, k int) {
	for j := k - 1; j >= m.clause.first && j >= k-8; j-- {
		w := r.p.Word(j)
		switch stem(w) {
		case "المقرر", "مقرر", "مقترح", "اقتراح", "دعا", "دعت", "يسعي", "تسعي", "يعتزم", "تعتزم", "دعوه", "ترتيب", "يسمح", "يتوقع", "اتفق", "اتفقت", "يمكن":
			m.status = "planned"
			return
		}
	}
}

// subjectOf finds who holds the meeting at token i with the verb at token k:
// the phrase after the verb, the phrase before it, or the one the text is about.
func (r *reader) subjectOf(m *meeting, k, i int, need bool) {
	if list, _ := r.after(k, i); len(list) > 0 {
		m.addAll(list, "", "")
		return
	}
	if !need {
		return
	}
	if r.passive(k) {
		return
	}
	if list := r.beforeVerb(k, m.clause.first); len(list) > 0 {
		m.addAll(list, "", "")
		return
	}
	if q, ok := r.topic(k); ok && !r.feminineTalks(k) {
		m.add(participant{party: q})
	}
}

// feminineTalks reports whether the verb at token k has the talks as its
// subject: تجري محادثات، عقدت جولة.
func (r *reader) feminineTalks(k int) bool {
	return r.class(k+1) == lexicon.TalkMeeting && r.talk[k].sense.Feminine && r.talk[k+1].reading.Conj == 0
}

// passive reports whether the verb at token k has no agent: عقدت الجولة، تم عقد.
func (r *reader) passive(k int) bool {
	n := k + 1
	if r.class(n) != lexicon.TalkMeeting {
		return false
	}
	return phrases.Definite(r.p, n) || r.talk[k].entry != nil && r.talk[k].entry.ID == "aqada"
}

// after reads the parties right after the verb at token k, over adverbs, dates
// and places.
func (r *reader) after(k, lim int) ([]party, int) {
	p := r.p
	j := k + 1
	for j < lim {
		w := p.Word(j)
		switch {
		case p.Date(j) != nil, phrases.Adverb(w) && p.Mention(j) == nil:
			j++
			continue
		case w == "في" && j+1 < lim && p.Mention(j+1) != nil && p.Mention(j+1).Type == fact.Location:
			j = p.TokenAt(p.Mention(j+1).End-1) + 1
			continue
		case w == "الي" && j+1 < lim && p.Mention(j+1) != nil && p.Mention(j+1).Type == fact.Location:
			j = p.TokenAt(p.Mention(j+1).End-1) + 1
			continue
		case w == "كل" || w == "،":
			j++
			continue
		}
		break
	}
	if j >= lim || strings.HasPrefix(p.Word(j), "ب") && p.Mention(j) != nil && p.Mention(j).Start > p.Tokens[j].Start {
		return nil, j
	}
	if r.prepositional(j) {
		return nil, j
	}
	return r.parties(j, lim)
}

// prepositional reports whether token j begins with an attached preposition.
func (r *reader) prepositional(j int) bool {
	p := r.p
	if m := p.Mention(j); m != nil {
		if m.Start == p.Tokens[j].Start {
			return false
		}
		w := strings.TrimPrefix(p.Word(j), "و")
		return strings.HasPrefix(w, "ب") || strings.HasPrefix(w, "ل") || strings.HasPrefix(w, "ك")
	}
	_, _, rd, ok := phrases.Office(p, j)
	if ok {
		return rd.Prep != 0
	}
	for _, rd := range p.Readings[j] {
		if rd.Cut == 0 && rd.Kinds != 0 {
			return false
		}
		if rd.Kinds != 0 {
			return rd.Prep != 0 && rd.Prep != 's'
		}
	}
	return false
}

// beforeVerb reads the subject that stands before the verb at token k: the
// longest phrase for somebody that ends right before it or before the relative
// pronoun that the verb follows.
func (r *reader) beforeVerb(k, least int) []party {
	p := r.p
	s := r.sentence(k)
	least = max(s.First, k-24)
	if r.conjoined(k) {
		return nil
	}
	j := k
	for j > least && (phrases.Adverb(p.Word(j-1)) && p.Mention(j-1) == nil || p.Date(j-1) != nil || p.Word(j-1) == "،" || p.Word(j-1) == "سوف" || phrases.Relative(p.Word(j-1))) {
		if w := p.Word(j - 1); w == "ان" || w == "انه" || w == "انها" || w == "انهم" {
			return nil
		}
		j--
	}
	for start := least; start < j; start++ {
		if p.Mark(start) || phrases.Adverb(p.Word(start)) && p.Mention(start) == nil || phrases.Preposition(p.Word(start)) {
			continue
		}
		if m := p.Mention(start); m != nil && start > least && p.Mention(start-1) == m {
			continue
		}
		if start > s.First && phrases.Preposition(p.Word(start-1)) {
			continue
		}
		list, end := r.parties(start, j)
		if len(list) > 0 && end == j {
			return list
		}
	}
	return nil
}

// conjoined reports whether the verb at token k has و or ف before it, so that
// what stands before is no subject of its.
func (r *reader) conjoined(k int) bool {
	if r.talk[k].entry != nil {
		return r.talk[k].reading.Conj != 0
	}
	return r.joinedVerb(k)
}

// topic is whom the text is about before token i: the subject of the sentence,
// the last who met, or the last person named.
func (r *reader) topic(i int) (party, bool) {
	p := r.p
	s := r.sentence(i)
	if q, ok := r.nearSubject(s.First, i); ok {
		return q, true
	}
	if q, ok := r.firstPerson(s.First, i); ok {
		return q, true
	}
	for n := len(r.met) - 1; n >= 0 && r.met[n].at > i-120; n-- {
		for _, q := range r.met[n].parts {
			if q.kind == 'p' && q.actor != "" {
				return q.party, true
			}
		}
	}
	for n := r.sentenceOf(i) - 1; n >= 0 && n >= r.sentenceOf(i)-3; n-- {
		if o := p.Sentences[n]; p.Body(o.First) {
			if q, ok := r.firstPerson(o.First, o.Last); ok {
				return q, true
			}
		}
	}
	return party{}, false
}

// nearSubject is the last person before token i who stands right beside a
// finite verb as its subject: «قال سالم»، «سالم قال».
func (r *reader) nearSubject(least, i int) (party, bool) {
	p := r.p
	for k := i - 1; k >= least; k-- {
		m := p.Mention(k)
		if m == nil || m.Type != fact.Person || k > least && p.Mention(k-1) == m || m.Start > p.Tokens[k].Start {
			continue
		}
		start := k
		for start > least && p.Mention(start-1) == nil && p.Date(start-1) == nil && !p.Mark(start-1) {
			if _, verb := r.finite(start - 1); verb || phrases.Preposition(p.Word(start-1)) || phrases.Adverb(p.Word(start-1)) || r.prepositional(start-1) {
				break
			}
			start--
		}
		_, before := r.finite(start - 1)
		after := false
		if next := p.TokenAt(m.End-1) + 1; next < i {
			_, after = r.finite(next)
			after = after && r.talk[next].reading.Conj == 0 && !r.governed(k, least)
		}
		if before && start > least && r.objectOf(start-1) || !before && !after {
			continue
		}
		return party{at: span{k, k + 1}, name: m.Name, actor: m.Actor, kind: 'p'}, true
	}
	return party{}, false
}

// objectOf reports whether what follows the verb at token k is its object, for
// its subject stands before it.
func (r *reader) objectOf(k int) bool {
	return r.class(k) == lexicon.TalkMeet && len(r.beforeVerb(k, 0)) > 0
}

// firstPerson is the first person named from token i on who is not governed by
// a preposition; failing that the last one before lim.
func (r *reader) firstPerson(i, lim int) (party, bool) {
	p := r.p
	var other party
	for k := i; k < lim; k++ {
		m := p.Mention(k)
		if m == nil && p.Tokens[k].Kind == arabic.Word {
			if _, _, rd, ok := phrases.Office(p, k); ok && rd.Prep == 0 && !r.governed(k, i) {
				if list, next, ok := r.party(k, lim, true); ok && list[0].kind == 'p' && (list[0].actor != "" || phrases.Definite(p, k) || next-k >= 2) {
					return list[0], true
				} else if ok {
					k = max(k, next-1)
				}
			}
			continue
		}
		if m == nil || m.Type != fact.Person || k > i && p.Mention(k-1) == m {
			continue
		}
		q := party{at: span{k, k + 1}, name: m.Name, actor: m.Actor, kind: 'p'}
		if m.Start == p.Tokens[k].Start && !r.governed(k, i) {
			return q, true
		}
		other = q
	}
	return other, other.name != ""
}

// governed reports whether a preposition governs the phrase that ends with the
// name at token k.
func (r *reader) governed(k, least int) bool {
	for j := k - 1; j >= least && j >= k-5; j-- {
		w := r.p.Word(j)
		switch w {
		case "مع", "بين", "عن", "من", "الي", "علي", "برئاسه", "بقياده", "لدي":
			return true
		}
		if _, ok := r.finite(j); ok || r.p.Mark(j) {
			return false
		}
	}
	return false
}

// leftRole reads a verb of role before the noun: استضافت القاهرة جولة، رعت، شارك سالم
// في اجتماع.
func (r *reader) leftRole(m *meeting, k, i int, v string) bool {
	t := r.talk[k].sense.Tense
	if t == arabic.Masdar || t == arabic.Participle {
		if v == "party" || v == "present" {
			return true
		}
		return false
	}
	list, _ := r.after(k, i)
	if len(list) == 0 {
		list = r.beforeVerb(k, m.clause.first)
	}
	if len(list) == 0 && (v == "present" || v == "party") {
		list = r.afterNoun(i, m.clause.last)
	}
	role := v
	if v == "party" || v == "present" {
		role = ""
	}
	m.addAll(list, role, "")
	if s := r.verbStatus(k); s != "" && !m.firm {
		m.status = s
	}
	return true
}

// afterNoun are those who stand after the noun at token i as the subject of the
// verb before it: حضر الاجتماع الذي عقد هناك سالم وهند.
func (r *reader) afterNoun(i, lim int) []party {
	for k := i + 1; k < lim && k < i+14; k++ {
		if r.p.Mention(k) != nil && r.p.Mention(k).Type == fact.Location || r.prepositional(k) || phrases.Preposition(r.p.Word(k-1)) {
			continue
		}
		if list, _ := r.parties(k, lim); len(list) > 0 && list[0].kind != 'l' {
			return list
		}
	}
	return nil
}

// leftAttend reads who stayed away from the meeting at token i: قاطعت المعارضة
// الجولة.
func (r *reader) leftAttend(m *meeting, k, i int, v string) {
	list, _ := r.after(k, i)
	if len(list) == 0 {
		list = r.beforeVerb(k, m.clause.first)
	}
	if v == "refused" && !r.attendance(k, i) {
		return
	}
	why := r.reason(k)
	for _, q := range list {
		m.add(participant{party: q, attendance: v, reason: why})
	}
	if len(list) > 0 {
		m.rule = ruleAttendance
	}
}

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

// otherVerb reads the tense of a verb that is none of talks.
func (r *reader) otherVerb(m *meeting, k, i int) {
	if m.noun == "call" || takesPart(r.stem(k)) {
		r.subjectOf(m, k, i, m.noun == "call")
		if s := r.tense(k); s != "" && m.status == "" {
			m.status = s
		}
	}
	if m.status == "" && r.future(k) {
		m.status = "planned"
	}
}

// takesPart reports whether w (a stem) is a verb whose subject is at the meeting
// that it governs: يخوض جولة، يواصل مشاوراته، دخل في مفاوضات.
func takesPart(w string) bool {
	switch w {
	case "واصل", "واصلت", "يواصل", "تواصل", "خاض", "خاضت", "يخوض", "تخوض", "دخل", "دخلت", "يدخل", "تدخل", "بدا", "بدات", "يبدا", "تبدا", "سيبدا", "ستبدا", "كثف", "كثفت", "سيواصل", "ستواصل", "استهل", "يستهل", "تستهل", "اختتم", "يختتم", "عاود":
		return true
	}
	return false
}

// arranged reports whether w (a stem) governs a meeting that is still to come:
// ترتيب لقاء، دعوة إلى اجتماع.
func arranged(w string) bool {
	switch w {
	case "ترتيب", "لترتيب", "تنظيم", "لتنظيم", "اقتراح", "مقترح", "موعد", "دعوه", "لعقد", "بعقد":
		return true
	}
	return false
}

// tense is the course that the tense of any verb at token k tells.
func (r *reader) tense(k int) string {
	t, ok := r.finite(k)
	if !ok {
		return ""
	}
	if r.future(k) {
		return "planned"
	}
	return tenseStatus(t, false)
}

// future reports whether the verb at token k tells of what is ahead: س, سوف, من
// المقرر أن, يعتزم أن.
func (r *reader) future(k int) bool {
	p := r.p
	for _, rd := range p.Readings[k] {
		if rd.Cut == 0 && rd.Kinds != 0 {
			break
		}
		if rd.Prep == 's' && rd.Kinds != 0 {
			return true
		}
	}
	w := strings.TrimPrefix(p.Word(k), "و")
	if strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") {
		if t, ok := r.finite(k); ok && t == arabic.Present {
			return true
		}
	}
	if p.Word(k-1) == "سوف" {
		return true
	}
	if p.Word(k-1) == "ان" {
		for j := k - 2; j >= 0 && j > k-6; j-- {
			if ahead(r.stem(j)) {
				return true
			}
		}
	}
	return false
}

// ahead reports whether w (a stem) makes what follows it something to come.
func ahead(w string) bool {
	switch w {
	case "مقرر", "متوقع", "منتظر", "مرتقب", "مفترض", "محتمل", "مرجح", "يعتزم", "تعتزم", "يتوقع", "ينتظر", "يفترض", "ينوي", "تنوي", "يمكن", "امل", "يامل", "قبل", "يريد", "قرر", "قررت", "يرجح", "ينبغي", "يجب", "مزمع":
		return true
	}
	return false
}

// verbStatus is the course that the verb at token k tells by its tense.
func (r *reader) verbStatus(k int) string {
	t := r.talk[k].sense.Tense
	if t != arabic.Past && t != arabic.Present {
		return ""
	}
	if w := r.p.Word(k - 1); w == "لم" || w == "لن" || w == "لا" {
		return ""
	}
	if r.future(k) {
		return "planned"
	}
	w := strings.TrimPrefix(r.p.Word(k), "و")
	if t == arabic.Present || strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت") && !strings.HasPrefix(w, "تم") {
		return tenseStatus(arabic.Present, false)
	}
	return tenseStatus(t, false)
}

// occasion is the course of a meeting that something is said to happen before,
// at or after: عقب اجتماع، عشية زيارة.
func occasion(w string) string {
	switch strings.TrimPrefix(w, "و") {
	case "بعد", "عقب", "اثر", "خلال", "اثناء", "عقيب", "بعيد", "اعقاب", "ختام":
		return "concluded"
	case "قبل", "قبيل", "عشيه", "تمهيدا", "استعدادا", "تحضيرا":
		return "planned"
	}
	return ""
}
