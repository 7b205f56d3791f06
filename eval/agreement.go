package eval

import (
	"cmp"
	"math"
	"slices"
)

// Kappa is Cohen's kappa of two coders: the agreement beyond what their own
// habits would give by chance (J. Cohen, A coefficient of agreement for nominal
// scales, Educational and Psychological Measurement 20, 1960). a and b hold
// their codes unit by unit; a unit that either left uncoded ("") does not count,
// nor does what is longer in one of them. It is not defined, and ok is false,
// where no unit is left or both used one and the same code throughout.
func Kappa(a, b []string) (kappa float64, ok bool) {
	n, same := 0, 0
	inA, inB := map[string]int{}, map[string]int{}
	for i := range min(len(a), len(b)) {
		if a[i] == "" || b[i] == "" {
			continue
		}
		n++
		count(&same, a[i] == b[i])
		inA[a[i]]++
		inB[b[i]]++
	}
	chance := 0 // of n² couples of codes
	for code, k := range inA {
		chance += k * inB[code]
	}
	if n == 0 || chance == n*n {
		return 0, false
	}
	expected := float64(chance) / float64(n) / float64(n)
	return (share(same, n) - expected) / (1 - expected), true
}

// Metric is how far apart two values of a variable are.
type Metric string

// The metrics of Alpha.
const (
	Nominal  Metric = "nominal"  // the same or not
	Ordinal  Metric = "ordinal"  // how many units are ranked between them
	Interval Metric = "interval" // their difference
	Ratio    Metric = "ratio"    // their difference in terms of their sum; for values from 0
)

// Alpha is Krippendorff's alpha of any number of coders (K. Krippendorff,
// Computing Krippendorff's Alpha-Reliability, University of Pennsylvania,
// 2011). Each unit holds the values that coders gave it, in any order; NaN is
// a value that is missing, and units with fewer than two values do not count.
// It is not defined, and ok is false, where the values that count do not vary.
func Alpha(units [][]float64, metric Metric) (alpha float64, ok bool) {
	var pairable [][]float64
	freq := map[float64]int{}
	n := 0
	for _, u := range units {
		var values []float64
		for _, v := range u {
			if !math.IsNaN(v) {
				values = append(values, v)
			}
		}
		if len(values) < 2 {
			continue
		}
		pairable = append(pairable, values)
		n += len(values)
		for _, v := range values {
			freq[v]++
		}
	}
	if len(freq) < 2 {
		return 0, false
	}
	d := newDistance(freq, metric)
	observed := 0.0
	for _, u := range pairable {
		sum := 0.0
		for i, a := range u {
			for _, b := range u[i+1:] {
				sum += d.between(d.index[a], d.index[b])
			}
		}
		observed += sum / float64(len(u)-1)
	}
	expected := d.expected(n)
	if expected == 0 {
		return 0, false
	}
	return 1 - float64(n-1)*observed/expected, true
}

// NominalAlpha is Alpha of codes: "" is one that is missing.
func NominalAlpha(units [][]string) (alpha float64, ok bool) {
	ids := map[string]float64{}
	out := make([][]float64, len(units))
	for i, u := range units {
		out[i] = make([]float64, len(u))
		for k, code := range u {
			id, known := ids[code]
			if !known {
				id = float64(len(ids))
				ids[code] = id
			}
			if code == "" {
				id = math.NaN()
			}
			out[i][k] = id
		}
	}
	return Alpha(out, Nominal)
}

// distance knows the values in use, ascending, and how far they are apart.
type distance struct {
	metric Metric
	values []float64
	freq   []int
	upTo   []int // units with a value below or at each
	index  map[float64]int
}

func newDistance(freq map[float64]int, metric Metric) *distance {
	d := &distance{metric: metric, index: map[float64]int{}}
	for v := range freq {
		d.values = append(d.values, v)
	}
	slices.SortFunc(d.values, cmp.Compare[float64])
	total := 0
	for i, v := range d.values {
		d.index[v] = i
		total += freq[v]
		d.freq, d.upTo = append(d.freq, freq[v]), append(d.upTo, total)
	}
	return d
}

// between is the squared difference of the values of indexes i and j.
func (d *distance) between(i, j int) float64 {
	if i == j {
		return 0
	}
	if i > j {
		i, j = j, i
	}
	a, b := d.values[i], d.values[j]
	x := 1.0
	switch d.metric {
	case Ordinal: // units from one value to the other, half of either's own left out
		x = float64(d.upTo[j]-d.upTo[i]+d.freq[i]) - float64(d.freq[i]+d.freq[j])/2
	case Interval:
		x = b - a
	case Ratio:
		x = 0
		if a+b != 0 {
			x = (b - a) / (b + a)
		}
	}
	return x * x
}

// expected is the sum of the differences of all couples of the n values.
func (d *distance) expected(n int) float64 {
	if d.metric == Nominal {
		same := 0.0
		for _, f := range d.freq {
			same += float64(f) * float64(f)
		}
		return (float64(n)*float64(n) - same) / 2
	}
	sum := 0.0
	for i := range d.values {
		for j := i + 1; j < len(d.values); j++ {
			sum += float64(d.freq[i]) * float64(d.freq[j]) * d.between(i, j)
		}
	}
	return sum
}
