package record

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// ownForm is form where it counts from the article's own day, "" for others.
func ownForm(form string) string {
	if strings.Contains(form, "@") || len(form) == len("XXXX-12") && strings.HasPrefix(form, "XXXX-") && digitsOnly(form[5:]) {
		return form
	}
	return ""
}

// datedBy narrows the bounds of articles without a day by what they say of the
// round («which ended last Wednesday») where others tell the day of that.
func (r *numberedRound) datedBy(bounds map[string]*Bound) {
	for _, c := range r.forms {
		if r.last.day == "" && r.first.day != "" && r.first.clue.Article != c.Article {
			if lo := afterEnd(c.End, r.first.day); lo != "" {
				b := boundOf(bounds, c.Article)
				if lo > b.First {
					b.First = b.fit(lo, 1)
					b.low = because("round-dated", c, r.first, r.first.day)
				}
			}
		}
		for _, side := range [...]struct {
			form string
			told told
		}{{c.Start, r.first}, {c.End, r.last}} {
			if side.form == "" || side.told.day == "" || side.told.clue.Article == c.Article {
				continue
			}
			lo, hi := window(side.form, side.told.day, c.Held)
			if lo == "" && hi == "" {
				continue
			}
			b := boundOf(bounds, c.Article)
			if lo > b.First {
				b.First = b.fit(lo, 1)
				b.low = because("round-dated", c, side.told, side.told.day)
			}
			if hi != "" && (b.Last == "" || hi < b.Last) {
				b.Last = b.fit(hi, -1)
				b.high = because("round-dated", c, side.told, side.told.day)
			}
		}
	}
}

// window is the days on which what happened on day can be told as form: «last
// Wednesday» of a Wednesday within the week after it. Both are "" where the
// form does not fit the day or says nothing of it.
func window(form, day, held string) (lo, hi string) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", ""
	}
	days := func(from, to int) (string, string) { return addDays(day, from), addDays(day, to) }
	mask, word, relative := strings.Cut(form, "@")
	if !relative {
		return monthWindow(form[5:], t, held)
	}
	side, name, sided := strings.Cut(word, "-")
	if !sided {
		name = side
	}
	if w := slices.Index(weekdays[:], name); w >= 0 {
		switch {
		case int(t.Weekday()) != w:
			return "", ""
		case sided && side == "last" || !sided && held == heldBefore:
			return days(1, 7)
		case sided && side == "next" || !sided && held == heldAfter:
			return days(-7, -1)
		}
		return days(-7, 7)
	}
	if shift, ok := relativeDays(word); ok {
		return days(-shift, -shift)
	}
	step := map[string]int{"last": 1, "this": 0, "next": -1}
	n, ok := step[side]
	switch {
	case !sided:
	case ok && name == "week": // weeks begin on Sunday
		from := 7*n - int(t.Weekday())
		return days(from, from+6)
	case ok && name == "month" && mask == "XXXX-XX":
		first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return first.Format(time.DateOnly), first.AddDate(0, 1, -1).Format(time.DateOnly)
	case name == "days-ago":
		if n, err := strconv.Atoi(side); err == nil && n <= 6 { // people count the day itself, or do not
			return days(n-1, n+1)
		}
	}
	return "", ""
}

// monthWindow is window for a month that stands without its year: it is the
// last one before, or the next one to come.
func monthWindow(month string, t time.Time, held string) (lo, hi string) {
	if t.Format("01") != month {
		return "", ""
	}
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch held {
	case heldBefore:
		return t.Format(time.DateOnly), first.AddDate(1, 0, -1).Format(time.DateOnly)
	case heldAfter:
		return first.AddDate(-1, 1, 0).Format(time.DateOnly), t.Format(time.DateOnly)
	}
	return "", ""
}

func relativeDays(word string) (int, bool) { return relative("@" + word) }

// afterEnd is the first day on which a round that began on a day can be told to
// have ended on a weekday before: «which ended last Wednesday».
func afterEnd(form, began string) string {
	_, word, _ := strings.Cut(form, "@")
	w := slices.Index(weekdays[:], strings.TrimPrefix(word, "last-"))
	t, err := time.Parse(time.DateOnly, began)
	if w < 0 || err != nil || !strings.HasPrefix(word, "last-") {
		return ""
	}
	return t.AddDate(0, 0, (w-int(t.Weekday())+7)%7+1).Format(time.DateOnly)
}
