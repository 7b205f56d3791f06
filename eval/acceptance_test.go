package eval

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/text"
)

func TestReadAcceptance(t *testing.T) {
	const head = "id\tarticle\tkind\tcapability\tspan\toccurrences\tfirst_rune\n"
	got, err := ReadAcceptance(strings.NewReader(head + "1-01\t1\tdemand\topen the roads\tفتح الطرق\t1\t14\n"))
	if err != nil || len(got) != 1 || got[0].Words != "فتح الطرق" || got[0].Point != 14 {
		t.Errorf("got %+v, %v", got, err)
	}
	for name, table := range map[string]string{
		"no column":  "id\tspan\n",
		"few cells":  head + "1-01\t1\n",
		"no number":  head + "1-01\t1\tdemand\tx\tفتح\t1\tnine\n",
		"many cells": head + "1\t1\td\tx\tفتح\t1\t2\t3\n",
	} {
		if _, err := ReadAcceptance(strings.NewReader(table)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestAccept(t *testing.T) {
	src := "طالب سالم بفتح الطرق قبل المساء"
	at := strings.Index(src, "فتح الطرق")
	r := &fact.Reading{Text: src, Demands: []fact.Demand{{Content: []text.Span{{Start: at, End: at + len("فتح الطرق")}}}}}
	for _, c := range []struct {
		kind, words string
		point       int
		layer       string
	}{
		{"demand", "فتح الطرق", 11, "demands"},
		{"demand-side", "فتح الطرق", 0, "demands"}, // a place that moved is looked for
		{"figure", "فتح الطرق", 11, ""},            // no figure is there
		{"demand", "المساء", 25, ""},
		{"demand", "غيره", 0, ""},
	} {
		layer, ok := Accept(r, Acceptance{Kind: c.kind, Words: c.words, Point: c.point})
		if layer != c.layer || ok != (c.layer != "") {
			t.Errorf("%s %q: %q, %v; want %q", c.kind, c.words, layer, ok, c.layer)
		}
	}
}

// How much of what a full record of the sample articles holds is found. Each
// thing is named with its layer or as missing.
func TestAcceptanceOfSample(t *testing.T) {
	f, err := os.Open(filepath.Join(shared, "acceptance.tsv"))
	if err != nil {
		t.Skip("the table of what a full record holds is not here: ", err)
	}
	defer f.Close()
	list, err := ReadAcceptance(f)
	if err != nil {
		t.Fatal(err)
	}
	c := sharedCorpus(t, "sample")
	found := 0
	var missing []string
	for _, a := range list {
		var r *fact.Reading
		for name, have := range c.readings {
			if strings.HasPrefix(name, a.Article+"_") {
				r = have
			}
		}
		if r == nil {
			t.Fatalf("%s: article %s is not among the readings", a.ID, a.Article)
		}
		layer, ok := Accept(r, a)
		if !ok {
			missing = append(missing, a.ID+" "+a.Kind+": "+a.Capability)
			continue
		}
		found++
		t.Logf("found %s %s in %s", a.ID, a.Kind, layer)
	}
	sort.Strings(missing)
	for _, m := range missing {
		t.Logf("missing %s", m)
	}
	t.Logf("%d of %d found", found, len(list))
	if found*10 < len(list)*7 {
		t.Errorf("%d of %d found, fewer than seven in ten", found, len(list))
	}
}
