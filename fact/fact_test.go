package fact

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"mahdar/text"
)

func sample() *Reading {
	src := "قال «نعم» 🙂 سالم الأحمر يوم الاثنين"
	at := func(w string) text.Span {
		i := strings.Index(src, w)
		return text.Span{Start: i, End: i + len(w)}
	}
	n := int64(3)
	return &Reading{ID: "sha256:00", Text: src, Title: at("قال"), Published: text.Published{EDTF: "2031-05-04", Basis: text.Given},
		Source:     text.Source{Path: "a.txt", Format: "text"},
		Blocks:     []Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: Paragraph, Anchor: "2031-05-04"}},
		Mentions:   []Mention{{at("سالم الأحمر"), Person, "سالم الأحمر", "person:salim", "names.shape"}},
		Dates:      []Date{{Span: at("يوم الاثنين"), EDTF: "2031-05-05", Basis: "weekday"}},
		Statements: []Statement{{ID: "s1", Content: []text.Span{at("نعم")}, Cue: at("قال"), Speaker: at("سالم الأحمر"), Name: "سالم الأحمر", Mode: "direct", Act: "state"}},
		Meetings:   []Meeting{{Process: "qamar", Ordinal: 3, Participants: []Participant{{Name: "وفد", Attendance: "late"}}, Evidence: []text.Span{at("نعم")}}},
		Figures:    []Figure{{Span: at("نعم"), Min: &n, Unit: "killed"}},
		Incidents:  []Incident{{Type: "CONSULT", Actor: []string{"سالم"}, Evidence: []text.Span{at("نعم")}}},
	}
}

func ExampleMarshal() {
	b, err := Marshal(&Reading{ID: "sha256:00", Text: "«نعم»", Published: text.Published{Basis: text.Unknown},
		Statements: []Statement{{ID: "s1", Content: []text.Span{{Start: 2, End: 8}}, Mode: "direct", Act: "state"}}})
	fmt.Println(err, strings.Contains(string(b), `"content":[{"start":1,"end":4,"exact":"نعم"}]`))
	// Output: <nil> true
}

func TestRoundTrip(t *testing.T) {
	want := sample()
	b, err := Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Unmarshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("round trip:\n got %+v\nwant %+v", got, want)
	}
}

func TestKeptRoundTrip(t *testing.T) {
	want := sample()
	b, err := MarshalKept(want)
	if err != nil {
		t.Fatal(err)
	}
	public, _ := Marshal(want)
	for _, line := range [][]byte{b, public} {
		got, err := UnmarshalKept(line, want.Text)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("round trip: %v\n got %+v\nwant %+v", err, got, want)
		}
	}
	if _, err := UnmarshalKept(b, "قال"); err == nil {
		t.Error("spans beyond the text are not refused")
	}
	if _, err := Unmarshal(b); err == nil {
		t.Error("a reading without its text passes for a whole one")
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	b, _ := Marshal(sample())
	for name, broken := range map[string]string{
		"not JSON":     "{",
		"other schema": strings.Replace(string(b), Schema, "mahdar.reading/9", 1),
		"moved words":  strings.Replace(string(b), `"exact":"نعم"`, `"exact":"كلا"`, 1),
	} {
		if _, err := Unmarshal([]byte(broken)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzUnmarshal(f *testing.F) {
	b, _ := Marshal(sample())
	f.Add(b)
	f.Fuzz(func(t *testing.T, line []byte) {
		if r, err := Unmarshal(line); err == nil {
			if _, err := Marshal(r); err != nil {
				t.Fatal(err)
			}
		}
	})
}
