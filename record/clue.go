package record

import (
	"strings"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
	"mahdar/text"
)

// weekdays in English, from Sunday, as the forms of unresolved dates name them.
var weekdays = [7]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// How a round lies to the article's own day.
const (
	heldBefore = "before"
	heldOn     = "on"
	heldAfter  = "after"
)

// cluesOf gathers an article's weekday, where its day is unknown, and its
// numbered rounds. A round is dated by full days only: a month without a year
// got its year from reading, which is too little to date another article by.
func cluesOf(r *fact.Reading, fs []Finding) []Clue {
	var out []Clue
	base := Clue{Article: r.ID, Day: r.Published.Day()}
	if base.Day == "" {
		base.Weekday, base.Words = ownWeekday(r)
		if base.Weekday != "" {
			out = append(out, base)
		}
	}
	base.Words = ""
	for i := range fs {
		m, ok := fs[i].Body.(*fact.Meeting)
		if !ok || fs[i].Process == "" || fs[i].Ordinal == 0 || family(m.Kind) != "talks" {
			continue
		}
		c := base
		c.Process, c.Ordinal = fs[i].Process, fs[i].Ordinal
		c.First, c.Last = fullDay(m.Start), fullDay(m.End)
		c.Held = held(r, m, base.Weekday)
		if c.Day == "" {
			c.Start, c.End = ownForm(m.Start), ownForm(m.End)
		}
		if c.First == "" && c.Last == "" && c.Start == "" && c.End == "" && (c.Held == "" || c.Day != "") {
			continue
		}
		c.Words = Words(r.Text, oneOf(r, m))
		out = append(out, c)
	}
	return out
}

// fullDay is the day of an EDTF value that is one day, "" for any other.
func fullDay(edtf string) string {
	first, last := Days(edtf)
	if first != last {
		return ""
	}
	return first
}

// ownWeekday is the weekday of an article's own day as its «today Tuesday» and
// «yesterday, Monday» tell it, with the words; "" where they tell none or two.
func ownWeekday(r *fact.Reading) (name, words string) {
	for _, d := range r.Dates {
		shift, ok := relative(d.Form)
		if !ok {
			continue
		}
		t := arabic.New(d.In(r.Text))
		for i := range t.Tokens {
			w, _, ok := calendar.WeekdayAt(t, i)
			if !ok {
				continue
			}
			own := weekdays[((w-shift)%7+7)%7]
			if name != "" && name != own {
				return "", ""
			}
			if name == "" {
				name, words = own, d.In(r.Text)
			}
		}
	}
	return name, words
}

// relative reads forms that count from the article's day: how many days after it.
func relative(form string) (shift int, ok bool) {
	_, word, _ := strings.Cut(form, "@")
	switch word {
	case "today":
		return 0, true
	case "yesterday":
		return -1, true
	case "tomorrow":
		return 1, true
	}
	return 0, false
}

// held is how the meeting lies to the article's day. Only what the words tell
// counts: «today» in its evidence, its own weekday by name («today, Tuesday …
// the talks set for Tuesday»), else its standing.
func held(r *fact.Reading, m *fact.Meeting, weekday string) string {
	for _, f := range []string{m.Start, m.End} {
		if shift, ok := relative(f); ok {
			return [...]string{heldBefore, heldOn, heldAfter}[shift+1]
		}
	}
	if _, ok := shiftIn(r, m.Evidence, 0); ok {
		return heldOn
	}
	if _, word, _ := strings.Cut(m.Start, "@"); word != "" && word == weekday {
		return heldOn
	}
	switch m.Status {
	case "planned":
		return heldAfter
	case "concluded", "collapsed":
		return heldBefore
	}
	return ""
}

// shiftIn finds a date that counts from the article's own day within spans.
func shiftIn(r *fact.Reading, spans []text.Span, want int) (text.Span, bool) {
	for _, d := range r.Dates {
		if shift, ok := relative(d.Form); !ok || shift != want {
			continue
		}
		for _, s := range spans {
			if s.Overlaps(d.Span) {
				return s, true
			}
		}
	}
	return text.Span{}, false
}

// oneOf is the evidence of m that bears on its day, or its first.
func oneOf(r *fact.Reading, m *fact.Meeting) []text.Span {
	for _, d := range r.Dates {
		for _, s := range m.Evidence {
			if s.Overlaps(d.Span) {
				return []text.Span{s}
			}
		}
	}
	return m.Evidence[:min(1, len(m.Evidence))]
}
