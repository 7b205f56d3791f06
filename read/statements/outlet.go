package statements

import (
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// outletNoun is the kind of outlet that token i, a definite noun without particles
// but و, stands for: «الوكالة», «الصحيفة»; "" where it is none.
func (r *reader) outletNoun(i int) string {
	p := r.p
	if !p.Has(i, page.Definite) || p.Named(i) {
		return ""
	}
	_, s, ok := p.Find(i, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		h := &p.Lex.Heads[s.Entry]
		return h.Class == lexicon.HeadOutlet && phrases.Media(h.Kind) && rd.Pronoun == ""
	})
	if !ok {
		return ""
	}
	return p.Lex.Heads[s.Entry].Kind
}

// outletBefore is the outlet of the same kind that was named last before a bare
// noun for one: «الوكالة» after «وكالة المرفأ».
func (r *reader) outletBefore(who speaker) (speaker, bool) {
	p := r.p
	if who.phrase.last-who.phrase.first != 1 {
		return who, false
	}
	kind := r.outletNoun(who.phrase.first)
	if kind == "" {
		return who, false
	}
	mentions := p.Reading.Mentions
	at := p.Tokens[who.phrase.first].Start
	for k, n := len(mentions)-1, 0; k >= 0 && n < recent; k-- {
		m := &mentions[k]
		if m.Start >= at || m.Type != fact.Organisation {
			continue
		}
		n++
		if a := p.Actor(m.Actor); a != nil && (a.Kind == kind || kind == "newspaper" && a.Kind == "magazine" || kind == "channel" && a.Kind == "radio") {
			return speaker{phrase: who.phrase, name: m.Name, actor: m.Actor, kind: "organisation", named: true, head: who.head}, true
		}
	}
	return who, false
}

// media reports whether a mention is an outlet, agency or network.
func (r *reader) media(m *fact.Mention) bool {
	if m == nil {
		return false
	}
	a := r.p.Actor(m.Actor)
	return a != nil && phrases.Media(a.Kind)
}
