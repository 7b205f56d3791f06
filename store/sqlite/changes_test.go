package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// Whoever writes, everybody who has the record open sees that it changed.
func TestChanges(t *testing.T) {
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "talks.db")
	open := func() *sqlite.DB {
		db, err := sqlite.Open(ctx, path, sqlite.Create)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		return db
	}
	writer, reader := open(), open()
	changes := func(db *sqlite.DB) int64 {
		n, err := db.Changes(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	w, r := changes(writer), changes(reader)
	if changes(writer) != w || changes(reader) != r {
		t.Error("it changed by itself")
	}
	if _, err := writer.Add(ctx, []*store.Parcel{storetest.Parcel(1, 1)}); err != nil {
		t.Fatal(err)
	}
	if changes(writer) == w || changes(reader) == r {
		t.Error("a change is not seen")
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := reader.Changes(ended); err == nil {
		t.Error("it answers whoever has gone")
	}
}
