package talks

import (
	"strings"

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
	j := r.nounPhrase(m, i)
	if m.noun == "" {
		return j, false
	}
	if r.word(i).reading.Prep == 'l' {
		r.cameFor(m, i)
	}
	if m.noun == "round" && !m.series && r.election(i) {
		return j, false
	}
	if m.noun == "stage" && (m.ordinal == 0 || !m.compound(r, i, j)) {
		return j, false
	}
	if r.word(i).reading.Pronoun != "" {
		r.owner(m, i)
	}
	m.own += len(m.parts)
	if m.place != "" {
		m.own++
	}
	r.right(m, j)
	if m.ordinal == 0 && len(m.parts) == 0 && m.start == "" && r.several(i) {
		return j, false
	}
	r.refersBack(m, i, j)
	r.left(m, i)
	r.spokeAfter(m, i)
	r.dashed(m, i)
	r.amid(m, i)
	r.opensRole(m, i)
	if m.noun == "gathering" && m.definite && m.began && m.own == 0 && m.end == "" {
		m.back = true // وبدأ الاجتماع الأحد
	}
	r.alsoThere(m)
	r.onward(m)
	r.numbered(m)
	r.atHeadDay(m, i)
	r.firstSince(m, i)
	r.undone(m)
	r.agreedAt(m, i)
	return j, true
}

// nounPhrase reads the noun of a meeting at token i with what describes it: its number, that it is by
// telephone, that it is the one before. It returns the token after the phrase.
func (r *reader) nounPhrase(m *meeting, i int) int {
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
	m.again = (m.ordinal > 0 || r.stem(i-1) == "اول") && r.predicate(i)
	m.before = r.stem(i-1) == "اخر" || r.earlier(i, j)
	return j
}

// cameFor takes who goes somewhere or is invited there for the meeting that the noun at token i names,
// which has ل: «يتوجه إلى ندى للقاء سالم».
func (r *reader) cameFor(m *meeting, i int) {
	if m.noun == "encounter" || m.noun == "gathering" {
		if from := r.bound(i); from >= 0 {
			m.status, m.bound = "planned", true
			r.boundFor(m, from)
		}
	}
	if m.noun == "gathering" {
		r.invitedTo(m, i)
	}
}

// owner takes who makes the meeting that the noun at token i names with a pronoun for him: «لقاؤه»,
// «محادثاتهما», «استقباله».
func (r *reader) owner(m *meeting, i int) {
	if strings.HasSuffix(r.word(i).reading.Pronoun, "هما") {
		m.addAll(r.thoseTwo(i), "", "")
	} else if ahead := r.ownersAhead(i, 1); ahead != nil {
		m.add(participant{party: ahead[0], role: r.receiver(i)})
	} else if q, ok := r.ownerBefore(i); ok {
		m.add(participant{party: q})
	} else if q, ok := r.topic(i); ok {
		m.add(participant{party: q, role: r.receiver(i)})
	}
}

// refersBack notes whether the noun phrase [i, j) speaks of a meeting told before, «هذه المحادثات», or
// tells enough of its own to be another.
func (r *reader) refersBack(m *meeting, i, j int) {
	m.definite = r.pointsBack(i)
	switch r.p.Word(i - 1) {
	case "هذه", "وهذه", "هذا", "وهذا":
		m.pointed = true
	}
	if o := r.p.Mention(i + 1); o != nil && o.Type == fact.Location && m.place != "" {
		m.byPlace = true // اجتماع ندى
	}
	r.lasted(m)
	m.back = (m.own == 0 || m.pointed && m.noun == "round" && m.place == "") && (m.ordinal == 0 || r.p.Word(j) == "هي") && m.start == "" && m.end == "" && m.definite
}

// ownerBefore is who makes the meeting to which the noun at token i, which has a pronoun, is joined:
// «زيارة سالم ومحادثاته مع نادر».
func (r *reader) ownerBefore(i int) (party, bool) {
	n := len(r.met) - 1
	if n < 0 || r.word(i).reading.Conj != 'w' {
		return party{}, false
	}
	if o := &r.met[n]; o.kind == "visit" && o.noun != "" && o.at > i-12 && len(o.parts) == 1 && o.parts[0].kind == 'p' && o.parts[0].at.first > o.at && o.parts[0].at.last <= i && r.sentenceOf(o.at) == r.sentenceOf(i) {
		return o.parts[0].party, true
	}
	return party{}, false
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
			if m.Type == fact.Person { // لقاء مع هند الكاتبة في صحيفة
				j = p.TokenAt(m.End-1) + 1
				if w := p.Word(j); w != "في" && w != "من" {
					return false
				}
				if m = p.Mention(j + 1); m == nil {
					return false
				}
			}
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
		if m.place == "" && (m.noun == "visit" || !r.stateActs(mn) && !r.regional(mn) || m.noun == "talks" && j == m.at+1 && r.hostsOnly(mn, end)) && !waterworks(mn.Name) {
			m.place, m.placeID = mn.Name, mn.Actor
		}
		return end, true
	case fact.Person:
		if r.officeBefore(m.at) {
			return j, false // عضو وفد الحركة في محادثات ندى سالم
		}
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

// officeBefore reports whether the meeting at token i belongs to what somebody is at it, so that the name
// after it is his: «رئيس وفد الحركة {في محادثات} السلام سالم».
func (r *reader) officeBefore(i int) bool {
	const longest = 8
	if w := r.p.Word(i - 1); w != "في" && w != "الي" {
		return false
	}
	for k := i - 2; k >= r.sentence(i).First && k > i-2-longest; k-- {
		if _, verb := r.finite(k); verb || r.p.Mark(k) || r.personAt(k) {
			return false
		}
		switch r.stem(k) {
		case "رييس", "عضو", "كبير", "ممثل", "مندوب", "متحدث", "وسيط", "مفاوض":
			return true
		}
	}
	return false
}

// hostsOnly reports whether a state after the noun for talks is where they were held, for it is in no
// conflict of which talks could be: «مشاورات نجمستان».
func (r *reader) hostsOnly(mn *fact.Mention, end int) bool {
	switch r.p.Word(end) {
	case "-", "–", "—", "ـ", "مع":
		return false // محادثات قمرستان - زهرستان
	}
	id, state := strings.CutPrefix(mn.Actor, "state:")
	_, conflict := r.states[id]
	return state && !conflict && !r.joined(end)
}

// waterworks reports whether a place of the name is what talks are on and not where they
// are held: مفاوضات سد ندى.
func waterworks(name string) bool {
	head, _, _ := strings.Cut(name, " ")
	switch head {
	case "سد", "السد", "نهر", "حقل", "جسر", "قناة", "مضيق":
		return true
	}
	return false
}

// stateActs reports whether a place stands for its government.
func (r *reader) stateActs(mn *fact.Mention) bool {
	return strings.HasPrefix(mn.Actor, "state:")
}

// regional reports whether a place is a region, which talks are on and not in: محادثات سلام
// الجنوب.
func (r *reader) regional(mn *fact.Mention) bool {
	a := r.actor(mn.Actor)
	return a != nil && a.Kind == "region"
}

// genitiveOffice takes an office or side that the noun governs: زيارة الرئيس
// الفلاني، اجتماع وزراء الخارجية.
func (r *reader) genitiveOffice(m *meeting, j, lim int) (int, bool) {
	_, _, rd, ok := r.officeAt(j)
	if !ok && !r.side(j) || rd.Prep != 0 || rd.Conj != 0 || r.class(j) == lexicon.TalkMeeting || j == m.at+1 && r.articled(m.at) {
		return j, false // شارك في المؤتمر رئيس الوزراء
	}
	if m.noun == "talks" && !ok {
		return j, false
	}
	if ok && r.isAdjective(j) && !r.isDefinite(j) {
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

// articled reports whether the noun at token i has the article; للقاء has none.
func (r *reader) articled(i int) bool {
	return r.word(i).reading.Det && !strings.HasPrefix(r.p.Word(i), "للق")
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

// phone reports whether w (a stem) is the adjective of calls.
func phone(w string) bool {
	return strings.HasPrefix(w, "هاتفي") || strings.HasPrefix(w, "تليفوني") || strings.HasPrefix(w, "تلفوني")
}
