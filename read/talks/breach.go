package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// breach reads an alleged or denied breach: «أخلت بالتزاماتها»، «فشلت في الوفاء
// بالتزاماتها»، «انتهاك وقف إطلاق النار»، «لم تلتزم بذلك»، «أنهت من جانب واحد».
func (r *reader) breach(i int) bool {
	s := r.sentence(i)
	if r.unkept(i) {
		return true
	}
	from, to := r.breached(i, s)
	if by, list := r.broughtUp(i); to == 0 && len(list) > 0 {
		b := bind{by: joinNames(list), content: by, status: "breach-alleged", alleged: r.speakerAt(i), rule: ruleBreach}
		if said := r.sayer(i); said == nil || said.Act != "deny" {
			r.bindTo(b)
		}
		return true
	}
	if to == 0 || from >= to {
		return false
	}
	k := from - 1
	if r.quoteMark(k) {
		k--
	}
	if w := r.p.Word(k); w == "اذا" || w == "ما" || w == "لو" || w == "ان" && r.p.Word(from) == "لم" {
		return false // «عبث إن لم تلتزم الحكومة ب…»
	}
	said := r.sayer(i)
	if two := joinNames(r.blameEachOther(i)); two != "" && said == nil {
		r.bindTo(bind{by: two, content: span{from, to}, status: "breach-alleged", alleged: two, rule: ruleBreach})
		return true
	}
	if said == nil {
		if r.notKept(i, from, s.Last) == 0 {
			return false
		}
		said = &statement{Statement: &fact.Statement{}} // told by the article itself
	}
	b := bind{content: span{from, to}, status: "breach-alleged", alleged: said.Name, rule: ruleBreach}
	r.breaker(&b, said, i)
	if b.by == "" && (r.bareBreach(said, from, i) || r.class(i) == lexicon.TalkTruceCourse && noBreach(said.Act, r.word(i).entry.Value)) {
		return true
	}
	r.bindTo(b)
	return true
}

// breached is where what the word at token i tells to be broken or not kept stands in the sentence s, from
// the word for it on; an end of 0 where it tells of nothing.
func (r *reader) breached(i int, s arabic.Sentence) (from, to int) {
	p := r.p
	switch c := r.class(i); {
	case c == lexicon.TalkBreach && p.Word(i-1) != "اي":
		from, to = i, r.boundBy(i, s.Last)
	case c == lexicon.TalkKeep, c == lexicon.TalkBind && r.word(i).entry.ID == "iltazama": // لم تلتزم ب…
		if k, ok := r.before(i, 4, span{s.First, i}, r.comesToNothing); ok {
			from, to = k, r.boundBy(i, s.Last)
			if to == 0 {
				to = r.notKept(i, k, s.Last)
			}
		}
	case c == lexicon.TalkTruceCourse && p.Word(i-1) != "اي" && (r.word(i).entry.Value == "violation-alleged" || r.word(i).entry.Value == "collapsed"):
		if k, ok := r.truceAfter(i, 8); ok {
			from, to = i, r.word(k).last
		} else if r.word(i).entry.Value == "violation-alleged" {
			from, to = i, r.agreementBroken(i, s.Last)
		}
	}
	if w := r.stem(i); w == "انهي" || w == "انهت" || w == "انهوا" {
		if k, ok := r.truceAfter(i, 8); ok {
			from, to = i, r.word(k).last
		}
	}
	if strings.HasPrefix(r.stem(i), "تنصل") || r.has(i, uint64(onBreach)) && r.recedes(i) {
		from, to = i, r.boundBy(i, s.Last)
	}
	return from, to
}

// comesToNothing reports whether token k says that what follows is not done: «عدم الوفاء», «لم تلتزم»,
// «فشلت في».
func (r *reader) comesToNothing(k int) bool {
	switch r.p.Word(k) {
	case "عدم", "بعدم", "لم", "ولم":
		return true
	}
	v, ok := r.is(k, lexicon.TalkCourse)
	return ok && v == "collapsed"
}

// breaker fills in who breaks what b tells by the word at token i, or denies that he does; said is the
// statement that tells it.
func (r *reader) breaker(b *bind, said *statement, i int) {
	p, from, to := r.p, b.content.first, b.content.last
	if said.Act == "deny" {
		b.status, b.by, b.alleged, b.rule = "breach-denied", said.Name, "", ruleBreachDenied
	} else if two := r.eachOther(said); two != nil {
		b.by, b.alleged = joinNames(two), joinNames(two)
	} else if said.Act == "accuse" && said.Target != "" {
		b.by = said.Target
	} else if list := r.breakers(from, to); len(list) > 0 && !lack(p.Word(from)) {
		b.by = list[0].name
		b.content.first = min(from, list[0].at.first)
	} else if list, _ := r.after(i, to); len(list) > 0 && r.p.Word(i+1) != "من" { // عدم التزام فلان ب…
		b.by = list[0].name
	} else if r.p.Word(i-1) == "في" {
		b.by = r.underThat(i) // «إن الحكومة اتخذت القرار في خرق للاتفاق»
	}
	if b.by == "" && r.has(i+1, stemBoth) { // عدم وفاء الطرفين بتعهداتهما
		b.by = nominative(p.Tokens[i+1].Span().In(p.Source), true)
	}
}

// lack reports whether w says that what follows is not done: «انتقد الوسيط {عدم} وفاء الحكومة».
func lack(w string) bool { return w == "عدم" || w == "بعدم" || w == "وعدم" }

// carryOut are the verbs of carrying out what was agreed.
const carryOut = "iltazam-bi"

// bareBreach reports whether the words from token from to the word at i name a breach and nobody whose it is,
// not even by a pronoun: «فشل تطبيق الاتفاق», «وصف الخطوة بأنها مخالفة للاتفاق»; who accuses somebody of it does.
func (r *reader) bareBreach(said *statement, from, i int) bool {
	if _, verb := r.finite(i); verb {
		return r.subjunctive(i)
	}
	if lack(r.p.Word(from)) {
		return r.word(i).entry.ID == carryOut
	}
	return said.Act != "accuse" && r.word(i).reading.Pronoun == "" && !r.p.Has(i, page.Suffixed)
}

// noBreach reports whether what a statement of the act says of a truce with no breaker, in a word of the
// value, alleges nothing: «أعلن إنهاء العمل بالهدنة», «هدد بإنهاء الهدنة», «حذر من خرق الهدنة».
func noBreach(act, value string) bool {
	return act == "threaten" || act == "warn" || act == "announce" && value == "collapsed"
}

// underThat is the subject right after أن of the clause of token i, "" where none stands there.
func (r *reader) underThat(i int) string {
	for k := i - 1; k >= r.sentence(i).First && k > i-14; k-- {
		if w := r.p.Word(k); w == "ان" || w == "بان" {
			if list, _ := r.parties(k+1, i); len(list) > 0 && list[0].at.first <= k+2 {
				return list[0].name
			}
			return ""
		}
	}
	return ""
}

// recedes reports whether the word at token i says that somebody goes back on what he is bound to:
// «تخلت الحكومة عن التزامها», «تراجعه عن وعوده».
func (r *reader) recedes(i int) bool {
	switch st := r.stem(i); {
	case strings.HasPrefix(st, "تخلي"), strings.HasPrefix(st, "تخلت"), strings.HasPrefix(st, "تراجع"):
	default:
		return false
	}
	for k := i + 1; k < i+8 && k+1 < len(r.p.Tokens) && !r.p.Mark(k); k++ {
		if r.p.Word(k) == "عن" {
			w := unowned(r.stem(k + 1))
			return strings.HasPrefix(w, "التزام") || strings.HasPrefix(w, "تعهد") || w == "وعود" || w == "وعد" || strings.HasPrefix(w, "تفاهم")
		}
	}
	return false
}

// agreementBroken is the token after the agreement that the word of breaking at token i takes, 0 where
// it takes none: «انتهكت الجبهة الاتفاق», «في خرق فاضح لاتفاق الخرطوم».
func (r *reader) agreementBroken(i, lim int) int {
	for k := i + 1; k < lim && k < i+5 && !r.p.Mark(k); k++ {
		if v, ok := r.is(k, lexicon.TalkBind); ok && (v == "agreement" || r.word(k).sense.Tense == arabic.Masdar) {
			return r.contentEnd(k, lim)
		}
		if _, verb := r.finite(k); verb && k > i+1 || r.preposition(k) {
			return 0
		}
	}
	return 0
}

// breakers are those who stand after or before the word of breaking at token k as its subject:
// «خرقت الجبهة الهدنة», «لكن المتمردين خرقوا الهدنة».
func (r *reader) breakers(k, to int) []party {
	if r.p.Word(k+1) == "من" && r.p.Word(k+3) == "واحد" { // أنهت من جانب واحد
		return r.beforeVerb(k)
	}
	if r.p.Word(k+1) == "من" && (r.p.Word(k+2) == "جانب" || r.p.Word(k+2) == "قبل") { // تخليا من جانب الحكومة
		list, _ := r.parties(k+3, to)
		return list
	}
	if list, _ := r.after(k, to); len(list) > 0 {
		return list
	}
	if r.has(k+1, stemBoth) && r.p.Word(k+2) == "،" { // خرق الطرفان، الحكومة والجبهة، الهدنة
		if list, _ := r.after(k+2, to); len(list) > 1 {
			return list
		}
	}
	if r.p.Word(k-1) == "في" && !r.isDefinite(k) {
		return r.doing(k) // قصف الجيش المدينة في خرق للهدنة
	}
	if r.class(k) == "" || r.word(k).sense.Tense != arabic.Masdar {
		for j := k - 1; r.conjoined(k) && j >= r.sentence(k).First && j > k-10; j-- {
			if _, verb := r.finite(j); verb {
				return r.subjectAt(j, k) // شددت الجبهة موقفها ونكثت بالتفاهمات
			}
		}
		return r.beforeVerb(k)
	}
	if q, ok := r.adjectiveSide(k + 1); ok {
		return []party{q} // الخروقات القمرية للاتفاق
	}
	for j := k - 1; j >= k-3 && j >= 0 && strings.HasPrefix(r.p.Word(k), "ب"); j-- {
		switch trimWaw(r.p.Word(j)) {
		case "قام", "قامت", "قاموا", "تقوم", "يقوم", "يقومون":
			return r.subjectAt(j, k) // قام المسلحون أمس بخرق الهدنة
		}
	}
	return nil // «إبلاغ الوسطاء بانتهاكات الهدنة»
}

// doing are those whose deed, told before token k in its sentence, is called a breach there.
func (r *reader) doing(k int) []party {
	for j := k - 2; j >= r.sentence(k).First && j > k-breachReach; j-- {
		if t, verb := r.finite(j); verb && t == arabic.Past && !r.relative(j-1) {
			return r.subjectAt(j, k)
		}
	}
	return nil
}

// breachReach is how many words before «في خرق للهدنة» the deed may stand.
const breachReach = 24

// eachOther are the two sides who accuse one another in s: «تبادل الطرفان الاتهامات بخرق الهدنة»;
// nil where s is another statement.
func (r *reader) eachOther(s *statement) []party {
	if s.Act != "accuse" || !strings.Contains(r.stem(s.cue.first), "تبادل") && s.Target != "الآخر" && s.Target != "الطرف الآخر" && s.Target != "بعضهما" || s.speaker.empty() {
		return nil
	}
	var list []party
	if k := s.speaker.first; r.has(k, stemBoth) {
		if list, _ = r.bothAt(k, s.speaker.last); len(list) < 2 {
			list = r.truceSides(k)
		}
	} else {
		list, _ = r.parties(k, s.speaker.last)
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// notKept is where what somebody did not keep to ends, told by the denied verb at token i after
// the denial at token k: «ولم تلتزم الحركة بالموعد»; 0 for anything else.
func (r *reader) notKept(i, k, lim int) int {
	if k != i-1 || trimWaw(r.p.Word(k)) != "لم" || r.class(i) != lexicon.TalkBind {
		return 0
	}
	for j := i + 1; j < lim && j < i+7; j++ {
		if w := r.p.Word(j); strings.HasPrefix(w, "ب") && (r.prefixed(j) || w == "ب") {
			return r.contentEnd(j, lim)
		}
	}
	return 0
}

// boundBy is the token after the word for what was bound (التزامات، تعهدات، اتفاق،
// هدنة) that the word at token i takes, 0 where none stands near.
func (r *reader) boundBy(i, lim int) int {
	for k := i + 1; k < lim && k < i+7; k++ {
		c := r.class(k)
		if c == lexicon.TalkBind || c == lexicon.TalkTruce {
			return r.contentEnd(k, lim)
		}
		if w := r.p.Word(k); strings.Contains(w, "التزام") || strings.Contains(w, "تعهد") || strings.Contains(w, "وعود") || strings.Contains(w, "تفاهمات") || promised(unowned(r.stem(k))) {
			return r.contentEnd(k, lim)
		}
	}
	return 0
}

// promised reports whether w (a stem) is a noun for a promise.
func promised(w string) bool {
	switch strings.TrimPrefix(w, "ب") {
	case "وعد", "تفاهم":
		return true
	}
	return false
}

// truceAfter finds a noun for a truce within n tokens after token i.
func (r *reader) truceAfter(i, n int) (int, bool) {
	for k := i + 1; k < len(r.talk) && k <= i+n; k++ {
		if r.class(k) == lexicon.TalkTruce {
			return k, true
		}
		if r.stops(k) {
			break
		}
	}
	return 0, false
}

// keeping reads that what was agreed is carried out: «استكمال انسحاب …»، «أوفت بتعهدها»،
// «تم تنفيذ …», where the article tells of something agreed or of a truce.
func (r *reader) keeping(i int) bool {
	p := r.p
	s := r.sentence(i)
	told := len(r.truces) > 0 || len(r.binds) > 0
	if !told && r.class(i) != lexicon.TalkKeep && r.stem(i) != "تنفيذا" && r.stem(i) != "تطبيقا" || r.pending(i) || r.hypothetical(i) || p.Word(i) == "وفي" { // and in, and no وفى
		return false
	}
	switch w := r.stem(i); w {
	case "تنفيذا", "تطبيقا":
		return r.inKeeping(i)
	case "استكمال", "اكمال", "اتمام", "استكمل", "استكملت", "اكمل", "اكملت":
		n := i + 1
		if _, verb := r.finite(i); verb { // استكملت الحكومة سحب قواتها
			_, n = r.after(i, s.Last)
		}
		if n < s.Last && r.action(n) && !r.demanded(i) && r.class(n) != lexicon.TalkMeeting {
			by := r.agreeing(n)
			if n > i+1 {
				by = joinNames(r.subjectAt(i, n))
			}
			r.bindTo(bind{by: by, content: span{i, r.contentEnd(i, s.Last)}, status: "kept", rule: ruleKeeping})
			return true
		}
	case "ازاله", "فتح", "سحب", "انسحاب", "اطلاق":
		if said := r.sayer(i); said != nil && said.content.first == i && said.Act == "state" && said.Mode == "indirect" && p.Word(i-1) != "ان" && len(r.truces) > 0 && !r.verbal(said.content) {
			r.bindTo(bind{content: said.content, status: "kept", rule: ruleKeeping})
			return true
		}
	}
	if r.class(i) == lexicon.TalkKeep && p.Word(i-1) != "لم" && !r.demanded(i) {
		if t, ok := r.finite(i); ok && t == arabic.Past {
			if r.carriedOut(i, s.Last) {
				return true
			}
			if to := r.boundBy(i, s.Last); to > 0 && !r.offObject(i) {
				by := r.agreeing(i)
				if r.has(i-1, stemBoth) {
					by = nominative(p.Tokens[i-1].Span().In(p.Source), true) // إن الطرفين نفذا التزاماتهما
				}
				r.bindTo(bind{by: by, content: span{i, to}, status: "kept", rule: ruleKeeping})
				return true
			}
		}
	}
	return false
}

// offObject reports whether what the verb of carrying out at token i takes is another thing than what was
// agreed: «نفذت الشركة المشروع وفق الاتفاق», «نفذت القوات غارات في خرق للاتفاق».
func (r *reader) offObject(i int) bool {
	for k := i + 1; k < i+7; k++ {
		w := r.p.Word(k)
		if r.paper(k) || strings.Contains(w, "التزام") || strings.Contains(w, "تعهد") || strings.Contains(w, "وعود") || promised(unowned(r.stem(k))) {
			return false
		}
		if r.preposition(k) && w != "من" && !strings.HasPrefix(w, "علي") || r.p.Mark(k) && !r.quoteMark(k) {
			return true
		}
		switch w {
		case "وفق", "وفقا", "رغم", "بموجب", "بحسب", "حسب", "بعد", "قبل", "خلال":
			return true
		}
	}
	return false
}

// inKeeping reads what somebody did as an agreement has it: «سلمت الجبهة الأسرى {تنفيذا} للاتفاق».
func (r *reader) inKeeping(i int) bool {
	k := i + 1
	for k < i+3 && !r.paper(k) {
		k++
	}
	if !strings.HasPrefix(r.p.Word(i+1), "ل") || !r.paper(k) {
		return false
	}
	for k = i - 1; k >= r.sentence(i).First && k > i-breachReach; k-- {
		t, verb := r.finite(k)
		if !verb {
			continue
		}
		list := r.subjectAt(k, i)
		if t != arabic.Past || len(list) == 0 || r.hypothetical(k) || r.isCue(k) {
			return false
		}
		r.bindTo(bind{by: joinNames(list), content: span{k, i}, status: "kept", rule: ruleKeeping})
		return true
	}
	return false
}

// verbal reports whether a finite verb stands in s.
func (r *reader) verbal(s span) bool {
	for k := s.first; k < s.last; k++ {
		if _, ok := r.finite(k); ok {
			return true
		}
	}
	return false
}
