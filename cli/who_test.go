package cli

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// Who is in everything is told of briefly, unless all of it is asked for.
func TestWhoIsInEverything(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talks.db")
	db, err := sqlite.Open(t.Context(), path, sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	var ps []*store.Parcel
	for i := range mostSightings + 60 {
		doc, r := storetest.Generated(i)
		p, err := store.Pack(doc, r, storetest.Reader)
		if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
	if _, err := db.Add(t.Context(), ps); err != nil {
		t.Fatal(err)
	}
	db.Close()
	who := func(args ...string) (lines int, out string) {
		var b, errs bytes.Buffer
		if code := Main(append([]string{"who", "--lang", "en", path, "سالم اعج"}, args...), strings.NewReader(""), &b, &errs); code != 0 {
			t.Fatalf("%d: %s", code, &errs)
		}
		return strings.Count(b.String(), "\n- "), b.String()
	}
	const note = "ask for all with --limit 0"
	n, out := who()
	if n < mostParts || n > 7*mostParts || !strings.Contains(out, note) || !strings.Contains(out, "names and offices from the earliest: 500 articles") {
		t.Errorf("%d lines: %.300s", n, out)
	}
	if all, out := who("--limit", "0"); all <= n || strings.Contains(out, note) {
		t.Errorf("all are %d lines, %d of them by themselves", all, n)
	}
	if few, out := who("--limit", "101"); few < 101 || strings.Contains(out, note) {
		t.Errorf("%d lines", few)
	}
}
