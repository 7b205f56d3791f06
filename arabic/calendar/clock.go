package calendar

import "mahdar/arabic"

// Clock is a time of day.
type Clock struct {
	Hour, Minute int
	UTC          bool // told in Greenwich's time
}

// String is the time in ISO 8601 without seconds: 10:57, 20:59Z.
func (c Clock) String() string {
	s := digits(c.Hour, 2) + ":" + digits(c.Minute, 2)
	if c.UTC {
		s += "Z"
	}
	return s
}

// half says which half of the day a word means.
type half uint8

const (
	noHalf half = iota
	morning
	afternoon
	night // before midnight from six on, after it below
)

// halves are the folded words after an hour.
var halves = map[string]half{"ص": morning, "صباحا": morning, "صباح": morning, "فجرا": morning, "فجر": morning, "am": morning, "سحرا": morning,
	"م": afternoon, "مساء": afternoon, "ظهرا": afternoon, "ظهر": afternoon, "عصرا": afternoon, "عصر": afternoon, "pm": afternoon,
	"ليلا": night, "ليل": night, "ليله": night}

// ClockAt reads a time of day that begins with token i: «الساعة 11:59 مساء»,
// «10:57 ص», «الساعة الحادية عشرة وتسع وخمسين دقيقة مساءً بتوقيت غرينتش». A bare
// hour needs «الساعة» before it and a half of the day after it.
func ClockAt(t *arabic.Text, i int) (c Clock, last int, ok bool) {
	k, named := i, false
	if word(t, k) == "الساعه" || word(t, k) == "بالساعه" || word(t, k) == "عندالساعه" {
		k, named = k+1, true
	}
	bracket := word(t, k) == "("
	if bracket {
		k++
	}
	k, minutes, ok := hourMinute(t, k, named, &c)
	if !ok {
		return Clock{}, 0, false
	}
	if bracket {
		if word(t, k) != ")" {
			return Clock{}, 0, false
		}
		k++
	}
	h, k := halfAt(t, k)
	if !c.inHalf(h) || h == noHalf && !minutes {
		return Clock{}, 0, false
	}
	c.UTC, k = zone(t, k)
	return c, k, true
}

// halfAt reads the half of the day at token k. A noun that goes on with a day
// («مساء أمس», «من ليل الأحد») tells the half but is left to the day.
func halfAt(t *arabic.Text, k int) (half, int) {
	if k >= len(t.Tokens) || t.Tokens[k].Gap >= arabic.Line {
		return noHalf, k
	}
	w := word(t, k)
	if next := word(t, k+1); next == "الظهر" || next == "ظهر" {
		switch w {
		case "بعد":
			return afternoon, k + 2
		case "قبل":
			return morning, k + 2
		}
	}
	if w == "من" && halves[word(t, k+1)] != noHalf { // «العاشرة من صباح غد»
		k++
		w = word(t, k)
	}
	h := halves[w]
	if h == noHalf || goesOn(t, k+1) {
		return h, k
	}
	return h, k + 1
}

// goesOn reports whether a day begins at token k.
func goesOn(t *arabic.Text, k int) bool {
	switch word(t, k) {
	case "اليوم", "امس", "غد", "غدا", "يوم", "الامس":
		return true
	}
	_, _, ok := WeekdayAt(t, k)
	return ok
}

// inHalf moves the hour into its half of the day; it reports false where the
// hour cannot be in it.
func (c *Clock) inHalf(h half) bool {
	switch {
	case h == noHalf || c.Hour > 12:
		return c.Hour < 24
	case h == morning:
		c.Hour %= 12
	case h == afternoon:
		c.Hour = c.Hour%12 + 12
	case c.Hour == 12:
		c.Hour = 0
	case c.Hour >= 6:
		c.Hour += 12
	}
	return true
}

// hourMinute reads 11:59, 11.59, 11 or the hour and minutes in words.
func hourMinute(t *arabic.Text, k int, named bool, c *Clock) (last int, minutes, ok bool) {
	if k >= len(t.Tokens) {
		return 0, false, false
	}
	if t.Tokens[k].Kind == arabic.Number {
		h, fine := small(t, k, 24)
		if !fine {
			return 0, false, false
		}
		c.Hour = h
		sep := word(t, k+1)
		if (sep == ":" || named && (sep == "." || sep == ",")) && k+2 < len(t.Tokens) && len(word(t, k+2)) == 2 && t.Tokens[k+2].Gap == arabic.None {
			if m, fine := small(t, k+2, 59); fine {
				c.Minute = m
				last = k + 3
				if word(t, last) == ":" && len(word(t, last+1)) == 2 && t.Tokens[last].Gap == arabic.None { // seconds
					if _, fine := small(t, last+1, 59); fine {
						last += 2
					}
				}
				return last, true, c.Hour < 24
			}
		}
		return k + 1, false, named && c.Hour < 24
	}
	o, fine := t.OrdinalAt(k)
	if !named || !fine || o.Value > 12 || !o.Definite || o.Cut != 0 {
		if w, okay := t.NumberAt(k); !named || !okay || w.Min != 1 || !w.Definite { // الواحدة
			return 0, false, false
		}
		o.Value, o.Last = 1, k+1
	}
	c.Hour = o.Value
	k = o.Last
	switch word(t, k) {
	case "والنصف":
		c.Minute = 30
		return k + 1, true, true
	case "والربع":
		c.Minute = 15
		return k + 1, true, true
	}
	if n, fine := t.NumberAt(k); fine && n.Conj == 'w' && n.Min < 60 && (word(t, n.Last) == "دقيقه" || word(t, n.Last) == "دقائق" || word(t, n.Last) == "دقايق") {
		c.Minute = int(n.Min)
		return n.Last + 1, true, true
	}
	return k, false, true
}

// small is the number of the digits at token k, where it is at most limit.
func small(t *arabic.Text, k, limit int) (int, bool) {
	if k >= len(t.Tokens) || t.Tokens[k].Kind != arabic.Number || len(t.Tokens[k].Word) > 2 {
		return 0, false
	}
	n := 0
	for _, b := range []byte(t.Tokens[k].Word) {
		if b < '0' || b > '9' {
			return 0, false
		}
		n = n*10 + int(b-'0')
	}
	return n, n <= limit
}

// zone passes over «بتوقيت …», «ت.غ» and «GMT» and tells Greenwich's time.
func zone(t *arabic.Text, k int) (utc bool, last int) {
	switch word(t, k) {
	case "بتوقيت", "بالتوقيت", "توقيت", "التوقيت":
		switch word(t, k+1) {
		case "جرينتش", "غرينتش", "غرينيتش", "جرينيتش", "كرينتش":
			return true, k + 2
		}
		if k+1 < len(t.Tokens) && t.Tokens[k+1].Kind == arabic.Word {
			return false, k + 2
		}
	case "gmt", "utc", "تغ":
		return true, k + 1
	case "ت":
		n := k + 1
		if word(t, n) == "." {
			n++
		}
		if word(t, n) == "غ" {
			return true, n + 1
		}
	}
	return false, k
}

// word is the folded word of token k, "" outside the text.
func word(t *arabic.Text, k int) string {
	if k < 0 || k >= len(t.Tokens) {
		return ""
	}
	return t.Tokens[k].Word
}
