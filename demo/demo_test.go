package demo_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"mahdar/demo"
	"mahdar/text"
)

func Example() {
	n := 0
	err := demo.Documents(context.Background(), func(doc *text.Document) error {
		if n++; n == 1 {
			title, _, _ := strings.Cut(doc.Text, "\n")
			fmt.Println(title)
		}
		return nil
	})
	fmt.Println(n, err)
	// Output:
	// انطلاق الجولة الأولى من محادثات مرساة بين الحكومة النورانية وجبهة الهضبة
	// 13 <nil>
}

func TestArticles(t *testing.T) {
	err := demo.Documents(t.Context(), func(doc *text.Document) error {
		if n := len(strings.Fields(doc.Text)); n < 100 || n > 400 {
			t.Errorf("%s has %d words", doc.Source.Path, n)
		}
		if doc.Source.Outlet == "" || doc.Source.SHA256 == "" {
			t.Errorf("%s: %+v", doc.Source.Path, doc.Source)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
