package atlas

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed outline.txt
var outlineTXT string

// line is a ring of land or a line between countries, and what it lies in.
type line struct {
	ps                       []Place
	west, east, south, north float64
}

// level is all lines of one fineness.
type level struct{ land, borders []line }

// outlines are the coarse and the fine level, read once and never changed.
var outlines = sync.OnceValue(func() [2]*level {
	out := [2]*level{{}, {}}
	for row := range strings.Lines(outlineTXT) {
		f := strings.Fields(row)
		if len(f) < 4 || f[0] == "#" {
			continue
		}
		l := out[0]
		if f[0] == "fine" {
			l = out[1]
		}
		n := readLine(f[2:])
		if f[1] == "land" {
			l.land = append(l.land, n)
		} else {
			l.borders = append(l.borders, n)
		}
	}
	return out
})

func readLine(f []string) line {
	n := line{west: 180, east: -180, south: 90, north: -90, ps: make([]Place, 0, len(f)/2)}
	x, y := 0, 0
	for i := 0; i+1 < len(f); i += 2 {
		dx, _ := strconv.Atoi(f[i])
		dy, _ := strconv.Atoi(f[i+1])
		x, y = x+dx, y+dy
		p := Place{float64(x) / 100, float64(y) / 100}
		n.ps = append(n.ps, p)
		n.west, n.east, n.south, n.north = min(n.west, p.Lon), max(n.east, p.Lon), min(n.south, p.Lat), max(n.north, p.Lat)
	}
	return n
}

// fineFrom is the zoom from which the fine outline is drawn.
const fineFrom = 2

// Outline is land and the lines between countries on a View, as path data in
// tenths of its units. Land is filled by the even-odd rule.
type Outline struct{ Land, Borders string }

// Outline cuts the outlines to the View.
func (v View) Outline() Outline {
	l := outlines()[0]
	if v.Zoom >= fineFrom {
		l = outlines()[1]
	}
	return Outline{v.land(l.land), v.borders(l.borders)}
}

// beyond is how far outside of the View lines are cut, so that the cut is not seen.
const beyond = 8

func (v View) meets(n *line) bool {
	w, s := v.At(Place{n.west, n.south})
	e, h := v.At(Place{n.east, n.north})
	return e >= -beyond && w <= Width+beyond && s >= -beyond && h <= Height+beyond && (e-w > 1 || s-h > 1)
}

type point struct{ x, y float64 }

func (v View) points(n *line, buf []point) []point {
	middle, s := mercator(v.Lat), v.scale()
	for _, p := range n.ps {
		buf = append(buf, point{Width/2 + (p.Lon-v.Lon)*s, Height/2 - (mercator(p.Lat)-middle)*s})
	}
	return buf
}

func (v View) land(ls []line) string {
	var w pen
	var a, b []point
	for i := range ls {
		if !v.meets(&ls[i]) {
			continue
		}
		a = v.points(&ls[i], a[:0])
		a, b = cut(a, b)
		if len(a) > 2 {
			w.ring(a)
		}
	}
	return string(w.b)
}

// cut is what of a ring lies on the View, after Sutherland and Hodgman: side
// by side. b is room, and the room that is left is given back.
func cut(a, b []point) (in, room []point) {
	for side := range 4 {
		b = b[:0]
		for i, p := range a {
			q := a[(i+len(a)-1)%len(a)]
			dp, dq := inside(p, side), inside(q, side)
			if (dp >= 0) != (dq >= 0) {
				t := dq / (dq - dp)
				b = append(b, point{q.x + t*(p.x-q.x), q.y + t*(p.y-q.y)})
			}
			if dp >= 0 {
				b = append(b, p)
			}
		}
		a, b = b, a
		if len(a) == 0 {
			break
		}
	}
	return a, b
}

// inside is how far p lies within one side of the View, negative without.
func inside(p point, side int) float64 {
	switch side {
	case 0:
		return p.x + beyond
	case 1:
		return Width + beyond - p.x
	case 2:
		return p.y + beyond
	}
	return Height + beyond - p.y
}

func (v View) borders(ls []line) string {
	var w pen
	var ps []point
	for i := range ls {
		if !v.meets(&ls[i]) {
			continue
		}
		ps = v.points(&ls[i], ps[:0])
		open := false
		for j := 1; j < len(ps); j++ {
			if outside(ps[j-1], ps[j]) {
				open = false
				continue
			}
			if !open {
				w.move(ps[j-1])
				open = true
			}
			w.to(ps[j], j == len(ps)-1)
		}
	}
	return string(w.b)
}

// outside reports whether the line from a to b lies beyond one side of the View.
func outside(a, b point) bool {
	for side := range 4 {
		if inside(a, side) < 0 && inside(b, side) < 0 {
			return true
		}
	}
	return false
}

// pen writes path data in whole numbers, each place from the one before.
type pen struct {
	b    []byte
	x, y int
	last byte // the command that holds
}

// closest is how near to one another places are still written, in tenths.
const closest = 6

func (w *pen) move(p point) {
	w.x, w.y = tenths(p.x), tenths(p.y)
	w.b = append(w.b, 'M')
	w.b = strconv.AppendInt(w.b, int64(w.x), 10)
	w.b = append(w.b, ' ')
	w.b = strconv.AppendInt(w.b, int64(w.y), 10)
	w.last = 'M'
}

// to draws to p, unless that is hardly a step; must draws it all the same.
func (w *pen) to(p point, must bool) {
	x, y := tenths(p.x), tenths(p.y)
	dx, dy := x-w.x, y-w.y
	if dx == 0 && dy == 0 || !must && max(dx, -dx)+max(dy, -dy) < closest {
		return
	}
	if w.last != 'l' {
		w.b = append(w.b, 'l')
		w.last = 'l'
	} else if dx >= 0 {
		w.b = append(w.b, ' ')
	}
	w.b = strconv.AppendInt(w.b, int64(dx), 10)
	if dy >= 0 {
		w.b = append(w.b, ' ')
	}
	w.b = strconv.AppendInt(w.b, int64(dy), 10)
	w.x, w.y = x, y
}

func (w *pen) ring(ps []point) {
	w.move(ps[0])
	for _, p := range ps[1:] {
		w.to(p, false)
	}
	w.b = append(w.b, 'z')
	w.last = 'z'
}

func tenths(f float64) int { return int(math.Round(f * 10)) }

// Parallel is a line of the grid of degrees: a parallel, or a meridian.
type Parallel struct {
	Along   bool // from west to east
	At      float64
	Degrees int // north or east of 0
}

// Grid are the lines of the grid of degrees on the View, as far apart as suits it.
func (v View) Grid() []Parallel {
	step := []int{30, 20, 10, 5, 5, 2, 1}[v.Zoom]
	var out []Parallel
	for d := -180 / step * step; d <= 180; d += step {
		if x, _ := v.At(Place{Lon: float64(d), Lat: v.Lat}); x > 0 && x < Width {
			out = append(out, Parallel{false, x, d})
		}
	}
	for d := -80 / step * step; d <= 80; d += step {
		if _, y := v.At(Place{Lon: v.Lon, Lat: float64(d)}); y > 0 && y < Height {
			out = append(out, Parallel{true, y, d})
		}
	}
	return out
}
