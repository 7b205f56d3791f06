package sqlite_test

import (
	"context"
	"fmt"

	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// Two articles about one round, kept and asked for.
func Example() {
	ctx := context.Background()
	db, err := sqlite.Memory(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	added, err := db.Add(ctx, []*store.Parcel{storetest.Parcel(3, 1), storetest.Parcel(3, 2)})
	fmt.Println(added.Articles, err)
	for f, err := range db.Facts(ctx, store.Query{Kind: record.Meetings}) {
		fmt.Println(f.Process, f.Ordinal, f.First, len(f.Evidence), err)
	}
	// Output:
	// 2 <nil>
	// qamar 3 2031-01-04 2 <nil>
}
