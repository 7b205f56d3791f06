package statements

import (
	"sort"

	"mahdar/fact"
	"mahdar/read/page"
)

// recent bounds how many speakers or names are looked back over for who a role or a
// document named again stands for; readers do not look back further either.
const recent = 120

// metBefore finds who a bare role or source stands for: the last speaker or
// named person of the same role.
func (r *reader) metBefore(who speaker) (speaker, bool) {
	definite := r.p.Has(who.phrase.first, page.Definite) || r.saidOffice(who)
	if !definite || !r.p.Has(who.phrase.first, page.Definite) && r.servesNamed(who.phrase) || r.another(who.phrase) {
		return who, false
	}
	if r.document(who.phrase) {
		return r.issuer(who)
	}
	if o, ok := r.sameSource(who); ok {
		return o, true
	}
	if who.head == "اخير" && who.phrase.last-who.phrase.first == 1 {
		return r.namedLast(who)
	}
	words := r.contentWords(who.phrase)
	if o, ok := r.formerHolder(who); ok && (who.kind == "group" || r.officeHolder(words, who.phrase) == nil) {
		return o, true
	}
	if r.severalOffices(who.phrase.first) || who.kind == "unnamed" && plural(r.p.Word(who.phrase.first)) {
		return r.sourceBefore(who)
	}
	if who.kind == "group" {
		if a, b := r.twoOf(who); a == nil || b == nil {
			if outlet, ok := r.outletBefore(who); ok {
				return outlet, true
			}
			return r.bodyBefore(who)
		}
	}
	if a, b := r.twoOf(who); a != nil && b != nil {
		return speaker{phrase: who.phrase, name: b.Name + " و" + a.Name, kind: "group", named: true, head: who.head}, true
	}
	for k := len(r.known) - 1; k >= max(0, len(r.known)-recent) && len(words) > 0; k-- {
		o := r.known[k]
		if o.phrase == who.phrase || o.kind == "country" || !r.leadsWith(o.phrase, words[0]) {
			continue
		}
		if covers(r.contentWords(o.phrase), words) {
			return o, true
		}
	}
	if o, ok := r.officialBefore(who); ok {
		return o, true
	}
	if a := r.officeHolder(words, who.phrase); a != nil {
		return speaker{phrase: who.phrase, name: a.Name, actor: a.ID, kind: "person", named: true, head: who.head}, true
	}
	if a := r.onlySpokesman(who); a != nil {
		return speaker{phrase: who.phrase, name: a.Name, actor: a.ID, kind: "person", named: true, head: who.head}, true
	}
	if a := r.byNation(who); a != nil {
		return speaker{phrase: who.phrase, name: a.Name, actor: a.ID, kind: "person", named: true, head: who.head}, true
	}
	return r.sourceBefore(who)
}

// severalOffices reports whether a plural of people in office stands at token i, who
// are no one person: «الوزراء»، «المسؤولون»، «المبعوثين».
func (r *reader) severalOffices(i int) bool {
	switch stem(r.p.Word(i)) {
	case "وزراء", "روساء", "زعماء", "قاده", "سفراء", "مبعوثون", "مبعوثين", "نواب", "امناء", "مستشارون", "مستشارين", "ممثلون", "ممثلين", "مندوبون", "مندوبين", "مساعدون", "مساعدين", "مسوولون", "مسوولين", "وسطاء", "مفاوضون", "مفاوضين", "موفدون", "موفدين", "مراقبون", "مراقبين":
		return true
	}
	return false
}

// namedLast is the person named last before «الأخير».
func (r *reader) namedLast(who speaker) (speaker, bool) {
	r.roster(withPeople)
	k := before(r.people, r.p.Tokens[who.phrase.first].Start)
	if k == 0 {
		return who, false
	}
	m := r.people[k-1]
	return speaker{phrase: who.phrase, name: m.Name, actor: m.Actor, kind: "person", named: true, head: who.head}, true
}

// before counts the mentions of a list in the order of the text that begin before
// byte at.
func before(list []*fact.Mention, at int) int {
	return sort.Search(len(list), func(i int) bool { return list[i].Start >= at })
}

// another reports whether s is told apart from whoever spoke before: «دبلوماسي آخر».
func (r *reader) another(s span) bool {
	for k := s.first + 1; k < s.last && k < s.first+4; k++ {
		switch r.p.Word(k) {
		case "اخر", "اخري", "اخران", "اخرون", "اخرين", "ثان", "ثانيه":
			return true
		}
	}
	return false
}
