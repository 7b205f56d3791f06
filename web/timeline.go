package web

import (
	"cmp"
	"slices"
	"time"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
)

// Measures of a timeline, in units of its view box.
const (
	chartWidth  = 960
	chartStart  = 96 // room for the names of lanes
	chartEnd    = 20
	laneRow     = 24
	lanePad     = 8
	axisHeight  = 26
	mostRows    = 6
	markHalf    = 9
	leastApart  = 3 // marks of a dense lane that are closer become one
	tickSpacing = 84
)

// moment is something to draw: a fact on a day, between days, or without any.
type moment struct {
	ID, Kind    string
	First, Last string // days
	Short       string // on the mark
	Title       string // in full
	Planned     bool   // not known to have happened
	Loose       bool   // the days are a guess: a month, a season, the day of the report
	Away        bool   // denied or called off
}

// timeline is a chart ready for its template, which only places what it says.
type timeline struct {
	Width, Height int
	Start, End    int // of the plot, on the axis of time
	Mirror        bool
	LabelX        int
	Ticks         []tick
	Lanes         []lane
	Undated       []moment
	All           []moment // in order of time, for who does not see the chart
	Cut           int      // moments that are left out for their number
	From, To      string   // days that it is limited to, "" for no limit
	Sums          []bin    // of the lanes that are drawn by months or years
	Dayless       []bin    // what lanes of sums have without a day
}

type tick struct {
	X     int
	Label string
}

type lane struct {
	Key    string // a kind
	Y, H   int
	Middle int
	Marks  []mark
	Bins   []bin
}

// mark is one moment, or several where they stand too close.
type mark struct {
	moment
	X, Y, W int // of the bar for W > 0, else the middle of the point
	R       int // radius
	N       int // moments that the mark stands for
}

// draw lays out moments in lanes by kind, and sums where a kind has too many of
// them; base is the page of the talks, which shows any month of them. In Arabic
// time runs from right to left.
func draw(l minutes.Lang, kinds []string, ms []moment, sums map[string][]store.Month, base string) *timeline {
	t := &timeline{Width: chartWidth, Start: chartStart, End: chartWidth - chartEnd, Mirror: l == minutes.Arabic}
	t.take(ms)
	span := slices.Clone(t.All)
	bins := map[string][]bin{}
	for _, k := range kinds {
		var dayless int
		bins[k], dayless = binsOf(k, sums[k], base)
		if dayless > 0 {
			t.Dayless = append(t.Dayless, bin{Kind: k, N: dayless})
		}
		for _, b := range bins[k] {
			span = append(span, moment{First: b.First, Last: b.First}, moment{First: b.Last, Last: b.Last})
		}
		t.Sums = append(t.Sums, bins[k]...)
	}
	if len(span) == 0 {
		return t
	}
	sc := newScale(span, t.Start, t.End)
	t.All = slices.DeleteFunc(t.All, func(m moment) bool {
		if !sc.shows(m) {
			t.Undated = append(t.Undated, m)
			return true
		}
		return false
	})
	t.lay(kinds, t.All, bins, sc)
	t.Ticks = sc.ticks(l)
	t.LabelX = 8
	if t.Mirror {
		t.mirror()
	}
	return t
}

// take sorts moments into those with a day, in order of time, and those without.
func (t *timeline) take(ms []moment) {
	for _, m := range ms {
		if m.First == "" && m.Last == "" {
			t.Undated = append(t.Undated, m)
			continue
		}
		m.First, m.Last = cmp.Or(m.First, m.Last), cmp.Or(m.Last, m.First)
		t.All = append(t.All, m)
	}
	slices.SortStableFunc(t.All, func(a, b moment) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last)) })
}

// lay puts moments and sums on a scale in lanes, one below the other; a kind that has neither
// has no lane.
func (t *timeline) lay(kinds []string, dated []moment, bins map[string][]bin, sc scale) {
	y := 4
	for _, k := range kinds {
		ln := lane{Key: k, Y: y}
		rows := 1
		for _, m := range dated {
			if m.Kind == k {
				rows = max(rows, ln.put(m, sc))
			}
		}
		ln.Bins = bins[k]
		if len(ln.Marks)+len(ln.Bins) == 0 {
			continue
		}
		ln.H = rows*laneRow + lanePad
		for i := range ln.Marks {
			ln.Marks[i].Y = ln.Y + lanePad/2 + ln.Marks[i].Y*laneRow + laneRow/2
		}
		ln.Middle = ln.Y + lanePad/2 + laneRow/2
		ln.place(sc)
		y += ln.H
		t.Lanes = append(t.Lanes, ln)
	}
	t.Height = y + axisHeight
}

// put adds a moment to a lane and tells how many rows the lane has then. Y is
// the row for now.
func (ln *lane) put(m moment, sc scale) (rows int) {
	k := mark{moment: m, N: 1, R: markHalf}
	k.X = max(sc.at(m.First), sc.start)
	if m.Last != m.First {
		k.W = max(min(sc.at(m.Last), sc.end)-k.X, 2*markHalf)
	}
	dense := m.Short == ""
	if dense {
		k.R = 4
		for i := range ln.Marks {
			o := &ln.Marks[i]
			if o.W == 0 && k.W == 0 && o.Loose == k.Loose && abs(o.X-k.X) <= leastApart {
				o.N++
				o.R = min(4+o.N/2, markHalf)
				return 1
			}
		}
	}
	for row := range mostRows {
		k.Y = row
		if !slices.ContainsFunc(ln.Marks, func(o mark) bool { return o.Y == row && o.left() < k.right() && k.left() < o.right() }) || dense && k.W == 0 {
			break
		}
	}
	ln.Marks = append(ln.Marks, k)
	for _, o := range ln.Marks {
		rows = max(rows, o.Y+1)
	}
	return rows
}

func (k mark) left() int {
	if k.W > 0 {
		return k.X
	}
	return k.X - k.R
}

func (k mark) right() int {
	if k.W > 0 {
		return k.X + k.W
	}
	return k.X + k.R
}

func abs(n int) int { return max(n, -n) }

// mirror turns the chart so that time runs from right to left.
func (t *timeline) mirror() {
	for i := range t.Ticks {
		t.Ticks[i].X = t.Width - t.Ticks[i].X
	}
	for i := range t.Lanes {
		for j := range t.Lanes[i].Marks {
			k := &t.Lanes[i].Marks[j]
			k.X = t.Width - k.X - k.W
		}
		for j := range t.Lanes[i].Bins {
			b := &t.Lanes[i].Bins[j]
			b.X = t.Width - b.X - b.W
		}
	}
	t.Start, t.End = t.Width-t.End, t.Width-t.Start
	t.LabelX = t.Width - t.LabelX
}

// scale places days on a line.
type scale struct {
	from, to   time.Time
	start, end int
}

// newScale holds all moments that are known to a quarter of a year. Those that
// are known less well would stretch it until nothing else could be told apart.
func newScale(ms []moment, start, end int) scale {
	sc := scale{start: start + 14, end: end - 14}
	known := func(m moment) (a, b time.Time, ok bool) {
		a, err := time.Parse(time.DateOnly, m.First)
		b, err2 := time.Parse(time.DateOnly, m.Last)
		return a, b, err == nil && err2 == nil
	}
	all := !slices.ContainsFunc(ms, func(m moment) bool {
		a, b, ok := known(m)
		return ok && b.Sub(a) <= quarter
	})
	for _, m := range ms {
		a, b, ok := known(m)
		if !ok || !all && b.Sub(a) > quarter {
			continue
		}
		if sc.from.IsZero() || a.Before(sc.from) {
			sc.from = a
		}
		if b.After(sc.to) {
			sc.to = b
		}
	}
	if days := sc.to.Sub(sc.from).Hours() / 24; days < 6 {
		sc.from, sc.to = sc.from.AddDate(0, 0, -3), sc.to.AddDate(0, 0, 3)
	}
	return sc
}

const quarter = 93 * 24 * time.Hour

// shows reports whether some of m lies on the scale.
func (sc scale) shows(m moment) bool {
	return m.Last >= sc.from.Format(time.DateOnly) && m.First <= sc.to.Format(time.DateOnly)
}

func (sc scale) at(day string) int {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return sc.start
	}
	return sc.place(d)
}

func (sc scale) place(d time.Time) int {
	all := sc.to.Sub(sc.from).Hours()
	if all <= 0 {
		return (sc.start + sc.end) / 2
	}
	return sc.start + int(float64(sc.end-sc.start)*d.Sub(sc.from).Hours()/all)
}

// ticks are the firsts of days, months or years, as many as there is room for.
func (sc scale) ticks(l minutes.Lang) []tick {
	room := float64((sc.end - sc.start) / tickSpacing)
	days := sc.to.Sub(sc.from).Hours() / 24
	var step func(time.Time) time.Time
	day, month := false, false
	at := time.Date(sc.from.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	switch {
	case days <= room:
		step, day = func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }, true
		at = sc.from
	case days <= 7*room:
		step, day = func(t time.Time) time.Time { return t.AddDate(0, 0, 7) }, true
		at = sc.from
	case days <= 365*room/2:
		n := 1
		for _, n = range []int{1, 2, 3, 6} {
			if days <= 30*room*float64(n) {
				break
			}
		}
		step, month = func(t time.Time) time.Time { return t.AddDate(0, n, 0) }, true
	default:
		n := 1 + int(days/365/room)
		step = func(t time.Time) time.Time { return t.AddDate(n, 0, 0) }
	}
	var out []tick
	for ; !at.After(sc.to); at = step(at) {
		if at.Before(sc.from) {
			continue
		}
		form := "2006"
		if month {
			form = "2006-01"
		}
		if day {
			form = "2006-01-02"
		}
		out = append(out, tick{sc.place(at), date(l, at.Format(form))})
	}
	return out
}

// vague reports whether an EDTF value says less than a day, or doubts it.
func vague(edtf string) bool {
	for _, c := range edtf {
		switch c {
		case '?', '~', '%', 'X', '.':
			return true
		}
	}
	return len(edtf) > 0 && len(edtf) < 10
}

// notYet reports whether a status says that a meeting has not taken place.
func notYet(status string) bool {
	return status == "planned" || status == "postponed" || status == "cancelled"
}

// momentOf is a fact as a timeline shows it.
func momentOf(l minutes.Lang, f *record.Fact) moment {
	return moment{ID: f.ID.String(), Kind: f.ID.Kind.String(), First: f.First, Last: f.Last}
}
