package arabic

import (
	"fmt"
	"testing"
)

func ExampleRomanise() {
	fmt.Println(Romanise("إبراهيم الجباوي"))
	fmt.Println(Romanise("عبد الله بن صالح الأحمد"))
	// Output:
	// Ibrahim al-Jabawi
	// Abdullah bin Salih al-Ahmad
}

func TestRomanise(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"محمود ناصر", "Mahmud Nasir"}, {"سعيد رضوان", "Said Radwan"}, {"الفاشر", "Al-Fashir"}, {"يوسف داود", "Yusuf Dawud"},
		{"كلينتون", "Klintun"}, {"CNN", "CNN"}, {"عبد الرحمن سالم", "Abd al-Rahman Salim"}, {"أبو بكر", "Abu Bakr"},
	} {
		if got := Romanise(c.in); got != c.want {
			t.Errorf("%s: got %s, want %s", c.in, got, c.want)
		}
	}
}

func FuzzRomanise(f *testing.F) {
	f.Add("إبراهيم الجباوي")
	f.Add("ال \xff ة")
	f.Fuzz(func(t *testing.T, s string) { Romanise(s) })
}
