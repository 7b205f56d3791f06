package read

import (
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/blocks"
	"mahdar/read/dates"
	"mahdar/read/figures"
	"mahdar/read/incidents"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/read/talks"
	"mahdar/text"
)

// Version names the rules of this reader. It is raised by hand with every
// change of what they find; the lexicon's Fingerprint stands for the words. The
// two together tell a record which of its articles to read again.
const Version = "10"

// Article reads doc with the words of lex.
func Article(doc *text.Document, lex *lexicon.Lexicon) *fact.Reading {
	s := begin(doc, lex)
	for _, find := range stages() {
		find(s.page)
	}
	r := s.page.Reading
	s.room.Give()
	return r
}

// How many articles at most, and of how many bytes together, go through a stage
// one after the other in Articles.
const (
	togetherArticles = 8
	togetherBytes    = 1 << 16
)

// Articles reads docs with the words of lex, each as Article does, and returns
// their readings in the same order. A few of them at a time go through each stage
// together: what the processor has learned of the stage's code, its branches
// above all, serves them all, which saves a sixth of the time (BenchmarkArticles).
// A panic of a stage leaves nothing read: see Article for one by one.
func Articles(docs []*text.Document, lex *lexicon.Lexicon) []*fact.Reading {
	out := make([]*fact.Reading, 0, len(docs))
	var room [togetherArticles]started
	for len(docs) > 0 {
		group := room[:together(docs)]
		for i, doc := range docs[:len(group)] {
			group[i] = begin(doc, lex)
		}
		for _, find := range stages() {
			for _, s := range group {
				find(s.page)
			}
		}
		for _, s := range group {
			out = append(out, s.page.Reading)
			s.room.Give()
		}
		docs = docs[len(group):]
	}
	return out
}

// together is how many of docs, one at least, are read together.
func together(docs []*text.Document) int {
	n, size := 1, len(docs[0].Text)
	for n < min(len(docs), togetherArticles) {
		if size += len(docs[n].Text); size > togetherBytes {
			break
		}
		n++
	}
	return n
}

// stages are those that read a page, in the order in which each builds on what
// those before it found.
func stages() [5]func(*page.Page) {
	return [...]func(*page.Page){names.Find, figures.Find, statements.Find, talks.Find, incidents.Find}
}

// started is an article whose page is laid out.
type started struct {
	page *page.Page
	room *page.Room
}

// begin lays out the page of doc: its words, blocks and dates.
func begin(doc *text.Document, lex *lexicon.Lexicon) started {
	room := page.Take(lex)
	t := room.Text(blocks.Unwrap(doc.Text))
	r := &fact.Reading{ID: doc.ID(), Source: doc.Source, Text: doc.Text}
	exprs := dates.Expressions(t)
	r.Blocks, r.Title, r.Published = blocks.Split(doc, t, dates.Explicit(exprs))
	r.Dates = dates.Resolve(t, exprs, r.Blocks)
	return started{page: room.Page(doc, t, r), room: room}
}
