package talks

import "mahdar/lexicon"

// signing reads the signing of an agreement, which is a session of its own.
func (r *reader) signing(m *meeting, i, next int, subject []party) bool {
	p := r.p
	lim := m.clause.last
	for k := i + 1; k < lim && k < i+22; k++ {
		if v, ok := r.is(k, lexicon.TalkBind); ok && v == "agreement" || paper(r.stem(k)) {
			m.kind = "session"
			m.rule = ruleSigning
			m.addAll(subject, "party", "")
			for j := next; j < lim; j++ {
				if p.Word(j) == "مع" {
					list, _ := r.parties(j+1, lim)
					m.addAll(list, "party", "")
					break
				}
			}
			if len(m.parts) < 2 && !(len(m.parts) == 1 && (m.parts[0].kind == 'g' || m.parts[0].kind == 'o')) {
				return false
			}
			m.outcome = append(m.outcome, span{k, min(lim, k+2)})
			r.right(m, next)
			return true
		}
	}
	return false
}

// paper reports whether w (a stem) is something else than an agreement that sides sign.
func paper(w string) bool {
	switch w {
	case "تفاهم", "تفاهما", "مذكره", "وثيقه", "معاهده", "بروتوكول", "بروتوكولا", "ميثاق", "هدنه":
		return true
	}
	return false
}

// signed reads a signing told as a noun: «توقيع الاتفاق بين …»، «سيجري توقيعه اليوم».
func (r *reader) signed(m *meeting, i int) (next int, ok bool) {
	pronoun := r.word(i).reading.Pronoun != ""
	if v, ok := r.is(i+1, lexicon.TalkBind); !pronoun && !(ok && v == "agreement") {
		return i + 1, false
	}
	m.noun, m.kind, m.rule = "session", "session", ruleSigning
	j := i + 1
	if !pronoun {
		j++
	}
	r.right(m, j)
	r.left(m, i)
	for k := range m.parts {
		if m.parts[k].role == "" {
			m.parts[k].role = "party"
		}
	}
	return j, len(m.parts) >= 2
}
