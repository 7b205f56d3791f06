package names

import (
	"math/rand/v2"
	"testing"
)

// A table holds what a map would, round after round, and nothing of the round
// before.
func TestTable(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var tab table[int32]
	for round := range 4 {
		tab.empty()
		want := map[uint64]int32{}
		for n := range int32(50 << (2 * round)) {
			key := spreadOut(rnd.Uint64N(200 << round))
			want[key] += n
			*tab.at(key) += n
		}
		if tab.used != len(want) {
			t.Fatalf("round %d: %d keys, want %d", round, tab.used, len(want))
		}
		for key, n := range want {
			if got := tab.find(key); got == nil || *got != n {
				t.Fatalf("round %d: key %x has %v, want %d", round, key, got, n)
			}
		}
		if tab.find(spreadOut(1<<40)) != nil {
			t.Fatalf("round %d: a key is found that was never put in", round)
		}
	}
	tab.round = ^uint32(0) // the rounds begin again
	*tab.at(7) = 1
	tab.empty()
	if tab.find(7) != nil || tab.used != 0 {
		t.Error("a key of a round before is found")
	}
}

// Words that may be spellings of one name share the number of their consonants.
func TestBearerNumbers(t *testing.T) {
	for _, pair := range [][2]string{{"ميتشل", "ميتشيل"}, {"جرايشن", "غريشن"}, {"كي", "كاي"}, {"سرينا", "سيرينا"}} {
		if !variants([]string{pair[0], "ا"}, []string{pair[1], "ا"}) {
			t.Errorf("%s and %s are no variants", pair[0], pair[1])
		}
		if consonants(pair[0]) != consonants(pair[1]) {
			t.Errorf("%s and %s do not share their number", pair[0], pair[1])
		}
	}
	if skeleton("كي") != 0 || skeleton("ميتشل") != skeleton("ميتشيل") || skeleton("ميتشل") == skeleton("موريس") {
		t.Error("skeletons do not tell words of three consonants from each other")
	}
}
