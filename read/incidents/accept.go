package incidents

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
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

// forced reports whether one of ps uses force.
func forced(ps []party) bool {
	for _, q := range ps {
		if q.force || q.kind == "ORG" || q.country != "" {
			return true
		}
	}
	return false
}

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
		if (d.passive || fell(d.cue.verb.ID)) && r.mishap(d) {
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
		if d.passive && animate(d.recipient) == 0 && slots(d) < 3 {
			return false // خطفت الأضواء
		}
		if d.cue.tense == arabic.Present && done(d.modal) && !d.title && !fights(d.cue.verb.ID) && slots(d) < 3 && !d.placed && d.date == "" {
			return false // what one does by habit is no event
		}
		if d.relative && d.finite && d.passive && slots(d) < 4 {
			return false
		}
		if d.cue.verb.ID == "aghraqa" && len(d.recipient) > 0 && (d.recipient[0].kind == fact.Location || r.area(r.head(d.recipient[0].span))) {
			return false // أغرق البلاد في حرب
		}
		if d.figurative() || r.inWords(d) || d.literal && r.figureIn(d.object) || d.place != "" && !d.placed && len(d.recipient) == 0 {
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
	case "CONSULT":
		if media(d.recipient) || d.relative && d.cue.verb.Past == "حضر" || r.toPress(d) {
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
	case "AGREE":
		if d.cue.verb.Past == "اتفق" && r.opines(d.cue.last) {
			return false
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
		if d.mode == "withdraw" && len(d.actor) > 0 && !d.actor[0].force && !d.placed {
			return false // انسحب المرشح من السباق
		}
		if d.cue.verb.Past == "تراجع" && (len(d.actor) == 0 || d.actor[0].kind == "PER" || !d.placed) {
			return false // one who changes his mind leaves no ground
		}
		return a+s > 0 && !d.byEvent
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

// blowsUp is the verb of what explodes.
const blowsUp = "infajara"

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

// recipientPlace reports whether a visited recipient is a place: «زار موسكو».
func (d *deed) recipientPlace() bool {
	for _, q := range d.recipient {
		if q.thing {
			return true
		}
	}
	return false
}

// nounHolds reports whether enough is told of a noun's deed to count it.
func (r *reader) nounHolds(d *deed, c *cue, ev *event) bool {
	a, s := animate(d.actor), struck(d.recipient)
	met := animate(d.recipient)
	if d.pronoun && len(d.actor) == 0 {
		a++
	}
	if d.figure && (d.kind == "ASSAULT" || d.kind == "PROTEST") {
		return false
	}
	switch d.kind {
	case "CONSULT":
		if media(d.recipient) || d.press || r.onAir(d) || d.mode == "third-party" && c.reading.Prep != 0 && s == 0 {
			return false
		}
		if d.mode == "visit" {
			if len(d.recipient) > 0 && d.recipient[0].masdar {
				return false // a journey leads to nobody's doing
			}
			return a > 0 && (d.bound && s+met > 0 || ev.occurs && d.told && c.verb.ID == "jawla" || d.placed && d.cue.verb.ID != "wasala" && d.cue.verb.ID != "wusul-wafd" || ev.occurs && met > 0) || ev.occurs && (d.placed || d.bound && s > 0 && r.nth(c.first-1)) && !c.reading.Det
		}
		return a+met >= 2 || ev.occurs && (a+met >= 1 || d.told || d.placed && !c.reading.Det)
	case "AGREE", "COOPERATE":
		if d.frameless && r.needsLiteral(&d.cue) || d.cue.verb.ID == "tashkil-hukuma" && !d.bound || d.kind == "AGREE" && r.opines(c.last) {
			return false
		}
		return a+met >= 2 || ev.occurs && (a+met >= 1 || d.told) || d.kind == "AGREE" && (ev.reached || r.concluded(c.first)) || d.kind == "AGREE" && (d.told && r.signed(c.first-1) || (c.verb.ID == "tawqi" || r.signed(c.first-1)) && r.since(c.first) && (d.told || a+met > 0 || !ev.genitive.empty()) && !r.aheadBefore(c.first-1))
	case "RETREAT":
		if d.mode == "ceasefire" && (d.frameless && !ev.occurs || d.pronoun) {
			return false
		}
		if d.mode == "withdraw" && r.p.Word(c.last) == "من" && r.deedNoun(c.last+1) && !r.named(c.last+1) {
			return false // الانسحاب من المحادثات: no ground is left
		}
		if d.mode == "release" && (r.concluded(c.first) || (ev.occurs || d.told || a+s >= 2) && r.particular(d.recipient)) {
			return true
		}
		return a+s >= 1 && (ev.occurs || d.told || d.bound && a >= 1 && s >= 1 && d.mode != "ceasefire" || r.judged(c.first))
	case "SANCTION":
		return met >= 1 && (d.bound || a >= 1) || ev.occurs && (a >= 1 || s >= 1)
	case "MOBILIZE":
		if ev.gathers {
			return false // حشد ضم الوزراء: those who came
		}
		if d.pronoun && !ev.occurs && !d.placed {
			return false // دورياتنا
		}
		return a >= 1 || s >= 1 && ev.occurs || ev.occurs && d.placed
	case "AID":
		return a >= 1 && (s >= 1 || d.placed || ev.occurs) || ev.occurs && s >= 1 || d.bound && s >= 1 && a >= 1
	case "COERCE":
		if d.mode == "arrest" && (met == 0 || r.operation(d.recipient[0].first)) {
			return false
		}
		return s >= 1 || a >= 1 && (d.placed || ev.occurs)
	case "PROTEST":
		if !ev.genitive.empty() && a == 0 && len(d.recipient) == 0 {
			return false // مسيرة السلام is no march
		}
		if (c.reading.Conj != 0 || d.pronoun) && !ev.occurs {
			return false
		}
		if a >= 1 || s >= 1 {
			return ev.occurs || d.placed || d.told || d.bound || !c.reading.Det
		}
		return ev.occurs && (d.placed || d.told || !c.reading.Det && ev.start >= 0) || d.placed && !c.reading.Det
	}

	if r.inWords(d) || c.verb.harm && r.mishap(d) {
		return false
	}
	n := slots(d)
	if d.pronoun && d.cue.verb.ID == "hujum" && d.weapon == "" && !d.placed {
		if by := r.clauseSubject(c.first); len(by) > 0 && by[0].kind == "PER" {
			return false
		}
	}
	switch {
	case n >= 1 && s > 0 && strikes(c.verb.ID) && r.ofHarm(c.first):
		return true // مقتل سبعة في قصف على القرية
	case n >= 2 && d.substance(a, s, ev) >= 2 && (a+s+met > 0 || !c.reading.Det):
		return true
	case n >= 1 && !ev.verbNoun.empty() && d.placed && d.told && !d.pronoun && !d.attempt:
		return true // الهجوم الذي وقع في المدينة قبل شهر
	case n == 1 && s > 0 && suffered(c) && c.verb.harm && c.verb.ID != "wafa" && r.particular(d.recipient) && r.saidOf(c.first):
		return true // أكد الجيش مقتل العشرات
	case n == 1 && ev.occurs && !d.pronoun && !d.attempt:
		return s > 0 && r.particular(d.recipient) || d.placed || !c.reading.Det && a > 0 || a > 0 && (d.between && r.particular(d.actor) || !ev.doer.empty() && forced(d.actor))
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
func (d *deed) substance(a, s int, ev *event) int {
	n := min(a, 1) + min(s, 1)
	for _, told := range []bool{d.placed, d.told, d.weapon != "", ev.occurs} {
		if told {
			n++
		}
	}
	return n
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
