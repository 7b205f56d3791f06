package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
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

// Behind reports whether a build goes on, or was cut off, that has not brought the
// record up to date with what it stored: Settle does that.
func (db *DB) Behind(ctx context.Context) (behind bool, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		behind, err = l.r.one(func(*sqlite3.Stmt) {}, "SELECT 1 FROM todo LIMIT 1")
		return err
	})
	return behind, err
}

// Counts is how much there is.
func (db *DB) Counts(ctx context.Context) (c store.Counts, err error) {
	version := db.cache.now(ctx, db)
	if c, ok := db.cache.counted(version); ok {
		return c, nil
	}
	err = db.snapshot(ctx, func(l *loader) error {
		_, err := l.r.one(func(s *sqlite3.Stmt) {
			c.Articles, c.Undated, c.Disagreements, c.Decisions = s.ColumnInt(0), s.ColumnInt(1), s.ColumnInt(2), s.ColumnInt(3)
			c.First, c.Last = s.ColumnText(4), s.ColumnText(5)
		}, `SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article WHERE day = ?1), (SELECT count(*) FROM disagreement), (SELECT count(*) FROM decision),
			(SELECT min(day) FROM article WHERE day < ?1), (SELECT max(day) FROM article WHERE day < ?1)`, unknownDay)
		if err != nil {
			return err
		}
		err = l.r.all(func(s *sqlite3.Stmt) error {
			if kind := s.ColumnInt(0); kind < len(c.Facts) {
				c.Facts[kind] = s.ColumnInt(1)
			}
			return nil
		}, "SELECT kind, sum(n) FROM tally GROUP BY kind")
		if err != nil {
			return err
		}
		c.Readers = map[string]int{}
		return l.r.all(func(s *sqlite3.Stmt) error {
			c.Readers[s.ColumnText(0)] = s.ColumnInt(1)
			return nil
		}, "SELECT reader, count(*) FROM article GROUP BY reader")
	})
	if err == nil {
		db.cache.count(version, c)
	}
	return c, err
}

// Processes lists the talks that facts belong to, by their earliest day.
func (db *DB) Processes(ctx context.Context) (out []store.Process, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		var numbers []int64
		err := l.r.all(func(s *sqlite3.Stmt) error {
			out = append(out, store.Process{Key: s.ColumnText(0), Facts: s.ColumnInt(1)})
			numbers = append(numbers, s.ColumnInt64(2))
			return nil
		}, "SELECT t.word, sum(c.n) AS facts, c.process FROM tally c JOIN term t ON t.n = c.process WHERE c.kind = ? OR c.process <> 0 GROUP BY c.process HAVING facts > 0", int(record.Meetings))
		for i, n := range numbers {
			if err == nil {
				out[i].First, err = l.firstDay(n)
			}
		}
		return err
	})
	slices.SortFunc(out, func(a, b store.Process) int {
		return cmp.Or(cmp.Compare(outside(a.Key), outside(b.Key)), cmp.Compare(cmp.Or(a.First, unknownDay), cmp.Or(b.First, unknownDay)), cmp.Compare(a.Key, b.Key))
	})
	return out, err
}

func outside(key string) int {
	if key == "" {
		return 1
	}
	return 0
}

// firstDay is the first day of the facts of talks, of meetings for those
// outside any.
func (l *loader) firstDay(process int64) (string, error) {
	least := 0
	kinds := record.Kinds()
	if process == 0 {
		kinds = []record.Kind{record.Meetings}
	}
	for _, k := range kinds {
		n, err := l.firstOf(process, k)
		if err != nil {
			return "", err
		}
		if n > 0 && (least == 0 || n < least) {
			least = n
		}
	}
	return dayText(least), nil
}

// firstOf is the first day of the facts of one kind of talks, 0 for none.
func (l *loader) firstOf(process int64, k record.Kind) (day int, err error) {
	x := newRollReader(ofTalks, process, k, false)
	for {
		es, err := x.next(l, 1)
		if len(es) == 0 || err != nil {
			return 0, err
		}
		p := es[0].place()
		found, err := l.r.one(func(s *sqlite3.Stmt) { day = s.ColumnInt(0) },
			"SELECT first FROM fact WHERE n = ? AND kind = ? AND process = ? AND at = ? AND nth = ?", p.Tie, int(k), process, p.At, p.Nth)
		if found || err != nil {
			return day, err
		}
	}
}

// Months counts facts by the month of their first day.
func (db *DB) Months(ctx context.Context, q store.Query) (out []store.Month, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		where, args := "kind = ?", []any{int(q.Kind)}
		if q.Process != nil {
			where, args = where+" AND process = (SELECT n FROM term WHERE word = ?)", append(args, *q.Process)
		}
		return l.r.all(func(s *sqlite3.Stmt) error {
			m := store.Month{Kind: q.Kind, N: s.ColumnInt(1)}
			if n := s.ColumnInt(0); n > 0 {
				m.Month = fmt.Sprintf("%04d-%02d", n/100, n%100)
			}
			out = append(out, m)
			return nil
		}, "SELECT month, sum(n) AS facts FROM tally WHERE "+where+" GROUP BY month HAVING facts > 0 ORDER BY month = 0, month", args...)
	})
	return out, err
}

func dayText(n int) string {
	if n <= 0 || n >= unknownNumber {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", n/10000, n/100%100, n%100)
}

// snapshot runs a read-only transaction, one snapshot of the record.
func (db *DB) snapshot(ctx context.Context, do func(*loader) error) (err error) {
	version := db.cache.now(ctx, db) // before the snapshot: what is read then is as new or newer
	r, err := db.reader(ctx)
	if err != nil {
		return wrap(db.path, err)
	}
	good := false
	defer func() {
		if good {
			db.release(r)
		} else {
			r.close()
		}
	}()
	if err := r.run("BEGIN"); err != nil {
		return wrap(db.path, err)
	}
	old := r.raw.SetInterrupt(ctx)
	err = do(&loader{r: r, articles: map[int64]*kept{}, cache: &db.cache, version: version})
	r.raw.SetInterrupt(old)
	good = r.run("ROLLBACK") == nil
	if err != nil && !errors.Is(err, errEnough) && ctx.Err() != nil {
		return ctx.Err()
	}
	return wrap(db.path, err)
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
		return l.items(q, func(x item) error {
			f, err := l.fact(x.lead, q.Most, q.Also)
			if err != nil {
				return err
			}
			f.At = x.place.String()
			return emit(f)
		})
	})
}

// kin is kinOf as parameters.
func (l *loader) kin(id record.ID) ([]any, error) {
	hashes, err := l.kinOf(id)
	out := make([]any, len(hashes))
	for i, h := range hashes {
		out[i] = h
	}
	return out, err
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

// Ties are what ties facts to the one of id.
func (db *DB) Ties(ctx context.Context, id record.ID) (out []record.Tie, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		hashes, err := l.kin(id)
		if err != nil {
			return err
		}
		return l.each(func(scan func(...any) error) error {
			t := record.Tie{A: record.ID{Kind: id.Kind}, B: record.ID{Kind: id.Kind}}
			err := scan(&t.A.Hash, &t.B.Hash, &t.Same, &t.Reason, &t.Detail)
			out = append(out, t)
			return err
		}, `SELECT DISTINCT min(a.hash, b.hash) AS x, max(a.hash, b.hash) AS y, tie.same, t.word, tie.detail FROM fact a JOIN tie ON tie.a = a.n JOIN fact b ON b.n = tie.b JOIN term t ON t.n = tie.reason
			WHERE a.hash IN (`+marks(len(hashes))+`) ORDER BY tie.same DESC, x, y, t.word, tie.detail`, hashes...)
	})
	return out, err
}

// Disagreements yields those that q asks for: by id, by what they are about,
// process, and days on which something was claimed.
func (db *DB) Disagreements(ctx context.Context, q store.Query) iter.Seq2[*record.Disagreement, error] {
	return yielding(ctx, db, func(l *loader, emit func(*record.Disagreement) error) error {
		x, err := l.quarrels(q)
		if x == nil || err != nil {
			return err
		}
		for left := q.Limit; ; {
			part, err := x.next(l)
			if err != nil {
				return err
			}
			for _, d := range part {
				if !touches(d, q.From, q.To) {
					continue
				}
				if err := emit(d); err != nil {
					return err
				}
				if left--; left == 0 {
					return nil
				}
			}
			if x.done {
				return nil
			}
		}
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
	err = db.snapshot(ctx, func(l *loader) error {
		return l.r.all(func(s *sqlite3.Stmt) error {
			out = append(out, record.ID{Kind: kind, Hash: s.ColumnInt64(0)})
			return nil
		}, "SELECT hash FROM "+from+" hash BETWEEN ? AND ? ORDER BY hash LIMIT ?", append(args, low.Hash, high.Hash, limit)...)
	})
	return out, err
}

// Article is one article with its text.
func (db *DB) Article(ctx context.Context, id string) (a *record.Article, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		a, err = l.head(true, "a.id = ?", id)
		return err
	})
	return a, err
}

// Reading is the current reading of an article.
func (db *DB) Reading(ctx context.Context, id string) (r *fact.Reading, err error) {
	err = db.snapshot(ctx, func(l *loader) error {
		var packed, src []byte
		path := ""
		found, err := l.r.one(func(s *sqlite3.Stmt) { path, packed, src = s.ColumnText(0), s.ColumnBlob(1, nil), s.ColumnBlob(2, nil) },
			"SELECT a.path, r.body, a.text FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader WHERE a.id = ?", id)
		switch {
		case err != nil:
			return err
		case !found:
			return store.ErrUnknown
		}
		if r, err = unpackReading(packed, src); err == nil {
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
