package figures_test

import (
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/dates"
	"mahdar/read/figures"
	"mahdar/read/page"
	"mahdar/text"
)

// article is the project's own writing about an invented conflict.
const article = `أعلنت بعثة الوساطة في مدينة القمر، مساء الثلاثاء، أن أطراف النزاع في إقليم الوادي اتفقت على هدنة تبدأ فجر الخميس المقبل وتستمر خمسة أيام.
وقال المتحدث باسم البعثة إن المواجهات التي اندلعت منذ أواخر مارس الماضي أسفرت عن مقتل أكثر من 340 شخصا وإصابة نحو ألف آخرين، فيما نزح ما بين 20 ألفا و25 ألف مدني إلى القرى المجاورة.
ومن المقرر أن يلتقي الوفدان يومي 19 و20 مايو/أيار لبحث آلية تبادل الأسرى، على أن تعقد جولة ثانية مطلع الشهر المقبل بمشاركة الدول الثلاث الضامنة.
وأضاف المتحدث أن لجنة المراقبة سجلت عشرات الخروقات خلال الأسبوعين الماضيين، داعيا الجانبين إلى ضبط النفس واحترام ما تم الاتفاق عليه في العاصمة قبل أربعة أشهر.
`

func BenchmarkDatesAndFigures(b *testing.B) {
	lex, err := lexicon.Load()
	if err != nil {
		b.Fatal(err)
	}
	src := strings.Repeat(article, 40)
	t := arabic.New(src)
	tg := lex.Tag(t)
	bs := []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph, Anchor: "2031-05-14"}}
	doc := &text.Document{Text: src}
	pages := make([]*page.Page, 0, 64)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		r := &fact.Reading{Text: src, Blocks: bs}
		b.StartTimer()
		r.Dates = dates.Resolve(t, dates.Expressions(t), bs)
		b.StopTimer()
		p := page.New(doc, tg, r)
		b.StartTimer()
		figures.Find(p)
		pages = pages[:0]
	}
}
