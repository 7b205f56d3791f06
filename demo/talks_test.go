package demo_test

import (
	"testing"

	"mahdar/demo"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/record"
	"mahdar/text"
)

// TestTalks holds that the rounds of talks that no list knows come together
// under their own name, each once, over articles that tell them differently.
func TestTalks(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	b := record.NewBook()
	if err := demo.Documents(t.Context(), func(doc *text.Document) error {
		b.Add(read.Article(doc, lex))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	const talks = "marasa-talks"
	told := map[int]int{} // articles by round
	for _, f := range b.Facts(record.Meetings) {
		if f.Ordinal > 0 && f.Process == talks {
			if told[f.Ordinal] > 0 {
				t.Errorf("round %d stands twice", f.Ordinal)
			}
			told[f.Ordinal] = len(f.Evidence)
		}
	}
	for round, least := range map[int]int{1: 3, 2: 2, 3: 1, 4: 1} {
		if told[round] < least {
			t.Errorf("round %d of %s is told by %d articles, want %d at least (read/talks/own.go)", round, talks, told[round], least)
		}
	}
}
