package intake

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"mahdar/arabic"
)

// validDate reports whether s is YYYY, YYYY-MM or YYYY-MM-DD of a real calendar day.
func validDate(s string) bool {
	layout := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(s)]
	if layout == "" {
		return false
	}
	_, err := time.Parse(layout, s)
	return err == nil
}

// validClock reports whether s is an hour as EDTF writes it after the T.
func validClock(s string) bool {
	s = strings.TrimSpace(s)
	for _, layout := range []string{"15:04", "15:04:05", "15:04:05.999999999", "15:04Z07:00", "15:04:05Z07:00", "15:04:05.999999999Z07:00"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// ParseWhen reads a day, with its hour and zone where they are told, as pages,
// feeds and exports write it: ISO 8601 and its careless forms, RFC 822 and its
// like, seconds since 1970, and Arabic («الأربعاء، 07 أكتوبر 2031 - 12:09 م»,
// «7 تشرين الأول/أكتوبر 2031», «٧/١٠/٢٠٣١»). Days stand before months in numbers.
// The result is EDTF with minutes: "2031-10-07T12:09", "2031-10-07T12:09+02:00",
// "2031-10-07". A day in the calendar of the Hijra alone is not read.
func ParseWhen(s string) (edtf string, ok bool) {
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "")
	}
	s = strings.TrimSpace(s)
	if d, ok := epoch(s); ok {
		return d, true
	}
	p := parts(arabic.Fold(s))
	day, at, end := p.date()
	if day == "" {
		return "", false
	}
	if c := p.clock(end, len(p)); c != "" {
		return day + "T" + c, true
	}
	if c := p.clock(0, at); c != "" {
		return day + "T" + c, true
	}
	return day, true
}

// epoch reads seconds or milliseconds since 1970, between 1990 and 2100.
func epoch(s string) (string, bool) {
	if len(s) != 10 && len(s) != 13 {
		return "", false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return "", false
	}
	if len(s) == 13 {
		n /= 1000
	}
	if n < 631152000 || n > 4102444800 {
		return "", false
	}
	return time.Unix(n, 0).UTC().Format("2006-01-02T15:04Z"), true
}

// datePart is a number, a word, or one mark.
type datePart struct {
	text string
	n    int // of a number, else -1
}

type dateParts []datePart

// parts cuts folded text into numbers, words and marks; blanks fall away.
func parts(s string) dateParts {
	var out dateParts
	for i := 0; i < len(s); {
		j := i
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			n, err := strconv.Atoi(s[i:j])
			if err != nil {
				n = -1
			}
			out = append(out, datePart{s[i:j], n})
		case c <= ' ':
			j++
		case c < 0x80 && !(c >= 'a' && c <= 'z'):
			j++
			out = append(out, datePart{s[i:j], -1})
		default:
			for j < len(s) && (s[j] >= 0x80 || s[j] >= 'a' && s[j] <= 'z') {
				j++
			}
			out = append(out, datePart{strings.Trim(s[i:j], "،؛–—ـ»«"), -1})
		}
		i = j
	}
	return out
}

func (p dateParts) num(i int) int {
	if i < 0 || i >= len(p) {
		return -1
	}
	return p[i].n
}

func (p dateParts) word(i int) string {
	if i < 0 || i >= len(p) {
		return ""
	}
	return p[i].text
}

// date finds the first day that p names in full, as ISO, and the parts [at, end)
// that name it.
func (p dateParts) date() (iso string, at, end int) {
	for i := range p {
		if p[i].n < 0 {
			iso, end = p.monthFirst(i)
		} else if iso, end = p.inNumbers(i); iso == "" {
			iso, end = p.dayFirst(i)
		}
		if iso != "" {
			return iso, i, end
		}
	}
	return "", 0, 0
}

// monthFirst reads a day whose month stands before it at part i: October 7, 2031.
func (p dateParts) monthFirst(i int) (iso string, end int) {
	m := month(p, i)
	if m.month == 0 || p.num(m.end) < 1 || p.num(m.end) > 31 {
		return "", 0
	}
	j := m.end + 1
	if w := p.word(j); w == "," || w == "th" || w == "st" || w == "nd" || w == "rd" || w == "" {
		if p.word(j+1) == "," {
			j++
		}
		j++
	}
	return isoDay(p.num(j), m.month, p.num(m.end)), j + 1
}

// inNumbers reads a day that is written in numbers alone from part i on: 20311007, 7/10/2031,
// 2031-10-07. The month comes first only where no other month has so many days.
func (p dateParts) inNumbers(i int) (iso string, end int) {
	if len(p[i].text) == 8 {
		if d := isoDay(p[i].n/10000, p[i].n/100%100, p[i].n%100); d != "" {
			return d, i + 1
		}
	}
	sep := p.word(i + 1)
	if sep != "/" && sep != "-" && sep != "." || p.word(i+3) != sep || p.num(i+2) <= 0 || p.num(i+4) <= 0 {
		return "", 0
	}
	a, b, c := p.num(i), p.num(i+2), p.num(i+4)
	switch {
	case len(p[i].text) == 4:
		iso = isoDay(a, b, c)
	case len(p[i+4].text) == 4 && b > 12:
		iso = isoDay(c, a, b)
	case len(p[i+4].text) == 4:
		iso = isoDay(c, b, a)
	}
	return iso, i + 5
}

// dayFirst reads a day whose number stands at part i before the name of its month: 7 October
// 2031, 07-Oct-2031, 7 تشرين الاول/اكتوبر 2031.
func (p dateParts) dayFirst(i int) (iso string, end int) {
	j := i + 1
	for w := p.word(j); w == "-" || w == "," || w == "من" || w == "/" || w == ""; w = p.word(j) {
		if j++; j >= len(p) {
			break
		}
	}
	m := month(p, j)
	if m.month == 0 {
		return "", 0
	}
	k := m.end
	for w := p.word(k); k < len(p) && (w == "-" || w == "," || w == "/" || w == "سنه" || w == "عام" || w == "لعام" || w == "(" || w == ")" || w == ""); w = p.word(k) {
		k++
	}
	return isoDay(p.num(k), m.month, p[i].n), k + 1
}

// isoDay is the calendar day as ISO, "" where there is none such.
func isoDay(y, m, d int) string {
	if y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31 {
		return ""
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return ""
	}
	return t.Format(time.DateOnly)
}

// clock finds an hour among parts [i, end).
func (p dateParts) clock(i, end int) string {
	for ; i+2 < end; i++ {
		h, m := p.num(i), p.num(i+2)
		if h < 0 || h > 23 || p.word(i+1) != ":" || m < 0 || m > 59 || len(p[i+2].text) != 2 {
			continue
		}
		j := i + 3
		if p.word(j) == ":" && p.num(j+1) >= 0 {
			j += 2
			if p.word(j) == "." && p.num(j+1) >= 0 {
				j += 2
			}
		}
		switch p.word(j) {
		case "ص", "صباحا", "am", "a":
			if h == 12 {
				h = 0
			}
			j++
		case "م", "مساء", "pm", "p", "ظهرا", "عصرا":
			if h < 12 {
				h += 12
			}
			j++
		}
		return fmt.Sprintf("%02d:%02d%s", h, m, p.zone(j))
	}
	return ""
}

// zone reads the offset at part j: Z, +0400, +04:00, +4, GMT, «بتوقيت غرينتش».
func (p dateParts) zone(j int) string {
	switch w := p.word(j); {
	case w == "z" || w == "gmt" && p.word(j+1) != "+" || w == "utc" && p.word(j+1) != "+":
		return "Z"
	case w == "gmt" || w == "utc":
		return p.zone(j + 1)
	case w == "بتوقيت" || w == "توقيت":
		if z := p.word(j + 1); strings.HasPrefix(z, "غرين") || strings.HasPrefix(z, "جرين") {
			return "Z"
		}
		if strings.HasPrefix(p.word(j+1), "مكه") {
			return "+03:00"
		}
	case w == "+" || w == "-":
		h, m := p.num(j+1), 0
		if h < 0 {
			return ""
		}
		if len(p[j+1].text) == 4 {
			h, m = h/100, h%100
		} else if p.word(j+2) == ":" && p.num(j+3) >= 0 {
			m = p.num(j + 3)
		}
		if h > 14 || m > 59 {
			return ""
		}
		if h == 0 && m == 0 {
			return "Z"
		}
		return fmt.Sprintf("%s%02d:%02d", w, h, m)
	}
	return ""
}

// monthAt is a month by name and the part after its name.
type monthAt struct{ month, end int }

// month reads the name of a month at part i, in the names of Egypt and the
// Gulf, the Levant and Iraq, the Maghreb, English and French; twin names
// («تشرين الأول/أكتوبر») count once.
func month(p dateParts, i int) monthAt {
	m := oneMonth(p, i)
	if m.month == 0 {
		return m
	}
	if w := p.word(m.end); w == "/" || w == "(" || w == "-" {
		if twin := oneMonth(p, m.end+1); twin.month == m.month {
			m.end = twin.end
			if p.word(m.end) == ")" {
				m.end++
			}
		}
	}
	return m
}

func oneMonth(p dateParts, i int) monthAt {
	w := p.word(i)
	second := p.word(i+1) == "الثاني" || p.word(i+1) == "ثاني" || p.word(i+1) == "ثان"
	first := p.word(i+1) == "الاول" || p.word(i+1) == "اول"
	switch w {
	case "كانون":
		if second {
			return monthAt{1, i + 2}
		}
		if first {
			return monthAt{12, i + 2}
		}
	case "تشرين":
		if second {
			return monthAt{11, i + 2}
		}
		if first {
			return monthAt{10, i + 2}
		}
	}
	if len(w) < 4 && w != "may" && w != "mai" || w == "" {
		switch w {
		case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec":
		default:
			return monthAt{}
		}
	}
	for n, names := range monthNames() {
		for _, name := range names {
			if w == name {
				return monthAt{n + 1, i + 1}
			}
		}
	}
	return monthAt{}
}

// monthNames lists the folded names of the twelve months.
func monthNames() [12][]string {
	return [12][]string{
		{"يناير", "جانفي", "jan", "january", "janvier"},
		{"فبراير", "شباط", "فيفري", "feb", "february", "fevrier", "février"},
		{"مارس", "اذار", "mar", "march", "mars"},
		{"ابريل", "نيسان", "افريل", "apr", "april", "avril"},
		{"مايو", "ايار", "ماي", "may", "mai"},
		{"يونيو", "يونيه", "حزيران", "جوان", "jun", "june", "juin"},
		{"يوليو", "يوليه", "تموز", "جويليه", "يوليوز", "jul", "july", "juillet"},
		{"اغسطس", "اب", "اوت", "غشت", "aug", "august", "aout", "août"},
		{"سبتمبر", "ايلول", "شتنبر", "sep", "sept", "september", "septembre"},
		{"اكتوبر", "oct", "october", "octobre"},
		{"نوفمبر", "نونبر", "nov", "november", "novembre"},
		{"ديسمبر", "دجنبر", "dec", "december", "decembre", "décembre"},
	}
}
