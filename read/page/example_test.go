package page_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

func Example() {
	lex, err := lexicon.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := &text.Document{Text: "وصل سالم إلى المدينة"}
	r := &fact.Reading{Text: doc.Text, Blocks: []fact.Block{{Span: text.Span{End: len(doc.Text)}, Kind: fact.Paragraph}}}
	p := page.New(doc, lex.Tag(arabic.New(doc.Text)), r)
	p.AddMention(fact.Mention{Span: p.Tokens[1].Span(), Type: fact.Person, Name: "سالم"})
	fmt.Println(p.Body(0), p.Mention(1).Name, p.Mention(2) == nil)
	// Output: true سالم true
}
