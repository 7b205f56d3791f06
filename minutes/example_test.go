package minutes_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"mahdar/minutes"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// The minutes of one invented article, in English.
func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "mahdar")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	db, err := sqlite.Open(ctx, filepath.Join(dir, "talks.db"), sqlite.Create)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	if _, err := db.Add(ctx, []*store.Parcel{storetest.Parcel(3, 1)}); err != nil {
		fmt.Println(err)
		return
	}
	if err := minutes.Write(ctx, os.Stdout, db, minutes.Options{Lang: minutes.English}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Minutes
	//
	// 1 article · 2 actors · 1 meeting · 1 statement
	//
	// ## `qamar`
	//
	// ### Round 3 · وادي القمر · 2031-01-04
	//
	// - Status: concluded [1]
	// - Dates: 2031-01-04 [1]
	// - Participants:
	//   - **حركة الجبل**: party [1], attended [1], size 12 [1]
	// - «اختتام الجولة» [1]
	//
	// #### What was said
	//
	// - **سالم الأحمر** (رئيس الوفد سالم الأحمر) pledged: «سنواصل المحادثات رقم 3 حتى النهاية» — 2031-01-04 [1]
	//
	// #### Commitments
	//
	// - **حركة الجبل** (made): «وقف القصف» [1]
	//
	// #### Figures
	//
	// - **12** delegates: «وشارك في الجولة 12 مندوبا، وتعهدت حركة الجبل بوقف القصف» [1]
	//
	// ## Sources
	//
	// 1. «اختتام الجولة 3 من محادثات وادي القمر» · صحيفة 1 · 2031-01-04 · `talks/00003-1.txt`
}
