package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// wish reads what one side wants another to do: «يريد الوفد أن تفتح الحكومة المعابر», «نريد من
// الحكومة وقف القصف», «اقترح الوسيط أن ينسحب المتمردون».
func (r *reader) wish(i int) bool {
	if r.denied(i) || !r.p.Body(i) {
		return false
	}
	who, d, ok := r.wished(i, min(i+24, r.sentence(i).Last))
	if !ok {
		return false
	}
	by := joinNames(who)
	if by == "" {
		by = r.replier(i)
	}
	if by == "" || d.of[0].name == by {
		return false
	}
	r.want(demand{by: by, of: joinNames(d.of), content: span{d.start, r.contentEnd(d.start, len(r.p.Tokens))}, rule: ruleWish})
	return true
}

// wished is what is wanted of somebody with the verb at token i, and who stands after it as the one
// who wants it.
func (r *reader) wished(i, lim int) (who []party, d duty, ok bool) {
	p := r.p
	k := i + 1
	if p.Word(k) != "من" {
		if who, k = r.after(i, lim); len(who) == 0 {
			k = i + 1
		}
	}
	if p.Word(k) == "في" || p.Word(k) == "ب" {
		k++
	}
	if p.Word(k) == "من" {
		if d.of, k = r.parties(k+1, lim); len(d.of) == 0 {
			return nil, d, false
		}
	}
	switch w := p.Word(k); {
	case k >= lim:
		return nil, d, false
	case (w == "ان" || w == "بان") && k+1 < lim && r.imperfect(k+1):
		if k++; len(d.of) == 0 {
			d.of = r.doer(k, lim)
		}
	case len(d.of) > 0 && r.task(k) && p.Mention(k) == nil:
	default:
		return nil, d, false
	}
	d.start = k
	return who, d, len(d.of) > 0
}

// urged is what somebody is asked with the verb of asking at token i in what is said: «نناشد
// الأطراف وقف القتال», «يطالب الحكومة بفتح المعابر».
func (r *reader) urged(i, lim int) (d duty, ok bool) {
	p := r.p
	if rd, s, is := r.speechWord(i, "demand"); !is || s.Tense != arabic.Present || rd.Conj != 0 || r.denied(i) {
		return d, false
	}
	k := i + 1
	if r.quoteMark(k) {
		k++
	}
	if p.Word(k) == "من" {
		k++
	}
	if p.Word(k) == "(" { // نناشدهم (القمر والزهرة) وقف القتال
		d.of, k = r.parties(k+1, min(k+14, lim))
		if k >= lim || p.Word(k) != ")" {
			return d, false
		}
		k++
	} else {
		d.of, k = r.parties(k, min(k+14, lim))
	}
	if k < lim && r.quoteMark(k) {
		k++
	}
	switch p.Word(k) {
	case "الي", "علي", "ب":
		if k++; p.Word(k) == "ان" {
			k++
		}
	case "ان", "بان":
		k++
	}
	d.start = k
	if len(d.of) > 0 && k < lim-1 && r.isDefinite(k) && !r.isAdjective(k) && (r.preposition(k+1) || r.prefixed(k+1)) && p.Mention(k) == nil {
		return d, true // «يناشد كل الأطراف التحلي بالصبر»
	}
	return d, k < lim-1 && p.Mention(k) == nil && (r.task(k) || r.imperfect(k) && strings.HasSuffix(p.Word(k-1), "ان"))
}

// stresses reports whether a statement that only asserts stresses how much it matters that somebody
// does something: «شدد على أهمية تمسك الأطراف بالهدنة».
func (r *reader) stresses(s *statement) bool {
	c := s.content
	return s.Act == "state" && r.stem(c.first) == "اهميه" && c.last-c.first > 3 && r.action(c.first+1)
}

// wishesOf reports whether a statement that proposes tells what somebody else is to do: «عبر عن رغبته في أن
// توقف الحكومة القصف», «اقترح على الجبهة سحب مقاتليها».
func (r *reader) wishesOf(s *statement) bool {
	c := s.content
	if s.Act != "propose" || c.empty() {
		return false
	}
	if r.imperfect(c.first) && strings.HasSuffix(r.p.Word(c.first-1), "ان") {
		list := r.doer(c.first, c.last)
		return len(list) > 0 && list[0].name != s.Name
	}
	return s.Target != "" && strings.Contains(r.stem(max(0, s.cue.first)), "قترح") && r.task(c.first) && r.class(c.first+1) != lexicon.TalkMeeting
}
