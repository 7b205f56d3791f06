package storetest

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// deciding makes decisions, one a minute.
type deciding struct {
	t *testing.T
	v *store.View
	n int
}

func (d *deciding) take(who string, x review.Decision) review.Decision {
	d.t.Helper()
	d.n++
	x.At = time.Date(2031, 5, 4, 9, d.n, 0, 0, time.UTC)
	x.Coder = who
	x = x.Normal()
	if n := must[int](d.t)(d.v.Take(d.t.Context(), x)); n != 1 {
		d.t.Fatalf("%d decisions were new: %+v", n, x)
	}
	return x
}

func (d *deciding) correct(id record.ID, slot, value string) {
	d.t.Helper()
	d.take("huda", review.Decision{Fact: id, Verb: review.Correct, Slot: slot, Value: value})
}

// decided is a store of ten rounds with decisions of all kinds on them.
func decided(t *testing.T, s store.Store) (*store.View, []*record.Fact) {
	for n := range 10 {
		add(t, s, Parcel(n, 1))
	}
	add(t, s, Parcel(3, 2))
	v := store.Reviewed(s)
	d := &deciding{t: t, v: v}
	ms := all(t, s, store.Query{Kind: record.Meetings})
	ss := all(t, s, store.Query{Kind: record.Statements})
	d.take("huda", review.Decision{Fact: ss[0].ID, Verb: review.Reject, Reason: "عنوان لا خبر"})
	d.correct(ss[1].ID, "act", "demand")
	d.correct(ss[2].ID, "about", ms[5].ID.String())
	d.correct(ss[3].ID, "said", "2031-12-24")
	d.correct(ms[6].ID, "process", "shams")
	d.correct(ms[6].ID, "status", "collapsed")
	d.take("omar", review.Decision{Fact: ms[8].ID, Verb: review.Merge, Other: ms[9].ID})
	three := must[*record.Article](t)(s.Article(t.Context(), ms[3].Evidence[1].Article.ID))
	d.take("omar", review.Decision{Fact: ms[3].ID, Verb: review.Split, Article: three.ID})
	start := len([]rune(three.Text[:strings.Index(three.Text, "وشارك في الجولة")]))
	added := d.take("omar", review.Decision{Fact: review.AddedID(record.Demands, three.ID, start, start+15), Verb: review.Add, Article: three.ID, Start: start, End: start + 15, Exact: "وشارك في الجولة"})
	d.correct(added.Fact, "by", "حركة الجبل")
	d.correct(added.Fact, "about", ms[1].ID.String())
	d.take("model", review.Decision{Fact: ms[0].ID, Verb: review.Reject, Role: review.Machine})
	d.take("omar", review.Decision{Fact: record.ID{Kind: record.Figures, Hash: 7}, Verb: review.Reject})
	return v, ms
}

func decisions(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	v, ms := decided(t, s)
	count := func(q store.Query) int { t.Helper(); return len(all(t, v, q)) }
	qamar, shams := "qamar", "shams"
	for name, c := range map[string]struct {
		store.Query
		want int
	}{
		"rejected facts are left out":      {store.Query{Kind: record.Statements}, 9},
		"a machine rejects nothing":        {store.Query{Kind: record.Meetings, ID: ms[0].ID}, 1},
		"one moved to another meeting":     {store.Query{Kind: record.Statements, About: ms[5].ID}, 2},
		"and gone from its own":            {store.Query{Kind: record.Statements, About: ms[2].ID}, 0},
		"two merged, one split":            {store.Query{Kind: record.Meetings}, 10},
		"either name of a merged fact":     {store.Query{Kind: record.Meetings, ID: ms[9].ID}, 1},
		"what belonged to both":            {store.Query{Kind: record.Statements, About: ms[8].ID}, 2},
		"a meeting under other talks":      {store.Query{Kind: record.Meetings, Process: &shams}, 1},
		"takes its statements along":       {store.Query{Kind: record.Statements, Process: &shams}, 1},
		"out of the former":                {store.Query{Kind: record.Statements, Process: &qamar}, 8},
		"added":                            {store.Query{Kind: record.Demands}, 1},
		"added to a meeting":               {store.Query{Kind: record.Demands, About: ms[1].ID}, 1},
		"by a corrected day":               {store.Query{Kind: record.Statements, From: "2031-12-01", To: "2031-12-31"}, 1},
		"not by the day that was read":     {store.Query{Kind: record.Statements, From: "2031-01-04", To: "2031-01-04"}, 0},
		"limited":                          {store.Query{Kind: record.Statements, Limit: 4, Offset: 6}, 3},
		"of an article":                    {store.Query{Kind: record.Meetings, Article: ms[3].Evidence[1].Article.ID}, 1},
		"of an actor who has it as before": {store.Query{Kind: record.Meetings, Actor: must[record.ID](t)(record.ParseID(ms[0].ID.String()))}, 0},
	} {
		if got := count(c.Query); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	decisionsHold(t, s, v)
}

// decisionsHold asks of a view of decided what the corrected, added and orphaned facts say, and
// that the store beneath it is as it was.
func decisionsHold(t *testing.T, s store.Store, v *store.View) {
	t.Helper()
	shams := "shams"
	one := all(t, v, store.Query{Kind: record.Statements, From: "2031-01-02", To: "2031-01-02"})
	if len(one) != 1 || one[0].Label != "demand" || one[0].Review == nil || one[0].Review.Slots[0].Read != "pledge" {
		t.Errorf("corrected: %+v", one)
	}
	sm := all(t, v, store.Query{Kind: record.Meetings, Process: &shams})
	if len(sm) != 1 || record.MergeMeeting(sm[0]).Status.One() != "collapsed" {
		t.Errorf("corrected meeting: %+v", sm)
	}
	c := must[store.Counts](t)(v.Counts(t.Context()))
	if c.Of(record.Statements) != 9 || c.Of(record.Meetings) != 10 || c.Of(record.Demands) != 1 {
		t.Errorf("counts: %+v", c)
	}
	ps := must[[]store.Process](t)(v.Processes(t.Context()))
	if len(ps) != 2 || ps[1].Key != "shams" || ps[1].First != "2031-01-07" {
		t.Errorf("processes: %+v", ps)
	}
	os := must[[]review.Entry](t)(v.Orphans(t.Context()))
	if len(os) != 1 || os[0].Fact.Kind != record.Figures {
		t.Errorf("orphans: %+v", os)
	}
	if got := len(all(t, s, store.Query{Kind: record.Statements})); got != 10 {
		t.Errorf("the store beneath has %d statements", got)
	}
	r := must[*fact.Reading](t)(v.Accepted(t.Context(), sm[0].Evidence[0].Article.ID))
	if len(r.Meetings) != 1 || r.Meetings[0].Status != "collapsed" || len(r.Statements) != 0 {
		t.Errorf("accepted: %+v", r)
	}
	if again := must[int](t)(v.Take(t.Context(), must[[]review.Decision](t)(store.AllDecisions(t.Context(), s))...)); again != 0 {
		t.Errorf("%d decisions were taken twice", again)
	}
}

// Decisions that are written, read and taken by a record that is built again,
// in any order and before or after its articles, give the same record.
func decisionsRoundTrip(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	v, _ := decided(t, s)
	want := dump(t, v)
	var b bytes.Buffer
	if err := review.WriteCSV(&b, must[[]review.Decision](t)(store.AllDecisions(t.Context(), s))); err != nil {
		t.Fatal(err)
	}
	ds, faults, err := review.ReadCSV(&b)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	for seed, early := range []bool{true, false} {
		rng := rand.New(rand.NewPCG(uint64(seed), 3))
		rng.Shuffle(len(ds), func(i, j int) { ds[i], ds[j] = ds[j], ds[i] })
		again := open(t)
		w := store.Reviewed(again)
		if early {
			must[int](t)(w.Take(t.Context(), ds...))
		}
		add(t, again, Parcel(3, 2))
		for _, n := range rng.Perm(10) {
			add(t, again, Parcel(n, 1))
		}
		if !early {
			must[int](t)(w.Take(t.Context(), ds...))
		}
		if got := dump(t, store.Reviewed(again)); got != want {
			t.Errorf("early %v:\n%s\nwant\n%s", early, got, want)
		}
	}
}

// A fact that a new version no longer finds leaves its decisions orphaned;
// when it comes back they hold again.
func decisionsOrphaned(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(6, 1))
	v := store.Reviewed(s)
	d := &deciding{t: t, v: v}
	st := all(t, s, store.Query{Kind: record.Statements})[0]
	d.correct(st.ID, "act", "deny")
	want := dump(t, v)
	doc, r := Article(6, 1)
	r.Statements = nil
	add(t, s, pack(doc, r, "test-2"))
	v = store.Reviewed(s)
	if os := must[[]review.Entry](t)(v.Orphans(t.Context())); len(os) != 1 || os[0].Fact != st.ID {
		t.Errorf("orphans: %+v", os)
	}
	if got := all(t, v, store.Query{Kind: record.Statements}); len(got) != 0 {
		t.Errorf("an orphaned decision made a fact: %+v", got)
	}
	p := Parcel(6, 1)
	p.Reader = "test-3"
	add(t, s, p)
	v = store.Reviewed(s)
	if os := must[[]review.Entry](t)(v.Orphans(t.Context())); len(os) != 0 {
		t.Errorf("orphans: %+v", os)
	}
	if got := dump(t, v); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A view shows what others decide and what articles come in at once, with what
// was decided laid over it.
func decisionsSeen(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(1, 1))
	add(t, s, Parcel(2, 1))
	v, w := store.Reviewed(s), store.Reviewed(s)
	ms := all(t, v, store.Query{Kind: record.Meetings})
	if len(ms) != 2 {
		t.Fatalf("%d meetings", len(ms))
	}
	d := &deciding{t: t, v: w}
	d.take("huda", review.Decision{Fact: ms[0].ID, Verb: review.Merge, Other: ms[1].ID})
	if got := len(all(t, v, store.Query{Kind: record.Meetings})); got != 1 {
		t.Errorf("merged by another there are %d meetings", got)
	}
	add(t, s, Parcel(1, 2))
	got := all(t, v, store.Query{Kind: record.Meetings})
	if len(got) != 1 || len(got[0].Evidence) != 3 {
		t.Errorf("after another article of the round: %+v", got)
	}
	add(t, s, Parcel(3, 1))
	if got := len(all(t, v, store.Query{Kind: record.Meetings})); got != 2 {
		t.Errorf("after another round there are %d meetings", got)
	}
	if c := must[store.Counts](t)(v.Counts(t.Context())); c.Of(record.Meetings) != 2 {
		t.Errorf("%d are counted", c.Of(record.Meetings))
	}
	d.take("huda", review.Decision{Fact: ms[0].ID, Verb: review.Apart, Other: ms[1].ID})
	if got := len(all(t, v, store.Query{Kind: record.Meetings})); got != 2 {
		t.Errorf("to keep apart what is merged already parts it: %d", got)
	}
	own := v.As("omar")
	if got := len(all(t, own, store.Query{Kind: record.Meetings})); got != 3 {
		t.Errorf("who has decided nothing sees %d meetings", got)
	}
}
