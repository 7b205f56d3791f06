package dates

// The rules, by their stable ids. Each has sentences that it must read and
// sentences that it must leave alone in testdata.
const (
	ruleFull     = "dates.full"             // 21 ديسمبر 2017، العاشر من حزيران/يونيو 2018
	ruleNumeric  = "dates.numeric"          // 14/3/2017
	ruleHijri    = "dates.hijri"            // 10 شوال 1436هـ، شهر رمضان
	ruleDay      = "dates.day-month"        // 22 فبراير، 18 من يناير القادم
	ruleOfMonth  = "dates.day-of-month"     // الخامس من الشهر الجاري، 24 من نفس الشهر
	ruleDays     = "dates.days"             // 23 و24 يناير، بين 11 و13 أبريل
	ruleMonth    = "dates.month"            // ديسمبر الماضي، أيار/مايو
	ruleYear     = "dates.year"             // عام 2003، نهاية 2008
	ruleYears    = "dates.years"            // 2015 إلى 2019، عامي 2011 و2012
	ruleDecade   = "dates.decade"           // التسعينيات
	ruleCentury  = "dates.century"          // القرن الماضي
	ruleSeason   = "dates.season"           // صيف عام 2003
	ruleWeekday  = "dates.weekday"          // الخميس
	ruleWeekRel  = "dates.weekday-relative" // الجمعة الماضي
	rulePair     = "dates.weekdays"         // الثلاثاء والأربعاء، ليل الأحد - الاثنين
	ruleToday    = "dates.today"            // اليوم، مساء اليوم الخميس
	ruleYest     = "dates.yesterday"        // أمس، أول من أمس
	ruleTomorrow = "dates.tomorrow"         // غدا، بعد غد
	ruleTonight  = "dates.tonight"          // الليلة الماضية
	ruleUnit     = "dates.unit"             // الأسبوع الماضي، هذا الشهر، نهاية العام
	ruleAgo      = "dates.ago"              // قبل أربعة أيام
	ruleAhead    = "dates.ahead"            // في غضون أسبوعين، بعد شهرين
	ruleSpan     = "dates.span"             // الأسبوعين الأخيرين، السنوات السبع الماضية
	ruleRange    = "dates.range"            // من 23 يناير إلى 5 فبراير
	ruleOpen     = "dates.open"             // قبل 15 مارس، ما قبل 1967
	ruleSame     = "dates.same"             // اليوم التالي، العام نفسه
)

// Rules lists the ids of all rules.
func Rules() []string {
	return []string{ruleFull, ruleNumeric, ruleHijri, ruleDay, ruleOfMonth, ruleDays, ruleMonth, ruleYear, ruleYears, ruleDecade, ruleCentury,
		ruleSeason, ruleWeekday, ruleWeekRel, rulePair, ruleToday, ruleYest, ruleTomorrow, ruleTonight, ruleUnit, ruleAgo, ruleAhead, ruleSpan,
		ruleRange, ruleOpen, ruleSame}
}

// The bases of a date.
const (
	basisExplicit = "explicit" // the words name it in full
	basisWeekday  = "weekday"  // by a day of the week
	basisRelative = "relative" // counted from the anchor
	basisInferred = "inferred" // a part that the words leave out was taken from what stands around
)
