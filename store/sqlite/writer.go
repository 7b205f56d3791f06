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
	terms map[string]int64  // numbers of words that repeat
	todo  map[todo]struct{} // of this transaction
	words []indexed         // of this transaction
	lists lists             // of this transaction

	pending pending // of this transaction
	most    int     // findings that wait; mostPending

	strangers strangers
}

// indexed are the words of an article that go into the full-text index at the
// end of the transaction: between other statements FTS5 would write its buffer
// out at each of their savepoints.
type indexed struct {
	n     int64
	stems string
}

// todo is something that must be brought up to date.
type todo struct {
	what task
	n    int64
}

// task is a kind of todo; the numbers stand in the database.
type task int

// The tasks.
const (
	bereft  task = 1 + iota // a fact lost a finding: its row
	retied                  // the ties of a fact changed: its row
	claimed                 // the claims about a subject changed: its hash
	clued                   // there are other clues to days: 0
	listed                  // a fact has another place or other actors: its row
)

// lock waits for the writer; whoever has it must unlock db.mu.
func (db *DB) lock(ctx context.Context) (w *writer, err error) {
	db.mu.Lock()
	if db.w == nil {
		if db.w, err = db.newWriter(ctx); err != nil {
			db.mu.Unlock()
			return nil, refusal(db.path, err)
		}
	}
	db.copier.wait(db)
	return db.w, nil
}

// writing runs do in one immediate transaction on the writer.
func (db *DB) writing(ctx context.Context, do func(w *writer) error) (err error) {
	w, err := db.lock(ctx)
	if err != nil {
		return err
	}
	defer db.mu.Unlock()
	defer db.copier.start(db)
	defer w.raw.SetInterrupt(w.raw.SetInterrupt(ctx))
	tx, err := w.raw.BeginImmediate()
	if err != nil {
		if cause := ctx.Err(); cause != nil {
			return cause
		}
		return refusal(db.path, err)
	}
	defer func() {
		if err != nil {
			w.forget()
		}
	}()
	defer tx.End(&err)
	if err = w.strangers.begin(w); err == nil {
		err = do(w)
	}
	if err == nil {
		err = w.noteTodo()
	}
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return refusal(db.path, err)
	}
	return nil
}

// forget drops what is remembered of a transaction that came to nothing.
func (w *writer) forget() {
	clear(w.terms)
	clear(w.todo)
	w.words = nil
	w.lists = lists{}
	w.pending.drop()
}

// noteTodo keeps what this transaction leaves to be done.
func (w *writer) noteTodo() error {
	if err := w.notePending(); err != nil {
		return err
	}
	for _, t := range w.words {
		if _, err := w.exec("INSERT INTO words (rowid, text) VALUES (?, ?)", t.n, t.stems); err != nil {
			return err
		}
	}
	w.words = w.words[:0]
	if err := w.noteLists(); err != nil {
		return err
	}
	for t := range w.todo {
		if _, err := w.exec("INSERT OR IGNORE INTO todo (what, n) VALUES (?,?)", int(t.what), t.n); err != nil {
			return err
		}
	}
	clear(w.todo)
	return nil
}

func (w *writer) later(what task, n int64) { w.todo[todo{what, n}] = struct{}{} }

// term is the number of a word that repeats.
func (w *writer) term(word string) (n int64, err error) {
	if n, ok := w.terms[word]; ok {
		return n, nil
	}
	get := func(s *sqlite3.Stmt) { n = s.ColumnInt64(0) }
	found, err := w.one(get, "SELECT n FROM term WHERE word = ?", word)
	if err == nil && !found {
		_, err = w.one(get, "INSERT INTO term (word) VALUES (?) RETURNING n", word)
	}
	if err != nil {
		return 0, err
	}
	if len(w.terms) > 10_000 {
		clear(w.terms)
	}
	w.terms[word] = n
	return n, nil
}

// writerCache is the memory for pages of the writer, in KiB: pages of indexes
// that every transaction of a build touches should not have to make room for
// what it adds. SQLite may have 256 MB in all.
const writerCache = 128 << 10

func (db *DB) newWriter(ctx context.Context) (*writer, error) {
	conn, raw, err := db.rawConn(ctx)
	if err != nil {
		return nil, err
	}
	if err := raw.Exec(fmt.Sprintf("PRAGMA cache_size = -%d", writerCache)); err != nil {
		conn.Close()
		return nil, err
	}
	db.copier.watch(raw)
	return &writer{conn: conn, raw: raw, stmts: map[string]*sqlite3.Stmt{}, terms: map[string]int64{}, todo: map[todo]struct{}{}, most: db.most}, nil
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

// rows is all, for an asker.
func (w *writer) rows(scan func(*sqlite3.Stmt), query string, args ...any) error {
	return w.all(scan, query, args...)
}
