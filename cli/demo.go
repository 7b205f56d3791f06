package cli

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"mahdar/demo"
	"mahdar/minutes"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

func (a *app) demoCommand() *cobra.Command {
	var serve bool
	cmd := &cobra.Command{
		Use:   "demo [--serve]",
		Short: "Build a record from invented articles and print its minutes",
		Long: `Demo reads a dozen articles that come with the program, about an invented peace
process between invented parties, builds their record in memory and
prints its minutes, or shows it as pages in a browser.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.demo(cmd.Context(), serve) },
	}
	cmd.Flags().BoolVar(&serve, "serve", false, "show the record as pages on "+homeAddress)
	return cmd
}

func (a *app) demo(ctx context.Context, serve bool) error {
	lex, err := a.loadLexicon()
	if err != nil {
		return err
	}
	reader, err := a.readerVersion()
	if err != nil {
		return err
	}
	db, err := sqlite.Memory(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	var parcels []*store.Parcel
	err = demo.Documents(ctx, func(doc *text.Document) error {
		r := readArticle(doc, lex)
		if r.err != nil {
			return r.err
		}
		p, err := store.Pack(doc, r.Reading, reader)
		parcels = append(parcels, p)
		return err
	})
	if err != nil {
		return err
	}
	if _, err := db.Add(ctx, parcels); err != nil {
		return err
	}
	fmt.Fprintln(a.errs, minutes.Label(a.words(), "invented"))
	if serve {
		opt := a.pages(ctx, store.Reviewed(db), lex)
		opt.Invented = true
		to := serving{listen: homeAddress, coder: os.Getenv("MAHDAR_CODER")}
		beside, err := a.beside(ctx, to, db, db, lex)
		if err != nil {
			return err
		}
		return a.serve(ctx, to, nil, opt, beside)
	}
	return a.writeMinutes(ctx, db, lex)
}
