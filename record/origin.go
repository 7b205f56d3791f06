package record

import (
	"slices"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
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

// leastEcho is how many words running make an echo.
const leastEcho = 7

// Echoes are the places of src where most of the words under content stand
// again: in a headline, a lead, a paragraph printed twice. They are evidence
// that the article repeats itself and no statements of their own.
func Echoes(src string, content []text.Span) []text.Span {
	said := arabic.New(Words(src, content))
	want := wordTokens(said)
	if len(want) < leastEcho {
		return nil
	}
	need := max(leastEcho, len(want)*6/10)
	t := arabic.New(src)
	have := wordTokens(t)
	at := map[string][]int{}
	for i, k := range want {
		at[k.word] = append(at[k.word], i)
	}
	var out []text.Span
	length := make([]int, len(want)) // of the run that ends at this word of want and the last of have
	for i := 0; i < len(have); i++ {
		next := make([]int, len(want))
		best := 0
		for _, j := range at[have[i].word] {
			next[j] = 1
			if j > 0 {
				next[j] += length[j-1]
			}
			best = max(best, next[j])
		}
		length = next
		if best < need {
			continue
		}
		s := text.Span{Start: have[i-best+1].Start, End: have[i].End}
		if slices.ContainsFunc(content, s.Overlaps) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Overlaps(s) {
			out[n-1].End = s.End
		} else {
			out = append(out, s)
		}
	}
	return out
}

// bareToken is a word without the «and» before it.
type bareToken struct {
	text.Span
	word string
}

func wordTokens(t *arabic.Text) []bareToken {
	var out []bareToken
	for _, k := range t.Tokens {
		if k.Kind == arabic.Punct || k.Kind == arabic.Quote {
			continue
		}
		w := k.Word
		if len(w) > 8 && w[:2] == "و" {
			w = w[2:]
		}
		out = append(out, bareToken{k.Span(), w})
	}
	return out
}
