package statements

import (
	"strings"

	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// jointly adds to who, named by m at the head of his phrase, those joined to him by و, with
// whom he speaks: «أعلنت حركة الفجر وجبهة الشمال», «ورحبت الجزيرة والقوات الحكومية».
func (r *reader) jointly(who speaker, m *fact.Mention) speaker {
	p, s := r.p, who.phrase
	names := who.name
	k := r.afterMention(m)
	for k < s.last {
		if o := p.Mention(k); o != nil {
			if !r.withWaw(o) || o.Actor == m.Actor {
				return who
			}
			names += " و" + o.Name
			k = r.afterMention(o)
			continue
		}
		rest, ok := strings.CutPrefix(p.Words(k, s.last), "و")
		if !ok || !r.is(k, hasConj) || !phrases.Animate(p, k) || ofMatters(p.Word(s.first)) {
			return who
		}
		names, k = names+" و"+rest, s.last
	}
	if names != who.name {
		who.name, who.kind, who.actor = names, "group", ""
	}
	return who
}

// oneMore reports whether token k is somebody joined by و to the subject right before it: a definite noun
// or an office («أعلن وزير الدفاع ورئيس الأركان»), or one told by the other («سالم ونظيره التركي»).
func (r *reader) oneMore(k int) bool {
	w := r.p.Word(k)
	if !r.is(k, hasConj) || r.p.Named(k) {
		return false
	}
	if strings.HasPrefix(w, "ونظير") {
		return true
	}
	if end, _, rd, ok := phrases.Office(r.p, k); ok && rd.Conj == 'w' && rd.Prep == 0 && end > k+1 {
		return true
	}
	return len(w) > 10 && strings.HasPrefix(w, "وال") && phrases.Animate(r.p, k)
}

// withAnother adds to who, a man with the name m, somebody without a name who is joined to him:
// «أكد الرئيس سالم ونظيره التركي».
func (r *reader) withAnother(who speaker, m *fact.Mention) speaker {
	k, last := r.afterMention(m), who.phrase.last
	if k >= last || !r.oneMore(k) || phrases.Extent(r.p, k, phrases.Walk{Limit: last}) < last {
		return who
	}
	who.name += " و" + strings.TrimPrefix(r.p.Words(k, last), "و")
	who.kind, who.actor = "group", ""
	return who
}

// severalJoined reports whether s names a body or office by a definite noun with its adjectives
// and a second one joined to it by و: «الحكومة والمتمردون», «الرئيس السوري والعاهل الأردني».
func (r *reader) severalJoined(s span) bool {
	p, k := r.p, s.first+1
	if end, _, _, ok := phrases.Office(p, s.first); ok {
		k = end // «وزير الدفاع ورئيس الأركان»
	} else if !p.Has(s.first, page.Definite) || p.Named(s.first) || !phrases.Animate(p, s.first) {
		return false
	}
	for ; k < s.last; k++ {
		if r.is(k, hasConj) {
			return r.oneMore(k)
		}
		if !p.Has(k, page.Definite) || p.Named(k) {
			return false
		}
	}
	return false
}

// afterMention is the token after m.
func (r *reader) afterMention(m *fact.Mention) int { return r.p.TokenAt(m.End-1) + 1 }

// withWaw reports whether nothing but و stands before m in its token.
func (r *reader) withWaw(m *fact.Mention) bool {
	t := r.p.Tokens[r.p.TokenAt(m.Start)]
	return r.p.Source[t.Start:m.Start] == "و"
}

// ofMatters reports whether w (folded) heads the name of a body by the matters it sees to, of
// which several are joined by و: «وزارة الخارجية والمغتربين».
func ofMatters(w string) bool {
	switch stem(w) {
	case "وزاره", "هييه", "لجنه", "مجلس", "مكتب", "منظمه", "اداره", "مركز", "مفوضيه", "اتحاد":
		return true
	}
	return false
}

// drives reports whether w (folded) is a verb by which somebody or something brings another to
// do what stands after إلى: «دفع المتمردون الوزير إلى القول إن».
func drives(w string) bool {
	switch strings.TrimSuffix(strings.TrimPrefix(w, "و"), "ت") {
	case "دفع", "حمل", "اجبر", "قاد", "حدا", "دعا":
		return true
	}
	return false
}

// driven is who stands right before «إلى القول» at token k, after the verb that ends at from.
func (r *reader) driven(from, k int) speaker {
	p := r.p
	if p.Word(k-1) == "الي" {
		k--
	}
	for j := from; j < k; j++ {
		if e := phrases.Extent(p, j, phrases.Walk{Limit: k}); e == k && r.nominalStart(j, k) && (phrases.Animate(p, j) || p.Named(j)) {
			return r.settle(span{j, e})
		}
	}
	return speaker{}
}

// namedInPart is the person named before s whom the given name that s is stands for: him whose
// name ends with it, else the only one whose name begins so («قال رئيس الوزراء سالم الحداد إن ….
// وأشار سالم إلى»); nil where none or several are.
func (r *reader) namedInPart(s span) *fact.Mention {
	r.roster(withPeople)
	var found *fact.Mention
	several := false
	word := strings.TrimPrefix(r.p.Words(s.first, s.last), "و")
	for k := before(r.people, r.p.Tokens[s.first].Start) - 1; k >= 0; k-- {
		m := r.people[k]
		if rest, ok := strings.CutSuffix(m.Name, word); ok && strings.HasSuffix(rest, " ") {
			return m
		}
		if rest, ok := strings.CutPrefix(m.Name, word); ok && strings.HasPrefix(rest, " ") {
			several = several || found != nil && found.Actor != m.Actor
			found = m
		}
	}
	if several {
		return nil
	}
	return found
}
