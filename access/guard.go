package access

import (
	"crypto/rand"
	"html/template"
	"net/http"
)

// Shell lays the look of the house around the body of a page and answers with
// it. The web gives its own; without one the Guard answers in plain text.
type Shell func(w http.ResponseWriter, r *http.Request, status int, lang, title string, body template.HTML) error

// Options say whom a Guard lets in.
type Options struct {
	// LocalUser is the name of the one user where there are no accounts.
	LocalUser string
}

// Guard stands before everything that is served.
type Guard struct {
	opt   Options
	rules *table
	csrf  string // of the one user
	shell Shell
}

// New makes a Guard.
func New(opt Options) *Guard {
	return &Guard{opt: opt, rules: newTable(Rules()), csrf: rand.Text()}
}

// Wrap is next behind the Guard.
func (g *Guard) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visitor{User: User{Name: g.opt.LocalUser, Role: Admin, Local: true}, csrf: g.csrf, did: &deed{}}
		next.ServeHTTP(w, r.WithContext(withVisitor(r.Context(), v)))
	})
}

// Session is a browser that has logged in.
type Session struct{}
