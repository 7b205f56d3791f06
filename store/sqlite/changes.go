package sqlite

import (
	"context"

	"mahdar/store"
)

// Changes is a number that is another one after every transaction that any
// program has committed to the record. It means something only while the
// record is open.
func (db *DB) Changes(ctx context.Context) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	v := db.cache.now(ctx, db)
	if v == 0 {
		return 0, &store.Refusal{Path: db.path, What: "does not tell whether it has changed", Advice: "open it again"}
	}
	return v, nil
}
