package talks

import (
	"strings"

	"mahdar/lexicon"
)

// onePerson is the list where it is of one person, else none.
func onePerson(list []party) []party {
	if len(list) == 1 && list[0].kind == 'p' {
		return list
	}
	return nil
}

// represents takes who speaks for a side at the meeting at token i by the verb at token k: «يمثل سالم حركة
// السنابل في المحادثات», «مثل الحكومة في المحادثات سالم».
func (r *reader) represents(m *meeting, k, i int) bool {
	if !r.has(k, uint64(onRepresents)) || r.denied(k) || m.noun == "visit" || occasion(r.p.Word(i-1)) != "" {
		return false
	}
	side, next := r.after(k, i)
	who := onePerson(side)
	switch {
	case who != nil && r.preposition(next):
		return false // يمثل سالم أمام المحكمة
	case who != nil:
		side, _ = r.parties(next, i)
	case len(side) > 0:
		if who = onePerson(r.beforeVerb(k)); who == nil {
			who = onePerson(r.afterNoun(i, m.clause.last))
		}
	}
	if len(side) != 1 || side[0].kind == 'p' || who == nil {
		return false
	}
	m.addAll(side, m.partyRole(), "")
	m.addAll(who, "head", "")
	if s := r.verbStatus(k); s != "" && m.status == "" {
		m.status = s
	}
	return true
}

// aheadReach is how many tokens after the noun of a meeting that opens its sentence the verb is looked
// for whose subject met.
const aheadReach = 20

// ownersAhead are those to whom the pronoun on the noun at token i points where they are told only after
// it, for its words open the sentence: «خلال لقائه نادرا، قال سالم», «في ختام لقائهما، أصدر سالم ونادر».
func (r *reader) ownersAhead(i, want int) []party {
	s := r.sentence(i)
	if i > s.First+3 || r.joinedNoun(i) {
		return nil
	}
	switch w := trimWaw(r.p.Word(i - 1)); {
	case occasion(w) != "", w == "لدي", w == "عند", w == "في", w == "فور":
	default:
		return nil
	}
	for k := i + 1; k+1 < s.Last && k < i+aheadReach; k++ {
		if _, verb := r.finite(k); verb && !(k == i+1 || phone(r.stem(k-1))) { // اتصال هاتفي تلقاه من سالم
			return nil
		}
		if r.p.Word(k) != "،" {
			continue
		}
		if _, verb := r.finite(k + 1); !verb || r.joinedVerb(k+1) && strings.HasPrefix(r.p.Word(k+1), "و") {
			return nil
		}
		list, _ := r.after(k+1, s.Last)
		for n := range list {
			if list[n].kind != 'p' {
				return nil
			}
		}
		if len(list) == want {
			return list
		}
		return nil
	}
	return nil
}

// thoseTwo are the two to whom هما on the noun at token i points.
func (r *reader) thoseTwo(i int) []party {
	if two := r.ownersAhead(i, 2); two != nil {
		return two
	}
	if two := r.pairSaid(i); two != nil {
		return two
	}
	return r.lastTwo(i)
}

// joinedNoun reports whether the noun at token i is joined to another by و.
func (r *reader) joinedNoun(i int) bool { return r.word(i).reading.Conj == 'w' }

// pairSaid are the two subjects of a verb before token i in its sentence: «تناول سالم ونادر خلال
// {اجتماعهما} الوضع»; nil where no verb has two.
func (r *reader) pairSaid(i int) []party {
	for k := r.sentence(i).First; k < i; k++ {
		if _, verb := r.finite(k); !verb || r.class(k) == lexicon.TalkMeeting {
			continue
		}
		if list := r.subjectAt(k, i); len(list) == 2 {
			return list
		}
	}
	return nil
}

// spokeAfter puts to a meeting that opens its sentence, of which one person is told, the one who is told
// after it to have spoken there: «وفي اتصال هاتفي مع سالم، شدد نادر على السلام».
func (r *reader) spokeAfter(m *meeting, i int) {
	switch m.noun {
	case "call", "encounter", "gathering":
	default:
		return
	}
	if len(m.parts) != 1 || m.parts[0].kind != 'p' || r.isDefinite(i) || r.word(i).reading.Pronoun != "" || !during(r.p.Word(i-1)) {
		return
	}
	if list := r.ownersAhead(i, 1); list != nil {
		m.addAll(list, "", "")
	}
}

// inCapacity is the role in which those take part who are told before token next, by words after them or
// soon after the meeting at token i: «تشارك مصر بصفة مراقب في المحادثات», «تحضر مصر المحادثات كوسيط».
func (r *reader) inCapacity(next, i, lim int) string {
	if c := r.capacity(next); c != "" {
		return c
	}
	const soon = 8
	for k := i + 1; k < lim && k < i+soon; k++ {
		if c := r.capacity(k); c != "" {
			return c
		}
		if _, verb := r.finite(k); verb || r.joined(k) {
			return ""
		}
	}
	return ""
}
