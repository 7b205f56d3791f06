package talks

import (
	"strings"

	"mahdar/lexicon"
)

// signing reads the signing of an agreement, which is a session of its own.
func (r *reader) signing(m *meeting, d *deed) bool {
	p, i := r.p, d.at
	lim := m.clause.last
	if r.word(i).reading.Pronoun != "" && r.relative(i-1) && len(d.subject) > 0 && r.paperBefore(i-1) {
		m.kind, m.rule = "session", ruleSigning
		m.addAll(d.subject, "party", "")
		r.right(m, d.next)
		return len(m.parts) > 1 || m.parts[0].kind == 'g' || m.parts[0].kind == 'o'
	}
	for k := i + 1; k < lim && k < i+22; k++ {
		if v, ok := r.is(k, lexicon.TalkBind); ok && v == "agreement" || paper(r.stem(k), r.stem(k+1)) {
			m.kind = "session"
			m.rule = ruleSigning
			m.addAll(d.subject, "party", "")
			for j := d.next; j < lim; j++ {
				if p.Word(j) == "مع" {
					list, _ := r.parties(j+1, lim)
					m.addAll(list, "party", "")
					m.stranger = len(list) == 0
					break
				}
			}
			m.trade = r.deals(k, lim)
			if len(m.parts) < 2 && !(len(m.parts) == 1 && (m.parts[0].kind == 'g' || m.parts[0].kind == 'o' || m.stranger)) {
				return false
			}
			m.outcome = append(m.outcome, span{k, min(lim, k+2)})
			r.right(m, d.next)
			if m.place == "" {
				r.ceremony(m, k)
			}
			if m.place == "" && k+1 > d.next {
				r.right(m, k+1) // وقعت القمر والزهرة أمس اتفاق سلام في ندى
			}
			return true
		}
	}
	return false
}

// ceremony takes where the ceremony of signing what is named at token k was held: «وقعت القمر
// والزهرة اتفاقا، خلال مراسم أقيمت في ندى».
func (r *reader) ceremony(m *meeting, k int) {
	lim := r.sentence(k).Last
	for j := k + 1; j < lim && j < k+24; j++ {
		switch r.stem(j) {
		case "مراسم", "حفل", "احتفال":
		default:
			continue
		}
		for n := j + 1; n < lim && n < j+8; n++ {
			if r.town(n) && r.placed(n, j) {
				o := r.p.Mention(n)
				m.place, m.placeID = o.Name, o.Actor
				return
			}
		}
		return
	}
}

// paperBefore reports whether what is signed stands before the relative pronoun at token i:
// «وثيقة التفاهم التي وقعتها الحكومة والحركة».
func (r *reader) paperBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && !r.p.Mark(k); k-- {
		if v, ok := r.is(k, lexicon.TalkBind); ok && v == "agreement" || paper(r.stem(k), r.stem(k+1)) {
			return true
		}
	}
	return false
}

// toSign takes those who are told to be about to sign what the noun at token i says: «تستعد الحكومة
// والحركة لتوقيع اتفاق غدا».
func (r *reader) toSign(m *meeting, i int) {
	for k := i - 1; k >= m.clause.first && k >= i-farLeft; k-- {
		if _, verb := r.finite(k); !verb {
			continue
		}
		switch trimWaw(r.p.Word(k)) {
		case "يستعد", "تستعد", "يستعدان", "تستعدان", "يعتزم", "تعتزم", "يعتزمان", "تعتزمان", "ينوي", "تنوي", "اتفق", "اتفقت", "اتفقا":
			if list, _ := r.after(k, i); len(list) > 1 {
				m.addAll(list, "party", "")
				m.status, m.firm = "planned", true
			}
		}
		return
	}
}

// paper reports whether w (a stem), before the stem next, is something else than an agreement
// that sides sign.
func paper(w, next string) bool {
	switch w {
	case "اعلان", "اعلانا":
		return next == "مبادي" || next == "نوايا" || next == "سلام" || next == "مشتركا"
	case "خارطه", "خريطه":
		return next == "طريق"
	case "تفاهم", "تفاهما", "مذكره", "وثيقه", "معاهده", "بروتوكول", "بروتوكولا", "ميثاق", "هدنه":
		return true
	}
	return false
}

// deals reports whether the agreement at token k is one on working or trading together, which
// no talks on a conflict led to.
func (r *reader) deals(k, lim int) bool {
	for j := k + 1; j < lim && j < k+8; j++ {
		switch strings.TrimPrefix(r.stem(j), "ل") {
		case "تعاون", "لتعاون", "تجاره", "استثمار", "شراكه", "لوجستيه", "تدريب", "قرض", "تمويل", "دفاع", "تسليح":
			return true
		}
	}
	return false
}

// signed reads a signing told as a noun: «توقيع الاتفاق بين …»، «سيجري توقيعه اليوم».
func (r *reader) signed(m *meeting, i int) (next int, ok bool) {
	pronoun := r.word(i).reading.Pronoun != ""
	j := i + 1
	if !pronoun {
		if at := r.pastPlace(j, r.sentence(i).Last); r.p.Word(at) == "علي" {
			j = at + 1 // التوقيع في ندى على اتفاق
			for k := i + 1; k < at; k++ {
				r.placeAt(m, k)
				m.when(r.p.Date(k))
			}
		}
		if v, ok := r.is(j, lexicon.TalkBind); !ok || v != "agreement" {
			return i + 1, false
		}
		j++
	}
	m.noun, m.kind, m.rule = "session", "session", ruleSigning
	r.right(m, j)
	r.left(m, i)
	if at := r.befalls(m, i); at >= 0 {
		r.between(m, at, i) // تم في ندى أمس توقيع اتفاق
		if m.status == "" {
			m.status = befallen(r.p.Word(at))
		}
	}
	if !pronoun && len(m.parts) < 2 {
		r.toSign(m, i)
	}
	before := r.witnesses(j, m.clause.last)
	sides := 0
	for k := range m.parts {
		if q := &m.parts[k]; q.role == "" && q.at.first < before {
			q.role = "party"
		}
		if m.parts[k].role == "party" {
			sides++
		}
	}
	return j, sides >= 2
}

// witnesses is the token from which on those are told who are only there when something is signed:
// «توقيع الاتفاق بين الحكومة والحركة {بحضور} سالم»; lim where none are.
func (r *reader) witnesses(i, lim int) int {
	for k := i; k < lim; k++ {
		if v, ok := r.is(k, lexicon.TalkRole); ok && (v == "present" || v == "party") && r.word(k).reading.Prep == 'b' {
			return k
		}
	}
	return lim
}
