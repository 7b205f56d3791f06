package store

import (
	"cmp"
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

	mu    sync.Mutex
	state *review.State
	at    time.Time
}

// Reviewed lays people's decisions over the facts of s.
func Reviewed(s Store) *View { return &View{Store: s} }

// As is the record as one coder sees it: by his own decisions alone.
func (v *View) As(coder string) *View { return &View{Store: v.Store, coder: coder} }

// fresh is how long decisions are trusted to be all: others may decide, too.
const fresh = time.Second

// State is what all decisions come to.
func (v *View) State(ctx context.Context) (*review.State, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.state != nil && time.Since(v.at) < fresh {
		return v.state, nil
	}
	ds, err := v.decided(ctx)
	if err != nil {
		return nil, err
	}
	var ids []record.ID
	for _, d := range ds {
		ids = append(ids, d.Fact, d.Other)
	}
	leads, err := leadsOf(ctx, v.Store, ids)
	if err != nil {
		return nil, err
	}
	v.state = review.FoldUnder(ds, func(id record.ID) record.ID {
		if lead, ok := leads[id]; ok {
			return lead
		}
		return id
	})
	v.at = time.Now()
	return v.state, nil
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

func (v *View) decided(ctx context.Context) ([]review.Decision, error) {
	ds, err := AllDecisions(ctx, v.Store)
	if err == nil && v.coder != "" {
		ds = review.Of(ds, v.coder)
	}
	return ds, err
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
		if err := json.Unmarshal([]byte(d.Body), &out[i]); err != nil {
			return nil, fmt.Errorf("the decision of %s at %s on %s cannot be read: %w; update mahdar", d.Who, d.At.Format(time.RFC3339), d.Fact, err)
		}
	}
	return out, nil
}

// Take keeps decisions and reports how many of them were new. What it has
// acknowledged survives a crash; on an error some of them may be kept, and the
// same call can be made again.
func (v *View) Take(ctx context.Context, ds ...review.Decision) (added int, err error) {
	defer v.forget()
	for _, d := range ds {
		if err := d.Normal().Check(); err != nil {
			return 0, fmt.Errorf("the decision to %s %s: %w", d.Verb, d.Fact, err)
		}
	}
	old, err := AllDecisions(ctx, v.Store)
	if err != nil {
		return 0, err
	}
	there := map[string]bool{}
	for _, d := range old {
		there[d.ID()] = true
	}
	for _, d := range ds {
		d = d.Normal()
		id := d.ID()
		if there[id] {
			continue
		}
		body, err := json.Marshal(d)
		if err != nil {
			return added, err
		}
		if err := v.Store.Decide(ctx, Decision{At: d.At, Who: d.Coder, Fact: d.Fact, Verb: string(d.Verb), Body: string(body)}); err != nil {
			return added, err
		}
		there[id] = true
		added++
	}
	return added, nil
}

func (v *View) forget() {
	v.mu.Lock()
	v.state = nil
	v.mu.Unlock()
}

// Decide adds a decision in the store's own form.
func (v *View) Decide(ctx context.Context, d Decision) error {
	defer v.forget()
	return v.Store.Decide(ctx, d)
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
		f, err := kept(ctx, v.Store, id)
		return f != nil, err
	})
}

// Facts yields the facts that q asks for as people have decided them.
func (v *View) Facts(ctx context.Context, q Query) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		st, err := v.State(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		b := newBinder(ctx, v.Store, st)
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

// Counts counts the facts as people have decided them.
func (v *View) Counts(ctx context.Context) (Counts, error) {
	c, err := v.Store.Counts(ctx)
	if err != nil {
		return c, err
	}
	st, err := v.State(ctx)
	if err != nil {
		return c, err
	}
	b := newBinder(ctx, v.Store, st)
	for _, k := range record.Kinds() {
		var out []record.ID
		for _, g := range st.Groups(k, nil) {
			if g.Out {
				out = append(out, g.Kept...)
			}
			if !g.Made {
				continue
			}
			before, after, err := b.around(g)
			if err != nil {
				return c, err
			}
			c.Facts[k] += len(after) - len(before)
		}
		there, err := leadsOf(ctx, v.Store, out)
		if err != nil {
			return c, err
		}
		c.Facts[k] -= len(there)
	}
	return c, nil
}

// Processes lists the talks that facts belong to as people have decided them.
func (v *View) Processes(ctx context.Context) ([]Process, error) {
	ps, err := v.Store.Processes(ctx)
	if err != nil {
		return nil, err
	}
	st, err := v.State(ctx)
	if err != nil {
		return nil, err
	}
	b := newBinder(ctx, v.Store, st)
	change := map[string]int{}
	count := func(f *record.Fact, by int) {
		if f.ID.Kind == record.Meetings || f.Process != "" {
			change[f.Process] += by
		}
	}
	seen := map[record.ID]bool{}
	for _, k := range record.Kinds() {
		moved := movesProcess()
		for _, g := range st.Groups(k, nil) {
			if !g.Made && !g.Out && !g.Corrected(moved) {
				continue
			}
			before, after, err := b.around(g)
			if err != nil {
				return nil, err
			}
			for _, f := range before {
				seen[f.ID] = true
				count(f, -1)
			}
			for _, f := range after {
				count(f, 1)
			}
		}
	}
	moved, err := b.movedMeetings()
	if err != nil {
		return nil, err
	}
	for _, m := range moved {
		for _, k := range aboutKinds() {
			for f, err := range v.Store.Facts(ctx, Query{Kind: k, About: m.id}) {
				if err != nil {
					return nil, err
				}
				if !seen[f.ID] && f.Process != m.process {
					count(f, -1)
					seen[f.ID] = true
					change[m.process]++
				}
			}
		}
	}
	if len(change) == 0 {
		return ps, nil
	}
	return v.reckon(ctx, ps, change)
}

// movesProcess says which corrected slots may change the talks of a fact or
// their first day.
func movesProcess() func(string) bool {
	days := moves(Query{})
	return func(slot string) bool { return slot == review.About || days(slot) }
}

// reckon applies changes of counts to ps and finds their days anew.
func (v *View) reckon(ctx context.Context, ps []Process, change map[string]int) ([]Process, error) {
	for key := range change {
		if !slices.ContainsFunc(ps, func(p Process) bool { return p.Key == key }) {
			ps = append(ps, Process{Key: key})
		}
	}
	out := ps[:0]
	for _, p := range ps {
		by, changed := change[p.Key]
		if p.Facts += by; p.Facts <= 0 {
			continue
		}
		if changed {
			p.First = ""
			for _, k := range record.Kinds() {
				if p.Key == "" && k != record.Meetings {
					continue
				}
				for f, err := range v.Facts(ctx, Query{Kind: k, Process: &p.Key, Limit: 1}) {
					if err != nil {
						return nil, err
					}
					if f.First != "" && (p.First == "" || f.First < p.First) {
						p.First = f.First
					}
				}
			}
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Process) int {
		return cmp.Or(compareBool(a.Key == "", b.Key == ""), compareBool(a.First == "", b.First == ""), cmp.Compare(a.First, b.First), cmp.Compare(a.Key, b.Key))
	})
	return out, nil
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
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
