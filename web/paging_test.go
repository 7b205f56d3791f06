package web_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
	"mahdar/web"
)

// archive serves a record of generated articles, each so many from the last.
func archive(t *testing.T, articles, step int) (*httptest.Server, *store.View) {
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var ps []*store.Parcel
	for i := range articles {
		doc, r := storetest.Generated(i * step)
		p, err := store.Pack(doc, r, "test")
		if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
	if _, err := db.Add(t.Context(), ps); err != nil {
		t.Fatal(err)
	}
	v := store.Reviewed(db)
	h, err := web.New(web.Options{Record: v})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv, v
}

// link is where a list of this name goes on ("next") or came from ("prev"),
// "" for nowhere.
func link(page, rel, name string) string {
	m := regexp.MustCompile(`<a rel="` + rel + `" href="([^"]*)#` + name + `"`).FindStringSubmatch(page)
	if m == nil {
		return ""
	}
	return unescape(m[1])
}

// A list can be gone through to its end and back, with all else that the
// address says kept, and shows each thing once.
func TestPaging(t *testing.T) {
	srv, _ := archive(t, 90, 37)
	for _, c := range []struct{ at, name, item, keeps string }{
		{"/en/actors", "list", `/en/actor/\w+"`, ""},
		{"/ar/actors", "list", `/ar/actor/\w+"`, ""},
		{"/en/sources", "after", `<li><a href="/en/article/\w+"`, ""},
		{"/ar/search?q=التقى&from=2030-01-01", "list", `<li><h2><a href="/ar/article/\w+"`, "from=2030-01-01"},
		{"/en/talks/talks-3?from=2030-01-01&to=2031-12-31", "meetings", `<h3><a href="/en/meeting/\w+"`, "to=2031-12-31"},
		{"/en/disagreements", "list", `<h3><a href="/en/fact/q\w+"`, ""},
	} {
		item := regexp.MustCompile(c.item)
		seen := map[string]bool{}
		var pages []string
		at := c.at
		for at != "" && len(pages) < 40 {
			status, _, page := get(t, srv.URL+at)
			if status != http.StatusOK || !strings.Contains(at, c.keeps) {
				t.Fatalf("%s: %d", at, status)
			}
			items := item.FindAllString(page, -1)
			for _, x := range items {
				if seen[x] {
					t.Errorf("%s: %s is shown twice", at, x)
				}
				seen[x] = true
			}
			pages = append(pages, strings.Join(items, ""))
			if next := link(page, "next", c.name); next != "" {
				at = next
				continue
			}
			for i := len(pages) - 2; i >= 0; i-- { // and back
				if at = link(page, "prev", c.name); at == "" {
					t.Fatalf("%s: no way back from page %d", c.at, i+2)
				}
				_, _, page = get(t, srv.URL+at)
				if got := strings.Join(item.FindAllString(page, -1), ""); got != pages[i] && i > 0 {
					t.Errorf("%s: back on page %d:\n%s\nwant\n%s", c.at, i+1, got, pages[i])
				}
			}
			if link(page, "prev", c.name) != "" && strings.Join(item.FindAllString(page, -1), "") == pages[0] && len(pages) > 1 {
				t.Errorf("%s: something before the beginning", c.at)
			}
			at = ""
		}
		if len(pages) < 2 && c.keeps == "" {
			t.Errorf("%s: %d pages", c.at, len(pages))
		}
	}
}

// A page is sent again only when the record has changed, by a decision too.
func TestTags(t *testing.T) {
	srv, v := archive(t, 20, 37)
	ask := func(at, tag, cookie string) (int, string) {
		req, err := http.NewRequest(http.MethodGet, srv.URL+at, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("If-None-Match", tag)
		req.Header.Set("Cookie", cookie)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode, resp.Header.Get("ETag")
	}
	for _, at := range []string{"/en/", "/en/actors", "/ar/said", "/en/sources", "/ar/search?q=التقى"} {
		_, tag := ask(at, "", "")
		if tag == "" {
			t.Errorf("%s has no tag", at)
		}
		if status, _ := ask(at, tag, ""); status != http.StatusNotModified {
			t.Errorf("%s again: %d", at, status)
		}
		if status, _ := ask(at, tag, "mahdar=somebody"); status != http.StatusOK {
			t.Errorf("%s for somebody else: %d", at, status)
		}
	}
	_, tag := ask("/en/actors", "", "")
	var id record.ID
	for f, err := range v.Facts(t.Context(), store.Query{Kind: record.Statements, Limit: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		id = f.ID
	}
	if _, err := v.Take(t.Context(), review.Decision{At: time.Now(), Coder: "huda", Fact: id, Verb: review.Reject}); err != nil {
		t.Fatal(err)
	}
	if status, again := ask("/en/actors", tag, ""); status != http.StatusOK || again == tag {
		t.Errorf("after a decision: %d, %s", status, again)
	}
}

// What a line has no room for is drawn by months or years, which lead to it.
func TestTimelineOfMany(t *testing.T) {
	srv, _ := archive(t, 400, 101)
	bar := regexp.MustCompile(`<a href="(/en/talks/talks-3\?[^"]*)" tabindex="-1" class="m bin k-meeting"><title>[^<]*: (\d+) meetings?<`)
	_, _, page := get(t, srv.URL+"/en/talks/talks-3")
	ms := bar.FindAllStringSubmatch(page, -1)
	if len(ms) < 2 {
		t.Fatalf("%d bars", len(ms))
	}
	at := slices.IndexFunc(ms, func(m []string) bool { return len(m[2]) == 1 && m[2] != "1" })
	if at < 0 {
		at = 0
	}
	status, _, page := get(t, srv.URL+unescape(ms[at][1]))
	if status != http.StatusOK || !strings.Contains(page, "Days shown") || len(bar.FindAllString(page, -1)) >= len(ms) {
		t.Errorf("%s: %d", ms[at][1], status)
	}
}
