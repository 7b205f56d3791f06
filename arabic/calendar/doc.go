// Package calendar is the calendar as Arabic texts write it: the names of
// months in every vocabulary in use (Egyptian and Gulf, Levantine, Maghrebi,
// Moroccan, the Libyan one of 1969 to 2011, Hijri), twin names («ديسمبر/ كانون
// الأول»), weekdays, hours, and full dates as datelines give them. It converts
// Hijri days by the Umm al-Qura table and refuses days outside of it.
//
// It knows no «today» and no direction: what is relative, partial or a span is
// package read/dates.
package calendar
