package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
)

// pair is two sides that the text tells together.
type pair struct {
	at   int // the token from which they are told
	both [2]party
}

// mostPairs bounds how many pairs of an article are kept for duals to point to.
const mostPairs = 64

// pairBefore are the two sides that the text tells together last before token i, nil where it tells
// none: «محادثات بين الحكومة والحركة», «أعلن ممثلو الحكومة والحركة», «وقعت الحكومة والحركة اتفاقا».
func (r *reader) pairBefore(i int) []party {
	if r.pairing {
		return nil
	}
	if r.pairs == nil {
		r.pairing = true
		r.findPairs()
		r.pairing = false
	}
	for n := len(r.pairs) - 1; n >= 0; n-- {
		if q := &r.pairs[n]; q.at < i && r.fitsDual(i, q.both[:]) {
			a, b := q.both[0], q.both[1]
			a.at, b.at = span{i, i + 1}, span{i, i + 1}
			return []party{a, b}
		}
	}
	return nil
}

// findPairs finds the pairs of sides of the article.
func (r *reader) findPairs() {
	r.pairs = make([]pair, 0, 4)
	for k := 0; k < len(r.p.Tokens) && len(r.pairs) < mostPairs; k++ {
		if !r.p.Body(k) {
			continue
		}
		switch w := r.p.Word(k); {
		case w == "بين" && !apartFrom(r.stem(k-1)):
			r.keepPair(k + 1)
		case r.has(k, stemSide) && sendsTwo(r.stem(k)):
			r.keepPair(k)
		case jointly(trimWaw(r.stem(k))):
			if t, verb := r.finite(k); verb && t == arabic.Past {
				r.keepPair(k + 1)
			}
		}
	}
}

// keepPair keeps the two sides of whom the phrase at token k is, if it is one of two sides.
func (r *reader) keepPair(k int) {
	if r.has(k, stemBoth) {
		return
	}
	list, _ := r.parties(k, r.sentence(k).Last)
	if len(list) != 2 || !r.sideOf(&list[0]) || !r.sideOf(&list[1]) || list[0].name == list[1].name {
		return
	}
	r.pairs = append(r.pairs, pair{k, [2]party{list[0], list[1]}})
}

// sideOf reports whether q may be a side of a conflict or of talks.
func (r *reader) sideOf(q *party) bool {
	switch q.kind {
	case 'o', 'l':
		a := r.actor(q.actor)
		return a != nil && negotiates(a.Kind) && (a.Type != fact.Location || a.Kind == "state")
	case 'g':
		head, _, _ := strings.Cut(q.name, " ")
		return head == "حكومة" || strings.HasPrefix(head, "ال") && !strings.HasPrefix(head, "المسؤول")
	}
	return false
}

// fitsDual reports whether the dual at token i may stand for two: a dual of states, «البلدان», for states.
func (r *reader) fitsDual(i int, two []party) bool {
	return !r.dualOfStates(i) || two[0].kind == 'l' && two[1].kind == 'l'
}

// dualOfStates reports whether token i is a dual of states.
func (r *reader) dualOfStates(i int) bool {
	switch r.stem(i) {
	case "بلدان", "بلدين", "دولتان", "دولتين", "حكومتان", "حكومتين":
		return true
	}
	return false
}

// apartFrom reports whether w (a stem) is what there is between two who need be no sides.
func apartFrom(w string) bool {
	switch w {
	case "علاقات", "علاقه", "تعاون", "حدود", "فرق", "طريق", "مسافه":
		return true
	}
	return false
}

// sendsTwo reports whether w (a stem) is a noun for those whom two sides send: وفدا، ممثلي.
func sendsTwo(w string) bool {
	switch w {
	case "وفدا", "وفدي", "ممثلي", "ممثلو", "مفاوضو", "مفاوضي", "مندوبو", "مندوبي":
		return true
	}
	return false
}

// jointly reports whether w (a stem) is a verb of what two sides do together.
func jointly(w string) bool {
	switch w {
	case "اتفق", "اتفقت", "توافق", "توافقت", "توصل", "توصلت", "قع", "وقع", "قعت", "وقعت", "ابرم", "ابرمت", "انهي", "انهت", "تبادل", "تبادلت", "عقد", "عقدت", "اجري", "اجرت", "استانف", "استانفت", "اختتم", "اختتمت", "بدا", "بدات":
		return true
	}
	return false
}

// seatedTwo are the two sides of the meeting of two sides told last before token i, however far before;
// nil where none is told.
func (r *reader) seatedTwo(i int) []party {
	for n := len(r.met) - 1; n >= max(0, len(r.met)-mostPairs); n-- {
		var out []party
		for k := range r.met[n].parts {
			if q := &r.met[n].parts[k]; q.kind != 'p' && !helper(q.role) {
				out = append(out, party{at: span{i, i + 1}, name: q.name, actor: q.actor, kind: q.kind})
			}
		}
		if len(out) == 2 && r.met[n].at < i && (out[0].kind == 'o' || r.sideOf(&out[0])) && (out[1].kind == 'o' || r.sideOf(&out[1])) && r.fitsDual(i, out) {
			return out
		}
	}
	return nil
}

// inBrackets are the states that brackets at token k list, where they say who the group q is: «ممثلو
// الدول الثلاث (القمر والزهرة والمريخ)»; nil where they say anything else.
func (r *reader) inBrackets(q *party, k, lim int) []party {
	if q.kind != 'g' || r.p.Word(k) != "(" {
		return nil
	}
	end := r.closing(k, lim)
	if end == k {
		return nil
	}
	list, last := r.parties(k+1, end-1)
	if len(list) < 2 || last != end-1 {
		return nil
	}
	for _, o := range list {
		if o.kind != 'l' || !strings.HasPrefix(o.actor, "state:") {
			return nil
		}
	}
	return list
}
