package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
	_ "github.com/ncruces/go-sqlite3/vfs/memdb" // for Memory

	"mahdar/store"
)

// applicationID marks our files in bytes 68 to 71 of their header: «mhdr».
const applicationID = 0x6d686472

// migrations are schema/0001.sql, 0002.sql, …: file n brings version n-1 to n.
//
//go:embed schema/*.sql
var migrations embed.FS

// Schema is the version of the schema that this program writes.
func Schema() int {
	files, err := fs.ReadDir(migrations, "schema")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return len(files)
}

// busy is how long a statement waits for another process that writes, in milliseconds.
const busy = 10_000

// Mode says what Open may do.
type Mode int

// The modes.
const (
	Existing Mode = iota // the file must be there
	Create               // it may be made
)

// DB is a record in a SQLite file.
type DB struct {
	path  string
	sql   *sql.DB
	alone bool // nobody may read while somebody writes: it has no log
	most  int  // findings that wait before they go into the tables

	cache   cache
	readers chan *reader // that wait for a question

	mu     sync.Mutex // held by the one who writes
	w      *writer    // nil until the first write
	copier copier
}

var _ store.Store = (*DB)(nil)

// Open opens the record at path. A file that is no record of ours, or of a
// newer version, or that cannot be opened, is refused with a *store.Refusal
// and left as it was; an older one is migrated.
func Open(ctx context.Context, path string, mode Mode) (*DB, error) {
	if err := Look(path, mode); err != nil {
		return nil, err
	}
	return open(ctx, path, dsn(path, mode))
}

// Memory opens a new, empty record that is gone when it is closed.
func Memory(ctx context.Context) (*DB, error) {
	u := url.URL{Scheme: "file", Path: "/" + rand.Text(), RawQuery: pragmas(url.Values{"vfs": {"memdb"}}).Encode()}
	db, err := open(ctx, "memory", u.String())
	if err == nil {
		db.alone = true
	}
	return db, err
}

func open(ctx context.Context, path, dsn string) (*DB, error) {
	pool, err := driver.Open(dsn, registerWords)
	if err != nil {
		return nil, refusal(path, err)
	}
	pool.SetMaxIdleConns(4) // kept open, since opening runs the pragmas
	db := &DB{path: path, sql: pool, readers: make(chan *reader, idleReaders), copier: copier{most: mostLogged}, most: mostPending}
	if err := db.migrate(ctx); err != nil {
		pool.Close()
		return nil, refusal(path, err)
	}
	return db, nil
}

// Close releases the file. What was acknowledged is kept whether or not it is called.
func (db *DB) Close() error {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.w != nil {
		db.w.close()
		db.w = nil
	}
	db.copier.close()
	db.cache.close()
	for {
		select {
		case r := <-db.readers:
			r.close()
			continue
		default:
		}
		break
	}
	return db.sql.Close()
}

func dsn(path string, mode Mode) string {
	q := url.Values{"mode": {"rw"}}
	if mode == Create {
		q.Set("mode", "rwc")
	}
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: pragmas(q).Encode()}
	return u.String()
}

// pragmas adds to q what every connection sets.
func pragmas(q url.Values) url.Values {
	q.Set("_txlock", "immediate")
	for _, p := range []string{
		fmt.Sprintf("busy_timeout(%d)", busy),
		"page_size(8192)", // of a new file: half as many pages to write as with 4,096
		"journal_mode(wal)",
		"synchronous(full)", // a power cut, too, loses nothing acknowledged
		"foreign_keys(on)",
		"cache_size(-65536)",
		"wal_autocheckpoint(4000)",
		"temp_store(memory)",
	} {
		q.Add("_pragma", p)
	}
	return q
}

// magic begins every SQLite file.
const magic = "SQLite format 3\x00"

// Look refuses what can be seen to be no record of ours, as Open does, without
// opening it as a database: nothing is written or made.
func Look(path string, mode Mode) error {
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && mode == Create:
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return &store.Refusal{Path: path, What: "its folder does not exist", Advice: "make it first, or name another with -o", Err: err}
		}
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return &store.Refusal{Path: path, What: "there is no such database", Advice: "make it with: mahdar build -o " + path + " FOLDER", Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &store.Refusal{Path: path, What: "may not be read", Advice: "check its permissions", Err: err}
	case err != nil:
		return refusal(path, err)
	}
	defer f.Close()
	if fi, err := f.Stat(); err == nil && fi.IsDir() {
		return &store.Refusal{Path: path, What: "is a folder, not a database", Advice: "name a file"}
	}
	head := make([]byte, 100)
	n, err := io.ReadFull(f, head)
	switch {
	case n == 0 && mode == Create:
		return nil
	case n == 0:
		return &store.Refusal{Path: path, What: "is empty, not a database of mahdar's", Advice: "build it again with: mahdar build -o " + path + " FOLDER"}
	case n < len(magic) || string(head[:len(magic)]) != magic:
		return &store.Refusal{Path: path, What: "is not a database", Advice: "name a file that mahdar build has made"}
	case err != nil:
		return &store.Refusal{Path: path, What: "is cut short", Advice: "restore it from a backup, or build it again under another name", Err: err}
	}
	// In WAL mode the header may lag behind the log. A file of ours that does
	// has no schema yet: cookie and mark are both 0.
	cookie, mark := head[40:44], head[68:72]
	if zero := "\x00\x00\x00\x00"; string(mark) != "mhdr" && (string(mark) != zero || string(cookie) != zero) {
		return foreign(path)
	}
	return nil
}

func foreign(path string) error {
	return &store.Refusal{Path: path, What: "is a database of another program", Advice: "name a file that mahdar build has made, or a new one"}
}

// refusal words an error of opening path.
func refusal(path string, err error) error {
	var r *store.Refusal
	if errors.As(err, &r) {
		return r
	}
	r = &store.Refusal{Path: path, Err: err}
	switch {
	case errors.Is(err, sqlite3.BUSY), errors.Is(err, sqlite3.LOCKED):
		r.What, r.Advice = "is being written by another program", "wait until it has done"
	case errors.Is(err, sqlite3.CORRUPT), errors.Is(err, sqlite3.NOTADB):
		r.What, r.Advice = "is damaged", "restore it from a backup, or build it again under another name"
	case errors.Is(err, sqlite3.READONLY), errors.Is(err, sqlite3.PERM), errors.Is(err, fs.ErrPermission):
		r.What, r.Advice = "may not be written", "check its permissions and those of its folder"
	case errors.Is(err, sqlite3.FULL):
		r.What, r.Advice = "cannot grow", "the disk is full: make room and run the same command again"
	case errors.Is(err, sqlite3.CANTOPEN):
		r.What, r.Advice = "cannot be opened", "check its permissions and those of its folder"
	default:
		r.What = "cannot be used (" + err.Error() + ")"
	}
	return r
}

// derivation is raised whenever other findings, traits, claims, clues or bounds follow
// from the same readings, so that records kept before are derived anew.
const derivation = "8"

// migrate brings the schema up to date in one transaction, so that a crash
// leaves the old version or the new one.
func (db *DB) migrate(ctx context.Context) error {
	files, err := fs.ReadDir(migrations, "schema")
	if err != nil {
		return err
	}
	version, err := db.version(ctx, len(files))
	if err != nil {
		return err
	}
	if version == len(files) {
		was, err := db.Note(ctx, derivationNote)
		if err != nil || string(was) == derivation {
			return err
		}
	}
	// What is put in order on the way may not fit in memory.
	if w, err := db.lock(ctx); err != nil {
		return err
	} else {
		err = w.raw.Exec("PRAGMA temp_store = file")
		db.mu.Unlock()
		if err != nil {
			return err
		}
	}
	return db.writing(ctx, func(w *writer) error { return w.migrate(ctx, files) })
}

// migrate carries out those of the steps of the schema that the file lacks, and derives anew
// what follows from the readings where that has changed.
func (w *writer) migrate(ctx context.Context, steps []fs.DirEntry) error {
	// Another process may have migrated while this one waited.
	version, err := w.count("SELECT user_version FROM pragma_user_version")
	if err != nil {
		return err
	}
	for _, f := range steps[min(version, len(steps)):] {
		ddl, err := migrations.ReadFile("schema/" + f.Name())
		if err != nil {
			return err
		}
		if err := w.raw.Exec(string(ddl)); err != nil {
			return fmt.Errorf("schema %s: %w", strings.TrimSuffix(f.Name(), ".sql"), err)
		}
	}
	if err := w.raw.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps))); err != nil {
		return err
	}
	// The words of a whole transaction are sorted in one go.
	if err := w.raw.Exec("INSERT INTO words (words, rank) VALUES ('hashsize', 8388608)"); err != nil {
		return err
	}
	was, err := w.note(derivationNote)
	if err != nil {
		return err
	}
	if was != derivation { // else the schema has brought along what there was
		if err := w.rederive(ctx, version < wordsSince); err != nil {
			return err
		}
	}
	if err := w.settle(ctx, nil); err != nil {
		return err
	}
	_, err = w.exec("INSERT OR REPLACE INTO note (key, body) VALUES (?,?)", derivationNote, []byte(derivation))
	return err
}

const (
	derivationNote = "derivation"
	wordsSince     = 2 // the schema in which the full-text index has its present form
)

// version is the schema's version; it refuses a file that is not ours or newer
// than newest.
func (db *DB) version(ctx context.Context, newest int) (int, error) {
	var id, version, tables int
	err := db.sql.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)").Scan(&id, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case id == 0 && tables == 0:
		return 0, nil // new, or killed before it was made
	case id != applicationID:
		return 0, foreign(db.path)
	case version > newest:
		return 0, &store.Refusal{Path: db.path, What: fmt.Sprintf("was written by a newer mahdar (schema %d, this one knows %d)", version, newest), Advice: "update mahdar"}
	}
	return version, nil
}
