package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"unicode/utf8"

	"mahdar/demo"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

var testLexicon = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load() })

// checkSpans walks a reading's JSON: wherever start, end and exact stand
// together, exact must be the code points from start to end of the text.
func checkSpans(points []rune, v any) error {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if err := checkSpans(points, x); err != nil {
				return err
			}
		}
	case map[string]any:
		if exact, ok := v["exact"].(string); ok {
			start, end := int(v["start"].(float64)), int(v["end"].(float64))
			if start < 0 || end < start || end > len(points) || string(points[start:end]) != exact {
				return fmt.Errorf("[%d,%d) is not %q", start, end, exact)
			}
		}
		for _, x := range v {
			if err := checkSpans(points, x); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkReading reads src and holds what comes out against the contract.
func checkReading(t *testing.T, lex *lexicon.Lexicon, src, day string) {
	t.Helper()
	doc := &text.Document{Text: src, Source: text.Source{Path: "fuzz", Format: "text"}, Published: text.Published{EDTF: day, Basis: text.Given}}
	r := readArticle(doc, lex)
	if r.err != nil {
		t.Fatal(r.err)
	}
	line, err := fact.Marshal(r.Reading)
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := json.Unmarshal(line, &v); err != nil {
		t.Fatal(err)
	}
	if v["text"] != src {
		t.Fatal("the text was changed")
	}
	if err := checkSpans([]rune(src), v); err != nil {
		t.Errorf("%v in %q", err, src)
	}
	if _, err := fact.Unmarshal(line); err != nil {
		t.Error(err)
	}
}

// FuzzOffsets holds source[start:end] == exact over marks, blanks, controls
// and emoji that articles contain.
func FuzzOffsets(f *testing.F) {
	f.Add("قال\u00a0سالم الأحمر: «نعـم» 🙂\r\nوأضاف أنّ الهُدنة\u200f صامدة، يوم الاثنين 5 مايو/أيار 2031.", "2031-05-06")
	f.Add("\u202bأعلنت \"الحركة\" أن ١٢ مندوبا \u2067حضروا\u2069 الجولة الثالثة\u202c 👩\u200d👩\u200d👧", "")
	f.Add("قال: “نعم”\n\n\n[x id=1]\nشاهد أيضا\nقالت «", "2031-05")
	err := demo.Documents(context.Background(), func(doc *text.Document) error {
		f.Add(doc.Text, doc.Published.EDTF)
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	lex, err := testLexicon()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src, day string) {
		if src != "" && len(src) < 1<<14 && utf8.ValidString(src) { // intake hands on nothing else
			checkReading(t, lex, src, day)
		}
	})
}
