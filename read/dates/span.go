package dates

import (
	"mahdar/arabic"
	"mahdar/arabic/calendar"
)

// unit reads what begins with a unit of time: «يوم السبت», «شهر رمضان», «عام 2003»,
// «الأسبوع الماضي», «الشهرين الماضيين», «السنوات السبع الماضية», «الساعة 11:59 مساء أمس».
func (s scanner) unit(i int, w word) (Expression, bool) {
	switch {
	case w.unit == unitHour && w.count == 1 && w.def:
		return s.atHour(i)
	case w.unit == unitDay && !w.def:
		return s.namedDay(i, w)
	case w.unit == unitMonth && !w.def:
		if e, ok := s.month(i+1, true); ok && s.near(i+1) {
			e.First = i
			return e, true
		}
		return none()
	case w.unit == unitYear && (w.count == 1 || !w.def && w.count == 2 || w.count == 3):
		if e, ok := s.namedYear(i); ok {
			return e, true
		}
	case w.unit == unitCentury && w.count == 1:
		return s.century(i, w)
	}
	if !w.def {
		return none()
	}
	if w.count == 1 {
		return s.unitOf(i, w, false)
	}
	return s.definiteSpan(i, w)
}

// namedDay reads «يوم السبت», «يوم 19 أغسطس», «يومي 19 و20 فيفري», «يوم غد».
func (s scanner) namedDay(i int, w word) (Expression, bool) {
	k := i + 1
	if !s.near(k) {
		return none()
	}
	v, a := s.word(k)
	if a.Cut != 0 {
		return none()
	}
	var e Expression
	var ok bool
	switch {
	case v.class == weekdayClass:
		e, ok = s.weekday(k, v.value, w.count > 1)
	case v.class == todayClass:
		e, ok = s.today(k, a)
	case v.class == yesterdayClass:
		e, ok = s.yesterday(k, a, true)
	case v.class == ghadClass || v.class == tomorrowClass:
		e, ok = s.tomorrow(k, 1)
	case v.class == awwalClass:
		e, ok = s.first(k)
	case v.class == ordinalClass || s.t.Tokens[k].Kind == arabic.Number:
		if e, ok = s.days(k, -1); !ok {
			e, ok = s.full(k)
		}
	}
	if !ok {
		return none()
	}
	e.First = i
	return e, true
}

// unitOf reads a definite unit with its adjective: «الأسبوع الماضي», «الشهر قبل
// الماضي», «العام الجاري». bare tells that a word before it (هذا, نهاية) makes it
// enough without one.
func (s scanner) unitOf(i int, w word, bare bool) (Expression, bool) {
	k := i + 1
	p := point{kind: offset, unit: w.unit}
	if w.unit == unitHour || w.unit == unitDay || w.unit == unitCentury {
		return none()
	}
	j := k
	if s.is(j, "ما") {
		j++
	}
	if (s.is(j, "قبل") || s.is(j, "بعد")) && s.near(j) {
		m, last := s.modifier(j + 1)
		switch {
		case m == pastMod && s.is(j, "قبل"):
			p.n = -2
			return expression(i, last, ruleUnit, p)
		case m == nextMod && s.is(j, "بعد"):
			p.n = 2
			return expression(i, last, ruleUnit, p)
		}
	}
	m, last := s.modifier(k)
	switch m {
	case pastMod:
		p.n = -1
	case nextMod:
		p.n = 1
	case thisMod:
	case sameMod:
		if w.unit == unitYear && s.raw(i) != "السنه" && s.general(i, true) {
			return none() // «الأمين العام نفسه»
		}
		return expression(i, last, ruleSame, point{kind: following, unit: w.unit})
	case afterMod:
		return expression(i, last, ruleSame, point{kind: following, unit: w.unit, n: 1})
	default:
		if !bare || w.unit == unitDecade {
			return none()
		}
		last = k
	}
	if w.unit == unitYear && s.raw(i) != "السنه" && !bare && s.general(i, m == thisMod) {
		return none()
	}
	return expression(i, last, ruleUnit, p)
}

// generalNouns take العام as their adjective: الأمين العام. Those of generalThings
// do so before «الحالي» and its like; before «الماضي» it is rather the year.
var (
	generalNouns  = folded("الأمين المدير النائب القائد المفتش الرأي المدعي الكاتب السكرتير المنسق المفوض المراقب المحامي المشرف القنصل الحاكم العفو الدين")
	generalThings = folded("القطاع المؤتمر المجلس الإضراب الموقف الوضع الإطار الشأن الصالح السلم الأمن التعليم الإعلام الاتجاه السياق المعنى الحق الاتحاد")
)

// general reports whether العام at token i is the adjective «general». this tells
// that «الحالي» or its like follows.
func (s scanner) general(i int, this bool) bool {
	if i == 0 || !s.near(i) {
		return false
	}
	if _, a := s.word(i); a.Cut > 0 {
		return false
	}
	_, _, ok := arabic.Lookup(generalNouns, s.raw(i-1))
	if !ok && this {
		_, _, ok = arabic.Lookup(generalThings, s.raw(i-1))
	}
	return ok
}

// definiteSpan reads «اليومين المقبلين», «الأسبوعين الأخيرين», «الأيام الثلاثة الماضية»,
// «الساعات الـ24 الماضية», «الأيام الثلاثين أو الستين المقبلة».
func (s scanner) definiteSpan(i int, w word) (Expression, bool) {
	k, n := i+1, int64(2)
	if w.count == 3 {
		if s.is(k, "ال") {
			k++
		}
		v, ok := s.t.NumberAt(k)
		if !ok || v.Vague() || !s.near(k) || v.Prep != 0 {
			return none()
		}
		n, k = v.Min, v.Last
		if s.is(k, "او") || s.is(k, "الي") {
			if more, ok := s.t.NumberAt(k + 1); ok && !more.Vague() {
				n, k = max(n, more.Min), more.Last
			}
		}
	}
	m, last := s.modifier(k)
	return s.spanOf(i, last, w.unit, n, m)
}

// spanOf is the span of n units before or after the anchor.
func (s scanner) spanOf(first, last int, u unit, n int64, m modifier) (Expression, bool) {
	if n < 1 || n > 500 || u == unitCentury {
		return none()
	}
	if u == unitHour {
		if u, n = unitDay, (n+23)/24; n > 15 {
			return none()
		}
	}
	p := point{kind: span, unit: u, n: int16(n)}
	switch m {
	case pastMod, recentMod:
		p.n = -p.n
	case nextMod:
	default:
		return none()
	}
	return expression(first, last, ruleSpan, p)
}

// countedSpan reads «30 إلى 60 يوما المقبلة», «48 ساعة الماضية».
func (s scanner) countedSpan(i int) (Expression, bool) {
	v, ok := s.t.NumberAt(i)
	if !ok || v.Vague() || v.Thousandths != 0 {
		return none()
	}
	n, k := v.Min, v.Last
	if s.is(k, "الي") || s.is(k, "او") || s.is(k, "-") {
		if more, ok := s.t.NumberAt(k + 1); ok && !more.Vague() {
			n, k = max(n, more.Min), more.Last
		}
	}
	w, a := s.word(k)
	if w.class != unitClass || w.def || a.Cut != 0 || !s.near(k) {
		return none()
	}
	m, last := s.modifier(k + 1)
	return s.spanOf(i, last, w.unit, n, m)
}

// atHour reads a time of day and the day after it: «الساعة 11:59 ليل الأحد».
func (s scanner) atHour(i int) (Expression, bool) {
	c, k, ok := calendar.ClockAt(s.t, i)
	if !ok {
		return none()
	}
	if s.is(k, "(") { // «(2059 بتوقيت جرينتش)»
		for j := k + 1; j < min(k+8, len(s.t.Tokens)); j++ {
			if s.is(j, ")") {
				k = j + 1
				break
			}
		}
	}
	if s.is(k, "من") {
		k++
	}
	if !s.near(k) {
		return none()
	}
	e, ok := s.core(k)
	if !ok || e.timed || !e.daily() {
		return none()
	}
	switch w, _ := s.word(k); { // «الساعة 11:30 مساء أمس»: the half of the day comes after
	case w.class == partClass && c.Hour < 12 && (s.is(k, "مساء") || w.value == 2 && c.Hour > 5 || s.is(k, "ظهر") || s.is(k, "عصر")):
		c.Hour += 12
	}
	e.First, e.clock, e.timed = i, c, true
	return e, true
}

// daily reports whether e names a day and not a longer span.
func (e *Expression) daily() bool {
	switch e.from.kind {
	case weekday:
		return true
	case fixed:
		return e.from.date.Day != 0
	case offset, following:
		return e.from.unit == unitDay || e.from.date.Day != 0
	}
	return false
}

// this reads «هذا الأسبوع», «هذه الليلة», «هذا الصيف», «هذا اليوم».
func (s scanner) this(i int) (Expression, bool) {
	k := i + 1
	if !s.near(k) {
		return none()
	}
	w, a := s.word(k)
	if a.Cut != 0 {
		return none()
	}
	var e Expression
	var ok bool
	switch {
	case w.class == unitClass && w.def && w.count == 1:
		if m, _ := s.modifier(k + 1); m == pastMod || m == nextMod || m == sameMod {
			return none()
		}
		e, ok = s.unitOf(k, w, true)
	case w.class == tonightClass:
		e, ok = s.tonight(k)
	case w.class == todayClass:
		e, ok = s.relativeDay(k, k+1, 0, ruleToday)
	case w.class == seasonClass && w.def:
		e, ok = expression(k, k+1, ruleSeason, point{kind: season, n: int16(w.value), mod: thisMod})
	}
	if !ok {
		return none()
	}
	e.First = i
	return e, true
}

// same reads «نفس اليوم», «ذات العام».
func (s scanner) same(i int) (Expression, bool) {
	w, a := s.word(i + 1)
	switch {
	case a.Cut != 0 || !s.near(i+1):
	case w.class == todayClass:
		return expression(i, i+2, ruleSame, point{kind: following, unit: unitDay})
	case w.class == unitClass && w.def && w.count == 1 && w.unit >= unitWeek && w.unit <= unitYear:
		return expression(i, i+2, ruleSame, point{kind: following, unit: w.unit})
	}
	return none()
}

// phase reads a part of a longer span and the span: «أواخر أكتوبر», «نهاية 2008»,
// «مطلع الأسبوع», «منتصف ليل الأحد».
func (s scanner) phase(i int) (Expression, bool) {
	k := i + 1
	if s.is(k, "من") {
		k++
	}
	if !s.near(k) {
		return none()
	}
	w, a := s.word(k)
	if a.Cut != 0 {
		return none()
	}
	var e Expression
	var ok bool
	switch {
	case w.class == unitClass && w.def && w.count == 1 && w.unit >= unitWeek && w.unit <= unitYear:
		if e, ok = s.namedYear(k); !ok || w.unit != unitYear {
			e, ok = s.unitOf(k, w, true)
		}
	case w.class == thisClass, w.class == monthClass, w.class == seasonClass, w.class == decadeClass, w.class == unitClass && w.count == 1, w.class == sameClass:
		e, ok = s.begin(k, w, a)
	case w.class == partClass:
		e, ok = s.part(k, w)
	case s.t.Tokens[k].Kind == arabic.Number:
		e, ok = s.ledYear(k)
	}
	if !ok {
		return none()
	}
	e.First, e.from.phase = i, true
	return e, true
}
