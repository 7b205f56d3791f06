package sqlite

import (
	"time"

	"mahdar/store"
	"mahdar/text"
)

// unknownDay stands for a day of publication that is not known: it sorts after
// all days. In table article it is a text, elsewhere a number.
const (
	unknownDay    = "~"
	unknownNumber = 99999999
)

func dayOf(p text.Published) string {
	if d := p.Day(); d != "" {
		return d
	}
	return unknownDay
}

// number is a day as a number, 20310504 for "2031-05-04"; 0 for none.
func number(day string) int {
	n := 0
	for i := range len(day) {
		switch c := day[i]; {
		case c >= '0' && c <= '9' && i < 10:
			n = n*10 + int(c-'0')
		case c == '-' && (i == 4 || i == 7):
		default:
			return 0
		}
	}
	if len(day) != 10 {
		return 0
	}
	return n
}

// publication is number for a day of publication.
func publication(p text.Published) int {
	if n := number(p.Day()); n > 0 {
		return n
	}
	return unknownNumber
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// placeOf is store.PlaceOf of numbers: a first day, an ordinal, the day of an
// article, its key, and a place in it.
func placeOf(first, ordinal, day int, key int64, seq int) store.Place {
	const noDay = 1<<22 - 1
	bits := func(n int) int64 {
		if n <= 0 || n >= unknownNumber {
			return noDay
		}
		return int64(n/10000*372 + n/100%100*31 + n%100)
	}
	return store.Place{
		At:  bits(first)<<34 | int64(min(max(ordinal, 0), 1<<12-1))<<22 | bits(day),
		Nth: key>>16<<18 | int64(min(seq, 1<<18-1)),
	}
}
