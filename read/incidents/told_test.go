package incidents

import (
	"slices"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/lexicon"
)

// told are sentences with all that is to be read in them: each deed as its type,
// who did it, and after > to whom. Sentences that a rule must leave alone stand beside
// those that it changes.
var told = []struct {
	sentence string
	deeds    []string
}{
	// the name of talks or of an agreement is no ceasefire and no shot
	{"تبادل مسلحون إطلاق النار مع الشرطة في عدن.", []string{"ASSAULT مسلحون > الشرطة"}},
	{"اتفقت الحكومة القمرية والحركة على وقف إطلاق النار في إقليم الجبل.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"أعلنت الحكومة القمرية وقف إطلاق النار مع المتمردين.", []string{"RETREAT الحكومة القمرية > المتمردين"}},
	{"وصل الوسيط القطري سالم الأحمر إلى عدن للمشاركة في مفاوضات وقف إطلاق النار في الجبل، التي تعقد في أجواء هادئة.", []string{"CONSULT سالم الأحمر >"}},
	{"الحكومة القمرية هي الضامن لوقف إطلاق النار.", nil},
	// the subject of what came of it is what happened, and nobody told before
	{"اجتمعت الحكومة القمرية والحركة في عدن بعد حرب أودت بحياة المئات.", []string{"ASSAULT > المئات", "CONSULT الحركة;الحكومة القمرية >"}},
	{"شنت الحكومة القمرية هجوما استمر 22 يوما أسفر عن مقتل 40 شخصا.", []string{"ASSAULT الحكومة القمرية > 40 شخصا"}},
	{"أسفر الهجوم عن مقتل وإصابة المئات.", []string{"ASSAULT > المئات"}},
	{"أسفر الصراع عن مقتل أكثر من أربعة آلاف شخص.", []string{"ASSAULT > أكثر من أربعة آلاف شخص"}},
	{"أسفر الهجوم عن مقتل 12 من المسلحين.", []string{"ASSAULT > 12 من المسلحين"}},
	// an adjective of time is no verb
	{"كتب القيادي سالم الأحمر في وقت لاحق تعليقا.", nil},
	{"لاحق الجيش المتمردين في الجبل.", []string{"COERCE الجيش > المتمردين"}},
	// the sides of «بين» meet and agree; who tells of it or has a part in it is not one of them
	{"رحبت الأمم المتحدة بتوقيع اتفاق السلام بين الحكومة القمرية والحركة في عدن.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"سارعت قطر إلى التوسط بين الحكومة القمرية والحركة في عدن.", []string{"CONSULT قطر > الحركة;الحكومة القمرية"}},
	{"شهدت المدينة معارك بين شباب الحي ومسلحي الحركة.", []string{"ASSAULT شباب الحي > مسلحي الحركة"}},
	{"ذكرت وكالة رويترز أن محادثات استمرت عشر ساعات مع وفد الحركة في عدن.", []string{"CONSULT > وفد الحركة"}},
	{"قال الوزير سالم الأحمر إن محادثات استمرت عشر ساعات مع وفد الحركة في عدن.", []string{"CONSULT سالم الأحمر > وفد الحركة"}},
	// a round of talks is no journey of who announces it
	{"أعلن الوسيط سالم الأحمر انطلاق الجولة السادسة في عدن.", nil},
	{"بدأت في عدن جولة جديدة من المفاوضات بين الحكومة القمرية والحركة.", []string{"CONSULT الحركة;الحكومة القمرية >"}},
	{"بدأ الوزير سالم الأحمر جولة في الخليج.", []string{"CONSULT سالم الأحمر >"}},
	// what a blast shakes or strikes is no author of it, and what blows up is its means
	{"هزت أربعة انفجارات مدينة عدن أمس.", []string{"ASSAULT > عدن"}},
	{"استهدف تفجير عبوة ناسفة دورية للجيش، ما أدى إلى مصرع جندي.", []string{"ASSAULT > جندي;دورية للجيش"}},
	{"ضرب هجوم المتمردين قافلة للجيش.", []string{"ASSAULT المتمردين > قافلة للجيش"}},
	// «أي» is said of what was not done
	{"نفى المتمردون أن يكونوا شنوا أي هجمات على القرية.", nil},
	{"غادر الوفد عدن دون توقيع أي اتفاق مع الحركة.", nil},
	{"قال الوزير سالم الأحمر إن المحادثات فشلت في التوصل لأي اتفاق مع الحركة.", nil},
	{"قتل أي أمل في إحياء المحادثات.", nil},
	{"شن المتمردون هجمات على القرية.", []string{"ASSAULT المتمردون > القرية"}},
	// talks that were held have been held, though they stopped
	{"كانت قطر طرفا في المحادثات السورية التركية التي جرت في الدوحة ثم توقفت.", []string{"CONSULT تركيا;سوريا >"}},
	{"لا أثر اليوم للمحادثات السورية التركية التي توقفت في الدوحة.", nil},
	// a person is no adjective of what is done to him
	{"تم إطلاق سراح جندي قمري من بين سبعة.", []string{"RETREAT > جندي قمري"}},
	// who changes his mind leaves no ground, what is stopped is not arrested
	{"تراجع الرئيس القمري سالم الأحمر عن موقفه.", nil},
	{"تراجعت القوات الحكومية من مدينة عدن.", []string{"RETREAT القوات الحكومية >"}},
	{"أوقف الرئيس القمري البناء في الجزيرة.", nil},
	{"أوقفت الشرطة عشرين ناشطا في عدن.", []string{"COERCE الشرطة > عشرين ناشطا"}},
	// those with whom the dead fought killed them
	{"قتل ستة مسلحين في مواجهات مع القوات الحكومية في عدن.", []string{"ASSAULT القوات الحكومية > ستة مسلحين"}},
	{"ألغت الحكومة القمرية زيارة الوزير إلى قطر والعجز المالي الكبير.", []string{"SANCTION الحكومة القمرية > قطر"}},
	// names and numbers are kept whole, «آخر» names nobody
	{"التقى الوسيط القطري سالم الأحمر ممثلين من حركة \"الفجر\" في عدن.", []string{"CONSULT سالم الأحمر > ممثلين من حركة \"الفجر\""}},
	{"قتل حوالي 29 جنديا في عدن.", []string{"ASSAULT > حوالي 29 جنديا"}},
	{"هاجم الجيش على الأقل 3 مواقع للحركة في عدن.", []string{"ASSAULT الجيش > 3 مواقع للحركة"}},
	{"أسفرت الجهود عن اتفاق آخر بين الحكومة القمرية والحركة.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"تبحث الحركة إعادة الجثث مقابل الإفراج عن 50 سجينا.", nil},
	// those whom a meeting gathers met
	{"تحدث عن اللقاء الذي جمع الرئيس القمري مع وفد الحركة في عدن.", []string{"CONSULT الرئيس القمري > وفد الحركة"}},
	{"تحدث عن محادثات ضمت وفدي الحكومة والمعارضة في عدن.", []string{"CONSULT المعارضة;وفدي الحكومة >"}},
	{"تجمع الشركة معلومات عن السوق.", nil},
	// an agreement that was come to
	{"ذكر الاتفاق الذي تم التوصل إليه بين الحكومة القمرية والحركة.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"ذكر الاتفاق الذي سيتم التوصل إليه بين الطرفين.", nil},
	// who took a place, and whose operations they were
	{"أعلن ذلك بعد استعادة قوات التحالف مدينة عدن أمس.", []string{"ASSAULT قوات التحالف >"}},
	{"تواصلت العمليات العسكرية للجيش الوطني في مدينة عدن.", []string{"ASSAULT الجيش الوطني >"}},
	// what is to be held, and what was put off
	{"من المقرر عقد جولة جديدة من المفاوضات بين الحكومة القمرية والحركة في عدن.", nil},
	{"ومن المقرر عقد اجتماع بين الحكومة القمرية والحركة في عدن الأحد.", nil},
	{"كان مقررا عقد اجتماع بين الحكومة القمرية والحركة في عدن الأحد.", nil},
	{"أعلن الوسيط تأجيل المحادثات بين الحكومة القمرية والحركة.", nil},
	{"أعلن الوسيط استئناف المحادثات بين الحكومة القمرية والحركة.", []string{"CONSULT الحركة;الحكومة القمرية >"}},
	// who was killed before something else, was killed
	{"اندلعت أعمال عنف بعد مقتل أحد أفراد القبيلة عند حاجز.", []string{"ASSAULT > أحد أفراد القبيلة"}},
	{"حذر الوزير من مقتل أحد أفراد القبيلة.", nil},
	// who met is named once, and talking before the press is no meeting
	{"انتهت جلسة المباحثات بين الحكومة القمرية والحركة.\nوقال الوسيط إن الحركة التقت وفد الحكومة القمرية.", []string{"CONSULT الحركة;الحكومة القمرية > وفد الحكومة القمرية"}},
	{"كان الوزير سالم الأحمر يتحدث في مؤتمر صحفي مع نظيره التركي.", nil},
	// the arrival of forces, of which others tell
	{"أعلنت مصادر أمنية عن وصول أرتال عسكرية إلى مدينة عدن.", []string{"MOBILIZE أرتال عسكرية >"}},
	// the outbreak of a conflict is told by what broke out
	{"قتل مئات المدنيين منذ اندلاع النزاع المسلح.", []string{"ASSAULT > مئات المدنيين"}},
	{"أعلنت الحركة اندلاع اشتباكات بين الجيش والمتمردين في صعدة.", []string{"ASSAULT الجيش > المتمردين"}},
	{"أدى الحر إلى اندلاع حرائق في مدينة عدن.", nil},
	// the place of what is done there is not where this was done, nor is a mediator
	{"أعادت الحركة الأسلحة التي استولى عليها المسلحون، مع التعهد بعدم مهاجمة السعودية.", nil},
	{"وتجري المحادثات بوساطة روسيا.", nil},
	{"وتجري المحادثات في عدن بوساطة روسيا.", []string{"CONSULT >"}},
	{"بحثت المحادثات مسألة تبادل الأسرى بين الفلسطينيين والإسرائيليين.", nil},
	// where it was is not who did it, and a drone no march
	{"شهد إقليم الجبل هجمات بطائرات مسيرة استهدفت منشآت حيوية.", []string{"ASSAULT > منشآت حيوية"}},
	{"شارك المئات في مسيرة في عدن ضد الحكومة.", []string{"PROTEST المئات > الحكومة"}},
	// a relative clause speaks of the last of two events, and may only say which one it is
	{"تركز على الحد من القتال واستئناف محادثات السلام، التي جرت في عدن.", []string{"CONSULT >"}},
	{"تحدث عن المفاوضات التي يقودها الوسيط القطري سالم الأحمر.", nil},
	{"تحدث عن المفاوضات التي أجراها الوسيط القطري سالم الأحمر في عدن.", []string{"CONSULT سالم الأحمر >"}},
	// the doer for genitive, who suffers after ل
	{"تواصل قمع الشرطة للمتظاهرين في عدن.", []string{"COERCE الشرطة > المتظاهرين"}},
	{"أعلن تدمير القوات للجسر.", []string{"ASSAULT القوات > الجسر"}},
	{"جاء ذلك بعد اعتقال زعيم للحركة في عدن.", []string{"COERCE > زعيم للحركة"}},
	{"أوقفت قطر ضخ النفط.", nil},
	{"أوقفت سوريا رسميا المفاوضات غير المباشرة.", nil},
	// a land is sunk in war by no blow, and a crowd that takes in ministers is no force
	{"قال الوزير إن الانقلاب أغرق السودان في حرب أهلية.", nil},
	{"أغرقت القوات البحرية زورقا للمتمردين.", []string{"ASSAULT القوات البحرية > زورقا"}},
	{"تحدث أمام الحشد الذي ضم نبيل الأحمر وسالم الأحمر.", nil},
	// what a truce is said to be, and that a fight goes on
	{"وقال إن الهدنة بداية لجميع الأطراف لإعادة النظر في مواقفها تماشيا مع الحكومة القمرية.", nil},
	{"وقال إن القتال مستمر في مدينة عدن.", []string{"ASSAULT >"}},
	// to appoint is written like to aid
	{"عينت الحركة سالم الأحمر زعيما جديدا لها.", nil},
	// the verb of another clause
	{"بعد جلسة المفاوضات قامت طائرات حربية بقصف قرية الزيتون.", []string{"ASSAULT طائرات حربية > قرية الزيتون"}},
	// support that goes on is no event
	{"قالت الحركة إن روسيا، التي تدعم الحكومة، بلد بعيد.", nil},
	{"ساعدت روسيا الحكومة في عدن.", []string{"AID روسيا > الحكومة"}},
}

func TestTold(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range told {
		p := newPage(lex, c.sentence)
		Find(p)
		var got []string
		for _, in := range p.Reading.Incidents {
			got = append(got, brief(in))
		}
		slices.Sort(got)
		if !slices.Equal(got, c.deeds) {
			t.Errorf("%s\n got %q\nwant %q", c.sentence, got, c.deeds)
		}
	}
}

// brief is a deed in one line.
func brief(in fact.Incident) string {
	actor, recipient := slices.Sorted(slices.Values(in.Actor)), slices.Sorted(slices.Values(in.Recipient))
	return strings.TrimSpace(strings.Join(strings.Fields(in.Type+" "+strings.Join(actor, ";")+" > "+strings.Join(recipient, ";")), " "))
}
