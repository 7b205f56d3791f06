package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// seekQuote looks for the quotation or colon that a cue opens.
func (r *reader) seekQuote(c *cue, m match, from, lim int) (match, bool) {
	p := r.p
	for k := from; k < lim; k++ {
		if r.w[k]&(isQuote|isColon|isClause|isBian|isAlla|isSemicolon|isOther|isOtherPart) == 0 && !p.Has(k, page.Relative) {
			continue
		}
		if q, ok := r.q.OpenAt(k); ok {
			if k+1 < lim && (r.isName(q) || r.secondName(q) || r.quotedSubject(c, q, lim) || r.quotedComplement(c, k)) {
				if q.Close < lim {
					k = q.Close
				}
				continue
			}
			m.zoneEnd, m.content, m.quote, m.quoted, m.rule = k, k+1, q, true, "statements.quotation"
			if p.Word(k-1) == ":" {
				m.zoneEnd = k - 1
			}
			return m, true
		}
		w := p.Word(k)
		if r.is(k, isColon) && !(k+1 < len(p.Tokens) && p.Tokens[k+1].Kind == arabic.Number && p.Tokens[k+1].Gap == arabic.None) {
			return r.afterColon(m, k, lim)
		}
		if p.Has(k, page.Relative) {
			k = r.relativeEnd(k, lim)
			continue
		}
		if r.clauseMark(k) && !r.is(k-1, isSubordinate) || w == "؛" {
			return m, false
		}
		if k > c.last && r.otherCue(c, k) {
			return m, false
		}
	}
	return m, false
}

// secondName reports whether a quotation is joined by و to a name in marks before it:
// «أعلن كل من «هيئة التنسيق» و«ائتلاف القوى»».
func (r *reader) secondName(q phrases.Quote) bool {
	p := r.p
	if !q.Closed || q.Close-q.Open > 9 || q.Open < 3 || p.Word(q.Open-1) != "و" || p.Tokens[q.Open-2].Kind != arabic.Quote {
		return false
	}
	before, ok := r.q.In(q.Open - 3)
	return ok && r.isName(before)
}

// quotedComplement reports whether the quotation at token k is what another verb
// right before it governs: «من وصفهم "بالضالين"».
func (r *reader) quotedComplement(c *cue, k int) bool {
	return k > c.last+1 && r.is(k+1, attB) && (r.p.Has(k-1, page.Suffixed) || phrases.FiniteVerb(r.p, k-1)) && len(r.cues(k-1)) > 0
}

// quotedSubject reports whether a short quotation right after the verb is its
// subject: a clause or quotation of its own follows.
func (r *reader) quotedSubject(c *cue, q phrases.Quote, lim int) bool {
	if !q.Closed || q.Close-q.Open > 5 || q.Open != c.last && (r.is(q.Open-1, isColon|isComma) || r.endsWith(q)) {
		return false // «خلال زيارة "غير مخططة" للعاصمة، إن»
	}
	for k := q.Close + 1; k < lim; k++ {
		if r.clauseMark(k) || r.p.Word(k) == ":" {
			return true
		}
		if r.otherCue(c, k) {
			return false
		}
	}
	return false
}

// afterColon settles what follows a colon: a quotation, إن and a clause, or
// words without marks.
func (r *reader) afterColon(m match, k, lim int) (match, bool) {
	m.zoneEnd, m.content, m.colon, m.rule = k, k+1, true, "statements.colon"
	if r.is(k+1, isQuote) && r.is(k+2, isQuote) {
		if q, ok := r.q.OpenAt(k + 2); ok && q.Closed { // the mark is typed twice
			m.content, m.quote, m.quoted, m.rule = k+3, q, true, "statements.quotation"
			return m, true
		}
	}
	if q, ok := r.q.OpenAt(k + 1); ok {
		m.content, m.quote, m.quoted, m.rule = k+2, q, true, "statements.quotation"
		return m, true
	}
	if content, _, ok := r.markAt(k + 1); ok {
		m.content, m.colon = content, false
		ok := r.afterClauseMark(&m, lim)
		return m, ok
	}
	return m, m.content < lim && r.p.Tokens[m.content].Gap < arabic.Line
}

// naming reports whether token k is a noun or verb that the name of what it tells of
// follows: «وثيقة سميت "أرضية الحوار"», «حركة "القوات الثورية في الشمال"».
func (r *reader) naming(k int) bool {
	if k < 0 || k < r.sent.First {
		return false
	}
	switch strings.TrimPrefix(r.p.Word(k), "و") {
	case "سمي", "سميت", "تسمي", "يسمي", "بعنوان", "عنوان", "عنوانها", "عنوانه", "باسم", "حركه", "جماعه", "تنظيم":
		return true
	}
	return false
}

// isName reports whether a quotation is a name or term and not words: at most
// three words among which is a name, or one that follows a medium's word.
func (r *reader) isName(q phrases.Quote) bool {
	n := q.Close - q.Open - 1
	if n <= 9 && r.naming(q.Open-1) {
		return true
	}
	if n > 4 {
		return false
	}
	for k := q.Open + 1; k < q.Close; k++ {
		if m := r.p.Mention(k); m != nil {
			return true
		}
	}
	if q.Open == 0 {
		return false
	}
	switch strings.TrimPrefix(strings.TrimPrefix(r.p.Word(q.Open-1), "ل"), "ل") {
	case "", "قناه", "صحيفه", "وكاله", "جريده", "مجله", "موقع", "اذاعه", "شبكه", "برنامج", "تلفزيون", "مع", "الي":
		return true
	}
	if n <= 3 && r.p.Has(q.Open-1, page.Preposition) && !r.judgement(q) {
		return true // «هجوم على "قوات الشمال"»
	}
	return n <= 1 && r.p.Word(q.Open-1) != ":"
}

// asHePuts reads a quotation that opens its sentence and is told by nothing but «على حد قوله»
// after it, as words of whoever spoke last.
func (r *reader) asHePuts(i int, d *draft) bool {
	p := r.p
	if p.Word(i) != "علي" || p.Word(i+1) != "حد" || r.last.name == "" {
		return false
	}
	switch w := p.Word(i + 2); {
	case strings.HasPrefix(w, "قوله"), strings.HasPrefix(w, "تعبيره"), strings.HasPrefix(w, "وصفه"), w == "قولها", w == "تعبيرها", w == "وصفها":
	default:
		return false
	}
	q, ok := r.q.OpenAt(r.sent.First)
	if !ok || !q.Closed || q.Close >= i || q.Close < i-2 || len(r.out) > 0 && r.out[len(r.out)-1].last > q.Open {
		return false
	}
	r.zone = max(r.zone, i+3)
	c := cue{first: i, last: i + 3, verb: &lexicon.Verb{Class: "according", Act: "state"}, reading: &lexicon.Reading{}, bytes: p.Span(i, i+3)}
	*d = draft{cue: c, rule: "statements.according-after", speaker: r.last, zone: span{i + 2, i + 3}}
	r.extentOf(d, &match{content: q.Open + 1, quote: q, quoted: true})
	r.through(d)
	return d.end > d.start
}

// accordingToHim reads the clause after «ووفقا له،», «وبحسبه فإن», «وعلى حد قوله فإن» as words of
// whoever spoke last.
func (r *reader) accordingToHim(i int, d *draft) bool {
	p := r.p
	if i != r.sent.First || r.last.name == "" {
		return false
	}
	k := r.hisView(i)
	if k == i {
		return false
	}
	last := k
	if r.is(k, isComma) {
		k++
	}
	if w := p.Word(k); w == "فان" || w == "فانه" || w == "فانها" {
		k++
	} else if k == last && last > i+2 {
		return false
	}
	c := cue{first: i, last: last, verb: &lexicon.Verb{Class: "according", Act: "state"}, reading: &lexicon.Reading{}, bytes: p.Span(i, last)}
	*d = draft{cue: c, rule: "statements.according", speaker: r.last, zone: span{last - 1, last}}
	return r.accordingClause(d, k, r.sent.Last)
}

// hisView is the token after words at i by which a clause is told as that of him who spoke
// last, i where none stand there.
func (r *reader) hisView(i int) int {
	p := r.p
	switch strings.TrimPrefix(p.Word(i), "و") {
	case "وفقا", "فقا", "طبقا":
		if w := p.Word(i + 1); w == "له" || w == "لها" || w == "لهم" {
			return i + 2
		}
	case "بحسبه", "بحسبها", "بحسبهم", "حسبه", "حسبها":
		return i + 1
	case "علي":
		if p.Word(i+1) != "حد" {
			return i
		}
		switch p.Word(i + 2) {
		case "قوله", "قولها", "قولهم", "تعبيره", "تعبيرها", "وصفه", "وصفها":
			return i + 3
		}
	}
	return i
}

// asHePutsIt reads the quotation that opens the sentence and goes beyond it as asHePuts does.
func (r *reader) asHePutsIt(d *draft) bool {
	q, ok := r.q.OpenAt(r.sent.First)
	if !ok || !q.Closed || r.last.name == "" || q.Close-q.Open > longest {
		return false
	}
	i := q.Close + 1
	if r.is(i, isComma) {
		i++
	}
	return r.asHePuts(i, d)
}
