package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// party is somebody who meets, binds himself or is asked.
type party struct {
	at    span
	name  string
	actor string
	kind  byte // 'p' person, 'o' organisation, 'l' place, 'g' group or office
}

// parties reads a list of those who act, from token i on: X وY، وZ. It returns
// the token after the list; i itself where there is none.
func (r *reader) parties(i, lim int) ([]party, int) {
	var out []party
	end := i
	lim = min(lim, len(r.p.Tokens))
	for k := i; k < lim && len(out) < 16; {
		q, next, ok := r.party(k, lim, len(out) > 0)
		if !ok {
			break
		}
		if out == nil {
			out = q
		} else {
			out = append(out, q...)
		}
		if inside := r.inBrackets(&q[len(q)-1], next, lim); inside != nil {
			out = append(out[:len(out)-1:len(out)-1], inside...)
		}
		end = next
		k = next
		if k < lim && r.p.Word(k) == "(" {
			k = r.closing(k, lim)
		}
		if q[len(q)-1].kind != 'p' {
			k = r.overHead(r.overState(k, lim), lim)
		} else if k < lim && !r.p.Mark(k) {
			k = r.overSurname(r.overApposition(k, lim), lim)
		}
		if k < lim && (r.p.Word(k) == "،" || r.p.Word(k) == ",") {
			k++
		}
		if k+2 < lim && r.p.Word(k) == "الي" && r.p.Word(k+1) == "جانب" && q[len(q)-1].kind == 'p' && r.oneMore(k+2) {
			k += 2 // سالم إلى جانب نادر
			continue
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

// overState is the token after the state that a side before token k is in, where another
// side is joined to it: «الحكومة في قمرستان والمتمردين»; else k.
func (r *reader) overState(k, lim int) int {
	if k+2 >= lim || r.p.Word(k) != "في" {
		return k
	}
	m := r.p.Mention(k + 1)
	if m == nil || !r.stateActs(m) && !r.regional(m) {
		return k
	}
	if end := r.p.TokenAt(m.End-1) + 1; end < lim && r.joined(end) && r.mayBegin(end, true) && !r.city(end) {
		return end
	}
	return k
}

// overHead is the token at which another side is joined to the one before token k over who heads
// it: «وفدا حركة السنابل برئاسة سالم وجبهة الينابيع برئاسة نادر»; k itself where none is.
func (r *reader) overHead(k, lim int) int {
	if !r.underHead(k) {
		return k
	}
	_, next, ok := r.somebody(k+1, lim)
	if !ok {
		return k
	}
	for j := next; j < lim && j < next+12; j++ {
		if r.joined(j) || r.p.Word(j) == "و" && r.quoteMark(j+1) {
			if r.oneMore(j) || !r.mayBegin(j, true) && !r.quoteMark(j+1) {
				continue
			}
			return j
		}
		if _, verb := r.finite(j); verb || r.relative(j) || r.p.Mark(j) && r.p.Word(j) != "،" {
			return k
		}
	}
	return k
}

// underHead reports whether token k says with ب who heads the side before it: برئاسة، بقيادة، بزعامة.
func (r *reader) underHead(k int) bool {
	if r.p.Word(k) == "بزعامه" {
		return true
	}
	v, ok := r.is(k, lexicon.TalkRole)
	return ok && (v == "head" || r.word(k).entry.ID == leads) && r.word(k).reading.Prep == 'b'
}

// addHeads puts those to the meeting who head the sides of a list.
func (r *reader) addHeads(m *meeting, list []party, lim int) {
	if len(list) < 2 {
		return
	}
	for _, q := range list {
		if q.kind == 'p' || !r.underHead(q.at.last) || r.p.Word(q.at.last) == "بزعامه" {
			continue
		}
		if who, _, ok := r.somebody(q.at.last+1, lim); ok {
			m.add(participant{party: who, role: "head"})
		}
	}
}

// closing is the token after what the bracket at token k holds, k itself where it
// does not soon close.
func (r *reader) closing(k, lim int) int {
	for j := k + 1; j < lim && j < k+20; j++ {
		if r.p.Word(j) == ")" {
			return j + 1
		}
	}
	return k
}

func (r *reader) readJoined(k int) bool {
	p := r.p
	if m := p.Mention(k); m != nil && m.Start > p.Tokens[k].Start {
		return strings.HasPrefix(p.Word(k), "و")
	}
	if !strings.HasPrefix(p.Word(k), "و") || r.joinedVerb(k) {
		return false
	}
	switch p.Word(k) {
	case "وتلك", "وهولاء", "وهذه":
		return r.side(k + 1)
	}
	_, _, rd, ok := r.officeAt(k)
	if ok && rd.Conj == 'w' && rd.Prep == 0 {
		return true
	}
	if p.Is(k, lexicon.NisbaWord) && k+1 < len(p.Tokens) && r.personAt(k+1) { // والزهري سالم
		return true
	}
	w := p.Word(k)
	return (len(w) > 8 || strings.HasPrefix(w, "ووف")) && r.side(k) && r.stem(k) != arabic.Undet(w) || r.people(k, true)
}

// one is a list of one party.
func (r *reader) one(q party) []party {
	if len(r.room) == cap(r.room) {
		r.room = make([]party, 0, max(32, 2*cap(r.room)))
	}
	n := len(r.room)
	r.room = append(r.room, q)
	return r.room[n : n+1 : n+1]
}

// party reads one phrase for somebody. After a conjunction (next) the token may
// begin with و.
func (r *reader) party(i, lim int, next bool) ([]party, int, bool) {
	p := r.p
	for i < lim && r.has(i, wordWhole) {
		i++
	}
	if i >= lim || !r.mayBegin(i, next) {
		return nil, i, false
	}
	if p.Mention(i) == nil && r.has(i, stemBoth) && !(p.Word(i+1) == "من" && !r.isDefinite(i)) {
		if two, end := r.bothAt(i, lim); len(two) == 2 {
			return two, end, true
		}
	}
	if p.Mention(i) == nil && officeOfTwo(r.stem(i)) != "" {
		if two, end := r.bothOf(i, lim); two != nil {
			return two, end, true
		}
	}
	end := r.extent(i, lim)
	if end <= i || !r.headsParty(i, lim, next) {
		return nil, i, false
	}
	q := party{at: span{i, end}}
	if list, ok := r.personIn(&q); ok {
		return list, q.at.last, true
	}
	first := p.Mention(i)
	if r.quotedBody(&q, lim) {
		return r.one(q), q.at.last, true
	}
	if first != nil {
		if a := r.actor(first.Actor); a != nil && phrases.Media(a.Kind) {
			return nil, i, false
		}
		q.call(first, p.TokenAt(first.End-1)+1)
		return r.one(q), q.at.last, true
	}
	if list, next := r.sentFrom(i, lim); len(list) > 0 {
		return list, next, true
	}
	if q, ok := r.sentByTopic(i); ok {
		return r.one(q), i + 2, true
	}
	if list, next := r.counterparts(i, lim); len(list) > 0 {
		return list, next, true
	}
	q.at.last = r.cutPlace(q.at)
	return r.describedBy(q, lim, next)
}

// headsParty reports whether the phrase at token i, where one may begin, is one for somebody.
func (r *reader) headsParty(i, lim int, next bool) bool {
	p := r.p
	first := p.Mention(i)
	_, _, _, office := r.officeAt(i)
	switch {
	case first != nil || office || r.side(i) || r.people(i, false) || next && r.people(i, true):
	case next && p.Is(i, lexicon.NisbaWord) && i+1 < lim && r.personAt(i+1):
	case p.Tokens[i].Kind == arabic.Quote && i+1 < lim && p.Mention(i+1) != nil:
	case r.has(i, stemHonorific):
	default:
		return false
	}
	if first != nil {
		return true
	}
	head := r.stem(i)
	return !(head == "قوي" && !r.forces(i)) && (!r.has(i, stemBoth) || p.Word(i+1) == "من") && head != "مقرر" && r.class(i) != lexicon.TalkMeeting
}

// personIn makes q the person whom its phrase names, where it names one.
func (r *reader) personIn(q *party) ([]party, bool) {
	m := r.person(q.at)
	i := q.at.first
	if m == nil || r.p.Word(i+1) == "عن" && r.manySent(i) || r.p.Mention(i) == nil && r.ruledBy(i) {
		return nil, false
	}
	q.name, q.actor, q.kind = m.Name, m.Actor, 'p'
	if _, _, _, office := r.officeAt(i); office && r.p.Mention(i) == nil {
		if a, at := r.another(q.at, m); a != nil {
			q.at.last, q.name, q.actor = at, a.Name, a.ID
		}
	}
	return r.one(*q), true
}

// ruledBy reports whether token i heads the phrase of a side that is called after who rules it:
// «حكومة الرئيس سالم الأحمر» is not he.
func (r *reader) ruledBy(i int) bool {
	if w := r.stem(i); w != "حكومه" && w != "نظام" {
		return false
	}
	if r.personAt(i + 1) {
		return true
	}
	_, _, rd, ok := r.officeAt(i + 1)
	return ok && rd.Prep == 0 && rd.Conj == 0
}

// manySent reports whether token i is a plural of those whom somebody sends: «ممثلين عن
// الرئيس سالم» are others than he.
func (r *reader) manySent(i int) bool {
	switch r.stem(i) {
	case "ممثلين", "ممثلون", "مندوبين", "مندوبون", "مبعوثين", "مبعوثون", "مفاوضين", "مفاوضون", "مستشارين", "مستشارون":
		return true
	}
	return false
}

// quotedBody makes q the body whose name alone stands in quotation marks: «حركة السنابل».
func (r *reader) quotedBody(q *party, lim int) bool {
	p, i := r.p, q.at.first
	m := p.Mention(i + 1)
	if p.Mention(i) != nil || m == nil || m.Start != p.Tokens[i+1].Start || p.Tokens[i].Kind != arabic.Quote {
		return false
	}
	last := p.TokenAt(m.End-1) + 1
	if last >= lim || p.Tokens[last].Kind != arabic.Quote {
		return false
	}
	q.call(m, last+1)
	return true
}

// describedBy reads a phrase that names nobody: by whose office or delegation it is, else as
// it stands.
func (r *reader) describedBy(q party, lim int, next bool) ([]party, int, bool) {
	i, end, head := q.at.first, q.at.last, r.stem(q.at.first)
	if head == "جانب" && end == i+2 {
		if o, ok := r.adjectiveSide(i + 1); ok { // الجانب القمري
			o.at = q.at
			return r.one(o), end, true
		}
	}
	if a := r.holder(q.at); a != nil {
		q.name, q.actor, q.kind = a.Name, a.ID, 'p'
		return r.one(q), end, true
	}
	if name, actor, ok := r.counterpart(q.at); ok {
		q.name, q.actor, q.kind = name, actor, 'p'
		return r.one(q), end, true
	}
	_, _, _, office := r.officeAt(i)
	q.kind = 'g'
	if office && r.isDefinite(i) && !r.has(i, stemCrowd) && !strings.HasSuffix(head, "ين") && !strings.HasSuffix(head, "ون") || r.singular(i) {
		q.kind = 'p'
	}
	if list, next := r.ofStates(q.at, lim); len(list) > 0 {
		return list, next, true
	}
	if list, next := r.ofPortfolios(i, lim); len(list) > 0 {
		return list, next, true
	}
	if m := r.sent(q.at); m != nil {
		q.name, q.actor, q.kind = m.Name, m.Actor, 'o'
		return r.one(q), end, true
	}
	if m := r.headed(r.menOf(q.at)); m != nil {
		q.name, q.actor, q.kind = m.Name, m.Actor, 'o'
		return r.one(q), end, true
	}
	if r.untold(q, office, next) {
		return nil, i, false
	}
	return r.asWritten(q, lim, next)
}

// untold reports whether the phrase of q is one word of which nothing is told: «الرئيس»,
// «وفد».
func (r *reader) untold(q party, office, next bool) bool {
	i := q.at.first
	if q.at.last-i != 1 {
		return false
	}
	if office {
		return q.kind == 'p'
	}
	return q.kind == 'g' && r.side(i) && !r.p.Has(i, page.Definite|page.Suffixed|page.Nisba|page.People) && !(next && strings.HasPrefix(r.p.Word(i), "وال"))
}

// asWritten gives q its phrase as its name, and those of other nations that an adjective
// joins to it: مفاوضين قمريين وزهريين.
func (r *reader) asWritten(q party, lim int, next bool) ([]party, int, bool) {
	i, end := q.at.first, q.at.last
	q.name = r.phraseName(q.at)
	if next && r.joined(i) && strings.HasPrefix(q.name, r.p.Tokens[i].Span().In(r.p.Source)) {
		q.name = unjoined(q.name) // what phraseName could not take apart
	}
	list := r.one(q)
	for end < lim {
		o, ok := r.alsoOf(q, end)
		if !ok {
			break
		}
		list = append(list, o)
		end++
	}
	return list, end, true
}

// call gives q the name of a body or place whose phrase ends before token last.
func (q *party) call(m *fact.Mention, last int) {
	q.name, q.actor, q.kind, q.at.last = m.Name, m.Actor, 'o', last
	if m.Type == fact.Location {
		q.kind = 'l'
	}
}

// forces reports whether token i, القوى or القوي in folded letters alike, is the plural:
// by its last letter, or by the feminine adjective after it.
func (r *reader) forces(i int) bool {
	return strings.HasSuffix(r.p.Tokens[i].Span().In(r.p.Source), "ى") || r.isAdjective(i+1) && strings.HasSuffix(r.p.Word(i+1), "ه")
}

// extent is where the phrase at token i ends: before another who is joined to
// it by و.
func (r *reader) extent(i, lim int) int {
	end := phrases.Extent(r.p, i, phrases.Walk{Limit: lim})
	if _, _, _, ok := r.officeAt(i); ok && end < lim {
		end = r.quotedHolder(r.holderAfter(end, lim), lim)
	}
	if r.p.Word(i+1) == "(" && r.p.Mention(i) == nil { // مجموعة (5+1)
		if end = max(end, r.closing(i+1, lim)); end > i+1 {
			return end
		}
	}
	if end < lim && end > i && r.p.Word(end) == "العرب" && r.has(i, stemCrowd) {
		end++ // وزراء الخارجية العرب
	}
	named := r.personAt(i)
	for k := i + 1; k < end; k++ {
		if named && !r.personAt(k) && r.p.Word(k-1) != "،" && r.p.Word(k-1) != "-" {
			if _, _, rd, ok := r.officeAt(k); ok && rd.Prep == 0 && rd.Conj == 0 { // الرئيس سالم | وزيرة الخارجية
				end = k
				break
			}
		}
		named = named || r.personAt(k)
		if r.endsSide(i, k) {
			end = k
			break
		}
	}
	for end > i && r.p.Mark(end-1) && r.p.Tokens[end-1].Kind == arabic.Punct {
		end--
	}
	return end
}

// endsSide reports whether token k ends the phrase for somebody that begins at token i.
func (r *reader) endsSide(i, k int) bool {
	w, c, named := r.p.Word(k), r.class(k), r.p.Mention(k) != nil
	switch {
	case w == "كلا", w == "للمره": // كلا على حدة، للمرة الأولى
	case w == "(": // ممثلو الدول الثلاث (القمر والزهرة والمريخ)
		return k > i+1
	case w == "و", r.joined(k) && !r.portfolio(k):
	case strings.HasPrefix(w, "و") && !named && r.p.Is(k, lexicon.NisbaWord) && r.has(i, stemCrowd) && k > i+1: // مسؤولين قمريين وزهريين
	case r.has(k, stemBacked): // المعارضة المدعومة من القمر
	case strings.HasPrefix(w, "ب") && r.prefixed(k) && (r.action(k) || r.under(k) || seat(r.p.Word(k))): // المعارضة بإطلاق السجناء، الحركتين برعاية القمر
	case r.has(k, stemCrowd) && r.isDefinite(k) && r.isDefinite(i) && !r.has(i, stemCrowd) && !(k > i+1 && r.inOffice(k)):
	case named:
		return false
	case c == lexicon.TalkRole: // رفض وفد الحكومة المشاركة
		v := r.word(k).entry.Value
		return (v == "party" || v == "present") && r.isDefinite(k) && r.word(k).sense.Tense == arabic.Masdar
	case c == lexicon.TalkBind, c == lexicon.TalkTruce: // وقعت الحكومة والحركة اتفاقا
		return r.isDefinite(k-1) && !r.isDefinite(k)
	case c == lexicon.TalkCourse:
		return r.word(k).entry.Value == "planned"
	case c == lexicon.TalkMeeting:
		return k > i+1
	default:
		return false
	}
	return true
}

// seat reports whether w is a noun for where people sit, with ب before it: بفندق، بمقر.
func seat(w string) bool {
	if w == "فنادق" {
		return true // its first letter is no conjunction
	}
	switch stem(strings.TrimPrefix(w, "ب")) {
	case "فندق", "مقر", "قصر", "قاعه", "مدينه", "عاصمه", "مبني", "مكتب", "مركز":
		return true
	}
	return false
}

// under reports whether token k says under whose care or before whom something is done,
// which ends the phrase before it: برعاية، بوساطة، بحضور.
func (r *reader) under(k int) bool {
	v, ok := r.is(k, lexicon.TalkRole)
	return ok && v != "head" && r.word(k).sense.Tense == arabic.Masdar
}

// portfolio reports whether the joined noun at token k continues an office:
// وزراء الدفاع والداخلية.
func (r *reader) portfolio(k int) bool {
	_, s, ok := r.p.Find(k, lexicon.HeadWord, nil)
	return ok && r.p.Lex.Heads[s.Entry].Class == lexicon.HeadPortfolio
}
