package sqlite

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// entry is a fact in one of the lists: its list, where it stands there, and its
// row. Numbers are such that entries compare as they do.
type entry struct {
	list uint64 // hash of an actor or a meeting, or number of a term
	at   uint64 // sort of list, kind and store.Place.At
	nth  uint64
	fact uint64
}

// listSort tells lists apart that are named by the same number.
type listSort uint64

// The sorts of lists.
const (
	ofAll   listSort = iota // all facts: list 0
	ofLong                  // those that last longer than a day: list 0
	ofTalks                 // by the term of their talks
	ofAbout                 // by the hash of their meeting
	ofActor                 // by the hash of an actor
)

const (
	sortBit = 60
	kindBit = 56 // At has no more bits
)

func newEntry(s listSort, list int64, k record.Kind, p store.Place) entry {
	return entry{uint64(list), uint64(s)<<sortBit | uint64(k)<<kindBit | uint64(p.At), uint64(p.Nth), uint64(p.Tie)}
}

// place is where the entry stands in its list; Tie is the row.
func (e entry) place() store.Place {
	return store.Place{At: int64(e.at & (1<<kindBit - 1)), Nth: int64(e.nth), Tie: int64(e.fact)}
}

func compareEntries(a, b entry) int {
	switch {
	case a.list != b.list:
		return cmp.Compare(a.list, b.list)
	case a.at != b.at:
		return cmp.Compare(a.at, b.at)
	case a.nth != b.nth:
		return cmp.Compare(a.nth, b.nth)
	}
	return cmp.Compare(a.fact, b.fact)
}

// key is e such that bytes compare as entries do.
func (e entry) key() []byte {
	b := make([]byte, 0, 32)
	for _, n := range [...]uint64{e.list, e.at, e.nth, e.fact} {
		b = binary.BigEndian.AppendUint64(b, n)
	}
	return b
}

// mostRoll is how many bytes of entries a part holds: two parts fill a page.
const mostRoll = 3900

// appendEntry packs e after the entry before it in a part.
func appendEntry(b []byte, before, e entry) []byte {
	switch {
	case e.list != before.list:
		b = binary.AppendUvarint(append(b, 0), e.list-before.list)
		b = binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(b, e.at), e.nth)
		return binary.AppendUvarint(b, e.fact)
	case e.at != before.at:
		b = binary.AppendUvarint(append(b, 1), e.at-before.at)
		return binary.AppendUvarint(binary.BigEndian.AppendUint64(b, e.nth), e.fact)
	case e.nth != before.nth:
		b = binary.AppendUvarint(append(b, 2), e.nth-before.nth)
		return binary.AppendUvarint(b, e.fact)
	}
	return binary.AppendUvarint(append(b, 3), e.fact-before.fact)
}

var errRoll = errors.New("the lists of facts are damaged")

// appendEntries unpacks a part.
func appendEntries(to []entry, b []byte) ([]entry, error) {
	var e entry
	good := true
	number := func() uint64 {
		n, size := binary.Uvarint(b)
		if size <= 0 {
			good, size = false, 0
		}
		b = b[size:]
		return n
	}
	whole := func() (n uint64) {
		if len(b) < 8 {
			good = false
			return 0
		}
		n, b = binary.BigEndian.Uint64(b), b[8:]
		return n
	}
	for len(b) > 0 {
		how := b[0]
		b = b[1:]
		switch how {
		case 0:
			e.list, e.at, e.nth, e.fact = e.list+number(), whole(), whole(), number()
		case 1:
			e.at, e.nth, e.fact = e.at+number(), whole(), number()
		case 2:
			e.nth, e.fact = e.nth+number(), number()
		case 3:
			e.fact += number()
		default:
			good = false
		}
		if !good {
			return nil, errRoll
		}
		to = append(to, e)
	}
	return to, nil
}

// readKey reads what key wrote.
func readKey(b []byte) (e entry) {
	if len(b) == 32 {
		e.list, e.at, e.nth, e.fact = binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:]), binary.BigEndian.Uint64(b[16:]), binary.BigEndian.Uint64(b[24:])
	}
	return e
}

// enroll puts entries, which are in order and each there once, into the parts
// where they belong. Each part is touched once, however many it gains.
func (w *writer) enroll(es []entry) error {
	var old, all []entry
	for len(es) > 0 {
		var n int64
		var bad error
		old = old[:0]
		_, err := w.one(func(s *sqlite3.Stmt) {
			n = s.ColumnInt64(0)
			old, bad = appendEntries(old, s.ColumnRawBlob(1))
		}, "SELECT n, body FROM roll WHERE key <= ? ORDER BY key DESC LIMIT 1", es[0].key())
		mine := len(es)
		if err == nil {
			_, err = w.one(func(s *sqlite3.Stmt) {
				mine, _ = slices.BinarySearchFunc(es, readKey(s.ColumnRawBlob(0)), compareEntries)
			}, "SELECT key FROM roll WHERE key > ? ORDER BY key LIMIT 1", es[0].key())
		}
		if err := cmp.Or(err, bad); err != nil {
			return err
		}
		all = mergeEntries(all[:0], old, es[:mine])
		if len(all) > len(old) {
			if err := w.writeRoll(n, all); err != nil {
				return err
			}
		}
		es = es[mine:]
	}
	return nil
}

// mergeEntries appends the entries of a and b, those of both once.
func mergeEntries(to, a, b []entry) []entry {
	for len(a) > 0 && len(b) > 0 {
		switch c := compareEntries(a[0], b[0]); {
		case c < 0:
			to, a = append(to, a[0]), a[1:]
		case c > 0:
			to, b = append(to, b[0]), b[1:]
		default:
			a = a[1:]
		}
	}
	return append(append(to, a...), b...)
}

// writeRoll keeps entries in the place of part n, and what does not fit in
// there in parts behind it. The first part of all (n is 0 before it is there)
// begins before whatever may come.
func (w *writer) writeRoll(n int64, es []entry) error {
	body := make([]byte, 0, mostRoll+64)
	var before, first entry
	keep := func() (err error) {
		if n > 0 {
			_, err = w.exec("UPDATE roll SET body = ? WHERE n = ?", body, n)
		} else {
			_, err = w.exec("INSERT INTO roll (key, body) VALUES (?,?)", first.key(), body)
		}
		n = 0
		return err
	}
	for _, e := range es {
		if len(body) > mostRoll-40 {
			if err := keep(); err != nil {
				return err
			}
			body, before, first = body[:0], entry{}, e
		}
		body = appendEntry(body, before, e)
		before = e
	}
	return keep()
}

// rollPart reads parts of table roll one after the other, in one direction.
type rollPart struct {
	key     []byte // of the part
	entries []entry
}

// part is the part that e belongs to, or the one that comes after that of key
// (before it, where it goes back); nil where there is none.
func (l *loader) part(e entry, key []byte, back bool) (p *rollPart, err error) {
	query, arg := "SELECT key, body FROM roll WHERE key <= ? ORDER BY key DESC LIMIT 1", e.key()
	switch {
	case key != nil && back:
		query, arg = "SELECT key, body FROM roll WHERE key < ? ORDER BY key DESC LIMIT 1", key
	case key != nil:
		query, arg = "SELECT key, body FROM roll WHERE key > ? ORDER BY key LIMIT 1", key
	}
	var bad error
	_, err = l.r.one(func(s *sqlite3.Stmt) {
		p = &rollPart{key: s.ColumnBlob(0, nil)}
		p.entries, bad = appendEntries(make([]entry, 0, 300), s.ColumnRawBlob(1))
	}, query, arg)
	return p, cmp.Or(err, bad)
}

// rollReader goes through a list from one entry to another, without both.
type rollReader struct {
	base     entry // of the list, before all others
	from, to entry
	back     bool
	part     *rollPart
	left     []entry // of part, in the order of reading
	done     bool
}

func newRollReader(sort listSort, list int64, k record.Kind, back bool) *rollReader {
	x := &rollReader{base: newEntry(sort, list, k, store.Place{}), back: back}
	x.from, x.to = x.base, x.base
	x.to.at += 1 << kindBit
	if back {
		x.from, x.to = x.to, x.from
	}
	return x
}

// at is the entry of the list at a place.
func (x *rollReader) at(p store.Place) entry {
	return entry{x.base.list, x.base.at | uint64(p.At)&(1<<kindBit-1), uint64(p.Nth), uint64(p.Tie)}
}

// above leaves out what stands before a place of this At.
func (x *rollReader) above(at int64) {
	low := &x.from
	if x.back {
		low = &x.to
	}
	if e := x.at(store.Place{At: at}); compareEntries(e, *low) > 0 {
		*low = e
	}
}

// below leaves out what stands at a place of this At or behind it.
func (x *rollReader) below(at int64) {
	high := &x.to
	if x.back {
		high = &x.from
	}
	if e := x.at(store.Place{At: at}); compareEntries(e, *high) < 0 {
		*high = e
	}
}

// after begins behind a place, in the order of reading.
func (x *rollReader) after(p store.Place) {
	e := x.at(p)
	if c := compareEntries(e, x.from); x.back && c < 0 || !x.back && c > 0 {
		x.from = e
	}
}

// next reads up to size entries, none after the last.
func (x *rollReader) next(l *loader, size int) (out []entry, err error) {
	for len(out) < size && !x.done {
		if len(x.left) == 0 {
			if err := x.fill(l); err != nil {
				return nil, err
			}
			continue
		}
		e := x.left[0]
		if x.back && compareEntries(e, x.to) <= 0 || !x.back && compareEntries(e, x.to) >= 0 {
			x.done = true
			break
		}
		out, x.left, x.from = append(out, e), x.left[1:], e
	}
	return out, nil
}

// fill reads the next part.
func (x *rollReader) fill(l *loader) error {
	var key []byte
	if x.part != nil {
		key = x.part.key
	}
	p, err := l.part(x.from, key, x.back)
	if err != nil {
		return err
	}
	if x.part = p; p == nil {
		x.done = true
		return nil
	}
	x.left = p.entries
	if x.back {
		n, _ := slices.BinarySearchFunc(x.left, x.from, compareEntries)
		x.left = x.left[:n]
		slices.Reverse(x.left)
		return nil
	}
	n, found := slices.BinarySearchFunc(x.left, x.from, compareEntries)
	if found {
		n++
	}
	x.left = x.left[n:]
	return nil
}
