package repeats

import (
	"cmp"
	"slices"
)

// Group is articles that are one text: the same agency's copy in several outlets.
type Group struct {
	IDs      []string // the earliest first, then by id; those without a day last
	Earliest string   // "" where no day tells
}

// What makes two articles one text: so much of their runs in common, or so much
// of one in the other.
const (
	sameRuns = 0.65
	sameText = 0.8
)

// Groups joins articles by links that make them one text: two thirds of their
// runs in common, or nearly all of one in the other. Each article stands in one group
// at most; groups are in the order of their first id. The result does not
// depend on the order in which links are given.
func Groups(links []Link, articles func(id string) (Article, bool)) []Group {
	parent := map[string]string{}
	root := func(id string) string {
		for parent[id] != id {
			parent[id] = parent[parent[id]]
			id = parent[id]
		}
		return id
	}
	for _, l := range links {
		if l.Alike < sameRuns && l.Share < sameText {
			continue
		}
		for _, id := range []string{l.Earlier, l.Later} {
			if _, ok := parent[id]; !ok {
				parent[id] = id
			}
		}
		a, b := root(l.Earlier), root(l.Later)
		parent[max(a, b)] = min(a, b)
	}
	members := map[string][]Article{}
	for id := range parent {
		a, ok := articles(id)
		if !ok {
			a = Article{ID: id}
		}
		members[root(id)] = append(members[root(id)], a)
	}
	var out []Group
	for _, as := range members {
		slices.SortFunc(as, inTime)
		g := Group{}
		for _, a := range as {
			g.IDs = append(g.IDs, a.ID)
		}
		if first, known := earlier(as[0], as[1]); first && known {
			g.Earliest = as[0].ID
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b Group) int { return cmp.Compare(slices.Min(a.IDs), slices.Min(b.IDs)) })
	return out
}

// inTime orders articles by day, then hour where it is told, then id; those
// without a day come last. Unlike earlier it is an order of many: hours without
// a zone are taken as they stand.
func inTime(a, b Article) int {
	ta, pa := instant(a.Published)
	tb, pb := instant(b.Published)
	switch {
	case pa == 0 && pb == 0:
		return cmp.Compare(a.ID, b.ID)
	case pa == 0:
		return 1
	case pb == 0:
		return -1
	}
	if c := day(a.Published).Compare(day(b.Published)); c != 0 {
		return c
	}
	return cmp.Or(ta.Compare(tb), cmp.Compare(a.ID, b.ID))
}

// Article is an article of the index by its id.
func (x *Index) Article(id string) (Article, bool) {
	i, ok := x.byID[id]
	if !ok {
		return Article{}, false
	}
	return x.articles[i], true
}
