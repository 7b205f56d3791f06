package answer

import (
	"strings"
	"testing"
)

func TestCursor(t *testing.T) {
	q := question("statements", "astana", "2031")
	for _, mark := range []string{"a", "sha256:" + strings.Repeat("0", 64), strings.Repeat("x", mostMark)} {
		c := cursorOf(mark, q)
		if got, err := markOf(c, q); err != nil || got != mark || len(c) > mostCursor {
			t.Errorf("%q came back as %q, %v", mark, got, err)
		}
		if _, err := markOf(c, question("statements", "astana", "2032")); err == nil {
			t.Errorf("the cursor of another question was taken")
		}
	}
	// A part of one filter cannot reach into the next.
	if question("ab", "c") == question("a", "bc") {
		t.Error("two questions are one")
	}
}

// Whatever comes as a cursor is refused or is one that was given.
func FuzzCursor(f *testing.F) {
	q := question("statements")
	f.Add(cursorOf("mark", q))
	f.Add("")
	f.Add("AAAA")
	f.Add("!!")
	f.Fuzz(func(t *testing.T, c string) {
		mark, err := markOf(c, q)
		if err == nil && cursorOf(mark, q) != c {
			t.Errorf("%q was read as %q, which is %q", c, mark, cursorOf(mark, q))
		}
	})
}

// What Markdown marks and escapes comes off, what articles say stays.
func TestPlain(t *testing.T) {
	for in, want := range map[string]string{"**سالم** \\*1\\* &lt;b&gt;": "سالم *1* <b>", "a\\": "a\\", "": "", "\\\\": "\\"} {
		if got := plain(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
