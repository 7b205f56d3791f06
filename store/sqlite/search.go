package sqlite

import (
	"context"
	"iter"
	"strings"

	"mahdar/store"
)

// Search yields the articles that hold all of a pattern, the newest first,
// those without a day last. The index tells which hold the words; whether
// phrases stand together is seen in the text.
func (db *DB) Search(ctx context.Context, p store.Pattern, from, to string) iter.Seq2[store.Hit, error] {
	return yielding(ctx, db, func(l *loader, emit func(store.Hit) error) error {
		if len(p.Words) == 0 {
			return nil
		}
		quoted := make([]string, len(p.Words))
		for i, w := range p.Words {
			quoted[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
		}
		ns, err := l.numbers("SELECT a.n FROM words w JOIN article a ON a.n = w.rowid WHERE w.words MATCH ? AND a.day >= ? AND a.day <= ? ORDER BY a.day = '"+unknownDay+"', a.day DESC, a.key",
			strings.Join(quoted, " "), from, upTo(to, from))
		if err != nil {
			return err
		}
		for _, n := range ns {
			a, err := l.head("a.n = ?", n)
			if err != nil {
				return err
			}
			if at := p.Find(a.Text); at != nil {
				if err := emit(store.Hit{Article: a, At: at}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
