package incidents

import (
	"slices"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// A case is a sentence and the incident that a rule must read in it. A want of
// "" says nothing of the slot.
type ruleCase struct {
	rule, sentence   string
	kind, mode       string
	actor, recipient string // one of the names, "-" for none at all
	place, weapon    string
}

var cases = []ruleCase{
	// a finite verb with subject and object
	{rule: "verb", sentence: "قصفت القوات الحكومية قرية الزيتون بالمدفعية أمس.", kind: "ASSAULT", mode: "heavy-weapons", actor: "القوات الحكومية", recipient: "قرية الزيتون", weapon: "المدفعية"},
	{rule: "verb", sentence: "اغتال مسلحون مجهولون العقيد سالم الأحمر في مدينة عدن.", kind: "ASSAULT", mode: "targeted", actor: "مسلحون مجهولون", recipient: "سالم الأحمر", place: "عدن"},
	{rule: "verb", sentence: "قتلت القوات الحكومية 11 مسلحا في عملية قرب تدمر.", kind: "ASSAULT", actor: "القوات الحكومية", recipient: "11 مسلحا"},
	{rule: "verb", sentence: "وقال شهود إن جنودا خطفهم مسلحو الحركة نقلوا إلى الجبل.", kind: "ASSAULT", mode: "abduct", actor: "مسلحو الحركة", recipient: "جنودا"},
	{rule: "verb", sentence: "زار المبعوث الأممي مدينة عدن أمس.", kind: "CONSULT", mode: "visit", actor: "المبعوث الأممي", recipient: "مدينة عدن"},
	{rule: "verb", sentence: "اعتقلت الشرطة عشرين ناشطا في الخرطوم.", kind: "COERCE", mode: "arrest", actor: "الشرطة", recipient: "عشرين ناشطا", place: "الخرطوم"},
	{rule: "verb", sentence: "انسحبت القوات الحكومية من مدينة عدن.", kind: "RETREAT", mode: "withdraw", actor: "القوات الحكومية", place: "عدن"},
	{rule: "verb", sentence: "تظاهر مئات الطلاب في تونس ضد الحكومة.", kind: "PROTEST", mode: "demo", actor: "مئات الطلاب", recipient: "الحكومة", place: "تونس"},
	{rule: "verb", sentence: "رشق متظاهرون الشرطة بالحجارة.", kind: "PROTEST", mode: "riot", actor: "متظاهرون", recipient: "الشرطة"},
	{rule: "verb", sentence: "اختطف مسلحون يُعتقد أنهم من الحركة، مسؤولا محليا في تعز.", kind: "ASSAULT", mode: "abduct", actor: "مسلحون", recipient: "مسؤولا محليا"},
	{rule: "verb", sentence: "اختطف مسلحون حوثيون ثلاثة موظفين أمميين في صنعاء.", kind: "ASSAULT", mode: "abduct", actor: "مسلحون حوثيون", recipient: "ثلاثة موظفين أمميين"},
	{rule: "verb", sentence: "اجتمعت الفصائل الفلسطينية في القاهرة.", kind: "CONSULT", place: "القاهرة"},
	{rule: "verb", sentence: "هدمت جرافات الاحتلال ثلاثة منازل في القدس.", kind: "ASSAULT", mode: "destroy", actor: "جرافات الاحتلال", recipient: "ثلاثة منازل", place: "القدس"},
	{rule: "verb", sentence: "استشهد شابان فلسطينيان برصاص قوات الاحتلال في مخيم جنين.", kind: "ASSAULT", actor: "قوات الاحتلال", recipient: "شابان فلسطينيان"},
	{rule: "verb", sentence: "سيطرت الحركة على مساحات واسعة في إقليم دارفور.", kind: "ASSAULT", actor: "الحركة", place: "دارفور"},
	{rule: "verb", sentence: "سيطرت الحركة على بلدة تل في إقليم دارفور.", kind: "ASSAULT", actor: "الحركة", place: "بلدة تل"},
	// a lone phrase that can only suffer
	{rule: "passive", sentence: "قتل خمسة أشخاص على يد مسلحين مجهولين في تعز.", kind: "ASSAULT", actor: "مسلحين مجهولين", recipient: "خمسة أشخاص", place: "تعز"},
	{rule: "passive", sentence: "قتل قيادي في الحركة بغارة إسرائيلية على جنوب لبنان.", kind: "ASSAULT", actor: "إسرائيل"},
	{rule: "passive", sentence: "قتل ثلاثة جنود و19 من المتمردين في المعارك.", kind: "ASSAULT", actor: "-", recipient: "19 من المتمردين"},
	{rule: "passive", sentence: "قتل أكثر من ثمانين مدنيا في غارة للقوات اليمنية على سوق في عمران.", kind: "ASSAULT", actor: "القوات اليمنية", recipient: "أكثر من ثمانين مدنيا"},
	{rule: "passive", sentence: "قتل ثلاثة جنود قرب بغداد.", kind: "ASSAULT", actor: "-", recipient: "ثلاثة جنود"},
	{rule: "passive", sentence: "وذكر مصدر أمني أن أربعة مدنيين أصيبوا بجروح في تعز.", kind: "ASSAULT", actor: "-", recipient: "أربعة مدنيين", place: "تعز"},
	{rule: "light", sentence: "أسفرت العمليات العسكرية المتواصلة عن مقتل 52 شخصا في مدينة تدمر.", kind: "ASSAULT", actor: "-", recipient: "52 شخصا", place: "تدمر"},
	{rule: "passive", sentence: "اختطف صحفي فرنسي في بغداد أمس.", kind: "ASSAULT", mode: "abduct", actor: "-", recipient: "صحفي فرنسي", place: "بغداد"},
	// a light verb with its noun
	{rule: "light", sentence: "شنت طائرات التحالف ثلاث غارات على مواقع المتمردين.", kind: "ASSAULT", actor: "طائرات التحالف", recipient: "مواقع المتمردين"},
	{rule: "light", sentence: "عقد الوزير السوري جلسة مباحثات مع الوسيط القطري في الدوحة.", kind: "CONSULT", actor: "الوزير السوري", recipient: "الوسيط القطري", place: "الدوحة"},
	{rule: "light", sentence: "وقعت الحكومة والحركة اتفاقا في الدوحة.", kind: "AGREE", actor: "الحركة", place: "الدوحة"},
	{rule: "light", sentence: "فرضت الولايات المتحدة عقوبات على إيران.", kind: "SANCTION", actor: "الولايات المتحدة", recipient: "إيران"},
	{rule: "light", sentence: "أطلقت الحركة سراح سبعة أسرى أمس.", kind: "RETREAT", mode: "", actor: "الحركة", recipient: "سبعة أسرى"},
	{rule: "light", sentence: "أدخلت الأمم المتحدة مساعدات إلى مدينة حلب.", kind: "AID", actor: "الأمم المتحدة", place: "حلب"},
	{rule: "light", sentence: "اندلعت اشتباكات بين الجيش والمتمردين في صعدة.", kind: "ASSAULT", actor: "الجيش", recipient: "المتمردين", place: "صعدة"},
	{rule: "light", sentence: "بدأت في العاصمة القطرية الدوحة المحادثات بين الحكومة السودانية والمعارضة.", kind: "CONSULT", actor: "المعارضة", place: "الدوحة"},
	{rule: "light", sentence: "يقوم الوزير القطري بزيارة للعاصمة اليمنية صنعاء.", kind: "CONSULT", mode: "visit", actor: "الوزير القطري", recipient: "اليمن", place: "صنعاء"},
	{rule: "light", sentence: "عقد رئيس الوزراء القطري، الذي يقوم بزيارة لتونس، مباحثات مع السفير الفرنسي إلى المنطقة.", kind: "CONSULT", mode: "visit", recipient: "تونس"},
	// the verbal noun of a light verb
	{rule: "light-noun", sentence: "وجاء ذلك بعد عقد اجتماع مع الوزير القطري في الدوحة أمس.", kind: "CONSULT", recipient: "الوزير القطري", place: "الدوحة"},
	// an event noun
	{rule: "noun", sentence: "قام مسلحون بإطلاق النار على دورية للشرطة في عدن.", kind: "ASSAULT", mode: "firearms", actor: "مسلحون", recipient: "دورية للشرطة", place: "عدن"},
	{rule: "noun", sentence: "نجح الجيش في استعادة السيطرة على مدينة تدمر.", kind: "ASSAULT", actor: "الجيش", place: "تدمر"},
	{rule: "noun", sentence: "وجاء ذلك بعد اغتيال القائد سالم الأحمر في بيروت عام 2012.", kind: "ASSAULT", mode: "targeted", recipient: "سالم الأحمر", place: "بيروت"},
	{rule: "noun", sentence: "وقال خلال لقاء بين الرئيس الفرنسي والمستشارة الألمانية في برلين.", kind: "CONSULT", actor: "المستشارة الألمانية"},
	{rule: "noun", sentence: "جاء اللقاء بعد مكالمة هاتفية بين رئيس الوزراء القطري، سالم الأحمر، ونظيره التركي في أنقرة.", kind: "CONSULT", actor: "نظيره التركي"},
	{rule: "noun", sentence: "أعلنت الحكومة إيقاف العمليات العسكرية في المنطقة الشمالية.", kind: "RETREAT", actor: "الحكومة"},
	{rule: "noun", sentence: "العدوان الإسرائيلي على قطاع غزة عام 2014.", kind: "ASSAULT", actor: "إسرائيل", recipient: "قطاع غزة"},
	// an event noun with a relative verb
	{rule: "noun-relative", sentence: "الهجوم الذي شنه مسلحون على قاعدة الجيش في الموصل.", kind: "ASSAULT", actor: "مسلحون", recipient: "قاعدة الجيش", place: "الموصل"},
	{rule: "noun-relative", sentence: "تفجير استهدف دورية للشرطة في كابول.", kind: "ASSAULT", mode: "explosives", recipient: "دورية للشرطة", place: "كابول"},
	// captivity by participle
	{rule: "participle", sentence: "قال الوزير إن الصحفي أحمد منصور المعتقل في القاهرة منذ عام 2014 بصحة جيدة.", kind: "COERCE", mode: "arrest", recipient: "أحمد منصور", place: "القاهرة"},
}

// Sentences in which each rule has nothing to read: what is not told as done,
// what is no deed, what is a figure of speech.
var silent = map[string][]string{
	"verb": {
		"ستقصف القوات الحكومية قرية الزيتون.", "لم تقصف القوات قرية الزيتون.", "هل قتل الجيش مدنيين في عدن؟", "يجب أن ينسحب الجيش من مدينة عدن.",
		"من المقرر أن يلتقي الوزير نظيره الصيني.", "احتل الفريق المرتبة الثالثة في البطولة.", "وهذا يعني أن الوزير غائب.", "اتفق الوزير الفرنسي مع نظيره الروسي على ضرورة الحل السياسي.",
	},
	"passive":    {"خطفت الأضواء في الحفل.", "جريمة قتل في رواية جديدة."},
	"light":      {"شن النائب سالم الأحمر هجوما لاذعا على الحكومة.", "شن الحزب انتقادات شديدة على الوزير.", "قام الوزير بعمله."},
	"light-noun": {"تدربوا على تنفيذ هجمات في المدينة.", "في حال تعرض إيران لهجوم أميركي."},
	"noun": {"هدد الجيش بقصف مدينة عدن.", "دعا المبعوث إلى وقف القصف على المدينة.", "الجولة المقبلة من المحادثات في جنيف.", "تجري المحادثات بهدف التوصل إلى اتفاق.", "بتهمة محاولة تفجير طائرة.", "مسيرة السلام في المنطقة.", "توقفت المفاوضات بين الجانبين قبل عام.", "لن يدخل الرئيس الفرنسي في مفاوضات مع الحكومة الروسية.",
		"تم الاتفاق على أهمية إعادة إطلاق مباحثات السلام بين الجانبين.", "أبدى الوزير تأييده تطبيع العلاقات بين السودان وتشاد.", "الحركة على وشك التوصل إلى اتفاق مصالحة مع الحكومة.",
		"يتوجه وفد الحركة إلى القاهرة غدا لاستكمال المفاوضات غير المباشرة مع الحكومة القطرية."},
	"noun-relative": {"الزيارة التي ألغاها الوزير."},
	"participle":    {"المنطقة المحتجزة بياناتها."},
}

func rules() []string {
	return []string{"verb", "passive", "light", "light-noun", "noun", "noun-relative", "participle"}
}

func TestRules(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		p := newPage(lex, c.sentence)
		Find(p)
		if !slices.ContainsFunc(p.Reading.Incidents, c.holds) {
			t.Errorf("%s: %s\nwant %+v\n got %+v", c.rule, c.sentence, c, p.Reading.Incidents)
		}
	}
}

func (c ruleCase) holds(in fact.Incident) bool {
	some := func(list []string, want string) bool {
		return want == "" || want == "-" && len(list) == 0 || slices.Contains(list, want)
	}
	return in.Rule == "incidents."+c.rule && in.Type == c.kind && (c.mode == "" || in.Mode == c.mode) && some(in.Actor, c.actor) && some(in.Recipient, c.recipient) &&
		(c.place == "" || in.Place == c.place) && (c.weapon == "" || in.Weapon == c.weapon)
}

func TestSilent(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range rules() {
		if !slices.ContainsFunc(cases, func(c ruleCase) bool { return c.rule == rule }) || len(silent[rule]) == 0 {
			t.Errorf("rule incidents.%s needs a sentence that it reads and one that it leaves alone", rule)
		}
		for _, s := range silent[rule] {
			p := newPage(lex, s)
			Find(p)
			for _, in := range p.Reading.Incidents {
				t.Errorf("%s: %s\n got %+v", rule, s, in)
			}
		}
	}
}

// TestUnrealised holds what keeps a deed from being told: it is ahead, denied or
// only spoken of.
func TestUnrealised(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for sentence, modal := range map[string]string{
		"ستقصف القوات الحكومية قرية الزيتون.":    "future",
		"لم تقصف القوات الحكومية قرية الزيتون.":  "negated",
		"يلتقي الرئيس الفرنسي غدا نظيره الروسي.": "future",
		"يجب أن ينسحب الجيش من مدينة عدن.":       "hypothetical",
	} {
		p := newPage(lex, sentence)
		if got := unrealised(p); len(got) != 1 || got[0].Modal != modal {
			t.Errorf("%s: got %+v, want one that is %s", sentence, got, modal)
		}
	}
}

// TestOnce holds that a deed stands once however often it is told, with all the
// words that tell it.
func TestOnce(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(lex, "اغتال مسلحون العقيد سالم الأحمر في عدن.\nوندد الوزير باغتيال العقيد سالم الأحمر.\nوأسفر الهجوم عن مقتل جنديين.")
	Find(p)
	if len(p.Reading.Incidents) != 1 {
		t.Fatalf("got %d incidents, want one: %+v", len(p.Reading.Incidents), p.Reading.Incidents)
	}
	if in := p.Reading.Incidents[0]; len(in.Evidence) < 2 || in.Place != "عدن" || in.CAMEO != "186" {
		t.Errorf("got %+v", in)
	}
}

// TestAttributed holds that a deed told in somebody's words names who says so.
func TestAttributed(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(lex, "وقال المتحدث باسم الجيش سالم الأحمر إن المتمردين قصفوا قرية الزيتون بالصواريخ.")
	Find(p)
	if len(p.Reading.Incidents) != 1 || p.Reading.Incidents[0].Modal != "attributed" || !strings.Contains(p.Reading.Incidents[0].Source, "سالم الأحمر") {
		t.Errorf("got %+v", p.Reading.Incidents)
	}
}

func FuzzFind(f *testing.F) {
	lex, err := lexicon.Load()
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range cases {
		f.Add(c.sentence)
	}
	f.Add("بين و و و قتل قتل، قتل «شن» غارات على (")
	f.Add("الذي الذي شنها التي التقى بـ و")
	f.Fuzz(func(t *testing.T, src string) {
		p := newPage(lex, src)
		Find(p)
		for _, in := range p.Reading.Incidents {
			if in.Type == "" || in.Rule == "" || len(in.Evidence) == 0 {
				t.Fatalf("incomplete: %+v", in)
			}
			for _, e := range in.Evidence {
				if e.In(src) == "" {
					t.Fatalf("evidence %v is no place in the text", e)
				}
			}
		}
	})
}

// unrealised are the deeds that are spoken of and not told as done.
func unrealised(p *page.Page) []fact.Incident {
	var out []fact.Incident
	r := &reader{}
	r.begin(p)
	for _, d := range r.read() {
		if !done(d.modal) {
			out = append(out, d.incident(p, new([]string)))
		}
	}
	return out
}
