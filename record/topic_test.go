package record

import (
	"slices"
	"strings"
	"testing"
)

func TestTopicsOf(t *testing.T) {
	for words, want := range map[string]string{
		"نطالب برفع الحصار عن وادي القمر وفتح الممرات": "access",
		"ملتزمون بوقف إطلاق النار":                     "ceasefire",
		"الإفراج عن الأسرى والمعتقلين خطوة أولى":       "prisoners",
		"وللمعتقلين حق":                                "prisoners",
		"لا انتخابات قبل الدستور":                      "elections constitution",
		"ندعو إلى وَقْفٍ للحرب وإلى مساعدات":           "ceasefire aid",
		"رحّب بالحضور":                                 "",
		"":                                             "",
		"شرب الشاي وأكل الخبز":                         "",
		"إعادة الإعمار تبدأ بعد الانسحاب":              "withdrawal reconstruction",
		"لن نقبل بنزع السلاح":                          "arms",
		"وقف إطلاق":                                    "",
	} {
		if got := strings.Join(TopicsOf(words), " "); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

// The table has no key twice, no label missing and no word that folding or
// particles would never let match.
func TestTopicTable(t *testing.T) {
	ts := Topics()
	if len(ts) < 15 || len(ts) > 64 {
		t.Fatalf("%d topics", len(ts))
	}
	for i, x := range ts {
		if x.Key == "" || x.Arabic == "" || x.English == "" || slices.IndexFunc(ts, func(y Topic) bool { return y.Key == x.Key }) != i {
			t.Errorf("topic %d: %+v", i, x)
		}
	}
	for row := range strings.Lines(topicTable) {
		c := strings.Split(strings.TrimRight(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") {
			continue
		}
		if len(c) != 4 {
			t.Errorf("%d columns: %.60s", len(c), row)
			continue
		}
		for w := range strings.FieldsSeq(c[3]) {
			if !slices.Contains(TopicsOf(strings.ReplaceAll(w, "_", " ")), c[0]) {
				t.Errorf("%s does not find itself under %s", w, c[0])
			}
		}
	}
}

func FuzzTopicsOf(f *testing.F) {
	f.Add("نطالب برفع الحصار")
	f.Add("\xff\u202e وقف إطلاق النار")
	f.Fuzz(func(t *testing.T, s string) { TopicsOf(s) })
}

func BenchmarkTopicsOf(b *testing.B) {
	s := strings.Repeat("قال الوفد إنه يطالب برفع الحصار والإفراج عن الأسرى قبل الجولة الثالثة من المحادثات. ", 20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		TopicsOf(s)
	}
}
