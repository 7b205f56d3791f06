package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"path"
	"strings"

	"mahdar/access"
	"mahdar/minutes"
)

//go:embed templates/*.html
var templateFiles embed.FS

// page is a template with the layout around it, in one language.
type page struct {
	t *template.Template
}

// frame is what the layout shows around a page's Body.
type frame struct {
	Lang, Dir      string
	Other          string // the same page in the other language
	OtherLang      string
	Title          string
	Section        string // of the navigation
	Query          string // in the search box
	Nav            []navItem
	Invented, Wide bool
	Bare           bool // without navigation: nobody has logged in
	User           access.User
	Accounts       bool // people log in here
	CSRF           template.HTML
	CSRFToken      string
	Desk           bool // people can decide on this page
	Body           any
}

type navItem struct {
	Key, Href string
	Here      bool
}

// titled is the title of a page: words of a source, or a key of words.tsv.
type titled struct {
	words string
	key   bool
}

func titleKey(k string) titled   { return titled{k, true} }
func titleWords(w string) titled { return titled{clean(w), false} }

// parse makes each page of templates/ in each language. A page is a file whose
// name does not begin with an underscore; those that do are shared.
func (s *Server) parse() (map[minutes.Lang]map[string]*page, error) {
	files, err := templateFiles.ReadDir("templates")
	if err != nil {
		return nil, err
	}
	out := map[minutes.Lang]map[string]*page{}
	for _, l := range []minutes.Lang{minutes.Arabic, minutes.English} {
		shared, err := template.New("").Funcs(s.funcs(l)).ParseFS(templateFiles, "templates/_*.html")
		if err != nil {
			return nil, err
		}
		out[l] = map[string]*page{}
		for _, f := range files {
			if strings.HasPrefix(f.Name(), "_") {
				continue
			}
			t, err := shared.Clone()
			if err == nil {
				t, err = t.ParseFS(templateFiles, "templates/"+f.Name())
			}
			if err != nil {
				return nil, err
			}
			out[l][strings.TrimSuffix(f.Name(), ".html")] = &page{t}
		}
	}
	return out, nil
}

func (s *Server) funcs(l minutes.Lang) template.FuncMap {
	return template.FuncMap{
		"t":       func(key string) string { return word(l, key) },
		"act":     func(key string) string { return minutes.Act(l, key) },
		"count":   func(n int, key string) string { return count(l, n, key) },
		"num":     number,
		"date":    func(edtf string) string { return date(l, edtf) },
		"asset":   s.assets.address,
		"to":      func(parts ...string) string { return address(l, parts...) },
		"talks":   func(key string) string { return s.talksName(l, key) },
		"clean":   clean,
		"safeurl": outward,
		"arrow":   func() string { return map[minutes.Lang]string{minutes.Arabic: "←", minutes.English: "→"}[l] },
		"ar":      func() bool { return l == minutes.Arabic },
		"add":     func(a, b int) int { return a + b },
	}
}

// address is the address of a page: address(ar, "actor", id) is /ar/actor/ID.
func address(l minutes.Lang, parts ...string) string {
	b := "/" + string(l)
	for _, p := range parts {
		b += "/" + url.PathEscape(p)
	}
	if len(parts) == 0 {
		b += "/"
	}
	return b
}

// outward is an address of an article where it is one of the web, "" otherwise:
// what articles say of themselves is not to be trusted.
func outward(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// render writes a page. Nothing is sent before all of it is made.
func (s *Server) render(v *visit, status int, name string, title titled, body any) error {
	f := frame{User: access.FromContext(v.ctx()), Accounts: s.opt.Access != nil && s.opt.Access.HasAccounts(),
		CSRF: access.CSRFField(v.ctx()), CSRFToken: access.CSRFToken(v.ctx()),
		Lang: string(v.lang), Dir: "ltr", OtherLang: "ar", Section: name, Body: body, Invented: s.opt.Invented,
		Query: clean(strings.TrimSpace(v.URL.Query().Get("q"))), Wide: name == "article" || name == "said" || name == "places"}
	if name == "actors" {
		f.Query = "" // it is asked of names, in a box of its own
	}
	if v.lang == minutes.Arabic {
		f.Dir, f.OtherLang = "rtl", "en"
	}
	f.Title = title.words
	if title.key {
		f.Title = word(v.lang, title.words)
	}
	f.Bare = f.Accounts && f.User.Role == access.Nobody
	f.Other = otherAddress(v, f.OtherLang)
	for _, n := range [][2]string{{"overview", ""}, {"actors", "actors"}, {"said", "said"}, {"places", "places"}, {"commitments", "commitments"}, {"disagreements", "disagreements"}, {"sources", "sources"}, {"try", "try"}} {
		if n[0] == "try" && s.opt.Read == nil {
			continue
		}
		f.Nav = append(f.Nav, navItem{n[0], path.Join("/", f.Lang, n[1]), n[0] == name})
	}
	f.Nav[0].Href += "/"
	f.Nav = append(f.Nav, s.deskNav(v, name)...)
	f.Desk = s.onDesk(v, name)
	var b bytes.Buffer
	if err := s.pages[v.lang][name].t.ExecuteTemplate(&b, "layout", f); err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.w.Header().Set("Content-Language", f.Lang)
	if v.tag != "" && status == http.StatusOK {
		v.w.Header().Set("ETag", v.tag)
		v.w.Header().Set("Vary", "Cookie")
	}
	v.w.WriteHeader(status)
	_, err := b.WriteTo(v.w)
	return err
}

// otherAddress is the same page in another language.
func otherAddress(v *visit, lang string) string {
	rest := strings.TrimPrefix(v.URL.EscapedPath(), "/"+string(v.lang))
	if !strings.HasPrefix(rest, "/") || v.Method != http.MethodGet || rest == v.URL.EscapedPath() {
		return "/" + lang + "/"
	}
	if v.URL.RawQuery != "" {
		rest += "?" + v.URL.Query().Encode()
	}
	return "/" + lang + rest
}

func (s *Server) talksName(l minutes.Lang, key string) string {
	if key == "" {
		return word(l, "process-none")
	}
	if s.opt.ProcessName != nil {
		if n := s.opt.ProcessName(key, l); n != "" {
			return n
		}
	}
	return clean(key)
}
