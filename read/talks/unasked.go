package talks

import (
	"strings"

	"mahdar/lexicon"
	"mahdar/read/page"
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
		return true
	}
	return false
}

// asserts reports whether a clause after «وأن» only says how something is, which the first one
// does not make a demand: «دعا إلى وقف القصف وأن الحركة تدرس الأمر».
func (r *reader) asserts(s span) bool {
	k := s.first
	if r.quoteMark(k) {
		k++
	}
	switch w := r.p.Word(k); {
	case r.toldOf(k, s):
		return true // وأن وقف إطلاق النار لا يشمل الجنوب
	case w == "علي" || w == "لا" || w == "الا" || r.imperfect(k) || r.action(k):
		return false
	}
	todo, _ := r.toDo(s)
	return todo == s && !r.musts(s)
}

// describes reports whether what must be done is only told of in a statement whose own verb asks
// nothing: «ثمة نقاط ينبغي حلها», «الإجراءات التي يجب أن تتبع», «كان ينبغي أن تجرى»; so too what
// those who speak must do: «يجب أن نغير الوضع».
func (r *reader) describes(s *statement) bool {
	if _, _, asks := r.speechWord(max(0, s.cue.first), "demand"); asks {
		return false
	}
	found := false
	for k := s.content.first; k < s.content.last && k < s.content.first+2*dutyReach; k++ {
		if !r.must(k) || r.p.Word(k) == "بد" {
			continue
		}
		if r.stem(k) == "يحتم" || r.stem(k) == "تحتم" || !r.tellsOf(k, s.content.first) {
			return false
		}
		found = true
	}
	return found
}

// tellsOf reports whether the verb of duty at token k belongs to a clause that describes something,
// is past, or binds those who speak.
func (r *reader) tellsOf(k, least int) bool {
	p := r.p
	if w := p.Word(k + 1); w == "ان" && strings.HasPrefix(p.Word(k+2), "ن") && len(p.Word(k+2)) > 6 && !p.Has(k+2, page.Definite) || w == "علينا" {
		return true
	}
	if k == least || p.Word(k) != trimWaw(p.Word(k)) {
		return false
	}
	switch j := k - 1; {
	case r.relative(j), p.Word(j) == "كان", p.Word(j) == "كانت":
		return true
	case p.Mark(j) && !r.quoteMark(j), p.Mention(j) != nil, r.opens(j), r.adverb(j), r.preposition(j), r.isDefinite(j):
		return false
	default:
		if r.quoteMark(j) {
			j--
		}
		return !r.anyOf(j, least) && (strings.HasSuffix(p.Word(j), "ا") || strings.HasSuffix(p.Word(j), "ات") || strings.HasSuffix(p.Word(j), "ي") || r.p.Has(j, page.Adjective)) && !r.isDefinite(j)
	}
}

// anyOf reports whether «أي» or «كل» stands among the words before token j: «أي اتفاق نهائي يجب».
func (r *reader) anyOf(j, least int) bool {
	for k := j; k >= least && k > j-5; k-- {
		switch trimWaw(r.p.Word(k)) {
		case "اي", "كل", "جميع":
			return true
		}
	}
	return false
}

// courtesy reports whether content only wishes the relations of those who speak well: «ضرورة تعزيز
// التعاون بين البلدين».
func (r *reader) courtesy(s span) bool {
	k := s.first
	if isNeed(r.stem(k)) {
		k++
	}
	switch r.stem(k) {
	case "تعزيز", "توثيق", "تطوير", "توطيد", "تنسيق", "مواصله", "استمرار", "تكثيف", "تفعيل":
	default:
		return false
	}
	for j := k + 1; j < s.last && j < k+7; j++ {
		switch r.stem(j) {
		case "علاقات", "تعاون", "تنسيق", "تشاور", "شراكه", "صداقه":
			return true
		}
	}
	return false
}

// saidIn reports whether token k begins to tell where or in what way something was said: «في منشور
// على», «وذلك في خطاب», «في خطوة تأتي».
func (r *reader) saidIn(k int) bool {
	if r.p.Word(k) == "وذلك" {
		k++
	}
	if r.p.Word(k) != "في" {
		return false
	}
	switch r.stem(k + 1) {
	case "منشور", "تغريده", "تدوينه", "تصريح", "تصريحات", "بيان", "خطاب", "كلمه", "مقابله", "خطوه", "رساله", "اشاره", "موتمر", "ختام":
		return !r.isDefinite(k + 1)
	}
	return false
}

// ownMen reports whether a statement turns to the men of who speaks: «طالب القائد {جنوده} بالاستعداد».
func (r *reader) ownMen(s *statement) bool {
	for k := s.cue.last; k < s.content.first && k < s.cue.last+2*saidReach; k++ {
		if !r.p.Has(k, page.Suffixed) {
			continue
		}
		for _, w := range [...]string{"جنود", "مقاتلي", "انصار", "اتباع", "مويدي", "عناصر", "رجال", "ضباط", "قواته", "قواتها", "وزراء", "نوابه", "مسلحي"} {
			if strings.HasPrefix(r.stem(k), w) {
				return true
			}
		}
	}
	return false
}

// saidReach is how many words of the speaker stand between the cue of a statement and whom it addresses.
const saidReach = 6
