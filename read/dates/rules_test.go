package dates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
)

// clock is the day that all sentences of testdata count from.
const clock = "2031-05-14"

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

// read resolves the dates of src against the clock.
func read(src, anchor string) []fact.Date {
	v := arabic.New(src)
	return Resolve(v, Expressions(v), []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph, Anchor: anchor}})
}

// Every rule reads its sentences and leaves the others alone.
func TestRules(t *testing.T) {
	total := 0
	for _, rule := range Rules() {
		name := strings.TrimPrefix(rule, "dates.")
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
			if err != nil {
				t.Fatalf("rule %s has no sentences: %v", rule, err)
			}
			reads, leaves := 0, 0
			for line := range strings.Lines(string(b)) {
				sign, line, _ := strings.Cut(strings.TrimSpace(line), " ")
				src, want := marked(t, line)
				total += max(1, len(want))
				var got []string
				fired := false
				for _, d := range read(src, clock) {
					value := d.EDTF
					if value == "" {
						value = "?" + d.Form
					}
					got = append(got, d.Span.In(src)+" => "+value)
					fired = fired || d.Rule == rule
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
	if total < 400 {
		t.Errorf("the corpora have %d expressions and sentences without one, want 400", total)
	}
}

// Several expressions in one text do not disturb each other.
func TestMixed(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "mixed.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		src, want := marked(t, strings.TrimSpace(line))
		var got []string
		for _, d := range read(src, clock) {
			got = append(got, d.Span.In(src)+" => "+d.EDTF)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", src, got, want)
		}
	}
}
