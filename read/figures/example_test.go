package figures_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/figures"
	"mahdar/read/page"
	"mahdar/text"
)

func Example() {
	lex, err := lexicon.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	src := "نزح ما بين 270 ألفا و330 ألف شخص من الوادي."
	t := arabic.New(src)
	r := &fact.Reading{Text: src, Blocks: []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph}}}
	figures.Find(page.New(&text.Document{Text: src}, lex.Tag(t), r))
	for _, f := range r.Figures {
		fmt.Println(*f.Min, *f.Max, f.Unit, f.Rule)
	}
	// Output: 270000 330000 displaced figures.range
}
