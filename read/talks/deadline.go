package talks

import "strings"

// setsDeadline reports whether a statement gives somebody so much time to do what it threatens about:
// «أمهلت الجبهة الحكومة ثلاثة أيام لإطلاق سراح السجناء».
func (r *reader) setsDeadline(s *statement) bool {
	if s.Act != "threaten" || !strings.Contains(r.stem(max(0, s.cue.first)), "مهل") {
		return false
	}
	first := s.content.first
	if r.task(first) {
		return true
	}
	for k := first; k < s.content.last && k < first+deadlineReach; k++ {
		if k > first && strings.HasPrefix(r.p.Word(k), "ل") && r.atTask(k) { // حتى نهاية مايو لسحب القوات
			s.content.first = k
			return true
		}
		if _, verb := r.finite(k); verb || r.p.Mark(k) {
			return false
		}
	}
	return false
}

// givenTime reads what somebody gives another time for with the noun at token i: «منحت الحكومة الجبهة مهلة
// يومين لإخلاء الميناء», «وجه الجيش إنذارا للجبهة بالانسحاب».
func (r *reader) givenTime(i int) bool {
	p := r.p
	s := r.sentence(i)
	verb := i - 1
	for ; verb >= s.First && verb > i-deadlineReach; verb-- {
		if givesTime(r.stem(verb)) {
			break
		}
		if r.stops(verb) {
			return false
		}
	}
	if verb < s.First || !givesTime(r.stem(verb)) {
		return false
	}
	by, next := r.after(verb, i)
	var of []party
	if len(by) == 0 {
		by, next = r.beforeVerb(verb), verb+1
	}
	if next < i {
		of, _ = r.parties(next, i)
	}
	lim := min(s.Last, i+deadlineReach)
	for k := i + 1; k < lim && !r.stops(k); k++ {
		switch w := p.Word(k); {
		case (w == "كي" || w == "لكي") && r.imperfect(k+1):
			k++
		case r.atTask(k):
		default:
			if list, _ := r.parties(k, lim); len(of) == 0 && len(list) > 0 && p.Date(k) == nil {
				of = list
			}
			continue
		}
		if len(by) == 0 || len(of) == 0 {
			return false
		}
		r.want(demand{by: joinNames(by), of: joinNames(of), content: span{k, r.contentEnd(k, len(p.Tokens))}, rule: ruleAsking})
		return true
	}
	return false
}

// deadlineReach is how many words from the noun for a deadline its verb and what must be done may stand.
const deadlineReach = 12

// givesTime reports whether w (a stem) is a verb of giving somebody time or a warning.
func givesTime(w string) bool {
	switch w {
	case "منح", "منحت", "منحوا", "يمنح", "تمنح", "اعطي", "اعطت", "امهل", "امهلت", "حدد", "حددت", "وجه", "وجهت", "اصدر", "اصدرت":
		return true
	}
	return false
}
