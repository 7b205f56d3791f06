package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// relative reads the clause that follows an event noun and says who did it, to
// whom, or that it took place: «التي شنها الجيش على»، «استهدف دورية»، «الذي وقع في». It stands
// before the complements of the noun or after them.
func (r *reader) relative(c *cue, ev *event, k, lim int) {
	var end int
	ev.comps, end = r.clause(k)
	ev.end = end
	j := r.pause(k, lim)
	apart := j > k && r.p.Word(j-1) == "،" && (c.reading.Det || c.verb.Class == "AGREE") && !(j < lim && r.p.Has(j, page.Relative))
	// وفي الهجوم الثاني، استهدف انتحاري; بعد توقيع اتفاق، اندلعت اشتباكات: another clause
	if !apart && r.relativeAt(c, ev, j, lim) {
		return
	}
	if r.near(ev.comps) && !r.another(ev.comps) {
		r.relativeAt(c, ev, r.pause(end, lim), lim)
	}
}

// pause is the token after commas, dates and كان at token j, before a relative clause.
func (r *reader) pause(j, lim int) int {
	for j < lim && (r.p.Word(j) == "،" || r.dated(j) || r.has(j, wordWas)) {
		j++
	}
	return j
}

// relativeAt reads the relative clause at token j, with its pronoun or without, into ev; false
// where none stands there that tells of the noun.
func (r *reader) relativeAt(c *cue, ev *event, j, lim int) bool {
	p := r.p
	if j < lim && p.Has(j, page.Relative) {
		j++
	}
	for j < lim && r.has(j, wordWas) {
		j++
	}
	if j >= lim || p.Tokens[j].Kind != arabic.Word || r.dated(j) {
		return false
	}
	verb, pron, ok := r.occurs(j)
	if (c.verb.Class == "AGREE" || c.verb.Class == "SANCTION") && r.cameTo(c, ev, j) {
		return true
	}
	if !ok || r.denied(j) || r.named(j) || r.tellsNot(c, j, verb, pron) {
		return false
	}
	ev.occurs = true
	ev.reached = ev.reached || r.reached(j+1)
	ev.verbNoun = span{j, j + 1}
	more, last := r.clause(j + 1)
	ev.end = max(ev.end, last)
	if w := p.Word(j + 1); len(more) > 0 && (verb.ID == "occurs-sharaka" && (w == "فيها" || w == "فيه") || verb.ID == "occurs-qama" && (w == "بها" || w == "به")) {
		more, last = r.clause(j + 2)
		pron = true
		ev.end = max(ev.end, last)
	}
	switch {
	case pron && verb.ID != "occurs-jama-a": // لقاء جمعه ب: the pronoun is one of those who met
		more = r.relativeSubject(ev, more)
	case !pron && (verb.Mode == "hits" || verb.ID == "occurs-damma" || verb.ID == "occurs-jama-a"):
		ev.gathers = verb.Mode != "hits"
		more = r.relativeObject(ev, more)
	}
	ev.comps = r.both(ev.comps, more)
	return true
}

// tellsNot reports whether the verb at token j, which may say of an event noun that it took
// place, does not: it tells of another event, of the noun's kind, or is no verb. pron is
// whether it has the noun for its pronoun.
func (r *reader) tellsNot(c *cue, j int, verb *lexicon.Scene, pron bool) bool {
	if verb.Mode == "decides" || verb.ID == "occurs-tamma" && r.masdar(j+1) && !(c.verb.Class == "AGREE" && r.reached(j+1)) {
		return true
	}
	if w := r.p.Word(j + 1); verb.ID == "occurs-qama" && !pron && w != "بها" && w != "به" {
		return true // بعد جلسة المفاوضات قامت الطائرات ب: another clause
	}
	if w := r.p.Word(j); c.verb.Class == "CONSULT" && c.reading.Det && (w == "يقودها" || w == "تقودها" || w == "يقوده" || w == "تقوده") {
		return true // المحادثات التي يقودها الوسيط: which they are, and not that they were held
	}
	return pron && verb.ID == "occurs-usiba" // مقتل جندي وإصابة العشرات: the noun, written like أصابه
}

// relativeSubject takes the subject of the relative verb, the phrase after it, from those in
// the clause: «التي شنها الجيش على».
func (r *reader) relativeSubject(ev *event, more []complement) []complement {
	if len(more) > 0 && more[0].mark == markBare {
		ev.subject = r.whole(&more[0])
		more = more[1:]
	}
	return more
}

// relativeObject takes the object of the relative verb from the phrases in the clause: «استهدف
// دورية».
func (r *reader) relativeObject(ev *event, more []complement) []complement {
	for n, m := range more {
		if n < 3 && m.mark == markBare {
			ev.object = r.whole(&m)
			return append(more[:n:n], more[n+1:]...)
		}
	}
	return more
}

// cameTo reads the relative clause that says with a preposition and its pronoun who came
// to an agreement or signed it, or with the pronoun alone who imposed sanctions, with the verb
// at token j: «التفاهم الذي توصل إليه الطرفان»، «الاتفاقية التي وقع عليها الزعماء»، «العقوبات التي
// فرضتها الحكومة على».
func (r *reader) cameTo(c *cue, ev *event, j int) bool {
	k := j + 1
	switch r.p.Word(j) {
	case "توصل", "توصلت", "توصلا", "توصلوا", "وقع", "وقعت", "وقعا", "وقعوا", "اتفق", "اتفقت":
		switch r.p.Word(k) {
		case "اليه", "اليها", "عليه", "عليها":
		default:
			return false
		}
		ev.reached = true
		k++
	case "فرضتها", "فرضها", "تفرضها", "يفرضها", "اتخذتها", "اتخذها":
		if c.verb.Class != "SANCTION" {
			return false
		}
	default:
		return false
	}
	if r.denied(j) {
		return false
	}
	ev.occurs = true
	ev.verbNoun = span{j, j + 1}
	more, last := r.clause(k)
	ev.end = max(ev.end, last)
	ev.comps = r.both(ev.comps, r.relativeSubject(ev, more))
	return true
}

// imposed reports whether a relative clause follows the noun and the adjectives after it, which
// may say who came to an agreement or imposed sanctions.
func (r *reader) imposed(c *cue) bool {
	if c.verb.Class != "AGREE" && c.verb.Class != "SANCTION" {
		return false
	}
	k := c.last
	for k < c.last+2 && phrases.Adjective(r.p, k) {
		k++
	}
	return r.p.Has(k, page.Relative)
}

// reached reports whether token i is a noun for coming to an agreement or signing it:
// «الاتفاق الذي تم التوصل إليه».
func (r *reader) reached(i int) bool {
	switch strings.TrimPrefix(stem(r.bare(i)), "ل") {
	case "توصل", "توقيع", "ابرام", "توقيعه", "ابرامه":
		return true
	}
	return false
}

// another reports whether a noun joined to the event is of an event, too, to which the
// relative clause belongs: «الحد من القتال واستئناف المحادثات، التي جرت».
func (r *reader) another(comps []complement) bool {
	for n := range comps {
		if c := &comps[n]; c.mark == markBare && r.holdsDeed(r.whole(c)) {
			return true
		}
	}
	return false
}

// near reports whether a relative clause after the complements may still speak of
// the event: they only say where, between whom and on whom it was.
func (r *reader) near(comps []complement) bool {
	for n, c := range comps {
		switch c.mark {
		case markBayn, markFi, markAla, markDidd, markBi, markBare:
		case markLi:
			if s := r.items(&c)[0]; n == 0 || !r.acts(s) {
				return false // but «هجوم على حاجز للجيش أودى ب»
			}
		default:
			return false
		}
	}
	return true
}
