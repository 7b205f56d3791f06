package record

import (
	"cmp"
	"slices"

	"mahdar/fact"
)

// threads joins by whom and for what. Pledges in other words about other
// things stay apart; an allegation joins the pledge whose words it shares, else
// the last pledge of that side around the same meeting.
func threads(commitments []*Fact) []Thread {
	type item struct {
		f    *Fact
		c    *fact.Commitment
		day  string
		show string
	}
	by := map[string][]item{}
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
		by[side] = append(by[side], item{f, c, cmp.Or(e.Article.Published.Day(), "~"), Words(e.Article.Text, c.Content)})
	}
	slices.Sort(sides)
	var out []Thread
	for _, side := range sides {
		items := by[side]
		slices.SortFunc(items, func(a, b item) int {
			return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(order(a.c), order(b.c)), cmp.Compare(a.f.ID.Hash, b.f.ID.Hash))
		})
		var ts []Thread
		var heads []item
		for _, it := range items {
			at := -1
			for i := len(heads) - 1; i >= max(0, len(heads)-mostCompared); i-- {
				h := heads[i]
				if kindred(h.show, it.show, 3) || order(it.c) == 1 && h.f.Evidence[0].About == it.f.Evidence[0].About && !it.f.Evidence[0].About.IsZero() {
					at = i
					break
				}
			}
			if at < 0 {
				at = len(ts)
				ts, heads = append(ts, Thread{ID: it.f.ID}), append(heads, it)
			}
			day := it.day
			if day == "~" {
				day = ""
			}
			ts[at].Steps = append(ts[at].Steps, Step{it.f.ID, it.c.Status, day, it.c.AllegedBy})
		}
		out = append(out, ts...)
	}
	return out
}

// order is 0 for an undertaking and 1 for what is said of keeping it.
func order(c *fact.Commitment) int {
	if c.Status == "made" || c.Status == "" {
		return 0
	}
	return 1
}
