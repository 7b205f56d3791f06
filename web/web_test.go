package web_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"mahdar/fact"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
	"mahdar/text"
	"mahdar/web"
)

// hostile is what an article may bring along: markup, addresses that run
// scripts, marks that turn lines around, quotation marks of attributes.
const hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> javascript:alert(3) \u202eمقلوب\u2066 '\" {{.}} </textarea></title>"

// hostileArticle puts hostile words wherever an article has words.
func hostileArticle() (*text.Document, *fact.Reading) {
	src := hostile + "\n\nقال " + hostile + " إن " + hostile + "\n" + strings.Repeat("سطرطويل", 75_000)
	at := func(from int) text.Span { return text.Span{Start: from, End: from + len(hostile)} }
	said, who := strings.LastIndex(src, hostile), strings.Index(src, "قال ")+len("قال ")
	sum := sha256.Sum256([]byte(src))
	doc := &text.Document{Text: src, Published: text.Published{EDTF: "2031-03-03", Basis: text.Given},
		Source: text.Source{Path: hostile, URL: "javascript:alert(4)", Canonical: "javascript:alert(5)", Outlet: hostile, Author: hostile, Title: hostile, Format: "text", Language: "ar", SHA256: hex.EncodeToString(sum[:])}}
	n := int64(7)
	r := &fact.Reading{ID: doc.ID(), Source: doc.Source, Text: src, Title: at(0), Published: doc.Published,
		Blocks:      []fact.Block{{Span: at(0), Kind: fact.Title}, {Span: text.Span{Start: who - 7, End: len(src)}, Kind: fact.Boilerplate, Reason: hostile}},
		Actors:      []fact.Actor{{ID: "person:" + hostile, Name: hostile, English: hostile, Type: fact.Person, Offices: []string{hostile}}},
		Mentions:    []fact.Mention{{Span: at(who), Type: fact.Person, Name: hostile, Actor: "person:" + hostile, Rule: hostile}},
		Dates:       []fact.Date{{Span: at(0), Form: hostile, Basis: hostile, Note: hostile, Rule: hostile}},
		Statements:  []fact.Statement{{Content: []text.Span{at(said)}, Speaker: at(who), Name: hostile, Actor: "person:" + hostile, Kind: "person", Via: []fact.Relay{{Name: hostile}}, Mode: "direct", Act: hostile, Modal: hostile, Target: hostile, Venue: hostile, Rule: hostile, Entry: hostile}},
		Meetings:    []fact.Meeting{{Process: hostile, Ordinal: 2, Kind: hostile, Status: hostile, Place: hostile, Start: "2031-03-02", Participants: []fact.Participant{{Name: hostile, Role: hostile, Attendance: hostile, Head: hostile, Reason: hostile}}, Agenda: []text.Span{at(0)}, Outcome: []text.Span{at(said)}, Evidence: []text.Span{at(0)}, Rule: hostile}},
		Commitments: []fact.Commitment{{By: hostile, To: hostile, Content: []text.Span{at(said)}, Status: hostile, AllegedBy: hostile, Deadline: hostile, Guarantor: hostile, Rule: hostile}},
		Demands:     []fact.Demand{{By: hostile, Of: hostile, Content: []text.Span{at(said)}, Answer: hostile, Manner: hostile, Rule: hostile}},
		Ceasefires:  []fact.Ceasefire{{Event: hostile, Parties: []string{hostile}, Guarantors: []string{hostile}, Date: "2031-03-01", Place: hostile, AllegedBy: hostile, Evidence: []text.Span{at(0)}, Rule: hostile}},
		Figures:     []fact.Figure{{Span: at(0), Min: &n, Unit: hostile, Concerns: hostile, Place: hostile, Source: hostile, Rule: hostile}},
		Incidents:   []fact.Incident{{Type: hostile, Actor: []string{hostile}, Recipient: []string{hostile}, Date: "2031-03-02", Place: hostile, Weapon: hostile, Modal: hostile, Source: hostile, Evidence: []text.Span{at(0)}, Rule: hostile}},
	}
	return doc, r
}

// room serves a record of invented rounds and one hostile article.
func room(t testing.TB) *httptest.Server {
	ctx := context.Background()
	db, err := sqlite.Memory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var parcels []*store.Parcel
	for i := range 12 {
		parcels = append(parcels, storetest.Parcel(1+i/2, i))
	}
	doc, r := hostileArticle()
	p, err := store.Pack(doc, r, "test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Add(ctx, append(parcels, p)); err != nil {
		t.Fatal(err)
	}
	h, err := web.New(web.Options{Record: db, Place: spotted, Read: func(doc *text.Document) (*fact.Reading, error) {
		return &fact.Reading{ID: doc.ID(), Text: doc.Text, Source: doc.Source, Published: doc.Published,
			Statements: []fact.Statement{{Content: []text.Span{{Start: 0, End: 6}}, Mode: "direct", Act: "state", Rule: "test.said"}}}, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv
}

// spotted knows where the places of the room are: those of the rounds near one
// another, the hostile one at the edge of the world.
func spotted(name string) (web.Spot, bool) {
	if strings.Contains(name, "alert") {
		return web.Spot{ID: hostile, English: hostile, Kind: hostile, Lat: 89, Lon: -179.9, Located: true}, true
	}
	n := float64(len(name))
	return web.Spot{ID: "place:" + name, English: "Marsa", Kind: "city", Lat: 20 + n/10, Lon: 40, Located: true}, true
}

var links = regexp.MustCompile(`(?:href|src|action)="([^"]*)"`)

// unescape undoes what html/template does to addresses.
func unescape(s string) string {
	return strings.NewReplacer("&amp;", "&", "&#43;", "+", "&#39;", "'", "&#34;", `"`).Replace(s)
}

// TestWalk follows every link from the front page in both languages: each
// answers, none leaves the host, and nothing that an article brought along
// came through as markup.
func TestWalk(t *testing.T) {
	srv := room(t)
	home, _ := url.Parse(srv.URL)
	todo, seen := []string{"/en/", "/ar/"}, map[string]bool{"/en/": true, "/ar/": true}
	from := map[string]string{}
	slowest, where := time.Duration(0), ""
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		start := time.Now()
		status, head, body := get(t, srv.URL+at)
		if took := time.Since(start); took > slowest {
			slowest, where = took, at
		}
		if status != http.StatusOK {
			t.Errorf("%s, linked from %s, answers %d", at, from[at], status)
			continue
		}
		if csp := head.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", at, csp)
		}
		if !strings.HasPrefix(head.Get("Content-Type"), "text/html") {
			continue
		}
		check(t, at, body)
		base, _ := home.Parse(at)
		for _, m := range links.FindAllStringSubmatch(body, -1) {
			u, err := base.Parse(unescape(m[1]))
			if err != nil || u.Scheme != "http" && u.Scheme != "https" {
				t.Errorf("%s links to %q", at, m[1])
				continue
			}
			if u.Host != home.Host {
				if !strings.HasPrefix(u.Host, "example") {
					t.Errorf("%s links out to %q", at, m[1])
				}
				continue
			}
			next := u.RequestURI()
			from[next] = at
			if !seen[next] && !strings.Contains(next, "part=1") && !(strings.Contains(next, "at=") && strings.Contains(at, "at=")) && len(seen) < 1500 { // parts alike, maps without end
				seen[next] = true
				todo = append(todo, next)
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d pages are linked from the front page", len(seen))
	}
	t.Logf("%d addresses walked, the slowest %s in %v", len(seen), where, slowest)
}

// check looks for what must not stand in a page.
func check(t *testing.T, at, body string) {
	t.Helper()
	markup(t, at, body)
	for _, bad := range []string{"<script>alert", "<img", `="javascript:`, "\u202e", "\u2066", "ZgotmplZ", "<no value>", "%!"} {
		if i := strings.Index(body, bad); i >= 0 {
			t.Errorf("%s lets %q through: %.120q", at, bad, body[max(0, i-60):])
		}
	}
	for _, want := range []string{`<main id="main"`, `class="skip"`, `<html lang="`, `<h1`} {
		if strings.Count(body, want) != 1 {
			t.Errorf("%s has %d of %q", at, strings.Count(body, want), want)
		}
	}
}

// ours are the elements that the pages use.
var ours = func() map[string]bool {
	m := map[string]bool{}
	for e := range strings.FieldsSeq("html head meta title link script body a header div form label input button nav ul ol li p main h1 h2 h3 section span bdi time dl dt dd details summary table caption thead tbody tr th td blockquote q footer svg g line text circle rect path code small fieldset legend aside article textarea mark br kbd select option strong") {
		m[e] = true
	}
	return m
}()

// markup parses a page as a browser does and looks for what would run or load.
func markup(t *testing.T, at, body string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			k := z.Token()
			if !ours[k.Data] {
				t.Errorf("%s has a foreign element: %s", at, k)
			}
			src := ""
			for _, a := range k.Attr {
				if a.Key == "src" {
					src = a.Val
				}
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Key, "javascript") {
					t.Errorf("%s has the attribute %s=%.60q", at, a.Key, a.Val)
				}
			}
			if k.Data == "script" && !strings.HasPrefix(src, "/assets/") {
				t.Errorf("%s has a script of its own: %s", at, k)
			}
		}
	}
}

func get(t *testing.T, address string) (int, http.Header, string) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, resp.Header, string(b)
}

func TestRefusals(t *testing.T) {
	srv := room(t)
	for path, want := range map[string]int{
		"/en/nothing": 404, "/fr/": 404, "/ar/meeting/m000000000000": 404, "/en/meeting/x": 404, "/en/actor/s000000000000": 404,
		"/en/fact/q000000000000": 404, "/en/article/" + strings.Repeat("0", 64): 404, "/assets/none.css": 404, "/en/talks/none": 404,
		"/en/search?q=%00%ff&from=yesterday": 200, "/en/said?list=-5": 200, "/ar/sources?after=9999-99-99.x": 200,
	} {
		if status, _, body := get(t, srv.URL+path); status != want {
			t.Errorf("%s answers %d, want %d: %.200s", path, status, want, body)
		}
	}
}

// A page of another site may neither post here nor reach the record under a
// name that it lets point here.
func TestForeign(t *testing.T) {
	srv := room(t)
	ask := func(method, host, site, body string) int {
		req, err := http.NewRequest(method, srv.URL+"/en/try", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if host != "" {
			req.Host = host
		}
		req.Header.Set("Sec-Fetch-Site", site)
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	form := url.Values{"text": {hostile}}.Encode()
	for _, x := range []struct {
		method, host, site, body string
		want                     int
	}{
		{"POST", "", "same-origin", form, 200},
		{"POST", "", "cross-site", form, 403},
		{"GET", "rebound.example.org", "none", "", 421},
		{"GET", "localhost:99", "none", "", 200},
		{"POST", "", "same-origin", "text=+", 422},
		{"POST", "", "same-origin", "text=a&day=x", 422},
		{"POST", "", "same-origin", "text=" + strings.Repeat("a", 2<<20), 413},
		{"POST", "", "same-origin", "text=" + strings.Repeat("a", 5<<20), 413},
	} {
		if got := ask(x.method, x.host, x.site, x.body); got != x.want {
			t.Errorf("%s to %q from %s, %d bytes: %d, want %d", x.method, x.host, x.site, len(x.body), got, x.want)
		}
	}
	resp, err := http.PostForm(srv.URL+"/ar/try", url.Values{"text": {hostile}})
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	check(t, "/ar/try", string(b))
}

func TestRootFollowsTheBrowser(t *testing.T) {
	srv := room(t)
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for accept, want := range map[string]string{"ar-YE,ar;q=0.9,en;q=0.5": "/ar/", "en": "/en/", "": "/en/"} {
		req, _ := http.NewRequest("GET", srv.URL+"/", nil)
		req.Header.Set("Accept-Language", accept)
		resp, err := c.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if got := resp.Header.Get("Location"); got != want {
			t.Errorf("%q leads to %s, want %s", accept, got, want)
		}
	}
}
