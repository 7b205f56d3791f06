package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/review"
)

// View is a Store whose record is as people have decided it: facts that they
// rejected are left out, what they corrected is corrected (Fact.Review says
// what had been read), what they merged is one, what they added is there. The
// Store beneath keeps showing what was read. Its methods may be called from
// several goroutines at once.
type View struct {
	Store
	coder string // whose decisions alone count, "" for all

	mu      sync.Mutex
	now     *overlay
	version int64 // of the store that now is of, 0 where that cannot be told
	at      time.Time
	log     decoded
	views   map[string]*View // by coder
}

// Versioned is a Store that can tell quickly whether anything in it has changed.
type Versioned interface {
	// Version differs after every change; 0 where it cannot be told.
	Version(ctx context.Context) int64
}

// Reviewed lays people's decisions over the facts of s.
func Reviewed(s Store) *View { return &View{Store: s} }

// mostViews is how many coders' views are remembered.
const mostViews = 64

// As is the record as one coder sees it: by his own decisions alone.
func (v *View) As(coder string) *View {
	v.mu.Lock()
	defer v.mu.Unlock()
	own := v.views[coder]
	if own == nil {
		own = &View{Store: v.Store, coder: coder}
		if v.views == nil || len(v.views) >= mostViews {
			v.views = map[string]*View{}
		}
		v.views[coder] = own
	}
	return own
}

// fresh is how long decisions are trusted to be all where the store cannot tell
// whether it has changed: others may decide, too.
const fresh = time.Second

// State is what all decisions come to.
func (v *View) State(ctx context.Context) (*review.State, error) {
	o, err := v.overlay(ctx)
	if err != nil {
		return nil, err
	}
	return o.st, nil
}

// overlay is what decisions come to over the store as it is now.
func (v *View) overlay(ctx context.Context) (*overlay, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	var version int64
	if s, ok := v.Store.(Versioned); ok {
		version = s.Version(ctx) // before it is read: what is read then is as new or newer
	}
	if v.now != nil && (version != 0 && version == v.version || version == 0 && time.Since(v.at) < fresh) {
		return v.now, nil
	}
	all, err := v.Store.Decisions(ctx, record.ID{})
	if err != nil {
		return nil, err
	}
	ds, err := v.log.decode(all)
	if err != nil {
		return nil, err
	}
	if v.coder != "" {
		ds = review.Of(ds, v.coder)
	}
	var ids []record.ID
	for _, d := range ds {
		ids = append(ids, d.Fact, d.Other)
	}
	leads, err := leadsOf(ctx, v.Store, ids)
	if err != nil {
		return nil, err
	}
	st := review.FoldUnder(ds, func(id record.ID) record.ID {
		if lead, ok := leads[id]; ok {
			return lead
		}
		return id
	})
	o, err := newOverlay(ctx, v.Store, st)
	if err != nil {
		return nil, err
	}
	v.now, v.version, v.at = o, version, time.Now()
	return o, nil
}

// decoded remembers decisions that were read: the store only ever adds to them.
type decoded struct {
	bodies []string
	ds     []review.Decision
}

// decode reads what is new in all.
func (l *decoded) decode(all []Decision) ([]review.Decision, error) {
	if n := len(l.bodies); n > len(all) || n > 0 && (all[n-1].Body != l.bodies[n-1] || all[0].Body != l.bodies[0]) {
		l.bodies, l.ds = nil, nil
	}
	for _, d := range all[len(l.bodies):] {
		x, err := decodeDecision(d)
		if err != nil {
			return nil, err
		}
		l.bodies, l.ds = append(l.bodies, d.Body), append(l.ds, x)
	}
	return slices.Clip(l.ds), nil
}

func decodeDecision(d Decision) (x review.Decision, err error) {
	if err := json.Unmarshal([]byte(d.Body), &x); err != nil {
		return x, fmt.Errorf("the decision of %s at %s on %s cannot be read: %w; update mahdar", d.Who, d.At.Format(time.RFC3339), d.Fact, err)
	}
	return x, nil
}

// Leader is a Store that can tell quickly under which ids it keeps facts.
type Leader interface {
	// Leads maps those of ids that the store has to the id that their fact goes
	// under; others are not in it.
	Leads(ctx context.Context, ids []record.ID) (map[record.ID]record.ID, error)
}

func leadsOf(ctx context.Context, s Store, ids []record.ID) (map[record.ID]record.ID, error) {
	if l, ok := s.(Leader); ok {
		return l.Leads(ctx, ids)
	}
	out := map[record.ID]record.ID{}
	for _, id := range ids {
		if _, ok := out[id]; ok || id.IsZero() {
			continue
		}
		f, err := kept(ctx, s, id)
		if err != nil {
			return nil, err
		}
		if f != nil {
			out[id] = f.ID
		}
	}
	return out, nil
}

// kept is a fact as s has it, nil where there is none.
func kept(ctx context.Context, s Store, id record.ID) (*record.Fact, error) {
	if id.Kind >= record.Disagreements {
		return nil, nil
	}
	for f, err := range s.Facts(ctx, Query{Kind: id.Kind, ID: id, Limit: 1}) {
		return f, err
	}
	return nil, nil
}

// AllDecisions are the decisions kept in s. One that this version does not
// understand is an error: nothing of what people decided is passed over.
func AllDecisions(ctx context.Context, s Store) ([]review.Decision, error) {
	all, err := s.Decisions(ctx, record.ID{})
	if err != nil {
		return nil, err
	}
	out := make([]review.Decision, len(all))
	for i, d := range all {
		if out[i], err = decodeDecision(d); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Take keeps decisions, all of them or (on an error) none, and reports how many
// of them were new. What it has acknowledged survives a crash.
func (v *View) Take(ctx context.Context, ds ...review.Decision) (added int, err error) {
	defer v.forget()
	for _, d := range ds {
		if err := d.Normal().Check(); err != nil {
			return 0, fmt.Errorf("the decision to %s %s: %w", d.Verb, d.Fact, err)
		}
	}
	there, err := v.taken(ctx)
	if err != nil {
		return 0, err
	}
	var fresh []Decision
	for _, d := range ds {
		d = d.Normal()
		id := d.ID()
		if there[id] {
			continue
		}
		body, err := json.Marshal(d)
		if err != nil {
			return 0, err
		}
		fresh = append(fresh, Decision{At: d.At, Who: d.Coder, Fact: d.Fact, Verb: string(d.Verb), Body: string(body)})
		there[id] = true
	}
	if len(fresh) == 0 {
		return 0, nil
	}
	if err := v.Store.Decide(ctx, fresh...); err != nil {
		return 0, err
	}
	return len(fresh), nil
}

// taken are the ids of all decisions that are kept, whoever took them.
func (v *View) taken(ctx context.Context) (map[string]bool, error) {
	there := map[string]bool{}
	if v.coder == "" {
		st, err := v.State(ctx)
		if err != nil {
			return nil, err
		}
		for _, e := range st.Entries() {
			there[e.ID] = true
		}
		return there, nil
	}
	old, err := AllDecisions(ctx, v.Store)
	for _, d := range old {
		there[d.ID()] = true
	}
	return there, err
}

func (v *View) forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.now = nil
	for _, own := range v.views {
		own.forget()
	}
}

// Decide adds decisions in the store's own form.
func (v *View) Decide(ctx context.Context, ds ...Decision) error {
	defer v.forget()
	return v.Store.Decide(ctx, ds...)
}

// IDs lists facts whose id begins with prefix, those that people have made
// among them.
func (v *View) IDs(ctx context.Context, prefix string, limit int) ([]record.ID, error) {
	ids, err := v.Store.IDs(ctx, prefix, limit)
	if err != nil || prefix == "" {
		return ids, err
	}
	st, err := v.State(ctx)
	if err != nil {
		return nil, err
	}
	for _, k := range record.Kinds() {
		for _, g := range st.Groups(k, nil) {
			for _, id := range g.Leads {
				if len(ids) < limit && strings.HasPrefix(id.String(), prefix) && !slices.Contains(ids, id) && !slices.Contains(g.Kept, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return ids, nil
}

// Orphans are the decisions whose facts are not in the record any more.
func (v *View) Orphans(ctx context.Context) ([]review.Entry, error) {
	st, err := v.State(ctx)
	if err != nil {
		return nil, err
	}
	var ids []record.ID
	for _, e := range st.Entries() {
		ids = append(ids, e.Fact, e.Other)
	}
	there, err := leadsOf(ctx, v.Store, ids) // all at once
	if err != nil {
		return nil, err
	}
	return st.Orphans(func(id record.ID) (bool, error) {
		if id.Kind == record.Disagreements {
			for _, err := range v.Store.Disagreements(ctx, Query{ID: id}) {
				return err == nil, err
			}
			return false, nil
		}
		if d, ok := st.Added(id); ok {
			a, err := v.Store.Article(ctx, d.Article)
			if errors.Is(err, ErrUnknown) {
				return false, nil
			}
			return err == nil && review.AddedFact(d, a) != nil, err
		}
		if _, ok := there[id]; ok {
			return true, nil
		}
		f, err := kept(ctx, v.Store, id)
		return f != nil, err
	})
}

// Facts yields the facts that q asks for as people have decided them.
func (v *View) Facts(ctx context.Context, q Query) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		o, err := v.overlay(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		b := newBinder(ctx, o)
		if !b.concerns(q.Kind) {
			for f, err := range v.Store.Facts(ctx, q) {
				if !yield(f, err) {
					return
				}
			}
			return
		}
		limit, skip := q.Limit, q.Offset
		if limit == 0 {
			skip = 0
		}
		given := 0
		b.facts(q, func(f *record.Fact, err error) bool {
			switch {
			case err != nil:
				yield(nil, err)
				return false
			case skip > 0:
				skip--
				return true
			}
			given++
			return yield(f, nil) && (limit == 0 || given < limit)
		})
	}
}

// CopyTo writes a copy of the record to a new file, with what was read and what
// was decided.
func (v *View) CopyTo(ctx context.Context, path string) error { return v.Store.Backup(ctx, path) }

// Accepted is the reading of an article so far as people stand behind it: only
// findings whose facts they accepted, corrected or added, as they decided.
// Blocks, names and dates are as read.
func (v *View) Accepted(ctx context.Context, article string) (*fact.Reading, error) {
	return v.Chosen(ctx, article, func(f *record.Fact) bool {
		return f.Review != nil && (f.Review.Status == "accepted" || f.Review.Status == "corrected" || f.Review.Status == "added")
	})
}

// Chosen is the reading of an article with only those findings, as people
// decided them, whose facts are to be kept.
func (v *View) Chosen(ctx context.Context, article string, keep func(*record.Fact) bool) (*fact.Reading, error) {
	r, err := v.Store.Reading(ctx, article)
	if err != nil {
		return nil, err
	}
	out := *r
	out.Statements, out.Meetings, out.Commitments, out.Demands, out.Ceasefires, out.Figures, out.Incidents = nil, nil, nil, nil, nil, nil, nil
	for _, k := range record.Kinds() {
		for f, err := range v.Facts(ctx, Query{Kind: k, Article: article}) {
			if err != nil {
				return nil, err
			}
			if !keep(f) {
				continue
			}
			for _, e := range f.Evidence {
				if e.Article.ID == article {
					appendBody(&out, e.Body)
				}
			}
		}
	}
	return &out, nil
}

func appendBody(r *fact.Reading, body any) {
	switch b := body.(type) {
	case *fact.Meeting:
		r.Meetings = append(r.Meetings, *b)
	case *fact.Statement:
		r.Statements = append(r.Statements, *b)
	case *fact.Commitment:
		r.Commitments = append(r.Commitments, *b)
	case *fact.Demand:
		r.Demands = append(r.Demands, *b)
	case *fact.Ceasefire:
		r.Ceasefires = append(r.Ceasefires, *b)
	case *fact.Incident:
		r.Incidents = append(r.Incidents, *b)
	case *fact.Figure:
		r.Figures = append(r.Figures, *b)
	}
}
