package incidents

// binding is what a frame binds: the complements that fill its slots.
type binding struct {
	subject   span
	recipient []span
	place     span
	weapon    span
	object    span   // a literal that is the verb's object
	literal   bool   // the frame has literal words
	fronted   bool   // the phrase before the verb is its object
	between   []span // the parties of بين … و…
	flank     int    // how many of them are on the first side
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
		if len(b.recipient) == 0 {
			b.recipient = items // which nobody changes
		} else {
			b.recipient = append(b.recipient, items...)
		}
	case "place":
		b.place = items[0]
	case "weapon":
		b.weapon = items[0]
	}
	b.filled++
	b.reach(items[len(items)-1])
}

// suffer binds a phrase beside the verb as one to whom it is done.
func (b *binding) suffer(s span) {
	b.recipient = append(b.recipient, s)
	b.filled++
}

// try binds the slots of f to the complements of c and tells in b what was bound. left is the subject before
// the verb, empty for none.
func (r *reader) try(b *binding, c *cue, f *frame, comps []complement, left span) bool {
	*b = binding{last: c.last}
	t := trial{r: r, c: c, f: f, comps: comps, left: left, b: b}
	for t.k < len(f.slots) {
		if !t.slot(&f.slots[t.k]) {
			return false
		}
		t.k++
	}
	if c.reading.Pronoun != "" && !b.pronoun {
		return false
	}
	if b.subject.empty() && left.empty() && !b.passive {
		b.subject = r.bareSubject(c, comps, b)
	}
	return b.filled > 0 || b.pronoun
}

// trial is a frame being tried on a clause.
type trial struct {
	r     *reader
	c     *cue
	f     *frame
	comps []complement
	left  span
	b     *binding
	k     int // slot in hand
	at    int // first complement that no slot has taken
}

// slot binds one slot, with the literal words that follow it; false where the
// clause does not have it.
func (t *trial) slot(s *slot) bool {
	switch {
	case s.Role == "topic": // what is talked about may be left out
		if n := find(t.comps, t.at, s.mark); n >= 0 {
			t.at = n + 1
		}
		return true
	case s.prep:
		return t.preposition(s.words, s.Role)
	case s.noun():
		return t.words(markBare, s.lit, s.Role)
	case s.mark == markObject:
		return t.object(s.Role)
	}
	if next := t.next(); next != nil && next.noun() {
		t.k++
		return t.words(s.mark, next.lit, next.Role)
	}
	return t.preposition(s.mark, s.Role)
}

// next is the slot after the one in hand, nil for none.
func (t *trial) next() *slot {
	if t.k+1 < len(t.f.slots) {
		return &t.f.slots[t.k+1]
	}
	return nil
}

// preposition binds the complement with the mark. After literal words that say
// enough it may be missing where it is the last: «وقّعت الفصائل اتفاقا».
func (t *trial) preposition(under mark, role string) bool {
	n := find(t.comps, t.at, under)
	if n > 0 && t.b.literal && t.comps[n].weak && t.at > 0 && !t.comps[t.at-1].weak {
		n = -1 // الذي يقوم بزيارة للبلاد، … إلى المنطقة
	}
	if n < 0 {
		return t.b.literal && t.next() == nil && !vague(t.f.slots[0].Words)
	}
	items, flank := t.r.items(&t.comps[n]), 1
	if under == markBayn {
		items, flank = t.r.flanks(t.comps, n)
		if len(items) == 1 && t.c.verb.Class == "ASSAULT" {
			items = append([]span(nil), t.r.split(items[0])...)
		}
	}
	if under == markBayn && role == "recipient" && (len(items) > 1 || t.c.verb.Class == "ASSAULT") {
		t.b.between, t.b.flank = items, flank
		t.b.filled++
		t.b.reach(t.r.whole(&t.comps[n]))
	} else {
		t.b.fill(role, items)
	}
	t.at = n + 1
	return true
}

// words binds literal words under the mark and what is in their genitive: of
// «إلى {مقتل} obj>recipient» the phrase after مقتل.
func (t *trial) words(under mark, words *literal, role string) bool {
	n, after := t.r.findLiteral(t.comps, t.at, under, words)
	if n < 0 {
		return false
	}
	t.b.literal = true
	t.b.object = t.r.whole(&t.comps[n])
	t.b.reach(span{0, after})
	t.b.filled++
	t.at = n + 1
	genitive := under != markBare
	if next := t.next(); role == "content" && next != nil && next.mark == markObject {
		t.k++
		role, genitive = next.Role, true
	}
	switch {
	case role == "content":
	case genitive:
		rest := t.r.rest(t.comps, n, after)
		if rest.empty() {
			return false
		}
		t.b.fill(role, []span{rest})
	default:
		t.b.fill(role, t.r.items(&t.comps[n]))
	}
	return true
}

// object binds the verb's object. An attack's object without a role must be an
// attack: «شن غارات على» and not «شن انتقادات على».
func (t *trial) object(role string) bool {
	n, ok := t.findObject()
	if !ok || n < 0 {
		return ok
	}
	if role == "content" && t.c.verb.Class == "ASSAULT" && !t.r.deedNoun(t.r.head(t.r.whole(&t.comps[n]))) {
		return false
	}
	t.b.fill(role, t.r.items(&t.comps[n]))
	t.at = n + 1
	return true
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

// underMark are the marks that phrases sought under one may have.
func underMark(m mark) markSet {
	switch m {
	case markAla:
		return marks(markAla, markDidd)
	case markIla:
		return marks(markIla, markBitijah)
	}
	return marks(m)
}

// find is the first complement from at on with the mark, -1 for none.
func find(comps []complement, at int, under mark) int {
	for n := at; n < len(comps); n++ {
		if m := comps[n].mark; m == under || under == markAla && m == markDidd || under == markIla && m == markBitijah {
			return n
		}
	}
	return -1
}

// rest is what follows literal words inside their complement, or the bare
// phrase after it: the genitive of «مقتل جنديين».
func (r *reader) rest(comps []complement, n, after int) span {
	s := r.whole(&comps[n])
	if r.harmed(after) { // عن مقتل وإصابة العشرات
		return span{after + 1, r.phrase(after+1, min(r.sent.Last, after+reach), true)}
	}
	if after < s.last {
		if r.has(after, wordNumber|bareQuantifier) { // عن مقتل أكثر من عشرين، عن مقتل 12 من الجنود
			return span{after, max(s.last, r.phrase(after, min(r.sent.Last, after+reach), true))}
		}
		return span{after, s.last}
	}
	if n+1 == len(comps) || int(comps[n+1].at) > after+1 {
		return span{}
	}
	switch next := &comps[n+1]; next.mark {
	case markBare, markMin, markBayn, markLi:
		return r.whole(next)
	}
	return span{}
}
