package minutes

import (
	"strings"
	"testing"

	"mahdar/record"
)

func TestStance(t *testing.T) {
	d := &record.Disagreement{Slot: record.SlotDenial, Type: "denial", Positions: []record.Position{
		{Value: "charged", Show: "اتهامات الجبهة بقصف السوق", Claims: []record.Claim{{Name: "جبهة الهضبة"}}},
		{Value: "denied", Show: "نفت الحكومة اتهامات الجبهة بقصف السوق", Claims: []record.Claim{{Name: "حكومة الساحل"}}},
	}}
	for lang, want := range map[Lang][]string{English: {"- the claim: ", "- the denial: "}, Arabic: {"- الادعاء: ", "- النفي: "}} {
		got := Quarrel(d, Options{Lang: lang}, nil)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%v: %q has no %q", lang, got, w)
			}
		}
	}
	if s := Stance(English, record.SlotBlame, "charged"); s != "" {
		t.Errorf("of blame: %q", s)
	}
	if s := Stance(English, record.SlotDenial, "2031"); s != "" {
		t.Errorf("of a value without a word: %q", s)
	}
}
