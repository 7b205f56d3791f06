package sqlite

import (
	"context"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"

	"mahdar/store"
	"mahdar/text"
)

// unknownDay stands for a day of publication that is not known: it sorts after
// all days.
const unknownDay = "~"

// Add keeps parcels in one transaction.
func (db *DB) Add(ctx context.Context, parcels []*store.Parcel) (store.Added, error) {
	var sum store.Added
	err := db.writing(ctx, func(w *writer) error {
		sum = store.Added{}
		for _, p := range parcels {
			a, err := w.add(p)
			if err != nil {
				return fmt.Errorf("%s: %w", p.Source.Path, err)
			}
			sum = sum.Plus(a)
		}
		return nil
	})
	if err != nil {
		return store.Added{}, err
	}
	return sum, nil
}

func (w *writer) add(p *store.Parcel) (store.Added, error) {
	n, old, err := w.known(p.ID)
	if err != nil {
		return store.Added{}, err
	}
	if !old.Stored {
		if n, err = w.insert(p); err == nil {
			_, err = w.copied(n, p)
		}
		if err == nil {
			err = w.read(n, p)
		}
		return store.Added{Articles: 1}, err
	}
	fresh, err := w.copied(n, p)
	if err != nil {
		return store.Added{}, err
	}
	better := store.Better(p.Source, p.Given, old.Source, old.Published)
	if better || p.Again || p.Reader != old.Reader {
		if err := w.replace(n, p, better); err != nil {
			return store.Added{}, err
		}
		return store.Added{Again: 1}, nil
	}
	if p.Source.Path < old.Source.Path {
		_, err = w.exec("UPDATE article SET path = ? WHERE n = ?", p.Source.Path, n)
	}
	if fresh {
		return store.Added{Copies: 1}, err
	}
	return store.Added{Same: 1}, err
}

// known looks an article up.
func (w *writer) known(id string) (n int64, k store.Known, err error) {
	k.Stored, err = w.one(func(s *sqlite3.Stmt) {
		n = s.ColumnInt64(0)
		k = store.Known{Reader: s.ColumnText(1),
			Source:    text.Source{Path: s.ColumnText(2), URL: s.ColumnText(3), Outlet: s.ColumnText(4), Author: s.ColumnText(5), Title: s.ColumnText(6)},
			Published: text.Published{EDTF: s.ColumnText(7), Basis: text.Basis(s.ColumnText(8))}}
	}, "SELECT n, reader, path, url, outlet, author, title, given, given_basis FROM article WHERE id = ?", id)
	return n, k, err
}

func (w *writer) insert(p *store.Parcel) (int64, error) {
	s := p.Source
	_, err := w.exec(`INSERT INTO article (id, path, url, canonical, outlet, author, title, format, language, retrieved,
		given, given_basis, reader, headline, published, basis, day, key, text, raw)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		p.ID, s.Path, s.URL, s.Canonical, s.Outlet, s.Author, s.Title, s.Format, s.Language, stamp(s.Retrieved),
		p.Given.EDTF, string(p.Given.Basis), p.Reader, p.Headline, p.Published.EDTF, string(p.Published.Basis), dayOf(p.Published), keyOf(p.ID), p.Text, p.Raw)
	if err != nil {
		return 0, err
	}
	n := w.raw.LastInsertRowID()
	_, err = w.exec("INSERT INTO words (rowid, text) VALUES (?, ?)", n, p.Words)
	return n, err
}

// copied notes where the article was found; fresh where that is new.
func (w *writer) copied(n int64, p *store.Parcel) (fresh bool, err error) {
	s := p.Source
	changed, err := w.exec("INSERT OR IGNORE INTO copy (article, given, url, outlet, author, title, path) VALUES (?,?,?,?,?,?,?)",
		n, p.Given.EDTF, s.URL, s.Outlet, s.Author, s.Title, s.Path)
	return changed > 0, err
}

// replace puts p's reading, and its metadata where they are better, in the
// place of what was kept.
func (w *writer) replace(n int64, p *store.Parcel, better bool) error {
	touched, err := w.retract(n)
	if err != nil {
		return err
	}
	s := p.Source
	if better {
		_, err = w.exec(`UPDATE article SET path = ?, url = ?, canonical = ?, outlet = ?, author = ?, title = ?, retrieved = ?, given = ?, given_basis = ? WHERE n = ?`,
			s.Path, s.URL, s.Canonical, s.Outlet, s.Author, s.Title, stamp(s.Retrieved), p.Given.EDTF, string(p.Given.Basis), n)
		if err != nil {
			return err
		}
	}
	_, err = w.exec("UPDATE article SET reader = ?, headline = ?, published = ?, basis = ?, day = ? WHERE n = ?",
		p.Reader, p.Headline, p.Published.EDTF, string(p.Published.Basis), dayOf(p.Published), n)
	if err != nil {
		return err
	}
	if err := w.read(n, p); err != nil {
		return err
	}
	return w.represent(touched)
}

// read keeps p's reading and its findings.
func (w *writer) read(n int64, p *store.Parcel) error {
	if _, err := w.exec("INSERT OR REPLACE INTO reading (article, reader, body) VALUES (?,?,?)", n, p.Reader, p.Reading); err != nil {
		return err
	}
	day, key := dayOf(p.Published), keyOf(p.ID)
	for i, f := range p.Findings {
		at, err := w.fact(f, day, key, i)
		if err != nil {
			return err
		}
		if _, err := w.exec("INSERT INTO finding (article, seq, fact, about, body) VALUES (?,?,?,?,?)", n, i, at, f.About.Hash, p.Bodies[i]); err != nil {
			return err
		}
		for _, l := range f.Actors {
			if _, err := w.exec("INSERT INTO link (actor, fact, part, count) VALUES (?,?,?,1) ON CONFLICT DO UPDATE SET count = count + 1", l.Actor.Hash, at, string(l.Part)); err != nil {
				return err
			}
		}
	}
	return nil
}

func dayOf(p text.Published) string {
	if d := p.Day(); d != "" {
		return d
	}
	return unknownDay
}

// keyOf is the first 60 bits of the hash in an article's id; ids of any other
// form share 0, which costs order and nothing else.
func keyOf(id string) int64 {
	var key int64
	b, err := hex.DecodeString(strings.TrimPrefix(id, "sha256:"))
	if err != nil || len(b) < 8 {
		return 0
	}
	for _, c := range b[:8] {
		key = key<<8 | int64(c)
	}
	return int64(uint64(key) >> 4)
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
