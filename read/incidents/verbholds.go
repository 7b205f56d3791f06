package incidents

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// verbHolds reports whether enough is told of a verb's deed to count it: that
// those who act can act, and that somebody or something is named to whom it was
// done. Each type asks for what PLOVER's definition of it cannot do without.
func (r *reader) verbHolds(d *deed) bool {
	if d.odd && len(d.actor) == 0 && !results(d.cue.verb.ID) {
		return false
	}
	if (d.kind == "CONSULT" || d.kind == "MOBILIZE") && r.p.Word(d.cue.first-1) == "ما" {
		return false // ما يصل إلى ستين مسلحا
	}
	a, s := animate(d.actor), struck(d.recipient)
	switch d.kind {
	case "ASSAULT":
		return r.verbAttacks(d, a, s)
	case "CONSULT":
		return r.verbMeets(d, a)
	case "AGREE":
		if d.cue.verb.Past == "اتفق" && r.opines(d.cue.last) {
			return false
		}
		if d.cue.verb.Past == "توافق" && d.cue.count == 0 && len(d.actor) < 2 {
			return false // توافق الحركة على: she grants it, alone
		}
		return d.literal || a > 0 && (animate(d.recipient) > 0 || len(d.actor) > 1 || d.bare)
	case "AID":
		if d.relative && d.cue.tense == arabic.Present {
			return false // الدولة التي تدعم الحركة: a standing fact
		}
		return a > 0 && (s > 0 || d.literal && d.placed)
	case "COOPERATE":
		if d.cue.verb.ID == "aqama-base" && d.cue.tense == arabic.Present || d.cue.verb.ID == "shakkala-force" && s == 0 {
			return false // تقيم علاقات مع الجميع: a standing fact; شكل حكومته: with nobody
		}
		return a > 0 && s > 0 || d.literal && a > 0
	case "PROTEST":
		return r.holdsProtest(d)
	case "RETREAT":
		return d.withdraws() && a+s > 0 && !d.byEvent
	case "COERCE":
		if d.mode == "arrest" && !d.pronoun && !d.literal && !r.arrests(d) {
			return false // أوقف المفاوضات
		}
	case "SANCTION":
		if !d.literal {
			return a > 0 && animate(d.recipient) > 0
		}
	case "MOBILIZE":
		if d.relative {
			return false // the forces stationed there are a state and no event
		}
	}
	return a > 0 && (s > 0 || d.literal || d.bare || d.placed) || s > 0 && (d.literal || animate(d.recipient) > 0)
}

// blowsUp is the verb of what explodes.
const blowsUp = "infajara"

// verbAttacks reports whether a verb tells an attack that took place and enough of it: a of
// those who act can, and s of those to whom it was done can suffer.
func (r *reader) verbAttacks(d *deed, a, s int) bool {
	if (d.passive || fell(d.cue.verb.ID)) && r.mishap(d) || r.operationOf(d.object) || results(d.cue.verb.ID) && d.date == "" && !d.placed && r.warBefore(d.cue.first) {
		return false
	}
	if d.cue.verb.ID == "saytara" && d.cue.tense == arabic.Present && done(d.modal) && !d.title {
		return false // who holds a place took it before
	}
	if d.cue.verb.ID == blowsUp && d.cue.tense == arabic.Past && d.byEvent && d.placed {
		return true // انفجرت عبوة ناسفة في رتل للجيش
	}
	if d.bare {
		return d.byEvent && (d.placed || d.told || d.date != "" || len(d.actor) > 0) || a > 0 && d.placed
	}
	if d.slight() || r.noArms(d) {
		return false
	}
	if d.relative && slots(d) < 3 {
		return false // الذي اغتيل: known before, told again in passing
	}
	if results(d.cue.verb.ID) && d.literal && len(d.recipient) > 0 && r.has(d.recipient[0].first, wordNumber|bareQuantifier) {
		return true // عن مقتل العشرات: who is killed is somebody, however few the words
	}
	if !d.literal && !d.pronoun && len(d.recipient) > 0 && s == 0 {
		return (forced(d.actor) || d.mode == "targeted" || d.mode == "abduct") && !d.recipient[0].masdar
	}
	return s > 0 || d.literal && (a > 0 || s > 0 || d.placed || d.byEvent || !r.fronted(d.cue.first).empty()) || a > 0 && (d.placed || d.pronoun)
}

// operationOf reports whether a phrase is of an operation that is none of arms, as the noun after
// it says: «عملية تبادل»، «عملية إنقاذ», and not «عملية عسكرية».
func (r *reader) operationOf(s span) bool {
	if s.empty() || !r.operation(s.first) || s.first+1 >= r.sent.Last {
		return false
	}
	k := s.first + 1
	if r.p.Mark(k) || r.named(k) || r.has(k, wordPrep|wordVerb|sceneForce) || r.attached(k) != markBare || phrases.Adjective(r.p, k) {
		return false
	}
	_, _, attack := r.p.Find(k, lexicon.DeedWord, func(_ lexicon.Reading, n lexicon.Sense) bool {
		c := r.p.Lex.Deeds[n.Entry].Class
		return c == "ASSAULT" || c == "COERCE"
	})
	return !attack && r.has(k, wordMasdar|wordDeedNoun)
}

// warBefore reports whether a war as a whole is the subject of the verb at token i, which tells
// what came of it: «أودت الحرب بحياة الآلاف»، «النزاع الذي أودى».
func (r *reader) warBefore(i int) bool {
	for k := i + 1; k > r.sent.First && k > i-before; k-- {
		if k == i || r.named(k) {
			continue
		}
		switch stem(r.bare(k)) {
		case "حرب", "حروب", "نزاع", "صراع", "ازم", "ازمه":
			return phrases.Definite(r.p, k)
		}
		if k < i && (r.verbal(k) || r.p.Has(k, page.Stop|page.Comma)) {
			return false
		}
	}
	return false
}

// slight reports whether so little stands beside the verb of an attack that it tells no event
// of its own: a figure in the passive, a habit, a passive told in passing.
func (d *deed) slight() bool {
	if d.passive && animate(d.recipient) == 0 && slots(d) < 3 {
		return true // خطفت الأضواء
	}
	if d.cue.tense == arabic.Present && done(d.modal) && !d.title && !fights(d.cue.verb.ID) && slots(d) < 3 && !d.placed && d.date == "" {
		return true // what one does by habit is no event
	}
	return d.relative && d.finite && d.passive && slots(d) < 4
}

// noArms reports whether the verb of an attack is meant otherwise than of arms: of words, as a
// figure of speech, or of what is neither somebody nor a place.
func (r *reader) noArms(d *deed) bool {
	if d.cue.verb.ID == "aghraqa" && len(d.recipient) > 0 && (d.recipient[0].kind == fact.Location || r.area(r.head(d.recipient[0].span))) {
		return true // أغرق البلاد في حرب
	}
	return r.offers(&d.cue) || d.figurative() || r.inWords(d) || d.literal && r.figureIn(d.object) || d.place != "" && !d.placed && len(d.recipient) == 0
}

// offers reports whether the word of gaining ground means that somebody hands something in:
// «تقدم الوزير بشكوى».
func (r *reader) offers(c *cue) bool {
	return c.verb.Past == "تقدم" && find(r.complements(c.last), 0, markBi) >= 0
}

// verbMeets reports whether a verb tells a meeting or a visit: a of those who act can, and
// they meet somebody, or come to a place.
func (r *reader) verbMeets(d *deed, a int) bool {
	if media(d.recipient) || d.relative && (d.cue.verb.Past == "حضر" || d.cue.verb.Past == "شارك") || r.toPress(d) {
		return false
	}
	if d.mode == "visit" && !r.envoy(d.actor) {
		return false
	}
	if d.literal {
		return a > 0 || animate(d.recipient) > 0 || d.place != ""
	}
	if d.mode == "visit" && len(d.recipient) == 0 {
		return a > 0 && d.placed
	}
	return a > 0 && (animate(d.recipient) > 0 || d.recipientPlace() || d.pronoun || len(d.actor) > 1 || d.cue.verb.Past == "اجتمع" && d.cue.tense == arabic.Past && (d.placed || d.date != ""))
}

// toPress reports whether those who talk do so before the press: «عقد مؤتمرا صحفيا»، «يتحدث
// في مؤتمر صحفي مع الوزير».
func (r *reader) toPress(d *deed) bool {
	if r.union[d.cue.first]&wordPress == 0 {
		return false
	}
	for k := d.object.first; k <= d.object.last && d.literal; k++ {
		if r.has(k, wordPress) {
			return true
		}
	}
	if len(d.recipient) == 0 {
		return false
	}
	for k := d.cue.last; k < d.recipient[0].first; k++ {
		if r.has(k, wordPress) {
			return true
		}
	}
	return false
}

// recipientPlace reports whether a visited recipient is a place: «زار موسكو».
func (d *deed) recipientPlace() bool {
	for _, q := range d.recipient {
		if q.thing {
			return true
		}
	}
	return false
}

// opines reports whether those who agree with the verb before token i agree on an
// opinion and bind themselves to nothing: «اتفقوا على ضرورة …»، «على القول إن».
func (r *reader) opines(i int) bool {
	for _, c := range r.complements(i) {
		if c.mark != markAla {
			continue
		}
		switch stem(r.bare(r.head(r.items(&c)[0]))) {
		case "ضرور", "اهمي", "حتمي", "قول", "راي", "خطور", "استحال", "وجوب", "ضروره", "اهميه", "حتميه", "خطوره":
			return true
		}
		return false
	}
	return false
}

// withdraws reports whether a verb of retreat means so, and not that a race or an opinion was
// given up.
func (d *deed) withdraws() bool {
	if d.mode == "withdraw" && len(d.actor) > 0 && !d.actor[0].force && !d.placed {
		return false // انسحب المرشح من السباق
	}
	if d.cue.verb.Past == "تراجع" && (len(d.actor) == 0 || d.actor[0].kind == "PER" || !d.placed) {
		return false // one who changes his mind leaves no ground
	}
	return true
}

// arrests reports whether somebody is among those to whom it is done, and neither
// an event nor a place.
func (r *reader) arrests(d *deed) bool {
	if m := r.p.Mention(d.cue.last); m != nil && m.Type == fact.Location && !d.cue.fem && r.officeAt(d.cue.first) {
		return false // وحاكم دبي: the office
	}
	for _, q := range d.recipient {
		if q.thing && !q.empty() && vessel(stem(r.bare(r.head(q.span)))) {
			d.mode = "seize"
			return true // احتجزت الحركة سفينة
		}
		if !q.empty() && q.kind == "" && r.p.Word(q.last) == "من" && r.deedNoun(q.last+1) && !r.named(q.last+1) {
			continue // أوقف أياما من الاشتباكات
		}
		if q.animate && q.kind != fact.Location && (q.empty() || !r.deedNoun(r.head(q.span)) || r.named(q.first)) {
			return true
		}
	}
	return false
}

// vessel reports whether a stem is of what is stopped and held with those aboard.
func vessel(w string) bool {
	switch w {
	case "سفين", "سفينه", "سفن", "سفينتين", "ناقل", "ناقله", "ناقلات", "قارب", "قوارب", "زورق", "شاحن", "شاحنات", "حافل", "حافله", "حافلات":
		return true
	}
	return false
}
