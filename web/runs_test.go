package web

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mahdar/text"
)

// plain is what runs show, with what stands for controls left out.
func plain(rs []run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestSplit(t *testing.T) {
	src := "قال للجيش «نعم» غدا"
	at := func(w string) text.Span {
		i := strings.Index(src, w)
		return text.Span{Start: i, End: i + len(w)}
	}
	marks := []marked{{widen(src, at("جيش")), layerName, "n1"}, {widen(src, at("جيش «نعم»")), layerStatement, "s1"}, {widen(src, at("نعم»")), layerClaim, "c1"}}
	rs := split(src, text.Span{End: len(src)}, marks, map[string]bool{})
	if plain(rs) != src {
		t.Errorf("runs show %q", plain(rs))
	}
	var got []string
	for _, r := range rs {
		got = append(got, r.Text+"|"+r.Cards)
	}
	if want := "قال |;للجيش|s1 n1; «|s1;نعم»|s1 c1; غدا|"; strings.Join(got, ";") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ";"), want)
	}
}

func TestControlsAreSeen(t *testing.T) {
	src := "قبل\u202eبعد\x07"
	rs := split(src, text.Span{End: len(src)}, nil, map[string]bool{})
	if len(rs) != 4 || rs[1].Letter != "U+202E" || rs[3].Letter != "U+0007" {
		t.Errorf("got %+v", rs)
	}
}

// FuzzSplit: whatever is marked, the letters stand as they stood, no word is
// cut, and no run is broken UTF-8.
func FuzzSplit(f *testing.F) {
	f.Add("قال سالم إنه «لن يحضر»", 3, 9, 5, 20)
	f.Add("a\xffب\u202e", 0, 2, 1, 9)
	f.Fuzz(func(t *testing.T, src string, a, b, c, d int) {
		src = strings.ToValidUTF8(src, "?")
		var marks []marked
		for i, s := range []text.Span{{Start: a, End: b}, {Start: c, End: d}} {
			if s.In(src) == "" || !utf8.ValidString(s.In(src)) || !utf8.ValidString(src[:s.Start]) {
				continue
			}
			w := widen(src, s)
			if !w.Contains(s) {
				t.Fatalf("%v became %v", s, w)
			}
			marks = append(marks, marked{w, layers[i], "x"})
		}
		rs := split(src, text.Span{End: len(src)}, marks, map[string]bool{})
		want := strings.Map(func(r rune) rune {
			if hidden(r) {
				return -1
			}
			return r
		}, src)
		if plain(rs) != want {
			t.Fatalf("%q shows %q", want, plain(rs))
		}
	})
}
