package sqlite

import (
	"context"

	"mahdar/record"
	"mahdar/store"
)

// Leads maps those of ids that are facts of the record to the id that their
// fact goes under.
func (db *DB) Leads(ctx context.Context, ids []record.ID) (map[record.ID]record.ID, error) {
	out := map[record.ID]record.ID{}
	err := db.snapshot(ctx, func(l *loader) error {
		stmt, err := l.tx.PrepareContext(ctx, "SELECT coalesce(g.hash, f.hash) FROM fact f LEFT JOIN fact g ON g.n = f.lead AND f.lead <> 0 WHERE f.hash = ? AND f.kind = ?")
		if err != nil {
			return err
		}
		defer stmt.Close()
		for _, id := range ids {
			if _, ok := out[id]; ok || id.IsZero() {
				continue
			}
			lead := record.ID{Kind: id.Kind}
			switch err := wrap(db.path, stmt.QueryRowContext(ctx, id.Hash, int(id.Kind)).Scan(&lead.Hash)); err {
			case nil:
				out[id] = lead
			case store.ErrUnknown:
			default:
				return err
			}
		}
		return nil
	})
	return out, err
}
