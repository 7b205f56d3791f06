package incidents

import (
	"testing"

	"mahdar/lexicon"
)

// mended are sentences of plain news in which a deed was read that is none, or the wrong one,
// beside others like them. All are invented.
var mended = []toldCase{
	// what is agreed on is still to be done
	{"اتفقت الحكومة القمرية والحركة على تشكيل قوة مشتركة وفتح الطرق وتبادل الأسرى.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"وكانت الحكومة القمرية والحركة اتفقتا خلال مشاورات عدن على تبادل ألف أسير.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"توصلت الحكومة القمرية والحركة إلى اتفاق، نص على هدنة وسحب القوات من المدينة.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"توصلت الحكومة القمرية والحركة إلى اتفاق، وسحب الجيش القمري قواته من عدن.", []string{"AGREE الحركة;الحكومة القمرية >", "RETREAT الجيش القمري >"}},
	{"ويشمل الاتفاق سحب القوات من المدينة وتبادل الأسرى.", nil},
	// an operation need not be one of arms
	{"نفذت القوات القمرية عملية إنقاذ في البحر الأحمر.", []string{"AID القوات القمرية >"}},
	{"نفذت القوات القمرية عملية عسكرية في عدن.", []string{"ASSAULT القوات القمرية >"}},
	// who comes to terms, and who grants it alone
	{"توافقت الحكومة القمرية والحركة على آلية جديدة لتثبيت الهدنة.", []string{"AGREE الحركة;الحكومة القمرية >"}},
	{"توافق الحركة القمرية على شروط الوسيط.", nil},
	// the talks in the office of who leads them, talks by the name of a state, talks that go on
	{"أعلن رئيس فريق الوساطة سالم نادر أن الجو حار.", nil},
	{"محادثات السودان تنطلق في جنيف.", []string{"CONSULT >"}},
	{"قال الوزير إن الحوار بين إيران وتركيا ضروري.", nil},
	{"إن جرت مفاوضات بين إيران وتركيا فستكون قصيرة.", nil},
	{"جرت مفاوضات بين إيران وتركيا أمس.", []string{"CONSULT إيران;تركيا >"}},
	{"وبدأ الاجتماع بين إيران وتركيا الأحد بدعوة من الرئيس سالم نادر.", []string{"CONSULT إيران;تركيا >"}},
	// whose deed a relative clause tells
	{"رفض سالم نادر، الذي تقاتل حركته في الجبل، الجلوس إلى الطاولة.", nil},
	{"قتل ثلاثة جنود في هجوم شنه المتمردون.", []string{"ASSAULT المتمردون > ثلاثة جنود"}},
	{"نشرت الصحيفة أسماء المسؤولين الذين زاروا عدن.", []string{"CONSULT المسؤولين > اليمن"}},
	// a war as a whole
	{"أودت الحرب بحياة الآلاف.", nil},
	{"أودت غارة بحياة سبعة مدنيين في عدن.", []string{"ASSAULT > سبعة مدنيين"}},
	// a feminine verb does nothing to men in the passive
	{"اقتحمت قوات الأمن مقر الحزب واعتقلت عشرة ناشطين.", []string{"ASSAULT قوات الأمن > مقر الحزب", "COERCE قوات الأمن > عشرة ناشطين"}},
	{"اعتقل عشرة ناشطين في عدن.", []string{"COERCE > عشرة ناشطين"}},
	// no verb stands after بعد, and who resigns gains no ground
	{"عاد النازحون بعد دحر القوات القمرية.", nil},
	{"تقدم الرئيس سالم نادر باستقالته في ديسمبر الماضي.", []string{"RETREAT سالم نادر >"}},
	{"تقدم الوزير سالم نادر بشكوى في نيويورك.", nil},
	// what a weapon strikes is no genitive of it, and who laid an ambush acted
	{"استهدف صاروخ سفينة تجارية في البحر الأحمر.", []string{"ASSAULT > سفينة تجارية"}},
	{"سقطت قذيفة هاون على السوق في عدن.", []string{"ASSAULT >"}},
	{"أصيب ثلاثة جنود في كمين نصبه المتمردون.", []string{"ASSAULT المتمردون > ثلاثة جنود"}},
	{"نصب الجنود خيمة في الجبل.", nil},
	{"أسقطت الدفاعات الجوية القمرية طائرة مسيرة.", []string{"ASSAULT الدفاعات الجوية القمرية >"}},
	// a noun with the ending of a relative adjective
	{"قصفت القوات القمرية القرية.", []string{"ASSAULT القوات القمرية > القرية"}},
	{"اتهم الوزير الجبهة بمواصلة قصف مواقع الجيش.", []string{"ASSAULT الجبهة > مواقع الجيش"}},
}

func TestMended(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range mended {
		c.hold(t, newPage(lex, c.sentence))
	}
}
