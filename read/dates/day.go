package dates

import (
	"strings"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
)

// number reads what begins with digits: a day of a month, a full date in
// digits, a span («30 إلى 60 يوما المقبلة»), a year.
func (s scanner) number(i int) (Expression, bool) {
	e, ok := s.days(i, -1)
	if !ok {
		e, ok = s.full(i)
	}
	if ok {
		if e.to.kind == nothing && !e.timed && !s.is(e.Last, "و") { // «15 يناير - 3 فبراير»
			if r, ok := s.join(i, e, false); ok {
				return r, true
			}
		}
		return e, true
	}
	if e, ok := s.countedSpan(i); ok {
		return e, true
	}
	return s.bareYear(i)
}

// ordinal reads what begins with an ordinal: «الخامس والعشرين من الشهر الجاري». An
// ordinal after the noun that it counts («الأسبوع الأول من مارس») is no day.
func (s scanner) ordinal(i int) (Expression, bool) {
	if i > 0 && s.near(i) {
		if w, _ := s.word(i - 1); w.class == unitClass && w.unit != unitDay || parts[s.raw(i-1)] {
			return none()
		}
	}
	return s.days(i, -1)
}

// parts are counted by ordinals in longer spans: «النصف الثاني من مايو».
var parts = folded("النصف الربع الثلث العشر القسم الجزء الفصل الأسبوع")

// full reads a date with day, month and year in digits, or after its weekday.
func (s scanner) full(i int) (Expression, bool) {
	f, ok := calendar.FullAt(s.t, i)
	if !ok {
		return none()
	}
	rule := ruleFull
	switch {
	case f.Hijri:
		rule = ruleHijri
	case f.Numeric:
		rule = ruleNumeric
	}
	e := Expression{First: i, Last: f.Last, Rule: rule, from: point{kind: fixed, date: f.Day.Date(), weekday: int8(f.Weekday)}, clock: f.Clock, timed: f.Timed}
	return e, true
}

// days reads one or more days of a month: «22 فبراير», «23 و24 يناير/ كانون ثان
// الماضي», «20-23 مارس», «الخامس من الشهر الجاري». weekday is the one written
// before them, -1 for none.
func (s scanner) days(i int, weekday int8) (Expression, bool) {
	first, k, ok := calendar.DayNumberAt(s.t, i)
	if !ok {
		return none()
	}
	final := first
	for range 4 {
		d, last, ok := calendar.DayNumberAt(s.t, s.link(k))
		if !ok || d <= final || last <= k || !s.near(last-1) {
			break
		}
		final, k = d, last
	}
	after := calendar.AfterDay(s.t, k)
	if !s.near(after) {
		return none()
	}
	m, cut, last, ok := calendar.MonthAt(s.t, after)
	if !ok || cut != 0 {
		if after > k && s.is(k, "من") || s.is(k, "شهر") || modifiers[s.raw(k+1)] != noMod {
			return s.ofMonth(i, after, first, final)
		}
		return none()
	}
	p := point{kind: fixed, date: calendar.Date{Month: m.Number, Day: first}, hijri: m.Hijri, weekday: weekday}
	said := after - k // words between day and month make it surely a month
	last = s.year(&p, last)
	p.mod, last = s.modifier(last)
	if m.Bare && p.date.Year == 0 || m.Weak && m.Hijri && p.date.Year == 0 && p.mod == noMod && said == 0 || s.event(i) && p.date.Year == 0 && p.mod == noMod {
		return none()
	}
	if !p.sound() {
		return none()
	}
	e := Expression{First: i, Last: last, Rule: ruleDay, from: p}
	if p.date.Full() {
		e.Rule = ruleFull
	}
	if p.hijri {
		e.Rule = ruleHijri
	}
	if final > first {
		e.Rule, e.to = ruleDays, p
		e.to.date.Day = final
		if !e.to.sound() {
			return none()
		}
	}
	if c, last, ok := calendar.ClockAt(s.t, s.clockStart(e.Last)); ok && final == first {
		e.clock, e.timed, e.Last = c, true, last
	}
	return e, true
}

// sound reports whether p may exist: a day that no year has is none, nor is a
// Hijri day outside the table.
func (p point) sound() bool {
	if !p.hijri {
		return p.date.Valid()
	}
	if p.date.Year == 0 || p.date.Day == 0 {
		return p.date.Day <= 30
	}
	_, ok := calendar.FromHijri(p.date.Year, p.date.Month, p.date.Day)
	return ok
}

// link is the token after a word or mark that joins two days.
func (s scanner) link(k int) int {
	switch s.raw(k) {
	case "و", "-", "–", "الي", "حتي", "/", "،":
		return k + 1
	}
	return k // «والرابع والعشرين»: و is attached
}

// year reads the year that goes on with a month at token k into p: 2017, عام
// 2017, من العام الماضي, من العام نفسه. It returns the token after it.
func (s scanner) year(p *point, k int) int {
	if !s.is(k, "،") || p.date.Day != 0 {
		if y, hijri, last, ok := calendar.YearAt(s.t, k); ok && (!hijri || p.hijri) {
			p.date.Year = y
			return last
		}
	}
	j := k
	if s.is(j, "من") || s.is(j, "في") {
		j++
	}
	this := s.is(j, "هذا") || s.is(j, "هذه")
	same := s.is(j, "نفس") || s.is(j, "ذات") || s.is(j, "ذلك") || s.is(j, "تلك")
	if this || same {
		j++
	}
	w, a := s.word(j)
	if w.class != unitClass || w.unit != unitYear || !w.def || w.count != 1 || a.Cut != 0 || !s.near(j) {
		return k
	}
	if this {
		p.yearMod = thisMod
		return j + 1
	}
	if same {
		p.yearMod = sameMod
		return j + 1
	}
	if m, last := s.modifier(j + 1); m != noMod && m != recentMod {
		p.yearMod = m
		return last
	}
	return k
}

// ofMonth reads «… من الشهر الجاري», «… من نفس الشهر», «… من هذا الشهر» at token k
// after the days.
func (s scanner) ofMonth(i, k, first, final int) (Expression, bool) {
	p := point{kind: offset, unit: unitMonth, date: calendar.Date{Day: first}}
	same := false
	switch s.raw(k) {
	case "هذا":
		k++
	case "نفس", "ذات":
		same = true
		k++
	}
	w, a := s.word(k)
	if w.class != unitClass || w.unit != unitMonth || w.count != 1 || !w.def || a.Cut != 0 {
		return none()
	}
	m, last := s.modifier(k + 1)
	switch m {
	case pastMod:
		p.n = -1
	case nextMod:
		p.n = 1
	case sameMod:
		same = true
	case recentMod, afterMod:
		last = k + 1
	}
	if same {
		p.kind = sameMonth
	}
	e := Expression{First: i, Last: last, Rule: ruleOfMonth, from: p}
	if final > first {
		e.to, e.Rule = p, ruleDays
		e.to.date.Day = final
	}
	return e, true
}

// clockStart is where a time of day after a date may begin.
func (s scanner) clockStart(k int) int {
	switch s.raw(k) {
	case "،", "-", "–", "عند", "في", "عندما":
		if s.is(k+1, "الساعه") || s.raw(k) == "-" {
			return k + 1
		}
	}
	return k
}

// month reads a month without a day: «ديسمبر الماضي», «شهر رمضان», «يونيو حزيران
// 2015». A name that is as often another word needs a year, an adjective,
// «شهر» (told by said) or a preposition beside it.
func (s scanner) month(i int, said bool) (Expression, bool) {
	m, _, last, ok := calendar.MonthAt(s.t, i)
	if !ok {
		return none()
	}
	p := point{kind: fixed, date: calendar.Date{Month: m.Number}, hijri: m.Hijri, weekday: -1}
	last = s.year(&p, last)
	p.mod, last = s.modifier(last)
	if p.mod == recentMod || p.mod == sameMod || p.mod == afterMod {
		p.mod = noMod
		last--
	}
	sure := p.date.Year != 0 || p.mod != noMod || p.yearMod != noMod
	if m.Bare || m.Weak && !sure && !said && !s.ledIn(i, m) || !sure && s.event(i) {
		return none()
	}
	rule := ruleMonth
	if m.Hijri {
		rule = ruleHijri
	}
	return expression(i, last, rule, p)
}

// ledIn reports whether a word before a weak name of a month makes it one: a
// preposition before مارس, آب or رمضان.
func (s scanner) ledIn(i int, m calendar.Month) bool {
	if m.Hijri && m.Number != 9 {
		return false
	}
	if _, a := s.word(i); a.Prep == 'b' || a.Prep == 'l' {
		return m.Hijri
	}
	if s.is(i-1, "من") && s.near(i) && (s.is(i+1, "الي") || s.is(i+1, "حتي")) { // من مارس إلى يونيو
		_, _, _, ok := calendar.MonthAt(s.t, i+2)
		return ok
	}
	switch s.raw(i - 1) {
	case "في", "منذ", "خلال", "حتي", "اوايل", "اواخر", "مطلع", "منتصف", "نهايه", "بدايه", "قبل", "بعد", "بحلول":
		return true
	}
	return false
}

// eventNouns go before a day or month that names an event, a body or a place
// and not a time of the story.
var eventNouns = folded("قوى تحالف فريق حركة كتلة جماعة تيار حزب مدينة ميدان شارع جسر صحيفة جريدة مجلة قناة منظمة ثوار شباب ائتلاف ثورة هجمات أحداث اعتداءات انتفاضة حرب جامعة مستشفى دوار تفجيرات حراك ساحة ملعب مطار كتائب لواء كتيبة سد جائزة مسجد سوق طريق حي بلدة قرية مخيم")

// event reports whether the word before token i makes it the name of an event.
func (s scanner) event(i int) bool {
	if i > 1 && s.t.Tokens[i-1].Kind == arabic.Number && s.near(i) { // of a day that was refused
		i--
	}
	if i == 0 || !s.near(i) {
		return false
	}
	_, _, ok := arabic.Lookup(eventNouns, s.raw(i-1))
	return ok
}

// folded is the set of the folded words of list.
func folded(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[arabic.Fold(w)] = true
	}
	return m
}
