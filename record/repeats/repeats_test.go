package repeats

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
)

// sentences of an invented agency; articles are made of some of them.
var sentences = []string{
	"أعلن الوسيط في محادثات وادي القمر أن الطرفين اتفقا على هدنة مدتها عشرة أيام تبدأ صباح غد.",
	"وقال المتحدث باسم وفد السهل سالم الأحمر إن وفده سيعود إلى مدينة النجم إذا التزم الطرف الآخر بما وقع عليه.",
	"وأضاف أن تبادل الأسرى سيبدأ بعد يومين من دخول الهدنة حيز التنفيذ بإشراف لجنة من الوسطاء.",
	"وكانت الجولة السابقة قد انتهت من دون نتيجة بعدما انسحب وفد الجبل احتجاجا على قصف قرية الينبوع.",
	"ودعت الدول الراعية الطرفين إلى فتح الطرق أمام قوافل الإغاثة قبل حلول الشتاء.",
	"ونزح عن السهل منذ بداية القتال أكثر من ثلاثين ألف شخص لجأ معظمهم إلى مدارس مدينة النجم.",
	"ورحب مجلس القبائل بالهدنة وقال إنه مستعد لاستضافة الجولة المقبلة في أي وقت يختاره الوسيط.",
	"وأكد قائد قوات الجبل نادر الأزرق أن مقاتليه سيلتزمون بالهدنة ما لم يتعرضوا لهجوم.",
}

// of makes an article of a title and sentences by their numbers.
func of(id, day, title string, nums ...int) Article {
	src := title + "\n"
	bs := []fact.Block{{Span: text.Span{Start: 0, End: len(title)}, Kind: fact.Title}}
	for _, n := range nums {
		s := sentences[n]
		bs = append(bs, fact.Block{Span: text.Span{Start: len(src), End: len(src) + len(s)}, Kind: fact.Paragraph})
		src += s + "\n"
	}
	return Article{ID: id, Published: day, Signature: Sign(arabic.New(src), bs)}
}

func ExampleIndex() {
	x := NewIndex()
	x.Add(of("wire", "2031-05-04T09:00+03:00", "هدنة في وادي القمر", 0, 1, 2, 3))
	for _, l := range x.Add(of("paper", "2031-05-05", "عشرة أيام بلا قتال", 0, 1, 2, 3)) {
		fmt.Printf("%s carries %s: %.1f alike, %d paragraphs\n", l.Later, l.Earlier, l.Alike, len(l.Paragraphs))
	}
	// Output: paper carries wire: 1.0 alike, 4 paragraphs
}

func TestLinks(t *testing.T) {
	x := NewIndex()
	for _, c := range []struct {
		a    Article
		want string // links of the new article
	}{
		{of("a", "2031-05-04", "هدنة", 0, 1, 2, 3), ""},
		{of("other", "2031-05-04", "شتاء", 4, 5, 6, 7), ""},
		{of("same", "2031-05-06", "عنوان آخر", 0, 1, 2, 3), "a>same 4"},
		{of("before", "2031-05-03", "عنوان", 0, 1, 2, 3), "before>a 4 before>same 4"},
		{of("half", "2031-05-07", "خليط", 0, 1, 4, 7), "a>half 2 before>half 2 other>half 2 same>half 2"},
		{of("undated", "", "بلا تاريخ", 4, 5, 6, 7), "half?undated 2 other?undated 4"},
		{of("a", "2031-05-09", "المعرف نفسه", 0, 1, 2, 3), ""},
	} {
		var got []string
		for _, l := range x.Add(c.a) {
			mark := "?"
			if l.Ordered {
				mark = ">"
			}
			got = append(got, fmt.Sprintf("%s%s%s %d", l.Earlier, mark, l.Later, len(l.Paragraphs)))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.a.ID, s, c.want)
		}
	}
}

// TestSmallChanges holds that spelling, marks and a few words do not hide a repeat.
func TestSmallChanges(t *testing.T) {
	a := of("a", "2031-05-04", "هدنة", 0, 1, 2, 3)
	old := slices.Clone(sentences)
	t.Cleanup(func() { copy(sentences, old) })
	sentences[0] = strings.NewReplacer("أعلن", "اعلن", "أن", "أنّ", "عشرة أيام", "«عشرة» أيام").Replace(sentences[0])
	sentences[1] = strings.Replace(sentences[1], "سالم الأحمر", "سالم بن نادر الأحمر", 1)
	b := of("b", "2031-05-05", "هدنة", 0, 1, 2, 3)
	x := NewIndex()
	x.Add(a)
	ls := x.Add(b)
	if len(ls) != 1 || ls[0].Alike < 0.75 || len(ls[0].Paragraphs) < 3 {
		t.Errorf("%+v", ls)
	}
	if a.Signature.Paragraphs[0].Exact != b.Signature.Paragraphs[0].Exact {
		t.Error("folded words differ")
	}
}

func TestGroups(t *testing.T) {
	as := []Article{
		of("a", "2031-05-04", "هدنة", 0, 1, 2, 3), of("b", "2031-05-03", "هدنة", 0, 1, 2, 3), of("c", "", "هدنة", 0, 1, 2, 3),
		of("d", "2031-05-04", "شتاء", 4, 5, 6, 7), of("e", "2031-05-04", "شتاء", 4, 5, 6, 7), of("f", "2031-05-08", "خليط", 0, 1, 4, 7),
	}
	run := func(order []int) []Group {
		x := NewIndex()
		var links []Link
		for _, i := range order {
			links = append(links, x.Add(as[i])...)
		}
		return Groups(links, x.Article)
	}
	want := []Group{{[]string{"b", "a", "c"}, "b"}, {[]string{"d", "e"}, ""}}
	for _, order := range [][]int{{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {2, 4, 0, 5, 1, 3}} {
		if got := run(order); !reflect.DeepEqual(got, want) {
			t.Errorf("%v: %+v, want %+v", order, got, want)
		}
	}
}

func TestEarlier(t *testing.T) {
	for _, c := range []struct {
		a, b         string
		first, known bool
	}{
		{"2031-05-04", "2031-05-05", true, true}, {"2031-05-05", "2031-05-04", false, true}, {"2031-05-04", "2031-05-04", true, false},
		{"2031-05-04T23:00Z", "2031-05-05T01:00+03:00", false, true}, {"2031-05-04T09:00", "2031-05-04T10:00", true, true},
		{"2031-05-04T09:00", "2031-05-04T08:00Z", true, false}, {"", "2031-05-04", true, false}, {"2031-05", "2031-06", true, false},
	} {
		first, known := earlier(Article{ID: "a", Published: c.a}, Article{ID: "b", Published: c.b})
		if first != c.first || known != c.known {
			t.Errorf("%s, %s: %v %v", c.a, c.b, first, known)
		}
	}
}

func BenchmarkSign(b *testing.B) {
	src := strings.Repeat(strings.Join(sentences, "\n")+"\n", 20)
	t := arabic.New(src)
	bs := []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph}}
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Sign(t, bs)
	}
}
