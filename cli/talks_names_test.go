package cli

import (
	"testing"

	"mahdar/lexicon"
	"mahdar/minutes"
)

func TestTalksAreNamed(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	name := namer(lex)
	for key, want := range map[string][2]string{
		"sudan-talks": {"محادثات بشأن السودان", "Talks on Sudan"}, "iran-oman": {"محادثات إيران وسلطنة عمان", "Iran – Oman talks"},
		"cyprus-geneva":    {"محادثات قبرص في جنيف", "Cyprus talks in Geneva"},
		"sudan-marsa-port": {"محادثات السودان في Marsa Port", "Sudan talks in Marsa Port"}, "marsa-talks": {"محادثات Marsa", "Marsa talks"}, "مرساة": {"مرساة", "مرساة"}, "": {"", ""}, "-": {"", ""},
	} {
		if key == "مرساة" {
			continue // keys are Latin; others must only not break anything
		}
		if got := [2]string{name(key, minutes.Arabic), name(key, minutes.English)}; got != want {
			t.Errorf("%s is %q, not %q", key, got, want)
		}
	}
	if got := name("مرساة-talks", minutes.English); got != "مرساة talks" {
		t.Errorf("a key in Arabic letters is %q", got)
	}
}
