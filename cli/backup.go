package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"mahdar/store/sqlite"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup DATABASE COPY",
		Short: "Copy a database while it is in use",
		Long: `Backup writes a whole copy of a database to a new file, as it stood at one
moment, even while a build goes on. Copying the file by other means may miss
what its -wal file holds.`,
		Example: `  mahdar backup talks.db talks-2031-05-04.db`,
		Args:    databaseAnd("a new file", "copy.db", 2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return completeDatabase(cmd, args, begun)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onRecord(cmd, args, func(ctx context.Context, db *sqlite.DB) error {
				if err := db.Backup(ctx, args[1]); err != nil {
					return err
				}
				_, err := fmt.Fprintf(a.out, "%s %s %s\n", args[0], a.label("copied-to"), args[1])
				return err
			})
		},
	}
}
