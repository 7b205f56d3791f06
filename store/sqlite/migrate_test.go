package sqlite

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"mahdar/record"
	"mahdar/store"
)

// Every schema that was ever released has a database in testdata, made by the
// program of its time from two invented articles; each opens today with all
// that was in it.
func TestMigrations(t *testing.T) {
	for version := 1; version <= Schema(); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			path := unzipped(t, filepath.Join("testdata", fmt.Sprintf("%04d.db.gz", version)))
			db := openAt(t, path, Existing)
			var v int
			if err := db.sql.QueryRow("PRAGMA user_version").Scan(&v); err != nil || v != Schema() {
				t.Errorf("schema %d, %v", v, err)
			}
			c, err := db.Counts(t.Context())
			if err != nil || c.Articles != 2 || c.Decisions != 1 || c.Of(record.Meetings) != 1 || c.Of(record.Statements) != 4 {
				t.Errorf("counts: %+v, %v", c, err)
			}
			for fault, err := range db.Check(t.Context()) {
				t.Errorf("check: %s, %v", fault, err)
			}
			n := 0
			for _, err := range db.Search(t.Context(), store.ParsePattern("هدنة"), "", "") {
				if err != nil {
					t.Fatal(err)
				}
				n++
			}
			if n != 2 {
				t.Errorf("«هدنة» stands in %d articles", n)
			}
			db.Close()
			openAt(t, path, Existing) // and again, with nothing to do
		})
	}
}

func unzipped(t *testing.T, name string) string {
	t.Helper()
	in, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
