package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// left reads what stands before the noun at token i: the verb that it belongs
// to, its subject, and words that say whether the meeting was, is or will be.
func (r *reader) left(m *meeting, i int) {
	p := r.p
	c := m.clause
	switch p.Word(i - 1) {
	case "حول", "بشان", "بخصوص": // a statement on the meeting tells nothing of its course
		return
	case "خلال", "اثناء": // في ندى خلال اجتماع
		if m.noun != "visit" && p.Named(i-2) {
			r.placeAt(m, p.MentionFirst(i-2))
		}
	}
	for k := i - 1; k >= c.first && k >= i-24; k-- {
		if d := p.Date(k); d != nil {
			if o := occasion(p.Word(k)); o != "" && (p.Word(i-1) == "من" || p.Word(i-1) == "علي") {
				m.status = o // قبل يومين من زيارة …
			} else if k >= i-3 {
				m.when(d)
			}
			continue
		}
		if r.putOff(m, k) {
			return
		}
		switch r.class(k) {
		case lexicon.TalkHold:
			r.heldBy(m, k, i)
			return
		case lexicon.TalkCourse:
			v, _ := r.is(k, lexicon.TalkCourse)
			if r.suspends(k) && r.attendance(k, i) { // علقت مشاركتها في الجولة
				r.leftAttend(m, k, i, "withdrew")
				return
			}
			if t := r.word(k).sense.Tense; t == arabic.Participle && k < i-1 || t == arabic.Masdar && k < i-4 {
				continue
			}
			if v == "postponed" && p.Word(i-1) == "الي" { // أرجئ البحث إلى الجولة المقبلة
				m.status = "planned"
				return
			}
			if v == "resumed" {
				m.weak = true
				if r.word(k).sense.Tense == arabic.Masdar {
					return
				}
				r.resumed(m, k, i)
				continue
			}
			r.courseVerb(m, k, v)
			if t, ok := r.finite(k); ok && t != arabic.Jussive {
				r.enters(m, k, i, false)
				r.between(m, k, i)
			}
			return
		case lexicon.TalkRole:
			v, _ := r.is(k, lexicon.TalkRole)
			if r.leftRole(m, k, i, v) {
				return
			}
			if strings.HasSuffix(p.Tokens[k].Span().In(p.Source), "ة") {
				continue // استضافة لقاء, and no استضافه
			}
		case lexicon.TalkAttend:
			v, _ := r.is(k, lexicon.TalkAttend)
			r.leftAttend(m, k, i, v)
			return
		case lexicon.TalkMeet:
			if r.word(k).sense.Tense != arabic.Masdar {
				r.leftPlace(m, k, i)
				return
			}
		}
		w := p.Word(k)
		if m.status == "" && k >= i-3 && arranged(r.stem(k)) {
			m.status = "planned"
		}
		if m.status == "" && k >= i-5 {
			m.status = occasion(w)
		}
		if _, ok := r.finite(k); ok && !(w == "قبل" && m.status == "planned") {
			r.otherVerb(m, k, i)
			return
		}
		switch r.stem(k) {
		case "احياء", "انعاش", "تحريك", "دفع", "فرص", "عوده", "للعوده", "بعد", "مسار", "طاوله", "نتائج", "جهود", "امكانيه", "موعد", "شروط", "شرط", "لانجاح", "انجاح":
			if k >= i-3 {
				m.weak = true
			}
		}
	}
}

// heldBy reads the verb of holding at token k: أجرى سالم محادثات، سيعقد لقاء.
func (r *reader) heldBy(m *meeting, k, i int) {
	if set(r.p.Word(k - 1)) { // من المقرر عقد اجتماع
		m.status = "planned"
		r.between(m, k, i)
		return
	}
	noun := r.word(k).sense.Tense == arabic.Masdar || r.word(k).sense.Tense == arabic.Participle || r.word(k).reading.Prep == 'l' && r.word(k).reading.Pronoun == "" || asNoun(r.p.Word(k-1)) // لعقد، إلى عقد مؤتمر
	if s := r.verbStatus(k); s != "" && !m.firm && !noun {
		m.status = s
	}
	if noun {
		r.masdarStatus(m, k)
		return
	}
	r.subjectOf(m, k, i, true)
	r.between(m, k, i)
}

// asNoun reports whether after w (folded) the word for holding is a noun and no verb.
func asNoun(w string) bool {
	switch w {
	case "الي", "علي", "عن", "من", "بعد", "قبل", "دون", "بدون", "اجل", "فكره", "موعد", "تم", "وتم", "سيتم", "وسيتم", "يتم", "سيجري":
		return true
	}
	return false
}

// masdarStatus is the course of a meeting whose holding is a noun: «لإجراء
// محادثات»، «من أجل عقد اجتماع»، «عقد لقاء».
func (r *reader) masdarStatus(m *meeting, k int) {
	switch trimWaw(r.p.Word(k - 1)) {
	case "سيتم", "سيجري":
		m.status = "planned" // سيتم عقد اجتماع
		return
	case "تم":
		m.status = "concluded"
		return
	}
	for j := k - 1; j >= m.clause.first && j >= k-8; j-- {
		if r.has(j, stemPlans) || stems.Of(trimWaw(r.p.Word(j)))&stemPlans != 0 {
			m.status = "planned"
			return
		}
	}
}

// leftRole reads a verb of role before the noun: استضافت القاهرة جولة، رعت، شارك سالم
// في اجتماع.
func (r *reader) leftRole(m *meeting, k, i int, v string) bool {
	t := r.word(k).sense.Tense
	if t == arabic.Masdar || t == arabic.Participle || strings.HasSuffix(r.p.Tokens[k].Span().In(r.p.Source), "ة") {
		return (v == "party" || v == "present") && !r.stayed(m, k)
	}
	list, _ := r.after(k, i)
	if e := r.word(k).entry; (v == "head" || e.ID == leads) && len(list) == 1 && list[0].kind != 'p' && list[0].kind != 'l' {
		m.addAll(list, "", "")
		list, v = r.beforeVerb(k), "head" // سالم يقود وفد الحركة إلى المحادثات
	}
	if len(list) == 0 {
		list = r.beforeVerb(k)
	}
	if len(list) == 0 && v == "head" && i == k+1 {
		if q, _, ok := r.somebody(i+1, m.clause.last); ok {
			list = r.one(q) // ترأس الاجتماع سالم
		}
	}
	if len(list) == 0 && (v == "present" || v == "party") {
		if r.denied(k) {
			list = r.himself(k - 2)
		} else {
			list = r.afterNoun(i, m.clause.last)
		}
	}
	role := v
	if v == "party" || v == "present" {
		role = ""
	}
	if role == "" && r.denied(k) { // لن تشارك الجبهة في الجولة
		for _, q := range list {
			m.add(participant{party: q, attendance: stays(trimWaw(r.p.Word(k - 1))), reason: r.reason(k)})
		}
		if len(list) > 0 {
			m.rule = ruleAttendance
		}
		return true
	}
	s := r.verbStatus(k)
	m.addAll(list, role, attendanceAt(v, s))
	if s != "" && !m.firm {
		m.status = s
	}
	return true
}

// himself is who speaks, where token i is إن with a pronoun: «وقالت الجبهة إنها لن تحضر».
func (r *reader) himself(i int) []party {
	switch strings.TrimPrefix(r.p.Word(i), "ب") {
	case "انه", "انها", "انهم":
	default:
		return nil
	}
	s := r.sayer(i + 1)
	if s == nil || s.speaker.empty() {
		return nil
	}
	list, _ := r.parties(s.speaker.first, s.speaker.last)
	return list
}

// stays is what the denial w before a verb of taking part says of its subject.
func stays(w string) string {
	if w == "لن" {
		return "refused"
	}
	return "absent"
}

// attendanceAt is what a verb of taking part says of its subject by its course; of
// other roles it says nothing.
func attendanceAt(role, course string) string {
	if role != "present" && role != "party" {
		return ""
	}
	switch course {
	case "concluded", "ongoing":
		return "attended"
	case "planned":
		return "expected"
	}
	return ""
}

// stayed reports whether a word of attendance governs the noun for taking part
// at token k: رفضت المشاركة، علقت مشاركتها.
func (r *reader) stayed(m *meeting, k int) bool {
	for j := k - 1; j >= m.clause.first && j >= k-8; j-- {
		if r.class(j) == lexicon.TalkAttend || r.suspends(j) {
			return true
		}
	}
	return false
}

// resumed reads a finite verb for taking talks up again at token k: with a day or
// a place it tells of a round.
func (r *reader) resumed(m *meeting, k, i int) {
	t, ok := r.finite(k)
	if !ok || t == arabic.Jussive {
		return
	}
	r.between(m, k, i)
	told := len(m.parts)
	if !r.denied(k) && (r.p.Word(k-1) != "ان" || r.future(k)) {
		if list, _ := r.after(k, i); len(list) > 1 || len(list) == 1 && list[0].kind == 'l' && r.word(i).reading.Pronoun != "" { // تستأنف القمر والزهرة جولة، استأنفت القمر محادثاتها مع الحركة
			m.addAll(list, m.partyRole(), "")
		}
	}
	if (m.start == "" || m.place == "") && len(m.parts) == told && (m.start == "" && m.place == "" || told < 2 || t != arabic.Past) {
		return
	}
	m.weak = false
	switch {
	case m.firm:
	case r.future(k) || t == arabic.Present:
		m.status = "planned"
	default:
		m.status = "opened"
	}
}

// suspends reports whether token j is a verb for suspending.
func (r *reader) suspends(j int) bool {
	e := r.word(j).entry
	return e != nil && (e.ID == "allaqa" || e.ID == "jammada") && r.word(j).sense.Tense != arabic.Participle
}

// leftAttend reads who stayed away from the meeting at token i: قاطعت المعارضة
// الجولة.
func (r *reader) leftAttend(m *meeting, k, i int, v string) {
	list, _ := r.after(k, i)
	if len(list) == 0 {
		list = r.beforeVerb(k)
	}
	if (len(list) == 0 || list[0].kind == 'l' && !strings.HasPrefix(list[0].actor, "state:")) && r.opens(m.clause.first-1) { // لكن المندوبين الذين … قاطعوا الاجتماع
		list, _ = r.parties(m.clause.first, k)
	}
	if len(list) == 0 && v != "refused" { // وتغيب عن المحادثات الحكومة
		at := i + 1
		for at < m.clause.last && (r.isAdjective(at) || r.p.Mention(at) != nil && r.p.Mention(at).Actor == m.placeID) {
			at++
		}
		if r.p.Word(at) == "،" {
			at++
		}
		list, _ = r.parties(at, m.clause.last)
	}
	if v == "refused" && !r.attendance(k, i) {
		return
	}
	why := r.reason(k)
	for _, q := range list {
		m.add(participant{party: q, attendance: v, reason: why})
	}
	if len(list) > 0 {
		m.rule = ruleAttendance
	}
}

// attendance reports whether between tokens k and i stands a word for taking
// part: رفض المشاركة في، رفض حضور.
func (r *reader) attendance(k, i int) bool {
	for j := k + 1; j < i; j++ {
		if v, ok := r.is(j, lexicon.TalkRole); ok && (v == "party" || v == "present") {
			return true
		}
		if w := r.stem(j); w == "دخول" || w == "ذهاب" || w == "جلوس" || w == "انضمام" {
			return true
		}
	}
	return false
}

// otherVerb reads the tense of a verb that is none of talks.
func (r *reader) otherVerb(m *meeting, k, i int) {
	if w := r.p.Word(k - 1); takesPart(r.stem(k)) && (w == "لن" || w == "ولن") {
		list, _ := r.after(k, i) // لن يدخل فلان في مفاوضات
		if len(list) == 0 {
			list = r.beforeVerb(k - 1)
		}
		m.addAll(list, "", "refused")
		m.status, m.firm = "cancelled", true // ruled out before they began
		return
	}
	switch r.stem(k) {
	case "شهد", "شهدت", "تشهد", "يشهد", "ستشهد", "سيشهد": // شهدت المدينة توقيع اتفاق
		at := k
		if r.area(k + 1) {
			at++ // تشهد مدينة ندى
		}
		if list, _ := r.after(at, i); len(list) > 0 && list[0].kind == 'l' {
			if m.place == "" {
				m.place, m.placeID = list[0].name, list[0].actor
			}
			if s := r.tense(k); s != "" && m.status == "" {
				m.status = s
			}
			r.between(m, k, i)
			return
		}
	}
	if m.noun == "call" && len(m.parts) < 2 || takesPart(r.stem(k)) {
		r.enters(m, k, i, m.noun == "call")
		if s := r.tense(k); s != "" && m.status == "" {
			m.status = s
		}
	}
	if m.status == "" && r.future(k) {
		m.status = "planned"
	}
}

// enters puts the subject of the verb at token k to talks with others: what stands after
// it, or before the relative pronoun that it follows, «الحركة التي بدأت مفاوضات مع الحكومة».
func (r *reader) enters(m *meeting, k, i int, need bool) {
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
	case "واصل", "واصلت", "يواصل", "تواصل", "خاض", "خاضت", "يخوض", "تخوض", "دخل", "دخلت", "يدخل", "تدخل", "بدا", "بدات", "يبدا", "تبدا", "سيبدا", "ستبدا", "كثف", "كثفت", "سيواصل", "ستواصل", "استهل", "يستهل", "تستهل", "اختتم", "يختتم", "عاود":
		return true
	}
	return false
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

// tense is the course that the tense of any verb at token k tells.
func (r *reader) tense(k int) string {
	t, ok := r.finite(k)
	if !ok {
		return ""
	}
	if r.future(k) {
		return "planned"
	}
	return tenseStatus(t, false)
}

// future reports whether the verb at token k tells of what is ahead: س, سوف, من
// المقرر أن, يعتزم أن.
func (r *reader) future(k int) bool {
	p := r.p
	for _, rd := range r.readings(k) {
		if rd.Cut == 0 && rd.Kinds != 0 {
			break
		}
		if rd.Prep == 's' && rd.Kinds != 0 {
			return true
		}
	}
	w := strings.TrimPrefix(p.Word(k), "و")
	if strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") {
		if t, ok := r.finite(k); ok && t == arabic.Present {
			return true
		}
	}
	if trimWaw(p.Word(k-1)) == "سوف" {
		return true
	}
	if p.Word(k-1) == "ان" {
		for j := k - 2; j >= 0 && j > k-6; j-- {
			if r.has(j, stemAhead) {
				return p.Word(j) != "قبل" || !r.lastedUntil(j)
			}
		}
	}
	return false
}

// lastedUntil reports whether a verb before قبل at token j says that something went on or was
// there until what follows: «استمرت أياما قبل أن تنتهي».
func (r *reader) lastedUntil(j int) bool {
	for k := j - 1; k >= 0 && k >= j-8; k-- {
		switch r.stem(k) {
		case "استمر", "استمرت", "دام", "دامت", "تواصلت", "تواصل", "استغرقت", "استغرق":
			return true
		}
	}
	return false
}

// denied reports whether a word of denial stands right before the verb at token k.
func (r *reader) denied(k int) bool {
	switch trimWaw(r.p.Word(k - 1)) {
	case "لم", "لن", "لا":
		return true
	}
	return false
}

// verbStatus is the course that the verb at token k tells by its tense.
func (r *reader) verbStatus(k int) string {
	t := r.word(k).sense.Tense
	if t != arabic.Past && t != arabic.Present {
		return ""
	}
	if r.denied(k) {
		return ""
	}
	if r.future(k) {
		return "planned"
	}
	w := strings.TrimPrefix(r.p.Word(k), "و")
	if t == arabic.Past && strings.HasPrefix(w, "توجه") {
		return tenseStatus(t, false) // توجه: its present is تتوجه
	}
	if t == arabic.Present || strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت") && !strings.HasPrefix(w, "تم") {
		return tenseStatus(arabic.Present, false)
	}
	return tenseStatus(t, false)
}

// occasion is the course of a meeting that something is said to happen before,
// at or after: عقب اجتماع، عشية زيارة.
func occasion(w string) string {
	switch strings.TrimPrefix(w, "و") {
	case "بعد", "عقب", "اثر", "خلال", "اثناء", "عقيب", "بعيد", "اعقاب", "ختام":
		return "concluded"
	case "قبل", "قبيل", "عشيه", "تمهيدا", "استعدادا", "تحضيرا":
		return "planned"
	}
	return ""
}
