package sqlite

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
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

// listedNote keeps up to which row facts stand in the lists (table roll).
const listedNote = "listed"

// mostEntries is how many entries of lists are put in order at a time: each
// part of the lists is touched once for all of them, and they fit in 40 MB.
const mostEntries = 1 << 20

// enlist brings the lists of facts up to date.
func (w *writer) enlist(ctx context.Context) error {
	ns, err := w.take(listed)
	if err != nil {
		return err
	}
	from, err := w.number(listedNote)
	if err != nil {
		return err
	}
	last, err := w.count("SELECT coalesce(max(n), 0) FROM fact")
	if err != nil {
		return err
	}
	from = min(from, int64(last)) // rows of facts that are gone are given again
	e := enlister{full: w.enroll}
	if e.facts, err = w.stmt(enlistedFacts, nil); err != nil {
		return err
	}
	if e.links, err = w.stmt(enlistedLinks, nil); err != nil {
		return err
	}
	for _, n := range ns {
		if n > from {
			break // they come in their order
		}
		if err := e.rows(ctx, n-1, n); err != nil {
			return err
		}
	}
	if err := cmp.Or(e.rows(ctx, from, int64(last)), e.flush()); err != nil {
		return err
	}
	return w.setNumber(listedNote, int64(last))
}

// enlister collects entries of lists and hands them on in order, many at a time.
type enlister struct {
	facts, links *sqlite3.Stmt // of rows from one to another
	full         func([]entry) error
	entries      []entry
}

// What an enlister reads.
const (
	enlistedFacts = "SELECT n, kind, at, nth, process, about, last > first FROM fact WHERE n > ? AND n <= ? ORDER BY n"
	enlistedLinks = "SELECT fact, actor FROM link WHERE fact > ? AND fact <= ? ORDER BY fact"
)

// rows enters the facts of the rows after from up to last in all lists that
// they belong to.
func (e *enlister) rows(ctx context.Context, from, last int64) (err error) {
	for _, s := range [...]*sqlite3.Stmt{e.facts, e.links} {
		if err := bindInts(s, 1, from, last); err != nil {
			return err
		}
	}
	more := e.links.Step()
	for err == nil && e.facts.Step() {
		s := e.facts
		n, kind := s.ColumnInt64(0), record.Kind(s.ColumnInt(1))
		p := store.Place{At: s.ColumnInt64(2), Nth: s.ColumnInt64(3), Tie: n}
		e.put(ofAll, 0, kind, p)
		e.put(ofTalks, s.ColumnInt64(4), kind, p)
		if about := s.ColumnInt64(5); about != 0 {
			e.put(ofAbout, about, kind, p)
		}
		if s.ColumnBool(6) {
			e.put(ofLong, 0, kind, p)
		}
		for more && e.links.ColumnInt64(0) <= n {
			if e.links.ColumnInt64(0) == n {
				e.put(ofActor, e.links.ColumnInt64(1), kind, p)
			}
			more = e.links.Step()
		}
		if len(e.entries) >= mostEntries {
			err = cmp.Or(e.flush(), ctx.Err())
		}
	}
	return cmp.Or(err, e.facts.Reset(), e.links.Reset())
}

func (e *enlister) put(s listSort, list int64, k record.Kind, p store.Place) {
	e.entries = append(e.entries, newEntry(s, list, k, p))
}

// flush hands on what has been collected.
func (e *enlister) flush() error {
	slices.SortFunc(e.entries, compareEntries)
	err := e.full(slices.Compact(e.entries)) // an actor may have two parts in a fact
	e.entries = e.entries[:0]
	return err
}

// checkLists compares the lists with what should stand in them, where they are
// up to date.
func (l *loader) checkLists(ctx context.Context, emit func(string) error) error {
	var last, listed int64
	todo := false
	_, err := l.r.one(func(s *sqlite3.Stmt) {
		last, todo = s.ColumnInt64(0), s.ColumnBool(2)
		if b := s.ColumnRawBlob(1); len(b) == 8 {
			listed = int64(binary.BigEndian.Uint64(b))
		}
	}, "SELECT coalesce((SELECT max(n) FROM fact), 0), (SELECT body FROM note WHERE key = ?), EXISTS (SELECT 1 FROM todo)", listedNote)
	if err != nil || todo {
		return err
	}
	if listed < last {
		return emit(fmt.Sprintf("%d facts are not in the lists yet; the next mahdar build brings them up", last-listed))
	}
	e := enlister{full: func(es []entry) error { return l.missing(es, emit) }}
	facts, done, err := l.r.stmt(enlistedFacts, nil)
	if err != nil {
		return err
	}
	defer done()
	links, done, err := l.r.stmt(enlistedLinks, nil)
	if err != nil {
		return err
	}
	defer done()
	e.facts, e.links = facts, links
	return cmp.Or(e.rows(ctx, 0, last), e.flush())
}

// missing tells which of these entries, which are in order, no list has.
func (l *loader) missing(es []entry, emit func(string) error) error {
	p, err := l.part(entry{}, nil, false)
	for err == nil && len(es) > 0 {
		if p == nil {
			p = &rollPart{entries: es[:0]}
		}
		var next *rollPart
		if p.key != nil {
			if next, err = l.part(entry{}, p.key, false); err != nil {
				return err
			}
		}
		for len(es) > 0 && (next == nil || compareEntries(es[0], readKey(next.key)) < 0) {
			if _, found := slices.BinarySearchFunc(p.entries, es[0], compareEntries); !found {
				if err := emit(fmt.Sprintf("fact %d: a list that it belongs to does not have it", es[0].fact)); err != nil {
					return err
				}
			}
			es = es[1:]
		}
		p = next
	}
	return err
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
