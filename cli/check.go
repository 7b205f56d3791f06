package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"mahdar/store/sqlite"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check DATABASE",
		Short: "Look for damage in a database",
		Long: `Check reads the whole file: whether its pages and rows are sound, every article
and reading can be unpacked, and every fact follows from a reading. Each fault
is a line on standard error; the exit status is then 1.`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onRecord(cmd, args, func(ctx context.Context, db *sqlite.DB) error {
				bad := false
				for fault, err := range db.Check(ctx) {
					if err != nil {
						return err
					}
					bad = true
					a.complain(args[0] + ": " + fault)
				}
				if bad {
					return errTold
				}
				_, err := fmt.Fprintf(a.out, "%s: %s\n", args[0], a.label("no-damage"))
				return err
			})
		},
	}
}
