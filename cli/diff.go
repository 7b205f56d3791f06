package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
)

func (a *app) diffCommand() *cobra.Command {
	var asJSON, status bool
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what one record has and another has not",
		Long: `Diff compares two records of the same articles, for instance those of two
versions of mahdar or of two lexicons: facts that are gone (-), that are new
(+), and that changed (~).`,
		Example: `  mahdar backup talks.db before.db && mahdar build -o talks.db more/
  mahdar diff before.db talks.db`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("name two databases, for instance: %s old.db new.db", cmd.CommandPath())
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"db"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onRecord(cmd, args, func(ctx context.Context, old *sqlite.DB) error {
				return a.onRecord(cmd, args[1:], func(ctx context.Context, now *sqlite.DB) error {
					n, err := a.diff(ctx, old, now, asJSON)
					if err == nil && n > 0 && status {
						return errTold
					}
					return err
				})
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	cmd.Flags().BoolVar(&status, "exit-code", false, "exit with status 1 where there is a difference")
	return cmd
}

func (a *app) diff(ctx context.Context, old, now *sqlite.DB, asJSON bool) (n int, err error) {
	tell := func(sign, key string, f *record.Fact) error {
		n++
		if asJSON {
			return a.oneJSON(struct {
				Change string `json:"change"`
				jsonFact
			}{key, factJSON(f)})
		}
		colour := yellow
		switch sign {
		case "-":
			colour = red
		case "+":
			colour = green
		}
		_, err := fmt.Fprintf(a.out, "%s `%s` %s\n", a.paint(colour, sign), f.ID, minutes.Words(f, a.wording()))
		return err
	}
	for _, k := range record.Kinds() {
		before, err := prints(ctx, old, k)
		if err != nil {
			return n, err
		}
		seen := map[record.ID]bool{}
		for f, err := range now.Facts(ctx, store.Query{Kind: k}) {
			if err != nil {
				return n, err
			}
			seen[f.ID] = true
			was, there := before[f.ID]
			switch {
			case !there:
				err = tell("+", "new", f)
			case !slices.Equal(was, print(f)):
				err = tell("~", "changed", f)
			}
			if err != nil {
				return n, err
			}
		}
		for f, err := range old.Facts(ctx, store.Query{Kind: k}) {
			if err == nil && !seen[f.ID] {
				err = tell("-", "gone", f)
			}
			if err != nil {
				return n, err
			}
		}
	}
	if n == 0 && !asJSON {
		fmt.Fprintln(a.out, a.label("no-difference"))
	}
	return n, nil
}

// prints are what tells two states of the facts of one kind apart.
func prints(ctx context.Context, db *sqlite.DB, k record.Kind) (map[record.ID][]string, error) {
	out := map[record.ID][]string{}
	for f, err := range db.Facts(ctx, store.Query{Kind: k}) {
		if err != nil {
			return nil, err
		}
		out[f.ID] = print(f)
	}
	return out, nil
}

func print(f *record.Fact) []string {
	out := []string{f.Process, fmt.Sprint(f.Ordinal), f.First, f.Last, f.Label}
	for _, e := range f.Evidence {
		out = append(out, e.Article.ID, e.Article.Published.EDTF, e.About.String(), e.Quote())
	}
	return out
}
