package statements_test

import (
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/blocks"
	"mahdar/read/dates"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/text"
)

// lead is a first sentence that names those who speak in the examples.
const lead = "التقى الوزير سالم الحداد زعيم المتمردين مروان الحسن في العاصمة.\n\n"

func readAll(t testing.TB, src string) *fact.Reading {
	t.Helper()
	return article(&text.Document{Text: src}, lex(t))
}

// article runs the stages up to statements.
func article(doc *text.Document, lex *lexicon.Lexicon) *fact.Reading {
	t := arabic.New(doc.Text)
	r := &fact.Reading{ID: "a", Text: doc.Text}
	exprs := dates.Expressions(t)
	r.Blocks, r.Title, r.Published = blocks.Split(doc, t, dates.Explicit(exprs))
	r.Dates = dates.Resolve(t, exprs, r.Blocks)
	p := page.New(doc, lex.Tag(t), r)
	names.Find(p)
	statements.Find(p)
	return r
}

var loaded *lexicon.Lexicon

func lex(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	if loaded == nil {
		l, err := lexicon.Load()
		if err != nil {
			t.Fatal(err)
		}
		loaded = l
	}
	return loaded
}

// example is a sentence and what must be read in it: statements as «name: content»,
// in order of their place; for a rule's negative side, none by that rule.
type example struct {
	rule string
	text string
	want string // "" where the rule must leave the sentence alone
}

func TestRules(t *testing.T) {
	for _, e := range examples {
		r := readAll(t, lead+e.text)
		var got, all []string
		for _, s := range r.Statements {
			if s.Content[0].Start < len(lead) {
				continue
			}
			line := s.Name + ": " + s.Content[0].In(r.Text)
			all = append(all, s.Rule+" "+line)
			if s.Rule == e.rule {
				got = append(got, line)
			}
		}
		switch {
		case e.want == "" && len(got) > 0:
			t.Errorf("%s must leave %q alone, read %q", e.rule, e.text, got)
		case e.want != "" && !contains(got, e.want):
			t.Errorf("%s in %q\nwant %q\nread %q", e.rule, e.text, e.want, all)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func TestEveryRuleHasBothSides(t *testing.T) {
	yes, no := map[string]int{}, map[string]int{}
	for _, e := range examples {
		if e.want == "" {
			no[e.rule]++
		} else {
			yes[e.rule]++
		}
	}
	known := map[string]bool{}
	for _, id := range statements.Rules() {
		known[id] = true
		if yes[id] == 0 || no[id] == 0 {
			t.Errorf("%s has %d sentences that it reads and %d that it leaves alone", id, yes[id], no[id])
		}
	}
	for _, e := range examples {
		if !known[e.rule] {
			t.Errorf("%s is no rule", e.rule)
		}
		for _, s := range readAll(t, lead+e.text).Statements {
			if !known[s.Rule] {
				t.Errorf("%s is not among the rules", s.Rule)
			}
		}
	}
}

var examples = parse(`
+ statements.clause | وقال الوزير سالم الحداد إن الوفد وصل إلى الميناء. | سالم الحداد: الوفد وصل إلى الميناء
+ statements.clause | وكان مروان الحسن قد أعلن في بيان أن مقاتليه سلموا السلاح، فيما بقيت الطرق مغلقة. | مروان الحسن: مقاتليه سلموا السلاح
+ statements.clause | أما سالم الحداد فأكد أنه لا تراجع عن الخطة. | سالم الحداد: لا تراجع عن الخطة
+ statements.clause | وألمح مروان الحسن إلى أن الجولة قد تؤجل. | مروان الحسن: الجولة قد تؤجل
+ statements.clause | وقال الحداد إن الجولة ناجحة، مضيفا أن اللجنة ستجتمع غدا. | سالم الحداد: الجولة ناجحة
+ statements.clause | وقال الحداد إن الجولة ناجحة، مضيفا أن اللجنة ستجتمع غدا. | سالم الحداد: اللجنة ستجتمع غدا
+ statements.clause | وأكد الحداد حق بلاده في المياه مؤكدا أن السد باق. | سالم الحداد: السد باق
+ statements.clause | وهناك من يرى أن التفاوض مضيعة للوقت. | وهناك من: التفاوض مضيعة للوقت
+ statements.clause | وتوقع الحسن ألا يؤثر الخلاف في موعد الجولة. | مروان الحسن: ألا يؤثر الخلاف في موعد الجولة
+ statements.clause | وذكر سكان أن القصف توقف لكن الجيش لم يؤكد ذلك. | سكان: القصف توقف
- statements.clause | ولم يؤكد الجيش أن القصف توقف.
- statements.clause | ويذكر أن المدينة تقع على البحر.
- statements.clause | وصل الوفد بعد أن تأخرت الطائرة.
+ statements.clause-quote | وقال سالم الحداد إن «الباب مفتوح أمام الجميع». | سالم الحداد: الباب مفتوح أمام الجميع
- statements.clause-quote | وقال سالم الحداد إن «الباب» مفتوح.
+ statements.quotation | وقال سالم الحداد: «لن نعود إلى الحرب». | سالم الحداد: لن نعود إلى الحرب
+ statements.quotation | وقال الحداد في تصريح أدلى به أمس "ننتظر رد المتمردين". | سالم الحداد: ننتظر رد المتمردين
+ statements.quotation | وأضاف سالم الحداد "الطريق طويل". | سالم الحداد: الطريق طويل
- statements.quotation | ووصل سالم الحداد إلى فندق «قصر البحر» مساء.
- statements.quotation | وقال سالم الحداد لصحيفة «المرفأ» إن الجولة انتهت.
+ statements.colon | وقال مروان الحسن: لن نوقع قبل فتح الميناء. | مروان الحسن: لن نوقع قبل فتح الميناء
- statements.colon | وقال مروان الحسن: «لن نوقع».
- statements.colon | وصل الوفد عند الساعة 10:30 صباحا.
+ statements.bare | وقال بيان الرئاسة سيصل المبعوث غدا. | بيان الرئاسة: سيصل المبعوث غدا
- statements.bare | وقال سالم الحداد إن المبعوث سيصل غدا.
+ statements.preposition | وطالب مروان الحسن بفتح الميناء. | مروان الحسن: فتح الميناء
+ statements.literal | وشدد الحداد على التزام بلاده بالهدنة. | سالم الحداد: التزام بلاده بالهدنة
+ statements.preposition | وحثت الوزيرة الأطراف على ضبط النفس. | الوزيرة: ضبط النفس
- statements.preposition | وهذا تفاهم يسمح بعقد لقاء في الميناء.
- statements.preposition | ورد الجنود بقصف التلال.
+ statements.object | وأعلن التحالف الذي يقاتل المتمردين وقفا لإطلاق النار. | التحالف: وقفا لإطلاق النار
+ statements.object | وأدان مروان الحسن في بيان على موقعه قصف الميناء. | مروان الحسن: قصف الميناء
+ statements.object | ورفض مروان الحسن ذلك. | مروان الحسن: ذلك
+ statements.object | وطالب الحداد بالهدنة، واعتبرها شرطا للحوار. | سالم الحداد: شرطا للحوار
- statements.object | ورفض مروان الحسن التعليق على الأنباء.
- statements.object | وعرض سالم الحداد صورا أمام الصحفيين.
- statements.object | وأشار إلى أن معلومات تؤكد قدوم السفينة.
+ statements.literal | وأكد سالم الحداد ضرورة فتح الطرق. | سالم الحداد: ضرورة فتح الطرق
- statements.literal | وفتح سالم الحداد الطرق عند الضرورة.
+ statements.relay | ونقلت وكالة رويترز عن سالم الحداد قوله إن المحادثات صعبة. | سالم الحداد: المحادثات صعبة
- statements.relay | ونقلت الشاحنات القمح عن طريق الميناء.
+ statements.according | وبحسب سالم الحداد، فإن الجولة تبدأ غدا. | سالم الحداد: الجولة تبدأ غدا
+ statements.according | ووفقا لمصادر في الميناء، غادرت السفن ليلا. | مصادر في الميناء: غادرت السفن ليلا
- statements.according | وتوزع المساعدات بحسب حاجة القرى.
+ statements.according-after | وغادرت السفن الميناء ليلا، بحسب سالم الحداد. | سالم الحداد: وغادرت السفن الميناء ليلا
- statements.according-after | وقال سالم الحداد إن السفن غادرت، بحسب وكالة رويترز.
+ statements.nominal | وجاءت دعوة سالم الحداد إلى فتح الميناء مفاجئة. | سالم الحداد: فتح الميناء مفاجئة
+ statements.nominal | وتعثرت الجولة بسبب إصرار مروان الحسن على سحب القوات. | مروان الحسن: سحب القوات
+ statements.nominal | وتناول اللقاء مطالب مصرية بفتح المعبر. | مصر: فتح المعبر
- statements.nominal | ولا بد من تمسك الأطراف بالهدنة.
- statements.nominal | ودار الحديث حول ضرورة تمسك سالم الحداد بالهدنة.
+ statements.antecedent | وانتهت الهدنة التي أعلنها مروان الحسن. | مروان الحسن: الهدنة
+ statements.antecedent | ويدور الخلاف حول وقف البناء الذي تطالب به واشنطن. | واشنطن: وقف البناء
+ statements.antecedent | وقالت باريس إن السفينة تنقل سلاحا، وهو ما تنفيه طهران. | طهران: السفينة تنقل سلاحا
- statements.antecedent | وعاد الوفد الذي أرسله سالم الحداد.
+ statements.report | وعاد الوفد وسط أنباء عن خلاف بين الطرفين. | أنباء: خلاف بين الطرفين
+ statements.clause | وغادر الوفد رغم إشاعات تقول إن الجولة ألغيت. | إشاعات: الجولة ألغيت
- statements.report | ووصلت تقارير اللجنة إلى العاصمة.
- statements.report | ونفى سالم الحداد تقارير عن خلاف بين الطرفين.
+ statements.headline | الحداد: لا عودة إلى الحرب | سالم الحداد: لا عودة إلى الحرب
- statements.headline | أسماء الوفد: ثلاثة من الشمال
+ statements.colon | لكن سكانا تحدثوا هاتفيا قالوا: الجثث متناثرة في الشوارع. | سكان: الجثث متناثرة في الشوارع
+ statements.quotation | وطالبت حركة العدل بالهدنة واعتبرت هذا التأجيل "أمرا حاسما في الحوار". | حركة العدل: أمرا حاسما في الحوار
- statements.quotation | وهاجم المتمردون مواقع "قوات الشمال" ليلا.
+ statements.quotation | واختطفته الحركة على لسان الناطق باسمها، مسلم خان، الذي قال: "نعلن مسؤوليتنا". | مسلم خان: نعلن مسؤوليتنا
+ statements.nominal | وتعثرت الجولة مع تمسك الإسرائيليين والفلسطينيين بالحدود. | الإسرائيليون والفلسطينيون: الحدود
+ statements.nominal | ويدور الخلاف حول رغبة المقاتلين الحوثيين في الاحتفاظ بالأسلحة. | المقاتلين الحوثيين: الاحتفاظ بالأسلحة
+ statements.nominal | وتعرض مروان الحسن لانتقادات إثر موافقته على إرجاء الجولة. | مروان الحسن: إرجاء الجولة
- statements.nominal | وتتولى اللجنة مراقبة التزام الأطراف بالاتفاق.
+ statements.clause | وثمة من يرى أن التفاوض لا يصلح، وهناك من يقول إن الحرب أسوأ. | وثمة من: التفاوض لا يصلح
+ statements.clause | وقال الحداد إن الجولة ناجحة، وأكد العطار أن بلاده ترحب بها. | العطار: بلاده ترحب بها
- statements.clause | وكان لافتا أن الوفد وصل متأخرا.
- statements.antecedent | وانتهى القتال في الموعد الذي حددته الحكومة.
- statements.antecedent | والتقى الوفد مروان الحسن الذي تعارضه واشنطن.
+ statements.clause | وأعرب الحداد عن أمله في أن تنتهي الحرب. | سالم الحداد: تنتهي الحرب
+ statements.preposition | وأعرب الحداد عن أمله في "أن تنتهي الحرب بين الطرفين". | سالم الحداد: أن تنتهي الحرب بين الطرفين
+ statements.clause | وقال الحداد إنه تلقى الرسالة. مشيرا إلى أن الحل قريب. | سالم الحداد: الحل قريب
- statements.clause | وعاد الوفد إلى العاصمة. محملا بالقمح والدواء.
+ statements.clause | وقال الحداد إن القادة في صنعاء وصعدة وغيرهما يحرضون السكان. | سالم الحداد: القادة في صنعاء وصعدة وغيرهما يحرضون السكان
+ statements.clause | وقال رئيس اللجنة المكلفة بالإشراف على وقف إطلاق النار، سالم الحداد، إن الهدنة صامدة. | سالم الحداد: الهدنة صامدة
+ statements.clause | كشف قائد عسكري موال للرئيس مروان الحسن عن أن الخطة جاهزة. | قائد عسكري موال للرئيس مروان الحسن: الخطة جاهزة
+ statements.preposition | ودعا الحداد، وفق ما نقلت عنه قناة "المرفأ"، إلى ضبط النفس. | سالم الحداد: ضبط النفس
+ statements.object | وطلب السفير من المجلس «ممارسة المزيد من الضغط على المتمردين». | السفير: ممارسة المزيد من الضغط على المتمردين
- statements.nominal | وجدد مروان الحسن دعوته لوقف القتال، وفقا لخطة تتضمن الانسحاب.
- statements.nominal | ودعت اللجنة لاجتماع عقب اتهام الحركة بالتصلب في موقفها.
+ statements.clause | قال سالم الحداد - بعد أن اختتم زعماء الحركة لقاءهم - إن الوفد لا يوافق على الشروط. | سالم الحداد: الوفد لا يوافق على الشروط
+ statements.clause | وجاء اللقاء بعد تصريحات كان قد أدلى بها مروان الحسن، وقال فيها إنه متفائل. | مروان الحسن: متفائل
+ statements.clause | وقال الحداد إن الجولة صعبة، غير أن مروان الحسن، زعيم المتمردين، قال إنه متفائل. | سالم الحداد: الجولة صعبة
+ statements.clause | وقال والدا الحداد إن المحكمة رفضت الطلب. | والدا الحداد: المحكمة رفضت الطلب
+ statements.preposition | وكان الحداد يتحدث في مدينة الميناء بعد لقائه الرئيس، ودعا إسرائيل إلى وقف البناء. | سالم الحداد: وقف البناء
- statements.preposition | وكان الحداد يتحدث في مدينة الميناء.
+ statements.object | وقال مكتب الحداد إن الجولة ناجحة، وأكد الاتفاق على لقاء آخر. | مكتب الحداد: الاتفاق على لقاء آخر
+ statements.clause | وأوضح الحداد في تصريح لوكالة الأنباء 'وفا'، أنه لا استئناف للحوار. | سالم الحداد: لا استئناف للحوار
- statements.quotation | وأوضح الحداد في تصريح لوكالة الأنباء 'وفا'، أنه لا استئناف للحوار.
+ statements.clause | وأكد سالم الحداد والد الجندي أن المشاورات بلغت الحسم. | سالم الحداد: المشاورات بلغت الحسم
+ statements.object | وبعد لقائه مع وزير الخارجية، مروان الحسن، أكد الحداد تمسك بلاده بالحل. | سالم الحداد: تمسك بلاده بالحل
+ statements.clause | والتقى الحداد مروان الحسن حيث ذكر الأخير أن اللقاء تمحور حول الهدنة. | مروان الحسن: اللقاء تمحور حول الهدنة
+ statements.clause | ورحب بذلك مروان الحسن، الأحد، الذي قال إن هناك تقدما. | مروان الحسن: هناك تقدما
+ statements.clause | وأوضح الحداد أن الطرفين ناقشا التنسيق فيما يتعلق بالأراضي. | سالم الحداد: الطرفين ناقشا التنسيق فيما يتعلق بالأراضي
- statements.object | وكشفت مصادر لموقع "المرفأ نت" المقرب من الحركة أن الصفقة قريبة، ورفضت المصادر التطرق إلى التفاصيل.
- statements.preposition | وقالت مصادر، امتنعت عن ذكر اسمها، إن الصفقة قريبة.
+ statements.clause | لكن المسؤولين الإسرائيليين يقولون إن الاتفاق قائم. | المسؤولين الإسرائيليين: الاتفاق قائم
+ statements.clause | وقال الحداد إن الخطة ستفشل بفضل وعي الشعب وتمسكه بالأرض. | سالم الحداد: الخطة ستفشل بفضل وعي الشعب وتمسكه بالأرض
- statements.nominal | وأثارت الخطوة انتقادات مصرية نادرة.
+ statements.clause | ويقول الفلسطينيون الذين يبلغ عددهم ثلاثة ملايين إن الأرض أرضهم. | الفلسطينيون: الأرض أرضهم
- statements.preposition | وتراجعت الحكومة عن موقفها بشأن الحدود.
+ statements.object | وأكد سالم الحداد عدم حدوث تغيير في الموقف. | سالم الحداد: عدم حدوث تغيير في الموقف
+ statements.clause | وقال مسؤولون إنهم يخشون الفشل، مؤكدين أن المماطلة خطيرة. | مسؤولون: المماطلة خطيرة
+ statements.preposition | وقال الحداد إنه متفائل. كما دعا العرب والإسرائيليين إلى الهدوء. | سالم الحداد: الهدوء
+ statements.preposition | واندلع القتال عندما حمل المتمردون سلاحا ضد الحكومة مطالبين بمشاركة أكبر في السلطة. | المتمردون: مشاركة أكبر في السلطة
- statements.object | وقبل يومين من الجولة وصل الوفد.
- statements.clause | وأرسل مبعوثه لكي يتابع الجهود مع الأطراف معربا عن الأمل.
+ statements.preposition | ورحب الحداد بالاتفاق معربا عن أمله في تنفيذ البنود. | سالم الحداد: تنفيذ البنود
+ statements.preposition | ورحب الحداد بالاتفاق معربا عن قلقه من العنف. | سالم الحداد: العنف
+ statements.clause | الميناء، البلاد (CNN) -- قالت الحكومة إن الهدنة صامدة. | الحكومة: الهدنة صامدة
+ statements.clause | وقال الحداد إن الجولة صعبة. وقال بهذا الخصوص إن الوفد صبور. | سالم الحداد: الوفد صبور
+ statements.clause | وتوقعت الحكومة أن تكون الجولة "عسيرة،" معتبرة أن النجاح بعيد. | الحكومة: النجاح بعيد
+ statements.according-after | وتتواصل المحادثات في الميناء و ذلك حسب سالم الحداد. | سالم الحداد: وتتواصل المحادثات في الميناء
+ statements.clause | كشف المفوض الأعلى للسياسة البحرية، سالم الحداد، الثلاثاء أن اللقاء قد يتم غدا. | سالم الحداد: اللقاء قد يتم غدا
+ statements.clause | وأكد وزير خارجية السويد، كارفن بيلمد، الذي ترأس بلاده المجلس، بأن المرفأ مغلق. | كارفن بيلمد: المرفأ مغلق
- statements.object | وأكد وزير خارجية السويد، كارفن بيلمد، الذي ترأس بلاده المجلس، بأن المرفأ مغلق.
+ statements.preposition | وأكد البيان عودة السفن. وعبر مروان الحسن عن انزعاجه من الغارة ودعا إلى وقف فوري للقتال. | مروان الحسن: وقف فوري للقتال
+ statements.preposition | وقال سالم الحداد إن الجولة صعبة. مصر تواصل مساعيها وتدعو إلى لقاء جديد. | مصر: لقاء جديد
+ statements.clause | وقال وزير البيئة المصري سالم الحداد إن الوقت ضيق. ويقول الوزراء المصريون إن الجولة ناجحة. | الوزراء المصريون: الجولة ناجحة
- statements.nominal | وناقش المجلس رزمة المقترحات المصرية بدقة.
- statements.nominal | وأعرب الحداد عن أمله في أن تكون مناقشة المقترحات المصرية مفيدة.
+ statements.nominal | وناقش المجلس المقترحات المصرية بوقف القتال. | مصر: وقف القتال
+ statements.object | وأكد مروان الحسن رفض حكومته لبعض البنود التي وردت في الوثيقة المقترحة. | مروان الحسن: رفض حكومته لبعض البنود
+ statements.clause | إلا أن مساعدين للحداد قد ألمحوا إلى أن السلطة قد تنهار. | مساعدين للحداد: السلطة قد تنهار
- statements.preposition | وانتهى اليوم وسط ترقب لرحيل مروان الحسن، مما يهدد بانهيار الهدنة.
+ statements.preposition | وهدد مروان الحسن بانهيار الهدنة. | مروان الحسن: انهيار الهدنة
+ statements.preposition | واتهم الحداد المتمردين بالتراجع عن الاتفاق ورفضهم إقناع الأطراف بتجميد البناء. | سالم الحداد: التراجع عن الاتفاق ورفضهم إقناع الأطراف بتجميد البناء
- statements.preposition | وقرأ الوزير ما تنص عليه خطة السلام على المستوى السياسي.
+ statements.antecedent | ووافقت على البناء رغم التجميد الجزئي للبناء الذي أعلنته الحكومة. | الحكومة: التجميد الجزئي للبناء
+ statements.preposition | ودعا الرئيس سالم الحداد خلال لقائه مبعوث الأمين العام للأمم المتحدة إلى اليمن، إلى زيارة الميناء. | سالم الحداد: زيارة الميناء
+ statements.literal | وأكدت "حماس" رفضها الهدنة الطويلة. | حركة حماس: رفضها الهدنة الطويلة
+ statements.literal | واتهم المتحدث باسم الخارجية المصرية "مجموعات المعارضة المسلحة" بالوقوف وراء القصف. | المتحدث باسم الخارجية المصرية: الوقوف وراء القصف
+ statements.object | وكشف المبعوث الأممي "سالم الحداد" استعداد المجلس لإرسال مراقبين. | سالم الحداد: استعداد المجلس لإرسال مراقبين
+ statements.preposition | وكشف سالم الحداد النقاب عن خطة المجلس. | سالم الحداد: خطة المجلس
+ statements.relay | ونقل موقع الحزب الحاكم "المرفأ نت" عن سالم الحداد قوله: "الطريق طويل". | سالم الحداد: الطريق طويل
- statements.object | وأعلنت "حركة العدل والمساواة"، إحدى حركات التمرد في الإقليم.
`)

// parse reads the table: a sign, the rule, the sentence and what it says.
func parse(table string) []example {
	var out []example
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		parts := strings.Split(line[2:], " | ")
		e := example{rule: parts[0], text: parts[1]}
		if line[0] == '+' {
			e.want = parts[2]
		}
		out = append(out, e)
	}
	return out
}
