package furniture

import (
	"fmt"
	"testing"
)

func Example() {
	list, _ := Shipped()
	p, ok := list.Match(Key("التعليقات (3)"), false, true, nil)
	fmt.Println(p.Reason, ok)
	_, ok = list.Match(Key("أعلن الوسيط هدنة في وادي القمر."), true, true, nil)
	fmt.Println(ok)
	// Output:
	// comments true
	// false
}

func TestMatch(t *testing.T) {
	list, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	never := func(string) bool { return false }
	for _, c := range []struct {
		line     string
		sentence bool
		want     string
	}{
		{"تعليقات (12)", false, "comments"}, {"شاهد أيضاً", false, "related"}, {"شاهد أيضا المراقبون دبابات تنسحب.", true, ""},
		{"جميع الحقوق محفوظة لصحيفة القمر 2031", false, "furniture"}, {"تابعونا على تويتر", false, "share"},
		{"الآراء الواردة أدناه لا تعبر عن رأي موقع القمر.", true, "furniture"},
		{"نرحب بالنقاش، وننصح بمراجعة شروط استخدام الموقع وسياسة الخصوصية.", true, "furniture"},
		{"ناقش الوفدان سياسة الخصوصية في مراكز تسجيل النازحين.", true, ""},
		{"الاخبار السارة من وادي القمر", false, ""},
	} {
		p, _ := list.Match(Key(c.line), c.sentence, true, never)
		if p.Reason != c.want {
			t.Errorf("%s: %q, want %q", c.line, p.Reason, c.want)
		}
	}
	if list.Label(Key("نشر في: 4 أيار")) != "published" || list.Label(Key("آخر تحديث 4 أيار")) != "updated" || list.Label(Key("أعلن")) != "" {
		t.Error("labels")
	}
}

func TestCompileRefuses(t *testing.T) {
	for _, bad := range []string{"line\tx", "nowhere\tx\tكلمة", "line\tx\t 12 "} {
		if _, err := Compile(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
