package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// boundSide is who undertakes what the statement s pledges, where that is not the speaker
// himself: the one named as bound («إن الولايات المتحدة ملتزمة ب…», «التزام الجامعة ب…»),
// or the state for which an official says «we» or «my country».
func (r *reader) boundSide(s *statement, c span) string {
	if by := r.namedBound(c); by != "" {
		return by
	}
	if by := r.herReadiness(s, c); by != "" {
		return by
	}
	if !r.forState(c) {
		return s.Name
	}
	return r.speakingFor(s)
}

// tested reports whether the noun of being ready or bound at token k is what is asked about, watched or
// put to the test: «سيتركز الاختبار على استعداد الحركة ل…», «مراقبة التزام الأطراف ب…».
func (r *reader) tested(k int) bool {
	if !bindingNoun(unowned(r.stem(k))) {
		return false
	}
	if r.pending(k) {
		return true
	}
	for j := k - 1; j >= r.sentence(k).First && j >= k-5 && !r.p.Mark(j); j-- {
		switch w := r.stem(j); w {
		case "مدي", "تشكيك", "للتشكيك", "مراقبه", "رقابه", "متابعه", "تاكد", "للتاكد", "تحقق", "للتحقق", "اختبار", "لاختبار", "معرفه", "لمعرفه", "سوال", "تساول", "تساولات", "اسيله":
			return true
		default:
			if strings.HasPrefix(strings.TrimPrefix(w, "س"), "يتركز") || strings.HasPrefix(strings.TrimPrefix(w, "س"), "يختبر") || strings.HasPrefix(strings.TrimPrefix(w, "س"), "تختبر") {
				return true
			}
		}
	}
	return false
}

// owedTo is to whom the statement s pledges something: not who only hears it, «أطلع الوسطاء على أن
// بلاده ملتزمة ب…», but whom it is to help, «مواصلة تقديم المساعدة للنازحين».
func (r *reader) owedTo(s *statement) string {
	to := s.Target
	switch w := r.stem(s.cue.first); {
	case strings.HasPrefix(w, "اطلع"), strings.HasPrefix(w, "ابلغ"), strings.HasPrefix(w, "اخبر"):
		to = ""
	}
	if to != "" {
		return to
	}
	for k := s.content.first; k < s.content.last && k < s.content.first+8; k++ {
		switch r.stem(k) {
		case "مساعده", "دعم", "مساعدات", "عون":
		default:
			continue
		}
		j := k + 1
		for j < s.content.last && r.isAdjective(j) {
			j++
		}
		if w := r.p.Word(j); w == "لكل" || w == "لجميع" || w == "لكافه" {
			j++
		} else if !strings.HasPrefix(w, "ل") || !r.prepositional(j) {
			return ""
		}
		if list, _ := r.parties(j, s.content.last); len(list) > 0 && list[0].at.first == j {
			return joinNames(list)
		}
		return ""
	}
	return ""
}

// speakingFor is the state for which an official speaks, the speaker's own name for others.
func (r *reader) speakingFor(s *statement) string {
	a := r.p.Actor(s.Actor)
	if a == nil || a.Type != fact.Person || a.Sector != "GOV" || a.Country == "" {
		return s.Name
	}
	for _, o := range a.Offices {
		if strings.Contains(o, "إقليم") || strings.Contains(o, "محافظ") || strings.Contains(o, "ولاية") {
			return s.Name // he speaks for a part of it
		}
	}
	if st, ok := r.p.Lex.State(strings.ToLower(a.Country)); ok {
		return st.Name
	}
	return s.Name
}

// namedBound is who stands first in what is pledged, where a word of being bound goes with
// him: «واشنطن ستواصل …», «الحكومة ملتزمة ب…», «التزام الجامعة ب…»; "" where none does.
func (r *reader) namedBound(c span) string {
	first := c.first
	if bindingNoun(r.stem(first)) && r.word(first).reading.Pronoun == "" {
		if list, _ := r.parties(first+1, min(c.last, first+8)); len(list) == 1 && list[0].at.first == first+1 {
			return list[0].name
		}
		return ""
	}
	list, next := r.parties(first, min(c.last, first+10))
	if len(list) == 0 || next >= c.last || list[0].at.first != first && !(list[0].at.first == first+1 && r.has(first, wordWhole)) { // كل الأطراف ستواصل
		return ""
	}
	if r.quoteMark(next) && next+1 < c.last {
		next++
	}
	switch u := r.stem(next); {
	case bindingAdjective(u), r.has(next, wordWillGoOn|wordReady|wordWillGive), r.future(next):
		return joinNames(list)
	}
	if _, verb := r.finite(next); verb && bindingNoun(unowned(r.p.Word(next+1))) { // جددت التزامها
		return joinNames(list)
	}
	return ""
}

// bindingNoun reports whether w (a stem) is a noun for being bound or ready.
func bindingNoun(w string) bool {
	switch w {
	case "التزام", "استعداد", "عزم", "حرص", "تعهد", "تصميم", "اصرار":
		return true
	}
	return false
}

// unowned is w (a stem) without the pronoun of the third person on it: التزامها.
func unowned(w string) string {
	for _, p := range [...]string{"هما", "هم", "ها", "ه"} {
		if s, ok := strings.CutSuffix(w, p); ok {
			return s
		}
	}
	return w
}

// bindingAdjective reports whether w (a stem) says of somebody that he is bound or ready.
func bindingAdjective(w string) bool {
	for _, p := range [...]string{"ملتزم", "مستعد", "عازم", "مصمم", "حريص", "متعهد"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// forState reports whether the words of c speak of «us» or of the speaker's country.
func (r *reader) forState(c span) bool {
	for k := c.first; k < c.last && k < c.first+6; k++ {
		w := trimWaw(r.p.Word(k))
		switch w {
		case "بلاده", "بلادها", "بلادي", "بلادنا", "نحن", "اننا", "باننا", "لدينا":
			return true
		}
		if k == c.first && (strings.HasPrefix(w, "سن") && r.has(k, wordVerb) || bindingAdjective(w) && strings.HasSuffix(w, "ون")) {
			return true // سنواصل، مستعدون
		}
	}
	return false
}

// committing is who is bound by the noun at token i in the article's words: the one beside it
// («التزام الحكومة», «التزام من قبل الرئيس»), the subject of a clause whose verb it follows,
// where it points back to him («إن الحكومة أبدت التزامها»), else as of whoever asks.
func (r *reader) committing(i int) string {
	lim := min(len(r.p.Tokens), i+12)
	k := i + 1
	for k < lim && r.isAdjective(k) {
		k++
	}
	if r.p.Word(k) == "من" {
		if k++; r.p.Word(k) == "قبل" || r.p.Word(k) == "جانب" {
			k++
		}
	}
	if list, _ := r.parties(k, lim); len(list) > 0 && list[0].at.first == k {
		return list[0].name
	}
	if w := r.p.Word(i); unowned(w) != w && !bindingAdjective(r.stem(i)) {
		if by := r.clauseHead(i); by != "" {
			return by
		}
	}
	return r.asker(i, arabic.Masdar)
}

// clauseHead is the subject right after أن of the clause in which a verb stands just before
// token i; "" where none is.
func (r *reader) clauseHead(i int) string {
	first := max(r.sentence(i).First, i-14)
	verb := -1
	for k := i - 1; k >= first; k-- {
		if _, ok := r.finite(k); ok && verb < 0 && k >= i-3 {
			verb = k
		}
		if w := r.p.Word(k); w == "ان" || w == "بان" {
			if list, _ := r.parties(k+1, verb); verb > 0 && len(list) > 0 && list[0].at.first <= k+2 {
				if dualVerb(r.p.Word(verb)) {
					return joinNames(list) // أن الجانبين "وافقا
				}
				return list[0].name
			}
			return ""
		}
	}
	return ""
}

// ownEnd reports whether s announces that the speaker's side withdraws its forces, or stops or
// freezes what it does: «أعلن الرئيس سحب قواته», «أعلنت الحكومة تجميد البناء». Truces are read
// by themselves, and who leaves talks binds himself to nothing.
func (r *reader) ownEnd(s *statement) bool {
	k := s.content.first
	if s.Kind == "unnamed" || s.Kind == "outlet" || r.class(k) == lexicon.TalkTruce || k+1 >= s.content.last {
		return false
	}
	switch strings.TrimPrefix(r.stem(k), "ب") {
	case "سحب":
		return r.troops(span{k + 1, s.content.last})
	case "تجميد", "تجميدا":
		return true
	case "وقف", "ايقاف", "تعليق":
		return doing(r.stem(k + 1))
	}
	return false
}

// troops reports whether men under arms stand among the first words of s.
func (r *reader) troops(s span) bool {
	for k := s.first; k < min(s.last, s.first+4) && !r.stops(k); k++ {
		switch w := r.stem(k); {
		case strings.HasPrefix(w, "قوات"), strings.HasPrefix(w, "جنود"), strings.HasPrefix(w, "مقاتل"), strings.HasPrefix(w, "عناصر"), strings.HasPrefix(w, "مسلح"), strings.HasPrefix(w, "جيش"), strings.HasPrefix(w, "وحدات"):
			return true
		}
	}
	return false
}
