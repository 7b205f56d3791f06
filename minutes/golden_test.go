package minutes_test

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// article is an invented article and a hand that points at words in it.
type article struct {
	*fact.Reading
	doc *text.Document
	t   *testing.T
}

func newArticle(t *testing.T, path, outlet, day, src string) article {
	sum := sha256.Sum256([]byte(src))
	basis := text.Given
	if day == "" {
		basis = text.Unknown
	}
	doc := &text.Document{Text: src, Published: text.Published{EDTF: day, Basis: basis},
		Source: text.Source{Path: path, Outlet: outlet, Format: "text", Language: "ar", SHA256: hex.EncodeToString(sum[:])}}
	title, _, _ := strings.Cut(src, "\n")
	return article{&fact.Reading{ID: doc.ID(), Source: doc.Source, Text: src, Title: text.Span{End: len(title)}, Published: doc.Published}, doc, t}
}

func (a article) at(words string) text.Span {
	i := strings.Index(a.Text, words)
	if i < 0 {
		a.t.Fatalf("%s lacks %q", a.Source.Path, words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

func (a article) all(words ...string) []text.Span {
	var out []text.Span
	for _, w := range words {
		out = append(out, a.at(w))
	}
	return out
}

// readings are two accounts of one round, and what each has beside it.
func readings(t *testing.T) []article {
	six, eight, ten := int64(6), int64(8), int64(10)
	a := newArticle(t, "a.txt", "وكالة الأفق", "2031-05-05", "جبهة الهضبة تقاطع الجولة الثالثة في مرساة\n"+
		"قال سالم الأحمر إن الجبهة لن تحضر الجولة الثالثة لأن الحكومة لم تفرج عن المحتجزين. وتعهدت تورانا بوقف القصف إذا توقفت الهجمات. وقتل ستة في تل الزعفران. وكان وقف إطلاق النار قد أعلن في 15 يناير. وطالبت الجبهة الحكومة بالإفراج عن المحتجزين فورا. والتقى هورن أورمان في أرمادا.")
	a.Mentions = []fact.Mention{{Span: a.at("سالم الأحمر"), Type: fact.Person, Name: "سالم الأحمر"}, {Span: a.at("تورانا"), Type: fact.Location, Name: "تورانا"}}
	a.Meetings = []fact.Meeting{
		{Process: "marsa", Ordinal: 3, Kind: "round", Status: "planned", Place: "مرساة", Start: "2031-05-06", End: "2031-05-07", Evidence: a.all("جبهة الهضبة تقاطع الجولة الثالثة في مرساة"),
			Participants: []fact.Participant{{Name: "جبهة الهضبة", Role: "party", Attendance: "boycotted", Reason: "الحكومة لم تفرج عن المحتجزين"}, {Name: "تورانا", Role: "guarantor"}}},
		{Kind: "bilateral", Place: "أرمادا", Participants: []fact.Participant{{Name: "إلياس هورن"}, {Name: "يافث أورمان"}}, Evidence: a.all("والتقى هورن أورمان في أرمادا")}}
	a.Statements = []fact.Statement{{Content: a.all("الجبهة لن تحضر الجولة الثالثة"), Speaker: a.at("سالم الأحمر"), Name: "سالم الأحمر", Kind: "person", Mode: "indirect", Act: "announce", Via: []fact.Relay{{Name: "وكالة الأفق"}, {Name: "مصدر"}}, Said: "2031-05-05"}}
	a.Commitments = []fact.Commitment{{By: "تورانا", To: "جبهة الهضبة", Content: a.all("وقف القصف"), Status: "made", Condition: a.all("توقفت الهجمات"), Deadline: "2031-06"}}
	a.Demands = []fact.Demand{{By: "جبهة الهضبة", Of: "الحكومة النورانية", Content: a.all("الإفراج عن المحتجزين فورا"), Answer: "none"}}
	a.Ceasefires = []fact.Ceasefire{{Event: "declared", Parties: []string{"الحكومة النورانية", "جبهة الهضبة"}, Guarantors: []string{"تورانا"}, Date: "2031-01-15", Evidence: a.all("وقف إطلاق النار قد أعلن في 15 يناير")}}
	a.Figures = []fact.Figure{{Span: a.at("ستة"), Min: &six, Max: &six, Unit: "killed"}}
	a.Incidents = []fact.Incident{{Type: "ASSAULT", Recipient: []string{"مدنيون"}, Place: "تل الزعفران", Date: "2031-05-04", Evidence: a.all("قتل ستة في تل الزعفران")}}

	b := newArticle(t, "b.txt", "", "2031-05-08", "الجولة الثالثة تنعقد بمن حضر\n"+
		"عقدت الجولة الثالثة الأربعاء في مرساة وحضرت جبهة الهضبة متأخرة. وأعلن الأحمر أن «الجبهة لن تحضر الجولة الثالثة». وقتل ما بين ثمانية وعشرة في تل الزعفران. وقال مصدر إن الجولة انتهت بلا بيان [خاص] *هام*.")
	b.Meetings = []fact.Meeting{{Process: "marsa", Ordinal: 3, Kind: "round", Status: "concluded", Place: "مرساة", Start: "2031-05-07", Evidence: b.all("عقدت الجولة الثالثة الأربعاء في مرساة"),
		Participants: []fact.Participant{{Name: "جبهة الهضبة", Role: "party", Attendance: "late"}}, Outcome: b.all("انتهت بلا بيان [خاص] *هام*")}}
	b.Statements = []fact.Statement{
		{Content: b.all("الجبهة لن تحضر الجولة الثالثة"), Speaker: b.at("الأحمر"), Name: "سالم الأحمر", Kind: "person", Mode: "direct", Act: "announce"},
		{Content: b.all("الجولة انتهت بلا بيان [خاص] *هام*"), Speaker: b.at("مصدر"), Name: "مصدر", Kind: "unnamed", Mode: "indirect", Act: "state"}}
	b.Figures = []fact.Figure{{Span: b.at("ما بين ثمانية وعشرة"), Min: &eight, Max: &ten, Unit: "killed"}}

	c := newArticle(t, "c.txt", "مجلة الضفتين", "", "ماذا بقي من المسار\nيرى ياسر البدوي أن المسار انتهى.")
	c.Statements = []fact.Statement{{Content: c.all("المسار انتهى"), Speaker: c.at("ياسر البدوي"), Name: "ياسر البدوي", Kind: "person", Mode: "indirect", Act: "state"}}
	return []article{a, b, c}
}

func TestGolden(t *testing.T) {
	db, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "talks.db"), sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var parcels []*store.Parcel
	for _, a := range readings(t) {
		p, err := store.Pack(a.doc, a.Reading, "test")
		if err != nil {
			t.Fatal(err)
		}
		parcels = append(parcels, p)
	}
	if _, err := db.Add(t.Context(), parcels); err != nil {
		t.Fatal(err)
	}
	name := func(key string, l minutes.Lang) string {
		return map[minutes.Lang]string{minutes.Arabic: "محادثات مرساة", minutes.English: "Marsa talks"}[l]
	}
	for file, opt := range map[string]minutes.Options{
		"minutes.ar.md":        {Lang: minutes.Arabic, ProcessName: name},
		"minutes.en.md":        {Lang: minutes.English, ProcessName: name},
		"minutes.terminal.txt": {Lang: minutes.English, Isolate: true},
	} {
		var got strings.Builder
		if err := minutes.Write(t.Context(), &got, db, opt); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", file)
		if *update {
			if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got.String() != string(want) {
			t.Errorf("%s differs; look at the difference after: go test ./minutes -update\n%s", file, got.String())
		}
	}
}
