package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// subjectOf finds who holds the meeting at token i with the verb at token k:
// the phrase after the verb, the phrase before it, or the one the text is about.
func (r *reader) subjectOf(m *meeting, k, i int, need bool) {
	if list, _ := r.after(k, i); len(list) > 0 {
		m.addAll(list, "", "")
		r.addHeads(m, list, i)
		return
	}
	if !need {
		return
	}
	if v := r.arrived(k); v != nil && !r.isDefinite(i) && !r.feminineTalks(k) {
		m.add(participant{party: v.parts[0].party})
		if v.status == "planned" && m.status == "ongoing" {
			m.status = v.status
		}
		return
	}
	if r.passive(k) {
		return
	}
	if list := r.beforeVerb(k); len(list) > 0 {
		m.addAll(list, "", "")
		return
	}
	if q, ok := r.topic(k); ok && !(r.relative(k-1) && r.word(k).sense.Feminine) && !r.feminineTalks(k) {
		m.add(participant{party: q})
	}
}

// arrived is the journey told right before the joined verb at token k, whose traveller is its
// subject too: «سيصل وفد الحركة إلى ندى ويعقد لقاء»; nil where none is.
func (r *reader) arrived(k int) *meeting {
	if !r.conjoined(k) {
		return nil
	}
	return r.lastVisit(k)
}

// lastVisit is the journey of somebody told last before token k, where its sentence tells it;
// nil where none is.
func (r *reader) lastVisit(k int) *meeting {
	n := len(r.met) - 1
	if n < 0 {
		return nil
	}
	if v := &r.met[n]; v.kind == "visit" && v.at < k && len(v.parts) > 0 && r.sentenceOf(v.at) == r.sentenceOf(k) {
		return v
	}
	return nil
}

// between takes places and dates between a verb and its noun.
func (r *reader) between(m *meeting, k, i int) {
	for j := i - 1; j >= m.clause.first; j-- { // the nearest place is the meeting's
		if m.noun != "visit" || j > k {
			r.placeAt(m, j)
		}
	}
	for j := m.clause.first; j < i; j++ {
		if d := r.p.Date(j); d != nil {
			m.when(d)
		}
	}
}

// feminineTalks reports whether the verb at token k has the talks as its
// subject: تجري محادثات، عقدت جولة.
func (r *reader) feminineTalks(k int) bool {
	n := r.overRank(k + 1)
	return r.class(n) == lexicon.TalkMeeting && r.word(k).sense.Feminine && r.word(n).reading.Conj == 0
}

// overRank is the token after a word that ranks the noun after it: آخر جلسات، أولى الجولات.
func (r *reader) overRank(i int) int {
	switch r.stem(i) {
	case "اخر", "اول", "اولي", "احدث", "ثاني", "ثالث", "رابع", "اهم", "ابرز":
		return i + 1
	}
	return i
}

// passive reports whether the verb at token k has no agent: عقدت الجولة، تم عقد. A verb of
// another gender than the noun after it has one: اللجنة عقدت اجتماعا.
func (r *reader) passive(k int) bool {
	n := r.overRank(k + 1)
	if r.class(n) != lexicon.TalkMeeting {
		return false
	}
	if w := r.p.Word(k); strings.HasSuffix(w, "ان") || strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "وا") || strings.HasSuffix(w, "تا") {
		return false // سيعقدان لقاء: those named before
	}
	if w := r.p.Word(n); n == k+1 && r.word(k).sense.Feminine && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ات") {
		return false
	}
	return r.isDefinite(n) || r.word(k).entry != nil && r.word(k).entry.ID == "aqada"
}

// after reads the parties right after the verb at token k, over adverbs, dates
// and places.
func (r *reader) after(k, lim int) ([]party, int) {
	p := r.p
	j := k + 1
	for j < lim {
		w := p.Word(j)
		switch {
		case p.Date(j) != nil, r.adverb(j) && p.Mention(j) == nil:
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

func (r *reader) readPrepositional(j int) bool {
	p := r.p
	if m := p.Mention(j); m != nil {
		if m.Start == p.Tokens[j].Start {
			return false
		}
		w := strings.TrimPrefix(p.Word(j), "و")
		return strings.HasPrefix(w, "ب") || strings.HasPrefix(w, "ل") || strings.HasPrefix(w, "ك")
	}
	_, _, rd, ok := r.officeAt(j)
	if ok {
		return rd.Prep != 0
	}
	for _, rd := range r.readings(j) {
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
func (r *reader) beforeVerb(k int) []party {
	p := r.p
	s := r.sentence(k)
	least := max(s.First, k-24)
	if r.conjoined(k) {
		return nil
	}
	j := k
	for j > least && (r.adverb(j-1) && p.Mention(j-1) == nil || p.Date(j-1) != nil || p.Word(j-1) == "،" || p.Word(j-1) == "سوف" || r.relative(j-1)) {
		if w := p.Word(j - 1); w == "ان" || w == "انه" || w == "انها" || w == "انهم" || w == "ثم" {
			return nil
		}
		j--
	}
	j = r.overFormula(least, j)
	for start := r.unbroken(least, j); start < j; start++ {
		if p.Mark(start) || r.adverb(start) && p.Mention(start) == nil || r.preposition(start) {
			continue
		}
		if m := p.Mention(start); m != nil && start > least && p.Mention(start-1) == m {
			continue
		}
		if start > s.First && r.ofMeeting(start, j, k) {
			return nil
		}
		if start > s.First && r.governs(start-1) {
			if list, end := r.parties(start, j); len(list) > 0 && end == j && j < k && r.p.Next(j, k, page.Relative) == k {
				return r.beforeQad(k, least) // محادثات مع الوزير سالم ثم يتوجه
			}
			continue
		}
		if start > s.First && r.class(start-1) == lexicon.TalkRole && helper(r.word(start-1).entry.Value) && r.word(start-1).sense.Tense == arabic.Masdar {
			continue // بفضل وساطة القمر، وقعت …
		}
		list, end := r.parties(start, j)
		if len(list) > 0 && end == j && start > s.First && r.attending(start-1) {
			return nil // بغياب سالم، اجتمع …
		}
		if len(list) > 0 && end < j && under(p.Word(end)) { // التحالف بقيادة قمرستان أعلن
			_, end = r.parties(end+1, j)
		}
		if len(list) > 0 && end < j && list[len(list)-1].kind == 'p' {
			end = max(end, r.apposition(end, j)) // سالم المبعوث الخاص إلى ندى، سيتوجه
		}
		if len(list) > 0 && end == j {
			return list
		}
	}
	return r.beforeQad(k, least)
}

// ofMeeting reports whether those who stand in [start, j) before the verb at token k belong to a meeting
// at which it is done, and do it not.
func (r *reader) ofMeeting(start, j, k int) bool {
	meeting := r.class(start-1) == lexicon.TalkMeeting
	switch {
	case j < k && meeting && r.word(start-1).reading.Pronoun == "" && r.p.Next(j, k, page.Relative) == k && r.p.Word(k-1) == "،": // وخلال قمة ندى أمس، بحث الرئيس
	case j == k && r.stem(start-2) == "هامش" && (meeting || sits(r.stem(start-1))) && start-2 >= r.sentence(k).First: // على هامش أعمال الجمعية العامة التقى سالم
	default:
		return false
	}
	list, end := r.parties(start, j)
	return len(list) > 0 && end == j
}

// attending reports whether token k is a noun for being there or not with which something else is
// done, by others than who follows it: بحضور، بغياب.
func (r *reader) attending(k int) bool {
	if r.word(k).sense.Tense != arabic.Masdar {
		return false
	}
	switch v, _ := r.is(k, lexicon.TalkRole); r.class(k) {
	case lexicon.TalkRole:
		return (v == "present" || v == "party") && r.word(k).reading.Prep == 'b'
	case lexicon.TalkAttend:
		return r.word(k).reading.Prep == 'b' || r.p.Word(k-1) == "في" || r.p.Word(k-1) == "وسط"
	}
	return false
}

// overFormula is the token after the name that a formula of numbers stands after, where one
// ends right before token j: لجنة المياه 4+4، اللجنة المشتركة (4+4).
func (r *reader) overFormula(least, j int) int {
	k, plus := j, false
	for k > least && k > j-5 {
		w := r.p.Word(k - 1)
		if w != "+" && w != "(" && w != ")" && r.p.Tokens[k-1].Kind != arabic.Number {
			break
		}
		plus = plus || w == "+"
		k--
	}
	if !plus {
		return j
	}
	return k
}

// under reports whether w says who leads the side before it.
func under(w string) bool {
	switch w {
	case "بقياده", "بزعامه", "برياسه":
		return true
	}
	return false
}

// beforeQad reads the subject of a verb after قد from where كان sets it, whatever is told
// of it between: «وكانت الفصائل التي حضرت إلى ندى قد وقعت …».
func (r *reader) beforeQad(k, least int) []party {
	if r.p.Word(k-1) != "قد" {
		return nil
	}
	for j := k - 2; j >= least; j-- {
		switch trimWaw(r.p.Word(j)) {
		case "كان", "كانت":
			if list, end := r.parties(j+1, k-1); len(list) > 0 && r.relative(end) {
				return list
			}
			return nil
		}
	}
	return nil
}

// unbroken is the first token of [least, j) after which no finite verb, relative pronoun
// or stop stands before j, which no list of those who act goes beyond. What stands in
// quotation marks breaks nothing.
func (r *reader) unbroken(least, j int) int {
	p := r.p
	for k := j - 1; k >= least; k-- {
		c := p.Class(k)
		if c&page.QuoteMark != 0 || p.Word(k) == ")" {
			return least
		}
		if !p.Named(k) && (c&page.Relative != 0 || c&(page.Finite|page.WordToken) == page.Finite|page.WordToken || c&(page.Colon|page.Semicolon) != 0) {
			return k + 1
		}
	}
	return least
}

// governs reports whether token i is a preposition, be it after و or ف.
func (r *reader) governs(i int) bool {
	w := r.p.Word(i)
	if r.preposition(i) {
		return true
	}
	b, ok := strings.CutPrefix(w, "و")
	if !ok {
		b, ok = strings.CutPrefix(w, "ف")
	}
	return ok && len(b) > 2 && phrases.Preposition(b)
}

// conjoined reports whether the verb at token k has و or ف before it, so that
// what stands before is no subject of its.
func (r *reader) conjoined(k int) bool {
	if r.word(k).entry != nil {
		return r.word(k).reading.Conj != 0
	}
	return r.joinedVerb(k)
}

// topic is whom the text is about before token i: the subject of the sentence,
// the last who met, or the last person named.
func (r *reader) topic(i int) (party, bool) {
	p := r.p
	s := r.sentence(i)
	if r.word(i).reading.Pronoun == "ها" {
		if q, ok := r.womanBefore(i); ok {
			return q, true
		}
	}
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
			if _, verb := r.finite(start - 1); verb || r.preposition(start-1) || r.adverb(start-1) || r.prepositional(start-1) {
				break
			}
			start--
		}
		_, before := r.finite(start - 1)
		after := false
		if next := p.TokenAt(m.End-1) + 1; next < i {
			_, after = r.finite(next)
			after = after && r.word(next).reading.Conj == 0 && !r.governed(k, least)
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
	return r.class(k) == lexicon.TalkMeet && len(r.beforeVerb(k)) > 0
}

// firstPerson is the first person named from token i on who is not governed by
// a preposition; failing that the last one before lim.
func (r *reader) firstPerson(i, lim int) (party, bool) {
	p := r.p
	var other party
	for k := i; k < lim; k++ {
		m := p.Mention(k)
		if m == nil && p.Tokens[k].Kind == arabic.Word {
			if _, _, rd, ok := r.officeAt(k); ok && rd.Prep == 0 && !r.governed(k, i) {
				if list, next, ok := r.party(k, lim, true); ok && list[0].kind == 'p' && (list[0].actor != "" || r.isDefinite(k) || next-k >= 2) {
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
		case "مع", "بين", "عن", "من", "الي", "علي", "برياسه", "بقياده", "لدي":
			return true
		}
		if _, ok := r.finite(j); ok || r.p.Mark(j) {
			return false
		}
	}
	return false
}

// afterNoun are those who stand after the noun at token i as the subject of the
// verb before it: حضر الاجتماع الذي عقد هناك سالم وهند.
func (r *reader) afterNoun(i, lim int) []party {
	for k := i + 1; k < lim && k < i+14; k++ {
		if r.p.Mention(k) != nil && r.p.Mention(k).Type == fact.Location || r.prepositional(k) || r.preposition(k-1) {
			continue
		}
		if list, _ := r.parties(k, lim); len(list) > 0 && list[0].kind != 'l' {
			return list
		}
	}
	return nil
}
