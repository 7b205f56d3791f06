package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"mahdar/intake"
	"mahdar/intake/fetch"
	"mahdar/lexicon"
	"mahdar/store"
	"mahdar/text"
)

func (a *app) watchCommand() *cobra.Command {
	b := &builder{app: a}
	var every time.Duration
	var once bool
	cmd := &cobra.Command{
		Use:   "watch [-o talks.db] FEEDS…",
		Short: "Read feeds again and again, and keep what is new",
		Long: `Watch looks at feeds and reads each new article into a database until it is
stopped. FEEDS are files (OPML, or an address a line) or addresses of feeds.

It asks a feed only for what has changed, one host at a time with a pause
between, heeds robots.txt, and asks one that fails less and less often. What it
has seen is kept in the database: the next run goes on from there.`,
		Example: `  mahdar watch -o talks.db feeds.opml --every 10m
  mahdar watch -o talks.db https://example.org/feed.xml --once`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("name a list of feeds (OPML, or an address a line) or a feed, for instance: %s feeds.opml", cmd.CommandPath())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if every < time.Second {
				return fmt.Errorf("--every %s: give a second or more", every)
			}
			return b.watch(cmd.Context(), args, every, once)
		},
	}
	cmd.Flags().StringVarP(&b.path, "output", "o", "talks.db", "the database, made where there is none")
	cmd.Flags().DurationVar(&every, "every", 10*time.Minute, "time between two looks at a feed")
	cmd.Flags().BoolVar(&once, "once", false, "look at every feed that is due, and end")
	must(cmd.MarkFlagFilename("output", "db"))
	b.inputs.flags(cmd)
	return cmd
}

func (b *builder) watch(ctx context.Context, places []string, every time.Duration, once bool) error {
	start := time.Now()
	b.told.Run, b.told.Started = "watch", start.UTC()
	feeds, err := feedsAt(places)
	if err != nil {
		return err
	}
	if err := b.open(ctx); err != nil {
		return err
	}
	defer b.close()
	lex, err := b.loadLexicon()
	if err != nil {
		return err
	}
	if b.reader, err = b.readerVersion(); err != nil {
		return err
	}
	opt, err := b.inputs.options(b.app, (&teller{tell: b.tell}).refused)
	if err != nil {
		return err
	}
	if err := b.make(ctx); err != nil {
		return err
	}
	failed := false
	err = fetch.Watch(ctx, b.inputs.client(), feeds, fetch.WatchOptions{Every: every, Once: once, State: &notedState{ctx, b.db}, Intake: opt, Log: func(e fetch.Event) {
		if e.Err != nil {
			failed = true
			b.complain(fmt.Sprintf("%v (again at %s)", e.Err, e.Next.Format("15:04")))
			return
		}
		fmt.Fprintf(b.out, "%s %s: %d %s\n", time.Now().Format("15:04:05"), e.Feed, e.Articles, b.label("new-articles"))
	}}, func(doc *text.Document) error { return b.arrived(ctx, doc, lex, start) })
	if err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	if rerr := b.report(context.WithoutCancel(ctx), time.Since(start)); rerr != nil && !errors.Is(rerr, errTold) {
		return rerr
	}
	if failed && once {
		return errTold
	}
	return nil
}

// arrived reads an article that a feed has brought and keeps it, in a run since start. It is
// kept before the feed's entry counts as seen, so that no crash loses it.
func (b *builder) arrived(ctx context.Context, doc *text.Document, lex *lexicon.Lexicon, start time.Time) error {
	b.told.seen.Add(1)
	r := readArticle(doc, lex)
	if r.err != nil {
		b.tell(r.err.Error())
		return nil
	}
	p, err := store.Pack(doc, r.Reading, b.reader)
	if err != nil {
		b.tell(err.Error())
		return nil
	}
	added, err := b.db.Add(ctx, []*store.Parcel{p})
	b.added = b.added.Plus(added)
	if time.Since(b.told.At) > tellTime && time.Since(start) > tellTime {
		b.told.tell(b.db, "reading", b.added)
	}
	return err
}

// feedsAt are the feeds that lists and addresses name.
func feedsAt(places []string) ([]fetch.Source, error) {
	var out []fetch.Source
	for _, p := range places {
		if isAddress(p) {
			out = append(out, fetch.Source{URL: p})
			continue
		}
		raw, err := os.ReadFile(p)
		if err != nil {
			return nil, fmt.Errorf("%s: cannot be read (%w); name a list of feeds", p, errors.Unwrap(err))
		}
		feeds, err := fetch.ParseSources(raw)
		var r *intake.Refusal
		if errors.As(err, &r) {
			r.Path = p
		}
		if err != nil {
			return nil, err
		}
		out = append(out, feeds...)
	}
	return out, nil
}

// notedState keeps what is remembered of feeds in the record.
type notedState struct {
	ctx context.Context
	db  store.Store
}

const feedNote = "feed "

// Load is the state of one feed.
func (s *notedState) Load(feed string) (st fetch.FeedState, err error) {
	b, err := s.db.Note(context.WithoutCancel(s.ctx), feedNote+feed)
	if err == nil && b != nil {
		err = json.Unmarshal(b, &st)
	}
	return st, err
}

// Save keeps the state of one feed.
func (s *notedState) Save(feed string, st fetch.FeedState) error {
	b, err := json.Marshal(st)
	if err != nil {
		return err
	}
	return s.db.SetNote(context.WithoutCancel(s.ctx), feedNote+feed, b)
}
