package talks

import "strings"

// over reports whether a had ended before b began.
func over(a, b *meeting) bool {
	return a.end != "" && b.start != "" && len(a.end) <= len(b.start) && !strings.Contains(a.end, "/") && year(a.end) > 0 && year(b.start) > 0 && a.end < b.start[:len(a.end)]
}

// overLong reports whether a ended in a year gone by and b, of which no day is told, goes on
// or begins now.
func (r *reader) overLong(a, b *meeting) bool {
	if a.end == "" || b.start != "" || b.end != "" || b.status != "opened" && b.status != "ongoing" && b.status != "planned" {
		return false
	}
	now := year(r.day(b.at))
	return now > 0 && year(a.end) > 0 && year(a.end) < now-1
}

// long reports whether a, told of a month or year before this one, cannot be b, of which no day
// is told: b goes on now, or has a number and those who met at a are told by their names.
func (r *reader) long(a, b *meeting) bool {
	if b.start != "" || b.end != "" || len(a.start) < len("2006") || len(a.start) > len("2006-01") || year(a.start) == 0 {
		return false
	}
	now := r.day(b.at)
	if len(now) < len(a.start) || a.start >= now[:len(a.start)] {
		return false
	}
	return b.status == "ongoing" && a.status == "concluded" || b.ordinal > 0 && a.ordinal == 0 && len(a.parts) > 1 && !a.definite
}

// renewed reports whether m is a new round, which has not ended, and o one of a number that
// has: «انطلقت جولة جديدة … في ختام الجولة الأولى».
func (m *meeting) renewed(o *meeting) bool {
	return m.fresh && m.ordinal == 0 && m.status != "concluded" && m.status != "" && o.ordinal > 0 && o.status == "concluded"
}

// spans reports whether one of two days lies in the span of days that the other is.
func spans(a, b string) bool {
	if first, last, ok := strings.Cut(a, "/"); ok {
		return first <= b && b <= last
	}
	first, last, ok := strings.Cut(b, "/")
	return ok && first <= a && a <= last
}

// within reports whether one of two places is the state that the other lies in: a
// journey to the capital is one to the country.
func (r *reader) within(a, b string) bool {
	x, y := r.actor(a), r.actor(b)
	return x != nil && y != nil && x.Country != "" && strings.EqualFold(x.Country, y.Country) && (x.Kind == "state") != (y.Kind == "state")
}

// fits reports whether two values do not contradict each other.
func fits(a, b string) bool { return a == "" || b == "" || a == b }

// roundish reports whether a meeting of kind k may be told of as one of another:
// a round is called a meeting, a conference a session.
func roundish(k string) bool { return k == "round" || k == "session" || k == "conference" }
