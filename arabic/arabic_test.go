package arabic

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mahdar/text"
)

func ExampleNew() {
	t := New("أكّد د. سالم الأحمر «التزام» الطرفين بالهدنة. ولم يزد.")
	for _, s := range t.Sentences {
		fmt.Println(s.Span.In(t.Source))
	}
	fmt.Println(t.Tokens[0].Word, t.Tokens[0].Span().In(t.Source))
	// Output:
	// أكّد د. سالم الأحمر «التزام» الطرفين بالهدنة.
	// ولم يزد.
	// اكد أكّد
}

func TestParticles(t *testing.T) {
	for _, c := range []struct{ word, stem string }{
		{"وللجيش", "الجيش"}, {"للبنان", "لبنان"}, {"فقال", "قال"}, {"بالهدنه", "الهدنه"},
		{"سيقول", "يقول"}, {"وسيقول", "يقول"}, {"كالعاده", "العاده"}, {"وزير", "وزير"},
	} {
		as := Particles(c.word, nil)
		if !slices.ContainsFunc(as, func(a Analysis) bool { return a.Stem == c.stem }) {
			t.Errorf("%s: no %s in %+v", c.word, c.stem, as)
		}
	}
	for _, c := range []struct{ word, stem, pro string }{{"حكومته", "حكومه", "ه"}, {"اعلنوه", "اعلنوا", "ه"}, {"نفاها", "نفي", "ها"}, {"قوله", "قول", "ه"}} {
		as := Pronouns(Analysis{Stem: c.word}, nil)
		if !slices.ContainsFunc(as, func(a Analysis) bool { return a.Stem == c.stem && a.Pronoun == c.pro }) {
			t.Errorf("%s: no %s+%s in %+v", c.word, c.stem, c.pro, as)
		}
	}
}

func TestConjugate(t *testing.T) {
	for _, c := range []struct{ past, present, want string }{
		{"قال", "يقول", "قال قالت قالوا قلت قلنا قالا يقول تقول يقولون يقل اقول نقول"},
		{"أشار", "يشير", "اشار اشارت اشاروا اشرت يشير تشير يشيرون يشر"},
		{"دعا", "يدعو", "دعا دعت دعوا دعوت يدعو تدعو يدعون يدع ندعو"},
		{"نفى", "ينفي", "نفي نفت نفوا نفيت ينفي تنفي ينفون ينف"},
		{"حثّ", "يحثّ", "حث حثت حثوا حثثنا يحث تحث يحثون"},
		{"رأى", "يرى", "راي رات راوا يري تري يرون"},
		{"أكّد", "يؤكّد", "اكد اكدت اكدوا اكدن يوكد توكد يوكدون"},
		{"قاتل", "يقاتل", "قاتل قاتلت قاتلوا يقاتل يقاتلون"},
		{"التقى", "يلتقي", "التقي التقت التقوا التقيا يلتقي يلتقون يلتقيان"},
	} {
		var got []string
		for _, f := range Conjugate(c.past, c.present) {
			got = append(got, f.Word)
		}
		for _, w := range strings.Fields(c.want) {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no %s in %v", c.past, w, got)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		src  string
		want int
	}{
		{"قال «نعم.» ثم مضى. وعاد!", 3},
		{"بلغ 3.5 مليون. وانتهى", 2},
		{"نشرته ب.ب.سي أمس. ثم", 2},
		{"المتحدث بي. جي سميث قال", 1},
		{"وقال لقناة (سي.بي.سي) أمس", 1},
		{"بثته سي بي سي. في المقابل", 2},
		{"نشرته سي.ان.ان. وقال", 2},
		{"سطر\nسطر آخر\n\nثالث", 3},
		{"وقف... ثم قال إن", 1},
	} {
		got := New(c.src)
		if len(got.Sentences) != c.want {
			t.Errorf("%q: %d sentences, want %d", c.src, len(got.Sentences), c.want)
		}
	}
}

// What has no stop is cut after a comma, else before «and», else where it must be.
func TestLongSentences(t *testing.T) {
	for _, c := range []struct{ src, begins string }{
		{strings.Repeat("سار الوفد ليلا ", 80) + "، ثم " + strings.Repeat("عاد الوفد نهارا ", 80), "ثم"},
		{strings.Repeat("سار الوفد ليلا ", 80) + "وعاد " + strings.Repeat("الوفد نهارا ", 120), "وعاد"},
		{strings.Repeat("سار الوفد ليلا ", 150), "الوفد"},
	} {
		got := New(c.src)
		if len(got.Sentences) != 2 || got.Sentences[0].Last > longest || got.Tokens[got.Sentences[1].First].Word != c.begins {
			t.Errorf("%.40q: %d sentences, the last begins with %q", c.src, len(got.Sentences), got.Tokens[got.Sentences[len(got.Sentences)-1].First].Word)
		}
	}
}

func FuzzNew(f *testing.F) {
	for _, s := range []string{"وقالـت «\u200fﺃﻓﺎﺩﺕ\u200e» ٣٫٥ \u00a0ﷲ ", "\xff\xc3", "a.b...\r\n\n''ك''", "إنَّ\u0651", "\u0651\u064b", "\x00أ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		v := New(src)
		prev := 0
		for i, k := range v.Tokens {
			if k.Start < prev || k.End <= k.Start && k.Word != "" && k.End < k.Start || k.End > len(src) {
				t.Fatalf("token %d %q at [%d,%d) after %d", i, k.Word, k.Start, k.End, prev)
			}
			if k.Start > prev {
				prev = k.Start
			}
			if utf8.ValidString(src) && !utf8.ValidString(k.Span().In(src)) {
				t.Fatalf("token %d cuts a letter", i)
			}
			for n := 0; n <= len(k.Word); n++ {
				if at := v.Inner(i, n); at < k.Start || at > k.End {
					t.Fatalf("inner %d of %q is %d", n, k.Word, at)
				}
			}
		}
		last := 0
		for _, s := range v.Sentences {
			if s.First != last || s.Last <= s.First {
				t.Fatalf("sentences leave a gap at %d: %+v", last, s)
			}
			last = s.Last
		}
		if last != len(v.Tokens) {
			t.Fatalf("sentences end at %d of %d", last, len(v.Tokens))
		}
		_ = text.Span{}
		sameWords(t, src)
	})
}

// sameWords fails where the words whose size is known when their letters are folded are not
// those that are found letter by letter, or where room that another text was laid out in
// makes a difference.
func sameWords(t *testing.T, src string) {
	t.Helper()
	want := New(src)
	for i := range len(want.folded) {
		if !utf8.RuneStart(want.folded[i]) {
			want.at[i] = 0
		}
	}
	want.Tokens = nil
	want.tokenise()
	room := new(Room)
	room.New("وقال الوفد، أمس: «ستفتح المعابر غدا» و عاد إلى العاصمة ليلا.")
	if got := room.New(src); !slices.Equal(got.Tokens, want.Tokens) {
		t.Fatalf("%q: %q, letter by letter %q", src, words(got), words(want))
	}
}

func words(v *Text) (out []string) {
	for _, k := range v.Tokens {
		out = append(out, k.Word)
	}
	return out
}

func TestWordsKnownByFolding(t *testing.T) {
	for _, src := range []string{
		"وقال الوفد، أمس: «ستفتح المعابر غدا» و عاد إلى العاصمة ليلا.",
		"وصلَ الوفدُ  أمس ،ثم عاد؛فلما سئل؟ و قال و", "ݐالوفد غادر، ثم عاد", "الوفـد غادر", "2الوفد غادر", "أ ب، ج ـ د ٣ ﷺ هـ و", "ﻗﺎل الوفد ﻗﺎل", "كلمة", " كلمة ", "، كلمة، كلمة،", "x كلمة y كلمة ءكلمة\nكلمة كلمة\n",
	} {
		sameWords(t, src)
	}
}

// TestFold holds the quick ways of folding to the rule by runes.
func TestFold(t *testing.T) {
	for r := rune(0); r < 0x10000; r++ {
		var want []rune
		foldInto(r, func(f rune) { want = append(want, f) })
		in := "ا" + string(r) + "B"
		if got := Fold(in); got != "ا"+string(want)+"b" {
			t.Fatalf("%U folds to %q, want %q", r, got, string(want))
		}
		if v := New(in); v.folded != Fold(in) || len(v.at) != len(v.folded)+1 {
			t.Fatalf("%U: view %q, want %q", r, v.folded, Fold(in))
		}
	}
	if s := strings.Repeat("ﷺ\xff", 40); New(s).folded != Fold(s) {
		t.Error("the view of signs that stand for phrases is not what Fold gives")
	}
	if Fold("\xd8a") != "\ufffda" {
		t.Errorf("a broken byte folds to %q", Fold("\xd8a"))
	}
}

func BenchmarkNew(b *testing.B) {
	src := strings.Repeat("وقال المتحدث باسم الوفد إن المحادثات ستستأنف يوم الاثنين المقبل، مضيفا أن «الطرفين» ملتزمان بالهدنة.\n", 200)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		New(src)
	}
}

// A و that stands by itself belongs to the word after it, wherever the two are typed.
func TestSplitConjunction(t *testing.T) {
	for src, want := range map[string]string{
		"و قال الوسيط":          "وقال الوسيط",
		"قال، و أضاف":           "قال ، واضاف",
		"الجبهة و الحكومة و17":  "الجبهه والحكومه و 17",
		"«و قال»":               "« وقال »",
		"سَمَو قال":             "سمو قال",
		"دعو قال":               "دعو قال",
		"و 15 جنديا":            "و 15 جنديا",
		"و. كرم":                "و . كرم",
		"و\nقال":                "و قال",
		"الوفد و":               "الوفد و",
		"عشرين و «الجبهة» و ثم": "عشرين و « الجبهه » وثم",
	} {
		tx := New(src)
		var got []string
		for _, k := range tx.Tokens {
			got = append(got, k.Word)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: %q, want %q", src, g, want)
		}
	}
	tx := New("ثم و قال")
	if k := tx.Tokens[1]; k.Span().In(tx.Source) != "و قال" || tx.Source[tx.Inner(1, 2):] != "قال" {
		t.Errorf("stands at %q, its stem at %q", k.Span().In(tx.Source), tx.Source[tx.Inner(1, 2):])
	}
}
