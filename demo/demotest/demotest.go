// Package demotest builds the record of the demo's articles for tests of what
// shows records. It is no part of the program.
package demotest

import (
	"context"
	"fmt"
	"testing"

	"mahdar/demo"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

// Record is the record of the demo in memory, closed when the test ends.
func Record(t testing.TB) *sqlite.DB {
	t.Helper()
	db, err := Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// Open is the record of the demo in memory; whoever opens it closes it.
func Open(ctx context.Context) (*sqlite.DB, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	db, err := sqlite.Memory(ctx)
	if err != nil {
		return nil, err
	}
	var parcels []*store.Parcel
	err = demo.Documents(ctx, func(doc *text.Document) error {
		p, err := store.Pack(doc, read.Article(doc, lex), "demo")
		parcels = append(parcels, p)
		return err
	})
	if err == nil {
		_, err = db.Add(ctx, parcels)
	}
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("the record of the demo: %w", err)
	}
	return db, nil
}
