package cli

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"mahdar/intake"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

func (a *app) buildCommand() *cobra.Command {
	b := &builder{app: a}
	cmd := &cobra.Command{
		Use:   "build [-o talks.db] PATH|URL…",
		Short: "Read articles into a database",
		Long: `Build reads files, folders, archives, web addresses and standard input (-) as
read does and keeps the articles, what was found in them, and the record that
follows in one file.

Running it again adds what is new: an article that is in the record already
changes nothing, unless more is known of its publication now, or mahdar reads
better than when it was kept. It may be stopped at any moment, even killed;
what was kept stays, and the next run goes on from there.`,
		Example: `  mahdar build -o talks.db articles/
  mahdar build -o talks.db crawl.warc.gz https://example.org/article
  mahdar build -o talks.db --map text=content,published=date export.jsonl`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return b.run(cmd.Context(), cleaned(paths))
		},
	}
	cmd.Flags().StringVarP(&b.path, "output", "o", "talks.db", "the database, made where there is none")
	cmd.Flags().BoolVar(&b.again, "again", false, "read articles again that are in the record already")
	must(cmd.MarkFlagFilename("output", "db"))
	b.inputs.flags(cmd)
	return cmd
}

// builder is one run of build.
type builder struct {
	*app
	inputs inputs
	path   string
	again  bool
	reader string

	// nil until there is something to keep. The writer opens it (under opening)
	// while readers of articles ask what it holds.
	db      *sqlite.DB
	opening sync.RWMutex

	mu    sync.Mutex  // for what follows, which a timer touches, too
	batch store.Batch // nil between two
	late  error       // of a batch that the timer kept
	held  int         // articles in it
	added store.Added // by batches that are kept
	fresh store.Added // by this one
	seen  intake.Report
	bar   *progress
	bad   bool
	told  running // to those who serve the record
}

// A batch is one transaction: as many articles as batchArticles, or what was
// read in batchTime, so that little has to be read again after a crash. Greater
// ones write fewer pages twice.
const (
	batchArticles = 16384
	batchTime     = 8 * time.Second
)

// tellTime is how often at most those who serve a record are told how a watch goes.
const tellTime = 2 * time.Second

func (b *builder) run(ctx context.Context, paths []string) (err error) {
	start := time.Now()
	b.told.Run, b.told.Started = "build", start.UTC()
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
	b.bar = b.newProgress(paths)
	err = ordered(ctx, workers(), keepAhead,
		func(ctx context.Context, emit func(*text.Document) error) error {
			rep, err := b.inputs.walk(ctx, paths, opt, func(doc *text.Document) error {
				b.bar.step()
				b.told.seen.Add(1)
				need, err := b.needed(ctx, doc)
				if err != nil || !need {
					return err
				}
				return emit(doc)
			})
			b.seen = rep // read once produce has ended
			return err
		},
		func(docs []*text.Document) []packed {
			out := make([]packed, 0, len(docs))
			for _, r := range readArticles(docs, lex) {
				out = append(out, b.pack(r))
			}
			return out
		},
		func(p packed) error { return b.keep(ctx, p) })
	if err == nil {
		err = b.settle(ctx)
	}
	b.bar.end()
	if err != nil {
		return ctxFirst(ctx, err)
	}
	return b.report(ctx, time.Since(start))
}

type packed struct {
	*store.Parcel
	err error
}

// pack makes r ready to be kept.
func (b *builder) pack(r reading) packed {
	if r.err != nil {
		return packed{err: r.err}
	}
	p, err := store.Pack(r.doc, r.Reading, b.reader)
	if err == nil {
		p.Again = b.again
	}
	return packed{p, err}
}

// open opens the database where there is one. Where there is none it is made
// only once there is something to keep, so that a run that finds nothing
// leaves nothing behind.
func (b *builder) open(ctx context.Context) error {
	err := sqlite.Look(b.path, sqlite.Existing)
	if err == nil {
		b.db, err = sqlite.Open(ctx, b.path, sqlite.Existing)
		return err
	}
	return sqlite.Look(b.path, sqlite.Create)
}

func (b *builder) close() {
	b.mu.Lock()
	if b.batch != nil { // cut short: what was read is good
		if err := b.flush(); err != nil {
			b.complain(err.Error())
		}
	}
	b.mu.Unlock()
	b.told.end(b.db)
	if b.db != nil {
		b.db.Close()
	}
}

func (b *builder) tell(sentence string) {
	b.bad = true
	b.bar.aside(func() { b.complain(sentence) })
}

// needed reports whether doc must be read. An article that was read with
// better metadata than it comes with now is read with those.
func (b *builder) needed(ctx context.Context, doc *text.Document) (bool, error) {
	b.opening.RLock()
	db := b.db
	b.opening.RUnlock()
	if db == nil {
		return true, nil
	}
	k, err := db.Known(ctx, doc.ID())
	if err != nil || !k.Stored {
		return true, err
	}
	if k.Reader != b.reader || b.again {
		if store.Better(k.Source, k.Published, doc.Source, doc.Published) {
			doc.Source, doc.Published = k.Source, k.Published
			doc.Source.SHA256 = doc.ID()[len("sha256:"):]
		}
		return true, nil
	}
	same := !store.Better(k.Source, k.Published, doc.Source, doc.Published) && !store.Better(doc.Source, doc.Published, k.Source, k.Published)
	return !same || k.Source.Path > doc.Source.Path, nil
}

// keep adds a parcel to the batch, and keeps the batch when it is full.
func (b *builder) keep(ctx context.Context, p packed) error {
	if p.err != nil {
		b.tell(p.err.Error())
		return nil
	}
	if err := b.make(ctx); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.late != nil {
		return b.late
	}
	if b.batch == nil {
		tx, err := b.db.Begin(ctx)
		if err != nil {
			return err
		}
		b.batch, b.held, b.fresh = tx, 0, store.Added{}
		// By the clock, since the next article may be long in coming.
		time.AfterFunc(batchTime, func() {
			b.mu.Lock()
			defer b.mu.Unlock()
			if b.batch == tx && b.late == nil {
				b.late = b.flush()
				b.told.tell(b.db, "reading", b.added)
			}
		})
	}
	added, err := b.batch.Add(ctx, p.Parcel)
	if err != nil {
		b.batch.Rollback() // an article may be there by half
		b.batch = nil
		return err
	}
	b.held++
	b.fresh = b.fresh.Plus(added)
	if b.held >= batchArticles {
		err := b.flush()
		b.told.tell(b.db, "reading", b.added)
		return err
	}
	return nil
}

// make opens the database, which need not exist.
func (b *builder) make(ctx context.Context) (err error) {
	if b.db == nil {
		b.opening.Lock()
		defer b.opening.Unlock()
		b.db, err = sqlite.Open(ctx, b.path, sqlite.Create)
	}
	return err
}

// flush keeps the batch. Whoever calls it holds b.mu.
func (b *builder) flush() error {
	if b.batch == nil {
		return nil
	}
	tx := b.batch
	b.batch = nil
	if err := tx.Commit(); err != nil {
		return err
	}
	b.added = b.added.Plus(b.fresh)
	return nil
}

// settle keeps the batch and brings the record up to date.
func (b *builder) settle(ctx context.Context) error {
	b.mu.Lock()
	err := cmp.Or(b.late, b.flush())
	if b.told.told {
		b.told.tell(b.db, "settling", b.added)
	}
	b.mu.Unlock()
	if err != nil || b.db == nil {
		return err
	}
	return b.db.Settle(ctx)
}

// report prints what the record holds now.
func (b *builder) report(ctx context.Context, took time.Duration) error {
	for _, line := range []string{b.tally("refused-inputs", b.seen.Refused), b.tally("passed-over", b.seen.Skipped)} {
		if line != "" && b.db != nil {
			fmt.Fprintln(b.out, line)
		}
	}
	if b.db == nil {
		return errTold // every input was refused
	}
	c, err := b.db.Counts(ctx)
	if err != nil {
		return err
	}
	l := b.words()
	count := func(n int, key string) string { return minutes.Count(l, n, key) }
	fmt.Fprintf(b.out, "%s: %s (%s), %s, %s, %s, %s\n", b.path, count(c.Articles, "article"), b.news(),
		count(c.Of(record.Actors), "actor"), count(c.Of(record.Meetings), "meeting"), count(c.Of(record.Statements), "statement"),
		seconds(l, took))
	if b.bad {
		return errTold
	}
	return nil
}

// news is what this run has changed.
func (b *builder) news() string {
	var parts []string
	for _, p := range []struct {
		n   int
		key string
	}{{b.added.Articles, "new-articles"}, {b.added.Again, "read-again"}, {b.added.Copies, "new-copies"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, minutes.Label(b.words(), p.key)))
		}
	}
	if len(parts) == 0 {
		return minutes.Label(b.words(), "nothing-new")
	}
	s := parts[0]
	for _, p := range parts[1:] {
		s += ", " + p
	}
	return s
}

func seconds(l minutes.Lang, d time.Duration) string {
	return fmt.Sprintf("%.1f %s", d.Seconds(), minutes.Label(l, "seconds-unit"))
}
