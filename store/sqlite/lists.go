package sqlite

import (
	"context"
	"encoding/binary"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
)

// lists is what a transaction adds to the numbers that lists are drawn from; it
// is kept when the transaction ends, since one sum costs less than many ones.
type lists struct {
	first int64 // row of the first fact that the transaction made, 0 for none
	tally map[tallied]int
}

// tallied is a row of table tally.
type tallied struct {
	kind    record.Kind
	process int64
	month   int
}

// made reports whether the transaction made the fact of row n, or a later one.
func (l *lists) made(n int64) bool { return l.first != 0 && n >= l.first }

// isNew counts a fact that the transaction made.
func (w *writer) isNew(n int64, k record.Kind, process int64, first int) {
	if w.lists.first == 0 || n < w.lists.first {
		w.lists.first = n
	}
	if w.lists.tally == nil {
		w.lists.tally = map[tallied]int{}
	}
	w.lists.tally[tallied{k, process, first / 100}]++
}

// noteLists keeps what the transaction has counted. Facts that it made are no
// longer told from others then: those that change are listed anew.
func (w *writer) noteLists() error {
	for t, n := range w.lists.tally {
		if _, err := w.exec("INSERT INTO tally (kind, process, month, n) VALUES (?1,?2,?3,?4) ON CONFLICT DO UPDATE SET n = n + ?4", int(t.kind), t.process, t.month, n); err != nil {
			return err
		}
	}
	clear(w.lists.tally)
	w.lists.first = 0
	return nil
}

// claimDays are the first and the last day on which something was claimed, such
// that no day lies between them where none is known.
func claimDays(cs []record.Claim) (first, last int) {
	first, last = unknownNumber, 0
	for i := range cs {
		if n := number(cs[i].Day); n > 0 {
			first, last = min(first, n), max(last, n)
		}
	}
	return first, last
}

// listedNote keeps up to which row facts stand in table roll.
const listedNote = "listed"

// rollChunk is how many rows of facts are listed at a time: sorted they go into
// the index in its own order, each chunk of them touches most of its pages once,
// and some 30 MB of them fit in memory.
const rollChunk = 500_000

// enlist brings the lists of actors up to date.
func (w *writer) enlist(ctx context.Context) error {
	ns, err := w.take(listed)
	if err != nil {
		return err
	}
	const add = "INSERT OR IGNORE INTO roll SELECT l.actor, f.kind, f.at, f.nth, f.n FROM fact f CROSS JOIN link l ON l.fact = f.n WHERE "
	from, err := w.number(listedNote)
	if err != nil {
		return err
	}
	for _, n := range ns {
		if n > from {
			continue
		}
		if _, err := w.exec(add+"f.n = ?", n); err != nil {
			return err
		}
	}
	last, err := w.count("SELECT coalesce(max(n), 0) FROM fact")
	if err != nil {
		return err
	}
	from = min(from, int64(last)) // rows of facts that are gone are given again
	for from < int64(last) {
		if err := ctx.Err(); err != nil {
			return err
		}
		to := min(from+rollChunk, int64(last))
		if _, err := w.exec(add+"f.n > ? AND f.n <= ? ORDER BY 1, 2, 3, 4, 5", from, to); err != nil {
			return err
		}
		from = to
	}
	return w.setNumber(listedNote, from)
}

// number reads a note that holds a number, 0 for none.
func (w *writer) number(key string) (n int64, err error) {
	_, err = w.one(func(s *sqlite3.Stmt) {
		if b := s.ColumnRawBlob(0); len(b) == 8 {
			n = int64(binary.BigEndian.Uint64(b))
		}
	}, "SELECT body FROM note WHERE key = ?", key)
	return n, err
}

func (w *writer) setNumber(key string, n int64) error {
	if was, err := w.number(key); err != nil || was == n {
		return err
	}
	_, err := w.exec("INSERT OR REPLACE INTO note (key, body) VALUES (?,?)", key, binary.BigEndian.AppendUint64(nil, uint64(n)))
	return err
}

// note reads a note that holds words, "" for none.
func (w *writer) note(key string) (s string, err error) {
	_, err = w.one(func(row *sqlite3.Stmt) { s = string(row.ColumnRawBlob(0)) }, "SELECT body FROM note WHERE key = ?", key)
	return s, err
}
