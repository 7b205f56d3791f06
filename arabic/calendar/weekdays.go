package calendar

import "mahdar/arabic"

// weekdays are the folded names, Sunday first.
var weekdays = map[string]int{"الاحد": 0, "الاثنين": 1, "الاتنين": 1, "الثلاثاء": 2, "الثلثاء": 2, "الثلاثا": 2, "التلاتاء": 2, "الاربعاء": 3, "الاربعا": 3, "الخميس": 4, "الجمعه": 5, "السبت": 6}

// mayWeekday lets through the words that may be in weekdays.
var mayWeekday = arabic.GateOf(weekdays)

// Weekday is the day that a folded word without particles names, 0 for Sunday.
func Weekday(w string) (day int, ok bool) {
	if !mayWeekday.May(w) {
		return 0, false
	}
	day, ok = weekdays[w]
	return day, ok
}

// weekdayNames are the names in full spelling, Sunday first.
var weekdayNames = [7]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}

// WeekdayName is the Arabic name of a weekday, 0 for Sunday; "" outside 0 to 6.
func WeekdayName(w int) string {
	if w < 0 || w > 6 {
		return ""
	}
	return weekdayNames[w]
}

// WeekdayWords lists the folded names of the weekdays.
func WeekdayWords() map[string]int {
	out := make(map[string]int, len(weekdays))
	for k, v := range weekdays {
		out[k] = v
	}
	return out
}

// WeekdayAt reads the name of a weekday at token i, with particles before it.
func WeekdayAt(t *arabic.Text, i int) (weekday, cut int, ok bool) {
	if i >= len(t.Tokens) || t.Tokens[i].Kind != arabic.Word {
		return 0, 0, false
	}
	w, a, ok := arabic.Lookup(weekdays, t.Tokens[i].Word)
	return w, a.Cut, ok
}
