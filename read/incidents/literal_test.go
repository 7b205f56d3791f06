package incidents

import (
	"testing"

	"mahdar/lexicon"
)

// The roots that a token carries are those that its letters tell, whatever stands
// before or after them.
func TestRoots(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{}
	r.begin(newPage(lex, "هجوما والهجوم بهجومه للهجمات غاراتها بالغارات اجتماعا واجتماعهما لقاء سراح كتاب النار"))
	_, numbers := grammars(lex)
	for i := range r.p.Tokens {
		for _, root := range []string{"هجوم", "هجمات", "غار", "غارات", "اجتماع", "لقاء", "سراح", "نار"} {
			n, ok := numbers[root]
			if !ok {
				continue
			}
			var set rootSet
			set.add(n)
			if got, want := r.rootIn(i, set), r.rooted(i, root); got != want {
				t.Errorf("%s: root %s %v, want %v", r.p.Word(i), root, got, want)
			}
		}
	}
}
