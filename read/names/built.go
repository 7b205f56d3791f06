package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// built reads a name that is built on the noun at token i: «وزارة X», «حركة X»,
// «مطار X». The extents follow the classes of data/heads.tsv.
func (f *finder) built(i int) (found, bool) {
	w := &f.w[i]
	h := &f.lex.Heads[w.head-1]
	c := found{first: i, last: i, cut: w.cut, kind: fact.Organisation, head: w.head, rule: "names." + string(h.Class)}
	det := f.hasArticle(i)
	switch h.Class {
	case lexicon.HeadMinistry:
		c.last = f.ministry(i, det)
	case lexicon.HeadForce:
		c.last = f.force(i, det)
	case lexicon.HeadTroops:
		c.last = f.troops(i, det)
	case lexicon.HeadForceOf:
		c.last = f.forceOf(i)
	case lexicon.HeadGroup:
		c.last = f.group(i, det)
		if f.dual(i) && c.last > i {
			c.first, c.cut = i+1, 0
			if f.mark(c.first) {
				c.first, c.last = c.first+1, c.last-1
			}
		}
	case lexicon.HeadBody:
		c.last = f.bodyName(i, det)
	case lexicon.HeadBodyOf:
		c.last = f.bodyOf(i, det)
	case lexicon.HeadOutlet:
		c.first, c.last = f.outlet(i, det)
		c.cut = 0
	case lexicon.HeadPlace:
		c.kind = fact.Location
		c.last = f.placeOn(i, det)
	case lexicon.HeadArea:
		c.kind = fact.Location
		c.first, c.last = f.areaName(i, det)
		c.cut = 0
	}
	return c, c.last > c.first && (c.first > i || c.last > i+1)
}

// dual reports whether the head at i is a dual, which names two: «حركتي X وY».
func (f *finder) dual(i int) bool {
	return strings.HasSuffix(f.wordAt(i), "تي") || strings.HasSuffix(f.wordAt(i), "تا") || strings.HasSuffix(f.wordAt(i), "بي") || strings.HasSuffix(f.wordAt(i), "مي")
}

// hasArticle reports whether the head at i has the article, attached particles
// aside.
func (f *finder) hasArticle(i int) bool {
	word := f.Tokens[i].Word[min(int(f.w[i].cut), len(f.Tokens[i].Word)):]
	return len(word) >= 8 && word[:4] == "ال" || strings.HasPrefix(f.Tokens[i].Word, "لل") && f.w[i].cut == 2
}

// national reports whether token k is a nation's adjective with the article.
func (f *finder) national(k int) bool { return f.follows(k) && f.w[k].has(definite|nisba) }

// describing reports whether token k is an adjective that names nothing.
func (f *finder) describing(k int) bool { return f.w[k].plain }

// properNoun reports whether token k may be the noun that a name is made of: it
// has the article and is no adjective that describes, no relative, no verb.
func (f *finder) properNoun(k int) bool {
	w := &f.w[k]
	return f.follows(k) && w.has(definite) && !w.plain && !w.any(particle)
}

// relativeLike reports whether a word with the article has the ending of a
// relative adjective: الدولي، السياسية.
func (f *finder) relativeLike(k int) bool {
	w := f.wordAt(k)
	return f.follows(k) && f.w[k].has(definite) && (strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "يه")) && !f.w[k].any(particle)
}

// ministry is the end of «وزارة الخارجية والتعاون الدولي الروسية» and
// «وزارة خارجية كذا», «الرئاسة السورية».
func (f *finder) ministry(i int, det bool) int {
	if det {
		if f.lex.Heads[f.w[i].head-1].Kind == "presidency" && f.national(i+1) {
			return i + 2
		}
		return i
	}
	k := i + 1
	if !f.follows(k) {
		return i
	}
	if f.w[k].port && !f.w[k].has(definite) {
		if c, ok := f.listedThing(k + 1); ok && f.follows(k+1) && c.kind == fact.Location {
			return c.last // وزارة خارجية كازاخستان
		}
	}
	if f.wordAt(k) == "شوون" {
		k++
	}
	if !f.properNoun(k) && !f.w[k].port {
		return i
	}
	k++
	for n := 0; n < 4 && k < len(f.Tokens) && f.follows(k); n++ {
		switch {
		case f.w[k].has(definite | nisba):
			return k + 1
		case f.relativeLike(k) && !f.describing(k):
			k++
		case strings.HasPrefix(f.wordAt(k), "وال") && f.w[k].port && !f.major(k):
			k++
		default:
			return k
		}
	}
	return k
}

// major reports whether token k, و aside, is the seat of a ministry of its own.
func (f *finder) major(k int) bool {
	switch strings.TrimPrefix(f.wordAt(k), "و") {
	case "الخارجيه", "الدفاع", "الداخليه", "الماليه":
		return true
	}
	return false
}

// portfolio reads «الخارجية الروسية» and «الخارجية» where it speaks, for its ministry.
func (f *finder) portfolio(i int) (found, bool) {
	w := &f.w[i]
	c := found{first: i, kind: fact.Organisation, rule: "names.ministry"}
	if !w.has(definite) || f.inTitle(i) {
		return c, false
	}
	switch f.wordAt(i) {
	case "الخارجيه", "الدفاع", "الداخليه":
	default:
		return c, false
	}
	if i > 0 && f.follows(i) && f.w[i-1].has(definite) && !f.w[i-1].any(finite) {
		return c, false
	}
	if f.national(i+1) && strings.HasSuffix(f.wordAt(i+1), "ه") {
		c.last = i + 2
		return c, true
	}
	return c, false
}

// inTitle reports whether token i is part of an office that begins before it.
func (f *finder) inTitle(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if p, ok := f.office(k); ok && p.Last > i {
			return true
		}
	}
	return false
}

// force is the end of «الجيش السوري», «الحرس الثوري الإيراني», «جيش الإسلام».
func (f *finder) force(i int, det bool) int {
	k := i + 1
	if det {
		for n := 0; n < 3 && f.follows(k) && f.w[k].has(definite) && !f.describing(k) && (f.w[k].any(nisba) || f.relativeLike(k) || f.forceWord(k)) && (n == 0 || f.agrees(k)); n++ {
			k++
		}
		if k == i+1 {
			return i
		}
		return k
	}
	return f.genitive(i)
}

// forceWord reports whether token k is an adjective of armed forces.
func (f *finder) forceWord(k int) bool {
	switch f.wordAt(k) {
	case "الحر", "الثوري", "الجمهوري", "الشعبي", "الوطني", "المسلحه", "العام", "العامه":
		return true
	}
	return false
}

// troops is the end of «قوات التحالف», «القوات المسلحة السودانية»; troops of a
// nation or a government are no name.
func (f *finder) troops(i int, det bool) int {
	k := i + 1
	if !f.follows(k) {
		return i
	}
	if det {
		if f.wordAt(k) == "المسلحه" {
			if f.national(k + 1) {
				return k + 2
			}
			return k + 1
		}
		return i
	}
	if f.wordAt(k) == "التحالف" || f.wordAt(k) == "الدفاع" && f.relativeLike(k+1) {
		k++
		if f.relativeLike(k) && !f.describing(k) {
			k++
		}
		return k
	}
	return i
}

// forceOf is the end of «سلاح الجو الروسي».
func (f *finder) forceOf(i int) int {
	k := i + 1
	if !f.follows(k) {
		return i
	}
	switch f.wordAt(k) {
	case "الجو", "البحريه", "الطيران", "المدرعات":
		if f.national(k + 1) {
			return k + 2
		}
		return k + 1
	}
	return i
}

// group is the end of «حركة العدل والمساواة», «حزب "X"», «جبهة النصرة».
func (f *finder) group(i int, det bool) int {
	k := i + 1
	if det {
		if end, ok := f.numbered(i); ok {
			return end
		}
		// الحزب الإسلامي, الحركة الشعبية لتحرير السودان
		n := 0
		for f.relativeLike(k) && !f.describing(k) && n < 3 && !f.w[k].any(nisba) {
			k, n = k+1, n+1
		}
		if n == 0 {
			return i
		}
		if f.national(k) {
			k++
		}
		return f.forPurpose(k)
	}
	return f.genitive(i)
}

// numbered is the end of a unit that is told by its number: «الكتيبة 103»,
// «الفيلق الخامس».
func (f *finder) numbered(i int) (int, bool) {
	h := &f.lex.Heads[f.w[i].head-1]
	if h.Sector != "REB" && h.Sector != "MIL" || i+1 >= len(f.Tokens) || !f.joined(i+1) {
		return i, false
	}
	if t := f.Tokens[i+1]; t.Kind == arabic.Number && t.Gap == arabic.Space && len(t.Word) <= 3 {
		return i + 2, true
	}
	if h.ID == "firqa" || h.ID == "faylaq" || h.ID == "katiba" {
		if f.regnal(i+1) || f.follows(i+1) && arabicOrdinal(f.wordAt(i+1)) {
			return i + 2, true
		}
	}
	return i, false
}

// arabicOrdinal reports whether a word is an ordinal with the article.
func arabicOrdinal(word string) bool {
	switch word {
	case "الاولي", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه", "العاشره", "التاسع", "العاشر":
		return true
	}
	return false
}

// genitive is the end of a bare noun and the proper noun that it governs:
// a quoted name, an unknown word, a listed name, or words with the article and
// what agrees with them.
func (f *finder) genitive(i int) int {
	k := i + 1
	if k < len(f.Tokens) && f.mark(k) && f.Tokens[k].Gap < arabic.Line {
		if end, ok := f.quotedName(k); ok {
			return end
		}
		return i
	}
	if !f.follows(k) {
		return i
	}
	if c, ok := f.listedOwn(k); ok {
		return c
	}
	if f.unknown(k) && !f.w[k].has(definite) && !f.verbLike(k, &shape{}) && !pluralLike(f.wordAt(k)) {
		k++
		for f.follows(k) && (f.unknown(k) && !f.w[k].has(definite) && !f.verbLike(k, &shape{elements: 1})) {
			k++
		}
		return f.tail(k)
	}
	if f.maker(k) && f.follows(k+1) {
		if c, ok := f.listedThing(k + 1); ok {
			return f.tail(c.last) // جيش تحرير السودان, لجنة حكماء أفريقيا
		}
		if f.properNoun(k + 1) {
			return f.tail(k + 2)
		}
	}
	if p, ok := f.office(k); ok && f.w[k].has(definite) {
		if c, ok := f.listed(p.Last); ok && c.kind == fact.Person && f.follows(p.Last) {
			return f.forPurpose(c.last) // مركز الملك فلان للإغاثة
		}
	}
	if f.w[k].head > 0 && f.lex.Heads[f.w[k].head-1].Class == lexicon.HeadArea && !f.w[k].has(definite) {
		if first, last := f.areaName(k, false); last > first {
			return last // بلدية مدينة كذا
		}
		if c, ok := f.listedThing(k + 1); ok && c.kind == fact.Location && f.follows(k+1) {
			return c.last
		}
	}
	if !f.properNoun(k) || f.w[k].any(nisba|people) || f.personNoun(k) && f.lex.Heads[f.w[i].head-1].Class != lexicon.HeadBody {
		return i
	}
	return f.tail(k + 1)
}

// personNoun reports whether token k describes people or a side and names no
// group: المتمردين، المخلوع، الإقليم.
func (f *finder) personNoun(k int) bool {
	w, word := &f.w[k], f.wordAt(k)
	if w.head > 0 && f.lex.Heads[w.head-1].Class == lexicon.HeadArea {
		return true
	}
	if !w.any(known) {
		return false
	}
	if _, ok := f.office(k); ok {
		return true
	}
	return strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ون") || w.any(adjective) && !w.any(noun)
}

// maker reports whether token k is a noun that stands in names of groups before
// another: تحرير، حماية، دعم.
func (f *finder) maker(k int) bool {
	switch f.wordAt(k) {
	case "تحرير", "حمايه", "دعم", "شهداء", "حكماء", "حراس", "احرار", "ثوار", "شباب", "انصار", "شورى", "شوري", "علماء", "حقوق", "شوون", "اسود", "صقور", "احفاد", "جند", "نداء", "مقاومه", "امن", "سلام", "خبراء", "اركان", "دول", "جيش":
		return true
	}
	return false
}

// listedOwn is the end of a listed name at k that the noun before it governs.
func (f *finder) listedOwn(k int) (int, bool) {
	c, ok := f.listed(k)
	if !ok || c.cut > 0 || c.first != k || c.kind == fact.Person && c.last == k+1 && f.w[k].any(known) {
		return 0, false
	}
	if c.kind == fact.Organisation && len(c.refs) > 0 && f.lex.Organisations[c.refs[0].Entry].Kind == "army" {
		return 0, false // تحت لواء الجيش
	}
	return c.last, true
}

// tail goes on from k over what belongs to a name: «والمساواة», adjectives in the
// article, nouns in the article that agree, «لتحرير السودان».
func (f *finder) tail(k int) int {
	for n := 0; n < 4 && f.follows(k); n++ {
		word := f.wordAt(k)
		switch {
		case strings.HasPrefix(word, "وال") && f.abstract(k):
			k++
		case word == "و" && f.follows(k+1) && f.w[k+1].has(definite) && f.abstract(k+1):
			k += 2
		case f.w[k].has(definite | nisba):
			return f.forPurpose(k + 1)
		case f.relativeLike(k) && !f.describing(k) && f.agrees(k):
			k++
		default:
			return f.forPurpose(k)
		}
	}
	return f.forPurpose(k)
}

// agrees reports whether a relative adjective at k has the gender of the
// adjective or the masculine head before it.
func (f *finder) agrees(k int) bool {
	before, word := f.wordAt(k-1), f.wordAt(k)
	if strings.HasSuffix(before, "ي") && f.w[k-1].has(definite) {
		return strings.HasSuffix(word, "ي")
	}
	return true
}

// abstract reports whether token k, و aside, is a quality or deed such as
// names of parties join: العدالة والتنمية.
func (f *finder) abstract(k int) bool {
	word := strings.TrimPrefix(f.wordAt(k), "و")
	if !strings.HasPrefix(word, "ال") || f.w[k].head > 0 || f.w[k].plain {
		return false
	}
	switch strings.TrimPrefix(word, "ال") {
	case "تنميه", "عداله", "مساواه", "حريه", "سلام", "ديمقراطيه", "وحده", "بناء", "اصلاح", "تغيير", "كرامه", "تجديد", "عمل", "جهاد", "ايمان", "تعاون", "جماعه", "معارضه", "تقدم", "امن", "تنفيذ", "تعمير", "متابعه", "مصالحه", "دعوه", "عروبه", "زراعه", "ثقافه", "علوم":
		return true
	}
	return false
}

// forPurpose goes on from k over «للمفاوضات», «لتحرير السودان», «لدعم الشرعية في اليمن».
func (f *finder) forPurpose(k int) int {
	if !f.follows(k) {
		return k
	}
	word := f.wordAt(k)
	if strings.HasPrefix(word, "لل") && len(word) > 8 && !f.w[k].plain && f.purposeNoun(k) {
		k++
		for n := 0; n < 2 && (f.relativeLike(k) && !f.describing(k) || f.ranked(k)); n++ {
			k++
		}
		return k
	}
	switch word {
	case "لتحرير", "لدعم", "لحقوق", "لحمايه", "لشوون", "لاعاده", "لمكافحه", "لمراقبه", "لحظر", "لتنميه":
		if f.follows(k+1) && (f.w[k+1].has(definite) || f.unknown(k+1)) {
			k += 2
			if f.wordAt(k) == "في" && f.follows(k+1) {
				if c, ok := f.listedThing(k + 1); ok {
					return c.last
				}
			}
			return k
		}
		if c, ok := f.listedThing(k + 1); ok && f.follows(k+1) {
			return c.last
		}
	}
	return k
}

// purposeNoun reports whether «للـ…» at k tells what a body is for, and is not a
// body or place that it is told of.
func (f *finder) purposeNoun(k int) bool {
	if _, ok := f.listedThing(k); ok {
		return false
	}
	return f.w[k].head == 0 && !f.w[k].any(nisba|people)
}

// bodyName is the end of «مجلس الأمن الدولي», «الهيئة العليا للمفاوضات»,
// «بعثة الأمم المتحدة في ليبيا».
func (f *finder) bodyName(i int, det bool) int {
	k := i + 1
	if det {
		n := 0
		for f.follows(k) && f.w[k].has(definite) && n < 3 && (f.relativeLike(k) && !f.describing(k) && !f.w[k].any(nisba) || f.ranked(k)) {
			k, n = k+1, n+1
		}
		if n == 0 && !f.national(k) {
			return i
		}
		if n > 0 && f.national(k) {
			k++
		} else if n == 0 {
			return i
		}
		end := f.forPurpose(k)
		if end == k && n == 1 && f.rankOnly(i+1) {
			return i
		}
		return end
	}
	return f.seat(i, f.genitive(i))
}

// seat goes on over «في الجنوب», «في ليبيا» where the seat belongs to the name.
func (f *finder) seat(i, end int) int {
	if end > i+1 && end < len(f.Tokens) && f.wordAt(end) == "في" && f.inName(i) && f.follows(end) && f.follows(end+1) {
		switch f.wordAt(end + 1) {
		case "الجنوب", "الشمال", "الشرق", "الغرب":
			return end + 2
		}
		if c, ok := f.listedThing(end + 1); ok && c.kind == fact.Location {
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
		for n := 0; f.follows(k) && f.w[k].has(definite) && n < 3 && (f.relativeLike(k) || f.ranked(k)); n++ {
			k++
		}
		if end := f.forPurpose(k); end > k && k > i+1 {
			return end
		}
		return i
	}
	end := f.genitive(i)
	if end == i+2 && f.w[i+1].any(known) && !f.w[i+1].any(given) {
		return i
	}
	return f.seat(i, end)
}

// inName reports whether the head at i is one whose seat belongs to its name:
// «بعثة الأمم المتحدة في ليبيا», «غرفة العمليات في الجنوب».
func (f *finder) inName(i int) bool {
	switch f.lex.Heads[f.w[i].head-1].ID {
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

// quotedName is the end of a name of one to five words between quotation marks
// that open at k: after the closing one.
func (f *finder) quotedName(k int) (int, bool) {
	for e := k + 2; e <= k+6 && e < len(f.Tokens); e++ {
		if f.Tokens[e].Gap >= arabic.Line {
			return 0, false
		}
		if f.mark(e) {
			return e + 1, true
		}
	}
	return 0, false
}

// outlet is the name after «صحيفة», «قناة», «وكالة»: quoted, Latin, or the words
// up to a nation's adjective.
func (f *finder) outlet(i int, det bool) (int, int) {
	k := i + 1
	if k >= len(f.Tokens) || !f.joined(k) {
		return i, i
	}
	if det {
		return i, i
	}
	for n := 0; n < 2 && f.follows(k) && f.w[k].has(nisba) && !f.w[k].has(definite); n++ {
		k++
	}
	if f.mark(k) {
		if end, ok := f.quotedName(k); ok {
			return k + 1, end - 1
		}
		return i, i
	}
	start := k
	if k < len(f.Tokens) && f.Tokens[k].Kind == arabic.Latin {
		for k < len(f.Tokens) && f.Tokens[k].Kind == arabic.Latin && (k == start || f.joined(k)) {
			k++
		}
		return start, k
	}
	if !f.follows(k) {
		return i, i
	}
	if c, ok := f.listedThing(k); ok {
		k = c.last
	} else if f.wordAt(k) == "الانباء" || f.wordAt(k) == "انباء" {
		return f.newsAgency(i, k)
	} else if f.w[k].has(definite) && !f.w[k].any(nisba|particle) || f.unknown(k) && !f.verbLike(k, &shape{}) {
		k++
	} else {
		return i, i
	}
	for f.follows(k) && f.unknown(k) && !f.w[k].has(definite) && !f.verbLike(k, &shape{elements: 1}) {
		k++
	}
	if f.wordAt(k) == "اليوم" && k == start+1 {
		k++
	}
	return start, k
}

// newsAgency reads «الأنباء الفرنسية» after وكالة; where its short name follows
// («الأنباء السورية "سانا"»), that is the name.
func (f *finder) newsAgency(i, k int) (int, int) {
	end := k + 1
	for end < len(f.Tokens) && f.follows(end) && f.w[end].has(definite) && (f.w[end].any(nisba) || f.relativeLike(end)) {
		end++
	}
	if end == k+1 || f.mark(end) && f.Tokens[end].Gap < arabic.Line {
		return i, i
	}
	if c, ok := f.listedThing(end); ok && f.follows(end) && c.kind == fact.Organisation {
		return i, i
	}
	return k, end
}

// placeOn is the end of «مطار صنعاء الدولي», «جبل مرة», «قاعدة X الجوية».
func (f *finder) placeOn(i int, det bool) int {
	if det {
		return i
	}
	k := i + 1
	if k < len(f.Tokens) && f.mark(k) && f.Tokens[k].Gap < arabic.Line {
		if end, ok := f.quotedName(k); ok && end <= k+4 {
			return end
		}
		return i
	}
	if !f.follows(k) {
		return i
	}
	if c, ok := f.listed(k); ok && c.cut == 0 {
		k = c.last
	} else if f.unknown(k) && !f.verbLike(k, &shape{}) {
		k++
		if f.follows(k) && f.unknown(k) && !f.w[k].has(definite) && !f.verbLike(k, &shape{elements: 1}) {
			k++
		}
	} else if f.w[k].head > 0 && f.w[k].cut == 0 && !f.w[k].has(definite) && f.follows(k+1) {
		end := i
		switch f.lex.Heads[f.w[k].head-1].Class {
		case lexicon.HeadPlace:
			end = max(end, f.placeOn(k, false))
		case lexicon.HeadArea: // سجن جزيرة كذا
			if c, ok := f.listedThing(k + 1); ok && c.kind == fact.Location {
				end = c.last
			} else {
				_, end = f.areaName(k, false)
			}
		}
		if end <= k+1 {
			return i
		}
		k = end
	} else {
		return i
	}
	switch f.wordAt(k) {
	case "الدولي", "الجويه", "العسكري", "العسكريه", "البحري", "البحريه", "الحدودي":
		if f.follows(k) {
			k++
		}
	}
	return k
}

// areaName is the name after «مدينة», «محافظة», «بلدة»: what is unknown there is a
// place.
func (f *finder) areaName(i int, det bool) (int, int) {
	k := i + 1
	if f.wordAt(i) != "العاصمه" && det {
		return i, i
	}
	if k < len(f.Tokens) && f.mark(k) && f.Tokens[k].Gap < arabic.Line {
		if end, ok := f.quotedName(k); ok && end <= k+4 {
			return k + 1, end - 1
		}
		return i, i
	}
	if !f.follows(k) {
		return i, i
	}
	if f.w[k].has(nisba) {
		return i, i
	}
	if f.wordAt(i) == "العاصمه" {
		for f.national(k) {
			k++
		}
	}
	start := k
	if k >= len(f.Tokens) || !f.follows(k) || !f.unknown(k) || f.verbLike(k, &shape{}) {
		return i, i
	}
	if c, ok := f.listedThing(k); ok {
		return start, c.last
	}
	k++
	if f.follows(k) && f.unknown(k) && !f.w[k].has(definite) && !f.verbLike(k, &shape{elements: 1}) {
		k++
	}
	return start, k
}
