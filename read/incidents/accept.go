package incidents

import (
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// animate counts those of ps who can act.
func animate(ps []party) int {
	n := 0
	for _, q := range ps {
		if q.animate {
			n++
		}
	}
	return n
}

// struck counts those of ps who can suffer a deed: people, bodies, things, places.
func struck(ps []party) int {
	n := 0
	for _, q := range ps {
		if q.animate || q.thing {
			n++
		}
	}
	return n
}

// forced reports whether one of ps uses force.
func forced(ps []party) bool {
	for _, q := range ps {
		if q.force || q.kind == "ORG" || q.country != "" {
			return true
		}
	}
	return false
}

// media reports whether one of ps is an outlet: talking to it is no meeting.
func media(ps []party) bool {
	for _, q := range ps {
		if q.media {
			return true
		}
	}
	return false
}

// envoy reports whether those who travel are somebody who can visit: a person, a
// body, an office, a delegation.
func (r *reader) envoy(ps []party) bool {
	for _, q := range ps {
		if q.kind != "" || q.empty() || q.force || r.office(q.first, q.last) || r.delegation(q.span) || phrases.Animate(r.p, r.head(q.span)) && !r.number(q.first) {
			return true
		}
	}
	return len(ps) == 0
}

// particular reports whether one of ps is named, counted, or one of some: «النساء»
// as such is nobody in particular.
func (r *reader) particular(ps []party) bool {
	for _, q := range ps {
		if q.kind != "" || q.force || q.country != "" || q.empty() || r.number(q.first) || !phrases.Definite(r.p, r.head(q.span)) && r.p.Is(r.head(q.span), lexicon.UnitWord) || r.has(q.first, bareQuantifier) && r.bare(q.first) != "جميع" && r.bare(q.first) != "كل" {
			return true
		}
	}
	return false
}

// fights reports whether an entry is the waging of a fight, which goes on.
func fights(id string) bool {
	switch id {
	case "qatala-iii", "haraba", "taqatala", "iqtatala", "khada", "saytara", "hasara", "shahada-fight":
		return true
	}
	return false
}

// concluded reports whether the verb before the noun at token i says that an
// agreement was reached: تم الاتفاق، جرى التوقيع.
func (r *reader) concluded(i int) bool {
	if v, _, ok := r.occurs(i - 1); ok && !r.denied(i-1) {
		return v.ID == "occurs-tamma" || v.ID == "occurs-jara" || v.ID == "occurs-abrama"
	}
	return false
}

// signed reports whether token i is the noun of signing, of which what follows tells when it
// was: «توقيع اتفاق السلام عام 2003».
func (r *reader) signed(i int) bool {
	switch stem(r.bare(i)) {
	case "توقيع", "ابرام":
		return !r.named(i)
	}
	return false
}

// slots counts the slots of a deed that are filled.
func slots(d *deed) int {
	n := min(len(d.actor), 1) + min(len(d.recipient), 1)
	for _, told := range []bool{d.place != "" && d.placed, d.date != "", d.weapon != ""} {
		if told {
			n++
		}
	}
	return n
}

// figurative reports whether an attack is one of words: a politician attacks with
// neither weapon nor place.
func (d *deed) figurative() bool {
	return d.wordy() && len(d.actor) > 0 && d.actor[0].kind == "PER" && d.weapon == "" && !d.placed
}

// figureIn reports whether an adjective in a phrase makes a word of war a figure of speech:
// «تعرض الوزير لهجوم إعلامي».
func (r *reader) figureIn(s span) bool {
	for k := s.first + 1; k < s.last; k++ {
		if r.has(k, sceneFigure) && !r.named(k) {
			return true
		}
	}
	return false
}

// inWords reports whether an attack of somebody in office on people or bodies is one of
// words: «شن رئيس الحزب هجوما على الحركة».
func (r *reader) inWords(d *deed) bool {
	if !d.wordy() || len(d.actor) == 0 || d.weapon != "" || d.placed {
		return false
	}
	q := &d.actor[0]
	return q.kind == "" && !q.force && !q.empty() && r.officeAt(q.first) && (len(d.recipient) == 0 || !d.recipient[0].thing)
}

// wordy reports whether a deed may be one of words: هاجم، شن هجوما.
func (d *deed) wordy() bool {
	switch d.cue.verb.ID {
	case "hajama", "shanna", "hujum":
		return true
	}
	return false
}
