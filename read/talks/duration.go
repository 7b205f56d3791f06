package talks

import (
	"strings"
	"time"

	"mahdar/lexicon"
)

// lasted finds what says how long a meeting goes on: «تستمر يومين», «لمدة ثلاثة أيام»,
// «تمتد حتى الجمعة».
func (r *reader) lasted(m *meeting) {
	for _, k := range r.howLong {
		if k <= m.at {
			continue
		}
		if k > m.clause.last+1 || k >= m.at+reach || r.truceIn(m.at, k) {
			return
		}
		if w := r.p.Word(k + 1); w == "حتي" || w == "الي" {
			for j := k + 2; j < k+6; j++ {
				if d := r.p.Date(j); d != nil {
					if m.until = day(d.EDTF); m.until == "" && m.start != "" && m.end == "" {
						m.end = d.Form // امتدت حتى السبت
					}
					return
				}
			}
			continue
		}
		if m.days = r.days(k + 1); m.days > 0 {
			return
		}
	}
}

// wentOn passes over how long a verb in the past tells at token k that the meeting went on, after
// which it is over: «محادثات استمرت أكثر من سبع ساعات بين سالم ونادر».
func (r *reader) wentOn(t *tail, k int) (int, bool) {
	switch trimWaw(r.p.Word(k)) {
	case "استمرت", "استمر", "استغرقت", "استغرق", "دامت", "دام":
	default:
		return k, false
	}
	if k > t.near+1 && !t.relative {
		return k, false
	}
	for j := k + 1; j < t.lim && j < k+8 && !r.p.Mark(j); j++ {
		if !lasts(r.stem(j)) || ranges(r.stem(j)) {
			continue
		}
		if !t.m.firm {
			t.m.status = "concluded"
		}
		for j+1 < t.lim && (r.isAdjective(j+1) || r.p.Word(j+1) == "متواصله") {
			j++
		}
		t.near = j + 1
		return j + 1, true
	}
	return k, false
}

// ranges reports whether w stands before the number of a duration: نحو خمسة أيام.
func ranges(w string) bool { return w == "نحو" || w == "قرابه" || w == "عده" }

// undone takes what the clause after the meeting's says of it by a pronoun: «كان من
// المقرر أن تبدأ الجولة الجمعة، إلا أن زهرستان أرجأتها».
func (r *reader) undone(m *meeting) {
	s := r.sentence(m.at)
	for k := m.clause.last; k < s.Last && k < m.clause.last+10; k++ {
		if r.has(k, wordPutsOff) {
			m.status, m.firm = "postponed", true
			if strings.HasPrefix(r.p.Word(k), "ال") {
				m.status = "cancelled"
			}
			return
		}
		if r.talk[k] == 0 || r.class(k) != lexicon.TalkCourse {
			continue
		}
		v := r.word(k).entry.Value
		if _, verb := r.finite(k); !verb || r.denied(k) || v != "postponed" && v != "cancelled" && v != "collapsed" {
			return
		}
		switch prev := r.p.Word(k - 1); {
		case r.p.Word(k+1) == "ذلك" && v != "collapsed", r.sameNoun(m, k), v != "collapsed" && r.word(k).reading.Pronoun != "", prev == "لكنها", prev == "لكنه", prev == "ولكنها", prev == "ولكنه":
			m.status, m.firm = v, true
		}
		return
	}
}

// sameNoun reports whether the verb at token k follows the noun of m with its article: «إلا أن
// الاجتماع قد تأجل».
func (r *reader) sameNoun(m *meeting, k int) bool {
	if m.noun == "" || m.status != "planned" && m.status != "" {
		return false
	}
	for j := k - 1; j > m.clause.last && j >= k-3; j-- {
		if w := r.p.Word(j); w == "قد" || r.p.Dated(j) {
			continue
		}
		return r.isDefinite(j) && r.stem(j) == strings.TrimSuffix(r.stem(m.at), "ا")
	}
	return false
}

// truceIn reports whether a noun for a truce stands in [i, k), of which a duration then
// speaks.
func (r *reader) truceIn(i, k int) bool {
	for ; i < k; i++ {
		if r.talk[i] != 0 && r.class(i) == lexicon.TalkTruce {
			return true
		}
	}
	return false
}

// last is the last day of a meeting whose first is known, by how long it goes on, ""
// where that is not told.
func (m *meeting) last() string {
	if m.end != "" || len(m.start) != len(time.DateOnly) || m.status == "postponed" || m.status == "cancelled" {
		return ""
	}
	if len(m.until) == len(m.start) && m.until > m.start {
		return m.until
	}
	if first, err := time.Parse(time.DateOnly, m.start); err == nil && m.days > 0 {
		return first.AddDate(0, 0, m.days-1).Format(time.DateOnly)
	}
	return ""
}

// first is the first day of a visit that ended on a day, by how long it went on, "" where
// that is not told.
func (m *meeting) first() string {
	if m.kind != "visit" || m.start != "" || m.days == 0 {
		return ""
	}
	last, err := time.Parse(time.DateOnly, m.end)
	if err != nil {
		return ""
	}
	return last.AddDate(0, 0, 1-m.days).Format(time.DateOnly)
}

// days is how many days the words at token k count, 0 where they count none or more
// than a month has.
func (r *reader) days(k int) int {
	n := 1
	if v, ok := r.p.NumberAt(k); ok {
		if v.Vague() || v.Min < 1 || v.Min > 31 {
			return 0
		}
		n, k = int(v.Min), v.Last
	}
	switch r.stem(k) {
	case "يوم", "يوما", "ايام":
		return n
	case "يومين":
		return 2
	}
	return 0
}
