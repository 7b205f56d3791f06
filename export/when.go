package export

import (
	"strconv"
	"strings"
	"time"

	"mahdar/record"
)

// when is the time of a fact: the EDTF value as told and the days that it can mean.
type when struct {
	EDTF        string
	First, Last string // "" where unknown or open
	Loose       bool   // some time between First and Last, not all of it
}

// at is the time of one EDTF value.
func at(edtf string) when {
	w := when{EDTF: edtf}
	w.First, w.Last = record.Days(edtf)
	w.Loose = w.First != w.Last
	return w.forward()
}

// between is the time from one EDTF value to another, either of which may be unknown.
func between(start, end string) when {
	if end == "" || end == start {
		return at(start)
	}
	a, b := at(start), at(end)
	if start == "" {
		return b
	}
	if a.Loose || b.Loose { // «from early May to the end of June»: the outer days
		from, _ := ends(start)
		_, to := ends(end)
		return when{EDTF: from + "/" + to, First: a.First, Last: b.Last, Loose: true}.forward()
	}
	return when{EDTF: start + "/" + end, First: a.First, Last: b.Last}.forward()
}

// forward is w, without days where it would end before it begins.
func (w when) forward() when {
	if w.Last != "" && w.Last < w.First {
		w.First, w.Last, w.Loose = "", "", true
	}
	return w
}

// closed reports whether both ends are known days.
func (w when) closed() bool { return w.First != "" && w.Last != "" }

// exact reports whether it is one known day.
func (w when) exact() bool { return w.First != "" && w.First == w.Last }

// start is the day on which it begins, where that is told to the day.
func (w when) start() string {
	if w.Loose {
		return ""
	}
	return w.First
}

// year is the year in which all of it lies, "" where it is not one.
func (w when) year() string {
	if w.closed() && w.First[:4] == w.Last[:4] {
		return w.First[:4]
	}
	return ""
}

// length is how many days it covers, 0 where an end is unknown.
func (w when) length() int {
	a, err1 := time.Parse(time.DateOnly, w.First)
	b, err2 := time.Parse(time.DateOnly, w.Last)
	if err1 != nil || err2 != nil || b.Before(a) {
		return 0
	}
	return int(b.Sub(a).Hours()/24) + 1
}

// gedPrecision is UCDP's date_prec: 1 a day, 2 several days, 3 a week, 4 a
// month, 5 up to a year; "" for what is longer or unknown.
func (w when) gedPrecision() string {
	switch n := w.length(); {
	case n == 0 || n > 366:
		return ""
	case n == 1:
		return "1"
	case n < 7:
		return "2"
	case n == 7:
		return "3"
	case n <= 31:
		return "4"
	}
	return "5"
}

// acledPrecision is ACLED's time_precision: 1 the day, 2 within a week, 3
// within a month; "" for what is longer or unknown.
func (w when) acledPrecision() string {
	switch n := w.length(); {
	case n == 0 || n > 31:
		return ""
	case n == 1:
		return "1"
	case n <= 7:
		return "2"
	}
	return "3"
}

// parts are year, month and day of one end of the time, as far as its value
// tells them: "2031-05" has no day, nothing is filled in.
func parts(edtf string) (year, month, day string) {
	v := strings.TrimRight(edtf, "?~%")
	if i := strings.IndexByte(v, 'T'); i >= 0 {
		v = v[:i]
	}
	c := strings.Split(v, "-")
	if len(c) > 3 || len(c[0]) != 4 {
		return "", "", ""
	}
	for i, p := range c {
		if _, err := strconv.Atoi(p); err != nil {
			if i == 0 {
				return "", "", ""
			}
			c = c[:i]
			break
		}
	}
	for len(c) < 3 {
		c = append(c, "")
	}
	return c[0], c[1], c[2]
}

// common are year, month and day as far as both ends of a value share them: a
// week in May is 2031-05, one across months 2031.
func common(edtf string) (year, month, day string) {
	start, end := ends(edtf)
	if start == "" || end == "" {
		return "", "", ""
	}
	y1, m1, d1 := parts(start)
	y2, m2, d2 := parts(end)
	switch {
	case y1 != y2:
		return "", "", ""
	case m1 != m2:
		return y1, "", ""
	case d1 != d2:
		return y1, m1, ""
	}
	return y1, m1, d1
}

// ends are the two sides of an EDTF value; a value that is no interval is both.
func ends(edtf string) (start, end string) {
	if a, b, ok := strings.Cut(edtf, "/"); ok {
		return strings.Trim(a, "."), strings.Trim(b, ".")
	}
	if a, b, ok := strings.Cut(edtf, ".."); ok {
		return a, b
	}
	return edtf, edtf
}
