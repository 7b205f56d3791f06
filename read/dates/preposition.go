package dates

import "mahdar/arabic"

// preposition reads what a preposition at token i makes of the date after it:
// a distance («قبل أربعة أيام»), an open interval («قبل 15 مارس»), a range («بين
// السبت والاثنين»). Where it makes nothing, the date is read by itself.
func (s scanner) preposition(i int, p preposition) (Expression, bool) {
	k := i + 1
	if !s.near(k) {
		return none()
	}
	switch p {
	case before:
		return s.before(i, k)
	case after:
		return s.after(i, k)
	case since:
		if s.punctual(i) {
			if e, ok := s.distance(i, k, -1); ok && e.open == closed {
				return e, true
			}
		}
	case within:
		if s.is(i, "غضون") {
			return s.within(i, k)
		}
	case between:
		return s.between(i, k)
	case from:
		return s.fromTo(i, k)
	}
	return none()
}

// before reads what begins with قبل.
func (s scanner) before(i, k int) (Expression, bool) {
	w, a := s.word(k)
	switch {
	case a.Cut != 0:
		return none()
	case w.class == yesterdayClass && s.is(k, "امس"):
		return s.relativeDay(i, k+1, -2, ruleYest)
	case w.class == partClass && (s.is(k, "ظهر") || s.is(k, "فجر") || s.is(k, "عصر")):
		e, ok := s.part(k, w)
		e.First = i
		return e, ok
	}
	if e, ok := s.distance(i, k, -1); ok {
		return e, true
	}
	return s.bounded(i, k, openStart)
}

// after reads what begins with بعد.
func (s scanner) after(i, k int) (Expression, bool) {
	w, a := s.word(k)
	switch {
	case a.Cut != 0:
		return none()
	case w.class == ghadClass:
		return s.relativeDay(i, k+1, 2, ruleTomorrow)
	case w.class == partClass || w.class == phaseClass && s.is(k, "منتصف"):
		e, ok := s.begin(k, w, a)
		e.First = i
		return e, ok
	}
	if e, ok := s.distance(i, k, 1); ok && (e.based || e.open == closed && direction(s.t, i) > 0) {
		return e, true
	}
	return s.bounded(i, k, openEnd)
}

// bounded reads an open interval: «قبل 15 مارس», «بعد عام 2011», «ما قبل 1967».
func (s scanner) bounded(i, k int, o openness) (Expression, bool) {
	e, ok := s.core(k)
	if !ok || e.open != closed || e.to.kind != nothing {
		return none()
	}
	switch e.from.kind {
	case fixed:
	case offset:
		if e.from.unit == unitDay || o == openEnd {
			return none() // «بعد اليوم» is «from now on»
		}
	case weekday:
		if o == openEnd {
			return none()
		}
	default:
		return none()
	}
	if i > 0 && s.is(i-1, "ما") && s.near(i) {
		i--
	}
	e.First, e.open, e.Rule = i, o, ruleOpen
	return e, true
}

// about goes between a preposition and the number that it only approaches.
var about = folded("نحو حوالي زهاء قرابة")

// distance reads a number of units from the anchor, sign telling where, or
// from the date that follows after من or على: «قبل أربعة أيام», «بعد أسبوع من 15
// مارس». A distance from an event («قبل يومين من الانتخابات») is no date.
func (s scanner) distance(i, k int, sign int64) (Expression, bool) {
	o := closed
	switch {
	case about[s.raw(k)]:
		k++
	case s.is(k, "اكثر") && s.is(k+1, "من"):
		k += 2
		if o = openStart; sign > 0 {
			o = openEnd
		}
	case s.is(k, "ما") && (s.is(k+1, "يقارب") || s.is(k+1, "يناهز")):
		k += 2
	case s.is(k, "ما") && (s.is(k+1, "يقرب") || s.is(k+1, "يزيد")):
		k += 3
	}
	n, counted := int64(0), false
	if v, ok := s.t.NumberAt(k); ok {
		if v.Vague() || v.Cut != 0 || v.Thousandths != 0 || v.Definite {
			return none()
		}
		n, k, counted = v.Min, v.Last, true
	}
	w, a := s.word(k)
	if w.class != unitClass || w.def || a.Cut != 0 || w.unit == unitHour || w.unit == unitCentury || !s.near(k) {
		return none()
	}
	if !counted {
		if n = int64(w.count); n > 2 {
			return none() // «قبل أيام» says no day
		}
		if s.t.Tokens[k].Word == "يومي" || s.t.Tokens[k].Word == "عامي" || s.t.Tokens[k].Word == "شهري" {
			return none()
		}
	}
	k++
	u := w.unit
	if s.is(k, "ونصف") && (u == unitYear || u == unitMonth) {
		if k++; u == unitYear {
			u, n = unitMonth, n*12+6
		}
	}
	for range 2 {
		switch s.raw(k) {
		case "فقط", "واحد", "واحده", "تقريبا", "اثنين":
			k++
		}
	}
	if n < 1 || n > 400 || sign > 0 && u == unitYear && n > 10 {
		return none()
	}
	rule := ruleAgo
	if sign > 0 {
		rule = ruleAhead
	}
	e := Expression{First: i, Last: k, Rule: rule, from: point{kind: ago, unit: u, n: int16(sign * n)}, open: o}
	return s.distanceFrom(e, k)
}

// distanceFrom looks at what follows a distance at token k: «من الآن» adds
// nothing, «من 15 مارس» is a date to count from, any other «من …» an event.
func (s scanner) distanceFrom(e Expression, k int) (Expression, bool) {
	if !s.is(k, "من") && !s.is(k, "علي") && !s.is(k, "عن") || !s.near(k) {
		if s.t.Tokens[k-1].Kind == arabic.Number || s.t.Tokens[e.Last-1].Kind == arabic.Number {
			return none()
		}
		if k < len(s.t.Tokens) && s.t.Tokens[k].Kind == arabic.Number && s.near(k) {
			return none() // «قبل عام 2003»
		}
		return e, true
	}
	if standing[s.raw(k+1)] {
		return e, true
	}
	switch s.raw(k + 1) {
	case "الان", "الاقل", "اليوم":
		e.Last = k + 2
		return e, true
	}
	if base, ok := s.core(k + 1); ok && base.daily() && base.to.kind == nothing && base.open == closed {
		e.to, e.based, e.Last = base.from, true, base.Last
		return e, true
	}
	return none()
}

// standing words after على or من say how or where, not from what a distance
// counts.
var standing = folded("جانب دون غير قبل خلال أجل ناحية خلفية هامش يد أيدي أثر إثر متن رأس طريق أرض أساس ضوء مستوى صعيد الحدود الأرض")

// within reads «في غضون أسبوعين»: from the anchor on.
func (s scanner) within(i, k int) (Expression, bool) {
	e, ok := s.distance(i, k, 1)
	if !ok || e.based {
		return none()
	}
	last := e.Last
	if _, end := s.modifier(last); end > last {
		last = end
	}
	e, ok = s.spanOf(i, last, e.from.unit, int64(e.from.n), nextMod)
	e.Rule = ruleAhead
	return e, ok
}

// between reads «بين السبت والاثنين», «بين 2003 و2005», «بين 5 مايو و3 يونيو».
func (s scanner) between(i, k int) (Expression, bool) {
	if w, a := s.word(k); w.class == weekdayClass && a.Cut == 0 {
		e, ok := s.weekday(k, w.value, true)
		return e, ok && e.to.kind != nothing
	}
	a, ok := s.core(k)
	if !ok {
		if y, hijri, last, fine := s.yearNumber(k); fine && !hijri {
			a, ok = expression(k, last, ruleYear, point{kind: fixed, date: year4(y), weekday: -1})
		}
	}
	if !ok || a.to.kind != nothing {
		return a, ok && a.to.kind != nothing
	}
	return s.join(k, a, true)
}

// fromTo reads «من 23 يناير إلى 5 فبراير», «من السبت حتى الاثنين».
func (s scanner) fromTo(i, k int) (Expression, bool) {
	if !s.mayBegin(k) {
		return none()
	}
	if w, a := s.word(k); w.class == weekdayClass && a.Cut == 0 {
		e, ok := s.weekday(k, w.value, true)
		return e, ok && e.to.kind != nothing
	}
	a, ok := s.core(k)
	if !ok || a.to.kind != nothing {
		return none()
	}
	return s.join(k, a, false)
}

// join makes a range of a and the date after a word that goes on from it: و
// where and tells so, else إلى, حتى or a hyphen.
func (s scanner) join(first int, a Expression, and bool) (Expression, bool) {
	k := a.Last
	link, attached := s.raw(k), false
	switch {
	case link == "الي" || link == "حتي" || link == "ولغايه" || link == "لغايه" || link == "-" || link == "–":
		k++
		if s.is(k, "يوم") {
			k++
		}
	case and && link == "و":
		k++
	case and:
		attached = true
	default:
		return none()
	}
	if k >= len(s.t.Tokens) || !s.near(k) {
		return none()
	}
	if _, w := s.word(k); attached && (w.Conj != 'w' || w.Prep != 0) || !attached && w.Cut != 0 {
		return none()
	}
	b, ok := s.core(k)
	if !ok {
		if y, hijri, last, fine := s.yearNumber(k); fine && !hijri {
			b, ok = expression(k, last, ruleYear, point{kind: fixed, date: year4(y), weekday: -1})
		}
	}
	if !ok || b.open != closed || b.to.kind != nothing || !a.joins(&b) {
		return none()
	}
	from := a.from
	if from.kind == fixed && from.date.Year == 0 && b.from.date.Year != 0 {
		from.date.Year = b.from.date.Year
		if from.date.Month > b.from.date.Month {
			from.date.Year--
		}
	}
	if from.mod == noMod {
		from.mod = b.from.mod
	}
	rule := ruleRange
	if from.kind == fixed && from.date.Month == 0 {
		rule = ruleYears
	}
	return Expression{First: first, Last: b.Last, Rule: rule, from: from, to: b.from}, true
}

// joins reports whether a and b are of one measure and so may bound a range.
func (e *Expression) joins(b *Expression) bool {
	if e.from.kind == fixed && b.from.kind == fixed {
		return (e.from.date.Day != 0) == (b.from.date.Day != 0) && (e.from.date.Month != 0) == (b.from.date.Month != 0) && e.from.hijri == b.from.hijri
	}
	return e.daily() && b.daily()
}
