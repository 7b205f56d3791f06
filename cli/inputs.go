package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mahdar/intake"
	"mahdar/intake/fetch"
	"mahdar/minutes"
	"mahdar/text"
)

// inputs are the flags of commands that read articles.
type inputs struct {
	published  string
	fields     string
	maxArticle int64 // megabytes
	maxRatio   int64
	unpacked   int64 // megabytes
	entries    int
	depth      int

	timeout      time.Duration
	redirects    int
	delay        time.Duration
	allowPrivate bool
}

func (in *inputs) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&in.published, "published", "", "day on which the articles were published (EDTF: 2031-05-04, 2031-05-04T10:57)")
	f.StringVar(&in.fields, "map", "", "names of fields in JSON and CSV (text=content,published=date)")
	f.Int64Var(&in.maxArticle, "max-article", 16, "megabytes that one article may have")
	f.Int64Var(&in.maxRatio, "max-ratio", 200, "times its size that a packed input may unpack to")
	f.Int64Var(&in.unpacked, "max-unpacked", 256<<10, "megabytes that a packed input may hold unpacked")
	f.IntVar(&in.entries, "max-entries", 1_000_000, "entries that one archive may have")
	f.IntVar(&in.depth, "max-depth", 5, "archives that may lie inside one another")
	in.webFlags(cmd)
}

// webFlags are those about what is fetched.
func (in *inputs) webFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.DurationVar(&in.timeout, "timeout", 30*time.Second, "longest time for one answer from the web")
	f.IntVar(&in.redirects, "max-redirects", 5, "redirects that are followed")
	f.DurationVar(&in.delay, "delay", time.Second, "least time between two requests to one host")
	f.BoolVar(&in.allowPrivate, "allow-private", false, "fetch from addresses that are not on the public Internet, too")
	must(cmd.RegisterFlagCompletionFunc("timeout", cobra.NoFileCompletions))
}

// check refuses values that mean nothing.
func (in *inputs) check() error {
	for _, c := range []struct {
		flag     string
		v        int64
		from, to int64
		unit     string
	}{
		{"--max-article", in.maxArticle, 1, 1 << 10, "megabytes"},
		{"--max-ratio", in.maxRatio, 1, 1 << 20, "times"},
		{"--max-unpacked", in.unpacked, 1, 1 << 30, "megabytes"},
		{"--max-entries", int64(in.entries), 1, 1 << 31, "entries"},
		{"--max-depth", int64(in.depth), 1, 100, "layers"},
		{"--max-redirects", int64(in.redirects), 1, 100, "redirects"},
	} {
		if c.v < c.from || c.v > c.to {
			return fmt.Errorf("%s %d: give %s from %d to %d", c.flag, c.v, c.unit, c.from, c.to)
		}
	}
	if in.timeout <= 0 {
		return fmt.Errorf("--timeout %s: give a time above zero, for instance 30s", in.timeout)
	}
	if in.delay < 0 {
		return fmt.Errorf("--delay %s: give a time that is not below zero", in.delay)
	}
	return nil
}

// options are the flags as intake has them; refused is called for each refusal.
func (in *inputs) options(a *app, refused func(*intake.Refusal)) (opt intake.Options, err error) {
	if err := in.check(); err != nil {
		return opt, err
	}
	opt = intake.Options{Stdin: a.in, Refused: refused, MaxArticle: in.maxArticle << 20, MaxRatio: in.maxRatio,
		MaxUnpacked: in.unpacked << 20, MaxEntries: in.entries, MaxDepth: in.depth}
	if in.fields != "" {
		if opt.Map, err = intake.ParseMap(in.fields); err != nil {
			return opt, fmt.Errorf("--map: %w", err)
		}
	}
	if in.published != "" {
		if opt.Published, err = intake.ParsePublished(in.published); err != nil {
			return opt, fmt.Errorf("--published: %w", err)
		}
	}
	return opt, nil
}

// client fetches within the limits of the flags.
func (in *inputs) client() *fetch.Client {
	return fetch.New(fetch.Options{AllowPrivate: in.allowPrivate, Timeout: in.timeout, MaxBody: in.maxArticle << 20,
		MaxRatio: in.maxRatio, MaxRedirects: in.redirects, Delay: max(in.delay, time.Nanosecond)})
}

// walk hands on the articles at paths and addresses, in their order.
func (in *inputs) walk(ctx context.Context, places []string, opt intake.Options, fn func(*text.Document) error) (intake.Report, error) {
	sum := intake.Report{Refused: map[intake.Reason]int{}, Skipped: map[intake.Reason]int{}}
	var client *fetch.Client
	for i := 0; i < len(places); {
		var rep intake.Report
		var err error
		if isAddress(places[i]) {
			if client == nil {
				client = in.client()
			}
			rep, err = client.Article(ctx, places[i], opt, fn)
			i++
		} else {
			from := i
			for i < len(places) && !isAddress(places[i]) {
				i++
			}
			rep, err = intake.Walk(ctx, places[from:i], opt, fn)
		}
		plus(&sum, rep)
		if err != nil {
			return sum, err
		}
	}
	return sum, nil
}

func plus(sum *intake.Report, r intake.Report) {
	sum.Articles += r.Articles
	for k, n := range r.Refused {
		sum.Refused[k] += n
	}
	for k, n := range r.Skipped {
		sum.Skipped[k] += n
	}
}

func isAddress(place string) bool {
	return strings.HasPrefix(place, "http://") || strings.HasPrefix(place, "https://")
}

// cleaned writes each path in its shortest form, so that ./a.txt and a.txt
// are one place in the record.
func cleaned(places []string) []string {
	out := make([]string, len(places))
	for i, p := range places {
		if out[i] = p; !isAddress(p) {
			out[i] = filepath.Clean(p)
		}
	}
	return out
}

// tally words how many inputs were refused or passed over, the most frequent
// reason first; "" for none.
func (a *app) tally(heading string, by map[intake.Reason]int) string {
	var keys []intake.Reason
	total := 0
	for k, n := range by {
		keys = append(keys, k)
		total += n
	}
	if total == 0 {
		return ""
	}
	sort.Slice(keys, func(i, j int) bool {
		if by[keys[i]] != by[keys[j]] {
			return by[keys[i]] > by[keys[j]]
		}
		return keys[i] < keys[j]
	})
	l := a.words()
	parts := make([]string, len(keys))
	for i, k := range keys {
		parts[i] = fmt.Sprintf("%d %s", by[k], minutes.Label(l, "reason-"+string(k)))
	}
	return fmt.Sprintf("%s: %d (%s)", minutes.Label(l, heading), total, strings.Join(parts, ", "))
}

// teller tells refusals one by one, and of many of one reason only the first,
// so that an archive of ten thousand bad records does not fill the screen.
type teller struct {
	tell func(string)
	seen map[intake.Reason]int
}

const toldOfOneReason = 20

func (t *teller) refused(r *intake.Refusal) {
	if t.seen == nil {
		t.seen = map[intake.Reason]int{}
	}
	t.seen[r.Reason]++
	switch n := t.seen[r.Reason]; {
	case n <= toldOfOneReason:
		t.tell(r.Error())
	case n == toldOfOneReason+1:
		t.tell(r.Error() + " (more of this kind are only counted)")
	}
}

// ctxFirst reports an interruption as such, whatever it made fail.
func ctxFirst(ctx context.Context, err error) error {
	if ctx.Err() != nil && !errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	return err
}
