package access

import (
	"net/http/httptest"
	"strings"
	"testing"
)

// Every line of the table is found again, in both languages, and what stands
// in none is refused.
func TestRules(t *testing.T) {
	tab := newTable(Rules())
	for _, c := range []struct {
		method, path string
		need         Role
		ok           bool
	}{
		{"GET", "/", Nobody, true}, {"GET", "/assets/style.css", Nobody, true}, {"GET", "/ar/login", Nobody, true}, {"POST", "/en/login", Nobody, true},
		{"GET", "/ar/", Reader, true}, {"HEAD", "/ar/talks/x", Reader, true}, {"GET", "/api/v1/meetings", Reader, true}, {"POST", "/en/try", Reader, true}, {"POST", "/mcp", Reader, true},
		{"GET", "/ar/review", Coder, true}, {"POST", "/ar/review/next", Coder, true}, {"POST", "/api/v1/decisions", Coder, true},
		{"POST", "/en/adjudicate", Adjudicator, true}, {"GET", "/en/admin/users", Admin, true}, {"GET", "/en/admin", Admin, true}, {"GET", "/en/%61dmin/users", Admin, true}, {"GET", "/en//admin/users", Admin, true},
		{"POST", "/en/unheard-of", Nobody, false}, {"DELETE", "/api/v1/meetings/x", Nobody, false}, {"PUT", "/", Nobody, false}, {"OPTIONS", "/en/", Nobody, false},
	} {
		r, ok := tab.of(httptest.NewRequest(c.method, c.path, nil))
		if ok != c.ok || r.Need != c.need {
			t.Errorf("%s %s: needs %s, %v", c.method, c.path, r.Need, ok)
		}
	}
}

func TestRuled(t *testing.T) {
	for pattern, want := range map[string]bool{"POST /ar/try": true, "POST /en/review/{id}": true, "GET /ar/{$}": true, "DELETE /ar/fact/{id}": false, "POST /ar/{rest...}": false} {
		method, path, _ := strings.Cut(pattern, " ")
		if got := Ruled(method, path); got != want {
			t.Errorf("%s: %v", pattern, got)
		}
	}
}
