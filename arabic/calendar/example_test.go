package calendar_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
)

func ExampleFullAt() {
	t := arabic.New("الأربعاء، 14 أيار/ مايو 2031 10:57 م")
	s, ok := calendar.FullAt(t, 0)
	fmt.Println(s, ok)
	// Output: 2031-05-14T22:57 true
}

func ExampleWrite() {
	d := calendar.DayOf(2031, 5, 14)
	fmt.Println(calendar.WeekdayName(d.Weekday()), calendar.Write(d, calendar.Levantine), calendar.Write(d, calendar.HijriNames))
	// Output: الأربعاء 14 أيار 2031 22 محرم 1453هـ
}
