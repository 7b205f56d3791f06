package sqlite

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/ncruces/go-sqlite3/driver"

	"mahdar/store"
	"mahdar/store/storetest"
)

func openAt(t testing.TB, path string, mode Mode) *DB {
	t.Helper()
	db, err := Open(t.Context(), path, mode)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// generated are n invented articles as a build packs them.
func generated(t *testing.T, n int) (ps []*store.Parcel) {
	t.Helper()
	for i := range n {
		doc, r := storetest.Generated(i)
		p, err := store.Pack(doc, r, storetest.Reader)
		if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
	return ps
}

// dumped is all that a record says.
func dumped(t *testing.T, db *DB) string {
	t.Helper()
	s, err := storetest.Dump(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create) })
}

// TestStorePoured lets findings go into the tables while others come in.
func TestStorePoured(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		db, err := Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		db.mu.Lock()
		defer db.mu.Unlock()
		db.most, db.w.most = 10, 10
		return db
	})
}

// A record is the same however many findings wait before they go in.
func TestPouredIsTheSame(t *testing.T) {
	ps := generated(t, 120)
	whole := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	poured := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	poured.w.most = 700
	for _, db := range []*DB{whole, poured} {
		for _, some := range [][]*store.Parcel{ps[:70], ps[50:]} {
			if _, err := db.Add(t.Context(), some); err != nil {
				t.Fatal(err)
			}
		}
	}
	if dumped(t, whole) != dumped(t, poured) {
		t.Error("the record differs")
	}
}

func TestStoreInMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		db, err := Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		return db
	})
}

// Versions before 3.51.3 could lose a committed transaction when two
// connections reset the WAL at once.
func TestVersion(t *testing.T) {
	db := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	var v string
	if err := db.sql.QueryRow("SELECT sqlite_version()").Scan(&v); err != nil {
		t.Fatal(err)
	}
	var a, b, c int
	if _, err := fmt.Sscanf(v, "%d.%d.%d", &a, &b, &c); err != nil || a*1_000_000+b*1000+c < 3_051_003 {
		t.Errorf("SQLite %s, want at least 3.51.3 (%v)", v, err)
	}
}

func TestRefuses(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite3", "file:"+other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE recipes (name TEXT)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	newer := filepath.Join(dir, "newer.db")
	ndb := openAt(t, newer, Create)
	if _, err := ndb.sql.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	ndb.Close()
	for _, c := range []struct {
		path, want string
		mode       Mode
	}{
		{filepath.Join(dir, "none.db"), "there is no such database", Existing},
		{filepath.Join(dir, "no", "none.db"), "its folder does not exist", Create},
		{dir, "is a folder", Create},
		{file("empty.db", ""), "is empty", Existing},
		{file("text.db", "قال سالم الأحمر إن الهدنة صامدة"), "is not a database", Create},
		{file("short.db", magic+"…"), "is cut short", Create},
		{file("broken.db", magic+strings.Repeat("\x00", 300)), "is damaged", Existing},
		{other, "is a database of another program", Create},
		{newer, "was written by a newer mahdar", Existing},
	} {
		before, _ := os.ReadFile(c.path)
		_, err := Open(t.Context(), c.path, c.mode)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), c.path) {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
		}
		if after, _ := os.ReadFile(c.path); string(after) != string(before) {
			t.Errorf("%s was changed", c.path)
		}
	}
}

// A file that a crash left before its schema was made is made good.
func TestEmptyFileIsMade(t *testing.T) {
	p := filepath.Join(t.TempDir(), "talks.db")
	if err := os.WriteFile(p, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	openAt(t, p, Create).Close()
	openAt(t, p, Existing)
}

func TestSchemaIsSound(t *testing.T) {
	db := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	if _, err := db.Add(t.Context(), []*store.Parcel{storetest.Parcel(1, 1), storetest.Parcel(1, 2)}); err != nil {
		t.Fatal(err)
	}
	var s string
	if err := db.sql.QueryRow("PRAGMA integrity_check").Scan(&s); err != nil || s != "ok" {
		t.Errorf("integrity: %s %v", s, err)
	}
	if err := db.sql.QueryRow("PRAGMA foreign_key_check").Scan(&s); err != sql.ErrNoRows {
		t.Errorf("foreign keys: %s %v", s, err)
	}
	for _, stmt := range []string{"UPDATE decision SET who = ''", "DELETE FROM decision"} {
		if _, err := db.sql.Exec("INSERT INTO decision (at, who, fact, verb, body) VALUES ('', '', '', '', '')"); err != nil {
			t.Fatal(err)
		}
		if _, err := db.sql.Exec(stmt); err == nil || !strings.Contains(err.Error(), "only added") {
			t.Errorf("%s: %v", stmt, err)
		}
	}
}

func TestWords(t *testing.T) {
	db := openAt(t, filepath.Join(t.TempDir(), "talks.db"), Create)
	if _, err := db.Add(t.Context(), []*store.Parcel{storetest.Parcel(1, 1)}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{"محادثات": 1, "المحادثات": 1, "وفد": 1, "الوفد": 1, "حركه": 1, "مندوب": 0, "قصف": 1, "واختتام": 0, "سفير": 0} {
		var n int
		if err := db.sql.QueryRow("SELECT count(*) FROM words WHERE words MATCH ?", query).Scan(&n); err != nil || n != want {
			t.Errorf("%s: %d articles (%v), want %d", query, n, err, want)
		}
	}
}
