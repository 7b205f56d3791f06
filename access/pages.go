package access

import (
	"embed"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"
)

//go:embed templates/pages.html
var pageFiles embed.FS

func parsePages() map[string]*template.Template {
	m := map[string]*template.Template{}
	for _, l := range languages {
		m[l] = template.Must(template.New("").Funcs(template.FuncMap{
			"t":     func(key string) string { return word(l, key) },
			"to":    func(path string) string { return "/" + l + "/" + path },
			"stamp": func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04") },
			"iso":   func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
			"roles": Roles,
		}).ParseFS(pageFiles, "templates/pages.html"))
	}
	return m
}

// Furnish gives the Guard's pages the look of the house, and puts those of
// logging in and of accounts onto mux. Without accounts there are none.
func (g *Guard) Furnish(mux *http.ServeMux, shell Shell) {
	g.shell = shell
	if g.opt.Accounts == nil {
		return
	}
	for pattern, h := range map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /L/login":             g.showLogin,
		"POST /L/login":            g.login,
		"POST /L/logout":           g.logout,
		"GET /L/account":           g.showAccount,
		"POST /L/account/password": g.changePassword,
		"POST /L/account/sessions": g.endSessions,
		"POST /L/account/tokens":   g.removeToken,
		"GET /L/admin/{$}":         g.showUsers,
		"GET /L/admin/users":       g.showUsers,
		"POST /L/admin/users":      g.changeUser,
		"GET /L/admin/log":         g.showLog,
	} {
		for _, p := range inLanguages(pattern) {
			mux.HandleFunc(p, func(w http.ResponseWriter, r *http.Request) {
				if err := h(w, r); err != nil {
					g.fault(w, r, err)
				}
			})
		}
	}
}

func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// home is the front page in the language of r.
func home(r *http.Request) string { return "/" + langOf(r) + "/" }

// there sends the browser to path of its language, with a word on what was done.
func there(w http.ResponseWriter, r *http.Request, path, done string) error {
	to := url.URL{Path: home(r) + path, RawQuery: url.Values{"done": {done}}.Encode()}
	http.Redirect(w, r, to.String(), http.StatusSeeOther)
	return nil
}

// done is the word that there has sent along, of those that a page knows.
func done(r *http.Request, of ...string) string {
	if d := r.URL.Query().Get("done"); slices.Contains(of, d) {
		return d
	}
	return ""
}

type loginPage struct {
	Name, Next string
	Bad, Done  string
	Wait       int // seconds
}

func (g *Guard) showLogin(w http.ResponseWriter, r *http.Request) error {
	next := local(r.URL.Query().Get("next"))
	if FromContext(r.Context()).Role > Nobody {
		if next == "" {
			next = home(r)
		}
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	g.loginForm(w, r, http.StatusOK, loginPage{Next: next, Bad: done(r, "stale-login"), Done: done(r, "logged-out")})
	return nil
}

// loginForm shows the form; a browser that has none yet is given the cookie
// that the form's token belongs to.
func (g *Guard) loginForm(w http.ResponseWriter, r *http.Request, status int, p loginPage) {
	v := visitorOf(r.Context())
	if v.csrf == "" {
		s := secret()
		g.setCookie(w, visitCookie, s, http.SameSiteStrictMode, 0)
		v.csrf = csrfOf(s)
	}
	g.page(w, r, status, "login", "log-in", p)
}

func (g *Guard) login(w http.ResponseWriter, r *http.Request) error {
	v := visitorOf(r.Context())
	name, password := r.PostForm.Get("username"), r.PostForm.Get("password")
	p := loginPage{Name: shortened(name), Next: local(r.PostForm.Get("next"))}
	ok, wait, tell := g.door.try(name, v.from)
	if !ok {
		if tell {
			if err := g.opt.Accounts.Log(r.Context(), Actor{Address: v.from}, "login throttled", ""); err != nil {
				return err
			}
		}
		p.Bad, p.Wait = "throttled", seconds(wait)
		w.Header().Set("Retry-After", strconv.Itoa(p.Wait))
		g.loginForm(w, r, http.StatusTooManyRequests, p)
		return nil
	}
	_, s, err := g.opt.Accounts.Login(r.Context(), name, password, v.from, r.UserAgent())
	switch {
	case errors.Is(err, ErrBusy):
		p.Bad = "busy"
		w.Header().Set("Retry-After", "5")
		g.loginForm(w, r, http.StatusServiceUnavailable, p)
		return nil
	case errors.Is(err, ErrDenied):
		p.Bad = "denied"
		g.loginForm(w, r, http.StatusForbidden, p)
		return nil
	case err != nil:
		return err
	}
	g.door.opened(name, v.from)
	if old := g.cookie(r, sessionCookie); old != "" {
		if err := g.opt.Accounts.Logout(r.Context(), old); err != nil {
			return err
		}
	}
	g.setCookie(w, sessionCookie, s, http.SameSiteLaxMode, 0)
	g.setCookie(w, visitCookie, "", http.SameSiteStrictMode, -time.Second)
	if p.Next == "" {
		p.Next = home(r)
	}
	http.Redirect(w, r, p.Next, http.StatusSeeOther)
	return nil
}

func (g *Guard) logout(w http.ResponseWriter, r *http.Request) error {
	v := visitorOf(r.Context())
	if err := g.opt.Accounts.Logout(r.Context(), g.cookie(r, sessionCookie)); err != nil {
		return err
	}
	if err := g.opt.Accounts.Log(r.Context(), Actor{v.Name, v.from}, "logout", ""); err != nil {
		return err
	}
	g.setCookie(w, sessionCookie, "", http.SameSiteLaxMode, -time.Second)
	return there(w, r, "login", "logged-out")
}

type accountPage struct {
	Account   *Account
	Sessions  []*Session
	Tokens    []*Token
	Bad, Done string
	Others    bool
}

func (g *Guard) showAccount(w http.ResponseWriter, r *http.Request) error {
	return g.accountPage(w, r, http.StatusOK, "")
}

func (g *Guard) accountPage(w http.ResponseWriter, r *http.Request, status int, bad string) error {
	v := visitorOf(r.Context())
	p := accountPage{Bad: bad, Done: done(r, "done-password", "done-sessions", "done-tokens")}
	var err error
	if p.Account, err = g.opt.Accounts.Account(r.Context(), v.Name); err != nil {
		return err
	}
	if p.Sessions, err = g.opt.Accounts.Sessions(r.Context(), v.Name); err != nil {
		return err
	}
	for _, s := range p.Sessions {
		s.Here = v.sess != nil && s.ID == v.sess.ID
	}
	p.Others = len(p.Sessions) > 1
	if p.Tokens, err = g.opt.Accounts.Tokens(r.Context(), v.Name); err != nil {
		return err
	}
	g.page(w, r, status, "account", "account", p)
	return nil
}

// changePassword asks for the present one again: a browser left open must not
// be enough to take an account over.
func (g *Guard) changePassword(w http.ResponseWriter, r *http.Request) error {
	v := visitorOf(r.Context())
	now, first, second := r.PostForm.Get("now"), r.PostForm.Get("new"), r.PostForm.Get("again")
	switch {
	case first != second:
		return g.accountPage(w, r, http.StatusUnprocessableEntity, "password-differs")
	case CheckPassword(v.Name, first) != nil:
		return g.accountPage(w, r, http.StatusUnprocessableEntity, "password-weak")
	}
	if ok, wait, _ := g.door.try(v.Name, v.from); !ok {
		g.refuse(w, r, &refusing{status: http.StatusTooManyRequests, key: "busy", wait: wait})
		return nil
	}
	n, _, err := g.opt.Accounts.verify(r.Context(), v.Name, now)
	switch {
	case errors.Is(err, ErrDenied):
		return g.accountPage(w, r, http.StatusUnprocessableEntity, "password-wrong")
	case errors.Is(err, ErrBusy):
		g.refuse(w, r, &refusing{status: http.StatusServiceUnavailable, key: "busy", wait: 5 * time.Second})
		return nil
	case err != nil:
		return err
	}
	g.door.opened(v.Name, v.from)
	if err := g.opt.Accounts.SetPassword(r.Context(), Actor{v.Name, v.from}, v.Name, first); err != nil {
		return err
	}
	s, err := g.opt.Accounts.again(r.Context(), n, v.from, r.UserAgent())
	if err != nil {
		return err
	}
	g.setCookie(w, sessionCookie, s, http.SameSiteLaxMode, 0)
	return there(w, r, "account", "done-password")
}

func (g *Guard) endSessions(w http.ResponseWriter, r *http.Request) error {
	v := visitorOf(r.Context())
	here := ""
	if v.sess != nil {
		here = v.sess.ID
	}
	if err := g.opt.Accounts.EndSessions(r.Context(), Actor{v.Name, v.from}, v.Name, r.PostForm.Get("session"), here); err != nil {
		return err
	}
	return there(w, r, "account", "done-sessions")
}

func (g *Guard) removeToken(w http.ResponseWriter, r *http.Request) error {
	v := visitorOf(r.Context())
	err := g.opt.Accounts.RemoveToken(r.Context(), Actor{v.Name, v.from}, v.Name, r.PostForm.Get("label"))
	if err != nil && !errors.Is(err, ErrUnknown) {
		return err
	}
	return there(w, r, "account", "done-tokens")
}
