package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// delegations puts to the round m those of whose delegations the article tells in
// sentences of their own: «ترأس الوفد القمري سالم», «يشارك عن الجانب القمري سالم»,
// «وصل إلى المدينة وفد الحركة برئاسة سالم», «ويمثل وفد الحركة سالم».
func (r *reader) delegations(m *meeting) {
	for n := 1; n < len(r.marks); n++ {
		i := r.marks[n].at
		if r.talk[i] == 0 || !r.p.Body(i) || r.elsewhere(m, i) {
			continue
		}
		if r.marks[n].entry.Class == lexicon.TalkAttend && r.p.Word(i-1) == "ظل" {
			if lim := r.sentence(i).Last; !r.personAt(i + 1) {
				r.missing(m, i, lim) // في ظل غياب الحركة
			}
			continue
		}
		if t, ok := r.finite(i); !ok || t == arabic.Jussive || r.denied(i) {
			continue
		}
		v, role := r.is(i, lexicon.TalkRole)
		e := r.word(i).entry
		switch {
		case role && (v == "head" || e.ID == leads):
			r.leadsDelegation(m, i)
		case role && v == "party":
			r.takesPart(m, i)
		case e.ID == counts:
			r.hasMembers(m, i)
		case e.Class == lexicon.TalkMeet && (e.Value == "arrive" || e.Value == "travel"):
			r.delegationComes(m, i)
		}
	}
	for _, h := range r.hits {
		if h.on&onRepresents != 0 && r.p.Body(h.at) && !r.elsewhere(m, h.at) {
			r.leadsDelegation(m, h.at)
		}
	}
}

// elsewhere reports whether the clause of token i tells of another meeting than m.
func (r *reader) elsewhere(m *meeting, i int) bool {
	for n := range r.met {
		o := &r.met[n]
		if o.kind == "visit" || o.gone {
			continue
		}
		if o != m && o.clause.has(i) {
			return true
		}
	}
	return false
}

// recalls takes who is told to call his people away from the meeting at token i by the verb at token k:
// «سحبت الحركة وفدها من المحادثات».
func (r *reader) recalls(m *meeting, k, i int) bool {
	switch trimWaw(r.stem(k)) {
	case "سحب", "سحبت", "استدعي", "استدعت":
	default:
		return false
	}
	if r.p.Word(i-1) != "من" || r.denied(k) {
		return false
	}
	switch r.p.Word(i - 2) {
	case "وفدها", "وفده", "ممثليها", "ممثليه", "ممثلها", "ممثله", "مفاوضيها", "مفاوضيه":
	default:
		return false
	}
	list, _ := r.after(k, i-2)
	if len(list) == 0 {
		list = r.beforeVerb(k)
	}
	m.addAll(list, "", "withdrew")
	if len(list) > 0 {
		m.rule = ruleAttendance
	}
	return len(list) > 0
}

// isDelegation reports whether token i begins the phrase of a delegation or of one side at
// the table: وفد، الوفد، الجانب.
func (r *reader) isDelegation(i int) bool {
	switch strings.TrimPrefix(r.stem(i), "ال") {
	case "وفد", "وفدا", "وفدي", "وفود":
		return r.p.Mention(i) == nil
	case "جانب", "طرف":
		return r.isDefinite(i) && r.p.Mention(i) == nil
	}
	return false
}

// delegationBefore reports whether a delegation is told right before token k, with whose it is
// and what they are: «وفد الحركة الثاني يقوده سالم».
func (r *reader) delegationBefore(k int) bool {
	for j := k - 1; j >= max(0, k-5); j-- {
		if r.isDelegation(j) {
			return true
		}
		if _, verb := r.finite(j); verb || r.p.Mark(j) {
			return false
		}
	}
	return false
}

// delegation reads the delegation whose phrase begins at token i: the side that it is of.
func (r *reader) delegation(i, lim int) ([]party, int) {
	if i >= lim || !r.isDelegation(i) {
		return nil, i
	}
	if q, ok := r.adjectiveSide(i + 1); ok {
		q.at = span{i, i + 2}
		return []party{q}, i + 2 // الوفد القمري، وفد قمري رفيع
	}
	if o := r.p.Mention(i + 1); o != nil && o.Type != fact.Person && o.Start == r.p.Tokens[i+1].Start && (o.Type == fact.Organisation || r.stateActs(o)) {
		q := party{at: span{i, i + 2}} // وفد السنابل سالم
		q.call(o, r.p.TokenAt(o.End-1)+1)
		for q.at.last < lim && r.isAdjective(q.at.last) && !r.personAt(q.at.last) {
			q.at.last++
		}
		return []party{q}, q.at.last
	}
	if o := r.p.Mention(i + 2); o != nil && o.Type == fact.Organisation && r.quoteMark(i+1) {
		q := party{at: span{i, i + 3}} // وفد "السنابل" سالم
		if q.call(o, r.p.TokenAt(o.End-1)+1); r.quoteMark(q.at.last) {
			q.at.last++
		}
		return []party{q}, q.at.last
	}
	list, next, ok := r.party(i, lim, strings.HasPrefix(r.p.Word(i), "و") && r.stem(i) != r.p.Word(i))
	if !ok || list[0].kind == 'p' || next == i+1 || list[0].kind == 'g' && !r.isDefinite(i+1) {
		return nil, i // وفد رفيع, whose is not told
	}
	return list, next
}

// seatSides puts sides to the meeting, but for those who are there and those whose
// delegation is there by name: «القمر» beside «وفد القمر».
func (m *meeting) seatSides(list []party) {
	for _, q := range list {
		there := false
		for n := range m.parts {
			o := &m.parts[n]
			there = there || o.name == q.name || o.actor != "" && o.actor == q.actor ||
				strings.HasPrefix(strings.TrimPrefix(o.name, "ال"), "وفد ") && strings.HasSuffix(o.name, " "+q.name)
			if side, ok := strings.CutPrefix(q.name, "وفد "); ok {
				there = there || o.name == side || short(side, o.name)
			}
		}
		if !there {
			m.add(participant{party: q, role: m.partyRole()})
		}
	}
}

// somebody reads the person whose phrase begins at token i.
func (r *reader) somebody(i, lim int) (party, int, bool) {
	if i >= lim {
		return party{}, i, false
	}
	list, next, ok := r.party(i, lim, false)
	if !ok || len(list) != 1 || list[0].kind != 'p' {
		return party{}, i, false
	}
	return list[0], next, true
}

// leadsDelegation takes a delegation and who leads it, told by the verb at token i, in
// either order.
func (r *reader) leadsDelegation(m *meeting, i int) {
	lim := r.clause(i).last
	k := i + 1
	for k < lim && (r.adverb(k) || r.p.Dated(k)) {
		k++
	}
	sides, next := r.delegation(k, lim)
	var who party
	var ok bool
	if len(sides) > 0 {
		who, _, ok = r.somebody(r.overTalks(next, lim), lim)
	} else if who, next, ok = r.somebody(k, lim); ok {
		sides, _ = r.delegation(next, lim)
	}
	if len(sides) == 0 {
		return
	}
	if !ok {
		if before := r.beforeVerb(i); len(before) == 1 && before[0].kind == 'p' {
			who, ok = before[0], true // سالم يرأس وفد الحركة
		}
	}
	m.seatSides(sides)
	if ok {
		m.add(participant{party: who, role: "head"})
	}
}

// takesPart takes who is told at token i to take part on behalf of a side: «يشارك عن
// الجانب القمري سالم».
func (r *reader) takesPart(m *meeting, i int) {
	lim := r.clause(i).last
	k := i + 1
	if w := r.p.Word(k); w != "عن" && w != "من" {
		return
	}
	side, next := r.delegation(k+1, lim)
	if len(side) == 0 {
		return
	}
	list, _ := r.parties(next, lim)
	if len(list) == 0 || list[0].kind != 'p' {
		return
	}
	m.seatSides(side)
	for _, q := range list {
		if q.kind == 'p' {
			m.add(participant{party: q})
		}
	}
}

// delegationComes takes a delegation that is told at token i to come to where the talks
// are, or to them.
func (r *reader) delegationComes(m *meeting, i int) {
	lim := r.clause(i).last
	if !r.comesTo(m, i, lim) {
		return
	}
	if m.place == "" {
		r.placeAfter(m, i, lim)
	}
	for k := i + 1; k < lim && k < i+30; k++ {
		list, next := r.delegation(k, lim)
		if len(list) == 0 {
			continue
		}
		m.seatSides(list)
		k = next - 1
		if v, ok := r.is(next, lexicon.TalkRole); ok && (v == "head" || r.word(next).entry.ID == leads) && r.word(next).reading.Prep == 'b' {
			if who, end, ok := r.somebody(next+1, lim); ok {
				m.add(participant{party: who, role: "head"})
				k = end - 1
			}
		}
	}
}

// placeAfter takes the place to which the verb at token i leads delegations for that of m.
func (r *reader) placeAfter(m *meeting, i, lim int) {
	for k := i + 1; k < lim && k < i+6; k++ {
		if o := r.p.Mention(k); o != nil && o.Type == fact.Location && r.to(k) {
			m.place, m.placeID = o.Name, o.Actor
			return
		}
	}
}

// comesTo reports whether the clause of the verb at token i leads to the place of m, or to
// talks.
func (r *reader) comesTo(m *meeting, i, lim int) bool {
	for k := i + 1; k < lim; k++ {
		if o := r.p.Mention(k); o != nil && m.placeID != "" && o.Actor == m.placeID {
			return true
		}
		if r.p.Word(k) == "المدينه" && m.place != "" && r.p.Word(k-1) == "الي" {
			return true
		}
		if v, ok := r.is(k, lexicon.TalkRole); ok && v == "party" {
			for j := k + 1; j < lim && j < k+4; j++ {
				if c := r.class(j); c == lexicon.TalkMeeting {
					return true // المشارك في المحادثات، للمشاركة في الجولة
				}
			}
		}
	}
	return false
}

// overTalks is the token after the talks to which the delegation told before token k goes: «وفد
// الحكومة إلى المحادثات سالم»; k where none are told.
func (r *reader) overTalks(k, lim int) int {
	if w := r.p.Word(k); w != "الي" && w != "في" || r.class(k+1) != lexicon.TalkMeeting {
		return k
	}
	for k += 2; k < lim && r.isAdjective(k); {
		k++
	}
	return k
}

// counts is the verb for having somebody among others.
const counts = "shamala"

// hasMembers takes who is told at token i to be in a delegation: «يضم وفد الحركة، الذي يرأسه
// سالم، كلا من نادر وهند». They sit at the meeting told last at which their side does, else at m.
func (r *reader) hasMembers(m *meeting, i int) {
	lim := r.sentence(i).Last
	sides, k := r.delegation(i+1, lim)
	if len(sides) != 1 {
		return
	}
	at := m
	for n := range r.met {
		if o := &r.met[n]; o.at < i && o.kind != "visit" && !o.gone {
			if shared, _ := common(o.parts, []participant{{party: sides[0]}}); shared > 0 {
				at = o
			}
		}
	}
	for last := min(lim, k+40); k < last; k++ {
		if v, ok := r.is(k, lexicon.TalkRole); ok && (v == "head" || r.word(k).entry.ID == leads) {
			if who, next, ok := r.somebody(k+1, lim); ok {
				at.add(participant{party: who, role: "head"})
				k = max(k, r.apposition(next, lim)-1, next-1)
			}
			continue
		}
		w := r.p.Word(k)
		if w != "كلا" && w != "كل" && w != ":" && (!r.personAt(k) || r.governs(k-1)) {
			continue
		}
		if w == "كلا" || w == "كل" {
			k++ // كلا من
		}
		start := k
		if !r.personAt(k) {
			start++
		}
		list, _ := r.parties(start, lim)
		for _, q := range list {
			if q.kind == 'p' && q.actor != "" {
				at.add(participant{party: q})
			}
		}
		return
	}
}
