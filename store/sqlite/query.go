package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Known tells what is kept of the article with this id.
func (db *DB) Known(ctx context.Context, id string) (k store.Known, err error) {
	row := db.sql.QueryRowContext(ctx, "SELECT reader, path, url, canonical, outlet, author, title, format, language, given, given_basis FROM article WHERE id = ?", id)
	s := &k.Source
	err = row.Scan(&k.Reader, &s.Path, &s.URL, &s.Canonical, &s.Outlet, &s.Author, &s.Title, &s.Format, &s.Language, &k.Published.EDTF, &k.Published.Basis)
	if errors.Is(err, sql.ErrNoRows) {
		return store.Known{}, nil
	}
	k.Stored = err == nil
	return k, wrap(db.path, err)
}

// Counts is how much there is.
func (db *DB) Counts(ctx context.Context) (c store.Counts, err error) {
	err = db.sql.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article WHERE day = ?1), (SELECT count(*) FROM disagreement), (SELECT count(*) FROM decision),
		(SELECT coalesce(min(day), '') FROM article WHERE day <> ?1), (SELECT coalesce(max(day), '') FROM article WHERE day <> ?1)`, unknownDay).
		Scan(&c.Articles, &c.Undated, &c.Disagreements, &c.Decisions, &c.First, &c.Last)
	if err != nil {
		return c, wrap(db.path, err)
	}
	err = db.each(ctx, func(scan func(...any) error) error {
		var kind, n int
		err := scan(&kind, &n)
		if kind < len(c.Facts) {
			c.Facts[kind] += n
		}
		return err
	}, "SELECT kind, count(*) FROM fact GROUP BY kind UNION ALL SELECT kind, -count(*) FROM fact WHERE lead <> 0 GROUP BY kind")
	if err != nil {
		return c, err
	}
	c.Readers = map[string]int{}
	return c, db.each(ctx, func(scan func(...any) error) error {
		var reader string
		var n int
		err := scan(&reader, &n)
		c.Readers[reader] = n
		return err
	}, "SELECT reader, count(*) FROM article GROUP BY reader")
}

// each runs a query and hands the scanner of each row to fn.
func (db *DB) each(ctx context.Context, fn func(scan func(...any) error) error, query string, args ...any) error {
	return wrap(db.path, each(ctx, db.sql, fn, query, args...))
}

// asked is what queries are asked of: the database or one snapshot of it.
type asked interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func each(ctx context.Context, q asked, fn func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Processes lists the talks that facts belong to, by their earliest day.
func (db *DB) Processes(ctx context.Context) (out []store.Process, err error) {
	err = db.each(ctx, func(scan func(...any) error) error {
		var p store.Process
		var first int
		err := scan(&p.Key, &p.Facts, &first)
		p.First = dayText(first)
		out = append(out, p)
		return err
	}, `SELECT t.word, count(*) - sum(f.lead <> 0), coalesce(min(nullif(f.first, 0)), 0) AS day FROM fact f JOIN term t ON t.n = f.process WHERE f.kind = ? OR t.word <> ''
		GROUP BY t.word ORDER BY t.word = '', day = 0, day, t.word`, int(record.Meetings))
	return out, err
}

func dayText(n int) string {
	if n <= 0 || n >= unknownNumber {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", n/10000, n/100%100, n%100)
}

// snapshot runs a read-only transaction, one snapshot of the record.
func (db *DB) snapshot(ctx context.Context, do func(*loader) error) error {
	version := db.cache.now(ctx, db.sql) // before the snapshot: what is read then is as new or newer
	tx, err := db.sql.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return wrap(db.path, err)
	}
	defer tx.Rollback()
	return wrap(db.path, do(&loader{ctx: ctx, tx: tx, articles: map[int64]*kept{}, cache: &db.cache, version: version}))
}

// errEnough ends an iteration whose consumer has had enough.
var errEnough = errors.New("enough")

// yielding makes an iterator of a function over a snapshot.
func yielding[T any](ctx context.Context, db *DB, do func(l *loader, emit func(T) error) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		err := db.snapshot(ctx, func(l *loader) error {
			return do(l, func(v T) error {
				if !yield(v, nil) {
					return errEnough
				}
				return nil
			})
		})
		if err != nil && !errors.Is(err, errEnough) {
			var none T
			yield(none, err)
		}
	}
}

// Facts yields the facts that q asks for, from one snapshot of the record.
func (db *DB) Facts(ctx context.Context, q store.Query) iter.Seq2[*record.Fact, error] {
	return yielding(ctx, db, func(l *loader, emit func(*record.Fact) error) error {
		ns, err := l.choose(q)
		if err != nil {
			return err
		}
		for _, n := range ns {
			f, err := l.fact(n, q.Most)
			if err != nil {
				return err
			}
			if err := emit(f); err != nil {
				return err
			}
		}
		return nil
	})
}

// kin are the hashes of all facts that the one of id is one with, itself first.
func (l *loader) kin(id record.ID) ([]any, error) {
	out := []any{id.Hash}
	err := each(l.ctx, l.tx, func(scan func(...any) error) error {
		var h int64
		err := scan(&h)
		if h != id.Hash {
			out = append(out, h)
		}
		return err
	}, "WITH lead(n) AS (SELECT iif(lead = 0, n, lead) FROM fact WHERE hash = ?) SELECT f.hash FROM fact f, lead WHERE f.n = lead.n UNION SELECT f.hash FROM fact f, lead WHERE f.lead = lead.n AND f.lead <> 0", id.Hash)
	return out, err
}

// choose finds the leads of the facts that q asks for, in order.
func (l *loader) choose(q store.Query) ([]int64, error) {
	where, args := []string{"f.kind = ?"}, []any{int(q.Kind)}
	and := func(cond string, a ...any) {
		where = append(where, cond)
		args = append(args, a...)
	}
	for _, c := range []struct {
		id   record.ID
		cond string
	}{{q.ID, "f.hash IN (%s)"}, {q.About, "f.about IN (%s)"}, {q.Actor, "f.n IN (SELECT fact FROM link WHERE actor IN (%s))"}} {
		if c.id.IsZero() {
			continue
		}
		hashes, err := l.kin(c.id)
		if err != nil {
			return nil, err
		}
		and(fmt.Sprintf(c.cond, marks(len(hashes))), hashes...)
	}
	if q.Process != nil {
		and("f.process = (SELECT n FROM term WHERE word = ?)", *q.Process)
	}
	if q.Loose {
		and("f.about = 0")
	}
	if q.Article != "" {
		hashes, err := l.factsOf(q.Article)
		if err != nil || len(hashes) == 0 {
			return nil, err
		}
		and("f.hash IN ("+marks(len(hashes))+")", hashes...)
	}
	if n := number(q.From); n > 0 {
		and("iif(f.last = 0, f.first, f.last) >= ?", n)
	}
	if n := number(q.To); n > 0 {
		and("f.first <> 0 AND f.first <= ?", n)
	}
	query := "SELECT iif(f.lead = 0, f.n, f.lead) AS g, min(iif(f.first = 0, 99999999, f.first)) AS at FROM fact f JOIN term t ON t.n = f.process WHERE " +
		strings.Join(where, " AND ") + " GROUP BY g ORDER BY at, min(t.word), min(f.ordinal), min(f.day), min(f.key), min(f.seq), min(f.hash)"
	if q.Limit > 0 {
		query += fmt.Sprintf(" LIMIT %d OFFSET %d", q.Limit, q.Offset)
	}
	var ns []int64
	err := each(l.ctx, l.tx, func(scan func(...any) error) error {
		var n, at int64
		err := scan(&n, &at)
		ns = append(ns, n)
		return err
	}, query, args...)
	return ns, err
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

// Ties are what ties facts to the one of id.
func (db *DB) Ties(ctx context.Context, id record.ID) (out []record.Tie, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		hashes, err := l.kin(id)
		if err != nil {
			return err
		}
		return each(ctx, l.tx, func(scan func(...any) error) error {
			t := record.Tie{A: record.ID{Kind: id.Kind}, B: record.ID{Kind: id.Kind}}
			err := scan(&t.A.Hash, &t.B.Hash, &t.Same, &t.Reason, &t.Detail)
			out = append(out, t)
			return err
		}, `SELECT DISTINCT min(a.hash, b.hash) AS x, max(a.hash, b.hash) AS y, tie.same, t.word, tie.detail FROM fact a JOIN tie ON tie.a = a.n JOIN fact b ON b.n = tie.b JOIN term t ON t.n = tie.reason
			WHERE a.hash IN (`+marks(len(hashes))+`) ORDER BY tie.same DESC, x, y, t.word, tie.detail`, hashes...)
	})
	return out, err
}

// Disagreements yields those that q asks for: by id, kind of subject (zero for
// all), process, and days on which something was claimed.
func (db *DB) Disagreements(ctx context.Context, q store.Query) iter.Seq2[*record.Disagreement, error] {
	return yielding(ctx, db, func(l *loader, emit func(*record.Disagreement) error) error {
		where, args := "1", []any{}
		if !q.ID.IsZero() {
			where, args = "d.hash = ?", []any{q.ID.Hash}
		}
		if !q.About.IsZero() {
			hashes, err := l.kin(q.About)
			if err != nil {
				return err
			}
			where, args = where+" AND d.subject IN ("+marks(len(hashes))+")", append(args, hashes...)
		}
		if q.Process != nil {
			where, args = where+" AND coalesce(t.word, '') = ?", append(args, *q.Process)
		}
		return each(ctx, l.tx, func(scan func(...any) error) error {
			var body []byte
			if err := scan(&body); err != nil {
				return err
			}
			d := new(record.Disagreement)
			if err := json.Unmarshal(body, d); err != nil {
				return err
			}
			if !touches(d, q.From, q.To) {
				return nil
			}
			return emit(d)
		}, "SELECT d.body FROM disagreement d LEFT JOIN fact f ON f.hash = d.subject LEFT JOIN term t ON t.n = f.process WHERE "+where+
			" ORDER BY coalesce(nullif(f.first, 0), 99999999), coalesce(t.word, ''), d.subject, d.hash", args...)
	})
}

// touches reports whether something in d was claimed from one day to another.
func touches(d *record.Disagreement, from, to string) bool {
	if from == "" && to == "" {
		return true
	}
	for _, p := range d.Positions {
		for _, c := range p.Claims {
			if c.Day != "" && (from == "" || c.Day >= from) && (to == "" || c.Day <= to) {
				return true
			}
		}
	}
	return false
}

// IDs lists facts and disagreements whose id begins with prefix.
func (db *DB) IDs(ctx context.Context, prefix string, limit int) (out []record.ID, err error) {
	const letters = 13
	if prefix == "" || len(prefix) > letters {
		return nil, nil
	}
	low, err := record.ParseID(prefix + strings.Repeat("0", letters-len(prefix)))
	if err != nil {
		return nil, nil
	}
	high, err := record.ParseID(prefix + strings.Repeat("v", letters-len(prefix)))
	if err != nil {
		return nil, nil
	}
	from, args, kind := "fact WHERE kind = ? AND", []any{int(low.Kind)}, low.Kind
	if kind == record.Disagreements {
		from, args = "disagreement WHERE", nil
	}
	err = db.each(ctx, func(scan func(...any) error) error {
		id := record.ID{Kind: kind}
		err := scan(&id.Hash)
		out = append(out, id)
		return err
	}, "SELECT hash FROM "+from+" hash BETWEEN ? AND ? ORDER BY hash LIMIT ?", append(args, low.Hash, high.Hash, limit)...)
	return out, err
}

// Article is one article with its text.
func (db *DB) Article(ctx context.Context, id string) (a *record.Article, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		a, err = l.head("a.id = ?", id)
		return err
	})
	return a, err
}

// Articles yields articles in the order of their days.
func (db *DB) Articles(ctx context.Context, from, to string) iter.Seq2[*record.Article, error] {
	return yielding(ctx, db, func(l *loader, emit func(*record.Article) error) error {
		ns, err := l.numbers("SELECT n FROM article WHERE day >= ? AND day <= ? ORDER BY day, key", from, upTo(to, from))
		if err != nil {
			return err
		}
		for _, n := range ns {
			a, err := l.head("a.n = ?", n)
			if err != nil {
				return err
			}
			if err := emit(a); err != nil {
				return err
			}
		}
		return nil
	})
}

// upTo is the last day of a range: without any limit those without a day
// belong to it.
func upTo(to, from string) string {
	switch {
	case to != "":
		return to
	case from != "":
		return "9999"
	}
	return unknownDay
}

func (l *loader) numbers(query string, args ...any) (ns []int64, err error) {
	err = each(l.ctx, l.tx, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		ns = append(ns, n)
		return err
	}, query, args...)
	return ns, err
}

// Reading is the current reading of an article.
func (db *DB) Reading(ctx context.Context, id string) (r *fact.Reading, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		var packed []byte
		var path string
		var published text.Published
		err := l.tx.QueryRowContext(ctx, "SELECT a.path, a.published, a.basis, r.body FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader WHERE a.id = ?", id).
			Scan(&path, &published.EDTF, &published.Basis, &packed)
		if err == nil {
			r, err = unpackReading(packed)
		}
		if err == nil {
			r.Source.Path = path
		}
		return err
	})
	return r, err
}

// Bound is what is known of the day of an article that does not tell it.
func (db *DB) Bound(ctx context.Context, id string) (*record.Bound, error) {
	var body []byte
	err := db.sql.QueryRowContext(ctx, "SELECT b.body FROM article a JOIN bound b ON b.article = a.n WHERE a.id = ?", id).Scan(&body)
	if err != nil {
		return nil, wrap(db.path, err)
	}
	b := new(record.Bound)
	return b, json.Unmarshal(body, b)
}

// wrap words an error of a query; nil stays nil.
func wrap(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return store.ErrUnknown
	case errors.Is(err, errEnough), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.Is(err, store.ErrUnknown):
		return err
	}
	return refusal(path, err)
}

// parseStamp is the time of a stamp, zero for "".
func parseStamp(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, s)
}
