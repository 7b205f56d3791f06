package sqlite

import (
	"context"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"mahdar/store"
	"mahdar/text"
)

// Add keeps parcels in one transaction and brings the record up to date in it.
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
		return w.settle(ctx, nil)
	})
	if err != nil {
		return store.Added{}, err
	}
	return sum, nil
}

// batch is a transaction that parcels are added to one by one.
type batch struct {
	db  *DB
	ctx context.Context
	w   *writer
	tx  sqlite3.Txn
	old context.Context
}

// Begin starts a batch. Other writers wait until it ends.
func (db *DB) Begin(ctx context.Context) (store.Batch, error) {
	w, err := db.lock(ctx)
	if err != nil {
		return nil, err
	}
	old := w.raw.SetInterrupt(ctx)
	tx, err := w.raw.BeginImmediate()
	if err != nil {
		w.raw.SetInterrupt(old)
		db.mu.Unlock()
		if cause := ctx.Err(); cause != nil {
			return nil, cause
		}
		return nil, refusal(db.path, err)
	}
	b := &batch{db, ctx, w, tx, old}
	if err := w.strangers.begin(w); err != nil {
		b.Rollback()
		return nil, refusal(db.path, err)
	}
	return b, nil
}

// Add adds a parcel to the batch.
func (b *batch) Add(ctx context.Context, p *store.Parcel) (store.Added, error) {
	if err := ctx.Err(); err != nil {
		return store.Added{}, err
	}
	a, err := b.w.add(p)
	if err != nil {
		return store.Added{}, b.explain(fmt.Errorf("%s: %w", p.Source.Path, err))
	}
	return a, nil
}

func (b *batch) explain(err error) error {
	if cause := b.ctx.Err(); cause != nil {
		return cause
	}
	return refusal(b.db.path, err)
}

// Commit ends the batch and keeps what was added.
func (b *batch) Commit() error {
	b.w.raw.SetInterrupt(context.Background()) // what was read before an interruption is good
	err := b.w.noteTodo()
	if err == nil {
		err = b.tx.Commit()
	}
	if err != nil {
		err = b.explain(err)
		b.Rollback()
		return err
	}
	b.end()
	return nil
}

// Rollback ends the batch and forgets what was added. After Commit it does nothing.
func (b *batch) Rollback() {
	if b.w == nil {
		return
	}
	b.w.raw.SetInterrupt(context.Background())
	b.tx.Rollback()
	b.w.forget()
	b.end()
}

func (b *batch) end() {
	b.w.raw.SetInterrupt(b.old)
	b.w = nil
	b.db.copier.start(b.db)
	b.db.mu.Unlock()
}

// Settle brings the record up to date.
func (db *DB) Settle(ctx context.Context) error {
	var beside *reader
	if !db.alone {
		var err error
		if beside, err = db.reader(ctx); err != nil {
			return wrap(db.path, err)
		}
		defer db.release(beside)
		defer beside.raw.SetInterrupt(beside.raw.SetInterrupt(ctx))
	}
	return db.writing(ctx, func(w *writer) error { return w.settle(ctx, beside) })
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
		p.Given.EDTF, string(p.Given.Basis), p.Reader, p.Headline, p.Published.EDTF, string(p.Published.Basis), dayOf(p.Published), store.KeyOf(p.ID), p.Text, p.Raw)
	if err != nil {
		return 0, err
	}
	n := w.raw.LastInsertRowID()
	w.words = append(w.words, indexed{n, p.Stems})
	return n, nil
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
	if err := w.retract(n); err != nil {
		return err
	}
	w.pending.again = true
	s := p.Source
	if better {
		var err error
		_, err = w.exec(`UPDATE article SET path = ?, url = ?, canonical = ?, outlet = ?, author = ?, title = ?, retrieved = ?, given = ?, given_basis = ? WHERE n = ?`,
			s.Path, s.URL, s.Canonical, s.Outlet, s.Author, s.Title, stamp(s.Retrieved), p.Given.EDTF, string(p.Given.Basis), n)
		if err != nil {
			return err
		}
	}
	_, err := w.exec("UPDATE article SET reader = ?, headline = ?, published = ?, basis = ?, day = ? WHERE n = ?",
		p.Reader, p.Headline, p.Published.EDTF, string(p.Published.Basis), dayOf(p.Published), n)
	if err != nil {
		return err
	}
	return w.read(n, p)
}

// read keeps p's reading and what follows from it.
func (w *writer) read(n int64, p *store.Parcel) error {
	if _, err := w.exec("INSERT OR REPLACE INTO reading (article, reader, body) VALUES (?,?,?)", n, p.Reader, p.Reading); err != nil {
		return err
	}
	return w.derive(n, publication(p.Published), store.KeyOf(p.ID), &p.Derived)
}
