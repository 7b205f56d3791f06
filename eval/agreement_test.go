package eval

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// table makes the codes of two coders from how often each couple was given.
func table(counts [][]int) (a, b []string) {
	for i, row := range counts {
		for j, n := range row {
			for range n {
				a, b = append(a, fmt.Sprint("c", i)), append(b, fmt.Sprint("c", j))
			}
		}
	}
	return a, b
}

func ExampleKappa() {
	a := strings.Fields("state state accuse demand state")
	b := strings.Fields("state state accuse accuse state")
	kappa, ok := Kappa(a, b)
	fmt.Printf("%.3f %v\n", kappa, ok)
	// Output: 0.643 true
}

func TestKappa(t *testing.T) {
	for _, c := range []struct {
		source string
		counts [][]int
		want   float64
		ok     bool
	}{
		// Two judges, 200 patients, three diagnoses: Cohen, Weighted kappa,
		// Psychological Bulletin 70 (1968), table 1, with the unweighted kappa
		// of 1960: (0.70 - 0.41) / 0.59.
		{"Cohen 1968, table 1", [][]int{{88, 10, 2}, {14, 40, 6}, {18, 10, 12}}, 0.492, true},
		// Two readers, 50 applications for a grant, yes or no, the example in
		// common use for the two-by-two case: (0.70 - 0.50) / 0.50.
		{"grants, two by two", [][]int{{20, 5}, {10, 15}}, 0.4, true},
		// The same agreement of 60 in 100 under different margins, from the
		// same place; it shows what kappa takes for chance.
		{"60 of 100, even margins", [][]int{{45, 15}, {25, 15}}, 0.1304, true},
		{"60 of 100, uneven margins", [][]int{{25, 35}, {5, 35}}, 0.2593, true},
		{"by chance alone", [][]int{{25, 25}, {25, 25}}, 0, true},
		{"never the same", [][]int{{0, 5}, {5, 0}}, -1, true},
		{"always the same", [][]int{{5, 0}, {0, 5}}, 1, true},
		{"one code throughout", [][]int{{9}}, 0, false},
		{"nothing", nil, 0, false},
	} {
		a, b := table(c.counts)
		got, ok := Kappa(a, b)
		if ok != c.ok || math.Abs(got-c.want) > 0.0005 {
			t.Errorf("%s: %.4f %v, want %.4f %v", c.source, got, ok, c.want, c.ok)
		}
	}
	if got, ok := Kappa([]string{"x", "", "y", "y"}, []string{"x", "y", "", "y", "z"}); !ok || got != 1 {
		t.Errorf("uncoded units count: %v %v", got, ok)
	}
}

// observers turns rows of values, one row an observer and "." where missing,
// into units.
func observers(rows ...string) [][]string {
	var units [][]string
	for _, r := range rows {
		for i, v := range strings.Fields(r) {
			if i == len(units) {
				units = append(units, nil)
			}
			if v == "." {
				v = ""
			}
			units[i] = append(units[i], v)
		}
	}
	return units
}

func numbers(units [][]string) [][]float64 {
	out := make([][]float64, len(units))
	for i, u := range units {
		for _, v := range u {
			x := math.NaN()
			if v != "" {
				fmt.Sscan(v, &x)
			}
			out[i] = append(out[i], x)
		}
	}
	return out
}

func TestAlpha(t *testing.T) {
	// K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011),
	// sections A, B, C, and D with the data of C.
	binary := observers("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
	letters := observers("a a b b d c c c e d d a", "b a b b b c c c e d d d")
	four := observers(
		"1 2 3 3 2 1 4 1 2 . . .",
		"1 2 3 3 2 2 4 1 2 5 . 3",
		". 3 3 3 2 3 4 2 2 5 1 .",
		"1 2 3 3 2 4 4 1 2 5 1 .")
	// Three coders, 15 units, in the encyclopaedia's account of the coefficient.
	three := observers(
		". . . . . 3 4 1 2 1 1 3 3 . 3",
		"1 . 2 1 3 3 4 3 . . . . . . .",
		". . 2 1 3 4 4 . 2 1 1 3 3 . 4")
	for _, c := range []struct {
		source string
		units  [][]string
		metric Metric
		want   float64
	}{
		{"A: two observers, binary", binary, Nominal, 0.095},
		{"B: two observers, letters", letters, Nominal, 0.692},
		{"C: four observers, twelve units", four, Nominal, 0.743},
		{"D: ordinal", four, Ordinal, 0.815},
		{"D: interval", four, Interval, 0.849},
		{"D: ratio", four, Ratio, 0.797},
		{"three coders", three, Nominal, 0.691},
		{"three coders, interval", three, Interval, 0.811},
	} {
		var got float64
		var ok bool
		if c.metric == Nominal {
			got, ok = NominalAlpha(c.units)
		} else {
			got, ok = Alpha(numbers(c.units), c.metric)
		}
		if !ok || math.Abs(got-c.want) > 0.0005 {
			t.Errorf("%s: %.4f %v, want %.3f", c.source, got, ok, c.want)
		}
	}
	if _, ok := NominalAlpha(observers("x x .", "x . x")); ok {
		t.Error("values that do not vary have an alpha")
	}
	if got, ok := NominalAlpha(observers("x y", "x y")); !ok || got != 1 {
		t.Errorf("full agreement: %v %v", got, ok)
	}
}

func fixtureComparison(t *testing.T, order ...int) Agreement {
	t.Helper()
	articles, a, b := fixture(t)
	var names []string
	for _, i := range order {
		names = append(names, []string{"first", "second"}[i])
	}
	c := NewComparison(names...)
	for k, g := range a {
		var records []*GoldRecord
		for _, i := range order {
			records = append(records, [][]GoldFile{a, b}[i][k].Record)
		}
		c.Article(g.Name, articles[g.Name], records)
	}
	return c.Agreement()
}

// The numbers of the two invented articles, counted by hand.
func TestCompare(t *testing.T) {
	got := fixtureComparison(t, 0, 1)
	spans := map[Layer]SpanAgreement{}
	for _, s := range got.Spans {
		spans[s.Layer] = s
	}
	for l, want := range map[Layer]struct {
		a, b, both int
		f1         string
	}{
		Mentions:     {21, 23, 20, "0.9091"}, // الساحل counts: its type is a variable here
		Dates:        {6, 7, 5, "0.7692"},
		Statements:   {12, 11, 7, "0.6087"},
		Meetings:     {2, 3, 2, "0.8"},
		Participants: {5, 5, 5, "1.0"},
		Demands:      {3, 2, 2, "0.8"},
		Incidents:    {2, 3, 1, "0.4"},
	} {
		s := spans[l]
		if fmt.Sprint(s.Items) != fmt.Sprint([]int{want.a, want.b}) || s.Both != want.both || orNone(s.F1) != want.f1 {
			t.Errorf("%s: %v %d %s, want %+v", l, s.Items, s.Both, orNone(s.F1), want)
		}
	}
	for _, v := range got.Variables {
		name := string(v.Layer) + "." + v.Variable
		want, ok := map[string]string{
			"mentions.type":           "20 0.95",
			"meetings.process":        "2 0.5",
			"meetings.ordinal":        "1 1.0",
			"participants.attendance": "5 0.6",
			"demands.answer":          "2 0.5",
			"statements.speaker":      "7 0.8571",
		}[name]
		if got := fmt.Sprint(v.Units, " ", orNone(v.Same)); ok && got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// Whose record is named first makes no difference.
func TestCompareSymmetric(t *testing.T) {
	ab, ba := fixtureComparison(t, 0, 1), fixtureComparison(t, 1, 0)
	for i, s := range ab.Spans {
		if o := ba.Spans[i]; s.Both != o.Both || orNone(s.F1) != orNone(o.F1) {
			t.Errorf("%s: %+v and %+v", s.Layer, s, o)
		}
	}
	for i, v := range ab.Variables {
		o := ba.Variables[i]
		if v.Units != o.Units || orNone(v.Same) != orNone(o.Same) || orNone(v.Kappa) != orNone(o.Kappa) || orNone(v.Alpha) != orNone(o.Alpha) {
			t.Errorf("%s.%s: %+v and %+v", v.Layer, v.Variable, v, o)
		}
	}
	if len(ab.Differences) != len(ba.Differences) || len(ab.Differences) == 0 {
		t.Errorf("%d and %d differences", len(ab.Differences), len(ba.Differences))
	}
}

// A coder agrees with herself, and so do three who coded alike.
func TestCompareSelf(t *testing.T) {
	for _, order := range [][]int{{0, 0}, {1, 1}, {1, 1, 1}} {
		a := fixtureComparison(t, order...)
		for _, d := range a.Differences {
			t.Errorf("%v: %+v", order, d)
		}
		for _, s := range a.Spans {
			if orNone(s.F1) != "1.0" {
				t.Errorf("%v: %+v", order, s)
			}
		}
		for _, v := range a.Variables {
			if orNone(v.Same) != "1.0" || v.Alpha != nil && *v.Alpha != 1 || v.Kappa != nil && *v.Kappa != 1 {
				t.Errorf("%v: %+v", order, v)
			}
		}
	}
	// A third who agrees with the first halves what the second brings in.
	two, three := fixtureComparison(t, 0, 1), fixtureComparison(t, 0, 1, 0)
	for i, s := range three.Spans {
		if o := two.Spans[i]; *s.F1 < *o.F1 {
			t.Errorf("%s: three %s, two %s", s.Layer, orNone(s.F1), orNone(o.F1))
		}
	}
}

func TestAgreementPrints(t *testing.T) {
	var b strings.Builder
	a := fixtureComparison(t, 0, 1)
	a.Absent = []string{"sea"}
	if err := a.Print(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2 articles, not compared: sea\n", "layer           first  second    both      F1\n", "mentions           21      23      20  0.9091\n",
		"meetings.ordinal             1     1.0                  interval\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}
