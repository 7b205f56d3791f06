package record_test

import (
	"fmt"
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// reading is an invented article in which salim says words at round 3.
func reading(id, day, words string) *fact.Reading {
	src := "قال سالم الأحمر إن " + words
	at := func(w string) text.Span {
		i := strings.Index(src, w)
		return text.Span{Start: i, End: i + len(w)}
	}
	return &fact.Reading{ID: id, Text: src, Published: text.Published{EDTF: day, Basis: text.Given},
		Mentions:   []fact.Mention{{Span: at("سالم الأحمر"), Type: fact.Person, Name: "سالم الأحمر"}},
		Statements: []fact.Statement{{Content: []text.Span{at(words)}, Cue: at("قال"), Speaker: at("سالم الأحمر"), Name: "سالم الأحمر", Kind: "person", Mode: "indirect", Act: "state"}},
		Meetings:   []fact.Meeting{{Process: "qamar", Ordinal: 3, Kind: "round", Place: "وادي القمر", Evidence: []text.Span{at(words)}}},
	}
}

// Two outlets that spell the same words differently tell one statement of one
// man at one meeting.
func Example() {
	ours := record.Findings(reading("sha256:01", "2031-05-04", "الجولة الثالثة من محادثات الوادي انتهت بإتفاق"))
	theirs := record.Findings(reading("sha256:02", "2031-05-05", "الجولة الثالثة من محادثات الوادي انتهت باتفاق"))
	for i, f := range ours {
		fmt.Println(f.Fact.Kind, f.Fact == theirs[i].Fact, f.About == theirs[i].About)
	}
	// Output:
	// actor true true
	// meeting true true
	// statement true true
}
