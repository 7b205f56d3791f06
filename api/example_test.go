package api_test

import (
	"context"
	"fmt"
	"net/http/httptest"

	"mahdar/answer"
	"mahdar/api"
	"mahdar/demo/demotest"
)

// The record of the demo's articles, asked how much it holds.
func Example() {
	db, err := demotest.Open(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	s, err := api.New(api.Options{Answer: answer.Options{Record: db}})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/api/v1/status", nil))
	fmt.Println(w.Code, w.Header().Get("Content-Type"), w.Body.String()[:14])
	// Output: 200 application/json {"articles":13
}
