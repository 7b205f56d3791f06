package intake_test

import (
	"context"
	"fmt"
	"strings"

	"mahdar/intake"
	"mahdar/text"
)

func ExampleWalk() {
	lines := `{"title": "هدنة في وادي القمر", "text": "قال الوسيط إن الهدنة تبدأ غدا.", "date": "2031-05-04"}
{"title": "بلا نص"}
`
	opt := intake.Options{Stdin: strings.NewReader(lines)}
	report, err := intake.Walk(context.Background(), []string{"-", "nowhere.txt"}, opt, func(d *text.Document) error {
		fmt.Printf("%s %s %q\n", d.Source.Format, d.Published.EDTF, d.Text)
		return nil
	})
	fmt.Println(report.Articles, err)
	for _, r := range report.Refusals {
		fmt.Println(r)
	}
	// Output:
	// json 2031-05-04 "هدنة في وادي القمر\n\nقال الوسيط إن الهدنة تبدأ غدا."
	// 1 <nil>
	// -:2: has no text under a usual name; name its field with --map text=FIELD
	// nowhere.txt: there is no such file or folder; check the path
}

func ExampleParseWhen() {
	fmt.Println(intake.ParseWhen("الأربعاء، 7 تشرين الأول/أكتوبر 2031 - 12:09 م"))
	// Output: 2031-10-07T12:09 true
}
