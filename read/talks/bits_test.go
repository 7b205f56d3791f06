package talks

import (
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/text"
)

// What the bits of a token say of its stem and root is what its letters say.
func TestStemBits(t *testing.T) {
	const src = "وبالمفاوضات وللوفدين بالمحادثات والوزيران فالتزم ووزارتهما المسار غير مطالبهم كالاتفاق لقاءاتها ثم إلا"
	lex := invented(t)
	r := &reader{}
	r.begin(page.New(&text.Document{Text: src}, lex.Tag(arabic.New(src)), &fact.Reading{Text: src}))
	for i := range r.p.Tokens {
		w := stem(r.p.Word(i))
		if got := r.stem(i); got != w {
			t.Errorf("%s: stem %s, want %s", r.p.Word(i), got, w)
		}
		if cut := int(r.bits[i] >> endShift & 7 * 2); w[:len(w)-cut] != root(w) {
			t.Errorf("%s: root %s, want %s", r.p.Word(i), w[:len(w)-cut], root(w))
		}
	}
}

// Who is told in the genitive is named in the nominative, in either spelling of the
// last letter.
func TestNominative(t *testing.T) {
	for w, want := range map[string]string{"رئيسي": "رئيسا", "رئيسى": "رئيسا", "وزيري": "وزيرا", "ممثلي": "ممثلو", "مندوبى": "مندوبو", "الفلسطينيين": "الفلسطينيون", "القمر": "القمر"} {
		if got := nominative(w, true); got != want {
			t.Errorf("%s: %s, want %s", w, got, want)
		}
	}
}

// Keys are shared where they are one or one ends the other, and the pieces that tell
// soon that they are not never say so wrongly.
func TestSharedKeys(t *testing.T) {
	keys := func(words string) (out []key) {
		for _, w := range strings.Fields(words) {
			out = append(out, key{w, tailOf(w)})
		}
		return out
	}
	for _, c := range []struct {
		a, b string
		n    int
	}{
		{"انسحاب قوات", "انسحاب سجناء", 1},
		{"مفاوض", "تمفاوض", 1},
		{"قول", "مقول", 0}, // too short to end another
		{"معبر", "معبد", 0},
	} {
		if n, _ := sharedKeys(keys(c.a), keys(c.b)); n != c.n {
			t.Errorf("%s, %s: %d shared, want %d", c.a, c.b, n, c.n)
		}
	}
	for _, few := range []string{"وزير", "وزيره خارجيه", "مبعوث خاص"} {
		all := "مبعوث خاص وزير خارجيه"
		if covers(strings.Fields(all), strings.Fields(few)) && maskOf(strings.Fields(few))&^maskOf(strings.Fields(all)) != 0 {
			t.Errorf("%s is in %s, and its mask is not", few, all)
		}
	}
}
