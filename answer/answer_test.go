package answer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"mahdar/answer"
	"mahdar/demo/demotest"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// desk answers about the record of the demo's invented articles.
func desk(t testing.TB) *answer.Desk {
	return answer.New(answer.Options{Record: store.Reviewed(demotest.Record(t)), Place: func(name string) (answer.Spot, bool) {
		return answer.Spot{ID: "inv-marsa", English: "Marsa", Kind: "city", Lat: 1.5, Lon: 2.5, Located: true}, name == "مرساة"
	}})
}

// all goes through every part of a list.
func all[T any](t *testing.T, a answer.Ask, list func(answer.Ask) (*answer.Page[T], error)) (out []T, parts int) {
	t.Helper()
	for parts = 1; ; parts++ {
		p, err := list(a)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Items) > a.Limit {
			t.Fatalf("%d items where %d were asked for", len(p.Items), a.Limit)
		}
		out = append(out, p.Items...)
		if a.Cursor = p.Next; p.Next == "" || parts > 1000 {
			return out, parts
		}
	}
}

// Parts of any size together are the whole list, each item once.
func TestPartsAreTheWhole(t *testing.T) {
	d := desk(t)
	ids := func(a answer.Ask) (out []string) {
		items, _ := all(t, a, func(a answer.Ask) (*answer.Page[answer.Statement], error) { return d.Statements(t.Context(), a) })
		for _, s := range items {
			out = append(out, s.ID)
		}
		return out
	}
	for _, a := range []answer.Ask{{}, {Label: "accuse"}, {Words: "الهدنة"}, {Article: ""}, {From: "2031-03"}} {
		whole, small := a, a
		whole.Limit, small.Limit = answer.MostLimit, 3
		want, got := ids(whole), ids(small)
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%+v: in parts %d, whole %d", a, len(got), len(want))
		}
	}
	n, err := d.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	arts, parts := all(t, answer.Ask{Limit: 4}, func(a answer.Ask) (*answer.Page[answer.Article], error) { return d.Articles(t.Context(), a) })
	if len(arts) != n.Articles || parts != (n.Articles+3)/4 || arts[len(arts)-1].Published != "" && n.Undated > 0 && arts[len(arts)-1].Basis != "inferred" {
		t.Errorf("%d articles in %d parts, want %d", len(arts), parts, n.Articles)
	}
	hits, _ := all(t, answer.Ask{Limit: 2}, func(a answer.Ask) (*answer.Page[answer.Hit], error) { return d.Search(t.Context(), "الهدنة", a) })
	if len(hits) < 3 {
		t.Errorf("%d articles hold الهدنة", len(hits))
	}
	for _, h := range hits {
		for _, p := range h.Places {
			if !strings.Contains(p.Exact, "هدنة") {
				t.Errorf("found %q", p.Exact)
			}
		}
	}
}

// Every place of every piece of evidence holds the words that it says.
func TestEvidenceIsVerbatim(t *testing.T) {
	d, texts := desk(t), map[string][]rune{}
	text := func(id string) []rune {
		if texts[id] == nil {
			a, err := d.Article(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			texts[id] = []rune(a.Text)
			if a.Length != len(texts[id]) {
				t.Errorf("%s: length %d, not %d", id, a.Length, len(texts[id]))
			}
		}
		return texts[id]
	}
	n := 0
	check := func(l answer.Line) {
		t.Helper()
		if len(l.Evidence) == 0 || l.Words == "" || strings.Contains(l.Words, "**") {
			t.Errorf("%s %s: %d pieces of evidence, %q", l.Kind, l.ID, len(l.Evidence), l.Words)
		}
		for _, e := range l.Evidence {
			src := text(e.Source.ID)
			for i, s := range e.Spans {
				n++
				if string(src[s.Start:s.End]) != s.Exact || s.Exact == "" {
					t.Errorf("%s: at %d–%d stands %q, not %q", l.ID, s.Start, s.End, string(src[s.Start:s.End]), s.Exact)
				}
				if i == 0 && !strings.HasSuffix(string(src[:s.Start]), e.Prefix) || i == 0 && !strings.HasPrefix(string(src[s.End:]), e.Suffix) {
					t.Errorf("%s: %q and %q do not stand beside %q", l.ID, e.Prefix, e.Suffix, s.Exact)
				}
			}
			for _, r := range e.Chain {
				if r.Span != nil && string(src[r.Span.Start:r.Span.End]) != r.Span.Exact {
					t.Errorf("%s: the chain's %q stands elsewhere", l.ID, r.Span.Exact)
				}
			}
			if l.Kind != "actor" && e.Rule == "" {
				t.Errorf("%s has no rule", l.ID)
			}
		}
	}
	a := answer.Ask{Limit: answer.MostLimit, Raw: true}
	for _, x := range must(d.Statements(t.Context(), a)) {
		check(x.Line)
	}
	for _, x := range must(d.Meetings(t.Context(), a)) {
		check(x.Line)
	}
	for _, x := range must(d.Commitments(t.Context(), a)) {
		check(x.Line)
	}
	for _, x := range must(d.Demands(t.Context(), a)) {
		check(x.Line)
	}
	for _, x := range must(d.Ceasefires(t.Context(), a)) {
		check(x.Line)
	}
	for _, x := range must(d.Incidents(t.Context(), a)) {
		check(x.Line)
	}
	for _, x := range must(d.Figures(t.Context(), a)) {
		check(x.Line)
	}
	for _, x := range must(d.Actors(t.Context(), a)) {
		check(x.Line)
	}
	if n < 200 {
		t.Errorf("only %d places", n)
	}
}

func must[T any](p *answer.Page[T], err error) []T {
	if err != nil {
		panic(err)
	}
	return p.Items
}

func TestFilters(t *testing.T) {
	d, ctx := desk(t), t.Context()
	a := answer.Ask{Limit: answer.MostLimit}
	whole := must(d.Statements(ctx, a))
	byWho := map[answer.Party]int{}
	for _, s := range whole {
		byWho[s.Speaker]++
	}
	var who answer.Party
	for p, n := range byWho {
		if p.ID != "" && n > byWho[who] {
			who = p
		}
	}
	a.Speaker = who.ID
	if got := must(d.Statements(ctx, a)); len(got) < byWho[who] {
		t.Errorf("%s said %d things, filtered by id %d", who.Name, byWho[who], len(got))
	}
	a.Speaker = who.Name
	for _, s := range must(d.Statements(ctx, a)) {
		if !strings.Contains(s.Speaker.Name+s.As, strings.Fields(who.Name)[0]) {
			t.Errorf("asked for %s, got %s", who.Name, s.Speaker.Name)
		}
	}
	a.Speaker, a.Label = "", "deny"
	for _, s := range must(d.Statements(ctx, a)) {
		if s.Act != "deny" {
			t.Errorf("asked for denials, got %s", s.Act)
		}
	}
	a = answer.Ask{Limit: answer.MostLimit, From: "2031-03-01", To: "2031-03-31"}
	for _, m := range must(d.Meetings(ctx, a)) {
		if m.First > "2031-03-31" || m.Last != "" && m.Last < "2031-03-01" {
			t.Errorf("%s to %s is not in March", m.First, m.Last)
		}
	}
	if p, err := d.Statements(ctx, answer.Ask{Process: "no-such-talks"}); err != nil || len(p.Items) > 0 || !strings.Contains(p.Note, "no-such-talks") {
		t.Errorf("talks that are not there: %+v, %v", p, err)
	}
}

// One meeting, one actor, one disagreement, and what each rests on.
func TestSingles(t *testing.T) {
	d, ctx := desk(t), t.Context()
	for _, m := range must(d.Meetings(ctx, answer.Ask{Limit: 30})) {
		p, err := d.Meeting(ctx, m.ID, answer.Ask{})
		if err != nil || p.ID != m.ID {
			t.Fatalf("%s: %v", m.ID, err)
		}
	}
	for _, x := range must(d.Actors(ctx, answer.Ask{Limit: 20})) {
		p, err := d.Actor(ctx, x.ID, answer.Ask{})
		if err != nil || p.Name != x.Name {
			t.Fatalf("%s: %v", x.ID, err)
		}
	}
	for _, x := range must(d.Disagreements(ctx, answer.Ask{})) {
		p, err := d.Explain(ctx, x.ID, answer.Ask{})
		if err != nil || p.Disagreement == nil || len(p.Disagreement.Positions) < 2 {
			t.Fatalf("%s: %v", x.ID, err)
		}
	}
	s := must(d.Statements(ctx, answer.Ask{Limit: 1}))[0]
	e, err := d.Explain(ctx, s.ID, answer.Ask{Lang: "ar"})
	if err != nil || len(e.Sentences) == 0 || !strings.Contains(strings.Join(strings.Fields(s.Quote[0]), " "), strings.Fields(e.Sentences[0].Around)[0]) && e.Sentences[0].Around == "" {
		t.Errorf("%+v, %v", e, err)
	}
	m, err := d.Matrix(ctx, "act", nil, answer.Ask{})
	if err != nil || m.Statements == 0 || len(m.Rows) == 0 || m.Rows[0].Total < m.Rows[len(m.Rows)-1].Total {
		t.Errorf("%+v, %v", m, err)
	}
	sum := 0
	for _, r := range m.Rows {
		for _, n := range r.Counts {
			sum += n
		}
	}
	if sum != m.Statements {
		t.Errorf("the matrix counts %d of %d statements", sum, m.Statements)
	}
	byTopic, err := d.Matrix(ctx, "topic", []string{"الهدنة", "محتجز"}, answer.Ask{})
	if err != nil || len(byTopic.Columns) != 2 || len(byTopic.Rows) == 0 || len(byTopic.Rows) >= len(m.Rows) {
		t.Errorf("%+v, %v", byTopic, err)
	}
	if _, err := d.Matrix(ctx, "topic", nil, answer.Ask{}); err == nil {
		t.Error("a matrix of no topics")
	}
	src, err := d.Sources(ctx, answer.Ask{})
	if err != nil || len(src.Carriers) < 2 {
		t.Errorf("%+v, %v", src, err)
	}
	places, err := d.Places(ctx, answer.Ask{})
	if err != nil || len(places.Items) == 0 {
		t.Errorf("%+v, %v", places, err)
	}
	for _, p := range places.Items {
		if (p.Name == "مرساة") != (p.Lat != nil) {
			t.Errorf("%+v", p)
		}
	}
	over, err := d.Overview(ctx, "ar")
	if err != nil || len(over.Newest) == 0 || over.Status.Articles == 0 {
		t.Errorf("%+v, %v", over, err)
	}
	for _, p := range over.Processes {
		if page, err := d.Process(ctx, p.Key, answer.Ask{}); err != nil || page.Key != p.Key {
			t.Errorf("%s: %v", p.Key, err)
		}
	}
	if _, err := d.Ledger(ctx, answer.Ask{Limit: 200}); err != nil {
		t.Error(err)
	}
}

// What is wrong with a question is said in a sentence that says what to do.
func TestFaults(t *testing.T) {
	d, ctx := desk(t), t.Context()
	next := func() string {
		p, err := d.Statements(ctx, answer.Ask{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		return p.Next
	}()
	none := record.ID{Kind: record.Meetings, Hash: 12345}.String()
	ask := func(a answer.Ask) error { _, err := d.Statements(ctx, a); return err }
	for name, x := range map[string]struct {
		err    error
		reason answer.Reason
		say    string
	}{
		"a day":           {ask(answer.Ask{From: "yesterday"}), answer.Wrong, "write 2031-05-04"},
		"days reversed":   {ask(answer.Ask{From: "2031-05", To: "2031-04"}), answer.Wrong, "before from"},
		"a language":      {ask(answer.Ask{Lang: "fr"}), answer.Wrong, "ar or en"},
		"a limit":         {ask(answer.Ask{Limit: 9999}), answer.Wrong, "from 1 to 200"},
		"no cursor":       {ask(answer.Ask{Cursor: "nonsense!"}), answer.Wrong, "leave it out"},
		"another cursor":  {ask(answer.Ask{Cursor: next, Label: "deny"}), answer.Wrong, "another question"},
		"no meeting":      {ask(answer.Ask{About: "x"}), answer.Wrong, "is not the id of a fact"},
		"an actor's id":   {ask(answer.Ask{Actor: none}), answer.Wrong, "is the id of a meeting, not of an actor"},
		"an article's id": {ask(answer.Ask{Article: "sha256:xyz"}), answer.Wrong, "64 of 0-9 a-f"},
	} {
		var f *answer.Fault
		if !errors.As(x.err, &f) || f.Reason != x.reason || !strings.Contains(f.Say, x.say) {
			t.Errorf("%s: %v", name, x.err)
		}
	}
	_, err := d.Meeting(ctx, none, answer.Ask{})
	var f *answer.Fault
	if !errors.As(err, &f) || f.Reason != answer.Missing {
		t.Errorf("a meeting that is not there: %v", err)
	}
	if _, err := d.Search(ctx, "؟!", answer.Ask{}); !errors.As(err, &f) {
		t.Errorf("no words: %v", err)
	}
	if _, err := d.Article(ctx, strings.Repeat("0", 64)); !errors.As(err, &f) || f.Reason != answer.Missing {
		t.Errorf("an article that is not there: %v", err)
	}
}

// The record is as people have decided it: what they rejected is gone, what
// they corrected is corrected, and what had been read is told beside it.
func TestDecided(t *testing.T) {
	ctx := t.Context()
	view := store.Reviewed(demotest.Record(t))
	d := answer.New(answer.Options{Record: view})
	whole := must(d.Statements(ctx, answer.Ask{Limit: answer.MostLimit}))
	gone, changed := whole[0], whole[1]
	id := func(s string) record.ID {
		out, err := record.ParseID(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	at := time.Date(2031, 9, 1, 8, 0, 0, 0, time.UTC)
	act := "warn"
	if changed.Act == act {
		act = "praise"
	}
	if _, err := view.Take(ctx, review.Decision{At: at, Coder: "huda", Role: review.Coder, Fact: id(gone.ID), Verb: review.Reject},
		review.Decision{At: at, Coder: "huda", Role: review.Coder, Fact: id(changed.ID), Verb: review.Correct, Slot: "act", Value: act, Was: changed.Act, Reason: "as the sentence says"}); err != nil {
		t.Fatal(err)
	}
	after, _ := all(t, answer.Ask{Limit: 9}, func(a answer.Ask) (*answer.Page[answer.Statement], error) { return d.Statements(ctx, a) })
	if len(after) != len(whole)-1 {
		t.Errorf("%d statements of %d after one was rejected", len(after), len(whole))
	}
	for i, s := range after {
		if s.ID != whole[i+1].ID {
			t.Fatalf("%s stands where %s stood", s.ID, whole[i+1].ID)
		}
	}
	if after[0].Act != act || after[0].Review != "corrected" {
		t.Errorf("%s %s", after[0].Act, after[0].Review)
	}
	e, err := d.Explain(ctx, changed.ID, answer.Ask{})
	if err != nil || len(e.Corrections) != 1 || e.Corrections[0].Read != changed.Act || e.Corrections[0].Value != act || len(e.Decisions) != 1 || e.Decisions[0].Who != "huda" {
		t.Errorf("%+v %v", e, err)
	}
	var f *answer.Fault
	if _, err := d.Explain(ctx, gone.ID, answer.Ask{}); !errors.As(err, &f) || !strings.Contains(f.Say, "rejected") {
		t.Errorf("what was rejected: %v", err)
	}
}
