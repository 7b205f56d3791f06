package read_test

import (
	"testing"

	"mahdar/read"
)

// BenchmarkArticle is the whole reading of an article, every stage, in bytes of
// source per second.
func BenchmarkArticle(b *testing.B) {
	lex, docs, n := load(b), invented(b), 0
	for _, d := range docs {
		n += len(d.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			read.Article(d, lex)
		}
	}
}

// BenchmarkArticles is the same of articles that are read together, as an archive's
// are.
func BenchmarkArticles(b *testing.B) {
	lex, docs, n := load(b), invented(b), 0
	for len(docs) < 64 {
		docs = append(docs, docs...)
	}
	for _, d := range docs {
		n += len(d.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		read.Articles(docs, lex)
	}
}
