package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mahdar/access"
	"mahdar/fact"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
	"mahdar/text"
	"mahdar/web"
)

const phrase = "seven stars over the valley"

// guarded serves a record of two invented articles behind accounts: huda is
// admin, زين is coder. With nobody it serves one user instead.
func guarded(t *testing.T, accounts bool) *httptest.Server {
	t.Helper()
	ctx := t.Context()
	db, err := sqlite.Memory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Add(ctx, []*store.Parcel{storetest.Parcel(1, 1), storetest.Parcel(2, 2)}); err != nil {
		t.Fatal(err)
	}
	opt := access.Options{LocalUser: "zain"}
	if accounts {
		acc, err := access.Open(ctx, filepath.Join(t.TempDir(), "talks.accounts.db"), true)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { acc.Close() })
		by := access.Actor{Name: "root", Address: "command line"}
		for name, role := range map[string]access.Role{"huda": access.Admin, "زين": access.Coder} {
			if err := acc.Add(ctx, by, name, role, phrase); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := acc.AddToken(ctx, by, "huda", "notebook", access.Reader, time.Now().Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		for i := range 120 {
			if err := acc.Log(ctx, access.Actor{Name: "زين", Address: "192.0.2.7"}, "decision", fmt.Sprintf("accept s%04dk1", i)); err != nil {
				t.Fatal(err)
			}
		}
		opt = access.Options{Accounts: acc}
	}
	guard := access.New(opt)
	pages, err := web.New(web.Options{Record: db, Access: guard, Read: func(doc *text.Document) (*fact.Reading, error) {
		return &fact.Reading{ID: doc.ID(), Text: doc.Text, Source: doc.Source, Published: doc.Published}, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(guard.Wrap(pages))
	t.Cleanup(srv.Close)
	return srv
}

// One user sees his name on every page, and every form brings its token along.
func TestOneUser(t *testing.T) {
	srv := guarded(t, false)
	_, _, body := get(t, srv.URL+"/en/try")
	token := regexp.MustCompile(`name="csrf" value="([^"]+)"`).FindStringSubmatch(body)
	if token == nil || !strings.Contains(body, ">zain</bdi>") || !strings.Contains(body, `<meta name="csrf-token" content="`+token[1]+`">`) || strings.Contains(body, "/en/account") {
		t.Fatalf("%s", body)
	}
	for want, form := range map[int]url.Values{200: {"csrf": {token[1]}, "text": {"قال"}}, 403: {"text": {"قال"}}} {
		resp, err := http.PostForm(srv.URL+"/en/try", form)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%v: %d, want %d", form, resp.StatusCode, want)
		}
	}
	if status, _, _ := get(t, srv.URL+"/en/login"); status != http.StatusNotFound {
		t.Errorf("there is a login without accounts: %d", status)
	}
}

// Every form of every page that changes anything has its token.
func TestFormsHaveTokens(t *testing.T) {
	files, err := filepath.Glob("templates/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	forms := regexp.MustCompile(`(?is)<form[^>]*method="post"[^>]*>(.*?)</form>`)
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range forms.FindAllString(string(b), -1) {
			if !strings.Contains(form, "CSRF") && !strings.Contains(form, "csrf") {
				t.Errorf("%s: this form brings no token along and would be refused: %.200s", f, form)
			}
		}
	}
}

// TestAccountsInBrowser logs in by keyboard in both languages and widths, and
// looks at every page of accounts.
func TestAccountsInBrowser(t *testing.T) {
	b := browser(t)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	srv := guarded(t, true)
	for _, lang := range []string{"ar", "en"} {
		for _, width := range widths {
			in := b.MustIncognito()
			look := func(p *looker, name string) {
				t.Helper()
				full := fmt.Sprintf("%s %s at %d", lang, name, width)
				wide := p.page.MustEval(`() => document.documentElement.scrollWidth - document.documentElement.clientWidth`).Int()
				if wide > 1 {
					t.Errorf("%s is %d pixels wider than the window", full, wide)
				}
				p.axe(full, string(axe))
				p.shot(fmt.Sprintf("account-%s-%d-%s", lang, width, name))
			}
			p := open(t, in, srv.URL, width)
			if width == widths[1] {
				p.dark()
			}
			p.visit("front", srv.URL+"/"+lang+"/actors")
			if at := p.page.MustInfo().URL; !strings.Contains(at, "/"+lang+"/login?next=") {
				t.Fatalf("a stranger is at %s", at)
			}
			look(p, "login")
			wait := p.page.MustWaitNavigation()
			p.page.MustElement("#username").MustInput("huda")
			p.page.MustElement("#password").MustInput(phrase).MustType('\r')
			wait()
			p.page.MustWaitLoad()
			if at := p.page.MustInfo().URL; at != srv.URL+"/"+lang+"/actors" {
				t.Fatalf("after login huda is at %s", at)
			}
			if got := p.page.MustElement(".me bdi").MustText(); got != "huda" {
				t.Errorf("the page names %q", got)
			}
			look(p, "front")
			for _, path := range []string{"account", "admin/users", "admin/log"} {
				p.visit(path, srv.URL+"/"+lang+"/"+path)
				look(p, strings.ReplaceAll(path, "/", "-"))
			}
			if n := len(p.page.MustElements("table.log tbody tr")); n != 100 {
				t.Errorf("%d lines of the log", n)
			}
			wait = p.page.MustWaitNavigation()
			p.page.MustElement(`.pager a[rel="next"]`).MustClick()
			wait()
			p.page.MustWaitLoad()
			p.visit("account", srv.URL+"/"+lang+"/account")
			wait = p.page.MustWaitNavigation()
			p.page.MustElement("form.leave button").MustClick()
			wait()
			p.page.MustWaitLoad()
			look(p, "logged-out")
			p.done(lang)
			in.Close()
		}
	}
}

// A wrong password is told in words, to a screen reader too, and the name stays.
func TestWrongPassword(t *testing.T) {
	b := browser(t)
	srv := guarded(t, true)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, b.MustIncognito(), srv.URL, widths[0])
	p.visit("login", srv.URL+"/ar/login")
	p.page.MustElement("#username").MustInput("زين")
	wait := p.page.MustWaitNavigation()
	p.page.MustElement("#password").MustInput("not this one").MustType('\r')
	wait()
	p.page.MustWaitLoad()
	if got := p.page.MustElement(`[role="alert"]`).MustText(); !strings.Contains(got, "لا يتفقان") {
		t.Errorf("told: %s", got)
	}
	if got := p.page.MustElement("#username").MustProperty("value").Str(); got != "زين" {
		t.Errorf("the name is %q", got)
	}
	p.axe("denied", string(axe))
	p.shot("account-denied")
	// A coder does not see users.
	wait = p.page.MustWaitNavigation()
	p.page.MustElement("#password").MustInput(phrase).MustType('\r')
	wait()
	p.page.MustWaitLoad()
	p.page.MustNavigate(srv.URL + "/ar/admin/users").MustWaitLoad()
	if got := p.page.MustElement(`[role="alert"]`).MustText(); !strings.Contains(got, "لا يكفي دورك") {
		t.Errorf("told: %s", got)
	}
	p.axe("refused", string(axe))
	p.shot("account-refused")
	p.page.Close()
}
