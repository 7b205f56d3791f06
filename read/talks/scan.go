package talks

import (
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
