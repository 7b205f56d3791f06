package web_test

import (
	"context"
	"fmt"
	"io"
	"net/http/httptest"
	"strings"

	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
	"mahdar/web"
)

// The front page of a record of one invented article.
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
	pages, err := web.New(web.Options{Record: db})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := httptest.NewRecorder()
	pages.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/en/", nil))
	body, _ := io.ReadAll(w.Body)
	fmt.Println(w.Code, strings.Contains(string(body), "وادي القمر"))
	// Output: 200 true
}
