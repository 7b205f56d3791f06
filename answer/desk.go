package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
)

// Record is what answers are made of; a store.Store is one.
type Record interface {
	Counts(ctx context.Context) (store.Counts, error)
	Processes(ctx context.Context) ([]store.Process, error)
	Facts(ctx context.Context, q store.Query) iter.Seq2[*record.Fact, error]
	Ties(ctx context.Context, id record.ID) ([]record.Tie, error)
	Disagreements(ctx context.Context, q store.Query) iter.Seq2[*record.Disagreement, error]
	Article(ctx context.Context, id string) (*record.Article, error)
	Reading(ctx context.Context, id string) (*fact.Reading, error)
	Bound(ctx context.Context, id string) (*record.Bound, error)
	Shelf(ctx context.Context, q store.ArticleQuery) iter.Seq2[store.Hit, error]
	Decisions(ctx context.Context, id record.ID) ([]store.Decision, error)
}

// Options say what is asked and how it is worded.
type Options struct {
	Record Record
	// ProcessName is the name of the talks behind a key, "" where it is not
	// known; nil knows none.
	ProcessName func(key string, l minutes.Lang) string
	// Place is what is known of a place by its Arabic name; nil knows none.
	Place func(name string) (Spot, bool)
	// Entries names the lexicon entries that a finding of an article rests on;
	// nil names none.
	Entries func(src string, body any) []string
	// Look is how many facts one part of a list narrowed by words, act or status
	// looks at before it ends with a cursor; 0 is 500.
	Look int
	// Link is the address of the page of a fact; nil gives none.
	Link func(id record.ID, l minutes.Lang) string
}

// Spot is a place as a lexicon has it.
type Spot struct {
	ID, English, Kind, Country string
	Lat, Lon                   float64
	Located                    bool // Lat and Lon are known
}

// Desk answers questions. It may be used from several goroutines at once.
type Desk struct{ opt Options }

// New makes a desk.
func New(opt Options) *Desk { return &Desk{opt} }

// Reason is why a question has no answer.
type Reason int

// The reasons.
const (
	Wrong   Reason = iota // the question is not one
	Missing               // there is nothing of the name asked for
)

// Fault is a question that has no answer, in a sentence for whoever asked: what,
// and what to do.
type Fault struct {
	Reason Reason
	Field  string // the part of the question that it is about, "" for none
	Say    string
}

func (f *Fault) Error() string { return f.Say }

func wrong(field, format string, a ...any) error {
	return &Fault{Wrong, field, fmt.Sprintf(format, a...)}
}

func missing(field, format string, a ...any) error {
	return &Fault{Missing, field, fmt.Sprintf(format, a...)}
}

// words is what a language calls a key, "" for the empty key.
func words(l minutes.Lang, key string) string {
	if key == "" {
		return ""
	}
	return minutes.Label(l, key)
}

// talksName is what to call the talks of a key.
func (d *Desk) talksName(key string, l minutes.Lang) string {
	if key == "" {
		return minutes.Label(l, "process-none")
	}
	if d.opt.ProcessName != nil {
		return cmp.Or(d.opt.ProcessName(key, l), key)
	}
	return key
}

func (d *Desk) link(id record.ID, l minutes.Lang) string {
	if d.opt.Link == nil {
		return ""
	}
	return d.opt.Link(id, l)
}

// idOf reads the id of a fact of kind k.
func idOf(field, s string, k record.Kind) (record.ID, error) {
	id, err := record.ParseID(s)
	if err != nil {
		return id, wrong(field, "%s: %v; ids stand in every list, as id", field, err)
	}
	if id.Kind != k {
		return id, wrong(field, "%s: %s is the id of %s, not of %s", field, s, article(id.Kind), article(k))
	}
	return id, nil
}

// article is «a meeting», «an actor».
func article(k record.Kind) string {
	if strings.ContainsRune("aeiou", rune(k.String()[0])) {
		return "an " + k.String()
	}
	return "a " + k.String()
}

// one is the fact of an id, under whatever id of those that are one with it,
// with up to most pieces of evidence (0 for all).
func (d *Desk) one(ctx context.Context, id record.ID, most int) (*record.Fact, error) {
	for f, err := range d.opt.Record.Facts(ctx, store.Query{Kind: id.Kind, ID: id, Limit: 1, Most: most}) {
		if err != nil {
			return nil, err
		}
		if len(f.Evidence) > 0 {
			return f, nil
		}
	}
	return nil, missing("id", "there is no %s of the id %s in the record; it may have been rejected, or belong to another record", id.Kind, id)
}

// articleID is the id of an article, which may be written without «sha256:».
func articleID(field, s string) (string, error) {
	const hexDigits = 64
	h := strings.TrimPrefix(s, "sha256:")
	if len(h) != hexDigits || strings.Trim(h, "0123456789abcdef") != "" {
		return "", wrong(field, "%s: %q is not the id of an article: it would be sha256: and 64 of 0-9 a-f, as lists of articles and all evidence have it", field, clip(s))
	}
	return "sha256:" + h, nil
}

// gone words an unknown article.
func gone(err error, id string) error {
	if errors.Is(err, store.ErrUnknown) {
		return missing("id", "there is no article %s in the record", id)
	}
	return err
}

// plain takes the marks of Markdown off words that minutes have worded.
func plain(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
		case strings.HasPrefix(s[i:], "**"):
			i++
			continue
		}
		b.WriteByte(s[i])
	}
	return strings.TrimSpace(strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(b.String()))
}

// clip shortens what somebody sent, for a message.
func clip(s string) string {
	const most = 80
	if rs := []rune(s); len(rs) > most {
		return string(rs[:most]) + "…"
	}
	return s
}
