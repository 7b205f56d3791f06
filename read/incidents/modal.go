package incidents

import (
	"strings"
	"time"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// modality of a deed told by a verb: future after س and سوف, negated after لم and
// لن and لا, hypothetical after the subjunctive's أن and conditionals.
func (r *reader) modality(d *deed, c *cue) {
	p := r.p
	k := c.first
	w := p.Word(k - 1)
	switch {
	case c.reading.Prep == 's' || w == "سوف" || w == "وسوف" || w == "فسوف":
		d.modal = "future"
	case c.reading.Prep == 'l':
		d.modal = "hypothetical"
	case w == "لم" || w == "لن" || w == "لا" || w == "ولم" || w == "ولن" || w == "ولا" || w == "الا" || w == "فلم" || w == "دون":
		d.modal = "negated"
	case w == "ان" && p.Word(k-2) == "قبل" && r.narrated(d):
	case c.tense != arabic.Past && (w == "ان" || w == "قد" || w == "كي" || w == "لكي" || w == "حتي" || w == "بان" || w == "وان" || w == "بحيث"):
		d.modal = "hypothetical"
	case w == "اذا" || w == "لو" || w == "ان" && c.tense == arabic.Past && r.conditional(k-1):
		d.modal = "hypothetical"
	}
	if d.modal == "asserted" && c.tense != arabic.Past && r.ahead(d, c) {
		d.modal = "future"
	}
	if d.modal == "future" && r.declared(d) {
		d.modal = "asserted"
	}
	if d.modal == "asserted" && r.any(d) {
		d.modal = "negated"
	}
	if d.modal == "asserted" {
		r.question(d)
	}
	r.attribute(d)
}

// declared reports whether a withdrawal to come is what somebody makes known, which is a deed
// already: «أعلن الجيش أن قواته ستنسحب».
func (r *reader) declared(d *deed) bool {
	at := r.held[d.cue.first]
	if at == 0 || d.kind != "RETREAT" || d.mode != "withdraw" {
		return false
	}
	st := &r.p.Reading.Statements[at-1]
	return st.Act == "announce" && st.Modal != "negated"
}

// narrated reports whether a past verb of the sentence has told a deed before d, so that «قبل
// أن» after it tells what came next.
func (r *reader) narrated(d *deed) bool {
	n := len(r.out)
	return n > 0 && r.out[n-1].sent == d.sent && r.out[n-1].finite && r.out[n-1].cue.tense == arabic.Past && done(r.out[n-1].modal)
}

// ahead reports whether a verb in the present is said of a time to come: «يزور
// القاهرة الأحد المقبل», «غدا».
func (r *reader) ahead(d *deed, c *cue) bool {
	p := r.p
	sets := d.mode == "visit" && !d.title && setsOut(c.verb.ID)
	for k := c.last; k < min(r.sent.Last, d.last+6); k++ {
		switch w := p.Word(k); {
		case w == "غدا", sets && w == "لاحقا":
			return true
		}
		if _, ok := calendar.Weekday(p.Word(k)); ok && sets && k < d.last {
			return true // يصل الخميس إلى عدن
		}
		if p.Mark(k) && p.Word(k) != "،" {
			return false
		}
		if r.dated(k) && (r.has(k, sceneComing) || !r.dated(k+1) && r.has(k+1, sceneComing)) {
			return true
		}
	}
	return false
}

// any reports whether what a verb does is done to «any»: «نفى أن يكونوا شنوا أي هجمات»،
// which is said of what was not done.
func (r *reader) any(d *deed) bool {
	if !d.object.empty() {
		return r.anyAt(d.object.first)
	}
	return len(d.recipient) > 0 && !d.recipient[0].empty() && r.anyAt(d.recipient[0].first)
}

// anyAt reports whether «أي» stands at token i of the sentence, with or without a
// particle.
func (r *reader) anyAt(i int) bool {
	if i < r.sent.First || i >= r.sent.Last {
		return false
	}
	switch r.p.Word(i) {
	case "اي", "لاي", "باي":
		return true
	}
	return false
}

// dayAhead holds the day of a deed against the day of its article: what is to be on a
// later one is not done («يجري الوزير محادثات السبت»). A past verb and an attack were
// not on that day, which is of something else in the sentence.
func (r *reader) dayAhead(d *deed) {
	if !done(d.modal) {
		return
	}
	if n := len(r.out); n > 0 && d.finite && d.cue.tense == arabic.Present && r.out[n-1].finite && r.out[n-1].modal == "future" && r.out[n-1].sent == d.sent {
		d.modal = "future" // يلتقي الوزير غدا ثم يتوجه إلى: what comes after is ahead, too
		return
	}
	if r.pledged(d) {
		d.modal = "future"
		return
	}
	if len(d.date) < 10 {
		return
	}
	b := r.p.Block(d.cue.first)
	if b == nil || len(b.Anchor) < 10 || d.date[:10] <= b.Anchor[:10] || !fullDay(d.date[:10]) {
		return
	}
	if d.finite && d.cue.tense == arabic.Past || d.kind == "ASSAULT" || d.kind == "COERCE" {
		d.date = ""
		return
	}
	d.modal = "future"
}

// pledged reports whether a deed is part of what sides have agreed to do: «اتفق الطرفان على عقد
// قمة وتبادل الأسرى», where the second may be written like a verb.
func (r *reader) pledged(d *deed) bool {
	switch d.kind {
	case "CONSULT", "RETREAT", "AID", "COOPERATE":
	default:
		return false
	}
	i := d.cue.first
	if d.finite && (d.cue.tense != arabic.Past || d.cue.reading.Conj != 'w' || !r.has(i, wordMasdar|wordDeedNoun)) {
		return false
	}
	return r.agreed(i) || !d.finite && r.agreedOn(i-1) && r.addedTo(i-1)
}

// addedTo reports whether «إلى» at token i joins what follows to what the deed before it in the
// sentence was an agreement on: «إضافة إلى عقد قمة».
func (r *reader) addedTo(i int) bool {
	n := len(r.out)
	return n > 0 && r.out[n-1].kind == "AGREE" && r.out[n-1].finite && r.out[n-1].sent == r.p.SentenceOf(i) && !r.p.Mark(i-1)
}

// fullDay reports whether a date is a year, month and day in figures.
func fullDay(edtf string) bool {
	_, err := time.Parse(time.DateOnly, edtf)
	return err == nil
}

// conditional reports whether «إن» at token k is written with its hamza below and
// opens its clause, which before a past verb is a condition.
func (r *reader) conditional(k int) bool {
	return strings.Contains(r.p.Tokens[k].Span().In(r.p.Source), "إ")
}

// question makes a deed in a question hypothetical.
func (r *reader) question(d *deed) {
	last := r.sent.Last - 1
	for k := last; k > r.sent.First && k > last-3; k-- {
		if w := r.p.Word(k); w == "؟" || w == "?" {
			d.modal = "hypothetical"
		}
	}
	if w := r.p.Word(r.sent.First); w == "هل" || w == "وهل" {
		d.modal = "hypothetical"
	}
}

// nominal is an event noun of the sentence in hand, and what tells its modality: that
// of the few that tell a deed is asked for, and of those that a noun joined to them
// goes on with.
type nominal struct {
	cue
	kind   string // type of its deed
	phrase int    // token after the noun with its adjectives and genitive
	clause int    // token after which its clause is read
	end    int    // token after the clause, -1 where it was not read
	occurs bool
	made   bool   // told as done whatever governs it: الهجوم الذي وقع
	modal  string // "" until asked for
	held   bool   // a relative verb says that it took place, and not that it stopped
}

// noted keeps the noun of d among those of its sentence and returns its number.
func (r *reader) noted(d *deed, ev *event) int {
	r.nouns = append(r.nouns, nominal{cue: d.cue, kind: d.kind, phrase: ev.phrase.last, end: ev.end, occurs: ev.occurs, made: !ev.verbNoun.empty() || ev.made || !ev.doer.empty(),
		held: !ev.verbNoun.empty() && !r.has(ev.verbNoun.first, bareStalls)})
	return len(r.nouns) - 1
}

// nounModality of a deed told by the n-th noun of the sentence: what governs the noun
// and what is said of its time.
func (r *reader) nounModality(d *deed, n int) {
	d.modal = r.nounModal(n)
	if d.modal == "asserted" {
		r.question(d)
	}
	r.attribute(d)
}

// nounModal is the modality of the n-th noun of the sentence.
func (r *reader) nounModal(n int) string {
	x := &r.nouns[n]
	if x.modal != "" {
		return x.modal
	}
	if r.accusation(x.first) != nil {
		x.modal = "asserted" // which attribute makes attributed
		return x.modal
	}
	if x.end < 0 {
		_, x.end = r.clause(x.clause)
	}
	modal := r.governedAs(x)
	if (x.kind == "CONSULT" || x.kind == "AGREE") && r.ruledOut(x.first) {
		modal = "negated" // لن يدخل فلان في مفاوضات
	}
	if r.anyAt(x.first-1) || x.kind == "AGREE" && (r.anyAt(x.last) || r.anyAt(x.last+1)) {
		modal = "negated" // دون التوصل إلى أي اتفاق
	}
	if (x.kind == "CONSULT" && !x.held || x.kind == "RETREAT" && x.verb.Act == "ceasefire") && r.putOff(r.beforeRound(x.first)) {
		modal = "negated" // أعلن الوسيط تأجيل المحادثات
	}
	if (x.kind == "CONSULT" || x.kind == "COERCE") && !x.held && x.reading.Prep == 0 && r.shunned(x.first) {
		modal = "negated" // قاطعت الحركة في عدن المحادثات
	}
	if modal == "asserted" && refusable(x) && r.rejected(x.first) {
		modal = "hypothetical" // «استبعد سالم دخول الحركة في مفاوضات», «أعلن رفضه تهجير السكان»
	}
	if x.kind == "CONSULT" && !x.held && r.stalled(x) {
		modal = "negated" // المحادثات المتوقفة منذ عام
	}
	if x.kind != "ASSAULT" && x.kind != "COERCE" && r.broken(x.first-1) {
		modal = "negated" // خرق الاتفاق
	}
	if modal == "asserted" && x.reading.Conj != 0 && !x.occurs && r.unrealBefore(n) {
		modal = "hypothetical" // تهمة الخطف والقتل
	}
	x.modal = modal
	return modal
}

// refusable reports whether who rejects what x names keeps it from being done, and does not
// condemn what was done: «رفضت الحركة الإفراج عن الأسرى», but «رفض القصف الذي طال المدينة».
func refusable(x *nominal) bool {
	switch x.kind {
	case "CONSULT", "AGREE":
		return !x.held
	case "COERCE", "RETREAT", "AID":
		return true
	}
	return false
}

// unrealBefore reports whether a noun shortly before the n-th of the sentence is not
// told as done.
func (r *reader) unrealBefore(n int) bool {
	for k := n - 1; k >= 0 && r.nouns[n].first-r.nouns[k].first < 14; k-- {
		if r.nounModal(k) == "hypothetical" {
			return true
		}
	}
	return false
}

// nounTime is the modality that what is said of the time of a noun's deed tells.
func (r *reader) nounTime(x *nominal) string {
	modal := "asserted"
	for k := x.last; k < x.phrase; k++ {
		if r.has(k, sceneComing) {
			modal = "future"
		}
	}
	for k := x.first - 1; x.occurs && k >= r.sent.First && k > x.first-8 && !r.p.Mark(k); k-- {
		if r.dated(k) && r.has(k, sceneComing) { // تنطلق الأحد المقبل الجولة
			modal = "future"
		}
	}
	if x.reading.Prep == 'l' || x.reading.Prep == 'b' && r.accusation(x.first) == nil && !r.reported(x.first) {
		_, _, adjacent := r.occurs(x.first - 1)
		if x.reading.Prep == 'l' && !adjacent || x.reading.Prep == 'b' && x.verb.Class != "CONSULT" && !x.occurs && !r.judged(x.first) {
			modal = "hypothetical"
		}
	}
	for k := x.first; k < x.end && k < x.last+14; k++ {
		if r.has(k, sceneComing) && !r.named(k) && phrases.Definite(r.p, k) {
			modal = "future"
		}
	}
	return modal
}

// governedAs is the modality that the words before a noun give it, or its time.
func (r *reader) governedAs(x *nominal) string {
	p := r.p
	modal := r.nounTime(x)
	if x.made {
		return modal
	}
	steps := 0
	for k := x.first - 1; k >= r.sent.First && steps < 3; k-- {
		w := p.Word(k)
		if p.Mark(k) || r.named(k) {
			if x.reading.Prep == 0 && r.wanted(k) {
				return "hypothetical"
			}
			break
		}
		v, _, occurs := r.occurs(k)
		if occurs && v.Mode == "does" {
			if r.denied(k) {
				return "hypothetical"
			}
			break
		}
		if r.unreal(k) && !(x.reading.Prep == 'b' && r.judged(x.first)) || r.attached(k) == markLi && r.purpose(k) {
			return "hypothetical"
		}
		if (strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") || w == "سوف") && len(w) > 8 || r.has(k, sceneComing) && (p.Word(k-1) == "من" || p.Word(k-1) == "ومن" || !phrases.Definite(p, k)) {
			return "future" // من المقرر عقد اجتماع، كان مقررا عقد اجتماع
		}
		if x.kind == "AGREE" && r.heldTo(k) {
			return "hypothetical" // رحب بسريان الاتفاق
		}
		switch w {
		case "تحت", "بشان", "حول", "بصدد", "بخصوص", "مقابل":
			return "hypothetical"
		case "لم", "لن", "عدم":
			return "negated"
		}
		if occurs || r.verbal(k) {
			if r.denied(k) {
				return "hypothetical"
			}
			break
		}
		switch m, _ := preposition(w); m {
		case markBare, markFi, markMin, markAn, markIla, markAla:
			if !r.has(k, bareQuantifier) { // جولة جديدة من المفاوضات
				steps++
			}
		default:
			return modal
		}
	}
	if modal == "asserted" && r.calledFor(x.first-1) {
		return "hypothetical"
	}
	if modal == "asserted" && r.untrue(x.first) {
		return "negated"
	}
	return modal
}

// agrees reports whether an entry of speech tells consent to what is still to be done, and no
// welcome to what is.
func agrees(entry string) bool {
	switch entry {
	case "speech:wafaqa", "speech:muwafaqa", "speech:tawafaqa":
		return true
	}
	return false
}

// judged reports whether the noun at token i is what somebody praises or condemns,
// and so takes for done: «رحب بتوقيع»، «ندد باضطهاد».
func (r *reader) judged(i int) bool {
	p := r.p
	for k := i - 1; k >= r.sent.First && k > i-5; k-- {
		if p.Mark(k) {
			return false
		}
		if _, _, ok := p.Find(k, lexicon.SpeechWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
			a := p.Lex.Speech[s.Entry].Act
			return a == "praise" || a == "criticise" || a == "accept"
		}); ok {
			return true
		}
	}
	return false
}

// attribute marks a deed told inside somebody's words and what those words do to
// it: what is demanded, threatened, proposed or expected is not done.
func (r *reader) attribute(d *deed) {
	if d.modal != "asserted" {
		return
	}
	at := r.held[d.cue.first]
	if at == 0 {
		return
	}
	st := &r.p.Reading.Statements[at-1]
	d.source = st.Name
	d.modal = "attributed"
	switch st.Act {
	case "demand", "threaten", "propose", "expect", "warn", "pledge":
		if !d.finite && !d.occurs && !d.told || d.finite && d.cue.tense != arabic.Past {
			d.modal = "hypothetical"
		}
	case "accept":
		if !d.finite && !d.occurs && !d.told && agrees(st.Entry) {
			d.modal = "hypothetical" // وافقت الحركة على إطلاق سراح جنديين
		}
	case "deny":
		d.modal = "negated"
	}
	if st.Modal == "negated" && !d.finite {
		d.modal = "negated"
	}
}

// joinedBefore reports whether the noun at token i is joined by و to others of its clause, of
// which token k is one: «بحشد القوات والقصف».
func (r *reader) joinedBefore(k, i int) bool {
	if !r.joined(i) || i-k > before {
		return false
	}
	for ; k < i; k++ {
		if r.verbal(k) || r.breaks(k) || r.p.Has(k, page.Comma|page.Stop|page.Relative) {
			return false
		}
	}
	return true
}

// accusation is the statement that accuses somebody of what the noun with ب at token i
// names: «اتهمت الحكومة الحركة بقصف القرية»; nil for none.
func (r *reader) accusation(i int) *fact.Statement {
	at := r.held[i]
	if at == 0 {
		return nil
	}
	switch stem(r.bare(i)) {
	case "خرق", "خروق", "انتهاك":
		return nil // of a truce, which is no blow
	}
	for k := i - 1; k >= r.sent.First && r.held[k] == at; k-- {
		switch stem(r.bare(k)) {
		case "مسؤولي", "مسوولي", "وقوف", "وراء", "تورط", "ضلوع", "في", "تنفيذ", "ارتكاب", "مواصل", "مواصله", "استمرار", "تعمد":
			continue
		}
		if !r.joinedBefore(k, i) {
			return nil
		}
		break
	}
	if st := &r.p.Reading.Statements[at-1]; st.Act == "accuse" && st.Modal != "negated" {
		return st
	}
	return nil
}

// reported reports whether the noun with ب at token i is what somebody makes known: «أفادت
// مصادر باعتقال خمسة ناشطين».
func (r *reader) reported(i int) bool {
	at := r.held[i]
	if at == 0 || i > 0 && r.held[i-1] == at {
		return false
	}
	st := &r.p.Reading.Statements[at-1]
	return (st.Act == "state" || st.Act == "announce") && st.Modal != "negated"
}
