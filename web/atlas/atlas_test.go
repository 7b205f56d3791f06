package atlas

import (
	"math"
	"strings"
	"testing"
)

// Wherever one looks there is an outline of a bearable size, and numbers only.
func TestOutline(t *testing.T) {
	for zoom := range MostZoom + 1 {
		for _, p := range []Place{{44, 15}, {36, 34}, {17, 30}, {-75, 4}, {180, 80}, {-180, -90}, {math.NaN(), math.Inf(1)}} {
			v := View{p, zoom}.Normal()
			o := v.Outline()
			if n := len(o.Land) + len(o.Borders); n > 120<<10 {
				t.Errorf("zoom %d at %v: %d bytes", zoom, p, n)
			}
			if i := strings.IndexFunc(o.Land+o.Borders, func(r rune) bool { return !strings.ContainsRune("Mlz- 0123456789", r) }); i >= 0 {
				t.Errorf("zoom %d at %v: letter at %d", zoom, p, i)
			}
			if len(v.Grid()) < 2 {
				t.Errorf("zoom %d at %v: no grid", zoom, p)
			}
		}
	}
	if o := (View{Place{44, 15}, 5}).Outline(); len(o.Land) < 500 || len(o.Borders) < 100 {
		t.Errorf("there is no Yemen: %d and %d bytes", len(o.Land), len(o.Borders))
	}
}

// East is to the right and north is up; what is fitted is shown.
func TestView(t *testing.T) {
	ps := []Place{{13.2, 32.9}, {32.5, 15.6}, {44.2, 15.3}, {35.2, 31.8}}
	v, ok := Fit(ps, MostZoom)
	if !ok || v.Zoom < 2 {
		t.Fatalf("%v %v", v, ok)
	}
	for _, p := range ps {
		if !v.Shows(p) {
			t.Errorf("%v is not shown by %v", p, v)
		}
	}
	if e := v.Moved(.5, 0); e.Lon <= v.Lon || math.Abs(e.Lat-v.Lat) > 1e-9 {
		t.Errorf("east of %v is %v", v, e)
	}
	if n := v.Moved(0, .3); n.Lat <= v.Lat {
		t.Errorf("north of %v is %v", v, n)
	}
	for range 20 {
		v = v.Moved(1, 1)
	}
	if x, y := v.At(Place{180, 82}); math.Abs(x-Width) > 1 || y < -1 {
		t.Errorf("the corner of the world lies at %v %v of %v", x, y, v)
	}
	if _, ok := Fit(nil, 3); ok {
		t.Error("nothing is fitted")
	}
}

func BenchmarkOutline(b *testing.B) {
	v := View{Place{44, 15}, 3}
	b.SetBytes(int64(len(outlineTXT)))
	for b.Loop() {
		v.Outline()
	}
}
