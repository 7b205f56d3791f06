package minutes

import (
	"testing"

	"mahdar/arabic"
)

func TestDistinct(t *testing.T) {
	for in, want := range map[string]string{
		"تسليم السلاح دفعة واحدة":                                  "تسليم السلاح دفعة واحدة",
		"تسليم السلاح … تسليم السلاح دفعة واحدة … تسليم السلاح":    "تسليم السلاح دفعة واحدة",
		"تسليمُ السلاح تدريجيًا … تسليم السلاح تدريجيا":            "تسليمُ السلاح تدريجيًا",
		"وقف القصف … فتح الطريق … تبادل المحتجزين … عودة النازحين": "وقف القصف … فتح الطريق … تبادل المحتجزين …",
		"":    "",
		" … ": "",
	} {
		if got := distinct(in, 3); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}

func TestDayWords(t *testing.T) {
	for in, want := range map[string][2]string{
		"2031-01-14": {"14 يناير 2031", "14 January 2031"}, "2031-01-14/2031-01-15": {"14 – 15 يناير 2031", "14 – 15 January 2031"},
		"2031-01-30/2031-02-02": {"30 يناير – 2 فبراير 2031", "30 January – 2 February 2031"}, "2031-12-30/2032-01-02": {"30 ديسمبر 2031 – 2 يناير 2032", "30 December 2031 – 2 January 2032"},
		"2031-05": {"مايو 2031", "May 2031"}, "2031-05-01/2031-05-31": {"مايو 2031", "May 2031"}, "2031-02-01/2031-02-28": {"فبراير 2031", "February 2031"},
		"2031": {"2031", "2031"}, "2031-01-14?": {"نحو 14 يناير 2031", "about 14 January 2031"}, "../2031-01-14": {"حتى 14 يناير 2031", "until 14 January 2031"},
		"2031-01-14/..": {"من 14 يناير 2031", "from 14 January 2031"}, "2031-03-20T18:40": {"20 مارس 2031، 18:40", "20 March 2031, 18:40"}, "203X": {"203X", "203X"}, "2031-06..": {"من يونيو 2031", "from June 2031"}, "..2031-06": {"حتى يونيو 2031", "until June 2031"}, "": {"", ""},
		"2031-01-XX": {"يناير 2031", "January 2031"}, "nonsense": {"nonsense", "nonsense"}, "2031-13-40": {"2031-13-40", "2031-13-40"},
	} {
		for i, l := range []Lang{Arabic, English} {
			if got := (&writer{opt: Options{Lang: l}}).dayWords(in); got != want[i] {
				t.Errorf("%s in %s is %q, not %q", in, l, got, want[i])
			}
		}
	}
}

func TestRomanisedAs(t *testing.T) {
	for slug, want := range map[string]string{arabic.NameSlug("مرساة"): "مرساة", arabic.NameSlug("وادي القمر"): "وادي القمر", "nothing": "", "": ""} {
		if got := romanisedAs(slug, "قالت الوفود في محادثات مَرساة إن «وادي القمر» هادئ، وعادت إلى مرساة."); got != want && !(want == "مرساة" && got == "مَرساة") {
			t.Errorf("%q is %q, not %q", slug, got, want)
		}
	}
}

func TestAsWritten(t *testing.T) {
	asked := 0
	name := AsWritten(t.Context(), nil, func(key string, l Lang) string {
		asked++
		return map[string]string{"known": "محادثات البحيرة", "": ""}[key]
	})
	if got := name("known", Arabic); got != "محادثات البحيرة" {
		t.Errorf("a known name became %q", got)
	}
	if got := name("", Arabic); got != "" {
		t.Errorf("no talks are called %q", got)
	}
	if got := name("unknown", Arabic); got != "" {
		t.Errorf("a key that is no romanised name is called %q", got)
	}
	if asked != 3 {
		t.Errorf("asked %d times", asked)
	}
}
