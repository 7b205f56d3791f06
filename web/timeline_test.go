package web

import (
	"testing"

	"mahdar/minutes"
)

// A moment far from all others, which the scale leaves out, stands in the tray and nowhere
// else: the table for those who do not see the chart has no empty row in its place.
func TestOffScale(t *testing.T) {
	drawn := draw(minutes.English, []string{"meeting"}, []moment{
		{ID: "a", Kind: "meeting", First: "2031-05-04", Last: "2031-05-04"},
		{ID: "b", Kind: "meeting", First: "1807", Last: "1807"},
		{ID: "c", Kind: "meeting", First: "2031-05-09", Last: "2031-05-09"},
	}, nil, "")
	if len(drawn.Undated) != 1 || drawn.Undated[0].ID != "b" {
		t.Errorf("in the tray: %+v", drawn.Undated)
	}
	if len(drawn.All) != 2 || drawn.All[0].ID != "a" || drawn.All[1].ID != "c" {
		t.Errorf("in the table: %+v", drawn.All)
	}
}
