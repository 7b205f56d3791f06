package access

import (
	"net/http"
	"net/url"
	"strings"
)

// Rule says what a request needs.
type Rule struct {
	// Pattern is one of net/http's; a path beginning with /L/ stands for that
	// path in every language.
	Pattern string
	Need    Role
	// Log is what the log calls it, "" where it is not worth a line.
	Log string
	// Body is how many bytes the request may have; 0 is a megabyte.
	Body int64
	// Flows says that the answer goes on and on: whether it may is asked again and
	// again, and it ends with the session.
	Flows bool
}

// Bounds of what may be sent.
const (
	formBody    = 1 << 20
	articleBody = 32 << 20
)

// Rules is the table of who may do what. Everything is read by readers; what
// changes anything and is not listed is refused.
func Rules() []Rule {
	return []Rule{
		// The door itself.
		{Pattern: "GET /assets/", Need: Nobody},
		{Pattern: "GET /{$}", Need: Nobody},
		{Pattern: "GET /L/login", Need: Nobody},
		{Pattern: "POST /L/login", Need: Nobody, Body: 64 << 10},
		{Pattern: "POST /L/logout", Need: Reader},
		{Pattern: "POST /L/account/", Need: Reader, Body: 64 << 10},

		// Reading.
		{Pattern: "GET /", Need: Reader},
		{Pattern: "GET /L/export", Need: Reader, Log: "export"},
		{Pattern: "GET /L/export/", Need: Reader, Log: "export"},
		{Pattern: "GET /api/v1/export", Need: Reader, Log: "export"},
		{Pattern: "GET /api/v1/export/", Need: Reader, Log: "export"},
		{Pattern: "POST /L/try", Need: Reader, Body: articleBody},
		{Pattern: "POST /api/v1/read", Need: Reader, Body: articleBody},
		{Pattern: "GET /api/v1/events", Need: Reader, Flows: true},
		{Pattern: "GET /mcp", Need: Reader, Flows: true},
		{Pattern: "POST /mcp", Need: Reader},
		{Pattern: "DELETE /mcp", Need: Reader},

		// Deciding.
		{Pattern: "GET /L/review", Need: Coder},
		{Pattern: "GET /L/review/", Need: Coder},
		{Pattern: "POST /L/review", Need: Coder, Log: "decision"},
		{Pattern: "POST /L/review/", Need: Coder, Log: "decision"},
		{Pattern: "POST /L/decide", Need: Coder, Log: "decision"},
		{Pattern: "POST /L/decide/", Need: Coder, Log: "decision"},
		{Pattern: "POST /L/merge", Need: Coder, Log: "decision"},
		{Pattern: "POST /L/mark", Need: Coder, Log: "decision"},
		{Pattern: "POST /L/undo", Need: Coder, Log: "decision"},
		{Pattern: "POST /L/try/keep", Need: Coder, Log: "article kept", Body: articleBody},
		{Pattern: "POST /api/v1/decisions", Need: Coder, Log: "decision"},
		{Pattern: "POST /api/v1/articles", Need: Coder, Log: "article kept", Body: articleBody},

		// Deciding between coders.
		{Pattern: "GET /L/adjudicate", Need: Adjudicator},
		{Pattern: "GET /L/adjudicate/", Need: Adjudicator},
		{Pattern: "POST /L/adjudicate", Need: Adjudicator, Log: "adjudication"},
		{Pattern: "POST /L/adjudicate/", Need: Adjudicator, Log: "adjudication"},

		// Users and the log.
		{Pattern: "GET /L/admin/", Need: Admin},
		{Pattern: "POST /L/admin/", Need: Admin, Body: 64 << 10},
	}
}

// languages are those of the pages.
var languages = [...]string{"ar", "en"}

// table finds the rule of a request.
type table struct {
	mux   *http.ServeMux
	rules map[string]Rule // by net/http's pattern
}

func newTable(rules []Rule) *table {
	t := &table{http.NewServeMux(), map[string]Rule{}}
	for _, r := range rules {
		if r.Body == 0 {
			r.Body = formBody
		}
		for _, p := range inLanguages(r.Pattern) {
			t.mux.Handle(p, http.NotFoundHandler())
			t.rules[p] = r
		}
	}
	return t
}

// inLanguages is a pattern in every language.
func inLanguages(pattern string) []string {
	if !strings.Contains(pattern, " /L/") {
		return []string{pattern}
	}
	var out []string
	for _, l := range languages {
		out = append(out, strings.Replace(pattern, " /L/", " /"+l+"/", 1))
	}
	return out
}

// Ruled reports whether a request of this method for this path, or for one that
// a pattern with wildcards stands for, is in the table. One that is not would be
// refused whoever asks.
func Ruled(method, pattern string) bool {
	path := strings.NewReplacer("{$}", "", "{", "", "...}", "", "}", "").Replace(pattern)
	_, ok := newTable(Rules()).of(&http.Request{Method: method, URL: &url.URL{Path: path}})
	return ok
}

// of is the rule of r; ok is false where none stands in the table.
func (t *table) of(r *http.Request) (Rule, bool) {
	_, pattern := t.mux.Handler(r)
	rule, ok := t.rules[pattern]
	return rule, ok
}
