package access

import (
	"fmt"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	c := &clock{time.Unix(1e9, 0)}
	l := newLimiter(3, time.Minute, 100, c.now)
	for i := range 3 {
		if ok, _, _ := l.allow("a"); !ok {
			t.Fatalf("try %d is refused", i)
		}
	}
	ok, wait, tell := l.allow("a")
	if ok || wait <= 0 || wait > time.Minute || !tell {
		t.Errorf("%v, %v, %v", ok, wait, tell)
	}
	if _, _, tell := l.allow("a"); tell {
		t.Error("told twice in a minute")
	}
	if ok, _, _ := l.allow("b"); !ok {
		t.Error("another key is refused")
	}
	c.passes(wait)
	if ok, _, _ := l.allow("a"); !ok {
		t.Error("refused after the wait")
	}
	l.forgive("a")
	if ok, _, _ := l.allow("a"); !ok {
		t.Error("refused after being forgiven")
	}
}

// Any number of keys takes bounded memory, and those for which there is no room
// share one bucket rather than go unlimited.
func TestLimiterBounded(t *testing.T) {
	c := &clock{time.Unix(1e9, 0)}
	l := newLimiter(3, time.Minute, 100, c.now)
	let := 0
	for i := range 10_000 {
		if ok, _, _ := l.allow(fmt.Sprint(i)); ok {
			let++
		}
	}
	if len(l.keys) > 100 || let != 103 {
		t.Errorf("%d keys, %d let through", len(l.keys), let)
	}
	c.passes(time.Hour)
	if ok, _, _ := l.allow("new"); !ok || len(l.keys) != 1 {
		t.Errorf("%v, %d keys after an hour", ok, len(l.keys))
	}
}

// A stranger who tries a name from one address does not shut its owner out.
func TestDoor(t *testing.T) {
	c := &clock{time.Unix(1e9, 0)}
	d := newDoor(c.now)
	for range 40 {
		d.try("huda", "203.0.113.7")
	}
	if ok, _, _ := d.try("huda", "203.0.113.7"); ok {
		t.Error("41 tries from one address")
	}
	if ok, _, _ := d.try("HUDA", "198.51.100.2"); !ok {
		t.Error("the owner is shut out")
	}
	let := 0
	for i := range 500 {
		if ok, _, _ := d.try("zain", fmt.Sprintf("2001:db8:0:%x::1", i)); ok {
			let++
		}
	}
	if let != 60 {
		t.Errorf("%d tries of one name from everywhere", let)
	}
	let = 0
	for i := range 100 {
		if ok, _, _ := d.try(fmt.Sprint(i), fmt.Sprintf("2001:db8:1:1::%x", i)); ok {
			let++
		}
	}
	if let != 30 {
		t.Errorf("%d tries from one network", let)
	}
}
