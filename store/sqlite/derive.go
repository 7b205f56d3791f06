package sqlite

import (
	"errors"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
)

// earlier reports, in fact's statement, that the new finding precedes the one
// that the fact shows.
const earlier = "(?9, ?10, ?11) < (day, key, seq)"

// fact adds a finding to its fact, which it makes where it is the first and
// comes to show where it is the earliest. It returns the fact's row.
func (w *writer) fact(f record.Finding, day string, key int64, seq int) (n int64, err error) {
	_, err = w.one(func(s *sqlite3.Stmt) { n = s.ColumnInt64(0) },
		`INSERT INTO fact (hash, kind, process, ordinal, first, last, label, about, count, day, key, seq) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,1,?9,?10,?11)
		ON CONFLICT (hash) DO UPDATE SET count = count + 1,
			process = iif(`+earlier+`, ?3, process), ordinal = iif(`+earlier+`, ?4, ordinal), first = iif(`+earlier+`, ?5, first), last = iif(`+earlier+`, ?6, last),
			label = iif(`+earlier+`, ?7, label), about = iif(`+earlier+`, ?8, about), day = iif(`+earlier+`, ?9, day), key = iif(`+earlier+`, ?10, key), seq = iif(`+earlier+`, ?11, seq)
		RETURNING n`,
		f.Fact.Hash, int(f.Fact.Kind), f.Process, f.Ordinal, f.First, f.Last, f.Label, f.About.Hash, day, key, seq)
	return n, err
}

// retract takes the findings of article n out of the record and returns the
// facts that they leave, so that represent can find them a new face.
func (w *writer) retract(n int64) (touched map[int64]bool, err error) {
	r, err := w.reading(n)
	if err != nil {
		return nil, err
	}
	var facts []int64
	err = w.all(func(s *sqlite3.Stmt) { facts = append(facts, s.ColumnInt64(0)) }, "SELECT fact FROM finding WHERE article = ? ORDER BY seq", n)
	if err != nil {
		return nil, err
	}
	findings := record.Findings(r)
	if len(findings) != len(facts) {
		return nil, errors.New("the record does not agree with its readings")
	}
	if _, err := w.exec("DELETE FROM finding WHERE article = ?", n); err != nil {
		return nil, err
	}
	touched = map[int64]bool{}
	for i, f := range findings {
		touched[facts[i]] = true
		for _, l := range f.Actors {
			if _, err := w.exec("UPDATE link SET count = count - 1 WHERE actor = ? AND fact = ? AND part = ?", l.Actor.Hash, facts[i], string(l.Part)); err != nil {
				return nil, err
			}
		}
		if _, err := w.exec("UPDATE fact SET count = count - 1 WHERE n = ?", facts[i]); err != nil {
			return nil, err
		}
	}
	for at := range touched {
		if _, err := w.exec("DELETE FROM link WHERE fact = ? AND count = 0", at); err != nil {
			return nil, err
		}
	}
	return touched, nil
}

// represent makes each fact show what is now its earliest finding, and drops
// those that have none left.
func (w *writer) represent(facts map[int64]bool) error {
	for at := range facts {
		var article int64
		var seq int
		found, err := w.one(func(s *sqlite3.Stmt) { article, seq = s.ColumnInt64(0), s.ColumnInt(1) },
			"SELECT a.n, f.seq FROM finding f JOIN article a ON a.n = f.article WHERE f.fact = ? ORDER BY a.day, a.key, f.seq LIMIT 1", at)
		if err != nil {
			return err
		}
		if !found {
			if _, err := w.exec("DELETE FROM fact WHERE n = ?", at); err != nil {
				return err
			}
			continue
		}
		r, err := w.reading(article)
		if err != nil {
			return err
		}
		fs := record.Findings(r)
		if seq >= len(fs) {
			return errors.New("the record does not agree with its readings")
		}
		f := fs[seq]
		_, err = w.exec(`UPDATE fact SET process = ?, ordinal = ?, first = ?, last = ?, label = ?, about = ?, day = a.day, key = a.key, seq = ?
			FROM (SELECT day, key FROM article WHERE n = ?) a WHERE n = ?`,
			f.Process, f.Ordinal, f.First, f.Last, f.Label, f.About.Hash, seq, article, at)
		if err != nil {
			return err
		}
	}
	return nil
}

// reading is the current reading of article n.
func (w *writer) reading(n int64) (*fact.Reading, error) {
	var packed []byte
	found, err := w.one(func(s *sqlite3.Stmt) { packed = s.ColumnBlob(0, nil) },
		"SELECT r.body FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader WHERE a.n = ?", n)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("article %d has no reading", n)
	}
	return unpackReading(packed)
}

func unpackReading(packed []byte) (*fact.Reading, error) {
	b, err := store.Inflate(packed)
	if err != nil {
		return nil, err
	}
	return fact.Unmarshal(b)
}
