package web_test

import (
	"cmp"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
	"mahdar/web"
)

// TestLoad asks for pages of a large invented record twenty times a second:
// LOAD=100000 go test ./web -run TestLoad -v -timeout 2h. LOADDB names a record
// that is kept between runs.
func TestLoad(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("LOAD"))
	if n == 0 {
		t.Skip("set LOAD to a number of articles to measure pages of a record of that size")
	}
	srv := httptest.NewServer(large(t, n))
	defer srv.Close()
	start := time.Now()
	get(t, srv.URL+"/en/")
	t.Logf("the first page: %v", time.Since(start))
	pages := harvest(t, srv.URL)
	load, _ := os.ReadFile("/proc/loadavg")
	t.Logf("load of this machine: %s", strings.TrimSpace(string(load)))
	alone(t, srv.URL, pages)
	took := map[string][]time.Duration{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	rng := rand.New(rand.NewPCG(1, 2))
	kinds := make([]string, 0, len(pages))
	for k := range pages {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for range 400 {
		<-tick.C
		kind := kinds[rng.IntN(len(kinds))]
		at := pages[kind][rng.IntN(len(pages[kind]))]
		wg.Go(func() {
			start := time.Now()
			resp, err := http.Get(srv.URL + at)
			if err != nil {
				t.Error(err)
				return
			}
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
			mu.Lock()
			defer mu.Unlock()
			took[kind] = append(took[kind], time.Since(start))
		})
	}
	wg.Wait()
	for _, k := range kinds {
		ds := took[k]
		slices.SortFunc(ds, cmp.Compare)
		if len(ds) > 0 {
			t.Logf("%-14s %4d: median %v, p99 %v", k, len(ds), ds[len(ds)/2].Round(time.Millisecond/10), ds[len(ds)*99/100].Round(time.Millisecond/10))
		}
	}
}

// alone asks for some pages of each kind one after another and tells how much
// of a core each takes, which other programs on the machine hardly change.
func alone(t *testing.T, home string, pages map[string][]string) {
	if cpu(t) == 0 {
		return
	}
	for _, k := range slices.Sorted(maps.Keys(pages)) {
		var ds []time.Duration
		step := max(1, len(pages[k])/25)
		for i := 0; i < len(pages[k]); i += step {
			before := cpu(t)
			get(t, home+pages[k][i])
			ds = append(ds, cpu(t)-before)
		}
		slices.SortFunc(ds, cmp.Compare)
		t.Logf("%-14s %4d: CPU median %v, most %v", k, len(ds), ds[len(ds)/2], ds[len(ds)-1])
	}
}

// cpu is how much time of processors this program has taken, 0 where it cannot
// be told.
func cpu(t *testing.T) time.Duration {
	b, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(b), ") ")
	f := strings.Fields(rest)
	user, err := strconv.Atoi(f[11])
	system, err2 := strconv.Atoi(f[12])
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	return time.Duration(user+system) * 10 * time.Millisecond
}

// large is a record of n generated articles.
func large(t *testing.T, n int) http.Handler {
	path := cmp.Or(os.Getenv("LOADDB"), filepath.Join(t.TempDir(), "large.db"))
	_, err := os.Stat(path)
	db, err2 := sqlite.Open(t.Context(), path, sqlite.Create)
	if err2 != nil {
		t.Fatal(err2)
	}
	t.Cleanup(func() { db.Close() })
	if err != nil {
		for from := 0; from < n; from += 500 {
			b, err := db.Begin(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for i := from; i < min(n, from+500); i++ {
				doc, r := storetest.Generated(i)
				p, err := store.Pack(doc, r, "test")
				if err == nil {
					_, err = b.Add(t.Context(), p)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if err := b.Commit(); err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	h, err := web.New(web.Options{Record: store.Reviewed(db)})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

var inner = regexp.MustCompile(`href="(/en/(\w+)/[^"#]*)`)

// harvest gathers addresses by kind of page.
func harvest(t *testing.T, home string) map[string][]string {
	out := map[string][]string{"overview": {"/en/", "/ar/"}, "actors": {"/en/actors"}, "said": {"/en/said"}, "commitments": {"/en/commitments"}, "disagreements": {"/en/disagreements"}, "sources": {"/en/sources"},
		"search": {"/en/search?q=سالم", "/ar/search?q=قصف&from=2031-01-01&to=2031-06-01"},
		"places": {"/en/places", "/ar/places", "/en/places?from=2031-01-01&to=2031-06-01", "/ar/places?from=2031-01-01"}}
	for kind, ps := range out { // some pages further on
		at := ps[0]
		for range 4 {
			_, _, body := get(t, home+at)
			m := next.FindStringSubmatch(body)
			if m == nil {
				break
			}
			at = unescape(m[1])
			out[kind] = append(out[kind], at, strings.Replace(at, "/en/", "/ar/", 1))
		}
	}
	for _, from := range slices.Concat([]string{"/en/"}, out["actors"], out["sources"], out["commitments"], out["disagreements"], []string{"/en/said?who=سالم", "/en/search?q=قصف"}) {
		_, _, body := get(t, home+from)
		for _, m := range inner.FindAllStringSubmatch(body, 400) {
			if at := unescape(m[1]); !strings.HasPrefix(m[2], "assets") && !slices.Contains(out[m[2]], at) {
				out[m[2]] = append(out[m[2]], at)
			}
		}
	}
	for kind := range out {
		if strings.HasPrefix(kind, "assets") {
			delete(out, kind)
		}
	}
	return out
}

var next = regexp.MustCompile(`rel="next" href="([^"#]*)`)
