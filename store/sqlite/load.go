package sqlite

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// loader loads from one snapshot and remembers the articles that it came by.
type loader struct {
	r        *reader
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

// evidence is a finding of a fact in the order of evidence.
type evidence struct {
	day, key int64
	place
}

// fact loads a fact by the row of its lead, with the evidence of all that are
// one with it, or the earliest pieces of it up to most, and the articles of
// some more.
func (l *loader) fact(n int64, most, also int) (*record.Fact, error) {
	f := &record.Fact{}
	members, total, err := l.members(f, n)
	if err != nil {
		return nil, err
	}
	if most <= 0 {
		most, also = total, 0
	}
	at, err := l.findings(members, most+also)
	if err != nil {
		return nil, err
	}
	more := at[min(most, len(at)):min(most+also, len(at))]
	at = at[:min(most, len(at))]
	f.Left = total - len(at)
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
	for _, p := range more {
		a, err := l.bare(p.article)
		if err != nil {
			return nil, err
		}
		f.Also = append(f.Also, a)
	}
	return f, nil
}

// members gives a fact the id of its lead, which row n has. rows are that row and those of the
// facts that are one with it, total is how much evidence they have together.
func (l *loader) members(f *record.Fact, n int64) (rows []int64, total int, err error) {
	rows = []int64{n}
	found, err := l.r.one(func(s *sqlite3.Stmt) {
		f.ID.Hash, f.ID.Kind, total = s.ColumnInt64(0), record.Kind(s.ColumnInt(1)), s.ColumnInt(2)
	}, "SELECT hash, kind, count FROM fact WHERE n = ?", n)
	if err != nil {
		return nil, 0, err
	}
	if !found {
		return nil, 0, sql.ErrNoRows
	}
	err = l.r.all(func(s *sqlite3.Stmt) error {
		rows = append(rows, s.ColumnInt64(0))
		total += s.ColumnInt(1)
		return nil
	}, "SELECT n, count FROM fact WHERE lead = ? AND lead <> 0", n)
	return rows, total, err
}

// findings are where the earliest evidence of the facts in rows stands, in the order of
// evidence: up to most pieces of each.
func (l *loader) findings(rows []int64, most int) ([]evidence, error) {
	var at []evidence
	for _, n := range rows {
		err := l.r.all(func(s *sqlite3.Stmt) error {
			at = append(at, evidence{s.ColumnInt64(0), s.ColumnInt64(1), place{s.ColumnInt64(2), s.ColumnInt(3)}})
			return nil
		}, "SELECT day, key, article, seq FROM finding WHERE fact = ? ORDER BY day, key, article, seq LIMIT ?", n, most)
		if err != nil {
			return nil, err
		}
	}
	if len(rows) > 1 {
		slices.SortFunc(at, func(a, b evidence) int {
			return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.key, b.key), cmp.Compare(a.article, b.article), cmp.Compare(a.seq, b.seq))
		})
	}
	return at, nil
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
	head, err := l.bare(n)
	if err != nil {
		return nil, err
	}
	var packed, bound, src []byte
	_, err = l.r.one(func(s *sqlite3.Stmt) {
		packed, bound, src = s.ColumnBlob(0, nil), s.ColumnBlob(1, nil), s.ColumnBlob(2, nil)
	},
		"SELECT r.body, b.body, a.text FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader LEFT JOIN bound b ON b.article = a.n WHERE a.n = ?", n)
	if err != nil {
		return nil, err
	}
	r, err := unpackReading(packed, src)
	if err != nil {
		return nil, err
	}
	head.Text = r.Text
	a := &kept{Article: head, findings: record.Findings(r)}
	if len(bound) > 0 {
		var b record.Bound
		if err := json.Unmarshal(bound, &b); err != nil {
			return nil, err
		}
		record.Hang(r, a.findings, b)
	}
	if len(l.articles) >= cachedArticles {
		clear(l.articles)
	}
	l.articles[n] = a
	l.cache.put(l.version, n, a)
	return a, nil
}

// bare loads an article without its text and findings.
func (l *loader) bare(n int64) (*record.Article, error) {
	if a, ok := l.articles[n]; ok {
		return a.Article, nil
	}
	if a := l.cache.get(l.version, n); a != nil {
		return a.Article, nil
	}
	return l.head(false, "a.n = ?", n)
}

// head loads an article without its findings.
func (l *loader) head(withText bool, where string, arg any) (*record.Article, error) {
	a := &record.Article{}
	var retrieved string
	var packed, bound []byte
	body := "NULL"
	if withText {
		body = "a.text"
	}
	found, err := l.r.one(func(row *sqlite3.Stmt) {
		s := &a.Source
		for i, to := range [...]*string{&a.ID, &s.Path, &s.URL, &s.Canonical, &s.Outlet, &s.Author, &s.Title, &s.Format, &s.Language, &retrieved, &a.Published.EDTF, (*string)(&a.Published.Basis), &a.Title} {
			*to = row.ColumnText(i)
		}
		bound, packed = row.ColumnBlob(13, nil), row.ColumnBlob(14, nil)
	}, "SELECT a.id, a.path, a.url, a.canonical, a.outlet, a.author, a.title, a.format, a.language, a.retrieved, a.published, a.basis, a.headline, b.body, "+body+
		" FROM article a LEFT JOIN bound b ON b.article = a.n WHERE "+where, arg)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, sql.ErrNoRows
	}
	if a.Source.Retrieved, err = parseStamp(retrieved); err != nil {
		return nil, err
	}
	a.Source.SHA256 = strings.TrimPrefix(a.ID, "sha256:")
	if len(bound) > 0 {
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
func (l *loader) factsOf(id string) ([]int64, error) {
	var n int64
	found, err := l.r.one(func(s *sqlite3.Stmt) { n = s.ColumnInt64(0) }, "SELECT n FROM article WHERE id = ?", id)
	if err != nil || !found {
		return nil, err
	}
	a, err := l.article(n)
	if err != nil {
		return nil, err
	}
	var out []int64
	for _, f := range a.findings {
		out = append(out, f.Fact.Hash)
	}
	return out, nil
}
