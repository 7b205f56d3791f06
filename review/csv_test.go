package review_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"mahdar/record"
	"mahdar/review"
)

// samples are decisions of every verb.
func samples() []review.Decision {
	m, n := id('m', record.Meetings), id('n', record.Meetings)
	q := id('q', record.Disagreements)
	first := said(1, "هدى", review.Decision{Fact: m, Verb: review.Accept})
	ds := []review.Decision{
		first,
		said(2, "هدى", review.Decision{Fact: m, Verb: review.Correct, Slot: "attendance:وفد «السهل»، الأول", Value: "late", Was: "attended", Reason: "قالت الصحيفة: \"تأخر\",\nثم حضر"}),
		said(3, "omar", review.Decision{Fact: m, Verb: review.Merge, Other: n}),
		said(4, "omar", review.Decision{Fact: m, Verb: review.Split, Article: "sha256:01", Value: "=2"}),
		said(5, "omar", review.Decision{Fact: id('c', record.Commitments), Verb: review.Link, Other: id('d', record.Commitments)}),
		said(6, "omar", review.Decision{Fact: q, Verb: review.Resolve, Value: "270000"}),
		said(7, "zain", review.Decision{Fact: q, Verb: review.LeaveOpen, Role: review.Adjudicator}),
		said(8, "zain", review.Decision{Fact: review.AddedID(record.Figures, "sha256:01", 0, 6), Verb: review.Add, Article: "sha256:01", Start: 0, End: 6, Exact: " 12 🙂 "}),
		said(9, "zain", review.Decision{Fact: m, Verb: review.Comment, Reason: "ينظر"}),
		said(10, "model-7", review.Decision{Fact: m, Verb: review.Reject, Role: review.Machine}),
		said(11, "هدى", review.Decision{Fact: m, Verb: review.Undo, Undoes: first.ID()}),
	}
	ds[3].At = ds[3].At.Add(123456 * time.Microsecond)
	return ds
}

func TestCSVRoundTrip(t *testing.T) {
	want := samples()
	var b bytes.Buffer
	if err := review.WriteCSV(&b, want); err != nil {
		t.Fatal(err)
	}
	for name, written := range map[string]string{"as written": b.String(), "with a byte-order mark and CRLF": "\ufeff" + strings.ReplaceAll(b.String(), "\n", "\r\n")} {
		got, faults, err := review.ReadCSV(strings.NewReader(written))
		if err != nil || faults != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v %v\n got %+v\nwant %+v", name, err, faults, got, want)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	for _, want := range samples() {
		if err := want.Check(); err != nil {
			t.Errorf("%s: %v", want.Verb, err)
		}
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got review.Decision
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Errorf("%v: %s\n got %+v\nwant %+v", err, b, got, want)
		}
	}
}

// The id is the decision's for ever: exports name it.
func TestDecisionID(t *testing.T) {
	d := said(1, "huda", review.Decision{Fact: id('a'), Verb: review.Accept})
	if got := d.ID(); got != "xout36hmjbla4" {
		t.Errorf("the id of a decision has changed: %s", got)
	}
	if e := said(1, "huda", review.Decision{Fact: id('a'), Verb: review.Accept, Reason: "نعم"}); e.ID() == d.ID() {
		t.Error("two decisions share an id")
	}
}

func TestReadCSVFaults(t *testing.T) {
	const head = "at,coder,fact,verb,slot,value,start,end,exact,article,other,role,undoes,id,reason\n"
	for name, c := range map[string]struct {
		in   string
		want string // of the error; after «N: » that of line N
	}{
		"empty":             {"", "is empty; its first line names the columns id, at, "},
		"no such column":    {"at,coder,fact,verb,colour\n", `line 1: there is no column "colour"; the columns are`},
		"twice":             {"at,at,coder,fact,verb\n", "line 1: the column at stands there twice"},
		"missing":           {"at,coder,fact\n", "line 1: the column verb is missing"},
		"time":              {head + "yesterday,huda,s000000000031,accept\n", `line 2: at "yesterday" is not a time; write it as 2031-05-04T09:30:00Z`},
		"fact":              {head + "2031-05-04T09:30:00Z,huda,z1,accept\n", `line 2: fact: "z1" is not the id of a fact`},
		"verb":              {head + "2031-05-04T09:30:00Z,huda,s000000000031,agree\n", `line 2: there is no decision "agree"; there are accept, reject, `},
		"role":              {head + "2031-05-04T09:30:00Z,huda,s000000000031,accept,,,,,,,,boss\n", `line 2: there is no role "boss"`},
		"coder":             {head + "2031-05-04T09:30:00Z, ,s000000000031,accept\n", "line 2: nobody has decided it"},
		"slot":              {head + "2031-05-04T09:30:00Z,huda,s000000000031,correct,colour,red\n", `line 2: a statement has no slot "colour"; it has name, `},
		"value":             {head + "2031-05-04T09:30:00Z,huda,s000000000031,correct,act,shout\n", `line 2: act is not "shout"; it is one of state, `},
		"day":               {head + "2031-05-04T09:30:00Z,huda,s000000000031,correct,said,أمس\n", `line 2: said is not "أمس"; write a day`},
		"changed":           {head + "2031-05-04T09:30:00Z,huda,s000000000031,accept,,,,,,,,,,x000000000000\n", "line 2: its id is x"},
		"undo":              {head + "2031-05-04T09:30:00Z,huda,,undo\n", "line 2: an undo names the decision that it undoes"},
		"merge across":      {head + "2031-05-04T09:30:00Z,huda,s000000000031,merge,,,,,,,m000000000031\n", "line 2: a statement and a meeting cannot be one"},
		"number":            {head + "2031-05-04T09:30:00Z,huda,s000000000031,add,,,one\n", `line 2: start "one" is not a number`},
		"too many cells":    {head + strings.Repeat(",", 20) + "x\n", "line 2: has 21 cells, the heading 15"},
		"a quote":           {head + "2031-05-04T09:30:00Z,hu\"da,s000000000031,accept\n", `line 2: bare " in non-quoted-field`},
		"after a long cell": {head + "2031-05-04T09:30:00Z,huda,s000000000031,comment,,,,,,,,,,,\"two\nlines\"\n2031-05-04T09:30:00Z,huda,s000000000031,agree\n", `line 4: there is no decision`},
	} {
		_, faults, err := review.ReadCSV(strings.NewReader(c.in))
		got := ""
		switch {
		case err != nil:
			got = err.Error()
		case len(faults) == 1:
			got = faults[0].Error()
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q (%d faults), want %q", name, got, len(faults), c.want)
		}
	}
	many := head + strings.Repeat("never\n", 200) + "2031-05-04T09:30:00Z,huda,s000000000031,accept\n\n"
	ds, faults, err := review.ReadCSV(strings.NewReader(many))
	if err != nil || len(ds) != 1 || len(faults) != 51 {
		t.Errorf("%d decisions, %d faults, %v", len(ds), len(faults), err)
	}
}

// What is read is sound, and is read again from what is written of it.
func FuzzReadCSV(f *testing.F) {
	var b bytes.Buffer
	if err := review.WriteCSV(&b, samples()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Add("at,coder,fact,verb\n2031-05-04T09:30:00.1+03:00,هدى,s000000000031,accept\n\"")
	f.Add("")
	f.Fuzz(func(t *testing.T, in string) {
		ds, _, err := review.ReadCSV(strings.NewReader(in))
		if err != nil {
			return
		}
		ds = review.Sort(ds)
		var b bytes.Buffer
		if err := review.WriteCSV(&b, ds); err != nil {
			t.Fatal(err)
		}
		again, faults, err := review.ReadCSV(&b)
		if err != nil || len(faults) > 0 || len(ds)+len(again) > 0 && !reflect.DeepEqual(again, ds) {
			t.Fatalf("%v %v\n%+v\nbecame\n%+v", err, faults, ds, again)
		}
		outcome(review.Fold(ds)) // must not panic
	})
}

func BenchmarkReadCSV(b *testing.B) {
	var one bytes.Buffer
	for range 200 {
		if err := review.WriteCSV(&one, samples()); err != nil {
			b.Fatal(err)
		}
	}
	head, _, _ := strings.Cut(one.String(), "\n")
	in := head + "\n" + strings.ReplaceAll(one.String(), head+"\n", "")
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, _, err := review.ReadCSV(strings.NewReader(in)); err != nil {
			b.Fatal(err)
		}
	}
}
