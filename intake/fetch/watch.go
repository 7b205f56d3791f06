package fetch

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"mahdar/intake"
	"mahdar/text"
)

// WatchOptions says how feeds are watched.
type WatchOptions struct {
	Every   time.Duration  // between two looks at a feed; default 10 minutes
	Once    bool           // one round and no more
	Workers int            // feeds in hand at a time; default 4
	State   State          // nil remembers nothing beyond this run
	Intake  intake.Options // for the pages and entries
	// Log is told what happens, one event at a time; nil for silence.
	Log func(Event)
}

// Event is something that happened to a feed.
type Event struct {
	Feed     string
	Articles int       // handed on
	Refused  int       // entries and pages that were none
	Err      error     // what went wrong with the feed itself, nil for nothing
	Next     time.Time // when it is looked at again
	Same     bool      // nothing new
}

// longestBackOff is the longest that a failing feed is left alone.
const longestBackOff = 24 * time.Hour

// Watch looks at feeds again and again and hands each new article on, until ctx
// ends or fn returns an error. For an entry it reads the page that it links, if
// robots.txt allows, with what the feed says of it; where the page cannot be had
// it reads what the feed itself carries. A feed that fails is asked less and
// less often; one that is gone, no more.
func Watch(ctx context.Context, c *Client, feeds []Source, opt WatchOptions, fn func(*text.Document) error) error {
	if opt.Every <= 0 {
		opt.Every = 10 * time.Minute
	}
	if opt.Workers <= 0 {
		opt.Workers = 4
	}
	if opt.State == nil {
		opt.State = &memoryState{feeds: map[string]FeedState{}}
	}
	w := &watcher{c: c, opt: opt, fn: fn}
	for {
		if err := w.round(ctx, feeds); err != nil {
			return err
		}
		if opt.Once {
			return nil
		}
		next, err := w.soonest(feeds)
		if err != nil {
			return err
		}
		if next.IsZero() {
			return nil // all feeds are gone
		}
		if err := sleep(ctx, max(time.Until(next), time.Millisecond)); err != nil {
			return err
		}
	}
}

type watcher struct {
	c   *Client
	opt WatchOptions
	mu  sync.Mutex // one article, one event at a time
	fn  func(*text.Document) error
}

// round looks at every feed that is due.
func (w *watcher) round(ctx context.Context, feeds []Source) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	slots := make(chan struct{}, w.opt.Workers)
	var wg sync.WaitGroup
	for _, f := range feeds {
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
		}
		if ctx.Err() != nil {
			break
		}
		wg.Go(func() {
			defer func() { <-slots }()
			if err := w.look(ctx, f); err != nil {
				cancel(err)
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

// soonest is when the next feed is due, zero where none will be.
func (w *watcher) soonest(feeds []Source) (time.Time, error) {
	var at time.Time
	for _, f := range feeds {
		st, err := w.opt.State.Load(f.URL)
		if err != nil {
			return at, err
		}
		if !st.Gone && (at.IsZero() || st.Next.Before(at)) {
			at = st.Next
		}
	}
	return at, nil
}

// look reads one feed if it is due. Its error ends the watch.
func (w *watcher) look(ctx context.Context, f Source) error {
	st, err := w.opt.State.Load(f.URL)
	if err != nil || st.Gone || time.Now().Before(st.Next) {
		return err
	}
	ev := Event{Feed: f.URL}
	ev.Err = w.read(ctx, f, &st, &ev)
	if cause := ctx.Err(); cause != nil {
		return context.Cause(ctx)
	}
	var end *endError
	if errors.As(ev.Err, &end) {
		return end.err
	}
	wait := w.opt.Every
	if ev.Err != nil {
		st.Fails++
		wait = min(w.opt.Every<<min(st.Fails, 20), longestBackOff)
		var e *Error
		if errors.As(ev.Err, &e) {
			wait = max(wait, e.RetryAfter)
			st.Gone = e.Status == 410
		}
	} else {
		st.Fails = 0
	}
	st.Next = time.Now().Add(wait)
	ev.Next = st.Next
	if err := w.opt.State.Save(f.URL, st); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.opt.Log != nil {
		w.opt.Log(ev)
	}
	return nil
}

// endError carries an error of fn through what other errors do not end.
type endError struct{ err error }

func (e *endError) Error() string { return e.err.Error() }

// read fetches a feed and reads its new entries, the oldest first.
func (w *watcher) read(ctx context.Context, f Source, st *FeedState, ev *Event) error {
	ok, err := w.c.Allowed(ctx, f.URL)
	if err != nil {
		return err
	}
	if !ok {
		return fail(f.URL, intake.Unsafe, "ask its owner, or take it off the list", "may not be read by programs (robots.txt)")
	}
	a, err := w.c.Get(ctx, f.URL, st.Conditions)
	if err != nil {
		return err
	}
	if a.NotModified {
		ev.Same = true
		return nil
	}
	feed, err := intake.ParseFeed(a.Body, a.ContentType)
	if err != nil {
		return err
	}
	outlet := f.Title
	if outlet == "" {
		outlet = feed.Title
	}
	seen := map[string]bool{}
	for _, id := range st.Seen {
		seen[id] = true
	}
	fresh := 0
	for _, e := range slices.Backward(feed.Entries) {
		id := e.ID
		if id == "" {
			id = e.Title
		}
		if seen[id] {
			continue
		}
		fresh++
		rep, err := w.entry(ctx, e, outlet)
		if err != nil {
			return &endError{err}
		}
		ev.Articles += rep.Articles
		ev.Refused += rep.Failed()
		// remembered even where refused: the page will not become an article by asking again
		seen[id] = true
		st.Seen = append(st.Seen, id)
		if err := w.opt.State.Save(f.URL, *st); err != nil {
			return &endError{err}
		}
	}
	st.Conditions = Conditions{a.ETag, a.LastModified}
	st.Seen = st.Seen[max(0, len(st.Seen)-mostSeen):]
	ev.Same = fresh == 0
	return nil
}

// entry reads the page of an entry, or the entry itself.
func (w *watcher) entry(ctx context.Context, e intake.Entry, outlet string) (intake.Report, error) {
	src := text.Source{Outlet: outlet, Author: e.Author, Title: e.Title}
	opt := w.opt.Intake
	if e.Published != "" {
		opt.Fallback = text.Published{EDTF: e.Published, Basis: text.Given, Note: "feed"}
	}
	one := func(d *text.Document) error {
		w.mu.Lock()
		defer w.mu.Unlock()
		return w.fn(d)
	}
	var rep intake.Report
	if e.Address != "" {
		ok, err := w.c.Allowed(ctx, e.Address)
		if err != nil {
			return rep, err
		}
		if ok {
			a, err := w.c.Get(ctx, e.Address, Conditions{})
			if cause := ctx.Err(); cause != nil {
				return rep, cause
			}
			if err == nil {
				quiet := opt
				quiet.Refused = nil // the entry itself may still do
				rep, err = a.Read(ctx, e.Address, src, quiet, one)
				if err != nil || rep.Articles > 0 {
					return rep, err
				}
			}
		}
	}
	return intake.ReadEntry(ctx, e, src, opt, one)
}

// memoryState remembers feeds for one run.
type memoryState struct {
	mu    sync.Mutex
	feeds map[string]FeedState
}

func (m *memoryState) Load(feed string) (FeedState, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.feeds[feed], nil
}

func (m *memoryState) Save(feed string, st FeedState) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.feeds[feed] = st
	return nil
}
