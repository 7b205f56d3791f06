package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

func (a *app) searchCommand() *cobra.Command {
	var words []string
	cmd := a.askingCommand(&cobra.Command{
		Use:   "search DATABASE WORD…",
		Short: "Find words in the articles, with what is attached",
		Long: `Search finds the articles that hold all the words, the newest first, and marks
them in their sentences. Letters are folded and attached particles taken off:
وزير finds للوزير. Words in quotation marks must stand together.`,
		Example: `  mahdar search talks.db وزير الخارجية
  mahdar search talks.db '"وقف إطلاق النار"' --from 2031-05`,
		Args: databaseAnd("words", "هدنة", 0),
		PreRun: func(_ *cobra.Command, args []string) {
			words = args[1:]
		},
	}, func(ctx context.Context, db *sqlite.DB, q *asking, s store.Query) error {
		return a.search(ctx, db, q, s, strings.Join(words, " "))
	})
	return cmd
}

func (a *app) search(ctx context.Context, db *sqlite.DB, q *asking, s store.Query, query string) error {
	p := store.ParsePattern(query)
	if len(p.Words) == 0 {
		return fmt.Errorf("%s: has no words to search for", query)
	}
	n := 0
	for h, err := range db.Search(ctx, p, s.From, s.To) {
		if err != nil {
			return err
		}
		if s.Process != nil {
			in, err := inProcess(ctx, db, h.ID, *s.Process)
			if err != nil {
				return err
			}
			if !in {
				continue
			}
		}
		n++
		if err := a.hit(h, q.json); err != nil {
			return err
		}
		if n == s.Limit {
			break
		}
	}
	if n == 0 {
		return fmt.Errorf("%s: %s", query, strings.TrimSuffix(a.label("found-nothing"), "."))
	}
	return nil
}

// inProcess reports whether an article bears evidence of a fact of the talks.
func inProcess(ctx context.Context, db *sqlite.DB, article, process string) (bool, error) {
	for _, k := range record.Kinds() {
		for _, err := range db.Facts(ctx, store.Query{Kind: k, Article: article, Process: &process, Limit: 1}) {
			return err == nil, err
		}
	}
	return false, nil
}

// hit prints an article that was found, with its sentences.
func (a *app) hit(h store.Hit, asJSON bool) error {
	if asJSON {
		type place struct {
			Start int    `json:"start"`
			End   int    `json:"end"`
			Exact string `json:"exact"`
		}
		off := text.NewOffsets(h.Text)
		var at []place
		for _, s := range h.At {
			from, to := off.Points(s)
			at = append(at, place{from, to, s.In(h.Text)})
		}
		return a.oneJSON(map[string]any{"article": h.ID, "path": h.Source.Path, "url": h.Source.URL, "outlet": h.Outlet(),
			"published": h.Published.EDTF, "title": h.Title, "at": at})
	}
	day := h.Published.EDTF
	if day == "" {
		day = a.label("undated")
	}
	fmt.Fprintln(a.out, dotted(a.paint(bold, a.source(h.Title)), a.source(h.Outlet()), day, a.source(h.Source.Path)))
	const most = 5
	for i, line := range marked(h.Text, h.At) {
		if i == most {
			fmt.Fprintf(a.out, "    … +%d\n", len(h.At)-most)
			break
		}
		a.markedLine("    ", line)
	}
	return nil
}
