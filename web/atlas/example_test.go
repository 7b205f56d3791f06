package atlas_test

import (
	"fmt"

	"mahdar/web/atlas"
)

// A view that shows two towns, and where they lie on it.
func ExampleFit() {
	sanaa, aden := atlas.Place{Lon: 44.21, Lat: 15.35}, atlas.Place{Lon: 45.03, Lat: 12.78}
	v, _ := atlas.Fit([]atlas.Place{sanaa, aden}, atlas.MostZoom)
	x, y := v.At(sanaa)
	fmt.Printf("zoom %d: %.0f %.0f, land: %v\n", v.Zoom, x, y, v.Outline().Land != "")
	// Output: zoom 6: 410 74, land: true
}
