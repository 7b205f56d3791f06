package access

import (
	"context"
	"encoding/json"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// problem is an answer to a program, as RFC 9457 has it.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

// refuse answers what is not let through: a program with a problem, a browser
// that should log in with the way there, another with a page.
func (g *Guard) refuse(w http.ResponseWriter, r *http.Request, no *refusing) {
	if no.wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(seconds(no.wait)))
	}
	if asksData(r) {
		if no.status == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", `Bearer realm="mahdar"`)
		}
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(no.status)
		json.NewEncoder(w).Encode(problem{"about:blank", http.StatusText(no.status), no.status, word(langOf(r), no.key)})
		return
	}
	login := strings.HasSuffix(r.URL.Path, "/login")
	if g.opt.Accounts != nil && no.status == http.StatusUnauthorized || login && no.key == "stale-form" {
		q := url.Values{}
		if login {
			q.Set("done", "stale-login")
			q.Set("next", local(r.PostForm.Get("next")))
		} else if r.Method == http.MethodGet {
			q.Set("next", r.URL.RequestURI())
		}
		if q.Get("next") == "" {
			q.Del("next")
		}
		to := url.URL{Path: "/" + langOf(r) + "/login", RawQuery: q.Encode()}
		http.Redirect(w, r, to.String(), http.StatusSeeOther)
		return
	}
	g.page(w, r, no.status, "refused", "refused", word(langOf(r), no.key))
}

// asksData reports whether an answer is read by a program or a script.
func asksData(r *http.Request) bool {
	switch mode := r.Header.Get("Sec-Fetch-Mode"); {
	case mode == "navigate":
		return false // somebody opens the documentation of the API
	case mode != "":
		return true
	}
	return forPrograms(r.URL.Path) || strings.Contains(r.Header.Get("Accept"), "json")
}

// fault answers where something broke that is not the visitor's doing.
func (g *Guard) fault(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	g.opt.Log.Error("accounts cannot be used", "path", r.URL.Path, "error", err)
	g.refuse(w, r, &refusing{status: http.StatusInternalServerError, key: "broken"})
}

// page answers with a page of templates/pages.html in the look of the house.
func (g *Guard) page(w http.ResponseWriter, r *http.Request, status int, name, title string, body any) {
	lang := langOf(r)
	var b strings.Builder
	if err := g.pages[lang].ExecuteTemplate(&b, name, map[string]any{"Body": body, "CSRF": CSRFField(r.Context()), "User": FromContext(r.Context())}); err != nil {
		g.opt.Log.Error("a page failed", "path", r.URL.Path, "error", err)
		http.Error(w, word(lang, "broken"), http.StatusInternalServerError)
		return
	}
	if g.shell != nil {
		if err := g.shell(w, r, status, lang, word(lang, title), template.HTML(b.String())); err != nil {
			g.opt.Log.Error("a page failed", "path", r.URL.Path, "error", err)
		}
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	dir := "ltr"
	if lang == "ar" {
		dir = "rtl"
	}
	w.Write([]byte(`<!doctype html><html lang="` + lang + `" dir="` + dir + `"><meta charset="utf-8"><title>` + template.HTMLEscapeString(word(lang, title)) + `</title><main>` + b.String() + `</main></html>`))
}

// local is an address of this site out of a form or a query, "" where it could
// lead elsewhere.
func local(next string) string {
	u, err := url.Parse(next)
	if err != nil || len(next) > 2000 || u.Scheme != "" || u.Host != "" || u.User != nil || u.Opaque != "" ||
		!strings.HasPrefix(next, "/") || strings.HasPrefix(u.Path, "//") || strings.ContainsAny(next, "\\\r\n\t") || strings.ContainsAny(u.Path, "\\") || strings.HasPrefix(u.Path, "/login") {
		return ""
	}
	for _, l := range languages { // no ring
		if u.Path == "/"+l+"/login" || u.Path == "/"+l+"/logout" {
			return ""
		}
	}
	to := url.URL{Path: u.Path, RawPath: u.RawPath, RawQuery: u.RawQuery, Fragment: u.Fragment}
	return to.String()
}
