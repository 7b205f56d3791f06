package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
)

func (a *app) commitmentsCommand() *cobra.Command {
	return a.askingCommand(&cobra.Command{
		Use:   "commitments DATABASE",
		Short: "List what was promised, and what was said of it later",
		Long: `Commitments lists what sides have bound themselves to, each with what was said
of it later: kept, a breach alleged, a breach denied. The days of --from and
--to are those of publication, since most promises name no day.`,
		Example: `  mahdar commitments talks.db --process marsa`,
	}, a.commitments)
}

func (a *app) commitments(ctx context.Context, db *sqlite.DB, q *asking, s store.Query) error {
	from, to, limit := s.From, s.To, s.Limit
	s.Kind, s.From, s.To, s.Limit = record.Commitments, "", "", 0
	var all []*record.Fact
	v := store.Reviewed(db)
	for f, err := range v.Facts(ctx, s) {
		if err != nil {
			return err
		}
		if day := f.Evidence[0].Article.Published.Day(); from != "" && day < from || to != "" && (day == "" || day > to) {
			continue
		}
		all = append(all, f)
	}
	threads, byID, err := store.Ledger(ctx, v, all)
	if err != nil {
		return err
	}
	if limit > 0 && len(threads) > limit {
		threads = threads[:limit]
	}
	if len(threads) == 0 && !q.json {
		_, err := fmt.Fprintln(a.out, a.label("found-nothing"))
		return err
	}
	for _, t := range threads {
		if q.json {
			line := struct {
				record.Thread
				Facts []jsonFact `json:"facts"`
			}{Thread: t}
			for _, step := range t.Steps {
				line.Facts = append(line.Facts, factJSON(byID[step.Fact]))
			}
			if err := a.oneJSON(line); err != nil {
				return err
			}
			continue
		}
		for i, step := range t.Steps {
			indent := "- "
			if i > 0 {
				indent = "  - "
			}
			f := byID[step.Fact]
			day := step.Day
			if day == "" {
				day = a.label("undated")
			}
			if _, err := fmt.Fprintf(a.out, "%s`%s` %s %s\n", indent, step.Fact, day, minutes.Words(f, a.wording())); err != nil {
				return err
			}
		}
	}
	return nil
}
