package read_test

import (
	"context"
	"reflect"
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
