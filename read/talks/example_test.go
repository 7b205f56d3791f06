package talks_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/dates"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/read/talks"
	"mahdar/text"
)

func Example() {
	lex, err := lexicon.Load("testdata/lexicon")
	if err != nil {
		fmt.Println(err)
		return
	}
	src := "بدأت أمس في شفقستان الجولة الثالثة من المحادثات بين حكومة قمرستان وجبهة الينابيع، ووافقت الجبهة على فتح الطرق."
	t := arabic.New(src)
	r := &fact.Reading{Text: src, Blocks: []fact.Block{{Span: text.Span{End: len(src)}, Kind: fact.Paragraph, Anchor: "2031-05-14"}}}
	r.Dates = dates.Resolve(t, dates.Expressions(t), r.Blocks)
	p := page.New(&text.Document{Text: src}, lex.Tag(t), r)
	names.Find(p)
	statements.Find(p)
	talks.Find(p)
	for _, m := range r.Meetings {
		fmt.Println(m.Process, m.Ordinal, m.Kind, m.Status, m.Place, m.Start)
		for _, who := range m.Participants {
			fmt.Println(who.Name, who.Role, who.Attendance)
		}
	}
	// Output:
	// shafaq 3 round opened شفقستان 2031-05-13
	// حكومة قمرستان party attended
	// جبهة الينابيع party attended
}
