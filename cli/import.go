package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/review"
	"mahdar/store"
)

func (a *app) importCommand() *cobra.Command {
	var words string
	cmd := &cobra.Command{
		Use:   "import DATABASE FILE.csv…\n  mahdar import --words FOLDER FILE.csv…",
		Short: "Take in decisions, or words of your own, from CSV",
		Long: `Import takes decisions that were exported or written in a spreadsheet: the first
line names the columns (at, coder, fact and verb must be there), each further
line is a decision. One that is there already is not taken twice. If any line
is wrong, all wrong lines are told and nothing is taken.

With --words it takes entries for the lexicon: a file named as one of the
lexicon's (people.csv for people.tsv) with the same columns. They go into
FOLDER, which --lexicon FOLDER then lays over the lexicon; an entry of the same
id is replaced.`,
		Example: `  mahdar export talks.db --as decisions > decisions.csv
  mahdar import other.db decisions.csv
  mahdar import --words mine/ people.csv`,
		ValidArgsFunction: completeDatabase,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case words != "" && len(args) == 0:
				return errors.New("name the CSV files, for instance: mahdar import --words mine/ people.csv")
			case words == "" && len(args) < 2:
				return errors.New("name a database and CSV files, for instance: mahdar import talks.db decisions.csv")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if words != "" {
				return a.importWords(words, args)
			}
			ds, err := a.readDecisions(args[1:])
			if err != nil {
				return err
			}
			return a.reviewing(cmd.Context(), args[0], func(v *store.View) error { return a.importDecisions(cmd.Context(), v, ds) })
		},
	}
	cmd.Flags().StringVar(&words, "words", "", "folder of your own words that lexicon entries go into")
	must(cmd.MarkFlagDirname("words"))
	return cmd
}

// readDecisions reads all files and tells every wrong line of them.
func (a *app) readDecisions(paths []string) ([]review.Decision, error) {
	var all []review.Decision
	bad := false
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("%s: cannot be read; check the path", path)
		}
		ds, faults, err := review.ReadCSV(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, e := range faults {
			bad = true
			var line *review.LineError
			if errors.As(e, &line) {
				a.complain(fmt.Sprintf("%s:%d: %v", path, line.Line, line.Err))
			} else {
				a.complain(path + ": " + e.Error())
			}
		}
		all = append(all, ds...)
	}
	if bad {
		a.complain("nothing was taken; mend these lines and import the file again")
		return nil, errTold
	}
	return all, nil
}

func (a *app) importDecisions(ctx context.Context, v *store.View, ds []review.Decision) error {
	n, err := v.Take(ctx, ds...)
	if err != nil {
		return err
	}
	orphans, err := v.Orphans(ctx)
	if err != nil {
		return err
	}
	given := map[string]bool{}
	for _, d := range ds {
		given[d.ID()] = true
	}
	lost := 0
	for _, e := range orphans {
		if given[e.ID] {
			lost++
		}
	}
	parts := []string{fmt.Sprintf("%d decisions, %d new", len(ds), n)}
	if lost > 0 {
		parts = append(parts, fmt.Sprintf("%d of facts that this record does not have (they wait)", lost))
	}
	_, err = fmt.Fprintln(a.out, strings.Join(parts, ", "))
	return err
}
