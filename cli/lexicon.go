package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/arabic"
	"mahdar/lexicon"
)

func (a *app) lexiconCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "Look into the words that the reader knows",
		Long: `The lexicon is the words of the domain: states, places, persons with dated
roles, bodies, offices, talks, verbs of speech and deed. A folder of your own
files in the same form is laid over it with --lexicon FOLDER.`,
	}
	cmd.AddCommand(a.lexiconCheck(), a.lexiconLookup(), a.lexiconStats())
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return unknown("command", args[0], commandNames(cmd), "mahdar lexicon --help")
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	return cmd
}

func (a *app) lexiconCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check [FOLDER…]",
		Short: "Check the lexicon, or folders laid over it",
		RunE: func(_ *cobra.Command, folders []string) error {
			lex, err := lexicon.Load(append(a.lexicons, folders...)...)
			faults := lines(err)
			if lex != nil {
				for _, f := range lex.Check() {
					faults = append(faults, f.Error())
				}
			}
			for _, f := range faults {
				a.complain(f)
			}
			if len(faults) > 0 {
				return errTold
			}
			_, err = fmt.Fprintln(a.out, "no faults")
			return err
		},
	}
}

// lines are the messages of joined errors.
func lines(err error) []string {
	var many interface{ Unwrap() []error }
	switch {
	case err == nil:
		return nil
	case errors.As(err, &many):
		var out []string
		for _, e := range many.Unwrap() {
			out = append(out, e.Error())
		}
		return out
	}
	return []string{err.Error()}
}

func (a *app) lexiconStats() *cobra.Command {
	return &cobra.Command{
		Use:   "stats",
		Short: "Count the entries",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			lex, err := a.loadLexicon()
			if err != nil {
				return err
			}
			for _, s := range lex.Stats() {
				if _, err := fmt.Fprintf(a.out, "%8d  %s\n", s.Count, s.Name); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (a *app) lexiconLookup() *cobra.Command {
	return &cobra.Command{
		Use:     "lookup WORD…",
		Short:   "Say what the lexicon knows of words as they stand in a text",
		Example: "  mahdar lexicon lookup للجيش وأضافت",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("name a word; see: %s --help", cmd.CommandPath())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			lex, err := a.loadLexicon()
			if err != nil {
				return err
			}
			tg := lex.Tag(arabic.New(strings.Join(args, " ")))
			known := false
			for i, tok := range tg.Tokens {
				for _, r := range tg.Readings[i] {
					for _, s := range lex.Senses(r) {
						known = true
						fmt.Fprintln(a.out, dotted(a.source(tok.Span().In(tg.Source)), particles(r), senseLine(lex, s)))
					}
				}
				tg.Phrases(i, func(p lexicon.Phrase) {
					for _, ref := range p.Refs {
						known = true
						fmt.Fprintln(a.out, dotted(a.source(tg.Words(p.First, p.Last)), refLine(lex, ref)))
					}
				})
			}
			if !known {
				return fmt.Errorf("the lexicon knows nothing of %s", strings.Join(args, " "))
			}
			return nil
		},
	}
}

// particles are what is attached to a word in a reading of it.
func particles(r lexicon.Reading) string {
	var parts []string
	for _, b := range []byte{r.Conj, r.Prep} {
		if s := map[byte]string{'w': "و", 'f': "ف", 'b': "ب", 'l': "ل", 'k': "ك", 's': "س"}[b]; s != "" {
			parts = append(parts, s+"+")
		}
	}
	if r.Pronoun != "" {
		parts = append(parts, "+"+r.Pronoun)
	}
	return strings.Join(parts, " ")
}
