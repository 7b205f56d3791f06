package cli

import (
	"context"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
)

// asking are the flags of commands that ask a record.
type asking struct {
	json              bool
	from, to, process string
	limit             int
}

func (q *asking) flags(a *app, cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&q.json, "json", false, "print JSON lines")
	f.StringVar(&q.from, "from", "", "only from this day on (2031, 2031-05, 2031-05-04)")
	f.StringVar(&q.to, "to", "", "only up to this day")
	f.StringVar(&q.process, "process", "", "only these talks, by their key")
	f.IntVar(&q.limit, "limit", 0, "at most so many (0: all)")
	must(cmd.RegisterFlagCompletionFunc("process", a.completeProcess))
	for _, name := range []string{"from", "to", "limit"} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions))
	}
}

// query is what the flags ask for; it refuses days and talks that are none.
func (q *asking) query(ctx context.Context, db *sqlite.DB) (s store.Query, err error) {
	s.Limit = max(q.limit, 0)
	if q.from != "" {
		if s.From, _ = record.Days(q.from); s.From == "" {
			return s, fmt.Errorf("--from %s: is no day, month or year; write 2031-05-04", q.from)
		}
	}
	if q.to != "" {
		if _, s.To = record.Days(q.to); s.To == "" {
			return s, fmt.Errorf("--to %s: is no day, month or year; write 2031-05-04", q.to)
		}
	}
	if q.process == "" {
		return s, nil
	}
	s.Process = &q.process
	ps, err := db.Processes(ctx)
	if err != nil {
		return s, err
	}
	var keys []string
	for _, p := range ps {
		if p.Key == q.process {
			return s, nil
		}
		if p.Key != "" {
			keys = append(keys, p.Key)
		}
	}
	if len(keys) == 0 {
		return s, fmt.Errorf("--process %s: the record knows no talks", q.process)
	}
	return s, fmt.Errorf("--process %s: there are no such talks in the record; it has %s", q.process, strings.Join(keys, ", "))
}

// openRecord opens a database to be read, and tells where it is behind.
func (a *app) openRecord(ctx context.Context, path string) (*sqlite.DB, error) {
	db, err := sqlite.Open(ctx, path, sqlite.Existing)
	if err != nil {
		return nil, err
	}
	if behind, err := db.Behind(ctx); err == nil && behind {
		a.complain(path + ": a build goes on or was cut off, and lists lack what it brought last; if none is running, run it again")
	}
	return db, nil
}

// onRecord opens the database that args[0] names for do.
func (a *app) onRecord(cmd *cobra.Command, args []string, do func(ctx context.Context, db *sqlite.DB) error) error {
	db, err := a.openRecord(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	defer db.Close()
	return do(cmd.Context(), db)
}

// askingCommand makes a command «NAME DATABASE» that asks with the usual flags.
func (a *app) askingCommand(cmd *cobra.Command, run func(ctx context.Context, db *sqlite.DB, q *asking, s store.Query) error) *cobra.Command {
	q := &asking{}
	if cmd.Args == nil {
		cmd.Args = oneDatabase
	}
	cmd.ValidArgsFunction = completeDatabase
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.onRecord(cmd, args, func(ctx context.Context, db *sqlite.DB) error {
			s, err := q.query(ctx, db)
			if err != nil {
				return err
			}
			return run(ctx, db, q, s)
		})
	}
	q.flags(a, cmd)
	return cmd
}

// databaseAnd asks for a database and something more.
func databaseAnd(what, example string, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < 2 || most > 0 && len(args) > most {
			return fmt.Errorf("name a database and %s, for instance: %s talks.db %s", what, cmd.CommandPath(), example)
		}
		return nil
	}
}

// wording is how minutes word things for this user.
func (a *app) wording() minutes.Options {
	return minutes.Options{Lang: a.words(), Isolate: a.outTerm}
}

func (a *app) label(key string) string { return minutes.Label(a.words(), key) }

// list prints facts as people or as programs read them.
func (a *app) list(facts iter.Seq2[*record.Fact, error], asJSON, days bool) error {
	if asJSON {
		return a.jsonFacts(facts)
	}
	n, err := minutes.List(a.out, facts, days, a.wording())
	if err == nil && n == 0 {
		_, err = fmt.Fprintln(a.out, a.label("found-nothing"))
	}
	return err
}

// quietly opens a database for completion, where nothing may be printed.
func quietly(cmd *cobra.Command, path string, do func(ctx context.Context, db *sqlite.DB)) {
	if _, err := os.Stat(path); err != nil {
		return
	}
	ctx := cmd.Context()
	if ctx == nil {
		ctx = context.Background()
	}
	db, err := sqlite.Open(ctx, path, sqlite.Existing)
	if err != nil {
		return
	}
	defer db.Close()
	do(ctx, db)
}

// completeProcess lets the shell complete the keys of talks.
func (a *app) completeProcess(cmd *cobra.Command, args []string, _ string) (keys []string, _ cobra.ShellCompDirective) {
	if len(args) > 0 {
		quietly(cmd, args[0], func(ctx context.Context, db *sqlite.DB) {
			ps, _ := db.Processes(ctx)
			for _, p := range ps {
				if p.Key != "" {
					keys = append(keys, p.Key)
				}
			}
		})
	}
	return keys, cobra.ShellCompDirectiveNoFileComp
}

// completeFact lets the shell complete a database and then ids of facts.
func (a *app) completeFact(cmd *cobra.Command, args []string, begun string) (ids []string, _ cobra.ShellCompDirective) {
	if len(args) == 0 {
		return completeDatabase(cmd, args, begun)
	}
	quietly(cmd, args[0], func(ctx context.Context, db *sqlite.DB) {
		const some = 100
		found, _ := db.IDs(ctx, begun, some)
		for _, id := range found {
			ids = append(ids, id.String())
		}
	})
	return ids, cobra.ShellCompDirectiveNoFileComp
}
