package sqlite

import (
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
)

// derive keeps what follows from the reading of article n, published on day.
func (w *writer) derive(n int64, day int, key int64, d *store.Derived) error {
	for i := range d.Findings {
		if err := w.put(n, day, key, i, &d.Findings[i]); err != nil {
			return err
		}
	}
	if _, err := w.exec("INSERT OR REPLACE INTO sketch (article, keys) VALUES (?,?)", n, d.Keys); err != nil {
		return err
	}
	if _, err := w.exec("INSERT OR REPLACE INTO trait (article, bodies) VALUES (?,?)", n, d.Bodies); err != nil {
		return err
	}
	if err := w.claims(n, d.Claims, d.ClaimBytes); err != nil {
		return err
	}
	if err := w.clues(n, d.ClueBytes); err != nil {
		return err
	}
	if err := w.pour(pourAtOnce); err != nil || len(w.pending.findings) < w.most {
		return err
	}
	if err := w.pour(-1); err != nil {
		return err
	}
	w.startPouring()
	return nil
}

// links gives the fact of row at the links of a finding.
func (w *writer) links(at int64, f *record.Finding) error {
	for _, l := range f.Actors {
		part, err := w.term(string(l.Part))
		if err == nil {
			err = w.link(at, l.Actor.Hash, part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) link(at, actor, part int64) error {
	fresh, err := w.exec("INSERT OR IGNORE INTO link (fact, actor, part) VALUES (?,?,?)", at, actor, part)
	if err == nil && fresh > 0 && !w.lists.made(at) {
		w.later(listed, at)
	}
	return err
}

// show lets the fact of row n show a finding.
func (w *writer) show(n int64, f *record.Finding, day int, key int64, seq int) error {
	process, err := w.term(f.Process)
	if err != nil {
		return err
	}
	first := number(f.First)
	p := placeOf(first, f.Ordinal, day, key, seq)
	_, err = w.exec(showFact, process, f.Ordinal, first, number(f.Last), f.About.Hash, day, key, seq, p.At, p.Nth, n)
	return err
}

// retract takes what follows from the reading of article n out of the record.
// What the facts that lose a finding show is left for settle.
func (w *writer) retract(n int64) error {
	if w.pending.holds(n) {
		if err := w.notePending(); err != nil {
			return err
		}
	}
	d, day, key, err := w.derived(n)
	if err != nil {
		return err
	}
	for _, f := range d.Findings {
		var at int64
		found, err := w.one(func(s *sqlite3.Stmt) { at = s.ColumnInt64(0) }, "SELECT n FROM fact WHERE hash = ?", f.Fact.Hash)
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		w.later(bereft, at)
		if _, err := w.exec("DELETE FROM finding WHERE fact = ? AND day = ? AND key = ? AND article = ?", at, day, key, n); err != nil {
			return err
		}
	}
	for _, c := range d.Claims {
		w.later(claimed, c.Subject.Hash)
		slot, err := w.term(string(c.Slot))
		if err != nil {
			return err
		}
		if _, err := w.exec("DELETE FROM claim WHERE subject = ? AND slot = ? AND article = ?", c.Subject.Hash, slot, n); err != nil {
			return err
		}
	}
	if _, err := w.exec("DELETE FROM bound WHERE article = ?", n); err != nil {
		return err
	}
	gone, err := w.exec("DELETE FROM clue WHERE article = ?", n)
	if err == nil && gone > 0 {
		w.later(clued, 0)
	}
	return err
}

// claims notes the claims of article n to be kept; bodies are their bytes.
func (w *writer) claims(n int64, cs []record.Claim, bodies [][]byte) error {
	for i := range cs {
		slot, err := w.term(string(cs[i].Slot))
		if err != nil {
			return err
		}
		w.pending.claims = append(w.pending.claims, pendingClaim{cs[i].Subject.Hash, slot, n, i, bodies[i]})
	}
	return nil
}

// nothing is for queries that only ask whether there is a row.
func nothing(*sqlite3.Stmt) {}

// clues keeps the clues of article n.
func (w *writer) clues(n int64, bodies [][]byte) error {
	for i, body := range bodies {
		if _, err := w.exec("INSERT OR REPLACE INTO clue (article, i, body) VALUES (?,?,?)", n, i, body); err != nil {
			return err
		}
		w.later(clued, 0)
	}
	return nil
}

// tie keeps a tie between two facts of the record.
func (w *writer) tie(t record.Tie) error {
	var a, b, reason int64
	found, err := w.one(func(s *sqlite3.Stmt) { a, b = s.ColumnInt64(0), s.ColumnInt64(1) },
		"SELECT a.n, b.n FROM fact a, fact b WHERE a.hash = ? AND b.hash = ?", t.A.Hash, t.B.Hash)
	if err != nil || !found {
		return err
	}
	if reason, err = w.term(t.Reason); err != nil {
		return err
	}
	same := 0
	if t.Same {
		same = 1
		w.later(retied, a)
		w.later(retied, b)
	}
	for _, p := range [...][2]int64{{a, b}, {b, a}} {
		if _, err := w.exec("INSERT OR IGNORE INTO tie (a, b, same, reason, detail) VALUES (?,?,?,?,?)", p[0], p[1], same, reason, t.Detail); err != nil {
			return err
		}
	}
	return nil
}

// reading is the current reading of article n.
func (w *writer) reading(n int64) (*fact.Reading, error) {
	var packed, src []byte
	found, err := w.one(func(s *sqlite3.Stmt) { packed, src = s.ColumnBlob(0, nil), s.ColumnBlob(1, nil) },
		"SELECT r.body, a.text FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader WHERE a.n = ?", n)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("article %d has no reading", n)
	}
	return unpackReading(packed, src)
}

// unpackReading unpacks a reading of the packed text src.
func unpackReading(packed, src []byte) (*fact.Reading, error) {
	b, err := store.Inflate(packed)
	if err != nil {
		return nil, err
	}
	text, err := store.Inflate(src)
	if err != nil {
		return nil, err
	}
	return fact.UnmarshalKept(b, string(text))
}
