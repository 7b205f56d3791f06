package cli

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
)

func (a *app) timelineCommand() *cobra.Command {
	var kinds []string
	cmd := a.askingCommand(&cobra.Command{
		Use:   "timeline DATABASE",
		Short: "Print what happened, day by day",
		Long: `Timeline prints the facts of a record that have a day, the earliest first:
meetings, statements, commitments, ceasefires, incidents.`,
		Example: `  mahdar timeline talks.db --from 2031-05 --to 2031-06
  mahdar timeline talks.db --kind meeting --json`,
	}, func(ctx context.Context, db *sqlite.DB, q *asking, s store.Query) error {
		ks, err := kindsNamed(kinds)
		if err != nil {
			return err
		}
		limit := s.Limit
		s.Limit = 0
		return a.list(first(limit, merged(ctx, db, s, ks)), q.json, true)
	})
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "only these kinds of facts: "+strings.Join(timely(), ", "))
	must(cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions(timely(), cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

// timely are the kinds of facts that have days.
func timely() []string {
	var out []string
	for _, k := range timelyKinds() {
		out = append(out, k.String())
	}
	return out
}

func timelyKinds() []record.Kind {
	return []record.Kind{record.Meetings, record.Statements, record.Commitments, record.Ceasefires, record.Incidents}
}

func kindsNamed(names []string) ([]record.Kind, error) {
	if len(names) == 0 {
		return timelyKinds(), nil
	}
	var out []record.Kind
	for _, n := range names {
		k := -1
		for i, t := range timely() {
			if t == n || t+"s" == n {
				k = i
			}
		}
		if k < 0 {
			return nil, fmt.Errorf("--kind %s: the kinds are %s", n, strings.Join(timely(), ", "))
		}
		out = append(out, timelyKinds()[k])
	}
	return out, nil
}

// merged yields the facts of several kinds that have a day in the order of
// their days.
func merged(ctx context.Context, db *sqlite.DB, s store.Query, kinds []record.Kind) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		heads := make([]*record.Fact, len(kinds))
		next := make([]func() (*record.Fact, error, bool), len(kinds))
		advance := func(i int) error {
			f, err, ok := next[i]()
			if heads[i] = f; !ok || f == nil || f.First == "" { // those without a day come last
				heads[i] = nil
			}
			return err
		}
		for i, k := range kinds {
			s.Kind = k
			pull, stop := iter.Pull2(store.Reviewed(db).Facts(ctx, s))
			defer stop()
			next[i] = pull
			if err := advance(i); err != nil {
				yield(nil, err)
				return
			}
		}
		for {
			at := -1
			for i, f := range heads {
				if f != nil && (at < 0 || f.First < heads[at].First) {
					at = i
				}
			}
			if at < 0 || !yield(heads[at], nil) {
				return
			}
			if err := advance(at); err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// first yields at most n of all; all for 0.
func first[T any](n int, all iter.Seq2[T, error]) iter.Seq2[T, error] {
	if n <= 0 {
		return all
	}
	return func(yield func(T, error) bool) {
		left := n
		for v, err := range all {
			if !yield(v, err) {
				return
			}
			if left--; left == 0 {
				return
			}
		}
	}
}
