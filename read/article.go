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
const Version = "4"

// Article reads doc with the words of lex.
func Article(doc *text.Document, lex *lexicon.Lexicon) *fact.Reading {
	room := page.Take(lex)
	t := room.Text(doc.Text)
	r := &fact.Reading{ID: doc.ID(), Source: doc.Source, Text: doc.Text}
	exprs := dates.Expressions(t)
	r.Blocks, r.Title, r.Published = blocks.Split(doc, t, dates.Explicit(exprs))
	r.Dates = dates.Resolve(t, exprs, r.Blocks)
	p := room.Page(doc, t, r)
	names.Find(p)
	figures.Find(p)
	statements.Find(p)
	talks.Find(p)
	incidents.Find(p)
	room.Give()
	return r
}
