package record_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/intake"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/record"
	"mahdar/text"
)

const shared = "../../shared/corpus"

// readings reads the articles of paths; it skips where the shared corpus is absent.
func readings(t testing.TB, paths ...string) []*fact.Reading {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	var out []*fact.Reading
	_, err = intake.Walk(context.Background(), paths, intake.Options{}, func(doc *text.Document) error {
		out = append(out, read.Article(doc, lex))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// samples copies the sample articles to a folder, with the sidecars of those
// whose names begin with one of dated, and reads them there.
func samples(t testing.TB, dated ...string) []*fact.Reading {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(shared, "sample", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Skip("the sample articles are not here: ", filepath.Join(shared, "sample"))
	}
	dir := t.TempDir()
	for _, name := range names {
		files := []string{name}
		for _, d := range dated {
			if strings.HasPrefix(filepath.Base(name), d) {
				files = append(files, strings.TrimSuffix(name, ".txt")+".meta.json")
			}
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, filepath.Base(f)), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return readings(t, dir)
}

func cluesAll(rs []*fact.Reading) []record.Clue {
	var out []record.Clue
	for _, r := range rs {
		out = append(out, record.Clues(r, record.Findings(r))...)
	}
	return out
}

// TestSampleDay holds that the article about the third round gets the Tuesdays
// between the days of those about the second and the eighth, and why.
func TestSampleDay(t *testing.T) {
	rs := samples(t, "001", "002")
	var id string
	for _, r := range rs {
		if strings.HasPrefix(filepath.Base(r.Source.Path), "000") {
			id = r.ID
		}
	}
	clues := cluesAll(rs)
	for _, b := range record.Solve(clues) {
		if b.Article != id {
			continue
		}
		if got := b.EDTF(); got != "2017-02-21/2017-12-19" || b.Weekday != "tuesday" {
			t.Errorf("bounded to %s of %s", b.Weekday, got)
		}
		if len(b.Reasons) != 4 {
			t.Errorf("reasons that bound nothing: %+v", b.Reasons)
		}
		rules := map[string]string{}
		for _, r := range b.Reasons {
			rules[r.Rule] = r.Day
			if r.Words == "" || r.Article == "" {
				t.Errorf("a reason without words: %+v", r)
			}
		}
		want := map[string]string{"weekday": "tuesday", "round-on": "", "round-before": "2017-02-17", "round-after": "2017-12-20"}
		for rule, day := range want {
			if got, ok := rules[rule]; !ok || got != day {
				t.Errorf("reason %s: %q, want %q in %+v", rule, got, day, b.Reasons)
			}
		}
		return
	}
	t.Errorf("no bound; clues: %+v", clues)
}
