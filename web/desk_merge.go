package web

import (
	"net/url"
	"strings"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// pairPage is the merge desk: two facts that may be one, side by side.
type pairPage struct {
	Kind   string
	A, B   *pairSide
	Why    []tieView
	Apart  bool // people say that they are two
	Merged bool
	Skip   string
	More   bool // the search stopped before the end
	Next   string
	Given  string // id that the visitor asked about
	Last   *entryView
	Back   string
	Others []tieView // further facts that A may be one with
}

// pairSide is one of the two.
type pairSide struct {
	ID, Title, Kind string
	Days            string
	Rows            []pair
	Names           []string // participants, or wordings of a name
	Contexts        []contextView
	More            int
}

// mostLooked is how many facts one request looks through for ties.
const mostLooked = 400

func (d *desk) showPairs(v *visit) error {
	in := v.URL.Query()
	p := pairPage{Kind: record.Actors.String(), Given: in.Get("a")}
	k := record.Actors
	if in.Get("kind") == record.Meetings.String() {
		p.Kind, k = record.Meetings.String(), record.Meetings
	}
	st, err := d.v.State(v.ctx())
	if err != nil {
		return err
	}
	p.Last = lastOf(v.lang, st, coderOf(v))
	if a, bad := record.ParseID(strings.TrimSpace(in.Get("a"))); bad == nil && (a.Kind == record.Actors || a.Kind == record.Meetings) {
		b, _ := record.ParseID(strings.TrimSpace(in.Get("b")))
		p.Kind = a.Kind.String()
		if err := d.pairOf(v, &p, st, a, b); err != nil {
			return err
		}
	} else if err := d.nextPair(v, &p, st, k, in.Get("after")); err != nil {
		return err
	}
	return d.render(v, 200, "desk_merge", titleKey("merge-desk"), p)
}

// nextPair finds the next two of a kind, from a cursor on, about which nobody
// has said whether they are one.
func (d *desk) nextPair(v *visit, p *pairPage, st *review.State, k record.Kind, after string) error {
	looked := 0
	var found [2]record.ID
	for f, err := range d.v.Facts(v.ctx(), store.Query{Kind: k, After: after, Most: 1}) {
		if err != nil {
			return err
		}
		if looked++; looked > mostLooked {
			p.More, p.Next = true, d.pairsAt(v, k, f.At)
			return nil
		}
		ts, err := d.v.Ties(v.ctx(), f.ID)
		if err != nil {
			return err
		}
		for _, t := range ts {
			other := t.B
			if other == f.ID {
				other = t.A
			}
			if t.Same || f.ID.Hash > other.Hash || st.Lead(other) == st.Lead(f.ID) || st.Apart(f.ID, other) || st.Rejected(other) {
				continue
			}
			found = [2]record.ID{f.ID, other}
			break
		}
		if !found[0].IsZero() {
			p.Skip = d.pairsAt(v, k, f.At)
			break
		}
	}
	if found[0].IsZero() {
		return nil
	}
	return d.pairOf(v, p, st, found[0], found[1])
}

func (d *desk) pairsAt(v *visit, k record.Kind, after string) string {
	q := url.Values{"kind": {k.String()}, "after": {after}}
	return address(v.lang, "review", "merge") + "?" + q.Encode()
}

// pairOf lays two facts side by side; b may be nothing yet.
func (d *desk) pairOf(v *visit, p *pairPage, st *review.State, a, b record.ID) error {
	var err error
	if p.A, err = d.side(v, a); err != nil {
		return err
	}
	if !b.IsZero() && b.Kind == a.Kind {
		if p.B, err = d.side(v, b); err != nil {
			return err
		}
		p.Apart, p.Merged = st.Apart(a, b), st.Lead(a) == st.Lead(b)
	}
	all, err := d.ties(v, a)
	if err != nil {
		return err
	}
	for _, t := range all {
		if t.ID == b.String() {
			p.Why = append(p.Why, t)
		} else if !t.Same {
			p.Others = append(p.Others, t)
		}
	}
	return nil
}

func (d *desk) side(v *visit, id record.ID) (*pairSide, error) {
	for f, err := range d.v.Facts(v.ctx(), store.Query{Kind: id.Kind, ID: id, Most: mostEvidence, Limit: 1}) {
		if err != nil {
			return nil, err
		}
		return sideOf(v.lang, f), nil
	}
	return nil, errNoFact
}

func sideOf(l minutes.Lang, f *record.Fact) *pairSide {
	s := &pairSide{ID: f.ID.String(), Kind: f.ID.Kind.String()}
	add := func(key, value string) {
		if value = clean(value); value != "" {
			s.Rows = append(s.Rows, pair{Key: key, Value: shorten(value, 200)})
		}
	}
	if f.ID.Kind == record.Actors {
		a := record.MergeActor(f)
		s.Title = clean(a.Name)
		add("english", a.English)
		add("kind", word(l, string(a.Type)))
		for _, r := range a.Roles[:min(len(a.Roles), 4)] {
			add("office", r.Office)
		}
		for _, x := range a.Aliases[:min(len(a.Aliases), 8)] {
			s.Names = append(s.Names, clean(x.Words))
		}
	} else {
		m := record.MergeMeeting(f)
		s.Title, s.Days = meetingTitle(l, m), joinDays(m.First, m.Last)
		add("talks", m.Process)
		for _, x := range m.Status {
			add("status", word(l, x.Value))
		}
		for _, x := range m.Place {
			add("place", x.Value)
		}
		for _, x := range m.Participants[:min(len(m.Participants), 12)] {
			s.Names = append(s.Names, clean(x.Name))
		}
	}
	for i, e := range f.Evidence {
		if i == 3 {
			s.More = len(f.Evidence) + f.Left - i
			break
		}
		s.Contexts = append(s.Contexts, contextOf(l, f.ID, e))
	}
	return s
}

// pair takes a decision on two facts and leads to the next two.
func (d *desk) pair(v *visit) error {
	if err := v.form(); err != nil {
		return err
	}
	f := v.PostForm
	id, err := record.ParseID(f.Get("fact"))
	if err != nil {
		return errNoFact
	}
	verb := review.Verb(f.Get("verb"))
	if verb != review.Merge && verb != review.Apart {
		return &fault{422, "bad-decision"}
	}
	ds, err := d.asked(v, verb, id)
	if err != nil {
		return err
	}
	if err := d.take(v, ds...); err != nil {
		return err
	}
	if f.Get("to") == "item" {
		return v.goTo([]string{"review"}, url.Values{"at": {id.String()}})
	}
	return v.goTo([]string{"review", "merge"}, url.Values{"kind": {id.Kind.String()}})
}
