package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// head reads the noun phrase at token i: adjectives, an ordinal before or
// after, other nouns of meeting, names. It returns the token after it.
func (r *reader) head(m *meeting, i int) int {
	if o, ok := r.p.OrdinalAt(i - 1); ok && o.Last == i && !o.Definite {
		m.ordinal = o.Value
	}
	if r.stem(i-1) == "اول" {
		m.ordinal = 1
		m.pair = m.pair || r.dual(i)
	}
	j := i + 1
	lim := r.sentence(i).Last
	for j < lim && j < i+14 {
		next := r.headPart(m, i, j, lim)
		if next <= j {
			break
		}
		j = next
	}
	return j
}

// headReaders are the readers of the noun phrase of a meeting, in the order in which they are
// asked: each returns the token after what it reads at token j, j itself where it knows the
// word and the phrase ends there, and -1 where it does not know it.
var headReaders = [...]func(r *reader, m *meeting, i, j, lim int) int{
	(*reader).headNumber, (*reader).headTalks, (*reader).headMatter, (*reader).headSays, (*reader).headNames, (*reader).headWord,
}

// headPart reads what stands at token j of the noun phrase of the meeting at token i by the
// first reader that knows it.
func (r *reader) headPart(m *meeting, i, j, lim int) int {
	for _, read := range &headReaders {
		if next := read(r, m, i, j, lim); next >= 0 {
			return next
		}
	}
	return j
}

// headNumber takes the number of a meeting: الجولة الثالثة، القمة 29، الدورة الـ29.
func (r *reader) headNumber(m *meeting, i, j, _ int) int {
	p := r.p
	if o, ok := p.OrdinalAt(j); ok && !(o.Value == 1 && strings.HasSuffix(r.stem(i), "ات") && m.noun != "talks") && o.Prep == 0 && o.Conj == 0 && (o.Definite || m.noun == "round") && p.Date(j) == nil {
		if m.ordinal == 0 {
			m.ordinal = o.Value
		}
		return o.Last
	}
	if p.Tokens[j].Kind != arabic.Number || p.Date(j) != nil || p.Figure(j) != nil {
		return -1
	}
	if n := small(p.Word(j)); n > 0 && m.ordinal == 0 && j > i && (p.Mention(j-1) != nil || j == i+1 && r.isDefinite(i) && (m.noun == "session" || m.noun == "summit") || r.definiteMark(j-1)) {
		m.ordinal = n
		return j + 1
	}
	return j
}

// headTalks takes another noun of meeting that the first governs, with من or without:
// الجولة الثالثة من المحادثات.
func (r *reader) headTalks(m *meeting, i, j, lim int) int {
	p := r.p
	w := p.Word(j)
	if w == "ال" || w == "الـ" || p.Mark(j) && p.Tokens[j].Kind == arabic.Quote {
		return j + 1
	}
	if v, ok := r.is(j, lexicon.TalkMeeting); ok && r.word(j).reading.Conj == 0 && (r.word(j).reading.Prep == 0 || r.word(j).reading.Prep == 'l') {
		switch m.noun {
		case "round", "stage", "session", "gathering", "encounter", "talks":
			return j + 1
		case "conference":
			if v == "dialogue" {
				return j + 1 // مؤتمر الحوار الوطني
			}
		}
		return j
	}
	if w == "من" && j+1 < lim && r.class(j+1) == lexicon.TalkMeeting {
		return j + 1
	}
	if (w == "،" || w == ",") && m.ordinal > 0 && j+2 < lim && p.Word(j+1) == "من" && r.class(j+2) == lexicon.TalkMeeting && r.isDefinite(j+2) {
		return j + 2 // الجولة السادسة، من المحادثات
	}
	return -1
}

// headMatter takes whose work or what the meeting is on.
func (r *reader) headMatter(m *meeting, i, j, lim int) int {
	if next := r.works(j, lim); next > j {
		return next
	}
	if next := r.matter(j, lim); next > j {
		m.peace = m.peace || r.class(j) == lexicon.TalkTruce
		return next
	}
	w := r.p.Word(j)
	if w == "من" && (m.noun == "round" || m.noun == "stage") && j == i+1 || (m.noun == "round" && w == "من" && m.ordinal > 0) {
		m.noun = ""
		return j
	}
	if w == "في" && (m.noun == "round" || m.noun == "stage") && r.class(j+1) == lexicon.TalkMeeting {
		return j + 1
	}
	return -1
}

// headSays takes what a word says of the course of the meeting, and notes whether it is a new
// or a closed one.
func (r *reader) headSays(m *meeting, i, j, _ int) int {
	if r.course(m, j) {
		return j + 1
	}
	switch r.stem(j) {
	case "جديده":
		m.fresh = true
	case "اخري", "اخر": // جولة أخرى من المحادثات
		if j > i && !r.isDefinite(j) {
			m.fresh = true
			return j + 1
		}
	case "حاليه", "حالي":
		if m.status == "" && r.isDefinite(j) {
			m.status = "ongoing" // زيارة سالم الحالية
		}
	case "مغلق", "مغلقه":
		m.closed = "closed"
	case "علني", "علنيه", "مفتوح", "مفتوحه":
		m.closed = "open"
	}
	return -1
}

// headNames takes the names of states, places, persons and bodies in the noun phrase.
func (r *reader) headNames(m *meeting, i, j, lim int) int {
	p := r.p
	if next, ok := r.sides(m, j); ok {
		return next
	}
	if mn := p.Mention(j); mn != nil {
		if mn.Start > p.Tokens[j].Start {
			return j
		}
		if mn == p.Mention(i) {
			return j + 1
		}
		if next, ok := r.genitive(m, j, mn, lim); ok {
			return next
		}
		return j
	}
	if next, ok := r.genitiveOffice(m, j, lim); ok {
		return next
	}
	return -1
}

// headWord passes over adjectives and the nouns of which names of talks are made.
func (r *reader) headWord(_ *meeting, i, j, _ int) int {
	if r.class(j) == lexicon.TalkRole && r.word(j).reading.Pronoun != "" {
		return j // جولة تفاوض استضافتها قمرستان
	}
	if j == i+1 && r.articled(i) && r.side(j) && !r.isDefinite(j) {
		return j // شملت المشاورات وزراء …
	}
	if r.isAdjective(j) || plainGenitive(r.stem(j)) || phone(r.stem(j)) {
		return j + 1
	}
	return j
}

// works is the token after the body whose work a round is of: «جولة جديدة من أعمال اللجنة
// الدستورية»; j where none stands there.
func (r *reader) works(j, lim int) int {
	if r.p.Word(j) != "من" || j+2 >= lim {
		return j
	}
	switch r.stem(j + 1) {
	case "اعمال", "اشغال", "اجتماعات", "جلسات":
	default:
		return j
	}
	return max(j+2, r.extent(j+2, lim))
}

// definiteMark reports whether token i is the article of a number: الـ29.
func (r *reader) definiteMark(i int) bool {
	w := r.p.Word(i)
	return w == "ال" || w == "الـ"
}

// dual reports whether the noun at token i is a dual: أول جولتين.
func (r *reader) dual(i int) bool {
	w := r.p.Word(i)
	return strings.HasSuffix(w, "تين") || strings.HasSuffix(w, "تان") || strings.HasSuffix(w, "تي")
}

// plainGenitive reports whether w (a stem) belongs to the name of talks: محادثات
// السلام، الحوار الوطني، مفاوضات الوضع النهائي.
func plainGenitive(w string) bool {
	switch w {
	case "سلام", "مصالحه", "تسويه", "وحده", "هدنه", "ازمه", "دارفور", "تهديه", "وفاق", "حل", "وضع", "نهايي", "اطراف", "عمل", "تشاور", "تفاوض", "تنسيق", "متابعه", "حوار", "عمليه", "فصايل", "وزراء", "قاده", "مباشره", "غير", "اسري", "تبادل", "هذه", "تلك", "ذلك", "سلميه", "لجنه", "مجلس", "قمه", "جمعيه", "عامه":
		return true
	}
	return false
}

// small is a number of at most three digits, 0 for any other.
func small(w string) int {
	if len(w) > 3 {
		return 0
	}
	n := 0
	for _, c := range []byte(w) {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
