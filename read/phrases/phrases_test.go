package phrases_test

import (
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/phrases"
	"mahdar/text"
)

var loaded *lexicon.Lexicon

// open lays out a page with its names found.
func open(t testing.TB, src string) *page.Page {
	t.Helper()
	if loaded == nil {
		l, err := lexicon.Load()
		if err != nil {
			t.Fatal(err)
		}
		loaded = l
	}
	doc := &text.Document{Text: src}
	r := &fact.Reading{Text: src, Blocks: []fact.Block{{Span: text.Span{End: len(src)}, Kind: fact.Paragraph}}}
	p := page.New(doc, loaded.Tag(arabic.New(src)), r)
	names.Find(p)
	return p
}

// TestExtent gives phrases as «taken | what follows».
func TestExtent(t *testing.T) {
	for _, s := range []string{
		"وزير الخارجية الروسي | في مؤتمر صحفي",
		"وزير الخارجية الروسي سيرغي لافروف | إن الوفد وصل",
		"مبعوث الأمم المتحدة إلى اليمن | أن الجولة بدأت",
		"مصدر في وزارة الدفاع | إن القصف توقف",
		"مصادر رسمية | مقتل جنديين",
		"متحدث باسم المعارضة | روسيا بالقصف",
		"القيادي في حركة حماس | أن الوفد عاد",
		"السفير اليمني | من المجلس الانسحاب",
		"المسؤول | لوكالة رويترز إن",
		"الحكومة اليمنية | هدنة السبت",
		"المتحدث | الذي رافق الوزير",
		"الأمين العام لحزب الله | إلى وقف القتال",
		"سيرغي لافروف | الأكراد بأنهم",
		"الجيش | المقترح أمس",
		"القيادة المشتركة | القرية",
		"المعارضة | بوقف القصف",
		"الفصائل المعارضة للنظام | بوقف القصف",
		"القوات القمرية | الجمعية",
		"الوحدات الحدودية | الرعاية",
		"والمتمردين الحوثيين | في المدينة",
		"والوفد المرافق | له في الزيارة",
		"والبعثة | الأطراف إلى",
		"والحركة | التوصل إلى",
		"والجبهة | التزامهما",
		"وفد المعارضة | من المفاوضات",
		"وفد من الحركة | إلى المدينة",
	} {
		want, rest, _ := strings.Cut(s, " | ")
		p := open(t, want+" "+rest)
		end := phrases.Extent(p, 0, phrases.Walk{Limit: len(p.Tokens)})
		if got := p.Words(0, end); got != want {
			t.Errorf("the phrase that opens %q is %q, want %q", want+" "+rest, got, want)
		}
	}
}

func TestBoundedExtentTakesAppositions(t *testing.T) {
	p := open(t, "سيرغي لافروف، وزير الخارجية الروسي، إن الوفد وصل")
	limit := 0
	for p.Word(limit) != "ان" {
		limit++
	}
	end := phrases.Extent(p, 0, phrases.Walk{Limit: limit, Bounded: true})
	if got := p.Words(0, end); got != "سيرغي لافروف، وزير الخارجية الروسي" {
		t.Errorf("read %q", got)
	}
}

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		word                string
		definite, adjective bool
	}{
		{"الوزير", true, false}, {"التزام", false, false}, {"إلزام", false, false}, {"الروسية", true, true}, {"الإسلاميون", true, true}, {"رسمية", false, true},
	} {
		p := open(t, c.word)
		if d := phrases.Definite(p, 0); d != c.definite {
			t.Errorf("Definite(%s) = %v", c.word, d)
		}
		if a := phrases.Adjective(p, 0); c.adjective && !a {
			t.Errorf("Adjective(%s) = %v", c.word, a)
		}
	}
	for word, finite := range map[string]bool{"يقولون": true, "أعلنت": true, "الوزير": false, "والتي": false, "بلاده": false} {
		if got := phrases.FiniteVerb(open(t, word), 0); got != finite {
			t.Errorf("FiniteVerb(%s) = %v", word, got)
		}
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		src    string
		quotes string // the words of each, joined by |; unclosed ones end in …
	}{
		{"قال «أول» ثم “ثان” ثم \"ثالث\".", "أول|ثان|ثالث"},
		{"قال ”معكوس” هنا", "معكوس"},
		{"قال «خارج «داخل» خارج»", "خارج «داخل» خارج|داخل"},
		{"قال \"بلا نهاية.\nسطر آخر", "بلا نهاية.…"},
		{"لا شيء هنا", ""},
		{"» مغلقة بلا فتح", ""},
	} {
		p := open(t, c.src)
		var got []string
		for _, q := range phrases.FindQuotes(p).List {
			w := p.Words(q.Open+1, min(q.Close, len(p.Tokens)))
			if !q.Closed {
				w += "…"
			}
			got = append(got, w)
		}
		if s := strings.Join(got, "|"); s != c.quotes {
			t.Errorf("quotations of %q are %q, want %q", c.src, s, c.quotes)
		}
	}
}

func FuzzExtentAndQuotes(f *testing.F) {
	f.Add("قال «وزير الخارجية ( الروسي \" إن”")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<12 {
			return
		}
		p := open(t, strings.ToValidUTF8(src, "?"))
		q := phrases.FindQuotes(p)
		for _, x := range q.List {
			if x.Open < 0 || x.Close <= x.Open || x.Close > len(p.Tokens) || x.Outer >= len(q.List) {
				t.Fatalf("quotation %+v of %d tokens", x, len(p.Tokens))
			}
		}
		for i := range p.Tokens {
			for _, bounded := range []bool{false, true} {
				if end := phrases.Extent(p, i, phrases.Walk{Limit: len(p.Tokens), Bounded: bounded}); end < i || end > len(p.Tokens) {
					t.Fatalf("the phrase at token %d ends at %d of %d", i, end, len(p.Tokens))
				}
			}
		}
	})
}

func BenchmarkQuotes(b *testing.B) {
	src := strings.Repeat("قال الوزير «الباب مفتوح» وأضاف \"الطريق طويل\".\n", 500)
	p := open(b, src)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		phrases.FindQuotes(p)
	}
}
