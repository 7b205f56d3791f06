package lexicon

import (
	"strings"
	"testing"
	"unsafe"
)

// TestFoundFillsLines holds that what is remembered of a word fills two lines of a
// processor's cache and no third.
func TestFoundFillsLines(t *testing.T) {
	if n := unsafe.Sizeof(found{}); n != 128 {
		t.Errorf("found has %d bytes, want 128", n)
	}
	if n := unsafe.Offsetof(found{}.readings); n != 64 {
		t.Errorf("the readings of a word begin at byte %d, want 64", n)
	}
}

// TestMemory holds that words of the same beginning, and more words than there is
// room for at first, are told apart.
func TestMemory(t *testing.T) {
	m := newMemory()
	long := strings.Repeat("م", 12)
	words := []string{"", "ا", long, long + "ن", long + "ه"}
	for i := range 1 << 14 {
		words = append(words, string([]rune{rune('ا' + i%20), rune('ب' + i>>4&15), rune('ت' + i>>8&15), rune('ج' + i&15), 'x', rune('a' + i>>12)}))
	}
	first := map[string]*found{}
	for _, w := range words {
		h := m.hash(w)
		if m.find(h, w) == nil {
			first[w] = &found{}
			m.add(h, w, first[w])
		}
	}
	for _, w := range words {
		if m.find(m.hash(w), w) != first[w] {
			t.Fatalf("%q is remembered as another word", w)
		}
	}
}
