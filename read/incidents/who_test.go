package incidents

import (
	"slices"
	"strings"
	"testing"

	"mahdar/lexicon"
)

// who are sentences with all deeds in them, as in told, of which it is asked who did them to
// whom, and where any of them says, where.
var who = []struct {
	sentence string
	deeds    []string
}{
	// whom «الطرفان» and other duals stand for
	{"اندلعت معارك بين الجيش القمري والحركة في عدن.\nثم اتفق الطرفان على هدنة.", []string{"AGREE الجيش القمري;الحركة >", "ASSAULT الجيش القمري > الحركة"}},
	{"تحدث عن التوتر بين الحكومة القمرية والحركة.\nوقال إن معارك اندلعت بين الطرفين في عدن.", []string{"ASSAULT الحكومة القمرية > الحركة"}},
	{"تحدث عن العلاقات السورية التركية.\nوسارعت قطر إلى التوسط بين البلدين.", []string{"CONSULT قطر > تركيا;سوريا"}},
	{"تحدث عن الأزمة بين دمشق وأنقرة.\nثم وقع البلدان اتفاقا في الدوحة.", []string{"AGREE تركيا;سوريا >"}},
	{"زار الوزير سالم الأحمر عدن.\nثم وقع البلدان اتفاقا في الدوحة.", []string{"AGREE >", "CONSULT سالم الأحمر > اليمن"}},
	{"عقد الوسيط سالم الأحمر محادثات مع الجانبين السوري والتركي.", []string{"CONSULT سالم الأحمر > تركيا;سوريا"}},
	// an office or delegation of two
	{"التقى الوسيط سالم الأحمر وزيري خارجية قطر وتركيا.", []string{"CONSULT سالم الأحمر > وزير خارجية تركيا;وزير خارجية قطر"}},
	{"عقد الوسيط سالم الأحمر محادثات مع رئيس وزراء كل من قطر وتركيا.", []string{"CONSULT سالم الأحمر > رئيس وزراء تركيا;رئيس وزراء قطر"}},
	{"عقد وفدا قطر وتركيا محادثات في عدن.", []string{"CONSULT تركيا;قطر >"}},
	{"وصل وفدا قمريا إلى عدن.", []string{"CONSULT وفدا قمريا >"}},
	// whom some people without a name are of, and who is nobody
	{"شن متشددون من تنظيم الدولة هجوما على القرية.", []string{"ASSAULT تنظيم الدولة الإسلامية > القرية"}},
	{"وصل وفد من قطر إلى عدن.", []string{"CONSULT قطر >"}},
	{"بدأت محادثات بين ممثلين عن الحكومة القمرية وآخرين عن المعارضة في عدن.", []string{"CONSULT الحكومة القمرية;المعارضة >"}},
	{"شن مسلحون من القرية هجوما على عدن.", []string{"ASSAULT مسلحون > عدن"}},
	{"قتل جنديان وأصيب آخرون في عدن.", []string{"ASSAULT > جنديان"}},
	// a town or «العاصمة» is where they meet and none of them, and talks are not held where the war is
	{"شارك الوزير سالم الأحمر في لقاء تم بالعاصمة القطرية.", []string{"CONSULT سالم الأحمر > في الدوحة"}},
	{"اجتمع الوزير سالم الأحمر بوفد الحركة بالعاصمة القطرية.", []string{"CONSULT سالم الأحمر > وفد الحركة في الدوحة"}},
	{"واصلت مدينة عدن استقبال الوفود المشاركة في المحادثات.", []string{"CONSULT > الوفود المشاركة في عدن"}},
	{"استضافت مدينة عدن محادثات بين الحكومة القمرية والحركة.", []string{"CONSULT الحركة;الحكومة القمرية > في عدن"}},
	{"زار الوزير سالم الأحمر مدينة عدن.", []string{"CONSULT سالم الأحمر > مدينة عدن"}},
	{"عقدت الحكومة القمرية محادثات مع الحركة لإنهاء الصراع في دارفور.", []string{"CONSULT الحكومة القمرية > الحركة"}},
	{"عقدت الحكومة القمرية محادثات مع الحركة لبحث السلام في عدن.", []string{"CONSULT الحكومة القمرية > الحركة في عدن"}},
	{"اندلعت الحرب في دارفور.", []string{"ASSAULT > في دارفور"}},
	{"انطلقت في عدن الجولة الثانية من الجهود الرامية إلى محادثات مع الحركة.", []string{"CONSULT > الحركة"}},
	{"وصلت مساعدات قطرية إلى مدينة عدن جنوب اليمن.", []string{"AID قطر > مدينة عدن في عدن"}},
	// a name ends before a participle with its own preposition, a unit has a number, للجنة is اللجنة
	{"قصف الجيش القمري غزة الخاضعة للحركة.", []string{"ASSAULT الجيش القمري > غزة"}},
	{"قتل خمسة جنود في هجوم على الكتيبة 21 في عدن.", []string{"ASSAULT > الكتيبة 21;خمسة جنود في عدن"}},
	{"بدأت في عدن أعمال الجولة السابعة للجنة الوطنية.", []string{"CONSULT > اللجنة الوطنية في عدن"}},
}

func TestWho(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range who {
		p := newPage(lex, c.sentence)
		Find(p)
		var got []string
		for _, in := range p.Reading.Incidents {
			one := brief(in)
			if in.Place != "" && strings.Contains(strings.Join(c.deeds, ""), " في ") {
				one += " في " + in.Place
			}
			got = append(got, one)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.deeds) {
			t.Errorf("%s\n got %q\nwant %q", c.sentence, got, c.deeds)
		}
	}
}
