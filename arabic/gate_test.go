package arabic

import "testing"

func TestGate(t *testing.T) {
	words := map[string]int{"من": 1, "يوم": 2, "الاسبوع": 3, "عام": 4}
	g := GateOf(words)
	for _, w := range []string{"من", "ومن", "فمن", "يوم", "ليوم", "وليوم", "الاسبوع", "للاسبوع", "وبالاسبوع", "عام", "بعام", "وبعام"} {
		if _, _, ok := Lookup(words, w); ok && !g.May(w) {
			t.Errorf("%s is turned away", w)
		}
	}
	through := 0
	strange := []string{"", "و", "قال", "الوسيط", "هدنه", "المقاتلين", "اعلن", "وادي", "القمر", "محادثات", "x", "latin", "شروط"}
	for _, w := range strange {
		if g.May(w) {
			through++
		}
	}
	if through > 2 {
		t.Errorf("%d of %d other words are let through", through, len(strange))
	}
}

func FuzzGate(f *testing.F) {
	f.Add("يوم", "وليوم")
	f.Fuzz(func(t *testing.T, entry, word string) {
		m := map[string]bool{entry: true}
		if _, _, ok := Lookup(m, word); ok && entry != "" && !GateOf(m).May(word) {
			t.Errorf("%q is in the vocabulary of %q and turned away", word, entry)
		}
	})
}
