package arabic

import "testing"

func TestForeign(t *testing.T) {
	for _, w := range []string{"شتاينماير", "كلينتون", "غريفيث", "موغيريني", "باتشان", "غوتيريش", "ميتشل", "لافروف"} {
		if !Foreign(Fold(w)) {
			t.Errorf("%s is taken for a native word", w)
		}
	}
	for _, w := range []string{"مفاوضات", "استقبال", "مستعدون", "تشكيلات", "اجتماعاتها", "مهرجان", "سوائل", "تأديب", "مناطق", "يتشاورون", "المحادثات", "دعوة", "ملاحظات"} {
		if Foreign(Fold(w)) {
			t.Errorf("%s is taken for a foreign word", w)
		}
	}
}

func FuzzForeign(f *testing.F) {
	f.Add("شتاينماير")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, w string) { Foreign(w) })
}
