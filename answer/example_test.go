package answer_test

import (
	"context"
	"fmt"

	"mahdar/answer"
	"mahdar/demo/demotest"
)

// What was denied in the demo's invented talks, with the place of the words.
func Example() {
	ctx := context.Background()
	db, err := demotest.Open(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	p, err := answer.New(answer.Options{Record: db}).Statements(ctx, answer.Ask{Label: "deny", Limit: 1, Evidence: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range p.Items {
		w := s.Evidence[0].Spans[0]
		fmt.Println(s.ActLabel, w.End > w.Start, w.Exact == s.Quote[0])
	}
	// Output: denied true true
}
