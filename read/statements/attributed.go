package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// accordingAfter takes the clause before an attribution, from token start on.
func (r *reader) accordingAfter(d *draft, start int) bool {
	p := r.p
	if r.goesThrough(d, start) {
		d.first, d.last = start, r.contentEnd(d.zone.last+1, r.sent.Last, &d.cue, &match{content: d.zone.last + 1})
		d.start, d.end = p.Tokens[start].Start, p.Tokens[d.last-1].End
		d.rule = "statements.according-after"
		r.through(d)
		return true
	}
	end := d.cue.first
	for end > start && (p.Mark(end-1) && p.Tokens[end-1].Kind == arabic.Punct || p.Word(end-1) == "وذلك" || p.Word(end-1) == "ذلك" && p.Word(end-2) == "و" || p.Word(end-1) == "و") {
		end--
	}
	start = max(r.mainClause(start, end), end-longest)
	for j := end - 1; j > start; j-- { // from the last strong break on
		if w := p.Word(j); w == "؛" || w == ":" || r.is(j-1, isComma) && (w == "بينما" || w == "فيما" && r.clauseAfter(j, end)) {
			start = j + 1
			break
		}
	}
	if end <= start+1 {
		return false
	}
	d.first, d.last, d.start, d.end = start, end, p.Tokens[start].Start, p.Tokens[end-1].End
	d.rule = "statements.according-after"
	r.through(d)
	return true
}

// goesThrough reports whether the attribution of d stands between commas inside a clause that
// goes on after it: «ويهدف الاتفاق، بحسب الوزير، إلى وقف القتال».
func (r *reader) goesThrough(d *draft, start int) bool {
	p, k := r.p, d.zone.last+1
	if !r.is(d.cue.first-1, isComma) || !r.is(k-1, isComma) || k+1 >= r.sent.Last || d.cue.first-start > 12 || p.Tokens[k].Gap >= arabic.Line {
		return false
	}
	if w := p.Word(k); w == "الي" || w == "عن" || w == "من" || w == "علي" {
		return p.Word(k+1) != "جهه" && p.Word(k+1) != "جانب" && p.Word(k+1) != "جهته" && p.Word(k+1) != "جانبه" && p.Word(k+1) != "ان" && p.Word(k+1) != "هامش"
	}
	if d.cue.first-start <= 5 && (phrases.FiniteVerb(p, start) || r.is(start, isPast)) && r.completes(k) {
		return true
	}
	return r.noVerbBefore(d.cue.first) && phrases.FiniteVerb(p, k) && len(r.cues(k)) == 0
}

// completes reports whether the words at token k are what a verb before them still wants, a
// number or the time or place of what it tells, and open no clause of their own: «وأوقعت الحرب،
// بحسب الأمم المتحدة، {نحو} ألف قتيل».
func (r *reader) completes(k int) bool {
	p := r.p
	if r.is(k, hasConj|isBreak|isLead|isCircumstance|isStopWord|isClause|isFinite|isAttribution) || p.Mark(k) || phrases.FiniteVerb(p, k) || r.adverbialAt(k) || p.Has(k, page.Relative) {
		return false
	}
	return p.Has(k, page.NumberToken|page.Quantifier) || r.accusative(k) || r.approximate(k)
}

// approximate reports whether token k opens a number told about: «نحو ألف»، «أكثر من مئة».
func (r *reader) approximate(k int) bool {
	switch r.p.Word(k) {
	case "نحو", "حوالي", "قرابه", "زهاء", "عشرات", "مئات", "مييات", "الاف", "ملايين":
		return true
	case "اكثر", "اقل":
		return r.p.Word(k+1) == "من"
	}
	return false
}

// mainClause is where the main clause of a sentence that a clause of circumstance opens
// begins before token end: «فيما يواصل المبعوث جهوده، قصفت طائرة قرية»; start elsewhere.
func (r *reader) mainClause(start, end int) int {
	switch strings.TrimPrefix(r.p.Word(r.sent.First), "و") {
	case "فيما", "بينما":
	default:
		return start
	}
	for j := start; j+1 < end; j++ {
		if r.is(j, isComma) && r.bareVerb(j+1) {
			return j + 1
		}
	}
	return start
}
