package incidents

import (
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// tally counts whom a noun names with its deed.
type tally struct {
	who  int // those who act and can
	whom int // those to whom it is done and who can suffer it
	met  int // those of them who can act, too, and so be met
}

// nounHolds reports whether enough is told of a noun's deed to count it.
func (r *reader) nounHolds(d *deed, c *cue, ev *event) bool {
	t := tally{animate(d.actor), struck(d.recipient), animate(d.recipient)}
	if d.pronoun && len(d.actor) == 0 {
		t.who++
	}
	if d.figure && (d.kind == "ASSAULT" || d.kind == "PROTEST") {
		return false
	}
	switch d.kind {
	case "CONSULT":
		return r.nounMeets(d, c, ev, t)
	case "AGREE", "COOPERATE":
		return r.nounAgrees(d, c, ev, t)
	case "RETREAT":
		return r.nounRetreats(d, c, ev, t)
	case "SANCTION":
		return t.met >= 1 && (d.bound || t.who >= 1) || ev.occurs && (t.who >= 1 || t.whom >= 1)
	case "MOBILIZE":
		if ev.gathers {
			return false // حشد ضم الوزراء: those who came
		}
		if d.pronoun && !ev.occurs && !d.placed {
			return false // دورياتنا
		}
		return t.who >= 1 || t.whom >= 1 && ev.occurs || ev.occurs && d.placed
	case "AID":
		return t.who >= 1 && (t.whom >= 1 || d.placed || ev.occurs) || ev.occurs && t.whom >= 1 || d.bound && t.whom >= 1 && t.who >= 1
	case "COERCE":
		if d.mode == "arrest" && (t.met == 0 || r.operation(d.recipient[0].first)) {
			return false
		}
		return t.whom >= 1 || t.who >= 1 && (d.placed || ev.occurs)
	case "PROTEST":
		return d.nounProtests(c, ev, t)
	}
	return r.nounAttacks(d, c, ev, t)
}

// nounMeets reports whether a noun tells a meeting between two, or a visit that leads
// somewhere.
func (r *reader) nounMeets(d *deed, c *cue, ev *event, t tally) bool {
	if media(d.recipient) || d.press || r.onAir(d) || d.mode == "third-party" && c.reading.Prep != 0 && t.whom == 0 {
		return false
	}
	if d.mode == "visit" {
		return r.nounVisits(d, c, ev, t)
	}
	if c.reading.Det && !ev.occurs && !d.told && !d.placed && d.between && r.standing(c.first) {
		return false // المحادثات بين القمر والشمس
	}
	return t.who+t.met >= 2 || ev.occurs && (t.who+t.met >= 1 || d.told || d.placed && !c.reading.Det)
}

// standing reports whether the noun at token i is for talks that go on, and for no one meeting.
func (r *reader) standing(i int) bool {
	switch stem(r.bare(i)) {
	case "مفاوضات", "محادثات", "مشاورات", "حوار", "تفاوض", "حوارات":
		return true
	}
	return false
}

// onAir reports whether those who talk do so on a channel or in a paper: «في لقاء مع فلان في
// القناة».
func (r *reader) onAir(d *deed) bool {
	if len(d.recipient) == 0 {
		return false
	}
	k := d.recipient[len(d.recipient)-1].last
	switch r.p.Word(k) {
	case "في", "علي", "عبر":
	default:
		return false
	}
	m := r.p.Mention(k + 1)
	if m == nil {
		return false
	}
	a := r.p.Actor(m.Actor)
	return a != nil && phrases.Media(a.Kind)
}

// nounVisits reports whether a noun of a journey tells who came and where to, or that the
// journey was made.
func (r *reader) nounVisits(d *deed, c *cue, ev *event, t tally) bool {
	if len(d.recipient) > 0 && d.recipient[0].masdar {
		return false // a journey leads to nobody's doing
	}
	if t.who > 0 && (d.bound && t.whom+t.met > 0 || ev.occurs && d.told && c.verb.ID == "jawla" || d.placed && d.cue.verb.ID != "wasala" && d.cue.verb.ID != "wusul-wafd" || ev.occurs && t.met > 0) {
		return true
	}
	return ev.occurs && (d.placed || d.bound && t.whom > 0 && r.nth(c.first-1)) && !c.reading.Det
}

// nounAgrees reports whether a noun tells that two came to terms or work together, or of an
// agreement that it was reached, whoever did.
func (r *reader) nounAgrees(d *deed, c *cue, ev *event, t tally) bool {
	if d.frameless && r.needsLiteral(&d.cue) || d.cue.verb.ID == "tashkil-hukuma" && !d.bound || d.kind == "AGREE" && r.opines(c.last) {
		return false
	}
	if t.who+t.met >= 2 || ev.occurs && (t.who+t.met >= 1 || d.told) {
		return true
	}
	if d.kind != "AGREE" {
		return false
	}
	if ev.reached || r.concluded(c.first) || d.told && r.signed(c.first-1) {
		return true
	}
	return (c.verb.ID == "tawqi" || r.signed(c.first-1)) && r.since(c.first) && (d.told || t.who+t.met > 0 || !ev.genitive.empty()) && !r.aheadBefore(c.first-1)
}

// nounRetreats reports whether a noun tells that ground was left, that fire ceased or that
// somebody was let go.
func (r *reader) nounRetreats(d *deed, c *cue, ev *event, t tally) bool {
	if d.mode == "ceasefire" && (d.frameless && !ev.occurs || d.pronoun) {
		return false
	}
	if d.mode == "withdraw" && r.p.Word(c.last) == "من" && r.deedNoun(c.last+1) && !r.named(c.last+1) {
		return false // الانسحاب من المحادثات: no ground is left
	}
	if d.mode == "release" && (r.concluded(c.first) || (ev.occurs || d.told || t.who+t.whom >= 2) && r.particular(d.recipient)) {
		return true
	}
	return t.who+t.whom >= 1 && (ev.occurs || d.told || d.bound && t.who >= 1 && t.whom >= 1 && d.mode != "ceasefire" || r.judged(c.first))
}

// nounProtests reports whether a noun tells a protest that took place, by somebody or
// somewhere.
func (d *deed) nounProtests(c *cue, ev *event, t tally) bool {
	if !ev.genitive.empty() && t.who == 0 && len(d.recipient) == 0 {
		return false // مسيرة السلام is no march
	}
	if (c.reading.Conj != 0 || d.pronoun) && !ev.occurs {
		return false
	}
	if t.who >= 1 || t.whom >= 1 {
		return ev.occurs || d.placed || d.told || d.bound || !c.reading.Det
	}
	return ev.occurs && (d.placed || d.told || !c.reading.Det && ev.start >= 0) || d.placed && !c.reading.Det
}

// nounAttacks reports whether a noun tells an attack of arms: the less stands beside it of who,
// whom and where, the more must say that it took place.
func (r *reader) nounAttacks(d *deed, c *cue, ev *event, t tally) bool {
	if r.inWords(d) || c.verb.harm && r.mishap(d) || r.offers(c) {
		return false
	}
	n := slots(d)
	if d.pronoun && d.cue.verb.ID == "hujum" && d.weapon == "" && !d.placed {
		if by := r.clauseSubject(c.first); len(by) > 0 && by[0].kind == "PER" {
			return false
		}
	}
	switch {
	case n >= 1 && t.whom > 0 && strikes(c.verb.ID) && r.ofHarm(c.first):
		return true // مقتل سبعة في قصف على القرية
	case n >= 2 && d.substance(t, ev) >= 2 && (t.who+t.whom+t.met > 0 || !c.reading.Det):
		return true
	case n >= 1 && !ev.verbNoun.empty() && d.placed && d.told && !d.pronoun && !d.attempt:
		return true // الهجوم الذي وقع في المدينة قبل شهر
	case n == 1 && t.whom > 0 && suffered(c) && c.verb.harm && c.verb.ID != "wafa" && r.particular(d.recipient) && r.saidOf(c.first):
		return true // أكد الجيش مقتل العشرات
	case n == 1 && ev.occurs && !d.pronoun && !d.attempt:
		return t.whom > 0 && r.particular(d.recipient) || d.placed || !c.reading.Det && t.who > 0 || t.who > 0 && (d.between && r.particular(d.actor) || !ev.doer.empty() && forced(d.actor))
	}
	return false
}

// ofHarm reports whether the noun at token i is what harm came of that was told just before
// it: «مقتل سبعة في قصف على القرية».
func (r *reader) ofHarm(i int) bool {
	n := len(r.out)
	if n == 0 || !r.out[n-1].cue.verb.harm || r.out[n-1].kind != "ASSAULT" || !done(r.out[n-1].modal) || r.out[n-1].sent != r.p.SentenceOf(i) {
		return false
	}
	if o := &r.out[n-1]; i-o.last > 4 || i-o.cue.first > reach/2 {
		return false
	}
	switch r.p.Word(i - 1) {
	case "في", "جراء", "اثر", "خلال", "نتيجه", "بسبب", "عقب":
		return true
	}
	return false
}

// saidOf reports whether a verb of speech stands shortly before the noun at token i, which
// is what it tells: «أكدت قيادة الجيش مقتل».
func (r *reader) saidOf(i int) bool {
	for k := i - 1; k >= r.sent.First && k > i-7; k-- {
		if r.p.Class(k)&(page.SpeechVerb|page.Finite) == page.SpeechVerb|page.Finite {
			return true
		}
		if r.p.Mark(k) || r.has(k, wordBreaks|wordPrep) && !r.named(k) {
			return false
		}
	}
	return false
}

// substance counts what a noun tells of its deed beside its own word: who, to
// whom, where, when, with what, and that it took place.
func (d *deed) substance(t tally, ev *event) int {
	n := min(t.who, 1) + min(t.whom, 1)
	for _, told := range []bool{d.placed, d.told, d.weapon != "", ev.occurs} {
		if told {
			n++
		}
	}
	return n
}
