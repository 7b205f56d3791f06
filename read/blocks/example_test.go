package blocks_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/read/blocks"
	"mahdar/text"
)

func ExampleSplit() {
	src := "الطرفان يتفقان على هدنة في وادي القمر\n\n" +
		"أعلن الوسيط في محادثات وادي القمر اتفاق الطرفين على هدنة مدتها عشرة أيام.\n\n" +
		"شاهد أيضاً\n\nلقاء مرتقب في مدينة النجم\n"
	doc := &text.Document{Text: src, Published: text.Published{EDTF: "2031-05-04", Basis: text.Given}}
	bs, title, pub := blocks.Split(doc, arabic.New(src), nil)
	fmt.Println(title.In(src), pub.EDTF)
	for _, b := range bs {
		fmt.Println(b.Kind, b.Reason, b.Anchor)
	}
	// Output:
	// الطرفان يتفقان على هدنة في وادي القمر 2031-05-04
	// title  2031-05-04
	// paragraph  2031-05-04
	// boilerplate related 2031-05-04
	// boilerplate related 2031-05-04
}
