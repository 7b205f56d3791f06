package access

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
	"runtime"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
)

// applicationID marks our files in their header: «mhac».
const applicationID = 0x6d686163

// migrations are schema/0001.sql, 0002.sql, …: file n brings version n-1 to n.
//
//go:embed schema/*.sql
var migrations embed.FS

// Faults of accounts.
var (
	ErrUnknown = errors.New("there is no such account")
	ErrTaken   = errors.New("there is such an account already")
	ErrDenied  = errors.New("name and password do not belong together")
	ErrBusy    = errors.New("too many people are logging in at the moment")
)

// Accounts are the people who may use a record, in a file of its own.
type Accounts struct {
	path   string
	sql    *sql.DB
	id     string // of this file, for the names of its cookies
	hasher *hasher
	now    func() time.Time
}

// Beside is the path of the accounts of the record at path: talks.db has
// talks.accounts.db.
func Beside(record string) string {
	ext := filepath.Ext(record)
	return strings.TrimSuffix(record, ext) + ".accounts" + ext
}

// Open opens the accounts at path; where make is set it makes the file, which
// only its owner can read. A missing file is refused with an error that is
// fs.ErrNotExist; a file that others may read, that is not ours or is of a
// newer version is refused with a *Refusal.
func Open(ctx context.Context, path string, make bool) (*Accounts, error) {
	if err := look(path, make); err != nil {
		return nil, err
	}
	q := url.Values{"mode": {"rw"}, "modeof": {path}, "_txlock": {"immediate"},
		"_pragma": {"busy_timeout(10000)", "journal_mode(wal)", "synchronous(full)", "foreign_keys(on)", "temp_store(memory)", "secure_delete(on)"}}
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: q.Encode()}
	pool, err := driver.Open(u.String())
	if err != nil {
		return nil, refusal(path, err)
	}
	pool.SetMaxIdleConns(4)
	pool.SetMaxOpenConns(8) // each takes memory of its own
	a := &Accounts{path: path, sql: pool, hasher: newHasher(), now: time.Now}
	if err := a.migrate(ctx); err != nil {
		pool.Close()
		return nil, refusal(path, err)
	}
	if runtime.GOOS != "windows" {
		for _, beside := range []string{"-wal", "-shm"} { // gone again when the last one closes
			if err := os.Chmod(path+beside, 0o600); err != nil && !errors.Is(err, fs.ErrNotExist) {
				pool.Close()
				return nil, refusal(path, err)
			}
		}
	}
	return a, nil
}

// Close releases the file.
func (a *Accounts) Close() error { return a.sql.Close() }

// Backup copies the accounts, as they stand at one moment, to a new file that
// its owner alone can read.
func (a *Accounts) Backup(ctx context.Context, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return &Refusal{Path: path, What: "is there already", Advice: "name a new file", Err: err}
	}
	if err != nil {
		return refusal(path, err)
	}
	if err := f.Close(); err != nil {
		return refusal(path, err)
	}
	if _, err := a.sql.ExecContext(ctx, "VACUUM INTO ?", path); err != nil { // into an empty file it may
		return errors.Join(refusal(path, err), os.Remove(path))
	}
	return nil
}

// Path is where the accounts are.
func (a *Accounts) Path() string { return a.path }

// look makes the file where it may, and refuses what can be seen to be none of
// ours before SQLite touches it.
func look(path string, make bool) error {
	if make {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			return f.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return refusal(path, err)
		}
	}
	fi, err := os.Stat(path)
	if err != nil {
		return &Refusal{Path: path, What: "there are no accounts yet", Advice: "make one with: mahdar user add DATABASE NAME --role admin", Err: err}
	}
	if !fi.Mode().IsRegular() {
		return &Refusal{Path: path, What: "is no file", Advice: "move it out of the way"}
	}
	if runtime.GOOS != "windows" && fi.Mode().Perm()&0o077 != 0 {
		return &Refusal{Path: path, What: "may be read or written by other users of this machine", Advice: "run: chmod 600 " + path}
	}
	f, err := os.Open(path)
	if err != nil {
		return refusal(path, err)
	}
	defer f.Close()
	head := [100]byte{}
	n, err := io.ReadFull(f, head[:])
	if n == 0 {
		return nil // killed before anything was written
	}
	if err != nil || string(head[:16]) != "SQLite format 3\x00" {
		return &Refusal{Path: path, What: "is no file of accounts", Advice: "move it out of the way, or restore it from a backup", Err: err}
	}
	return nil
}

func refusal(path string, err error) error {
	var r *Refusal
	if errors.As(err, &r) {
		return err
	}
	r = &Refusal{Path: path, Err: err}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, sqlite3.BUSY), errors.Is(err, sqlite3.LOCKED):
		r.What, r.Advice = "is being written by another program", "wait until it has done"
	case errors.Is(err, sqlite3.CORRUPT), errors.Is(err, sqlite3.NOTADB):
		r.What, r.Advice = "is damaged", "restore it from a backup"
	case errors.Is(err, sqlite3.READONLY), errors.Is(err, sqlite3.PERM), errors.Is(err, sqlite3.CANTOPEN), errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrNotExist):
		r.What, r.Advice = "cannot be opened or written", "check its permissions and those of its folder"
	case errors.Is(err, sqlite3.FULL):
		r.What, r.Advice = "cannot grow", "the disk is full: make room and try again"
	default:
		r.What = "cannot be used (" + err.Error() + ")"
	}
	return r
}

// migrate brings the schema up to date in one transaction.
func (a *Accounts) migrate(ctx context.Context) error {
	files, err := fs.ReadDir(migrations, "schema")
	if err != nil {
		return err
	}
	return a.writing(ctx, func(tx *sql.Tx) error {
		var id, version, tables int
		err := tx.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)").Scan(&id, &version, &tables)
		switch {
		case err != nil:
			return err
		case id != applicationID && (id != 0 || tables != 0):
			return &Refusal{Path: a.path, What: "is a database of another program", Advice: "move it out of the way"}
		case version > len(files):
			return &Refusal{Path: a.path, What: fmt.Sprintf("was written by a newer mahdar (accounts %d, this one knows %d)", version, len(files)), Advice: "update mahdar"}
		}
		for _, f := range files[version:] {
			ddl, err := migrations.ReadFile("schema/" + f.Name())
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, string(ddl)); err != nil {
				return fmt.Errorf("schema %s: %w", strings.TrimSuffix(f.Name(), ".sql"), err)
			}
		}
		if version < len(files) {
			if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(files))); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO note (key, value) VALUES ('id', ?)", strings.ToLower(rand.Text()[:8])); err != nil {
			return err
		}
		return tx.QueryRowContext(ctx, "SELECT value FROM note WHERE key = 'id'").Scan(&a.id)
	})
}

// writing runs do in one transaction, which waits for others that write.
func (a *Accounts) writing(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := a.sql.BeginTx(ctx, nil)
	if err != nil {
		return refusal(a.path, err)
	}
	if err := do(tx); err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	if err := tx.Commit(); err != nil {
		return refusal(a.path, err)
	}
	return nil
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// Refusal says why a file of accounts cannot be used and what to do.
type Refusal struct {
	Path, What, Advice string
	Err                error // the cause, may be nil
}

func (r *Refusal) Error() string {
	s := r.Path + ": " + r.What
	if r.Advice != "" {
		s += "; " + r.Advice
	}
	return s
}

// Unwrap is the cause.
func (r *Refusal) Unwrap() error { return r.Err }
