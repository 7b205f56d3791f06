package talks

import (
	"strings"

	"mahdar/fact"
)

// bounds are the start and end of a date as the words have it: two days told together are a
// start and an end, a vague span (a week, a month) is a start of that width.
func bounds(d *fact.Date) (start, end string) {
	a, b, ok := strings.Cut(d.EDTF, "/")
	if !ok {
		return day(d.EDTF), ""
	}
	if len(a) == 10 && len(b) == 10 && a[:8] == b[:8] && b[8:] <= plusDays(a[8:], 5) {
		return a, b
	}
	return d.EDTF, ""
}

// day cuts the hour off a date.
func day(s string) string {
	a, _, _ := strings.Cut(s, "T")
	return a
}

// plusDays adds n to a two-digit day of a month.
func plusDays(d string, n int) string {
	v := int(d[0]-'0')*10 + int(d[1]-'0') + n
	return string([]byte{byte('0' + v/10%10), byte('0' + v%10)})
}

// when lays a date into a meeting; one that cannot be resolved keeps its form.
func (m *meeting) when(d *fact.Date) {
	switch {
	case d != nil && len(m.start) == 10 && m.end == "" && strings.HasPrefix(d.EDTF, m.start+"/"):
		m.start, m.end = bounds(d) // غدا، في الفترة من 22 إلى 24
	case d == nil || m.start != "" || m.end != "":
	case d.EDTF != "":
		m.start, m.end = bounds(d)
		m.told = d
	default:
		m.start = d.Form
	}
}

// oneDay reports whether the form of a date that no anchor resolves is that of a day: a day of the week,
// yesterday, and no week.
func oneDay(form string) bool {
	at, ok := strings.CutPrefix(form, "XXXX-XX-XX@")
	return ok && (strings.HasSuffix(at, "day") || at == "tonight")
}
