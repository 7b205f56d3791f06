package statements_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/text"
)

func Example() {
	lex, err := lexicon.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := &text.Document{Text: "وقال الوزير سالم الحداد إن بلاده لن تشارك في الجولة، مضيفا أن الباب مفتوح."}
	r := &fact.Reading{Text: doc.Text, Blocks: []fact.Block{{Span: text.Span{End: len(doc.Text)}, Kind: fact.Paragraph}}}
	p := page.New(doc, lex.Tag(arabic.New(doc.Text)), r)
	names.Find(p)
	statements.Find(p)
	for _, s := range r.Statements {
		fmt.Println(s.Name, s.Act, s.Modal, s.Content[0].In(r.Text))
	}
	// Output:
	// سالم الحداد announce negated بلاده لن تشارك في الجولة
	// سالم الحداد state asserted الباب مفتوح
}
