package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// reader is a connection that reads, with its statements prepared once: to
// prepare one costs more than to run it.
type reader struct {
	conn  *sql.Conn
	raw   *sqlite3.Conn
	stmts map[string]*sqlite3.Stmt
}

// idleReaders is how many readers wait for the next question: two cores ask
// two at a time, and a question may ask others while it is answered. More are
// opened where they are wanted, and closed again.
const idleReaders = 8

// readerCache is the memory for pages of a reader, in KiB. What is not in it
// the system mostly has.
const readerCache = 16 << 10

// mostStatements bounds the statements that a reader keeps.
const mostStatements = 200

func (db *DB) reader(ctx context.Context) (*reader, error) {
	select {
	case r := <-db.readers:
		return r, nil
	default:
	}
	conn, raw, err := db.rawConn(ctx)
	if err != nil {
		return nil, err
	}
	r := &reader{conn: conn, raw: raw, stmts: map[string]*sqlite3.Stmt{}}
	if err := raw.Exec(fmt.Sprintf("PRAGMA query_only = on; PRAGMA cache_size = -%d", readerCache)); err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

// rawConn is a connection of the pool that is spoken to without database/sql.
func (db *DB) rawConn(ctx context.Context) (conn *sql.Conn, raw *sqlite3.Conn, err error) {
	if conn, err = db.sql.Conn(ctx); err != nil {
		return nil, nil, err
	}
	err = conn.Raw(func(dc any) error {
		r, ok := dc.(interface{ Raw() *sqlite3.Conn })
		if !ok {
			return fmt.Errorf("the driver's connection is a %T", dc)
		}
		raw = r.Raw()
		// Else statements that may use an index of some rows only are prepared
		// again for every value that they are given.
		_, err := raw.Config(sqlite3.DBCONFIG_ENABLE_QPSG, true)
		return err
	})
	if err != nil {
		conn.Close()
		return nil, nil, err
	}
	return conn, raw, nil
}

// release gives a reader back.
func (db *DB) release(r *reader) {
	select {
	case db.readers <- r:
	default:
		r.close()
	}
}

// close ends a reader for good: its connection has other pragmas than those of
// the pool, which must not have it back.
func (r *reader) close() {
	for _, s := range r.stmts {
		s.Close()
	}
	r.conn.Raw(func(any) error { return driver.ErrBadConn })
	r.conn.Close()
}

// stmt is the prepared statement of query with args bound, and what ends its use.
func (r *reader) stmt(query string, args []any) (*sqlite3.Stmt, func() error, error) {
	s, ok := r.stmts[query]
	done := func() error { return s.Reset() }
	if !ok || s.Busy() {
		fresh, _, err := r.raw.PrepareFlags(query, sqlite3.PREPARE_PERSISTENT)
		if err != nil {
			return nil, nil, err
		}
		if !ok && len(r.stmts) < mostStatements {
			r.stmts[query] = fresh
		} else { // the same question within itself, or one of many that do not come again
			done = func() error { err := s.Reset(); s.Close(); return err }
		}
		s = fresh
	}
	for i, a := range args {
		if err := bind(s, i+1, a); err != nil {
			return nil, nil, err
		}
	}
	return s, done, nil
}

// all runs query and hands each row to scan until it fails.
func (r *reader) all(scan func(*sqlite3.Stmt) error, query string, args ...any) error {
	s, done, err := r.stmt(query, args)
	if err != nil {
		return err
	}
	for s.Step() {
		if err = scan(s); err != nil {
			break
		}
	}
	if ended := done(); err == nil {
		err = ended
	}
	return err
}

// one runs query and hands its first row, if there is one, to scan.
func (r *reader) one(scan func(*sqlite3.Stmt), query string, args ...any) (found bool, err error) {
	s, done, err := r.stmt(query, args)
	if err != nil {
		return false, err
	}
	if found = s.Step(); found {
		scan(s)
	}
	return found, done()
}

// rows is all for what cannot fail, for an asker.
func (r *reader) rows(scan func(*sqlite3.Stmt), query string, args ...any) error {
	return r.all(func(s *sqlite3.Stmt) error { scan(s); return nil }, query, args...)
}

// named is all for a query with named parameters, of which it takes those that
// it has.
func (r *reader) named(scan func(*sqlite3.Stmt) error, query string, param map[string]any) error {
	s, done, err := r.stmt(query, nil)
	if err != nil {
		return err
	}
	for i := 1; i <= s.BindCount() && err == nil; i++ {
		err = bind(s, i, param[s.BindName(i)[1:]])
	}
	for err == nil && s.Step() {
		err = scan(s)
	}
	if ended := done(); err == nil {
		err = ended
	}
	return err
}

// run runs a statement that has no rows.
func (r *reader) run(query string) error {
	_, err := r.one(func(*sqlite3.Stmt) {}, query)
	return err
}

// each is all for rows that are scanned into variables.
func (l *loader) each(fn func(scan func(...any) error) error, query string, args ...any) error {
	return l.r.all(func(s *sqlite3.Stmt) error {
		return fn(func(to ...any) error { return scan(s, to) })
	}, query, args...)
}

// scan copies the columns of a row to variables.
func scan(s *sqlite3.Stmt, to []any) error {
	for i, v := range to {
		switch v := v.(type) {
		case *int:
			*v = s.ColumnInt(i)
		case *int64:
			*v = s.ColumnInt64(i)
		case *bool:
			*v = s.ColumnBool(i)
		case *string:
			*v = s.ColumnText(i)
		case *[]byte:
			*v = s.ColumnBlob(i, nil)
		default:
			return fmt.Errorf("a row cannot be read into a %T", v)
		}
	}
	return nil
}
