package record

import (
	"slices"

	"mahdar/fact"
)

// trace looks at the chains of attribution and at which articles are one text.
func trace(f *Fact, group func(article string) string) Origin {
	o := Origin{Earliest: -1}
	texts := map[string][]int{}
	var order []string
	for i, e := range f.Evidence {
		if out := e.Article.Outlet(); out != "" && !slices.Contains(o.Outlets, out) {
			o.Outlets = append(o.Outlets, out)
		}
		g := ""
		if group != nil {
			g = group(e.Article.ID)
		}
		if g == "" {
			g = "\x00" + e.Article.ID
		}
		if texts[g] == nil {
			order = append(order, g)
		}
		texts[g] = append(texts[g], i)
	}
	o.Earliest = earliest(f)
	var shared []string
	for n, g := range order {
		if len(texts[g]) > 1 {
			o.Copies = append(o.Copies, texts[g])
		}
		var chain []string
		for _, i := range texts[g] {
			chain = append(chain, relays(f.Evidence[i])...)
		}
		if n == 0 {
			shared = chain
			continue
		}
		shared = slices.DeleteFunc(shared, func(s string) bool {
			return !slices.ContainsFunc(chain, func(c string) bool { return plain(c) == plain(s) })
		})
	}
	if len(shared) > 0 {
		o.Agency = shared[0]
	}
	return o
}

// relays are the names through which the words came, outermost first, and the
// outlet that printed them, which may be the agency itself.
func relays(e Evidence) []string {
	s, ok := e.Body.(*fact.Statement)
	if !ok {
		return nil
	}
	var out []string
	for _, v := range s.Via {
		out = append(out, v.Name)
	}
	return append(out, e.Article.Outlet())
}

// earliest is the evidence of the one earliest day, -1 where there is none or
// several share it.
func earliest(f *Fact) int {
	best, at, tied := "", -1, false
	for i, e := range f.Evidence {
		d := e.Article.Published.EDTF
		if e.Article.Published.Day() == "" {
			continue
		}
		switch {
		case at < 0 || before(d, best):
			best, at, tied = d, i, false
		case !before(best, d) && f.Evidence[at].Article.ID != e.Article.ID:
			tied = true
		}
	}
	if tied {
		return -1
	}
	return at
}

// before compares days, and hours where both have them.
func before(a, b string) bool {
	if len(a) < 16 || len(b) < 16 || a[16:] != b[16:] {
		a, b = a[:10], b[:10]
	}
	return a < b
}
