package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
)

func (a *app) disagreementsCommand() *cobra.Command {
	return a.askingCommand(&cobra.Command{
		Use:   "disagreements DATABASE",
		Short: "List where accounts differ, with who says what",
		Long: `Disagreements lists the sides of a fact for which sources give values that
cannot all be true, blame and counter-blame, claims and denials, and positions
that changed. The program decides none of them.`,
		Example: `  mahdar disagreements talks.db --process marsa`,
	}, func(ctx context.Context, db *sqlite.DB, q *asking, s store.Query) error {
		all := first(s.Limit, db.Disagreements(ctx, s))
		if q.json {
			return eachJSON(a, all, func(d *record.Disagreement) any { return d })
		}
		n := 0
		for d, err := range all {
			if err != nil {
				return err
			}
			n++
			if err := a.quarrel(ctx, db, d); err != nil {
				return err
			}
		}
		if n == 0 {
			fmt.Fprintln(a.out, a.label("found-nothing"))
		}
		return nil
	})
}

// quarrel prints a disagreement under what it is about.
func (a *app) quarrel(ctx context.Context, db *sqlite.DB, d *record.Disagreement) error {
	about := ""
	for f, err := range db.Facts(ctx, store.Query{Kind: d.Subject.Kind, ID: d.Subject}) {
		if err != nil {
			return err
		}
		about = minutes.Words(f, a.wording())
	}
	if about != "" {
		about = "\n  " + about
	}
	fmt.Fprintf(a.out, "- %s%s\n", minutes.Quarrel(d, a.wording(), nil), about)
	return a.explainResolution(ctx, db, d.ID)
}
