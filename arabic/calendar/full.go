package calendar

import "mahdar/arabic"

// Stamp is a full day as a text writes it.
type Stamp struct {
	Day     Day
	Weekday int // as written, -1 where none is
	Clock   Clock
	Timed   bool // Clock is known
	Hijri   bool // written in the Hijri calendar
	Numeric bool // written in digits and separators alone
	Last    int  // the token after it
}

// String is the stamp in EDTF: 2017-12-21 or 2017-12-21T10:57.
func (s Stamp) String() string {
	if s.Timed {
		return s.Day.String() + "T" + s.Clock.String()
	}
	return s.Day.String()
}

// FullAt reads a full day that begins with token i: «الخميس، 21 ديسمبر 2017
// 10:57 ص», «14/3/2017», «2017-03-14», «10 شوال 1436هـ», «الثلاثاء 14 آذار / مارس
// 2017». It reports false where none begins, where the day does not exist and
// where a Hijri day lies outside the Umm al-Qura table.
func FullAt(t *arabic.Text, i int) (Stamp, bool) {
	s := Stamp{Weekday: -1}
	k := i
	if w, _, ok := WeekdayAt(t, k); ok {
		s.Weekday = w
		k++
		if c := word(t, k); c == "،" || c == "," || c == "-" || c == "–" {
			k++
		}
		if d := word(t, k); d == "في" || d == "يوم" {
			k++
		}
	}
	date, k, ok := numeric(t, k)
	s.Numeric = ok
	if !ok {
		var m Month
		if date, m, k, ok = dayMonth(t, max(i, k)); !ok {
			return Stamp{}, false
		}
		s.Hijri = m.Hijri
	}
	if k, ok = s.era(t, date, k); !ok {
		return Stamp{}, false
	}
	s.Last = k
	if c, last, ok := ClockAt(t, pastComma(t, k)); ok && t.Tokens[k].Gap < arabic.Blank {
		s.Clock, s.Timed, s.Last = c, true, last
	}
	return s, true
}

// era passes over م and هـ after the year and turns date into a day.
func (s *Stamp) era(t *arabic.Text, date Date, k int) (int, bool) {
	if k < len(t.Tokens) && t.Tokens[k].Gap < arabic.Line {
		hijri, last := EraAt(t, k)
		s.Hijri = s.Hijri || hijri
		k = last
	}
	if s.Hijri || date.Year >= 1300 && date.Year < 1500 {
		s.Hijri = true
		d, ok := FromHijri(date.Year, date.Month, date.Day)
		s.Day = d
		return k, ok
	}
	if !date.Valid() || !date.Full() || !likely(date.Year) {
		return k, false
	}
	s.Day = date.ToDay()
	return k, true
}

// likely reports whether a number may be a year of the news.
func likely(year int) bool { return year >= 1500 && year < 2200 }

// EraAt reads the mark of an era at token k: م، ميلادية، هـ، هجرية. last is k where
// there is none.
func EraAt(t *arabic.Text, k int) (hijri bool, last int) {
	switch word(t, k) {
	case "م":
		if k+1 < len(t.Tokens) && t.Tokens[k+1].Word == "." && t.Tokens[k+1].Gap == arabic.None && k+2 < len(t.Tokens) && t.Tokens[k+2].Gap < arabic.Line {
			return false, k + 2
		}
		return false, k + 1
	case "ميلادي", "ميلاديه", "للميلاد":
		return false, k + 1
	case "ه", "هجري", "هجريه", "للهجره":
		return true, k + 1
	}
	return false, k
}

// pastComma is the token after one mark between a date and its time.
func pastComma(t *arabic.Text, k int) int {
	switch word(t, k) {
	case "،", ",", "-", "–", "|", "t", "/":
		if k > 0 && k+1 < len(t.Tokens) {
			return k + 1
		}
	case "في", "عند":
		if word(t, k+1) == "الساعه" {
			return k + 1
		}
	}
	return k
}

// numeric reads 14/3/2017, 14-03-2017, 14.3.2017, 2017-03-14 and 2017/3/14. The
// day comes before the month, as Arabic writes it, unless it cannot.
func numeric(t *arabic.Text, i int) (d Date, last int, ok bool) {
	if i+4 >= len(t.Tokens) || t.Tokens[i].Kind != arabic.Number {
		return Date{}, i, false
	}
	sep := t.Tokens[i+1].Word
	switch sep {
	case "/", "-", ".", "\\":
	default:
		return Date{}, i, false
	}
	if t.Tokens[i+3].Word != sep || t.Tokens[i+2].Kind != arabic.Number || t.Tokens[i+4].Kind != arabic.Number {
		return Date{}, i, false
	}
	for k := i + 1; k <= i+4; k++ {
		if g := t.Tokens[k].Gap; g >= arabic.Line || g == arabic.Space && sep != "/" {
			return Date{}, i, false
		}
	}
	if i > 1 && t.Tokens[i].Gap == arabic.None && t.Tokens[i-1].Word == sep && t.Tokens[i-2].Kind == arabic.Number {
		return Date{}, i, false // the tail of a longer number
	}
	if i+6 < len(t.Tokens) && t.Tokens[i+5].Gap == arabic.None && t.Tokens[i+5].Word == sep && t.Tokens[i+6].Kind == arabic.Number && t.Tokens[i+6].Gap == arabic.None {
		return Date{}, i, false // or its head
	}
	a, b, c := t.Tokens[i].Word, t.Tokens[i+2].Word, t.Tokens[i+4].Word
	if len(a) == 4 && len(b) <= 2 && len(c) <= 2 {
		d = Date{atoi(a), atoi(b), atoi(c)}
	} else if len(c) == 4 && len(a) <= 2 && len(b) <= 2 {
		d = Date{atoi(c), atoi(b), atoi(a)}
	} else {
		return Date{}, i, false
	}
	if d.Month > 12 && d.Day <= 12 {
		d.Month, d.Day = d.Day, d.Month
	}
	return d, i + 5, d.Valid() && d.Full()
}

func atoi(s string) int {
	n := 0
	for _, b := range []byte(s) {
		if b < '0' || b > '9' {
			return 0
		}
		n = n*10 + int(b-'0')
	}
	return n
}

// dayMonth reads a day, the name of a month and a year: «21 ديسمبر 2017»,
// «العاشر من حزيران/يونيو 2018», «7 / يوليو / 2015».
func dayMonth(t *arabic.Text, i int) (d Date, m Month, last int, ok bool) {
	if d.Day, last, ok = DayNumberAt(t, i); !ok {
		return Date{}, Month{}, i, false
	}
	m, _, last, ok = MonthAt(t, AfterDay(t, last))
	if !ok {
		return Date{}, Month{}, i, false
	}
	d.Month = m.Number
	var hijri bool
	d.Year, hijri, last, ok = YearAt(t, last)
	m.Hijri = m.Hijri || hijri
	return d, m, last, ok
}

// DayNumberAt reads the number of a day of a month at token i: 14, العاشر,
// الخامس والعشرين.
func DayNumberAt(t *arabic.Text, i int) (day, last int, ok bool) {
	if i >= len(t.Tokens) {
		return 0, i, false
	}
	if t.Tokens[i].Kind == arabic.Number {
		day, ok = small(t, i, 31)
		return day, i + 1, ok && day > 0
	}
	o, ok := t.OrdinalAt(i)
	if !ok || !o.Definite || o.Feminine || o.Value > 31 {
		return 0, i, false
	}
	return o.Value, o.Last, true
}

// AfterDay passes over what may stand between a day and its month: من, شهر, a
// slash or a hyphen.
func AfterDay(t *arabic.Text, k int) int {
	for range 3 {
		switch word(t, k) {
		case "من", "شهر", "/", "-", "–", "لشهر", "،":
			k++
		default:
			return k
		}
	}
	return k
}

// YearAt reads a year that goes on with a month at token k: 2017, «، 2017», «/
// 2017», «عام 2017», «من العام 2017», and the mark of its era.
func YearAt(t *arabic.Text, k int) (year int, hijri bool, last int, ok bool) {
	k0 := k
	for range 2 {
		switch word(t, k) {
		case "،", ",", "/", "-", "من", "عام", "العام", "سنه", "السنه", "لعام", "للعام", "لسنه", "(":
			k++
		}
	}
	if k >= len(t.Tokens) || t.Tokens[k].Gap >= arabic.Line || !yearDigits(t, k) {
		return 0, false, k0, false
	}
	year = atoi(t.Tokens[k].Word)
	hijri, last = EraAt(t, k+1)
	if last == k+1 && year >= 1300 && year < 1500 {
		hijri = true
	}
	if !hijri && !likely(year) {
		return 0, false, k0, false
	}
	return year, hijri, last, true
}

// yearDigits reports whether token k is four digits that stand alone.
func yearDigits(t *arabic.Text, k int) bool {
	if t.Tokens[k].Kind != arabic.Number || len(t.Tokens[k].Word) != 4 {
		return false
	}
	if k+2 < len(t.Tokens) && t.Tokens[k+1].Gap == arabic.None && t.Tokens[k+2].Gap == arabic.None && t.Tokens[k+2].Kind == arabic.Number {
		switch t.Tokens[k+1].Word { // 2,017,500 or 2017.5
		case ",", "٬", ".", "٫":
			return false
		}
	}
	return true
}
