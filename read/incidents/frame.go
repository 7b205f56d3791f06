package incidents

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// binding is what a frame binds: the complements that fill its slots.
type binding struct {
	subject   span
	recipient []span
	place     span
	weapon    span
	object    span   // a literal that is the verb's object
	literal   bool   // the frame has literal words
	fronted   bool   // the phrase before the verb is its object
	partial   bool   // a preposition after the literal words was not there
	between   []span // the parties of بين … و…
	filled    int    // slots that were filled by something
	pronoun   bool   // the object is an attached pronoun
	passive   bool
	last      int // token after what was bound
}

func (b *binding) reach(s span) { b.last = max(b.last, s.last) }

// fill puts a phrase in a role.
func (b *binding) fill(role string, items []span) {
	switch role {
	case "recipient":
		b.recipient = append(b.recipient, items...)
	case "place":
		b.place = items[0]
	case "weapon":
		b.weapon = items[0]
	}
	b.filled++
	b.reach(items[len(items)-1])
}

// try binds the slots of f to the complements of c. left is the subject before
// the verb, empty for none.
func (r *reader) try(c cue, f lexicon.Frame, comps []complement, left span) (binding, bool) {
	b := binding{last: c.last}
	at := 0
	for k := 0; k < len(f.Slots); k++ {
		s := f.Slots[k]
		if s.Role == "topic" { // what is talked about may be left out
			if n := find(comps, at, s.Mark); n >= 0 && s.Mark != "obj" {
				at = n + 1
			}
			continue
		}
		switch {
		case s.Words != "" && r.isPreposition(s.Words):
			n := find(comps, at, s.Words)
			if n < 0 && b.literal && k == len(f.Slots)-1 && !vague(f.Slots[0].Words) {
				b.partial = true
				break
			}
			if n < 0 {
				return b, false
			}
			if s.Words == "بين" && s.Role == "recipient" && len(comps[n].items) > 1 {
				b.between = comps[n].items
				b.filled++
				b.reach(comps[n].span())
			} else {
				b.fill(s.Role, comps[n].items)
			}
			at = n + 1
		case s.Words != "":
			n, after := r.findLiteral(comps, at, "", s.Words)
			if n < 0 {
				return b, false
			}
			b.literal = true
			b.object = comps[n].span()
			b.reach(span{0, after})
			b.filled++
			at = n + 1
			if s.Role != "content" {
				b.fill(s.Role, comps[n].items)
			} else if k+1 < len(f.Slots) && f.Slots[k+1].Mark == "obj" {
				k++
				rest := r.rest(comps, n, after)
				if rest.empty() {
					return b, false
				}
				b.fill(f.Slots[k].Role, []span{rest})
			}
		case s.Mark == "obj":
			n, ok := r.object(&b, c, comps, at, left)
			if !ok {
				return b, false
			}
			if n >= 0 {
				if s.Role == "content" && c.verb.Class == "ASSAULT" && !r.deedNoun(r.head(comps[n].span())) {
					return b, false // شن انتقادات على
				}
				b.fill(s.Role, comps[n].items)
				at = n + 1
			}
		case k+1 < len(f.Slots) && f.Slots[k+1].Words != "" && !r.isPreposition(f.Slots[k+1].Words):
			k++
			n, after := r.findLiteral(comps, at, s.Mark, f.Slots[k].Words)
			if n < 0 {
				return b, false
			}
			b.literal = true
			b.filled++
			b.reach(span{0, after})
			b.object = comps[n].span()
			role := f.Slots[k].Role
			if role == "content" && k+1 < len(f.Slots) && f.Slots[k+1].Mark == "obj" {
				k++
				role = f.Slots[k].Role
			}
			if role != "content" {
				rest := r.rest(comps, n, after)
				if rest.empty() {
					return b, false
				}
				b.fill(role, []span{rest})
			}
			at = n + 1
		default:
			n := find(comps, at, s.Mark)
			if n < 0 && b.literal && k == len(f.Slots)-1 && !vague(f.Slots[0].Words) {
				b.partial = true
				break
			}
			if n < 0 {
				return b, false
			}
			b.fill(s.Role, comps[n].items)
			at = n + 1
		}
	}
	if c.reading.Pronoun != "" && !b.pronoun {
		return b, false
	}
	if b.subject.empty() && left.empty() && !b.passive {
		b.subject = r.bareSubject(c, comps, b)
	}
	return b, b.filled > 0 || b.pronoun
}

// vague reports whether literal words say too little without their complement:
// قام بالعملية.
func vague(words string) bool {
	switch words {
	case "عمليه", "حمله", "عملياته":
		return true
	}
	return false
}

func (r *reader) isPreposition(w string) bool { _, ok := preposition(w); return ok }

// find is the first complement from at on with the mark, -1 for none.
func find(comps []complement, at int, mark string) int {
	for n := at; n < len(comps); n++ {
		if comps[n].mark == mark || mark == "علي" && comps[n].mark == "ضد" || mark == "الي" && comps[n].mark == "باتجاه" {
			return n
		}
	}
	return -1
}

// findLiteral is the complement with the mark whose head the words are, and the
// token after them.
func (r *reader) findLiteral(comps []complement, at int, mark, words string) (int, int) {
	first, rest, two := strings.Cut(words, " ")
	if two && mark == "" && r.isPreposition(first) {
		mark, words = first, rest
	}
	if mark == "ب" && words == "حق" { // بحق is one word and two
		if n := find(comps, at, "بحق"); n >= 0 {
			return n, comps[n].span().first
		}
	}
	for n := at; n < len(comps); n++ {
		c := comps[n]
		if c.mark != mark && !(mark == "" && c.mark == "ب" && r.p.Word(c.items[0].first) == first) && !(mark == "" && c.mark == "ل" && r.light) {
			continue
		}
		for _, s := range c.items {
			for k := s.first; k < s.last; k++ {
				if after, ok := r.literal(words, k, min(s.last+2, r.sent.Last)); ok {
					return n, after
				}
				if !quantifier(r.bare(k)) && !r.number(k) {
					break
				}
			}
		}
	}
	return -1, 0
}

// rest is what follows literal words inside their complement, or the bare
// phrase after it: the genitive of «مقتل جنديين».
func (r *reader) rest(comps []complement, n, after int) span {
	s := comps[n].span()
	if after < s.last {
		return span{after, s.last}
	}
	if n+1 < len(comps) && (comps[n+1].mark == "" || comps[n+1].mark == "من" || comps[n+1].mark == "بين" || comps[n+1].mark == "ل") && comps[n+1].at <= after+1 {
		return comps[n+1].span()
	}
	return span{}
}

// object finds the object of a verb among its bare phrases: the second after a
// subject, the first where the subject stands before or in the verb; a lone phrase
// that can only suffer is the object of a passive. n is -1 for a pronoun.
func (r *reader) object(b *binding, c cue, comps []complement, at int, left span) (n int, ok bool) {
	one, two := -1, -1
	for n := at; n < len(comps); n++ {
		if comps[n].weak && one < 0 && !left.empty() {
			break
		}
		if comps[n].mark != "" {
			if n-at > 3 {
				break
			}
			continue
		}
		if comps[n].weak && one >= 0 && !(one == at && r.acts(comps[one].span())) {
			break
		}
		if one < 0 {
			one = n
			continue
		}
		two = n
		break
	}
	if c.reading.Pronoun != "" {
		b.pronoun = true
		if one >= 0 && c.count == 0 && (left.empty() || r.acts(comps[one].span()) || r.animate(comps[one].span())) {
			b.subject = comps[one].span()
			b.reach(b.subject)
			if !left.empty() && !r.masdar(r.head(left)) { // جنود خطفهم مسلحون: what stands before is the object
				b.recipient = append(b.recipient, left)
				b.filled++
				b.fronted = true
			}
		}
		return -1, true
	}
	if one >= 0 && left.empty() && two < 0 && pronominalSubject(r.p.Word(c.first-1)) {
		return one, true // قال إنه قتل جنديين
	}
	if one < 0 {
		if !left.empty() && r.suffers(left, c) {
			b.passive = true
			b.recipient = append(b.recipient, left)
			b.filled++
			return -1, true
		}
		return -1, false
	}
	if two < 0 && left.empty() && r.oblique(comps[one].span()) {
		return one, true // «منعت المتظاهرين»: no nominative, no subject
	}
	switch {
	case !left.empty() || c.count != 0 && c.person == 3:
		if !left.empty() && r.victims(comps[one].span()) == false && r.victims(left) && c.count == 0 && r.suffers(left, c) && comps[one].weak {
			b.passive = true
			b.recipient = append(b.recipient, left)
			b.filled++
			return -1, true
		}
		return one, true
	case two >= 0 && !(r.victims(comps[one].span()) && !r.victims(comps[two].span()) && comps[two].weak):
		b.subject = comps[one].span()
		b.reach(b.subject)
		return two, true
	case r.acts(comps[one].span()) && !r.victims(comps[one].span()):
		return -1, false
	}
	if r.carried(c) && (!canPassive(c) || !harm(c.verb.ID) && !r.victims(comps[one].span())) {
		return one, true
	}
	if !canPassive(c) {
		return -1, false
	}
	b.passive = true
	return one, true
}

// oblique reports whether a phrase is headed by a sound plural in ين, which no
// verb's subject can be where it follows the verb.
func (r *reader) oblique(s span) bool {
	h := r.head(s)
	if h != s.first || r.p.Mention(h) != nil {
		return false
	}
	w := r.p.Word(h)
	return strings.HasSuffix(w, "ين") && len(w) >= 10 && (r.scene(h, lexicon.SceneCrowd) != nil || r.scene(h, lexicon.SceneForce) != nil || r.p.Is(h, lexicon.UnitWord) || r.p.Is(h, lexicon.NisbaWord))
}

// pronominalSubject reports whether w (folded) carries the subject of the verb
// after it: إنه، أنها.
func pronominalSubject(w string) bool {
	switch w {
	case "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "انهما", "لانه", "لانها", "لانهم", "وانه", "وانها":
		return true
	}
	return false
}

// canPassive reports whether the verb with one phrase after it is read as a
// passive: deeds that somebody suffers.
func canPassive(c cue) bool {
	switch c.verb.Class {
	case "ASSAULT", "COERCE", "SANCTION":
		return true
	case "RETREAT":
		return c.verb.Act == "release"
	}
	return false
}

// suffers reports whether the phrase before a verb without an object is the one
// that suffers: «جنديا قتل»، «ستة مدنيين أصيبوا».
func (r *reader) suffers(s span, c cue) bool {
	if !canPassive(c) || r.instrument(r.head(s)) {
		return false
	}
	return r.victims(s) || r.animate(s) && (!r.acts(s) || harm(c.verb.ID) && !phrases.Definite(r.p, r.head(s)))
}

// victims reports whether a phrase is of people who are counted or of a person.
func (r *reader) victims(s span) bool {
	p := r.p
	h := r.head(s)
	if r.number(s.first) && !r.instrument(h) {
		return true
	}
	if m := p.Mention(h); m != nil {
		return m.Type == fact.Person
	}
	if r.officeAt(h) {
		return true
	}
	return r.personUnit(h) && (!r.acts(s) || !phrases.Definite(p, h)) || h+1 < s.last && r.number(h)
}

// acts reports whether a phrase is of those who use force or power: forces,
// armies, aircraft, gunmen, authorities, groups, or of what strikes.
func (r *reader) acts(s span) bool {
	h := r.head(s)
	if m := r.p.Mention(h); m != nil {
		return m.Type == fact.Organisation
	}
	return r.instrument(h) || r.scene(h, lexicon.SceneForce) != nil
}

// bareSubject is the bare phrase after the verb that is not bound as its object.
func (r *reader) bareSubject(c cue, comps []complement, b binding) span {
	if c.count != 0 {
		return span{}
	}
	for n, k := range comps {
		if n > 2 {
			break
		}
		if k.mark != "" {
			if len(b.recipient) > 0 && k.items[0] == b.recipient[0] {
				break
			}
			continue
		}
		s := k.span()
		if r.oblique(s) {
			break
		}
		if s == b.object || s.first >= b.object.first && !b.object.empty() {
			break
		}
		bound := false
		for _, q := range append(b.recipient, b.place, b.weapon) {
			bound = bound || q == s || !q.empty() && q.first >= s.first && q.first < s.last
		}
		if !bound {
			return s
		}
		break
	}
	return span{}
}
