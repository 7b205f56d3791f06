// Package dates finds every expression of calendar time in an article and
// writes it in EDTF with the basis on which it is known.
//
// Expressions needs no day to count from: it finds full and partial dates in
// all vocabularies of months, weekdays, «أمس» and «الأسبوع الماضي», spans, open
// intervals, decades and seasons. Resolve counts them from the anchor day of
// the block that they stand in; the verbs and nouns around a bare weekday or
// month («سيلتقي … الخميس», «قال … الخميس») tell whether it is behind or ahead.
// Where no anchor is known an expression keeps its form alone
// («XXXX-XX-XX@tuesday») and is never guessed. Where the weekdays that the words
// name show that the anchor is off by a day or two (a page stamped late), the
// words win and the date's Note says so.
//
// Durations («منذ ستة أعوام»), ages and times alone are not dates; «حاليا», «قريبا»,
// «قبل أيام» say no day and are left out.
package dates
