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
		end = next
		k = next
		if k < lim && r.p.Word(k) == "(" {
			k = r.closing(k, lim)
		}
		if q[len(q)-1].kind != 'p' {
			k = r.overState(k, lim)
		}
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

// overState is the token after the state that a side before token k is in, where another
// side is joined to it: «الحكومة في قمرستان والمتمردين»; else k.
func (r *reader) overState(k, lim int) int {
	if k+2 >= lim || r.p.Word(k) != "في" {
		return k
	}
	m := r.p.Mention(k + 1)
	if m == nil || !r.stateActs(m) {
		return k
	}
	if end := r.p.TokenAt(m.End-1) + 1; end < lim && r.joined(end) && r.mayBegin(end, true) && !r.city(end) {
		return end
	}
	return k
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
	if p.Mention(i) == nil && r.has(i, stemBoth) {
		if two := r.bothBefore(i); len(two) == 2 {
			return two, i + 1, true
		}
	}
	end := r.extent(i, lim)
	if end <= i {
		return nil, i, false
	}
	first := p.Mention(i)
	head := r.stem(i)
	_, _, _, office := r.officeAt(i)
	switch {
	case first != nil || office || r.side(i) || r.people(i, false) || next && r.people(i, true):
	case next && p.Is(i, lexicon.NisbaWord) && i+1 < lim && r.personAt(i+1):
	case p.Tokens[i].Kind == arabic.Quote && i+1 < lim && p.Mention(i+1) != nil:
	case r.has(i, stemHonorific):
	default:
		return nil, i, false
	}
	if first == nil && head == "قوي" && !r.forces(i) {
		return nil, i, false
	}
	if (r.has(i, stemBoth) || head == "مقرر" || r.class(i) == lexicon.TalkMeeting) && first == nil {
		return nil, i, false
	}
	q := party{at: span{i, end}}
	if m := r.person(q.at); m != nil {
		if office && first == nil {
			if a, at := r.another(q.at, m); a != nil {
				q.at.last, q.name, q.actor, q.kind = at, a.Name, a.ID, 'p'
				return r.one(q), at, true
			}
		}
		q.name, q.actor, q.kind = m.Name, m.Actor, 'p'
		return r.one(q), end, true
	}
	if m := p.Mention(i + 1); first == nil && m != nil && m.Start == p.Tokens[i+1].Start && p.Tokens[i].Kind == arabic.Quote {
		if last := p.TokenAt(m.End-1) + 1; last < lim && p.Tokens[last].Kind == arabic.Quote { // «حركة السنابل»
			q.call(m, last+1)
			return r.one(q), last + 1, true
		}
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
	end = q.at.last
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
	if m := r.headed(q.at); m != nil {
		q.name, q.actor, q.kind = m.Name, m.Actor, 'o'
		return r.one(q), end, true
	}
	if office && q.at.last-i == 1 && q.kind == 'p' {
		return nil, i, false // «الرئيس» alone, who is not told
	}
	if q.kind == 'g' && q.at.last-i == 1 && !office && r.side(i) && !p.Has(i, page.Definite|page.Suffixed|page.Nisba|page.People) && !(next && strings.HasPrefix(p.Word(i), "وال")) {
		return nil, i, false // «وفد» alone, of which nothing is told
	}
	q.name = r.phraseName(q.at)
	if next && r.joined(i) && strings.HasPrefix(q.name, p.Tokens[i].Span().In(p.Source)) {
		q.name = strings.TrimPrefix(q.name, "و") // what phraseName could not take apart
	}
	list := r.one(q)
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
	case w == "كلا": // كلا على حدة
	case w == "(": // ممثلو الدول الثلاث (القمر والزهرة والمريخ)
		return k > i+1
	case w == "و", r.joined(k) && !r.portfolio(k):
	case r.has(k, stemBacked): // المعارضة المدعومة من القمر
	case strings.HasPrefix(w, "ب") && r.prefixed(k) && (r.action(k) || r.under(k)): // المعارضة بإطلاق السجناء، الحركتين برعاية القمر
	case r.has(k, stemCrowd) && r.isDefinite(k) && r.isDefinite(i) && !r.has(i, stemCrowd):
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

// phraseName is a phrase as a name: without particles at its front and in the
// nominative, as a list of those present has it.
func (r *reader) phraseName(s span) string {
	p := r.p
	start := p.Tokens[s.first].Start
	head := p.Source[start:p.Tokens[s.first].End]
	for _, rd := range r.readings(s.first) {
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
	words := fields(name)
	for i, w := range words {
		if i > 1 && strings.HasSuffix(words[i-1], "ين") {
			continue // كبار المسؤولين القمريين
		}
		words[i] = nominative(w, i == 0)
	}
	return strings.Join(words, " ")
}

// nominative puts a sound plural in the nominative: المسؤولين السوريين are
// المسؤولون السوريون. Only nouns for groups and relative adjectives have one.
func nominative(w string, head bool) string {
	if head {
		switch f := arabic.Fold(w); f {
		case "ممثلي", "مندوبي", "مفاوضي", "مسوولي": // ممثلو الجبهة
			return strings.TrimRight(w, "يى") + "و"
		case "وزيري", "رييسي":
			return strings.TrimRight(w, "يى") + "ا"
		}
	}
	if w == "العامين" {
		return "العامون"
	}
	b, ok := strings.CutSuffix(w, "ين")
	if !ok || len(b) < 6 {
		return w
	}
	if f := stem(arabic.Fold(w)); stems.Of(f)&stemBoth != 0 || f == "امين" || head && stems.Of(f)&stemSide == 0 && !strings.HasSuffix(b, "ي") || !head && !strings.HasSuffix(b, "ي") {
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

// formIn is the form of the first day told in s that cannot be resolved.
func (r *reader) formIn(s span) string {
	for k := s.first; k < s.last; k++ {
		if d := r.p.Date(k); d != nil && d.EDTF == "" {
			return d.Form
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
		switch r.p.Word(j) {
		case "في", "وفي", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي":
			return true
		case "،":
			if !r.isAdjective(j-1) || !r.area(j-2) {
				return false
			}
		default:
			if w, ok := strings.CutPrefix(trimWaw(r.p.Word(j)), "ب"); ok && areaNoun(stem(w)) {
				return true // بمدينة ندى، بالعاصمة القمرستانية ندى
			}
			if !r.area(j) && !r.isAdjective(j) && !r.quoteMark(j) {
				return false
			}
		}
	}
	return false
}

// area reports whether token j is a noun that the name of a place follows: مدينة،
// العاصمة.
func (r *reader) area(j int) bool { return areaNoun(r.stem(j)) }

// areaNoun reports whether w (a stem) is such a noun.
func areaNoun(w string) bool {
	switch w {
	case "مدينه", "محافظه", "عاصمه", "منطقه", "بلده", "اقليم", "ريف":
		return true
	}
	return false
}
