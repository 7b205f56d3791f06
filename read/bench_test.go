package read_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"mahdar/read"
	"mahdar/text"
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

// BenchmarkNews is the same of real news, whose articles are less dense than the invented
// ones: each by itself, and read together.
func BenchmarkNews(b *testing.B) {
	lex, docs, n := load(b), news(b), 0
	for _, d := range docs {
		n += len(d.Text)
	}
	reading := func(name string, all func()) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(n))
			b.ReportAllocs()
			for b.Loop() {
				all()
			}
		})
	}
	reading("Alone", func() {
		for _, d := range docs {
			read.Article(d, lex)
		}
	})
	reading("Together", func() { read.Articles(docs, lex) })
}

// news are the articles of the shared corpus, which is not part of the project.
func news(b *testing.B) []*text.Document {
	b.Helper()
	docs := shared(b)
	if len(docs) == 0 {
		b.Skip("no shared corpus")
	}
	return docs
}

// shared are the articles of the shared corpus, none where it is absent.
func shared(t testing.TB) (docs []*text.Document) {
	t.Helper()
	lines, err := os.ReadFile("../../shared/corpus/raw/articles.jsonl")
	if err != nil {
		t.Log("no shared corpus: ", err)
		return nil
	}
	for line := range strings.Lines(string(lines)) {
		var a struct{ Text, Published string }
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, &text.Document{Text: a.Text, Published: text.Published{EDTF: a.Published, Basis: text.Given}})
	}
	return docs
}
