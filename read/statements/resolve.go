package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// settle resolves a phrase and, where it is a role or a source met before
// («المتحدث»، «المصادر»، «الوزير»), takes the earlier name.
func (r *reader) settle(s span) speaker {
	who := r.resolve(s)
	if who.named {
		return who
	}
	if who.kind == "group" && s.last-s.first == 1 && r.p.Has(s.first, page.Given) && !r.p.Has(s.first, page.Definite) {
		if m := r.namedInPart(s); m != nil {
			return speaker{phrase: s, name: m.Name, actor: m.Actor, kind: "person", named: true, head: who.head}
		}
	}
	if n := len(r.known) - 1; n >= 0 && who.head == "هولاء" && s.last-s.first == 1 && r.known[n].kind != "person" && r.known[n].kind != "country" {
		before := r.known[n] // «قال ناشطون إن …. وأضاف هؤلاء أن»
		before.phrase = s
		return before
	}
	if before, ok := r.metBefore(who); ok {
		before.phrase = s
		return before
	}
	if w := r.p.Word(s.first); s.last-s.first > 1 && (phrases.Demonstrative(w) || w == "نفس" || w == "ذات") && r.p.Has(s.first+1, page.Definite) {
		if that, ok := r.metBefore(r.resolve(span{s.first + 1, s.last})); ok {
			that.phrase = s // «قال هذا المصدر», «نفس المصدر»
			return that
		}
	}
	return who
}

// resolve says whom a phrase names: a person in it, else the office, source,
// organisation, country or group.
func (r *reader) resolve(s span) speaker {
	p := r.p
	if s.last-s.first > 2 && p.Tokens[s.first].Kind == arabic.Quote && p.Tokens[s.last-1].Kind == arabic.Quote {
		if in := r.resolve(span{s.first + 1, s.last - 1}); in.named {
			in.phrase = s // a name in marks
			return in
		}
	}
	if s.last-s.first > 1 && honorific(p.Word(s.first)) && p.Has(s.first+1, page.OfficeWord) && !p.Named(s.first) {
		in := r.resolve(span{s.first + 1, s.last})
		in.phrase = s
		return in
	}
	var people, orgs []*fact.Mention
	var seen *fact.Mention
	for i := s.first; i < s.last; i++ {
		m := p.Mention(i)
		if m == nil && i > s.first && led(p.Word(i)) {
			in := r.resolve(span{s.first, i})
			in.phrase = s // «الحزب بقيادة سالم»
			return in
		}
		if m == nil || m == seen {
			continue
		}
		seen = m
		switch m.Type {
		case fact.Person:
			people = append(people, m)
		case fact.Organisation:
			orgs = append(orgs, m)
		}
	}
	return r.called(s, people, orgs)
}

// called says whom s names with the persons and organisations of its names: one of them, or
// whom the phrase only tells of by them.
func (r *reader) called(s span, people, orgs []*fact.Mention) speaker {
	out := speaker{phrase: s, head: stem(r.p.Word(s.first)), kind: "group"}
	if r.document(s) {
		if by, ok := r.issuedBy(s); ok {
			by.phrase, by.head = s, out.head
			return by
		}
	}
	if kind := r.byNamed(s, people); kind != "" {
		out.name, out.kind = r.nameOf(s), kind
		return out
	}
	source, spokes := r.sourceHead(s)
	switch {
	case len(people) > 0 && r.bodyOf(s, people[0]):
		out.kind, out.named = "organisation", true
	case len(people) > 0 && !r.namedFirst(s, people) && !r.inComplement(s, people, spokes || source):
		return r.person(out, people)
	case spokes:
		out.kind = "office"
	case source:
		out.kind = "unnamed"
	case r.severalJoined(s): // a group by its own words
	default:
		return r.bodyOrOffice(out, orgs)
	}
	out.name = r.nominative(s, r.nameOf(s))
	return out
}

// byNamed is the kind of whom s tells only by somebody else's name: «والد سالم»، «مساعد
// سالم»، «أحد مساعدي سالم»; "" where it tells of nobody so.
func (r *reader) byNamed(s span, people []*fact.Mention) string {
	switch k := s.first + 1; {
	case len(people) == 0:
		return ""
	case r.kin(s.first) && r.p.MentionFirst(k) == k && r.p.Named(k):
		return "unnamed"
	case len(people) == 1 && r.aideOf(s, people[0]):
		return "office"
	case r.oneOf(s, people[0]):
		return "unnamed"
	}
	return ""
}

// bodyOrOffice fills in out for a phrase that names no person and no source: an
// organisation, a country, an office or a group.
func (r *reader) bodyOrOffice(out speaker, orgs []*fact.Mention) speaker {
	p, s := r.p, out.phrase
	_, _, _, office := phrases.Office(p, s.first)
	first := p.Mention(s.first)
	switch {
	case first != nil && first.Type == fact.Organisation || len(orgs) > 0 && !office && orgs[0].Start == p.Tokens[s.first].Start:
		m := orgs[0]
		out.name, out.actor, out.kind, out.named = m.Name, m.Actor, "organisation", true
		return r.jointly(out, m)
	case len(orgs) > 0 && !office && !r.document(s):
		out.name, out.named = r.nameOf(r.beforeComma(s)), true
		if p.Is(s.first, lexicon.HeadWord) && !r.withWaw(orgs[0]) {
			out.kind = "organisation"
		}
		return out
	case first != nil && first.Type == fact.Location:
		out.name, out.actor, out.kind, out.named = first.Name, first.Actor, "country", true
		return r.jointly(out, first)
	case office:
		out.kind = "office"
	default:
		if st, ok := r.sideOf(s); ok {
			out.name, out.actor, out.kind, out.named = st.Name, "state:"+st.ID, "country", true
			return out
		}
	}
	out.name = r.nominative(s, r.nameOf(s))
	return out
}

// oneOf reports whether s is one of those about an office whose holder m is: «أحد مساعدي
// رئيس الوزراء، سالم الحداد» is not Salim.
func (r *reader) oneOf(s span, m *fact.Mention) bool {
	switch r.p.Word(s.first) {
	case "احد", "احدي", "بعض", "عدد":
	default:
		return false
	}
	if k := s.first + 1; plural(r.p.Word(k)) || strings.HasSuffix(r.p.Word(k), "ي") && len(r.p.Word(k)) > 8 {
		if r.p.Mention(k) == nil && !r.p.Has(k, page.Definite) && r.p.MentionFirst(k+1) == k+1 && r.p.Named(k+1) && m.Start >= r.p.Tokens[k+1].Start {
			return true // «أحد مساعدي سالم»
		}
	}
	for i := s.first + 2; i < s.last && r.p.Tokens[i].Start < m.Start; i++ {
		if _, _, _, ok := phrases.Office(r.p, i); ok {
			return true
		}
	}
	return false
}

// honorific reports whether w (folded) stands before an office or a name out of
// courtesy.
func honorific(w string) bool {
	switch w {
	case "الاخ", "الاخت", "السيد", "السيده", "الشيخ", "فخامه", "سعاده", "معالي", "دوله", "الاستاذ", "الدكتور", "الدكتوره", "المهندس":
		return true
	}
	return false
}

// nominative puts the name of a people, or of two joined by و, in the nominative as
// it is listed: «الفلسطينيين» is «الفلسطينيون».
func (r *reader) nominative(s span, name string) string {
	if s.last-s.first == 1 && r.accusative(s.first) {
		return strings.TrimSuffix(name, "ا") // «لكن سكانا قالوا»
	}
	if !strings.HasSuffix(name, "ين") || s.last-s.first > 2 || !r.p.Has(s.first, page.Definite) && !r.is(s.first, hasConj) {
		return name
	}
	if s.last-s.first == 2 && !(r.is(s.first+1, hasConj) && r.p.Has(s.first+1, page.Animate)) {
		return name
	}
	words := strings.Fields(name)
	for k, w := range words {
		if stemmed, ok := strings.CutSuffix(w, "يين"); ok {
			words[k] = stemmed + "يون"
		}
	}
	return strings.Join(words, " ")
}

// bodyOf reports whether the phrase is a body named by its head's name: «حكومة سالم»,
// «فريق سالم».
func (r *reader) bodyOf(s span, m *fact.Mention) bool {
	_, _, ok := r.p.Find(s.first, lexicon.HeadWord, func(rd lexicon.Reading, h lexicon.Sense) bool {
		return rd.Pronoun == "" && !rd.Undet && bodyHead(r.p.Lex.Heads[h.Entry].Class)
	})
	if w := r.p.Word(s.first); w == "فريق" || w == "طاقم" || w == "معسكر" {
		return r.p.MentionFirst(s.first+1) == s.first+1 && m.Start >= r.p.Tokens[s.first+1].Start // «فريق سالم»
	}
	if !ok || r.beforeComma(s).last <= r.p.TokenAt(m.Start) {
		return false
	}
	_, _, _, office := phrases.Office(r.p, s.first)
	return !office
}

// bodyHead reports whether heads of a class are bodies that may be named after a person.
func bodyHead(c lexicon.HeadClass) bool {
	switch c {
	case lexicon.HeadSide, lexicon.HeadGroup, lexicon.HeadBody, lexicon.HeadBodyOf, lexicon.HeadForce, lexicon.HeadTroops:
		return true
	}
	return false
}

// beforeComma is a phrase without what stands in apposition after a comma.
func (r *reader) beforeComma(s span) span {
	for i := s.first + 1; i < s.last; i++ {
		if r.p.Word(i) == "،" || r.p.Word(i) == "," {
			return span{s.first, i}
		}
	}
	return s
}

// namedFirst reports whether a country or body is named at the head of the phrase,
// so that a person further on only describes it: «روسيا، حليف الرئيس فلان».
func (r *reader) namedFirst(s span, people []*fact.Mention) bool {
	m := r.p.Mention(s.first)
	return m != nil && m.Type != fact.Person && people[0].Start > m.Start
}

// person names one or several persons («لافروف والصفدي»).
func (r *reader) person(out speaker, people []*fact.Mention) speaker {
	out.kind, out.named = "person", true
	m := r.titled(out.phrase, people)
	out.name, out.actor = m.Name, m.Actor
	if len(people) == 1 {
		return r.withAnother(out, m)
	}
	var joint []string
	for n, m := range people {
		t := r.p.TokenAt(m.Start)
		if n == 0 || m.Start > r.p.Tokens[t].Start || r.joined(people[n-1], m) {
			joint = append(joint, m.Name)
		}
	}
	if len(joint) > 1 && joint[0] != joint[len(joint)-1] {
		out.kind, out.actor = "group", ""
		out.name = strings.Join(joint, " و")
	}
	return out
}

// titled is the person whom a phrase with several names is about: the first, unless
// an office further out has him in its complement («مبعوث الرئيس سالم، أحمد»).
func (r *reader) titled(s span, people []*fact.Mention) *fact.Mention {
	p := r.p
	offices := 0
	for i := s.first; i < s.last && p.Tokens[i].Start < people[0].Start; {
		if end, _, _, ok := phrases.Office(p, i); ok {
			offices++
			i = max(end, i+1)
			continue
		}
		i++
	}
	if offices > 1 && len(people) > 1 || len(people) == 2 && r.aideOf(s, people[0]) && !r.joined(people[0], people[1]) {
		return people[len(people)-1]
	}
	return people[0]
}

// joined reports whether a conjunction stands between two names.
func (r *reader) joined(a, b *fact.Mention) bool {
	for i := r.p.TokenAt(a.End); i < len(r.p.Tokens) && r.p.Tokens[i].Start < b.Start; i++ {
		if r.is(i, hasConj) || r.p.Word(i) == "و" {
			return true
		}
	}
	return false
}

// sourceHead reports whether the phrase is headed by a word for an anonymous
// source, or by one for somebody who speaks for another.
func (r *reader) sourceHead(s span) (source, spokes bool) {
	p := r.p
	for i := s.first; i < s.last && i < s.first+2; i++ {
		if p.Mention(i) != nil {
			break
		}
		switch strings.TrimSuffix(arabic.Undet(stripParticle(p.Word(i), i == s.first)), "نا") {
		case "متحدث", "ناطق", "متحدثه", "ناطقه", "متحدثون", "متحدثين", "ناطقون":
			return false, true
		case "مسوول", "مسوولون", "مسوولين", "عضو", "قيادي", "اعضاء", "دبلوماسي", "ضابط", "قايد", "مستشار", "مسووله", "مسوولان", "قياديون", "مندوب", "ممثل", "مساعد", "مساعدون", "مساعدين", "مقرب", "مقربون", "مقربين", "مستشارون", "مستشارين":
			return true, true
		case "احدهما", "احدهم", "احداهما", "احداهن", "مصدر", "مصادر", "شهود", "شاهد", "سكان", "مراقبين", "محللين", "ناشطين", "دبلوماسيين", "مراقبون", "محللون", "خبراء", "ناشطون", "نشطاء", "ناشط", "تقارير", "معلومات", "انباء", "مصدران", "اوساط", "دبلوماسيون", "تقرير":
			return true, false
		}
	}
	return false, false
}

// kin reports whether token i is a noun that makes of the person named after it
// somebody else: «والدا سالم», «محامي سالم».
func (r *reader) kin(i int) bool {
	w := r.p.Word(i)
	if !strings.HasPrefix(w, "والد") {
		w = strings.TrimPrefix(w, "و")
	}
	switch strings.TrimPrefix(w, "ل") {
	case "والد", "والدا", "والدي", "والده", "شقيق", "شقيقه", "نجل", "ابنه", "زوجه", "زوج", "ارمله", "عايله", "اسره", "ذوو", "محامي", "محامو", "انصار", "مساعدو", "مقربون":
		return true
	}
	return false
}

// stripParticle takes و and ل off the words that head a source's phrase.
func stripParticle(w string, first bool) string {
	if strings.HasPrefix(w, "وال") {
		return w[2:]
	}
	if !first || len(w) < 10 {
		return w
	}
	if rest, ok := strings.CutPrefix(w, "لل"); ok {
		return rest
	}
	if rest, ok := strings.CutPrefix(w, "ل"); ok {
		return rest
	}
	return w
}

// inComplement reports whether the persons named belong to what the head speaks
// for («متحدث باسم الرئيس هادي») and are not in apposition to it.
func (r *reader) inComplement(s span, people []*fact.Mention, speaksFor bool) bool {
	p := r.p
	first := p.TokenAt(people[len(people)-1].Start)
	for i := s.first + 1; i < first; i++ {
		if phrases.Belongs(p.Word(i)) && p.Mention(i) == nil && (r.is(i+1, isAttached) || p.Named(i+1)) {
			return true // «قائد موال للرئيس سالم»
		}
	}
	if !speaksFor {
		return false
	}
	if p.Tokens[first].Start < people[len(people)-1].Start {
		return true // باسم + name, لنتنياهو: attached
	}
	for i := first - 1; i > s.first; i-- {
		w := p.Word(i)
		if w == "،" || w == "," {
			return false
		}
		if w == "باسم" || w == "من" || w == "لدي" || w == "عن" {
			return true
		}
		if p.Mention(i) != nil {
			return false
		}
		if r.is(i, hasPrep) {
			_, _, _, office := phrases.Office(p, i)
			return office
		}
		if _, _, _, office := phrases.Office(p, i); !office && !p.Has(i, page.Adjective) {
			return false
		}
	}
	return false
}

// sideOf is the state whose side a phrase names by an adjective: «الجانب السوري»،
// «الحكومة السورية» stays a group.
func (r *reader) sideOf(s span) (*lexicon.State, bool) {
	p := r.p
	switch arabic.Undet(p.Word(s.first)) {
	case "جانب", "طرف":
	default:
		if s.last-s.first != 1 || p.Has(s.first, page.Definite) {
			return nil, false
		}
	}
	for i := s.first; i < s.last; i++ {
		if _, sense, ok := p.Find(i, lexicon.NisbaWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
			return rd.Conj == 0 && rd.Prep == 0 && s.Count == arabic.Singular
		}); ok {
			return &p.Lex.States[sense.Entry], true
		}
	}
	return nil, false
}

// nameOf is the phrase as a name: its words without attached particles at the
// front.
func (r *reader) nameOf(s span) string {
	p := r.p
	if s = r.beforeList(s); s.empty() {
		return ""
	}
	if m := p.Mention(s.first); m != nil && p.TokenAt(m.End-1)+1 == s.last {
		return m.Name
	}
	start := p.Tokens[s.first].Start
	for _, rd := range p.Readings[s.first] {
		if rd.Cut == 0 && (rd.Kinds != 0 || rd.Det) {
			break
		}
		if rd.Kinds != 0 && rd.Cut > 0 {
			w := p.StemSpan(s.first, rd).In(p.Source)
			if rd.Prep == 'l' && rd.Det && strings.HasPrefix(w, "ل") {
				w = "ا" + w
			}
			rest := strings.TrimPrefix(p.Words(s.first, s.last), p.Words(s.first, s.first+1))
			return arabic.Plain(w + rest)
		}
	}
	return arabic.Plain(strings.Replace(p.Source[start:p.Tokens[s.last-1].End], ".\"", "\"", 1))
}
