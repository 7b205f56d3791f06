package eval

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/text"
)

func TestParseGoldRefuses(t *testing.T) {
	for name, c := range map[string]struct{ raw, want string }{
		"not JSON":      {"{\"doc\": \"a\",\n \"mentions\": [,]}", "line 2: is not JSON"},
		"a list":        {"[]", "line 1: is not a gold record: it is of kind array and not an object"},
		"null":          {"null", "is not a gold record"},
		"nothing":       {"", "is not JSON"},
		"null layer":    {`{"doc": "a", "dates": null}`, "dates is null; write []"},
		"wrong kind":    {"{\"mentions\": [\n{\"text\": 5}]}", "line 2: mentions.text is of kind number; it should be of kind string"},
		"odd ordinal":   {`{"meetings": [{"ordinal": "3"}]}`, "meetings.ordinal is of kind string; it should be of kind int"},
		"layer of text": {`{"mentions": ["a"]}`, "mentions is of kind string"},
	} {
		_, err := ParseGold([]byte(c.raw))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if _, err := CheckGold([]byte(c.raw), ""); err == nil {
			t.Errorf("%s: is checked without an error", name)
		}
	}
}

func TestLoadGold(t *testing.T) {
	dir := t.TempDir()
	if _, err := LoadGold(dir); err == nil || !strings.Contains(err.Error(), "holds no gold record; a record is a file NAME.gold.json") {
		t.Error(err)
	}
	if _, err := LoadGold(filepath.Join(dir, "none")); err == nil || !strings.Contains(err.Error(), "there is no such folder") {
		t.Error(err)
	}
	for name, raw := range map[string]string{"b.gold.json": `{"doc": "b"}`, "a.gold.json": "\ufeff{\"doc\": \"a\"}", "a-1.gold.json": "{}", "c.gold.json": "{", "d.json": "{", "e.gold.json": "7"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(raw), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := LoadGold(dir)
	var names []string
	for _, g := range got {
		names = append(names, g.Name)
	}
	if want := []string{"a-1", "a", "b"}; !reflect.DeepEqual(names, want) {
		t.Errorf("loaded %v, want %v", names, want)
	}
	if err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.Contains(err.Error(), filepath.Join(dir, "c.gold.json")+": line 1") {
		t.Errorf("errors: %v", err)
	}
}

func ExampleCheckGold() {
	faults, err := CheckGold([]byte(`{"mentions": [{"text": "القمر", "n": 2, "type": "STAR", "name": "القمر"}]}`), "وادي القمر")
	for _, f := range faults {
		fmt.Println(f.Error())
	}
	fmt.Println(err)
	// Output:
	// mentions[0]: text not in the article (or not 2 times): "القمر"
	// mentions[0]: type="STAR" not allowed
	// <nil>
}

// repeated is an article in which most words stand more than once.
const repeated = "الهدنة في القمر\n\nقال سالم الأحمر إن الهدنة في القمر بدأت. قال سالم الأحمر إن الهدنة في القمر انتهت.\n\nالهدنة في القمر\n\nشارك الخبر"

func repeatedReading() *fact.Reading {
	nth := func(w string, n int) text.Span {
		s, ok := occurrence(repeated, w, n)
		if !ok {
			panic(w)
		}
		return s
	}
	three := int64(3)
	return &fact.Reading{Text: repeated, Source: text.Source{Path: "in/moon.1.txt"}, Title: nth("الهدنة في القمر", 1),
		Published: text.Published{EDTF: "2031-05-04", Basis: text.Given},
		Blocks: []fact.Block{{Span: nth("الهدنة في القمر", 1), Kind: fact.Title}, {Span: nth("الهدنة في القمر", 4), Kind: fact.Boilerplate, Reason: "repeat"},
			{Span: nth("شارك الخبر", 1), Kind: fact.Boilerplate, Reason: "share"}},
		Mentions: []fact.Mention{{Span: nth("القمر", 2), Type: fact.Location, Name: "القمر"}, {Span: nth("سالم الأحمر", 2), Type: fact.Person, Name: "سالم الأحمر"}},
		Dates:    []fact.Date{{Span: nth("بدأت", 1), EDTF: "2031-05-04T10:57:30"}, {Span: nth("انتهت", 1), Form: "XXXX-XX-XX@sunday"}},
		Statements: []fact.Statement{
			{Content: []text.Span{nth("الهدنة في القمر", 3)}, Cue: nth("قال", 2), Speaker: nth("سالم الأحمر", 2), Name: "سالم الأحمر", Kind: "person", Mode: "indirect", Act: "state",
				Via: []fact.Relay{{Name: "وكالة القمر"}}},
			{Content: []text.Span{nth("الهدنة", 2), nth("بدأت", 1)}, Name: "سالم الأحمر", Kind: "person", Mode: "mixed", Act: "announce"}},
		Meetings: []fact.Meeting{{Process: "qamar", Ordinal: 3, Kind: "round", Status: "ongoing", Place: "القمر", Start: "2031-05",
			Participants: []fact.Participant{{Name: "سالم الأحمر", Role: "head", Attendance: "attended", Size: 3}}, Agenda: []text.Span{nth("الهدنة", 1)}, Evidence: []text.Span{nth("الهدنة في القمر", 3)}}},
		Commitments: []fact.Commitment{{By: "سالم", Content: []text.Span{nth("الهدنة في القمر بدأت", 1)}, Status: "made"}},
		Demands:     []fact.Demand{{By: "سالم", Of: "ليلى", Content: []text.Span{nth("الهدنة في القمر انتهت", 1)}, Answer: "none"}},
		Ceasefires:  []fact.Ceasefire{{Event: "in-force", Parties: []string{"سالم"}, Evidence: []text.Span{nth("الهدنة", 3)}}, {Event: "unheard-of"}},
		Figures:     []fact.Figure{{Span: nth("سالم", 2), Min: &three, Unit: "delegates"}},
		Incidents:   []fact.Incident{{Type: "RETREAT", Actor: []string{"سالم"}, Evidence: []text.Span{nth("الهدنة في القمر", 2)}}, {Type: "CONCEDE", Evidence: []text.Span{nth("انتهت", 1)}}},
	}
}

// A reading that becomes a record says the same, letter for letter, in the
// same places.
func TestGoldRoundTrip(t *testing.T) {
	r := repeatedReading()
	g := Gold(r)
	var b bytes.Buffer
	if err := WriteGold(&b, &g); err != nil {
		t.Fatal(err)
	}
	if faults, err := CheckGold(b.Bytes(), r.Text); err != nil || len(faults) > 0 {
		t.Errorf("%v %v\n%s", faults, err, b.String())
	}
	back, err := ParseGold(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, &g) {
		t.Errorf("got  %+v\nwant %+v", back, &g)
	}
	if g.Doc != "moon.1" || g.Published != "2031-05-04" || g.PublishedBasis != "given" || g.Title != "الهدنة في القمر" {
		t.Errorf("head: %+v", g)
	}
	if len(g.Ceasefires) != 1 || len(g.Incidents) != 1 || g.Dates[0].Value != "" || g.Dates[1].Value != "XXXX-XX-XX@sunday" {
		t.Errorf("what a record has no value for: %+v %+v %+v", g.Ceasefires, g.Incidents, g.Dates)
	}
	r.Ceasefires, r.Incidents = r.Ceasefires[:1], r.Incidents[:1]
	at := newOrdinals(r.Text)
	rec, red := markGold(back, r.Text, at), markReading(r, at)
	for _, l := range Layers() {
		for i := range red.items[l] {
			x, y := rec.items[l][i], red.items[l][i]
			if x.pos.n == 0 || x.pos.shared(y.pos) != y.pos.n || x.span.Start > y.span.Start {
				t.Errorf("%s %d: %q at %v is not at %v", l, i, x.span.In(r.Text), x.span, y.span)
			}
		}
	}
	s := Scorer{Listed: map[string]bool{"qamar": true}, Missed: func(m Miss) {
		if m.Layer != Dates {
			t.Errorf("%+v", m)
		}
	}}
	for _, f := range s.Reading("a", back, r).Figures() {
		if f.Layer != Dates && (f.F1 != nil && *f.F1 != 1 || f.Accuracy != nil && *f.Accuracy != 1) {
			t.Errorf("%s: %+v", f.Layer, f)
		}
	}
}

// An article whose lines end in two letters has the same record and figures.
func TestGoldLineEnds(t *testing.T) {
	articles, a, b := fixture(t)
	lines := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	var s Scorer
	for i, g := range a {
		src := articles[g.Name]
		if faults, err := CheckGold(g.Raw, lines(src)); err != nil || len(faults) > 0 {
			t.Errorf("%v %v", faults, err)
		}
		want := s.Coder(g.Name, g.Record, b[i].Record, src).Figures()
		if got := s.Coder(g.Name, g.Record, b[i].Record, lines(src)).Figures(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", g.Name, got, want)
		}
	}
	r := repeatedReading()
	r.Text = lines(repeated)
	r.Blocks = []fact.Block{{Span: text.Span{Start: strings.LastIndex(r.Text, "الهدنة في القمر"), End: len(r.Text)}, Kind: fact.Boilerplate}}
	if g := Gold(r); strings.Contains(strings.Join(g.Boilerplate, ""), "\r") {
		t.Errorf("%q", g.Boilerplate)
	}
}

func ExampleGold() {
	src := "قال سالم إن الهدنة بدأت، وقال سالم إن الهدنة انتهت"
	second, _ := occurrence(src, "سالم", 2)
	g := Gold(&fact.Reading{Text: src, Mentions: []fact.Mention{{Span: second, Type: fact.Person, Name: "سالم الأحمر"}}})
	fmt.Println(g.Mentions)
	// Output: [{سالم 2 PER سالم الأحمر}]
}

// Readings of the shared articles are records without faults that say what
// the readings say.
func TestGoldShared(t *testing.T) {
	for _, part := range []string{"sample", "dev"} {
		c := sharedCorpus(t, part)
		s := Scorer{Listed: listed(t, filepath.Join(shared, "gold", "processes.tsv"))}
		var total Tally
		for name, r := range c.readings {
			g := Gold(r)
			var b bytes.Buffer
			if err := WriteGold(&b, &g); err != nil {
				t.Fatal(err)
			}
			faults, err := CheckGold(b.Bytes(), r.Text)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range faults {
				t.Errorf("%s: %v", name, f)
			}
			total.Add(s.Reading(name, &g, r))
		}
		for _, f := range total.Figures() {
			// Content without N whose words stood before loses its place.
			least := Rounded(0.99)
			if f.Layer == Commitments || f.Layer == Demands {
				least = 0.5
			}
			if f.F1 != nil && *f.F1 < least || f.Accuracy != nil && *f.Accuracy < least {
				t.Errorf("%s: %+v", f.Layer, f)
			}
			t.Log(f.Layer, orNone(f.F1), orNone(f.Accuracy), f.Gold)
		}
	}
}

func FuzzGold(f *testing.F) {
	articles, a, b := fixture(f)
	for _, g := range append(a, b...) {
		f.Add(g.Raw, articles[g.Name])
	}
	f.Add([]byte(`{"mentions":[{"text":"\u0627","n":99,"type":"PER"}],"meetings":[{"ordinal":0,"participants":[{}]}],"boilerplate":[""]}`), "ا\xff ا")
	f.Add([]byte(`{"figures":[{"min":1e300,"max":-0.5}],"incidents":[{}],"dates":[{"text":"ا","value":"T"}]}`), "اا")
	f.Fuzz(func(t *testing.T, raw []byte, src string) {
		g, err := ParseGold(raw)
		_, check := CheckGold(raw, src)
		if (err == nil) != (check == nil) {
			t.Fatalf("parsed: %v, checked: %v", err, check)
		}
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		if err := WriteGold(&once, g); err != nil {
			t.Fatal(err)
		}
		back, err := ParseGold(once.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, once.Bytes())
		}
		if err := WriteGold(&twice, back); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Fatalf("written twice:\n%s\n%s", once.Bytes(), twice.Bytes())
		}
		s := Scorer{Missed: func(m Miss) {}}
		for _, fig := range s.Coder("a", g, back, src).Figures() {
			if fig.F1 != nil && (*fig.F1 < 0 || *fig.F1 > 1.000001) {
				t.Fatalf("%+v", fig)
			}
		}
		c := NewComparison("a", "b", "c")
		c.Article("a", src, []*GoldRecord{g, back, nil})
		for _, d := range c.Agreement().Differences {
			// What does not stand in the article, has no letter or tells nothing
			// cannot be coupled.
			if newOrdinals(d.Words).of(text.Span{End: len(d.Words)}).n > 0 {
				t.Fatalf("a record differs from itself: %+v", d)
			}
		}
	})
}

func FuzzGoldOfReading(f *testing.F) {
	f.Add(repeated)
	f.Add("مركز\r\n\nالهدنة في القمر\nمركز\r\nالقمر\nشارك الخبر\r\nشارك\n")
	f.Add("قال سالم: «نعم». قال سالم: «نعم».\n\nقال سالم: «نعم». قال سالم: «نعم».")
	lex, err := lexicon.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "")
		if len(src) > 1<<12 {
			return
		}
		r := read.Article(&text.Document{Text: src}, lex)
		g := Gold(r)
		var b bytes.Buffer
		if err := WriteGold(&b, &g); err != nil {
			t.Fatal(err)
		}
		faults, err := CheckGold(b.Bytes(), src)
		if err != nil || len(faults) > 0 {
			t.Fatalf("%v %v\n%s", err, faults, b.Bytes())
		}
	})
}
