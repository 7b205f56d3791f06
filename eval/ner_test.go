package eval

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/lexicon"
)

const invented = `قال O
وزير O
الخارجية O
سالم B-PERS
الشهابي I-PERS
إن O
الجيش B-ORG
السوري I-ORG
دخل O
بغداد B-LOC
. O
`

func ExampleParseBIO() {
	s, err := ParseBIO(strings.NewReader(invented))
	fmt.Println(len(s), s[0][3], err)
	// Output: 1 {سالم B-PERS} <nil>
}

func TestNER(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseBIO(strings.NewReader(invented))
	if err != nil {
		t.Fatal(err)
	}
	got := Total(NER(lex, s, 1, func(what string, kind fact.MentionType, words string) { t.Log(what, kind, words) }))
	if want := (Score{Hit: 3, Gold: 3, Read: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if _, err := ParseBIO(strings.NewReader("كلمة")); err == nil {
		t.Error("a line without a tag is read without an error")
	}
}

// floor is what the reader must reach on the shared corpus of names; it only
// rises.
const floor = 0.72

func TestNERShared(t *testing.T) {
	f, err := os.Open("../../shared/conformance/ner_dev.txt")
	if err != nil {
		t.Skip("the shared corpus of names is not here: ", err)
	}
	defer f.Close()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseBIO(f)
	if err != nil {
		t.Fatal(err)
	}
	scores := NER(lex, s, 10, nil)
	for _, k := range []fact.MentionType{fact.Person, fact.Location, fact.Organisation} {
		t.Logf("%s precision %.3f recall %.3f F1 %.3f (%d)", k, scores[k].Precision(), scores[k].Recall(), scores[k].F1(), scores[k].Gold)
	}
	total := Total(scores)
	t.Logf("all precision %.3f recall %.3f F1 %.3f (%d)", total.Precision(), total.Recall(), total.F1(), total.Gold)
	if total.F1() < floor {
		t.Errorf("F1 %.3f is under %.2f", total.F1(), floor)
	}
}
