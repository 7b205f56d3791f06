package talks

import "testing"

// TestTrucePlace holds that a truce has the place that is told of it and none that its
// sentence tells of something else.
func TestTrucePlace(t *testing.T) {
	lex := invented(t)
	for words, want := range map[string]string{
		"وأعلنت جبهة الينابيع هدنة إنسانية في قمرستان لمدة خمسة أيام.":         "قمرستان",
		"وأعلنت جبهة الينابيع هدنة مؤقتة، في قمرستان.":                         "قمرستان",
		"وأعلنت جبهة الينابيع هدنة بعد هزيمة قواتها في قمرستان.":               "",
		"وأعلنت جبهة الينابيع هدنة، وواصلت القوات هجماتها على قرى في قمرستان.": "",
	} {
		r := read(lex, words+"\n")
		got := ""
		if len(r.Ceasefires) > 0 {
			got = r.Ceasefires[0].Place
		} else {
			t.Errorf("%s: no truce", words)
		}
		if got != want {
			t.Errorf("%s: in %q, want %q", words, got, want)
		}
	}
}

// TestAskedOfNoOutlet holds that who relays a demand is not of whom it is made.
func TestAskedOfNoOutlet(t *testing.T) {
	r := read(invented(t), "ودعا الرئيس سالم الأحمر وفق ما نقلت عنه \"فرانس 24\" إلى عدم توجيه الاتهام إلى قمرستان.\n")
	if len(r.Demands) != 1 || r.Demands[0].Of != "" {
		t.Errorf("%+v", r.Demands)
	}
}
