package sqlite

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
)

// pending is what a transaction is to keep of findings and claims. It goes into
// the tables at the end, in their order and many rows at a time: facts are
// named by hashes, and each by itself would touch another page.
type pending struct {
	findings []pendingFinding
	claims   []pendingClaim
	of       map[int64]struct{} // articles
	again    bool               // some claims may be of articles that were there
}

type pendingFinding struct {
	hash, process, about, key, article int64
	kind                               record.Kind
	ordinal, first, last, day, seq     int
	links                              []record.Link
}

type pendingClaim struct {
	subject, slot, article int64
	i                      int
	body                   []byte
}

// mostPending is how many findings wait before they go into the tables, those of
// some hundred articles: more would save little, and keep whoever reads
// articles waiting for as long.
const mostPending = 4_000

// put notes a finding to be kept.
func (p *pending) put(article int64, day int, key int64, seq int, process int64, f *record.Finding) {
	if p.of == nil {
		p.of = map[int64]struct{}{}
	}
	p.of[article] = struct{}{}
	p.findings = append(p.findings, pendingFinding{hash: f.Fact.Hash, kind: f.Fact.Kind, process: process, ordinal: f.Ordinal, first: number(f.First), last: number(f.Last),
		about: f.About.Hash, day: day, key: key, seq: seq, article: article, links: f.Actors})
}

func (p *pending) holds(article int64) bool {
	_, ok := p.of[article]
	return ok
}

// notePending keeps what waits.
func (w *writer) notePending() error {
	p := &w.pending
	if len(p.findings)+len(p.claims) == 0 {
		return nil
	}
	subjects := make(map[int64]bool, len(p.claims)) // whether this transaction made the fact
	for i := range p.claims {
		subjects[p.claims[i].subject] = false
	}
	rows, err := w.noteFacts(p.findings, subjects)
	if err == nil {
		err = w.noteRows(p.findings, rows)
	}
	if err == nil {
		err = w.noteClaims(p.claims, subjects)
	}
	clear(p.findings) // their links
	clear(p.claims)
	clear(p.of)
	p.findings, p.claims, p.again = p.findings[:0], p.claims[:0], false
	return err
}

// noteFacts finds the row of each finding's fact, and orders findings by fact
// and as evidence. It makes the rows that are not there, and lets each show the
// earliest finding.
func (w *writer) noteFacts(fs []pendingFinding, subjects map[int64]bool) (rows []int64, err error) {
	slices.SortFunc(fs, func(a, b pendingFinding) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.day, b.day), cmp.Compare(a.key, b.key), cmp.Compare(a.article, b.article), cmp.Compare(a.seq, b.seq))
	})
	rows = make([]int64, len(fs))
	for from := 0; from < len(fs); {
		to := from + 1
		for to < len(fs) && fs[to].hash == fs[from].hash {
			to++
		}
		n, fresh, err := w.fact(&fs[from], to-from)
		if err != nil {
			return nil, err
		}
		if _, ok := subjects[fs[from].hash]; ok && fresh {
			subjects[fs[from].hash] = true
		}
		for ; from < to; from++ {
			rows[from] = n
		}
	}
	return rows, nil
}

// fact finds the row of a fact that gains findings, the earliest of them f. It
// makes it where they are the first.
func (w *writer) fact(f *pendingFinding, findings int) (n int64, fresh bool, err error) {
	// RETURNING would cost more than the row.
	made, err := w.exec("INSERT OR IGNORE INTO fact (hash, kind, process, ordinal, first, last, about, day, key, seq, count) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
		f.hash, int(f.kind), f.process, f.ordinal, f.first, f.last, f.about, f.day, f.key, f.seq, findings)
	if err != nil {
		return 0, false, err
	}
	if made > 0 {
		n = w.raw.LastInsertRowID()
		w.isNew(n, f.kind, f.process, f.first)
		return n, true, nil
	}
	earlier := false
	_, err = w.one(func(s *sqlite3.Stmt) { n, earlier = s.ColumnInt64(0), s.ColumnBool(1) },
		"SELECT n, (?2, ?3, ?4) < (day, key, seq) FROM fact WHERE hash = ?1", f.hash, f.day, f.key, f.seq)
	if err == nil {
		_, err = w.exec("UPDATE fact SET count = count + ? WHERE n = ?", findings, n)
	}
	if err == nil && earlier {
		_, err = w.exec(showFact, f.process, f.ordinal, f.first, f.last, f.about, f.day, f.key, f.seq, n)
	}
	return n, false, err
}

// showFact lets a fact show another finding.
const showFact = "UPDATE fact SET process = ?, ordinal = ?, first = ?, last = ?, about = ?, day = ?, key = ?, seq = ? WHERE n = ?"

// noteRows keeps where the facts stand and who has a part in them.
func (w *writer) noteRows(fs []pendingFinding, rows []int64) error {
	order := make([]int32, len(fs))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(rows[a], rows[b]) }) // within a fact they are in order
	// OR FAIL, since to take back one statement its pages would be copied first:
	// an error takes back the whole transaction.
	err := w.many("INSERT OR FAIL INTO finding (fact, day, key, article, seq) VALUES ", 5, len(order), func(s *sqlite3.Stmt, at, i int) error {
		f := &fs[order[i]]
		return bindInts(s, at, rows[order[i]], int64(f.day), f.key, f.article, int64(f.seq))
	})
	if err != nil {
		return err
	}
	type link struct{ fact, actor, part int64 }
	var fresh, old []link
	for _, i := range order {
		for _, l := range fs[i].links {
			part, err := w.term(string(l.Part))
			if err != nil {
				return err
			}
			x := link{rows[i], l.Actor.Hash, part}
			if w.lists.made(x.fact) {
				fresh = append(fresh, x)
			} else {
				old = append(old, x)
			}
		}
	}
	compare := func(a, b link) int {
		return cmp.Or(cmp.Compare(a.fact, b.fact), cmp.Compare(a.actor, b.actor), cmp.Compare(a.part, b.part))
	}
	slices.SortFunc(fresh, compare)
	fresh = slices.Compact(fresh)
	// A fact that an earlier part of this transaction made may have the link.
	err = w.many("INSERT OR IGNORE INTO link (fact, actor, part) VALUES ", 3, len(fresh), func(s *sqlite3.Stmt, at, i int) error {
		return bindInts(s, at, fresh[i].fact, fresh[i].actor, fresh[i].part)
	})
	if err != nil {
		return err
	}
	slices.SortFunc(old, compare)
	for _, l := range slices.Compact(old) {
		if err := w.link(l.fact, l.actor, l.part); err != nil {
			return err
		}
	}
	return nil
}

// noteClaims keeps claims, and notes the subjects that have several to a slot.
func (w *writer) noteClaims(cs []pendingClaim, made map[int64]bool) error {
	slices.SortFunc(cs, func(a, b pendingClaim) int {
		return cmp.Or(cmp.Compare(a.subject, b.subject), cmp.Compare(a.slot, b.slot), cmp.Compare(a.article, b.article), cmp.Compare(a.i, b.i))
	})
	for from := 0; from < len(cs); {
		c, to := &cs[from], from+1
		for to < len(cs) && cs[to].subject == c.subject && cs[to].slot == c.slot {
			to++
		}
		several := to-from > 1
		if !several && !made[c.subject] { // others are there only where the fact was
			var err error
			if several, err = w.one(nothing, "SELECT 1 FROM claim WHERE subject = ? AND slot = ? LIMIT 1", c.subject, c.slot); err != nil {
				return err
			}
		}
		if several { // one alone cannot disagree
			w.later(claimed, c.subject)
		}
		from = to
	}
	into := "INSERT OR FAIL INTO claim (subject, slot, article, i, body) VALUES " // as in noteRows
	if w.pending.again {
		into = "INSERT OR REPLACE INTO claim (subject, slot, article, i, body) VALUES "
	}
	return w.many(into, 5, len(cs), func(s *sqlite3.Stmt, at, i int) error {
		c := &cs[i]
		if err := bindInts(s, at, c.subject, c.slot, c.article, int64(c.i)); err != nil {
			return err
		}
		return s.BindBlob(at+4, c.body)
	})
}

// manyRows is how many rows one statement of many takes.
const manyRows = 32

// many runs an insertion of n rows of so many columns, many at a time. bind
// binds row i from parameter at.
func (w *writer) many(into string, columns, n int, bind func(s *sqlite3.Stmt, at, i int) error) error {
	one := "(" + strings.Repeat("?,", columns-1) + "?)"
	all := into + strings.Repeat(one+",", manyRows-1) + one
	for i := 0; i < n; {
		query, rows := all, manyRows
		if n-i < manyRows {
			query, rows = into+one, 1
		}
		s, err := w.stmt(query, nil)
		if err != nil {
			return err
		}
		for k := range rows {
			if err := bind(s, 1+k*columns, i+k); err != nil {
				return err
			}
		}
		s.Step()
		if err := s.Reset(); err != nil {
			return err
		}
		i += rows
	}
	return nil
}

func bindInts(s *sqlite3.Stmt, at int, values ...int64) error {
	for i, v := range values {
		if err := s.BindInt64(at+i, v); err != nil {
			return err
		}
	}
	return nil
}
