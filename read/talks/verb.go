package talks

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// verbMeeting reads into m the meeting that the verb at token i tells: التقى، زار، بحث مع.
func (r *reader) verbMeeting(m *meeting, i int) (next int, ok bool) {
	v, _ := r.is(i, lexicon.TalkMeet)
	t := r.word(i).sense.Tense
	*m = meeting{at: i, rule: ruleVerb, clause: r.clause(i)}
	if v == "sign" && t == arabic.Masdar {
		return r.signed(m, i)
	}
	if t == arabic.Participle || t == arabic.Masdar && v != "arrive" && v != "travel" || r.nounLike(i) {
		return i + 1, false
	}
	m.status = r.verbStatus(i)
	if r.denied(i) || r.hypothetical(i) || r.disowned(i) {
		return i + 1, false
	}
	m.weak = v == "negotiate" && r.relative(i-1) // الفصائل التي تتفاوض مع …: told of them and not of a sitting
	d := deed{at: i, verb: v}
	r.whoMeets(m, &d)
	r.onTheWay(m, &d)
	if len(d.subject) == 0 {
		if q, end := r.apposed(i+1, m.clause.last); end > 0 {
			d.subject, d.next = r.one(q), end
		}
	}
	next = d.next
	if !r.deedMeeting(m, &d) {
		return i + 1, false
	}
	r.between(m, m.clause.first, i)
	r.opensRole(m, i)
	if m.status == "planned" {
		r.undone(m)
	}
	return next, true
}

// deedMeeting reads into m the meeting or journey that the deed d is, by what its verb is for.
func (r *reader) deedMeeting(m *meeting, d *deed) bool {
	if len(d.subject) > 0 && !d.goes() {
		for k := d.at + 1; k < d.subject[0].at.first; k++ { // يلتقي غدا في ندى سالم ونادر
			m.when(r.p.Date(k))
			r.placeAt(m, k)
		}
	}
	switch d.verb {
	case "visit", "arrive", "travel":
		return r.visit(m, d)
	case "meet", "receive", "negotiate", "call":
		return r.encounter(m, d)
	case "discuss":
		return r.discussed(m, d)
	case "sign":
		return r.signing(m, d)
	}
	return false
}

// inside reports whether w says that a meeting is part of a journey told before.
func inside(w string) bool {
	switch w {
	case "خلالها", "خلاله", "فيها", "فيه", "اثناءها":
		return true
	}
	return false
}

// nounLike reports whether the verb at token i is a noun in its place: ورقة تفاوض.
func (r *reader) nounLike(i int) bool {
	w := r.p.Word(i)
	if w != "تفاوض" && w != "توجه" && w != "بحث" && w != "وصل" || inside(r.p.Word(i+1)) {
		return false
	}
	if i == r.sentence(i).First || r.p.Mark(i-1) || r.p.Mention(i-1) != nil {
		return false
	}
	switch prev := r.p.Word(i - 1); prev {
	case "قد", "وقد", "ثم", "الذي", "ان", "كما", "حيث", "عندما":
		return false
	}
	_, verb := r.finite(i - 1)
	return !verb && !r.isAdjective(i-1)
}

// continues reports whether a verb without a subject at token i may go on with
// the subject of what came before: it opens its clause.
func (r *reader) continues(i int) bool {
	p := r.p
	s := r.sentence(i)
	for k := i - 1; k >= s.First; k-- {
		w := p.Word(k)
		if p.Mark(k) || r.opens(k) || lead(w) {
			return true
		}
		if r.adverb(k) || p.Date(k) != nil {
			continue
		}
		return r.word(i).reading.Conj != 0
	}
	return true
}

// lead reports whether w opens a clause before its verb.
func lead(w string) bool {
	switch w {
	case "ثم", "كما", "حيث", "قبل", "بعد", "ان", "وكان", "وكانت", "وقد", "قد", "سوف", "وسوف", "المقرر", "المتوقع", "المنتظر", "عندما", "حين", "اذ":
		return true
	}
	return false
}

// subjectless reports whether what follows the verb at token i is no noun that
// could be its subject, though nobody known: a preposition, a place, a mark.
func (r *reader) subjectless(i int) bool {
	p := r.p
	k, placed := i+1, false
	for k < len(p.Tokens) {
		if m := p.Mention(k + 1); (p.Word(k) == "الي" || p.Word(k) == "في") && m != nil && m.Type == fact.Location {
			k, placed = p.TokenAt(m.End-1)+1, true
			continue
		}
		if p.Date(k) == nil && (!r.adverb(k) || p.Mention(k) != nil) {
			break
		}
		k++
	}
	if k >= len(p.Tokens) || p.Mark(k) || r.word(i).reading.Pronoun != "" {
		return true
	}
	if m := p.Mention(k); m != nil {
		return true
	}
	if placed && !r.preposition(k) && !r.prepositional(k) && !r.opens(k) && !r.joinedVerb(k) && !r.relative(k) && r.word(k).entry == nil {
		return false // وصلت إلى المطار طائرة
	}
	if _, _, _, ok := r.officeAt(k); ok || r.side(k) {
		return true
	}
	return r.preposition(k) || r.prepositional(k) || r.class(k) == lexicon.TalkMeeting
}

// perfect reports whether كان or قد before the verb at token i puts what it tells
// before the rest: «وكان سالم قد وصل».
func (r *reader) perfect(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k >= s.First && k >= i-8; k-- {
		switch r.p.Word(k) {
		case "كان", "وكان", "كانت", "وكانت", "سبق", "وسبق":
			return true
		case "قد":
			continue
		}
	}
	return false
}

// apposed reads a name that nobody knows by the office that a comma puts beside
// it: «بحث سالم الأحمر، وزير الخارجية، مع …». It returns the token after the office.
func (r *reader) apposed(i, lim int) (party, int) {
	p := r.p
	for k := i; k < lim && k < i+5; k++ {
		switch {
		case p.Word(k) == "،" && k > i:
			if _, _, rd, ok := r.officeAt(k + 1); !ok || rd.Prep != 0 || rd.Conj != 0 {
				return party{}, 0
			}
			end := r.extent(k+1, lim)
			return party{at: span{i, k}, name: p.Words(i, k), kind: 'p'}, max(end, k+2)
		case p.Tokens[k].Kind != arabic.Word || r.word(k).entry != nil || r.preposition(k) || r.prepositional(k) || r.opens(k):
			return party{}, 0
		}
	}
	return party{}, 0
}
