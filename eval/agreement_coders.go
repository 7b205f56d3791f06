package eval

import (
	"cmp"
	"slices"
	"strings"

	"mahdar/text"
)

// MaxCoders is how many coders a Comparison can set side by side.
const MaxCoders = 16

// Comparison sets the records of several coders side by side, article by
// article. What coders mark is coupled by its place alone, so that agreement
// on a variable is not bought by coupling what was coded alike; only of equally
// good couples the one that is coded alike goes first. Meetings, whose words
// may stand far apart, are coupled as Scorer does, whatever their process.
type Comparison struct {
	coders      []string
	articles    int
	spans       map[Layer]*spanCount
	units       [][][]string // of each variable: unit, coder
	differences []Difference
}

// NewComparison compares the coders of these names, at least two and at most
// MaxCoders.
func NewComparison(coders ...string) *Comparison {
	return &Comparison{coders: coders, spans: map[Layer]*spanCount{}, units: make([][][]string, len(variables()))}
}

// spanCount counts the items of a layer.
type spanCount struct {
	items []int              // by coder
	pairs map[couple]*[3]int // two coders: items of either, couples
}

func (c *Comparison) span(l Layer) *spanCount {
	s := c.spans[l]
	if s == nil {
		s = &spanCount{items: make([]int, len(c.coders)), pairs: map[couple]*[3]int{}}
		c.spans[l] = s
	}
	return s
}

func (s *spanCount) pair(a, b int) *[3]int {
	p := s.pairs[couple{a, b}]
	if p == nil {
		p = &[3]int{}
		s.pairs[couple{a, b}] = p
	}
	return p
}

// Article compares the records of the article whose text is src: one for each
// coder, nil where a coder has none of it. A layer that a coder did not mark is
// not compared with that coder.
func (c *Comparison) Article(name, src string, records []*GoldRecord) {
	at := newOrdinals(src)
	all := make([]*marks, len(c.coders))
	for i, r := range records[:min(len(records), len(all))] {
		if r != nil {
			all[i] = markGold(r, src, at)
		}
	}
	a := &comparing{c, name, src, text.NewOffsets(src), all}
	c.articles++
	a.body()
	for _, l := range []Layer{Mentions, Dates, Statements, Meetings, Commitments, Demands, Ceasefires, Figures, Incidents} {
		units := a.align(l)
		a.measure(l, units)
		if l == Meetings {
			a.participants(units)
		}
	}
}

// comparing is one article under comparison.
type comparing struct {
	*Comparison
	name  string
	src   string
	off   *text.Offsets
	marks []*marks
}

// coded reports whether coder i marked layer l of this article.
func (a *comparing) coded(i int, l Layer) bool { return a.marks[i] != nil && a.marks[i].marked[l] }

// unit is one item as each coder has it, nil where a coder has it not.
type unit []*item

func (u unit) first() *item {
	for _, x := range u {
		if x != nil {
			return x
		}
	}
	return nil
}

// align couples the items of all coders: those of each further coder with the
// units that the earlier ones have made.
func (a *comparing) align(l Layer) []unit {
	var units []unit
	for i := range a.coders {
		if !a.coded(i, l) {
			continue
		}
		items := make([]*item, len(a.marks[i].items[l]))
		for k := range items {
			items[k] = &a.marks[i].items[l][k]
		}
		least, like := a.likeness(l)
		units = join(units, items, i, len(a.coders), least, like)
	}
	return units
}

// join adds the items of coder i to the units.
func join(units []unit, items []*item, i, coders int, least float64, like func(x, y *item) float64) []unit {
	partner := make([]int, len(items))
	for _, c := range pair(len(units), len(items), least, func(u, k int) float64 { return like(units[u].first(), items[k]) }) {
		partner[c.read] = c.gold + 1
	}
	for k, x := range items {
		if u := partner[k]; u > 0 {
			units[u-1][i] = x
			continue
		}
		u := make(unit, coders)
		u[i] = x
		units = append(units, u)
	}
	return units
}

// likeness is how alike two items of a layer must be, and are, to be coupled.
func (a *comparing) likeness(l Layer) (least float64, like func(x, y *item) float64) {
	// alike only breaks ties: it is far less than one letter more or less counts.
	alike := func(x, y *item) float64 {
		n := 0.0
		if x.label == y.label {
			n += 1e-9
		}
		if x.name == y.name && x.value == y.value {
			n += 1e-9
		}
		return n
	}
	switch l {
	case Mentions:
		return 0.5, func(x, y *item) float64 {
			if !x.found || !y.found || trimmed(a.src, x.span) != trimmed(a.src, y.span) {
				return 0
			}
			return 1 + alike(x, y)
		}
	case Meetings:
		var unlisted Scorer // of which any two keys of processes agree
		return 0.15, unlisted.meetingLikeness
	case Statements:
		return 0.5, func(x, y *item) float64 { return jaccard(x.pos, y.pos) + alike(x, y) }
	}
	enough := 0.5
	if l == Figures {
		enough = 0.3
	}
	return 1e-6, func(x, y *item) float64 {
		if overlap(x.pos, y.pos) < enough {
			return 0
		}
		return jaccard(x.pos, y.pos) + alike(x, y)
	}
}

// measure counts the units of a layer, their codes, and what differs.
func (a *comparing) measure(l Layer, units []unit) {
	s := a.span(l)
	var who []int
	for i := range a.coders {
		if a.coded(i, l) {
			who = append(who, i)
		}
	}
	for n, i := range who {
		s.items[i] += len(a.marks[i].items[l])
		for _, j := range who[n+1:] {
			p := s.pair(i, j)
			p[0] += len(a.marks[i].items[l])
			p[1] += len(a.marks[j].items[l])
			for _, u := range units {
				count(&p[2], u[i] != nil && u[j] != nil)
			}
		}
	}
	for _, u := range units {
		a.compare(l, u, who, "")
	}
}

// compare codes one unit: its codes count, and what differs is told. who are
// the coders who could have it; label names it where its words do not.
func (a *comparing) compare(l Layer, u unit, who []int, label string) {
	if len(who) < 2 {
		return
	}
	have := 0
	codes := make([]string, len(a.coders))
	for _, i := range who {
		if u[i] != nil {
			have++
			codes[i] = cmp.Or(label, labelOf(l, *u[i]), "yes")
		}
	}
	if have < len(who) {
		a.differ(l, "", label, u.first(), codes)
	}
	if have < 2 {
		return
	}
	for k, v := range variables() {
		if v.layer != l {
			continue
		}
		codes := v.codes(u)
		a.units[k] = append(a.units[k], codes)
		told := slices.DeleteFunc(slices.Clone(codes), func(c string) bool { return c == "" })
		slices.Sort(told)
		if len(slices.Compact(told)) > 1 {
			a.differ(l, v.name, label, u.first(), codes)
		}
	}
}

// participants compares who is at the meetings that coders have in common.
func (a *comparing) participants(meetings []unit) {
	s := a.span(Participants)
	like := func(x, y *item) float64 {
		switch {
		case foldName(x.name) == foldName(y.name):
			return 2
		case sameName(x.name, y.name):
			return 1
		}
		return 0
	}
	for _, m := range meetings {
		var who []int
		var units []unit
		size := make([]int, len(a.coders))
		for i, x := range m {
			if x == nil {
				continue
			}
			who = append(who, i)
			var items []*item
			for _, p := range x.gold.(GoldMeeting).Participants {
				items = append(items, &item{name: p.Name, span: x.span, found: x.found, gold: p})
			}
			size[i] = len(items)
			units = join(units, items, i, len(a.coders), 1, like)
		}
		if len(who) < 2 {
			continue
		}
		for n, i := range who {
			s.items[i] += size[i]
			for _, j := range who[n+1:] {
				p := s.pair(i, j)
				p[0] += size[i]
				p[1] += size[j]
				for _, u := range units {
					count(&p[2], u[i] != nil && u[j] != nil)
				}
			}
		}
		for _, u := range units {
			a.compare(Participants, u, who, u.first().name)
		}
	}
}

// body compares what the coders keep as article, in characters.
func (a *comparing) body() {
	var who []int
	out := make([]uint16, len(a.src)) // a bit for each coder who leaves the byte out
	for i := range a.coders {
		if !a.coded(i, Body) {
			continue
		}
		who = append(who, i)
		for _, d := range a.marks[i].dropped {
			for k := d.Start; k < d.End; k++ {
				out[k] |= 1 << i
			}
		}
	}
	if len(who) < 2 {
		return
	}
	s := a.span(Body)
	kept := func(k, i int) bool { return out[k]&(1<<i) == 0 }
	for k, r := range a.src {
		if blank(r) {
			continue
		}
		for n, i := range who {
			count(&s.items[i], kept(k, i))
			for _, j := range who[n+1:] {
				p := s.pair(i, j)
				count(&p[0], kept(k, i))
				count(&p[1], kept(k, j))
				count(&p[2], kept(k, i) && kept(k, j))
			}
		}
	}
	var all uint16
	for _, i := range who {
		all |= 1 << i
	}
	for from, k := 0, 1; k <= len(out); k++ {
		if k < len(out) && out[k] == out[from] {
			continue
		}
		if words := strings.TrimFunc(a.src[from:k], blank); out[from] != 0 && out[from] != all && words != "" {
			start := from + strings.Index(a.src[from:k], words)
			codes := make([]string, len(a.coders))
			for _, i := range who {
				if kept(from, i) {
					codes[i] = "article"
				}
			}
			a.differ(Body, "", "", &item{span: text.Span{Start: start, End: start + len(words)}, found: true}, codes)
		}
		from = k
	}
}

func (a *comparing) differ(l Layer, variable, label string, x *item, codes []string) {
	d := Difference{Article: a.name, Layer: l, Variable: variable, Label: label, Codes: codes}
	if x.found {
		d.Start, d.End = a.off.Points(x.span)
		d.Before, d.Words, d.After = surroundings(a.src, x.span)
	}
	a.differences = append(a.differences, d)
}
