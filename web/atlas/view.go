package atlas

import "math"

// Width and Height of a View, in units of an SVG's view box.
const (
	Width  = 960
	Height = 600
)

// MostZoom is as near as the outlines bear to be looked at.
const MostZoom = 6

// Bounds of what a View shows, in degrees.
const (
	north = 82.0
	south = -58.0
)

// Place is a point on the Earth in degrees east and north.
type Place struct{ Lon, Lat float64 }

// View is what is looked at: its middle, and how near. At zoom 0 the world is
// as wide as the View; each step doubles it.
type View struct {
	Place
	Zoom int
}

// Valid reports whether p is on the Earth.
func (p Place) Valid() bool {
	return p.Lon >= -180 && p.Lon <= 180 && p.Lat >= -90 && p.Lat <= 90 // not for NaN
}

// mercator is how far north of the equator lat is, in degrees of the equator.
func mercator(lat float64) float64 {
	lat = min(max(lat, -85), 85)
	return math.Log(math.Tan(math.Pi/4+lat*math.Pi/360)) * 180 / math.Pi
}

// latitude undoes mercator.
func latitude(y float64) float64 { return math.Atan(math.Sinh(y*math.Pi/180)) * 180 / math.Pi }

// scale is how many units a degree of the equator is wide.
func (v View) scale() float64 { return Width / 360.0 * float64(int(1)<<v.Zoom) }

// Normal is the View nearest to v that shows nothing but the world.
func (v View) Normal() View {
	v.Zoom = min(max(v.Zoom, 0), MostZoom)
	if !v.Valid() {
		v.Place = Place{}
	}
	wide, high := Width/2/v.scale(), Height/2/v.scale()
	v.Lon = within(v.Lon, -180+wide, 180-wide)
	v.Lat = latitude(within(mercator(v.Lat), mercator(south)+high, mercator(north)-high))
	return v
}

// within is x where it lies from a to b, else the nearer of them; their middle
// where there is no room between.
func within(x, a, b float64) float64 {
	if a >= b {
		return (a + b) / 2
	}
	return min(max(x, a), b)
}

// At is where a place lies on the View; it may lie outside.
func (v View) At(p Place) (x, y float64) {
	s := v.scale()
	return Width/2 + (p.Lon-v.Lon)*s, Height/2 - (mercator(p.Lat)-mercator(v.Lat))*s
}

// Shows reports whether a place lies on the View.
func (v View) Shows(p Place) bool {
	x, y := v.At(p)
	return x >= 0 && x <= Width && y >= 0 && y <= Height
}

// Moved is the View so many views east and north.
func (v View) Moved(east, north float64) View {
	s := v.scale()
	v.Lon = within(v.Lon+east*Width/s, -180, 180)
	v.Lat = latitude(mercator(v.Lat) + north*Height/s)
	return v.Normal()
}

// Nearer is the View by so many steps of zoom.
func (v View) Nearer(steps int) View {
	v.Zoom += steps
	return v.Normal()
}

// edge is how much of a View is kept free around what it is fitted to.
const edge = 56

// Fit is the nearest View, up to a zoom, that shows all of some places; ok is
// false where there are none.
func Fit(ps []Place, most int) (v View, ok bool) {
	west, east, low, high := 180.0, -180.0, 90.0, -90.0
	for _, p := range ps {
		if p.Valid() {
			west, east, low, high, ok = min(west, p.Lon), max(east, p.Lon), min(low, p.Lat), max(high, p.Lat), true
		}
	}
	if !ok {
		return v, false
	}
	v.Place = Place{(west + east) / 2, latitude((mercator(low) + mercator(high)) / 2)}
	for v.Zoom = min(most, MostZoom); v.Zoom > 0; v.Zoom-- {
		s := v.scale()
		if (east-west)*s <= Width-2*edge && (mercator(high)-mercator(low))*s <= Height-2*edge {
			break
		}
	}
	return v.Normal(), true
}
