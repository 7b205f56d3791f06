package export

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/record"
)

// writeICal writes meetings with a first day, and deadlines of commitments, as
// days of a calendar (RFC 5545).
func writeICal(j *job, w io.Writer) error {
	c := &calendar{w: w}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//mahdar//"+icalText(j.opt.Version)+"//AR")
	c.line("CALSCALE", "GREGORIAN")
	err := j.each(func(f *record.Fact) error {
		first, last, ok := calendarDays(whenOf(f))
		if !ok {
			if f.ID.Kind == record.Meetings {
				j.leave(f, "without a day to stand on")
			}
			return nil
		}
		j.report.Written++
		return j.vevent(c, f, first, last)
	}, record.Meetings, record.Commitments)
	if err != nil {
		return err
	}
	c.line("END", "VCALENDAR")
	return c.err
}

// longest is how many days of an appointment that is only told as «between» are
// shown; a month is no appointment.
const longest = 10

// calendarDays are the days of a time that can stand in a calendar.
func calendarDays(w when) (first, last string, ok bool) {
	switch {
	case w.First == "" || w.Loose && (w.Last == "" || w.length() > longest):
		return "", "", false
	case w.Last == "":
		return w.First, w.First, true
	}
	return w.First, w.Last, true
}

func (j *job) vevent(c *calendar, f *record.Fact, first, last string) error {
	a, place := placeOf(f)
	c.line("BEGIN", "VEVENT")
	c.line("UID", f.ID.String()+"@mahdar")
	c.line("DTSTAMP", stamp(f))
	c.line("DTSTART;VALUE=DATE", strings.ReplaceAll(first, "-", ""))
	c.line("DTEND;VALUE=DATE", dayAfter(last))
	title, status := headline(f), icalStatus(f)
	if whenOf(f).Loose { // on one of these days
		title = "~ " + title
		if status == "CONFIRMED" {
			status = "TENTATIVE"
		}
	}
	c.line("SUMMARY", icalText(title))
	c.line("STATUS", status)
	c.line("TRANSP", "TRANSPARENT")
	c.line("CATEGORIES", f.ID.Kind.String())
	if place != "" {
		c.line("LOCATION", icalText(place))
		s, ok, err := j.spot(a, place)
		if err != nil {
			return err
		}
		if ok && s.area() == point {
			c.line("GEO", number(s.Lat)+";"+number(s.Lon))
		}
	}
	c.line("DESCRIPTION", icalText(description(f)))
	if u := webAddress(f.Evidence[0].Article); u != "" {
		c.line("URL", strings.Map(noBreak, u))
	}
	c.line("END", "VEVENT")
	return c.err
}

// stamp is when the record learned of it, as far as articles tell: the day of the
// latest of them. Calendars demand a moment; there is no clock in here.
func stamp(f *record.Fact) string {
	day := "1970-01-01"
	for _, e := range f.Evidence {
		if d := e.Article.Published.Day(); d > day {
			day = d
		}
	}
	return strings.ReplaceAll(day, "-", "") + "T000000Z"
}

// dayAfter is the day after the last one: an event's end is outside of it.
func dayAfter(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return strings.ReplaceAll(day, "-", "")
	}
	return t.AddDate(0, 0, 1).Format("20060102")
}

func icalStatus(f *record.Fact) string {
	if f.ID.Kind != record.Meetings {
		return "TENTATIVE"
	}
	switch record.MergeMeeting(f).Status.Latest() {
	case "cancelled":
		return "CANCELLED"
	case "opened", "ongoing", "concluded", "collapsed":
		return "CONFIRMED"
	}
	return "TENTATIVE"
}

// description are participants and quotations with their sources.
func description(f *record.Fact) string {
	var lines []string
	if f.ID.Kind == record.Meetings {
		for _, p := range record.MergeMeeting(f).Participants {
			line := p.Name
			for _, s := range []record.Slot{p.Role, p.Attendance} {
				if v := s.Latest(); v != "" {
					line += ", " + v
				}
			}
			lines = append(lines, line)
		}
	}
	if b, ok := f.Evidence[0].Body.(*fact.Commitment); ok && b.Deadline != "" {
		lines = append(lines, "deadline "+b.Deadline)
	}
	for _, e := range f.Evidence {
		src := e.Article.Outlet()
		if d := e.Article.Published.Day(); d != "" {
			src += " " + d
		}
		lines = append(lines, "«"+e.Quote()+"» ("+src+")")
	}
	return strings.Join(lines, "\n")
}

// icalText escapes words as RFC 5545, 3.3.11, asks.
func icalText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, s)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

func noBreak(r rune) rune {
	if r < ' ' || r == 0x7f {
		return -1
	}
	return r
}

// calendar writes content lines and keeps the first error.
type calendar struct {
	w   io.Writer
	err error
}

// line writes a content line, folded after 75 bytes between letters.
func (c *calendar) line(name, value string) {
	const limit = 75
	s := name + ":" + value
	var b strings.Builder
	n := 0
	for _, r := range s {
		size := utf8.RuneLen(r)
		if size < 0 {
			size, r = 3, utf8.RuneError
		}
		room := size
		if r == '\\' {
			room++ // what it escapes stays beside it
		}
		if n+room > limit {
			b.WriteString("\r\n ")
			n = 1
		}
		b.WriteRune(r)
		n += size
	}
	b.WriteString("\r\n")
	if c.err == nil {
		_, c.err = io.WriteString(c.w, b.String())
	}
}
