package dates

import (
	"strings"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
)

// yearNumber reads a year in digits at token k: four digits that stand alone
// and lie in the years that news speak of.
func (s scanner) yearNumber(k int) (y int, hijri bool, last int, ok bool) {
	if k >= len(s.t.Tokens) || s.t.Tokens[k].Kind != arabic.Number || len(s.t.Tokens[k].Word) != 4 || !s.near(k) {
		return 0, false, k, false
	}
	y, hijri, last, ok = calendar.YearAt(s.t, k)
	if !ok || hijri && last == k+1 || !hijri && (y < 1700 || y > 2100) {
		return 0, false, k, false
	}
	return y, hijri, last, true
}

// namedYear reads a year after عام: «عام 2003», «العام 1997», «عامي 2003 و2005», «عام
// ألفين وخمسة».
func (s scanner) namedYear(i int) (Expression, bool) {
	k := i + 1
	if s.is(k, "(") {
		k++
	}
	y, hijri, last, ok := s.yearNumber(k)
	if !ok {
		if n, okay := s.t.NumberAt(k); okay && !n.Digits && n.Cut == 0 && n.Min == n.Max && n.Min > 1700 && n.Min < 2100 && s.near(k) {
			return expression(i, n.Last, ruleYear, point{kind: fixed, date: calendar.Date{Year: int(n.Min)}, weekday: -1})
		}
		return none()
	}
	if s.is(k-1, "(") && s.is(last, ")") {
		last++
	}
	return s.yearPair(i, y, hijri, last)
}

// yearPair is a year, or two where a second one follows: «2003 و2005», «2011-2012».
// After عام a second one after و is another year of its own.
func (s scanner) yearPair(i, y int, hijri bool, last int) (Expression, bool) {
	p := point{kind: fixed, date: calendar.Date{Year: y}, hijri: hijri, weekday: -1}
	w, _ := s.word(i)
	dual := w.class == unitClass && w.count > 1
	switch s.raw(last) {
	case "-", "–", "الي", "حتي", "/":
		dual = true
	}
	if second, h, end, ok := s.yearNumber(s.link(last)); dual && ok && h == hijri && second > y {
		q := p
		q.date.Year = second
		return Expression{First: i, Last: end, Rule: ruleYears, from: p, to: q}, true
	}
	if hijri {
		return expression(i, last, ruleHijri, p)
	}
	return expression(i, last, ruleYear, p)
}

// ledYear is a year that the word before it makes one.
func (s scanner) ledYear(k int) (Expression, bool) {
	y, hijri, last, ok := s.yearNumber(k)
	if !ok {
		return none()
	}
	return s.yearPair(k, y, hijri, last)
}

// yearLeads lists words after which four digits are a year, yearUnits nouns
// that tell that they are a count.
var (
	yearLeads = folded("في منذ حتى بعد قبل خلال نهاية مطلع منتصف أواخر أوائل بداية صيف شتاء ربيع خريف حدود حرب اتفاق اتفاقية دستور انتخابات ثورة غزو أزمة عدوان خطوط نكسة مبادرة بيان مؤتمر انقلاب قمة خريطة موازنة ميزانية معاهدة وثيقة تفاهم نكبة هزيمة احتلال انتفاضة مونديال أولمبياد")
	yearUnits = folded("شخص شخصا جندي جنديا مقاتل مقاتلا قتيل قتيلا جريح كيلومتر كلم متر دولار يورو طن أسرة عائلة لاجئ نازح مدني عنصر عنصرا موظف سجين أسير معتقل صاروخ ساعة يوم ميل درهم ريال دينار جنيه ليرة مرة منزل بالمئة بالمائة فلسطيني سوري يمني ليبي عراقي صفحة مسلح طالب عسكري")
)

// bareYear reads four digits without عام: «في 2003», «2015 إلى 2019». A number of
// a resolution, an article or a count is none.
func (s scanner) bareYear(i int) (Expression, bool) {
	y, hijri, last, ok := s.yearNumber(i)
	if !ok || hijri || y < 1900 {
		return none()
	}
	e, _ := s.yearPair(i, y, hijri, last)
	if yearUnits[s.raw(e.Last)] || s.is(e.Last, "%") {
		return none()
	}
	if _, ok := s.t.NumberAt(e.Last); ok { // «2000 ألف»
		return none()
	}
	if e.to.kind != nothing && e.to.date.Year-y < 60 && !s.is(i-1, "رقم") && !s.is(i-1, "القرارين") {
		return e, true
	}
	if i > 0 && s.near(i) {
		prev := s.raw(i - 1)
		_, _, led := arabic.Lookup(yearLeads, prev)
		if led || len(prev) > 10 && strings.HasSuffix(prev, "عام") { // the blank before عام is often left out
			return e, true
		}
	}
	return none()
}

// decade reads «التسعينيات», «ثمانينات القرن الماضي». Ages («في الستينيات من عمره»)
// are none.
func (s scanner) decade(i int, w word) (Expression, bool) {
	k := i + 1
	p := point{kind: period, date: calendar.Date{Year: w.value}, n: int16(w.value + 9)}
	if s.is(k, "من") {
		switch s.raw(k + 1) {
		case "العمر", "عمره", "عمرها", "عمرهم":
			return none()
		case "القرن":
			k++
		}
	}
	if s.is(k, "القرن") {
		k++
		if m, last := s.modifier(k); m == pastMod {
			k = last
		} else if s.is(k, "العشرين") {
			k++
		}
	} else if !w.def && !s.is(i-1, "عقد") {
		return none()
	}
	return expression(i, k, ruleDecade, p)
}

// century reads «القرن الماضي», «القرن العشرين», «القرن التاسع عشر».
func (s scanner) century(i int, w word) (Expression, bool) {
	if !w.def {
		return none()
	}
	k := i + 1
	if o, ok := s.t.OrdinalAt(k); ok && o.Definite && o.Cut == 0 && s.near(k) && o.Value <= 21 {
		first := (o.Value - 1) * 100
		return expression(i, o.Last, ruleCentury, point{kind: period, date: calendar.Date{Year: max(1, first)}, n: int16(first + 99)})
	}
	m, last := s.modifier(k)
	p := point{kind: offset, unit: unitCentury}
	switch m {
	case pastMod:
		p.n = -1
	case thisMod:
	default:
		return none()
	}
	return expression(i, last, ruleCentury, p)
}

// season reads «صيف عام 2003», «الصيف الماضي», «خريف هذا العام», and where ربيع begins
// the name of a month, the month.
func (s scanner) season(i int, w word) (Expression, bool) {
	k := i + 1
	p := point{kind: season, n: int16(w.value)}
	if w.def {
		m, last := s.modifier(k)
		if m != pastMod && m != nextMod && m != thisMod {
			return none()
		}
		p.mod = m
		return expression(i, last, ruleSeason, p)
	}
	if e, ok := s.month(i, false); ok {
		return e, true
	}
	if !s.near(k) {
		return none()
	}
	at := k
	if v, _ := s.word(k); v.class == unitClass && v.unit == unitYear {
		at++
	}
	if y, hijri, last, ok := s.yearNumber(at); ok && !hijri {
		p.date.Year = y
		return expression(i, last, ruleSeason, p)
	}
	q := point{date: calendar.Date{Month: 1}}
	if last := s.year(&q, k); q.yearMod != noMod {
		p.yearMod = q.yearMod
		return expression(i, last, ruleSeason, p)
	}
	return none()
}

// year4 is a date of which only the year is known.
func year4(y int) calendar.Date { return calendar.Date{Year: y} }
