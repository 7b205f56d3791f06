package sqlite

import (
	"context"
	"database/sql"
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

// Counts is how many articles and facts there are.
func (db *DB) Counts(ctx context.Context) (c store.Counts, err error) {
	if err := db.sql.QueryRowContext(ctx, "SELECT count(*) FROM article").Scan(&c.Articles); err != nil {
		return c, wrap(db.path, err)
	}
	rows, err := db.sql.QueryContext(ctx, "SELECT kind, count(*) FROM fact GROUP BY kind")
	if err != nil {
		return c, wrap(db.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var kind, n int
		if err := rows.Scan(&kind, &n); err != nil {
			return c, wrap(db.path, err)
		}
		if kind < len(c.Facts) {
			c.Facts[kind] = n
		}
	}
	return c, wrap(db.path, rows.Err())
}

// Processes lists the talks that facts belong to, by their earliest day.
func (db *DB) Processes(ctx context.Context) ([]store.Process, error) {
	rows, err := db.sql.QueryContext(ctx, `SELECT process, count(*), coalesce(min(nullif(first, '')), '') AS day FROM fact WHERE kind = ? OR process <> ''
		GROUP BY process ORDER BY process = '', day = '', day, process`, int(record.Meetings))
	if err != nil {
		return nil, wrap(db.path, err)
	}
	defer rows.Close()
	var out []store.Process
	for rows.Next() {
		var p store.Process
		if err := rows.Scan(&p.Key, &p.Facts, &p.First); err != nil {
			return nil, wrap(db.path, err)
		}
		out = append(out, p)
	}
	return out, wrap(db.path, rows.Err())
}

// Facts yields the facts that q asks for, from one snapshot of the record.
func (db *DB) Facts(ctx context.Context, q store.Query) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		tx, err := db.sql.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			yield(nil, wrap(db.path, err))
			return
		}
		defer tx.Rollback()
		ns, err := choose(ctx, tx, q)
		if err != nil {
			yield(nil, wrap(db.path, err))
			return
		}
		l := loader{ctx: ctx, tx: tx, articles: map[int64]*record.Article{}}
		for _, n := range ns {
			f, err := l.fact(n)
			if err != nil {
				yield(nil, wrap(db.path, err))
				return
			}
			if !yield(f, nil) {
				return
			}
		}
	}
}

// choose finds the rows of the facts that q asks for, in order.
func choose(ctx context.Context, tx *sql.Tx, q store.Query) ([]int64, error) {
	where, args := []string{"kind = ?"}, []any{int(q.Kind)}
	and := func(cond string, a ...any) {
		where = append(where, cond)
		args = append(args, a...)
	}
	if !q.ID.IsZero() {
		and("hash = ?", q.ID.Hash)
	}
	if q.Process != nil {
		and("process = ?", *q.Process)
	}
	if !q.About.IsZero() {
		and("about = ?", q.About.Hash)
	}
	if q.Loose {
		and("about = 0")
	}
	if !q.Actor.IsZero() {
		and("n IN (SELECT fact FROM link WHERE actor = ?)", q.Actor.Hash)
	}
	if q.Article != "" {
		and("n IN (SELECT f.fact FROM finding f JOIN article a ON a.n = f.article WHERE a.id = ?)", q.Article)
	}
	if q.From != "" {
		and("coalesce(nullif(last, ''), first) >= ?", q.From)
	}
	if q.To != "" {
		and("first <> '' AND first <= ?", q.To)
	}
	query := "SELECT n FROM fact WHERE " + strings.Join(where, " AND ") + " ORDER BY first = '', first, process, ordinal, day, key, seq"
	if q.Limit > 0 {
		query += fmt.Sprintf(" LIMIT %d OFFSET %d", q.Limit, q.Offset)
	}
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ns []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		ns = append(ns, n)
	}
	return ns, rows.Err()
}

// loader loads facts of one snapshot and remembers the articles around them.
type loader struct {
	ctx      context.Context
	tx       *sql.Tx
	articles map[int64]*record.Article
}

// cachedArticles bounds what a loader remembers: some megabytes of text.
const cachedArticles = 512

func (l *loader) fact(n int64) (*record.Fact, error) {
	f := &record.Fact{}
	err := l.tx.QueryRowContext(l.ctx, "SELECT hash, kind, process, ordinal, first, last, label FROM fact WHERE n = ?", n).
		Scan(&f.ID.Hash, &f.ID.Kind, &f.Process, &f.Ordinal, &f.First, &f.Last, &f.Label)
	if err != nil {
		return nil, err
	}
	rows, err := l.tx.QueryContext(l.ctx, "SELECT f.article, f.about, f.body FROM finding f JOIN article a ON a.n = f.article WHERE f.fact = ? ORDER BY a.day, a.key, f.seq", n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var from []int64
	for rows.Next() {
		var article int64
		var about record.ID
		var body []byte
		if err := rows.Scan(&article, &about.Hash, &body); err != nil {
			return nil, err
		}
		if about.Hash != 0 {
			about.Kind = record.Meetings
		}
		b, err := record.DecodeBody(f.ID.Kind, body)
		if err != nil {
			return nil, err
		}
		from = append(from, article)
		f.Evidence = append(f.Evidence, record.Evidence{About: about, Body: b})
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for i, a := range from {
		if f.Evidence[i].Article, err = l.article(a); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (l *loader) article(n int64) (*record.Article, error) {
	if a, ok := l.articles[n]; ok {
		return a, nil
	}
	if len(l.articles) >= cachedArticles {
		clear(l.articles)
	}
	a, err := scanArticle(l.tx.QueryRowContext(l.ctx, selectArticle+" WHERE n = ?", n))
	if err == nil {
		l.articles[n] = a
	}
	return a, err
}

const selectArticle = "SELECT id, path, url, canonical, outlet, author, title, format, language, retrieved, published, basis, headline, text FROM article"

func scanArticle(row *sql.Row) (*record.Article, error) {
	a := &record.Article{}
	s := &a.Source
	var retrieved string
	var packed []byte
	err := row.Scan(&a.ID, &s.Path, &s.URL, &s.Canonical, &s.Outlet, &s.Author, &s.Title, &s.Format, &s.Language, &retrieved,
		&a.Published.EDTF, &a.Published.Basis, &a.Title, &packed)
	if err != nil {
		return nil, err
	}
	if retrieved != "" {
		if s.Retrieved, err = time.Parse(time.RFC3339, retrieved); err != nil {
			return nil, err
		}
	}
	s.SHA256 = strings.TrimPrefix(a.ID, "sha256:")
	b, err := store.Inflate(packed)
	a.Text = string(b)
	return a, err
}

// Article is one article with its text.
func (db *DB) Article(ctx context.Context, id string) (*record.Article, error) {
	a, err := scanArticle(db.sql.QueryRowContext(ctx, selectArticle+" WHERE id = ?", id))
	return a, wrap(db.path, err)
}

// Reading is the current reading of an article.
func (db *DB) Reading(ctx context.Context, id string) (*fact.Reading, error) {
	var packed []byte
	var path string
	var published text.Published
	err := db.sql.QueryRowContext(ctx, "SELECT a.path, a.published, a.basis, r.body FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader WHERE a.id = ?", id).
		Scan(&path, &published.EDTF, &published.Basis, &packed)
	if err != nil {
		return nil, wrap(db.path, err)
	}
	r, err := unpackReading(packed)
	if err != nil {
		return nil, wrap(db.path, err)
	}
	r.Source.Path = path
	return r, nil
}

// wrap words an error of a query; nil stays nil.
func wrap(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return store.ErrUnknown
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	return refusal(path, err)
}
