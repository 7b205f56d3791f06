package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"mahdar/access"
	"mahdar/mcp"
	"mahdar/store"
	"mahdar/store/sqlite"
)

// mcpAddress is an address as --http takes it.
const mcpAddress = "127.0.0.1:7071"

func (a *app) mcpCommand() *cobra.Command {
	var listen string
	cmd := &cobra.Command{
		Use:   "mcp [--http 127.0.0.1:7071] DATABASE",
		Short: "Offer the record to a language model (MCP)",
		Long: `Mcp offers the record of a database to a language model by the Model Context
Protocol: tools that search it and return facts with the exact words of the
sources. It reads and never writes.

It speaks over standard input and output with the client that starts it; with
--http it listens on this machine alone, for clients that connect to /mcp.
docs/mcp.md says how to add it to a client.`,
		Example: `  mahdar mcp talks.db
  mahdar mcp --http 127.0.0.1:7071 talks.db`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := mcpHome(listen); err != nil {
				return err
			}
			return a.onRecord(cmd, args, func(ctx context.Context, db *sqlite.DB) error { return a.mcp(ctx, listen, db) })
		},
	}
	cmd.Flags().StringVar(&listen, "http", "", "listen on this address and port instead")
	must(cmd.RegisterFlagCompletionFunc("http", cobra.FixedCompletions([]string{mcpAddress}, cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

// mcpHome refuses an address that other machines can reach: nobody logs in here.
func mcpHome(listen string) error {
	if listen == "" {
		return nil
	}
	if _, _, err := net.SplitHostPort(listen); err != nil {
		return fmt.Errorf("--http %s: write an address and a port, for instance %s", listen, mcpAddress)
	}
	if !access.Loopback(listen) {
		return fmt.Errorf("--http %s: other machines could read the record there, and nobody logs in; listen on 127.0.0.1 or localhost", listen)
	}
	return nil
}

func (a *app) mcp(ctx context.Context, listen string, db *sqlite.DB) error {
	lex, err := a.loadLexicon()
	if err != nil {
		return err
	}
	s := mcp.New(mcp.Options{Answer: a.answers(ctx, store.Reviewed(db), lex), Version: programVersion()})
	if listen == "" {
		if err := s.Serve(ctx, io.NopCloser(a.in), unclosed{a.out}); err != nil {
			return fmt.Errorf("the client's messages cannot be understood (%w); see docs/mcp.md", err)
		}
		return nil
	}
	l, err := net.Listen("tcp", listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s (%w): name another port with --http", listen, errors.Unwrap(err))
	}
	mux := http.NewServeMux()
	mux.Handle("/mcp", s.Handler())
	srv := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	fmt.Fprintf(a.errs, "http://%s/mcp (Ctrl-C stops)\n", l.Addr())
	context.AfterFunc(ctx, func() { srv.Close() }) // a client's stream would stay open for ever
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// unclosed is a stream that whoever writes to it does not close.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }
