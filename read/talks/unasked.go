package talks

import (
	"strings"

	"mahdar/lexicon"
)

// What sounds like asking and asks nothing of another side.

// convenes reports whether a statement only calls a meeting together: «دعت الحكومة إلى اجتماع
// وزاري», where nobody is told to come.
func (r *reader) convenes(s *statement) bool {
	switch trimWaw(r.bare(max(0, s.cue.first))) {
	case "دعا", "دعت", "يدعو", "تدعو":
	default:
		return false
	}
	c := s.content.first
	v, ok := r.is(c, lexicon.TalkMeeting)
	return ok && s.Target == "" && !r.isDefinite(c) && !strings.HasPrefix(r.p.Word(c), "لل") && (v == "gathering" || v == "session" || v == "conference" || v == "summit")
}

// concluded reports whether a statement is what a meeting came to, of which nobody is asked
// anything: «خلص الاجتماع إلى ضرورة توثيق العلاقات».
func (r *reader) concluded(s *statement) bool {
	switch trimWaw(r.p.Word(max(0, s.cue.first))) {
	case "خلص", "خلصت", "خلصوا", "خلصا", "توصل", "توصلت", "توصلوا":
		return true
	}
	return false
}

// settled reports whether the conditions at token i are those that the sides agreed on: «اتفقا على
// الشروط الضرورية لإطلاق سراح الجنود».
func (r *reader) settled(i int) bool {
	for k := i - 1; k >= 0 && k > i-5 && !r.p.Mark(k); k-- {
		if strings.HasPrefix(r.stem(k), "اتفق") {
			return true
		}
	}
	return false
}

// owns reports whether s tells of somebody's own doings that he goes on with: «إصرار الجبهة على
// مواصلة عملياتها».
func (r *reader) owns(s span) bool {
	switch strings.TrimPrefix(r.stem(s.first), "ب") {
	case "مواصله", "استمرار", "بقاء", "ابقاء", "متابعه", "احتفاظ", "مضي":
	default:
		return false
	}
	return true
}

// asserts reports whether a clause after «وأن» only says how something is, which the first one
// does not make a demand: «دعا إلى وقف القصف وأن الحركة تدرس الأمر».
func (r *reader) asserts(s span) bool {
	k := s.first
	if r.quoteMark(k) {
		k++
	}
	switch w := r.p.Word(k); {
	case w == "علي" || w == "لا" || w == "الا" || r.imperfect(k) || r.action(k):
		return false
	}
	todo, _ := r.toDo(s)
	return todo == s && !r.musts(s)
}
