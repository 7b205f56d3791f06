package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// skipAdjuncts passes over dates, adverbs, relative clauses, and phrases of
// occasion («في تصريحات لوكالة …», «خلال اجتماع حكومته») that stand before an object.
func (r *reader) skipAdjuncts(k, lim int) int {
	for from := k; k < lim; {
		next := r.afterAdjunct(from, k, lim)
		if next == k {
			return k
		}
		k = next
	}
	return k
}

// afterAdjunct is the token after the adjunct at token k, of those that stand from token from
// on; k where none stands there.
func (r *reader) afterAdjunct(from, k, lim int) int {
	p := r.p
	w := p.Word(k)
	switch {
	case whoIs(w) && r.parenthesis(k, lim) > k:
		return r.parenthesis(k, lim)
	case k == from && r.describesQuoted(k):
		return k + 1
	case k == from && strings.HasPrefix(w, "وصف") && p.Has(k, page.Suffixed) && r.describedSo(k, lim) > k:
		return r.describedSo(k, lim) // «نفى مصدر وصفته القناة بالمسؤول وجود وفد»
	case r.skippable(k) || w == "،" || w == "," || w == "الموافق" && p.Dated(k+1):
		return k + 1
	case r.is(k, isDash):
		if e := r.dashEnd(k, lim); e > k {
			return e + 1 // «اتهم الوزير - في حوار أمس - الحكومة»
		}
		return k
	case p.Has(k, page.Relative):
		return r.afterRelative(k, lim)
	case r.issuedFrom(k, lim) > k:
		return r.issuedFrom(k, lim)
	case k > from && followed(w):
		return r.commaAfter(k, lim) // «أكد الوزير، خلال لقاء تبعه مؤتمر صحفي، على»
	case w == "علي" && p.Word(k+1) == "لسان":
		return r.tongueEnd(k+2, lim)
	case w == "بلسان":
		return r.tongueEnd(k+1, lim)
	case r.repeatedly(k, lim) > k:
		return r.repeatedly(k, lim)
	case w == "منذ" && k+2 < lim:
		return r.sinceEnd(k, lim)
	case r.occasion(k, lim):
		return r.occasionEnd(k, lim)
	case k+3 < lim && (p.Word(k+1) == "قبل" || p.Word(k+1) == "بعد") && spanOfTime(w):
		return max(k+2, phrases.Extent(p, k+2, phrases.Walk{Limit: lim})) // «أعلنت ساعات قبل اللقاء عن»
	case (w == "بهذا" || w == "بهذه") && k+1 < lim && p.Has(k+1, page.Definite):
		return k + 2 // «أقر بهذا الخصوص تشكيل لجنة»
	case w == "مع" && k > from && p.Has(k-1, page.Venue):
		return max(k+1, phrases.Extent(p, k+1, phrases.Walk{Limit: lim}))
	case r.phraseToComma(k, lim) > k:
		return r.phraseToComma(k, lim)
	case r.medium(k):
		return r.mediumEnd(k, lim)
	case k == from:
		return r.lamComplement(k, lim)
	}
	return k
}

// describesQuoted reports whether the definite adjective at token k describes a name in marks
// or brackets right before it: «حركة "القوات الثورية" المسلحة».
func (r *reader) describesQuoted(k int) bool {
	p := r.p
	if k == 0 || !r.is(k-1, isQuote) && p.Word(k-1) != ")" {
		return false
	}
	w := p.Word(k)
	return p.Has(k, page.Definite) && !p.Named(k) && strings.HasPrefix(w, "الم") && !strings.HasPrefix(w, "الموا")
}

// tongueEnd is the token after whoever begins at token k and speaks for another: «رفضت الحركة،
// على لسان المتحدث باسمها، تسليم السلاح».
func (r *reader) tongueEnd(k, lim int) int {
	p := r.p
	if e := phrases.Extent(p, k, phrases.Walk{Limit: lim}); e > k {
		k = e
	}
	switch p.Word(k) {
	case "باسمها", "باسمه", "باسمهم":
		for k++; k < lim && p.Mention(k) != nil && p.Mention(k).Type == fact.Person; k++ {
		}
	}
	return k
}

// repeatedly is the token after the words at token k for several times, k where there are
// none: «كرر أكثر من مرة أن», «غير مرة».
func (r *reader) repeatedly(k, lim int) int {
	p := r.p
	if w := p.Word(k); w != "اكثر" && w != "غير" || k+1 >= lim {
		return k
	}
	switch {
	case p.Word(k+1) == "مره":
		return k + 2
	case p.Word(k+1) == "من" && p.Word(k+2) == "مره":
		return k + 3
	}
	return k
}

// sinceEnd is the token after the time since which something is, with منذ at token k: «تنفي
// الحركة منذ وقت طويل دعمها».
func (r *reader) sinceEnd(k, lim int) int {
	p := r.p
	if phrases.Demonstrative(p.Word(k+1)) && k+3 < lim {
		return k + 3 // «منذ ذلك الحين»
	}
	for k += 2; k < lim && !p.Has(k, page.Suffixed) && (p.Has(k, page.Adjective) || p.Dated(k) || strings.HasPrefix(p.Word(k), "طويل")); k++ {
	}
	return k
}

// occasionEnd is the token after the phrase of occasion whose preposition stands at token k,
// with the place, the day and the nouns that go with it.
func (r *reader) occasionEnd(k, lim int) int {
	p := r.p
	next := r.asyndeticEnd(phrases.Extent(p, k+1, phrases.Walk{Limit: lim}), lim)
	if m := p.Mention(next); m != nil && m.Type == fact.Location && p.Mention(k+1) == nil && p.Has(next-1, page.Definite) && r.area(k+1) {
		for next < lim && p.Mention(next) == m {
			next++ // «في العاصمة المحلية الميناء»
		}
	}
	if next+1 < lim && p.Word(next) == "من" && p.Dated(next+1) {
		for next += 2; next < lim && (p.Dated(next) || itself(p.Word(next))); next++ {
		} // «في وقت لاحق من اليوم ذاته»
	}
	if next > k+1 && itself(p.Word(next)) {
		next++ // «في الرسالة نفسها»
	}
	if r.toldInPaper(k+1, next) {
		next = k + 2
	}
	if p.Word(k) == "علي" && !p.Has(k+1, page.Definite) { // موقعه، حسابها: the pronoun ends the phrase
		for next = k + 2; next < lim && p.Has(next, page.Definite) && p.Has(next, page.Adjective); next++ {
		}
	}
	for next < lim && r.is(next, isAttached) {
		next = max(next+1, phrases.Extent(p, next, phrases.Walk{Limit: lim}))
	}
	return next
}

// mediumEnd is the token after the medium with ل at token k, and its name.
func (r *reader) mediumEnd(k, lim int) int {
	k++
	if q, ok := r.q.OpenAt(k); ok && q.Closed && q.Close < lim {
		k = q.Close + 1
	}
	for k < lim && r.p.Mention(k) != nil {
		k++
	}
	return k
}

// spanOfTime reports whether w (folded) is a stretch of time before or after which something is.
func spanOfTime(w string) bool {
	switch w {
	case "ساعات", "ساعه", "ساعتين", "دقايق", "ايام", "يوما", "يومين", "اسابيع", "اسبوعا", "اسبوعين", "اشهر", "شهرا", "شهرين":
		return true
	}
	return false
}

// itself reports whether w (folded) says that the noun before it is the one told of already.
func itself(w string) bool {
	return w == "نفسه" || w == "نفسها" || w == "ذاته" || w == "ذاتها"
}

// toldInPaper reports whether the phrase from the noun for a paper or speech at k to token end
// holds the noun of action that is told in it: «أعلن الوزير في بيان وقف القتال».
func (r *reader) toldInPaper(k, end int) bool {
	p := r.p
	if k+2 >= end || !r.is(k+1, isMasdar) || r.is(k+1, isAttached) || r.is(k+1, hasConj) && !r.is(k+1, isWhole) || !p.Has(k+2, page.Definite) || p.Named(k+1) {
		return false
	}
	switch p.Word(k) {
	case "بيان", "تصريح", "تصريحات", "كلمه", "خطاب", "تغريده", "رساله", "مقابله":
	default:
		return false
	}
	switch p.Word(k + 1) {
	case "نشر", "نقل", "بث", "صدر", "اذاع":
		return false // «في بيان نشر على موقعها»
	}
	return true
}

// describedSo is the token after «وصفته القناة بالمسؤول» at token k, k where the ب is missing.
func (r *reader) describedSo(k, lim int) int {
	e := phrases.Extent(r.p, k+1, phrases.Walk{Limit: lim})
	if e == k+1 || e >= lim || !r.is(e, attB) {
		return k
	}
	for e++; e < lim && r.p.Has(e, page.Definite) && r.p.Has(e, page.Adjective); e++ {
	}
	return e
}

// parenthesis is the comma that closes a clause at k which says what the subject is, k where
// none closes it soon: «أعلنت المنصة وهي مجموعة من الأحزاب، رفضها».
func (r *reader) parenthesis(k, lim int) int {
	for j := k + 2; j < lim && j < k+14; j++ {
		if r.is(j, isComma) {
			return j
		}
		if r.p.Mark(j) || r.clauseMark(j) || len(r.cues(j)) > 0 && r.cues(j)[0].finite() {
			break
		}
	}
	return k
}

// issuedFrom passes over «صادر عن الرئاسة» at k, which says whose a document is.
func (r *reader) issuedFrom(k, lim int) int {
	switch r.p.Word(k) {
	case "صادر", "الصادر", "صادره", "الصادره", "منسوب", "المنسوب":
	default:
		return k
	}
	if k+2 >= lim || !r.p.Has(k+1, page.Preposition) {
		return k
	}
	return max(k, phrases.Extent(r.p, k+2, phrases.Walk{Limit: lim}))
}

// lamComplement passes over a noun with ل right after a subject, which it
// complements where an object still follows: «البيان الختامي للقمة اضطهاد الأقلية».
func (r *reader) lamComplement(k, lim int) int {
	rd, _, ok := r.p.Find(k, lexicon.HeadWord, func(rd lexicon.Reading, _ lexicon.Sense) bool { return rd.Prep == 'l' && rd.Conj == 0 })
	if !ok && !(strings.HasPrefix(r.p.Word(k), "لل") && r.is(k, isAttached)) || rd.Pronoun != "" {
		return k
	}
	e := phrases.Extent(r.p, k, phrases.Walk{Limit: lim})
	if e > k && e < lim && r.nominalStart(e, lim) && r.is(e, isMasdar) {
		return e
	}
	return k
}

// occasion reports whether a preposition at k opens a phrase of time, place,
// occasion or medium.
func (r *reader) occasion(k, lim int) bool {
	p := r.p
	if k+1 >= lim {
		return false
	}
	switch p.Word(k) {
	case "في", "عبر":
		return r.placeNamed(k+1) || r.venueWord(k+1) || p.Date(k+1) != nil || p.Mention(k+1) != nil || p.Has(k+1, page.Definite) && (r.area(k+1) || phrases.Animate(p, k+1)) // «نفى الوفد في المدينة وجود خلاف»
	case "خلال", "عقب", "قبيل", "اثر", "لدي", "امام", "اثناء":
		return true
	case "علي":
		switch arabic.Undet(p.Word(k + 1)) {
		case "موقع", "موقعه", "موقعها", "صفحته", "صفحتها", "حسابه", "حسابها", "حساب", "صفحه", "هامش", "معرفاتها":
			return true
		}
	}
	return false
}

// placeNamed reports whether a noun for a place stands at token k with the name of that place
// or whose it is: «في مدينة الميناء», «في منتجع النخيل», «في فندق بالعاصمة».
func (r *reader) placeNamed(k int) bool {
	p := r.p
	if p.Mention(k) != nil || p.Has(k, page.Definite) {
		return false
	}
	switch p.Word(k) {
	case "مدينه", "بلده", "منتجع", "فندق", "قصر", "مقر", "ميناء", "مطار", "محافظه", "ولايه", "منطقه", "قريه", "مخيم", "جزيره", "ضاحيه", "مبني":
	default:
		return false
	}
	return p.Named(k+1) || p.Has(k+1, page.Definite) || r.is(k+1, attB)
}

// asyndeticEnd passes over a clause without a pronoun that describes the noun
// of occasion before k: «تصريحات نقلتها عنه وكالة …».
func (r *reader) asyndeticEnd(k, lim int) int {
	p := r.p
	if k >= lim || !phrases.FiniteVerb(p, k) || !r.asyndetic(k) {
		return k
	}
	k++
	for k < lim && (p.Has(k, page.Adverb) || p.Word(k) == "عنه" || p.Word(k) == "عنها" || p.Word(k) == "به" || p.Word(k) == "بها") {
		k++
	}
	if k < lim && p.Has(k, page.Preposition) {
		k++
	}
	return max(k, phrases.Extent(p, k, phrases.Walk{Limit: lim}))
}

// afterRelative passes over a relative clause at k that stands before an object:
// to its comma, or to the indefinite noun in the accusative that must be the object
// («التحالف الذي يقاتل المتمردين وقفا للنار»); k where neither is met.
func (r *reader) afterRelative(k, lim int) int {
	e := r.relativeEnd(k, lim)
	if e > k && r.p.Word(e) == "،" {
		return e
	}
	for j := k + 2; j < lim && j < k+14; j++ {
		if r.accusative(j) && !r.accusative(j-1) && !phrases.FiniteVerb(r.p, j-1) || r.opensAnother(j) {
			return j
		}
	}
	if e > k {
		return e + 1 // «المحادثات التي استضافتها المدينة «لم نتفق»»
	}
	return k
}

// followed reports whether w (folded) is a verb that tells of the meeting before it what came
// before or after it, or who was there, without a relative word.
func followed(w string) bool {
	switch w {
	case "تبعه", "تبعها", "تلاه", "تلاها", "تلته", "تلتها", "تبعته", "تبعتها", "سبقه", "سبقها", "سبقته", "سبقتها", "اعقبه", "اعقبها", "اعقبته", "اعقبتها", "حضره", "حضرها", "حضرته", "حضرتها":
		return true
	}
	return false
}

// commaAfter is the token of the comma that closes the clause at token k soon; k where none
// does.
func (r *reader) commaAfter(k, lim int) int {
	for j := k + 1; j < lim && j < k+16; j++ {
		if r.p.Word(j) == "،" {
			return j
		}
		if r.is(j, isClause|isBian) || r.p.Word(j) == ":" {
			return k
		}
	}
	return k
}

// phraseToComma is the token after the comma that closes a prepositional phrase
// at k («قيادة التحالف لدعم …، هدنة»), k where none closes it soon.
func (r *reader) phraseToComma(k, lim int) int {
	p := r.p
	w := p.Word(k)
	if !r.is(k, isAttached) && w != "في" && w != "الي" && w != "من" {
		return k
	}
	for j := k + 1; j < lim && j < k+12; j++ {
		if p.Word(j) == "،" {
			return j + 1
		}
		if phrases.FiniteVerb(p, j) || r.is(j, isClause|isBian) || p.Word(j) == ":" {
			return k
		}
	}
	return k
}

// medium reports whether token k begins «لوكالة …»، «لرويترز»، «للصحفيين».
func (r *reader) medium(k int) bool {
	p := r.p
	w := p.Word(k)
	if k > 0 && phrases.Belongs(p.Word(k-1)) {
		return false // «التابع لـ»
	}
	if m := p.Mention(k); m != nil {
		return m.Start > p.Tokens[k].Start && r.media(m) && strings.HasPrefix(w, "ل")
	}
	if !strings.HasPrefix(w, "ل") {
		return false
	}
	switch w {
	case "للصحفيين", "للصحافيين", "للاعلاميين", "ل":
		return true
	}
	_, _, ok := p.Find(k, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return rd.Prep == 'l' && p.Lex.Heads[s.Entry].Class == lexicon.HeadOutlet
	})
	return ok
}
