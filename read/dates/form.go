package dates

import "mahdar/arabic/calendar"

// basis is on what e is known, before its parts are inferred.
func (e *Expression) basis() string {
	switch e.from.kind {
	case fixed:
		if e.from.mod != noMod || e.from.yearMod != noMod {
			return basisRelative
		}
		return basisExplicit
	case period:
		return basisExplicit
	case season:
		if e.from.date.Year != 0 {
			return basisExplicit
		}
	case weekday:
		return basisWeekday
	case following, sameMonth:
		return basisInferred
	}
	return basisRelative
}

// form is what e says by itself, for where it cannot be resolved:
// XXXX-XX-XX@tuesday, XXXX-02-22, XXXX@last-year.
func (e *Expression) form() string {
	p := e.from
	switch p.kind {
	case fixed:
		if p.hijri {
			return "XXXX@hijri"
		}
		return p.date.String()
	case weekday:
		return "XXXX-XX-XX@" + side(p.mod) + lower(weekdayEnglish[p.weekday])
	case offset:
		if p.date.Day != 0 {
			return "XXXX-XX-" + calendar.Date{Year: 1, Month: 1, Day: p.date.Day}.String()[8:]
		}
		return offsetForm(p)
	case ago, span:
		m := modifier(pastMod)
		n := int(-p.n)
		if p.n > 0 {
			m, n = nextMod, int(p.n)
		}
		return mask[p.unit] + "@" + side(m) + number(n) + "-" + unitEnglish[p.unit] + "s"
	case season:
		return "XXXX@" + side(p.mod) + [...]string{"winter", "spring", "summer", "autumn"}[p.n&3]
	case following, sameMonth:
		return mask[max(p.unit, unitDay)] + "@same-" + unitEnglish[max(p.unit, unitDay)]
	}
	return ""
}

func offsetForm(p point) string {
	if p.unit == unitDay {
		switch p.n {
		case 0:
			return "XXXX-XX-XX@today"
		case -1:
			return "XXXX-XX-XX@yesterday"
		case 1:
			return "XXXX-XX-XX@tomorrow"
		}
	}
	switch {
	case p.n == 0:
		return mask[p.unit] + "@this-" + unitEnglish[p.unit]
	case p.n == -1:
		return mask[p.unit] + "@last-" + unitEnglish[p.unit]
	case p.n == 1:
		return mask[p.unit] + "@next-" + unitEnglish[p.unit]
	case p.n < 0:
		return mask[p.unit] + "@" + number(int(-p.n)) + "-" + unitEnglish[p.unit] + "s-ago"
	}
	return mask[p.unit] + "@in-" + number(int(p.n)) + "-" + unitEnglish[p.unit] + "s"
}

func side(m modifier) string {
	switch m {
	case pastMod:
		return "last-"
	case nextMod:
		return "next-"
	case thisMod:
		return "this-"
	}
	return ""
}

// mask is what EDTF shows of a date that is known to a unit only.
var mask = map[unit]string{unitHour: "XXXX-XX-XX", unitDay: "XXXX-XX-XX", unitWeek: "XXXX-XX-XX", unitMonth: "XXXX-XX", unitYear: "XXXX", unitDecade: "XXXX", unitCentury: "XXXX"}

var unitEnglish = map[unit]string{unitHour: "hour", unitDay: "day", unitWeek: "week", unitMonth: "month", unitYear: "year", unitDecade: "decade", unitCentury: "century"}

func number(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return number(n/10) + string(rune('0'+n%10))
}

func lower(s string) string { return string(s[0]|0x20) + s[1:] }
