package access

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestHash(t *testing.T) {
	h := newHasher()
	if d := h.decoy(); !strings.HasPrefix(d, "$argon2id$v=19$m=65536,t=3,p=4$") {
		t.Errorf("%s: not what RFC 9106 recommends", d)
	}
	h.cost = cost{64, 1, 1} // tests are many
	kept, err := h.hash(t.Context(), good)
	if err != nil {
		t.Fatalf("%s, %v", kept, err)
	}
	for password, want := range map[string]bool{good: true, good + " ": false, "": false, strings.ReplaceAll(good, " ", "\u00a0"): true} {
		if ok, stale, err := h.matches(t.Context(), password, kept); ok != want || stale || err != nil {
			t.Errorf("%q: %v, %v, %v", password, ok, stale, err)
		}
	}
	again, _ := h.hash(t.Context(), good)
	if again == kept {
		t.Error("one password has one hash: no salt")
	}
}

// A name that nobody has takes as long as one that somebody has: the same work
// is done.
func TestUnknownTakesAsLong(t *testing.T) {
	a, _ := house(t)
	a.hasher.cost = cost{16 << 10, 2, 1}
	if err := a.SetPassword(t.Context(), hand, "zain", good+"x"); err != nil {
		t.Fatal(err)
	}
	least := func(name string) time.Duration {
		best := time.Hour
		for range 5 {
			start := time.Now()
			if _, _, err := a.verify(t.Context(), name, "not the password"); !errors.Is(err, ErrDenied) {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	known, unknown := least("zain"), least("nobody")
	if ratio := float64(known) / float64(unknown); ratio < 0.25 || ratio > 4 {
		t.Errorf("a known name takes %v, an unknown one %v", known, unknown)
	}
}

// A hash of other costs is made anew when its owner logs in.
func TestRehash(t *testing.T) {
	a, _ := house(t)
	a.hasher.cost = cost{128, 1, 1}
	for want, name := range []string{"stale", "fresh"} {
		n, _, err := a.verify(t.Context(), "zain", good+"zain")
		if err != nil || n == 0 {
			t.Fatal(err)
		}
		var kept string
		if err := a.sql.QueryRow("SELECT password FROM account WHERE n = ?", n).Scan(&kept); err != nil || !strings.Contains(kept, "m=128,") {
			t.Errorf("%s (%d): %s, %v", name, want, kept, err)
		}
	}
}

func TestBusy(t *testing.T) {
	h := newHasher()
	for range hashersAtOnce {
		h.turns <- struct{}{}
	}
	h.waiting.Store(hashersQueued)
	if _, err := h.hash(t.Context(), "x"); !errors.Is(err, ErrBusy) {
		t.Errorf("%v", err)
	}
	if h.waiting.Load() != hashersQueued {
		t.Error("whoever is sent away still waits")
	}
}

func TestCheckPassword(t *testing.T) {
	for password, ok := range map[string]bool{
		good: true, "correct horse battery": true, "كلمات ليست لأحد": true, "Tr0ub4dor&3xyz": true,
		"short": false, "aaaaaaaaaaaaaaaa": false, "abababababab": false, "password1234": false, "hudahudahuda1": false, "123456789012": false,
		"mahdarmahdar!": false, "with\x00control letters": false, strings.Repeat("long words ", 100): false, "\xff\xfe bad utf-8 here": false,
	} {
		if err := CheckPassword("huda", password); (err == nil) != ok {
			t.Errorf("%q: %v", password, err)
		}
	}
}

func FuzzDecoded(f *testing.F) {
	f.Add("$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA")
	f.Add("$argon2id$v=19$m=99999999,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA")
	f.Add("$argon2i$v=19$m=8,t=1,p=1$$")
	f.Fuzz(func(t *testing.T, s string) {
		c, salt, sum, err := decoded(s)
		if err != nil {
			return
		}
		if c.memory > 512<<10 || c.passes > 16 || c.lanes > 16 || c.lanes == 0 || len(sum) > 64 {
			t.Errorf("%q: %+v", s, c)
		}
		again, salt2, sum2, err := decoded(encoded(c, salt, sum))
		if err != nil || again != c || string(salt) != string(salt2) || string(sum) != string(sum2) {
			t.Errorf("%q does not come back: %v", s, err)
		}
	})
}
