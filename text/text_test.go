package text

import (
	"fmt"
	"testing"
	"unicode/utf16"
)

func ExampleOffsets() {
	src := "قال «نعم» 🙂 ثم سكت"
	o := NewOffsets(src)
	s := Span{len("قال «"), len("قال «نعم")}
	start, end := o.Points(s)
	fmt.Println(start, end, s.In(src), o.Span(start, end) == s)
	// Output: 5 8 نعم true
}

func FuzzOffsets(f *testing.F) {
	f.Add("قال\u00a0إنّ \u200fالهدنة 🙂\r\n انتهت ـ", 3)
	f.Add("\xff\xfeab", 1)
	f.Fuzz(func(t *testing.T, src string, at int) {
		o := NewOffsets(src)
		b, p := 0, 0
		for i, r := range src {
			if o.Point(i) != p || o.Byte(p) != i {
				t.Fatalf("byte %d: point %d, byte of %d is %d", i, o.Point(i), p, o.Byte(p))
			}
			b, p = i, p+1
			_ = r
		}
		_ = b
		if o.Byte(p) != len(src) {
			t.Fatalf("end: %d is not %d", o.Byte(p), len(src))
		}
		o.Point(at)
		o.Byte(at)
		if got, want := o.UTF16(len(src)), len(utf16.Encode([]rune(src))); got != want {
			t.Fatalf("UTF-16 length %d, want %d", got, want)
		}
	})
}
