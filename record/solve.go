package record

import (
	"cmp"
	"slices"
	"time"
)

// solve works process by process: rounds of one process follow one another, so
// that the days told of lower rounds lie before an article about a higher one.
func solve(clues []Clue) []Bound {
	clues = slices.Clone(clues)
	slices.SortFunc(clues, compareClues)
	bounds := map[string]*Bound{}
	for _, c := range clues {
		if c.Day == "" && c.Process == "" {
			b := boundOf(bounds, c.Article)
			b.Weekday = c.Weekday
			b.Reasons = append(b.Reasons, Reason{Rule: "weekday", Article: c.Article, Words: c.Words, Day: c.Weekday})
		}
	}
	for len(clues) > 0 {
		n := 1
		for n < len(clues) && clues[n].Process == clues[0].Process {
			n++
		}
		if clues[0].Process != "" {
			process(clues[:n], bounds)
		}
		clues = clues[n:]
	}
	var out []Bound
	for _, b := range bounds {
		if b.close() {
			out = append(out, *b)
		}
	}
	slices.SortFunc(out, func(a, b Bound) int { return cmp.Compare(a.Article, b.Article) })
	return out
}

func boundOf(bounds map[string]*Bound, article string) *Bound {
	b := bounds[article]
	if b == nil {
		b = &Bound{Article: article}
		bounds[article] = b
	}
	return b
}

func compareClues(a, b Clue) int {
	return cmp.Or(cmp.Compare(a.Process, b.Process), cmp.Compare(a.Ordinal, b.Ordinal), cmp.Compare(a.Article, b.Article),
		cmp.Compare(a.Held, b.Held), cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Words, b.Words))
}

// told is a day that articles tell of a round.
type told struct {
	day  string
	clue Clue
}

// numberedRound is what is known of one ordinal of a process.
type numberedRound struct {
	ordinal     int
	first, last told
	open        []Clue // of articles without a day
	forms       []Clue // of those that tell when it was from their own day
}

// process bounds the articles without a day that speak of rounds of one
// process. cs are in the order of the ordinals.
func process(cs []Clue, bounds map[string]*Bound) {
	rs := orderly(roundsOf(cs))
	for i := range rs {
		rs[i].datedBy(bounds)
	}
	// Upwards: what is known before each round.
	var low told
	for i := range rs {
		r := &rs[i]
		carry := low
		for _, c := range r.open {
			switch c.Held {
			case heldOn:
				from := low
				if r.first.day > low.day {
					from = r.first
				}
				if b := raise(bounds, c, from, r.ordinal); b != nil && b.First > carry.day {
					carry = told{b.First, c}
				}
			case heldBefore:
				raise(bounds, c, later(r.first, r.last, low), r.ordinal)
			}
		}
		low = later(carry, r.first, r.last)
	}
	var high told
	for i := len(rs) - 1; i >= 0; i-- {
		r := &rs[i]
		carry := high
		for _, c := range r.open {
			switch c.Held {
			case heldOn:
				to := high
				if r.last.day != "" && (to.day == "" || r.last.day < to.day) {
					to = r.last
				}
				if b := lower(bounds, c, to, r.ordinal); b != nil && b.Last != "" && (carry.day == "" || b.Last < carry.day) {
					carry = told{b.Last, c}
				}
			case heldAfter:
				lower(bounds, c, sooner(r.first, r.last, high), r.ordinal)
			}
		}
		high = sooner(carry, r.first, r.last)
	}
}

// later and sooner choose among days of which some may be unknown.
func later(ts ...told) (out told) {
	for _, t := range ts {
		if t.day > out.day {
			out = t
		}
	}
	return out
}

func sooner(ts ...told) (out told) {
	for _, t := range ts {
		if t.day != "" && (out.day == "" || t.day < out.day) {
			out = t
		}
	}
	return out
}

// roundsOf gathers clues by ordinal. Where articles tell several days the one
// told most often counts, of those the earliest.
func roundsOf(cs []Clue) []numberedRound {
	var rs []numberedRound
	for len(cs) > 0 {
		n := 1
		for n < len(cs) && cs[n].Ordinal == cs[0].Ordinal {
			n++
		}
		r := numberedRound{ordinal: cs[0].Ordinal}
		r.first = most(cs[:n], func(c Clue) string { return c.First })
		r.last = most(cs[:n], func(c Clue) string { return c.Last })
		for _, c := range cs[:n] {
			if c.Day == "" && c.Held != "" && c.First == "" && c.Last == "" {
				r.open = append(r.open, c)
			}
			if c.Start != "" || c.End != "" {
				r.forms = append(r.forms, c)
			}
		}
		rs = append(rs, r)
		cs = cs[n:]
	}
	return rs
}

func most(cs []Clue, day func(Clue) string) (best told) {
	count := map[string]int{}
	for _, c := range cs {
		count[day(c)]++
	}
	for _, c := range cs {
		d := day(c)
		if d == "" {
			continue
		}
		if n, m := count[d], count[best.day]; best.day == "" || n > m || n == m && d < best.day {
			best = told{d, c}
		}
	}
	return best
}

// orderly forgets the days of rounds that contradict those of another: where a
// higher round is told to be the earlier, neither can be trusted to date a text.
func orderly(rs []numberedRound) []numberedRound {
	bad := make([]bool, len(rs))
	latest := -1 // the round with the latest day so far
	for i, r := range rs {
		if s := sooner(r.first, r.last); latest >= 0 && s.day != "" && s.day <= later(rs[latest].first, rs[latest].last).day {
			bad[i], bad[latest] = true, true
		}
		if l := later(r.first, r.last); l.day != "" && (latest < 0 || l.day > later(rs[latest].first, rs[latest].last).day) {
			latest = i
		}
	}
	for i := range rs {
		if bad[i] {
			rs[i].first, rs[i].last = told{}, told{}
		}
	}
	return rs
}

// raise and lower narrow the bound of c's article by what t tells; they return
// the bound, nil where t tells nothing.
func raise(bounds map[string]*Bound, c Clue, t told, ordinal int) *Bound {
	if t.day == "" || t.clue.Article == c.Article {
		return nil
	}
	b := boundOf(bounds, c.Article)
	day := t.day
	if t.clue.Ordinal < ordinal {
		day = addDays(day, 1)
	}
	if day <= b.First {
		return b
	}
	b.First = b.fit(day, 1)
	b.low = because("round-before", c, t, day)
	return b
}

func lower(bounds map[string]*Bound, c Clue, t told, ordinal int) *Bound {
	if t.day == "" || t.clue.Article == c.Article {
		return nil
	}
	b := boundOf(bounds, c.Article)
	day := t.day
	if t.clue.Ordinal > ordinal {
		day = addDays(day, -1)
	}
	if b.Last != "" && day >= b.Last {
		return b
	}
	b.Last = b.fit(day, -1)
	b.high = because("round-after", c, t, day)
	return b
}

// because are the words of the article itself and those that date the other
// round.
func because(rule string, c Clue, t told, day string) []Reason {
	own := Reason{Rule: "round-on", Article: c.Article, Words: c.Words, Process: c.Process, Ordinal: c.Ordinal}
	if c.Held != heldOn {
		own.Rule = "round-told"
	}
	return []Reason{own, {Rule: rule, Article: t.clue.Article, Words: t.clue.Words, Process: t.clue.Process, Ordinal: t.clue.Ordinal, Day: day}}
}

// fit moves day forwards or back to the next of the bound's weekday.
func (b *Bound) fit(day string, step int) string {
	w := slices.Index(weekdays[:], b.Weekday)
	t, err := time.Parse(time.DateOnly, day)
	if w < 0 || err != nil {
		return day
	}
	for int(t.Weekday()) != w {
		t = t.AddDate(0, 0, step)
	}
	return t.Format(time.DateOnly)
}

// close puts the reasons together and reports whether the bound says anything
// and does not contradict itself.
func (b *Bound) close() bool {
	for _, r := range append(b.low, b.high...) {
		if !slices.Contains(b.Reasons, r) {
			b.Reasons = append(b.Reasons, r)
		}
	}
	b.low, b.high = nil, nil
	return (b.First != "" || b.Last != "") && (b.First == "" || b.Last == "" || b.First <= b.Last)
}

func (b Bound) edtf() string {
	switch {
	case b.First == "" && b.Last == "":
		return ""
	case b.First == b.Last:
		return b.First
	case b.First == "":
		return "../" + b.Last
	case b.Last == "":
		return b.First + "/.."
	}
	return b.First + "/" + b.Last
}

func addDays(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}
