package minutes_test

import (
	"bytes"
	"context"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// disputed is a store with one disagreement more than it has itself.
type disputed struct {
	store.Store
	quarrel *record.Disagreement
}

func (d disputed) Disagreements(_ context.Context, q store.Query) iter.Seq2[*record.Disagreement, error] {
	return func(yield func(*record.Disagreement, error) bool) {
		if (q.ID.IsZero() || q.ID == d.quarrel.ID) && (q.Process == nil || *q.Process == "marsa") {
			yield(d.quarrel, nil)
		}
	}
}

// Papers show what people decided: a resolved disagreement picks the day of
// its meeting and keeps the other in a note, a linked breach stands under its
// undertaking, a correction says who and why.
func TestPaperOfDecisions(t *testing.T) {
	db := paperRecord(t)
	first := func(k record.Kind) *record.Fact {
		for f, err := range db.Facts(t.Context(), store.Query{Kind: k}) {
			if err != nil {
				t.Fatal(err)
			}
			if k != record.Meetings || f.Ordinal == 3 {
				return f
			}
		}
		t.Fatalf("there is no %s", k)
		return nil
	}
	round, pledge, truce := first(record.Meetings), first(record.Commitments), first(record.Ceasefires)
	day := func(v string, i int) record.Position {
		return record.Position{Value: v, Show: v, Claims: []record.Claim{{Slot: record.SlotDate, Value: v, Article: round.Evidence[i].Article.ID}}}
	}
	quarrel := &record.Disagreement{ID: record.ID{Kind: record.Disagreements, Hash: 5}, Subject: round.ID, Slot: record.SlotDate, Of: "start", Type: "differs",
		Positions: []record.Position{day("2031-05-06", 0), day("2031-05-07", 1)}}
	v := store.Reviewed(disputed{db, quarrel})
	at := time.Date(2031, 6, 1, 9, 0, 0, 0, time.UTC)
	take := func(d review.Decision) {
		t.Helper()
		at = at.Add(time.Minute)
		d.At, d.Coder = at, "هدى"
		if _, err := v.Take(t.Context(), d.Normal()); err != nil {
			t.Fatal(err)
		}
	}
	take(review.Decision{Fact: quarrel.ID, Verb: review.Resolve, Value: "2031-05-07", Reason: "رأيت المحضر الرسمي"})
	take(review.Decision{Fact: truce.ID, Verb: review.Link, Other: pledge.ID})
	take(review.Decision{Fact: pledge.ID, Verb: review.Correct, Slot: "to", Value: "لجنة المراقبة", Reason: "كما في البيان"})

	var got []*record.Fact
	for f, err := range v.Facts(t.Context(), store.Query{Kind: record.Meetings, ID: round.ID}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, f)
	}
	if len(got) != 1 || record.MergeMeeting(got[0]).Start.One() != "2031-05-07" || len(record.MergeMeeting(got[0]).Start) != 1 {
		t.Fatalf("the meeting begins on %+v", record.MergeMeeting(got[0]).Start)
	}
	var page, doc bytes.Buffer
	opt := minutes.Options{Lang: minutes.English, ProcessName: talksName}
	if err := minutes.HTML(t.Context(), &page, v, opt); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Settled by people", "رأيت المحضر الرسمي", "7 May 2031", "read as 6 May 2031 / 7 May 2031", "لجنة المراقبة", "كما في البيان", "linked to this undertaking by people"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if err := minutes.DOCX(t.Context(), &doc, v, opt); err != nil {
		t.Fatal(err)
	}
	if notes := docxText(t, doc.Bytes(), "word/footnotes.xml"); !strings.Contains(notes, "كما في البيان") {
		t.Errorf("the footnotes lack the reason:\n%s", notes)
	}
	threads, by, err := store.Ledger(t.Context(), v, []*record.Fact{first(record.Commitments)})
	if err != nil || len(threads) != 1 || len(threads[0].Steps) != 2 || by[truce.ID] == nil {
		t.Errorf("the ledger: %+v %v", threads, err)
	}

	// Undone, everything is as it was read.
	st, err := v.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range slices.Backward(st.Entries()) {
		take(review.Decision{Fact: e.Fact, Verb: review.Undo, Undoes: e.ID})
	}
	page.Reset()
	if err := minutes.HTML(t.Context(), &page, v, opt); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page.String(), "Settled by people") || strings.Contains(page.String(), "لجنة المراقبة") {
		t.Error("what was undone still holds")
	}
}
