package eval

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// Scorer compares what was read with gold records. The zero value knows no
// listed processes and tells nobody of misses.
//
// What matches what:
//
//	body        characters (without blanks) kept as article, against those that are not boilerplate
//	mentions    same type and same span, give or take attached و ف ب ل ك and ال
//	names       B-cubed F1 of the grouping of the matched mentions by name
//	dates       overlapping expression and the same day, month or interval; gold
//	            expressions without a value (XXXX-…) are left out on both sides
//	datespans   overlapping expression
//	statements  content that shares at least half of its letters, one to one
//	attributed  such a couple whose speakers' names agree
//	full        such a couple whose speaker, act and mode agree
//	via, act, mode  share of the coupled statements that agree on it
//	meetings    slots (process, ordinal, kind, status, place, start, end, each participant
//	            with role and attendance) of the meetings that fit best
//	commitments, demands, ceasefires, incidents  overlapping evidence and the same label
//	figures     overlapping words and the same bounds
//
// These are the definitions of the guide's own scorer, and so are the ties
// between equally good couples.
type Scorer struct {
	// Listed holds the keys of the processes that have a fixed key. A gold
	// process of another key agrees with any key that was read.
	Listed map[string]bool
	// Missed, where not nil, is told each item that one side lacks or has otherwise.
	Missed func(Miss)
}

// Miss is an item that one side lacks or has otherwise.
type Miss struct {
	Article string `json:"article"`
	Layer   Layer  `json:"layer"`
	What    string `json:"what"`           // missed, spurious, wrong
	Label   string `json:"label"`          // name, type, status or value of the item
	Act     string `json:"act,omitempty"`  // of statements
	Gold    string `json:"gold,omitempty"` // what gold has and what was read, of wrong ones
	Read    string `json:"read,omitempty"`
	Rule    string `json:"rule,omitempty"` // that read it
	Start   int    `json:"start"`          // code points of the article; 0 and 0 where its words do not stand there
	End     int    `json:"end"`
	Before  string `json:"before"`
	Words   string `json:"words"`
	After   string `json:"after"`
}

// Reading scores a reading of the article name against its gold record.
func (s *Scorer) Reading(name string, gold *GoldRecord, r *fact.Reading) *Tally {
	at := newOrdinals(r.Text)
	return s.article(name, markGold(gold, r.Text, at), markReading(r, at))
}

// Coder scores another coder's record of the article whose text is src as if
// it were a reading.
func (s *Scorer) Coder(name string, gold, other *GoldRecord, src string) *Tally {
	at := newOrdinals(src)
	return s.article(name, markGold(gold, src, at), markGold(other, src, at))
}

// Unread scores an article that has a gold record and could not be read: all
// of it is missed.
func (s *Scorer) Unread(name string, gold *GoldRecord, src string) *Tally {
	at := newOrdinals(src)
	none := newMarks(src, at)
	none.absent = true
	return s.article(name, markGold(gold, src, at), none)
}

// match is one article under scoring.
type match struct {
	*Scorer
	name string
	g, p *marks
	t    *Tally
	off  *text.Offsets
}

func (s *Scorer) article(name string, g, p *marks) *Tally {
	m := &match{s, name, g, p, &Tally{Articles: 1}, nil}
	if g.marked[Body] {
		m.body()
	}
	if g.marked[Mentions] {
		m.mentions()
	}
	if g.marked[Dates] {
		m.dates()
	}
	if g.marked[Statements] {
		m.statements()
	}
	if g.marked[Meetings] {
		m.meetings()
	}
	for _, l := range []Layer{Commitments, Demands, Ceasefires, Incidents} {
		if g.marked[l] {
			m.labelled(l)
		}
	}
	if g.marked[Figures] {
		m.figures()
	}
	return m.t
}

// body counts characters and not letters: marks count, blanks do not.
func (m *match) body() {
	const goldOut, readOut = 1, 2
	out := make([]byte, len(m.g.src))
	mark := func(spans []text.Span, bit byte) {
		for _, s := range spans {
			for i := max(s.Start, 0); i < min(s.End, len(out)); i++ {
				out[i] |= bit
			}
		}
	}
	mark(m.g.dropped, goldOut)
	mark(m.p.dropped, readOut)
	sc := m.t.score(Body)
	for i, r := range m.g.src {
		if blank(r) {
			continue
		}
		kept := !m.p.absent && out[i]&readOut == 0
		if out[i]&goldOut == 0 {
			sc.Gold++
			if kept {
				sc.Hit++
			}
		}
		if kept {
			sc.Read++
		}
	}
	m.bodyMisses(out, goldOut, readOut)
	for i, s := range m.p.dropped {
		hit := 0
		for k := max(s.Start, 0); k < min(s.End, len(out)); k++ {
			hit += int(out[k] & goldOut)
		}
		rule := "boilerplate"
		if i < len(m.p.reasons) {
			rule += "." + m.p.reasons[i]
		}
		m.t.rule(Body, rule, 2*hit >= s.Len())
	}
}

// bodyMisses tells the stretches that only one side keeps.
func (m *match) bodyMisses(out []byte, goldOut, readOut byte) {
	if m.Missed == nil || m.p.absent {
		return
	}
	tell := func(a, b int, state byte) {
		words := strings.TrimFunc(m.g.src[a:b], blank)
		if words == "" {
			return
		}
		a += strings.Index(m.g.src[a:b], words)
		what := "missed"
		if state == goldOut {
			what = "spurious"
		}
		m.miss(Body, what, item{span: text.Span{Start: a, End: a + len(words)}, found: true, rule: m.reasonAt(a)}, "", "")
	}
	from := 0
	for i := 1; i <= len(out); i++ {
		if i == len(out) || out[i] != out[from] {
			if out[from] == goldOut || out[from] == readOut {
				tell(from, i, out[from])
			}
			from = i
		}
	}
}

// reasonAt is why the reader left out byte b.
func (m *match) reasonAt(b int) string {
	for i, s := range m.p.dropped {
		if s.Start <= b && b < s.End && i < len(m.p.reasons) {
			return "boilerplate." + m.p.reasons[i]
		}
	}
	return ""
}

// mentions couples names of one type and place; of several read ones the last
// is taken first.
func (m *match) mentions() {
	g, p := m.g.items[Mentions], m.p.items[Mentions]
	type key struct {
		span text.Span
		kind string
	}
	keyOf := func(x *item) key { return key{trimmed(m.g.src, x.span), x.label} }
	left := map[key][]int{}
	for i := range p {
		if p[i].found {
			k := keyOf(&p[i])
			left[k] = append(left[k], i)
		}
	}
	var both []couple
	hit := make([]bool, len(p))
	for i := range g {
		if g[i].found {
			if l := left[keyOf(&g[i])]; len(l) > 0 {
				j := l[len(l)-1]
				left[keyOf(&g[i])] = l[:len(l)-1]
				hit[j] = true
				both = append(both, couple{i, j})
				continue
			}
		}
		m.miss(Mentions, "missed", g[i], "", "")
	}
	for j := range p {
		if p[j].found {
			m.t.rule(Mentions, p[j].rule, hit[j])
			if !hit[j] {
				m.miss(Mentions, "spurious", p[j], "", "")
			}
		}
	}
	m.t.score(Mentions).add(Score{len(both), len(g), len(p)})
	m.names(g, p, both)
}

// names measures how the names group the mentions that both sides have.
func (m *match) names(g, p []item, both []couple) {
	if len(both) == 0 {
		return
	}
	type cluster struct{ gold, read string }
	items := make([]cluster, len(both))
	inGold, inRead, inBoth := map[string]int{}, map[string]int{}, map[cluster]int{}
	for i, c := range both {
		items[i] = cluster{foldName(g[c.gold].name), foldName(p[c.read].name)}
		inGold[items[i].gold]++
		inRead[items[i].read]++
		inBoth[items[i]]++
	}
	precision, recall := 0.0, 0.0
	for i, c := range items {
		precision += share(inBoth[c], inRead[c.read])
		recall += share(inBoth[c], inGold[c.gold])
		split, mixed := inBoth[c] < inGold[c.gold], inBoth[c] < inRead[c.read]
		if split || mixed {
			x, y := g[both[i].gold], p[both[i].read]
			x.rule = y.rule
			m.miss(Names, "wrong", x, x.name, y.name)
		}
	}
	n := float64(len(items))
	precision, recall = precision/n, recall/n
	// The conversion keeps the product from being fused into the later sum,
	// so that every processor gives the same figure.
	m.t.NameSum += float64(2 * precision * recall / (precision + recall) * n)
	m.t.NameItems += len(items)
}

// scored is the part of a date's value that is compared: no hour, no doubt.
func scored(value string) string {
	v, _, _ := strings.Cut(value, "T")
	return strings.TrimRight(v, "?~%")
}

func unresolved(value string) bool { return value == "" || strings.HasPrefix(value, "XXXX") }

func (m *match) dates() {
	var g, p []item
	var open []letters
	for _, x := range m.g.items[Dates] {
		switch {
		case !x.found:
		case unresolved(x.value):
			open = append(open, x.pos)
		default:
			g = append(g, x)
		}
	}
	for _, x := range m.p.items[Dates] {
		if x.found && !slices.ContainsFunc(open, func(o letters) bool { return o.shared(x.pos) > 0 }) {
			p = append(p, x)
		}
	}
	both := pair(len(g), len(p), 0.5, func(i, j int) float64 { return overlap(g[i].pos, p[j].pos) })
	m.t.score(DateSpans).add(Score{len(both), len(g), len(p)})
	m.settle(Dates, g, p, both, func(x, y *item) bool { return y.value != "" && scored(x.value) == scored(y.value) },
		func(x *item) string { return x.value })
}

// settle counts the couples that agree and tells the rest: of a couple that
// does not agree both values, of the others what is missing.
func (m *match) settle(l Layer, g, p []item, both []couple, agree func(x, y *item) bool, value func(*item) string) {
	partner := map[int]int{}
	taken := make([]bool, len(p))
	hit := make([]bool, len(p))
	sc := m.t.score(l)
	sc.add(Score{0, len(g), len(p)})
	for _, c := range both {
		partner[c.gold] = c.read
		taken[c.read] = true
		if agree(&g[c.gold], &p[c.read]) {
			sc.Hit++
			hit[c.read] = true
		}
	}
	for i := range g {
		j, coupled := partner[i]
		switch {
		case !coupled:
			m.miss(l, "missed", g[i], "", "")
		case !hit[j]:
			x := g[i]
			x.rule = p[j].rule
			m.miss(l, "wrong", x, value(&g[i]), value(&p[j]))
		}
	}
	for j := range p {
		m.t.rule(l, p[j].rule, hit[j])
		if !taken[j] {
			m.miss(l, "spurious", p[j], "", "")
		}
	}
}

// labelled scores a layer of evidence and label.
func (m *match) labelled(l Layer) {
	g, p := m.g.items[l], m.p.items[l]
	both := pair(len(g), len(p), 0.05, func(i, j int) float64 {
		x, y := &g[i], &p[j]
		if overlap(x.pos, y.pos) < 0.5 {
			return 0
		}
		s := jaccard(x.pos, y.pos)
		if x.label == y.label {
			s += 0.5
		}
		return s
	})
	m.settle(l, g, p, both, func(x, y *item) bool { return x.label == y.label }, func(x *item) string { return strings.Trim(x.label, untold) })
}

func (m *match) figures() {
	g, p := m.g.items[Figures], m.p.items[Figures]
	both := pair(len(g), len(p), 0.3, func(i, j int) float64 { return overlap(g[i].pos, p[j].pos) })
	m.settle(Figures, g, p, both, func(x, y *item) bool { return sameBound(x.min, y.min) && sameBound(x.max, y.max) },
		func(x *item) string { return bound(x.min) + "–" + bound(x.max) })
}

func sameBound(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func bound(f *float64) string {
	if f == nil {
		return ""
	}
	return number(*f)
}
