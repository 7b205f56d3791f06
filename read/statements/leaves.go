package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// leaves reports whether what follows a comma at token k no longer belongs to
// the content: a new clause of the article's own, a participle of speech, an
// attribution.
func (r *reader) leaves(k, lim int, c *cue, m *match) bool {
	if own, sure := r.opensOwn(k, lim, m); sure {
		return own
	}
	if r.addsOwn(k, c, m) {
		return true
	}
	if r.is(k, isAttribution) && r.attributes(k, lim) {
		return true
	}
	if r.clauseMark(k) && strings.HasPrefix(r.p.Tokens[k].Span().In(r.p.Source), "إ") {
		return true
	}
	if r.breaks(k, c) || r.mainAfterSubordinate(k, c) || r.newSpeaker(k) && !r.verbless(m.content, k) {
		return true
	}
	return m.weak && r.leavesNoun(k, c, m) || r.participleOn(k, lim)
}

// opensOwn reports whether the word at token k opens a clause of the article's own, and
// whether that word settles it.
func (r *reader) opensOwn(k, lim int, m *match) (own, sure bool) {
	p := r.p
	next := p.Word(k + 1)
	switch w := p.Word(k); w {
	case "بينما", "فيما", "وفيما", "وبينما", "وكان", "وكانت", "وكانوا", "علما", "وجاء", "وجاءت", "وياتي", "وتاتي", "يذكر":
		return (w != "فيما" || r.clauseAfter(k, lim)) && !r.moreHarmed(m.content, k), true
	case "ووقتها", "وحينها", "وعندها", "وقتها", "حينها":
		cs := r.cues(k + 1)
		return len(cs) > 0 && cs[0].finite(), true
	case "لذلك", "ولذلك", "لذا", "ولذا":
		cs := r.cues(k + 1)
		return len(cs) > 0 && cs[0].finite() && cs[0].Tense == arabic.Past && r.is(k-1, isComma) && takesPosition(cs[0].verb.Class), true
	case "ومن":
		switch next {
		case "المقرر", "المتوقع", "المنتظر", "المرتقب":
			return m.weak, true
		}
	case "في":
		return next == "حين" || next == "اشاره" || publishing(next) || (next == "وقت" || next == "الوقت" && p.Has(k+2, page.Relative)) && m.weak, true
	case "وفي":
		if next == "المقابل" { // وفي المقابل تصر الحكومة على …
			cs := r.cues(k + 2)
			return m.weak || len(cs) > 0 && cs[0].finite(), true
		}
		return next == "حين" || next == "الوقت" || next == "الاثناء" || next == "الغضون" || next == "غضون" && p.Word(k+2) == "ذلك", true
	case "جاء", "ياتي", "جاءت", "تاتي":
		return next == "ذلك" || next == "هذا" || next == "هذه", true
	}
	return false, false
}

// addsOwn reports whether the article adds something of its own to the content by the word at
// token k and what follows that: an occasion, what others do, what the speaker says besides.
func (r *reader) addsOwn(k int, c *cue, m *match) bool {
	p := r.p
	next := p.Word(k + 1)
	switch p.Word(k) {
	case "حيث", "اذ":
		return r.tellsMore(k + 1)
	case "وذلك":
		return r.is(k-2, isQuote) && r.is(m.content, isQuote) || r.occasionAt(k+1) // «واصفا إياها بأنها "شرعية"، وذلك في آخر خطاب له»
	case "بعد", "وسط", "عقب", "اثر":
		return r.is(k+1, isReport) // «…، بعد تقارير عن انهيارها»
	case "كما":
		return next == "ان" && r.positionOf(k+2)
	case "وان", "وانه", "وانها", "وانهم":
		return m.weak && r.withinClause(c) // «قال إن الحركة طلبت هدنة، وإن الحكومة وافقت»
	case "ولم":
		return (next == "يستبعد" || next == "تستبعد") && c.finite() && c.Feminine == (next[:2] == "ت")
	case "غير", "الا", "بيد":
		return next == "ان" && (r.othersVerb(k+2) || c.verb != nil && takesPosition(c.verb.Class) && r.answered(k+2))
	}
	return false
}

// leavesNoun reports whether a clause of its own begins at token k, after a comma, and so
// leaves a content that is a noun phrase.
func (r *reader) leavesNoun(k int, c *cue, m *match) bool {
	p := r.p
	inRelative := c.finite() && c.first > 1 && p.Has(c.first-1, page.Relative)
	if inRelative && r.is(c.first-2, isComma) {
		return true // «الحداد، الذي ينتقد الحكومة، وصل»
	}
	if inRelative && r.bareVerb(k) {
		return true // «الحوار الذي وعد المجلس بتنظيمه، تأجل»
	}
	if c.Tense == arabic.Masdar {
		if c.reading.Pronoun == "" && r.bareVerb(k) && r.is(k, isPast) {
			return true // «بعد إعلان الحركة وقف القتال، بلغ عدد»
		}
		switch p.Word(k) {
		case "بعد", "قبل", "قبيل", "عقب":
			return true // «إعلان الحركة عن وقف القتال، بعد قليل من»
		}
	}
	return r.newClause(k) && !r.furtherDemand(c, m.content, k)
}

// participleOn reports whether a participle of speech at token k goes on with what the
// speaker says: «…، مؤكدا أن».
func (r *reader) participleOn(k, lim int) bool {
	cs := r.cues(k)
	for n := range cs {
		q := &cs[n]
		if q.Tense == arabic.Participle && q.adverbial && q.verb.Class != "source" && (q.Adverbial || r.governs(q, lim)) {
			return true
		}
	}
	return false
}

// verbless reports whether tokens [first, k) hold a subject and no verb yet, so that the
// verb at k is its own: «أن الناطق باسم الحركة، سالم الحداد، أبلغ».
func (r *reader) verbless(first, k int) bool {
	if k-first > 25 || !phrases.Animate(r.p, first) {
		return false
	}
	for j := first; j < k; j++ {
		if phrases.FiniteVerb(r.p, j) || r.is(j, isPast) && !r.p.Named(j) && !r.is(j, isMasdar|isBareNoun) {
			return false
		}
	}
	return true
}

// governs reports whether a participle governs something, and so is no
// adjective.
func (r *reader) governs(c *cue, lim int) bool {
	var m match
	ok := r.complement(c, min(lim, c.last+12), &m)
	return ok
}

// attributes reports whether the words at k attribute what stands before them.
func (r *reader) attributes(k, lim int) bool {
	p := r.p
	switch p.Word(k) {
	case "علي":
		v := p.Word(k + 1)
		return (v == "حد" || v == "لسان" || v == "ذمه" || v == "ما" && r.is(k-1, isComma) && len(r.cues(k+2)) > 0 && r.cues(k + 2)[0].finite()) && k+2 < lim
	case "كما":
		return k+2 < lim && p.Word(k+1) != "حدث" && len(r.cues(k+1)) > 0 && r.cues(k + 1)[0].finite() && !r.marksAfter(k+2, lim)
	case "حسب", "بحسب", "وفق", "وفقا", "طبقا":
		if v := p.Word(k + 1); r.norm(k + 1) {
			return false // «وفقا لمبادئ المؤتمر»
		} else if strings.HasPrefix(v, "قول") || strings.HasPrefix(v, "تعبير") || strings.HasPrefix(v, "وصف") {
			return r.is(k-1, isComma) || k+2 >= lim || p.Mark(k+2) // «…، حسب قوله»
		}
		return k+1 < lim && (r.speaksOrNames(k+1, lim) || r.is(k-1, isComma) && newsOf(stemAt(p, k+1)))
	}
	return true
}

// speaksOrNames reports whether somebody or a verb of speech stands at k.
func (r *reader) speaksOrNames(k, lim int) bool {
	w := r.p.Word(k)
	if w == "ما" || w == "لما" || r.is(k, isPast) || r.p.Mention(k) != nil || r.outletNoun(k) != "" {
		return true
	}
	np := span{k, phrases.Extent(r.p, k, phrases.Walk{Limit: lim})}
	if np.empty() {
		return false
	}
	who := r.resolve(np)
	return who.named || who.kind != "group" || r.p.Word(k) == "البيان"
}

// answered reports whether somebody who stands at token k refuses or accepts what was asked
// for before: «اقترح المبعوث هدنة، غير أن المتمردين رفضوا المقترح».
func (r *reader) answered(k int) bool {
	e := phrases.Extent(r.p, k, phrases.Walk{Limit: min(r.sent.Last, k+12)})
	if e == k || e >= r.sent.Last {
		return false
	}
	cs := r.cues(e)
	return len(cs) > 0 && cs[0].finite() && cs[0].reading.Conj == 0 && (cs[0].verb.Act == "reject" || cs[0].verb.Act == "accept")
}
