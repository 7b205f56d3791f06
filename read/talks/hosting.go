package talks

import (
	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// hosting reads into m the meeting of those whose delegations somebody is told to host with
// the verb at token i, where no noun names it: «تستضيف ندى غدا وفود الفصائل لبحث المصالحة».
func (r *reader) hosting(m *meeting, i int) (next int, ok bool) {
	t := r.word(i).sense.Tense
	if t != arabic.Past && t != arabic.Present || r.denied(i) {
		return i + 1, false
	}
	c := r.clause(i)
	host, next := r.after(i, c.last)
	if len(host) == 0 {
		host, next = r.beforeVerb(i), i+1
	}
	if len(host) != 1 || host[0].kind != 'l' {
		return i + 1, false
	}
	for next < c.last && (r.p.Dated(next) || r.adverb(next)) {
		next++
	}
	guests, end := r.guests(next, c.last)
	if len(guests) == 0 {
		return i + 1, false
	}
	kind := "session"
	for k := end; k < c.last; k++ {
		if r.class(k) != lexicon.TalkMeeting {
			continue
		}
		if !r.toHold(k) {
			return i + 1, false // the noun tells it
		}
		if v, _ := r.is(k, lexicon.TalkMeeting); v == "talks" || v == "round" || v == "dialogue" {
			kind = "round" // لإجراء محادثات
		}
	}
	*m = meeting{at: i, rule: ruleVerb, clause: c, kind: kind, status: r.verbStatus(i)}
	m.addAll(host, "host", "")
	m.addAll(guests, "", "")
	r.between(m, i, next)
	r.right(m, end)
	return end, true
}

// toHold reports whether the noun of meeting at token k is what others come to hold: لإجراء
// محادثات.
func (r *reader) toHold(k int) bool {
	return k > 0 && r.class(k-1) == lexicon.TalkHold && r.word(k-1).reading.Prep == 'l'
}

// guests are those whose delegations the phrase at token i is.
func (r *reader) guests(i, lim int) ([]party, int) {
	switch r.stem(i) {
	case "وفود", "وفودا", "وفدين", "وفدي", "فرقاء", "ممثلي", "ممثلين":
	default:
		return nil, i
	}
	for k := i + 1; k < lim; k++ {
		if about(r.p.Word(k)) || r.purpose(k) {
			lim = k // وفود الفصائل لبحث المصالحة
		}
	}
	return r.parties(i, lim)
}

// apposition is the token after the office that stands beside the person named before token
// k, «سالم المبعوث الخاص إلى ندى», up to a comma or lim; k itself where none does.
func (r *reader) apposition(k, lim int) int {
	if k >= lim {
		return k
	}
	if _, _, rd, ok := r.officeAt(k); !ok || rd.Prep != 0 || rd.Conj != 0 {
		return k
	}
	const longest = 14
	for j := k + 1; j < lim && j < k+longest; j++ {
		if w := r.p.Word(j); w == "،" || w == "," {
			return j
		}
		if _, verb := r.finite(j); verb || r.p.Mark(j) || r.relative(j) || r.joined(j) || r.personAt(j) {
			return k
		}
	}
	if lim <= k+longest {
		return lim
	}
	return k
}

// overApposition is the token of the comma after which another person is joined to the one
// named before token k, over his office; k itself where none is.
func (r *reader) overApposition(k, lim int) int {
	j := r.apposition(k, lim)
	if j > k && j+1 < lim && r.joined(j+1) && r.oneMore(j+1) {
		return j
	}
	return k
}

// oneMore reports whether a person begins at token i, by name or office.
func (r *reader) oneMore(i int) bool {
	if r.personAt(i) {
		return true
	}
	_, _, rd, ok := r.officeAt(i)
	return ok && rd.Prep == 0
}

// overSurname is the token after a last name that nobody knows, where another is joined to
// it: «سالم الأحمر مياوردي ونادر الفخري»; else k.
func (r *reader) overSurname(k, lim int) int {
	if k+1 >= lim || r.p.Known(k) || r.p.Named(k) || r.p.Dated(k) || !r.p.Has(k, page.WordToken) || !r.personAt(k-1) || !r.joined(k+1) || !r.oneMore(k+1) {
		return k
	}
	return k + 1
}
