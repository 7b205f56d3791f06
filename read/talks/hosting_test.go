package talks

import (
	"testing"

	"mahdar/lexicon"
)

// Two who go somewhere are found over the offices that stand between them, and over a last
// name that nobody knows.
func TestBothOfTwo(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for src, want := range map[string]string{
		"قالت وزيرة الخارجية نادية الفخري ووزير الدفاع عادل المنصور إن الوضع هادئ.\nوقال الناطق إن نادية الفخري المبعوثة الخاصة للرئيس إلى الشرق، ووزير الدفاع عادل المنصور، سيتوجهان غدا إلى جنيف.": "نادية الفخري؛عادل المنصور؛",
		"قالت وزيرة الخارجية نادية الفخري ووزير الدفاع عادل المنصور إن الوضع هادئ.\nوقال الناطق إن نادية الفخري مياردوي ووزير الدفاع عادل المنصور سيلتقيان غدا في جنيف.":                             "نادية الفخري؛عادل المنصور؛",
	} {
		r := read(lex, src)
		got := ""
		for _, m := range r.Meetings {
			for _, p := range m.Participants {
				got += p.Name + "؛"
			}
		}
		if got != want {
			t.Errorf("%s: participants %s, want %s", src, got, want)
		}
	}
}
