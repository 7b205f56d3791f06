package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// loader loads from one snapshot and remembers the articles that it came by.
type loader struct {
	ctx      context.Context
	tx       *sql.Tx
	articles map[int64]*kept
	cache    *cache
	version  int64 // of the file, for the cache
}

// kept is an article as a loader remembers it.
type kept struct {
	*record.Article
	findings []record.Finding
}

// cachedArticles bounds what a loader remembers: some tens of megabytes.
const cachedArticles = 256

// fact loads a fact by the row of its lead, with the evidence of all that are
// one with it, or the earliest pieces of it up to most.
func (l *loader) fact(n int64, most int) (*record.Fact, error) {
	f := &record.Fact{}
	if err := l.tx.QueryRowContext(l.ctx, "SELECT hash, kind FROM fact WHERE n = ?", n).Scan(&f.ID.Hash, &f.ID.Kind); err != nil {
		return nil, err
	}
	var at []place
	err := each(l.ctx, l.tx, func(scan func(...any) error) error {
		var p place
		err := scan(&p.article, &p.seq)
		at = append(at, p)
		return err
	}, `SELECT f.article, f.seq FROM (SELECT ?1 AS n UNION ALL SELECT n FROM fact WHERE lead = ?1 AND lead <> 0) m JOIN finding f ON f.fact = m.n JOIN article a ON a.n = f.article
		ORDER BY a.day, a.key, f.seq`, n)
	if err != nil {
		return nil, err
	}
	if most > 0 && len(at) > most {
		f.Left, at = len(at)-most, at[:most]
	}
	for i, p := range at {
		a, err := l.article(p.article)
		if err != nil {
			return nil, err
		}
		if p.seq >= len(a.findings) {
			return nil, errDisagrees
		}
		g := &a.findings[p.seq]
		if i == 0 {
			f.Process, f.Ordinal, f.First, f.Last, f.Label = g.Process, g.Ordinal, g.First, g.Last, g.Label
		}
		f.Evidence = append(f.Evidence, record.Evidence{Article: a.Article, About: g.About, Body: g.Body})
	}
	return f, nil
}

// article loads an article with its findings.
func (l *loader) article(n int64) (*kept, error) {
	if a, ok := l.articles[n]; ok {
		return a, nil
	}
	if a := l.cache.get(l.version, n); a != nil {
		l.articles[n] = a
		return a, nil
	}
	var packed, bound []byte
	err := l.tx.QueryRowContext(l.ctx, "SELECT r.body, b.body FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader LEFT JOIN bound b ON b.article = a.n WHERE a.n = ?", n).Scan(&packed, &bound)
	if err != nil {
		return nil, err
	}
	r, err := unpackReading(packed)
	if err != nil {
		return nil, err
	}
	a := &kept{findings: record.Findings(r)}
	if bound != nil {
		var b record.Bound
		if err := json.Unmarshal(bound, &b); err != nil {
			return nil, err
		}
		record.Hang(r, a.findings, b)
	}
	if a.Article, err = l.head("a.n = ?", n); err != nil {
		return nil, err
	}
	if len(l.articles) >= cachedArticles {
		clear(l.articles)
	}
	l.articles[n] = a
	l.cache.put(l.version, n, a)
	return a, nil
}

// head loads an article without its findings.
func (l *loader) head(where string, arg any) (*record.Article, error) {
	a := &record.Article{}
	s := &a.Source
	var retrieved string
	var packed, bound []byte
	err := l.tx.QueryRowContext(l.ctx, "SELECT a.id, a.path, a.url, a.canonical, a.outlet, a.author, a.title, a.format, a.language, a.retrieved, a.published, a.basis, a.headline, a.text, b.body FROM article a LEFT JOIN bound b ON b.article = a.n WHERE "+where, arg).
		Scan(&a.ID, &s.Path, &s.URL, &s.Canonical, &s.Outlet, &s.Author, &s.Title, &s.Format, &s.Language, &retrieved, &a.Published.EDTF, &a.Published.Basis, &a.Title, &packed, &bound)
	if err != nil {
		return nil, err
	}
	if s.Retrieved, err = parseStamp(retrieved); err != nil {
		return nil, err
	}
	s.SHA256 = strings.TrimPrefix(a.ID, "sha256:")
	if bound != nil {
		var b record.Bound
		if err := json.Unmarshal(bound, &b); err != nil {
			return nil, err
		}
		if e := b.EDTF(); e != "" {
			a.Published = text.Published{EDTF: e, Basis: text.Inferred}
		}
	}
	b, err := store.Inflate(packed)
	a.Text = string(b)
	return a, err
}

// factsOf are the hashes of the facts that an article bears evidence of.
func (l *loader) factsOf(id string) ([]any, error) {
	var n int64
	err := l.tx.QueryRowContext(l.ctx, "SELECT n FROM article WHERE id = ?", id).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	a, err := l.article(n)
	if err != nil {
		return nil, err
	}
	var out []any
	for _, f := range a.findings {
		out = append(out, f.Fact.Hash)
	}
	return out, nil
}
