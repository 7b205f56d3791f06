package web

import (
	"net/url"
	"time"

	"mahdar/store"
)

// bin is how many facts of a kind a month or a year has. It leads to the page
// that shows them.
type bin struct {
	Kind        string
	First, Last string // days
	When        string // EDTF: 2031-05, 2031
	N           int
	Href        string
	X, W, Y, H  int // of its bar
}

// mostBins is how many bars a lane has room for: beyond it months become years.
const mostBins = 60

// binsOf sums up months: by months, or by years where these would be too many.
// dayless is how many facts have no day.
func binsOf(kind string, ms []store.Month, base string) (out []bin, dayless int) {
	width := len("2031-05")
	if len(ms) > 0 && manyMonths(ms) {
		width = len("2031")
	}
	for _, m := range ms {
		if m.Month == "" {
			dayless += m.N
			continue
		}
		when := m.Month[:width]
		if len(out) == 0 || out[len(out)-1].When != when {
			out = append(out, newBin(kind, when, base))
		}
		out[len(out)-1].N += m.N
	}
	return out, dayless
}

// manyMonths reports whether months, of which the undated one is last, span
// more than a lane has room for.
func manyMonths(ms []store.Month) bool {
	last := ms[len(ms)-1]
	if last.Month == "" && len(ms) > 1 {
		last = ms[len(ms)-2]
	}
	a, err := time.Parse("2006-01", ms[0].Month)
	b, err2 := time.Parse("2006-01", last.Month)
	return err == nil && err2 == nil && (b.Year()-a.Year())*12+int(b.Month()-a.Month()) >= mostBins
}

func newBin(kind, when, base string) bin {
	b := bin{Kind: kind, When: when}
	form, years, months := "2006-01", 0, 1
	if len(when) == len("2031") {
		form, years, months = "2006", 1, 0
	}
	if t, err := time.Parse(form, when); err == nil {
		b.First, b.Last = t.Format(time.DateOnly), t.AddDate(years, months, -1).Format(time.DateOnly)
	}
	b.Href = base + "?" + url.Values{"from": {b.First}, "to": {b.Last}}.Encode()
	return b
}

// place gives the bars of a lane their places; the highest fills it.
func (ln *lane) place(sc scale) {
	most := 1
	for _, b := range ln.Bins {
		most = max(most, b.N)
	}
	for i := range ln.Bins {
		b := &ln.Bins[i]
		b.X = max(sc.at(b.First), sc.start)
		b.W = max(min(sc.at(b.Last), sc.end)-b.X-1, 3)
		b.H = max(3, laneRow*b.N/most)
		b.Y = ln.Y + lanePad/2 + laneRow - b.H
	}
}
