package access

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// site is a Guard before a handler that tells who asks and notes decisions.
func site(t *testing.T, opt Options) *httptest.Server {
	t.Helper()
	g := New(opt)
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		u := FromContext(r.Context())
		if r.Method != http.MethodGet {
			Note(r.Context(), "accept s3k1")
		}
		fmt.Fprintf(w, "%s %s csrf=%s", u.Name, u.Role, CSRFToken(r.Context()))
	})
	g.Furnish(mux, nil)
	srv := httptest.NewServer(g.Wrap(mux))
	t.Cleanup(srv.Close)
	return srv
}

// client is a browser of sorts: it keeps cookies and follows nothing.
type client struct {
	t    *testing.T
	home string
	http.Client
	head http.Header
}

func visitorTo(t *testing.T, srv *httptest.Server) *client {
	jar, _ := cookiejar.New(nil)
	c := &client{t: t, home: srv.URL, head: http.Header{}}
	c.Jar = jar
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return c
}

func (c *client) ask(method, path string, form url.Values, head ...string) (*http.Response, string) {
	c.t.Helper()
	req, err := http.NewRequest(method, c.home+path, strings.NewReader(form.Encode()))
	if err != nil {
		c.t.Fatal(err)
	}
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(head); i += 2 {
		req.Header.Set(head[i], head[i+1])
		if head[i] == "Host" {
			req.Host = head[i+1]
		}
	}
	resp, err := c.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	return resp, string(b)
}

var csrfInPage = regexp.MustCompile(`(?:name="csrf" value="|csrf=)([A-Za-z0-9_-]+)`)

func csrfIn(body string) string {
	if m := csrfInPage.FindStringSubmatch(body); m != nil {
		return m[1]
	}
	return ""
}

// logIn logs in with a form, as a browser does.
func (c *client) logIn(name, password, next string) (*http.Response, string) {
	c.t.Helper()
	_, body := c.ask("GET", "/en/login?next="+url.QueryEscape(next), nil)
	return c.ask("POST", "/en/login", url.Values{"csrf": {csrfIn(body)}, "username": {name}, "password": {password}, "next": {next}})
}

func (c *client) want(status int, method, path string, form url.Values, head ...string) string {
	c.t.Helper()
	resp, body := c.ask(method, path, form, head...)
	if resp.StatusCode != status {
		c.t.Errorf("%s %s %v: %d, want %d: %s", method, path, head, resp.StatusCode, status, body)
	}
	return body
}

func TestOneUser(t *testing.T) {
	srv := site(t, Options{LocalUser: "zain"})
	c := visitorTo(t, srv)
	resp, body := c.ask("GET", "/ar/", nil)
	if !strings.HasPrefix(body, "zain admin csrf=") {
		t.Errorf("%s", body)
	}
	for k, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY", "Cache-Control": "no-store"} {
		if got := resp.Header.Get(k); got != want {
			t.Errorf("%s: %q", k, got)
		}
	}
	if p := resp.Header.Get("Content-Security-Policy"); strings.Contains(p, "unsafe") || !strings.Contains(p, "default-src 'none'") || !strings.Contains(p, "frame-ancestors 'none'") {
		t.Errorf("policy %q", p)
	}
	token := csrfIn(body)
	c.want(200, "POST", "/ar/review", url.Values{"csrf": {token}})
	c.want(200, "POST", "/ar/review", nil, "X-CSRF-Token", token)
	c.want(403, "POST", "/ar/review", url.Values{"csrf": {"x"}})
	c.want(403, "POST", "/ar/review?csrf="+token, url.Values{})
	c.want(403, "POST", "/ar/review", url.Values{"csrf": {token}}, "Sec-Fetch-Site", "cross-site")
	c.want(403, "POST", "/ar/review", url.Values{"csrf": {token}}, "Origin", "https://elsewhere.example")
	c.want(403, "POST", "/ar/unheard-of", url.Values{"csrf": {token}})
	c.want(413, "POST", "/ar/review", url.Values{"csrf": {token}, "x": {strings.Repeat("x", 2<<20)}})
	c.want(200, "POST", "/api/v1/decisions", nil) // a program of this machine
	c.want(403, "POST", "/api/v1/decisions", nil, "Sec-Fetch-Site", "same-site")
	c.want(403, "POST", "/api/v1/decisions", nil, "Sec-Fetch-Site", "same-origin")
	c.want(200, "POST", "/api/v1/decisions", nil, "Sec-Fetch-Site", "same-origin", "X-CSRF-Token", token)
	c.want(404+17, "GET", "/ar/", nil, "Host", "evil.example") // 421
	c.want(421, "GET", "/ar/", nil, "X-Forwarded-For", "203.0.113.9")
	c.want(200, "GET", "/ar/login", nil) // the handler's: there is no login
}

func TestLoginPages(t *testing.T) {
	a, clk := house(t)
	srv := site(t, Options{Accounts: a, AnyHost: true, Proxied: true})
	c := visitorTo(t, srv)
	resp, _ := c.ask("GET", "/ar/talks/x?y=1", nil)
	if to := resp.Header.Get("Location"); resp.StatusCode != 303 || to != "/ar/login?next=%2Far%2Ftalks%2Fx%3Fy%3D1" {
		t.Errorf("%d %s", resp.StatusCode, to)
	}
	for _, path := range []string{"/en/review", "/en/admin/log", "/nothing", "/en/account"} {
		c.want(303, "GET", path, nil)
	}
	c.want(303, "POST", "/en/review", url.Values{})
	c.want(401, "GET", "/en/review", nil, "Accept", "application/json")
	c.want(401, "GET", "/en/review", nil, "Sec-Fetch-Mode", "cors")

	// A form from elsewhere, which cannot know the token, logs nobody in.
	resp, _ = c.ask("POST", "/en/login", url.Values{"username": {"zain"}, "password": {good + "zain"}})
	if to := resp.Header.Get("Location"); resp.StatusCode != 303 || to != "/en/login?done=stale-login" {
		t.Errorf("without a token: %d %s", resp.StatusCode, to)
	}
	resp, body := c.logIn("zain", "wrong", "/en/review")
	if resp.StatusCode != 403 || !strings.Contains(body, "do not belong together") || strings.Contains(body, "wrong") || !strings.Contains(body, `value="/en/review"`) {
		t.Errorf("a wrong password: %d %s", resp.StatusCode, body)
	}
	resp, _ = c.logIn("zain", good+"zain", "/en/review")
	if to := resp.Header.Get("Location"); resp.StatusCode != 303 || to != "/en/review" {
		t.Errorf("a right one: %d %s", resp.StatusCode, to)
	}
	for _, k := range resp.Cookies() {
		if !k.HttpOnly || k.Path != "/" || k.Secure || k.Domain != "" || k.SameSite == http.SameSiteDefaultMode || k.SameSite == http.SameSiteNoneMode {
			t.Errorf("cookie %+v", k)
		}
	}
	body = c.want(200, "GET", "/en/", nil)
	if !strings.HasPrefix(body, "zain coder ") {
		t.Errorf("%s", body)
	}
	token := csrfIn(body)
	c.want(200, "POST", "/en/review", url.Values{"csrf": {token}}, "X-Forwarded-For", "198.51.100.1, 203.0.113.9")
	c.want(403, "POST", "/en/review", url.Values{})
	c.want(403, "POST", "/en/adjudicate", url.Values{"csrf": {token}})
	c.want(403, "GET", "/en/admin/users", nil)
	c.want(403, "POST", "/en/unheard-of", url.Values{"csrf": {token}})
	c.want(403, "POST", "/api/v1/decisions", url.Values{})
	c.want(200, "POST", "/api/v1/decisions", nil, "X-CSRF-Token", token)
	lines, err := a.Lines(t.Context(), LogQuery{What: "decision"})
	if err != nil || len(lines) != 2 || lines[1].Who != "zain" || lines[1].Detail != "accept s3k1" || lines[1].Address != "203.0.113.9" {
		t.Errorf("%+v, %v", lines, err)
	}
	// Another browser's token is good for nothing here.
	d := visitorTo(t, srv)
	d.logIn("zain", good+"zain", "")
	c.want(403, "POST", "/en/review", url.Values{"csrf": {csrfIn(d.want(200, "GET", "/en/", nil))}})

	resp, _ = c.ask("POST", "/en/logout", url.Values{"csrf": {token}})
	if resp.Header.Get("Location") != "/en/login?done=logged-out" {
		t.Errorf("logout: %v", resp.Header)
	}
	c.want(303, "GET", "/en/", nil)
	d.want(200, "GET", "/en/", nil)
	clk.passes(idleFor + time.Second)
	d.want(303, "GET", "/en/", nil)
}

func TestSecureCookies(t *testing.T) {
	a, _ := house(t)
	srv := site(t, Options{Accounts: a, AnyHost: true, Proxied: true, Secure: true})
	resp, body := visitorTo(t, srv).ask("GET", "/en/login", nil)
	visit := resp.Cookies()[0]
	c := visitorTo(t, srv)
	c.Jar = nil
	resp, _ = c.ask("POST", "/en/login", url.Values{"csrf": {csrfIn(body)}, "username": {"zain"}, "password": {good + "zain"}}, "Cookie", visit.Name+"="+visit.Value)
	if resp.StatusCode != 303 || resp.Header.Get("Strict-Transport-Security") == "" {
		t.Fatalf("%d %v", resp.StatusCode, resp.Header)
	}
	for _, k := range append(resp.Cookies(), visit) {
		if !k.Secure || !k.HttpOnly || !strings.HasPrefix(k.Name, "__Host-mahdar-") || k.Path != "/" {
			t.Errorf("cookie %+v", k)
		}
	}
	if visit.SameSite != http.SameSiteStrictMode {
		t.Errorf("%+v", visit)
	}
}

// Files of a form that was sent are gone when it has been answered.
func TestFilesOfForms(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	seen := 0
	g := New(Options{LocalUser: "zain"})
	srv := httptest.NewServer(g.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		files, _ := os.ReadDir(dir)
		seen = len(files)
	})))
	defer srv.Close()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	form.WriteField(CSRFFieldName, g.csrf)
	f, _ := form.CreateFormFile("article", "a.txt")
	f.Write(bytes.Repeat([]byte("x"), 12<<20))
	form.Close()
	resp, err := http.Post(srv.URL+"/ar/try", form.FormDataContentType(), &b)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if files, _ := os.ReadDir(dir); resp.StatusCode != 200 || seen != 1 || len(files) != 0 {
		t.Errorf("%d: %d files, %d left", resp.StatusCode, seen, len(files))
	}
}

func TestThrottled(t *testing.T) {
	a, clk := house(t)
	srv := site(t, Options{Accounts: a, AnyHost: true, Proxied: true})
	c := visitorTo(t, srv)
	try := func(from string) int {
		_, body := c.ask("GET", "/ar/login", nil)
		resp, body := c.ask("POST", "/ar/login", url.Values{"csrf": {csrfIn(body)}, "username": {"zain"}, "password": {"x"}}, "X-Forwarded-For", from)
		if resp.StatusCode == 429 && (resp.Header.Get("Retry-After") == "" || !strings.Contains(body, `role="alert"`)) {
			t.Errorf("%v %s", resp.Header, body)
		}
		return resp.StatusCode
	}
	for i := range 10 {
		want := 403
		if i >= 6 {
			want = 429
		}
		// What the client writes before the proxy's own address changes nothing.
		if got := try(fmt.Sprintf("192.0.2.%d, 203.0.113.5", i)); got != want {
			t.Errorf("try %d: %d", i, got)
		}
	}
	if lines, _ := a.Lines(t.Context(), LogQuery{What: "login throttled"}); len(lines) != 1 {
		t.Errorf("%d lines", len(lines))
	}
	if got := try("203.0.113.6"); got != 403 {
		t.Errorf("from another address: %d", got)
	}
	clk.passes(time.Minute)
	if got := try("203.0.113.5"); got != 403 {
		t.Errorf("a minute later: %d", got)
	}
}

func TestPrograms(t *testing.T) {
	a, clk := house(t)
	srv := site(t, Options{Accounts: a, AnyHost: true})
	tok, err := a.AddToken(t.Context(), hand, "zain", "notebook", Reader, clk.at.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	c := visitorTo(t, srv)
	resp, body := c.ask("GET", "/api/v1/meetings", nil)
	var p problem
	if err := json.Unmarshal([]byte(body), &p); err != nil || resp.StatusCode != 401 || p.Status != 401 || resp.Header.Get("Content-Type") != "application/problem+json" || !strings.HasPrefix(resp.Header.Get("WWW-Authenticate"), "Bearer") {
		t.Errorf("%d %v %s", resp.StatusCode, resp.Header, body)
	}
	c.want(303, "GET", "/api/v1/docs", nil, "Sec-Fetch-Mode", "navigate")
	if body := c.want(200, "GET", "/api/v1/meetings", nil, "Authorization", "Bearer "+tok); !strings.HasPrefix(body, "zain reader") {
		t.Errorf("%s", body)
	}
	c.want(200, "POST", "/mcp", nil, "Authorization", "bearer "+tok)
	c.want(403, "POST", "/api/v1/decisions", nil, "Authorization", "Bearer "+tok)
	for _, h := range []string{"Bearer", "Bearer x", "Basic " + tok, tok, "Bearer " + tok + "x", "Bearer  "} {
		c.want(401, "GET", "/api/v1/meetings", nil, "Authorization", h)
	}
	c.want(303, "GET", "/en/", nil, "Authorization", "Bearer "+tok) // pages are for people
	// A bad token is not made good by a session.
	c.logIn("huda", good+"huda", "")
	c.want(200, "GET", "/api/v1/meetings", nil)
	c.want(401, "GET", "/api/v1/meetings", nil, "Authorization", "Bearer x")
}

func TestAccountPages(t *testing.T) {
	a, _ := house(t)
	srv := site(t, Options{Accounts: a, AnyHost: true})
	c, d := visitorTo(t, srv), visitorTo(t, srv)
	c.logIn("zain", good+"zain", "")
	d.logIn("zain", good+"zain", "")
	body := c.want(200, "GET", "/ar/account", nil)
	token := csrfIn(body)
	if !strings.Contains(body, "هذه الجلسة") || strings.Contains(body, "/ar/admin/") {
		t.Errorf("%s", body)
	}
	const newer = "ثماني سفن عند الرصيف"
	change := func(now, first, second string) url.Values {
		return url.Values{"csrf": {token}, "now": {now}, "new": {first}, "again": {second}}
	}
	c.want(422, "POST", "/ar/account/password", change(good+"zain", newer, newer+"x"))
	c.want(422, "POST", "/ar/account/password", change(good+"zain", "short", "short"))
	c.want(422, "POST", "/ar/account/password", change("wrong", newer, newer))
	d.want(200, "GET", "/ar/", nil)
	c.want(303, "POST", "/ar/account/password", change(good+"zain", newer, newer))
	d.want(303, "GET", "/ar/", nil)
	body = c.want(200, "GET", "/ar/account?done=done-password", nil)
	if !strings.Contains(body, "تغيرت كلمة السر") {
		t.Errorf("%s", body)
	}
	token = csrfIn(body)
	if resp, _ := d.logIn("zain", good+"zain", ""); resp.StatusCode != 403 {
		t.Error("the old password is good still")
	}
	d.logIn("zain", newer, "")
	c.want(303, "POST", "/ar/account/sessions", url.Values{"csrf": {token}})
	d.want(303, "GET", "/ar/", nil)
	c.want(200, "GET", "/ar/", nil)
	// Nobody ends another's session.
	e := visitorTo(t, srv)
	e.logIn("omar", good+"omar", "")
	theirs, _ := a.Sessions(t.Context(), "omar")
	c.want(303, "POST", "/ar/account/sessions", url.Values{"csrf": {token}, "session": {theirs[0].ID}})
	e.want(200, "GET", "/ar/", nil)
}

func TestAdminPages(t *testing.T) {
	a, _ := house(t)
	srv := site(t, Options{Accounts: a, AnyHost: true})
	c, d := visitorTo(t, srv), visitorTo(t, srv)
	c.logIn("huda", good+"huda", "")
	d.logIn("zain", good+"zain", "")
	token := csrfIn(c.want(200, "GET", "/en/admin/users", nil))
	do := func(name, what, role string) url.Values {
		return url.Values{"csrf": {token}, "name": {name}, "do": {what}, "role": {role}}
	}
	c.want(422, "POST", "/en/admin/users", do("huda", "role", "reader"))
	c.want(422, "POST", "/en/admin/users", do("nobody", "lock", ""))
	c.want(422, "POST", "/en/admin/users", do("zain", "role", "king"))
	c.want(422, "POST", "/en/admin/users", do("zain", "behead", ""))
	c.want(303, "POST", "/en/admin/users", do("zain", "role", "adjudicator"))
	d.want(303, "GET", "/en/", nil)
	d.logIn("zain", good+"zain", "")
	if body := d.want(200, "GET", "/en/", nil); !strings.HasPrefix(body, "zain adjudicator") {
		t.Errorf("%s", body)
	}
	c.want(303, "POST", "/en/admin/users", do("zain", "lock", ""))
	d.want(303, "GET", "/en/", nil)
	for i := range 150 {
		if err := a.Log(t.Context(), Actor{"zain", ""}, "export", fmt.Sprintf("<b>csv</b> %d", i)); err != nil {
			t.Fatal(err)
		}
	}
	body := c.want(200, "GET", "/en/admin/log?who=zain", nil)
	older := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(body)
	if older == nil || strings.Contains(body, "<b>csv") || !strings.Contains(body, "csv&lt;/b&gt; 149") || strings.Contains(body, "csv&lt;/b&gt; 49<") {
		t.Fatalf("%s", body)
	}
	body = c.want(200, "GET", "/en/admin/log"+strings.ReplaceAll(older[1], "&amp;", "&"), nil)
	if !strings.Contains(body, "csv&lt;/b&gt; 49<") || strings.Contains(body, `rel="next"`) || !strings.Contains(body, `rel="first"`) {
		t.Errorf("%s", body)
	}
}

func TestLocal(t *testing.T) {
	for next, want := range map[string]string{
		"/ar/": "/ar/", "/en/search?q=%D8%A7&x=1": "/en/search?q=%D8%A7&x=1", "/en/article/a?fact=s1#s1": "/en/article/a?fact=s1#s1",
		"": "", "//evil.example": "", "/\\evil.example": "", "https://evil.example/": "", "javascript:alert(1)": "", "\\\\evil": "", "ar/": "",
		"/%5Cevil.example": "", "/%2F/evil": "", "///evil": "", "/ar/\r\nSet-Cookie: x": "", "/ar/login": "", "/en/logout": "", "/ar/ x": "/ar/%20x",
	} {
		if got := local(next); got != want {
			t.Errorf("%q: %q, want %q", next, got, want)
		}
	}
}

func FuzzLocal(f *testing.F) {
	f.Add("/ar/x?y#z")
	f.Add("//evil")
	f.Add("/%2f%2fevil")
	base, _ := url.Parse("https://here.example/en/login")
	f.Fuzz(func(t *testing.T, s string) {
		next := local(s)
		if next == "" {
			return
		}
		u, err := url.Parse(next)
		if err != nil {
			t.Fatalf("%q: %v", next, err)
		}
		if to := base.ResolveReference(u); to.Host != "here.example" || to.Scheme != "https" || strings.HasPrefix(to.Path, "//") || strings.ContainsAny(next, "\\\r\n\t") || len(next) > 1 && next[1] == '/' {
			t.Errorf("%q leads to %s", s, to)
		}
	})
}

func FuzzLastHop(f *testing.F) {
	f.Add("203.0.113.9", "10.0.0.1, [2001:db8::1]:443")
	f.Add("", "unknown")
	f.Add("fe80::1%eth0", ",,,")
	f.Fuzz(func(t *testing.T, first, second string) {
		a, ok := lastHop([]string{first, second})
		if ok != a.IsValid() || ok && (a.Zone() != "" || network(a.String()) == "") {
			t.Errorf("%q %q: %v %v", first, second, a, ok)
		}
		if b, ok2 := lastHop([]string{second}); ok2 != ok || a != b {
			t.Errorf("%q changes what %q says", first, second)
		}
	})
}

// FuzzCredentials: no cookie and no token that was not given out lets anybody in.
func FuzzCredentials(f *testing.F) {
	a, c := house(f)
	g := New(Options{Accounts: a, AnyHost: true})
	tok, err := a.AddToken(f.Context(), hand, "zain", "x", Reader, c.at.Add(time.Hour))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(g.cookieName(sessionCookie)+"="+secret(), "Bearer "+secret())
	f.Add("a=b; "+g.cookieName(sessionCookie)+"=\"x\"", "bearer "+tok[:len(tok)-1])
	f.Fuzz(func(t *testing.T, cookie, auth string) {
		r := httptest.NewRequest("GET", "/api/v1/x", nil)
		r.Header["Cookie"] = []string{cookie}
		r.Header["Authorization"] = []string{auth}
		v, err := g.who(r)
		if err != nil || v.Name != "" && !strings.Contains(auth, tok) {
			t.Errorf("%q %q: %+v, %v", cookie, auth, v, err)
		}
	})
}
