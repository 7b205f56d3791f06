package dates_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/dates"
	"mahdar/text"
)

func Example() {
	src := "قال الوسيط مساء الثلاثاء إن الجولة ستعقد يومي 19 و20 أيار/مايو."
	t := arabic.New(src)
	blocks := []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph, Anchor: "2031-05-14"}}
	for _, d := range dates.Resolve(t, dates.Expressions(t), blocks) {
		fmt.Println(d.EDTF, d.Basis, d.Rule)
	}
	// Output:
	// 2031-05-13 weekday dates.weekday
	// 2031-05-19/2031-05-20 inferred dates.days
}
