package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// truce is what a clause says of a ceasefire.
type truce struct {
	at       int // token of the noun
	event    string
	evidence span
	parties  []party
	date     string
	form     string // of a day that cannot be resolved
	overseer string // stem of the noun for who watches over it
	place    string
	alleged  string
	title    bool
	terms    bool // it is told what it lays down
	rule     string
}

// ceasefires reads every noun for a truce in its clause.
func (r *reader) ceasefires() {
	for n := range r.marks[1:] {
		i := r.marks[n+1].at
		if _, ok := r.is(i, lexicon.TalkTruce); !ok {
			r.truceApart(i)
			continue
		}
		if r.soothing(i) || r.meanwhile(i) || r.p.Word(i-1) == "اي" || r.class(i-1) == lexicon.TalkBind && r.p.Word(i-2) == "اي" {
			continue
		}
		if t, ok := r.truceAt(i); ok {
			r.truces = append(r.truces, t)
			if t, ok := r.alsoDeclared(t); ok {
				r.truces = append(r.truces, t)
			}
		}
	}
	for k := range r.said {
		r.foughtOn(&r.said[k])
	}
}

// truceApart notes what the word at token i tells of a truce that is not named beside it.
func (r *reader) truceApart(i int) {
	t, ok := r.brokenIt(i)
	if !ok {
		t, ok = r.agreementHolds(i)
	}
	if ok {
		r.truces = append(r.truces, t)
	}
}

// alsoDeclared is what a relative clause says of who declared a truce that is told to be
// broken or at its end: «خرق الهدنة التي أعلنتها الجبهة».
func (r *reader) alsoDeclared(t truce) (truce, bool) {
	if t.event != "violation-alleged" && t.event != "collapsed" && t.event != "in-force" {
		return t, false
	}
	k := r.declaredIn(t.at, t.evidence)
	if k < 0 {
		return t, false
	}
	list, _ := r.after(k, t.evidence.last)
	d := truce{at: t.at, event: "declared", evidence: span{t.at, t.evidence.last}, parties: list, title: t.title, rule: ruleDeclaration}
	d.place = r.trucePlace(d.at, d.evidence)
	if t.event == "in-force" {
		return d, true // the day is that on which it came into force
	}
	d.date = r.dateIn(d.evidence)
	if d.date == "" {
		d.form = r.formIn(d.evidence)
	}
	return d, true
}

// truceAt reads what is said of the truce named at token i.
func (r *reader) truceAt(i int) (truce, bool) {
	c := r.clause(i)
	t := truce{at: i, title: r.p.InTitle(i), evidence: c}
	for _, try := range [...]func(*reader, int, span) (string, string, int){
		(*reader).overseen, (*reader).broken, (*reader).ended, (*reader).prolonged, (*reader).begunTruce, (*reader).proposedTruce, (*reader).declaredTruce, (*reader).lasting,
	} {
		if ev, rule, from := try(r, i, c); ev != "" {
			t.event, t.rule = ev, rule
			t.evidence = r.truceWords(c, min(from, i), i)
			own := r.ownWords(i, t.evidence)
			t.date = r.dateIn(own)
			if t.date == "" {
				t.form = r.formIn(own)
			}
			if ev == "mechanism" {
				t.overseer = r.stem(from)
			}
			t.place = r.trucePlace(i, t.evidence)
			t.parties = r.truceParties(i, c, ev, from)
			if s := r.sayer(i); s != nil && ev == "violation-alleged" && s.Act != "deny" {
				t.alleged = s.Name
				if two := r.eachOther(s); two != nil {
					t.alleged = joinNames(two)
				}
			}
			if ev == "violation-alleged" && len(t.parties) == 0 {
				t.parties = r.blameEachOther(i)
				t.alleged = max(t.alleged, joinNames(t.parties))
			}
			if ev == "violation-alleged" && len(t.parties) > 0 && t.parties[0].at.first < i {
				t.evidence.first = min(t.evidence.first, max(c.first, t.parties[0].at.first))
			}
			return t, true
		}
	}
	return t, false
}

// truceWords is the evidence: the clause from the word that tells the event on.
func (r *reader) truceWords(c span, from, i int) span {
	from = max(min(from, i), c.first)
	return span{from, max(c.last, r.word(i).last)}
}

// ownWords are the words of s up to a comma after which another verb than one of what becomes of the
// truce at token i tells something else: «بعد توقيع هدنة، تدعو الحكومة إلى سحب القوات في مايو».
func (r *reader) ownWords(i int, s span) span {
	for k := i + 1; k+1 < s.last; k++ {
		if r.p.Word(k) != "،" || r.class(k+1) != "" || r.p.Has(k+1, page.Relative) {
			continue
		}
		if t, verb := r.finite(k + 1); verb && t == arabic.Present && !r.joinedVerb(k+1) && !r.p.Dated(k+1) {
			return span{s.first, k}
		}
	}
	return s
}

// before looks back from token i for a word that ok accepts, over at most n
// words of the same clause.
func (r *reader) before(i, n int, c span, ok func(int) bool) (int, bool) {
	for k := i - 1; k >= c.first && k >= i-n; k-- {
		if ok(k) {
			return k, true
		}
	}
	return 0, false
}

// overseen: a body that watches over the truce, or is to.
func (r *reader) overseen(i int, c span) (string, string, int) {
	if k, ok := r.before(i, 10, c, func(k int) bool { return r.class(k) == lexicon.TalkOverseer }); ok {
		for j := k; j < i; j++ {
			switch r.stem(j) {
			case "مراقبين", "مراقبون", "مراقبو":
				if j == k && !strings.HasPrefix(r.stem(j+1), "دولي") && r.class(j+1) != lexicon.TalkTruce {
					continue // observers who watch and tell
				}
				return "mechanism", ruleMechanism, k
			case "مراقبه", "مشرفه", "مشرف", "مشرفين", "تنفيذ", "تطبيق", "متابعه", "اشراف", "لمراقبه", "لتنفيذ", "لمتابعه", "لتطبيق", "بمراقبه", "رصد", "لرصد", "تثبيت", "لتثبيت", "ضمان", "لضمان", "تحقق", "مكلفه":
				return "mechanism", ruleMechanism, k
			}
		}
	}
	head := r.truceHead(i, c)
	if w := r.p.Word(head - 1); w == "علي" && r.stem(head-2) == "اشراف" && strings.HasPrefix(r.p.Word(head-2), "لل") {
		head--
	} else if w != "لمراقبه" && w != "لرصد" {
		return "", "", 0
	}
	for k := head - 2; k >= c.first && k >= head-5; k-- { // تشكيل قوة لمراقبة الهدنة
		if _, verb := r.finite(k); verb || r.preposition(k) || r.p.Mark(k) {
			break
		}
		if w := r.stem(k); strings.HasPrefix(w, "قوه") || strings.HasPrefix(w, "قوات") || strings.HasPrefix(w, "بعثه") || strings.HasPrefix(w, "فريق") || strings.HasPrefix(w, "وحد") || strings.HasPrefix(w, "خليه") {
			return "mechanism", ruleMechanism, k
		}
	}
	return "", "", 0
}

// broken: a breach of the truce.
func (r *reader) broken(i int, c span) (string, string, int) {
	if k := r.inSpite(i, c); k >= 0 {
		return "violation-alleged", ruleTruceBreach, k
	}
	breach := func(k int) bool {
		v, ok := r.is(k, lexicon.TalkTruceCourse)
		return (ok && v == "violation-alleged" || r.class(k) == lexicon.TalkBreach) && r.p.Word(k-1) != "اي" // «أي خرق» is none yet
	}
	if k, ok := r.before(i, 5, c, breach); ok && !r.timed(k, i) {
		return "violation-alleged", ruleTruceBreach, min(k, r.verbBefore(k, c))
	}
	if k, ok := r.verbOver(r.truceHead(i, c), c, breach); ok && !r.noDeed(k) {
		return "violation-alleged", ruleTruceBreach, k
	}
	for k := r.word(i).last; k < c.last && k < r.word(i).last+6; k++ {
		if breach(k) && r.word(k).reading.Conj == 0 {
			return "violation-alleged", ruleTruceBreach, i
		}
	}
	if k, ok := r.before(i, 6, c, func(k int) bool {
		v, ok := r.is(k, lexicon.TalkCourse)
		return ok && v == "collapsed"
	}); ok {
		for j := k; j < i; j++ {
			switch r.stem(j) {
			case "تطبيق", "تنفيذ", "التزام", "للالتزام", "بالالتزام", "احترام", "تقيد", "وفاء":
				return "violation-alleged", ruleFailing, k
			}
		}
	}
	if k, ok := r.before(i, 4, c, func(k int) bool { return r.p.Word(k) == "عدم" || r.p.Word(k) == "بعدم" }); ok && r.sayer(i) != nil {
		switch unowned(r.stem(k + 1)) {
		case "التزام", "احترام", "تقيد":
			return "violation-alleged", ruleFailing, k // عدم احترام الجبهة الهدنة
		}
	}
	if k, ok := r.before(i, 8, c, func(k int) bool {
		return keepsTo(r.p.Word(k))
	}); ok && (r.p.Word(k-1) == "لم" || r.p.Word(k-1) == "ولم") && !r.conditional(k-1) {
		return "violation-alleged", ruleFailing, k - 1
	}
	return "", "", 0
}

// timed reports whether a word between tokens k and i makes what stands at i the time or the ground of what
// k tells: «خالف السائق القواعد {بعد} الهدنة».
func (r *reader) timed(k, i int) bool {
	for j := k + 1; j < i; j++ {
		switch r.p.Word(j) {
		case "بعد", "قبل", "خلال", "منذ", "رغم", "وفق", "حسب", "بموجب", "عقب", "اثر":
			return true
		}
	}
	return false
}

// keepsTo reports whether w is a verb of keeping to something, as it stands after لم.
func keepsTo(w string) bool {
	switch w {
	case "يلتزم", "تلتزم", "يلتزموا", "تلتزما", "يلتزما", "يحترم", "تحترم", "يحترموا", "يحترما", "تحترما", "يتقيد", "تتقيد", "يتقيدوا", "يراع", "تراع":
		return true
	}
	return false
}

// conditional reports whether the denial at token k is a condition: «إن لم تلتزم الحكومة بالهدنة».
func (r *reader) conditional(k int) bool {
	switch r.p.Word(k - 1) {
	case "ان", "اذا", "ما", "لو", "حال":
		return true
	}
	return false
}

// verbBefore is the finite verb before token k in the clause, k where none is.
func (r *reader) verbBefore(k int, c span) int {
	for j := k - 1; j >= c.first && j >= k-12; j-- {
		if _, ok := r.finite(j); ok {
			return j
		}
	}
	return k
}

// ended: the truce broke down or was called off.
func (r *reader) ended(i int, c span) (string, string, int) {
	end := func(k int) bool {
		v, ok := r.is(k, lexicon.TalkTruceCourse)
		if ok && v == "collapsed" {
			return true
		}
		v, ok = r.is(k, lexicon.TalkCourse)
		return ok && (v == "collapsed" || v == "cancelled" || v == "concluded" && (k == r.truceHead(i, c)-1 || strings.HasPrefix(r.stem(k), "انه")) && r.word(k).sense.Tense != arabic.Participle && r.word(k).sense.Tense != arabic.Present)
	}
	k, ok := r.before(i, 5, c, end)
	if !ok {
		k, ok = r.verbOver(r.truceHead(i, c), c, end)
	}
	if ok && r.failsToReach(k, i) {
		return "proposed", ruleProposal, k // فشلت الأطراف في التوصل إلى هدنة
	}
	if ok && r.word(i).reading.Prep != 'l' && !r.filesOf(k, i) && r.endsIt(k, i, c) {
		if from := r.threatened(k, c); from >= 0 {
			return "in-force", ruleHolding, from // هدد بإنهاء الهدنة: it holds as yet
		}
		return "collapsed", ruleTruceEnd, k
	}
	if k := r.forsaken(i, c); k >= 0 {
		return "collapsed", ruleTruceEnd, k
	}
	if k, ok := r.before(i, 2, c, func(k int) bool { return strings.TrimPrefix(r.stem(k), "ب") == "قطع" }); ok {
		if from := r.threatened(k, c); from >= 0 {
			return "in-force", ruleHolding, from
		}
	}
	if k, ok := r.before(i, 4, c, func(k int) bool { v, ok := r.is(k, lexicon.TalkAttend); return ok && v == "withdrew" }); ok && r.p.Word(k+1) == "من" {
		return "collapsed", ruleTruceEnd, k // انسحب من اتفاق الهدنة
	}
	if r.overSince(i, c) >= 0 {
		return "collapsed", ruleTruceEnd, i
	}
	if k := c.last; r.word(k).entry != nil && r.joinedVerb(k) && r.finished(i, k) {
		return "collapsed", ruleTruceEnd, i // هدنة استمرت شهرا وانتهت في مايو
	}
	for k := r.word(i).last; k < c.last && k < i+4; k++ {
		if r.word(k).sense.Tense == arabic.Masdar || r.endsOther(k) {
			continue // «التهدئة وإنهاء الحصار» ends no truce
		}
		if end(k) || r.isOver(k) {
			return "collapsed", ruleTruceEnd, i
		}
	}
	return "", "", 0
}

// isOver reports whether token k is a verb that says of the truce before it that it is over: «كانت الهدنة
// قد {انتهت}».
func (r *reader) isOver(k int) bool {
	v, ok := r.is(k, lexicon.TalkCourse)
	t, verb := r.finite(k)
	return ok && v == "concluded" && verb && t == arabic.Past && r.word(k).reading.Conj == 0 && !r.noDeed(k)
}

// endsOther reports whether the verb at token k after a truce puts an end to something else,
// or is yet to: «تهدئة تنهي الحصار», «ستفشلها».
func (r *reader) endsOther(k int) bool {
	w := trimWaw(r.p.Word(k))
	if r.p.Word(k+1) == "علي" && strings.Contains(w, "توقف") {
		return true // بدء الهدنة يتوقف على موقف الجبهة
	}
	for _, p := range [...]string{"تنهي", "ينهي", "انهت", "انهي", "توقف", "يوقف", "اوقف", "ست", "سي"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// finished reports whether the joined verb at token k says that the truce named at token i is
// over: it has its gender, and what stands between tells how long the truce went on.
func (r *reader) finished(i, k int) bool {
	v, ok := r.is(k, lexicon.TalkCourse)
	if !ok || v != "concluded" && v != "collapsed" || r.word(k).sense.Tense != arabic.Past || r.word(k).sense.Feminine != strings.HasSuffix(r.stem(i), "ه") {
		return false
	}
	return r.has(r.word(i).last, wordLasts)
}

// filesOf reports whether what the word at token k puts an end to is not the truce named at
// token i but what is left to settle of it, «لإنهاء بقية ملفات الهدنة», or efforts for it: «فشل
// جهود تثبيت الهدنة».
func (r *reader) filesOf(k, i int) bool {
	for j := k + 1; j < i; j++ {
		switch r.stem(j) {
		case "ملف", "ملفات", "بنود", "تفاصيل", "ترتيبات", "قضايا", "نقاط", "صياغه", "مسوده", "خلاف", "خلافات", "جهود", "مساعي", "محاولات", "وساطه":
			return true
		}
	}
	return false
}

// threatened is the word of threatening that what token k tells follows, -1 where none
// does: «هدد بقطع الهدنة».
func (r *reader) threatened(k int, c span) int {
	if at, ok := r.before(k, 8, c, func(k int) bool { _, _, ok := r.speechWord(k, "threaten"); return ok || r.feared(k) }); ok {
		if _, verb := r.finite(k); !verb {
			return at
		}
	}
	return -1
}

// emitTruces hands over each ceasefire fact once: of mentions of one event with
// nothing that tells them apart the first in the body counts.
func (r *reader) emitTruces() {
	var out []fact.Ceasefire
	var first []int // by fact: the mention that told it first
	for n, t := range r.truces {
		if t.title && r.truceInBody(t) {
			continue
		}
		if k, ok := r.sameTruce(out, first, n); ok {
			if e := out[k].Evidence; e[len(e)-1] != r.bytes(t.evidence) {
				out[k].Evidence = append(e, r.bytes(t.evidence))
			}
			if out[k].Date == "" {
				out[k].Date = t.date
			}
			if out[k].Place == "" {
				out[k].Place = t.place
			}
			continue
		}
		f := fact.Ceasefire{Event: t.event, Date: t.date, Place: t.place, AllegedBy: t.alleged, Rule: t.rule}
		for _, q := range t.parties {
			f.Parties = append(f.Parties, q.name)
		}
		for _, q := range r.sureties(t.evidence) {
			f.Guarantors = append(f.Guarantors, q.name)
		}
		f.Evidence = append(f.Evidence, r.bytes(t.evidence))
		out = append(out, f)
		first = append(first, n)
	}
	r.p.Reading.Ceasefires = append(r.p.Reading.Ceasefires, out...)
}

// truceInBody reports whether the body tells the same event as the title.
func (r *reader) truceInBody(t truce) bool {
	for _, o := range r.truces {
		if !o.title && o.event == t.event {
			return true
		}
	}
	return false
}

// sameTruce finds the fact among out that mention n repeats.
func (r *reader) sameTruce(out []fact.Ceasefire, first []int, n int) (int, bool) {
	t := r.truces[n]
	for k := max(0, len(out)-mostAlike); k < len(out); k++ {
		o := &out[k]
		if o.Event != t.event {
			continue
		}
		if o.Date != "" && t.date != "" && o.Date != t.date || o.Place != "" && t.place != "" && o.Place != t.place && t.event != "proposed" {
			continue
		}
		if !alikeTruces(&r.truces[first[k]], &t) {
			continue
		}
		return k, true
	}
	return 0, false
}

// alikeTruces reports whether two mentions of one event may be of one fact: not
// where other bodies watch over it, it is told of other days, or others declare it.
func alikeTruces(a, b *truce) bool {
	if a.overseer != b.overseer || a.form != "" && b.form != "" && a.form != b.form {
		return false
	}
	if a.event != "declared" || len(a.parties) == 0 || len(b.parties) == 0 {
		return true
	}
	if (len(a.parties) > 1) != (len(b.parties) > 1) {
		return false // one side's truce is not that of both
	}
	for _, x := range a.parties {
		for _, y := range b.parties {
			if x.name == y.name || x.actor != "" && x.actor == y.actor || briefly(x.name, y.name) || briefly(y.name, x.name) {
				return true
			}
		}
	}
	return false
}

// briefly reports whether a is the first word of b alone, with its article: «الحكومة» for
// «الحكومة القمرستانية».
func briefly(a, b string) bool {
	rest, ok := strings.CutPrefix(b, a)
	return ok && strings.HasPrefix(rest, " ") && strings.HasPrefix(a, "ال") && !strings.Contains(a, " ")
}
