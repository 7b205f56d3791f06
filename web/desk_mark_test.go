package web

import (
	"strings"
	"testing"

	"mahdar/text"
)

func TestFindQuote(t *testing.T) {
	const src = "قال الوفد إن الهدنة قائمة.\nثم قال الوفد إن الهدنة\u00a0انهارت 😀 تماما."
	for _, c := range []struct {
		exact, prefix, suffix string
		before                string // what stands before the place that is meant
		times                 int
	}{
		{"قال الوفد", "", "", "", 2},
		{"قال الوفد", "ثم ", "", "ثم ", 2},
		{"قال الوفد", "", " إن الهدنة انهارت", "ثم ", 2},
		{" الهدنة \n انهارت ", "", "", "ثم قال الوفد إن ", 1},
		{"😀", "", "", "انهارت ", 1},
		{"ليس هنا", "", "", "", 0},
		{"", "", "", "", 0},
		{"\xff", "", "", "", 0},
	} {
		at, times := findQuote(src, c.exact, c.prefix, c.suffix)
		if times != c.times || times > 0 && !strings.HasSuffix(src[:at.Start], c.before) {
			t.Errorf("%q after %q before %q: %d times, at %q", c.exact, c.prefix, c.suffix, times, src[at.Start:at.End])
		}
	}
}

// Whatever a form sends, the place is one of the words, whole code points of it.
func FuzzFindQuote(f *testing.F) {
	f.Add("قال الوفد قال", "قال", "الوفد ", "")
	f.Add("a b\u00a0b", "b  b", "", "x")
	f.Fuzz(func(t *testing.T, src, exact, prefix, suffix string) {
		at, times := findQuote(src, exact, prefix, suffix)
		if times == 0 {
			return
		}
		got := strings.Join(strings.Fields(at.In(src)), " ")
		if want := strings.Join(strings.Fields(exact), " "); got != want {
			t.Errorf("%q is found at %q", want, got)
		}
	})
}

func TestPassages(t *testing.T) {
	const src = "عنوان\nقال سالم إن الجولة انتهت اليوم.\nفقرة أخرى."
	at := func(w string) []text.Span {
		i := strings.Index(src, w)
		return []text.Span{{Start: i, End: i + len(w)}}
	}
	ps := passages(src, at("الجولة انتهت"), at("سالم"))
	var all strings.Builder
	marks := map[string]string{}
	for _, p := range ps {
		all.WriteString(p.Text)
		marks[p.Class] += p.Text
	}
	if all.String() != "قال سالم إن الجولة انتهت اليوم." || marks["hit"] != "الجولة انتهت" || marks["by"] != "سالم" {
		t.Errorf("%q %v", all.String(), marks)
	}
}
