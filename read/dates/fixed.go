package dates

import "mahdar/arabic/calendar"

// fixed resolves a date with the parts that are written. A year that is not
// written comes from its adjective, from the weekday beside it, from what the
// article said of the same month, or from the clause around it.
func (r *resolver) fixed(e *Expression, p point, a anchor) (value, bool) {
	if p.hijri {
		if d, ok := r.counterpart(e, p); ok {
			return whole(d), true
		}
		return r.hijri(e, p, a)
	}
	if p.date.Year != 0 {
		v := whole(p.date)
		if p.weekday >= 0 && p.date.Full() && p.date.ToDay().Weekday() != int(p.weekday) {
			v.note = "the words name " + weekdayEnglish[p.weekday] + ", the date is a " + weekdayEnglish[p.date.ToDay().Weekday()]
		}
		return v, true
	}
	if y := r.told(e, p); y != 0 {
		d := p.date
		d.Year = y
		return whole(d), d.Valid()
	}
	if !a.known {
		return value{}, false
	}
	d, at := p.date, a.day.Date()
	switch {
	case p.yearMod == pastMod:
		d.Year = at.Year - 1
	case p.yearMod == nextMod:
		d.Year = at.Year + 1
	case p.yearMod == thisMod:
		d.Year = at.Year
	case p.mod != noMod:
		d.Year = beside(d, at, p.mod)
	default:
		d.Year = r.guess(e, p, at, a.day)
		v := whole(d)
		v.inferred = true
		return v, d.Valid()
	}
	return whole(d), d.Valid()
}

// told is the year of a month «من العام نفسه» or «من العام التالي»: that of the date named
// before it within a paragraph's reach, 0 where there is none.
func (r *resolver) told(e *Expression, p point) int {
	if p.yearMod != sameMod && p.yearMod != afterMod || r.last.Year == 0 || e.First-r.end > paragraphReach {
		return 0
	}
	if p.yearMod == afterMod {
		return r.last.Year + 1
	}
	return r.last.Year
}

// counterpart is the Gregorian day that stands beside a full Hijri one after
// «الموافق», by which readers go: where a month began by the moon's sight the reckoned
// day may be one or two off («24 شوال 1441هـ الموافق 15 يونيو 2020»).
func (r *resolver) counterpart(e *Expression, p point) (calendar.Date, bool) {
	const between, astray = 6, 2 // tokens («هـ) - الموافق (»), days
	if r.at+1 >= len(r.exprs) || p.date.Year == 0 {
		return calendar.Date{}, false
	}
	next := &r.exprs[r.at+1]
	day, ok := calendar.FromHijri(p.date.Year, p.date.Month, p.date.Day)
	if !ok || next.First-e.Last > between || next.from.hijri || next.from.kind != fixed || !next.from.date.Full() || next.to.kind != nothing {
		return calendar.Date{}, false
	}
	off := next.from.date.ToDay() - day
	if off < -astray || off > astray {
		return calendar.Date{}, false
	}
	for k := e.Last; k < next.First; k++ {
		if w := r.t.Tokens[k].Word; w == "الموافق" || w == "المصادف" {
			return next.from.date, true
		}
	}
	return calendar.Date{}, false
}

// beside is the year of a month or day that an adjective places: the last one
// before, the next one after, or the anchor's own.
func beside(d, at calendar.Date, m modifier) int {
	cmp := d.Month - at.Month
	if cmp == 0 && d.Day != 0 {
		cmp = d.Day - at.Day
	}
	switch {
	case m == pastMod && cmp >= 0:
		return at.Year - 1
	case m == nextMod && cmp <= 0:
		return at.Year + 1
	}
	return at.Year
}

// guess is the year of a month or day that nothing beside it places.
func (r *resolver) guess(e *Expression, p point, at calendar.Date, day calendar.Day) int {
	d := p.date
	if p.weekday >= 0 && d.Day != 0 { // the year in which it is that weekday
		for _, y := range [...]int{at.Year, at.Year - 1, at.Year + 1} {
			c := calendar.Date{Year: y, Month: d.Month, Day: d.Day}
			if c.Valid() && c.ToDay().Weekday() == int(p.weekday) && near(c, day) {
				return y
			}
		}
	}
	if y := r.years[d.Month]; y != 0 && y >= at.Year-1 && y <= at.Year+1 {
		return y
	}
	if d.Month == at.Month {
		return at.Year
	}
	// Months are behind unless the clause looks ahead, or they are so near
	// ahead that the last ones of the name would be almost a year ago.
	ahead := (d.Month - at.Month + 12) % 12
	past, next := at.Year, at.Year
	if d.Month > at.Month {
		past--
	} else {
		next++
	}
	switch dir := direction(r.t, e.First); {
	case dir > 0 && ahead <= 8:
		return next
	case dir < 0 && ahead > 1:
		return past
	case ahead <= 2:
		return next
	}
	return past
}

// near reports whether c lies within half a year and a bit of day.
func near(c calendar.Date, day calendar.Day) bool {
	n := int(c.ToDay() - day)
	return n > -330 && n < 330
}

// hijri converts a date of the Hijri calendar. A month without a year is the
// one nearest to the anchor on the side that is told.
func (r *resolver) hijri(e *Expression, p point, a anchor) (value, bool) {
	d := p.date
	inferred := false
	if d.Year == 0 {
		if !a.known {
			return value{}, false
		}
		at, ok := calendar.ToHijri(a.day)
		if !ok {
			return value{}, false
		}
		mod := p.mod
		if p.yearMod != noMod {
			mod = p.yearMod
		}
		if mod == noMod {
			inferred = true
			d.Year = nearestHijri(d, at, direction(r.t, e.First))
		} else {
			d.Year = beside(d, at, mod)
		}
	}
	if d.Month == 0 { // «عام 1436هـ»
		first, _, ok := calendar.HijriMonth(d.Year, 1)
		last, n, ok2 := calendar.HijriMonth(d.Year, 12)
		return days(first, last+calendar.Day(n-1)), ok && ok2
	}
	first, n, ok := calendar.HijriMonth(d.Year, d.Month)
	if !ok || d.Day > n {
		return value{}, false
	}
	var v value
	if d.Day == 0 {
		v = days(first, first+calendar.Day(n-1))
	} else {
		v = whole((first + calendar.Day(d.Day-1)).Date())
	}
	v.inferred = inferred
	return v, true
}

// nearestHijri is the year of a Hijri month that only the clause places.
func nearestHijri(d, at calendar.Date, dir int) int {
	ahead := (d.Month - at.Month + 12) % 12
	switch {
	case ahead == 0:
		return at.Year
	case ahead <= 3 && dir >= 0 || dir > 0:
		if d.Month < at.Month {
			return at.Year + 1
		}
		return at.Year
	case d.Month > at.Month:
		return at.Year - 1
	}
	return at.Year
}

// weekdayEnglish names the weekdays in notes.
var weekdayEnglish = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// apposed is the date that stands beside a weekday in brackets or after
// «الموافق», where it is that day of the week: «يوم الأحد (14 مايو)».
func (r *resolver) apposed(e *Expression, p point, a anchor) (calendar.Date, bool) {
	if e.to.kind != nothing || r.at+1 >= len(r.exprs) {
		return calendar.Date{}, false
	}
	next := &r.exprs[r.at+1]
	if next.First-e.Last > 2 || next.from.kind != fixed || next.from.date.Day == 0 || next.to.kind != nothing || next.open != closed {
		return calendar.Date{}, false
	}
	if w := r.t.Tokens[e.Last].Word; w != "(" && w != "الموافق" && w != "المصادف" && w != "،" {
		return calendar.Date{}, false
	}
	v, ok := r.fixed(next, next.from, a)
	return v.date, ok && v.date.Full() && v.date.ToDay().Weekday() == int(p.weekday)
}

// weekday resolves a day of the week: today where it is the anchor's own, else
// behind or ahead by its adjective, or by the clause around it.
func (r *resolver) weekday(e *Expression, p point, a anchor) value {
	behind := (a.day.Weekday() - int(p.weekday) + 7) % 7
	if d, ok := r.apposed(e, p, a); ok {
		return whole(d)
	}
	switch {
	case p.mod == pastMod:
		if behind == 0 {
			behind = 7
		}
	case p.mod == nextMod:
		behind -= 7
	case behind == 0:
	case p.mod == thisMod:
		behind = a.day.Weekday() - int(p.weekday) // of this week
	case e.to.kind == weekday && (int(e.to.weekday)-a.day.Weekday()+7)%7 == 0 && behind == 1:
		// «ليل الأحد - الاثنين» on a Monday
	default:
		switch dir := direction(r.t, e.First); {
		case dir > 0, dir == 0 && behind == 6:
			behind -= 7
		}
	}
	return whole((a.day - calendar.Day(behind) + calendar.Day(p.n)).Date())
}
