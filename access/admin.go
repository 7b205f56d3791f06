package access

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
)

type usersPage struct {
	Users     []*Account
	Bad, Done string
}

func (g *Guard) showUsers(w http.ResponseWriter, r *http.Request) error {
	return g.usersPage(w, r, http.StatusOK, "")
}

func (g *Guard) usersPage(w http.ResponseWriter, r *http.Request, status int, bad string) error {
	users, err := g.opt.Accounts.List(r.Context())
	if err != nil {
		return err
	}
	g.page(w, r, status, "users", "users", usersPage{users, bad, done(r, "done-role", "done-lock")})
	return nil
}

// changeUser gives a user another role or locks him out. Nobody changes
// himself, so that a slip cannot leave the house without keys.
func (g *Guard) changeUser(w http.ResponseWriter, r *http.Request) error {
	v := visitorOf(r.Context())
	name, by := r.PostForm.Get("name"), Actor{v.Name, v.from}
	if nameKey(name) == nameKey(v.Name) {
		return g.usersPage(w, r, http.StatusUnprocessableEntity, "not-yourself")
	}
	var err error
	what := "done-lock"
	switch r.PostForm.Get("do") {
	case "role":
		role, bad := ParseRole(r.PostForm.Get("role"))
		if bad != nil {
			return g.usersPage(w, r, http.StatusUnprocessableEntity, "bad-form")
		}
		what, err = "done-role", g.opt.Accounts.SetRole(r.Context(), by, name, role)
	case "lock":
		err = g.opt.Accounts.SetLocked(r.Context(), by, name, true)
	case "unlock":
		err = g.opt.Accounts.SetLocked(r.Context(), by, name, false)
	default:
		return g.usersPage(w, r, http.StatusUnprocessableEntity, "bad-form")
	}
	switch {
	case errors.Is(err, ErrUnknown):
		return g.usersPage(w, r, http.StatusUnprocessableEntity, "gone")
	case errors.Is(err, ErrLastAdmin):
		return g.usersPage(w, r, http.StatusUnprocessableEntity, "last-admin")
	case err != nil:
		return err
	}
	return there(w, r, "admin/users", what)
}

// linesAPage is how many lines of the log a page has.
const linesAPage = 100

type logPage struct {
	Lines         []*Line
	Who, What     string
	Whats         []string
	Older, Newest string
}

func (g *Guard) showLog(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	before, _ := strconv.ParseInt(q.Get("before"), 10, 64)
	p := logPage{Who: shortened(q.Get("who")), What: shortened(q.Get("what")), Whats: logged}
	lines, err := g.opt.Accounts.Lines(r.Context(), LogQuery{Before: max(before, 0), Who: p.Who, What: p.What, Limit: linesAPage + 1})
	if err != nil {
		return err
	}
	keep := url.Values{}
	for k, v := range map[string]string{"who": p.Who, "what": p.What} {
		if v != "" {
			keep.Set(k, v)
		}
	}
	if before > 0 {
		p.Newest = "?" + keep.Encode()
	}
	if len(lines) > linesAPage {
		lines = lines[:linesAPage]
		keep.Set("before", strconv.FormatInt(lines[linesAPage-1].N, 10))
		p.Older = "?" + keep.Encode()
	}
	p.Lines = lines
	g.page(w, r, http.StatusOK, "log", "log", p)
	return nil
}

// logged are the kinds of lines.
var logged = []string{"login", "login failed", "login throttled", "logout", "decision", "adjudication", "article kept", "export",
	"user added", "user removed", "user locked", "user unlocked", "role changed", "password changed", "sessions ended", "token added", "token removed"}
