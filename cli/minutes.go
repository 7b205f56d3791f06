package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/lexicon"
	"mahdar/minutes"
	"mahdar/store"
)

func (a *app) minutesCommand() *cobra.Command {
	var as, out string
	cmd := &cobra.Command{
		Use:   "minutes DATABASE",
		Short: "Print the record as minutes: Markdown, HTML or DOCX",
		Long: `Minutes prints the record of a database: talks by talks, meeting by meeting,
who came and who stayed away, who said what, what was promised and demanded,
each line with the quoted words and its sources. Where accounts differ they
stand side by side.

Markdown (md) is for terminals and further work. HTML is one page that needs
nothing beside it and prints well; DOCX is for word processors. Both have
tables of attendance, commitments and demands, and the quotations in footnotes.
The frame is in the language of --lang, the evidence in that of the articles.`,
		Example: `  mahdar minutes talks.db > minutes.md
  mahdar minutes talks.db --lang ar -o minutes.docx
  mahdar minutes talks.db --as html > minutes.html`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			format, err := minutesFormat(as, out)
			if err != nil {
				return err
			}
			lex, err := a.loadLexicon()
			if err != nil {
				return err
			}
			db, err := a.openRecord(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer db.Close()
			src := store.Reviewed(db)
			opt := a.minutesOptions(cmd.Context(), src, lex)
			if out == "" || out == "-" {
				return format.write(cmd.Context(), a.out, src, opt)
			}
			opt.Isolate = false
			return writeFile(out, func(w io.Writer) error { return format.write(cmd.Context(), w, src, opt) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&as, "as", "", "md, html or docx (default: what the name of -o ends in, else md)")
	f.StringVarP(&out, "output", "o", "", "file to write, whole or not at all; - is the output")
	must(cmd.RegisterFlagCompletionFunc("as", cobra.FixedCompletions([]string{"md", "html", "docx"}, cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

// paperFormat is a format of minutes.
type paperFormat struct {
	name  string
	write func(context.Context, io.Writer, minutes.Source, minutes.Options) error
}

// minutesFormat is the format asked for, by name or by what the file is called.
func minutesFormat(as, out string) (paperFormat, error) {
	formats := []paperFormat{{"md", minutes.Write}, {"html", minutes.HTML}, {"docx", minutes.DOCX}}
	name := as
	if name == "" {
		name = "md"
		switch ext := strings.ToLower(filepath.Ext(out)); ext {
		case ".html", ".htm":
			name = "html"
		case ".docx":
			name = "docx"
		}
	}
	for _, f := range formats {
		if f.name != name {
			continue
		}
		if name == "docx" && out == "" {
			return f, errors.New("docx is no text; name a file, for instance: -o minutes.docx")
		}
		return f, nil
	}
	return paperFormat{}, fmt.Errorf("--as %s: minutes are md, html or docx", as)
}

// minutesOptions are how minutes are worded for this user.
func (a *app) minutesOptions(ctx context.Context, src minutes.Source, lex *lexicon.Lexicon) minutes.Options {
	return minutes.Options{Lang: a.words(), Isolate: a.outTerm,
		ProcessName: minutes.AsWritten(ctx, src, namer(lex))}
}

func (a *app) writeMinutes(ctx context.Context, src minutes.Source, lex *lexicon.Lexicon) error {
	return minutes.Write(ctx, a.out, src, a.minutesOptions(ctx, src, lex))
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
