package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// What a paper lays down binds those who signed it: «ينص الاتفاق على فتح المعابر», «تقضي المذكرة
// بتشكيل لجنة».

// paper reports whether token k names what binds those who signed it: an agreement, a truce, an
// understanding, a memorandum.
func (r *reader) paper(k int) bool {
	switch r.class(k) {
	case lexicon.TalkBind, lexicon.TalkTruce:
		return true
	}
	switch r.stem(k) {
	case "تفاهم", "تفاهمات", "مذكره", "وثيقه", "صفقه", "بروتوكول", "ميثاق", "تسويه":
		return true
	}
	return false
}

// paperBinds reads what the paper that token i names lays down: «ينص البند الثالث على فتح المعابر», «وقعا
// مذكرة تفاهم تنص على تبادل الأسرى».
func (r *reader) paperBinds(i, lim int) bool {
	if w := r.stem(i); w == "بند" || w == "ماده" { // المادة الخامسة من الاتفاق, and of no law
		k := i + 1
		for k < i+4 && r.p.Word(k) != "من" {
			k++
		}
		if r.p.Word(k) == "من" && !r.paper(k+1) {
			return false
		}
	}
	if r.has(i-1, stemProvides) && !r.aimedAt(i) {
		return r.provides(i)
	}
	if !r.isDefinite(i) && !r.closed(i) {
		return false
	}
	for k := i + 1; k < lim && k < i+5 && !r.p.Mark(k); k++ {
		if r.has(k, stemProvides) {
			return r.provides(k)
		}
	}
	return false
}

// provides reads what the agreement named at token i, after a verb of laying down, says is to be done.
func (r *reader) provides(i int) bool {
	p, lim := r.p, r.sentence(i).Last
	for k := i + 1; k < lim && k < i+10; k++ {
		w := p.Word(k)
		if r.stops(k) || w == "،" || r.opens(k) && w != "بان" {
			return false
		}
		start := k
		switch {
		case w == "علي":
			start++
			if r.quoteMark(start) {
				start++
			}
			if p.Word(start) == "ان" {
				start++
			}
		case w == "بان" || w == "ب":
			start++
		case !strings.HasPrefix(w, "ب") || !r.prefixed(k):
			continue
		}
		if _, verb := r.finite(start); !verb && !r.action(start) && !masdarShape(r.stem(start)) {
			return false
		}
		by := r.provided(start, lim)
		if by == "" {
			by = r.signers(i)
		}
		r.bindTo(bind{by: by, content: span{start, r.contentEnd(start, lim)}, status: "made", rule: ruleAgreement})
		return true
	}
	return false
}

// provided is who is to do what an agreement lays down from token k on: the subject of the verb,
// «بأن تفرج الجبهة عن الأسرى», or of a noun of action that takes no object, «على انسحاب الجبهة من
// الميناء»; "" where nobody is named.
func (r *reader) provided(k, lim int) string {
	switch t, verb := r.finite(k); {
	case verb && t == arabic.Present:
		if w := r.p.Word(k); w == "يكون" || w == "تكون" {
			return ""
		}
	default:
		switch strings.TrimPrefix(r.stem(k), "ب") {
		case "افراج", "انسحاب", "توقف", "امتناع", "تخلي", "التزام", "عوده":
		default:
			return ""
		}
	}
	if list, _ := r.parties(k+1, min(lim, k+12)); len(list) > 0 && list[0].at.first <= k+2 && r.stem(list[0].at.first) != "قوات" {
		return joinNames(list)
	}
	return ""
}

// signers are those who made the agreement named at token i, which lays down something: the two whom
// «بين» joins after it, or those of the agreement told last, or the sides of the talks.
func (r *reader) signers(i int) string {
	for k := i + 1; k < i+6; k++ {
		if r.p.Word(k) == "بين" {
			if list, _ := r.parties(k+1, min(k+14, r.sentence(i).Last)); len(list) > 1 {
				return joinNames(list)
			}
		}
	}
	if by := r.agreedLast(i); by != "" {
		return by
	}
	return joinNames(r.sidesTold(i))
}

// agreedBack is how many commitments back the agreement is looked for that a provision is of.
const agreedBack = 100

// agreedLast are the sides of the agreement told last before token i, "" where none is.
func (r *reader) agreedLast(i int) string {
	for n := len(r.binds) - 1; n >= max(0, len(r.binds)-agreedBack); n-- {
		if b := &r.binds[n]; b.rule == ruleAgreement && strings.Contains(b.by, " و") && b.content.first < i {
			return b.by
		}
	}
	return ""
}
