package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"mahdar/answer"
	"mahdar/api"
	"mahdar/demo/demotest"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/minutes"
	"mahdar/read"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// shared is the record of the demo, which no test changes, and what serves it.
var shared = sync.OnceValues(func() (*api.Server, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	db, err := demotest.Open(context.Background())
	if err != nil {
		return nil, err
	}
	return api.New(api.Options{
		Answer: answer.Options{Record: store.Reviewed(db), Link: func(id record.ID, l minutes.Lang) string { return "/" + string(l) + "/fact/" + id.String() }},
		Read:   func(doc *text.Document) (*fact.Reading, error) { return read.Article(doc, lex), nil },
	})
})

// room serves the record of the demo.
func room(t testing.TB) *api.Server {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask asks the server and returns what it answers.
func ask(h http.Handler, method, path string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost"+path, nil)
	for _, f := range change {
		f(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestConditional(t *testing.T) {
	s := room(t)
	first := ask(s, "GET", "/api/v1/statements?limit=2")
	tag := first.Header().Get("ETag")
	if first.Code != 200 || len(tag) < 10 || first.Header().Get("Cache-Control") != "private, no-cache" {
		t.Fatalf("%d %v", first.Code, first.Header())
	}
	for _, have := range []string{tag, "W/" + tag, `"x", ` + tag, "*"} {
		w := ask(s, "GET", "/api/v1/statements?limit=2", func(r *http.Request) { r.Header.Set("If-None-Match", have) })
		if w.Code != http.StatusNotModified || w.Body.Len() != 0 || w.Header().Get("ETag") != tag {
			t.Errorf("%s: %d, %d bytes", have, w.Code, w.Body.Len())
		}
	}
	w := ask(s, "GET", "/api/v1/statements?limit=3", func(r *http.Request) { r.Header.Set("If-None-Match", tag) })
	if w.Code != 200 || w.Header().Get("ETag") == tag {
		t.Errorf("another answer has the same tag: %d", w.Code)
	}
	head := ask(s, "HEAD", "/api/v1/statements?limit=2")
	if head.Code != 200 || head.Body.Len() != 0 || head.Header().Get("ETag") != tag || head.Header().Get("Content-Length") != strconv.Itoa(first.Body.Len()) {
		t.Errorf("HEAD: %d, %d bytes, %v", head.Code, head.Body.Len(), head.Header())
	}
}

func TestProblems(t *testing.T) {
	s := room(t)
	for _, x := range []struct {
		method, path string
		status       int
		say          string
	}{
		{"GET", "/nothing", 404, "/api/v1/docs"},
		{"GET", "/statements/x", 404, "docs"},
		{"DELETE", "/statements", 405, "GET, HEAD"},
		{"POST", "/statements", 405, "GET, HEAD"},
		{"GET", "/statements?limit=0", 422, "limit: "},
		{"GET", "/statements?limit=many", 422, "limit: "},
		{"GET", "/statements?act=sing", 422, "act: "},
		{"GET", "/statements?acts=deny", 422, "acts: unknown query parameter"},
		{"GET", "/statements?from=someday", 422, "write 2031-05-04"},
		{"GET", "/statements?cursor=AAAA", 422, "leave it out"},
		{"GET", "/statements?lang=fr", 422, "lang: "},
		{"GET", "/meetings/nonsense", 422, "is not the id of a fact"},
		{"GET", "/meetings/m000000000000", 404, "there is no meeting"},
		{"GET", "/facts/q000000000000", 404, "there is no disagreement"},
		{"GET", "/articles/sha256:00", 422, "64 of 0-9 a-f"},
		{"GET", "/articles/" + strings.Repeat("0", 64) + "/reading", 404, "there is no article"},
		{"GET", "/processes/nope", 404, "no talks of the key"},
		{"GET", "/matrix?by=topic", 422, "topics: name 1 to 20"},
		{"GET", "/search", 422, "q: "},
		{"GET", "/search?q=%21", 422, "no words"},
	} {
		w := ask(s, x.method, "/api/v1"+x.path)
		var p struct {
			Title, Detail string
			Status        int
		}
		err := json.Unmarshal(w.Body.Bytes(), &p)
		if err != nil || w.Code != x.status || p.Status != x.status || p.Title == "" || !strings.Contains(p.Detail, x.say) || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s: %d %s (%v)", x.method, x.path, w.Code, w.Body, err)
		}
		if w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("ETag") != "" {
			t.Errorf("%s %s: a problem may be kept", x.method, x.path)
		}
	}
}

// What follows is reached by the header and by the field alike.
func TestNext(t *testing.T) {
	s, seen := room(t), map[string]bool{}
	for at := "/api/v1/statements?limit=7&lang=ar&act=state"; at != ""; {
		w := ask(s, "GET", at)
		var p struct {
			Items []struct{ ID string }
			Next  string
		}
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != 200 {
			t.Fatalf("%s: %d %v", at, w.Code, err)
		}
		for _, i := range p.Items {
			if seen[i.ID] {
				t.Errorf("%s comes twice", i.ID)
			}
			seen[i.ID] = true
		}
		link := w.Header().Get("Link")
		at = ""
		if p.Next != "" {
			var ok bool
			if at, ok = strings.CutSuffix(strings.TrimPrefix(link, "<"), `>; rel="next"`); !ok || !strings.Contains(at, "cursor="+p.Next) || !strings.Contains(at, "act=state") || !strings.Contains(at, "lang=ar") {
				t.Fatalf("next is %s, the header %s", p.Next, link)
			}
		} else if link != "" {
			t.Errorf("at the end: %s", link)
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d statements", len(seen))
	}
}

func TestLabels(t *testing.T) {
	s := room(t)
	en, ar := ask(s, "GET", "/api/v1/statements?act=deny&limit=1").Body.String(), ask(s, "GET", "/api/v1/statements?act=deny&limit=1&lang=ar").Body.String()
	if !strings.Contains(en, `"act_label":"denied"`) || !strings.Contains(ar, `"act_label":"نفي"`) || !strings.Contains(ar, `"link":"/ar/fact/`) {
		t.Errorf("%s\n%s", en, ar)
	}
}

func post(s http.Handler, body string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "http://localhost/api/v1/read", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	for _, f := range change {
		f(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestRead(t *testing.T) {
	s := room(t)
	before := ask(s, "GET", "/api/v1/status").Body.String()
	w := post(s, `{"text":"قال سالم الأحمر أمس إن «الهدنة صامدة في مرساة».","published":"2031-05-04","outlet":"صحيفة القمر"}`)
	r, err := fact.Unmarshal(w.Body.Bytes())
	if err != nil || w.Code != 200 || len(r.Statements) != 1 || r.Statements[0].Said != "2031-05-03" || r.Source.Outlet != "صحيفة القمر" {
		t.Errorf("%d %s %v", w.Code, w.Body, err)
	}
	if after := ask(s, "GET", "/api/v1/status").Body.String(); after != before {
		t.Errorf("something was kept: %s", after)
	}
	big := `{"text":"` + strings.Repeat("a", 1<<20+1) + `"}`
	for name, x := range map[string]struct {
		w      *httptest.ResponseRecorder
		status int
	}{
		"nothing":       {post(s, `{"text":""}`), 422},
		"blanks":        {post(s, `{"text":" \n "}`), 422},
		"no text":       {post(s, `{}`), 422},
		"no JSON":       {post(s, `قال`), 400},
		"another field": {post(s, `{"text":"قال","keep":true}`), 422},
		"no day":        {post(s, `{"text":"قال","published":"gestern"}`), 422},
		"too long":      {post(s, big), 413},
		"much too long": {post(s, `{"text":"`+strings.Repeat("a", 7<<20)+`"}`), 413},
		"elsewhere":     {post(s, `{"text":"قال"}`, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }), 403},
		"other origin":  {post(s, `{"text":"قال"}`, func(r *http.Request) { r.Header.Set("Origin", "https://example.org") }), 403},
	} {
		if x.w.Code != x.status || x.w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %.300s", name, x.w.Code, x.w.Body)
		}
	}
}

// No answer allows another origin, and a host that is not served is turned away.
func TestHostsAndOrigins(t *testing.T) {
	s := room(t)
	w := ask(s, "GET", "/api/v1/status", func(r *http.Request) { r.Header.Set("Origin", "https://example.org") })
	for k := range w.Header() {
		if strings.HasPrefix(k, "Access-Control") {
			t.Errorf("%s: %s", k, w.Header().Get(k))
		}
	}
	only, err := api.New(api.Options{Answer: answer.Options{Record: demotest.Record(t)}, Host: func(h string) bool { return h == "localhost" }})
	if err != nil {
		t.Fatal(err)
	}
	if w := ask(only, "GET", "/api/v1/status"); w.Code != 200 {
		t.Errorf("its own host: %d", w.Code)
	}
	if w := ask(only, "GET", "/api/v1/status", func(r *http.Request) { r.Host = "evil.example" }); w.Code != http.StatusMisdirectedRequest {
		t.Errorf("another host: %d", w.Code)
	}
	if w := post(only, `{"text":"قال"}`); w.Code != 404 {
		t.Errorf("reading where there is no reader: %d", w.Code)
	}
}

func TestDocs(t *testing.T) {
	s := room(t)
	w := ask(s, "GET", "/api/v1/docs")
	page := w.Body.String()
	if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") || strings.Contains(w.Header().Get("Content-Security-Policy"), "unsafe") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	for _, banned := range []string{"<script", "<style", " style=", "http://", "https://", "onclick"} {
		if strings.Contains(page, banned) {
			t.Errorf("the page holds %q", banned)
		}
	}
	targets := regexp.MustCompile(`href="([^"]*)"`)
	for _, m := range targets.FindAllStringSubmatch(page, -1) {
		switch at := m[1]; {
		case strings.HasPrefix(at, "#"):
			if !strings.Contains(page, `id="`+at[1:]+`"`) {
				t.Errorf("%s leads nowhere", at)
			}
		case strings.HasPrefix(at, "/"):
			if w := ask(s, "GET", at); w.Code != 200 {
				t.Errorf("%s: %d", at, w.Code)
			}
		default:
			if w := ask(s, "GET", "/api/v1/"+at); w.Code != 200 {
				t.Errorf("%s: %d", at, w.Code)
			}
		}
	}
	if w := ask(s, "GET", "/api/v1/"); w.Code != http.StatusFound || w.Header().Get("Location") != "/api/v1/docs" {
		t.Errorf("the beginning: %d %s", w.Code, w.Header().Get("Location"))
	}
}

// Whatever is asked is answered, by no more than a problem.
func FuzzRequest(f *testing.F) {
	s := room(f)
	f.Add("/statements", "limit=3&act=deny&cursor=AAAA")
	f.Add("/search", "q=%D8%A7%D9%84")
	f.Add("/facts/%00", "evidence=-1")
	f.Add("/articles/sha256:"+strings.Repeat("f", 64)+"/reading", "")
	f.Add("/places", "process=-&from=20XX&to=2031-02-30")
	f.Add("/matrix", "by=month&from=9999999999")
	f.Fuzz(func(t *testing.T, path, query string) {
		if strings.HasPrefix(path, "/events") {
			return
		}
		r := &http.Request{Method: "GET", URL: &url.URL{Path: "/api/v1" + path, RawQuery: query}, Host: "localhost", Header: http.Header{}, Body: http.NoBody}
		r = r.WithContext(t.Context())
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%q ? %q: %d %s", path, query, w.Code, w.Body)
		}
	})
}
