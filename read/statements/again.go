package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// bodyBefore is the organisation last named by a name that begins with the same
// noun: «الجيش» after «الجيش السوداني», «الحركة», «الحزب», «المنظمة الدولية».
func (r *reader) bodyBefore(who speaker) (speaker, bool) {
	p := r.p
	n := who.phrase.last - who.phrase.first
	switch w := p.Word(who.phrase.last - 1); {
	case n == 2 && strings.HasPrefix(w, "المت") && strings.HasSuffix(w, "ه"):
		n = 1 // «الحركة المتشددة»
	case n == 2 && (who.head == "منظمه" || who.head == "هييه") && (w == "الدوليه" || w == "الامميه"):
		return r.worldBody(who)
	}
	if n != 1 || !p.Is(who.phrase.first, lexicon.HeadWord) {
		return who, false
	}
	r.roster(withBodies)
	list := r.bodies[who.head]
	if k := before(list, p.Tokens[who.phrase.first].Start); k > 0 {
		return who.namedAs(list[k-1]), true
	}
	if who.head == "منظمه" {
		if m := r.bodyLast(who.phrase.first); m != nil && strings.HasPrefix(m.Name, "الأمم ") {
			return who.namedAs(m), true
		}
	}
	return r.alsoCalled(who)
}

// namedAs is s with the name of the organisation m.
func (s speaker) namedAs(m *fact.Mention) speaker {
	return speaker{phrase: s.phrase, name: m.Name, actor: m.Actor, kind: "organisation", named: true, head: s.head}
}

// worldBody is the United Nations where «المنظمة الدولية» follows their name with no other
// organisation of that noun between the two.
func (r *reader) worldBody(who speaker) (speaker, bool) {
	r.roster(withBodies)
	at := r.p.Tokens[who.phrase.first].Start
	var last *fact.Mention
	for _, head := range [...]string{"امم", who.head} {
		if list := r.bodies[head]; before(list, at) > 0 {
			if m := list[before(list, at)-1]; last == nil || m.Start > last.Start {
				last = m
			}
		}
	}
	if last == nil {
		return who, false
	}
	return who.namedAs(last), true
}

// bodyLast is the organisation named last before token i, no outlet; nil where there is none
// among the last names.
func (r *reader) bodyLast(i int) *fact.Mention {
	mentions := r.p.Reading.Mentions
	at := r.p.Tokens[i].Start
	for k, n := len(mentions)-1, 0; k >= 0 && n < recent; k-- {
		m := &mentions[k]
		if m.Start >= at {
			continue
		}
		n++
		if m.Type == fact.Organisation && !r.media(m) {
			return m
		}
	}
	return nil
}

// alsoCalled is the organisation named last which is known by a name that begins with the noun
// too: «الجماعة» after «أنصار الله», whom others call «جماعة أنصار الله».
func (r *reader) alsoCalled(who speaker) (speaker, bool) {
	m := r.bodyLast(who.phrase.first)
	if m == nil {
		return who, false
	}
	id, ok := strings.CutPrefix(m.Actor, "org:")
	if !ok {
		return who, false
	}
	o, ok := r.p.Lex.Organisation(id)
	if !ok {
		return who, false
	}
	for _, name := range o.Aliases {
		if first, _, more := strings.Cut(name, " "); more && stem(arabic.Fold(first)) == who.head {
			return who.namedAs(m), true
		}
	}
	return who, false
}

// sameSource is the nameless one who spoke last where «المصدر», «هذا المصدر», «المصدر نفسه»
// goes on: «قال مسؤول في الشرطة إن …. وأضاف المصدر أن».
func (r *reader) sameSource(who speaker) (speaker, bool) {
	if who.head != "مصدر" || !r.bareSource(who.phrase) || r.last.named || r.last.kind != "unnamed" && r.last.kind != "office" {
		return who, false
	}
	if plural(r.p.Word(r.last.phrase.first)) || !phrases.Animate(r.p, r.last.phrase.first) {
		return who, false
	}
	out := r.last
	out.phrase = who.phrase
	return out, true
}

// formerHolder is the person who spoke last where a title with «السابق» and no name tells of
// him: «وأعلن الوسيط سالم نادر أن …. وأضاف الرئيس الميرادي السابق أن».
func (r *reader) formerHolder(who speaker) (speaker, bool) {
	p, w := r.p, r.p.Word(who.phrase.last-1)
	if w != "السابق" && w != "السابقه" || who.phrase.last-who.phrase.first > 4 || !p.Has(who.phrase.first, page.Definite) && who.kind != "office" {
		return who, false
	}
	if r.last.kind != "person" || w == "السابق" && r.last.gender == female || p.SentenceOf(who.phrase.first)-p.SentenceOf(r.last.phrase.first) > 2 {
		return who, false
	}
	out := r.last
	out.phrase = who.phrase
	return out, true
}
