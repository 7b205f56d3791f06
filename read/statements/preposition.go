package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// preposition reads a slot marked by a preposition, bare (على) or attached (ب).
func (r *reader) preposition(c *cue, m *match, s slot, pos, lim int) (int, bool) {
	p := r.p
	if s.n == 0 {
		m.at, _, _ = r.findPreposition(c, s.Slot, pos, lim)
	}
	if s.Role == "target" && !s.last && pos < lim && fromPronoun(s.Mark, p.Word(pos)) {
		return pos + 1, true // «طلب منها الانسحاب»
	}
	k, cut, ok := r.findPreposition(c, s.Slot, pos, lim)
	if ok && s.Role == "content" && s.Mark == "الي" && r.area(k+1) {
		// «دعا … مبعوث المجلس إلى الجزيرة إلى زيارة الميناء»: an envoy is sent to a place
		if j, again, more := r.seekPreposition(s.Slot, k+2, lim); more {
			k, cut = j, again
		}
	}
	if !ok {
		return 0, false
	}
	if s.Mark == "ل" && s.Role == "content" && m.target.empty() && s.last && !r.is(k, isMasdar) && phrases.Animate(p, k) {
		// «جدد دعوته للأطراف للعمل»: whom, and to do what
		e := phrases.Extent(p, k, phrases.Walk{Limit: lim})
		if e > k && e < lim && r.is(e, attL) && r.is(e, isMasdar) {
			m.target = span{k, e}
			return r.afterPreposition(m, s, e, 0, lim)
		}
	}
	if c.verb.Act == "reject" && s.Role == "content" && (r.aboutSpeech(k+1) || pos < k && r.aboutSpeech(pos)) {
		return 0, false // «امتنع عن ذكر اسمه»: a deed, no position
	}
	return r.afterPreposition(m, s, k, cut, lim)
}

// seekPreposition looks for the preposition of a slot from pos on.
func (r *reader) seekPreposition(s *lexicon.Slot, pos, lim int) (at, cut int, ok bool) {
	if s.Role == "source" {
		lim = min(lim, r.skipAdjuncts(pos, lim)+4)
	}
	inner := false // in a relative clause whose verb is still to come
	stops := page.Preposition | page.Relative | page.Finite
	if page.ClassOf(s.Mark)&page.Preposition == 0 && len(s.Mark) != 2 {
		stops = ^page.Class(0) // a mark of another kind may be any word
	}
	for k, far := pos, pos+25; k < lim && k < far; k++ {
		if r.is(k, isDash) {
			if e := r.dashEnd(k, lim); e > k {
				k, far = e, far+e-k // what stands between dashes counts for nothing
			}
			continue
		}
		if r.w[k]&(isQuote|isColon|isSemicolon|isClause|isBian|isAlla|attB|attL|attK|isLetter|isOtherPart) == 0 && !r.p.Has(k, stops) && !r.p.Named(k) {
			continue
		}
		if q, open := r.q.OpenAt(k); open {
			if k+1 < lim && q.Close-q.Open > 2 {
				if cut, hit := r.prepAt(s.Mark, k+1); hit && cut > 0 {
					return k + 1, cut, true
				}
			}
			if q.Closed && q.Close < lim {
				k = q.Close
				continue
			}
		}
		if cut, hit := r.prepAt(s.Mark, k); hit && (!r.adjunct(s.Mark, k, cut) || s.Role == "source" && s.Mark == "في" && r.document(span{k + 1, k + 2})) {
			return k, cut, true
		}
		if e := r.attributionEnd(k, lim); e > k {
			k = e - 1
			continue
		}
		if r.p.Has(k, page.Relative) {
			if e := r.relativeEnd(k, lim); e > k && r.p.Word(e) != "" {
				k = e
				continue
			}
			inner = true
		}
		if r.endsSearch(s.Mark, k, lim) || k > pos && r.is(k, isOtherPart) && (r.p.Word(k+1) == s.Mark || r.clauseMark(k+1)) {
			return 0, 0, false
		}
		if k > pos && phrases.FiniteVerb(r.p, k) {
			if !inner && !r.asyndetic(k) {
				return 0, 0, false
			}
			inner = false
		}
	}
	return 0, 0, false
}

// attributionEnd passes over an attribution that stands between a verb and what it
// governs: «ودعا، وفق ما نقلت عنه الوكالة، إلى»; k where none stands there.
func (r *reader) attributionEnd(k, lim int) int {
	if !r.is(k, isAttrAlone) {
		return k
	}
	j := k + 1
	if r.is(j, isMa) || r.p.Word(j) == "لما" {
		j++
	}
	for j < lim && (r.is(j, isPast) || r.is(j, isPassed)) {
		j++
	}
	if e := phrases.Extent(r.p, j, phrases.Walk{Limit: lim}); e > j {
		return e
	}
	return k
}

// endsSearch reports whether nothing that a verb governs by the preposition mark
// can follow token k: a clause, a colon, a semicolon.
func (r *reader) endsSearch(mark string, k, lim int) bool {
	switch {
	case r.is(k, isColon):
		return true
	case r.is(k, isSemicolon):
		_, hit := r.prepAt(mark, min(k+1, lim-1))
		return !hit
	}
	return r.clauseMark(k) && !r.is(k-1, isSubordinate)
}

// prepAt reports whether the preposition mark stands at token k, and how many
// folded bytes of it stand before the noun in the same token.
func (r *reader) prepAt(mark string, k int) (cut int, ok bool) {
	p := r.p
	if p.Tokens[k].Kind != arabic.Word {
		return 0, false
	}
	w := p.Word(k)
	if w == mark {
		return 0, true
	}
	if (w == "مما" && mark == "من" || w == "عما" && mark == "عن") && calls(p.Word(k+1)) {
		return 2, true // «قلقه مما وصفه بالتعنت»
	}
	if len(mark) != 2 {
		return 0, false
	}
	var want byte
	var bit uint64
	switch mark {
	case "ب":
		want, bit = 'b', attB
	case "ل":
		want, bit = 'l', attL
	case "ك":
		want, bit = 'k', attK
	default:
		return 0, false
	}
	if mark == "ب" && w == "بما" && (calls(p.Word(k+1)) || happened(p.Word(k+1))) {
		return 2, true // «ندد بما وصفه بالتعنت»
	}
	if p.Has(k, page.Preposition|page.Adverb) || r.is(k, isClause|isBian) {
		return 0, false
	}
	if m := p.Mention(k); m != nil && m.Start > p.Tokens[k].Start {
		for _, rd := range p.Readings[k] {
			if rd.Prep == want && p.Inner(k, int(rd.Cut)) == m.Start {
				return int(rd.Cut), true
			}
		}
		return 0, false
	} else if m != nil {
		return 0, false
	}
	if r.is(k, bit) {
		return 2, true // the letter alone
	}
	return 0, false
}

// adjunct reports whether the preposition at k opens a phrase of place, time or
// occasion rather than what the verb governs.
func (r *reader) adjunct(mark string, k, cut int) bool {
	p := r.p
	next := k + 1
	if cut > 0 || len(mark) == 2 && p.Word(k) != mark {
		next = k
	}
	if next >= len(p.Tokens) || p.Date(next) != nil && mark != "من" {
		return true
	}
	if mark == "علي" && r.platform(next) || mark == "ل" && r.lamOfNoun(k) {
		return true
	}
	noun := arabic.Undet(stripPrep(p.Word(next), cut))
	if mark == "ل" && (noun == "ولايه" || noun == "مده" || noun == "فتره") {
		return true // «لولاية ثانية»
	}
	if (mark == "الي" || mark == "علي" || mark == "ب" && r.definite(next)) && askedFor(noun) {
		return false // «دعا إلى المشاركة في», «اعترض على مشاركة الوفد», «أشاد بالوساطة»
	}
	if adverbialNoun(noun) {
		return mark != "ب" || p.Word(next) != "بمشاركه"
	}
	if mark == "ب" && r.baOfWord(k, noun) {
		return true
	}
	if p.Word(k) == "باسم" && k > 0 && strings.HasPrefix(stem(p.Word(k-1)), "معروف") {
		return true // «اتهام الجماعة، المعروفة باسم العدل، القوات بحشد»
	}
	if p.Word(next) == "بطلب" && (p.Word(next+1) == "من" || p.Has(next+1, page.Adjective)) {
		return true
	}
	switch p.Word(k - 1) {
	case "رده", "ردها", "ردهم", "ردا":
		return mark == "علي" // «أكد في رده على سؤال أن»
	case "وفقا", "طبقا", "نقلا", "خلافا", "نظرا", "تبعا", "استنادا", "نتيجه":
		return true
	}
	return r.placeOrTime(mark, noun, next)
}

// lamOfNoun reports whether the ل at token k goes with the office or adjective before it and
// with no verb: «الأمين العام للهيئة»، «برنامجها المثير للجدل».
func (r *reader) lamOfNoun(k int) bool {
	p := r.p
	if k > 0 && p.Has(k-1, page.OfficeWord) && r.accusative(k-1) {
		return true // «بعد انتخابه رئيسا للبرلمان»
	}
	return r.ofOffice(k) || k > 0 && (phrases.Belongs(p.Word(k-1)) || takesLam(stem(p.Word(k-1))))
}

// baOfWord reports whether the ب at token k, with noun (without its article) behind it, goes with the
// word before it and with no verb.
func (r *reader) baOfWord(k int, noun string) bool {
	if k == 0 {
		return false
	}
	switch noun {
	case "اسمه", "اسمها", "اسمهم":
		return true // «على لسان المتحدث باسمها»
	}
	return aboutAdjective(r.p.Word(k - 1)) // «المقترح المصري الخاص بالهدنة»
}

// askedFor reports whether noun (without its article) is of taking part or helping on, which verbs
// govern by the prepositions that make an adverbial of it elsewhere.
func askedFor(noun string) bool {
	switch noun {
	case "مشاركه", "قياده", "رعايه", "اشراف", "وساطه", "حضور", "هدف":
		return true
	}
	return false
}

// adverbialNoun reports whether noun (without its article) makes an adverbial with a preposition
// before it: «بشأن»، «على هامش»، «برعاية».
func adverbialNoun(noun string) bool {
	switch noun {
	case "شان", "خصوص", "سبب", "حسب", "حضور", "مشاركه", "صفته", "صفتها", "شكل", "اتجاه", "هامش", "حده", "جانب", "راس", "حساب", "صفحه", "حد", "مناسبه", "موجب", "رعايه", "اشراف", "وساطه", "قياده", "زعامه", "رياسه", "هدف", "غيه", "واسطه", "التزامن", "موازاه", "اضافه", "نسبه", "مقابل", "رغم", "مقارنه":
		return true
	}
	return false
}

// placeOrTime reports whether the preposition mark before token next, whose noun is noun
// (without its article), tells where, when or by what way something is said.
func (r *reader) placeOrTime(mark, noun string, next int) bool {
	p := r.p
	switch mark {
	case "عن":
		w := p.Word(next)
		return w == "طريق" || w == "كثب" || w == "بعد"
	case "ب":
		if noun == "وقت" {
			return true // «أبلغها، بوقت سابق، أنها»
		}
		m := p.Mention(next)
		return m != nil && m.Type == fact.Location || p.Has(next, page.Venue)
	case "في":
		return r.area(next) || p.Has(next, page.Venue)
	}
	return false
}

// platform reports whether a network of posts, or somebody's own page on one, stands at
// token k: «أكد في تغريدة على "تويتر" أن».
func (r *reader) platform(k int) bool {
	p := r.p
	switch w := p.Word(k); {
	case w == "صفحته", w == "صفحتها", w == "حسابه", w == "حسابها", w == "موقعه", w == "موقعها", w == "منصه" && p.Word(k+1) == "(":
		return true
	case w == "منصه" || w == "تطبيق" || r.is(k, isQuote) || w == "(":
		for j := k + 1; j < k+3 && j < len(p.Tokens); j++ {
			if r.network(j) {
				return true
			}
		}
	case w == "موقع":
		return p.Word(k+1) == "التواصل" || r.network(k+1) || r.network(k+2)
	}
	return r.network(k)
}

// network reports whether a network of posts is named at token k.
func (r *reader) network(k int) bool {
	m := r.p.Mention(k)
	if m == nil || m.Type != fact.Organisation {
		return false
	}
	a := r.p.Actor(m.Actor)
	return a != nil && a.Kind == "social-network"
}

// fromPronoun reports whether w (folded) is the preposition mark with a pronoun.
func fromPronoun(mark, w string) bool {
	rest, ok := strings.CutPrefix(w, mark)
	return ok && mark == "من" && (rest == "ه" || rest == "ها" || rest == "هم" || rest == "هما")
}

// calls reports whether w (folded) is a verb by which somebody calls a thing something.
func calls(w string) bool {
	for _, v := range [...]string{"وصف", "اعتبر", "اسم", "سما", "عد"} {
		if rest, ok := strings.CutPrefix(w, v); ok {
			switch rest {
			case "ه", "ها", "ته", "تها", "وه", "وها", "اه", "اها", "اته", "ياه":
				return true
			}
		}
	}
	return false
}

// aboutAdjective reports whether w (folded) is an adjective that ب completes with what
// something is about.
func aboutAdjective(w string) bool {
	switch w {
	case "الخاص", "الخاصه", "المتعلق", "المتعلقه", "المعني", "المعنيه", "المعنيين", "المكلف", "المكلفه", "المرتبط", "المرتبطه":
		return true
	}
	return false
}

// takesLam reports whether w (a stem) is an adjective that ل completes, so that the ل after
// it is no verb's: «برنامجها المثير للجدل».
func takesLam(w string) bool {
	switch w {
	case "مثير", "مثيره", "قابل", "قابله", "صالح", "صالحه", "موجه", "موجهه", "مخصص", "مخصصه", "مناسب", "مناسبه", "ملايم", "ملايمه",
		"مويد", "مويده", "مناهض", "مناهضه", "معارض", "معارضه", "داعم", "داعمه", "خاضع", "خاضعه", "مخالف", "مخالفه", "منافي", "منافيه",
		"معادي", "معاديه", "مجاور", "مجاوره", "محاذي", "محاذيه", "مماثل", "مماثله", "مشابه", "مشابهه", "لازم", "لازمه", "ضروري", "ضروريه", "كافي", "كافيه":
		return true
	}
	return false
}

// ofOffice reports whether the noun with ل at token k says of what an office right
// before it is: «الأمين العام للهيئة».
func (r *reader) ofOffice(k int) bool {
	p := r.p
	if !p.Named(k) {
		return false
	}
	for j := k - 1; j > 0 && j >= k-3; j-- {
		if p.Has(j, page.OfficeWord) {
			end, _, _, ok := phrases.Office(p, j)
			return ok && end >= k
		}
	}
	return false
}

// area reports whether a place is named at token i or a noun for one stands there:
// «في مدينة الميناء».
func (r *reader) area(i int) bool {
	if m := r.p.Mention(i); m != nil {
		return m.Type == fact.Location
	}
	_, _, ok := r.p.Find(i, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return rd.Cut == 0 && r.p.Lex.Heads[s.Entry].Class == lexicon.HeadArea
	})
	return ok
}

func stripPrep(w string, cut int) string {
	if cut > 0 && cut < len(w) {
		return w[cut:]
	}
	return w
}

// afterPreposition settles a slot whose preposition stands at k.
func (r *reader) afterPreposition(m *match, s slot, k, cut, lim int) (int, bool) {
	p := r.p
	next := k + 1
	attached := cut > 0 || len(s.Mark) == 2 && p.Word(k) != s.Mark
	if attached {
		next = k
	}
	if next >= lim {
		return 0, false
	}
	if s.Role != "content" {
		end := phrases.Extent(p, next, phrases.Walk{Limit: lim})
		if end == next {
			end = next + 1
		}
		for j := next + 1; j < end && !s.last; j++ {
			if r.definite(j-1) && !p.Has(j, page.Definite) && p.Mention(j) == nil && !r.is(j, isAttached) && r.is(j, isMasdar) && !phrases.Animate(p, j) {
				end = j // «أهاب بالسكان التزام منازلهم»
			}
		}
		who := span{next, end}
		switch s.Role {
		case "source":
			m.source = who
		case "target", "addressee":
			m.target = who
		}
		if s.last && !m.noun {
			return 0, false
		}
		return end, true
	}
	m.zoneEnd, m.weak, m.rule = k, true, "statements.preposition"
	if !s.last {
		return next, true
	}
	if next+1 >= lim && r.is(k, isResuming) || r.is(next, isResuming) && attached {
		return 0, false // «التزم بها»: says nothing by itself
	}
	m.content, m.cut = next, cut
	if attached && cut == 0 {
		m.cut = 2
	}
	if !attached {
		if content, _, ok := r.markAt(next); ok {
			m.content, m.weak, m.rule = content, false, "statements.clause"
			ok := r.afterClauseMark(m, lim)
			return m.content, ok
		}
	}
	if q, ok := r.q.OpenAt(m.content); ok && q.Close-q.Open > 2 && r.endsWith(q) && !r.isName(q) {
		m.quote, m.quoted, m.content, m.cut = q, true, q.Open+1, 0
	}
	return m.content, true
}
