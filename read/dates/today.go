package dates

import (
	"strings"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
)

// relativeDay is the day n days from the anchor, with the weekday that may
// follow it in apposition: «أمس الاثنين», «اليوم، الثلاثاء», «أول من أمس (الاثنين)».
func (s scanner) relativeDay(first, k int, n int16, rule string) (Expression, bool) {
	p := point{kind: offset, unit: unitDay, n: n, weekday: -1}
	at := k
	bracket := s.is(at, "(") || s.is(at, "«")
	if bracket || s.is(at, "،") {
		at++
	}
	if w, cut, ok := calendar.WeekdayAt(s.t, at); ok && cut == 0 && s.near(at) {
		e, full := s.full(at)
		if !full {
			e, full = s.days(at+1, int8(w))
		}
		if full && e.from.date.Day != 0 && e.to.kind == nothing { // «اليوم الثلاثاء 14 مارس 2017»
			e.First = first
			return e, true
		}
		p.weekday = int8(w)
		k = at + 1
		if bracket {
			if s.is(k, ")") {
				k++
			} else {
				p.weekday, k = -1, at-1
			}
		}
	}
	if bracket && p.weekday < 0 && (s.is(at+1, ")") || s.is(at+1, "»")) { // «اليوم (أمس)»: the paper comes out a day after the words
		w, a := s.word(at)
		if n, ok := map[class]int16{todayClass: 0, yesterdayClass: -1, tomorrowClass: 1, ghadClass: 1}[w.class]; ok && a.Cut == 0 {
			p.n, k = n, at+2
		}
	}
	return s.withClock(Expression{First: first, Last: k, Rule: rule, from: p})
}

// today reads what begins with اليوم.
func (s scanner) today(i int, a arabic.Analysis) (Expression, bool) {
	switch next := s.raw(i + 1); next {
	case "التالي", "الموالي":
		if s.ofEvent(i + 2) {
			return none()
		}
		return expression(i, i+2, ruleSame, point{kind: following, unit: unitDay, n: 1})
	case "نفسه", "ذاته", "عينه":
		if s.ofEvent(i + 2) {
			return none()
		}
		return expression(i, i+2, ruleSame, point{kind: following, unit: unitDay})
	case "السابق":
		return none()
	}
	if w, _ := s.word(i + 1); w.class == ordinalClass {
		if e, ok := s.days(i+1, -1); ok { // «اليوم الخامس من مايو»
			e.First = i
			return e, true
		}
		return none() // «اليوم الثاني من المحادثات»
	}
	if s.noToday(i, a) {
		return none()
	}
	return s.relativeDay(i, i+1, 0, ruleToday)
}

// ofEvent reports whether the words at token k tie a day to an event and not
// to the date before it: «اليوم التالي لتوقيع …», «اليوم نفسه الذي …».
func (s scanner) ofEvent(k int) bool {
	w := s.raw(k)
	return s.near(k) && (w == "الذي" || len(w) > 8 && strings.HasPrefix(w, "ل"))
}

// todayAfter lists words after which اليوم is «these days», a name or a unit;
// todayBefore those that follow such a one.
var (
	todayAfter  = folded("بات باتت باتوا أصبح أصبحت أصبحوا أصبحنا صار صارت نحن عالم حتى إلى لغاية ذلك ذاك كل الواحد بعد قبل منذ")
	todayBefore = folded("العالمي الوطني الدولي العربي الواحد السابع الأخير الأخباري الإخباري الدراسي الموعود المحدد المشهود المنشود الثاني الأولى الذي التي")
	outlets     = folded("صحيفة قناة موقع وكالة شبكة جريدة تلفزيون فضائية راديو إذاعة بوابة أنباء منصة مجلة")
)

// noToday reports whether اليوم at token i is not the day of the story: «ذلك اليوم»,
// «باتت اليوم», the channel «روسيا اليوم».
func (s scanner) noToday(i int, a arabic.Analysis) bool {
	if _, day, ok := calendar.WeekdayAt(s.t, i+1); ok && day == 0 {
		return false
	}
	if a.Prep == 'b' || todayBefore[s.raw(i+1)] || s.is(i-1, "في") && s.near(i) {
		return true
	}
	if s.near(i) && todayAfter[s.raw(i-1)] {
		return true
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		w := s.raw(k)
		if _, _, ok := arabic.Lookup(outlets, w); ok {
			return true
		}
	}
	// A name in quotation marks or brackets: «روسيا اليوم».
	if i+1 < len(s.t.Tokens) && i > 1 && (s.t.Tokens[i+1].Kind == arabic.Quote || s.is(i+1, ")") || s.is(i+1, "'")) {
		open := s.t.Tokens[i-2]
		return open.Kind == arabic.Quote || open.Word == "(" || open.Word == "'"
	}
	return false
}

// yesterday reads what begins with أمس: «أمس الاثنين», «أمس الأول». «بالأمس» alone is
// one too, «الأمس» only after a part of the day or يوم (led).
func (s scanner) yesterday(i int, a arabic.Analysis, led bool) (Expression, bool) {
	k := i + 1
	if s.raw(i) != "امس" && a.Stem == "الامس" && a.Prep != 'b' && !led || s.is(k, "القريب") || s.is(k, "الحاجه") {
		return none()
	}
	if s.is(k, "الاول") && !s.is(k+1, "من") {
		return s.relativeDay(i, k+1, -2, ruleYest)
	}
	if s.is(k, "قبل") && s.is(k+1, "الاول") {
		return s.relativeDay(i, k+2, -2, ruleYest)
	}
	return s.relativeDay(i, k, -1, ruleYest)
}

// first reads «أول من أمس», «أول أمس» and «أول يوم من شهر رمضان».
func (s scanner) first(i int) (Expression, bool) {
	k := i + 1
	if s.is(k, "من") {
		k++
	}
	switch s.raw(k) {
	case "امس", "البارحه":
		return s.relativeDay(i, k+1, -2, ruleYest)
	case "يوم", "ايام":
		k++
		if s.is(k, "من") {
			k++
		}
		said := s.is(k, "شهر")
		if said {
			k++
		}
		if e, ok := s.month(k, said); ok && e.from.date.Day == 0 {
			e.from.date.Day, e.First = 1, i
			return e, true
		}
	}
	return none()
}

// tomorrow reads غدا, and غد where a word before or after makes it tomorrow.
func (s scanner) tomorrow(i int, n int16) (Expression, bool) {
	return s.relativeDay(i, i+1, n, ruleTomorrow)
}

// ghad reads غد with a weekday after it or a word that bounds time before it.
func (s scanner) ghad(i int, a arabic.Analysis) (Expression, bool) {
	_, _, ok := calendar.WeekdayAt(s.t, i+1)
	if a.Stem == "الغد" {
		if ok && a.Prep == 0 {
			return s.tomorrow(i, 1)
		}
		return none()
	}
	switch s.raw(i - 1) {
	case "حتي", "الي", "من", "بعد", "اعتبارا", "لغايه":
		ok = true
	}
	if !ok {
		return none()
	}
	return s.tomorrow(i, 1)
}

// tonight reads الليلة, «الليلة الماضية», «الليلة قبل الماضية».
func (s scanner) tonight(i int) (Expression, bool) {
	k, n := i+1, int16(0)
	if s.is(k, "قبل") && modifiers[s.raw(k+1)] == pastMod {
		return expression(i, k+2, ruleTonight, point{kind: offset, unit: unitDay, n: -2, weekday: -1})
	}
	m, last := s.modifier(k)
	switch m {
	case pastMod:
		n, k = -1, last
	case nextMod:
		n, k = 1, last
	}
	return s.relativeDay(i, k, n, ruleTonight)
}
