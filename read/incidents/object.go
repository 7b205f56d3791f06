package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// findObject finds the object of the verb among its bare phrases: the second after a
// subject, the first where the subject stands before or in the verb; a lone phrase
// that can only suffer is the object of a passive. n is -1 for a pronoun.
func (t *trial) findObject() (n int, ok bool) {
	r, b, c, left := t.r, t.b, t.c, t.left
	one, two := t.barePhrases()
	if c.reading.Pronoun != "" {
		t.pronounObject(one)
		return -1, true
	}
	if r.neverActive(c) && (one >= 0 || !left.empty()) {
		b.passive = true
		if !left.empty() {
			b.suffer(left)
			return -1, true
		}
		return one, true
	}
	if one >= 0 && left.empty() && two < 0 && pronominalSubject(r.p.Word(c.first-1)) {
		return one, true // قال إنه قتل جنديين
	}
	if one < 0 {
		if !left.empty() && r.suffers(left, c) {
			b.passive = true
			b.suffer(left)
			return -1, true
		}
		return -1, false
	}
	if two < 0 && left.empty() && r.oblique(r.whole(&t.comps[one])) {
		return one, true // «منعت المتظاهرين»: no nominative, no subject
	}
	switch {
	case !left.empty() || c.count != 0 && c.person == 3:
		return t.objectAfter(one), true
	case two >= 0 && !(r.victims(r.whole(&t.comps[one])) && !r.victims(r.whole(&t.comps[two])) && t.comps[two].weak):
		b.subject = r.whole(&t.comps[one])
		b.reach(b.subject)
		return two, true
	}
	return t.loneObject(one)
}

// barePhrases are the two bare phrases among which the object is sought, -1 for none.
func (t *trial) barePhrases() (one, two int) {
	r, comps := t.r, t.comps
	one = -1
	for n := t.at; n < len(comps); n++ {
		if comps[n].weak && one < 0 && !t.left.empty() {
			break
		}
		if comps[n].mark != markBare {
			if n-t.at > 3 {
				break
			}
			continue
		}
		if k := int(comps[n].at); one < 0 && k == t.c.last && (r.joined(k) || r.joinedNumber(k)) {
			continue // ثلاثة جنود قتلوا وخمسة أصيبوا
		}
		if comps[n].weak && one >= 0 && !(one == t.at && r.acts(r.whole(&comps[one]))) {
			break
		}
		if one >= 0 {
			return one, n
		}
		one = n
	}
	return one, -1
}

// pronounObject binds the object that the verb has in a pronoun: the phrase with index one is
// its subject then, -1 for none, and the phrase before the verb may be whom the pronoun means.
func (t *trial) pronounObject(one int) {
	r, b, c, left := t.r, t.b, t.c, t.left
	b.pronoun = true
	if one >= 0 && c.count == 0 && stem(r.p.Word(r.spans[t.comps[one].from].first)) != "قتيل" && (left.empty() || r.acts(r.whole(&t.comps[one])) || r.animate(r.whole(&t.comps[one]))) {
		b.subject = r.whole(&t.comps[one])
		b.reach(b.subject)
		if !left.empty() && !r.masdar(r.head(left)) && (c.first-left.last < 2 || r.p.Has(c.first-1, page.Relative)) { // جنود خطفهم مسلحون: what stands before is the object
			b.suffer(left)
			b.fronted = true
		}
	}
	if !b.fronted && !left.empty() && r.resumes(c, left) {
		b.suffer(left)
		b.fronted = true
	}
}

// objectAfter is the object where the verb's subject stands before it or in it: the phrase with
// index one, -1 where it is the phrase before the verb that suffers.
func (t *trial) objectAfter(one int) int {
	r, b, c, left := t.r, t.b, t.c, t.left
	if !left.empty() && !r.victims(r.whole(&t.comps[one])) && r.victims(left) && c.count == 0 && r.suffers(left, c) && t.comps[one].weak {
		b.passive = true
		b.suffer(left)
		return -1
	}
	return one
}

// loneObject tells whether the one phrase beside a verb, with index one, is its object, of a
// passive most of the time, or its subject, which leaves it without.
func (t *trial) loneObject(one int) (n int, ok bool) {
	r, c := t.r, t.c
	s := r.whole(&t.comps[one])
	if r.acts(s) && !r.victims(s) {
		return -1, false
	}
	if c.fem && r.masculine(s) {
		return one, true // واختطفت ثلاثة جنود
	}
	if r.carried(c) && (!canPassive(c) || !c.verb.harm && !r.victims(s)) {
		return one, true
	}
	if !canPassive(c) {
		return -1, c.verb.Class == "CONSULT" && c.verb.Act != "visit" && r.whom(t.b, s)
	}
	t.b.passive = true
	return one, true
}

// neverActive reports whether a verb is told of those who suffer alone: أصيب.
func (r *reader) neverActive(c *cue) bool {
	return strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(r.p.Word(c.first), "و"), "ف"), "اصيب")
}

// whom takes apart the phrase of who met with whom, where no other can be his: after a name
// the title of somebody else («التقى الوزير سالم الأحمر السفير الروسي»).
func (r *reader) whom(b *binding, s span) bool {
	for k := s.first + 1; k < s.last; k++ {
		if r.named(k) || !r.person(k-1) || !phrases.Definite(r.p, k) || !r.officeAt(k) {
			continue
		}
		b.subject = span{s.first, k}
		b.suffer(span{k, s.last})
		b.reach(s)
		return true
	}
	return false
}

// resumes reports whether the pronoun of a verb speaks of the phrase before it, which is no
// subject then: of an indefinite noun that the verb describes («جندي احتجزوه»), and of one
// after a relative pronoun with which the verb does not agree («الجندي الذي احتجزوه»).
func (r *reader) resumes(c *cue, left span) bool {
	if !canPassive(c) || c.first-left.last > 2 {
		return false
	}
	if !r.p.Has(c.first-1, page.Relative) && !r.p.Has(left.last, page.Relative) {
		return r.described(left)
	}
	switch r.p.Word(left.last) {
	case "الذي":
		return c.reading.Pronoun == "ه" && (c.fem || c.count == arabic.Plural)
	case "التي":
		return c.reading.Pronoun == "ها" && c.count == arabic.Plural
	}
	return false
}

// described reports whether a phrase is of people who are not said to be known, so that a verb
// may follow that says who they are: «جندي احتجزوه».
func (r *reader) described(s span) bool {
	h := r.head(s)
	return !s.empty() && !r.named(h) && !phrases.Definite(r.p, h) && (r.personUnit(h) || r.officeAt(h))
}

// masculine reports whether a phrase is of men who are counted, of whom no feminine verb tells
// what they suffered.
func (r *reader) masculine(s span) bool {
	h := r.head(s)
	w := r.p.Word(h)
	if s.last == s.first+1 && r.p.Tokens[h].Kind == arabic.Word && !r.named(h) && r.p.Lex.AccusativeShape(w) {
		return true // ناشطا: an object in any case
	}
	if strings.HasSuffix(r.p.Word(s.first), "ه") && r.number(s.first) && strings.HasSuffix(w, "ين") && !r.named(h) {
		return true // عشرة ناشطين
	}
	return r.personUnit(h) && !r.named(h) && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ات") && !strings.HasSuffix(w, "تان") && !strings.HasSuffix(w, "تين") && r.number(s.first)
}

// oblique reports whether a phrase is headed by a sound plural in ين, which no
// verb's subject can be where it follows the verb.
func (r *reader) oblique(s span) bool {
	h := r.head(s)
	if h != s.first || r.named(h) {
		return false
	}
	w := r.p.Word(h)
	return strings.HasSuffix(w, "ين") && len(w) >= 10 && (r.has(h, sceneCrowd) || r.has(h, sceneForce) || r.p.Is(h, lexicon.UnitWord) || r.p.Is(h, lexicon.NisbaWord))
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
func canPassive(c *cue) bool {
	switch c.verb.Class {
	case "ASSAULT":
		return c.verb.ID != "qatala-iii" // يقاتلون في صفوف الحركة
	case "COERCE", "SANCTION":
		return true
	case "RETREAT":
		return c.verb.Act == "release"
	}
	return false
}

// suffers reports whether the phrase before a verb without an object is the one
// that suffers: «جنديا قتل»، «ستة مدنيين أصيبوا».
func (r *reader) suffers(s span, c *cue) bool {
	if !canPassive(c) || r.instrument(r.head(s)) {
		return false
	}
	return r.victims(s) || r.animate(s) && (!r.acts(s) || c.verb.harm && !phrases.Definite(r.p, r.head(s)))
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
	if h+1 < s.last && r.has(h, sceneForce) && strings.HasSuffix(p.Word(h), "و") {
		return false // مقاتلو الحركة
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
	return r.instrument(h) || r.has(h, sceneForce)
}

// bareSubject is the bare phrase after the verb that is not bound as its object.
func (r *reader) bareSubject(c *cue, comps []complement, b *binding) span {
	if c.count != 0 {
		return span{}
	}
	for n, k := range comps {
		if n > 2 {
			break
		}
		if k.mark != markBare {
			if len(b.recipient) > 0 && r.items(&k)[0] == b.recipient[0] {
				break
			}
			continue
		}
		s := r.whole(&k)
		if r.oblique(s) {
			break
		}
		if s == b.object || s.first >= b.object.first && !b.object.empty() {
			break
		}
		bound := within(b.place, s) || within(b.weapon, s)
		for _, q := range b.recipient {
			bound = bound || within(q, s)
		}
		if !bound {
			return s
		}
		break
	}
	return span{}
}

// within reports whether a phrase begins in another or is the same.
func within(q, s span) bool {
	return q == s || !q.empty() && q.first >= s.first && q.first < s.last
}
