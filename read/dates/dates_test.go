package dates

import (
	"math/rand/v2"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
	"mahdar/text"
)

// Formatting any day in every vocabulary and reading it back gives the day.
func TestEveryVocabularyIsReadBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		d := calendar.DayOf(1950, 1, 1) + calendar.Day(rng.IntN(365*120))
		for v := calendar.Common; v <= calendar.HijriNames; v++ {
			src := "وقع الاتفاق في " + calendar.Write(d, v) + " بالقصر"
			got := read(src, "")
			if len(got) != 1 || got[0].EDTF != d.String() || got[0].Basis != "explicit" {
				t.Fatalf("%q: %+v, want %v", src, got, d)
			}
		}
	}
}

// A resolved day lies on the weekday that its words name.
func TestWeekdayIsTheOneNamed(t *testing.T) {
	frames := []string{"قال المتحدث %s إن الجولة فشلت.", "سيلتقي الوفدان %s في القصر.", "الوفد في النهر %s.", "وقع الهجوم يوم %s الماضي.", "تبدأ الجولة %s المقبل.",
		"أعلن مساء %s انسحابه.", "منذ %s والطريق مغلق.", "تستمر الهدنة حتى %s."}
	for d := calendar.DayOf(2031, 4, 20); d < calendar.DayOf(2031, 6, 20); d++ {
		for w := range 7 {
			for _, f := range frames {
				src := strings.Replace(f, "%s", calendar.WeekdayName(w), 1)
				got := read(src, d.String())
				if len(got) != 1 {
					t.Fatalf("%q: %+v", src, got)
				}
				at, err := calendar.Parse(got[0].EDTF)
				if err != nil || at.ToDay().Weekday() != w || at.ToDay() < d-7 || at.ToDay() > d+7 {
					t.Fatalf("%q on %v: %s, want a %s within a week", src, d, got[0].EDTF, calendar.WeekdayName(w))
				}
			}
		}
	}
}

func TestWordsWinOverTheGivenDay(t *testing.T) {
	for _, c := range []struct{ name, src, anchor, want, note string }{
		{"stamped a day late", "يجتمع الوزراء غدا الخميس في النهر، وقد وصلوا أمس.", "2031-05-15", "2031-05-15 2031-05-13", "the words count from 2031-05-14"},
		{"what stands before it", "وصل الوفد اليوم.\nيبدأ الحوار غدا الخميس.", "2031-05-15", "2031-05-14 2031-05-15", "the words count from 2031-05-14"},
		{"not what kept to the day", "أعلن مساء اليوم الأربعاء فشل الجولة.\nواتهم الوفد أمس الأربعاء الوسيط، وغادر اليوم.", "2031-05-14", "2031-05-14 2031-05-14 2031-05-15", "the words count from 2031-05-15"},
		{"too far off", "قال اليوم الأحد إنه عائد.", "2031-05-14", "2031-05-14", ""},
	} {
		bs := []fact.Block{{Span: text.Span{Start: 0, End: len(c.src)}, Kind: fact.Paragraph, Anchor: c.anchor}}
		v := arabic.New(c.src)
		var got, notes []string
		for _, d := range Resolve(v, Expressions(v), bs) {
			got = append(got, d.EDTF)
			notes = append(notes, d.Note)
		}
		if strings.Join(got, " ") != c.want || !strings.Contains(strings.Join(notes, " "), c.note) {
			t.Errorf("%s: %s %q, want %s", c.name, got, notes, c.want)
		}
	}
}

func TestDateThatIsNotItsWeekday(t *testing.T) {
	got := read("عقد اللقاء الخميس 14 مايو 2031 في القصر.", clock)
	if len(got) != 1 || got[0].EDTF != "2031-05-14" || got[0].Note == "" {
		t.Errorf("%+v, want the date with a note", got)
	}
}

// Without an anchor nothing is guessed.
func TestUnresolved(t *testing.T) {
	for src, want := range map[string]string{
		"قال الثلاثاء إنه عائد": "XXXX-XX-XX@tuesday", "يعود الأربعاء المقبل": "XXXX-XX-XX@next-wednesday", "وصل أمس": "XXXX-XX-XX@yesterday",
		"وصل الأسبوع الماضي": "XXXX-XX-XX@last-week", "يبدأ في 22 فبراير": "XXXX-02-22", "في مارس الماضي": "XXXX-03", "قبل أربعة أيام وصل": "XXXX-XX-XX@last-4-days",
		"في الخامس والعشرين من الشهر الجاري": "XXXX-XX-25", "العام الماضي": "XXXX@last-year", "الصيف الماضي": "XXXX@last-summer", "خلال شهر رمضان": "XXXX@hijri",
		"في اليوم التالي": "XXXX-XX-XX@same-day", "أول من أمس": "XXXX-XX-XX@2-days-ago",
	} {
		got := read(src, "")
		if len(got) != 1 || got[0].EDTF != "" || got[0].Form != want {
			t.Errorf("%q: %+v, want %s unresolved", src, got, want)
		}
	}
}

func TestBoilerplateIsLeftOut(t *testing.T) {
	src := "وصل أمس. وعاد غدا"
	v := arabic.New(src)
	at := strings.Index(src, " وعاد")
	got := Resolve(v, Expressions(v), []fact.Block{{Span: text.Span{Start: 0, End: at}, Kind: fact.Boilerplate, Anchor: clock}, {Span: text.Span{Start: at, End: len(src)}, Kind: fact.Paragraph, Anchor: clock}})
	if len(got) != 1 || got[0].EDTF != "2031-05-15" {
		t.Errorf("%+v", got)
	}
}

func TestExplicit(t *testing.T) {
	v := arabic.New("الخميس، 15 أيار 2031 10:57 ص\nقال أمس إن الجولة بدأت في مارس 2031 و5 شوال 1436هـ كان يوما")
	got := Explicit(Expressions(v))
	if len(got) != 2 || got[0].EDTF != "2031-05-15T10:57" || got[1].EDTF != "2015-07-21" {
		t.Errorf("%+v", got)
	}
}

// Hostile repetition costs no more a byte than news.
func TestLinear(t *testing.T) {
	for _, w := range []string{"قبل ", "من ", "بين ", "صباح ", "منتصف ", "هذا ", "1 يناير - ", "من 1 ", "بعد نهاية ", "الأحد و", "23 و24 و", "اليوم ("} {
		src := strings.Repeat(w, 200000/len(w))
		v := arabic.New(src)
		if n := len(Expressions(v)); n > len(v.Tokens) {
			t.Errorf("%q: %d expressions", w, n)
		}
	}
}

func FuzzDates(f *testing.F) {
	f.Add("مساء اليوم الخميس 23 و24 يناير/ كانون ثانٍ الماضي، قبل نحو شهر من 15 مارس، ليل الأحد - الاثنين", "2031-05-14")
	f.Add("شهر رمضان 1453هـ في غضون أسبوعين الأيام الثلاثين أو الستين المقبلة الساعة (11:59) مساءً", "1-")
	f.Add("أول يوم من شهر صفر 30 صفر القرن الماضي اليوم نفسه العام التالي صيف", "9999-12-31")
	f.Fuzz(func(t *testing.T, src, day string) {
		last := 0
		for _, d := range read(src, day) {
			if d.Start < last || d.End <= d.Start || d.End > len(src) {
				t.Fatalf("%q: span %v after %d", src, d.Span, last)
			}
			last = d.End
			if d.EDTF == "" && d.Form == "" || d.Rule == "" || d.Basis == "" {
				t.Fatalf("%q: %+v", src, d)
			}
		}
	})
}

func BenchmarkDates(b *testing.B) {
	src := strings.Repeat("أعلنت بعثة الوساطة في مدينة القمر، مساء الثلاثاء، أن أطراف النزاع في إقليم الوادي اتفقت على هدنة تبدأ فجر الخميس المقبل وتستمر خمسة أيام، وأن الوفدين سيلتقيان يومي 19 و20 مايو/أيار لبحث آلية تبادل الأسرى بحضور ممثلين عن الدول الضامنة والمنظمات الإنسانية العاملة في الإقليم.\n", 100)
	v := arabic.New(src)
	bs := []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph, Anchor: clock}}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(v, Expressions(v), bs)
	}
}
