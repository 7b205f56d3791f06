package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// writer is the connection that writes, with its statements prepared once. It
// speaks to SQLite without database/sql between, which halves the cost of a row.
type writer struct {
	conn  *sql.Conn
	raw   *sqlite3.Conn
	stmts map[string]*sqlite3.Stmt
}

// writing runs do in one immediate transaction on the writer.
func (db *DB) writing(ctx context.Context, do func(w *writer) error) (err error) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.w == nil {
		if db.w, err = db.newWriter(ctx); err != nil {
			return refusal(db.path, err)
		}
	}
	w := db.w
	defer w.raw.SetInterrupt(w.raw.SetInterrupt(ctx))
	tx, err := w.raw.BeginImmediate()
	if err != nil {
		return refusal(db.path, err)
	}
	defer tx.End(&err)
	if err := do(w); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return refusal(db.path, err)
	}
	return nil
}

func (db *DB) newWriter(ctx context.Context) (*writer, error) {
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return nil, err
	}
	w := &writer{conn: conn, stmts: map[string]*sqlite3.Stmt{}}
	err = conn.Raw(func(dc any) error {
		r, ok := dc.(interface{ Raw() *sqlite3.Conn })
		if !ok {
			return fmt.Errorf("the driver's connection is a %T", dc)
		}
		w.raw = r.Raw()
		return nil
	})
	if err != nil {
		conn.Close()
		return nil, err
	}
	return w, nil
}

func (w *writer) close() {
	for _, s := range w.stmts {
		s.Close()
	}
	w.conn.Close()
}

// stmt is the prepared statement of query, with args bound.
func (w *writer) stmt(query string, args []any) (*sqlite3.Stmt, error) {
	s, ok := w.stmts[query]
	if !ok {
		var err error
		if s, _, err = w.raw.PrepareFlags(query, sqlite3.PREPARE_PERSISTENT); err != nil {
			return nil, err
		}
		w.stmts[query] = s
	}
	for i, a := range args {
		if err := bind(s, i+1, a); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func bind(s *sqlite3.Stmt, i int, a any) error {
	switch v := a.(type) {
	case nil:
		return s.BindNull(i)
	case int:
		return s.BindInt(i, v)
	case int64:
		return s.BindInt64(i, v)
	case string:
		return s.BindText(i, v)
	case []byte:
		if v == nil {
			return s.BindNull(i)
		}
		return s.BindBlob(i, v)
	}
	return fmt.Errorf("a %T cannot be kept", a)
}

// exec runs query and returns how many rows it changed.
func (w *writer) exec(query string, args ...any) (int64, error) {
	s, err := w.stmt(query, args)
	if err != nil {
		return 0, err
	}
	s.Step()
	return w.raw.Changes(), s.Reset()
}

// one runs query and hands its first row, if there is one, to scan.
func (w *writer) one(scan func(*sqlite3.Stmt), query string, args ...any) (found bool, err error) {
	s, err := w.stmt(query, args)
	if err != nil {
		return false, err
	}
	if found = s.Step(); found {
		scan(s)
	}
	return found, s.Reset()
}

// all runs query and hands each row to scan, which must not use the same query.
func (w *writer) all(scan func(*sqlite3.Stmt), query string, args ...any) error {
	s, err := w.stmt(query, args)
	if err != nil {
		return err
	}
	for s.Step() {
		scan(s)
	}
	return s.Reset()
}
