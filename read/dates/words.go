package dates

import (
	"strings"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
)

// class says what a word does in a calendar expression.
type class uint8

const (
	noClass class = iota
	monthClass
	weekdayClass
	todayClass     // اليوم
	yesterdayClass // أمس
	tomorrowClass  // غدا
	ghadClass      // غد, الغد: tomorrow only beside another word
	awwalClass     // أول: أول من أمس
	partClass      // صباح, مساء: a part of the day that follows
	tonightClass   // الليلة
	phaseClass     // أواخر, منتصف, مطلع: a part of the span that follows
	unitClass      // يوم, أسابيع, السنوات
	ordinalClass   // الخامس: the day of a month
	decadeClass    // التسعينيات
	seasonClass    // صيف
	thisClass      // هذا, هذه
	sameClass      // نفس, ذات
	prepClass      // قبل, بعد, منذ, بين, من, في غضون
)

// unit is a unit of calendar time.
type unit uint8

const (
	unitHour unit = iota + 1
	unitDay
	unitWeek
	unitMonth
	unitYear
	unitDecade
	unitCentury
)

// modifier says where a span lies: الماضي, المقبل, الجاري.
type modifier int8

const (
	noMod modifier = iota
	pastMod
	nextMod
	thisMod
	recentMod // الأخير, السابق: past only beside a number
	sameMod   // نفسه, ذاته
	afterMod  // التالي
)

// preposition says how an expression bounds time.
type preposition uint8

const (
	before preposition = iota + 1
	after
	since
	between
	from
	within
	until
)

// word is an entry of the vocabulary.
type word struct {
	class class
	value int // weekday, decade's first year, season, ordinal, preposition
	unit  unit
	count int8 // of units: 1, 2, 3 for plurals
	def   bool // of units and seasons: has the article
}

// vocabulary maps folded words to what they do; words that take the article
// are listed with it.
var vocabulary = makeVocabulary()

// mayDate lets through the words that may be in vocabulary.
var mayDate = arabic.GateOf(vocabulary)

// modifiers maps folded adjectives.
var modifiers = makeModifiers()

func makeVocabulary() map[string]word {
	m := make(map[string]word, 320)
	set := func(w word, list string) {
		for s := range strings.FieldsSeq(list) {
			m[arabic.Fold(s)] = w
		}
	}
	units(m)
	set(word{class: partClass, value: 1}, "صباح صبيحة فجر ظهر عصر مساء نهار أمسية ضحى ظهيرة")
	set(word{class: partClass, value: 2}, "ليل ليلة")
	set(word{class: tonightClass}, "الليلة")
	set(word{class: phaseClass}, "أوائل أواخر أواسط مطلع منتصف نهاية نهايات بداية بدايات مستهل ختام انتصاف")
	set(word{class: todayClass}, "اليوم")
	set(word{class: yesterdayClass}, "أمس الأمس البارحة")
	set(word{class: tomorrowClass}, "غدا")
	set(word{class: ghadClass}, "غد الغد")
	set(word{class: awwalClass}, "أول")
	set(word{class: thisClass}, "هذا هذه")
	set(word{class: sameClass}, "نفس ذات")
	set(word{class: prepClass, value: int(before)}, "قبل قبيل")
	set(word{class: prepClass, value: int(after)}, "بعد")
	set(word{class: prepClass, value: int(since)}, "منذ مذ")
	set(word{class: prepClass, value: int(between)}, "بين")
	set(word{class: prepClass, value: int(from)}, "من")
	set(word{class: prepClass, value: int(within)}, "خلال غضون")
	for k, s := range [...]string{"شتاء", "ربيع", "صيف", "خريف"} {
		set(word{class: seasonClass, value: k}, s)
		set(word{class: seasonClass, value: k, def: true}, "ال"+s)
	}
	for k, s := range [...]string{"عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"} {
		for _, end := range [...]string{"ات", "يات"} {
			set(word{class: decadeClass, value: 1920 + 10*k, def: true}, "ال"+s+end)
			set(word{class: decadeClass, value: 1920 + 10*k}, s+end)
		}
	}
	for _, s := range [...]string{"الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي", "العشرين", "الثلاثين"} {
		set(word{class: ordinalClass}, s)
	}
	for _, w := range calendar.MonthWords() {
		if _, taken := m[w]; !taken {
			m[w] = word{class: monthClass}
		}
	}
	for w, k := range calendar.WeekdayWords() {
		m[w] = word{class: weekdayClass, value: k}
	}
	return m
}

// units adds the units of time in singular, dual and plural, with and without
// the article.
func units(m map[string]word) {
	add := func(u unit, count int8, list string) {
		for s := range strings.FieldsSeq(list) {
			s = arabic.Fold(s)
			m[s] = word{class: unitClass, unit: u, count: count}
			m["ال"+s] = word{class: unitClass, unit: u, count: count, def: true}
		}
	}
	add(unitHour, 1, "ساعة")
	add(unitHour, 2, "ساعتين ساعتان")
	add(unitHour, 3, "ساعات")
	add(unitDay, 1, "يوم يوما")
	add(unitDay, 2, "يومين يومان يومي")
	add(unitDay, 3, "أيام")
	add(unitWeek, 1, "أسبوع أسبوعا")
	add(unitWeek, 2, "أسبوعين أسبوعان أسبوعي")
	add(unitWeek, 3, "أسابيع")
	add(unitMonth, 1, "شهر شهرا")
	add(unitMonth, 2, "شهرين شهران شهري")
	add(unitMonth, 3, "أشهر شهور")
	add(unitYear, 1, "عام عاما سنة")
	add(unitYear, 2, "عامين عامان عامي سنتين سنتان سنتي")
	add(unitYear, 3, "أعوام سنوات سنين")
	add(unitDecade, 1, "عقد عقدا")
	add(unitDecade, 2, "عقدين عقدان")
	add(unitCentury, 1, "قرن قرنا")
	delete(m, "اليوم") // it is a day of its own, set later
}

func makeModifiers() map[string]modifier {
	m := map[string]modifier{}
	set := func(v modifier, list string) {
		for s := range strings.FieldsSeq(list) {
			for _, end := range [...]string{"", "ة", "ين", "تين", "ان", "ات"} {
				m[arabic.Fold("ال"+s+end)] = v
			}
		}
	}
	set(pastMod, "ماضي فائت منصرم")
	set(nextMod, "مقبل قادم آتي جاي")
	set(thisMod, "جاري حالي راهن")
	set(recentMod, "أخير سابق")
	set(afterMod, "تالي موالي")
	for _, s := range [...]string{"الماضيين", "الجاريين", "الحاليين"} {
		m[arabic.Fold(s)] = m[arabic.Fold(s[:len(s)-4])]
	}
	for s := range strings.FieldsSeq("نفسه ذاته نفسها ذاتها عينه") {
		m[s] = sameMod
	}
	return m
}
