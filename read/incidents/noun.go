package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// event is what a noun's surroundings say of it.
type event struct {
	phrase   span // the noun with its adjectives and genitive
	genitive span
	states   []party // states told by adjectives
	occurs   bool    // a verb beside it says that it takes or took place
	told     bool    // the deed has a time of its own
	comps    []complement
	end      int // token after the clause
	attempt  bool
	made     bool // a participle or noun beside it says so: الاتفاق الموقع
	start    int  // token of the verb before the noun, 0 for none
	doer     span // who does it by a verb before the noun: «باشر الجيش قصف القرية»
	verbNoun span // the relative verb
	subject  span // of a relative verb with an object pronoun: شنها مسلحون
	object   span // of a relative verb: استهدف دورية
}

// noun reads a deed told by an event noun.
func (r *reader) noun(c cue) (deed, bool) {
	if c.reading.Prep == 'k' {
		return deed{}, false
	}
	light := c.verb.Past != "" && r.needsLiteral(c.verb)
	if light && !r.hasLiteral(c) {
		return deed{}, false
	}
	ev := r.event(c)
	if light {
		return r.lightNoun(c, ev)
	}
	d := r.draft(c, lexicon.Frame{})
	d.rule = "incidents.noun"
	d.first, d.last = c.first, max(ev.phrase.last, ev.end)
	d.occurs, d.told, d.attempt = ev.occurs, ev.told, ev.attempt
	if ev.start > 0 || ev.occurs && ev.start == r.sent.First && r.sent.First < c.first && ev.verbNoun.empty() {
		d.first = ev.start
	}
	frame, role := r.nounFrame(c, ev, &d)
	d.frameless = frame == nil
	if frame != nil && frame.Act != "" {
		d.kind, d.mode = frame.Act, ""
	}
	if !ev.genitive.empty() {
		switch role {
		case "recipient":
			if d.mode == "withdraw" && r.delegation(ev.genitive) {
				return deed{}, false // who leaves talks withdraws no troops
			}
			if d.mode == "withdraw" {
				r.actors(&d, ev.genitive, nil)
			} else {
				r.addRecipient(&d, ev.genitive)
			}
		case "place":
			if !r.located(ev.genitive) && !r.area(r.head(ev.genitive)) {
				return deed{}, false // تحرير الرهائن is no capture
			}
			r.setPlace(&d, ev.genitive)
		case "actor":
			if (d.kind == "CONSULT" || d.kind == "AGREE") && r.town(ev.genitive) {
				r.setPlace(&d, ev.genitive)
			} else if !(d.mode == "withdraw" && r.delegation(ev.genitive)) {
				r.actors(&d, ev.genitive, nil)
			}
		}
	}
	for _, s := range ev.states {
		if war(c.verb.ID) && !d.bound { // الحرب البوسنية: where, not who
			d.place, d.placed = s.name, true
			continue
		}
		d.actor = append(d.actor, s)
	}
	if !ev.subject.empty() {
		r.actors(&d, ev.subject, nil)
		d.last = max(d.last, ev.subject.last)
		d.rule = "incidents.noun-relative"
	}
	if !ev.object.empty() {
		r.addRecipient(&d, ev.object)
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
		r.actors(&d, ev.doer, nil)
		d.first = min(d.first, ev.doer.first)
	}
	if len(d.actor) == 0 {
		r.agent(&d, ev.comps)
	}
	r.circumstances(&d, ev.comps, span{}, span{})
	r.meets(&d, ev)
	d.troops()
	r.protest(&d)
	for k := c.last; k < ev.phrase.last; k++ {
		switch stem(r.p.Word(k)) {
		case "صحفي", "صحافي":
			d.press = true
		}
		d.figure = d.figure || r.scene(k, lexicon.SceneFigure) != nil
	}
	r.nounModality(&d, c, ev)
	if !r.nounHolds(&d, c, ev) {
		return deed{}, false
	}
	return d, true
}

// war reports whether a noun is of a war as a whole, which has a land and not an
// author in its adjective.
func war(id string) bool { return id == "harb" || id == "niza-musallah" || id == "qital" }

// capture reports whether an entry is the taking of a place, which its doer
// announces.
func capture(id string) bool {
	return id == "saytara-n" || id == "isti-ada" || id == "tahrir" || id == "istila"
}

// event reads what stands around an event noun.
func (r *reader) event(c cue) event {
	p := r.p
	ev := event{phrase: c.span}
	lim := min(r.sent.Last, c.last+reach)
	k := c.last
	for k < lim && p.Tokens[k].Gap < arabic.Line {
		if r.realised(k) && p.Mention(k) == nil {
			ev.occurs, ev.made = true, true
			k++
			continue
		}
		if st := r.nisba(k); st >= 0 && (p.Mention(k) == nil || !c.reading.Det && strings.HasSuffix(p.Word(k), "ه") && r.nisba(k+1) >= 0) && !(suffered(c) && k == c.last) {
			ev.states = append(ev.states, r.state(st, k))
			k++
			continue
		}
		if w := p.Word(k); w == "غير" && k+1 < lim && phrases.Adjective(p, k+1) {
			k += 2
			continue
		} else if p.Mention(k) == nil && p.Date(k) == nil && !r.isPreposition(w) && r.attached(k) == "" && !p.Mark(k) && r.qualifies(k, c) && !r.verbal(k) && !breaks(w) {
			k++
			continue
		}
		break
	}
	ev.phrase.last = k
	if k < lim && (c.reading.Pronoun == "" || c.verb.ID == "liqa" || c.verb.ID == "istiqbal") && !c.reading.Det && r.genitive(k) && k == c.last {
		end := r.phrase(k, lim, true)
		if end > k {
			ev.genitive = span{k, end}
			for end < lim && r.joined(end) {
				next := r.phrase(end, lim, true)
				if next <= end || r.deedNoun(end) {
					break
				}
				end = next
			}
			k = end
			ev.genitive.last = k
			ev.phrase.last = k
		}
	}
	r.relative(&ev, k, lim)
	if r.realised(c.first-1) && r.p.Mention(c.first-1) == nil && !r.unreal(c.first-2) {
		ev.occurs, ev.made = true, true
	}
	if k := r.occursBefore(c.first); k >= 0 {
		ev.occurs = true
		ev.start = k
		v, _, _ := r.occurs(k)
		ev.attempt = v.ID == "occurs-hawala" || v.ID == "occurs-sa-a"
		switch {
		case v.Mode == "does" && (!ev.attempt && v.ID != "occurs-fashila" || c.verb.Class == "ASSAULT"), v.Mode == "decides" && (c.verb.Class != "ASSAULT" || capture(c.verb.ID)):
			ev.doer = r.doer(k, c.first)
		case v.Mode == "decides" || v.ID == "occurs-fashila" && (r.p.Word(c.first-1) == "في" || c.reading.Prep != 0) || ev.attempt && c.verb.Class != "ASSAULT":
			ev.occurs, ev.start = false, 0
		}
	}
	return ev
}

// suffered reports whether a noun takes the one who suffers as its genitive:
// مقتل، اغتيال.
func suffered(c cue) bool {
	return len(c.verb.Frames) > 0 && len(c.verb.Frames[0].Slots) > 0 && c.verb.Frames[0].Slots[0].Mark == "obj" && !c.reading.Det
}

// qualifies reports whether token k is an adjective of the event noun before it.
// A word such as انتحاري or مسلح is one after a noun of doing (هجوم) and a person after
// one that somebody suffers (مقتل).
func (r *reader) qualifies(k int, c cue) bool {
	p := r.p
	if suffered(c) && (r.nisba(k) >= 0 || p.Is(k, lexicon.UnitWord) || r.scene(k, lexicon.SceneForce) != nil || p.Is(k, lexicon.PeopleWord)) {
		return false
	}
	if phrases.Adjective(p, k) {
		return true
	}
	w := p.Word(k)
	if _, _, plain := p.Find(k, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return p.Lex.Heads[s.Entry].Class == lexicon.HeadPlain && rd.Prep == 0
	}); plain {
		return true
	}
	if c.adverb && strings.HasSuffix(w, "ا") && len(w) > 6 {
		return true
	}
	return !suffered(c) && !c.reading.Det && !phrases.Definite(p, k) && len(w) >= 8 && (strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "يه") || p.Is(k, lexicon.DeedWord) && r.scene(k, lexicon.SceneForce) != nil)
}

// genitive reports whether a genitive may begin at token k.
func (r *reader) genitive(k int) bool {
	p := r.p
	w := p.Word(k)
	if p.Mark(k) || p.Date(k) != nil || breaks(w) || r.verbal(k) || r.isPreposition(w) && p.Mention(k) == nil || phrases.Adverb(w) && !quantifier(w) {
		return false
	}
	if strings.HasPrefix(w, "و") && r.joined(k) {
		return false
	}
	if _, _, ok := r.occurs(k); ok && p.Mention(k) == nil && !r.personUnit(k) {
		return false
	}
	return r.attached(k) == ""
}

// deedNoun reports whether token i is an event noun: «مقتل جندي وإصابة اثنين».
func (r *reader) deedNoun(i int) bool { return r.recall(i, askDeedNoun, r.deedNoun0) }

func (r *reader) deedNoun0(i int) bool {
	_, _, ok := r.p.Find(i, lexicon.DeedWord, func(rd lexicon.Reading, s lexicon.Sense) bool { return s.Tense == arabic.Masdar })
	return ok
}

// relative reads the clause that follows an event noun and says who did it, to
// whom, or that it took place: «التي شنها الجيش على»، «استهدف دورية»، «الذي وقع في».
func (r *reader) relative(ev *event, k, lim int) {
	p := r.p
	var end int
	ev.comps, end = r.clause(k)
	ev.end = end
	for n := 0; n < 2; n++ {
		j := k
		if n == 1 {
			if !near(ev.comps) {
				break
			}
			j = end
		}
		for j < lim && (p.Word(j) == "،" || p.Date(j) != nil || p.Word(j) == "كان" || p.Word(j) == "كانت" || p.Word(j) == "قد") {
			j++
		}
		if j < lim && phrases.Relative(p.Word(j)) {
			j++
		}
		for j < lim && (p.Word(j) == "كان" || p.Word(j) == "كانت" || p.Word(j) == "قد") {
			j++
		}
		if j >= lim || p.Tokens[j].Kind != arabic.Word || p.Date(j) != nil {
			continue
		}
		verb, pron, ok := r.occurs(j)
		if !ok || r.denied(j) || p.Mention(j) != nil || verb.Mode == "decides" || verb.ID == "occurs-tamma" && r.masdar(j+1) {
			continue
		}
		ev.occurs = true
		ev.verbNoun = span{j, j + 1}
		more, last := r.clause(j + 1)
		ev.end = max(ev.end, last)
		if w := p.Word(j + 1); len(more) > 0 && (verb.ID == "occurs-sharaka" && (w == "فيها" || w == "فيه") || verb.ID == "occurs-qama" && (w == "بها" || w == "به")) {
			more, last = r.clause(j + 2)
			pron = true
			ev.end = max(ev.end, last)
		}
		if pron {
			if len(more) > 0 && more[0].mark == "" {
				ev.subject = more[0].span()
				more = more[1:]
			}
		} else if verb.Mode == "hits" || verb.ID == "occurs-damma" {
			for n, m := range more {
				if n < 3 && m.mark == "" {
					ev.object = m.span()
					more = append(more[:n:n], more[n+1:]...)
					break
				}
			}
		}
		ev.comps = append(ev.comps[:len(ev.comps):len(ev.comps)], more...)
		return
	}
}

// near reports whether a relative clause after the complements may still speak of
// the event: they only say where, between whom and on whom it was.
func near(comps []complement) bool {
	for _, c := range comps {
		switch c.mark {
		case "بين", "في", "علي", "ضد", "ب", "":
		default:
			return false
		}
	}
	return true
}

// occursBefore reports whether a verb before the noun at token i says that it
// takes or took place: «اندلعت اشتباكات»، «عقدت في المدينة الجولة الأولى من المحادثات».
func (r *reader) occursBefore(i int) int {
	p := r.p
	for k := i - 1; k >= r.sent.First && k > i-16; k-- {
		if p.Date(k) != nil || p.Mention(k) != nil {
			continue
		}
		if v, pron, ok := r.occurs(k); ok && !pron {
			if r.denied(k) || !r.under(v, k, i) {
				return -1
			}
			return k
		}
		if w := p.Word(k); breaks(w) || p.Mark(k) && (w == "." || w == ":" || w == "؛") {
			return -1
		}
	}
	return -1
}

// under reports whether the noun at token i stands in a phrase of the clause that
// the verb at token k opens, under a preposition with which the verb governs it.
func (r *reader) under(v *lexicon.Scene, k, i int) bool {
	comps, _ := r.clause(k + 1)
	for n, c := range comps {
		s := c.span()
		if c.at > i {
			return false
		}
		if i >= s.last {
			continue
		}
		return governs(v.ID, c.mark, n)
	}
	return false
}

// governs reports whether a verb takes its event noun under the preposition.
func governs(id, mark string, n int) bool {
	switch id {
	case "occurs-qama", "occurs-radda", "occurs-badara":
		return mark == "ب"
	case "occurs-tamakkana":
		return mark == "من"
	case "occurs-fashila":
		return mark == "في" || mark == ""
	case "occurs-najaha", "occurs-shara-a", "occurs-sharaka":
		return mark == "في"
	case "occurs-aqdama":
		return mark == "علي"
	case "occurs-sara-a", "occurs-amada", "occurs-sa-a", "occurs-adda":
		return mark == "الي"
	case "occurs-asfara", "occurs-a-lana":
		return mark == "عن" || mark == ""
	case "occurs-tazamana":
		return mark == "مع"
	case "occurs-ta-arrada":
		return mark == "ل"
	case "occurs-usiba":
		return mark == "في" || mark == "ب"
	case "occurs-tamma", "occurs-jara", "occurs-waqa-a", "occurs-hadatha", "occurs-hasala", "occurs-indala-a", "occurs-nashaba":
		return mark == "" && n == 0 || mark == "" && n == 1
	}
	return mark == "" || mark == "في" || mark == "الي" || mark == "ب" || mark == "من"
}

// doer is the subject of the verb at token k that governs the noun at token i.
func (r *reader) doer(k, i int) span {
	rd, s, _ := r.p.Find(k, lexicon.SceneWord, nil)
	c := cue{span: span{k, k + 1}, verb: &lexicon.Verb{}, tense: s.Tense, reading: rd, count: s.Count, fem: s.Feminine}
	if left, _ := r.left(c); !left.empty() {
		return left
	}
	for _, m := range r.complements(k + 1) {
		if m.at >= i {
			break
		}
		if m.mark == "" && s.Count == arabic.Singular {
			return span{m.items[0].first, min(m.span().last, i)}
		}
	}
	return span{}
}

// denied reports whether a negation, a condition, the future or the subjunctive
// stands before the verb at k.
func (r *reader) denied(k int) bool {
	p := r.p
	if k == 0 {
		return false
	}
	rd, s, _ := p.Find(k, lexicon.SceneWord, nil)
	if rd.Prep == 's' || rd.Prep == 'l' {
		return true
	}
	for j := k - 1; j >= r.sent.First && j > k-4; j-- {
		switch p.Word(j) {
		case "لم", "لن", "لا", "سوف", "ولم", "ولن", "ولا":
			return j == k-1
		case "اذا", "لو", "حال", "كي", "لكي", "ربما", "لعل":
			return true
		case "ان", "بان", "قد":
			if s.Tense == arabic.Present && (j == k-1 && rd.Conj == 0) {
				return true
			}
		}
		if p.Mark(j) {
			return false
		}
	}
	return false
}

// nounFrame binds the noun's prepositional complements and says what role its
// genitive has.
func (r *reader) nounFrame(c cue, ev event, d *deed) (*lexicon.Frame, string) {
	objRole := ""
	var frame *lexicon.Frame
	bound := false
	for k := range c.verb.Frames {
		f := &c.verb.Frames[k]
		if len(f.Slots) == 0 {
			continue
		}
		if f.Slots[0].Mark == "obj" {
			if objRole == "" {
				objRole = f.Slots[0].Role
			}
			if len(f.Slots) > 1 && f.Slots[1].Role == "recipient" && f.Slots[1].Words == "" && (!ev.genitive.empty() || c.reading.Pronoun != "") && len(d.recipient) == 0 {
				if n := find(ev.comps, 0, f.Slots[1].Mark); n >= 0 { // تحرير المدينة من المتمردين
					for _, it := range ev.comps[n].items {
						r.addRecipient(d, it)
					}
					d.last = max(d.last, ev.comps[n].span().last)
				}
			}
			continue
		}
		if bound {
			continue
		}
		s := f.Slots[0]
		n := -1
		role := s.Role
		switch {
		case s.Words != "" && r.isPreposition(s.Words):
			n = r.nearest(ev.comps, s.Words)
		case s.Words != "":
			m, _ := r.findLiteral(ev.comps, 0, "", s.Words)
			if m < 0 {
				continue
			}
			frame = f
			bound = true
			continue
		case len(f.Slots) > 1 && f.Slots[1].Words != "":
			m, after := r.findLiteral(ev.comps, 0, s.Mark, f.Slots[1].Words)
			if m < 0 {
				continue
			}
			if f.Slots[1].Role == "recipient" {
				if rest := r.rest(ev.comps, m, after); !rest.empty() {
					r.addRecipient(d, rest)
					d.last = max(d.last, rest.last)
					frame, bound = f, true
				}
			}
			continue
		default:
			n = find(ev.comps, 0, s.Mark)
		}
		if n < 0 || role != "recipient" && role != "place" || n > 1 && (s.Mark == "ل" || s.Mark == "ب") {
			continue
		}
		items := ev.comps[n].items
		switch {
		case role == "place":
			if d.kind != "ASSAULT" || s.Mark != "علي" {
				continue
			}
			r.setPlace(d, items[0])
		case (s.Words == "بين") && len(items) > 1:
			r.between(d, items)
		default:
			for _, it := range items {
				r.addRecipient(d, it)
			}
		}
		d.last = max(d.last, items[len(items)-1].last)
		d.bound = true
		frame, bound = f, true
	}
	switch {
	case objRole == "place" && len(d.recipient) > 0 && !bound:
		return frame, "place"
	case objRole == "recipient" && len(d.recipient) == 0:
		return frame, "recipient"
	case objRole == "place" && !bound:
		return frame, "place"
	case objRole == "topic" && !bound:
		return frame, ""
	}
	if q, ok := r.party(ev.genitive); ok && (harm(c.verb.ID) || d.kind == "ASSAULT" && q.thing && !q.animate) {
		return frame, "recipient"
	}
	return frame, "actor"
}

// nearest is the complement with the mark, unless another event noun stands
// before it, to which it belongs: «بحثت المحادثات تبادل الأسرى بين …».
func (r *reader) nearest(comps []complement, mark string) int {
	for n, c := range comps {
		if c.mark == mark {
			return n
		}
		if c.mark == "" && r.deedNoun(r.head(c.span())) {
			return -1
		}
	}
	return -1
}

// between sets the parties of «بين … و…»: those who clash do and suffer, those who
// meet or agree all act.
func (r *reader) between(d *deed, items []span) {
	for k, it := range items {
		q, ok := r.party(it)
		if !ok {
			continue
		}
		if d.kind == "ASSAULT" && k > 0 {
			d.recipient = append(d.recipient, q)
		} else {
			d.actor = append(d.actor, q)
		}
	}
	d.between = true
}

// needsLiteral reports whether all frames of an entry have literal words: it is a
// deed only with one of them.
func (r *reader) needsLiteral(v *lexicon.Verb) bool {
	for _, f := range v.Frames {
		literal := false
		for _, s := range f.Slots {
			literal = literal || s.Words != "" && !r.isPreposition(s.Words)
		}
		if !literal {
			return false
		}
	}
	return true
}

// hasLiteral reports whether literal words of one of c's frames stand in the clause
// after it: without them a light verb tells nothing, and is soon passed over.
func (r *reader) hasLiteral(c cue) bool {
	comps := r.complements(c.last)
	if len(comps) == 0 {
		return false
	}
	r.light = true
	defer func() { r.light = false }()
	for _, f := range c.verb.Frames {
		mark := ""
		for _, s := range f.Slots {
			if s.Words != "" && !r.isPreposition(s.Words) {
				if n, _ := r.findLiteral(comps, 0, mark, s.Words); n >= 0 {
					return true
				}
				break
			}
			if s.Words == "" && s.Mark != "obj" {
				mark = s.Mark
			}
		}
	}
	return false
}

// lightNoun reads the masdar of a light verb with its noun: «شن غارات على»، «بإطلاق سراح
// الأسرى»، «عقد اجتماع مع».
func (r *reader) lightNoun(c cue, ev event) (deed, bool) {
	comps, end := r.clause(c.last)
	r.light = true
	defer func() { r.light = false }()
	for k := range c.verb.Frames {
		f := c.verb.Frames[k]
		b, ok := r.try(c, f, comps, span{c.first, c.last})
		if !ok || !b.literal {
			continue
		}
		d := r.draft(c, f)
		d.rule = "incidents.light-noun"
		d.literal = true
		d.last = max(b.last, end)
		for _, s := range b.recipient {
			r.addRecipient(&d, s)
		}
		if len(d.actor) == 0 && !ev.doer.empty() {
			r.actors(&d, ev.doer, nil)
			d.first = min(d.first, ev.doer.first)
		}
		if len(d.actor) == 0 && len(comps) > 0 && comps[0].mark == "" && comps[0].span() != b.object && comps[0].at == c.last && comps[0].span().first < b.object.first {
			r.actors(&d, comps[0].span(), nil) // استخدام الجيش للقوة
		}
		if len(d.actor) == 0 {
			d.actor = r.carry(c)
		}
		r.circumstances(&d, comps, b.place, b.weapon)
		r.nounModality(&d, c, ev)
		if d.kind == "ASSAULT" && !ev.occurs && !d.told {
			return deed{}, false // «تنفيذ هجوم» alone is a plan
		}
		return d, animate(d.actor) > 0 || struck(d.recipient) > 0 || d.placed && ev.occurs
	}
	return deed{}, false
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
func (r *reader) delegation(s span) bool {
	switch stem(r.bare(r.head(s))) {
	case "وفد", "وفود", "فريق", "مفاوض", "مفاوضين", "مفاوضون", "مندوب", "مندوبين", "ممثل", "ممثلي":
		return true
	}
	return false
}
