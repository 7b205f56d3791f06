package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// Decide adds decisions in one transaction.
func (db *DB) Decide(ctx context.Context, ds ...store.Decision) error {
	return db.writing(ctx, func(w *writer) error {
		for _, d := range ds {
			if _, err := w.exec("INSERT INTO decision (at, who, fact, verb, body) VALUES (?,?,?,?,?)", stamp(d.At), d.Who, d.Fact.String(), d.Verb, d.Body); err != nil {
				return err
			}
		}
		return nil
	})
}

// Decisions are those on a fact and on all that it is one with.
func (db *DB) Decisions(ctx context.Context, id record.ID) (out []store.Decision, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		where, args := "1", []any{}
		if !id.IsZero() {
			hashes, err := l.kin(id)
			if err != nil {
				return err
			}
			where = "fact IN (" + marks(len(hashes)) + ")"
			for _, h := range hashes {
				args = append(args, record.ID{Kind: id.Kind, Hash: h.(int64)}.String())
			}
		}
		return l.each(func(scan func(...any) error) error {
			var d store.Decision
			var at, of string
			err := scan(&at, &d.Who, &of, &d.Verb, &d.Body)
			if err == nil {
				d.At, err = time.Parse(time.RFC3339, at)
			}
			if err == nil && of != "" {
				d.Fact, err = record.ParseID(of)
			}
			out = append(out, d)
			return err
		}, "SELECT at, who, fact, verb, body FROM decision WHERE "+where+" ORDER BY n", args...)
	})
	return out, err
}

// Note reads what SetNote has kept.
func (db *DB) Note(ctx context.Context, key string) (body []byte, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT body FROM note WHERE key = ?", key).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return body, wrap(db.path, err)
}

// SetNote keeps a note in the place of the one under the same key.
func (db *DB) SetNote(ctx context.Context, key string, body []byte) error {
	return db.writing(ctx, func(w *writer) error {
		_, err := w.exec("INSERT OR REPLACE INTO note (key, body) VALUES (?,?)", key, body)
		return err
	})
}

// Backup copies the record as it stands to a new file, while others may read
// and write it.
func (db *DB) Backup(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err == nil {
		return &store.Refusal{Path: path, What: "is there already", Advice: "name a new file"}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return refusal(path, err)
	}
	part := path + ".part"
	os.Remove(part)
	if _, err := db.sql.ExecContext(ctx, "VACUUM INTO ?", onDisk(part)); err != nil {
		os.Remove(part)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return refusal(path, err)
	}
	if err := os.Rename(part, path); err != nil {
		os.Remove(part)
		return refusal(path, err)
	}
	return nil
}

// onDisk is the name of a file on disk, also for a record in memory.
func onDisk(path string) string {
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: "vfs=os"}
	return u.String()
}

// Check looks for damage: of the file, of rows that point nowhere, of packed
// values, and of facts that do not follow from their readings.
func (db *DB) Check(ctx context.Context) iter.Seq2[string, error] {
	return yielding(ctx, db, func(l *loader, emit func(string) error) error {
		tell := func(scan func(...any) error) error {
			var s string
			if err := scan(&s); err != nil {
				return err
			}
			if s == "ok" {
				return nil
			}
			return emit(s)
		}
		for _, q := range []string{
			"PRAGMA integrity_check",
			`SELECT 'table ' || "table" || ', row ' || coalesce(rowid, '?') || ': what it belongs to is gone' FROM pragma_foreign_key_check`,
			"SELECT 'article ' || id || ': its reading is gone' FROM article a WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.article = a.n AND r.reader = a.reader)",
			"SELECT 'fact ' || n || ': nothing is evidence of it' FROM fact WHERE NOT EXISTS (SELECT 1 FROM finding WHERE fact = fact.n)",
			"SELECT 'fact ' || n || ': its findings are counted wrongly' FROM fact WHERE count <> (SELECT count(*) FROM finding WHERE fact = fact.n)",
			"SELECT 'a finding of article ' || article || ': its fact is gone' FROM finding WHERE NOT EXISTS (SELECT 1 FROM fact WHERE n = finding.fact)",
			"SELECT 'fact ' || n || ': the fact that it is one with is gone' FROM fact f WHERE lead <> 0 AND NOT EXISTS (SELECT 1 FROM fact WHERE n = f.lead AND lead = 0)",
			"SELECT 'facts of kind ' || kind || ' are counted wrongly' FROM (SELECT kind, n FROM tally UNION ALL SELECT kind, -1 FROM fact WHERE lead = 0) GROUP BY kind HAVING sum(n) <> 0",
			"SELECT 'the record is not up to date in ' || count(*) || ' places; the next mahdar build brings it up' FROM todo HAVING count(*) > 0",
		} {
			if err := l.each(tell, q); err != nil {
				return err
			}
		}
		if err := l.checkLists(ctx, emit); err != nil {
			return err
		}
		return l.checkArticles(emit)
	})
}

// checkArticles unpacks every article and compares its findings with the record.
func (l *loader) checkArticles(emit func(string) error) error {
	var ns []int64
	err := l.r.all(func(s *sqlite3.Stmt) error { ns = append(ns, s.ColumnInt64(0)); return nil }, "SELECT n FROM article ORDER BY n")
	if err != nil {
		return err
	}
	for _, n := range ns {
		a, err := l.article(n)
		if err == nil {
			_, err = l.head(true, "a.n = ?", n)
		}
		if err != nil {
			if err := emit(fmt.Sprintf("article %d: its text or reading cannot be unpacked (%v)", n, err)); err != nil {
				return err
			}
			continue
		}
		for seq, f := range a.findings {
			found, err := l.r.one(func(*sqlite3.Stmt) {}, `SELECT 1 FROM article a CROSS JOIN fact f JOIN finding d ON d.fact = f.n AND d.key = a.key AND d.article = a.n AND d.seq = ?1
				AND d.day = iif(length(a.day) = 10, CAST(replace(a.day, '-', '') AS INTEGER), 99999999) WHERE a.n = ?2 AND f.hash = ?3`, seq, n, f.Fact.Hash)
			if err == nil && !found {
				err = emit(fmt.Sprintf("%s: a %s that its reading has is not in the record", a.ID, f.Fact.Kind))
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
