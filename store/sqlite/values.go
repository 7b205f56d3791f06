package sqlite

import (
	"time"

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
