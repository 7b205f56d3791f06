package dates

import (
	"mahdar/arabic"
	"mahdar/arabic/calendar"
)

// weekday reads what begins with the name of a weekday: «الخميس», «الجمعة الماضي»,
// «الخميس، 21 ديسمبر 2017», «الثلاثاء والأربعاء». apart tells that the days of a pair
// need not follow each other, as after بين.
func (s scanner) weekday(i, w int, apart bool) (Expression, bool) {
	if s.noDay(i, w) {
		return none()
	}
	if e, ok := s.full(i); ok {
		return e, true
	}
	k := i + 1
	after := k
	if s.is(k, "،") || s.is(k, "(") || s.is(k, ",") {
		after++
	}
	if after == k || !s.is(k, "(") { // «الثلاثاء 14 آذار», not «الأحد (14 آذار)», which is two
		if e, ok := s.days(after, int8(w)); ok && s.near(after) {
			e.First = i
			return e, true
		}
	}
	p := point{kind: weekday, weekday: int8(w)}
	if e, ok := s.pair(i, k, p, apart); ok {
		return e, true
	}
	p.mod, p.n, k = s.dayModifier(k)
	rule := ruleWeekday
	if p.mod != noMod {
		rule = ruleWeekRel
	}
	return s.withClock(Expression{First: i, Last: k, Rule: rule, from: p})
}

// dayModifier reads the adjective of a day and how many days further it lies, as in «السبت
// قبل الماضي»; «الأخير» and «نفسه» are no direction.
func (s scanner) dayModifier(k int) (m modifier, further int16, last int) {
	m, last = s.modifier(k)
	switch m {
	case pastMod, nextMod, thisMod:
		return m, 0, last
	case recentMod:
		return pastMod, 0, last
	}
	at := k
	if s.is(at, "ما") {
		at++
	}
	if before := s.is(at, "قبل"); (before || s.is(at, "بعد")) && s.near(at) {
		switch m, last := s.modifier(at + 1); {
		case before && m == pastMod:
			return m, -7, last
		case !before && m == nextMod:
			return m, 7, last
		}
	}
	return noMod, 0, k
}

// withClock adds the time of day after a date.
func (s scanner) withClock(e Expression) (Expression, bool) {
	if k := s.clockStart(e.Last); s.near(k) {
		if c, last, ok := calendar.ClockAt(s.t, k); ok {
			e.clock, e.timed, e.Last = c, true, last
		}
	}
	return e, true
}

// noDay reports whether the word at token i is no day: the prayer on Friday,
// a market by its day, «الاثنين» for «the two».
func (s scanner) noDay(i, w int) bool {
	if i == 0 || !s.near(i) {
		return namedDays[s.raw(i+1)]
	}
	prev := s.raw(i - 1)
	if _, _, ok := arabic.Lookup(noDays, prev); ok || namedDays[s.raw(i+1)] {
		return true
	}
	if w != 1 {
		return false
	}
	switch prev {
	case "كلا", "كلي", "احد":
		return true
	case "بين":
		_, _, ok := calendar.WeekdayAt(s.t, i+1)
		return !ok
	}
	return dualNoun(prev)
}

// noDays go before the name of a day that is part of another name.
var noDays = folded("صلاة خطبة سوق شارع جامع حي قرية بلدة وادي جسر")

// namedDays follow the name of a day that has become a name: الأربعاء الدامي.
var namedDays = folded("الدامي الأسود العظيم الحزين الأبيض المجيد")

// dualNoun reports whether w is a definite noun in the dual, of the case in which «the
// two» is written as the day is: البلدين الاثنين, but «بحث الجانبان الاثنين …» is Monday.
func dualNoun(w string) bool {
	for _, noun := range [...]string{"الجانبين", "الطرفين", "البلدين", "الرجلين", "الوزيرين", "الرييسين", "الجنديين", "الشخصين", "الوفدين"} {
		if w == noun {
			return true
		}
	}
	return false
}

// pair reads a second weekday and a third after the first: «الثلاثاء والأربعاء»,
// «الأحد - الاثنين», «الخميس/ الجمعة», «من السبت إلى الاثنين».
func (s scanner) pair(i, k int, p point, apart bool) (Expression, bool) {
	last, final := k, int(p.weekday)
	for s.near(k) {
		attached := true
		switch s.raw(k) {
		case "-", "–", "/", "و":
			k, attached = k+1, false
		case "الي", "حتي":
			if !apart {
				break
			}
			k, attached = k+1, false
		}
		w, cut, ok := calendar.WeekdayAt(s.t, k)
		if !ok || attached && cut != 2 || !attached && cut != 0 {
			break
		}
		if w != (final+1)%7 && !apart {
			break
		}
		final, last = w, k+1
		k++
	}
	if final == int(p.weekday) {
		return none()
	}
	p.mod, _, last = s.dayModifier(last)
	e := Expression{First: i, Last: last, Rule: rulePair, from: p, to: p}
	e.to.weekday, e.to.mod = int8(final), noMod
	return e, true
}

// part reads a part of a day and the day: «مساء اليوم الخميس», «ليل الأحد - الاثنين»,
// «فجر يوم السبت», «صباح 5 مايو».
func (s scanner) part(i int, w word) (Expression, bool) {
	k := i + 1
	if s.is(k, "من") || s.is(k, "ليل") || s.is(k, "ليله") || s.is(k, "نهار") {
		k++
	}
	v, a := s.word(k)
	if a.Cut != 0 && (a.Cut != 2 || a.Prep != 0) || !s.near(k) {
		return none()
	}
	var e Expression
	var ok bool
	switch v.class {
	case weekdayClass:
		e, ok = s.weekday(k, v.value, false)
		if ok && w.value == 2 && e.to.kind == nothing { // «ليل السبت الأحد»
			if next, cut, okay := calendar.WeekdayAt(s.t, e.Last); okay && cut == 0 && next == (v.value+1)%7 && s.near(e.Last) {
				e.to = point{kind: weekday, weekday: int8(next)}
				e.Last, e.Rule = e.Last+1, rulePair
			}
		}
	case yesterdayClass:
		e, ok = s.yesterday(k, a, true)
	case ghadClass:
		e, ok = s.tomorrow(k, 1)
	case unitClass:
		if v.unit == unitDay && v.count <= 2 {
			e, ok = s.unit(k, v)
		}
	case todayClass, tomorrowClass, awwalClass, thisClass, ordinalClass:
		e, ok = s.begin(k, v, a)
	case partClass:
		if w.value != 2 { // «صباح ومساء أمس»
			e, ok = s.begin(k, v, a)
		}
	default:
		if s.t.Tokens[k].Kind == arabic.Number {
			e, ok = s.days(k, -1)
		}
	}
	if !ok {
		return none()
	}
	e.First = i
	return e, true
}
