package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"mahdar/intake"
	"mahdar/text"
)

const page = `<html lang="ar"><head><meta charset="utf-8"><title>هدنة في وادي القمر</title></head><body><h1>هدنة في وادي القمر</h1>
<article><p>أعلن الوسيط في محادثات وادي القمر أن الطرفين اتفقا على هدنة مدتها عشرة أيام تبدأ صباح غد، وأن لجنة مشتركة ستراقبها.</p>
<p>وقال المتحدث باسم وفد السهل سالم الأحمر إن وفده سيعود إلى مدينة النجم إذا التزم الطرف الآخر بما وقع عليه.</p></article></body></html>`

// quick is a client that may ask the servers of a test, at once.
func quick(opt Options) *Client {
	opt.AllowPrivate = true
	if opt.Delay == 0 {
		opt.Delay = time.Nanosecond
	}
	if opt.Timeout == 0 {
		opt.Timeout = 5 * time.Second
	}
	return New(opt)
}

func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func packed(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func TestHostile(t *testing.T) {
	for _, c := range []struct {
		name string
		opt  Options
		h    http.HandlerFunc
		why  intake.Reason
	}{
		{"slow drip", Options{Timeout: 300 * time.Millisecond}, func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				w.Write([]byte("<"))
				w.(http.Flusher).Flush()
				time.Sleep(20 * time.Millisecond)
			}
		}, intake.Network},
		{"silence", Options{Timeout: 200 * time.Millisecond}, func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, intake.Network},
		{"endless body", Options{MaxBody: 1 << 20}, func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(bytes.Repeat([]byte("ا"), 32<<10)); err != nil {
					return
				}
			}
		}, intake.TooLarge},
		{"large by its own word", Options{MaxBody: 1 << 20}, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Length", "2000000000") }, intake.TooLarge},
		{"gzip bomb", Options{}, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(packed(make([]byte, 8<<20)))
		}, intake.Bomb},
		{"no gzip", Options{}, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write([]byte("<html>"))
		}, intake.Network},
		{"encoding not asked for", Options{}, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Encoding", "br") }, intake.Unsupported},
		{"redirect loop", Options{}, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, intake.Network},
		{"redirect to a file", Options{}, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(302)
		}, intake.Unsafe},
		{"error page", Options{}, http.NotFound, intake.HTTPStatus},
		{"breaks off", Options{}, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "5000")
			w.Write([]byte("<html>"))
		}, intake.Network},
		{"huge headers", Options{}, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("X", strings.Repeat("x", 200<<10)) }, intake.Network},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := quick(c.opt).Get(t.Context(), serve(t, c.h), Conditions{})
			var e *Error
			if !errors.As(err, &e) || e.Reason != c.why {
				t.Fatalf("%v, want %s", err, c.why)
			}
		})
	}
}

func TestLyingType(t *testing.T) {
	for name, c := range map[string]struct {
		kind, body string
		articles   int
		why        intake.Reason
	}{
		"page said to be a picture": {"image/png", page, 1, ""},
		"picture said to be a page": {"text/html", "\x89PNG\r\n\x1a\n0000", 0, intake.Binary},
		"wrong charset":             {"text/html; charset=iso-8859-1", page, 1, ""},
		"no article":                {"text/html", "<html><title>دخول</title><form><input type=password></form>", 0, intake.NoArticle},
	} {
		at := serve(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", c.kind)
			w.Write([]byte(c.body))
		})
		rep, err := quick(Options{}).Article(t.Context(), at+"/a", intake.Options{}, func(d *text.Document) error {
			if d.Source.Path != at+"/a" || d.Source.URL != at+"/a" || d.Source.Retrieved.IsZero() || !strings.Contains(d.Text, "سالم الأحمر") {
				t.Errorf("%s: %+v", name, d.Source)
			}
			return nil
		})
		if err != nil || rep.Articles != c.articles || c.why != "" && rep.Refused[c.why] != 1 {
			t.Errorf("%s: %+v %v", name, rep, err)
		}
	}
}

func TestInside(t *testing.T) {
	inner := serve(t, func(w http.ResponseWriter, r *http.Request) { t.Error("the inside was reached") })
	c := New(Options{Delay: time.Nanosecond})
	for _, at := range []string{inner, strings.Replace(inner, "127.0.0.1", "localhost", 1), "http://[::1]:1/", "http://169.254.169.254/latest/", "http://10.0.0.1/", "http://0.0.0.0:1/", "http://[::ffff:127.0.0.1]:1/", "http://[64:ff9b::7f00:1]/", "http://2130706433/"} {
		_, err := c.Get(t.Context(), at, Conditions{})
		var e *Error
		if !errors.As(err, &e) || e.Reason != intake.Unsafe && !(e.Reason == intake.Network && strings.Contains(at, "2130706433")) {
			t.Errorf("%s: %v", at, err)
		}
	}
	for _, at := range []string{"file:///etc/passwd", "gopher://example.org/", "//example.org", "http://", "http://me:secret@example.org/"} {
		if _, err := c.Get(t.Context(), at, Conditions{}); err == nil {
			t.Errorf("%s: no error", at)
		}
	}
	// a redirect inward is caught where it leads, though its first hop was fine
	outer := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, strings.Replace(inner, "127.0.0.1", "127.0.0.2", 1), http.StatusFound)
	})
	c.open = func(a netip.Addr) bool { return a == netip.MustParseAddr("127.0.0.1") }
	_, err := c.Get(t.Context(), outer, Conditions{})
	var e *Error
	if !errors.As(err, &e) || e.Reason != intake.Unsafe || !strings.Contains(e.Error(), "127.0.0.2") || !strings.HasPrefix(e.Error(), outer) {
		t.Errorf("redirect: %v", err)
	}
}

func TestPublic(t *testing.T) {
	for _, a := range []string{"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
		"::", "::1", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001::1", "::127.0.0.1", "fe80::1%eth0"} {
		if public(netip.MustParseAddr(a)) {
			t.Errorf("%s is taken for public", a)
		}
	}
	for _, a := range []string{"8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::", "::ffff:8.8.8.8"} {
		if !public(netip.MustParseAddr(a)) {
			t.Errorf("%s is not taken for public", a)
		}
	}
}

func TestRobots(t *testing.T) {
	r := parseRobots([]byte("User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /all\n\nUser-agent: Mahdar\nUser-agent: x\nDisallow: /private # no\nAllow: /private/open\nDisallow: /*.pdf$\nCrawl-delay: 2\n"), "mahdar")
	for path, want := range map[string]bool{"/": true, "/all": true, "/private": false, "/private/x": false, "/private/open/1": true, "/a/b.pdf": false, "/a/b.pdf?x": true} {
		if r.allows(path) != want {
			t.Errorf("%s: %v", path, !want)
		}
	}
	if r.delay != 2*time.Second {
		t.Errorf("delay %s", r.delay)
	}
	for path, want := range map[string]int{"/robots.txt 404": 1, "/robots.txt 500": 0, "/robots.txt 429": 0} {
		_, code, _ := strings.Cut(path, " ")
		at := serve(t, func(w http.ResponseWriter, r *http.Request) {
			n := 0
			fmt.Sscan(code, &n)
			w.WriteHeader(n)
		})
		if ok, err := quick(Options{}).Allowed(t.Context(), at+"/x"); err != nil || ok != (want == 1) {
			t.Errorf("%s: %v %v", path, ok, err)
		}
	}
}

func TestPolite(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {})
	c := quick(Options{Delay: 60 * time.Millisecond})
	began := time.Now()
	for range 3 {
		if _, err := c.Get(t.Context(), at, Conditions{}); err != nil {
			t.Fatal(err)
		}
	}
	if d := time.Since(began); d < 120*time.Millisecond {
		t.Errorf("three requests within %s", d)
	}
}

func TestParseSources(t *testing.T) {
	opml := `<?xml version="1.0"?><opml><body><outline text="أخبار"><outline text="القمر" xmlUrl="https://example.org/a.xml"/><outline title="النجم" xmlUrl="https://example.org/b.xml"/></outline><outline xmlUrl="https://example.org/a.xml"/></body></opml>`
	for _, raw := range []string{opml, "# feeds\nhttps://example.org/a.xml # moon\n\nhttps://example.org/b.xml\n"} {
		got, err := ParseSources([]byte(raw))
		if err != nil || len(got) != 2 || got[1].URL != "https://example.org/b.xml" {
			t.Errorf("%v %v", got, err)
		}
	}
	if _, err := ParseSources([]byte("<opml>")); err == nil {
		t.Error("an empty list: no error")
	}
}

// newsServer is a site with a feed of two entries, one with its page.
func newsServer(t *testing.T, feedHits *atomic.Int32) string {
	var base string
	base = serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n")
		case "/feed":
			feedHits.Add(1)
			if r.Header.Get("If-None-Match") == `"1"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("ETag", `"1"`)
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>صحيفة القمر</title>
<item><guid>1</guid><title>هدنة في وادي القمر</title><link>%[1]s/a</link><pubDate>الأحد، 04 مايو 2031 10:57:00 +0300</pubDate><description>أعلن الوسيط…</description></item>
<item><guid>2</guid><title>لقاء في مدينة النجم</title><link>%[1]s/closed</link><pubDate>Mon, 05 May 2031 08:00:00 GMT</pubDate><description>&lt;p&gt;التقى الوفدان في مدينة النجم وبحثا تبادل الأسرى وفتح الطرق بين السهل والجبل.&lt;/p&gt;</description></item></channel></rss>`, base)
		case "/a":
			fmt.Fprint(w, page)
		default:
			t.Errorf("%s was asked for", r.URL.Path)
		}
	})
	return base
}

func TestWatch(t *testing.T) {
	var hits atomic.Int32
	base := newsServer(t, &hits)
	path := filepath.Join(t.TempDir(), "state.json")
	run := func() (docs []*text.Document, evs []Event) {
		state, err := OpenState(path)
		if err != nil {
			t.Fatal(err)
		}
		err = Watch(t.Context(), quick(Options{}), []Source{{URL: base + "/feed"}}, WatchOptions{Once: true, Every: time.Nanosecond, State: state, Log: func(e Event) { evs = append(evs, e) }},
			func(d *text.Document) error { docs = append(docs, d); return nil })
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	docs, evs := run()
	if len(docs) != 2 || len(evs) != 1 || evs[0].Err != nil || evs[0].Articles != 2 {
		t.Fatalf("%d articles, %+v", len(docs), evs)
	}
	closed, open := docs[0], docs[1] // the oldest entry, last in the feed, comes first
	if closed.Source.Format != "feed" || closed.Published.EDTF != "2031-05-05T08:00Z" {
		t.Errorf("closed: %+v %+v", closed.Source, closed.Published)
	}
	if open.Source.Format != "html" || open.Published.EDTF != "2031-05-04T10:57+03:00" || open.Published.Basis != text.Given || open.Source.Outlet != "صحيفة القمر" || open.Source.URL != base+"/a" {
		t.Errorf("open: %+v %+v", open.Source, open.Published)
	}
	docs, evs = run()
	if len(docs) != 0 || len(evs) != 1 || !evs[0].Same || hits.Load() != 2 {
		t.Errorf("again: %d articles, %+v", len(docs), evs)
	}
}

func TestBackOff(t *testing.T) {
	status, hits := atomic.Int32{}, atomic.Int32{}
	status.Store(503)
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		hits.Add(1)
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(int(status.Load()))
	})
	state := &memoryState{feeds: map[string]FeedState{}}
	opt := WatchOptions{Once: true, Every: time.Minute, State: state}
	once := func() FeedState {
		if err := Watch(t.Context(), quick(Options{}), []Source{{URL: at}}, opt, func(*text.Document) error { return nil }); err != nil {
			t.Fatal(err)
		}
		st, _ := state.Load(at)
		return st
	}
	if st := once(); st.Fails != 1 || time.Until(st.Next) < 59*time.Minute {
		t.Errorf("%+v", st)
	}
	if once(); hits.Load() != 1 {
		t.Errorf("asked %d times before its hour", hits.Load())
	}
	st, _ := state.Load(at)
	st.Next = time.Time{}
	state.Save(at, st)
	status.Store(410)
	if st := once(); !st.Gone {
		t.Errorf("%+v", st)
	}
}

func TestWatchEnds(t *testing.T) {
	var hits atomic.Int32
	base := newsServer(t, &hits)
	boom := errors.New("disk full")
	err := Watch(t.Context(), quick(Options{}), []Source{{URL: base + "/feed"}}, WatchOptions{Once: true}, func(*text.Document) error { return boom })
	if !errors.Is(err, boom) {
		t.Errorf("error of fn: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = Watch(ctx, quick(Options{}), []Source{{URL: base + "/feed"}}, WatchOptions{Every: time.Millisecond}, func(*text.Document) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func FuzzParsers(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a$\n"), "/x")
	f.Add([]byte(`<opml><outline xmlUrl="https://example.org/"/></opml>`), "")
	f.Fuzz(func(t *testing.T, raw []byte, path string) {
		parseRobots(raw, "mahdar").allows(path)
		if got, err := ParseSources(raw); err == nil && len(got) == 0 {
			t.Error("no feed and no error")
		}
	})
}
