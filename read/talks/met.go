package talks

import "strings"

// tailBy takes who is met through ب or, after a pronoun, through nothing, though the day
// and the place may stand before: لقاؤه بفلان، اجتماع بفلان، لقاؤه أمس في القصر فلانا.
func (r *reader) tailBy(t *tail, k int) (int, bool) {
	met := t.m.noun == "gathering" || t.m.noun == "encounter" || t.m.noun == "call" // اتصالا هاتفيا بنظيره
	if t.bare && k == t.near && k > t.from && !t.purpose && !t.m.joined() && !r.prepositional(k) && r.p.Word(k-1) != "في" {
		list, next := r.parties(k, t.lim)
		if len(list) > 0 && list[0].kind != 'l' && list[0].kind != 'o' {
			return t.join(list, "", max(next, k+1))
		}
		return k, false
	}
	if k != t.from && !(met && k == t.near && r.onlyDates(t.from, k)) || !t.bare && !(met && strings.HasPrefix(r.p.Word(k), "ب") && r.prepositional(k)) {
		return k, false
	}
	list, next := r.parties(k, t.lim)
	if len(list) == 0 || list[0].kind == 'l' {
		return k, false
	}
	return t.join(list, "", max(next, k+1))
}

// onlyDates reports whether nothing but days stands in [i, k), or that it was by telephone:
// لقائه الاثنين بفلان، اتصالا هاتفيا بفلان.
func (r *reader) onlyDates(i, k int) bool {
	for ; i < k; i++ {
		if !r.p.Dated(i) && !phone(r.stem(i)) {
			return false
		}
	}
	return true
}

// joined reports whether one of those who met is told after the noun of the meeting.
func (m *meeting) joined() bool {
	for i := range m.parts {
		if m.parts[i].at.first > m.at {
			return true
		}
	}
	return false
}

// greets reports whether the noun at token i is one for receiving that tells of no meeting:
// of a meeting it tells only where a pronoun has the host and a day or a saying is set by
// it, «خلال استقباله الوزير», not «استقبال اللاجئين», «كان في استقباله».
func (r *reader) greets(i int) bool {
	w := r.word(i)
	if r.receiver(i) == "" {
		return false
	}
	switch trimWaw(r.p.Word(i - 1)) {
	case "خلال", "لدي", "بعد", "عقب", "عند", "اثر", "اثناء", "قبل", "قبيل", "غداه":
		return w.reading.Pronoun == ""
	}
	return true
}

// receiver is the role of whom a pronoun on the noun at token i points to, if it is the
// noun for receiving: a host.
func (r *reader) receiver(i int) string {
	if e := r.word(i).entry; e != nil && e.ID == "istiqbal" {
		return "host"
	}
	return ""
}
