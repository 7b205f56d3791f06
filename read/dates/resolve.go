package dates

import (
	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
)

// Resolve counts expressions from the anchors of the blocks that they stand
// in and writes them in EDTF. Those in boilerplate are left out. What has no
// anchor keeps its form and no EDTF value. bs must be in order.
func Resolve(t *arabic.Text, exprs []Expression, bs []fact.Block) []fact.Date {
	r := resolver{t: t, exprs: exprs, anchors: anchors(t, exprs, bs)}
	out := make([]fact.Date, 0, len(exprs))
	for i := range exprs {
		a := r.anchors[i]
		if a.dropped {
			continue
		}
		r.at = i
		d := r.date(&exprs[i], a)
		d.Note = join(d.Note, a.note)
		out = append(out, d)
	}
	return out
}

func join(a, b string) string {
	if a != "" && b != "" {
		return a + "; " + b
	}
	return a + b
}

// resolver counts expressions one after the other and remembers what the
// later ones may lean on.
type resolver struct {
	t       *arabic.Text
	exprs   []Expression
	anchors []anchor

	at    int           // the expression at hand
	years [13]int       // by month: the year that the article last gave it
	last  calendar.Date // the date named last, as far as it is known
	end   int           // the token after it
}

// value is a resolved point: one EDTF date, or two that bound it.
type value struct {
	from, to string
	date     calendar.Date // of the first day or the whole
	inferred bool
	note     string
}

// date resolves one expression.
func (r *resolver) date(e *Expression, a anchor) fact.Date {
	d := fact.Date{Span: e.Span, Rule: e.Rule, Basis: e.basis()}
	v, ok := r.value(e, a)
	if !ok {
		d.Form = e.form()
		return d
	}
	if v.inferred && d.Basis == basisExplicit {
		d.Basis = basisInferred
	}
	d.EDTF, d.Note = e.edtf(v), v.note
	if v.date.Year != 0 {
		r.last, r.end = v.date, e.Last
		if v.date.Month != 0 && e.from.kind == fixed {
			r.years[v.date.Month] = v.date.Year
		}
	}
	return d
}

// value resolves both ends of e.
func (r *resolver) value(e *Expression, a anchor) (value, bool) {
	if e.based {
		base, ok := r.point(e, e.to, a)
		if !ok || !base.date.Full() {
			return value{}, false
		}
		return r.away(e.from, base.date.ToDay()), true
	}
	v, ok := r.point(e, e.from, a)
	if !ok || e.to.kind == nothing {
		return v, ok
	}
	to := e.to
	var w value
	switch {
	case to.kind == weekday && v.date.Full(): // the next such day after the first
		day := v.date.ToDay()
		day += calendar.Day((int(to.weekday) - day.Weekday() + 7) % 7)
		w = whole(day.Date())
	case to.kind == fixed && to.date.Year == 0 && v.date.Year != 0 && to.mod == noMod && !to.hijri:
		to.date.Year = v.date.Year
		if to.date.Month < v.date.Month {
			to.date.Year++
		}
		w = whole(to.date)
	case to.kind == offset && to.date.Day != 0 && v.date.Full():
		w = whole(calendar.Date{Year: v.date.Year, Month: v.date.Month, Day: to.date.Day})
	case to.kind == sameMonth && v.date.Full():
		w = whole(calendar.Date{Year: v.date.Year, Month: v.date.Month, Day: to.date.Day})
	default:
		if w, ok = r.point(e, to, a); !ok {
			return value{}, false
		}
	}
	if w.to == "" {
		w.to = w.from
	}
	v.to = w.to
	return v, v.from <= v.to
}

// whole is a date that is a day, a month or a year of its own.
func whole(d calendar.Date) value { return value{from: d.String(), date: d} }

// days is the range of two days.
func days(from, to calendar.Day) value {
	return value{from: from.String(), to: to.String(), date: from.Date()}
}

// edtf writes the value of e: a point, an interval, an open interval.
func (e *Expression) edtf(v value) string {
	switch {
	case e.open == openStart && v.to != "":
		return ".." + v.to
	case e.open == openStart:
		return ".." + v.from
	case e.open == openEnd:
		return v.from + ".."
	case v.to == "":
		if e.timed && v.date.Full() {
			return v.from + "T" + e.clock.String()
		}
		return v.from
	case e.timed && v.date.Full():
		return v.from + "T" + e.clock.String() // «الساعة 11:59 ليل الأحد - الاثنين»
	}
	return v.from + "/" + v.to
}

// point resolves one end.
func (r *resolver) point(e *Expression, p point, a anchor) (value, bool) {
	switch p.kind {
	case fixed:
		return r.fixed(e, p, a)
	case period:
		return value{from: calendar.Date{Year: p.date.Year}.String(), to: calendar.Date{Year: int(p.n)}.String(), date: p.date}, true
	case season:
		return r.season(p, a)
	case following, sameMonth:
		return r.following(e, p)
	}
	if !a.known {
		return value{}, false
	}
	switch p.kind {
	case weekday:
		return r.weekday(e, p, a), true
	case offset:
		return r.offset(p, a.day), true
	case ago:
		return r.away(p, a.day), true
	case span:
		return spanned(p, a.day), true
	}
	return value{}, false
}

// offset counts whole units from the anchor's own: weeks run Sunday to
// Saturday.
func (r *resolver) offset(p point, day calendar.Day) value {
	n, at := int(p.n), day.Date()
	switch p.unit {
	case unitWeek:
		first := day - calendar.Day(day.Weekday()) + calendar.Day(7*n)
		return days(first, first+6)
	case unitMonth:
		m := calendar.DayOf(at.Year, at.Month+n, 1).Date()
		m.Day = p.date.Day
		if m.Day > calendar.DaysIn(m.Year, m.Month) {
			m.Day = 0
		}
		return whole(m)
	case unitYear:
		return whole(calendar.Date{Year: at.Year + n})
	case unitDecade:
		first := at.Year/10*10 + 10*n
		return value{from: calendar.Date{Year: first}.String(), to: calendar.Date{Year: first + 9}.String(), date: calendar.Date{Year: first}}
	case unitCentury:
		first := at.Year/100*100 + 100*n
		return value{from: calendar.Date{Year: first}.String(), to: calendar.Date{Year: first + 99}.String(), date: calendar.Date{Year: first}}
	}
	return whole((day + calendar.Day(n)).Date())
}

// away counts a distance from a day. It is as exact as its unit: days and
// weeks give a day, months a month, years a year.
func (r *resolver) away(p point, day calendar.Day) value {
	n, at := int(p.n), day.Date()
	switch p.unit {
	case unitDay:
		return whole((day + calendar.Day(n)).Date())
	case unitWeek:
		return whole((day + calendar.Day(7*n)).Date())
	case unitMonth:
		m := calendar.DayOf(at.Year, at.Month+n, 1).Date()
		m.Day = 0
		return whole(m)
	case unitDecade:
		n *= 10
	}
	return whole(calendar.Date{Year: at.Year + n})
}

// spanned is the span of the last or next units; it ends or begins with the
// anchor: days and weeks are counted in days, months in months, years in years.
func spanned(p point, day calendar.Day) value {
	n, at := int(p.n), day.Date()
	var far value
	switch p.unit {
	case unitDay:
		if n > 0 && n <= 7 {
			return days(day+1, day+calendar.Day(n)) // «اليومين المقبلين» leave today out
		}
		far = whole((day + calendar.Day(n)).Date())
	case unitWeek:
		far = whole((day + calendar.Day(7*n)).Date())
	case unitMonth:
		m := calendar.DayOf(at.Year, at.Month+n, 1).Date()
		m.Day, at.Day = 0, 0
		far = whole(m)
	default:
		if p.unit == unitDecade {
			n *= 10
		}
		at = calendar.Date{Year: at.Year}
		far = whole(calendar.Date{Year: at.Year + n})
	}
	here := whole(at)
	if n < 0 {
		here, far = far, here
	}
	here.to = far.from
	return here
}

// season resolves a season: EDTF numbers them 21 spring to 24 winter; winter
// belongs to the year in which it begins.
func (r *resolver) season(p point, a anchor) (value, bool) {
	code := [...]string{"24", "21", "22", "23"}[p.n&3]
	first := [...]int{12, 3, 6, 9}[p.n&3] // the month in which it begins
	y := p.date.Year
	if y == 0 {
		if !a.known {
			return value{}, false
		}
		at := a.day.Date()
		y = at.Year
		switch {
		case p.mod == pastMod && at.Month < first+3:
			y--
		case p.mod == nextMod && at.Month >= first:
			y++
		case p.yearMod == pastMod:
			y--
		case p.yearMod == nextMod:
			y++
		}
	}
	d := calendar.Date{Year: y}
	return value{from: d.String() + "-" + code, date: d}, true
}

// paragraphReach is how many tokens behind the date may stand that another counts from.
const paragraphReach = 80

// following resolves what counts from the date named before it: «اليوم التالي»,
// «24 من نفس الشهر». The date must stand within a paragraph's reach.
func (r *resolver) following(e *Expression, p point) (value, bool) {
	d := r.last
	if d.Year == 0 || e.First-r.end > paragraphReach {
		return value{}, false
	}
	if p.kind == sameMonth {
		if d.Month == 0 {
			return value{}, false
		}
		d.Day = p.date.Day
		return whole(d), d.Valid()
	}
	switch p.unit {
	case unitDay:
		if !d.Full() {
			return value{}, false
		}
		return whole((d.ToDay() + calendar.Day(p.n)).Date()), true
	case unitYear:
		return whole(calendar.Date{Year: d.Year + int(p.n)}), true
	}
	if !d.Full() && !(p.unit == unitMonth && d.Month != 0) {
		return value{}, false
	}
	if d.Day == 0 {
		d.Day = 1
	}
	p.kind = offset
	p.date = calendar.Date{}
	return r.offset(p, d.ToDay()), true
}
