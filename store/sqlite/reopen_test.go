package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"mahdar/store"
	"mahdar/store/storetest"
)

// What a build that was cut short has kept but not settled, the next settles to
// the record of one build.
func TestUnsettled(t *testing.T) {
	ps := generated(t, 40)
	whole := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	if _, err := whole.Add(t.Context(), ps); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "talks.db")
	for _, part := range [][]*store.Parcel{ps[30:], ps[10:20], ps[20:30], ps[:10]} { // the latest first
		db := openAt(t, path, Create)
		b, err := db.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range part {
			if _, err := b.Add(t.Context(), p); err != nil {
				t.Fatal(err)
			}
		}
		if err := b.Commit(); err != nil {
			t.Fatal(err)
		}
		db.Close()
	}
	db := openAt(t, path, Existing)
	faults := 0
	for fault, err := range db.Check(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		t.Log(fault)
		faults++
	}
	if faults == 0 {
		t.Error("nothing tells that the record is not up to date")
	}
	if behind, err := db.Behind(t.Context()); err != nil || !behind {
		t.Errorf("before it is settled the record is behind: %v, %v", behind, err)
	}
	if err := db.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if behind, err := db.Behind(t.Context()); err != nil || behind {
		t.Errorf("after it is settled the record is behind: %v, %v", behind, err)
	}
	if dumped(t, db) != dumped(t, whole) {
		t.Error("the record differs from that of one build")
	}
	for fault, err := range db.Check(t.Context()) {
		t.Errorf("%s, %v", fault, err)
	}
}

// A record whose articles are read again, all or some, is that of a build that read
// them so in the first place, however many facts were lost on the way.
func TestReadAgain(t *testing.T) {
	const articles, few = 240, 3
	var before, after, mixed []*store.Parcel
	for i := range articles {
		doc, r := storetest.Generated(i)
		if i%2 == 1 { // outlets that say the same
			doc, r = storetest.Article(i/4, i/2%2)
			if i/2%2 == 1 {
				r.Meetings[0].Ordinal, r.Meetings[0].Process = 0, "" // one with the other's by place and day
			}
		}
		for _, version := range []string{"reader 1", storetest.Reader} {
			p, err := store.Pack(doc, r, version)
			if err != nil {
				t.Fatal(err)
			}
			if version == storetest.Reader {
				after = append(after, p)
			} else {
				before = append(before, p)
			}
		}
		mixed = append(mixed, before[i])
	}
	copy(mixed, after[:few])
	build := func(parts ...[]*store.Parcel) string {
		db := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
		for _, ps := range parts {
			if _, err := db.Add(t.Context(), ps); err != nil {
				t.Fatal(err)
			}
		}
		if c, err := db.Counts(t.Context()); err != nil || c.Articles != articles {
			t.Fatalf("%d articles, %v", c.Articles, err)
		}
		s := dumped(t, db)
		if n := strings.Count(s, "\ntie "); n == 0 {
			t.Fatal("no facts of several articles are tied: nothing is tested")
		}
		return s
	}
	if build(before, after) != build(after) {
		t.Error("all articles read again make another record")
	}
	if build(before, mixed[:few]) != build(mixed) {
		t.Error("some articles read again make another record")
	}
}
