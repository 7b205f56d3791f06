package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"mahdar/access"
	"mahdar/answer"
	"mahdar/api"
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/mcp"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

// answers are what is asked of a record by programs.
func (a *app) answers(ctx context.Context, rec answer.Record, lex *lexicon.Lexicon) answer.Options {
	quiet := &app{lang: a.lang} // words for programs, whatever terminal this runs on
	return answer.Options{
		Record:      rec,
		ProcessName: minutes.AsWritten(ctx, rec, namer(lex)),
		Place:       func(name string) (answer.Spot, bool) { return placeOf(lex, name) },
		Entries: func(src string, body any) []string {
			_, entry, cue := rested(body)
			return quiet.lexiconOf(lex, src, entry, cue, body)
		},
		Link: func(id record.ID, l minutes.Lang) string { return "/" + string(l) + "/fact/" + id.String() },
	}
}

// beside are the handlers that stand beside the pages of a record: the API, and
// the tools for language models. Those who listen to events are let go when ctx
// ends.
func (a *app) beside(ctx context.Context, s serving, db *sqlite.DB, rec answer.Record, lex *lexicon.Lexicon) (map[string]http.Handler, error) {
	opt := api.Options{
		Answer: a.answers(ctx, rec, lex), Version: programVersion(), Changes: db.Changes,
		Progress: func(ctx context.Context) (*api.Progress, error) { return runningNow(ctx, db) },
		Read: func(doc *text.Document) (*fact.Reading, error) {
			r := readArticle(doc, lex)
			return r.Reading, r.err
		},
	}
	home := access.Loopback(s.listen) && !s.proxied
	if home {
		opt.Host = access.Loopback
	}
	h, err := api.New(opt)
	if err != nil {
		return nil, err
	}
	context.AfterFunc(ctx, h.Close)
	tools := mcp.New(mcp.Options{Answer: opt.Answer, Version: opt.Version, AnyHost: !home})
	return map[string]http.Handler{"/api/": h, "/mcp": tools.Handler()}, nil
}

// placeOf is what the lexicon knows of a place by its name, where only one
// bears it: a place in the wrong country is worse than none.
func placeOf(lex *lexicon.Lexicon, name string) (answer.Spot, bool) {
	var states, places []answer.Spot
	tg := lex.Tag(arabic.New(name))
	if len(tg.Tokens) == 0 {
		return answer.Spot{}, false
	}
	tg.Phrases(0, func(p lexicon.Phrase) {
		if p.First != 0 || p.Last != len(tg.Tokens) {
			return
		}
		for _, r := range p.Refs {
			switch r.Table {
			case lexicon.PlaceTable:
				x := lex.Places[r.Entry]
				places = append(places, answer.Spot{ID: "place:" + x.ID, English: x.English, Kind: x.Kind, Country: strings.ToUpper(x.Country), Lat: x.Lat, Lon: x.Lon, Located: x.Lat != 0 || x.Lon != 0})
			case lexicon.StateTable:
				x := lex.States[r.Entry]
				states = append(states, answer.Spot{ID: "state:" + x.ID, English: x.English, Kind: "state", Country: strings.ToUpper(x.ID), Lat: x.Lat, Lon: x.Lon, Located: x.Lat != 0 || x.Lon != 0})
			}
		}
	})
	for _, found := range [...][]answer.Spot{states, places} {
		if found = slices.Compact(withoutSeats(found)); len(found) > 0 {
			return found[0], len(found) == 1
		}
	}
	return answer.Spot{}, false
}

// withoutSeats are places without the districts that bear the name of their
// chief town, which the bare name means.
func withoutSeats(found []answer.Spot) []answer.Spot {
	return slices.DeleteFunc(slices.Clone(found), func(x answer.Spot) bool {
		seat := strings.TrimSuffix(strings.TrimSuffix(x.ID, "-governorate"), "-state")
		return seat != x.ID && slices.ContainsFunc(found, func(y answer.Spot) bool { return y.ID == seat })
	})
}

// runNote is the note of a record in which a run tells how far it has come, and
// stale after how long without news it is taken to have been killed.
const (
	runNote = "run"
	stale   = 5 * time.Minute
)

// runningNow is how far a run has come that fills the record, nil for none.
func runningNow(ctx context.Context, db *sqlite.DB) (*api.Progress, error) {
	b, err := db.Note(ctx, runNote)
	if err != nil || len(b) == 0 {
		return nil, err
	}
	p := new(api.Progress)
	if err := json.Unmarshal(b, p); err != nil {
		return nil, fmt.Errorf("the note of a run: %w", err)
	}
	if time.Since(p.At) > stale {
		return nil, nil
	}
	return p, nil
}

// tellRun keeps how far a run has come, nil where it has ended. That it cannot
// be told is no reason to end the run.
func tellRun(db *sqlite.DB, p *api.Progress) {
	b := []byte{}
	if p != nil {
		var err error
		if b, err = json.Marshal(p); err != nil {
			return
		}
	}
	_ = db.SetNote(context.Background(), runNote, b)
}

// running is what a run of build or watch tells of itself to those who serve
// the record. A run that ends within seconds tells nothing.
type running struct {
	api.Progress
	told bool
	seen atomic.Int64 // articles looked at
}

// tell keeps how far the run has come by what it has added.
func (r *running) tell(db *sqlite.DB, state string, added store.Added) {
	r.told = true
	r.State, r.At = state, time.Now().UTC()
	r.Seen, r.Kept, r.Again = int(r.seen.Load()), added.Articles, added.Again
	tellRun(db, &r.Progress)
}

// end takes away what was told.
func (r *running) end(db *sqlite.DB) {
	if r.told && db != nil {
		tellRun(db, nil)
	}
}
