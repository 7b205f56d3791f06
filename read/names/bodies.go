package names

import (
	"strings"
)

// bodyName is the end of «مجلس الأمن الدولي», «الهيئة العليا للمفاوضات»,
// «بعثة الأمم المتحدة في ليبيا».
func (f *finder) bodyName(i int, det bool) int {
	k := i + 1
	if det {
		n := 0
		for f.follows(k) && f.w[k].Has(definite) && n < 3 && (f.relativeLike(k) && !f.describing(k) && !f.w[k].Any(nisba) && (n > 0 || f.sameGender(k)) || f.ranked(k)) {
			k, n = k+1, n+1
		}
		if n == 0 && !f.national(k) {
			if h := f.lex.Heads[f.w[i].Head-1].ID; h == "tahaluf" || h == "itilaf" {
				return f.purposeEnd(i, k) // التحالف لدعم كذا
			}
			return i
		}
		if n > 0 && f.national(k) {
			k++
		} else if n == 0 {
			return i
		}
		end := f.forPurpose(k)
		if end == k && n == 1 && f.rankOnly(i+1) && f.lex.Heads[f.w[i].Head-1].Kind != "court" {
			return i
		}
		return end
	}
	return f.seat(i, f.genitive(i))
}

// purposeEnd is the end of what a body is for at k, i where nothing tells it.
func (f *finder) purposeEnd(i, k int) int {
	if end := f.forPurpose(k); end > k {
		return end
	}
	return i
}

// seat goes on over «في الجنوب», «في ليبيا» where the seat belongs to the name.
func (f *finder) seat(i, end int) int {
	if end > i+1 && end < len(f.Tokens) && f.wordAt(end) == "في" && f.inName(i) && f.follows(end) && f.follows(end+1) {
		switch f.wordAt(end + 1) {
		case "الجنوب", "الشمال", "الشرق", "الغرب":
			return end + 2
		}
		if c, ok := f.listedThing(end + 1); ok && c.kind == aPlace {
			return c.last
		}
	}
	return end
}

// bodyOf is the end of the name of a body that one ordinary noun or adjective
// does not name yet: «لجنة العلاقات الخارجية», «المرصد العربي للكذا», «مركز كذا».
func (f *finder) bodyOf(i int, det bool) int {
	if det {
		k := i + 1
		for n := 0; f.follows(k) && f.w[k].Has(definite) && n < 3 && (f.relativeLike(k) || f.ranked(k)); n++ {
			k++
		}
		if end := f.forPurpose(k); end > k && k > i+1 {
			return end
		}
		return i
	}
	if f.lex.Heads[f.w[i].Head-1].ID == "maktab" && (!f.follows(i+1) || !f.w[i+1].Has(definite) || f.isOffice(i+1)) {
		return i // «مكتب فلان» is his, «مكتب الإحصاء الوطني» a body
	}
	if f.mark(i+1) && f.onNetwork(i+2) {
		return i // منصة "كذا"
	}
	end := f.genitive(i)
	if end == i && f.members(i+1) && f.lex.Heads[f.w[i].Head-1].ID == "niqaba" {
		return f.tail(i + 2) // نقابة الصحفيين
	}
	if end > i+2 && f.lex.Heads[f.w[i].Head-1].ID == "nadi" && f.w[end-1].Has(definite|nisba) {
		end-- // نادي كذا المصري
	}
	if end == i+2 && f.w[i+1].Any(known) && !f.w[i+1].Any(given) {
		return i
	}
	return f.seat(i, end)
}

// onNetwork reports whether the name of a network of posts begins at token k.
func (f *finder) onNetwork(k int) bool {
	c, ok := f.listedThing(k)
	return ok && c.kind == aBody && len(c.refs) > 0 && f.facetsOf(c.refs[0])&network != 0
}

// members reports whether token k, with the article, is a plural of people.
func (f *finder) members(k int) bool {
	return f.follows(k) && f.w[k].Has(definite) && !f.w[k].Any(nisba|people) && (strings.HasSuffix(f.wordAt(k), "ين") || strings.HasSuffix(f.wordAt(k), "ات") || strings.HasSuffix(f.wordAt(k), "اء") || f.w[k].Has(noun))
}

// inName reports whether the head at i is one whose seat belongs to its name:
// «بعثة الأمم المتحدة في ليبيا», «غرفة العمليات في الجنوب».
func (f *finder) inName(i int) bool {
	switch f.lex.Heads[f.w[i].Head-1].ID {
	case "bitha", "ghurfa", "qiyada":
		return true
	}
	return false
}

// rankOnly reports whether token k tells a body's rank and not what it is for:
// the bare «الهيئة العليا» names nothing.
func (f *finder) rankOnly(k int) bool {
	switch f.wordAt(k) {
	case "العليا", "الاعلي", "العام", "العامه":
		return true
	}
	return false
}

// ranked reports whether token k is العليا، الأعلى and the like.
func (f *finder) ranked(k int) bool {
	switch f.wordAt(k) {
	case "العليا", "الاعلي", "العام", "العامه", "المركزي", "المركزيه", "المتحده", "الاحمر":
		return f.follows(k)
	}
	return false
}
