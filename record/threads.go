package record

import (
	"cmp"
	"slices"
	"strings"

	"mahdar/fact"
)

// pledge is a commitment on its way into a thread.
type pledge struct {
	f      *Fact
	c      *fact.Commitment
	day    string // "~" where unknown
	show   string
	topics cue
}

// threadDays is how long after an undertaking a breach of it is still alleged
// by naming no more than what it was about.
const threadDays = 730

// threads joins by whom and for what. Undertakings of one side in other words
// stay apart; what is said of keeping joins the undertaking of that side whose
// words it shares, else the last one before it about the same thing (a truce, a
// withdrawal, a release), else the only one around the same meeting.
func threads(commitments []*Fact) []Thread {
	by := map[string][]pledge{}
	var sides []string
	for _, f := range commitments {
		if len(f.Evidence) == 0 {
			continue
		}
		e := f.Evidence[0]
		c, ok := e.Body.(*fact.Commitment)
		if !ok || plain(c.By) == "" {
			continue
		}
		side := plain(c.By)
		if by[side] == nil {
			sides = append(sides, side)
		}
		show := Words(e.Article.Text, c.Content)
		by[side] = append(by[side], pledge{f, c, cmp.Or(e.Article.Published.Day(), "~"), show, topicsOf(show)})
	}
	slices.Sort(sides)
	joint := jointSides(sides)
	var out []Thread
	var heads []pledge                  // of out
	first := map[string][]int{}         // threads by side
	for _, later := range []int{0, 1} { // what is said of keeping may join what several sides undertook
		for _, side := range sides {
			items := slices.DeleteFunc(slices.Clone(by[side]), func(p pledge) bool { return order(p.c) != later })
			slices.SortFunc(items, func(a, b pledge) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.f.ID.Hash, b.f.ID.Hash)) })
			for _, it := range items {
				at := joins(&it, heads, first[side])
				for _, j := range joint[side] {
					if at < 0 && later == 1 {
						at = joins(&it, heads, first[j])
					}
				}
				if at < 0 {
					at = len(out)
					out, heads = append(out, Thread{ID: it.f.ID}), append(heads, it)
					first[side] = append(first[side], at)
				}
				out[at].Steps = append(out[at].Steps, Step{it.f.ID, it.c.Status, strings.TrimSuffix(it.day, "~"), it.c.AllegedBy})
			}
		}
	}
	return bySide(out, heads)
}

// bySide orders threads by the side whose they are, then by time.
func bySide(ts []Thread, heads []pledge) []Thread {
	order := make([]int, len(ts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(plain(heads[a].c.By), plain(heads[b].c.By)), cmp.Compare(heads[a].day, heads[b].day), cmp.Compare(heads[a].f.ID.Hash, heads[b].f.ID.Hash))
	})
	out := make([]Thread, len(ts))
	for i, at := range order {
		out[i] = ts[at]
		slices.SortStableFunc(out[i].Steps, func(a, b Step) int { return cmp.Compare(cmp.Or(a.Day, "~"), cmp.Or(b.Day, "~")) })
	}
	return out
}

// joins is the thread among candidates that it belongs to, -1 for none.
func joins(it *pledge, heads []pledge, candidates []int) int {
	candidates = candidates[max(0, len(candidates)-mostCompared):]
	about, around, several := -1, -1, false
	for _, at := range slices.Backward(candidates) {
		h := &heads[at]
		if sameThing(h.show, it.show) {
			return at
		}
		if order(it.c) == 0 || order(h.c) == 1 || h.day != "~" && it.day != "~" && (h.day > it.day || !near(h.day, it.day, threadDays)) {
			continue
		}
		if about < 0 && h.topics&it.topics != 0 {
			about = at
		}
		if m := h.f.Evidence[0].About; !m.IsZero() && m == it.f.Evidence[0].About && (h.topics == 0 || it.topics == 0) {
			several = several || around >= 0
			around = at
		}
	}
	if about >= 0 {
		return about
	}
	if several {
		return -1
	}
	return around
}

// sameThing reports whether two wordings of undertakings share most of their
// words of some length; that both sides «remain committed to reaching» is
// nothing that they share.
func sameThing(a, b string) bool {
	x, y := longWordsOf(a), longWordsOf(b)
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return n >= 3 && 2*n >= min(len(x), len(y)) && 3*n >= max(len(x), len(y))
}

func longWordsOf(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(plain(s)) {
		if w := stemOf(w); len(w) >= 6 {
			out[w] = true
		}
	}
	return out
}

// jointSides are, for each side, those of sides that name it together with
// others: «the government and the front» for the front.
func jointSides(sides []string) map[string][]string {
	known := map[string]bool{}
	for _, s := range sides {
		known[s] = true
	}
	out := map[string][]string{}
	for _, s := range sides {
		ws := strings.Fields(s)
		for i := 1; i < len(ws); i++ {
			rest, ok := strings.CutPrefix(ws[i], "و")
			if !ok {
				continue
			}
			for _, part := range []string{strings.Join(ws[:i], " "), strings.Join(append([]string{rest}, ws[i+1:]...), " ")} {
				if known[part] && !slices.Contains(out[part], s) {
					out[part] = append(out[part], s)
				}
			}
		}
	}
	return out
}

// topicsOf are the things agreed that words name.
func topicsOf(s string) (c cue) {
	for _, x := range cues(strings.Fields(plain(s))) {
		c |= x & topics
	}
	return c
}

// order is 0 for an undertaking and 1 for what is said of keeping it.
func order(c *fact.Commitment) int {
	if c.Status == "made" || c.Status == "" {
		return 0
	}
	return 1
}
