package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
	"strings"

	"mahdar/access"
	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Record is what the pages need of a record; a store.Store is one.
type Record interface {
	Counts(ctx context.Context) (store.Counts, error)
	Processes(ctx context.Context) ([]store.Process, error)
	Facts(ctx context.Context, q store.Query) iter.Seq2[*record.Fact, error]
	Ties(ctx context.Context, id record.ID) ([]record.Tie, error)
	Disagreements(ctx context.Context, q store.Query) iter.Seq2[*record.Disagreement, error]
	Article(ctx context.Context, id string) (*record.Article, error)
	Articles(ctx context.Context, from, to string) iter.Seq2[*record.Article, error]
	Months(ctx context.Context, q store.Query) ([]store.Month, error)
	Shelf(ctx context.Context, q store.ArticleQuery) iter.Seq2[store.Hit, error]
	Reading(ctx context.Context, id string) (*fact.Reading, error)
	Bound(ctx context.Context, id string) (*record.Bound, error)
	Search(ctx context.Context, p store.Pattern, from, to string) iter.Seq2[store.Hit, error]
	Decisions(ctx context.Context, id record.ID) ([]store.Decision, error)
}

// Options say what is served.
type Options struct {
	Record Record
	// ProcessName is the name of the talks behind a key, "" where it is not
	// known; nil knows none.
	ProcessName func(key string, l minutes.Lang) string
	// Place is what is known of a place by its name; nil knows none.
	Place func(name string) (Spot, bool)
	// Names are Arabic names, up to a number of them, of those whose name in Latin
	// letters holds what is asked for; nil knows none.
	Names func(latin string, most int) []string
	// Read reads an article that a visitor pastes; nil takes the page away.
	Read func(*text.Document) (*fact.Reading, error)
	// Keep adds an article that a visitor had read to the record; nil keeps none.
	Keep func(context.Context, *text.Document, *fact.Reading) error
	// Invented says so on every page, for a record of invented articles.
	Invented bool
	// Access is the Guard that stands before the pages; they show who has
	// logged in, and it gets its own pages among them. nil knows no users.
	Access *access.Guard
	// AnyHost serves requests whatever host they name. Without it only the
	// names of this machine are served, so that no page elsewhere can reach the
	// record through a name that it lets point here.
	AnyHost bool
	// Log is told of faults; nil is slog.Default.
	Log *slog.Logger
}

// Server holds what the pages share.
type Server struct {
	opt    Options
	pages  map[minutes.Lang]map[string]*page
	assets *assets
	run    string
	busy   chan struct{} // holds as many pages as are made at a time
	over   memo[*overview]
	front  map[minutes.Lang]*memo[*overviewPage]

	placesMemo memos[asking, *places]
	saidMemo   memos[utterancePart, []utterance]
	standMemo  memos[record.ID, *standing]
}

// New makes the handler. It fails only where the program's own pages are broken.
func New(opt Options) (http.Handler, error) {
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	s := &Server{opt: opt, run: newRun(), busy: make(chan struct{}, 2*runtime.GOMAXPROCS(0))}
	var err error
	if s.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	if s.pages, err = s.parse(); err != nil {
		return nil, err
	}
	s.over.fill = s.overview
	s.placesMemo.fill, s.saidMemo.fill, s.standMemo.fill = s.placesOf, s.utterances, s.standingOf
	s.front = map[minutes.Lang]*memo[*overviewPage]{}
	for _, l := range []minutes.Lang{minutes.Arabic, minutes.English} {
		s.front[l] = &memo[*overviewPage]{fill: func(ctx context.Context) (*overviewPage, error) { return s.frontPage(ctx, l) }}
	}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/{name...}", s.assets)
	mux.HandleFunc("GET /{$}", s.root)
	nothing := func(*visit) error { return errNoPage }
	for _, l := range []minutes.Lang{minutes.Arabic, minutes.English} {
		for path, h := range s.routes() {
			method, path, _ := strings.Cut(path, " ")
			if !access.Ruled(method, "/"+string(l)+path) {
				return nil, fmt.Errorf("web: %s /%s%s stands in no line of access.Rules, so that it would be refused whoever asks", method, l, path)
			}
			mux.HandleFunc(method+" /"+string(l)+path, s.in(l, h))
		}
		mux.HandleFunc("/"+string(l)+"/", s.in(l, nothing))
	}
	mux.HandleFunc("/", s.in("", nothing))
	if opt.Access != nil {
		opt.Access.Furnish(mux, s.shell)
	}
	same := http.NewCrossOriginProtection()
	return s.guard(same.Handler(mux)), nil
}

func (s *Server) routes() map[string]func(*visit) error {
	m := map[string]func(*visit) error{
		"GET /{$}":           s.showOverview,
		"GET /talks/{key}":   s.showProcess,
		"GET /meeting/{id}":  s.showMeeting,
		"GET /fact/{id}":     s.showFact,
		"GET /article/{id}":  s.showArticle,
		"GET /actor/{id}":    s.showActor,
		"GET /actors":        s.showActors,
		"GET /said":          s.showSaid,
		"GET /commitments":   s.showCommitments,
		"GET /disagreements": s.showDisagreements,
		"GET /sources":       s.showSources,
		"GET /search":        s.showSearch,
	}
	s.roomRoutes(m)
	for path, h := range m {
		m[path] = s.versioned(h)
	}
	s.deskRoutes(m)
	if s.opt.Read != nil {
		m["GET /try"] = s.showTry
		m["POST /try"] = s.doTry
		if s.opt.Keep != nil {
			m["POST /try/keep"] = s.keep
		}
	}
	return m
}

// visit is one request for a page.
type visit struct {
	*http.Request
	w    http.ResponseWriter
	lang minutes.Lang

	version int64  // of the record when the visit began, 0 where it cannot be told
	tag     string // under which the page may be kept, "" for not at all
}

func (v *visit) ctx() context.Context { return v.Request.Context() }

// Faults that are the visitor's.
var (
	errNoPage = &fault{http.StatusNotFound, "no-page"}
	errNoFact = &fault{http.StatusNotFound, "no-fact"}
	errTooBig = &fault{http.StatusRequestEntityTooLarge, "too-big"}
	errNoText = &fault{http.StatusUnprocessableEntity, "no-text"}
)

// fault is an answer other than a page, in words of words.tsv.
type fault struct {
	status int
	key    string
}

func (f *fault) Error() string { return f.key }

// in makes a page's handler in language l ("" for the one that the visitor
// prefers) and answers its errors.
func (s *Server) in(l minutes.Lang, h func(*visit) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v := &visit{Request: r, w: w, lang: cmp.Or(l, preferred(r))}
		defer func() {
			if p := recover(); p != nil {
				s.opt.Log.Error("a page failed", "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
				s.fail(v, &fault{http.StatusInternalServerError, "broken"})
			}
		}()
		err := h(v)
		var f *fault
		switch {
		case err == nil, errors.Is(err, context.Canceled):
		case errors.As(err, &f):
			s.fail(v, f)
		case errors.Is(err, store.ErrUnknown):
			s.fail(v, errNoFact)
		default:
			s.opt.Log.Error("a page failed", "path", r.URL.Path, "error", err)
			s.fail(v, &fault{http.StatusInternalServerError, "broken"})
		}
	}
}

func (s *Server) fail(v *visit, f *fault) {
	if err := s.render(v, f.status, "fault", titleKey("fault-title"), f.key); err != nil {
		http.Error(v.w, http.StatusText(f.status), f.status)
	}
}

// root leads to the language that the visitor's browser asks for.
func (s *Server) root(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Vary", "Accept-Language, Cookie")
	http.Redirect(w, r, "/"+string(preferred(r))+"/", http.StatusFound)
}

// preferred is Arabic wherever the browser asks for it before English.
func preferred(r *http.Request) minutes.Lang {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		switch primary, _, _ := strings.Cut(strings.ToLower(tag), "-"); primary {
		case "ar":
			return minutes.Arabic
		case "en":
			return minutes.English
		}
	}
	return minutes.English
}
