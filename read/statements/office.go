package statements

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// officeHolder is the person of the article whom an office or a description by
// nationality names: by the offices that the article gives him, else by those that
// the lexicon knows on its day. Of several it is the one named last before s.
func (r *reader) officeHolder(words []string, s span) *fact.Actor {
	r.roster(withPeople | withTitles)
	p := r.p
	at := p.Tokens[s.first].Start
	_, off, _, isOffice := phrases.Office(p, s.first)
	states := r.nisbas(s)
	roles := words
	if isOffice {
		roles = without(words, states.words)
	}
	fits := func(m *fact.Mention) *fact.Actor {
		a := p.Actor(m.Actor)
		if a == nil || len(roles) == 0 {
			return nil
		}
		for _, o := range r.titles[a.ID] {
			if headed(o, words) || isOffice && covers(o, roles) && (states.has(a.Country) || a.Country == "" && len(roles) > 1 && len(o) > len(roles) && o[0] == roles[0]) {
				return a // «سالم الحداد وزير الموارد والري» is «وزير الري الميرادي»
			}
		}
		if isOffice && r.heldRole(a, off, states) {
			return a
		}
		return nil
	}
	var asked [8]string // the actors asked last: the same are named again and again
	n := 0
	unasked := func(m *fact.Mention) *fact.Actor {
		if slices.Contains(asked[:], m.Actor) {
			return nil
		}
		asked[n%len(asked)] = m.Actor
		n++
		return fits(m)
	}
	i := before(r.people, at)
	for k := i - 1; k >= max(0, i-recent); k-- {
		if a := unasked(r.people[k]); a != nil {
			return a
		}
	}
	for k := i; k < min(len(r.people), i+recent); k++ {
		if a := unasked(r.people[k]); a != nil {
			return a
		}
	}
	return nil
}

// headed reports whether all begins with the head of few and covers it.
func headed(all, few []string) bool {
	if len(all) == 0 || len(few) == 0 || all[0] != few[0] || !covers(all, few) {
		return false
	}
	// «الرئيس الميرادي» is no «رئيس الوزراء الميرادي»
	return all[0] != "رييس" || len(few) == 1 || len(all) == 1 || strings.HasSuffix(all[1], "ي") || slices.Contains(few, all[1])
}

// nations are the states whose adjectives stand in a phrase.
type nations struct {
	ids    []string // upper case
	words  []string // the adjectives, as contentWords gives them
	bodies []string // the actors of organisations named in the phrase
}

func (n nations) has(country string) bool { return len(n.ids) > 0 && slices.Contains(n.ids, country) }

// nisbas lists the states whose adjectives stand in s.
func (r *reader) nisbas(s span) nations {
	var out nations
	for i := s.first; i < s.last; i++ {
		if m := r.p.Mention(i); m != nil {
			out.bodies = append(out.bodies, m.Actor)
		} else if _, sense, ok := r.p.Find(i, lexicon.NisbaWord, nil); ok {
			out.ids = append(out.ids, strings.ToUpper(r.p.Lex.States[sense.Entry].ID))
			out.words = append(out.words, lemma(stemAt(r.p, i)))
		}
	}
	return out
}

// without is all less the words of drop.
func without(all, drop []string) []string {
	var out []string
	for _, w := range all {
		if !slices.Contains(drop, w) {
			out = append(out, w)
		}
	}
	return out
}

// heldRole reports whether the lexicon knows that a held an office of that kind on
// the article's day, for the state that the phrase names if it names one. An office
// of no state («المبعوث الدولي») fits the envoys of bodies.
func (r *reader) heldRole(a *fact.Actor, off *lexicon.Office, states nations) bool {
	id, ok := strings.CutPrefix(a.ID, "person:")
	if !ok {
		return false
	}
	person, ok := r.p.Lex.Person(id)
	day := r.p.Reading.Published.Day()
	if !ok || day == "" {
		return false
	}
	for n := range person.Roles {
		role := &person.Roles[n]
		if !role.On(day) {
			continue
		}
		o, ok := r.p.Lex.Office(role.Office)
		if !ok || o.ID != off.ID && (o.Kind != off.Kind || off.Kind != "envoy" && off.Kind != "head-of-state") {
			continue
		}
		if len(states.ids) == 0 && off.Kind == "envoy" || states.has(strings.ToUpper(role.Body)) || slices.Contains(states.bodies, "org:"+role.Body) {
			return true
		}
	}
	return false
}

// twoOf are the two persons last named before a dual office («الوزيران»), nil where it
// is none.
func (r *reader) twoOf(who speaker) (last, other *fact.Actor) {
	p := r.p
	w := stem(p.Word(who.phrase.first))
	base, ok := strings.CutSuffix(w, "ان") // ين may be a plural
	if !ok || who.phrase.last-who.phrase.first > 2 || !dualRole(base) {
		return nil, nil
	}
	r.roster(withPeople)
	at := p.Tokens[who.phrase.first].Start
	for k := before(r.people, at) - 1; k >= 0; k-- {
		m := r.people[k]
		if last == nil {
			last = p.Actor(m.Actor)
		} else if m.Actor != last.ID {
			return last, p.Actor(m.Actor)
		}
	}
	return nil, nil
}

// dualRole reports whether w (folded) is a role whose dual stands for two persons
// named before.
func dualRole(w string) bool {
	switch w {
	case "وزير", "رييس", "مسوول", "مبعوث", "زعيم", "قايد", "دبلوماسي", "وسيط":
		return true
	}
	return false
}

// What is gathered of the whole article, when it is first asked for.
const (
	withPeople uint8 = 1 << iota // the persons named
	withBodies                   // the organisations named
	withTitles                   // the offices of the persons
)

// roster finds what of is not yet found.
func (r *reader) roster(of uint8) {
	if of & ^r.rostered & withPeople != 0 {
		r.findPeople()
	}
	if of & ^r.rostered & withBodies != 0 {
		r.findBodies()
	}
	if of & ^r.rostered & withTitles != 0 {
		r.findTitles()
	}
	r.rostered |= of
}

// findPeople notes the persons named.
func (r *reader) findPeople() {
	mentions := r.p.Reading.Mentions
	r.people = r.people[:0]
	for n := range mentions {
		if m := &mentions[n]; m.Type == fact.Person {
			r.people = append(r.people, m)
		}
	}
}

// findBodies notes the organisations named, by the first noun of the name.
func (r *reader) findBodies() {
	mentions := r.p.Reading.Mentions
	r.bodies = map[string][]*fact.Mention{}
	for n := range mentions {
		if m := &mentions[n]; m.Type == fact.Organisation {
			first, _, _ := strings.Cut(m.Name, " ")
			head := stem(arabic.Fold(first))
			r.bodies[head] = append(r.bodies[head], m)
		}
	}
}

// findTitles notes the offices that stand before or after each person's name.
func (r *reader) findTitles() {
	p := r.p
	r.titles = make(map[string][][]string, len(p.Reading.Actors))
	for i := range p.Reading.Actors {
		a := &p.Reading.Actors[i]
		for _, o := range a.Offices {
			if a.Type == fact.Person {
				r.titles[a.ID] = append(r.titles[a.ID], r.officeWords(o))
			}
		}
	}
	for n := range p.Reading.Mentions {
		m := &p.Reading.Mentions[n]
		if m.Type != fact.Person || len(r.titles[m.Actor]) >= 8 {
			continue
		}
		at := p.TokenAt(m.Start)
		for k := at - 1; k >= 0 && k >= at-10 && p.Tokens[k+1].Gap < arabic.Line && (p.Tokens[k].Kind != arabic.Punct || p.Word(k) == "،" && k == at-1); k-- {
			if end, _, _, ok := phrases.Office(p, k); ok && end <= at && phrases.Extent(p, k, phrases.Walk{Limit: at}) >= at-1 {
				r.titles[m.Actor] = append(r.titles[m.Actor], r.contentWords(span{k, at}))
				break
			}
		}
		k := p.TokenAt(m.End)
		if p.Word(k) == "،" || p.Word(k) == "\"" || p.Word(k) == "»" {
			k++
		} else if p.Word(k) == "الرييس" {
			continue // «دعا الحداد الرئيس المصري»: another
		}
		if _, _, rd, ok := phrases.Office(p, k); ok && rd.Conj == 0 && k < len(p.Tokens) && p.Tokens[k].Gap < arabic.Line {
			r.titles[m.Actor] = append(r.titles[m.Actor], r.contentWords(span{k, phrases.Extent(p, k, phrases.Walk{Limit: len(p.Tokens)})}))
		}
	}
}

// keptOffices is how many offices are remembered with their words.
const keptOffices = 1 << 12

// officeWords is foldWords of an office, which article after article names.
func (r *reader) officeWords(office string) []string {
	words, ok := r.offices[office]
	if !ok {
		if r.offices == nil || len(r.offices) >= keptOffices {
			r.offices = map[string][]string{}
		}
		office = strings.Clone(office) // nothing of the article is kept
		words = foldWords(office)
		r.offices[office] = words
	}
	return words
}

// byNation is the person named last before a description that tells only his
// nation or that he serves a body of nations: «الدبلوماسي الكندي», «المسؤول الأممي».
func (r *reader) byNation(who speaker) *fact.Actor {
	p := r.p
	switch who.head {
	case "مسوول", "دبلوماسي", "سياسي", "زعيم", "موفد", "وزير", "مبعوث", "قيادي":
	default:
		return nil
	}
	nations := r.nisbas(who.phrase)
	world := false
	for k := who.phrase.first + 1; k < who.phrase.last; k++ {
		w := stem(p.Word(k))
		world = world || w == "اممي" || w == "دولي"
	}
	r.roster(withPeople)
	if len(nations.ids) == 0 && !world || who.phrase.last-who.phrase.first > 3 {
		return nil
	}
	for k := before(r.people, p.Tokens[who.phrase.first].Start) - 1; k >= max(0, len(r.people)-recent); k-- {
		a := p.Actor(r.people[k].Actor)
		if a == nil {
			continue
		}
		if nations.has(a.Country) || world && (a.Sector == "UNO" || a.Sector == "IGO") {
			return a
		}
	}
	return nil
}

// onlySpokesman is the person whom a spokesman told without the name of his body
// stands for («المتحدث باسم الحركة»): the only one to whom the article gives such an
// office.
func (r *reader) onlySpokesman(who speaker) *fact.Actor {
	if lemma(who.head) != "متحدث" || who.phrase.last-who.phrase.first > 4 || len(r.nisbas(who.phrase).ids) > 0 {
		return nil
	}
	for k := who.phrase.first; k < who.phrase.last; k++ {
		if r.p.Named(k) {
			return nil
		}
	}
	r.roster(withPeople | withTitles)
	var only *fact.Actor
	for _, m := range r.people {
		a := r.p.Actor(m.Actor)
		if a == nil || a == only {
			continue
		}
		for _, o := range r.titles[a.ID] {
			if len(o) == 0 || lemma(o[0]) != "متحدث" {
				continue
			}
			if only != nil {
				return nil
			}
			only = a
			break
		}
	}
	return only
}

// saidOffice reports whether an indefinite phrase is an office made definite by
// its genitive: وزير الخارجية الروسي.
func (r *reader) saidOffice(who speaker) bool {
	end, off, _, ok := phrases.Office(r.p, who.phrase.first)
	if end < who.phrase.last && !r.p.Has(end, page.Definite) && (r.p.Has(end, page.Adjective) || phrases.Belongs(r.p.Word(end))) && !r.p.Named(end) && !r.p.Has(end-1, page.Definite) {
		return false // قائد عسكري: one of several
	}
	if ok && end < who.phrase.last && r.area(end) && r.p.Named(end) {
		return true // محافظ الميناء
	}
	return ok && off.Kind != "spokesperson" && (off.Kind != "official" || r.heads(who.phrase)) && who.kind == "office"
}

// heads reports whether s is about who is at the head of one body or place, told by an article
// or a name: «رئيس اللجنة الأمنية», «مدير مكتب الجزيرة», not «رئيس لجنة أمنية».
func (r *reader) heads(s span) bool {
	switch strings.TrimPrefix(strings.TrimSuffix(r.p.Word(s.first), "ه"), "و") {
	case "رييس", "مدير", "امين", "قايد", "محافظ", "عميد":
	default:
		return false
	}
	for k := s.first + 1; k < s.last; k++ {
		if r.p.Has(k, page.Definite) || r.p.Named(k) {
			return true
		}
	}
	return false
}

// aideOf reports whether s is about somebody who works for m, whom the lexicon knows to hold
// the office named right before him: «مستشار الرئيس سالم», «كبير مستشاري الرئيس سالم».
func (r *reader) aideOf(s span, m *fact.Mention) bool {
	p := r.p
	at := p.TokenAt(m.Start)
	if at-s.first < 2 || p.Mention(s.first) != nil || p.Has(s.first, page.Definite) || r.is(s.first+1, isComma) {
		return false
	}
	id, _ := strings.CutPrefix(m.Actor, "person:")
	person, ok := p.Lex.Person(id)
	if !ok {
		return false
	}
	for k := at - 1; k > s.first && k > at-4; k-- {
		if end, off, rd, ok := phrases.Office(p, k); ok && (end == at || end == at-1 && p.Has(end, page.Adjective|page.Definite)) && rd.Prep == 0 && rd.Conj == 0 && p.Has(k, page.Definite) && off.Kind == "head-of-state" {
			_, outer, _, ok := phrases.Office(p, s.first)
			return (ok || p.Word(s.first) == "كبير") && r.held(person, off) && !(ok && (outer.ID == off.ID || r.held(person, outer)))
		}
	}
	return false
}

// held reports whether the lexicon knows that a person held an office on the article's day,
// or ever where that is not known.
func (r *reader) held(person *lexicon.Person, off *lexicon.Office) bool {
	day := r.p.Reading.Published.Day()
	for n := range person.Roles {
		role := &person.Roles[n]
		if o, ok := r.p.Lex.Office(role.Office); ok && (day == "" || role.On(day)) && (o.ID == off.ID || o.Kind == off.Kind) {
			return true
		}
	}
	return false
}

// servesNamed reports whether s is about somebody who works for a person named in it.
func (r *reader) servesNamed(s span) bool {
	for k := s.last - 1; k > s.first; k-- {
		if m := r.p.Mention(k); m != nil && m.Type == fact.Person {
			return r.aideOf(s, m)
		}
	}
	return false
}

// officialBefore is the official without a name who spoke last before «المسؤول الأمريكي»,
// unless he is said to be of another nation.
func (r *reader) officialBefore(who speaker) (speaker, bool) {
	switch who.head {
	case "مسوول", "دبلوماسي", "مصدر":
	default:
		return who, false
	}
	if len(r.known) == 0 {
		return who, false
	}
	o := r.known[len(r.known)-1]
	if o.named || o.head != who.head || o.phrase == who.phrase {
		return who, false
	}
	for _, id := range r.nisbas(o.phrase).ids {
		if !r.nisbas(who.phrase).has(id) {
			return who, false
		}
	}
	return o, true
}
