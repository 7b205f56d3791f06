package talks

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
)

// twoOffices takes apart what looks like one phrase for somebody, after a verb of which one is the
// subject and another the object: «التقى الوسيط | رئيس الوزراء», «استقبل رئيس الوزراء | وزير الخارجية
// سالم». Of one person with two offices a verb without an object would tell.
func (r *reader) twoOffices(s span, lim int) (a, b []party, end int) {
	if _, _, _, ok := r.officeAt(s.first); !ok {
		return nil, nil, 0
	}
	for k := s.first + 1; k < s.last && !r.personAt(k); k++ {
		_, _, rd, ok := r.officeAt(k)
		if !ok || r.p.Mention(k) != nil || rd.Conj != 0 || rd.Prep != 0 || !r.isDefinite(k-1) && r.p.Mention(k-1) == nil || r.stem(s.first) == "نايب" || r.isAdjective(k) && r.inOffice(k+2) {
			continue // رئيس الوفد المفاوض رئيس اللجنة
		}
		if b, end = r.parties(k, lim); len(b) == 0 || b[0].kind == 'l' || b[0].kind == 'o' {
			return nil, nil, 0
		}
		if a, _ = r.parties(s.first, k); len(a) == 0 || a[0].name == b[0].name {
			a = r.one(party{at: span{s.first, k}, name: r.phraseName(span{s.first, k}), kind: 'p'}) // الوسيط: who he is is not told
		}
		return a, b, end
	}
	return nil, nil, 0
}

// pastPlace is the first token from k on that is neither a day, an adverb nor of a place after في.
func (r *reader) pastPlace(k, lim int) int {
	for k < lim {
		if k = r.overAdverbs(k); r.p.Word(k) != "في" || k+1 >= lim {
			return k
		}
		m := r.p.Mention(k + 1)
		if m == nil || m.Type != fact.Location {
			return k
		}
		k = r.p.TokenAt(m.End-1) + 1
	}
	return k
}

// inOffice reports whether token k belongs to an office that begins right before it: رئيس {الوزراء}.
func (r *reader) inOffice(k int) bool {
	end, _, _, ok := r.officeAt(k - 1)
	return ok && end > k
}

// travellerAfter are those who stand after the place that the verb of a journey at token i has for its
// object, over days and adverbs: «يزور ندى حاليا وفد من الحركة», «وصل القاهرة أمس سالم».
func (r *reader) travellerAfter(i, lim int) ([]party, int) {
	k := r.overAdverbs(i + 1)
	if r.area(k) {
		k++
	}
	m := r.p.Mention(k)
	if m == nil || m.Type != fact.Location || m.Start > r.p.Tokens[k].Start {
		return nil, i + 1
	}
	k = r.overAdverbs(r.p.TokenAt(m.End-1) + 1)
	if k >= lim || r.joined(k) || r.prepositional(k) || r.p.Mark(k) {
		return nil, i + 1
	}
	list, next := r.parties(k, lim)
	if len(list) == 0 || list[0].kind == 'l' || !r.travels(list[0]) && !r.isDelegation(k) {
		return nil, i + 1
	}
	return list, next
}

// overTold is the token after what is told of somebody between the verb's subject and its object, where
// such begins at token k: «التقى سالم، وهو رئيس الحركة، نادرا», «التقى سالم الذي يرأس الوفد بنادر»; k
// itself where nothing does.
func (r *reader) overTold(k, lim int) int {
	j := k
	comma := r.p.Word(j) == "،"
	if comma {
		j++
	}
	switch w := r.p.Word(j); {
	case r.relative(j), w == "وهو", w == "وهي":
	default:
		return k
	}
	for n := j + 1; n < lim && n < j+14; n++ {
		switch w := r.p.Word(n); {
		case w == "،":
			if comma {
				return n + 1
			}
			return k
		case comma, w != "مع" && !(strings.HasPrefix(w, "ب") && r.prepositional(n)):
		case w == "مع" || r.personAt(n):
			return n
		default:
			if _, _, _, ok := r.officeAt(n); ok {
				return n
			}
		}
	}
	return k
}

// discussers puts those to the meeting at token i who talk something over in it by the verb at token k:
// «بحث الوزيران سالم ونادر في اتصال هاتفي ملف الحدود».
func (r *reader) discussers(m *meeting, k, i int) {
	switch m.noun {
	case "call", "gathering", "encounter", "session":
	default:
		return
	}
	v, _ := r.is(k, lexicon.TalkMeet)
	if v != "discuss" || len(m.parts) > 0 || !during(r.p.Word(i-1)) || r.denied(k) {
		return
	}
	if list := r.subjectAt(k, i); len(list) > 1 || m.noun == "call" && len(list) == 1 {
		m.addAll(list, "", "")
		if s := r.verbStatus(k); s != "" && m.status == "" {
			m.status = s
		}
	}
}

// satThere reports whether two bodies that discuss something are told right after to be in a place: «بحثت
// الحكومة والحركة في ندى أمس تبادل الأسرى».
func (r *reader) satThere(m *meeting, next int, two []party) bool {
	if m.place == "" || two[0].kind == 'p' || two[1].kind == 'p' {
		return false
	}
	return r.p.Word(r.overAdverbs(next)) == "في" && r.pastPlace(next, m.clause.last) > next+1
}
