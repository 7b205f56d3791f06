package store

import (
	"context"
	"iter"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// Store keeps articles, readings and decisions, and the record that follows
// from them. Its methods may be called from several goroutines at once.
type Store interface {
	// Known tells what is kept of the article with this id.
	Known(ctx context.Context, id string) (Known, error)
	// Add keeps parcels, all of them or (on an error) none, and brings the
	// record up to date. What it has acknowledged survives a crash.
	Add(ctx context.Context, parcels []*Parcel) (Added, error)

	// Counts is how many articles and facts there are.
	Counts(ctx context.Context) (Counts, error)
	// Processes lists the talks that facts belong to.
	Processes(ctx context.Context) ([]Process, error)
	// Facts yields the facts that q asks for, with their evidence, by their
	// first day (those without one last) and then by id.
	Facts(ctx context.Context, q Query) iter.Seq2[*record.Fact, error]
	// Article is one article with its text; ErrUnknown where there is none.
	Article(ctx context.Context, id string) (*record.Article, error)
	// Reading is the current reading of an article; ErrUnknown where there is none.
	Reading(ctx context.Context, id string) (*fact.Reading, error)

	Close() error
}

// Known is what a store has of an article.
type Known struct {
	Stored    bool
	Reader    string         // version that made the current reading
	Source    text.Source    // of the copy that it was read with
	Published text.Published // as given with that copy, before reading
}

// Added counts what Add did.
type Added struct {
	Articles int // that were not there before
	Again    int // read again: by another version, or with better metadata
	Copies   int // further places of articles that were there
	Same     int // nothing new about them
}

// Plus adds up two counts.
func (a Added) Plus(b Added) Added {
	return Added{a.Articles + b.Articles, a.Again + b.Again, a.Copies + b.Copies, a.Same + b.Same}
}

// Counts of a record.
type Counts struct {
	Articles int
	Facts    [8]int // by record.Kind
}

// Of is the number of facts of one kind.
func (c Counts) Of(k record.Kind) int { return c.Facts[k] }

// Process is talks that facts belong to.
type Process struct {
	Key   string // "" for meetings outside any
	Facts int
	First string // the earliest day of its facts, "" where none is known
}

// Query asks for facts. The zero value of a field asks for everything.
type Query struct {
	Kind    record.Kind
	ID      record.ID // one fact
	Process *string   // "" are those outside any talks
	About   record.ID // facts that belong to this meeting
	Loose   bool      // facts that belong to no meeting
	Actor   record.ID // facts that this actor has a part in
	Article string
	From    string // days: facts that touch From to To
	To      string
	Limit   int
	Offset  int
}
