package review_test

import (
	"fmt"
	"os"
	"time"

	"mahdar/record"
	"mahdar/review"
)

// A coder rejects a fact and thinks better of it. Both decisions stay.
func Example() {
	id, err := record.ParseID("s00000000001a")
	if err != nil {
		panic(err)
	}
	at := time.Date(2031, 5, 4, 9, 0, 0, 0, time.UTC)
	reject := review.Decision{At: at, Coder: "huda", Fact: id, Verb: review.Reject, Reason: "عنوان لا خبر"}.Normal()
	undo := review.Decision{At: at.Add(time.Minute), Coder: "huda", Fact: id, Verb: review.Undo, Undoes: reject.ID()}.Normal()

	fmt.Println(review.Fold([]review.Decision{reject}).Rejected(id))
	fmt.Println(review.Fold([]review.Decision{undo, reject}).Rejected(id))
	review.WriteCSV(os.Stdout, []review.Decision{reject})
	// Output:
	// true
	// false
	// id,at,coder,role,fact,verb,slot,value,was,other,article,start,end,exact,undoes,reason
	// xfau4t2a0u71a,2031-05-04T09:00:00Z,huda,coder,s00000000001a,reject,,,,,,,,,,عنوان لا خبر
}
