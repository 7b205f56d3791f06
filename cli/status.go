package cli

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store/sqlite"
)

func (a *app) statusCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "status DATABASE",
		Short:             "Say what a record holds and by which version it was read",
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onRecord(cmd, args, func(ctx context.Context, db *sqlite.DB) error { return a.status(ctx, db, args[0], asJSON) })
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

func (a *app) status(ctx context.Context, db *sqlite.DB, path string, asJSON bool) error {
	c, err := db.Counts(ctx)
	if err != nil {
		return err
	}
	reader, err := a.readerVersion()
	if err != nil {
		return err
	}
	ps, err := db.Processes(ctx)
	if err != nil {
		return err
	}
	again := c.Articles - c.Readers[reader]
	if asJSON {
		facts := map[string]int{}
		for _, k := range record.Kinds() {
			facts[k.String()] = c.Of(k)
		}
		return a.oneJSON(map[string]any{"articles": c.Articles, "undated": c.Undated, "first": c.First, "last": c.Last, "facts": facts,
			"disagreements": c.Disagreements, "decisions": c.Decisions, "processes": ps, "readers": c.Readers, "reader": reader, "read_again": again, "schema": sqlite.Schema()})
	}
	count := func(n int, key string) string { return minutes.Count(a.words(), n, key) }
	size := int64(0)
	for _, p := range []string{path, path + "-wal"} {
		if fi, err := os.Stat(p); err == nil {
			size += fi.Size()
		}
	}
	fmt.Fprintf(a.out, "%s: %s, %.1f MB %s\n", path, count(c.Articles, "article"), float64(size)/(1<<20), a.label("size-on-disk"))
	if c.First != "" {
		fmt.Fprintf(a.out, "  %s – %s", c.First, c.Last)
		if c.Undated > 0 {
			fmt.Fprintf(a.out, "; %d %s", c.Undated, a.label("undated-articles"))
		}
		fmt.Fprintln(a.out)
	}
	var parts []string
	for _, k := range record.Kinds() {
		parts = append(parts, count(c.Of(k), k.String()))
	}
	fmt.Fprintf(a.out, "  %s\n  %s, %s\n", strings.Join(parts, ", "), count(c.Disagreements, "disagreement"), count(c.Decisions, "decision"))
	for _, p := range ps {
		if p.Key != "" {
			fmt.Fprintf(a.out, "  %s\n", dotted(p.Key, p.First, fmt.Sprint(p.Facts)))
		}
	}
	if again > 0 {
		fmt.Fprintf(a.out, "  %s %s\n", count(again, "article"), a.label("to-read-again"))
	}
	return nil
}
