package read_test

import (
	"context"
	"reflect"
	"strings"
	"sync"
	"testing"

	"mahdar/demo"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/text"
)

// invented are the articles of package demo.
func invented(t testing.TB) (docs []*text.Document) {
	t.Helper()
	err := demo.Documents(context.Background(), func(d *text.Document) error {
		docs = append(docs, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func load(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// An article is read in room that another was read in before: nothing of that
// one may show, whichever it was, and whoever reads beside.
func TestReadingsDoNotTouch(t *testing.T) {
	docs, want := invented(t), []*fact.Reading{}
	for _, d := range docs {
		want = append(want, read.Article(d, load(t))) // in room of its own
	}
	lex := load(t)
	var wg sync.WaitGroup
	for k := range 4 {
		wg.Go(func() {
			for n := range 2 * len(docs) {
				i := (n*(2*k+1) + k) % len(docs)
				if got := read.Article(docs[i], lex); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("article %d is read otherwise after others", i)
				}
			}
		})
	}
	wg.Wait()
}

// Articles that are read together are read as they are alone, however they fall
// into groups.
func TestArticlesTogether(t *testing.T) {
	docs, lex := invented(t), load(t)
	var many []*text.Document
	for n := range 40 {
		many = append(many, docs[n%len(docs)])
	}
	long := *docs[0]
	long.Text = strings.Repeat(long.Text+"\n\n", 60)
	many[21] = &long
	for _, n := range []int{0, 1, 16, 17, len(many)} {
		got := read.Articles(many[:n], lex)
		if len(got) != n {
			t.Fatalf("%d readings of %d articles", len(got), n)
		}
		for i, r := range got {
			if !reflect.DeepEqual(r, read.Article(many[i], lex)) {
				t.Errorf("article %d of %d is read otherwise with others", i, n)
			}
		}
	}
}

// Whatever a text is made of, its reading ends and points into the text.
func FuzzArticle(f *testing.F) {
	for _, d := range invented(f) {
		f.Add(d.Text)
	}
	f.Add("\u202eقال «««الوزير\n\x80 إن ''\"")
	lex := load(f)
	f.Fuzz(func(t *testing.T, src string) {
		r := read.Article(&text.Document{Text: src}, lex)
		for _, m := range r.Mentions {
			if m.Start < 0 || m.End > len(src) || m.Start >= m.End {
				t.Errorf("a name at %v of %d bytes", m.Span, len(src))
			}
		}
		for _, s := range r.Statements {
			for _, c := range s.Content {
				if c.Start < 0 || c.End > len(src) || c.Start > c.End {
					t.Errorf("words at %v of %d bytes", c, len(src))
				}
			}
		}
	})
}
