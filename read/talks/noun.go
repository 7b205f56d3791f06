package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// nounMeeting reads into m the meeting that the noun at token i names. It returns the
// token after the noun phrase.
func (r *reader) nounMeeting(m *meeting, i int) (next int, ok bool) {
	value, _ := r.is(i, lexicon.TalkMeeting)
	*m = meeting{at: i, noun: value, rule: ruleNoun}
	if r.spoken(i) {
		return r.press(m, i)
	}
	if r.unreal(i) || r.ownRole(i) || value == "call" && !r.byPhone(i) || r.withPress(i) || r.p.Word(i-1) == "هامش" || value == "encounter" && r.greets(i) {
		return i + 1, false
	}
	m.clause = r.clause(i)
	rd := r.word(i).reading
	j := r.head(m, i)
	m.series = m.compound(r, i, j)
	for k := i + 1; k < j; k++ {
		if phone(r.stem(k)) {
			m.kind = "call" // محادثات هاتفية
		}
	}
	if w := r.p.Word(j); m.ordinal == 0 && (w == "هي" || w == "هو") {
		if o, ok := r.p.OrdinalAt(j + 1); ok && o.Definite {
			m.ordinal = o.Value
		}
	}
	m.before = r.stem(i-1) == "اخر" || r.earlier(i, j)
	if m.noun == "" {
		return j, false
	}
	if rd.Prep == 'l' && (m.noun == "encounter" || m.noun == "gathering") {
		if from := r.bound(i); from >= 0 { // يتوجه إلى ندى للقاء سالم
			m.status, m.bound = "planned", true
			r.boundFor(m, from)
		}
	}
	if m.noun == "round" && !m.series && r.election(i) {
		return j, false
	}
	if m.noun == "stage" && (m.ordinal == 0 || !m.compound(r, i, j)) {
		return j, false
	}
	if rd.Pronoun != "" {
		if strings.HasSuffix(rd.Pronoun, "هما") {
			m.addAll(r.lastTwo(i), "", "")
		} else if q, ok := r.topic(i); ok {
			m.add(participant{party: q, role: r.receiver(i)})
		}
	}
	m.own += len(m.parts)
	if m.place != "" {
		m.own++
	}
	r.right(m, j)
	if m.ordinal == 0 && len(m.parts) == 0 && m.start == "" && r.several(i) {
		return j, false
	}
	m.definite = r.pointsBack(i)
	switch p := r.p; p.Word(i - 1) {
	case "هذه", "وهذه", "هذا", "وهذا":
		m.pointed = true
	}
	if o := r.p.Mention(i + 1); o != nil && o.Type == fact.Location && m.place != "" {
		m.byPlace = true // اجتماع ندى
	}
	r.lasted(m)
	m.back = m.own == 0 && (m.ordinal == 0 || r.p.Word(j) == "هي") && m.start == "" && m.end == "" && m.definite
	r.left(m, i)
	r.undone(m)
	r.agreedAt(m, i)
	return j, true
}

// pointsBack reports whether the noun at token i is definite by its article or
// a demonstrative, so that it speaks of a meeting told before.
func (r *reader) pointsBack(i int) bool {
	if r.word(i).reading.Det || r.isDefinite(i) || r.word(i).reading.Pronoun != "" {
		return true
	}
	switch r.p.Word(i - 1) {
	case "هذه", "هذا", "تلك", "ذلك", "وهذه", "هذين":
		return true
	}
	return false
}

// earlier reports whether an adjective in the noun phrase [i, j) puts the
// meeting before the one that the article is about: الجولة السابقة.
func (r *reader) earlier(i, j int) bool {
	for k := i + 1; k < j; k++ {
		switch r.p.Word(k) {
		case "السابق", "السابقه", "الماضيه", "الماضي", "الاخيره", "السالفه", "المنصرمه", "سابقه":
			return true
		}
	}
	return false
}

// byPhone reports whether the call at token i is one by telephone.
func (r *reader) byPhone(i int) bool {
	if w := r.stem(i); strings.HasPrefix(w, "مكالم") || strings.HasPrefix(w, "مهاتف") {
		return true
	}
	return phone(r.stem(i + 1))
}

// withPress reports whether the talk at token i is one with a journalist: حوار مع
// صحيفة، لقاء مع قناة.
func (r *reader) withPress(i int) bool {
	p := r.p
	for k := i + 1; k < len(p.Tokens) && k <= i+4; k++ {
		if w := p.Word(k); w != "مع" && !(k == i+1 && strings.HasPrefix(w, "لل")) {
			continue
		}
		j := k
		if p.Word(k) == "مع" {
			j++
		}
		switch r.stem(j) {
		case "قناه", "صحيفه", "وكاله", "مجله", "اذاعه", "تلفزيون", "شبكه", "موقع", "مراسل", "صحفيين", "صحافيين", "جريده", "تليفزيون", "راديو":
			return true
		}
		if m := p.Mention(j); m != nil {
			a := r.actor(m.Actor)
			return a != nil && phrases.Media(a.Kind)
		}
	}
	return false
}

// election reports whether the round at token i is one of voting, as all are after one
// that its words tell to be.
func (r *reader) election(i int) bool {
	p := r.p
	for k := max(0, i-12); k < len(p.Tokens) && k < i+13; k++ {
		if w := r.stem(k); strings.HasPrefix(w, "انتخاب") || strings.HasPrefix(w, "اقتراع") || w == "ناخبين" || w == "مرشحين" || w == "تصويت" || w == "فوزه" {
			r.votes = r.votes || k > i && k < i+4
			return true
		}
	}
	return r.votes
}

// compound reports whether the noun phrase [i, j) has another noun of meeting:
// «المرحلة الثانية من مفاوضات …».
func (m *meeting) compound(r *reader, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if r.class(k) == lexicon.TalkMeeting {
			return true
		}
	}
	return false
}

// head reads the noun phrase at token i: adjectives, an ordinal before or
// after, other nouns of meeting, names. It returns the token after it.
func (r *reader) head(m *meeting, i int) int {
	p := r.p
	if o, ok := p.OrdinalAt(i - 1); ok && o.Last == i && !o.Definite {
		m.ordinal = o.Value
	}
	switch r.stem(i - 1) {
	case "اول":
		if r.dual(i) {
			m.ordinal = 1
			m.pair = true
		} else {
			m.ordinal = 1
		}
	}
	j := i + 1
	s := r.sentence(i)
	for j < s.Last && j < i+14 {
		w := p.Word(j)
		if o, ok := p.OrdinalAt(j); ok && o.Prep == 0 && o.Conj == 0 && (o.Definite || m.noun == "round") && p.Date(j) == nil {
			if m.ordinal == 0 {
				m.ordinal = o.Value
			}
			j = o.Last
			continue
		}
		if p.Tokens[j].Kind == arabic.Number && p.Date(j) == nil && p.Figure(j) == nil {
			if n := small(w); n > 0 && m.ordinal == 0 && j > i && (p.Mention(j-1) != nil || j == i+1 && r.isDefinite(i) && (m.noun == "session" || m.noun == "summit") || r.definiteMark(j-1)) {
				m.ordinal = n
				j++
				continue
			}
			break
		}
		if w == "ال" || w == "الـ" || p.Mark(j) && p.Tokens[j].Kind == arabic.Quote {
			j++
			continue
		}
		if _, ok := r.is(j, lexicon.TalkMeeting); ok && r.word(j).reading.Conj == 0 && (r.word(j).reading.Prep == 0 || r.word(j).reading.Prep == 'l') {
			if m.noun == "round" || m.noun == "stage" || m.noun == "session" || m.noun == "gathering" || m.noun == "encounter" || m.noun == "talks" {
				j++
				continue
			}
			break
		}
		if w == "من" && j+1 < s.Last && r.class(j+1) == lexicon.TalkMeeting {
			j++
			continue
		}
		if (w == "،" || w == ",") && m.ordinal > 0 && j+2 < s.Last && p.Word(j+1) == "من" && r.class(j+2) == lexicon.TalkMeeting && r.isDefinite(j+2) {
			j += 2 // الجولة السادسة، من المحادثات
			continue
		}
		if next := r.works(j, s.Last); next > j {
			j = next
			continue
		}
		if w == "من" && (m.noun == "round" || m.noun == "stage") && j == i+1 || (m.noun == "round" && w == "من" && m.ordinal > 0) {
			m.noun = ""
			return j
		}
		if w == "في" && (m.noun == "round" || m.noun == "stage") && r.class(j+1) == lexicon.TalkMeeting {
			j++
			continue
		}
		if r.course(m, j) {
			j++
			continue
		}
		m.fresh = m.fresh || r.stem(j) == "جديده"
		if v := r.stem(j); v == "مغلق" || v == "مغلقه" {
			m.closed = "closed"
		} else if v == "علني" || v == "علنيه" || v == "مفتوح" || v == "مفتوحه" {
			m.closed = "open"
		}
		if next, ok := r.sides(m, j); ok {
			j = next
			continue
		}
		if mn := p.Mention(j); mn != nil {
			if mn.Start > p.Tokens[j].Start {
				break
			}
			if mn == p.Mention(i) {
				j++
				continue
			}
			if next, ok := r.genitive(m, j, mn, s.Last); ok {
				j = next
				continue
			}
			break
		}
		if next, ok := r.genitiveOffice(m, j, s.Last); ok {
			j = next
			continue
		}
		if r.isAdjective(j) || plainGenitive(r.stem(j)) {
			j++
			continue
		}
		break
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
	case "سلام", "مصالحه", "تسويه", "وحده", "هدنه", "ازمه", "دارفور", "تهديه", "وفاق", "حل", "وضع", "نهايي", "اطراف", "عمل", "تشاور", "تنسيق", "متابعه", "حوار", "عمليه", "فصايل", "وزراء", "قاده", "مباشره", "غير", "اسري", "تبادل", "هذه", "تلك", "ذلك", "سلميه", "لجنه", "مجلس", "قمه", "جمعيه", "عامه":
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

// genitive takes the name at token j that the noun governs: a place names the
// talks, a person or body makes them (زيارة سالم، مفاوضات أستانا).
func (r *reader) genitive(m *meeting, j int, mn *fact.Mention, lim int) (int, bool) {
	end := r.p.TokenAt(mn.End-1) + 1
	switch mn.Type {
	case fact.Location:
		if m.noun == "talks" {
			m.others = r.alsoAt(end, lim)
		}
		if m.noun == "visit" && m.kind == "" && r.word(m.at).reading.Pronoun == "" && !r.stateActs(mn) {
			return j, false
		}
		if m.place == "" && (m.noun == "visit" || !r.stateActs(mn)) {
			m.place, m.placeID = mn.Name, mn.Actor
		}
		return end, true
	case fact.Person:
		list, next := r.parties(j, lim)
		m.addAll(list, "", "")
		if m.noun == "round" {
			m.noun = "visit"
		}
		return next, next > j
	}
	list, next := r.parties(j, lim)
	m.addAll(list, "", "")
	return max(next, end), true
}

// stateActs reports whether a place stands for its government.
func (r *reader) stateActs(mn *fact.Mention) bool {
	return strings.HasPrefix(mn.Actor, "state:")
}

// genitiveOffice takes an office or side that the noun governs: زيارة الرئيس
// الفلاني، اجتماع وزراء الخارجية.
func (r *reader) genitiveOffice(m *meeting, j, lim int) (int, bool) {
	_, _, rd, ok := r.officeAt(j)
	if !ok && !r.side(j) || rd.Prep != 0 || rd.Conj != 0 || r.class(j) == lexicon.TalkMeeting {
		return j, false
	}
	if m.noun == "talks" && !ok {
		return j, false
	}
	if ok && r.isAdjective(j) && (!r.isDefinite(j) || j == m.at+1 && r.word(m.at).reading.Det) {
		return j, false // الحوار السياسي
	}
	list, next := r.parties(j, lim)
	if len(list) == 0 {
		return j, false
	}
	m.addAll(list, "", "")
	if m.noun == "round" && list[0].kind == 'p' {
		m.noun = "visit"
	}
	return next, true
}

// sides takes two or more adjectives of states that say whose the talks are:
// المحادثات القمرية الزهرية.
func (r *reader) sides(m *meeting, j int) (int, bool) {
	if m.noun == "visit" || m.noun == "conference" {
		return j, false
	}
	var list []party
	k := j
	for k < len(r.p.Tokens) && (r.p.Mention(k) == nil || r.p.Mention(k).Type == fact.Location && r.p.Is(k, lexicon.NisbaWord)) {
		if w := r.p.Word(k); w == "-" || w == "–" {
			k++
			continue
		}
		q, ok := r.adjectiveSide(k)
		if !ok {
			break
		}
		list = append(list, q)
		k++
	}
	if len(list) < 2 {
		return j, false
	}
	m.addAll(list, m.partyRole(), "")
	return k, true
}

// alsoAt are the places joined to the one that names the talks: محادثات القمر
// والزهرة are two tracks.
func (r *reader) alsoAt(k, lim int) []*fact.Mention {
	var out []*fact.Mention
	for k < lim && len(out) < 4 {
		m := r.p.Mention(k)
		if m == nil || m.Type != fact.Location || m.Start == r.p.Tokens[k].Start || !strings.HasPrefix(r.p.Word(k), "و") {
			break
		}
		out = append(out, m)
		k = r.p.TokenAt(m.End-1) + 1
	}
	return out
}

// press reads a press conference held with somebody, which two who met give:
// «في مؤتمر صحفي مع نظيره». It returns no meeting for one that a speaker holds alone.
func (r *reader) press(m *meeting, i int) (next int, ok bool) {
	p := r.p
	m.clause = r.clause(i)
	k := i + 2
	for k < m.clause.last && k < i+5 && p.Word(k) != "مع" {
		k++
	}
	if k >= m.clause.last || p.Word(k) != "مع" {
		return i + 1, false
	}
	list, next := r.parties(k+1, m.clause.last)
	if len(list) == 0 || list[0].kind != 'p' || list[0].actor == "" && list[0].at.last-list[0].at.first < 3 {
		return i + 1, false
	}
	q, ok := r.topic(i)
	if !ok || q.name == list[0].name {
		return next, false
	}
	m.kind, m.rule = "bilateral", rulePress
	m.add(participant{party: q})
	m.addAll(list, "", "")
	m.own = 2
	m.clause = span{i, m.clause.last}
	r.right(m, next)
	if m.status == "" {
		m.status = "concluded"
	}
	return next, true
}

// agreedAt puts those to the meeting who agreed on something at it: «وخلال الاجتماع
// اتفقت القمر والزهرة»، «توصلت القمر والزهرة في إطار المحادثات إلى اتفاق».
func (r *reader) agreedAt(m *meeting, i int) {
	p := r.p
	switch p.Word(i - 1) {
	case "خلال", "وخلال", "اطار", "ختام", "اثناء":
	default:
		return
	}
	s := r.sentence(i)
	for k := max(s.First, i-20); k < s.Last && k < i+8; k++ {
		switch strings.TrimPrefix(p.Word(k), "و") {
		case "اتفق", "اتفقت", "اتفقا", "اتفقوا", "توصل", "توصلت", "توصلا", "توصلوا", "اقرت", "اقر", "قعت", "قع", "وقعت", "وقع":
			list, _ := r.after(k, s.Last)
			if len(list) > 1 {
				m.addAll(list, "", "")
				m.own++
				if m.status == "" {
					m.status = "concluded"
				}
			}
			return
		}
	}
}

// phone reports whether w (a stem) is the adjective of calls.
func phone(w string) bool {
	return strings.HasPrefix(w, "هاتفي") || strings.HasPrefix(w, "تليفوني") || strings.HasPrefix(w, "تلفوني")
}
