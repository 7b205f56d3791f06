package cli

import (
	"context"

	"github.com/spf13/cobra"

	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
)

func (a *app) meetingsCommand() *cobra.Command {
	return a.askingCommand(&cobra.Command{
		Use:   "meetings DATABASE",
		Short: "List the meetings: which, when, where, who came",
		Example: `  mahdar meetings talks.db --process marsa
  mahdar meetings talks.db --from 2031 --json`,
	}, func(ctx context.Context, db *sqlite.DB, q *asking, s store.Query) error {
		s.Kind = record.Meetings
		return a.list(store.Reviewed(db).Facts(ctx, s), q.json, false)
	})
}
