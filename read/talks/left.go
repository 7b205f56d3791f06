package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// left reads what stands before the noun at token i: the verb that it belongs
// to, its subject, and words that say whether the meeting was, is or will be.
func (r *reader) left(m *meeting, i int) {
	p := r.p
	c := m.clause
	switch p.Word(i - 1) {
	case "حول", "بشان", "بخصوص": // a statement on the meeting tells nothing of its course
		return
	case "مقررات", "قرارات", "مخرجات", "توصيات", "نتايج", "ومقررات", "وقرارات", "ومخرجات", "وتوصيات", "ونتايج", "بمخرجات", "بمقررات":
		if (m.noun == "conference" || m.noun == "summit") && m.status == "" {
			m.status = "concluded" // مقررات مؤتمر ندى: it has been held
			return
		}
	case "خلال", "اثناء": // في ندى خلال اجتماع
		if m.noun != "visit" && p.Named(i-2) {
			r.placeAt(m, p.MentionFirst(i-2))
		} else if m.noun != "visit" {
			r.placeAt(m, i-3) // في المدينة نفسها خلال جولة
		}
	}
	for k := i - 1; k >= c.first && k >= i-farLeft; k-- {
		if d := p.Date(k); d != nil {
			r.leftDate(m, d, k, i)
			continue
		}
		if r.putOff(m, k) {
			return
		}
		done, pass := r.leftTalk(m, k, i)
		if done || !pass && r.leftPlain(m, k, i) {
			return
		}
	}
	r.fromAfar(m, i)
}

// leftDate reads a day before the noun at token i: it is the meeting's where it stands near,
// and in «قبل يومين من زيارة …» tells its course.
func (r *reader) leftDate(m *meeting, d *fact.Date, k, i int) {
	if o := occasion(r.p.Word(k)); o != "" && (r.p.Word(i-1) == "من" || r.p.Word(i-1) == "علي") {
		m.status = o
	} else if k >= i-3 && !r.stopped(r.p.TokenAt(d.Start)) {
		m.when(d)
	}
}

// leftTalk reads the word of talks at token k before the noun at token i. It reports whether
// nothing before it matters any more, and whether the word itself is to be passed over.
func (r *reader) leftTalk(m *meeting, k, i int) (done, pass bool) {
	switch r.class(k) {
	case lexicon.TalkHold:
		r.heldBy(m, k, i)
		return true, false
	case lexicon.TalkCourse:
		return r.leftCourse(m, k, i)
	case lexicon.TalkRole:
		v, _ := r.is(k, lexicon.TalkRole)
		if r.leftRole(m, k, i, v) {
			return true, false
		}
		return false, strings.HasSuffix(r.p.Tokens[k].Span().In(r.p.Source), "ة") // استضافة لقاء, and no استضافه
	case lexicon.TalkAttend:
		v, _ := r.is(k, lexicon.TalkAttend)
		r.leftAttend(m, k, i, v)
		return true, false
	case lexicon.TalkMeet:
		if r.word(k).sense.Tense != arabic.Masdar {
			if !r.walksOut(m, k, i) {
				r.leftPlace(m, k, i)
				r.discussers(m, k, i)
			}
			return true, false
		}
	}
	return false, false
}

// leftCourse reads the word of course at token k before the noun at token i.
func (r *reader) leftCourse(m *meeting, k, i int) (done, pass bool) {
	v, _ := r.is(k, lexicon.TalkCourse)
	if r.suspends(k) && r.attendance(k, i) { // علقت مشاركتها في الجولة
		r.leftAttend(m, k, i, "withdrew")
		return true, false
	}
	if t := r.word(k).sense.Tense; t == arabic.Participle && k < i-1 || t == arabic.Masdar && k < i-4 {
		return false, true
	}
	if v == "postponed" && r.p.Word(i-1) == "الي" { // أرجئ البحث إلى الجولة المقبلة
		m.status = "planned"
		return true, false
	}
	if v == "resumed" {
		m.weak = true
		if r.word(k).sense.Tense == arabic.Masdar {
			r.toResume(m, k)
			return true, false
		}
		r.resumed(m, k, i)
		return false, true
	}
	if v != "opened" || !m.before || m.status != "concluded" { // افتتح الجولة الماضية: she is over
		r.courseVerb(m, k, v)
	}
	if t, ok := r.finite(k); ok && t != arabic.Jussive {
		told := len(m.parts)
		r.enters(m, k, i, false)
		if len(m.parts) == told && r.word(k).entry.ID == inaugurates {
			m.addAll(r.beforeVerb(k), "", "")
		}
		r.between(m, k, i)
	} else if r.word(k).sense.Tense == arabic.Masdar {
		r.takesPlace(m, k, i)
	}
	return true, false
}

// inaugurates is the verb for opening something, which has always somebody as its subject.
const inaugurates = "dashshana"

// takesPlace takes the verb that says of the opening or end of the meeting, told as a noun at
// token k, that it takes place: «تنعقد غدا في ندى افتتاح أعمال المحادثات».
func (r *reader) takesPlace(m *meeting, k, i int) {
	for j := k - 1; j >= m.clause.first && j >= k-farLeft; j-- {
		if _, verb := r.finite(j); !verb {
			continue
		}
		if r.class(j) == lexicon.TalkHold {
			if s := r.verbStatus(j); s == "planned" {
				m.status, m.firm = s, true
			}
			r.between(m, j, i)
		}
		return
	}
}

// leftPlain reads the word at token k that is none of talks, or not by itself. It reports
// whether nothing before it matters any more.
func (r *reader) leftPlain(m *meeting, k, i int) bool {
	w := r.p.Word(k)
	if k >= i-6 && ready(r.stem(k)) && (m.status == "" || m.status == "planned") && !r.denied(k) {
		r.readyFor(m, k)
	}
	if w := trimWaw(w); w == "اجل" && r.p.Word(k-1) != "من" {
		if list, ok := r.objectIs(k, i); ok && len(list) > 0 {
			m.addAll(list, "", "")
			m.status, m.firm = "postponed", true // أجل سالم زيارته
			return true
		}
	}
	if m.status == "" && k >= i-3 && arranged(r.stem(k)) {
		m.status = "planned"
	}
	if m.status == "" && k >= i-5 {
		m.status = occasion(w)
		m.ahead = m.status == "planned" && k == i-1
	}
	if _, ok := r.finite(k); ok && w != "بين" && !(w == "قبل" && m.status == "planned") && !(k == i-1 && w == "اثر" && m.noun == "talks" && r.word(i).reading.Pronoun == "") && !(w == "تابع" && strings.HasPrefix(r.p.Word(k+1), "ل")) { // مقر تابع للأمم المتحدة
		r.otherVerb(m, k, i)
		return true
	}
	if k >= i-6 && r.meant(m, k, i) { // ينوي سالم لقاء نادر
		return true
	}
	if k >= i-3 && inPassing(r.stem(k)) && !(w == "بعد" && k == i-1 && !r.isDefinite(i) && len(m.parts) > 0 && m.start != "") {
		m.weak = true
	}
	return false
}

// inPassing reports whether w (a stem) before talks speaks of them and tells of no sitting:
// إحياء المفاوضات، طاولة المحادثات.
func inPassing(w string) bool {
	switch w {
	case "احياء", "انعاش", "تحريك", "دفع", "فرص", "عوده", "للعوده", "بعد", "مسار", "طاوله", "نتائج", "جهود", "امكانيه", "موعد", "شروط", "شرط", "لانجاح", "انجاح":
		return true
	}
	return false
}

// fromAfar takes the verb that opens the clause far before the noun at token i, where nothing
// between is a verb: «انطلقت صباح اليوم … في مقر قوة … في ندى، الجولة الرابعة».
func (r *reader) fromAfar(m *meeting, i int) {
	k := m.clause.first
	v, ok := r.is(k, lexicon.TalkCourse)
	held := r.class(k) == lexicon.TalkHold
	if _, verb := r.finite(k); !ok && !held || !verb || k >= i-farLeft || k < i-2*farLeft || ok && r.p.Word(i-1) != "،" || r.p.Word(k+1) == "من" {
		return
	}
	for j := k + 1; j < i; j++ {
		if _, verb := r.finite(j); verb || r.relative(j) || r.class(j) == lexicon.TalkMeeting {
			return
		}
	}
	switch {
	case held:
		r.heldBy(m, k, i)
		return
	case v == "resumed":
		m.weak = true
		r.resumed(m, k, i)
		return
	}
	r.courseVerb(m, k, v)
	r.between(m, k, i)
}

// farLeft is how many tokens before its noun the verb of a meeting is looked for.
const farLeft = 24

// heldBy reads the verb of holding at token k: أجرى سالم محادثات، سيعقد لقاء.
func (r *reader) heldBy(m *meeting, k, i int) {
	if r.p.Word(k-1) == "ان" && trimWaw(r.p.Word(k-2)) == "سبق" && !r.isDefinite(i) {
		m.prior = true // سبق أن عقد سالم لقاء
	}
	if set(r.p.Word(k - 1)) { // من المقرر عقد اجتماع
		m.status = "planned"
		r.between(m, k, i)
		return
	}
	if r.askedFor(m, k, i) {
		r.between(m, k, i)
		return
	}
	noun := r.word(k).sense.Tense == arabic.Masdar || r.word(k).sense.Tense == arabic.Participle || r.word(k).reading.Prep == 'l' && r.word(k).reading.Pronoun == "" || asNoun(r.p.Word(k-1)) || r.befalls(m, k) >= 0 // لعقد، إلى عقد مؤتمر
	if s := r.verbStatus(k); s != "" && !m.firm && !noun {
		m.status = s
	}
	if noun {
		r.masdarStatus(m, k)
		return
	}
	if v := r.lastVisit(k); v != nil && inside(r.p.Word(k+1)) {
		m.inside = true // زيارة عقدا خلالها مباحثات
		for _, q := range v.parts {
			m.add(participant{party: q.party})
		}
		return
	}
	if list := r.themselves(k); len(list) > 1 {
		m.addAll(list, m.partyRole(), "")
	} else {
		told := len(m.parts)
		r.subjectOf(m, k, i, true)
		r.heldForOthers(m, told)
	}
	r.between(m, k, i)
}

// heldForOthers gives those who hold talks between others their role, who are told from index told on
// after the sides: «أجرت الأمم المتحدة محادثات بين الحكومة والحركة», «أجرى المبعوث محادثات بين …».
func (r *reader) heldForOthers(m *meeting, told int) {
	sides := 0
	for n := range m.parts[:told] {
		if q := &m.parts[n]; q.role == "party" && q.at.first > m.at {
			sides++
		}
	}
	for n := told; n < len(m.parts) && sides > 1; n++ {
		switch q := &m.parts[n]; {
		case q.role != "":
		case q.kind == 'p' && r.isEnvoy(q.actor):
			q.role = "mediator"
		case q.kind == 'o':
			if a := r.actor(q.actor); a != nil && !negotiates(a.Kind) {
				q.role = "sponsor"
			}
		}
	}
}

// themselves are those who speak, where the verb at token k has them as its subject: «أعلنت
// الحكومة والحركة أنهما ستعقدان جولة».
func (r *reader) themselves(k int) []party {
	switch strings.TrimPrefix(r.p.Word(k-1), "ب") {
	case "انهما", "انهم":
		return r.himself(k - 1)
	}
	return nil
}

// asNoun reports whether after w (folded) the word for holding is a noun and no verb.
func asNoun(w string) bool {
	switch w {
	case "الي", "علي", "عن", "من", "في", "بعد", "قبل", "دون", "بدون", "اجل", "فكره", "موعد", "تم", "وتم", "فتم", "سيتم", "وسيتم", "فسيتم", "يتم", "سيجري", "وسيجري", "فسيجري", "تعذر", "وتعذر":
		return true
	}
	return false
}

// befalls is the verb of taking place whose subject is the holding at token k, or -1:
// «سيتم عقد اجتماع», «سيتم خلال الأيام المقبلة عقد اجتماع», «تم أمس عقد لقاء».
func (r *reader) befalls(m *meeting, k int) int {
	for j := k - 1; j >= m.clause.first && j >= k-6; j-- {
		switch trimWaw(r.p.Word(j)) {
		case "سيتم", "سيجري", "فسيتم", "فسيجري", "تم", "فتم":
		default:
			continue
		}
		if j < k-1 && !r.p.Has(j+1, page.Preposition|page.Adverb) && !r.p.Dated(j+1) {
			return -1 // سيتم الإعلان عن الموعد بعد إجراء محادثات
		}
		for n := j + 1; n < k; n++ {
			if _, verb := r.finite(n); verb || r.relative(n) || r.p.Mark(n) || r.word(n).sense.Tense == arabic.Masdar && !r.preposition(n-1) {
				return -1
			}
		}
		return j
	}
	return -1
}

// befallen is the course that w, a verb of taking place, tells: تم، سيتم.
func befallen(w string) string {
	if strings.Contains(w, "سي") {
		return "planned"
	}
	return "concluded"
}

// masdarStatus is the course of a meeting whose holding is a noun: «لإجراء
// محادثات»، «من أجل عقد اجتماع»، «عقد لقاء».
func (r *reader) masdarStatus(m *meeting, k int) {
	if j := r.befalls(m, k); j >= 0 {
		m.status = befallen(r.p.Word(j))
		r.between(m, j, k)
		return
	}
	for j := k - 1; j >= m.clause.first && j >= k-8; j-- {
		if r.thwarted(j, k) {
			m.status, m.firm = "cancelled", true
			return
		}
		if r.has(j, stemPlans) || stems.Of(trimWaw(r.p.Word(j)))&stemPlans != 0 {
			m.status = "planned"
			r.agreeTo(m, j, k)
			return
		}
	}
}

// gone reports whether the day of m lies before that of the words.
func (r *reader) gone(m *meeting) bool {
	d := r.day(m.at)
	n := min(len(d), len(m.start))
	return n >= len("2006") && m.start[:n] < d[:n]
}

// arranged reports whether w (a stem) governs a meeting that is still to come:
// ترتيب لقاء، دعوة إلى اجتماع.
func arranged(w string) bool {
	switch w {
	case "ترتيب", "لترتيب", "تنظيم", "لتنظيم", "اقتراح", "مقترح", "موعد", "دعوه", "لعقد", "بعقد", "فكره", "اعداد", "تحضير", "تحضيرات", "استعدادات":
		return true
	}
	return false
}
