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
	s, err1 := time.Parse(time.DateOnly, a)
	e, err2 := time.Parse(time.DateOnly, b)
	if err1 != nil || err2 != nil {
		return 1 << 20
	}
	return int(e.Sub(s).Hours() / 24)
}
