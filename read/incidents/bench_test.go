package incidents

import (
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/text"
)

// bench is an invented report.
const bench = `أعلنت وزارة الداخلية في جمهورية السهل أمس مقتل ثلاثة جنود وإصابة خمسة آخرين في هجوم شنه مسلحون مجهولون على حاجز للجيش قرب مدينة النخيل.
وقال المتحدث باسم الوزارة سالم الأحمر إن القوات الحكومية قصفت مواقع للمتمردين في جبل الريح، وإن طائرات حربية نفذت أربع غارات على القرية.
والتقى وزير خارجية السهل عادل الخطيب نظيره الشمالي في العاصمة، وبحث معه سبل تنفيذ اتفاق الهدنة الذي وقعه الطرفان الشهر الماضي.
وتظاهر مئات الطلاب أمام مقر الحكومة احتجاجا على الغلاء، وفرقت الشرطة المتظاهرين بالغاز المسيل للدموع واعتقلت عشرين منهم.
وفرض مجلس الأمن الدولي عقوبات على قادة الحركة، بينما أفرجت الحركة عن سبعة أسرى بعد وساطة قادها المبعوث الأممي.
`

func BenchmarkFind(b *testing.B) {
	lex, err := lexicon.Load()
	if err != nil {
		b.Fatal(err)
	}
	p := newPage(lex, strings.Repeat(bench, 10))
	b.SetBytes(int64(len(p.Doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Reading.Incidents = nil
		Find(p)
	}
}

// newPage reads src up to this stage.
func newPage(lex *lexicon.Lexicon, src string) *page.Page { return blockPage(lex, src, fact.Paragraph) }

// blockPage is newPage for a text that is one block of a kind.
func blockPage(lex *lexicon.Lexicon, src string, kind fact.BlockKind) *page.Page {
	doc := &text.Document{Text: src}
	r := &fact.Reading{Text: src, Blocks: []fact.Block{{Span: text.Span{End: len(src)}, Kind: kind}}}
	p := page.New(doc, lex.Tag(arabic.New(src)), r)
	names.Find(p)
	statements.Find(p)
	return p
}
