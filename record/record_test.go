package record

import (
	"strings"
	"testing"
	"time"

	"mahdar/fact"
	"mahdar/text"
)

func TestDays(t *testing.T) {
	for in, want := range map[string][2]string{
		"2031-05-04":            {"2031-05-04", "2031-05-04"},
		"2031-05-04T10:57":      {"2031-05-04", "2031-05-04"},
		"2031-05-04?":           {"2031-05-04", "2031-05-04"},
		"2031-02":               {"2031-02-01", "2031-02-28"},
		"2032-02~":              {"2032-02-01", "2032-02-29"},
		"2031":                  {"2031-01-01", "2031-12-31"},
		"203X":                  {"2030-01-01", "2039-12-31"},
		"2031-05-XX":            {"2031-05-01", "2031-05-31"},
		"2031-05-04/2031-05-06": {"2031-05-04", "2031-05-06"},
		"2031/2033":             {"2031-01-01", "2033-12-31"},
		"2031-05-04/..":         {"2031-05-04", ""},
		"2031-05-04..":          {"2031-05-04", ""},
		"../2031-05-04":         {"", "2031-05-04"},
		"":                      {"", ""},
		"XXXX-XX-XX@tuesday":    {"", ""},
		"2031-13-40":            {"", ""},
		"X":                     {"", ""},
	} {
		if a, b := Days(in); a != want[0] || b != want[1] {
			t.Errorf("Days(%q) = %q, %q, want %q", in, a, b, want)
		}
	}
}

func TestBetween(t *testing.T) {
	for day := time.Date(1890, 2, 27, 0, 0, 0, 0, time.UTC); day.Year() < 2110; day = day.AddDate(0, 0, 13) {
		a, b := day.Format(time.DateOnly), day.AddDate(0, 0, 37).Format(time.DateOnly)
		if between(a, b) != 37 || between(b, a) != -37 || between(a, a) != 0 {
			t.Fatalf("from %s to %s: %d", a, b, between(a, b))
		}
	}
	if n, _ := dayNumber("1970-01-02"); n != 1 {
		t.Errorf("the second day is %d", n)
	}
	for _, bad := range []string{"", "~", "2031-5-04", "2031-13-04", "2031-05-aa", "20310504xx"} {
		if between(bad, "2031-05-04") < 1<<20 {
			t.Errorf("%q is a day", bad)
		}
	}
}

func FuzzDays(f *testing.F) {
	f.Add("2031-05-XX/..")
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range func() []string { a, b := Days(s); return []string{a, b} }() {
			if d != "" && len(d) != 10 {
				t.Errorf("Days(%q) gives %q", s, d)
			}
		}
	})
}

func TestIDText(t *testing.T) {
	for _, k := range Kinds() {
		id := makeID(k, "a", "b")
		got, err := ParseID(id.String())
		if err != nil || got != id || len(id.String()) != 13 {
			t.Errorf("%s: %v, %v", id, got, err)
		}
	}
	if makeID(Actors, "ab", "") == makeID(Actors, "a", "b") {
		t.Error("one part reaches into the next")
	}
	for _, bad := range []string{"x", "m", "x000000000000", "m00000000000z", "m0000000000000"} {
		if id, err := ParseID(bad); err == nil {
			t.Errorf("ParseID(%q) = %v", bad, id)
		}
	}
}

// at is the span of w in src.
func at(src, w string) text.Span {
	i := strings.Index(src, w)
	return text.Span{Start: i, End: i + len(w)}
}

func TestPlacesActOrDoNot(t *testing.T) {
	src := "قالت سمرا إن الوفد وصل إلى مرج"
	r := &fact.Reading{ID: "sha256:01", Text: src,
		Mentions:   []fact.Mention{{Span: at(src, "سمرا"), Type: fact.Location, Name: "سمرا"}, {Span: at(src, "مرج"), Type: fact.Location, Name: "مرج"}},
		Statements: []fact.Statement{{Content: []text.Span{at(src, "الوفد وصل إلى مرج")}, Speaker: at(src, "سمرا"), Name: "سمرا", Kind: "country"}}}
	var names []string
	for _, f := range Findings(r) {
		if s, ok := f.Body.(*Sighting); ok {
			names = append(names, s.Name)
		}
	}
	if strings.Join(names, ",") != "سمرا" {
		t.Errorf("actors: %v", names)
	}
}

func TestMeetingsWithoutNumber(t *testing.T) {
	meet := func(id, day, place, with string) ID {
		r := &fact.Reading{ID: id, Text: "لقاء", Meetings: []fact.Meeting{{Kind: "bilateral", Place: place, Start: day,
			Participants: []fact.Participant{{Name: with}}, Evidence: []text.Span{{Start: 0, End: 8}}}}}
		for _, f := range Findings(r) {
			if f.Fact.Kind == Meetings {
				return f.Fact
			}
		}
		t.Fatal("no meeting")
		return ID{}
	}
	a := meet("1", "2031-05-04", "مرج", "سالم")
	if a != meet("2", "2031-05-04", "مرج", "سالم") {
		t.Error("the same day, place and company are two meetings")
	}
	for name, b := range map[string]ID{
		"another day":     meet("2", "2031-05-11", "مرج", "سالم"),
		"another place":   meet("2", "2031-05-04", "سمرا", "سالم"),
		"another company": meet("2", "2031-05-04", "مرج", "هند"),
	} {
		if a == b {
			t.Errorf("%s is the same meeting", name)
		}
	}
	if meet("1", "", "مرج", "سالم") == meet("2", "", "مرج", "سالم") {
		t.Error("undated meetings of two articles are one")
	}
}

func TestChiefMeeting(t *testing.T) {
	src := "انتهت الجولة الثالثة أمس وكانت الثانية في مايو. قال سالم نعم"
	r := &fact.Reading{ID: "1", Text: src, Published: text.Published{EDTF: "2031-07-02", Basis: text.Given},
		Meetings: []fact.Meeting{
			{Process: "qamar", Ordinal: 2, Start: "2031-05", Evidence: []text.Span{at(src, "وكانت الثانية في مايو")}},
			{Process: "qamar", Ordinal: 3, Start: "2031-07-01", Evidence: []text.Span{at(src, "انتهت الجولة الثالثة أمس")}}},
		Statements: []fact.Statement{{Name: "سالم", Kind: "person", Content: []text.Span{at(src, "نعم")}}},
		Figures:    []fact.Figure{{Span: at(src, "الثانية")}}}
	fs := Findings(r)
	var second, third ID
	for _, f := range fs {
		switch {
		case f.Fact.Kind == Meetings && f.Ordinal == 2:
			second = f.Fact
		case f.Fact.Kind == Meetings:
			third = f.Fact
		case f.Fact.Kind == Statements && f.About != third:
			t.Errorf("the statement belongs to %v, not to the round of the day", f.About)
		case f.Fact.Kind == Figures && f.About != second:
			t.Errorf("the figure belongs to %v, not to the round in whose words it stands", f.About)
		}
	}
}

func TestBodiesRoundTrip(t *testing.T) {
	src := "نعم"
	n := int64(3)
	ss := []text.Span{at(src, src)}
	r := &fact.Reading{ID: "1", Text: src, Mentions: []fact.Mention{{Span: ss[0], Type: fact.Person, Name: "سالم"}},
		Meetings: []fact.Meeting{{Evidence: ss}}, Statements: []fact.Statement{{Content: ss}}, Commitments: []fact.Commitment{{Content: ss}},
		Demands: []fact.Demand{{Content: ss}}, Ceasefires: []fact.Ceasefire{{Evidence: ss}}, Incidents: []fact.Incident{{Evidence: ss}}, Figures: []fact.Figure{{Span: ss[0], Min: &n}}}
	seen := map[Kind]bool{}
	for _, f := range Findings(r) {
		b, err := EncodeBody(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeBody(f.Fact.Kind, b)
		if err != nil {
			t.Fatal(err)
		}
		seen[f.Fact.Kind] = true
		if e := (Evidence{Article: &Article{Text: src}, Body: got}); e.Quote() != src {
			t.Errorf("%s: quote %q from %s", f.Fact.Kind, e.Quote(), b)
		}
	}
	if len(seen) != len(Kinds()) {
		t.Errorf("kinds: %v", seen)
	}
}

func TestAround(t *testing.T) {
	src := "وصل الوفد. وقال سالم إن 12 أسيرا عادوا إلى بيوتهم! ثم مضى"
	if got := Around(src, at(src, "12 أسيرا")); got != "وقال سالم إن 12 أسيرا عادوا إلى بيوتهم" {
		t.Errorf("got %q", got)
	}
	long := strings.Repeat("كلمة ", 100) + "12 أسيرا" + strings.Repeat(" كلمة", 100)
	got := Around(long, at(long, "12 أسيرا"))
	if len(got) > 300 || !strings.HasPrefix(got, "… كلمة") || !strings.HasSuffix(got, "كلمة …") || strings.Contains(got, "\ufffd") {
		t.Errorf("got %q", got)
	}
	if Around(src, text.Span{Start: 5, End: 900}) != "" {
		t.Error("a span outside")
	}
}

func FuzzAround(f *testing.F) {
	f.Add("وصل الوفد. 12 أسيرا\n", 20, 24)
	f.Fuzz(func(t *testing.T, src string, a, b int) { Around(src, text.Span{Start: a, End: b}) })
}
