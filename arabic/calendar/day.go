package calendar

import "fmt"

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01.
type Day int32

// Date is a year, a month or a day. Parts that are not known are 0, from the
// smallest up; a date without a year may have a month and a day.
type Date struct {
	Year, Month, Day int
}

// DayOf is the day of a Gregorian date. Months and days beyond their range
// carry over.
func DayOf(year, month, day int) Day {
	month--
	year += month / 12
	if month %= 12; month < 0 {
		month, year = month+12, year-1
	}
	// Days from the civil calendar by eras of 400 years, each begun in March.
	m := (month + 10) % 12
	if month < 2 {
		year--
	}
	era := year / 400
	if year < 0 {
		era = (year - 399) / 400
	}
	yoe := year - era*400
	doy := (153*m + 2) / 5
	return Day(era*146097+yoe*365+yoe/4-yoe/100+doy-719468) + Day(day-1)
}

// Date is the Gregorian date of d.
func (d Day) Date() Date {
	z := int(d) + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	m := (5*doy + 2) / 153
	date := Date{Year: yoe + era*400, Month: m + 3, Day: doy - (153*m+2)/5 + 1}
	if date.Month > 12 {
		date.Month -= 12
	}
	if date.Month <= 2 {
		date.Year++
	}
	return date
}

// Weekday is 0 for Sunday to 6 for Saturday.
func (d Day) Weekday() int { return int(((d+4)%7 + 7) % 7) }

// String is the day in EDTF (ISO 8601): 2017-02-16.
func (d Day) String() string { return d.Date().String() }

// Full reports whether year, month and day are all known.
func (d Date) Full() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// ToDay is the day of a full date.
func (d Date) ToDay() Day { return DayOf(d.Year, d.Month, d.Day) }

// Valid reports whether the parts that are known name something: 2017-02-30
// does not, --02-29 does.
func (d Date) Valid() bool {
	switch {
	case d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 31 || d.Year < 0 || d.Year > 9999:
		return false
	case d.Month == 0:
		return d.Day == 0 && d.Year != 0
	case d.Day == 0:
		return true
	}
	y := d.Year
	if y == 0 {
		y = 2000
	}
	return d.Day <= DaysIn(y, d.Month)
}

// DaysIn is the number of days of a Gregorian month.
func DaysIn(year, month int) int { return int(DayOf(year, month+1, 1) - DayOf(year, month, 1)) }

// String is the date in EDTF: 2017, 2017-02, 2017-02-16; an unknown year is
// XXXX.
func (d Date) String() string {
	year := "XXXX"
	if d.Year != 0 {
		year = digits(d.Year, 4)
	}
	switch {
	case d.Month == 0:
		return year
	case d.Day == 0:
		return year + "-" + digits(d.Month, 2)
	}
	return year + "-" + digits(d.Month, 2) + "-" + digits(d.Day, 2)
}

func digits(n, width int) string {
	var b [8]byte
	for i := width - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b[:width])
}

// Parse reads a date in EDTF's plain forms: a year, a month, a day, with or
// without a time of day after T. It fails on anything else.
func Parse(edtf string) (Date, error) {
	s := edtf
	if len(s) > 11 && s[10] == 'T' {
		s = s[:10]
	}
	var d Date
	parts := [...]struct {
		to          *int
		from, until int
	}{{&d.Year, 0, 4}, {&d.Month, 5, 7}, {&d.Day, 8, 10}}
	for k, p := range parts {
		if len(s) < p.until || k > 0 && s[p.from-1] != '-' {
			return Date{}, fmt.Errorf("date %q is not of the form 2017, 2017-02 or 2017-02-16", edtf)
		}
		for _, c := range []byte(s[p.from:p.until]) {
			if c < '0' || c > '9' {
				return Date{}, fmt.Errorf("date %q is not of the form 2017, 2017-02 or 2017-02-16", edtf)
			}
			*p.to = *p.to*10 + int(c-'0')
		}
		if len(s) == p.until {
			break
		}
	}
	if !d.Valid() || d.Year == 0 || len(s) > 10 {
		return Date{}, fmt.Errorf("date %q does not exist", edtf)
	}
	return d, nil
}
