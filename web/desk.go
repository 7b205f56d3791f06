package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"mahdar/access"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// desk is where people decide on facts. It needs a record that keeps decisions
// and knows what follows from them, and a Guard that says who decides.
type desk struct {
	*Server
	v *store.View
}

// deskOf is the desk of a record, nil where nothing can be decided on it.
func (s *Server) deskOf() *desk {
	v, ok := s.opt.Record.(*store.View)
	if !ok || s.opt.Access == nil {
		return nil
	}
	return &desk{s, v}
}

// deskRoutes adds the pages of the desk.
func (s *Server) deskRoutes(m map[string]func(*visit) error) {
	m["GET /decided"] = s.showDecided
	d := s.deskOf()
	if d == nil {
		return
	}
	m["GET /review"] = d.showQueue
	m["POST /review"] = d.decide
	m["POST /undo"] = d.undo
	m["GET /review/bulk"] = d.showBulk
	m["POST /review/bulk"] = d.bulk
	m["GET /review/merge"] = d.showPairs
	m["POST /merge"] = d.pair
	m["GET /review/mark"] = d.showMark
	m["POST /mark"] = d.mark
	m["GET /adjudicate"] = d.showDiffering
	m["POST /adjudicate"] = d.adjudicate
}

// coderOf signs the decisions of a visit.
func coderOf(v *visit) string {
	return strings.Join(strings.Fields(access.FromContext(v.ctx()).Name), " ")
}

// own is the record as the coder sees it: what was read, and what he decided.
func (d *desk) own(v *visit) *store.View { return d.v.As(coderOf(v)) }

// new is a decision of the visit's coder.
func (d *desk) new(v *visit, verb review.Verb, id record.ID) review.Decision {
	return review.Decision{At: time.Now(), Coder: coderOf(v), Role: review.Coder, Verb: verb, Fact: id, Reason: plainLine(v.PostForm.Get("reason"))}.Normal()
}

// take keeps decisions, which the log is told of.
func (d *desk) take(v *visit, ds ...review.Decision) error {
	for _, x := range ds {
		if err := x.Check(); err != nil {
			return &fault{http.StatusUnprocessableEntity, "bad-decision"}
		}
	}
	_, err := d.v.Take(v.ctx(), ds...)
	if err == nil && len(ds) > 0 {
		access.Note(v.ctx(), fmt.Sprintf("%s %s%s", ds[0].Verb, ds[0].Fact, more(len(ds))))
	}
	return err
}

func more(n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n-1)
}

// plainLine is words on one line without controls.
func plainLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 }), " ")
}

// goTo answers a form by leading to a page.
func (v *visit) goTo(parts []string, q url.Values) error {
	to := address(v.lang, parts...)
	if len(q) > 0 {
		to += "?" + q.Encode()
	}
	http.Redirect(v.w, v.Request, to, http.StatusSeeOther)
	return nil
}

// form reads a form that was sent.
func (v *visit) form() error {
	if v.PostForm != nil {
		return nil
	}
	if err := v.ParseForm(); err != nil {
		return &fault{http.StatusBadRequest, "bad-decision"}
	}
	return nil
}

// deskKinds are the kinds in the order of a queue: what minutes rest on first.
func deskKinds() []record.Kind {
	return []record.Kind{record.Meetings, record.Statements, record.Commitments, record.Demands, record.Ceasefires, record.Figures, record.Incidents, record.Actors, record.Disagreements}
}

func kindNamed(name string) (record.Kind, bool) {
	for _, k := range deskKinds() {
		if k.String() == name {
			return k, true
		}
	}
	return 0, false
}

// choosing says what comes into the queue.
type choosing struct {
	Kind, Talks, Rule, Act, Article string
	Single                          bool // told by one article only
	All                             bool // also what the coder has judged
	talks                           bool // Talks was given
}

func choosingOf(q url.Values) choosing {
	c := choosing{Kind: q.Get("kind"), Talks: q.Get("talks"), Rule: strings.TrimSpace(q.Get("rule")), Act: strings.TrimSpace(q.Get("act")),
		Article: strings.TrimPrefix(strings.TrimSpace(q.Get("article")), "sha256:"), Single: q.Get("single") != "", All: q.Get("all") != ""}
	c.talks = c.Talks != ""
	if _, ok := kindNamed(c.Kind); !ok {
		c.Kind = ""
	}
	return c
}

// values are c as a query.
func (c choosing) values() url.Values {
	q := url.Values{}
	set := func(k, x string) {
		if x != "" {
			q.Set(k, x)
		}
	}
	set("kind", c.Kind)
	set("talks", c.Talks)
	set("rule", c.Rule)
	set("act", c.Act)
	set("article", c.Article)
	if c.Single {
		q.Set("single", "1")
	}
	if c.All {
		q.Set("all", "1")
	}
	return q
}

func (c choosing) kinds() []record.Kind {
	if k, ok := kindNamed(c.Kind); ok {
		return []record.Kind{k}
	}
	return deskKinds()
}

func (c choosing) query(k record.Kind) store.Query {
	q := store.Query{Kind: k}
	if c.talks {
		key := c.Talks
		if key == noTalks {
			key = ""
		}
		q.Process = &key
	}
	if len(c.Article) == 64 {
		q.Article = "sha256:" + c.Article
	}
	return q
}

// fits reports whether a fact is one of those chosen.
func (c choosing) fits(f *record.Fact) bool {
	if c.Single && len(f.Evidence)+f.Left > 1 || c.Act != "" && !strings.EqualFold(f.Label, c.Act) {
		return false
	}
	return c.Rule == "" || slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return record.RuleOf(e.Body) == c.Rule })
}

// item is one thing to decide on.
type item struct {
	id      record.ID
	fact    *record.Fact
	quarrel *record.Disagreement
	status  string // "" where the coder has not judged it
	at      string // cursor
}

// deskSpot is a place in the queue: a kind and a cursor in it.
type deskSpot struct {
	kind record.Kind
	at   string
}

func (s deskSpot) String() string { return s.kind.String() + "." + s.at }

func deskSpotOf(s string) (deskSpot, bool) {
	name, at, ok := strings.Cut(s, ".")
	k, known := kindNamed(name)
	return deskSpot{k, at}, ok && known
}

// next is the first thing after a spot (of the queue's beginning, where from is
// nil) that is chosen and that the coder has not judged; with back, the nearest
// before it whether judged or not. nil where there is none.
func (d *desk) next(ctx context.Context, own *store.View, c choosing, from *deskSpot, back bool) (*item, error) {
	kinds := c.kinds()
	if back {
		slices.Reverse(kinds)
	}
	if from != nil {
		if i := slices.Index(kinds, from.kind); i >= 0 {
			kinds = kinds[i:]
		}
	}
	st, err := own.State(ctx)
	if err != nil {
		return nil, err
	}
	for _, k := range kinds {
		q := c.query(k)
		q.Back, q.Most = back, fewEvidence
		if from != nil && from.kind == k {
			q.After = from.at
		}
		var found *item
		if k == record.Disagreements {
			found, err = d.nextQuarrel(ctx, st, c, q, back)
		} else {
			found, err = d.nextFact(ctx, own, st, c, q, back)
		}
		if found != nil || err != nil {
			return found, err
		}
	}
	return nil, nil
}

func (d *desk) nextFact(ctx context.Context, own *store.View, st *review.State, c choosing, q store.Query, back bool) (*item, error) {
	facts := own.Facts(ctx, q)
	if back { // what was rejected is to be seen again
		facts = own.Store.Facts(ctx, q)
	}
	for f, err := range facts {
		if err != nil {
			return nil, err
		}
		if len(f.Evidence) == 0 || !c.fits(f) || !back && !c.All && st.Reviewed(f.ID) {
			continue
		}
		return &item{id: f.ID, at: f.At}, nil
	}
	return nil, nil
}

func (d *desk) nextQuarrel(ctx context.Context, st *review.State, c choosing, q store.Query, back bool) (*item, error) {
	if c.Article != "" || c.Rule != "" || c.Act != "" || c.Single {
		return nil, nil
	}
	q.Kind = 0
	for x, err := range d.v.Disagreements(ctx, q) {
		if err != nil {
			return nil, err
		}
		if _, judged := st.Resolution(x.ID); judged && !back && !c.All {
			continue
		}
		return &item{id: x.ID, at: x.At}, nil
	}
	return nil, nil
}

// load is the thing of an id as the coder sees it; what he has rejected is
// shown as it was read.
func (d *desk) load(ctx context.Context, own *store.View, id record.ID) (*item, error) {
	if id.Kind == record.Disagreements {
		return d.loadQuarrel(ctx, own, id)
	}
	for i, from := range []store.Store{own, own.Store, d.v} {
		for f, err := range from.Facts(ctx, store.Query{Kind: id.Kind, ID: id, Limit: 1}) {
			if err != nil {
				return nil, err
			}
			if len(f.Evidence) == 0 {
				continue
			}
			it := &item{id: f.ID, fact: f, at: f.At}
			switch {
			case i == 1:
				it.status = "rejected"
			case f.Review != nil && i == 0:
				it.status = f.Review.Status
			}
			return it, nil
		}
	}
	return nil, errNoFact
}

func (d *desk) loadQuarrel(ctx context.Context, own *store.View, id record.ID) (*item, error) {
	st, err := own.State(ctx)
	if err != nil {
		return nil, err
	}
	for x, err := range d.v.Disagreements(ctx, store.Query{ID: id}) {
		if err != nil {
			return nil, err
		}
		it := &item{id: x.ID, quarrel: x, at: x.At}
		if r, ok := st.Resolution(id); ok {
			it.status = "resolved"
			if r.Open {
				it.status = "left-open"
			}
		}
		return it, nil
	}
	return nil, errNoFact
}

// mayDecide reports whether the visitor may decide on facts here.
func (s *Server) mayDecide(v *visit) bool {
	return access.FromContext(v.ctx()).Role.Can(access.Coder) && s.deskOf() != nil
}

// onDesk reports whether a page is one on which people decide.
func (s *Server) onDesk(v *visit, page string) bool {
	return strings.HasPrefix(page, "desk") || page == "adjudicate" || page == "decided" || page == "fact" || page == "meeting" || page == "disagreements" || page == "try" || page == "article" && s.mayDecide(v)
}

// deskNav are the desk's places in the navigation, for those who may go there.
func (s *Server) deskNav(v *visit, page string) (out []navItem) {
	role := access.FromContext(v.ctx()).Role
	for _, n := range []struct {
		key  string
		path []string
		need access.Role
		desk bool
	}{{"desk", []string{"review"}, access.Coder, true}, {"desk_merge", []string{"review", "merge"}, access.Coder, true}, {"adjudicate", []string{"adjudicate"}, access.Adjudicator, true}, {"decided", []string{"decided"}, access.Reader, false}} {
		if _, ok := s.opt.Record.(stated); !ok || !role.Can(n.need) || n.desk && s.deskOf() == nil {
			continue
		}
		out = append(out, navItem{n.key, address(v.lang, n.path...), n.key == page})
	}
	return out
}
