package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// visit reads a journey to a place: زار X دمشق، وصل X إلى الدوحة.
func (r *reader) visit(m *meeting, d *deed) bool {
	sent := r.bothSent(r.overAdverbs(d.at + 1))
	if len(d.subject) == 0 || !sent && (d.subject[0].kind == 'l' || !r.travels(d.subject[0])) || d.verb == "travel" && r.word(d.at).reading.Pronoun != "" && r.word(d.at).sense.Tense != arabic.Masdar {
		return false
	}
	m.kind = "visit"
	var led meeting
	if !r.destination(m, d, &led) {
		return false
	}
	if d.end > 0 {
		m.addAll(d.subject, "", "")
		m.addAll(d.other, "", "")
		r.right(m, d.end)
		return true
	}
	for k := d.at + 1; k < d.subject[0].at.first; k++ { // وصل إلى ندى أمس وفد الحركة
		if !r.since(k) {
			m.when(r.p.Date(k))
		}
	}
	head := ""
	if k := r.atHead(d, m.clause.last); k > 0 {
		head = "head"
		if next := r.delegated(&led, k, m.clause.last); next > 0 {
			for j := d.next; j < k; j++ {
				m.when(r.p.Date(j)) // وصل إلى ندى الأحد على رأس وفد من الحركة
			}
			d.next = next
		}
	}
	m.addAll(d.subject, head, "")
	for _, q := range led.parts {
		m.add(q)
	}
	m.others = r.alsoAt(d.next, m.clause.last)
	r.right(m, d.next)
	return true
}

// destination reads where the journey d leads, or to whom, and on what day, past who heads the
// delegation that travels; those it puts into led. It reports whether the words tell where.
func (r *reader) destination(m *meeting, d *deed, led *meeting) bool {
	p, lim := r.p, m.clause.last
	leaves := r.word(d.at).entry.ID == leaving
	headed, found := false, false
	for k := d.at + 1; k < lim && k < d.next+7; k++ {
		if d.subject[0].at.has(k) {
			continue
		}
		if v, ok := r.is(k, lexicon.TalkRole); ok && v == "head" && !headed { // وفد من الحركة برئاسة فلان
			headed = true
			if end := r.headUnder(led, k, lim); end > k {
				k, d.next = end-1, end
				continue
			}
		}
		if !r.since(k) {
			m.when(p.Date(k))
		}
		o := p.Mention(k)
		if o == nil {
			if r.has(k, stemCapital) && !found && !leaves && r.capitalAt(m, k) { // وصل إلى العاصمة القمرستانية
				d.next = max(d.next, k+2)
				return true
			}
			if w := p.Word(k); w == "لدي" || w == "علي" {
				return found
			}
			continue
		}
		if o.Type != fact.Location {
			if d.verb != "visit" || o.Type != fact.Person {
				return found
			}
			d.other, d.end = r.parties(k, lim) // زار سالم نادرا
			return true
		}
		if d.verb == "visit" || r.toward(k) && (!leaves || r.to(k)) {
			m.place, m.placeID = o.Name, o.Actor
			d.next, found = max(d.next, p.TokenAt(o.End-1)+1), true
		}
		if !leaves { // غادر المدينة إلى …
			return found
		}
	}
	return found
}

// atHead is the token of the delegation at whose head the person travels who does d, 0 where he has
// none: «وصل سالم إلى ندى على رأس وفد من الحركة».
func (r *reader) atHead(d *deed, lim int) int {
	if len(d.subject) != 1 || d.subject[0].kind != 'p' {
		return 0
	}
	for k := d.at + 1; k+2 < lim && k < d.next+9; k++ {
		if r.p.Word(k) == "علي" && r.p.Word(k+1) == "راس" && strings.HasPrefix(r.stem(k+2), "وفد") {
			return k + 2
		}
		if r.opens(k) || r.p.Has(k, page.Stop) {
			return 0
		}
	}
	return 0
}

// delegated adds to led whose the delegation at token k is, and returns the token after them, 0
// where its words do not say so: «وفد من الحركة»، «وفد يمثل الحركة».
func (r *reader) delegated(led *meeting, k, lim int) int {
	j := k + 1
	switch r.p.Word(j) {
	case "من", "عن", "يمثل":
		j++
	}
	list, next := r.parties(j, lim)
	if len(list) == 0 || list[0].kind == 'p' {
		return 0
	}
	for _, q := range list {
		led.add(participant{party: q})
	}
	return next
}

// headUnder puts into led who heads the delegation by the word at token k, and returns the token
// after him; k where nobody is told.
func (r *reader) headUnder(led *meeting, k, lim int) int {
	end, ok := r.roleAt(led, k, lim)
	if !ok {
		return k
	}
	if o := r.p.Mention(end - 1); o != nil && o.Type == fact.Person {
		end = max(end, phrases.Extent(r.p, r.p.TokenAt(o.Start), phrases.Walk{Limit: lim})) // سالم رئيس الحركة في ندى
	}
	return end
}

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
