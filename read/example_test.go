package read_test

import (
	"fmt"

	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/text"
)

func Example() {
	lex, err := lexicon.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := &text.Document{Text: "اختتمت محادثات مرساة من دون اتفاق.\n\nوقال رئيس وفد الحكومة سالم الحداد إن الجولة المقبلة ستعقد في ربيع العام المقبل."}
	for _, s := range read.Article(doc, lex).Statements {
		fmt.Println(s.Name, s.Act, "«"+s.Content[0].In(doc.Text)+"»")
	}
	// Output:
	// سالم الحداد announce «الجولة المقبلة ستعقد في ربيع العام المقبل»
}
