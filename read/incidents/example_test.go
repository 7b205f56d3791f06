package incidents_test

import (
	"fmt"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/incidents"
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
	doc := &text.Document{Text: "شنت طائرات التحالف ثلاث غارات على مواقع المتمردين في صعدة."}
	r := &fact.Reading{Text: doc.Text, Blocks: []fact.Block{{Span: text.Span{End: len(doc.Text)}, Kind: fact.Paragraph}}}
	p := page.New(doc, lex.Tag(arabic.New(doc.Text)), r)
	names.Find(p)
	incidents.Find(p)
	for _, in := range r.Incidents {
		fmt.Println(in.Type, in.CAMEO, in.Actor, in.Recipient, in.Place, in.Rule)
	}
	// Output: ASSAULT 195 [طائرات التحالف] [مواقع المتمردين] صعدة incidents.light
}
