// Outline makes web/atlas/outline.txt out of the TopoJSON files of the npm
// package world-atlas (countries-110m.json and countries-50m.json), which are
// Natural Earth's public-domain maps under an ISC licence:
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	cd tools && go run ./outline ../package > ../web/atlas/outline.txt
//
// A line of the result is «coarse» or «fine», «land» (a ring) or «border» (a
// line that two countries share), and places in hundredths of a degree: the
// first from 0 east and north, each other from the one before.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
)

// topology is what is needed of a TopoJSON file.
type topology struct {
	Arcs      [][][2]float64
	Transform struct{ Scale, Translate [2]float64 }
	Objects   struct{ Countries, Land geometry }
}

type geometry struct {
	Type       string
	Arcs       json.RawMessage
	Geometries []geometry
}

// southernmost is what is left of the south: the Antarctic is of no concern here.
const southernmost = -60

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "outline: name the folder of the unpacked package world-atlas")
		os.Exit(2)
	}
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(w, "# Natural Earth (public domain) by way of world-atlas 2.0.2 (ISC), made by tools/outline; hundredths of a degree.")
	for _, x := range []struct {
		level, file string
		tolerance   float64 // degrees
	}{{"coarse", "countries-110m.json", 0.1}, {"fine", "countries-50m.json", 0.025}} {
		if err := outline(w, x.level, filepath.Join(os.Args[1], x.file), x.tolerance); err != nil {
			fmt.Fprintln(os.Stderr, "outline:", err)
			os.Exit(1)
		}
	}
	if err := w.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "outline:", err)
		os.Exit(1)
	}
}

func outline(w io.Writer, level, path string, tolerance float64) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	arcs := t.places(tolerance)
	rings, err := t.Objects.Land.rings()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, r := range rings {
		write(w, level+" land", stitch(arcs, r), 4)
	}
	owners := make([]map[int]bool, len(arcs))
	for i, c := range t.Objects.Countries.Geometries {
		rings, err := c.rings()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for _, r := range rings {
			for _, a := range r {
				k := max(a, ^a)
				if owners[k] == nil {
					owners[k] = map[int]bool{}
				}
				owners[k][i] = true
			}
		}
	}
	for k, o := range owners {
		if len(o) > 1 {
			write(w, level+" border", arcs[k], 2)
		}
	}
	return nil
}

// rings are the rings of all polygons in g, as numbers of arcs; ^n is arc n
// from its end.
func (g geometry) rings() (out [][]int, err error) {
	switch g.Type {
	case "GeometryCollection":
		for _, x := range g.Geometries {
			rs, err := x.rings()
			if err != nil {
				return nil, err
			}
			out = append(out, rs...)
		}
	case "Polygon":
		err = json.Unmarshal(g.Arcs, &out)
	case "MultiPolygon":
		var ps [][][]int
		err = json.Unmarshal(g.Arcs, &ps)
		for _, p := range ps {
			out = append(out, p...)
		}
	}
	return out, err
}

// places are the arcs in degrees, without the places that a line within
// tolerance does not need.
func (t *topology) places(tolerance float64) [][][2]float64 {
	out := make([][][2]float64, len(t.Arcs))
	for i, a := range t.Arcs {
		var x, y float64
		var ps [][2]float64
		for _, d := range a {
			x, y = x+d[0], y+d[1]
			ps = append(ps, [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		out[i] = thin(ps, tolerance)
	}
	return out
}

// thin leaves out places (after Douglas and Peucker).
func thin(ps [][2]float64, tolerance float64) [][2]float64 {
	if len(ps) < 3 {
		return ps
	}
	a, b := ps[0], ps[len(ps)-1]
	far, at := 0.0, 0
	for i, p := range ps[1 : len(ps)-1] {
		if d := apart(p, a, b); d > far {
			far, at = d, i+1
		}
	}
	if far <= tolerance {
		return [][2]float64{a, b}
	}
	left := thin(ps[:at+1], tolerance)
	return append(left[:len(left)-1:len(left)-1], thin(ps[at:], tolerance)...)
}

// apart is how far p is from the line between a and b.
func apart(p, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = min(1, max(0, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/n))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}

func stitch(arcs [][][2]float64, ring []int) (out [][2]float64) {
	for _, k := range ring {
		a := arcs[max(k, ^k)]
		for i := range a {
			p := a[i]
			if k < 0 {
				p = a[len(a)-1-i]
			}
			if i > 0 || len(out) == 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

func write(w io.Writer, what string, ps [][2]float64, least int) {
	south := true
	var ints [][2]int
	for _, p := range ps {
		south = south && p[1] < southernmost
		q := [2]int{int(math.Round(p[0] * 100)), int(math.Round(p[1] * 100))}
		if len(ints) == 0 || ints[len(ints)-1] != q {
			ints = append(ints, q)
		}
	}
	if south || len(ints) < least {
		return
	}
	fmt.Fprint(w, what)
	var x, y int
	for _, q := range ints {
		fmt.Fprintf(w, " %d %d", q[0]-x, q[1]-y)
		x, y = q[0], q[1]
	}
	fmt.Fprintln(w)
}
