package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

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

// headed is the body named last before a phrase of one definite word that its
// name begins with: «الحركة» after حركة السنابل.
func (r *reader) headed(s span) *fact.Mention {
	if s.last-s.first != 1 || !r.isDefinite(s.first) {
		return nil
	}
	head := strings.TrimPrefix(r.stem(s.first), "ال")
	switch head {
	case "حركه", "جبهه", "حزب", "جماعه", "تنظيم", "منظمه", "تيار", "مجلس", "هييه", "ايتلاف", "كتله":
	default:
		return nil
	}
	for k := s.first - 1; k >= 0 && k >= s.first-mostBack; k-- {
		m := r.p.Mention(k)
		if m == nil || m.Type != fact.Organisation || k > 0 && r.p.Mention(k-1) == m {
			continue
		}
		if first, _, more := strings.Cut(arabic.Fold(m.Name), " "); more && stem(first) == head {
			return m
		}
	}
	return nil
}

// menOf is the side whose men the phrase s names, where one definite word tells it: «مسلحي
// الحركة»; s itself for any other.
func (r *reader) menOf(s span) span {
	if s.last-s.first != 2 {
		return s
	}
	switch r.stem(s.first) {
	case "مسلحي", "مسلحو", "مقاتلي", "مقاتلو", "عناصر":
		return span{s.first + 1, s.last}
	}
	return s
}

// mostBack is how many tokens back the full name of a body is looked for.
const mostBack = 200

// sentFrom reads those whose delegation the phrase at token i is: وفد رفيع من حركة
// فلانية، وفود من الجبهة والحزب.
func (r *reader) sentFrom(i, lim int) ([]party, int) {
	switch r.stem(i) {
	case "وفدي", "حركتي", "حزبي", "حكومتي", "جماعتي", "جبهتي", "قبيلتي", "منظمتي", "ممثلي":
		return r.sentByTwo(i, lim)
	case "وفدا", "حركتا", "حزبا", "حكومتا", "جماعتا", "جبهتا", "مكونا", "مكوني", "فصيلا", "فصيلي":
		if list, next := r.parties(i+1, lim); len(list) == 2 && list[0].kind != 'p' && r.p.Word(i+1) != "من" {
			return list, next // وفدا الحكومة والحركة
		}
	case "وفد", "وفود", "وفودا", "وفدان", "وفدين":
		if r.stem(i) == "وفود" {
			if list, next := r.parties(i+1, lim); len(list) > 1 && list[0].kind != 'p' {
				return list, next // وفود الحكومة والحركة والجبهة
			}
		}
	case "ممثلون", "ممثلين", "مندوبون", "مندوبين", "مفاوضون", "مفاوضين":
		if !r.isDefinite(i) && (of(r.p.Word(i+1)) || of(r.p.Word(i+2)) && r.p.Mention(i+1) == nil && !r.preposition(i+1)) {
			break // مندوبون من الحركة، مندوبون عسكريون من الجانبين
		}
		if w := r.p.Word(i + 1); strings.HasPrefix(w, "لل") && r.side(i+1) && !r.isDefinite(i) { // ممثلون للحكومة
			list, next := r.parties(i+1, lim)
			return list, next
		}
		return nil, i
	case "مراقب", "مراقبون", "مراقبين":
		if !of(r.p.Word(i+1)) || r.isDefinite(i) {
			return nil, i // مراقبين دوليين
		}
	case "قيادات", "قياديين", "قياديون", "قاده", "اعضاء", "باعضاء", "بقيادات", "بقياديين":
		return r.menOfBody(i, lim)
	default:
		return nil, i
	}
	for k := i + 1; k < lim && k < i+5 && !r.p.Mark(k); k++ {
		if !of(r.p.Word(k)) {
			continue
		}
		list, next := r.parties(k+1, lim)
		for n, q := range list {
			if q.kind == 'p' || q.kind == 'l' && !strings.HasPrefix(q.actor, "state:") {
				return nil, i
			}
			list[n].at.first = i
		}
		return list, next
	}
	return nil, i
}

// of reports whether w says whose those before it are: من، عن.
func of(w string) bool { return w == "من" || w == "عن" }

// sentByTwo are the two who send the delegations that the dual at token i tells: «وفدي الحكومة
// والمعارضة».
func (r *reader) sentByTwo(i, lim int) ([]party, int) {
	list, next := r.parties(i+1, lim)
	if v, ok := r.is(next, lexicon.TalkRole); ok && v == "head" && len(list) == 1 && list[0].kind != 'p' {
		return list, next // وفدي الحكومة برئاسة سالم والمعارضة
	}
	if len(list) > 2 && r.p.Word(list[0].at.first-1) == "(" {
		return list, next // ممثلي الدول الثلاث (القمر والزهرة والمريخ)
	}
	if len(list) != 2 || list[0].kind == 'p' {
		return nil, i
	}
	return list, next
}

// menOfBody is the body that some leaders or members are of whom the noun at token i tells without the
// article: «قيادات بحركة السنابل», «أعضاء من حركة السنابل».
func (r *reader) menOfBody(i, lim int) ([]party, int) {
	if r.isDefinite(i) {
		return nil, i
	}
	if m := r.p.Mention(i + 1); m != nil && m.Type == fact.Organisation && m.Start > r.p.Tokens[i+1].Start {
		return r.parties(i+1, lim)
	}
	if w := r.p.Word(i + 1); w != "من" && w != "في" || i+2 >= lim {
		return nil, i
	}
	if m := r.p.Mention(i + 2); m == nil || m.Type != fact.Organisation {
		return nil, i
	}
	list, next := r.parties(i+2, lim)
	if len(list) > 0 {
		list[0].at.first = i
	}
	return list, next
}

// sentByTopic is who sends the delegation at token i where only a pronoun tells it: «أكدت
// الحركة أن وفدا عنها».
func (r *reader) sentByTopic(i int) (party, bool) {
	if w := r.stem(i); w != "وفد" && w != "وفدا" {
		return party{}, false
	}
	switch r.p.Word(i + 1) {
	case "عنها", "عنه", "منها", "منه":
	default:
		return party{}, false
	}
	q, ok := r.topic(i)
	if !ok || q.kind == 'p' {
		return party{}, false
	}
	q.at = span{i, i + 2}
	return q, true
}

// ofStates reads «وزراء خارجية X وY» as a minister of each, and «مسؤولين من X وY» as
// the states themselves.
func (r *reader) ofStates(s span, lim int) ([]party, int) {
	p := r.p
	word, k, ok := r.sharedOffice(s)
	if !ok {
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
		} else if a := r.officerOf(word, strings.TrimPrefix(m.Actor, "state:")); a != nil {
			q.name, q.actor = a.Name, a.ID
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

// sharedOffice is the office that the phrase s gives men of several states, before the name of the
// state, «وزير خارجية », and the token from which the states are told; "" where the phrase gives none
// and stands for the states themselves.
func (r *reader) sharedOffice(s span) (office string, k int, ok bool) {
	p := r.p
	k = s.last
	switch strings.TrimPrefix(strings.TrimPrefix(r.stem(s.first), "ب"), "ل") {
	case "وزراء", "وزيري", "وزيرا":
		of := ministries[arabic.Undet(p.Word(s.first+1))]
		if k-s.first < 2 || of == "" || r.isDefinite(s.first+1) && of != "الخارجية" {
			return "", 0, false
		}
		for j := s.first + 2; j < s.last; j++ {
			if p.Mention(j) != nil {
				k = j
				break
			}
		}
		return "وزير " + strings.TrimPrefix(of, "ال") + " ", k, true
	case "رييس": // رئيس وزراء كل من القمر والزهرة
		return "رئيس وزراء ", s.first + 2, p.Word(s.first+1) == "وزراء" && p.Word(s.first+2) == "كل" && p.Word(s.first+3) == "من"
	case "زعيمي", "زعيما", "رييسي", "رييسا", "زعماء", "روساء":
		office = "زعيم "
		if strings.Contains(r.stem(s.first), "ر") {
			office = "رئيس "
		}
		switch k = s.first + 1; r.stem(k) {
		case "وزراء", "حكومه", "حكومتي", "حكومات":
			return office + "وزراء ", k + 1, true
		}
		return office, k, true
	case "مسوولين", "مسوولون", "دبلوماسيين", "دبلوماسيون", "ممثلين", "ممثلون", "ممثلي", "خبراء", "وفود":
		if u := p.Word(s.first + 1); u == "من" || u == "عن" { // ممثلين عن القمر والزهرة
			k = s.first + 1
		}
		return "", k + 1, p.Word(k) == "من" || p.Word(k) == "عن"
	}
	return "", 0, false
}

// officerOf is the one person whom the article gives the office of a state, by its id; nil where
// it gives it nobody or several.
func (r *reader) officerOf(office, state string) *fact.Actor {
	asked := rank(stemsIn(strings.TrimSpace(office)))
	var found *fact.Actor
	for i := range r.held() {
		o := &r.offices[i]
		if asked == "" || !strings.EqualFold(o.actor.Country, state) || rank(o.words) != asked {
			continue
		}
		if found != nil && found != o.actor {
			return nil
		}
		found = o.actor
	}
	return found
}

// ofPortfolios reads «وزراء الدفاع والداخلية والأمن العام» as a minister of each.
func (r *reader) ofPortfolios(i, lim int) ([]party, int) {
	switch r.stem(i) {
	case "وزراء", "وزيري", "وزيرا":
	default:
		return nil, i
	}
	var out []party
	k := i + 1
	for k < lim && (r.portfolio(k) || ministry(r.stem(k))) && (len(out) == 0) != strings.HasPrefix(r.p.Word(k), "و") {
		end := k + 1
		for end < lim && r.isAdjective(end) && !r.portfolio(end) && !ministry(r.stem(end)) && !r.p.Is(end, lexicon.NisbaWord) {
			end++
		}
		name := r.p.Source[r.p.Tokens[k].Start:r.p.Tokens[end-1].End]
		if len(out) > 0 {
			name = unjoined(name)
		}
		out = append(out, party{at: span{k, end}, name: "وزير " + name, kind: 'p'})
		k = end
	}
	if len(out) < 2 {
		return nil, i
	}
	return out, k
}

// ministries are what ministries are for, by their stems.
var ministries = func() map[string]string {
	m := map[string]string{}
	for w := range strings.FieldsSeq("الخارجية الداخلية الدفاع الأمن العدل المالية الاقتصاد الإعلام النفط الطاقة الصحة التجارة الري المياه") {
		m[arabic.Undet(arabic.Fold(w))] = w
	}
	return m
}()

// ministry reports whether w (a stem) is what a ministry is for.
func ministry(w string) bool { return ministries[w] != "" }

// alsoOf is the group q of another nation, told by a joined adjective alone:
// «المسؤولين القمريين والزهريين» are two groups.
func (r *reader) alsoOf(q party, k int) (party, bool) {
	last := q.at.last - 1
	if !strings.HasPrefix(r.p.Word(k), "و") || last == q.at.first || r.p.Mention(k) != nil && r.p.Mention(k).Type == fact.Person || k+1 < len(r.p.Tokens) && r.personAt(k+1) {
		return q, false
	}
	nation := func(i int, conj byte) bool {
		_, s, ok := r.p.Find(i, lexicon.NisbaWord, func(rd lexicon.Reading, _ lexicon.Sense) bool { return rd.Conj == conj && rd.Prep == 0 })
		return ok && s.Count == arabic.Plural || r.stem(i) == "عرب" || conj == 0 && r.p.Is(i, lexicon.PeopleWord)
	}
	if !nation(last, 0) || !nation(k, 'w') {
		return q, false
	}
	words := fields(q.name)
	words[len(words)-1] = nominative(unjoined(r.p.Tokens[k].Span().In(r.p.Source)), true)
	return party{at: span{k, k + 1}, name: strings.Join(words, " "), kind: 'g'}, true
}

// personAt reports whether a person is named at token k.
func (r *reader) personAt(k int) bool {
	m := r.p.Mention(k)
	return m != nil && m.Type == fact.Person
}

// singular reports whether token i heads an office of one person: وزير خارجية فلان.
func (r *reader) singular(i int) bool {
	_, off, _, ok := r.officeAt(i)
	if !ok || r.manySent(i) {
		return false
	}
	switch off.Kind {
	case "minister", "head-of-state", "head-of-government", "envoy", "ambassador", "deputy", "royal":
		w := r.stem(i)
		return w != "وزراء" && w != "روساء" && w != "سفراء" && w != "مسوولون" && w != "مسوولين" && w != "قاده" && w != "زعماء"
	}
	return false
}

// lastTwo are the two sides whom a dual at token i stands for: those of the conflict that the article
// is about, those of talks told before, those told together before, else those named last.
func (r *reader) lastTwo(i int) []party {
	if two := r.mainSides(i); len(two) == 2 {
		return two
	}
	if two := r.sidesTold(i); two != nil {
		return two
	}
	out, joined := r.nearTwo(i)
	if len(out) == 2 && joined {
		return out
	}
	if two := r.seatedTwo(i); two != nil {
		return two
	}
	if two := r.pairBefore(i); two != nil {
		return two
	}
	if len(out) == 2 {
		return out
	}
	if two := r.betweenBefore(i); two != nil {
		return two
	}
	return out
}

// nearTwo are the two sides named nearest before token i, and whether one is joined to the other in the
// sentence of token i.
func (r *reader) nearTwo(i int) (out []party, joined bool) {
	p := r.p
	states := r.dualOfStates(i)
	var at [2]int
	for k := i - 1; k >= 0 && k > i-100 && len(out) < 2; k-- {
		q := party{at: span{i, i + 1}, kind: 'o'}
		if m := p.Mention(k); m != nil {
			if m.Type == fact.Person || k > 0 && p.Mention(k-1) == m {
				continue
			}
			a := r.actor(m.Actor)
			if a == nil || !negotiates(a.Kind) || m.Type == fact.Location && !r.stateActs(m) || r.helps(k) {
				continue
			}
			q.name, q.actor = m.Name, m.Actor
			if m.Type == fact.Location && !states && r.asPlace(k) || m.Type != fact.Location && states {
				continue
			}
		} else if r.people(k, true) && r.p.Body(k) {
			q.name, q.kind = nominative(unjoined(p.Tokens[k].Span().In(p.Source)), true), 'g'
		} else {
			continue
		}
		if len(out) == 1 && (out[0].name == q.name || strings.HasPrefix(arabic.Undet(arabic.Fold(q.name)), firstRunes(arabic.Undet(arabic.Fold(out[0].name)), 4))) {
			continue
		}
		at[len(out)] = k
		out = append(out, q)
	}
	if len(out) == 2 {
		out[0], out[1] = out[1], out[0]
		joined = r.joined(at[0]) && at[0] < at[1]+6 && r.sentenceOf(at[1]) == r.sentenceOf(i)
	}
	return out, joined
}

// asPlace reports whether the name at token k is told as a place where something is, and not as a side:
// «داخل قمرستان», «في قمرستان».
func (r *reader) asPlace(k int) bool {
	switch r.p.Word(k - 1) {
	case "في", "داخل", "خارج", "الي", "شمال", "جنوب", "شرق", "غرب", "لدي":
		return true
	}
	return false
}

// betweenReach bounds how far before a dual the two whom بين joins are looked for, in tokens.
const betweenReach = 100

// betweenBefore are the two whom بين joins before the dual at token i in its sentence:
// «اشتباكات بين القوات والمسلحين، رغم هدنة بين الجانبين». A dual among those two is not asked
// the same again: duals one after another would double the work each.
func (r *reader) betweenBefore(i int) []party {
	if r.pairing {
		return nil
	}
	r.pairing = true
	defer func() { r.pairing = false }()
	for k := i - 2; k >= max(r.sentence(i).First, i-betweenReach); k-- {
		if r.p.Word(k) != "بين" {
			continue
		}
		if list, _ := r.parties(k+1, i); len(list) == 2 && list[0].kind != 'p' {
			return list
		}
	}
	return nil
}

// firstRunes are the first n letters of a folded Arabic word.
func firstRunes(w string, n int) string {
	return w[:min(len(w), 2*n)]
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
		if !ok || r.mentions(c) == 0 {
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
