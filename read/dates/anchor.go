package dates

import (
	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
)

// anchor is the day that one expression counts from.
type anchor struct {
	day     calendar.Day
	known   bool
	dropped bool   // the expression stands in boilerplate
	note    string // why it is not the block's own day
}

// anchors gives each expression its block's day, moved where the weekdays in
// the text contradict it: a page stamped a day late says «غدا الاثنين» on a
// Tuesday. What the words say then holds from the contradiction on until other
// words agree with the given day again, and before it where nothing spoke for
// the given day.
func anchors(t *arabic.Text, exprs []Expression, bs []fact.Block) []anchor {
	out := make([]anchor, len(exprs))
	b := 0
	for i := range exprs {
		for b < len(bs) && bs[b].End <= exprs[i].Start {
			b++
		}
		if b >= len(bs) || bs[b].Start > exprs[i].Start {
			continue
		}
		out[i].dropped = bs[b].Kind == fact.Boilerplate
		if bs[b].Anchor == "" {
			continue
		}
		if d, err := calendar.Parse(bs[b].Anchor); err == nil && d.Full() {
			out[i].day, out[i].known = d.ToDay(), true
		}
	}
	shift, base, spoke := calendar.Day(0), calendar.Day(0), false
	for i := range exprs {
		a := &out[i]
		if a.dropped || !a.known {
			continue
		}
		if base != a.day { // another block's day: what was said of the last does not hold
			shift, base, spoke = 0, a.day, false
		}
		told, ok := exprs[i].tells(a.day)
		switch {
		case ok && told != 0:
			if !spoke {
				move(out[:i], base, told)
			}
			shift, spoke = told, true
		case ok, shift == 0 && exprs[i].agrees(a.day):
			shift, spoke = 0, true
		}
		if shift != 0 {
			a.move(shift)
		}
	}
	return out
}

// move shifts the anchors that stand on base, from the last back to the first
// that stands on another day.
func move(as []anchor, base, shift calendar.Day) {
	for i := len(as) - 1; i >= 0 && (!as[i].known || as[i].day == base); i-- {
		if as[i].known && !as[i].dropped {
			as[i].move(shift)
		}
	}
}

func (a *anchor) move(shift calendar.Day) {
	a.note = "the given day " + a.day.String() + " is a " + weekdayEnglish[a.day.Weekday()] + "; the words count from " + (a.day + shift).String()
	a.day += shift
}

// tells compares the weekday beside a relative day («أمس الاثنين») with the given
// day: by how many days, two at most, the day that the words count from lies
// elsewhere. It reports false where there is no weekday or the distance is
// greater.
func (e *Expression) tells(day calendar.Day) (shift calendar.Day, ok bool) {
	if e.from.kind != offset || e.from.unit != unitDay || e.from.weekday < 0 || e.to.kind != nothing {
		return 0, false
	}
	n := (int(e.from.weekday) - (day + calendar.Day(e.from.n)).Weekday() + 7) % 7
	if n > 3 {
		n -= 7
	}
	return calendar.Day(n), n >= -2 && n <= 2
}

// agrees reports whether e speaks for the given day: a bare weekday that is
// the day itself.
func (e *Expression) agrees(day calendar.Day) bool {
	return e.from.kind == weekday && e.from.mod == noMod && e.to.kind == nothing && day.Weekday() == int(e.from.weekday)
}
