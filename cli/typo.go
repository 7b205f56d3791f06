package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// noArguments refuses arguments.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no arguments, and %q is one", cmd.CommandPath(), args[0])
	}
	return nil
}

// unknown says that there is no such command or flag, and which was meant.
func unknown(what, given string, names []string, help string) error {
	s := fmt.Sprintf("there is no %s %q", what, given)
	if n := nearest(given, names); n != "" {
		return fmt.Errorf("%s; did you mean %s?", s, n)
	}
	return fmt.Errorf("%s; see: %s", s, help)
}

// nearest is the name that given is a slip of, "" where none is near.
func nearest(given string, names []string) string {
	best, at := "", 3
	for _, n := range names {
		d := distance(strings.ToLower(given), n)
		if bare := strings.TrimLeft(given, "-"); len(bare) > 1 && strings.HasPrefix(n, given) {
			d = 1
		}
		if d < at && d < len(given) {
			best, at = n, d
		}
	}
	return best
}

// distance is the least number of letters to insert, drop or change from a to b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
