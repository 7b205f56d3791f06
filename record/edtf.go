package record

import (
	"strings"
	"time"
)

// Days are the first and the last day ("2017-03-14") that an EDTF value of
// level 1 can mean. An open or unknown side is "", as both are for a value
// that is none. Hours and marks of doubt (? ~ %) are left aside.
func Days(edtf string) (first, last string) {
	from, to, isRange := strings.Cut(edtf, "/")
	if i := strings.Index(edtf, ".."); i > 0 && !isRange {
		from, to, isRange = edtf[:i], "..", true
	}
	if !isRange {
		return day(from)
	}
	first, _ = day(from)
	_, last = day(to)
	return first, last
}

// day is Days of a value without an interval.
func day(v string) (first, last string) {
	v = strings.TrimRight(strings.TrimSpace(v), "?~%")
	if len(v) > 10 && v[10] == 'T' {
		v = v[:10]
	}
	if i := strings.IndexByte(v, 'X'); i >= 0 {
		if (i == 2 || i == 3) && len(v) >= 4 { // 201X, 20XX: digits of a year
			n := strings.Count(v[:4], "X")
			year := v[:4-n]
			if !digitsOnly(year) {
				return "", ""
			}
			return year + "0000"[:n] + "-01-01", year + "9999"[:n] + "-12-31"
		}
		v = strings.TrimRight(v[:i], "-")
	}
	switch {
	case len(v) == 4 && digitsOnly(v):
		return v + "-01-01", v + "-12-31"
	case len(v) == 7:
		t, err := time.Parse("2006-01", v)
		if err != nil {
			return "", ""
		}
		return t.Format(time.DateOnly), t.AddDate(0, 1, -1).Format(time.DateOnly)
	case len(v) == 10:
		if _, err := time.Parse(time.DateOnly, v); err == nil {
			return v, v
		}
	}
	return "", ""
}

func digitsOnly(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// span is the days from the start of one value to the end of another, either
// of which may be unknown.
func span(start, end string) (first, last string) {
	first, last = Days(start)
	if end != "" {
		f, l := Days(end)
		last = l
		if first == "" {
			first = f
		}
	}
	return first, last
}

// distance is how many days day lies outside first to last; 0 inside.
func distance(day, first, last string) int {
	switch {
	case day < first:
		return between(day, first)
	case day > last:
		return between(last, day)
	}
	return 0
}

// between is the days from a to b; very many where either is no day.
func between(a, b string) int {
	x, ok1 := dayNumber(a)
	y, ok2 := dayNumber(b)
	if !ok1 || !ok2 {
		return 1 << 20
	}
	return y - x
}

// dayNumber counts days from the first of January 1970. It is for days that
// were checked when they were read: of "2031-02-31" it makes the third of March.
func dayNumber(day string) (int, bool) {
	if len(day) != len(time.DateOnly) || day[4] != '-' || day[7] != '-' {
		return 0, false
	}
	var n [3]int // year, month, day
	for i, part := range [...]string{day[:4], day[5:7], day[8:]} {
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return 0, false
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	if n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > 31 {
		return 0, false
	}
	// Years begin in March, so that the day that is sometimes there comes last
	// (E. G. Richards, Mapping Time, 1998).
	y, m := n[0], (n[1]+9)%12
	if n[1] <= 2 {
		y--
	}
	era := y / 400
	ofEra := y - era*400
	return era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + (153*m+2)/5 + n[2] - 1 - 719468, true
}
