package cli

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/user"
	"strings"
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

// serving says where and to whom a record is served.
type serving struct {
	listen    string
	cert, key string // files; "" serves without TLS
	proxied   bool
	coder     string // who decides where nobody logs in
}

func (a *app) serveCommand() *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve [--listen 127.0.0.1:7070] DATABASE",
		Short: "Show the record as pages in a browser",
		Long: `Serve shows the record of a database as pages in Arabic and English: a timeline
of the talks, their meetings, actors, statements, commitments and disagreements,
and the articles with every finding marked in its words. Nothing is fetched from
any other machine; stop it with Ctrl-C.

Without accounts it serves one user, on this machine alone; what is decided in
the browser is signed with --coder. Once there are accounts (mahdar user add)
everybody logs in. Any other address than this machine's needs accounts, and
either TLS (--tls-cert, --tls-key) or a proxy in front that speaks TLS
(--behind-proxy).`,
		Example: `  mahdar serve talks.db
  mahdar serve --listen localhost:8080 --coder huda talks.db
  mahdar user add talks.db huda --role admin
  mahdar serve --listen 0.0.0.0:443 --tls-cert a.pem --tls-key a.key talks.db`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.serveRecord(cmd, args[0], s) },
	}
	f := cmd.Flags()
	f.StringVar(&s.listen, "listen", homeAddress, "address and port to listen on")
	f.StringVar(&s.cert, "tls-cert", "", "file of the certificate and those above it (PEM)")
	f.StringVar(&s.key, "tls-key", "", "file of the certificate's key (PEM)")
	f.BoolVar(&s.proxied, "behind-proxy", false, "a proxy in front speaks TLS and writes X-Forwarded-For")
	f.StringVar(&s.coder, "coder", os.Getenv("MAHDAR_CODER"), "who decides, where nobody logs in (or set MAHDAR_CODER; default your user's name)")
	must(cmd.MarkFlagFilename("tls-cert"))
	must(cmd.MarkFlagFilename("tls-key"))
	return cmd
}

func (a *app) serveRecord(cmd *cobra.Command, path string, s serving) error {
	if err := s.check(); err != nil {
		return err
	}
	ctx := cmd.Context()
	if err := sqlite.Look(path, sqlite.Existing); err != nil {
		return err
	}
	accounts, err := openAccounts(ctx, path)
	if err != nil {
		return err
	}
	if accounts != nil {
		defer accounts.Close()
	}
	if err := s.allowed(path, accounts != nil); err != nil {
		return err
	}
	if accounts != nil && cmd.Flags().Changed("coder") {
		return fmt.Errorf("--coder is for one user without accounts; here decisions are signed by whoever logs in")
	}
	lex, err := a.loadLexicon()
	if err != nil {
		return err
	}
	db, err := a.openRecord(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	rec := store.Reviewed(db)
	beside, err := a.beside(ctx, s, db, rec, lex)
	if err != nil {
		return err
	}
	return a.serve(ctx, s, accounts, a.pages(ctx, rec, lex), beside)
}

// openAccounts opens the accounts beside a record; nil where there are none.
func openAccounts(ctx context.Context, record string) (*access.Accounts, error) {
	accounts, err := access.Open(ctx, access.Beside(record), false)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	users, err := accounts.List(ctx)
	if err == nil && len(users) > 0 {
		return accounts, nil
	}
	return nil, errors.Join(err, accounts.Close())
}

// check refuses what cannot be meant.
func (s serving) check() error {
	if _, _, err := net.SplitHostPort(s.listen); err != nil {
		return fmt.Errorf("--listen %s: write an address and a port, for instance %s", s.listen, homeAddress)
	}
	switch {
	case (s.cert == "") != (s.key == ""):
		return errors.New("a certificate and its key belong together: give both --tls-cert and --tls-key")
	case s.cert != "" && s.proxied:
		return errors.New("either this program speaks TLS (--tls-cert, --tls-key) or the proxy in front does (--behind-proxy); leave one of them out")
	}
	return nil
}

// allowed refuses to serve a record to whoever comes: other machines get in
// only with accounts, and passwords and pages travel only by TLS.
func (s serving) allowed(record string, accounts bool) error {
	home := access.Loopback(s.listen)
	first := fmt.Sprintf("make an account first: mahdar user add %s NAME --role admin", record)
	switch {
	case !home && !accounts:
		return fmt.Errorf("--listen %s: other machines could read the record there, and it has no accounts; %s (or listen on 127.0.0.1 or localhost)", s.listen, first)
	case s.proxied && !accounts:
		return fmt.Errorf("--behind-proxy: whoever reaches the proxy could read the record, and it has no accounts; %s", first)
	case !home && s.cert == "" && !s.proxied:
		return fmt.Errorf("--listen %s: passwords and pages would travel in the open; give --tls-cert and --tls-key, or --behind-proxy where a proxy in front speaks TLS", s.listen)
	}
	return nil
}

// signer is the name of the one user where nobody logs in.
func (s serving) signer() string {
	if c := strings.TrimSpace(s.coder); c != "" {
		return c
	}
	return systemUser()
}

// systemUser is what the system calls the user who runs the program.
func systemUser() string {
	if u, err := user.Current(); err == nil {
		name := u.Username[strings.LastIndexByte(u.Username, '\\')+1:] // DOMAIN\name
		if name != "" {
			return name
		}
	}
	return "local"
}

// pages are what is served of a record.
func (a *app) pages(ctx context.Context, rec *store.View, lex *lexicon.Lexicon) web.Options {
	return web.Options{
		Record: rec,
		Keep: func(ctx context.Context, doc *text.Document, r *fact.Reading) error {
			reader, err := a.readerVersion()
			if err != nil {
				return err
			}
			p, err := store.Pack(doc, r, reader)
			if err == nil {
				_, err = rec.Add(ctx, []*store.Parcel{p})
			}
			return err
		},
		ProcessName: minutes.AsWritten(ctx, rec, namer(lex)),
		Place:       func(name string) (web.Spot, bool) { x, ok := placeOf(lex, name); return web.Spot(x), ok },
		Names:       func(latin string, most int) []string { return namesOf(lex, latin, most) },
		Read: func(doc *text.Document) (*fact.Reading, error) {
			r := readArticle(doc, lex)
			return r.Reading, r.err
		},
	}
}

// serve listens until ctx ends, then lets the answers under way finish.
// accounts may be nil. beside are handlers that stand beside the pages, behind
// the same guard, by net/http's pattern («/api/»); it may be nil.
func (a *app) serve(ctx context.Context, s serving, accounts *access.Accounts, opt web.Options, beside map[string]http.Handler) error {
	away := !access.Loopback(s.listen) || s.proxied
	guard := access.New(access.Options{Accounts: accounts, LocalUser: s.signer(), AnyHost: away, Proxied: s.proxied, Secure: s.cert != "" || s.proxied})
	opt.Access, opt.AnyHost = guard, away
	pages, err := web.New(opt)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	for pattern, h := range beside {
		mux.Handle(pattern, h)
	}
	srv := &http.Server{Handler: guard.Wrap(mux), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: log.New(withoutHandshakes{a.errs}, "mahdar: ", 0)}
	scheme := "http"
	if s.cert != "" {
		scheme = "https"
		if srv.TLSConfig, err = tlsConfig(s.cert, s.key); err != nil {
			return err
		}
	}
	l, err := net.Listen("tcp", s.listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s (%w): name another port with --listen", s.listen, errors.Unwrap(err))
	}
	fmt.Fprintf(a.errs, "%s://%s/ (Ctrl-C stops)\n", scheme, l.Addr())
	done := make(chan error, 1)
	go func() {
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		done <- srv.Shutdown(end)
	}()
	if s.cert != "" {
		err = srv.ServeTLS(l, "", "")
	} else {
		err = srv.Serve(l)
	}
	if !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-done
}
