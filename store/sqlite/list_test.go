package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
	"mahdar/store/storetest"
)

func listed9(t *testing.T) *DB {
	db := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	ps := generated(t, 9)
	for i := range ps {
		ps = append(ps, storetest.Parcel(i, 1))
	}
	if _, err := db.Add(t.Context(), ps); err != nil {
		t.Fatal(err)
	}
	return db
}

// The schema and package store agree on where facts stand.
func TestPlaces(t *testing.T) {
	db := listed9(t)
	for _, k := range record.Kinds() {
		for f, err := range db.Facts(t.Context(), store.Query{Kind: k}) {
			if err != nil {
				t.Fatal(err)
			}
			got, err := store.ParsePlace(f.At)
			a := f.Evidence[0].Article
			want := store.PlaceOf(f.First, f.Ordinal, a.Published.Day(), a.ID, 0)
			if err != nil || got.At != want.At || got.Nth>>18 != want.Nth>>18 {
				t.Errorf("%s: %+v, want %+v (%v)", f.ID, got, want, err)
			}
		}
	}
}

// No list puts in order what an index has in order, or reads a table from its
// beginning.
func TestListsGoByIndexes(t *testing.T) {
	db := listed9(t)
	var some record.ID
	for f, err := range db.Facts(t.Context(), store.Query{Kind: record.Actors, Limit: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		some = f.ID
	}
	talks, none := "talks-3", ""
	meeting := record.ID{Kind: record.Meetings, Hash: some.Hash}
	cursor := store.FirstPlace("2031-01-01").String()
	for _, q := range []store.Query{{}, {Process: &talks}, {Process: &none}, {About: meeting}, {Actor: some}, {Loose: true}, {From: "2031-01-01"}, {To: "2031-01-01"},
		{Process: &talks, From: "2031-01-01", To: "2032-01-01"}, {Actor: some, Process: &talks}} {
		for _, after := range []string{"", cursor} {
			for _, back := range []bool{false, true} {
				q.Kind, q.After, q.Back = record.Statements, after, back
				for _, err := range db.Facts(t.Context(), q) {
					if err != nil {
						t.Fatal(err)
					}
				}
				for _, err := range db.Disagreements(t.Context(), store.Query{Process: q.Process, From: q.From, To: q.To, After: after, Back: back}) {
					if err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	for _, q := range []store.ArticleQuery{{}, {Oldest: true}, {From: "2031-01-01", To: "2031-02-01"}, {Back: true}} {
		for _, err := range db.Shelf(t.Context(), q) {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	seen := 0
	err := db.snapshot(t.Context(), func(l *loader) error {
		var queries []string
		for q := range l.r.stmts {
			if strings.Contains(q, "ORDER BY") && strings.Contains(q, ":size") || strings.Contains(q, ":rows") {
				queries = append(queries, q)
			}
		}
		for _, q := range queries {
			seen++
			err := l.r.all(func(s *sqlite3.Stmt) error {
				if step := s.ColumnText(3); strings.Contains(step, "TEMP B-TREE") || strings.HasPrefix(step, "SCAN ") && !strings.Contains(step, "json_each") && !strings.Contains(step, "INDEX") {
					t.Errorf("%s\n\t%s", q, step)
				}
				return nil
			}, "EXPLAIN QUERY PLAN "+q)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || seen < 20 {
		t.Errorf("%d lists, %v", seen, err)
	}
}
