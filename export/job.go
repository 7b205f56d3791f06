package export

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// job is one export under way.
type job struct {
	ctx    context.Context
	src    Source
	opt    Options
	report Report

	codes    map[string]code // by ISO 3166 alpha-3, upper case
	atlas    *atlas
	readings map[string]*fact.Reading
	offsets  map[string]*text.Offsets
	left     map[record.ID]bool
	articles map[string][]any // rows of the articles that the tables rest on
	cast     *cast            // nil until asked for
	rejected bool             // facts that people have rejected are written too
}

func newJob(ctx context.Context, src Source, opt Options) (*job, error) {
	for _, d := range []string{opt.From, opt.To} {
		if _, err := time.Parse(time.DateOnly, d); err != nil && d != "" {
			return nil, fmt.Errorf("%q is not a day; write it as 2031-05-04", d)
		}
	}
	if opt.From != "" && opt.To != "" && opt.From > opt.To {
		return nil, fmt.Errorf("the first day, %s, lies after the last, %s", opt.From, opt.To)
	}
	return &job{ctx: ctx, src: src, opt: opt, codes: codes(), atlas: newAtlas(opt.Lexicon),
		readings: map[string]*fact.Reading{}, offsets: map[string]*text.Offsets{}, left: map[record.ID]bool{}}, nil
}

// leave counts a fact that the format cannot take, once for all its tables.
func (j *job) leave(f *record.Fact, why string) {
	if j.left[f.ID] {
		return
	}
	j.left[f.ID] = true
	for i := range j.report.Left {
		if j.report.Left[i].Why == why {
			j.report.Left[i].Count++
			return
		}
	}
	j.report.Left = append(j.report.Left, Left{why, 1})
}

// each calls fn with the facts of the kinds, kind by kind, that the options ask
// for. Actors are those that have a part in one of them.
func (j *job) each(fn func(*record.Fact) error, kinds ...record.Kind) error {
	for _, k := range kinds {
		q := store.Query{Kind: k}
		if k != record.Actors {
			q.Process, q.From, q.To = j.opt.Process, j.opt.From, j.opt.To
		}
		for f, err := range j.src.Facts(j.ctx, q) {
			if err != nil {
				return err
			}
			if len(f.Evidence) == 0 {
				continue // nothing that could be pointed to
			}
			if judged(f) == "rejected" && !j.rejected {
				j.leave(f, "that people have rejected")
				continue
			}
			if k == record.Actors && j.opt.filtered() {
				in, err := j.takesPart(f.ID)
				if err != nil {
					return err
				}
				if !in {
					continue
				}
			}
			if err := fn(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// deeds are the kinds of facts that are not actors.
func deeds() []record.Kind {
	return []record.Kind{record.Meetings, record.Statements, record.Commitments, record.Demands, record.Ceasefires, record.Incidents, record.Figures}
}

// allKinds are the kinds that exports know.
func allKinds() []record.Kind { return append([]record.Kind{record.Actors}, deeds()...) }

// takesPart reports whether an actor has a part in any fact that is exported.
func (j *job) takesPart(actor record.ID) (bool, error) {
	for _, k := range deeds() {
		q := store.Query{Kind: k, Process: j.opt.Process, From: j.opt.From, To: j.opt.To, Actor: actor, Limit: 1}
		for _, err := range j.src.Facts(j.ctx, q) {
			return err == nil, err
		}
	}
	return false, nil
}

// kept bounds what a job remembers of articles: some tens of megabytes.
const kept = 256

// reading is the reading of an article; one without names where there is none.
func (j *job) reading(a *record.Article) (*fact.Reading, error) {
	if r, ok := j.readings[a.ID]; ok {
		return r, nil
	}
	r, err := j.src.Reading(j.ctx, a.ID)
	if errors.Is(err, store.ErrUnknown) {
		r, err = &fact.Reading{ID: a.ID, Text: a.Text}, nil
	}
	if err != nil {
		return nil, err
	}
	if len(j.readings) >= kept {
		clear(j.readings)
	}
	j.readings[a.ID] = r
	return r, nil
}

// points converts a span of an article to code points.
func (j *job) points(a *record.Article, s text.Span) (start, end int) {
	return j.index(a).Points(s)
}

func (j *job) index(a *record.Article) *text.Offsets {
	o, ok := j.offsets[a.ID]
	if !ok {
		if len(j.offsets) >= kept {
			clear(j.offsets)
		}
		o = text.NewOffsets(a.Text)
		j.offsets[a.ID] = o
	}
	return o
}
