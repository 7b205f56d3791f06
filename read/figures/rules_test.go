package figures_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/dates"
	"mahdar/read/figures"
	"mahdar/read/page"
	"mahdar/text"
)

// words loads the lexicon once for all tests.
var words = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load() })

// read finds the figures of src.
func read(t testing.TB, src string) []fact.Figure {
	t.Helper()
	lex, err := words()
	if err != nil {
		t.Fatal(err)
	}
	v := arabic.New(src)
	bs := []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph, Anchor: "2031-05-14"}}
	r := &fact.Reading{Text: src, Blocks: bs, Dates: dates.Resolve(v, dates.Expressions(v), bs)}
	figures.Find(page.New(&text.Document{Text: src}, lex.Tag(v), r))
	return r.Figures
}

// marked takes the marks [[words=>value]] out of a line: the sentence and what
// must be found in it.
func marked(t *testing.T, line string) (src string, want []string) {
	t.Helper()
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "[[")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		words, rest, ok1 := strings.Cut(rest, "=>")
		value, rest, ok2 := strings.Cut(rest, "]]")
		if !ok1 || !ok2 {
			t.Fatalf("mark is not closed: %s", line)
		}
		b.WriteString(words)
		want = append(want, words+" => "+value)
		line = rest
	}
}

func bound(v *int64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatInt(*v, 10)
}

// Every rule reads its sentences and leaves the others alone.
func TestRules(t *testing.T) {
	for _, rule := range figures.Rules() {
		name := strings.TrimPrefix(rule, "figures.")
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
			if err != nil {
				t.Fatalf("rule %s has no sentences: %v", rule, err)
			}
			reads, leaves := 0, 0
			for line := range strings.Lines(string(b)) {
				sign, line, _ := strings.Cut(strings.TrimSpace(line), " ")
				src, want := marked(t, line)
				var got []string
				fired := false
				for _, f := range read(t, src) {
					got = append(got, f.Span.In(src)+" => "+bound(f.Min)+".."+bound(f.Max)+" "+f.Unit)
					fired = fired || f.Rule == rule
				}
				if strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("%s\n got %q\nwant %q", src, got, want)
				}
				switch sign {
				case "+":
					reads++
					if !fired {
						t.Errorf("%s: not read by %s", src, rule)
					}
				case "-":
					leaves++
					if fired {
						t.Errorf("%s: read by %s", src, rule)
					}
				}
			}
			if reads == 0 || leaves == 0 {
				t.Errorf("%s has %d sentences to read and %d to leave alone", rule, reads, leaves)
			}
		})
	}
}

// Hostile repetition costs no more a byte than news.
func TestLinear(t *testing.T) {
	for _, w := range []string{"5 قتلى ", "بين 5 و", "أكثر من ", "ألف و", "عشرات ", "جنديان ", "وجرح 4 ", "1.2.3,4"} {
		read(t, strings.Repeat(w, 100000/len(w)))
	}
}

func FuzzFigures(f *testing.F) {
	f.Add("قتل ما بين 270 ألفا و330 ألف من \"600\" جنديا على الأقل، بينهم تسعة، و80 في المئة من السكان")
	f.Add("الضامنين الثلاثة حكومتين 15-10-5 أحد أفراد القبيلة ما يزيد على مليون ونصف عشرات الآلاف منهم")
	f.Fuzz(func(t *testing.T, src string) {
		for _, g := range read(t, src) {
			if g.Start < 0 || g.End <= g.Start || g.End > len(src) || g.Rule == "" || g.Unit == "" {
				t.Fatalf("%q: %+v", src, g)
			}
			if g.Min != nil && g.Max != nil && *g.Min > *g.Max {
				t.Fatalf("%q: %d..%d", src, *g.Min, *g.Max)
			}
		}
	})
}
