package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"mahdar/fact"
	"mahdar/text"
)

func (a *app) readCommand() *cobra.Command {
	var in inputs
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "read [--json] [--published DAY] PATH|URL…",
		Short: "Read articles and print what was found in them",
		Long: `Read reads files, folders (with all below them), web addresses and standard
input (-), and prints what it found in each article: a summary, or with --json
one JSON object a line in the public form mahdar.reading/1.

Files may be plain text, saved pages, feeds, JSON, JSON lines, CSV, WARC, or ZIP
and tar archives of these.

Beside NAME.txt a sidecar NAME.meta.json may tell the day of publication and
where it appeared: {"published": "2031-05-04", "url": "…", "outlet": "…"}.`,
		Example: `  mahdar read article.txt
  mahdar read --published 2031-05-04 article.txt
  mahdar read --json articles/ > readings.jsonl
  curl -s https://example.org/article.txt | mahdar read -`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return a.read(cmd.Context(), cleaned(paths), in, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines, one article each")
	in.flags(cmd)
	return cmd
}

// somePaths asks for at least one path.
func somePaths(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("name a file or a folder to read, or - for standard input; see: %s --help", cmd.CommandPath())
	}
	return nil
}

func (a *app) read(ctx context.Context, paths []string, in inputs, asJSON bool) error {
	failed := false
	tell := func(sentence string) {
		failed = true
		a.complain(sentence)
	}
	opt, err := in.options(a, (&teller{tell: tell}).refused)
	if err != nil {
		return err
	}
	lex, err := a.loadLexicon()
	if err != nil {
		return err
	}
	defer collectSeldom()()
	out := bufio.NewWriter(a.out)
	first := true
	err = ordered(ctx, workers(), readAhead,
		func(ctx context.Context, emit func(*text.Document) error) error {
			_, err := in.walk(ctx, paths, opt, emit)
			return err
		},
		func(docs []*text.Document) []printed {
			out := make([]printed, 0, len(docs))
			for _, r := range readArticles(docs, lex) {
				p := printed{reading: r.Reading, err: r.err}
				if r.err == nil && asJSON {
					p.line, p.err = fact.Marshal(r.Reading)
				}
				out = append(out, p)
			}
			return out
		},
		func(p printed) error {
			switch {
			case p.err != nil:
				tell(p.err.Error())
			case asJSON:
				out.Write(p.line)
				out.WriteByte('\n')
			default:
				if !first {
					out.WriteByte('\n')
				}
				first = false
				a.summary(out, p.reading)
			}
			return out.Flush()
		})
	if err != nil {
		return ctxFirst(ctx, err)
	}
	if failed {
		return errTold
	}
	return nil
}

// seldom is the GOGC of commands that read many articles and keep none: what an
// article leaves is garbage soon, and there is not much else.
const seldom = 200

// collectSeldom collects garbage half as often, up to the call of restore, unless
// the user says how often (GOGC).
func collectSeldom() (restore func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(seldom)
	return func() { debug.SetGCPercent(before) }
}

// printed is a reading ready to be printed.
type printed struct {
	reading *fact.Reading
	line    []byte
	err     error
}
