package figures

import (
	"strings"

	"mahdar/arabic"
)

// folded maps the folded words of list to v.
func folded[T any](m map[string]T, v T, list string) {
	for w := range strings.FieldsSeq(list) {
		m[arabic.Fold(w)] = v
	}
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	folded(m, true, list)
	return m
}

// fates maps words that tell what befalls people to the unit of their count.
var fates = makeFates()

func makeFates() map[string]string {
	m := map[string]string{}
	folded(m, "killed", `قتل قتلت قتلوا قتلا قتلهم قتلى القتلى قتيلا مقتل بمقتل مصرع مصرعهم مصرعه استشهد استشهدوا استشهاد سقوط سقط سقطوا اغتيال اغتيل إعدام أعدم
		أعدمت أعدموا وفاة توفي مات ماتوا غرق غرقوا حتفهم قضى قضوا أودى أودت بحياة حصد حصدت ضحايا ضحيتها ذبح قتلاه القتل يقتل تقتل يلقون لقوا مصارعهم راح`)
	folded(m, "wounded", `جرح جرحوا جرحا جرحت إصابة إصابات أصيب أصيبوا أصيبت أصيبا أصاب أصابت بجراح بجروح جراح جروح جرحى الجرحى يصاب`)
	folded(m, "displaced", `نزوح نزح نزحوا نزحت ينزح تهجير هجر هجروا هجرت تشريد شرد شردوا شردهم شردت تشرد فرار فر فروا فرت النازحين نازح نازحين النازحون مشرد مشردين إجلاء أجلي أجلوا لجوء لجأ لجأوا`)
	folded(m, "detained", `اعتقال اعتقل اعتقلت اعتقلوا احتجاز احتجز احتجزت محتجز محتجزين أسر أسروا أسرت أسرهم توقيف أوقف أوقفت سجن سجنت سجون المعتقلين اعتقالهم`)
	folded(m, "released", `الإفراج إفراج أفرج أفرجت أفرجوا سراح سراحهم تحرير إخلاء`)
	folded(m, "abducted", `خطف خطفوا خطفت اختطاف اختطف اختطفت اختطفوا المختطفين المخطوفين للاختطاف للخطف خطفهم اختطافهم المختطفون`)
	folded(m, "in-need", `بحاجة يحتاج يحتاجون تحتاج محتاجين حاجة لمساعدات المساعدة`)
	folded(m, "missing", `فقدان فقد فقدوا مفقودين اختفاء اختفى`)
	folded(m, "returnees", `عودة عاد عادوا العودة يعود`)
	folded(m, "surrendered", `استسلام استسلم استسلموا استسلمت`)
	delete(m, "فر") // with و before it «provided»
	return m
}

// units that people are counted in until their fate is told
var peopleUnits = setOf(`people civilians troops fighters police guards staff members officials journalists medics workers students passengers legislators teachers
	farmers lawyers judges pilots drivers politicians diplomats commanders volunteers widows orphans protesters activists attackers migrants refugees scientists sailors
	pilgrims settlers worshippers fishermen disabled sick leaders observers experts candidates`)

// states are units of people by what has befallen them before.
var states = setOf("displaced detained returnees stranded missing")

// bodies lists units that are made of people: a count of some «من» them is of
// people.
var bodies = setOf("parties groups organisations forces tribes delegations bodies armies battalions brigades")

// others are people who are told only beside others: آخرين.
var others = set("آخرين آخرون آخران أخريات آخر")

// slight lists units of which a plain count does not matter to a conflict or
// to talks: measures, and parts of meetings and texts.
var slight = setOf(`kilometres metres miles litres kilograms hectares stages points topics rounds sessions meetings visits flights articles agreements steps
	resolutions documents proposals packages operations cases reports charges missions signatures principles demands speakers doses boxes share candidates
	leaders bodies councils institutions centres stations companies envoys coups explosions battles events`)

// duals lists units of which a dual is a count by itself, with nothing
// befalling them.
var duals = setOf("governments parliaments")

// definites lists units of which «the n» is a count: the three guarantors.
var definites = setOf(`states guarantors islands committees parties groups zones governments parliaments delegations provinces towns villages conditions crossings
	regions tribes organisations abducted detained people killed wounded fighters troops civilians police hostages journalists`)

func setOf(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// numbered go before a number that names a thing and counts nothing.
var numbered = set(`القرار قرار قراره رقم الرقم المادة مادة الفقرة البند الفصل الملحق الدورة دورته دورتها الكتيبة كتيبة اللواء لواء الفرقة فرقة طراز موديل المجموعة هاتف جوال
	فاكس تلفون صفحة ص الصفحة القناة قناة عدد العدد القمة قمة النسخة الطبعة الغرفة البوابة الطريق شارع الحلقة حلقة سن عمر عمره عمرها بعمر جنيف أستانة آستانة الرياض
	القانون قانون مرسوم المرسوم ميغ سوخوي إف توماهوك سكود غراد بوابة معبر المربع قطاع حاجز الشهادة نتيجة بنتيجة مباراة كتائب ثورة إنتاج القرارين القرارات`)

// timeUnits after a number make it a span of time, an age or a repetition.
var timeUnits = set(`يوم يوما أيام يومين ليلة ليال ليالي أسبوع أسبوعا أسابيع أسبوعين شهر شهرا أشهر شهور شهرين عام عاما أعوام عامين سنة سنوات سنين سنتين ساعة ساعات ساعتين
	دقيقة دقائق دقيقتين ثانية ثوان ثواني عقد عقود عقدا عقدين قرن قرون قرنا مرة مرات مرتين جولة جولات درجة درجات مئوية طابق طوابق دورات دورة خطوات أضعاف ضعف أمثال السنين السنوات الأعوام الأيام الأسابيع الأشهر الساعات المرات العقود صفحة صفحات فقرة فقرات`)

// about goes before a number without changing it.
var about = set("نحو حوالي زهاء قرابة بنحو بحوالي لنحو لحوالي بقرابة ونحو وحوالي وقرابة")

// shares are what a percentage is of where it matters.
var shares = set(`المقاتلين مقاتلي مقاتليه السكان سكان سكانها سكانه الأراضي أراضي أراضيها مساحته مساحتها مساحة المدنيين القتلى الضحايا اللاجئين النازحين الأرض المدينة
	البلاد الأطفال النساء المسلحين الأسلحة المناطق المنازل المقاعد الشعب القوات اليمنيين السوريين الليبيين العراقيين السودانيين الفلسطينيين الصواريخ المساعدات الإقليم`)
