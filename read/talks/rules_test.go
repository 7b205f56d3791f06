package talks

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/dates"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/text"
)

// clock is the day that all sentences of testdata count from, a Wednesday.
const clock = "2031-05-14"

var update = flag.Bool("update", false, "write what is found into testdata/rules")

// invented loads the lexicon with the invented states, places, bodies and talks
// of testdata/lexicon.
func invented(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Load(filepath.Join("testdata", "lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// read runs the stages that talks needs over one paragraph a line.
func read(lex *lexicon.Lexicon, src string) *fact.Reading {
	t := arabic.New(src)
	r := &fact.Reading{Text: src, Published: text.Published{EDTF: clock, Basis: text.Given}}
	at := 0
	for line := range strings.Lines(src) {
		r.Blocks = append(r.Blocks, fact.Block{Span: text.Span{Start: at, End: at + len(line)}, Kind: fact.Paragraph, Anchor: clock})
		at += len(line)
	}
	r.Dates = dates.Resolve(t, dates.Expressions(t), r.Blocks)
	p := page.New(&text.Document{Text: src}, lex.Tag(t), r)
	names.Find(p)
	statements.Find(p)
	Find(p)
	return r
}

// found writes the findings of one rule, one a line.
func found(r *fact.Reading, rule string) []string {
	var out []string
	words := func(ss []text.Span) string {
		var parts []string
		for _, s := range ss {
			parts = append(parts, s.In(r.Text))
		}
		return strings.Join(parts, " … ")
	}
	for _, m := range r.Meetings {
		if m.Rule != rule {
			continue
		}
		var who []string
		for _, p := range m.Participants {
			w := p.Name
			for _, v := range []string{p.Role, p.Attendance, p.Head} {
				if v != "" {
					w += " (" + v + ")"
				}
			}
			who = append(who, w)
		}
		out = append(out, fmt.Sprintf("%s %s process=%s ordinal=%d place=%s days=%s..%s: %s", m.Kind, m.Status, m.Process, m.Ordinal, m.Place, m.Start, m.End, strings.Join(who, "؛ ")))
	}
	for _, d := range r.Demands {
		if d.Rule == rule {
			out = append(out, fmt.Sprintf("%s by=%s of=%s: %s", d.Answer, d.By, d.Of, words(d.Content)))
		}
	}
	for _, c := range r.Commitments {
		if c.Rule == rule {
			out = append(out, fmt.Sprintf("%s by=%s alleged=%s: %s", c.Status, c.By, c.AllegedBy, words(c.Content)))
		}
	}
	for _, c := range r.Ceasefires {
		if c.Rule == rule {
			out = append(out, fmt.Sprintf("%s parties=%s date=%s: %s", c.Event, strings.Join(c.Parties, "؛ "), c.Date, words(c.Evidence)))
		}
	}
	return out
}

// Every rule reads its sentences as written beside them and leaves the others
// alone. A line of testdata/rules is «+ sentence» followed by lines «= finding», or
// «- sentence».
func TestRules(t *testing.T) {
	lex := invented(t)
	for _, rule := range Rules() {
		t.Run(strings.TrimPrefix(rule, "talks."), func(t *testing.T) {
			path := filepath.Join("testdata", "rules", strings.TrimPrefix(rule, "talks.")+".txt")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("rule %s has no sentences: %v", rule, err)
			}
			reads, leaves := 0, 0
			var now strings.Builder
			var want []string
			for line := range strings.Lines(string(b)) {
				line = strings.TrimSpace(line)
				sign, src, _ := strings.Cut(line, " ")
				switch sign {
				case "=":
					want = append(want, line)
				case "+", "-":
					got := found(read(lex, src), rule)
					fmt.Fprintf(&now, "%s %s\n", sign, src)
					for _, g := range got {
						fmt.Fprintf(&now, "= %s\n", g)
					}
					if sign == "+" {
						reads++
						if len(got) == 0 {
							t.Errorf("%s: not read by %s", src, rule)
						}
					} else {
						leaves++
						if len(got) > 0 {
							t.Errorf("%s: read by %s: %q", src, rule, got)
						}
					}
				}
			}
			if reads == 0 || leaves == 0 {
				t.Errorf("%s has %d sentences to read and %d to leave alone; it needs both", rule, reads, leaves)
			}
			if *update {
				if err := os.WriteFile(path, []byte(now.String()), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if now.String() != string(b) {
				t.Errorf("%s: found\n%s\nwritten\n%s", path, now.String(), b)
			}
		})
	}
}

// Each rule has its place in the codebook, where users look up what a finding's rule means.
func TestRulesInCodebook(t *testing.T) {
	book, err := os.ReadFile(filepath.Join("..", "..", "docs", "codebook", "talks.md"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join("testdata", "rules", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no rules: ", err)
	}
	for _, f := range files {
		rule := "talks." + strings.TrimSuffix(filepath.Base(f), ".txt")
		if !strings.Contains(string(book), "`"+rule+"`") {
			t.Errorf("%s is not in the codebook", rule)
		}
	}
}
