package access

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// BenchmarkSession is what the Guard adds to each page of somebody who has
// logged in.
func BenchmarkSession(b *testing.B) {
	a, _ := house(b)
	a.now = time.Now
	_, s, err := a.Login(b.Context(), "zain", good+"zain", "", "")
	if err != nil {
		b.Fatal(err)
	}
	g := New(Options{Accounts: a, AnyHost: true})
	h := g.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if FromContext(r.Context()).Name != "zain" {
			b.Fatal("a stranger")
		}
	}))
	r := httptest.NewRequest("GET", "/ar/actors", nil)
	r.AddCookie(&http.Cookie{Name: g.cookieName(sessionCookie), Value: s})
	b.ReportAllocs()
	for b.Loop() {
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
}

// BenchmarkHash is what a login costs.
func BenchmarkHash(b *testing.B) {
	h := newHasher()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := h.hash(b.Context(), good); err != nil {
			b.Fatal(err)
		}
	}
}
