package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// seekClause looks for the particle of c's clause.
func (r *reader) seekClause(c *cue, bian bool, lim int) (mark, content int, ok bool) {
	p := r.p
	for k := c.last; k < lim; k++ {
		if r.w[k]&(isQuote|isRelBare|isClause|isBian|isAlla|isSemicolon|isOther|isOtherPart|isOtherSaid|isDash|isVerbNoun|isAttrAlone) == 0 {
			continue
		}
		if r.is(k, isDash) {
			k = r.dashEnd(k, lim)
			continue
		}
		if k > c.last && r.is(k-1, isComma) {
			if e := r.attributionEnd(k, lim); e > k {
				k = e - 1 // «وقال، بحسب ما نقلت عنه الوكالة، إن»
				continue
			}
		}
		if q, ok := r.q.OpenAt(k); ok && q.Closed && q.Close < lim {
			k = q.Close
			continue
		}
		if r.is(k, isRelBare) {
			k = r.relativeEnd(k, lim)
			continue
		}
		if mn := p.Mention(k); mn != nil && mn.Start <= p.Tokens[k].Start {
			continue
		}
		if content, b, ok := r.markAt(k); ok {
			if k > c.last && r.is(k-1, isSubordinate) {
				continue
			}
			if b == bian {
				return k, content, true
			}
			if b {
				return 0, 0, false
			}
		}
		if j := r.betweenSemicolons(k, lim); j > k {
			k = j
			continue
		}
		if r.is(k, isSemicolon) || k > c.last && (r.otherCue(c, k) || r.is(k, isOtherSaid) && (c.verb.Class == "propose" || r.verbBetween(c.last, k))) {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// betweenSemicolons is the mark before the clause to which a name between it and the semicolon
// at k leads, k elsewhere: «قال رئيس الوفد؛ سالم؛ إن».
func (r *reader) betweenSemicolons(k, lim int) int {
	if !r.is(k, isSemicolon) {
		return k
	}
	for j := k + 1; j+1 < lim && j < k+8; j++ {
		if r.is(j, isSemicolon|isComma) {
			if r.clauseMark(j + 1) {
				return j
			}
			return k
		}
	}
	return k
}

// verbBetween reports whether a verb of a clause of its own stands between tokens first
// and k, to which a قائلا at k belongs: «عرض الاتفاق للانتقاد، إلا أن الوزير دافع عنه
// قائلا إن».
func (r *reader) verbBetween(first, k int) bool {
	relative := false
	for j := first; j < k; j++ {
		switch {
		case r.p.Has(j, page.Relative):
			relative = true
		case phrases.FiniteVerb(r.p, j) && !r.asyndetic(j):
			if !relative {
				return true
			}
			relative = false
		}
	}
	return false
}

// dashEnd is the dash that closes what stands between the dash at k and it, k where
// none does: «قال مسؤول - بعد أن اختتم الوفد محادثاته - إن».
func (r *reader) dashEnd(k, lim int) int {
	for j := k + 2; j < lim && j < k+25; j++ {
		if r.is(j, isDash) && r.p.Tokens[j].Gap == r.p.Tokens[k].Gap {
			return j
		}
		if r.clauseMark(j) && !r.is(j-1, isSubordinate) {
			return k
		}
	}
	return k
}

// relativeEnd passes over a relative clause that begins at k: to the comma that
// closes it, or to the إن or quotation that cannot belong to it because the clause
// has no verb of speech of its own.
func (r *reader) relativeEnd(k, lim int) int {
	own, taken := false, false
	for j := k + 1; j < lim; j++ {
		if r.w[j]&(isComma|isQuote|isClause|isBian|isAlla|isColon) == 0 && !r.p.Has(j, page.Speech) {
			continue
		}
		if r.is(j, isComma) {
			return j
		}
		if len(r.cues(j)) > 0 && r.cues(j)[0].finite() {
			if own && r.saysIn(j) {
				return k // «التصريحات التي أدلى بها الوزير قال فيها»
			}
			if !own {
				own = true
				continue
			}
		}
		q, opens := r.q.OpenAt(j)
		if opens && taken && q.Closed && q.Close < lim {
			j = q.Close // «الذي أوضح أن الأدلة تشمل "اعترافات كثيرة"»
			continue
		}
		if own && r.clauseMark(j) {
			own, taken = false, true
			continue
		}
		hard := r.clauseMark(j) && (!r.writesHamza() || !strings.HasPrefix(r.p.Tokens[j].Span().In(r.p.Source), "أ"))
		if hard || opens && q.Close-q.Open > 4 || r.is(j, isColon) {
			return j - 1
		}
	}
	return k
}

// otherCue reports whether token k is a verb or participle of speech that would
// take the marks after it.
func (r *reader) otherCue(c *cue, k int) bool {
	p := r.p
	switch {
	case c.finite() && r.p.Has(k, page.Suffixed|page.Speech) && (r.is(k-1, isMa) || relativeMa(r.p.Word(k-1))) && r.takenByMa(k):
		return false // «في رده على ما قاله الوزير إن»
	case r.is(k-1, isComma) && k > c.last && c.finite() && r.clauseMark(k+1) && r.participle(k):
		return true // «…، مؤكدة أن»
	case (p.Word(k) == "يدعي" || p.Word(k) == "تدعي" || p.Word(k) == "يسمي") && p.MentionFirst(k+1) == k+1 && p.Named(k+1) && p.Mention(k+1).Type == fact.Person:
		return false // «متحدث باسم الوفد يدعى سالم»
	case isCalled(p.Word(k)) && strings.HasSuffix(p.Tokens[k].Span().In(p.Source), "ى") && !r.clauseMark(k+1):
		return false // «قال أحد السكان، ويدعى كمال، إن»
	case c.verb.Class == "continue" && (p.Word(k) == "يقول" || p.Word(k) == "تقول" || p.Word(k) == "يقولون"):
		return false // «مضى الحداد يقول إن»
	case r.is(k, isOtherPart) && !r.is(k-1, isComma) && r.is(k+1, isColon|isQuote) && r.mannerOnly(k):
		return false // «علق الحداد ساخرا: «…»»
	case !r.is(k, isOther|isOtherPart), p.Named(k), strings.HasPrefix(p.Word(k), "س") && r.inTitle(k), p.Word(k-1) == "في", r.keepsBack(k):
		return false // «قال في تدخله أن»
	case r.is(k, isOtherPart) && c.verb.Past == "قال" && !r.is(k-1, isComma) && r.innaAfter(k):
		return false // «قال الوزير ساخرا إن»
	case r.is(k, isOtherPart):
		return c.verb.Class != "continue" && !r.asyndetic(k)
	}
	return phrases.FiniteVerb(p, k) && !r.asyndetic(k) && !r.broughtOut(k)
}

// isCalled reports whether w (folded) tells by what name somebody goes.
func isCalled(w string) bool {
	switch w {
	case "يدعي", "تدعي", "ويدعي", "وتدعي":
		return true
	}
	return false
}

// mannerOnly reports whether the participle at k takes no quotation, and so only tells how
// the words after it were said.
func (r *reader) mannerOnly(k int) bool {
	for _, c := range r.cues(k) {
		for n := range c.verb.Frames {
			for _, s := range c.verb.Frames[n].Slots {
				if s.Kind == lexicon.TakesQuote {
					return false
				}
			}
		}
	}
	return true
}

// innaAfter reports whether the first particle of a clause soon after the participle at k is إن,
// which only a verb of saying takes.
func (r *reader) innaAfter(k int) bool {
	for j := k + 1; j < r.sent.Last && j < k+8 && !r.p.Mark(j); j++ {
		if r.clauseMark(j) {
			return strings.HasPrefix(r.p.Tokens[j].Span().In(r.p.Source), "إ")
		}
	}
	return false
}

// broughtOut reports whether the verb at k, joined by و, says by what medium the words before
// it came out: «في تصريحات أدلى بها أمس، ونشرت على موقعه:».
func (r *reader) broughtOut(k int) bool {
	p := r.p
	w, waw := strings.CutPrefix(p.Word(k), "و")
	switch w {
	case "نشرها", "نشره", "نشرتها", "نشرته", "نقلها", "نقله", "نقلتها", "نقلته", "بثها", "بثه", "بثتها", "بثته", "اوردتها", "اوردها":
		return waw // «في كلمة ألقاها أمس ونقلها التلفزيون»
	}
	if !waw || p.Word(k+1) != "عبر" && p.Word(k+1) != "علي" && p.Word(k+1) != "في" && p.Word(k+1) != "اليوم" && p.Word(k+1) != "امس" && !p.Dated(k+1) {
		return false
	}
	switch w {
	case "نشرت", "نشر", "نقلت", "نقل", "بثت", "بث", "اوردت", "وزع", "وزعت":
		return true
	}
	return false
}

// takenByMa reports whether the verb of speech at token k carries the pronoun of the ما
// before it as its object, so that no clause is its own: «نفت الحكومة ما أعلنه المتمردون».
func (r *reader) takenByMa(k int) bool {
	cs := r.cues(k)
	return len(cs) > 0 && cs[0].finite() && cs[0].reading.Pronoun != ""
}

// participle reports whether token k may be a participle of speech that goes on with
// a clause: مؤكدة, مشيرين.
func (r *reader) participle(k int) bool {
	cs := r.cues(k)
	for n := range cs {
		if cs[n].Tense == arabic.Participle && cs[n].adverbial && !cs[n].bySaying() {
			return true
		}
	}
	return false
}

// asyndetic reports whether a verb at token k opens a relative clause without a
// pronoun, which an indefinite noun of occasion takes: «في تصريحات بثت أمس», «بيان نشر
// على موقعها».
func (r *reader) asyndetic(k int) bool {
	p := r.p
	for j := k - 1; j >= 0 && j >= k-6; j-- {
		if p.Has(j, page.Venue) {
			return !p.Has(j, page.Definite)
		}
		if p.Dated(j) || r.is(j, isQuote) {
			continue // «في بيان لها السبت تلقت الوكالة نسخة منه»
		}
		if p.Mention(j) != nil && j > 0 || p.Has(j, page.ToOutlet) || j == k-1 && r.is(j, isComma) || j > 0 && p.Has(j, page.Adjective) && p.Mention(j-1) != nil {
			continue // the outlet that the words were for
		}
		if p.Has(j, page.Definite) || r.clauseMark(j) || p.Tokens[j].Kind != arabic.Word || p.Has(j, page.Preposition) || phrases.FiniteVerb(p, j) {
			return false
		}
	}
	return false
}

// afterClauseMark settles what follows إن: a quotation that is the whole
// content, or the clause.
func (r *reader) afterClauseMark(m *match, lim int) bool {
	k := m.content
	if k < lim && (r.p.Word(k) == "،" || r.p.Word(k) == ":" || r.p.Word(k) == ",") {
		k++
	}
	if q, ok := r.q.OpenAt(k); ok && q.Close-q.Open > 3 {
		if r.endsWith(q) {
			m.quote, m.quoted, m.content = q, true, q.Open+1
			m.rule = "statements.clause-quote"
			return true
		}
	}
	m.content = k
	return k < lim
}

// endsWith reports whether nothing of the clause follows the quotation: a stop,
// a comma, the end of the line, or a new clause.
func (r *reader) endsWith(q phrases.Quote) bool {
	p := r.p
	k := q.Close + 1
	if !q.Closed || k >= len(p.Tokens) || p.Tokens[k].Gap >= arabic.Line {
		return true
	}
	switch p.Word(k) {
	case ".", "،", ",", "؛", "...", "!", "؟", "..", ")":
		return true
	}
	return r.breaks(k, &cue{Feature: arabic.Feature{Tense: arabic.Past}}) || p.Word(k) == "بحسب" || p.Word(k) == "حسب" || p.Word(k) == "وفق" || p.Word(k) == "وذلك" || p.Word(k) == "وكان" || p.Word(k) == "حينما" || p.Word(k) == "عندما"
}

// strongMark tells the particles that open a clause: إن، أن and with a pronoun.
func strongMark(w string) (bian, ok bool) {
	switch w {
	case "ان", "انه", "انها", "انهم", "انهما", "اننا", "انني", "اني", "انهن":
		return false, true
	case "بان", "بانه", "بانها", "بانهم", "بانهما", "باننا", "بانني", "باني", "بانهن":
		return true, true
	}
	return false, false
}

// markAt tells the particle that opens a clause at token k and the token at
// which its content begins: after the particle, or at ألا (أن لا) itself. In an
// article that writes hamzas, a بان without one is a name.
func (r *reader) markAt(k int) (content int, bian, ok bool) {
	if !r.is(k, isClause|isBian|isAlla) {
		return 0, false, false
	}
	w := r.p.Word(k)
	if m := r.p.Mention(k); m != nil && m.Start < r.p.Tokens[k].Start || k > 0 && r.p.Tokens[k].Gap == arabic.None && r.p.Word(k-1) == "." {
		return 0, false, false // «سي إن إن», «دي.إيه.إن»
	}
	if !r.is(k, isAlla) {
		bian = r.is(k, isBian)
		if w == "بان" && r.p.Mention(k) != nil && r.writesHamza() && strings.HasSuffix(r.p.Tokens[k].Span().In(r.p.Source), "ان") {
			return 0, false, false
		}
		return k + 1, bian, true
	}
	if strings.HasPrefix(r.p.Tokens[k].Span().In(r.p.Source), "أ") {
		return k, false, true
	}
	return 0, false, false
}

// clauseMark reports whether a particle that opens a clause stands at token k.
func (r *reader) clauseMark(k int) bool {
	if !r.is(k, isClause|isBian|isAlla) {
		return false
	}
	_, _, ok := r.markAt(k)
	return ok
}
