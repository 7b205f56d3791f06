package cli

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// site is a server on loopback with a feed of two articles and a page.
func site(t *testing.T) (base string, asked *atomic.Int32) {
	t.Helper()
	asked = new(atomic.Int32)
	page := func(w http.ResponseWriter, words string) {
		fmt.Fprintf(w, `<html lang="ar"><head><title>لقاء في وادي القمر</title><meta property="article:published_time" content="2031-05-04T10:00:00+03:00"></head>
<body><article><h1>لقاء في وادي القمر</h1><p>قال سالم الأحمر إن «%s»، بعد يومين من المحادثات بين الحكومة النورانية وجبهة الهضبة في مرساة.</p><p>وأعلنت جبهة الهضبة أنها ستعود إلى طاولة المحادثات في وادي القمر بعد أسبوع من اليوم.</p></article></body></html>`, words)
	}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		base := "http://" + r.Host
		switch r.URL.Path {
		case "/feed":
			asked.Add(1)
			if r.Header.Get("If-None-Match") == `"1"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("ETag", `"1"`)
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>صحيفة القمر</title>
<item><guid>1</guid><title>هدنة</title><link>%[1]s/one</link></item>
<item><guid>2</guid><title>لقاء</title><link>%[1]s/two</link></item></channel></rss>`, base)
		case "/one":
			page(w, "الهدنة ستبدأ فورا")
		case "/two":
			page(w, "اللقاء انتهى باتفاق")
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL, asked
}

// run runs the program and returns its exit status and what it printed.
func run(args ...string) (status int, out, errs string) {
	var o, e strings.Builder
	status = Main(append([]string{"--lang", "en"}, args...), strings.NewReader(""), &o, &e)
	return status, o.String(), e.String()
}

func TestBuildAddresses(t *testing.T) {
	base, _ := site(t)
	db := filepath.Join(t.TempDir(), "talks.db")
	status, out, errs := run("build", "-o", db, "--allow-private", "--delay", "0s", base+"/one", base+"/two")
	if status != 0 || !strings.Contains(out, "2 articles (2 new)") || errs != "" {
		t.Fatalf("status %d\n%s%s", status, out, errs)
	}
	status, out, errs = run("build", "-o", db, "--allow-private", "--delay", "0s", "--max-redirects", "2", base+"/one", base+"/none", base+"/loop")
	if status != 1 || !strings.Contains(out, "2 articles (nothing new)") || !strings.Contains(out, "refused: 2 (1 error answers, 1 network failures)") ||
		!strings.Contains(errs, "404") || !strings.Contains(errs, "redirects more than 2 times") {
		t.Errorf("status %d\n%s%s", status, out, errs)
	}
	none := filepath.Join(t.TempDir(), "none.db")
	status, _, errs = run("build", "-o", none, base+"/one")
	if status != 1 || !strings.Contains(errs, "pass --allow-private if you mean it") {
		t.Errorf("an address of the inside: status %d\n%s", status, errs)
	}
	if status, out, _ := run("read", "--allow-private", base+"/one"); status != 0 || !strings.Contains(out, "سالم الأحمر") {
		t.Errorf("read: status %d\n%s", status, out)
	}
}

func TestWatch(t *testing.T) {
	base, asked := site(t)
	db := filepath.Join(t.TempDir(), "talks.db")
	args := []string{"watch", "-o", db, "--once", "--every", "1s", "--allow-private", "--delay", "0s", base + "/feed"}
	status, out, errs := run(args...)
	if status != 0 || !strings.Contains(out, "2 articles (2 new)") || errs != "" {
		t.Fatalf("status %d\n%s%s", status, out, errs)
	}
	// Not due yet: nobody is asked.
	if status, out, errs := run(args...); status != 0 || asked.Load() != 1 || !strings.Contains(out, "nothing new") {
		t.Errorf("status %d, asked %d times\n%s%s", status, asked.Load(), out, errs)
	}
	if status, _, errs := run("watch", "-o", db, "--every", "1ms", base); status != 1 || !strings.Contains(errs, "give a second or more") {
		t.Errorf("status %d\n%s", status, errs)
	}
	if status, _, errs := run("watch", "-o", db, filepath.Join(t.TempDir(), "none.opml")); status != 1 || !strings.Contains(errs, "none.opml: cannot be read") {
		t.Errorf("status %d\n%s", status, errs)
	}
}

func TestLimitFlags(t *testing.T) {
	for _, bad := range [][]string{{"--max-ratio", "0"}, {"--max-depth", "0"}, {"--max-entries", "-1"}, {"--timeout", "0s"}, {"--delay", "-1s"}, {"--max-article", "0"}, {"--map", "nonsense"}, {"--map", "soul=x"}} {
		status, _, errs := run(append([]string{"build", "-o", filepath.Join(t.TempDir(), "x.db"), "x"}, bad...)...)
		if status != 1 || !strings.Contains(errs, bad[0]) {
			t.Errorf("%v: status %d, %s", bad, status, errs)
		}
	}
}
