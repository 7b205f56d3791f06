package phrases_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
	"mahdar/text"
)

func Example() {
	lex, err := lexicon.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := &text.Document{Text: "وزير الخارجية الروسي إن «الباب مفتوح»"}
	r := &fact.Reading{Text: doc.Text, Blocks: []fact.Block{{Span: text.Span{End: len(doc.Text)}, Kind: fact.Paragraph}}}
	p := page.New(doc, lex.Tag(arabic.New(doc.Text)), r)
	end := phrases.Extent(p, 0, phrases.Walk{Limit: len(p.Tokens)})
	fmt.Println(p.Words(0, end))
	q := phrases.FindQuotes(p).List[0]
	fmt.Println(p.Words(q.Open+1, q.Close), q.Closed)
	// Output:
	// وزير الخارجية الروسي
	// الباب مفتوح true
}
