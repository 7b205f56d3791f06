package names

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

var lex *lexicon.Lexicon

func TestMain(m *testing.M) {
	var err error
	if lex, err = lexicon.Load(); err != nil {
		fmt.Fprintln(os.Stderr, "names: the embedded lexicon does not load:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// read finds the names of src, each line a paragraph.
func read(src string) *fact.Reading {
	r := &fact.Reading{Text: src}
	at := 0
	for line := range strings.Lines(src) {
		end := at + len(strings.TrimRight(line, "\n"))
		r.Blocks = append(r.Blocks, fact.Block{Span: text.Span{Start: at, End: end}, Kind: fact.Paragraph})
		at += len(line)
	}
	Find(page.New(&text.Document{Text: src}, lex.Tag(arabic.New(src)), r))
	return r
}

// marked writes the mentions of a reading into its text: [PER سالم الأحمر].
func marked(r *fact.Reading) string {
	var b strings.Builder
	at := 0
	for _, m := range r.Mentions {
		fmt.Fprintf(&b, "%s[%s %s]", r.Text[at:m.Start], m.Type, m.In(r.Text))
		at = m.End
	}
	return b.String() + r.Text[at:]
}

// unmarked takes the marks off again.
func unmarked(s string) string {
	return strings.NewReplacer("[PER ", "", "[ORG ", "", "[LOC ", "", "]", "").Replace(s)
}

// cases are, for each rule, sentences that it must read and sentences in which
// it must find nothing. People, movements and most places are invented.
var cases = []struct {
	rule     string
	reads    []string
	nothings []string
}{
	{"names.listed", []string{
		"وصل الوفد إلى [LOC جنيف] قادما من [LOC صنعاء].",
		"قتل اثنان في أقاليم [LOC باتاني] و[LOC يالا].",
		"قال حاكم [LOC شمال سانتاندر] إن العشرات نزحوا.",
		"بيان [ORG مجموعة مينسك] التابعة ل[ORG منظمة الأمن والتعاون في أوروبا].",
		"دعت [ORG الأمم المتحدة] إلى ضبط النفس، ورحبت [LOC سلطنة عمان] بذلك.",
		"قدّم تقريرا ل[ORG لأمم المتحدة] وآخر ل[ORG جامعة الدول العربية].",
		"عقد اللقاء في مدينة [LOC عدن] وفي دولة [LOC قطر].",
		"تحدث الوفدان خلال قمة [LOC فرساي] عن الهدنة.",
		"عقد اللقاء في العاصمة البريطانية [LOC لندن] ثم في العاصمة العمانية [LOC مسقط].",
	}, []string{
		"على الأطراف أن تفي بما تعهدت به في الحد من العنف.",
		"حاصر المسلحون الحوثيون الطريق.",
		"وانه أمر لا بد منه لفتح المعابر.",
		"ذكرت وسائل إعلام سورية أن الطريق مفتوح.",
		"رصد الجنود تجمعات الميليشيا وفتح النار عليهم.",
		"استقبل رئيس البرلمان اللبناني الوفد.",
	}},
	{"names.title", []string{
		"وقال رئيس [ORG بلدية برمندو] [PER سالم الزعيتري] إن الطريق مفتوح.",
		"وقال المتحدث العسكري الجنرال [PER عظيم برمندو] إن الطريق مفتوح.",
		"واتهم مسؤول الإعلام في حكومة [LOC أوروميا]، [PER هايلو برمندو]، الجيش بالهجوم.",
		"والقائد في قوة الصقور [PER يوسف أحمد برمندو] غادر القرية.",
		"واتهمت الحركة رئيس الوزراء [PER أبي سالم] بالسعي إلى الحرب.",
		"واجتمع رئيس اللجنة د. [PER سالم الزعيتري] مع الحاضرين.",
		"وقال د. [PER كمال الزعيتري] إن الهدنة صامدة.",
		"حضر أ.د. [PER كمال الزعيتري] وم/ [PER ناصر الدبياني] الجلسة.",
		"حضر الأستاذ/ [PER كمال الزعيتري] الجلسة.",
		"التقى الوفد وزير الثروة السمكية [PER كمال الزعيتري] أمس.",
		"وقال الناطق باسم [ORG غرفة الإغاثة المركزية] العميد [PER ناصر الدبياني] إن الطريق مفتوح.",
		"اجتمع بنظيره السلوفاني، [PER ماتيوس كرانيتس]، في العاصمة.",
		"أعلن المتحدث الرسمي [PER ستيفن فرانكلاند] موعد الجولة.",
		"وقال رئيس وفد النقابة إلى محادثات مرساة، [PER سالم الحداد]، إن الوفد باق.",
		"وقال وزير الخارجية السلوفاني [PER كارلو بندار] في كلمة إن الطريق طويل.",
		"والتقى نظيره [PER كريم القطان] أمس.",
		"وأكد الوزير [PER محمد سالم ولد سالك] أن الهدنة باقية.",
		"وقال كبير المفاوضين [PER بابلو دي لا كال] إن الطريق طويل.",
		"وقال رئيس الوزراء [PER عبد الله بدوي] في كلمة إن الطريق طويل.",
		"وأكد رئيس الوزراء داتوك سيري [PER أكرم القطان] أن الطريق طويل.",
		"وصل الرئيس [PER سالم كرم] إلى القاعة.",
		"الرئيس [PER سالم كرم] يصل غدا.",
		"عقد الوزير [PER أحمد] اجتماعا طارئا، وتسلم الرئيس [PER محمد] رسالة خطية.",
		"قدم السفير [PER أحمد] أوراق اعتماده.",
		"حضر اللواء [PER حسن ناجي] ووصلت الوزيرة [PER سعاد جبل] إلى القاعة.",
	}, []string{
		"أجاب الوزير على دعوة كريمة من المجلس.",
		"عقد الوزير مؤتمرا قصيرا ثم غادر.",
		"وصل مبعوث السلام إلى البلاد.",
		"تحدث في مؤتمر صحفي عن الجولة.",
		"أكد المبعوث الأممي لقاءه المقرر مع الوفد.",
	}},
	{"names.kunya", []string{
		"واعترف [PER أبو دجانة الهمداني] بالعملية.",
	}, []string{
		"ولم يكن لأبي خيار آخر.",
	}},
	{"names.given", []string{
		"قتلت القوات [PER محمد سالم البرمندي] في الجبل.",
		"قتلت القوات [PER جاسم أمين البرمندي] في الجبل.",
		"وحضر اللقاء [PER محمد العتيباني] ممثلا عن القرية.",
		"شارك [PER عبد الكريم الزبداوي] في الجولة.",
		"وقال مصدر إن [PER سالم الأحمر] غادر.",
		"تعيين [PER سالم الأحمر] في المجلس.",
		"وقال [PER أحمد الأشقر] إن الطريق مفتوح.",
		"غادر [PER سامي كامل] القاعة بعدما اجتمع [PER كمال نور] بالحاضرين.",
		"ترأست الوفد [PER ندى الفخري] أمس.",
		"جمع اللقاء [PER ندى الفخري] ب[PER سالم الأحمر] في القصر.",
		"جاء وفد بقيادة [PER سالم كرم] أمس.",
	}, []string{
		"على السلطات أن تفرج عن المحتجزين.",
		"بمناسبة عيد الفطر أفرج عنهم.",
		"طالب الوفد بإبداء حسن النية، وتقوم الدول بدور الوساطة.",
		"أشاد الرئيس بدور الوسطاء.",
		"كان رجلا كريم الأخلاق يحب حسن الجوار.",
		"لحسن الحظ تم ذلك لصالح الشعب وبكامل الحرية.",
		"أعلن أمين المجلس أن المطلوب سلام عادل ونصر كامل.",
		"عقد لقاء نادر الحدوث وصفه بأنه صعب التحقيق.",
	}},
	{"names.apposition", []string{
		"وصل [PER عادل سلام] أمين عام الحزب إلى القاعة.",
	}, []string{
		"قال مراقبون محليون، رئيس اللجنة بينهم، إن الهدنة صامدة.",
		"في سلام شامل يرضي الجميع.",
	}},
	{"names.verb", []string{
		"وقال [PER شتاينهوفر] إن الهدنة صامدة.",
		"وصل وفد برئاسة [PER زهران القطيبي] صباح أمس.",
		"يقاتل فصيل بقيادة [PER شتاينهوفر] منذ عام.",
	}, []string{
		"عقدت الجلسة برئاسة مشتركة، ثم بقيادة ضابط كبير.",
		"عقدت الجلسة برئاسة الرئيس، وحضرت لجنة بقيادة مدنية.",
		"وقال مراقبون إن الهدنة صامدة.",
		"وأضاف قائلا إن الطريق مفتوح.",
	}},
	{"names.nation", []string{
		"تغلب على الفرنسي [PER غرنوبلار كليمانسكي] أمس.",
	}, []string{
		"حضر الجانب الفرنسي الاجتماع.",
	}},
	{"names.pair", []string{
		"يقود الفريق [PER كرهلان سلام] منذ عام، وقد رحب [PER كرهلان سلام] بالدعوة.",
	}, []string{
		"يقود الفريق كرهلان سلاما دائما.",
		"عم القرية سلام دائم، ثم عم القرية سلام دائم.",
	}},
	{"names.particle", []string{
		"حضر الجلسة [PER دي برونزفيك] وحده.",
		"حضر الجلسة [PER هورنست فان كلاوسبرغ] وحده.",
	}, []string{
		"فان لم يحضروا فان الجلسة ستؤجل.",
		"لو حضر الطرفان لو مرة واحدة لانتهى الخلاف.",
	}},
	{"names.row", []string{
		"التقى الوزير [PER هورست فالترمان] و[PER برونزويك] أمس.",
		"التقى الوفد [PER سالم الأحمر] و[PER نادر الفخري] أمس.",
		"وقعت حركتا [ORG السنابل] و[ORG الفجر] على الوثيقة.",
		"اندلعت المعارك في مقاطعتي [LOC قشنور] و[LOC بلدزوخ] أمس.",
	}, []string{
		"اندلعت المعارك في مقاطعة [LOC قشنور] وتوقفت أمس.",
		"التقى الوزير [PER هورست فالترمان] وغادر.",
		"وقعت [ORG حركة السنابل] والحكومة على الوثيقة.",
	}},
	{"names.context", []string{
		"جلس [PER شتاينهوفر] طويلا. ثم خرج [PER شتاينهوفر] وحده.",
	}, []string{
		"ازدادت الضغوط على الطرفين، وعادت الضغوط أمس.",
	}},
	{"names.again", []string{
		"وصل المبعوث الخاص [PER هورست شتاينهوفر] أمس. وبحسب [PER شتاينهوفر] فإن الهدنة صامدة، وسلّم ل[PER شتاينهوفر] ردا.",
	}, []string{
		"وصل المبعوث الخاص أمس. وبحسب المبعوث فإن الهدنة صامدة.",
	}},
	{"names.acronym", []string{
		"وأفادت شبكة محلية، بحسب ([ORG QXZ])، بوصول الوفد.",
	}, []string{
		"كتب على اللافتة Welcome وحدها.",
		"أطلق المقاتلون صواريخ QX-21 على الحي.",
	}},
	{"names.told", []string{
		"وقال المصدر لـ«[ORG الشروق الجديدة]» إن الطريق مفتوح.",
	}, []string{
		"وصفه بأنه «خطوة أولى» لا أكثر.",
	}},
	{"names.ministry", []string{
		"صدر بيان عن [ORG وزارة الثروة السمكية] أمس.",
		"اعتبرت [ORG وزارة خارجية كازاخستان] الجولة ناجحة.",
	}, []string{
		"توزعت الحقائب على وزارات عدة.",
	}},
	{"names.force", []string{
		"انسحب [ORG الجيش المالطي] من الموقع.",
	}, []string{
		"انسحب الجيش من الموقع.",
		"لا نريد جيشا آخر.",
	}},
	{"names.force-of", []string{
		"قصف [ORG سلاح الجو المالطي] الموقع.",
	}, []string{
		"عثر على سلاح في الموقع.",
	}},
	{"names.troops", []string{
		"ردت [ORG القوات الجوية السودانية] على القصف.",
		"ردت [ORG قوات التحالف] على القصف.",
	}, []string{
		"ردت القوات الحكومية على قوات المعارضة.",
	}},
	{"names.group", []string{
		"وقّعت [ORG حركة الفجر] الاتفاق مع [ORG حزب البناء والكرامة] أمس.",
		"تبنى [ORG لواء أحرار السهل] العملية.",
		"قصفت [ORG الكتيبة 103] الموقع.",
		"وقعت [ORG جبهة خلاص الجبل] و[ORG تجمع قبائل الشمال] على الإعلان.",
		"قال المتحدث باسم [ORG ألوية النخيل] إن المعارك مستمرة.",
		"استهدفت [ORG كتائب بدر الدين] الموقع، ودانته [ORG حركة عزم الوطنية] أمس.",
		"هاجم مسلحو [ORG جماعة النور] القرية.",
	}, []string{
		"شهدت حركة المرور بطئا، وانضم حزب معارض آخر.",
		"دعت الحركة المتمردة إلى الحوار.",
		"أقرّت البلدية بناء الوحدات السكنية وتنظيم التفاوض.",
	}},
	{"names.body", []string{
		"رحب [ORG مجلس الحكماء الوطني] بالبيان.",
		"أعلنت [ORG الهيئة العليا للتفاوض] موقفها.",
		"انضم [ORG تحالف قوى الوادي] إلى [ORG المجلس الوطني لأبناء الساحل].",
	}, []string{
		"عقد المجلس جلسته وانفضت الهيئة.",
	}},
	{"names.body-of", []string{
		"ورحبت [ORG منظمة التعاون القاري] بالبيان.",
		"ورحبت [ORG منظمة الوحدة القارية] بالبيان.",
		"شكّلت [ORG لجنة العلاقات العسكرية] فريقا.",
	}, []string{
		"شكّلت لجنة الأمن فريقا، وانتقد المؤسسة السياسية.",
	}},
	{"names.outlet", []string{
		"نقلت صحيفة «[ORG فجر الجنوب]» عن مصدر قوله ذلك.",
		"ذكرت وكالة [ORG الأنباء المالطية] الرسمية أن الوفد عاد.",
		"ذكرت وكالة [ORG الأنباء الرسمية] أن الوفد عاد.",
	}, []string{
		"لم تعلق أي صحيفة محلية على ذلك.",
	}},
	{"names.place", []string{
		"أغلق [LOC مطار برقشينا الدولي] أمس، وقصف [LOC جبل كرهلان].",
		"عاش النازحون في [LOC مخيم الأمل] ثم في [LOC وادي الزيتون].",
		"تظاهر الآلاف في [LOC ساحة الحرية] وأغلقت السلطات [LOC معبر الصداقة]، ثم [LOC معبر برقشينا] الحدودي.",
	}, []string{
		"سقط كثيرون في ساحة المعركة، وفر آخرون إلى مخيم النازحين.",
		"توصلت إليه الأطراف أمس.",
		"لم يصل إلى أي مطار أو معبر.",
	}},
	{"names.area", []string{
		"سيطروا على بلدة [LOC برقشينا] أمس.",
		"سقطت قذائف على حي [LOC الورود] وعلى بلدة [LOC تل الزهور].",
		"توجه الوفد إلى [LOC بورتافيرا] عاصمة الإقليم.",
		"وصلوا إلى بلدة [LOC عين السمك] ثم إلى قرية [LOC دير النخل].",
	}, []string{
		"انسحبوا من قرى الحدود وبلدات الساحل وحي السفارات.",
		"وفي قرية الرئيس وبلدة المقاتلين احتفل الناس.",
		"قصفت مدينة بيت الرئيس فيها، وأغلقت البلدة باب الحوار.",
		"سيطروا على مدينة أخرى وعلى بلدة صغيرة.",
	}},
}

func TestRules(t *testing.T) {
	for _, c := range cases {
		t.Run(strings.TrimPrefix(c.rule, "names."), func(t *testing.T) {
			if len(c.reads) == 0 || len(c.nothings) == 0 {
				t.Fatal("a rule needs sentences that it reads and sentences that it leaves alone")
			}
			used := false
			for _, want := range c.reads {
				r := read(unmarked(want))
				if got := marked(r); strings.Contains(want, "[") && got != want {
					t.Errorf("\n got %s\nwant %s", got, want)
				}
				used = used || slices.ContainsFunc(r.Mentions, func(m fact.Mention) bool { return m.Rule == c.rule })
			}
			if !used {
				t.Errorf("the rule read nothing: %+v", read(unmarked(c.reads[0])).Mentions)
			}
			for _, s := range c.nothings {
				r := read(unmarked(s))
				for _, m := range r.Mentions {
					if m.Rule == c.rule {
						t.Errorf("%s read %s in %s", c.rule, m.In(r.Text), s)
					}
				}
			}
		})
	}
}

// TestEveryRuleHasCases holds that each rule id of the package's sources has its
// sentences among cases.
func TestEveryRuleHasCases(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("the package's sources cannot be listed: %v", err)
	}
	id := regexp.MustCompile(`"(names\.[a-z-]+)"`)
	seen := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range id.FindAllStringSubmatch(string(src), -1) {
			seen[m[1]] = true
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d rules are found in the sources", len(seen))
	}
	for _, c := range cases {
		if !seen[c.rule] {
			t.Errorf("%s has sentences and is no rule", c.rule)
		}
		delete(seen, c.rule)
	}
	for rule := range seen {
		t.Errorf("%s has no sentences to read and to leave alone", rule)
	}
}

func TestExtent(t *testing.T) {
	for _, want := range []string{
		"قال وزير الخارجية الروسي [PER سيرغي لافروف] إن [LOC موسكو] ملتزمة.",
		"وذكر الملك [PER سلمان بن عبد العزيز] ذلك.",
		"حاصرت [ORG حركة المقاومة الإسلامية \"حماس\"] الموقع.",
		"تحدث [PER الملا عمر] أمس.",
		"وصل [PER ديمتري ميدفيديف] إلى [LOC قبرص].",
		"التقى الرئيس [PER حسن روحاني] الوفد.",
		"ينتمي إلى [ORG حزب العمال الكردستاني] التركي.",
		"تقع شمال [LOC سوريا] وفي ريف [LOC درعا] الشرقي.",
		"وصل العقيد [PER ونيس بوكرهلان] إلى [LOC بنغازي].",
		"التقى [PER عبدالكريم الزبداوي] و[PER وليد عبداللطيف] في القاعة.",
		"اجتمع الشيخ [PER حمد بن كرهلان آل ثاني] وزير الاقتصاد مع الوفد.",
		"وعاد [PER أحمد شاه برقشين زي] إلى [LOC كابول].",
		"التقى [PER بنيامين نتنياهو] ب[PER جورج ميتشل] أمس.",
		"طلب [PER أبو مازن] التأكيد أمس.",
		"عقد المجلس جلسته برئاسة الدكتور [PER سالم الأحمر] أمس.",
		"رفضت [ORG المحكمة العليا] الطعن أمام بلدية المدينة.",
		"أصدر [ORG المعهد الوطني لرصد الزلازل] بيانا مع [ORG نقابة المعلمين].",
		"اجتمعوا ب[LOC رام الله] أمس مع هيئات الإغاثة.",
		"وصل [PER كارلوس ألبرتو كرهلان] مع السيد [PER فيصل السويدي] نائب الرئيس.",
		"غلب الفرنسي [PER هورنو كليمان] أمس، وحضر معه.",
		"وضم اللقاء مسؤولين نوومين آخرين، إذ تجمع [LOC إيران] بين الطرفين.",
		"وقال [PER سالم الزعيتري] إنها أول قمة تجمع [PER الزعيتري] مع الوفد.",
		"صدر عن مكتب [PER نتنياهو] بيان، وعن [ORG مكتب الإحصاء الوطني] آخر ([ORG الفرنسية]).",
		"نقلت ([ORG أ.ف.ب]) و([ORG د ب أ]) عنه ذلك.",
	} {
		if got := marked(read(unmarked(want))); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestActors(t *testing.T) {
	r := read("وصل وزير الثروة السمكية الفنلندي هورست شتاينهوفر إلى جنيف.\nوقال شتاينهوفر إن اللقاء مهم، ثم غادر ستاينهوفر.\nوالتقى لافروف في مدينة جنيف.")
	byName := map[string][]string{}
	for _, m := range r.Mentions {
		byName[m.Actor] = append(byName[m.Actor], m.In(r.Text))
	}
	var person *fact.Actor
	for i := range r.Actors {
		if a := &r.Actors[i]; a.Name == "هورست شتاينهوفر" {
			person = a
		}
	}
	if person == nil {
		t.Fatalf("no actor for the full name: %+v", r.Actors)
	}
	if got := len(byName[person.ID]); got != 3 {
		t.Errorf("the person has %d mentions, want 3: %v", got, byName)
	}
	if !slices.Equal(person.Offices, []string{"وزير الثروة السمكية الفنلندي"}) {
		t.Errorf("offices %q", person.Offices)
	}
	if !strings.HasPrefix(person.ID, "person:") || person.English == "" || person.English == person.Name {
		t.Errorf("actor %+v", person)
	}
	if n := len(byName["place:che-geneva"]); n != 2 {
		t.Errorf("Geneva has %d mentions, want 2: %v", n, byName)
	}
}

// TestAbbreviatedTitles holds that the letters of a title are no part of the office before
// them, nor of the name.
func TestAbbreviatedTitles(t *testing.T) {
	r := read("واجتمع رئيس اللجنة د. كمال الزعيتري بالسفير/ ناصر الدبياني.")
	var got []string
	for _, a := range r.Actors {
		got = append(got, a.Name+": "+strings.Join(a.Offices, "، "))
	}
	if want := []string{"كمال الزعيتري: رئيس اللجنة", "ناصر الدبياني: السفير"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestLinkedInside links names whose listed form stands inside them, and shows
// names as dictionaries have them.
func TestLinkedInside(t *testing.T) {
	r := read("قال قائد حركة «حماس» إن محمود محمود عباس قدم ردا للقوات المسلحة، ورحبت وزارتي الداخلية بذلك.")
	want := []string{"org:hamas حركة حماس", "person:mahmoud-abbas محمود عباس", "القوات المسلحة", "وزارة الداخلية"}
	if len(r.Mentions) != len(want) {
		t.Fatalf("mentions %s", marked(r))
	}
	for i, m := range r.Mentions {
		if got := m.Actor + " " + m.Name; !strings.HasSuffix(got, want[i]) {
			t.Errorf("got %s, want %s", got, want[i])
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add("إ")
		f.Add("قال د.")
		f.Add(unmarked(strings.Join(c.reads, "\n")))
	}
	f.Add("«عبد\nالله - ” ' ل« و. ابو\x00 الملا بن دي ولد")
	f.Fuzz(func(t *testing.T, src string) {
		r := read(src)
		at := 0
		for _, m := range r.Mentions {
			if m.Start < at || m.End <= m.Start || m.End > len(src) {
				t.Fatalf("mention [%d,%d) after %d in %d bytes", m.Start, m.End, at, len(src))
			}
			at = m.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var parts []string
	for _, c := range cases {
		parts = append(parts, c.nothings...)
		parts = append(parts, c.reads...)
	}
	src := unmarked(strings.Join(parts, "\n"))
	src = strings.Repeat(src+"\n", 2)
	tg := lex.Tag(arabic.New(src))
	doc := &text.Document{Text: src}
	block := []fact.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: fact.Paragraph}}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Find(page.New(doc, tg, &fact.Reading{Text: src, Blocks: block}))
	}
}
