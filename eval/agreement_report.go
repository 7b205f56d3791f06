package eval

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Difference is an item that coders do not have alike.
type Difference struct {
	Article  string   `json:"article"`
	Layer    Layer    `json:"layer"`
	Variable string   `json:"variable,omitempty"` // "" where some coder lacks the item
	Label    string   `json:"label,omitempty"`    // whom or what it is about, where the words do not say
	Codes    []string `json:"codes"`              // by coder; "" where a coder lacks the item or did not code it
	Start    int      `json:"start"`              // code points of the article
	End      int      `json:"end"`
	Before   string   `json:"before"`
	Words    string   `json:"words"`
	After    string   `json:"after"`
}

// SpanAgreement is how far coders mark the same items of a layer. F1 is of two
// coders, either taken as the other's gold; of more it is the mean of all pairs.
type SpanAgreement struct {
	Layer Layer    `json:"layer"`
	Items []int    `json:"items"` // by coder
	Both  int      `json:"both"`  // couples, of all pairs of coders
	F1    *Rounded `json:"f1"`    // nil where nobody marked any
}

// VariableAgreement is how far coders give items they have in common the same
// code. Kappa is Cohen's, of more than two coders the mean of all pairs (Light
// 1971); it is nil for numbers and where it is not defined. Alpha is
// Krippendorff's with the variable's metric.
type VariableAgreement struct {
	Layer    Layer    `json:"layer"`
	Variable string   `json:"variable"`
	Metric   Metric   `json:"metric"`
	Units    int      `json:"units"` // items that at least two coders coded
	Same     *Rounded `json:"same"`  // share of couples of codes that are the same
	Kappa    *Rounded `json:"kappa"`
	Alpha    *Rounded `json:"alpha"`
}

// Agreement is how far coders agree.
type Agreement struct {
	Articles    int                 `json:"articles"`
	Coders      []string            `json:"coders"`
	Absent      []string            `json:"absent"` // articles that fewer than two coders have, or that were not given
	Spans       []SpanAgreement     `json:"spans"`
	Variables   []VariableAgreement `json:"variables"`
	Differences []Difference        `json:"differences"` // by article, layer and place
}

// Agreement gives the figures of what has been compared.
func (c *Comparison) Agreement() Agreement {
	out := Agreement{Articles: c.articles, Coders: c.coders, Absent: []string{}, Spans: []SpanAgreement{}, Variables: []VariableAgreement{},
		Differences: append([]Difference{}, c.differences...)}
	for _, l := range ComparedLayers() {
		if s := c.spans[l]; s != nil && slices.Max(s.items) > 0 {
			out.Spans = append(out.Spans, s.agreement(l))
		}
	}
	for k, v := range variables() {
		if a := agreementOf(&v, c.units[k]); a.Units > 0 {
			out.Variables = append(out.Variables, a)
		}
	}
	order := ComparedLayers()
	slices.SortStableFunc(out.Differences, func(a, b Difference) int {
		return cmp.Or(strings.Compare(a.Article, b.Article), slices.Index(order, a.Layer)-slices.Index(order, b.Layer), a.Start-b.Start, a.End-b.End)
	})
	return out
}

// ComparedLayers are the layers of an Agreement in their order.
func ComparedLayers() []Layer {
	return []Layer{Body, Mentions, Dates, Statements, Meetings, Participants, Commitments, Demands, Ceasefires, Figures, Incidents}
}

func (s *spanCount) agreement(l Layer) SpanAgreement {
	out := SpanAgreement{Layer: l, Items: s.items}
	var f1 []float64
	for _, p := range s.pairs {
		out.Both += p[2]
		if p[0]+p[1] > 0 {
			f1 = append(f1, share(2*p[2], p[0]+p[1]))
		}
	}
	slices.Sort(f1) // so that the sum does not depend on the order of the map
	out.F1 = mean(f1)
	return out
}

// mean is nil for no values.
func mean(values []float64) *Rounded {
	if len(values) == 0 {
		return nil
	}
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	r := Rounded(sum / float64(len(values)))
	return &r
}

func agreementOf(v *variable, units [][]string) VariableAgreement {
	out := VariableAgreement{Layer: v.layer, Variable: v.name, Metric: v.metric}
	couples, same := 0, 0
	for _, u := range units {
		n := 0
		for i, a := range u {
			if a == "" {
				continue
			}
			n++
			for _, b := range u[i+1:] {
				if b != "" {
					couples++
					count(&same, a == b)
				}
			}
		}
		count(&out.Units, n >= 2)
	}
	if out.Units == 0 {
		return out
	}
	s := Rounded(share(same, couples))
	out.Same = &s
	if v.metric == Nominal {
		out.Kappa = meanKappa(units)
		if a, ok := NominalAlpha(units); ok {
			out.Alpha = mean([]float64{a})
		}
		return out
	}
	values := make([][]float64, len(units))
	for i, u := range units {
		for _, code := range u {
			x, err := strconv.ParseFloat(code, 64)
			if err != nil {
				x = math.NaN()
			}
			values[i] = append(values[i], x)
		}
	}
	if a, ok := Alpha(values, v.metric); ok {
		out.Alpha = mean([]float64{a})
	}
	return out
}

// meanKappa is the mean kappa of all pairs of coders that have one.
func meanKappa(units [][]string) *Rounded {
	column := func(i int) []string {
		out := make([]string, len(units))
		for k, u := range units {
			out[k] = u[i]
		}
		return out
	}
	var all []float64
	for i := range units[0] {
		for j := i + 1; j < len(units[0]); j++ {
			if k, ok := Kappa(column(i), column(j)); ok {
				all = append(all, k)
			}
		}
	}
	return mean(all)
}

// Print writes the two tables of figures: what was marked, and how it was coded.
func (a Agreement) Print(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles", a.Articles)
	if len(a.Absent) > 0 {
		b.WriteString(", not compared: " + strings.Join(a.Absent, ", "))
	}
	b.WriteString("\n")
	wide := make([]int, len(a.Coders))
	fmt.Fprintf(&b, "%-13s", "layer")
	for i, c := range a.Coders {
		wide[i] = max(6, utf8.RuneCountInString(c)) + 2
		fmt.Fprintf(&b, "%*s", wide[i], c)
	}
	fmt.Fprintf(&b, "%8s%8s\n", "both", "F1")
	for _, s := range a.Spans {
		fmt.Fprintf(&b, "%-13s", s.Layer)
		for i, n := range s.Items {
			fmt.Fprintf(&b, "%*d", wide[i], n)
		}
		fmt.Fprintf(&b, "%8d%8s\n", s.Both, orNone(s.F1))
	}
	fmt.Fprintf(&b, "\n%-24s%6s%8s%8s%8s  %s\n", "variable", "units", "same", "kappa", "alpha", "metric")
	for _, v := range a.Variables {
		fmt.Fprintf(&b, "%-24s%6d%8s%8s%8s  %s\n", string(v.Layer)+"."+v.Variable, v.Units, orNone(v.Same), orNone(v.Kappa), orNone(v.Alpha), v.Metric)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Only is the part of the agreement that is of these layers.
func (a Agreement) Only(layers ...Layer) Agreement {
	in := func(l Layer) bool { return slices.Contains(layers, l) }
	a.Spans = slices.DeleteFunc(slices.Clone(a.Spans), func(s SpanAgreement) bool { return !in(s.Layer) })
	a.Variables = slices.DeleteFunc(slices.Clone(a.Variables), func(v VariableAgreement) bool { return !in(v.Layer) })
	a.Differences = slices.DeleteFunc(slices.Clone(a.Differences), func(d Difference) bool { return !in(d.Layer) })
	return a
}
