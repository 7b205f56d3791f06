package arabic

import "testing"

func TestTatweelBefore(t *testing.T) {
	for src, want := range map[string]bool{
		"سالم ـ نادر": true,
		"سالم ـنادر":  true,
		"سالم   نادر": false,
		"ســالم نادر": false,
		"سالم - نادر": false,
	} {
		x := New(src)
		if got := x.TatweelBefore(len(x.Tokens) - 1); got != want {
			t.Errorf("%s: %v, want %v", src, got, want)
		}
	}
	if x := New("سالم"); x.TatweelBefore(0) || x.TatweelBefore(7) {
		t.Error("before the first or beyond the last")
	}
}
