package talks

import (
	"strings"

	"mahdar/fact"
)

// travels reports whether a side is somebody whose journeys are diplomacy: a
// person or a delegation, and no force.
func (r *reader) travels(q party) bool {
	if q.kind == 'p' {
		return true
	}
	w := r.stem(q.at.first)
	for _, head := range [...]string{"وفد", "وفود", "مبعوث", "وزير", "رييس", "مسوول", "مفاوض", "ممثل", "مندوب"} {
		if strings.HasPrefix(w, head) {
			return true
		}
	}
	return false
}

// toward reports whether إلى or ل puts the place at token k at the end of a
// journey, or the verb has it as its object (وصل القاهرة).
func (r *reader) toward(k int) bool {
	p := r.p
	mn := p.Mention(k)
	if mn.Start > p.Tokens[k].Start {
		return strings.HasPrefix(p.Word(k), "ل")
	}
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		w := p.Word(j)
		if w == "الي" {
			return true
		}
		if w == "من" || w == "في" || w == "عبر" || w == "عن" {
			return false
		}
	}
	return true
}

// to reports whether إلى stands before the place at token k.
func (r *reader) to(k int) bool {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if w := r.p.Word(j); w == "الي" {
			return true
		}
		if !r.area(j) && !r.isAdjective(j) {
			return false
		}
	}
	return false
}

// since reports whether the date of which token k is part is told after منذ: it is
// counted from and not when somebody came.
func (r *reader) since(k int) bool {
	d := r.p.Date(k)
	return d != nil && r.p.Word(r.tokenAt(d.Start)-1) == "منذ"
}

// leftPlace takes who leaves a place after a visit, by the verb at token k, for who was
// there: «غادر سالم ندى بعد زيارة».
func (r *reader) leftPlace(m *meeting, k, i int) {
	if m.noun != "visit" || r.word(k).entry.ID != leaving || r.p.Word(i-1) != "بعد" && r.p.Word(i-1) != "عقب" || len(m.parts) > 0 {
		return
	}
	list, next := r.after(k, i)
	if len(list) == 0 || !r.travels(list[0]) && !r.isDelegation(r.overAdverbs(k+1)) {
		return
	}
	m.addAll(list, "", "")
	for j := next; j < i; j++ {
		if o := r.p.Mention(j); o != nil && o.Type == fact.Location && m.place == "" {
			m.place, m.placeID = o.Name, o.Actor
		}
		if d := r.p.Date(j); d != nil && m.end == "" && len(day(d.EDTF)) == len("2006-01-02") {
			m.start, m.end = "", day(d.EDTF)
		} else if d != nil && d.EDTF == "" && (m.start == "" || m.start == d.Form) {
			m.start, m.end = "", d.Form
		}
	}
	m.status, m.firm = "concluded", true
}

// overAdverbs is the first token from k on that is neither an adverb nor part of a day.
func (r *reader) overAdverbs(k int) int {
	for k < len(r.p.Tokens) && (r.p.Dated(k) || r.adverb(k) && r.p.Mention(k) == nil) {
		k++
	}
	return k
}

// leaving is the verb for going away.
const leaving = "ghadara"
