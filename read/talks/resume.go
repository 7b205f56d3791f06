package talks

import (
	"strings"

	"mahdar/arabic"
)

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
	case r.future(k) || t == arabic.Present && !strings.HasPrefix(trimWaw(r.p.Word(k)), "است"): // أستأنف looks like استأنف
		m.status = "planned"
	default:
		m.status = "opened"
	}
}

// toResume reads the noun for taking talks up again at token k: where they are agreed on
// and told a day, they are to come, «اتفق سالم ونادر على استئناف المحادثات الأحد المقبل في ندى».
func (r *reader) toResume(m *meeting, k int) {
	if r.p.Word(k-1) != "علي" || m.start == "" {
		return
	}
	for j := k - 2; j >= m.clause.first && j >= k-20; j-- {
		if agrees(r.stem(j)) {
			m.weak, m.status, m.kind = false, "planned", "round"
			r.agreeTo(m, j, k)
			return
		}
	}
}

// suspends reports whether token j is a verb for suspending.
func (r *reader) suspends(j int) bool {
	e := r.word(j).entry
	return e != nil && (e.ID == "allaqa" || e.ID == "jammada") && r.word(j).sense.Tense != arabic.Participle
}

// agreeTo puts those to a meeting who, by the verb at token j, agree to hold it with the noun
// at token k: «وافق سالم على إجراء محادثات مع نادر».
func (r *reader) agreeTo(m *meeting, j, k int) {
	if w := r.stem(j); !agrees(w) && !strings.HasPrefix(w, "وافق") || r.p.Word(k-1) != "علي" {
		return
	}
	list, _ := r.after(j, k-1)
	if len(list) == 0 {
		list = r.beforeVerb(j)
	}
	if len(list) > 1 || len(list) == 1 && len(m.parts) == 1 {
		m.addAll(list, m.partyRole(), "")
	}
}

// agrees reports whether w (a stem) is a past verb by which several agree: اتفق الطرفان.
func agrees(w string) bool {
	switch w {
	case "اتفق", "اتفقت", "اتفقا", "اتفقتا", "اتفقوا":
		return true
	}
	return false
}
