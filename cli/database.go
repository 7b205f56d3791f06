package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// oneDatabase asks for exactly one argument, a database.
func oneDatabase(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name one database, for instance: %s talks.db", cmd.CommandPath())
	}
	return nil
}

// completeDatabase lets the shell complete *.db.
func completeDatabase(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []string{"db"}, cobra.ShellCompDirectiveFilterFileExt
}
