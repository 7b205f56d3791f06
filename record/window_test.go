package record

import "testing"

func TestWindow(t *testing.T) {
	const day = "2031-05-14" // a Wednesday
	for _, c := range []struct{ form, held, lo, hi string }{
		{"XXXX-XX-XX@last-wednesday", "before", "2031-05-15", "2031-05-21"},
		{"XXXX-XX-XX@wednesday", "before", "2031-05-15", "2031-05-21"},
		{"XXXX-XX-XX@next-wednesday", "after", "2031-05-07", "2031-05-13"},
		{"XXXX-XX-XX@wednesday", "", "2031-05-07", "2031-05-21"},
		{"XXXX-XX-XX@last-tuesday", "before", "", ""}, // another day than others tell
		{"XXXX-XX-XX@today", "on", "2031-05-14", "2031-05-14"},
		{"XXXX-XX-XX@yesterday", "before", "2031-05-15", "2031-05-15"},
		{"XXXX-XX-XX@tomorrow", "after", "2031-05-13", "2031-05-13"},
		{"XXXX-XX-XX@last-week", "before", "2031-05-18", "2031-05-24"},
		{"XXXX-XX-XX@this-week", "", "2031-05-11", "2031-05-17"},
		{"XXXX-XX@last-month", "before", "2031-06-01", "2031-06-30"},
		{"XXXX-XX-XX@3-days-ago", "before", "2031-05-16", "2031-05-18"},
		{"XXXX-05", "before", "2031-05-14", "2032-04-30"},
		{"XXXX-05", "after", "2030-06-01", "2031-05-14"},
		{"XXXX-06", "before", "", ""},
		{"XXXX@last-year", "before", "", ""},
		{"XXXX-XX-XX@", "before", "", ""},
	} {
		if lo, hi := window(c.form, day, c.held); lo != c.lo || hi != c.hi {
			t.Errorf("%s %s: %q to %q, want %q to %q", c.form, c.held, lo, hi, c.lo, c.hi)
		}
	}
}
