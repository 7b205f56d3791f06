package review_test

import (
	"fmt"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/review"
	"mahdar/text"
)

// undertaking is a commitment in an article of its own.
func undertaking(n int, day, by, status, words string, links ...record.ID) *record.Fact {
	a := &record.Article{ID: fmt.Sprintf("sha256:%064d", n), Text: words, Published: text.Published{EDTF: day, Basis: text.Given}}
	f := &record.Fact{ID: record.ID{Kind: record.Commitments, Hash: int64(n)}, Evidence: []record.Evidence{{Article: a,
		Body: &fact.Commitment{By: by, Status: status, Content: []text.Span{{End: len(words)}}}}}}
	if len(links) > 0 {
		f.Review = &record.Review{Links: links}
	}
	return f
}

func TestLedger(t *testing.T) {
	pledge := undertaking(1, "2031-01-01", "تورانا", "made", "وقف القصف على القرى")
	other := undertaking(2, "2031-01-02", "تورانا", "made", "فتح المعابر أمام القوافل")
	breach := undertaking(3, "2031-02-01", "", "breach-alleged", "استمرت الغارات بعد التعهد", pledge.ID)
	charged := undertaking(4, "2031-02-03", "سلاح الجو", "breach-alleged", "قصفت الطائرات سوق البلدة أمس", pledge.ID)
	denied := undertaking(5, "2031-02-04", "سلاح الجو", "breach-denied", "لم تقصف الطائرات سوق البلدة")
	violation := &record.Fact{ID: record.ID{Kind: record.Ceasefires, Hash: 9}, Review: &record.Review{Links: []record.ID{pledge.ID, pledge.ID}},
		Evidence: []record.Evidence{{Article: breach.Evidence[0].Article, Body: &fact.Ceasefire{Event: "violation-alleged", AllegedBy: "وفد الجبل"}}}}
	itself := undertaking(6, "2031-03-01", "وفد السهل", "made", "تسليم الخرائط قبل الصيف", record.ID{Kind: record.Commitments, Hash: 6})
	show := func(ts []record.Thread) string {
		var b strings.Builder
		for _, x := range ts {
			for _, s := range x.Steps {
				fmt.Fprintf(&b, "%d:%s ", s.Fact.Hash, s.Status)
			}
			b.WriteString("| ")
		}
		return b.String()
	}
	got := show(review.Ledger([]*record.Fact{pledge, other, breach, charged, denied, violation, itself}))
	for _, want := range []string{"1:made 3:breach-alleged 9:violation-alleged 4:breach-alleged 5:breach-denied |", "2:made |", "6:made |"} {
		if !strings.Contains(got, want) {
			t.Errorf("the ledger lacks %q: %s", want, got)
		}
	}
	if n := strings.Count(got, ":"); n != 7 {
		t.Errorf("%d steps of 7 facts: %s", n, got)
	}
	// Linked both ways they are one thread, and nothing is lost.
	a, b := undertaking(1, "2031-01-01", "أ", "made", "كلمات أولى هنا", record.ID{Kind: record.Commitments, Hash: 2}), undertaking(2, "2031-01-02", "ب", "made", "أخرى تماما هناك", record.ID{Kind: record.Commitments, Hash: 1})
	if got := show(review.Ledger([]*record.Fact{a, b})); strings.Count(got, "|") != 1 || strings.Count(got, ":") != 2 {
		t.Errorf("linked both ways: %s", got)
	}
}
