package review_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/review"
	"mahdar/text"
)

// id is a fact of one letter, of kind statement unless said otherwise.
func id(letter byte, kind ...record.Kind) record.ID {
	k := record.Statements
	if len(kind) > 0 {
		k = kind[0]
	}
	return record.ID{Kind: k, Hash: int64(letter)}
}

// said is d at the minute of a day, by a coder.
func said(minute int, coder string, d review.Decision) review.Decision {
	d.At = time.Date(2031, 5, 4, 9, minute, 0, 0, time.UTC)
	d.Coder = coder
	return d.Normal()
}

const source = "قال سالم الأحمر إن الهدنة ستبدأ غدا، ثم قال سالم الأحمر إن الهدنة ستنتهي."

// statement is an invented statement as read in the article of an id.
func statement(of record.ID, article string) *record.Fact {
	i := strings.Index(source, "الهدنة")
	return &record.Fact{ID: of, Label: "state", Evidence: []record.Evidence{{Article: &record.Article{ID: article, Text: source, Published: text.Published{EDTF: "2031-05-04"}},
		Body: &fact.Statement{Name: "سالم الأحمر", Act: "state", Kind: "person", Content: []text.Span{{Start: i, End: i + len("الهدنة ستبدأ")}}}}}}
}

func apply(s *review.State, parts ...*record.Fact) *record.Fact {
	var kept []*record.Fact
	for _, p := range parts {
		if !s.Rejected(p.ID) {
			if p = s.Part(p.ID, p); p != nil {
				kept = append(kept, p)
			}
		}
	}
	return s.Apply(kept, nil)
}

func TestFold(t *testing.T) {
	a := id('a')
	accept := review.Decision{Fact: a, Verb: review.Accept}
	reject := review.Decision{Fact: a, Verb: review.Reject}
	act := func(v string) review.Decision {
		return review.Decision{Fact: a, Verb: review.Correct, Slot: "act", Value: v}
	}
	judge := func(d review.Decision) review.Decision { d.Role = review.Adjudicator; return d }
	machine := func(d review.Decision) review.Decision { d.Role = review.Machine; return d }
	undo := func(d review.Decision) review.Decision {
		return review.Decision{Fact: a, Verb: review.Undo, Undoes: d.ID()}
	}
	first := said(1, "huda", reject)
	for name, c := range map[string]struct {
		ds     []review.Decision
		status string // "gone" where the fact is left out
		act    string
	}{
		"nothing":                          {nil, "", "state"},
		"accepted":                         {[]review.Decision{said(1, "huda", accept)}, "accepted", "state"},
		"rejected":                         {[]review.Decision{first}, "gone", ""},
		"the latest of one coder":          {[]review.Decision{first, said(2, "huda", accept)}, "accepted", "state"},
		"undone":                           {[]review.Decision{first, said(2, "huda", undo(first))}, "", "state"},
		"undo undone":                      {[]review.Decision{first, said(2, "huda", undo(first)), said(3, "huda", undo(said(2, "huda", undo(first))))}, "gone", ""},
		"undo by another coder":            {[]review.Decision{first, said(2, "omar", undo(first))}, "gone", ""},
		"undo by an adjudicator":           {[]review.Decision{first, said(2, "omar", judge(undo(first)))}, "", "state"},
		"undo of what comes later":         {[]review.Decision{said(0, "huda", undo(first)), first}, "gone", ""},
		"corrected":                        {[]review.Decision{said(1, "huda", act("deny"))}, "corrected", "deny"},
		"corrected twice":                  {[]review.Decision{said(1, "huda", act("deny")), said(2, "huda", act("accuse"))}, "corrected", "accuse"},
		"two agree":                        {[]review.Decision{said(1, "huda", act("deny")), said(2, "omar", act("deny"))}, "corrected", "deny"},
		"two differ":                       {[]review.Decision{said(1, "huda", act("deny")), said(2, "omar", act("accuse"))}, "disputed", "state"},
		"one corrects, one accepts":        {[]review.Decision{said(1, "huda", act("deny")), said(2, "omar", accept)}, "disputed", "state"},
		"one rejects, one accepts":         {[]review.Decision{first, said(2, "omar", accept)}, "disputed", "state"},
		"adjudicated":                      {[]review.Decision{said(1, "huda", act("deny")), said(2, "omar", act("accuse")), said(0, "zain", judge(act("pledge")))}, "corrected", "pledge"},
		"adjudicated as read":              {[]review.Decision{said(1, "huda", act("deny")), said(2, "omar", act("accuse")), said(3, "zain", judge(accept))}, "accepted", "state"},
		"adjudicator accepts a correction": {[]review.Decision{said(1, "huda", act("deny")), said(3, "zain", judge(accept))}, "corrected", "deny"},
		"a machine is no reviewer":         {[]review.Decision{said(1, "model", machine(act("deny"))), said(2, "model", machine(reject))}, "", "state"},
		"corrected to what was read":       {[]review.Decision{said(1, "huda", act("state"))}, "accepted", "state"},
	} {
		t.Run(name, func(t *testing.T) {
			got := apply(review.Fold(c.ds), statement(a, "sha256:01"))
			if got == nil {
				if c.status != "gone" {
					t.Fatal("the fact is gone")
				}
				return
			}
			status := ""
			if got.Review != nil {
				status = got.Review.Status
			}
			if b := got.Evidence[0].Body.(*fact.Statement); status != c.status || b.Act != c.act || got.Label != c.act {
				t.Errorf("%q %s (%s), want %q %s: %+v", status, b.Act, got.Label, c.status, c.act, got.Review)
			}
			if len(c.ds) > 0 && c.ds[0].Role == review.Machine && review.Fold(c.ds).Reviewed(a) {
				t.Error("what a machine suggests counts as reviewed")
			}
		})
	}
}

func TestReadBesideCorrected(t *testing.T) {
	s := review.Fold([]review.Decision{said(1, "huda", review.Decision{Fact: id('a'), Verb: review.Correct, Slot: "content", Value: "الهدنة ستنتهي", Reason: "الجملة الثانية"}),
		said(2, "omar", review.Decision{Fact: id('a'), Verb: review.Comment, Reason: "ينظر"})})
	f := apply(s, statement(id('a'), "sha256:01"))
	want := &record.Review{Status: "corrected", Slots: []record.Corrected{{Slot: "content", Read: "الهدنة ستبدأ", Value: "الهدنة ستنتهي", Coder: "huda", Reason: "الجملة الثانية"}},
		Comments: []record.Comment{{Coder: "omar", At: "2031-05-04T09:02:00Z", Text: "ينظر"}}}
	if !reflect.DeepEqual(f.Review, want) || f.Evidence[0].Quote() != "الهدنة ستنتهي" {
		t.Errorf("%+v", f.Review)
	}
	gone := review.Fold([]review.Decision{said(1, "huda", review.Decision{Fact: id('a'), Verb: review.Correct, Slot: "content", Value: "ليست هنا"})})
	if f := apply(gone, statement(id('a'), "sha256:01")); f.Evidence[0].Quote() != "الهدنة ستبدأ" || len(f.Review.Slots[0].Disputed) != 1 {
		t.Errorf("words that are not there: %+v", f.Review)
	}
}

func TestMergeAndSplit(t *testing.T) {
	a, b, c := id('a'), id('b'), id('c')
	merge := said(1, "huda", review.Decision{Fact: a, Verb: review.Merge, Other: b})
	chain := said(2, "huda", review.Decision{Fact: c, Verb: review.Merge, Other: b})
	s := review.Fold([]review.Decision{chain, merge})
	if s.Lead(c) != a || s.Lead(b) != a || !slices.Equal(s.Members(a), []record.ID{a, b, c}) {
		t.Errorf("lead %s of %s", s.Lead(c), s.Members(a))
	}
	f := apply(s, statement(a, "sha256:02"), statement(b, "sha256:01"), statement(c, "sha256:03"))
	if f.ID != a || len(f.Evidence) != 3 || f.Evidence[0].Article.ID != "sha256:01" || !slices.Equal(f.Review.Merged, []record.ID{b, c}) {
		t.Errorf("merged: %+v %+v", f, f.Review)
	}
	// A rejected member leaves the others.
	s = review.Fold([]review.Decision{merge, said(3, "huda", review.Decision{Fact: b, Verb: review.Reject})})
	if f = apply(s, statement(a, "sha256:02"), statement(b, "sha256:01")); len(f.Evidence) != 1 {
		t.Errorf("a rejected member: %+v", f)
	}
	// To undo the merge parts them again.
	s = review.Fold([]review.Decision{merge, said(3, "huda", review.Decision{Fact: a, Verb: review.Undo, Undoes: merge.ID()})})
	if s.Lead(b) != b {
		t.Error("an undone merge holds")
	}
	// The evidence of one article goes to a fact of its own.
	split := said(1, "huda", review.Decision{Fact: a, Verb: review.Split, Article: "sha256:02"})
	s = review.Fold([]review.Decision{split})
	whole := statement(a, "sha256:01")
	whole.Evidence = append(whole.Evidence, statement(a, "sha256:02").Evidence...)
	off := s.Identity(a, "sha256:02")
	rest, part := s.Apply([]*record.Fact{s.Part(a, whole)}, nil), s.Apply([]*record.Fact{s.Part(off, whole)}, nil)
	if off == a || s.Identity(a, "sha256:01") != a || len(rest.Evidence) != 1 || part.ID != off || part.Evidence[0].Article.ID != "sha256:02" || part.Review.SplitOff != a {
		t.Errorf("split: %+v %+v", rest, part)
	}
}

func TestAddLinkResolve(t *testing.T) {
	a := &record.Article{ID: "sha256:01", Text: source}
	start := len([]rune(source[:strings.Index(source, "الهدنة ستنتهي")]))
	d := review.Decision{Fact: review.AddedID(record.Commitments, a.ID, start, start+13), Verb: review.Add, Article: a.ID, Start: start, End: start + 13, Exact: "الهدنة ستنتهي"}
	d = said(1, "huda", d)
	by := said(1, "huda", review.Decision{Fact: d.Fact, Verb: review.Correct, Slot: "by", Value: "سالم الأحمر"})
	tie := said(2, "huda", review.Decision{Fact: d.Fact, Verb: review.Link, Other: id('c', record.Commitments)})
	for _, x := range []review.Decision{d, by, tie} {
		if err := x.Check(); err != nil {
			t.Fatal(err)
		}
	}
	s := review.Fold([]review.Decision{by, tie, d})
	got, ok := s.Added(d.Fact)
	if !ok {
		t.Fatal("nothing added")
	}
	f := s.Apply([]*record.Fact{review.AddedFact(got, a)}, nil)
	if b := f.Evidence[0].Body.(*fact.Commitment); f.Review.Status != "added" || b.By != "سالم الأحمر" || f.Evidence[0].Quote() != "الهدنة ستنتهي" || f.Label != "made" || len(f.Review.Links) != 1 {
		t.Errorf("%+v %+v", f, f.Review)
	}
	if review.AddedFact(got, &record.Article{ID: a.ID, Text: "غير ذلك"}) != nil {
		t.Error("words that are not there were found")
	}
	q := id('q', record.Disagreements)
	resolve := func(m int, who, v string) review.Decision {
		return said(m, who, review.Decision{Fact: q, Verb: review.Resolve, Value: v})
	}
	open := said(2, "omar", review.Decision{Fact: q, Verb: review.LeaveOpen})
	if r, ok := review.Fold([]review.Decision{resolve(1, "huda", "12")}).Resolution(q); !ok || r.Open || r.Value != "12" {
		t.Errorf("%+v", r)
	}
	if r, _ := review.Fold([]review.Decision{resolve(1, "huda", "12"), open}).Resolution(q); !r.Open || len(r.Disputed) != 2 {
		t.Errorf("%+v", r)
	}
	if r, ok := review.Fold([]review.Decision{open}).Resolution(q); !ok || !r.Open {
		t.Errorf("%+v", r)
	}
}

func TestOrphans(t *testing.T) {
	ds := []review.Decision{said(1, "huda", review.Decision{Fact: id('a'), Verb: review.Accept}), said(2, "huda", review.Decision{Fact: id('b'), Verb: review.Reject}),
		said(3, "huda", review.Decision{Fact: id('a'), Verb: review.Merge, Other: id('z')})}
	got, err := review.Fold(ds).Orphans(func(x record.ID) (bool, error) { return x == id('a'), nil })
	if err != nil || len(got) != 2 || got[0].Fact != id('b') || got[1].Other != id('z') {
		t.Errorf("%v %+v", err, got)
	}
}

// The order in which decisions arrive does not matter, nor does one that
// arrives twice; and decisions on other facts do not change this one.
func TestOrderDoesNotMatter(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var ds []review.Decision
		for m := range 14 {
			ds = append(ds, random(rng, m, ds))
		}
		want := outcome(review.Fold(ds))
		shuffled := append(slices.Clone(ds), ds[rng.IntN(len(ds))])
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := outcome(review.Fold(shuffled)); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v\nin another order:\n%+v\nof\n%+v", want, got, ds)
		}
		other := id('o')
		more := append(slices.Clone(ds), said(rng.IntN(30), "huda", review.Decision{Fact: other, Verb: review.Reject}), said(3, "omar", review.Decision{Fact: other, Verb: review.Correct, Slot: "act", Value: "deny"}))
		if got := outcome(review.Fold(more)); !reflect.DeepEqual(got, want) {
			t.Fatalf("decisions on another fact changed\n%+v\nto\n%+v", want, got)
		}
	}
}

func random(rng *rand.Rand, minute int, before []review.Decision) review.Decision {
	d := review.Decision{Fact: id("abc"[rng.IntN(3)])}
	switch rng.IntN(7) {
	case 0:
		d.Verb = review.Accept
	case 1:
		d.Verb = review.Reject
	case 2, 3:
		d.Verb, d.Slot, d.Value = review.Correct, []string{"act", "mode"}[rng.IntN(2)], "indirect"
		if d.Slot == "act" {
			d.Value = []string{"deny", "accuse", "state"}[rng.IntN(3)]
		}
	case 4:
		d.Verb, d.Other = review.Merge, id("abc"[rng.IntN(3)])
		if d.Other == d.Fact {
			d.Verb = review.Accept
		}
	case 5:
		d.Verb, d.Article = review.Split, "sha256:01"
	default:
		d.Verb = review.Accept
		if len(before) > 0 {
			d.Verb, d.Undoes = review.Undo, before[rng.IntN(len(before))].ID()
		}
	}
	d.Role = review.Roles()[rng.IntN(3)]
	return said(minute, []string{"huda", "omar", "zain"}[rng.IntN(3)], d)
}

// outcome is all that the facts a, b and c have become.
func outcome(s *review.State) map[string]any {
	out := map[string]any{}
	for _, x := range []byte("abc") {
		whole := statement(id(x), "sha256:01")
		whole.Evidence = append(whole.Evidence, statement(id(x), "sha256:02").Evidence...)
		out["lead"+string(x)] = s.Lead(id(x))
		out["reviewed"+string(x)] = s.Reviewed(id(x))
		if p := s.Part(id(x), whole); p != nil && !s.Rejected(id(x)) {
			out[string(x)] = s.Apply([]*record.Fact{p}, nil)
		}
	}
	return out
}
