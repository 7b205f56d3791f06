package talks

import (
	"strings"

	"mahdar/lexicon"
)

// press reads a press conference held with somebody, which two who met give:
// «في مؤتمر صحفي مع نظيره». It returns no meeting for one that a speaker holds alone.
func (r *reader) press(m *meeting, i int) (next int, ok bool) {
	p := r.p
	m.clause = r.clause(i)
	k := i + 2
	for k < m.clause.last && k < i+5 && p.Word(k) != "مع" {
		k++
	}
	if k >= m.clause.last || p.Word(k) != "مع" {
		return i + 1, false
	}
	list, next := r.parties(k+1, m.clause.last)
	if len(list) == 0 || list[0].kind != 'p' || list[0].actor == "" && list[0].at.last-list[0].at.first < 3 {
		return i + 1, false
	}
	q, ok := r.topic(i)
	if !ok || q.name == list[0].name {
		return next, false
	}
	m.kind, m.rule = "bilateral", rulePress
	m.add(participant{party: q})
	m.addAll(list, "", "")
	m.own = 2
	m.clause = span{i, m.clause.last}
	r.right(m, next)
	if m.status == "" {
		m.status = "concluded"
	}
	return next, true
}

// agreedAt puts those to the meeting who agreed on something at it: «وخلال الاجتماع
// اتفقت القمر والزهرة»، «توصلت القمر والزهرة في إطار المحادثات إلى اتفاق».
func (r *reader) agreedAt(m *meeting, i int) {
	p := r.p
	switch p.Word(i - 1) {
	case "خلال", "وخلال", "اطار", "ختام", "اثناء":
	case "في":
		if r.isDefinite(i) || m.noun != "gathering" && m.noun != "encounter" {
			return // اتفق سالم ونادر، في اجتماع عقد في ندى، على …
		}
	default:
		return
	}
	s := r.sentence(i)
	for k := max(s.First, i-20); k < s.Last && k < i+8; k++ {
		switch strings.TrimPrefix(p.Word(k), "و") {
		case "اتفق", "اتفقت", "اتفقا", "اتفقوا", "توصل", "توصلت", "توصلا", "توصلوا", "اقرت", "اقر", "قعت", "قع", "وقعت", "وقع":
			list, _ := r.after(k, s.Last)
			if len(list) > 1 {
				m.addAll(list, "", "")
				m.own++
				if m.status == "" {
					m.status = "concluded"
				}
			}
			return
		}
	}
}

// invitedTo puts those to the gathering at token i whom somebody is told to invite to it:
// «دعوته للرئيس سالم ونادر للاجتماع في ندى», «دعا سالما ونادرا للاجتماع».
func (r *reader) invitedTo(m *meeting, i int) {
	for k := i - 1; k >= m.clause.first && k >= i-farLeft; k-- {
		switch r.stem(k) {
		case "دعا", "دعت", "يدعو", "تدعو", "دعوه", "دعوته", "دعوتها", "دعوتهم":
		default:
			if _, verb := r.finite(k); verb || r.class(k) == lexicon.TalkMeeting {
				return
			}
			continue
		}
		if list, end := r.parties(k+1, i); len(list) > 0 && end >= i-1 {
			m.addAll(list, "", "")
			m.status = "planned"
		}
		return
	}
}
