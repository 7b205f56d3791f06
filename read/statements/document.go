package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// issuer is who speaks in a document named again («البيان», «التقرير»): the one who
// issued the last such document, else the last to speak.
func (r *reader) issuer(who speaker) (speaker, bool) {
	switch who.head {
	case "بيان", "تقرير", "رساله", "بلاغ", "مقال", "افتتاحيه":
	default:
		return who, false // an agreement or plan speaks for itself
	}
	if who.phrase.last-who.phrase.first > 2 {
		return who, false
	}
	for k := len(r.known) - 1; k >= max(0, len(r.known)-recent); k-- {
		o := r.known[k]
		if (o.named || o.kind == "office") && stem(r.p.Word(o.phrase.first)) == who.head {
			return o, true
		}
	}
	for k := len(r.out) - 1; k >= max(0, len(r.out)-8); k-- {
		o := &r.out[k]
		for j := o.cue.last; j < o.zone.last && j < o.cue.last+30; j++ {
			if stem(r.p.Word(j)) == who.head && o.nested == 0 {
				by := o.speaker // «وذكر المجلس في بيان أن …. وقال البيان إن»
				by.phrase, by.head = who.phrase, who.head
				return by, true
			}
		}
	}
	for i := who.phrase.first - 1; i >= 0 && i > who.phrase.first-90; i-- {
		if stem(r.p.Word(i)) != who.head {
			continue
		}
		if by, ok := r.issuedBy(span{i, i + 1}); ok {
			by.phrase, by.head = who.phrase, who.head
			return by, true
		}
	}
	if r.last.named {
		return r.last, true
	}
	return who, false
}

// issuedBy is who issued a document by what follows its noun: «بيان صادر عن الرئاسة»,
// «البيان الختامي للقمة».
func (r *reader) issuedBy(s span) (speaker, bool) {
	p := r.p
	for i := s.first + 1; i < len(p.Tokens) && i < s.first+6 && p.Tokens[i].Gap < arabic.Line; i++ {
		w := p.Word(i)
		switch {
		case w == "عن" && i == s.last && s.last-s.first > 1 && strings.HasPrefix(p.Word(s.first), "ال"):
			return speaker{}, false // «عبر البيان الرئاسي عن»: what it voices
		case w == "عن" || w == "من" || w == "صادر" || w == "صدر" || w == "الصادر" || w == "ل":
			continue
		case p.Mention(i) != nil && !(i == s.first+1 && p.Mention(i).Type == fact.Location):
			m := p.Mention(i)
			kind := map[fact.MentionType]string{fact.Person: "person", fact.Organisation: "organisation", fact.Location: "country"}[m.Type]
			return speaker{name: m.Name, actor: m.Actor, kind: kind, named: true}, true
		case p.Word(i-1) == "عن" && i > s.first+2 || p.Word(i-1) == "من" || r.is(i, isAttached):
			np := span{i, phrases.Extent(p, i, phrases.Walk{Limit: len(p.Tokens)})}
			if np.empty() || r.document(np) || meets(stem(p.Word(np.first))) {
				return speaker{}, false
			}
			return speaker{name: r.nameOf(np), kind: "organisation", named: true}, true
		case !p.Has(i, page.Adjective) || p.Has(i, page.Definite) != p.Has(s.first, page.Definite):
			return speaker{}, false
		}
	}
	return speaker{}, false
}

// meets reports whether w (a stem) is a noun for talks, which bring out no paper themselves:
// «البيان الختامي للمفاوضات».
func meets(w string) bool {
	switch w {
	case "مفاوضات", "محادثات", "مباحثات", "مشاورات", "لقاء", "زياره", "حوار":
		return true
	}
	return false
}

// sourceBefore is the last anonymous source of the same kind: «المصدر», «المصادر».
func (r *reader) sourceBefore(who speaker) (speaker, bool) {
	if who.kind != "unnamed" {
		return who, false
	}
	if who.head == "مصدر" && r.bareSource(who.phrase) && r.relays(r.last) && r.last.named && r.last.phrase.first < r.sent.First {
		out := r.last // «وأوضحت الأناضول أن …. وأضاف المصدر نفسه أن»
		out.phrase = who.phrase
		return out, true
	}
	for k := len(r.known) - 1; k >= max(0, len(r.known)-recent); k-- {
		if o := r.known[k]; o.kind == "unnamed" && lemma(o.head) == lemma(who.head) {
			return o, true
		}
	}
	return who, false
}

// writtenBy is whose words the paper before «جاء فيه» holds, where the paper tells it:
// «نشرت الصحيفة تعقيبا من الوزارة جاء فيه», «بيان للحركة جاء فيه».
func (r *reader) writtenBy(c *cue) speaker {
	p := r.p
	if w := p.Word(c.last); c.verb.Class != "relay" && c.verb.Class != "say" || !c.finite() || c.reading.Conj != 0 || w != "فيه" && w != "فيها" {
		return speaker{}
	}
	for k := c.first - 1; k > r.sent.First && k > c.first-10 && !p.Mark(k); k-- {
		from := k
		switch w := p.Word(k); {
		case w == "من" || w == "عن" || w == "ل":
			from = k + 1
		case !r.is(k, attL) && !(p.Mention(k) != nil && p.Mention(k).Start > p.Tokens[k].Start && strings.HasPrefix(w, "ل")):
			continue
		}
		np := span{from, phrases.Extent(p, from, phrases.Walk{Limit: c.first, Bounded: true})}
		if np.last != c.first || c.verb.Class == "say" && r.disagrees(c, np) {
			return speaker{}
		}
		if s := r.settle(np); s.named || s.kind == "office" || s.kind == "unnamed" || phrases.Animate(p, np.first) {
			return s
		}
		return speaker{}
	}
	return speaker{}
}

// bareSource reports whether a phrase is «المصدر» alone or with نفسه or ذاته.
func (r *reader) bareSource(s span) bool {
	return s.last-s.first == 1 || s.last-s.first == 2 && (r.p.Word(s.first+1) == "نفسه" || r.p.Word(s.first+1) == "ذاته")
}
