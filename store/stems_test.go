package store

import (
	"strings"
	"testing"
)

func TestLight(t *testing.T) {
	for in, want := range map[string]string{"للوزير": "وزير", "والوزير": "وزير", "وبالوزير": "وزير", "وقال": "وقال", "ولد": "ولد", "وفد": "وفد", "لبنان": "لبنان", "الله": "له", "بقرار": "بقرار"} {
		if got := light(in); got != want {
			t.Errorf("light(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestPattern(t *testing.T) {
	const src = "أعلن وفد الجبهة أنّ للوزيرِ موقفا، وقال الوزير إن الهدنة صامدة."
	for query, want := range map[string]string{
		"وزير":            "للوزيرِ|الوزير",
		"الوزير هدنة":     "للوزيرِ|الوزير|الهدنة",
		"«وفد الجبهة»":    "وفد الجبهة",
		`"الجبهة وفد"`:    "",
		"وزير سفير":       "",
		"قال":             "وقال",
		"":                "",
		"!؟":              "",
		`"وقال الوزير إن`: "وقال الوزير إن",
	} {
		var got []string
		for _, s := range ParsePattern(query).Find(src) {
			got = append(got, s.In(src))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("«وفد الجبهة» وزير", "أعلن وفد الجبهة أن للوزير موقفا")
	f.Fuzz(func(t *testing.T, query, src string) {
		for _, s := range ParsePattern(query).Find(src) {
			if s.In(src) == "" {
				t.Errorf("%q in %q: empty place %v", query, src, s)
			}
		}
	})
}
