package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"mahdar/access"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/minutes"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
	"mahdar/web"
)

// homeAddress is where pages are served unless told otherwise.
const homeAddress = "127.0.0.1:7070"

func (a *app) serveCommand() *cobra.Command {
	var listen string
	cmd := &cobra.Command{
		Use:   "serve [--listen 127.0.0.1:7070] DATABASE",
		Short: "Show the record as pages in a browser",
		Long: `Serve shows the record of a database as pages in Arabic and English: a timeline
of the talks, their meetings, actors, statements, commitments and disagreements,
and the articles with every finding marked in its words. Nothing is fetched from
any other machine. It listens on this machine alone; stop it with Ctrl-C.`,
		Example: `  mahdar serve talks.db
  mahdar serve --listen localhost:8080 talks.db`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := loopbackOnly(listen); err != nil {
				return err
			}
			lex, err := a.loadLexicon()
			if err != nil {
				return err
			}
			db, err := sqlite.Open(cmd.Context(), args[0], sqlite.Existing)
			if err != nil {
				return err
			}
			defer db.Close()
			return a.serve(cmd.Context(), listen, a.pages(store.Reviewed(db), lex))
		},
	}
	cmd.Flags().StringVar(&listen, "listen", homeAddress, "address and port to listen on")
	return cmd
}

// loopbackOnly refuses an address that other machines can reach: whoever
// reaches the pages reads the whole record.
func loopbackOnly(listen string) error {
	if _, _, err := net.SplitHostPort(listen); err != nil {
		return fmt.Errorf("--listen %s: write an address and a port, for instance %s", listen, homeAddress)
	}
	if !access.Loopback(listen) {
		return fmt.Errorf("--listen %s: other machines could read the record there, and this version has no accounts; listen on 127.0.0.1 or localhost", listen)
	}
	return nil
}

// pages are what is served of a record.
func (a *app) pages(record web.Record, lex *lexicon.Lexicon) web.Options {
	return web.Options{
		Record:      record,
		ProcessName: func(key string, l minutes.Lang) string { return processName(lex, key, l) },
		Read: func(doc *text.Document) (*fact.Reading, error) {
			r := readArticle(doc, lex)
			return r.Reading, r.err
		},
	}
}

// serve listens until ctx ends, then lets the answers under way finish.
func (a *app) serve(ctx context.Context, listen string, opt web.Options) error {
	pages, err := web.New(opt)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s (%w): name another port with --listen", listen, errors.Unwrap(err))
	}
	srv := &http.Server{Handler: pages, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	fmt.Fprintf(a.errs, "http://%s/ (Ctrl-C stops)\n", l.Addr())
	done := make(chan error, 1)
	go func() {
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		done <- srv.Shutdown(end)
	}()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-done
}
