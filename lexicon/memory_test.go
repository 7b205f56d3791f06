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

// TestOrdinary holds that every common word is found where it stands, and no
// part or neighbour of one.
func TestOrdinary(t *testing.T) {
	o := newOrdinary(commonTSV)
	if len(o.lines) >= 1<<placeBits {
		t.Fatalf("the common words have %d bytes, more than %d bits can tell", len(o.lines), placeBits)
	}
	listed := map[string]bool{}
	for line := range strings.Lines(o.lines) {
		word, rest, _ := strings.Cut(line, "\t")
		listed[word] = true
		if p := o.pos(word); p != rest[0] {
			t.Fatalf("%s is %q, want %q", word, p, rest[0])
		}
	}
	if len(listed) < 60000 {
		t.Errorf("%d common words are read", len(listed))
	}
	for w := range listed {
		for _, other := range []string{w + "ظ", w[2:], w + "\t"} {
			if p := o.pos(other); p != 0 && !listed[other] {
				t.Fatalf("%q is %q and not listed", other, p)
			}
		}
	}
}
