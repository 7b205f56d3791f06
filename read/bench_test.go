package read_test

import (
	"context"
	"testing"

	"mahdar/demo"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/text"
)

// BenchmarkArticle is the whole reading of an article, every stage, in bytes of
// source per second.
func BenchmarkArticle(b *testing.B) {
	lex, err := lexicon.Load()
	if err != nil {
		b.Fatal(err)
	}
	var docs []*text.Document
	n := 0
	err = demo.Documents(context.Background(), func(d *text.Document) error {
		docs = append(docs, d)
		n += len(d.Text)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			read.Article(d, lex)
		}
	}
}
