package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// left is the subject that stands before its verb, and whether the verb stands
// in a relative clause about it.
func (r *reader) left(c *cue) (span, bool) {
	p := r.p
	if c.reading.Conj != 0 || c.first == r.sent.First || p.Word(c.first-1) == "فقد" {
		return span{}, false
	}
	k := r.auxiliaries(c.first)
	if k == r.sent.First {
		return span{}, false
	}
	if k == c.first && r.has(k, wordOccurs) {
		if s := r.stroke(k); !s.empty() {
			return s, true
		}
	}
	if p.Has(k-1, page.Relative) {
		if r.resumed(c.last) || r.ofAnotherGender(c, k-1) {
			return span{}, true
		}
		return r.antecedent(k - 1), true
	}
	if c.tense == arabic.Past && (k < c.first && p.Word(c.first-1) == "قد" || p.Has(k-1, page.Comma)) {
		if s := r.farSubject(k); !s.empty() && !(c.count != 0 && r.oneMan(s)) {
			return s, false
		}
	}
	comma := c.count != 0 && c.tense == arabic.Past && p.Word(k-1) == "،"
	if comma {
		k-- // سبعة من المسلحين، على الأقل، قتلوا
		if p.Word(k-1) == "الاقل" && p.Word(k-3) == "،" {
			k -= 3
		}
	}
	start := r.clauseStart(k)
	start = r.skipLead(start, k)
	if comma && !r.number(start) {
		return span{}, false
	}
	return r.nearSubject(start, k), false
}

// ofAnotherGender reports whether the verb of a relative clause cannot have for subject what the
// relative pronoun at token k stands for: «سالم الذي تقاتل حركته».
func (r *reader) ofAnotherGender(c *cue, k int) bool {
	if c.tense != arabic.Present && c.tense != arabic.Jussive || c.reading.Pronoun != "" {
		return false
	}
	w := r.p.Word(c.first)
	switch r.p.Word(k) {
	case "الذي", "الذين":
		return strings.HasPrefix(w, "ت") && c.reading.Cut == 0
	case "التي":
		return strings.HasPrefix(w, "ي") && c.count == 0 && c.reading.Cut == 0
	}
	return false
}

// auxiliaries is the first of the words before a verb at token k that only say when it was or
// that it was not: قد، لم، كان، أمس; k where none stands there.
func (r *reader) auxiliaries(k int) int {
	for k > r.sent.First {
		switch r.p.Word(k - 1) {
		case "قد", "لم", "لا", "لن", "سوف", "كان", "كانت", "كانوا":
		default:
			if !r.dated(k - 1) {
				return k
			}
		}
		k--
	}
	return k
}

// stroke is the event after a preposition of which the verb at token k says with no relative
// pronoun what came of it or whom it struck: «إثر هجوم استهدف»; empty for none.
func (r *reader) stroke(k int) span {
	n := k - 1
	for n > k-3 && !r.deedNoun(n) && phrases.Adjective(r.p, n) && !phrases.Definite(r.p, n) {
		n-- // ردا على هجوم قمري عنيف استهدف
	}
	if r.deedNoun(n) && r.has(n-1, wordPrep) && !r.named(n) && !phrases.Definite(r.p, n) {
		return span{n, k}
	}
	return span{}
}

// nearSubject is the phrase with which a clause opens at token start, with what is joined to
// it, where it can be the subject of a verb at token k: it has no preposition, and neither
// another verb nor too much stands between; empty where it cannot.
func (r *reader) nearSubject(start, k int) span {
	if start >= k || r.p.Mark(start) {
		return span{}
	}
	if r.has(start, wordPrep) && !r.named(start) {
		return span{}
	}
	if r.attached(start) != markBare {
		return span{}
	}
	end := r.phrase(start, k, false)
	if end <= start {
		return span{}
	}
	for end < k && r.joined(end) {
		next := r.phrase(end, k, false)
		if next <= end {
			break
		}
		end = next
	}
	for j := end; j < k; j++ {
		if r.verbal(j) {
			return span{}
		}
	}
	if k-end > 14 {
		return span{}
	}
	return span{start, end}
}

// farSubject is the subject of a verb at token k from which it stands apart: after كان with a
// relative clause («كانت الأطراف التي حضرت قد وقعت»), after أن with an aside between commas
// («أن الوزير، يرافقه السفير، أجرى»); empty where none does.
func (r *reader) farSubject(k int) span {
	p := r.p
	for j := k - 2; j >= r.sent.First && k-j < reach; j-- {
		w := p.Word(j)
		if p.Mark(j) && (w == ":" || w == "؛" || w == ".") {
			break
		}
		was := w == "كان" || w == "كانت" || w == "وكان" || w == "وكانت"
		if !was && w != "ان" && w != "بان" && w != "وان" {
			continue
		}
		if was == p.Has(k-1, page.Comma) || r.has(j+1, wordPrep|wordMark) && !r.named(j+1) {
			break
		}
		end := r.phrase(j+1, k, false)
		if end <= j+1 || end >= k-1 || was && !p.Has(end, page.Relative) || !was && !p.Has(end, page.Comma) {
			break
		}
		if s := (span{j + 1, end}); r.animate(s) || r.acts(s) {
			return s
		}
		break
	}
	return span{}
}

// oneMan reports whether a phrase is of a person.
func (r *reader) oneMan(s span) bool {
	q, ok := r.party(s)
	return ok && q.kind == fact.Person
}

// resumed reports whether a relative verb's pronoun stands after a preposition
// («الوقت الذي قصفت فيه»): what it speaks of is not its subject.
func (r *reader) resumed(k int) bool {
	switch r.p.Word(k) {
	case "فيه", "فيها", "عليه", "عليها", "عليهم", "به", "بها", "بهم", "له", "لها", "لهم", "منه", "منها", "معه", "معها", "معهم", "اليه", "اليها", "خلاله", "خلالها":
		return true
	}
	return false
}

// clauseStart is where the clause before token k begins.
func (r *reader) clauseStart(k int) int {
	p := r.p
	j := k - 1
	for ; j >= r.sent.First && k-j < reach; j-- {
		w := p.Word(j)
		if p.Mark(j) {
			switch w {
			case "-", "–":
				if p.Tokens[j].Gap == arabic.None && p.Tokens[j+1].Gap == arabic.None && p.Word(j-1) != "-" {
					continue
				}
			case ")", "(":
				continue
			case "»", "«", "\"", "”", "“":
				if q, opens := p.Quotes().OpenAt(j); opens && q.Close >= k && r.speech(j) {
					return j + 1 // قال القائد «شنت طائرات …»: who speaks does none of it
				}
				continue
			}
			return j + 1
		}
		if p.Has(j, page.Relative) {
			continue
		}
		if r.breaks(j) && !r.named(j) || w == "كان" || w == "وكان" || w == "وكانت" || w == "كانت" {
			return j + 1
		}
		if r.verbal(j) {
			return j + 1
		}
	}
	return j + 1
}

// speech reports whether the quotation that opens at token j is what a verb of speech before
// it leads to, and no part of a clause after أن: «أن الطرفين "اتفقا على"».
func (r *reader) speech(j int) bool {
	for i := j - 1; i >= r.sent.First && j-i < reach; i-- {
		switch {
		case r.p.Has(i, page.Particle):
			return false
		case r.p.Has(i, page.SpeechVerb) && r.p.Has(i, page.Finite):
			return true
		}
	}
	return false
}

// skipLead passes over words that open a clause.
func (r *reader) skipLead(i, lim int) int {
	p := r.p
	for i < lim && !r.named(i) && (r.dated(i) || r.has(i, wordLeads) || p.Mark(i)) {
		i++
	}
	return i
}
