package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// verb reads a deed told by a finite verb, with its own object or with the noun
// of a light verb. It may tell one (verbTells).
func (r *reader) verb(c *cue, d *deed) bool {
	comps, end := r.clause(c.last)
	left, relative := r.left(c)
	if relative && !left.empty() && (r.has(r.head(left), wordDeedNoun) || r.used[r.head(left)]) && !r.named(r.head(left)) && r.has(c.first, wordOccurs) {
		return false // النزاع المسلح الذي اندلع: the noun tells it
	}
	if !relative {
		left = r.ownLeft(c, left)
	}
	best, frame := r.best(c, comps, left)
	if c.verb.ID == "wasala-at" && (frame == nil || best.place.empty() || !r.located(best.place)) {
		return false // with no preposition one arrives in a place by its name: وصل دمشق
	}
	if frame == nil {
		return r.bareVerb(c, d, left, relative, comps, end)
	}
	r.draft(d, c, frame.act)
	if r.otherwise(d, best, left) {
		return false
	}
	if takes(c.verb.ID) && !best.place.empty() && len(best.recipient) == 0 && !r.located(best.place) && !r.area(best.place.first) && r.thing(best.place) && !r.rank(best.place.first) {
		best.recipient, best.place = []span{best.place}, span{} // سيطرت الحركة على ثلاثة معسكرات
	}
	if c.verb.ID == "aqdama" || c.verb.ID == "shanna" && d.kind == "ASSAULT" && best.literal {
		d.mode = r.actOf(best.object) // أقدم مسلحون على خطف
	}
	d.finite, d.relative = true, relative
	d.bind(best)
	d.first, d.last = c.first, max(best.last, end)
	if !left.empty() && c.first-left.last < 6 {
		d.first = left.first
	}
	d.recalled = best.literal && d.kind == "CONSULT" && r.recalls(best.object.first)
	r.verbParties(d, best, left, comps)
	r.circumstances(d, comps, best.place, best.weapon)
	d.troops()
	r.protest(d)
	r.modality(d, c)
	return r.verbHolds(d)
}

// ownLeft is the phrase before a verb in no relative clause so far as it is the verb's: none
// where it belongs to the verb before it or is the town of the agency, and the one whom the
// verb describes and takes up with its pronoun.
func (r *reader) ownLeft(c *cue, left span) span {
	if results(c.verb.ID) && left.first > r.sent.First && r.verbal(left.first-1) {
		left = span{} // اجتمع الطرفان بعد حرب أودت بالمئات: the subject of the verb before it
	}
	if !left.empty() && left.first == r.sent.First && r.dateline(left) {
		left = span{}
	}
	if left.first > r.sent.First {
		if v, _, ok := r.occurs(left.first - 1); ok && v.ID == "occurs-shahida" {
			left = span{} // شهدت المدينة هجمات استهدفت: where it was
		}
	}
	if c.reading.Pronoun != "" && c.reading.Conj == 0 && c.tense == arabic.Past && canPassive(c) {
		k := c.first
		for k > r.sent.First && r.has(k-1, wordWas) {
			k--
		}
		if a := r.antecedent(k); r.described(a) {
			left = a // أفرجت عن جندي احتجزته
		}
	}
	return left
}

// otherwise reports whether those whom the frame binds show that the verb means something else
// than its deed: nobody marches into what is no place, nor takes a rank by force.
func (r *reader) otherwise(d *deed, b *binding, left span) bool {
	id := d.cue.verb.ID
	switch {
	case d.kind == "ASSAULT" && !results(id) && (r.ofAnother(left) || r.ofAnother(b.subject)):
		return true // طالت العقوبات قادة الحركة
	case id == "dakhala-in" && !(r.located(b.place) && (r.marches(b.subject) || r.marches(left))):
		return true // دخلت القوات طرفا، دخل الوفد المدينة
	case b.place.empty():
		return false
	case retakes(id) && !b.literal && !r.ground(b.place):
		return true // استعاد الصحافي حريته من خاطفيه
	case d.kind == "RETREAT" && r.deedNoun(r.head(b.place)) && !r.named(r.head(b.place)):
		return true // بدأت الحركة الانسحاب من المحادثات: no ground is left
	case d.mode == "withdraw" && !r.ground(b.place) && !r.troops(b.subject) && !r.troops(left):
		return true // انسحب الحزب من السباق
	}
	// احتل الفريق المركز الأول
	return takes(id) && r.rank(b.place.first) && !r.located(b.place) && r.p.Tokens[d.cue.first].Kind == arabic.Word && r.ordinalAfter(b.place.first)
}

// bind takes over how the frame of a verb tells the deed: with its noun, in the passive, with a
// pronoun.
func (d *deed) bind(b *binding) {
	d.literal, d.object, d.passive, d.pronoun = b.literal, b.object, b.passive, b.pronoun
	switch {
	case b.passive:
		d.rule = "incidents.passive"
	case b.literal:
		d.rule = "incidents.light"
	default:
		d.rule = "incidents.verb"
	}
}

// recalls reports whether token i is a meeting told before: «عقد اللقاء في عدن».
func (r *reader) recalls(i int) bool {
	switch r.p.Word(i) {
	case "اللقاء", "الاجتماع":
		return true
	}
	return false
}

// troops reports whether a phrase is of those who hold ground and leave it.
func (r *reader) troops(s span) bool {
	return !s.empty() && r.has(r.head(s), sceneForce) && !r.named(r.head(s))
}

// actOf is the mode of the event noun that a phrase is headed by, "" for none.
func (r *reader) actOf(s span) string {
	if s.empty() {
		return ""
	}
	_, n, ok := r.p.Find(r.head(s), lexicon.DeedWord, func(_ lexicon.Reading, n lexicon.Sense) bool { return n.Tense == arabic.Masdar })
	if !ok {
		return ""
	}
	return r.grammar[n.Entry].Act
}

// dateline reports whether a phrase at the head of a sentence is the town that an agency
// reports from: «عدن (وكالة) قتل جنديان».
func (r *reader) dateline(s span) bool {
	m := r.p.Mention(s.first)
	if m == nil || m.Type != fact.Location {
		return false
	}
	for k := s.first + 1; k < s.last+2; k++ {
		if r.p.Word(k) == "(" {
			return true
		}
	}
	return false
}

// best is the frame that binds most: one with literal words before one without.
func (r *reader) best(c *cue, comps []complement, left span) (best *binding, bound *frame) {
	b := &r.bindings[0]
	best = &r.bindings[1]
	frames, heads := c.verb.frames, r.headsIn(comps)
	for k := range frames {
		f := &frames[k]
		if f.heads&^heads != 0 {
			continue
		}
		if r.try(b, c, f, comps, left) && (bound == nil || b.literal && !best.literal || b.literal == best.literal && b.filled > best.filled) {
			best, b, bound = b, best, f
		}
	}
	return best, bound
}

// verbParties sets who did it and to whom.
func (r *reader) verbParties(d *deed, b *binding, left span, comps []complement) {
	subject := b.subject
	if !left.empty() && !b.passive && !b.fronted && (!b.pronoun || b.subject.empty()) {
		subject = left
	}
	if fell(d.cue.verb.ID) && len(b.recipient) == 1 {
		switch counted := r.has(b.recipient[0].first, wordNumber|bareQuantifier); {
		case counted: // سقط أربعون قتيلا
			subject = span{}
		case !subject.empty() && b.literal: // العشرات سقطوا قتلى
			b.recipient = nil
		}
	}
	switch {
	case subject.empty():
	case fell(d.cue.verb.ID): // تعرضت المدينة لقصف
		d.last = max(d.last, subject.last)
		r.addRecipient(d, subject)
	default:
		d.last = max(d.last, subject.last)
		r.actors(d, subject)
		r.scenePlace(d)
	}
	if len(b.between) > 0 {
		r.between(d, b.between, max(b.flank, 1))
	} else if parts := r.partsOf(comps, true); b.literal && d.kind == "CONSULT" && len(b.recipient) == 0 && (len(parts) > 1 || len(parts) == 1 && r.group(parts[0], r.bare(parts[0].first))) {
		d.actor = nil // بدأت المحادثات بين …: whoever began them, they meet
		r.between(d, parts, 1)
	}
	for _, s := range b.recipient {
		r.addRecipient(d, s)
	}
	if b.literal && len(b.recipient) == 0 && (d.kind == "AGREE" || d.kind == "CONSULT") {
		if n := find(comps, 0, markMaa); n >= 0 && !comps[n].weak && int(comps[n].at) < b.object.first { // وقعت قطر مع تركيا اتفاقا
			for _, s := range r.items(&comps[n]) {
				r.addRecipient(d, s)
			}
		}
	}
	if b.literal && len(d.actor) == 0 && r.crowd(b.object) { // خرج متظاهرون إلى الشوارع
		r.actors(d, b.object)
	}
	switch {
	case fell(d.cue.verb.ID): // who سقط قتيلا suffered
		r.agent(d, comps)
		if len(d.actor) == 0 && d.cue.verb.ID == "ta-arrada" {
			r.dealt(d, b, comps)
		}
	case b.passive:
		r.agent(d, comps)
		if len(d.actor) == 0 {
			r.striker(d, comps)
		}
	case len(d.actor) == 0 && !d.byEvent && !results(d.cue.verb.ID):
		d.actor = r.carry(&d.cue)
	}
}

// fell reports whether the subject of an entry is the one that suffers.
func fell(id string) bool {
	switch id {
	case "saqata", "laqiya", "ustushhida", "ta-arrada", "waqa-a-kamin", "naja", "bata-under", "asbaha-under":
		return true
	}
	return false
}

// rank reports whether token i is of a place in a list, which nobody takes by force:
// «احتل المركز الثاني».
func (r *reader) rank(i int) bool {
	switch stem(r.bare(i)) {
	case "مركز", "مرتب", "مرتبه", "مكان", "مكانه", "صدار", "صداره", "ترتيب", "حيز", "موقع":
		return r.p.Mention(i) == nil
	}
	return false
}

// takes reports whether an entry is the taking of what stands after على.
func takes(id string) bool { return id == "saytara" || id == "istawla" || id == "ihtalla" }

// dealt finds who dealt the stroke that one is told to have suffered: by its adjective
// («تعرضت المدينة لهجوم قمري»), or after من («لإطلاق نار من الجيش»), or as who dealt it («لهجوم شنه مسلحون»).
func (r *reader) dealt(d *deed, b *binding, comps []complement) {
	for k := b.object.first; k < b.object.last; k++ {
		if st := r.nisba(k); st >= 0 && !r.named(k) {
			d.actor = append(d.actor, r.state(st, k))
			return
		}
	}
	for k := b.object.first + 1; k <= b.object.last; k++ {
		if _, itself, ok := r.occurs(k); !ok || !itself {
			continue
		}
		if by := r.complements(k + 1); len(by) > 0 && by[0].mark == markBare { // لهجوم شنه مسلحون
			r.actors(d, r.whole(&by[0]))
			return
		}
	}
	for n := range comps {
		if s := r.items(&comps[n])[0]; comps[n].mark == markMin && s.first >= b.object.first && s.first <= b.object.last+1 && r.acts(s) {
			r.actors(d, s)
			return
		}
	}
}

// results reports whether the subject of an entry is what happened and no one who did
// it: «حرب أودت بحياة المئات». It goes on with no subject of another verb.
func results(id string) bool {
	switch id {
	case "asfara", "adda-ila", "awda", "awqa-a", "khallafa-deed", "tasabbaba-deed":
		return true
	}
	return false
}

// scenePlace makes the subject of «شهدت المدينة معارك» the place of the deed.
func (r *reader) scenePlace(d *deed) {
	if d.cue.verb.Past != "شهد" {
		return
	}
	for _, q := range d.actor {
		if q.kind == fact.Location {
			d.place, d.placed = q.name, true
		}
		d.odd = d.odd || q.kind == fact.Person
	}
	d.actor = nil
}

// bareVerb accepts a verb of which the subject alone tells the deed: «انسحبت
// القوات»، «اجتمع الوزراء»، «انفجرت عبوة».
func (r *reader) bareVerb(c *cue, d *deed, left span, relative bool, comps []complement, end int) bool {
	if c.verb.takes {
		return false
	}
	s := left
	if s.empty() && len(comps) > 0 && comps[0].mark == markBare && c.count == 0 {
		s = r.whole(&comps[0])
	}
	if s.empty() {
		return false
	}
	r.draft(d, c, "")
	d.finite = true
	d.rule = "incidents.verb"
	d.first, d.last = min(c.first, s.first), max(c.last, s.last, end)
	r.actors(d, s)
	d.bare, d.relative = true, relative
	r.circumstances(d, comps, span{}, span{})
	r.protest(d)
	r.modality(d, c)
	return r.verbHolds(d)
}

// antecedent is the phrase that the relative pronoun at token k speaks of.
func (r *reader) antecedent(k int) span {
	p := r.p
	end := k
	if end > r.sent.First && (p.Word(end-1) == "،" || p.Word(end-1) == ",") {
		end--
	}
	start := end
	for start > r.sent.First && end-start < 10 {
		j := start - 1
		if p.Mark(j) || p.Has(j, page.Adverb) || r.breaks(j) || r.verbal(j) {
			break
		}
		if r.has(j, wordPrep) && !r.named(j) {
			break
		}
		start = j
		if (r.joined(j) || r.attached(j) != markBare) && !(r.number(j) && r.number(j-1)) {
			break
		}
	}
	for start < end-1 && !r.named(start) && !phrases.Definite(p, start) && r.has(start, wordOccurs|wordMasdar|wordDeedNoun) && r.officeAt(start+1) {
		start++ // عقد رئيس الوزراء، الذي: the verb is no part of it
	}
	switch p.Word(k) {
	case "الذين", "اللذين", "اللذان":
		k := end - 1
		for k > start && (k == end-1 || r.menHere(k)) && r.menHere(k-1) {
			k--
		}
		if r.menHere(k) {
			start = k // أسماء المسؤولين الذين: it is they of whom the clause tells
		}
	}
	return span{start, end}
}

// menHere reports whether token k, no name, is a plural of men with the article.
func (r *reader) menHere(k int) bool {
	w := r.p.Word(k)
	return !r.named(k) && phrases.Definite(r.p, k) && (strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "ون"))
}

// carried reports whether the verb goes on with the subject of one before it.
func (r *reader) carried(c *cue) bool { return len(r.prev) > 0 }

// carry is the subject that a verb without its own goes on with: that of the
// deed before it in the sentence.
func (r *reader) carry(c *cue) []party {
	if pronominalSubject(r.p.Word(c.first - 1)) {
		if at := r.held[c.first]; at > 0 {
			if st := &r.p.Reading.Statements[at-1]; st.Name != "" && st.Kind != "unnamed" {
				return []party{{name: st.Name, animate: true}}
			}
		}
	}
	if len(r.prev) == 0 && (r.p.Word(c.first-1) == "وقد" || r.p.Word(c.first-1) == "حيث") && c.tense == arabic.Past && (!canPassive(c) || takes(c.verb.ID)) {
		return r.clauseSubject(c.first) // تنشط الحركة في الجبل وقد سيطرت على
	}
	return r.prev
}
