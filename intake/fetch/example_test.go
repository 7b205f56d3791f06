package fetch_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"mahdar/intake"
	"mahdar/intake/fetch"
	"mahdar/text"
)

func ExampleClient_Article() {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprint(w, "قال الوسيط إن الهدنة في وادي القمر تبدأ غدا.")
	}))
	defer site.Close()
	read := func(c *fetch.Client) {
		report, err := c.Article(context.Background(), site.URL, intake.Options{}, func(d *text.Document) error {
			fmt.Println(d.Text)
			return nil
		})
		fmt.Println(report.Articles, report.Refused, err)
	}
	read(fetch.New(fetch.Options{})) // the server is on this machine: refused
	read(fetch.New(fetch.Options{AllowPrivate: true}))
	// Output:
	// 0 map[unsafe:1] <nil>
	// قال الوسيط إن الهدنة في وادي القمر تبدأ غدا.
	// 1 map[] <nil>
}
