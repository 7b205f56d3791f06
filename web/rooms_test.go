package web_test

import (
	"net/url"
	"strings"
	"testing"
)

// The map is the same way round in both languages, says what the table says,
// and bears whatever is asked of it.
func TestPlaces(t *testing.T) {
	srv := room(t)
	_, _, en := get(t, srv.URL+"/en/places")
	_, _, ar := get(t, srv.URL+"/ar/places")
	for _, body := range []string{en, ar} {
		for _, want := range []string{`class="land"`, `<circle`, `dir="ltr" role="region"`, `<table>`, "place="} {
			if !strings.Contains(body, want) {
				t.Errorf("the page of places has no %s", want)
			}
		}
	}
	land := func(s string) string {
		_, s, _ = strings.Cut(s, `class="land"`)
		s, _, _ = strings.Cut(s, "/>")
		return s
	}
	if land(en) != land(ar) {
		t.Error("the map is another in Arabic")
	}
	for _, q := range []string{"at=NaN,Inf,9", "at=1e308,-1e308,-7", "at=x", "kind=none&from=2031-13-40", "from=2031-05-01&to=2031-01-01", "talks=-", "place=" + url.QueryEscape(hostile)} {
		if status, _, body := get(t, srv.URL+"/ar/places?"+q); status != 200 || strings.Contains(body, `"NaN`) || strings.Contains(land(body), "NaN") {
			t.Errorf("%s answers %d", q, status)
		}
	}
}

// Who said what counts by topic and by act, and each number leads to as many
// statements.
func TestSaid(t *testing.T) {
	srv := room(t)
	for _, by := range []string{"topic", "act"} {
		_, _, body := get(t, srv.URL+"/en/said?by="+by)
		if !strings.Contains(body, `class="matrix"`) || !strings.Contains(body, "who=") {
			t.Errorf("by %s: no matrix", by)
		}
		for _, q := range []string{"&who=x&col=y", "&rows=-9", "&rows=99999", "&list=zz", "&who=" + url.QueryEscape(hostile)} {
			if status, _, _ := get(t, srv.URL+"/en/said?by="+by+q); status != 200 {
				t.Errorf("by %s%s answers %d", by, q, status)
			}
		}
	}
}

// Actors are found by their names, whatever is attached to them.
func TestFindActor(t *testing.T) {
	srv := room(t)
	_, _, all := get(t, srv.URL+"/ar/actors")
	_, rest, ok := strings.Cut(all, `scope="row"><a href="`)
	if !ok {
		t.Fatal("no actors are listed")
	}
	at, rest, _ := strings.Cut(rest, `"`)
	_, rest, _ = strings.Cut(rest, `<bdi lang="ar">`)
	name, _, _ := strings.Cut(rest, "<")
	for _, q := range []string{unescape(name), "و" + unescape(name)} {
		_, _, body := get(t, srv.URL+"/ar/actors?q="+url.QueryEscape(q))
		if !strings.Contains(body, at) {
			t.Errorf("%s does not find %s", q, at)
		}
	}
	for _, q := range []string{"zzzz", "%00", strings.Repeat("a", 5000), url.QueryEscape(hostile), "«»", "+"} {
		if status, _, body := get(t, srv.URL+"/en/actors?q="+q); status != 200 {
			t.Errorf("%.40s answers %d: %.80s", q, status, body)
		}
	}
}
