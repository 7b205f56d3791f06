package store_test

import (
	"fmt"

	"mahdar/store"
	"mahdar/text"
)

// Two copies of the same bytes: the one that tells its day is read, whichever
// of them came first.
func ExampleBetter() {
	dated := text.Published{EDTF: "2031-05-04", Basis: text.Given}
	fmt.Println(store.Better(text.Source{Path: "b.txt"}, dated, text.Source{Path: "a.txt"}, text.Published{Basis: text.Unknown}))
	// Output: true
}

func ExampleDeflate() {
	b, err := store.Inflate(store.Deflate([]byte("قال سالم الأحمر")))
	fmt.Println(string(b), err)
	// Output: قال سالم الأحمر <nil>
}
