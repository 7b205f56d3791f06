package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// verbMeeting reads into m the meeting that the verb at token i tells: التقى، زار، بحث مع.
func (r *reader) verbMeeting(m *meeting, i int) (next int, ok bool) {
	p := r.p
	v, _ := r.is(i, lexicon.TalkMeet)
	t := r.word(i).sense.Tense
	*m = meeting{at: i, rule: ruleVerb, clause: r.clause(i)}
	if v == "sign" && t == arabic.Masdar {
		return r.signed(m, i)
	}
	if t == arabic.Participle || t == arabic.Masdar && v != "arrive" && v != "travel" || r.nounLike(i) {
		return i + 1, false
	}
	m.status = r.verbStatus(i)
	if r.denied(i) || r.hypothetical(i) || r.disowned(i) {
		return i + 1, false
	}
	m.weak = v == "negotiate" && r.relative(i-1) // الفصائل التي تتفاوض مع …: told of them and not of a sitting
	lim := m.clause.last
	subject := r.beforeVerb(i)
	next = i + 1
	if len(subject) == 0 {
		if subject, next = r.after(i, lim); len(subject) == 0 && (v == "meet" || v == "discuss") {
			next = i + 1 // التقى في ندى مع سالم
		}
	}
	if len(subject) > 0 && subject[0].kind == 'l' && (v == "visit" || v == "arrive" || v == "travel") {
		subject, next = r.travellerAfter(i, lim)
	}
	if len(subject) > 0 && subject[0].kind == 'l' && r.word(i).reading.Prep == 'l' {
		subject, next = nil, i+1 // إلى ندى لبحث الملف مع فلان
		if q, ok := r.topic(i); ok {
			subject = []party{q}
		}
	}
	if (v == "meet" || v == "discuss") && inside(p.Word(i+1)) {
		subject, next, m.inside = nil, i+2, true // زيارة يلتقي خلالها فلانا
		if a, end := r.parties(i+2, lim); len(a) == 1 && a[0].kind == 'p' {
			if b, _ := r.parties(end, lim); len(b) > 0 && b[0].kind != 'l' {
				subject, next, m.inside = a, end, false // التي يلتقي فيها سالم نادرا
			}
		}
		if len(subject) > 0 {
			// told beside it
		} else if q, ok := r.topic(i); ok {
			subject = []party{q}
		}
	}
	if v == "meet" && len(subject) == 1 && strings.HasPrefix(r.stem(subject[0].at.first), "نظير") {
		subject, next = nil, i+1 // يلتقي نظيره: whose counterpart is not told here
		if q, ok := r.topic(i); ok {
			subject = []party{q}
		}
	}
	if v == "meet" && len(subject) > 0 && subject[0].at.first > i {
		if list := r.himself(i - 1); len(list) == 1 && list[0].kind == 'p' {
			subject, next = list, i+1 // قال سالم إنه سيلتقي نادرا
		}
	}
	m.subject = len(subject) > 0
	if r.word(i).reading.Pronoun != "" {
		next = i + 1
	}
	if len(subject) == 0 {
		if r.continues(i) && r.subjectless(i) && !strings.HasSuffix(p.Word(i), "وا") {
			if q, ok := r.topic(i); ok {
				subject = []party{q}
			}
		}
	}
	switch {
	case m.status == "ongoing" && (v == "arrive" || v == "travel"):
		m.status = "planned"
	case m.status == "" && v == "arrive" && t == arabic.Masdar && (r.word(i).reading.Pronoun != "" || p.Word(i-1) == "عن"):
		m.status = "ongoing" // أعلن سالم وصوله إلى ندى
	case m.status == "concluded" && v == "arrive" && !r.perfect(i):
		m.status = "ongoing" // who has arrived is there
	}
	if len(subject) == 0 {
		if q, end := r.apposed(i+1, lim); end > 0 {
			subject, next = []party{q}, end
		}
	}
	if len(subject) > 0 && v != "visit" && v != "arrive" && v != "travel" {
		for k := i + 1; k < subject[0].at.first; k++ { // يلتقي غدا في ندى سالم ونادر
			m.when(p.Date(k))
			r.placeAt(m, k)
		}
	}
	switch v {
	case "visit", "arrive", "travel":
		ok = r.visit(m, i, next, subject, v)
	case "meet", "receive", "negotiate", "call":
		ok = r.encounter(m, i, next, subject, v)
	case "discuss":
		ok = r.discussed(m, i, next, subject)
	case "sign":
		ok = r.signing(m, i, next, subject)
	}
	if !ok {
		return i + 1, false
	}
	r.between(m, m.clause.first, i)
	r.opensRole(m, i)
	if m.status == "planned" {
		r.undone(m)
	}
	return next, true
}

// inside reports whether w says that a meeting is part of a journey told before.
func inside(w string) bool {
	switch w {
	case "خلالها", "خلاله", "فيها", "فيه", "اثناءها":
		return true
	}
	return false
}

// visit reads a journey to a place: زار X دمشق، وصل X إلى الدوحة.
func (r *reader) visit(m *meeting, i, next int, subject []party, v string) bool {
	p := r.p
	if len(subject) == 0 || subject[0].kind == 'l' || !r.travels(subject[0]) || v == "travel" && r.word(i).reading.Pronoun != "" && r.word(i).sense.Tense != arabic.Masdar {
		return false
	}
	m.kind = "visit"
	lim := m.clause.last
	found := false
	var led *meeting
	for k := i + 1; k < lim && k < next+7; k++ {
		if len(subject) > 0 && subject[0].at.has(k) {
			continue
		}
		if v, ok := r.is(k, lexicon.TalkRole); ok && v == "head" && led == nil { // وفد من الحركة برئاسة فلان
			led = &meeting{}
			if end, ok := r.roleAt(led, k, lim); ok {
				if o := r.p.Mention(end - 1); o != nil && o.Type == fact.Person {
					end = max(end, phrases.Extent(p, r.p.TokenAt(o.Start), phrases.Walk{Limit: lim})) // سالم رئيس الحركة في ندى
				}
				k, next = end-1, end
				continue
			}
		}
		if !r.since(k) {
			m.when(p.Date(k))
		}
		mn := p.Mention(k)
		if mn == nil {
			if w := p.Word(k); w == "لدي" || w == "علي" {
				break
			}
			continue
		}
		if mn.Type != fact.Location {
			if v == "visit" && mn.Type == fact.Person {
				list, end := r.parties(k, lim)
				m.addAll(subject, "", "")
				m.addAll(list, "", "")
				r.right(m, end)
				return true
			}
			break
		}
		if v == "visit" || r.toward(k) && (r.word(i).entry.ID != leaving || r.to(k)) {
			m.place, m.placeID = mn.Name, mn.Actor
			found = true
			next = max(next, p.TokenAt(mn.End-1)+1)
		}
		if r.word(i).entry.ID == leaving {
			continue // غادر المدينة إلى …
		}
		break
	}
	if !found {
		return false
	}
	for k := i + 1; k < subject[0].at.first; k++ { // وصل إلى ندى أمس وفد الحركة
		if !r.since(k) {
			m.when(p.Date(k))
		}
	}
	m.addAll(subject, "", "")
	if led != nil {
		for _, q := range led.parts {
			m.add(q)
		}
	}
	m.others = r.alsoAt(next, lim)
	r.right(m, next)
	return true
}

// encounter reads a meeting of persons or sides: التقى X Y، اجتمع X مع Y.
func (r *reader) encounter(m *meeting, i, next int, subject []party, v string) bool {
	p := r.p
	lim := m.clause.last
	switch v {
	case "call":
		m.kind = "call"
	case "negotiate":
		m.kind = "round"
	}
	var other []party
	end := next
	if len(subject) > 0 && subject[0].at.first > i {
		if w := p.Word(next + 1); p.Word(next) == "،" && (w == "وهو" || w == "وهي") {
			lim = r.sentence(i).Last
		}
		if over := r.overTold(next, lim); over > next {
			next, lim = over, r.clause(over).last
			m.clause.last = lim
		} else {
			lim = m.clause.last
		}
	}
	for k := next; k < lim && k < next+14; k++ {
		w := p.Word(k)
		if aside(w, p.Word(k+1)) || r.purpose(k) || w == "بين" || about(w) {
			break
		}
		if w == "هاتفيا" {
			m.kind = "call"
			continue
		}
		if d := p.Date(k); d != nil {
			m.when(d)
			continue
		}
		if r.adverb(k) && p.Mention(k) == nil {
			continue
		}
		if w == "للمره" && m.ordinal == 0 && r.stem(k+1) == "اولي" {
			m.ordinal = 1
			k++
			continue
		}
		if w == "مع" || w == "ب" || w == "الي" && v == "meet" {
			other, end = r.parties(k+1, lim)
			break
		}
		if mn := p.Mention(k); mn != nil && mn.Type == fact.Location && r.placeAt(m, k) {
			k = p.TokenAt(mn.End - 1)
			continue
		}
		if w == "في" || w == "خلال" || p.Mark(k) {
			continue
		}
		if r.prepositional(k) {
			if strings.HasPrefix(strings.TrimPrefix(p.Word(k), "و"), "ب") {
				if other, end = r.parties(k, lim); len(other) > 0 {
					break
				}
			}
			continue
		}
		if v == "meet" || v == "receive" || v == "call" {
			if other, end = r.parties(k, lim); len(other) > 0 {
				break
			}
		}
	}
	if (v == "meet" || v == "receive") && len(other) == 0 && len(subject) == 1 && (subject[0].kind == 'p' || subject[0].kind == 'g') && subject[0].at.first > i {
		if a, b, last := r.twoOffices(subject[0].at, lim); len(b) > 0 {
			subject, other, end = a, b, last
		}
	}
	if len(subject) == 0 && len(other) == 0 || v == "call" && r.word(i).entry.ID != phoning && !(len(subject) > 0 && len(other) > 0 && subject[0].kind == 'p' && other[0].kind == 'p') {
		return false // ستتصل الحكومة بباقي الجماعات
	}
	if v == "meet" && len(subject) == 1 && len(other) == 0 && (subject[0].kind == 'p' || p.Word(i-1) == "كما") && r.elides(i) {
		if q, ok := r.topic(i); ok && q.name != subject[0].name {
			subject, other = []party{q}, subject // زار ندى حيث التقى الرئيس سالم
		}
	}
	if v == "meet" && len(subject) == 1 && len(other) == 0 && subject[0].kind != 'p' && subject[0].at.first > i {
		if a := r.arrived(i); a != nil {
			subject, other = []party{a.parts[0].party}, subject // توجه سالم إلى ندى والتقى قيادة الحركة
		}
	}
	role := ""
	if v == "receive" {
		role = "host"
	}
	m.addAll(subject, role, "")
	m.addAll(other, "", "")
	if v == "receive" && (len(other) == 0 || !r.travels(other[0]) || len(subject) == 0 || subject[0].kind == 'g') {
		return false
	}
	r.right(m, max(next, end))
	if len(m.parts) < 2 && !(m.kind == "" && m.parts[0].kind == 'g') && m.start == "" && m.place == "" {
		return false
	}
	if m.kind == "round" && people(m.parts) == 2 && len(m.parts) == 2 {
		m.kind = "bilateral" // تباحث سالم مع نادر
	}
	if m.kind == "" {
		m.kind = "bilateral"
		if ministers(m.parts) {
			m.kind = "conference"
		} else if people(m.parts) == 0 && (len(m.parts) != 2) {
			m.kind = "session"
		}
	}
	return true
}

// elides reports whether the verb at token i may have the subject of what came before, and
// what follows it as its object.
func (r *reader) elides(i int) bool {
	if r.word(i).reading.Conj != 0 {
		return true
	}
	switch r.p.Word(i - 1) {
	case "حيث", "ثم":
		return true
	case "كما": // سيلتقي نادرا، كما سيلتقي وفد الحركة
		n := len(r.met) - 1
		return n >= 0 && r.met[n].rule == ruleVerb && r.sentenceOf(r.met[n].at) == r.sentenceOf(i)
	}
	return false
}

// discussed reads «بحث X مع Y …», which is a meeting where مع follows.
func (r *reader) discussed(m *meeting, i, next int, subject []party) bool {
	p := r.p
	lim, phoned := m.clause.last, false
	for k := next; k < lim && k < next+12; k++ {
		if r.class(k) == lexicon.TalkMeeting {
			return false
		}
		m.when(p.Date(k))
		r.placeAt(m, k)
		phoned = phoned || p.Word(k) == "هاتفيا"
		if p.Word(k) != "مع" {
			continue
		}
		other, end := r.parties(k+1, lim)
		if len(other) == 0 || len(subject) == 0 || other[0].kind == 'l' || k > next && strings.HasSuffix(p.Word(k-1), "ات") {
			return false
		}
		m.kind = "bilateral"
		if phoned {
			m.kind = "call"
		}
		m.addAll(subject, "", "")
		m.addAll(other, "", "")
		a := span{next, k}
		from := end
		if c, _ := r.is(end+1, lexicon.TalkMeeting); c == "call" && during(p.Word(end)) {
			m.kind, from = "call", end+2 // بحث سالم مع نادر في اتصال هاتفي الوضع
			if phone(r.stem(from)) {
				from++
			}
		}
		if k-next < 3 {
			a = span{from, min(lim, end+12)}
		}
		m.agenda = append(m.agenda, a)
		r.right(m, end)
		return true
	}
	return r.discussedByTwo(m, i, next, subject, phoned)
}

// discussedByTwo reads «بحث X وY …» as a meeting of the two, or a call.
func (r *reader) discussedByTwo(m *meeting, i, next int, subject []party, phoned bool) bool {
	if len(subject) != 2 || (subject[0].kind != 'p' || subject[1].kind != 'p') && !r.satThere(m, next, subject) || r.word(i).reading.Pronoun != "" {
		return false
	}
	m.kind = "bilateral"
	if phoned {
		m.kind = "call"
	}
	m.addAll(subject, "", "")
	if from, end := r.pastPlace(next, m.clause.last), min(m.clause.last, next+12); end > from {
		m.agenda = append(m.agenda, span{from, end})
	}
	r.right(m, next)
	return true
}

// nounLike reports whether the verb at token i is a noun in its place: ورقة تفاوض.
func (r *reader) nounLike(i int) bool {
	w := r.p.Word(i)
	if w != "تفاوض" && w != "توجه" && w != "بحث" && w != "وصل" || inside(r.p.Word(i+1)) {
		return false
	}
	if i == r.sentence(i).First || r.p.Mark(i-1) || r.p.Mention(i-1) != nil {
		return false
	}
	switch prev := r.p.Word(i - 1); prev {
	case "قد", "وقد", "ثم", "الذي", "ان", "كما", "حيث", "عندما":
		return false
	}
	_, verb := r.finite(i - 1)
	return !verb && !r.isAdjective(i-1)
}

// continues reports whether a verb without a subject at token i may go on with
// the subject of what came before: it opens its clause.
func (r *reader) continues(i int) bool {
	p := r.p
	s := r.sentence(i)
	for k := i - 1; k >= s.First; k-- {
		w := p.Word(k)
		if p.Mark(k) || r.opens(k) || lead(w) {
			return true
		}
		if r.adverb(k) || p.Date(k) != nil {
			continue
		}
		return r.word(i).reading.Conj != 0
	}
	return true
}

// lead reports whether w opens a clause before its verb.
func lead(w string) bool {
	switch w {
	case "ثم", "كما", "حيث", "قبل", "بعد", "ان", "وكان", "وكانت", "وقد", "قد", "سوف", "وسوف", "المقرر", "المتوقع", "المنتظر", "عندما", "حين", "اذ":
		return true
	}
	return false
}

// subjectless reports whether what follows the verb at token i is no noun that
// could be its subject, though nobody known: a preposition, a place, a mark.
func (r *reader) subjectless(i int) bool {
	p := r.p
	k, placed := i+1, false
	for k < len(p.Tokens) {
		if m := p.Mention(k + 1); (p.Word(k) == "الي" || p.Word(k) == "في") && m != nil && m.Type == fact.Location {
			k, placed = p.TokenAt(m.End-1)+1, true
			continue
		}
		if p.Date(k) == nil && (!r.adverb(k) || p.Mention(k) != nil) {
			break
		}
		k++
	}
	if k >= len(p.Tokens) || p.Mark(k) || r.word(i).reading.Pronoun != "" {
		return true
	}
	if m := p.Mention(k); m != nil {
		return true
	}
	if placed && !r.preposition(k) && !r.prepositional(k) && !r.opens(k) && !r.joinedVerb(k) && !r.relative(k) && r.word(k).entry == nil {
		return false // وصلت إلى المطار طائرة
	}
	if _, _, _, ok := r.officeAt(k); ok || r.side(k) {
		return true
	}
	return r.preposition(k) || r.prepositional(k) || r.class(k) == lexicon.TalkMeeting
}

// perfect reports whether كان or قد before the verb at token i puts what it tells
// before the rest: «وكان سالم قد وصل».
func (r *reader) perfect(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k >= s.First && k >= i-8; k-- {
		switch r.p.Word(k) {
		case "كان", "وكان", "كانت", "وكانت", "سبق", "وسبق":
			return true
		case "قد":
			continue
		}
	}
	return false
}

// apposed reads a name that nobody knows by the office that a comma puts beside
// it: «بحث سالم الأحمر، وزير الخارجية، مع …». It returns the token after the office.
func (r *reader) apposed(i, lim int) (party, int) {
	p := r.p
	for k := i; k < lim && k < i+5; k++ {
		switch {
		case p.Word(k) == "،" && k > i:
			if _, _, rd, ok := r.officeAt(k + 1); !ok || rd.Prep != 0 || rd.Conj != 0 {
				return party{}, 0
			}
			end := r.extent(k+1, lim)
			return party{at: span{i, k}, name: p.Words(i, k), kind: 'p'}, max(end, k+2)
		case p.Tokens[k].Kind != arabic.Word || r.word(k).entry != nil || r.preposition(k) || r.prepositional(k) || r.opens(k):
			return party{}, 0
		}
	}
	return party{}, 0
}
