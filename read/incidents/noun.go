package incidents

import (
	"strings"

	"mahdar/fact"
	"mahdar/read/phrases"
)

// nounHere reports whether an event noun may tell a deed where it stands.
func (r *reader) nounHere(c *cue) bool {
	if r.p.Word(c.first) == "مواجهه" && r.p.Word(c.first-1) == "في" && !r.has(c.last, wordOccurs) && (r.named(c.last) || phrases.Definite(r.p, c.last)) {
		return false // في مواجهة الأزمة: a preposition
	}
	if c.verb.ID == "ittisal" && r.p.Word(c.first-1) == "علي" {
		return false // على اتصال بالحركة: a link that stands
	}
	return c.reading.Prep != 'k' && !(r.lightMasdar(c) && !(r.mayHaveLiteral(c) && r.hasLiteral(c))) && !r.inName(c)
}

// lightMasdar reports whether an event noun is the masdar of a light verb.
func (r *reader) lightMasdar(c *cue) bool { return c.verb.light }

// noun reads a deed told by an event noun that may tell one (nounHere).
func (r *reader) noun(c *cue, d *deed) bool {
	ev := &r.ev
	next := r.adjoined(c, ev)
	light := r.lightMasdar(c)
	if !light && r.alone(c, ev) {
		r.nouns = append(r.nouns, nominal{cue: *c, kind: c.verb.Class, phrase: ev.phrase.last, clause: next, end: -1})
		return false
	}
	r.around(c, ev, next)
	if light {
		return r.lightNoun(c, ev, d)
	}
	r.draft(d, c, "")
	d.rule = "incidents.noun"
	d.first, d.last = c.first, max(ev.phrase.last, ev.end)
	d.occurs, d.told, d.attempt = ev.occurs, ev.told, ev.attempt
	if ev.start >= 0 {
		d.first = ev.start
	}
	if round, told := r.round(c, ev); told {
		return false
	} else if round {
		r.atRound(d, ev)
	}
	f := r.nounFrame(c, ev, d)
	d.frameless = f == nil
	if f != nil && f.act != "" {
		d.kind, d.mode = f.act, ""
	}
	if !r.nounParties(d, c, ev) {
		return false
	}
	if !ev.occurs && (len(d.actor)+len(d.recipient) == 0 && !d.pronoun && r.needsMore(c, d.kind, d.mode) || d.oneSided()) {
		r.noted(d, ev)
		return false
	}
	r.circumstances(d, ev.comps, span{}, span{})
	if ev.start >= 0 && !d.placed && d.mode != "visit" {
		r.placeBefore(d, ev.start+1, c.first)
	}
	if len(d.actor) == 0 && (d.kind == "ASSAULT" || d.kind == "COERCE") {
		r.accused(d)
	}
	r.meets(d, ev)
	d.troops()
	r.protest(d)
	r.coloured(d, ev)
	n := r.noted(d, ev)
	if !r.nounHolds(d, c, ev) || r.onTable(d) {
		return false
	}
	r.nounModality(d, n)
	return true
}

// accused takes him for the doer who is accused of the deed: «اتهمت الحكومة الحركة بقصف
// القرية».
func (r *reader) accused(d *deed) {
	if st := r.accusation(d.cue.first); st != nil && st.Target != "" {
		d.actor = append(d.actor, party{name: st.Target, animate: true})
	}
}

// atRound makes a deed of «جولة» one of talks. Who announces that they begin need not be there:
// «أعلن الوزير انطلاق الجولة الثالثة».
func (r *reader) atRound(d *deed, ev *event) {
	d.mode = ""
	if v, _, ok := r.occurs(max(ev.start, 0)); ok && ev.start >= 0 && v.Mode == "decides" {
		ev.doer = span{}
	}
}

// round reports whether «جولة» is one of talks and no journey: it has a number («الجولة
// التاسعة»)، or what it is of is talking, which then tells the meeting («جولة جديدة من
// المفاوضات»).
func (r *reader) round(c *cue, ev *event) (round, told bool) {
	if c.verb.ID != "jawla" || c.reading.Pronoun != "" || !ev.genitive.empty() {
		return false, false
	}
	for k := c.last; k < min(r.sent.Last, c.last+4) && !r.p.Mark(k); k++ {
		if _, ok := r.p.OrdinalAt(k); ok {
			round = true
		}
		if r.p.Word(k) == "من" {
			k++
		} else if r.attached(k) != markLi {
			continue
		}
		if r.deedNoun(k) && !r.named(k) {
			return true, true
		}
		break
	}
	return round, false
}

// alone reports whether nothing stands around an event noun that could tell who did
// the deed, to whom, or that it took place, where the deed is none without: «المحادثات»
// by itself. It is asked before the clause is read.
func (r *reader) alone(c *cue, ev *event) bool {
	g := c.verb
	if !ev.genitive.empty() || len(ev.states) > 0 || ev.occurs || c.reading.Pronoun != "" || c.last >= r.sent.Last {
		return false
	}
	if r.has(c.first-1, wordRealised) || r.imposed(c) {
		return false
	}
	const attached = withBa | withLam // which a name may have without its bits
	if telling := g.marks | wordOccurs | bareAgent; g.open || (r.union[c.last]|attached)&telling != 0 {
		for k, lim := c.last, r.surely(c.last); k < lim; k++ {
			if b := r.bits[k]; b&telling != 0 || b&wordNamed != 0 && telling&attached != 0 || g.open && r.rootIn(k, g.begin) {
				return false
			}
		}
	}
	return r.needsMore(c, c.verb.Class, c.verb.Act) && r.occursBefore(c.first) < 0
}

// oneSided reports whether a deed of two sides, meeting or working together, has one at
// most, and can get no second: the subject of its clause is one.
func (d *deed) oneSided() bool {
	if d.kind != "COOPERATE" && (d.kind != "CONSULT" || d.mode == "visit") {
		return false
	}
	return animate(d.recipient) == 0 && animate(d.actor) < 2
}

// needsMore reports whether a deed that nobody is told of, nor that it took place, is
// none, whatever else the clause tells.
func (r *reader) needsMore(c *cue, kind, mode string) bool {
	switch kind {
	case "PROTEST":
		return false // against whom, what follows tells
	case "ASSAULT":
		return c.reading.Det // an attack is told by its place and weapon, too
	case "CONSULT":
		return mode != "visit" || c.reading.Det
	case "AGREE", "RETREAT":
		return !r.has(c.first-1, wordOccurs) // تم الاتفاق
	}
	return true
}

// coloured notes adjectives that make the noun something else: a press
// conference, an attack in words.
func (r *reader) coloured(d *deed, ev *event) {
	for k := d.cue.last; k < ev.phrase.last; k++ {
		d.press = d.press || r.has(k, wordPress)
		d.figure = d.figure || r.has(k, sceneFigure)
	}
}

// nounParties sets who did it and to whom: by the genitive, adjectives of states, a
// relative verb, the verb that governs the noun, an agent. It reports false where the
// genitive shows that the noun means something else.
func (r *reader) nounParties(d *deed, c *cue, ev *event) bool {
	if !ev.genitive.empty() && !r.ofDoer(d, c, ev) && !r.genitiveRole(d, c, ev) {
		return false
	}
	for _, s := range ev.states {
		if war(c.verb.ID) && !d.bound { // الحرب البوسنية: where, not who
			d.place, d.placed = s.name, true
			continue
		}
		d.actor = append(d.actor, s)
	}
	if !ev.subject.empty() {
		r.actors(d, ev.subject)
		d.last = max(d.last, ev.subject.last)
		d.rule = "incidents.noun-relative"
	}
	if !ev.object.empty() {
		if ev.gathers && d.kind == "CONSULT" {
			r.actors(d, ev.object)
		} else {
			r.addRecipient(d, ev.object)
		}
		d.last = max(d.last, ev.object.last)
		d.rule = "incidents.noun-relative"
	}
	if c.reading.Pronoun != "" {
		d.pronoun = true
		if len(d.actor) == 0 {
			d.actor = r.carry(c)
		}
	}
	if len(d.actor) == 0 && !ev.doer.empty() {
		r.actors(d, ev.doer)
		d.first = min(d.first, ev.doer.first)
	}
	if len(d.actor) == 0 {
		r.agent(d, ev.comps)
	}
	return true
}

// ofDoer reads a noun of force with its doer for genitive and who suffers after ل:
// «قمع الشرطة للمتظاهرين»، «قصف الجيش للمدينة», or for object: «قصف الجيش المدينة».
func (r *reader) ofDoer(d *deed, c *cue, ev *event) bool {
	if d.kind != "ASSAULT" && d.kind != "COERCE" || len(ev.comps) == 0 || ev.comps[0].mark != markLi && (ev.comps[0].mark != markBare || ev.comps[0].weak || c.verb.genitive == "place") || int(ev.comps[0].at) != ev.genitive.last || r.victimOf(c.first) {
		return false
	}
	q, ok := r.party(ev.genitive)
	if !ok || !q.animate || !q.force && q.country == "" && q.kind != fact.Organisation || q.kind == "" && !phrases.Definite(r.p, q.first) {
		return false
	}
	items := r.items(&ev.comps[0])
	o, ok := r.party(items[0])
	if !ok || !o.animate && !o.thing && !r.deedNoun(items[0].first) && q.kind != fact.Location || o.kind == "" && !strings.HasPrefix(r.bare(items[0].first), "ال") && !r.located(items[0]) {
		return false
	}
	d.actor = append(d.actor, q)
	d.recipient = d.recipient[:0]
	for _, it := range items {
		r.addRecipient(d, it)
	}
	d.last = max(d.last, items[len(items)-1].last)
	d.bound = true
	return true
}

// genitiveRole puts the noun's genitive in its role.
func (r *reader) genitiveRole(d *deed, c *cue, ev *event) bool {
	if c.verb.ID == "jawla" && r.deedNoun(r.head(ev.genitive)) && !r.named(r.head(ev.genitive)) {
		d.mode = "" // جولة المحادثات is no journey
		return true
	}
	if d.kind == "AGREE" && c.verb.genitive == "topic" && r.signers(d, ev) {
		return true
	}
	withdrawal := d.mode == "withdraw"
	if withdrawal && r.delegation(ev.genitive) {
		return r.roleOf(d, c, ev) != "recipient" // who leaves talks withdraws no troops
	}
	switch r.roleOf(d, c, ev) {
	case "recipient":
		if c.verb.Act == "explosives" && r.explosive(ev.genitive) {
			r.arm(d, ev.genitive) // انفجار سيارة مفخخة
		} else if withdrawal {
			r.actors(d, ev.genitive)
		} else if d.kind == "CONSULT" && d.mode != "visit" && r.town(ev.genitive) {
			r.setPlace(d, ev.genitive)
		} else if d.kind == "ASSAULT" && c.verb.Past != "" && r.deedNoun(r.head(ev.genitive)) && !r.has(r.head(ev.genitive), sceneForce) {
			return false // شن غارات: they tell it
		} else {
			r.addRecipient(d, ev.genitive)
		}
	case "place":
		if at := r.taken(ev); !at.empty() { // استعادة الجيش مدينة عدن
			r.actors(d, ev.genitive)
			r.setPlace(d, at)
			d.last = max(d.last, at.last)
			return true
		}
		if !r.located(ev.genitive) && !r.area(r.head(ev.genitive)) {
			if h := r.head(ev.genitive); c.verb.ID != "tahrir" || !r.has(h, sceneCrowd|wordPerson) || r.named(h) {
				return false // تحرير الرهائن is no capture
			}
			d.kind, d.mode, d.recipient = "RETREAT", "release", d.recipient[:0] // تحرير ثلاثة رهائن من مدرسة
			r.addRecipient(d, ev.genitive)
			return true
		}
		r.setPlace(d, ev.genitive)
	case "actor":
		if (d.kind == "CONSULT" || d.kind == "AGREE") && r.town(ev.genitive) || war(c.verb.ID) && r.located(ev.genitive) {
			r.setPlace(d, ev.genitive)
		} else if d.kind == "CONSULT" && d.mode == "" && !d.bound && r.stateAlone(ev.genitive) {
			return true // محادثات السودان: what they are about, or where they are
		} else {
			r.actors(d, ev.genitive)
			if d.mode == "visit" && d.odd && len(d.actor) == 0 {
				return false // وصول المساعدات: whoever tells of it did not come
			}
		}
	}
	return true
}

// stateAlone reports whether a phrase is the name of a state and of nobody else.
func (r *reader) stateAlone(s span) bool {
	m := r.p.Mention(s.first)
	if m == nil || m.Type != fact.Location || s.last <= r.sent.First || r.p.Mention(s.last-1) != m {
		return false
	}
	a := r.p.Actor(m.Actor)
	return a != nil && a.Kind == "state"
}

// signers reads those who sign or conclude as the genitive of the noun of doing so, with what
// they sign after them: «توقيع الحكومة والحركة اتفاقا».
func (r *reader) signers(d *deed, ev *event) bool {
	if len(ev.comps) == 0 || int(ev.comps[0].at) != ev.genitive.last || ev.comps[0].weak || !r.animate(ev.genitive) {
		return false
	}
	what := &ev.comps[0]
	if s := r.items(what)[0]; what.mark != markBare && what.mark != markAla || !r.deedNoun(s.first) || r.named(s.first) {
		return false
	}
	d.object = r.items(what)[0]
	r.actors(d, ev.genitive)
	return true
}

// taken is the place after a noun of capture whose genitive is who took it, empty for
// none.
func (r *reader) taken(ev *event) span {
	if len(ev.comps) == 0 || ev.comps[0].mark != markBare || ev.comps[0].weak || !r.acts(ev.genitive) || r.located(ev.genitive) {
		return span{}
	}
	at := r.items(&ev.comps[0])[0]
	if at.first != ev.genitive.last || !r.located(at) && !r.area(r.head(at)) {
		return span{}
	}
	return at
}

// explosive reports whether a phrase is of what blows up: عبوة ناسفة، سيارة مفخخة.
func (r *reader) explosive(s span) bool {
	for k := s.first; k < s.last; k++ {
		if w := r.scene(k, sceneWeapon); w != nil && w.Mode == "explosives" {
			return true
		}
	}
	return false
}

// roleOf is the role of the noun's genitive: that of the frame's object where no
// preposition bound it, the one who suffers after a noun of harm, else the actor.
func (r *reader) roleOf(d *deed, c *cue, ev *event) string {
	switch role := c.verb.genitive; {
	case role == "recipient" && len(d.recipient) == 0:
		return "recipient"
	case role == "place" && d.frameless:
		return "place"
	case role == "topic" && (d.frameless || c.verb.ID == "tawqi"):
		return ""
	}
	if q, ok := r.party(ev.genitive); ok && (c.verb.harm || d.kind == "ASSAULT" && q.thing && !q.animate) {
		return "recipient"
	}
	return "actor"
}

// nounFrame binds the noun's prepositional complements by the first frame that
// has them, and returns it.
func (r *reader) nounFrame(c *cue, ev *event, d *deed) *frame {
	under := marksOf(ev.comps)
	if c.verb.opens&under == 0 {
		return nil
	}
	frames, heads := c.verb.frames, r.headsIn(ev.comps)
	for k := range frames {
		f := &frames[k]
		if f.noun.marks&under == 0 || f.noun.heads&^heads != 0 {
			continue
		}
		if f.after {
			r.secondSlot(f, c, ev, d)
		} else if r.bindNoun(f, ev, d) {
			return f
		}
	}
	return nil
}

// secondSlot binds the preposition after a noun's genitive: «تحرير المدينة من المتمردين».
func (r *reader) secondSlot(f *frame, c *cue, ev *event, d *deed) {
	if ev.genitive.empty() && c.reading.Pronoun == "" || len(d.recipient) > 0 {
		return
	}
	n := find(ev.comps, 0, f.slots[1].mark)
	if n < 0 {
		return
	}
	for _, it := range r.items(&ev.comps[n]) {
		r.addRecipient(d, it)
	}
	d.last = max(d.last, r.whole(&ev.comps[n]).last)
}

// bindNoun binds one frame of a noun that begins with a preposition or literal
// words.
func (r *reader) bindNoun(f *frame, ev *event, d *deed) bool {
	s := &f.slots[0]
	n := -1
	switch {
	case s.prep:
		n = r.nearest(ev.comps, s.words)
	case s.lit != nil:
		m, _ := r.findLiteral(ev.comps, 0, markBare, s.lit)
		return m >= 0
	case len(f.slots) > 1 && f.slots[1].lit != nil:
		m, after := r.findLiteral(ev.comps, 0, s.mark, f.slots[1].lit)
		if m < 0 || f.slots[1].Role != "recipient" {
			return m >= 0 && f.slots[1].Role == "content"
		}
		rest := r.rest(ev.comps, m, after)
		if rest.empty() {
			return false
		}
		r.addRecipient(d, rest)
		d.last = max(d.last, rest.last)
		return true
	default:
		n = find(ev.comps, 0, s.mark)
	}
	if n < 0 || s.Role != "recipient" && s.Role != "place" || n > 1 && (s.mark == markLi || s.mark == markBi) {
		return false
	}
	items, flank := r.items(&ev.comps[n]), 1
	if ev.comps[n].mark == markBayn {
		items, flank = r.flanks(ev.comps, n)
	}
	switch {
	case s.Role == "place":
		if !(d.kind == "ASSAULT" && s.mark == markAla || d.mode == "withdraw" && s.mark == markMin && r.located(items[0])) {
			return false
		}
		r.setPlace(d, items[0])
	case (s.words == markBayn || s.mark == markBayn) && d.mode != "third-party":
		if len(items) == 1 {
			items = append([]span(nil), r.split(items[0])...)
		}
		if len(items) > 1 || d.kind == "CONSULT" || d.kind == "AGREE" || d.kind == "ASSAULT" {
			r.between(d, items, flank)
		} else {
			r.addRecipient(d, items[0])
		}
	case s.mark == markBi && d.kind == "ASSAULT" && r.town(items[0]): // تفجير بعدن
		r.setPlace(d, items[0])
	default:
		for _, it := range items {
			r.addRecipient(d, it)
		}
	}
	d.last = max(d.last, items[len(items)-1].last)
	d.bound = true
	d.with = d.kind == "ASSAULT" && (s.words == markMaa || s.mark == markMaa || ev.comps[n].mark == markDidd && war(d.cue.verb.ID))
	return true
}

// nearest is the complement with the mark, unless another event noun stands
// before it, to which it belongs: «بحثت المحادثات تبادل الأسرى بين …».
func (r *reader) nearest(comps []complement, under mark) int {
	for n, c := range comps {
		if c.mark == under {
			return n
		}
		if c.mark == markBare && r.holdsDeed(r.whole(&c)) {
			return -1
		}
	}
	return -1
}

// holdsDeed reports whether a phrase is of an event or about one: «تبادل الأسرى»، «مسألة
// تبادل الأسرى».
func (r *reader) holdsDeed(s span) bool {
	for k := s.first; k < s.last; k++ {
		if r.deedNoun(k) && !r.named(k) {
			return true
		}
	}
	return false
}

// town reports whether a phrase is the name of a place that is no state: where
// talks are held, and not who holds them.
func (r *reader) town(s span) bool {
	m := r.p.Mention(s.first)
	if m == nil || m.Type != fact.Location {
		return false
	}
	a := r.p.Actor(m.Actor)
	return a != nil && a.Kind != "state"
}

// delegation reports whether a phrase is of those who talk: وفد، مفاوضون.
func (r *reader) delegation(s span) bool { return r.has(r.head(s), bareTalks) }
