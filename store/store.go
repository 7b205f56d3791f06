package store

import (
	"context"
	"iter"
	"time"

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
	// Begin starts a batch for many parcels, which come one at a time. The
	// record is brought up to date by Settle, once for all batches.
	Begin(ctx context.Context) (Batch, error)
	// Settle brings the record up to date after batches: facts that came to be
	// one or ceased to be, disagreements, days that follow.
	Settle(ctx context.Context) error

	// Counts is how many articles and facts there are.
	Counts(ctx context.Context) (Counts, error)
	// Processes lists the talks that facts belong to.
	Processes(ctx context.Context) ([]Process, error)
	// Months counts facts of the kind and (where it says) the talks of q by the
	// month of the first day that they speak of, in order, those without one last.
	Months(ctx context.Context, q Query) ([]Month, error)
	// Facts yields the facts that q asks for, with their evidence, in the order
	// of their places: by first day (those without one last), ordinal, and day,
	// id and place of the article that tells them first. It reads so much of the
	// record as is taken of it.
	Facts(ctx context.Context, q Query) iter.Seq2[*record.Fact, error]
	// Ties are what ties facts to this one: those that are one with it, and
	// those that may be.
	Ties(ctx context.Context, id record.ID) ([]record.Tie, error)
	// Disagreements yields those that q asks for, in the order of what they are
	// about; of q it heeds ID, About, Process, days, Limit, After and Back.
	Disagreements(ctx context.Context, q Query) iter.Seq2[*record.Disagreement, error]
	// IDs lists facts whose id begins with prefix, for completion.
	IDs(ctx context.Context, prefix string, limit int) ([]record.ID, error)
	// Article is one article with its text; ErrUnknown where there is none.
	Article(ctx context.Context, id string) (*record.Article, error)
	// Articles yields the articles published from one day to another ("" for
	// no limit) in the order of their days, those without one last, which a
	// limit leaves out.
	Articles(ctx context.Context, from, to string) iter.Seq2[*record.Article, error]
	// Shelf yields the articles that q asks for, the newest first.
	Shelf(ctx context.Context, q ArticleQuery) iter.Seq2[Hit, error]
	// Reading is the current reading of an article; ErrUnknown where there is none.
	Reading(ctx context.Context, id string) (*fact.Reading, error)
	// Bound is what is known of the day of an article that does not tell it;
	// ErrUnknown where nothing is.
	Bound(ctx context.Context, id string) (*record.Bound, error)
	// Search yields the articles that hold all of a pattern, the newest first.
	Search(ctx context.Context, p Pattern, from, to string) iter.Seq2[Hit, error]

	// Decide adds decisions of people, all of them or (on an error) none.
	Decide(ctx context.Context, ds ...Decision) error
	// Decisions are those on a fact, in the order in which they were taken; on
	// all facts for the zero ID.
	Decisions(ctx context.Context, id record.ID) ([]Decision, error)

	// Note reads what SetNote has kept under key, nil for nothing.
	Note(ctx context.Context, key string) ([]byte, error)
	SetNote(ctx context.Context, key string, body []byte) error

	// Check looks for damage and yields each fault that it finds as a sentence.
	Check(ctx context.Context) iter.Seq2[string, error]
	// Backup writes a copy of the record as it stands to a new file.
	Backup(ctx context.Context, path string) error

	Close() error
}

// Batch is parcels that are kept together: all of them by Commit, or none.
// One of the two must be called. It is for one goroutine.
type Batch interface {
	Add(ctx context.Context, p *Parcel) (Added, error)
	// Commit keeps what was added; it then survives a crash.
	Commit() error
	Rollback()
}

// Hit is an article that holds what was searched for, and where.
type Hit struct {
	*record.Article
	At []text.Span
}

// Decision is what a person decided on a fact. Decisions are only ever added.
type Decision struct {
	At   time.Time
	Who  string
	Fact record.ID
	Verb string
	Body string
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
	Articles      int
	Undated       int    // of them, those whose day nothing tells
	Facts         [8]int // by record.Kind
	Disagreements int
	Decisions     int
	First, Last   string         // days of publication
	Readers       map[string]int // articles by the version that read them
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
	Most    int // pieces of evidence of each fact, the earliest; 0 for all (Fact.Left counts the rest)
	Also    int // where Most is not 0: articles of further pieces, without what they say (Fact.Also)

	// After is the Fact.At of a fact, as it came with the answer to a query that
	// asks for the same: only what comes after it is asked for. Going on like
	// this loses and doubles nothing, whatever else comes into the record
	// meanwhile; what moves meanwhile (a fact whose day becomes known) stands
	// where it has moved to. ErrCursor where no store has made it.
	After string
	// Back turns the order round: the last first, and After goes backwards.
	Back bool
}

// ArticleQuery asks for articles. The zero value of a field asks for everything.
type ArticleQuery struct {
	Words    Pattern // that the article holds
	From, To string  // days of publication; with either, those without a day are left out
	Oldest   bool    // the oldest first; in either order those without a day are last
	After    string  // id of an article: only what comes after it, see Query.After
	Back     bool    // backwards: what comes before After, the nearest first
	Limit    int
	Bare     bool // without the text, where Words asks for none
}

// Month is how many facts speak of a month first.
type Month struct {
	Kind  record.Kind
	Month string // "2031-05"; "" where it is not known
	N     int
}
