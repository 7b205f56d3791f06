package export_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"mahdar/export"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// The meeting of one invented article, as a calendar has it.
func Example() {
	ctx := context.Background()
	db, err := sqlite.Memory(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	if _, err := db.Add(ctx, []*store.Parcel{storetest.Parcel(3, 1)}); err != nil {
		fmt.Println(err)
		return
	}
	f, err := export.Find("ical")
	if err != nil {
		fmt.Println(err)
		return
	}
	var b bytes.Buffer
	report, err := f.Write(ctx, &b, db, export.Options{})
	fmt.Println(report.Written, err)
	for _, line := range strings.Split(b.String(), "\r\n") {
		if strings.HasPrefix(line, "SUMMARY") || strings.HasPrefix(line, "DTSTART") {
			fmt.Println(line)
		}
	}
	// Output:
	// 1 <nil>
	// DTSTART;VALUE=DATE:20310104
	// SUMMARY:qamar · round 3 · وادي القمر
}
