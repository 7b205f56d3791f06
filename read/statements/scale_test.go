package statements_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/text"
)

// passage is a stretch of news prose of our own.
const passage = `وقال الوزير سالم الحداد في تصريح لوكالة رويترز إن الوفد سيصل إلى الميناء غدا، مضيفا أن «الباب مفتوح أمام الجميع». وأكد زعيم المتمردين مروان الحسن، في بيان على موقعه، رفضه سحب القوات قبل فتح الطرق، فيما دعت الأمم المتحدة الأطراف إلى ضبط النفس. ونقلت صحيفة محلية عن مصدر مطلع قوله إن الجولة الثالثة قد تؤجل بسبب إصرار المتمردين على شروطهم.

ووصل المبعوث قبل الجولة مساء الخميس إلى العاصمة حيث التقى رئيس الحكومة. وبحسب مصادر في الميناء، غادرت السفن ليلا بعد أن أفرغت القمح والدواء. وكانت الهدنة التي أعلنها التحالف قد دخلت حيز التنفيذ يوم الأحد، وهو ما رحبت به باريس. وشدد الحداد على ضرورة تبادل الأسرى، معتبرا أن الاتفاق «خطوة أولى» على الطريق.

`

// several repeats src n times with other numbers in it, so that no paragraph is a
// repeat of another.
func several(src string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(src, "الجولة", fmt.Sprintf("الجولة %d", i+1)))
	}
	return b.String()
}

// within fails the test where reading src takes more than a generous multiple of
// the time for a tenth of it: what grows with the square takes a hundred times.
func within(t *testing.T, name string, make func(n int) string, n int) {
	t.Helper()
	timed := func(src string) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			readAll(t, src)
			best = min(best, time.Since(start))
		}
		return best
	}
	lex(t)
	const tries = 3 // whatever else keeps the machine busy
	for try := 1; ; try++ {
		small, large := timed(make(n/10)), timed(make(n))
		if large <= 45*small+200*time.Millisecond {
			return
		}
		if try == tries {
			t.Errorf("%s: %v for a tenth, %v for the whole", name, small, large)
			return
		}
	}
}

func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long inputs are not read in short mode")
	}
	flat := strings.NewReplacer(".", "،", "\n", " ").Replace(passage)
	within(t, "an article of 200,000 words", func(n int) string { return several(passage, n/120) }, 200000)
	within(t, "a line without a stop", func(n int) string { return several(flat, n/120) }, 60000)
	within(t, "quotation marks that open", func(n int) string { return strings.Repeat("قال سالم «", n) }, 10000)
	within(t, "quotation marks of both kinds", func(n int) string { return strings.Repeat("وقال سالم \" إن ", n) }, 10000)
	within(t, "verbs of speech in a row", func(n int) string { return strings.Repeat("وقال وأكد وحث ورفض مؤكدا أن ", n) }, 10000)
	within(t, "relative pronouns in a row", func(n int) string { return "قال " + strings.Repeat("الذي التي ", n) }, 20000)
	within(t, "nouns of position in a row", func(n int) string { return strings.Repeat("رفض دعوة إصرار مطالب ", n) }, 20000)
	within(t, "particles in a row", func(n int) string { return "قال سالم " + strings.Repeat("إن أن بأن ", n) }, 20000)
	within(t, "attributions in a row", func(n int) string { return strings.Repeat("بحسب ما أعلن سالم، ", n) }, 20000)
}

func FuzzFind(f *testing.F) {
	f.Add("قال0م0إن¨حسب")
	f.Add(passage)
	f.Add("قال: «“\"»” إن")
	f.Add("وقال سالم: إن «بحسب ما")
	f.Add("وقال: اتهم الجبهوين")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<14 {
			return
		}
		src = strings.ToValidUTF8(src, "?")
		r := readAll(t, src)
		for _, s := range r.Statements {
			for _, c := range append(append([]text.Span{}, s.Content...), s.Cue) {
				if c.In(r.Text) == "" {
					t.Fatalf("%s: span %v of %d bytes", s.Rule, c, len(r.Text))
				}
			}
			if !s.Speaker.Empty() && s.Speaker.In(r.Text) == "" {
				t.Fatalf("%s: speaker %v", s.Rule, s.Speaker)
			}
			if s.Name == "" || s.Act == "" || s.Mode == "" || s.Rule == "" {
				t.Fatalf("an empty field in %+v", s)
			}
		}
	})
}

// BenchmarkFind times this stage alone, BenchmarkStages all up to it.
func BenchmarkFind(b *testing.B) {
	doc := &text.Document{Text: several(passage, 20)}
	t := lex(b).Tag(arabic.New(doc.Text))
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		b.StopTimer()
		p := named(doc, t)
		b.StartTimer()
		statements.Find(p)
	}
}

func BenchmarkStages(b *testing.B) {
	src := several(passage, 20)
	lex(b)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		readAll(b, src)
	}
}

// named lays out a page of one block with its names found.
func named(doc *text.Document, t *lexicon.Tagged) *page.Page {
	r := &fact.Reading{Text: doc.Text, Blocks: []fact.Block{{Span: text.Span{End: len(doc.Text)}, Kind: fact.Paragraph}}}
	p := page.New(doc, t, r)
	names.Find(p)
	return p
}
