package web

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mahdar/minutes"
	"mahdar/web/atlas"
)

// mapView is a map ready for its template. East is to the right in either
// language.
type mapView struct {
	Width, Height int
	Land, Borders string
	Grid          []gridLine
	Marks         []mapMark
	Outside       int // places with a point that the view does not show
	Away          []placeRow
	Moves         []mapMove
	Zoom          int

	query url.Values // of the page
}

type gridLine struct {
	X1, Y1, X2, Y2 int
}

// mapMark is a place, or several that are too close to be told apart.
type mapMark struct {
	X, Y, R    int
	Name       string
	Title      string
	Href       string
	Wide, Here bool
	N          int // places
	Sum        int
	Label      string // "" where there is no room for it
	LX, LY     int
	Anchor     string
	members    []*spot
}

// mapMove is a link that moves the map.
type mapMove struct {
	Key, Sign, Href string
	Off             bool // there is nothing further that way
}

// home is the view where nothing else is to be shown.
var home = atlas.View{Place: atlas.Place{Lon: 42, Lat: 26}, Zoom: 3}

// fitMost is how near a map comes by itself: a place wants its surroundings.
const fitMost = 5

// layMap draws the places on the view that a visit asks for, else on one that
// shows them all.
func layMap(v *visit, a asking, spots []*spot, chosen string) *mapView {
	m := &mapView{Width: atlas.Width, Height: atlas.Height, query: a.values()}
	view, asked := viewOf(v.URL.Query())
	if !asked {
		view = fitted(spots)
	} else {
		m.query.Set("at", at(view))
	}
	o := view.Outline()
	m.Land, m.Borders, m.Zoom = o.Land, o.Borders, view.Zoom
	for _, g := range view.Grid() {
		n := gridLine{int(g.At), 0, int(g.At), atlas.Height}
		if g.Along {
			n = gridLine{0, int(g.At), atlas.Width, int(g.At)}
		}
		m.Grid = append(m.Grid, n)
	}
	m.moves(view, a, asked)
	var seen []*spot
	for _, x := range spots {
		switch {
		case !x.Located:
		case view.Shows(x.at()):
			seen = append(seen, x)
		default:
			m.Outside++
		}
	}
	m.mark(v.lang, view, seen, chosen)
	m.labels(v.lang)
	return m
}

// fitted is a view of the places, without the few that would make all others
// one dot: nine in ten lines are on it, and the rest is said beside the map.
func fitted(spots []*spot) atlas.View {
	var all []*spot
	sum := 0
	for _, broad := range []bool{false, true} { // countries only where there is nothing nearer
		for _, x := range spots {
			if x.Located && x.wide() == broad && (!broad || len(all) == 0 || all[0].wide()) {
				all = append(all, x)
				sum += x.Sum
			}
		}
	}
	points := func(xs []*spot) (ps []atlas.Place) {
		for _, x := range xs {
			ps = append(ps, x.at())
		}
		return ps
	}
	view, ok := atlas.Fit(points(all), fitMost)
	if !ok {
		return home.Normal()
	}
	// The farthest from the middle of what is told goes first.
	middle := middleOf(all)
	slices.SortStableFunc(all, func(a, b *spot) int {
		return int(math.Copysign(1, apart(a.at(), middle)-apart(b.at(), middle)))
	})
	kept := sum
	for len(all) > 1 && view.Zoom < 3 {
		last := all[len(all)-1]
		if kept -= last.Sum; kept*10 < sum*9 {
			break
		}
		all = all[:len(all)-1]
		view, _ = atlas.Fit(points(all), fitMost)
	}
	return view
}

// middleOf is where half of what is told lies on either side.
func middleOf(xs []*spot) atlas.Place {
	half := func(by func(*spot) float64) float64 {
		s := slices.Clone(xs)
		slices.SortFunc(s, func(a, b *spot) int { return int(math.Copysign(1, by(a)-by(b))) })
		n, sum := 0, 0
		for _, x := range s {
			sum += x.Sum
		}
		for _, x := range s {
			if n += x.Sum; 2*n >= sum {
				return by(x)
			}
		}
		return 0
	}
	return atlas.Place{Lon: half(func(x *spot) float64 { return x.Lon }), Lat: half(func(x *spot) float64 { return x.Lat })}
}

func apart(a, b atlas.Place) float64 { return math.Hypot(a.Lon-b.Lon, a.Lat-b.Lat) }

// viewOf reads at=longitude,latitude,zoom.
func viewOf(q url.Values) (view atlas.View, ok bool) {
	f := strings.Split(q.Get("at"), ",")
	if len(f) != 3 {
		return view, false
	}
	lon, err := strconv.ParseFloat(f[0], 64)
	lat, err2 := strconv.ParseFloat(f[1], 64)
	zoom, err3 := strconv.Atoi(f[2])
	if err != nil || err2 != nil || err3 != nil {
		return view, false
	}
	return atlas.View{Place: atlas.Place{Lon: lon, Lat: lat}, Zoom: zoom}.Normal(), true
}

// at writes a view as viewOf reads it.
func at(v atlas.View) string {
	return strconv.FormatFloat(v.Lon, 'f', 2, 64) + "," + strconv.FormatFloat(v.Lat, 'f', 2, 64) + "," + strconv.Itoa(v.Zoom)
}

// with is the address of the page with one more value.
func (m *mapView) with(key, value string) string {
	q := url.Values{}
	for k, v := range m.query {
		q[k] = v
	}
	q.Del(key)
	if value != "" {
		q.Set(key, value)
	}
	return "?" + q.Encode()
}

func (m *mapView) moves(view atlas.View, a asking, asked bool) {
	const step = .4
	for _, x := range []struct {
		key, sign string
		to        atlas.View
	}{
		{"move-north", "↑", view.Moved(0, step)}, {"move-west", "←", view.Moved(-step, 0)}, {"move-east", "→", view.Moved(step, 0)}, {"move-south", "↓", view.Moved(0, -step)},
		{"nearer", "+", view.Nearer(1)}, {"farther", "−", view.Nearer(-1)},
	} {
		m.Moves = append(m.Moves, mapMove{x.key, x.sign, m.with("at", at(x.to)) + "#map", at(x.to) == at(view)})
	}
	world := atlas.View{}.Normal()
	m.Moves = append(m.Moves, mapMove{"fit-all", "", m.with("at", "") + "#map", !asked}, mapMove{"whole-world", "", m.with("at", at(world)) + "#map", at(world) == at(view)})
}

// Measures of marks.
const (
	leastMark = 6
	mostMark  = 30
	tooClose  = 11 // middles of marks that are closer become one mark
)

// mark places the marks, the larger beneath the smaller.
func (m *mapView) mark(l minutes.Lang, view atlas.View, spots []*spot, chosen string) {
	for _, x := range spots { // the largest first
		fx, fy := view.At(x.at())
		px, py := int(math.Round(fx)), int(math.Round(fy))
		k := slices.IndexFunc(m.Marks, func(k mapMark) bool { return math.Hypot(float64(k.X-px), float64(k.Y-py)) < tooClose })
		if k < 0 {
			k = len(m.Marks)
			m.Marks = append(m.Marks, mapMark{X: px, Y: py, Wide: x.wide()})
		}
		m.Marks[k].members = append(m.Marks[k].members, x)
	}
	for i := range m.Marks {
		k := &m.Marks[i]
		var names []string
		for _, x := range k.members {
			k.Sum += x.Sum
			k.Here = k.Here || x.Key == chosen && chosen != ""
			if len(names) < 6 {
				names = append(names, x.label(l))
			}
		}
		k.N = len(k.members)
		k.R = min(leastMark+int(2*math.Sqrt(float64(k.Sum-1))), mostMark)
		k.Name = k.members[0].label(l)
		lead := k.members[0]
		k.Title = strings.Join(names, word(l, "comma"))
		if k.N > len(names) {
			k.Title += " …"
		}
		k.Title += " — " + count(l, k.Sum, "fact")
		switch {
		case k.N == 1 || view.Zoom >= atlas.MostZoom:
			k.Href = m.with("place", lead.Key) + "#shown"
		default:
			k.Href = m.with("at", at(atlas.View{Place: lead.at(), Zoom: view.Zoom + 1}.Normal())) + "#map"
		}
	}
}

// Measures of labels.
const (
	labelHigh   = 18
	labelLetter = 9 // units that a letter takes at most
)

type box struct{ x1, y1, x2, y2 int }

func (b box) meets(o box) bool { return b.x1 < o.x2 && o.x1 < b.x2 && b.y1 < o.y2 && o.y1 < b.y2 }

// labels names marks as far as there is room, the larger first: beneath, above
// or beside them.
func (m *mapView) labels(l minutes.Lang) {
	var taken []box
	for _, k := range m.Marks {
		taken = append(taken, box{k.X - k.R, k.Y - k.R, k.X + k.R, k.Y + k.R})
	}
	for i := range m.Marks {
		k := &m.Marks[i]
		name := k.Name
		if k.N > 1 {
			name += " \u200e+" + strconv.Itoa(k.N-1)
		}
		w := utf8.RuneCountInString(name) * labelLetter
		for _, c := range []struct{ x, y int }{{k.X, k.Y + k.R + labelHigh - 3}, {k.X, k.Y - k.R - 6}, {k.X + k.R + 5 + w/2, k.Y + 5}, {k.X - k.R - 5 - w/2, k.Y + 5}} {
			b := box{c.x - w/2, c.y - labelHigh + 4, c.x + w/2, c.y + 4}
			if b.x1 < 0 || b.y1 < 0 || b.x2 > m.Width || b.y2 > m.Height || slices.ContainsFunc(taken, b.meets) {
				continue
			}
			k.Label, k.LX, k.LY = name, c.x, c.y
			taken = append(taken, b)
			break
		}
	}
}
