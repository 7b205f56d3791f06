package talks

import "strings"

// otherVerb reads what a verb at token k that is none of talks says of the meeting at token i: who
// meets, where and by its tense when.
func (r *reader) otherVerb(m *meeting, k, i int) {
	if r.ruledOut(m, k, i) || r.meant(m, k, i) || r.represents(m, k, i) || r.recalls(m, k, i) {
		return
	}
	if joins(r.stem(k)) && r.p.Word(i-1) == "الي" && !r.denied(k) {
		r.joinsTalks(m, k, i)
		return
	}
	if r.witnessed(m, k, i) || r.broughtTogether(m, k, i) || r.agreedAfter(m, k, i) {
		return
	}
	r.doneAt(m, k, i)
	r.toldByPhone(m, k, i)
	if enters(r.stem(k)) && r.overRank(k+1) == i && m.status == "" {
		m.status, m.firm = "ongoing", true // دخلت المحادثات يومها الثالث
		return
	}
	if m.noun == "call" && len(m.parts) < 2 || takesPart(r.stem(k)) {
		r.enters(m, k, i, m.noun == "call")
		r.courseByTense(m, k)
	}
	if m.status == "" && r.future(k) {
		m.status = "planned"
	}
}

// courseByTense gives a meeting of whose course nothing is told that of the tense of the verb at token k.
func (r *reader) courseByTense(m *meeting, k int) {
	if s := r.tense(k); s != "" && m.status == "" {
		m.status = s
	}
}

// ruledOut takes who is told with the verb at token k never to come to the meeting: «لن يدخل سالم في
// مفاوضات». It reports whether somebody is told so.
func (r *reader) ruledOut(m *meeting, k, i int) bool {
	if w := r.p.Word(k - 1); w != "لن" && w != "ولن" || !takesPart(r.stem(k)) {
		return false
	}
	list, _ := r.after(k, i)
	if len(list) == 0 {
		list = r.beforeVerb(k - 1)
	}
	m.addAll(list, "", "refused")
	m.status, m.firm = "cancelled", true // ruled out before they began
	return true
}

// witnessed takes the place that sees the meeting, where the verb at token k says so: «شهدت المدينة
// توقيع اتفاق». It reports whether one does.
func (r *reader) witnessed(m *meeting, k, i int) bool {
	switch r.stem(k) {
	case "شهد", "شهدت", "تشهد", "يشهد", "ستشهد", "سيشهد":
	default:
		return false
	}
	at := k
	if r.area(k + 1) {
		at++ // تشهد مدينة ندى
	}
	list, _ := r.after(at, i)
	if len(list) == 0 || list[0].kind != 'l' {
		return false
	}
	if m.place == "" {
		m.place, m.placeID = list[0].name, list[0].actor
	}
	r.courseByTense(m, k)
	r.between(m, k, i)
	return true
}

// broughtTogether takes those whom the meeting is told with the verb at token k to bring together:
// «جمعت المحادثات سالما ونادرا». It reports whether the verb is such a one.
func (r *reader) broughtTogether(m *meeting, k, i int) bool {
	if w := trimWaw(r.p.Word(k)); !gathers(w) && w != "شملت" || k < i-2 || !r.isDefinite(i) && m.place == "" || len(m.parts) > 0 {
		return false
	}
	m.addAll(r.afterNoun(r.overRelative(i, m.clause.last), m.clause.last), "", "")
	r.courseByTense(m, k)
	m.back = m.back && len(m.parts) < 2
	return true
}

// agreedAfter takes those who come to terms by the verb at token k after talks, for the sides of these.
// It reports whether the verb is such a one.
func (r *reader) agreedAfter(m *meeting, k, i int) bool {
	if m.noun != "talks" || m.status != "concluded" || !settlesAfter(r.stem(k)) || occasion(r.p.Word(i-1)) != "concluded" {
		return false
	}
	switch list := r.subjectAt(k, i); {
	case len(m.parts) == 0 && len(list) > 1: // توصلت الحكومة والحركة إثر مشاورات إلى اتفاق
		m.addAll(list, m.partyRole(), "")
	case len(m.parts) == 1 && r.metWith(m, i): // اتفق سالم ونادر بعد مباحثات مع الحركة
		m.addAll(list, "", "")
	}
	return true
}

// metWith reports whether the first who is known to be at the meeting at token i is told with مع
// after it, so that whom he met is told before.
func (r *reader) metWith(m *meeting, i int) bool {
	first := m.parts[0].at.first
	return first > i && r.p.Word(first-1) == "مع"
}

// doneAt takes those who are told with the verb at token k to do something during the meeting, for those
// who meet.
func (r *reader) doneAt(m *meeting, k, i int) {
	if m.noun != "gathering" && m.noun != "encounter" || !during(r.p.Word(i-1)) {
		return
	}
	if len(m.parts) == 1 && (m.parts[0].kind == 'p' || m.parts[0].kind == 'g') && r.metWith(m, i) && !r.isDefinite(i) {
		list := r.beforeVerb(k) // كان سالم اتهم الحركة خلال لقاء مع نادر: the movement is accused and not met
		if len(list) == 0 {
			list, _ = r.after(k, i)
		}
		if len(list) == 1 { // وافق الوفد القمري في اجتماع مع نظيره
			m.addAll(list, "", "")
		}
	}
	if pronoun := r.word(i).reading.Pronoun; len(m.parts) == 0 && (!r.isDefinite(i) && pronoun == "" || strings.HasSuffix(pronoun, "هما")) {
		if list := r.subjectAt(k, i); len(list) == 2 && list[0].kind == 'p' && list[1].kind == 'p' {
			m.addAll(list, "", "") // استعرض سالم ونادر خلال لقاء في ندى
		}
	}
}

// settlesAfter reports whether w (a stem) is a verb for coming to terms.
func settlesAfter(w string) bool {
	switch w {
	case "توصل", "توصلت", "توصلا", "توصلوا":
		return true
	}
	return agrees(w)
}

// overRelative is the token before what follows the noun at token i over a relative clause
// between commas: «المحادثات، التي بدأت أمس، …».
func (r *reader) overRelative(i, lim int) int {
	k := i + 1
	for k < lim && k < i+4 && r.p.Word(k) != "،" {
		k++
	}
	if k+1 >= lim || r.p.Word(k) != "،" || !r.relative(k+1) {
		return i
	}
	for k += 2; k < lim && k < i+farLeft; k++ {
		if r.p.Word(k) == "،" {
			return k
		}
	}
	return i
}

// enters puts the subject of the verb at token k to talks with others: what stands after
// it, or before the relative pronoun that it follows, «الحركة التي بدأت مفاوضات مع الحكومة».
func (r *reader) enters(m *meeting, k, i int, need bool) {
	if list := r.themselves(k); len(list) > 1 {
		m.addAll(list, m.partyRole(), "")
		return
	}
	told := len(m.parts)
	r.subjectOf(m, k, i, need)
	if len(m.parts) == told && told > 0 && r.relative(k-1) && !r.isDefinite(i) {
		m.addAll(r.beforeVerb(k), "", "")
	}
}

// takesPart reports whether w (a stem) is a verb whose subject is at the meeting
// that it governs: يخوض جولة، يواصل مشاوراته، دخل في مفاوضات.
func takesPart(w string) bool {
	switch w {
	case "واصل", "واصلت", "يواصل", "تواصل", "خاض", "خاضت", "يخوض", "تخوض", "دخل", "دخلت", "يدخل", "تدخل", "بدا", "بدات", "يبدا", "تبدا", "سيبدا", "ستبدا", "كثف", "كثفت", "سيواصل", "ستواصل", "استهل", "استهلت", "يستهل", "تستهل", "اختتم", "اختتمت", "يختتم", "تختتم", "عاود", "عاودت", "يعاود", "تعاود", "باشر", "باشرت", "يباشر", "تباشر", "سيباشر", "ستباشر", "سيباشران", "ستباشران":
		return true
	}
	return false
}

// enters reports whether w (a stem) is the verb with which talks come to another day or stage.
func enters(w string) bool {
	switch w {
	case "دخلت", "تدخل", "دخل", "يدخل", "ستدخل", "سيدخل":
		return true
	}
	return false
}
