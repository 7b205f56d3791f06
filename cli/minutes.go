package cli

import (
	"context"

	"github.com/spf13/cobra"

	"mahdar/lexicon"
	"mahdar/minutes"
	"mahdar/store"
	"mahdar/store/sqlite"
)

func (a *app) minutesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "minutes DATABASE",
		Short: "Print the record as minutes in Markdown",
		Long: `Minutes prints the record of a database as Markdown: talks by talks, meeting by
meeting, who came and who stayed away, who said what, what was promised and
demanded, each line with the quoted words and the number of its source. Where
accounts differ they stand side by side.`,
		Example: `  mahdar minutes talks.db > minutes.md
  mahdar minutes --lang ar talks.db | pandoc -o minutes.docx`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			lex, err := a.loadLexicon()
			if err != nil {
				return err
			}
			db, err := sqlite.Open(cmd.Context(), args[0], sqlite.Existing)
			if err != nil {
				return err
			}
			defer db.Close()
			return a.writeMinutes(cmd.Context(), store.Reviewed(db), lex)
		},
	}
}

func (a *app) writeMinutes(ctx context.Context, src minutes.Source, lex *lexicon.Lexicon) error {
	return minutes.Write(ctx, a.out, src, minutes.Options{Lang: a.words(), Isolate: a.outTerm,
		ProcessName: func(key string, l minutes.Lang) string { return processName(lex, key, l) }})
}

// processName is what the lexicon calls the talks of a key.
func processName(lex *lexicon.Lexicon, key string, l minutes.Lang) string {
	p, ok := lex.Process(key)
	switch {
	case !ok:
		return ""
	case l == minutes.English && p.English != "":
		return p.English
	}
	return p.Name
}
