package talks

import "strings"

// predicate reports whether the noun of a meeting at token i tells what the meeting before it
// is, by its number: «وهذه هي أول قمة», «وهي الزيارة الثانية», «وتعد أول زيارة».
func (r *reader) predicate(i int) bool {
	k := i - 1
	if o, ok := r.p.OrdinalAt(k); ok && o.Last == i && !o.Definite || r.stem(k) == "اول" {
		k--
	}
	w := r.p.Word(k)
	switch strings.TrimPrefix(w, "و") {
	case "هي", "هو", "انها", "انه", "تعد", "يعد", "تعتبر", "يعتبر":
		return true
	case "هذه", "هذا":
		return k < i-1
	}
	return false
}

// numbered takes the number of a meeting told after it by a pronoun alone: «عقد الوفدان اجتماعا، هو الثاني
// بينهما», «اجتماعا وهو الثالث هذا الشهر». The first is often the first since something.
func (r *reader) numbered(m *meeting) {
	if m.ordinal > 0 || m.noun == "" || m.definite && m.own == 0 {
		return
	}
	for k := m.at + 1; k <= m.clause.last && k < m.at+reach; k++ {
		w := r.p.Word(k)
		if w != "هو" && w != "هي" && w != "وهو" && w != "وهي" || (w == "هو" || w == "هي") && r.p.Word(k-1) != "،" {
			continue
		}
		if o, ok := r.p.OrdinalAt(k + 1); ok && o.Definite && o.Value > 1 && strings.HasSuffix(w, "هي") == feminineNoun(r.p.Word(m.at)) && r.sentenceOf(o.Last) == r.sentenceOf(m.at) && r.p.Date(k+1) == nil {
			if m.kind == "" {
				m.kind = kindOf(m) // the second of two, and no sitting of a series
			}
			m.ordinal = o.Value
		}
		return
	}
}

// atHeadDay takes the day at the head of the sentence for that of the meeting at token i during which
// something is done then: «وفي مايو الماضي وقعت الحكومة الوثيقة خلال الجولة السادسة».
func (r *reader) atHeadDay(m *meeting, i int) {
	if m.start != "" || m.end != "" || m.status == "planned" || m.noun == "visit" || !during(r.p.Word(i-1)) || r.p.Word(i-1) == "في" {
		return
	}
	first := r.sentence(i).First
	for k := first; k < i && k < first+3; k++ {
		if d := r.p.Date(k); d != nil && !r.since(k) {
			m.when(d)
			return
		}
	}
}

// firstSince takes, where a meeting is told to be the first since a day, the one that was then: «وهو أول
// لقاء يجمع الطرفين منذ مايو». Its sides are those of the meeting that is told so, which was told before.
func (r *reader) firstSince(m *meeting, i int) {
	if r.stem(i-1) != "اول" || m.noun == "visit" || m.told == nil || len(m.parts) < 2 || !m.again {
		return
	}
	if first := r.tokenAt(m.told.Start); r.p.Word(first) != "منذ" && r.p.Word(first-1) != "منذ" {
		return
	}
	if n := len(r.met) - 1; n >= 0 && r.sentenceOf(r.met[n].at) >= r.sentenceOf(i)-1 && r.met[n].kind != "visit" {
		for _, q := range m.parts {
			r.met[n].add(participant{party: q.party, role: q.role})
		}
	}
	m.ordinal, m.again = 0, false
	m.status, m.firm = "concluded", true
}

// again is the meeting told last among out of which m only tells what number it has; -1 where
// there is none.
func again(out []meeting, m *meeting) int {
	if !m.again {
		return -1
	}
	for k := len(out) - 1; k >= 0; k-- {
		o := &out[k]
		if o.at > m.at || !alike(o.kind, m) || o.ordinal > 0 && m.ordinal > 0 && o.ordinal != m.ordinal {
			continue
		}
		if shared, _ := common(o.parts, m.parts); len(m.parts) > 0 && len(o.parts) > 0 && shared == 0 {
			continue
		}
		return k
	}
	return -1
}

// alike reports whether a meeting of a kind may be told again by the noun of m.
func alike(kind string, m *meeting) bool {
	switch m.kind {
	case "visit", "round", "session", "call":
		return kind == m.kind
	}
	return kind == "bilateral" || kind == "conference"
}

// passed reports whether a and b are one though only one of them is to come, as that is told by
// what happened before it: «زار سالم ندى الأحد», «قال سالم قبل زيارته ندى».
func passed(a, b *meeting) bool {
	if !(a.ahead && a.status == "planned") && !(b.ahead && b.status == "planned") {
		return false
	}
	shared, others := common(a.parts, b.parts)
	if a.kind == "visit" {
		return shared > 0 && a.place != "" && a.place == b.place
	}
	return shared > 1 && others == 0
}
