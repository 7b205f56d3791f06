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
	if results(c.verb.ID) && !relative && left.first > r.sent.First && r.verbal(left.first-1) {
		left = span{} // اجتمع الطرفان بعد حرب أودت بالمئات: the subject of the verb before it
	}
	if !relative && !left.empty() && left.first == r.sent.First && r.dateline(left) {
		left = span{}
	}
	if !relative && left.first > r.sent.First {
		if v, _, ok := r.occurs(left.first - 1); ok && v.ID == "occurs-shahida" {
			left = span{} // شهدت المدينة هجمات استهدفت: where it was
		}
	}
	if c.reading.Pronoun != "" && !relative && c.reading.Conj == 0 && c.tense == arabic.Past && canPassive(c) {
		k := c.first
		for k > r.sent.First && r.has(k-1, wordWas) {
			k--
		}
		if a := r.antecedent(k); r.described(a) {
			left = a // أفرجت عن جندي احتجزته
		}
	}
	best, frame := r.best(c, comps, left)
	if c.verb.ID == "wasala-at" && (frame == nil || best.place.empty() || !r.located(best.place)) {
		return false // with no preposition one arrives in a place by its name: وصل دمشق
	}
	if frame == nil {
		return r.bareVerb(c, d, left, relative, comps, end)
	}
	r.draft(d, c, frame.act)
	if d.kind == "ASSAULT" && !results(c.verb.ID) && (r.ofAnother(left) || r.ofAnother(best.subject)) {
		return false // طالت العقوبات قادة الحركة
	}
	if c.verb.ID == "dakhala-in" && !(r.located(best.place) && (r.marches(best.subject) || r.marches(left))) {
		return false // دخلت القوات طرفا، دخل الوفد المدينة
	}
	if retakes(c.verb.ID) && !best.literal && !best.place.empty() && !r.located(best.place) && !r.area(r.head(best.place)) && !r.thing(best.place) {
		return false // استعاد الصحافي حريته من خاطفيه
	}
	if d.kind == "RETREAT" && !best.place.empty() && r.deedNoun(r.head(best.place)) && !r.named(r.head(best.place)) {
		return false // بدأت الحركة الانسحاب من المحادثات: no ground is left
	}
	if d.mode == "withdraw" && !best.place.empty() && !r.located(best.place) && !r.area(r.head(best.place)) && !r.thing(best.place) && !r.troops(best.subject) && !r.troops(left) {
		return false // انسحب الحزب من السباق
	}
	if takes(c.verb.ID) && !best.place.empty() && r.rank(best.place.first) && !r.located(best.place) && r.p.Tokens[c.first].Kind == arabic.Word && r.ordinalAfter(best.place.first) {
		return false // احتل الفريق المركز الأول
	}
	if takes(c.verb.ID) && !best.place.empty() && len(best.recipient) == 0 && !r.located(best.place) && !r.area(best.place.first) && r.thing(best.place) && !r.rank(best.place.first) {
		best.recipient, best.place = []span{best.place}, span{} // سيطرت الحركة على ثلاثة معسكرات
	}
	if c.verb.ID == "aqdama" || c.verb.ID == "shanna" && d.kind == "ASSAULT" && best.literal {
		d.mode = r.actOf(best.object) // أقدم مسلحون على خطف
	}
	d.finite, d.relative = true, relative
	d.literal, d.object, d.passive, d.pronoun = best.literal, best.object, best.passive, best.pronoun
	switch {
	case best.passive:
		d.rule = "incidents.passive"
	case best.literal:
		d.rule = "incidents.light"
	default:
		d.rule = "incidents.verb"
	}
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

// verbTells reports whether a verb may tell a deed where it stands: of what it
// needs, what is soon told is asked first.
func (r *reader) verbTells(c *cue) bool {
	light := r.needsLiteral(c)
	return c.verbForm() && !(light && !r.mayHaveLiteral(c)) && r.verbHere(c) && !(light && !r.hasLiteral(c))
}

// verbForm reports whether the form can be a finite verb that tells of others.
func (c *cue) verbForm() bool {
	rd := c.reading
	if rd.Undet || rd.Prep != 0 && rd.Prep != 's' && rd.Prep != 'l' {
		return false
	}
	if c.person == 1 && c.count == arabic.Singular || rd.Pronoun == "ي" || rd.Pronoun == "ك" {
		return false
	}
	return c.tense == arabic.Past || rd.Prep != 0 || c.person == 3 || c.person == 0
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

// verbHere reports whether the form can be a finite verb where it stands: after a
// preposition it is a noun («أمام بحث القضايا»), and a jussive follows its particle.
func (r *reader) verbHere(c *cue) bool {
	p := r.p
	if p.Word(c.first) == "فجرا" && (c.last >= r.sent.Last || p.Mark(c.last) || r.has(c.last, wordPrep)) {
		return false // at dawn, and not «فجرا نفسيهما»
	}
	if c.first == r.sent.First {
		if r.has(c.last, wordNisba) && (r.has(c.last+1, wordOccurs) || r.verbal(c.last+1)) && r.homograph(c) {
			return false // قصف قمري يستهدف القرية: a noun
		}
		return c.tense != arabic.Jussive
	}
	w := p.Word(c.first - 1)
	if c.tense == arabic.Jussive {
		return w == "لم" || w == "ولم" || w == "لا" || w == "فلم" || c.reading.Prep == 'l' || w == "ان" && p.Word(c.first-2) == "قبل"
	}
	if r.named(c.first-1) || r.dated(c.first-1) {
		return c.reading.Conj != 0 || !r.homograph(c) || !r.governedLeft(c)
	}
	if c.reading.Conj == 0 {
		if r.has(c.first, sceneComing) && c.first-2 >= r.sent.First && r.has(c.first-2, wordPrep) {
			return false // في وقت لاحق: an adjective
		}
		if r.has(c.first-1, wordPrep) && w != "بعد" {
			return false
		}
		if r.attached(c.first-1) != markBare && r.deedNoun(c.first-1) {
			return false
		}
	}
	return !r.homograph(c) || r.predicate(c) && !r.announced(c)
}

// announced reports whether a form that may be verb or noun stands after an aside of
// commas and is what the verb before that announces: «أعلن الجيش، أمس، قتل مسلحين».
func (r *reader) announced(c *cue) bool {
	if c.reading.Conj != 0 || r.p.Word(c.first-1) != "،" {
		return false
	}
	k := r.occursBefore(c.first)
	if k < 0 {
		return false
	}
	v, _, _ := r.occurs(k)
	return v.Mode == "decides"
}

// homograph reports whether a past of the verb is written like its verbal noun:
// قتل، خطف، قصف.
func (r *reader) homograph(c *cue) bool {
	if c.tense != arabic.Past || c.reading.Pronoun != "" {
		return false
	}
	for _, s := range c.reading.Own() {
		if s.Kind == lexicon.DeedWord && (s.Tense == arabic.Masdar || s.Tense == arabic.Participle) || s.Kind == lexicon.Common && (s.Entry == 'n' || s.Entry == 'a') || s.Kind == lexicon.SceneWord && s.Tense == arabic.NoTense {
			return true
		}
	}
	return false
}

// predicate reports whether a form that may be verb or noun opens a clause or
// follows a subject, and so is the verb: «قتل جنديان»، «جنديا قتل», but not «جريمة قتل»،
// «يجب خطف»، «تعذيب وقتل».
func (r *reader) predicate(c *cue) bool {
	p := r.p
	k := c.first - 1
	if c.reading.Conj != 0 {
		for j := k; j >= r.sent.First && j > k-10; j-- {
			if p.Mark(j) && p.Word(j) != "،" && p.Tokens[j].Kind != arabic.Quote {
				break
			}
			if !r.named(j) && r.verbal(j) {
				break
			}
			if !r.named(j) && !r.dated(j) && r.masdar(j) {
				return false
			}
		}
		return true
	}
	for k > r.sent.First && p.Tokens[k].Kind == arabic.Quote {
		k--
	}
	if first := r.sent.First; k > first && c.verb.Class == "ASSAULT" && phrases.Definite(p, k) {
		for first < c.first && r.has(first, wordPrep) && !r.named(first) {
			first = r.phrase(first+1, c.first, false)
		}
		if first == c.first {
			return true // على الصعيد الميداني في الجبل هاجم مسلحون
		}
	}
	w := p.Word(k)
	if w == "ان" && k > r.sent.First { // a past does not follow أن: it is إن with a noun
		return p.Word(k-1) == "بعد" || p.Word(k-1) == "منذ"
	}
	if p.Mark(k) || r.breaks(k) || p.Has(k, page.Adverb) || w == "قد" || k == r.sent.First && strings.HasSuffix(w, "يا") && !r.named(k) || strings.HasPrefix(w, "و") && len(w) <= 6 {
		return true
	}
	if r.unreal(k) || r.masdar(k) || r.verbal(k) {
		return false
	}
	if r.governedLeft(c) {
		return false
	}
	left, _ := r.left(c)
	return !left.empty() && c.first-left.last < 2 && (r.animate(left) || r.instrument(r.head(left)) || r.victims(left))
}

// governedLeft reports whether what stands before a form that may be verb or noun is the
// subject of a verb before it: «أكدت البعثة تعرض القوات لهجوم».
func (r *reader) governedLeft(c *cue) bool {
	left, _ := r.left(c)
	return !left.empty() && left.first > r.sent.First && r.verbal(left.first-1)
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
	return span{start, end}
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
