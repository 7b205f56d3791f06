package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// prolonged: the truce is extended.
func (r *reader) prolonged(i int, c span) (string, string, int) {
	extends := func(k int) bool { v, ok := r.is(k, lexicon.TalkTruceCourse); return ok && v == "extended" }
	k, ok := r.before(i, 3, c, extends)
	if !ok {
		k, ok = r.verbOver(r.truceHead(i, c), c, extends) // مددت الحكومة والحركة العمل بالهدنة
	}
	if ok && (r.renews(k, i) || r.mayBeExtended(k, i)) {
		return "", "", 0
	}
	if ok {
		if w := r.p.Word(k - 1); r.denied(k) || w == "عدم" || w == "بعدم" || w == "دون" {
			return "", "", 0 // لم تمدد الهدنة
		}
		if s := r.sayer(i); s != nil && k >= s.content.first && (s.Act == "demand" || s.Act == "propose") {
			return "proposed", ruleProposal, k // طلب الوسطاء تمديد الهدنة
		}
		if t, verb := r.finite(k); verb && t == arabic.Present && r.p.Word(k-1) == "قد" {
			return "proposed", ruleProposal, k - 1 // قد تمدد الهدنة
		}
		for j := k + 1; j < i; j++ {
			if r.has(j, stemSeeks) {
				return "proposed", ruleProposal, k // جدد دعوته إلى هدنة
			}
		}
		if from, ok := r.before(k, 3, c, func(k int) bool { return r.has(k, wordRejects) }); ok {
			return "proposed", ruleProposal, from // رفض تمديد الهدنة
		}
		if from, ok := r.before(k, 4, c, func(k int) bool { return r.seeks(k) }); ok && r.word(k).sense.Tense == arabic.Masdar {
			return "proposed", ruleProposal, from // سبل تمديد الهدنة
		}
		if r.word(k).sense.Tense == arabic.Masdar && (r.pending(k) || r.word(k).reading.Prep == 'l') {
			return "proposed", ruleProposal, k // أملا في تمديد الهدنة
		}
		return "extended", ruleExtension, k
	}
	return "", "", 0
}

// mayBeExtended reports whether the noun at token k only says of a truce before it that it may be extended:
// «هدنة قابلة {للتمديد}، تشمل وقف الغارات», not of the one named at token i.
func (r *reader) mayBeExtended(k, i int) bool {
	if _, verb := r.finite(k); verb {
		return false
	}
	return r.p.Word(k+1) == "،" && k+1 < i || strings.HasPrefix(r.stem(k-1), "قابل")
}

// renews reports whether the word at token k renews something else than the truce named at token i:
// «جددت الحكومة التزامها بالهدنة».
func (r *reader) renews(k, i int) bool {
	if !strings.HasPrefix(r.stem(k), "جدد") {
		return false
	}
	for j := k + 1; j < i; j++ {
		if r.has(j, uint64(onBinding)) {
			return true
		}
	}
	return false
}

// seeks reports whether token k says that what follows is looked for and not there.
func (r *reader) seeks(k int) bool {
	if r.has(k, stemSeeks) {
		return true
	}
	switch r.stem(k) {
	case "سبل", "ترتيبات", "لتمديد", "محاوله", "بحث":
		return true
	}
	return false
}

// begunTruce: a word of holding governs the truce right before it, or a relative clause says that
// it began, whatever is said or hoped of it besides: «رحب بسريان الهدنة», «الهدنة التي بدأت أمس».
func (r *reader) begunTruce(i int, c span) (string, string, int) {
	k := i - 1
	if r.class(k) == lexicon.TalkBind {
		k-- // سريان اتفاق الهدنة
	}
	if v, ok := r.is(k, lexicon.TalkTruceCourse); ok && v == "in-force" && k >= c.first && r.word(k).sense.Tense == arabic.Masdar && !r.awaited(k, c) && !r.unbound(k) {
		return "in-force", ruleHolding, k
	}
	if r.takesEffect(k, c) {
		return "in-force", ruleHolding, k
	}
	if k := r.begunAt(i, c); k >= 0 {
		return "in-force", ruleHolding, k
	}
	last := r.word(i).last
	for last < c.last && r.isAdjective(last) && r.isDefinite(last) {
		last++
	}
	if r.relative(last) && (r.isDefinite(i) || r.isDefinite(last-1)) {
		switch r.stem(last + 1) {
		case "بدا", "بدات", "دخل", "دخلت", "سري", "سرت", "يسري", "تسري":
			return "in-force", ruleHolding, i
		}
	}
	return "", "", 0
}

// awaited reports whether what token k tells is still to come, or wished for: «موعد سريان
// الهدنة», «قبيل بدء سريان الهدنة».
func (r *reader) awaited(k int, c span) bool {
	for j := k - 1; j >= c.first && j >= k-3; j-- {
		switch trimWaw(r.stem(j)) {
		case "تاخر", "تاخير", "تاجيل", "تاجل", "ارجاء", "ارجي", "عرقله", "تعذر", "موعد", "قبل", "قبيل", "امكانيه", "احتمال", "فرص", "عدم", "شرط", "شروط":
			return true
		}
	}
	return false
}

// takesEffect reports whether token k is the verb of a truce right after it that takes effect:
// «{ودخلت} الهدنة التي أعلنتها الجبهة حيز التنفيذ».
func (r *reader) takesEffect(k int, c span) bool {
	switch trimWaw(r.p.Word(k)) {
	case "دخل", "دخلت", "تدخل", "يدخل":
	default:
		return false
	}
	if r.noDeed(k) || k < c.first {
		return false
	}
	for j := k + 2; j < c.last; j++ {
		switch r.stem(j) {
		case "حيز", "يومه", "يومها", "اسبوعه", "اسبوعها", "شهره", "شهرها": // دخل الاتفاق يومه الثالث
			return true
		}
	}
	return false
}

// proposedTruce: somebody asks for a truce, offers or seeks one.
func (r *reader) proposedTruce(i int, c span) (string, string, int) {
	switch r.p.Word(i - 1) {
	case "اليات", "واليات", "لاليات", "بنود", "تفاصيل":
		return "", "", 0 // how it is to work is talked of, and no longer whether
	}
	if k := r.strives(i, c); k >= 0 {
		return "proposed", ruleProposal, k
	}
	if r.standing(i) || r.toldOf(i, c) || r.agreedLong(i, c) || r.resulted(i, c) >= 0 {
		return "", "", 0
	}
	if s := r.sayer(i); s != nil && i < s.content.first+14 {
		switch s.Act {
		case "demand", "propose":
			if !r.succeeded(i, c) {
				return "proposed", ruleProposal, s.content.first
			}
		}
	}
	if k, ok := r.before(i, 9, c, func(k int) bool {
		if v, ok := r.is(k, lexicon.TalkTruceCourse); ok && v == "proposed" {
			return true
		}
		return r.has(k, stemSeeks)
	}); ok && !(r.class(k) == lexicon.TalkMeeting && r.settledBefore(k, c)) {
		return "proposed", ruleProposal, k
	}
	return "", "", 0
}

// strives is the word by which somebody is told to strive for the truce named at token i to become firm, -1 for
// none: «{جهود} تثبيت الهدنة», «يزور المدينة {سعيا} إلى تثبيت التهدئة».
func (r *reader) strives(i int, c span) int {
	k := i - 1
	switch w := r.stem(k); strings.TrimPrefix(w, "ل") {
	case "تثبيت", "ترسيخ", "تعزيز":
	default:
		return -1
	}
	at, ok := r.before(k, 3, c, func(j int) bool {
		switch r.stem(j) {
		case "جهود", "مساعي", "مساع", "سعيا", "محاولات", "محاوله", "يسعي", "تسعي", "يسعون", "بهدف", "بغيه", "اجل", "مبادره":
			return true
		}
		return false
	})
	if !ok {
		return -1
	}
	return at
}

// toldOf reports whether the truce named at token i is the subject of a verb in the indicative right after it,
// and so is told of and not asked for: «قال إن على المقاتلين المغادرة وإن {الهدنة} لا تشمل الجنوب».
func (r *reader) toldOf(i int, c span) bool {
	last := r.word(i).last
	if k := i - 1; !r.isDefinite(i) && !r.isDefinite(last-1) || trimWaw(r.p.Word(k)) != "ان" && trimWaw(r.p.Word(k)) != "بان" {
		return false
	}
	if r.p.Word(last) == "لا" {
		last++
	}
	t, verb := r.finite(last)
	return verb && last < c.last && t == arabic.Present && !r.must(last) && !r.future(last)
}

// standing reports whether the truce named at token i is there already: its keeping
// is asked for, «احترام الهدنة».
func (r *reader) standing(i int) bool {
	if !r.isDefinite(i) && !r.isDefinite(r.word(i).last-1) {
		return false
	}
	k := i - 1
	if phrases.Demonstrative(r.p.Word(k)) {
		k-- // باحترام هذه الهدنة
	}
	switch strings.TrimPrefix(r.stem(k), "ب") {
	case "احترام", "التزام", "تقيد", "تثبيت", "صمود", "ترسيخ", "لترسيخ", "تعزيز", "لتعزيز", "لتثبيت":
		return true
	}
	return false
}

// agreedLong reports whether the truce named at token i is told by an agreement on it with a
// day gone by: «المحادثات بعد اتفاق وقف القتال في يناير الماضي».
func (r *reader) agreedLong(i int, c span) bool {
	if v, ok := r.is(i-1, lexicon.TalkBind); !ok || v != "agreement" {
		return false
	}
	now := r.day(i)
	for k := r.word(i).last; k < c.last; k++ {
		if d := r.p.Date(k); d != nil {
			e := d.EDTF
			return year(e) > 0 && len(now) >= len(e) && e < now[:len(e)]
		}
	}
	return false
}

// declaredTruce: a truce is announced or agreed.
func (r *reader) declaredTruce(i int, c span) (string, string, int) {
	if r.declaredIn(i, c) > 0 {
		return "declared", ruleDeclaration, i
	}
	if s := r.sayer(i); r.standing(i) || s != nil && s.Act == "deny" {
		return "", "", 0 // أعلن موقفه من تثبيت الهدنة، نفى إعلان هدنة
	}
	if k := r.consented(i, c); k >= 0 {
		return "declared", ruleDeclaration, k
	}
	if k := r.resulted(i, c); k >= 0 {
		return "declared", ruleDeclaration, k
	}
	if k := r.headlined(i, c); k >= 0 {
		return "declared", ruleDeclaration, k
	}
	if k, ok := r.before(i, 2, c, func(k int) bool { return signing(r.stem(k)) }); ok && r.soughtFrom(k, c) < 0 && !r.pending(k) && !r.demanded(k) && !r.refused(k, c) {
		return "declared", ruleDeclaration, k // بعد توقيع هدنة
	}
	if k, ok := r.before(i, 24, c, r.announces); ok {
		return r.announced(k, c)
	}
	for k := r.word(i).last; k < c.last && k < r.word(i).last+5; k++ {
		if w := r.p.Word(k); w == "ليس" || w == "ليست" || r.joinedAction(k) {
			break // الهدنة ليست مجرد إعلان، تثبيت الهدنة واستئناف المسار الذي أعلنت الحكومة …
		}
		if r.announces(k) || signedIt(r.p.Word(k)) {
			return "declared", ruleDeclaration, i
		}
	}
	return "", "", 0
}

// announces reports whether token k is a word for announcing or agreeing on a truce.
func (r *reader) announces(k int) bool {
	if v, ok := r.is(k, lexicon.TalkTruceCourse); ok && v == "declared" {
		return true
	}
	switch r.stem(k) {
	case "واقر", "اعلن", "اعلنت", "اعلان", "اعلنوا", "باعلان", "اعلنها", "اعلنته", "اعلنتها", "اعلنه", "اتفق", "اتفقت", "اتفقا", "اتفقوا", "اتفاق", "اتفاقا", "الاتفاق", "وقع", "وقعت", "وقعا", "ابرم", "ابرمت", "اقر", "اقرت", "وقعناه":
		return true
	}
	return false
}

// announced is what the word for announcing at token k tells of the truce after it: that it is declared,
// or only proposed where somebody means to announce it or strives for it; nothing where it is refused.
func (r *reader) announced(k int, c span) (string, string, int) {
	if r.refused(k, c) {
		return "", "", 0 // استبعد الوزير إعلان هدنة
	}
	if strings.HasPrefix(r.stem(k), "اتفاق") { // التوصل إلى اتفاق تهدئة
		if at, ok := r.before(k, 2, c, r.arriving); ok {
			k = at
		}
	}
	if from := r.intended(k, c); from >= 0 {
		return "proposed", ruleProposal, from // يعتزم الجيش إعلان هدنة
	}
	if from := r.soughtFrom(k, c); from >= 0 {
		return "proposed", ruleProposal, from
	}
	if r.arriving(k) && (!r.reachedAt(k, c) || r.yetToBe(k, c)) {
		return "proposed", ruleProposal, k
	}
	return "declared", ruleDeclaration, k
}

// refused reports whether the noun at token k tells what somebody refuses or rules out: «استبعد الوزير
// إبرام هدنة».
func (r *reader) refused(k int, c span) bool {
	if _, verb := r.finite(k); verb {
		return false
	}
	at, ok := r.before(k, 8, c, func(j int) bool { return r.has(j, wordRejects) })
	return ok && r.p.Next(at, k, page.Relative) == k
}

// signing reports whether w (a stem) is a noun for signing something.
func signing(w string) bool { return w == "توقيع" || w == "ابرام" }

// soughtFrom is the word that makes what is told by a noun at token k a purpose, with no verb
// between: «بهدف التوصل إلى هدنة», «للتوصل إلى اتفاق»; -1 where none does.
func (r *reader) soughtFrom(k int, c span) int {
	for j := k; j >= c.first && j >= k-5; j-- {
		if _, verb := r.finite(j); verb {
			return -1
		}
		switch r.p.Word(j) {
		case "للتوصل", "لابرام", "لاعلان", "بهدف", "اجل", "بغيه", "محاوله", "سبيل", "امكانيه", "امل", "سعيا", "املا", "تسهيل":
			return j
		}
	}
	return -1
}

// signedIt reports whether w is a noun for signing or announcing what a pronoun on it
// points to: هدنة تم توقيعها.
func signedIt(w string) bool {
	switch w {
	case "توقيعه", "توقيعها", "اعلانه", "اعلانها", "ابرامه", "ابرامها", "اقراره", "اقرارها":
		return true
	}
	return false
}

// lasting: the truce holds, is kept or begins.
func (r *reader) lasting(i int, c span) (string, string, int) {
	hold := func(k int) bool {
		if v, ok := r.is(k, lexicon.TalkTruceCourse); ok && v == "in-force" {
			return true
		}
		switch unowned(strings.TrimPrefix(r.stem(k), "ب")) {
		case "يلتزم", "تلتزم", "يلتزمون", "يحترم", "تحترم", "احترمت", "احترم":
			return !r.subjunctive(k)
		case "التزام":
			if w := r.stem(k); unowned(w) != w { // جددت الجبهة التزامها بالهدنة, but not «يجب أن يعلن التزامه بالهدنة»
				t, verb := r.finite(r.verbBefore(k, c))
				return verb && t == arabic.Past
			}
			return true
		case "دخل", "دخلت", "يدخل", "دخول", "حيز", "تعزيز", "تثبيت", "ترسيخ", "لترسيخ", "لتثبيت", "لدعم", "لتعزيز", "احترام", "التزم", "التزمت", "التزما", "التزموا", "ساري", "ساريه", "حالي", "حاليه", "مستمر", "مستمره", "يشمل":
			return true
		}
		return false
	}
	if k, ok := r.before(i, 6, c, hold); ok {
		if r.titles(k) || r.hypothetical(k) || r.future(k) || strings.HasPrefix(r.stem(k), "التزام") && r.unbound(k) {
			return "", "", 0 // «ستسري الهدنة غدا», «تخلت الحكومة عن التزامها بالهدنة»
		}
		if r.denied(k) && r.stem(k) != "زال" {
			return "collapsed", ruleTruceEnd, k - 1 // لم تصمد الهدنة
		}
		return "in-force", ruleHolding, k
	}
	goesOn := func(k int) bool { v, ok := r.is(k, lexicon.TalkCourse); return ok && v == "ongoing" }
	if k, ok := r.verbOver(r.truceHead(i, c), c, goesOn); ok && !r.noDeed(k) {
		return "in-force", ruleHolding, k // يستمر وقف إطلاق النار حتى الخميس
	}
	if k := r.word(i).last; r.lastsOn(k) || r.lastsOn(k+1) && r.isAdjective(k) {
		return "in-force", ruleHolding, i
	}
	for k := r.word(i).last; k < c.last && k < i+8 && r.p.Word(k) != "،"; k++ {
		if w := r.stem(k); w == "قايم" || w == "قايمه" {
			if u := r.p.Word(k - 1); (u == "تعد" || u == "يعد") && r.denied(k-1) {
				return "collapsed", ruleTruceEnd, i // الهدنة لم تعد قائمة
			}
		} else if !hold(k) {
			continue
		}
		if k > r.word(i).last+1 && ofState(r.stem(k)) {
			continue // وقف القتال الناجم عن خلاف مستمر
		}
		if u := r.p.Word(k - 1); u == "لم" || u == "ولم" || u == "لن" {
			return "collapsed", ruleTruceEnd, i // لم تصمد
		}
		if r.future(k) || r.has(k-1, stemAhead) {
			return "", "", 0 // الهدنة ستسري غدا، الهدنة المقرر سريانها
		}
		return "in-force", ruleHolding, i
	}
	return "", "", 0
}

// titles reports whether the noun at token k is what a paper is about, and tells nothing yet: «بيان
// بشأن الالتزام بالهدنة».
func (r *reader) titles(k int) bool {
	switch r.p.Word(k - 1) {
	case "بشان", "حول", "بخصوص":
		return r.stem(k-2) == "بيان" || r.stem(k-2) == "بيانا"
	}
	return false
}

// lastsOn reports whether token k is a verb that says of the truce before it that it goes on:
// «الهدنة ستستمر حتى الأحد».
func (r *reader) lastsOn(k int) bool {
	v, ok := r.is(k, lexicon.TalkCourse)
	return ok && v == "ongoing" && r.verbStatus(k) != "" && r.verbStatus(k) != "concluded" && r.word(k).reading.Conj == 0
}

// ofState reports whether w (a stem) is an adjective that says of the noun beside it that
// it lasts.
func ofState(w string) bool {
	switch w {
	case "قايم", "قايمه", "حالي", "حاليه", "مستمر", "مستمره":
		return true
	}
	return false
}
