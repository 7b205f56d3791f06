package repeats

import (
	"cmp"
	"slices"
	"time"

	"mahdar/text"
)

// Article is an article as the index knows it.
type Article struct {
	ID        string
	Outlet    string
	Published string // EDTF; "" where unknown
	Signature Signature
}

// What counts as a repeat.
const (
	alikeWhole     = 0.5 // share of runs that two articles have in common
	alikeParagraph = 0.7 // the same for two paragraphs
	leastShare     = 0.3 // of the shorter article's words, where only paragraphs agree
	crowd          = 64  // a paragraph met oftener than this is a set phrase, not a sign of who copied whom
)

// Link is two articles of which one carries the other, or both a third.
type Link struct {
	Earlier, Later string  // ids
	Ordered        bool    // their days tell which is the earlier; else the ids are in their own order
	Alike          float64 // share of runs that the two bodies have in common, estimated
	Share          float64 // of the words of Later that stand in Earlier
	Paragraphs     []Pair  // that both have, in the order of Later
}

// Pair is a paragraph where it stands in each of two articles.
type Pair struct{ Earlier, Later text.Span }

// Index finds repeats among the articles added to it. It is not safe for
// several goroutines at once.
type Index struct {
	articles []Article
	byID     map[string]int
	whole    map[uint64][]int32 // bands of whole sketches: articles
	parts    map[uint64][]place // bands of paragraph sketches
}

// place is a paragraph of an article.
type place struct{ article, paragraph int32 }

// NewIndex makes an empty index.
func NewIndex() *Index {
	return &Index{byID: map[string]int{}, whole: map[uint64][]int32{}, parts: map[uint64][]place{}}
}

// Add puts an article in and returns its links with those that were there
// before it, in the order of their ids. An id that is there already adds nothing.
func (x *Index) Add(a Article) []Link {
	if _, ok := x.byID[a.ID]; ok {
		return nil
	}
	me := int32(len(x.articles))
	shared := x.candidates(a)
	x.byID[a.ID] = int(me)
	x.articles = append(x.articles, a)
	if a.Signature.Whole != nil {
		for _, key := range bands(a.Signature.Whole[:]) {
			x.whole[key] = append(x.whole[key], me)
		}
	}
	for i, p := range a.Signature.Paragraphs {
		for _, key := range bands(p.Sketch[:]) {
			if list := x.parts[key]; len(list) <= crowd {
				x.parts[key] = append(list, place{me, int32(i)})
			}
		}
	}
	var links []Link
	for other := range shared {
		if l, ok := x.link(x.articles[other], a); ok {
			links = append(links, l)
		}
	}
	slices.SortFunc(links, compare)
	return links
}

// candidates are the articles that may have something in common with a.
func (x *Index) candidates(a Article) map[int32]bool {
	out := map[int32]bool{}
	if a.Signature.Whole != nil {
		for _, key := range bands(a.Signature.Whole[:]) {
			for _, other := range x.whole[key] {
				out[other] = true
			}
		}
	}
	for _, p := range a.Signature.Paragraphs {
		for _, key := range bands(p.Sketch[:]) {
			if list := x.parts[key]; len(list) <= crowd {
				for _, at := range list {
					out[at.article] = true
				}
			}
		}
	}
	return out
}

// rows is how many bins of a sketch must agree together for two texts to be
// compared at all. With 4 rows and 16 bands two articles half alike meet in two
// of three cases, and at 0.7 nearly always.
const rows = 4

// bands hashes each run of rows bins.
func bands(s []uint32) []uint64 {
	out := make([]uint64, 0, len(s)/rows)
	for i := 0; i+rows <= len(s); i += rows {
		h := uint64(len(s)*1000 + i)
		for _, v := range s[i : i+rows] {
			h = mix(h*prime64 ^ uint64(v))
		}
		out = append(out, h)
	}
	return out
}

// link compares two articles. The one that was in the index comes first.
func (x *Index) link(a, b Article) (Link, bool) {
	first, ordered := earlier(a, b)
	if !first {
		a, b = b, a
	}
	l := Link{Earlier: a.ID, Later: b.ID, Ordered: ordered}
	if a.Signature.Whole != nil && b.Signature.Whole != nil {
		l.Alike = alike(a.Signature.Whole[:], b.Signature.Whole[:])
	}
	common := 0
	for _, q := range b.Signature.Paragraphs {
		for _, p := range a.Signature.Paragraphs {
			if p.Exact == q.Exact || alike(p.Sketch[:], q.Sketch[:]) >= alikeParagraph {
				l.Paragraphs = append(l.Paragraphs, Pair{p.Span, q.Span})
				common += q.Words
				break
			}
		}
	}
	if b.Signature.Words > 0 {
		l.Share = float64(common) / float64(b.Signature.Words)
	}
	shorter := min(a.Signature.Words, b.Signature.Words)
	return l, l.Alike >= alikeWhole || float64(common) >= leastShare*float64(shorter) && common > 0
}

// earlier reports whether a was published before b, and whether their days tell.
// Hours count where both have them; between an hour with a zone and one
// without only the day does.
func earlier(a, b Article) (first, known bool) {
	ta, pa := instant(a.Published)
	tb, pb := instant(b.Published)
	if pa > 0 && pb > 0 {
		if pa != pb || pa == byDay {
			ta, tb = day(a.Published), day(b.Published)
		}
		if !ta.Equal(tb) {
			return ta.Before(tb), true
		}
	}
	return a.ID <= b.ID, false
}

// How exactly a publication is known.
const (
	byDay = iota + 1
	byHour
	byInstant
)

// instant reads an EDTF day or hour, and how exact it is; 0 for none.
func instant(edtf string) (time.Time, int) {
	for _, f := range []struct {
		layout string
		exact  int
	}{{"2006-01-02T15:04Z07:00", byInstant}, {"2006-01-02T15:04:05Z07:00", byInstant}, {"2006-01-02T15:04", byHour}, {"2006-01-02T15:04:05", byHour}, {time.DateOnly, byDay}} {
		if t, err := time.Parse(f.layout, edtf); err == nil {
			return t, f.exact
		}
	}
	return time.Time{}, 0
}

func day(edtf string) time.Time {
	t, _ := time.Parse(time.DateOnly, edtf[:10])
	return t
}

func compare(a, b Link) int {
	return cmp.Or(cmp.Compare(a.Earlier, b.Earlier), cmp.Compare(a.Later, b.Later))
}

// Len is the number of articles in the index.
func (x *Index) Len() int { return len(x.articles) }
