package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// extentOf sets where d's content begins and ends.
func (r *reader) extentOf(d *draft, m *match) {
	p := r.p
	if m.quoted {
		d.quote, d.colon = true, m.colon
		d.first, d.last = m.quote.Open+1, min(m.quote.Close, len(p.Tokens))
		r.continueQuote(d, m.quote)
		r.clauseAfterQuote(d, m)
	} else {
		d.first, d.colon = m.content, m.colon
		lim := r.sent.Last
		if d.first >= lim { // after a colon that ends its line
			lim = p.Sentences[min(p.SentenceOf(d.first), len(p.Sentences)-1)].Last
		} else if q, in := r.q.In(lim - 1); in && q.Closed && q.Open >= d.first && q.Close >= lim && q.Close-q.Open < longest/2 && q.Outer < 0 {
			lim = p.Sentences[p.SentenceOf(q.Close)].Last // a stop within the marks ends nothing
		}
		d.last = r.contentEnd(d.first, lim, &d.cue, m)
	}
	if d.last <= d.first {
		return
	}
	d.start, d.end = p.Inner(d.first, m.cut), p.Tokens[d.last-1].End
}

// continueQuote joins a following quotation of the same breath: «…»، «…» and a
// quotation that goes on in the next paragraph.
func (r *reader) continueQuote(d *draft, q phrases.Quote) {
	p := r.p
	for d.last > d.first && (p.Word(d.last-1) == "." || p.Word(d.last-1) == "،") {
		d.last--
	}
	if !q.Closed {
		if s := p.SentenceOf(d.first); s < len(p.Sentences) && d.last > p.Sentences[s].Last && !r.closesLater(q) {
			d.last = p.Sentences[s].Last
			for d.last > d.first && p.Word(d.last-1) == "." {
				d.last--
			}
		}
	}
}

// clauseAfterQuote adds to a quotation after إن the clause that another إن joins to it under
// the same verb: «قال إن "الخطط متقدمة"، وإن الوفد ناقشها».
func (r *reader) clauseAfterQuote(d *draft, m *match) {
	p := r.p
	k := m.quote.Close + 1
	if !m.quote.Closed || m.rule != "statements.clause-quote" || k+3 >= r.sent.Last || m.quote.Close >= r.sent.Last {
		return
	}
	if r.is(k, isComma) {
		k++
	}
	switch p.Word(k) {
	case "وان", "وانه", "وانها", "وانهم", "وبان", "وبانه", "وبانها":
	default:
		return
	}
	d.quote = false
	d.first, d.last = m.quote.Open, r.contentEnd(k, r.sent.Last, &d.cue, &match{content: k})
}

// closesLater reports whether the paragraph of an unclosed quotation is all one
// speech, which holds where it opens the paragraph.
func (r *reader) closesLater(q phrases.Quote) bool {
	if q.Open == 0 || r.p.Tokens[q.Open].Gap >= arabic.Line {
		return q.Open > 0
	}
	if !r.is(q.Open-1, isColon) || q.Close-q.Open > 2*longest/3 {
		return false
	}
	for s := r.p.SentenceOf(q.Open) + 1; s < len(r.p.Sentences) && r.p.Sentences[s].First < q.Close; s++ {
		first := r.p.Sentences[s].First
		if cs := r.cues(first); len(cs) > 0 && cs[0].finite() && cs[0].Person == 3 || r.is(first, isAttribution) {
			return false // «وأضاف»: somebody else tells again
		}
	}
	return true
}

// endsOrSkips are the words at which a content may end, or that open what is passed
// over in one step.
const endsOrSkips = isQuote | isStopWord | isBreak | isAttribution | isCircumstance

// contentEnd is the token after an indirect content that begins at first.
func (r *reader) contentEnd(first, lim int, c *cue, m *match) int {
	p := r.p
	lim = min(lim, first+longest)
	end := lim
	lines := p.Sentence(first) != p.Sentence(lim-1) // lines break only between sentences
	for k := first; k < lim; k++ {
		if r.w[k]&endsOrSkips == 0 && !lines && p.Class(k)&(page.Speech|page.Relative|page.Preposition) == 0 {
			continue
		}
		if q, ok := r.q.OpenAt(k); ok && q.Closed && q.Close <= lim && q.Close > k {
			opens := k == first
			k = q.Close
			if opens && m.weak && k+1 < lim && r.is(k+1, hasConj) && phrases.FiniteVerb(p, k+1) {
				end = k + 1 // «وصف الاتفاق ب"التاريخي" وشكر الوسطاء»
				break
			}
			continue
		}
		if k > first && (p.Tokens[k].Gap >= arabic.Line || r.stopsAt(k, lim, c, m)) {
			end = k
			break
		}
	}
	if end < lim && r.is(end, isComma) {
		end = r.beforeLater(first, end)
	}
	return r.withoutTail(first, end, lim)
}

// stopsAt reports whether an indirect content goes on no further than token k: a semicolon,
// a comma behind which it is left, a word that opens what the article tells itself.
func (r *reader) stopsAt(k, lim int, c *cue, m *match) bool {
	p := r.p
	w := p.Word(k)
	switch w {
	case "؛":
		return !r.runsOn(k + 1)
	case "،", ",", "-", "–":
		return k+1 < lim && r.leaves(k+1, lim, c, m)
	}
	if p.Has(k, page.Relative) && r.speakersOwn(k) || p.Word(k-1) == ")" && p.Has(k, page.Speech) && r.newSpeaker(k) {
		return true
	}
	if p.Word(k+1) == "ذلك" || p.Word(k+1) == "بذلك" {
		if s := r.saidSo(k); s.name != "" {
			return true
		}
	}
	if (p.Has(k, page.Speech) || r.is(k, isBreak)) && r.breaks(k, c) {
		return true
	}
	switch w {
	case "حيث":
		if r.othersSay(k + 1) {
			return true
		}
	case "بينما":
		if m.weak || r.tellsAnew(k+1) {
			return true
		}
	case "فيما":
		if r.clauseAfter(k, lim) && !r.moreHarmed(m.content, k) {
			return true
		}
	case "وفيما", "وبينما":
		return true
	}
	return r.is(k, isAttribution) && r.attributes(k, lim) || r.aside(k, lim) || m.weak && r.circumstance(k)
}

// withoutTail is end without what ends no content: marks, a conjunction or a relative pronoun
// that only lead on.
func (r *reader) withoutTail(first, end, lim int) int {
	p := r.p
	for end > first && (p.Mark(end-1) && trailing(p.Word(end-1)) || end-1 > first && dangles(p.Word(end-1)) || end-1 > first && end < lim && p.Has(end-1, page.Relative) && p.Word(end-1) != "ما" && p.Word(end-1) != "من") {
		end--
	}
	if end-1 > first && r.is(end-1, isQuote) && r.loneMark(first, end) {
		for end--; end > first && p.Mark(end-1) && trailing(p.Word(end-1)); end-- {
		}
	}
	return end
}

// aside reports whether a preposition at k brings in another claim: «بسبب ما قالت
// إنه», «بعد أن كان قد قال».
func (r *reader) aside(k, lim int) bool {
	p := r.p
	if v := p.Word(k + 2); r.is(k+1, isClause) && p.Word(k) == "بعد" && p.Word(k+1) == "ان" && (v == "كان" || v == "كانت" || v == "كانوا") {
		for j := k + 3; j < lim && j < k+5; j++ {
			if len(r.cues(j)) > 0 && r.cues(j)[0].finite() {
				return r.marksAfter(j+1, lim)
			}
		}
	}
	if k+2 >= lim || !p.Has(k, page.Preposition) {
		return false
	}
	if p.Word(k) == "في" && p.Word(k+1) == "اشاره" && p.Word(k+2) == "الي" {
		return true // «… في الوثيقة في إشارة إلى تحفظات الوفد»: who reports tells what is meant
	}
	if !r.is(k+1, isMa) {
		return false
	}
	cs := r.cues(k + 2)
	return len(cs) > 0 && cs[0].finite() && cs[0].verb.Past != "عرف" // «على ما يعرف بالسلال»
}

// circumstance reports whether token k opens a clause of circumstance, which the
// article adds to a content that is a noun phrase.
func (r *reader) circumstance(k int) bool {
	p := r.p
	switch w := p.Word(k); w {
	case "بعدما", "حيث", "اذ", "حينما", "عندما", "اثر", "مما", "وسط", "لكن", "ولكن", "لكنها", "لكنه":
		return !p.Has(k-1, page.Preposition) && !(w == "وسط" && (stem(p.Word(k-1)) == "حل" || stem(p.Word(k-1)) == "حلول" || p.Word(k-1) == "لحل" || p.Word(k-1) == "بحل"))
	case "بعد", "قبل", "دون":
		return p.Word(k+1) == "ان"
	case "الا", "غير", "بيد":
		return r.is(k+1, isClause) // «أكد وقوع الهجوم إلا أنه لم يذكر عدد القتلى»
	case "الامر":
		return p.Has(k+1, page.Relative)
	case "رغم":
		return r.is(k+1, isClause) // «تجميد البناء رغم أنها أعلنت»
	case "علي":
		return p.Word(k+1) == "الرغم"
	case "تزامنا":
		return p.Word(k+1) == "مع"
	case "وذلك":
		switch v := p.Word(k + 1); v {
		case "ردا", "بعد", "عقب", "غداه", "تزامنا", "خلال", "بالتزامن":
			return true
		case "في", "علي":
			v := p.Word(k + 2)
			return v == "ختام" || v == "اعقاب" || v == "وقت" || v == "هامش" || v == "خلفيه" || v == "مستهل"
		}
	case "في":
		return p.Word(k+1) == "الوقت" && p.Has(k+2, page.Relative)
	}
	return false
}

// trailing marks do not belong to a content that they end.
func trailing(w string) bool {
	switch w {
	case ".", "،", ",", ":", "؛", "...", "..", "!", "؟", "-", "–":
		return true
	}
	return false
}

// beforeLater is the comma before «وفي وقت لاحق،» and the like where that leads to the verb
// at end, end where nothing of the kind does.
func (r *reader) beforeLater(first, end int) int {
	p := r.p
	for k := end - 1; k > first && k > end-6; k-- {
		if !r.is(k, isComma) {
			continue
		}
		if w := p.Word(k + 1); (w == "وفي" || w == "في") && p.Word(k+2) == "وقت" || (w == "ومن" || w == "من") && (strings.HasPrefix(p.Word(k+2), "جانب") || strings.HasPrefix(p.Word(k+2), "جهت")) {
			return k
		}
		return end
	}
	return end
}

// dangles reports whether w (folded) is a conjunction, which joins what follows and
// ends nothing.
func dangles(w string) bool {
	switch w {
	case "بل", "و", "وذلك", "ثم", "او", "لكن", "ولكن", "اذ", "حيث", "كما", "ان", "بان":
		return true
	}
	return false
}

// clauseAfter reports whether a verb follows soon, so that فيما opens a clause.
func (r *reader) clauseAfter(k, lim int) bool {
	switch r.p.Word(k + 1) {
	case "يتعلق", "يخص", "يبدو", "يلي", "بعد", "بين":
		return false
	}
	for j := k + 1; j < lim && j < k+4; j++ {
		if phrases.FiniteVerb(r.p, j) || r.is(j, isPast) || r.p.Word(j) == "كان" || r.p.Word(j) == "لم" || r.p.Word(j) == "لا" {
			return true
		}
	}
	return false
}

// marksAfter reports whether a mark of content follows within a few tokens.
func (r *reader) marksAfter(k, lim int) bool {
	for j := k; j < lim && j < k+14; j++ {
		w := r.p.Word(j)
		if r.clauseMark(j) || w == ":" || w == "الي" || w == "علي" {
			return true
		}
		if q, ok := r.q.OpenAt(j); ok && !r.isName(q) {
			return true
		}
	}
	return false
}

// mode says how the words are reported: a quotation or words after a colon are
// direct; a quoted judgement inside indirect words makes them mixed; a quoted
// name or term does not.
func (r *reader) mode(d *draft) string {
	if d.quote || d.colon {
		return "direct"
	}
	for k := d.first; k < d.last; k++ {
		q, ok := r.q.OpenAt(k)
		if !ok {
			continue
		}
		n := q.Close - q.Open - 1
		if n > 3 || n >= 1 && !r.isTerm(q) {
			return "mixed"
		}
	}
	return "indirect"
}

// isTerm reports whether a short quotation is a name: it holds a name or follows a
// noun that it names.
func (r *reader) isTerm(q phrases.Quote) bool {
	for k := q.Open + 1; k < q.Close; k++ {
		if r.p.Mention(k) != nil {
			return true
		}
	}
	return !r.judgement(q) && !r.values(q)
}

// values reports whether a short quotation says how something is rather than what it is called:
// it begins with a preposition («"في مفترق طرق"») or ends in an adjective of quality without the
// article («"عسيرة"»، «"إنجاز كبير"», not «"هدنة إنسانية"»).
func (r *reader) values(q phrases.Quote) bool {
	p, first, last := r.p, q.Open+1, min(q.Close, len(r.p.Tokens))-1
	if !q.Closed || last < first || p.Tokens[first].Kind != arabic.Word || r.definite(last) && p.Word(last) != "بالغ" && p.Word(last) != "بالغه" {
		return false
	}
	if last > first && (p.Has(first, page.Preposition) || r.is(first, attB|attL|attK)) {
		return true
	}
	for k := first; k < last; k++ {
		if p.Mark(k) || r.definite(k) || r.is(k, isAttached|hasConj) {
			return false
		}
	}
	return p.Has(last, page.Adjective) && !p.Has(last, page.Suffixed) && ofQuality(stem(p.Word(last))) && !(first == last && r.plainNoun(last))
}

// ofQuality reports whether an adjective (a stem) says what is thought of a thing, and not of
// which kind it is, as most do that end in ي: كبير، تاريخية, and not إنسانية، رباعي.
func ofQuality(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "ا"), "ه")
	if !strings.HasSuffix(w, "ي") {
		return true
	}
	switch w {
	case "تاريخي", "اساسي", "جوهري", "ايجابي", "سلبي", "ضروري", "حقيقي", "جدي", "كارثي", "مصيري", "استفزازي", "عبثي", "وهمي", "قوي", "ذهبي", "هامشي", "عدايي", "غبي", "قاسي", "ماساوي", "استثنايي", "اجرامي", "عدواني", "عنصري", "مجاني", "وحشي", "همجي", "مثالي", "محوري", "نهايي":
		return true
	}
	return false
}

// plainNoun reports whether token k is a noun as it stands, which its letters may make an adjective
// as well: «"أسرى"».
func (r *reader) plainNoun(k int) bool {
	for n := range r.p.Readings[k] {
		rd := &r.p.Readings[k][n]
		if rd.Cut == 0 && rd.Pronoun == "" && nounOf(rd) {
			return true
		}
	}
	return false
}

// judgement reports whether a quotation judges: a verb, an adjective with a
// negation, an indefinite predicate.
func (r *reader) judgement(q phrases.Quote) bool {
	for k := q.Open + 1; k < q.Close && k < len(r.p.Tokens); k++ {
		w := r.p.Word(k)
		if w == "غير" || w == "لا" || w == "لن" || w == "لم" || phrases.FiniteVerb(r.p, k) {
			return true
		}
	}
	if q.Close-q.Open == 2 {
		return strings.HasPrefix(r.p.Word(q.Open+1), "ب") || r.p.Word(q.Open-1) == "بانه" || r.p.Word(q.Open-1) == "بانها"
	}
	return false
}
