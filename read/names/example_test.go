package names_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/text"
)

func Example() {
	lex, err := lexicon.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	src := "وصل المبعوث الخاص هورست شتاينهوفر إلى جنيف، وقال شتاينهوفر إن الهدنة صامدة."
	r := &fact.Reading{Text: src, Blocks: []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph}}}
	names.Find(page.New(&text.Document{Text: src}, lex.Tag(arabic.New(src)), r))
	for _, m := range r.Mentions {
		fmt.Println(m.Type, m.In(src), m.Name)
	}
	// Output:
	// PER هورست شتاينهوفر هورست شتاينهوفر
	// LOC جنيف جنيف
	// PER شتاينهوفر هورست شتاينهوفر
}
