package sqlite

import (
	"context"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// Leads maps those of ids that are facts of the record to the id that their
// fact goes under.
func (db *DB) Leads(ctx context.Context, ids []record.ID) (map[record.ID]record.ID, error) {
	out := map[record.ID]record.ID{}
	err := db.snapshot(ctx, func(l *loader) error {
		return inChunks(ids, func(some []record.ID, hashes []any) error {
			kinds := map[int64]record.Kind{}
			for _, id := range some {
				kinds[id.Hash] = id.Kind
			}
			return l.each(func(scan func(...any) error) error {
				var hash, lead int64
				var kind int
				if err := scan(&hash, &kind, &lead); err != nil {
					return err
				}
				if k, ok := kinds[hash]; ok && int(k) == kind {
					out[record.ID{Kind: k, Hash: hash}] = record.ID{Kind: k, Hash: lead}
				}
				return nil
			}, "SELECT f.hash, f.kind, coalesce(g.hash, f.hash) FROM fact f LEFT JOIN fact g ON g.n = f.lead AND f.lead <> 0 WHERE f.hash IN ("+marks(len(hashes))+")", hashes...)
		})
	})
	return out, err
}

// Version differs after every change of the record by anybody; 0 where that
// cannot be told.
func (db *DB) Version(ctx context.Context) int64 { return db.cache.now(ctx, db) }

// Get maps those of ids that the record has to their facts with all evidence.
func (db *DB) Get(ctx context.Context, ids []record.ID) (map[record.ID]*record.Fact, error) {
	out := map[record.ID]*record.Fact{}
	err := db.snapshot(ctx, func(l *loader) error {
		by := map[int64]*record.Fact{}
		for _, id := range ids {
			if id.IsZero() || id.Kind >= record.Disagreements || out[id] != nil {
				continue
			}
			var n int64
			found, err := l.r.one(func(s *sqlite3.Stmt) { n = s.ColumnInt64(0) }, "SELECT iif(lead = 0, n, lead) FROM fact WHERE hash = ? AND kind = ?", id.Hash, int(id.Kind))
			if err != nil {
				return err
			}
			if !found {
				continue
			}
			if by[n] == nil {
				if by[n], err = l.fact(n, 0, 0); err != nil {
					return err
				}
			}
			out[id] = by[n]
		}
		return nil
	})
	return out, err
}

// Places maps those of ids that lead a fact to its talks and first day.
func (db *DB) Places(ctx context.Context, ids []record.ID) (map[record.ID]store.Process, error) {
	out := map[record.ID]store.Process{}
	err := db.snapshot(ctx, func(l *loader) error {
		return inChunks(ids, func(some []record.ID, hashes []any) error {
			kinds := map[int64]record.Kind{}
			for _, id := range some {
				kinds[id.Hash] = id.Kind
			}
			return l.each(func(scan func(...any) error) error {
				var hash int64
				var kind, first int
				var p store.Process
				if err := scan(&hash, &kind, &p.Key, &first); err != nil {
					return err
				}
				if k, ok := kinds[hash]; ok && int(k) == kind {
					p.First, p.Facts = dayText(first), 1
					out[record.ID{Kind: k, Hash: hash}] = p
				}
				return nil
			}, "SELECT f.hash, f.kind, t.word, f.first FROM fact f JOIN term t ON t.n = f.process WHERE f.lead = 0 AND f.hash IN ("+marks(len(hashes))+")", hashes...)
		})
	})
	return out, err
}

// inChunks hands ids on, some hundreds at a time.
func inChunks(ids []record.ID, do func(some []record.ID, hashes []any) error) error {
	for some := range slices.Chunk(ids, 400) {
		hashes := make([]any, len(some))
		for i, id := range some {
			hashes[i] = id.Hash
		}
		if err := do(some, hashes); err != nil {
			return err
		}
	}
	return nil
}
