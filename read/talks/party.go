package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// party is somebody who meets, binds himself or is asked.
type party struct {
	at    span
	name  string
	actor string
	kind  byte // 'p' person, 'o' organisation, 'l' place, 'g' group or office
}

// side reports whether w (a stem) heads a phrase for a side without a proper
// name: الحكومة السودانية، وفد المعارضة، ممثلين عن القبائل.
func side(w string) bool {
	switch w {
	case "حكومه", "معارضه", "نظام", "فصائل", "فصيل", "متمردون", "متمردين", "متمردو", "متمردي", "اطراف", "طرف", "طرفان", "طرفين", "جانب", "جانبان", "جانبين", "وفد", "وفود", "وفدي", "وفدا", "ممثلون", "ممثلين", "ممثلي", "ممثلو", "ممثل", "ممثله", "مسوولون", "مسوولين", "مسوولو", "مسوولي", "مفاوضون", "مفاوضين", "مفاوضو", "مفاوضي",
		"سلطات", "سلطه", "جماعه", "جماعات", "قبيله", "قبائل", "قبيلتان", "قبيلتين", "احزاب", "حركه", "حركات", "قوي", "دول", "دوله", "زعماء", "زعيم", "قاده", "قائد", "قيادات", "قياده", "وزراء", "ضباط", "دبلوماسيون", "دبلوماسيين", "شخصيات", "مليشيا", "ميليشيات", "مليشيات", "مسلحون", "مسلحين", "جيش", "قوات", "تحالف", "ائتلاف",
		"مجلس", "هيئه", "بعثه", "لجنه", "فريق", "مبعوث", "مبعوثون", "مبعوثين", "وسيط", "وسطاء", "منظمه", "برلمان", "رئاسه", "اداره", "نواب", "مندوبون", "مندوبين", "مندوبو", "مندوبي", "اعضاء", "علماء", "وجهاء", "شيوخ", "اعيان", "منصه", "كتله", "تيار", "روساء", "سفراء", "خبراء", "امناء", "مجموعه", "مجتمع", "سكان", "اهالي", "ثوار", "مقاتلون", "مقاتلين", "ميليشيا", "شركاء", "حلفاء", "نظير", "نظيره", "نظيرها", "نظيريه", "نظرائه", "وزيري", "وزيرا", "وزيرين", "رئيسا", "رئيسي", "رئيسين", "رئيسان", "وزير", "رئيس", "ملك", "امير", "امين", "مدير", "مستشار", "مستشاره", "سفير", "مندوب", "وزيره", "مسوول", "مسووله", "نائب", "عاهل", "بابا", "رييس", "بلدان", "بلدين", "دولتان", "دولتين", "زعيمان", "زعيمين", "وزيران", "ساسه", "سياسيون", "سياسيين", "جهات", "ناشطون", "ناشطين", "منظمات", "قيادي", "ضابط", "موفد", "دبلوماسي", "اكراد", "كرد", "عرب", "اوروبيون", "اوروبيين", "غرب", "مجتمع دولي", "شخصيه", "وجوه", "منافس", "منافسه", "خصم", "خصمه", "شريك", "شريكه", "غريمه":
		return true
	}
	return false
}

// crowd reports whether w (a stem) is a plural that cannot continue the phrase
// of one person: after «الوزيرة» it begins another phrase.
func crowd(w string) bool {
	switch w {
	case "زعماء", "مسوولين", "مسوولون", "وزراء", "قاده", "روساء", "ممثلين", "ممثلون", "مفاوضين", "مفاوضون", "نواب", "سفراء":
		return true
	}
	return false
}

// both reports whether w (a stem) stands for two sides named before.
func both(w string) bool {
	switch w {
	case "طرفان", "طرفين", "جانبان", "جانبين", "بلدان", "بلدين", "دولتان", "دولتين", "حكومتان", "حكومتين", "قبيلتان", "قبيلتين", "زعيمان", "زعيمين", "رئيسان", "رئيسين", "وزيران", "وزيرين", "حركتان", "حركتين", "حزبان", "حزبين", "وفدان", "وفدين":
		return true
	}
	return false
}

// parties reads a list of those who act, from token i on: X وY، وZ. It returns
// the token after the list; i itself where there is none.
func (r *reader) parties(i, lim int) ([]party, int) {
	var out []party
	end := i
	for k := i; k < lim && len(out) < 16; {
		q, next, ok := r.party(k, lim, len(out) > 0)
		if !ok {
			break
		}
		out = append(out, q...)
		end = next
		k = next
		if k < lim && (r.p.Word(k) == "،" || r.p.Word(k) == ",") {
			k++
		}
		if k >= lim || !r.joined(k) && r.p.Word(k) != "و" {
			break
		}
		if r.p.Word(k) == "و" {
			k++
		}
	}
	return out, end
}

// joined reports whether token k begins with و and the rest may name somebody.
func (r *reader) joined(k int) bool {
	p := r.p
	if m := p.Mention(k); m != nil && m.Start > p.Tokens[k].Start {
		return strings.HasPrefix(p.Word(k), "و")
	}
	if !strings.HasPrefix(p.Word(k), "و") || r.joinedVerb(k) {
		return false
	}
	_, _, rd, ok := phrases.Office(p, k)
	if ok && rd.Conj == 'w' && rd.Prep == 0 {
		return true
	}
	if p.Is(k, lexicon.NisbaWord) && k+1 < len(p.Tokens) && r.personAt(k+1) { // والزهري سالم
		return true
	}
	w := p.Word(k)
	return len(w) > 8 && side(stem(w)) && stem(w) != arabic.Undet(w) || r.people(k, true)
}

// party reads one phrase for somebody. After a conjunction (next) the token may
// begin with و.
func (r *reader) party(i, lim int, next bool) ([]party, int, bool) {
	p := r.p
	for i < lim && (p.Word(i) == "كل" || p.Word(i) == "من" || p.Word(i) == "كلا" || p.Word(i) == "وكل" || p.Word(i) == "عدد" || p.Word(i) == "بعض" || p.Word(i) == "كلتا" || p.Word(i) == "كلا" || p.Word(i) == "جميع" || p.Word(i) == "مختلف") {
		i++
	}
	if i >= lim || p.Mark(i) && p.Tokens[i].Kind == arabic.Punct || p.Date(i) != nil {
		return nil, i, false
	}
	if both(r.stem(i)) && p.Mention(i) == nil {
		if two := r.lastTwo(i); len(two) == 2 {
			return two, i + 1, true
		}
	}
	end := r.extent(i, lim)
	if end <= i {
		return nil, i, false
	}
	first := p.Mention(i)
	head := r.stem(i)
	_, _, _, office := phrases.Office(p, i)
	switch {
	case first != nil || office || side(head) || r.people(i, false) || next && r.people(i, true):
	case next && p.Is(i, lexicon.NisbaWord) && i+1 < lim && r.personAt(i+1):
	case p.Tokens[i].Kind == arabic.Quote && i+1 < lim && p.Mention(i+1) != nil:
	case honorific(head):
	default:
		return nil, i, false
	}
	if (both(head) || head == "مقرر" || r.class(i) == lexicon.TalkMeeting) && first == nil {
		return nil, i, false
	}
	q := party{at: span{i, end}}
	if m := r.person(q.at); m != nil {
		q.name, q.actor, q.kind = m.Name, m.Actor, 'p'
		return []party{q}, end, true
	}
	if first != nil {
		if a := r.actor(first.Actor); a != nil && phrases.Media(a.Kind) {
			return nil, i, false
		}
		q.name, q.actor, q.kind = first.Name, first.Actor, 'o'
		if first.Type == fact.Location {
			q.kind = 'l'
		}
		q.at.last = p.TokenAt(first.End-1) + 1
		return []party{q}, q.at.last, true
	}
	q.at.last = r.cutPlace(q.at)
	end = q.at.last
	if a := r.holder(q.at); a != nil {
		q.name, q.actor, q.kind = a.Name, a.ID, 'p'
		return []party{q}, end, true
	}
	q.kind = 'g'
	if office && phrases.Definite(p, i) && !crowd(head) && !strings.HasSuffix(head, "ين") && !strings.HasSuffix(head, "ون") || r.singular(i) {
		q.kind = 'p'
	}
	if list, next := r.ofStates(q.at, lim); len(list) > 0 {
		return list, next, true
	}
	if m := r.sent(q.at); m != nil {
		q.name, q.actor, q.kind = m.Name, m.Actor, 'o'
		return []party{q}, end, true
	}
	if office && q.at.last-i == 1 && q.kind == 'p' {
		return nil, i, false // «الرئيس» alone, who is not told
	}
	q.name = r.phraseName(q.at)
	if next && r.joined(i) {
		q.name = strings.TrimPrefix(q.name, "و")
	}
	list := []party{q}
	for end < lim { // مفاوضين قمريين وزهريين
		o, ok := r.alsoOf(q, end)
		if !ok {
			break
		}
		list = append(list, o)
		end++
	}
	return list, end, true
}

// sent is the body whose people the phrase names: ممثلي حركة فلانية، وفد حزب فلاني.
func (r *reader) sent(s span) *fact.Mention {
	switch r.stem(s.first) {
	case "وفد", "وفدي", "ممثلي", "ممثلو", "ممثلون", "ممثلين", "ممثل", "مندوبي", "مندوبو", "مفاوضو", "مفاوضي":
	default:
		return nil
	}
	for k := s.first + 1; k < s.last; k++ {
		if m := r.p.Mention(k); m != nil && m.Type == fact.Organisation {
			return m
		}
	}
	return nil
}

// ofStates reads «وزراء خارجية X وY» as a minister of each, and «مسؤولين من X وY» as
// the states themselves.
func (r *reader) ofStates(s span, lim int) ([]party, int) {
	p := r.p
	word, k := "", s.last
	switch r.stem(s.first) {
	case "وزراء", "وزيري", "وزيرا":
		if k-s.first < 2 || !strings.HasPrefix(arabic.Undet(p.Word(s.first+1)), "خارجيه") {
			return nil, 0
		}
		word = "وزير خارجية "
		for j := s.first + 2; j < s.last; j++ {
			if p.Mention(j) != nil {
				k = j
				break
			}
		}
	case "مسوولين", "مسوولون", "دبلوماسيين", "دبلوماسيون", "ممثلين", "ممثلون", "ممثلي", "خبراء", "وفود":
		if p.Word(k) != "من" && p.Word(k) != "عن" {
			return nil, 0
		}
		k++
	default:
		return nil, 0
	}
	for k < lim && (p.Word(k) == "كل" || p.Word(k) == "من") {
		k++
	}
	var out []party
	for k < lim {
		m := p.Mention(k)
		if m == nil || !r.stateActs(m) || len(out) > 0 && !strings.HasPrefix(p.Word(k), "و") {
			break
		}
		q := party{at: span{k, k + 1}, name: word + m.Name, kind: 'p'}
		if word == "" {
			q.actor, q.kind = m.Actor, 'l'
		}
		out = append(out, q)
		k = p.TokenAt(m.End-1) + 1
		if p.Word(k) == "،" {
			k++
		}
	}
	if len(out) < 2 {
		return nil, 0
	}
	return out, k
}

// alsoOf is the group q of another nation, told by a joined adjective alone:
// «المسؤولين القمريين والزهريين» are two groups.
func (r *reader) alsoOf(q party, k int) (party, bool) {
	last := q.at.last - 1
	if !strings.HasPrefix(r.p.Word(k), "و") || last == q.at.first || r.p.Mention(k) != nil && r.p.Mention(k).Type == fact.Person || k+1 < len(r.p.Tokens) && r.personAt(k+1) {
		return q, false
	}
	nation := func(i int, conj byte) bool {
		_, s, ok := r.p.Find(i, lexicon.NisbaWord, func(rd lexicon.Reading, _ lexicon.Sense) bool { return rd.Conj == conj && rd.Prep == 0 })
		return ok && s.Count == arabic.Plural || r.stem(i) == "عرب"
	}
	if !nation(last, 0) || !nation(k, 'w') {
		return q, false
	}
	words := strings.Fields(q.name)
	words[len(words)-1] = nominative(strings.TrimPrefix(r.p.Tokens[k].Span().In(r.p.Source), "و"), true)
	return party{at: span{k, k + 1}, name: strings.Join(words, " "), kind: 'g'}, true
}

// personAt reports whether a person is named at token k.
func (r *reader) personAt(k int) bool {
	m := r.p.Mention(k)
	return m != nil && m.Type == fact.Person
}

// singular reports whether token i heads an office of one person: وزير خارجية فلان.
func (r *reader) singular(i int) bool {
	_, off, _, ok := phrases.Office(r.p, i)
	if !ok {
		return false
	}
	switch off.Kind {
	case "minister", "head-of-state", "head-of-government", "envoy", "ambassador", "deputy", "royal":
		w := r.stem(i)
		return w != "وزراء" && w != "روساء" && w != "سفراء" && w != "مسوولون" && w != "مسوولين" && w != "قاده" && w != "زعماء"
	}
	return false
}

// extent is where the phrase at token i ends: before another who is joined to
// it by و.
func (r *reader) extent(i, lim int) int {
	end := phrases.Extent(r.p, i, phrases.Walk{Limit: lim})
	if _, _, _, ok := phrases.Office(r.p, i); ok && end < lim {
		end = r.holderAfter(end, lim)
	}
	named := r.personAt(i)
	for k := i + 1; k < end; k++ {
		if named && !r.personAt(k) && r.p.Word(k-1) != "،" && r.p.Word(k-1) != "-" {
			if _, _, rd, ok := phrases.Office(r.p, k); ok && rd.Prep == 0 && rd.Conj == 0 { // الرئيس سالم | وزيرة الخارجية
				end = k
				break
			}
		}
		named = named || r.personAt(k)
		if r.p.Word(k) == "و" || r.joined(k) && !r.portfolio(k) {
			end = k
			break
		}
		if k > i && crowd(r.stem(k)) && phrases.Definite(r.p, k) && phrases.Definite(r.p, i) && !crowd(r.stem(i)) {
			end = k
			break
		}
		if k > i && r.class(k) == lexicon.TalkCourse && r.p.Mention(k) == nil && r.talk[k].entry.Value == "planned" {
			end = k
			break
		}
		if k > i+1 && r.talk[k].entry != nil && r.class(k) == lexicon.TalkMeeting && r.p.Mention(k) == nil {
			end = k
			break
		}
	}
	for end > i && r.p.Mark(end-1) && r.p.Tokens[end-1].Kind == arabic.Punct {
		end--
	}
	return end
}

// holderAfter is where an office's phrase ends when what its holder is for and
// his name follow token k: مبعوث فلان الخاص للشرق الأدنى سالم.
func (r *reader) holderAfter(k, lim int) int {
	p := r.p
	j := k
	if w := p.Word(j); w == "الي" || w == "في" || w == "لدي" {
		j++
	} else if !r.prepositional(j) {
		return k
	}
	m := p.Mention(j)
	if m == nil || m.Type == fact.Person {
		return k
	}
	j = p.TokenAt(m.End-1) + 1
	if j < lim && p.Word(j) == "،" {
		j++
	}
	if j >= lim || !r.personAt(j) || p.Mention(j).Start > p.Tokens[j].Start {
		return k
	}
	return p.TokenAt(p.Mention(j).End-1) + 1
}

// portfolio reports whether the joined noun at token k continues an office:
// وزراء الدفاع والداخلية.
func (r *reader) portfolio(k int) bool {
	_, s, ok := r.p.Find(k, lexicon.HeadWord, nil)
	return ok && r.p.Lex.Heads[s.Entry].Class == lexicon.HeadPortfolio
}

// person is the person whom the phrase names: the last name, for an office
// may name others before it (مبعوث فلان الخاص سالم), or the first where the phrase
// begins with it (سالم مبعوث فلان).
func (r *reader) person(s span) *fact.Mention {
	var last *fact.Mention
	for k := s.first; k < s.last; k++ {
		m := r.p.Mention(k)
		if m == nil || m.Type != fact.Person {
			continue
		}
		if k == s.first {
			return m
		}
		last = m
	}
	return last
}

// cutPlace is where a phrase without a name ends when what only says where is
// left out: الرئيس الفلاني في القصر.
func (r *reader) cutPlace(s span) int {
	for k := s.first + 1; k < s.last; k++ {
		switch r.p.Word(k) {
		case "في", "الي", "من", "عن":
			if w := r.stem(s.first); k > s.first+1 || w != "مسوولون" && w != "مسوولين" && w != "ممثلون" && w != "ممثلين" && w != "مسوول" && w != "ممثل" {
				return k
			}
		}
	}
	return s.last
}

// honorific reports whether w (a stem) stands before a name.
func honorific(w string) bool {
	switch w {
	case "سيد", "سيده", "دكتور", "شيخ", "جنرال", "لواء", "عميد", "سمو", "جلاله", "فخامه", "معالي", "كل":
		return true
	}
	return false
}

// people reports whether token i names the people of a state: الفلسطينيين، الروس.
func (r *reader) people(i int, conj bool) bool {
	_, _, ok := r.p.Find(i, lexicon.PeopleWord, func(rd lexicon.Reading, _ lexicon.Sense) bool {
		return rd.Det && rd.Prep == 0 && (conj || rd.Conj == 0)
	})
	if ok {
		return true
	}
	_, _, ok = r.p.Find(i, lexicon.NisbaWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return rd.Det && rd.Prep == 0 && (conj || rd.Conj == 0) && s.Count == arabic.Plural && !s.Feminine
	})
	return ok
}

// lastTwo are the two sides named last before token i.
func (r *reader) lastTwo(i int) []party {
	p := r.p
	if two := r.mainSides(i); len(two) == 2 {
		return two
	}
	var out []party
	for k := i - 1; k >= 0 && k > i-100 && len(out) < 2; k-- {
		q := party{at: span{i, i + 1}, kind: 'o'}
		if m := p.Mention(k); m != nil {
			if m.Type == fact.Person || k > 0 && p.Mention(k-1) == m {
				continue
			}
			a := r.actor(m.Actor)
			if a == nil || !negotiates(a.Kind) || m.Type == fact.Location && !r.stateActs(m) {
				continue
			}
			q.name, q.actor = m.Name, m.Actor
		} else if r.people(k, true) && r.p.Body(k) {
			q.name, q.kind = nominative(strings.TrimPrefix(p.Tokens[k].Span().In(p.Source), "و"), true), 'g'
		} else {
			continue
		}
		if len(out) == 1 && (out[0].name == q.name || strings.HasPrefix(arabic.Undet(arabic.Fold(q.name)), firstRunes(arabic.Undet(arabic.Fold(out[0].name)), 4))) {
			continue
		}
		out = append(out, q)
	}
	if len(out) == 2 {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

// mainSides are the two states, or the state and the people, of the conflict
// that the article is about.
func (r *reader) mainSides(i int) []party {
	if r.top < 0 || r.topWeight < aboutTalks {
		return nil
	}
	pr := &r.p.Lex.Processes[r.top]
	if len(pr.Conflict) != 2 {
		return nil
	}
	var out []party
	for _, c := range pr.Conflict {
		st, ok := r.p.Lex.State(c)
		if !ok || r.conf[c] == 0 {
			return nil
		}
		q := party{at: span{i, i + 1}, name: st.Name, actor: "state:" + st.ID, kind: 'l'}
		if c == "pse" {
			q.name, q.actor, q.kind = "الفلسطينيون", "", 'g'
		}
		out = append(out, q)
	}
	return out
}

// negotiates reports whether actors of a kind are sides of talks that «الطرفان» may
// stand for.
func negotiates(kind string) bool {
	switch kind {
	case "state", "armed-group", "coalition", "opposition-body", "party", "delegation", "":
		return true
	}
	return false
}

// firstRunes are the first n letters of a folded Arabic word.
func firstRunes(w string, n int) string {
	return w[:min(len(w), 2*n)]
}

// holder is the person whom the article gives an office that covers the phrase.
func (r *reader) holder(s span) *fact.Actor {
	words := r.stemsOf(s)
	if len(words) == 0 || !phrases.Definite(r.p, s.first) && len(words) < 2 {
		return nil
	}
	var best *fact.Actor
	extra := 0
	for i := range r.held() {
		o := &r.offices[i]
		if len(o.words) > len(words)+6 || !covers(o.words, r.butNation(words, s, o.actor.Country)) {
			continue
		}
		if best == nil || len(o.words) < extra {
			best, extra = o.actor, len(o.words)
		} else if best != o.actor && len(o.words) == extra {
			return nil
		}
	}
	if best == nil {
		return r.theEnvoy(words[0])
	}
	return best
}

// office is an office that the article gives a person, as stems.
type office struct {
	actor *fact.Actor
	words []string
}

// mostOffices bounds how many offices of an article are compared with a phrase.
const mostOffices = 200

// held are the offices that the article gives persons.
func (r *reader) held() []office {
	if r.offices != nil {
		return r.offices
	}
	r.offices = []office{}
	for i := range r.p.Reading.Actors {
		a := &r.p.Reading.Actors[i]
		if a.Type != fact.Person {
			continue
		}
		for _, o := range a.Offices {
			words := strings.Fields(arabic.Fold(o))
			for k := range words {
				words[k] = stem(words[k])
			}
			if len(r.offices) < mostOffices {
				r.offices = append(r.offices, office{a, words})
			}
		}
	}
	return r.offices
}

// theEnvoy is the one person of the article who is an envoy or mediator, whom
// «المبعوث» and «الوسيط» stand for.
func (r *reader) theEnvoy(head string) *fact.Actor {
	if !envoy(head) {
		return nil
	}
	var found *fact.Actor
	for _, o := range r.held() {
		if o.actor == found {
			continue
		}
		for _, w := range o.words {
			if !envoy(w) {
				continue
			}
			if found != nil {
				return nil
			}
			found = o.actor
			break
		}
	}
	return found
}

func envoy(w string) bool {
	switch w {
	case "مبعوث", "موفد", "وسيط", "مبعوثه", "موفده", "وسيطه":
		return true
	}
	return false
}

// butNation leaves out of the words of a phrase the adjective of the person's
// own country, which his offices need not repeat.
func (r *reader) butNation(words []string, s span, country string) []string {
	if country == "" {
		return words
	}
	for k := s.first + 1; k < s.last; k++ {
		_, n, ok := r.p.Find(k, lexicon.NisbaWord, nil)
		if !ok || !strings.EqualFold(r.p.Lex.States[n.Entry].ID, country) {
			continue
		}
		var out []string
		for _, w := range words {
			if w != r.stem(k) {
				out = append(out, w)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return words
}

// covers reports whether each of few stands in all, both of stems.
func covers(all, few []string) bool {
	for _, w := range few {
		found := false
		for _, v := range all {
			if s := v; s == w || strings.TrimSuffix(s, "ه") == strings.TrimSuffix(w, "ه") {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// stemsOf are the stems of the words of s.
func (r *reader) stemsOf(s span) []string {
	var out []string
	for k := s.first; k < s.last; k++ {
		if !r.p.Mark(k) && !phrases.Preposition(r.p.Word(k)) {
			out = append(out, r.stem(k))
		}
	}
	return out
}

// phraseName is a phrase as a name: without particles at its front and in the
// nominative, as a list of those present has it.
func (r *reader) phraseName(s span) string {
	p := r.p
	start := p.Tokens[s.first].Start
	head := p.Source[start:p.Tokens[s.first].End]
	for _, rd := range p.Readings[s.first] {
		if rd.Cut == 0 && rd.Kinds != 0 {
			break
		}
		if rd.Kinds != 0 && rd.Cut > 0 {
			head = p.StemSpan(s.first, rd).In(p.Source)
			if rd.Prep == 'l' && rd.Det && strings.HasPrefix(head, "ل") {
				head = "ا" + head
			}
			break
		}
	}
	name := head + p.Source[p.Tokens[s.first].End:p.Tokens[s.last-1].End]
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = nominative(w, i == 0)
	}
	return strings.Join(words, " ")
}

// nominative puts a sound plural in the nominative: المسؤولين السوريين are
// المسؤولون السوريون. Only nouns for groups and relative adjectives have one.
func nominative(w string, head bool) string {
	b, ok := strings.CutSuffix(w, "ين")
	if !ok || len(b) < 6 {
		return w
	}
	if f := stem(arabic.Fold(w)); both(f) || f == "امين" || head && !side(f) && !strings.HasSuffix(b, "ي") || !head && !strings.HasSuffix(b, "ي") {
		return w
	}
	return b + "ون"
}

// dateIn is the first calendar day or span told in s, "" for none.
func (r *reader) dateIn(s span) string {
	for k := s.first; k < s.last; k++ {
		if d := r.p.Date(k); d != nil && d.EDTF != "" {
			return d.EDTF
		}
	}
	return ""
}

// placeIn is the place that a preposition puts what s tells in, "" for none.
func (r *reader) placeIn(s span) string {
	p := r.p
	for k := s.first; k < s.last; k++ {
		m := p.Mention(k)
		if m == nil || m.Type != fact.Location || k > s.first && p.Mention(k-1) == m {
			continue
		}
		if m.Start > p.Tokens[k].Start && strings.HasPrefix(strings.TrimPrefix(p.Word(k), "و"), "ب") || r.placed(k, s.first) {
			return m.Name
		}
	}
	return ""
}

// placed reports whether في or a word for a kind of place stands before token k.
func (r *reader) placed(k, least int) bool {
	for j := k - 1; j >= least && j >= k-4; j-- {
		switch w := r.p.Word(j); w {
		case "في", "وفي", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي":
			return true
		default:
			if h := stem(w); h != "مدينه" && h != "محافظه" && h != "عاصمه" && h != "منطقه" && h != "بلده" && h != "اقليم" && h != "ريف" && !phrases.Adjective(r.p, j) {
				return false
			}
		}
	}
	return false
}
