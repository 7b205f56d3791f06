package eval

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mahdar/text"
)

// Tally counts what was found of what was to be found. Tallies of articles add
// up; the figures are of the sums (micro-averaged).
type Tally struct {
	Articles int
	Scores   map[Layer]*Score // of the layers that were scored

	NameSum   float64 // B-cubed F1 of each article, times its matched mentions
	NameItems int     // matched mentions

	Pairs                      int // coupled statements
	ViaSame, ActSame, ModeSame int // of them

	rules map[ruleKey]Score
}

type ruleKey struct {
	layer Layer
	rule  string
}

func (t *Tally) score(l Layer) *Score {
	if t.Scores == nil {
		t.Scores = map[Layer]*Score{}
	}
	s := t.Scores[l]
	if s == nil {
		s = &Score{}
		t.Scores[l] = s
	}
	return s
}

func (s *Score) add(o Score) { s.Hit, s.Gold, s.Read = s.Hit+o.Hit, s.Gold+o.Gold, s.Read+o.Read }

// rule counts a read item for the rule that read it.
func (t *Tally) rule(l Layer, rule string, hit bool) {
	if rule == "" {
		return
	}
	if t.rules == nil {
		t.rules = map[ruleKey]Score{}
	}
	s := t.rules[ruleKey{l, rule}]
	s.Read++
	count(&s.Hit, hit)
	t.rules[ruleKey{l, rule}] = s
}

// Add adds the counts of another tally.
func (t *Tally) Add(o *Tally) {
	t.Articles += o.Articles
	for l, s := range o.Scores {
		t.score(l).add(*s)
	}
	t.NameSum += o.NameSum
	t.NameItems += o.NameItems
	t.Pairs += o.Pairs
	t.ViaSame += o.ViaSame
	t.ActSame += o.ActSame
	t.ModeSame += o.ModeSame
	for k, s := range o.rules {
		if t.rules == nil {
			t.rules = map[ruleKey]Score{}
		}
		had := t.rules[k]
		had.add(s)
		t.rules[k] = had
	}
}

// Rounded is a share that prints with at most four decimals and at least one.
type Rounded float64

// String is the share as tables show it: 0.0, 0.75, 0.9876.
func (r Rounded) String() string {
	f, _ := strconv.ParseFloat(strconv.FormatFloat(float64(r), 'f', 4, 64), 64)
	if f == 0 {
		f = 0 // and not -0
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// MarshalJSON writes the share as String does.
func (r Rounded) MarshalJSON() ([]byte, error) { return []byte(r.String()), nil }

// Figure is a line of the table. Of names only F1 and Gold are told; of via,
// act and mode only Accuracy and Gold.
type Figure struct {
	Layer     Layer    `json:"-"`
	Precision *Rounded `json:"precision,omitempty"`
	Recall    *Rounded `json:"recall,omitempty"`
	F1        *Rounded `json:"f1,omitempty"`
	Accuracy  *Rounded `json:"accuracy,omitempty"`
	Gold      int      `json:"gold"`
	Read      *int     `json:"read,omitempty"`
}

// Figures are the lines of the table, without layers of which neither gold
// nor the reading has anything.
func (t *Tally) Figures() []Figure {
	var out []Figure
	rounded := func(f float64) *Rounded { r := Rounded(f); return &r }
	for _, l := range Layers() {
		switch l {
		case Names:
			if t.NameItems > 0 {
				out = append(out, Figure{Layer: l, F1: rounded(t.NameSum / float64(t.NameItems)), Gold: t.NameItems})
			}
		case Via, Act, Mode:
			if t.Pairs > 0 {
				same := map[Layer]int{Via: t.ViaSame, Act: t.ActSame, Mode: t.ModeSame}[l]
				out = append(out, Figure{Layer: l, Accuracy: rounded(share(same, t.Pairs)), Gold: t.Pairs})
			}
		default:
			if s := t.Scores[l]; s != nil && s.Gold+s.Read > 0 {
				p, r := s.Precision(), s.Recall()
				f1 := 0.0
				if p+r > 0 {
					// Not s.F1(): its last bit may differ, and with it the rounding.
					f1 = 2 * p * r / (p + r)
				}
				read := s.Read
				out = append(out, Figure{Layer: l, Precision: rounded(p), Recall: rounded(r), F1: rounded(f1), Gold: s.Gold, Read: &read})
			}
		}
	}
	return out
}

// RuleFigure is how many items a rule read in a layer and how many of them
// were right. Of meetings an item is right where gold has such a meeting, of
// body where the stretch left out is boilerplate for the most part.
type RuleFigure struct {
	Layer     Layer   `json:"layer"`
	Rule      string  `json:"rule"`
	Read      int     `json:"read"`
	Right     int     `json:"right"`
	Spurious  int     `json:"spurious"`
	Precision Rounded `json:"precision"`
}

// Rules are the figures of each rule, by layer, the most spurious first.
func (t *Tally) Rules() []RuleFigure {
	var out []RuleFigure
	for k, s := range t.rules {
		out = append(out, RuleFigure{k.layer, k.rule, s.Read, s.Hit, s.Read - s.Hit, Rounded(s.Precision())})
	}
	order := Layers()
	slices.SortFunc(out, func(a, b RuleFigure) int {
		return cmp.Or(slices.Index(order, a.Layer)-slices.Index(order, b.Layer), b.Spurious-a.Spurious, b.Read-a.Read, strings.Compare(a.Rule, b.Rule))
	})
	return out
}

// Report is what an evaluation gives: the figures, and where asked for the
// misses and the rules.
type Report struct {
	Articles int
	Absent   []string // gold records without a reading
	Figures  []Figure
	Misses   []Miss       // nil where not asked for
	Rules    []RuleFigure // nil where not asked for
}

// MarshalJSON writes one object: articles, absent, one field a layer, then
// misses and rules.
func (r Report) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	var err error
	put := func(key string, v any) {
		if err != nil {
			return
		}
		var j []byte
		if j, err = json.Marshal(v); err == nil {
			fmt.Fprintf(&b, ",%q:%s", key, j)
		}
	}
	put("articles", r.Articles)
	put("absent", append([]string{}, r.Absent...))
	for _, f := range r.Figures {
		put(string(f.Layer), f)
	}
	if r.Misses != nil {
		put("misses", r.Misses)
	}
	if r.Rules != nil {
		put("rules", r.Rules)
	}
	if err != nil {
		return nil, err
	}
	out := append(b.Bytes(), '}')
	out[0] = '{'
	return out, nil
}

// Print writes the table of figures.
func (r Report) Print(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles", r.Articles)
	if len(r.Absent) > 0 {
		b.WriteString(", no reading of " + strings.Join(r.Absent, ", "))
	}
	fmt.Fprintf(&b, "\n%-12s%6s%6s%8s%8s%8s\n", "layer", "gold", "read", "prec", "recall", "F1")
	for _, f := range r.Figures {
		read, last := "", f.F1
		if f.Read != nil {
			read = strconv.Itoa(*f.Read)
		}
		if last == nil {
			last = f.Accuracy
		}
		fmt.Fprintf(&b, "%-12s%6d%6s%8s%8s%8s\n", f.Layer, f.Gold, read, orNone(f.Precision), orNone(f.Recall), orNone(last))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orNone(r *Rounded) string {
	if r == nil {
		return ""
	}
	return r.String()
}

// PrintRules writes the table of rules.
func (r Report) PrintRules(w io.Writer) error {
	wide := len("rule")
	for _, f := range r.Rules {
		wide = max(wide, utf8.RuneCountInString(f.Rule))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s%-*s%8s%8s%10s%8s\n", "layer", wide, "rule", "read", "right", "spurious", "prec")
	for _, f := range r.Rules {
		fmt.Fprintf(&b, "%-12s%-*s%8d%8d%10d%8s\n", f.Layer, wide, f.Rule, f.Read, f.Right, f.Spurious, f.Precision)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// contextPoints is how many code points of the line stand on either side of a
// miss's words.
const contextPoints = 40

// miss tells a miss of x with the words around it.
func (m *match) miss(l Layer, what string, x item, gold, read string) {
	if m.Missed == nil {
		return
	}
	out := Miss{Article: m.name, Layer: l, What: what, Label: labelOf(l, x), Gold: gold, Read: read, Rule: x.rule}
	if l == Statements || l == Attributed || l == Act || l == Mode || l == Via {
		out.Act = strings.Trim(x.label, untold)
	}
	if x.found {
		if m.off == nil {
			m.off = text.NewOffsets(m.g.src)
		}
		out.Start, out.End = m.off.Points(x.span)
		out.Before, out.Words, out.After = surroundings(m.g.src, x.span)
	}
	m.Missed(out)
}

// labelOf is what a layer's item goes by.
func labelOf(l Layer, x item) string {
	switch l {
	case Dates:
		return x.value
	case Figures:
		return bound(x.min) + "–" + bound(x.max)
	case Commitments, Demands, Ceasefires, Incidents:
		return strings.Trim(x.label, untold)
	}
	return x.name
}

// surroundings are the words under s and whole words before and after them in
// their line.
func surroundings(src string, s text.Span) (before, words, after string) {
	s.Start, s.End = min(max(s.Start, 0), len(src)), min(max(s.End, 0), len(src))
	s.End = max(s.Start, s.End)
	a := s.Start
	for n := 0; a > 0 && n < contextPoints; n++ {
		r, w := utf8.DecodeLastRuneInString(src[:a])
		if r == '\n' || r == '\r' {
			break
		}
		a -= w
	}
	if i := strings.IndexByte(src[a:s.Start], ' '); i >= 0 && a > 0 && src[a-1] != '\n' && src[a-1] != ' ' {
		a += i + 1
	}
	b := s.End
	for n := 0; b < len(src) && n < contextPoints; n++ {
		r, w := utf8.DecodeRuneInString(src[b:])
		if r == '\n' || r == '\r' {
			break
		}
		b += w
	}
	if i := strings.LastIndexByte(src[s.End:b], ' '); i >= 0 && b < len(src) && src[b] != '\n' && src[b] != '\r' && src[b] != ' ' {
		b = s.End + i
	}
	return src[a:s.Start], s.In(src), src[s.End:b]
}
