package talks

import (
	"strings"

	"mahdar/lexicon"
)

// resultAt takes what came of the meeting told at token k: «دون إحراز تقدم»، «لم تسفر
// عن نتائج»، «أسفرت عن اتفاق»، «فشلت في التوصل إلى …». It returns the token after the words.
func (r *reader) resultAt(m *meeting, k, lim int) (int, bool) {
	if len(m.outcome) >= 3 {
		return k, false
	}
	p := r.p
	start := k
	switch w := strings.TrimPrefix(p.Word(k), "و"); {
	case w == "دون" || w == "بدون":
		if !r.action(k+1) && r.stem(k+1) != "احراز" && r.stem(k+1) != "تحقيق" && r.stem(k+1) != "توصل" && r.stem(k+1) != "نتائج" && r.stem(k+1) != "اتفاق" && r.stem(k+1) != "نتيجه" {
			return k, false
		}
		switch r.stem(k + 1) {
		case "تحديد", "شروط", "شرط", "ادلاء", "كشف", "ذكر", "اعطاء", "تقديم", "خوض":
			return k, false
		}
	case yields(w):
		if u := p.Word(k - 1); u == "لم" || u == "ولم" {
			start = k - 1
		}
	case (strings.HasPrefix(w, "فشل") || w == "شلت") && p.Word(k+1) == "في":
	default:
		return k, false
	}
	end := r.contentEnd(k, lim)
	if end-start < 2 {
		return k, false
	}
	m.outcome = append(m.outcome, span{start, end})
	return end, true
}

// yields reports whether w (folded) is a verb of coming to something: أسفر، تمخض، أفضى.
func yields(w string) bool {
	switch w {
	case "اسفر", "اسفرت", "يسفر", "تسفر", "تمخض", "تمخضت", "يتمخض", "تتمخض", "افضي", "افضت", "توجت", "اثمر", "اثمرت", "يثمر", "تثمر":
		return true
	}
	return false
}

// nexts finds what is said of the next meeting, that no day is set for it among
// it: «دون تحديد موعد»، «لم يحدد موعد لاجتماع مقبل».
func (r *reader) nexts() {
	for _, h := range r.hits {
		if h.on&onNext == 0 {
			continue
		}
		i := h.at
		s := r.sentence(i)
		start := -1
		for k := i - 1; k >= s.First && k >= i-6; k-- {
			switch r.stem(k) {
			case "تحديد", "يحدد", "تحدد", "حدد", "يتحدد", "حددت", "تعيين":
				start = k
			case "دون", "بدون", "لم", "عدم", "ولم":
				if start >= 0 {
					start = k
				}
			}
		}
		if start < 0 {
			continue
		}
		if m := r.tableBefore(i); m != nil && len(m.next) < 3 {
			m.next = append(m.next, span{start, r.contentEnd(i, s.Last)})
		}
	}
}

// tableBefore is the meeting that words at token i speak of: the last round told
// before them, else the last meeting.
func (r *reader) tableBefore(i int) *meeting {
	var last, round *meeting
	for n := range r.met {
		m := &r.met[n]
		if m.at < i && (last == nil || m.at > last.at) {
			last = m
		}
		if m.kind == "round" && !m.before && m.at < i && (round == nil || m.at > round.at) {
			round = m
		}
	}
	if round != nil {
		return round
	}
	return last
}

// sizes reads how many a delegation has: «وفد من المعارضة يضم 20 شخصا».
func (r *reader) sizes(m *meeting) {
	for n := range m.parts {
		q := &m.parts[n]
		if q.size > 0 || q.kind == 'p' || q.at.empty() {
			continue
		}
		for k := q.at.first; k < q.at.last+6 && k < len(r.p.Tokens); k++ {
			if k >= q.at.last && (r.p.Mark(k) || r.class(k) == lexicon.TalkMeeting) {
				break
			}
			if f := r.p.Figure(k); f != nil && f.Min != nil && (f.Unit == "delegates" || f.Unit == "people" || f.Unit == "members") && *f.Min < 10000 {
				q.size = int(*f.Min)
				break
			}
		}
	}
}

// reason is what is given for staying away, in the clause of token i and after
// it: «بسبب …»، «احتجاجا على …».
func (r *reader) reason(i int) string {
	p := r.p
	s := r.sentence(i)
	for k := i + 1; k < s.Last && k < i+30; k++ {
		start := k + 1
		switch p.Word(k) {
		case "بسبب", "لان", "لانه", "لانها", "جراء", "نتيجه":
		case "احتجاجا":
			start = k + 2
		default:
			continue
		}
		if start < s.Last {
			return r.contentSpan(span{start, r.contentEnd(start, s.Last)}).In(p.Source)
		}
	}
	return ""
}
