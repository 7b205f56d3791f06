package lexicon

import (
	"os"
	"path/filepath"
	"testing"
)

// invented people of an invented state hold the offices of these cases.
const inventedPeople = `id	ar	aliases	en	country	sector	roles	wikidata	origin
a-first	سالم الأول		Salim	qqq	GOV	foreign-minister:qqq 2030-02-01..2031-05-10		own
b-second	نادر الثاني		Nadir	qqq	GOV	foreign-minister:qqq 2031-05-10..|envoy:un/qqq 2028..2029		own
c-third	هند الثالثة		Hind	qqq	GOV	envoy:un/zzz 2028..		own
`

func TestHolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "people.tsv"), []byte(inventedPeople), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ office, body, topic, day, want string }{
		{"foreign-minister", "qqq", "", "2031-05-09", "a-first"},
		{"foreign-minister", "qqq", "", "2031-05-10", "b-second"},
		{"foreign-minister", "qqq", "", "2040-01-01", "b-second"},
		{"foreign-minister", "qqq", "", "2030-01-31", ""},
		{"foreign-minister", "qqq", "", "", ""},
		{"envoy", "un", "qqq", "2029-12-31", "b-second"},
		{"envoy", "un", "zzz", "", "c-third"},
		{"envoy", "un", "xyz", "2028-05-05", ""},
	} {
		p, ok := l.Holder(c.office, c.body, c.topic, c.day)
		if got := ""; ok {
			got = p.ID
			if got != c.want {
				t.Errorf("%+v: got %s", c, got)
			}
		} else if c.want != "" {
			t.Errorf("%+v: nobody, holders %v", c, l.Holders(c.office, c.body, c.topic, c.day))
		}
	}
}
