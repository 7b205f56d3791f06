package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// built reads a name that is built on the noun at token i: «وزارة X», «حركة X»,
// «مطار X». The extents follow the classes of data/heads.tsv.
func (f *finder) built(i int, c *found) bool {
	w := &f.w[i]
	h := &f.lex.Heads[w.Head-1]
	*c = found{first: i, last: i, cut: w.Cut, kind: aBody, head: w.Head, rule: builtRule(h.Class)}
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
		if det {
			switch {
			case h.Kind == "agency":
				c.last = f.bodyOf(i, det) // الوكالة الدولية للطاقة الذرية
			case (f.wordAt(i) == "التلفزيون" || f.wordAt(i) == "الاذاعه" || f.wordAt(i) == "التليفزيون") && f.national(i+1):
				c.last = i + 2 // التلفزيون اليمني
			}
			break
		}
		c.first, c.last = f.outlet(i)
		c.cut = 0
	case lexicon.HeadPlace:
		c.kind = aPlace
		c.last = f.placeOn(i, det)
	case lexicon.HeadArea:
		c.kind = aPlace
		c.first, c.last = f.areaName(i, det)
		c.cut = 0
	}
	return c.last > c.first && (c.first > i || c.last > i+1)
}

// builtRule is the id of the rule for heads of a class.
func builtRule(c lexicon.HeadClass) string {
	switch c {
	case lexicon.HeadMinistry:
		return "names.ministry"
	case lexicon.HeadForce:
		return "names.force"
	case lexicon.HeadTroops:
		return "names.troops"
	case lexicon.HeadForceOf:
		return "names.force-of"
	case lexicon.HeadGroup:
		return "names.group"
	case lexicon.HeadBody:
		return "names.body"
	case lexicon.HeadBodyOf:
		return "names.body-of"
	case lexicon.HeadOutlet:
		return "names.outlet"
	case lexicon.HeadPlace:
		return "names.place"
	case lexicon.HeadArea:
		return "names.area"
	}
	return "names." + c.String()
}

// dual reports whether the head at i is a dual, which names two: «حركتي X وY».
func (f *finder) dual(i int) bool {
	switch word := f.wordAt(i); word[max(0, len(word)-4):] {
	case "تي", "تا", "بي", "با", "مي", "ما":
		return true
	}
	return false
}

// hasArticle reports whether the head at i has the article, attached particles
// aside.
func (f *finder) hasArticle(i int) bool {
	if f.w[i].Cut == 0 && f.w[i].Class == lexicon.HeadGroup && !f.w[i].Has(definite) {
		return false // ألوية, and not إليه
	}
	word := f.Tokens[i].Word[min(int(f.w[i].Cut), len(f.Tokens[i].Word)):]
	return len(word) >= 8 && word[:4] == "ال" || strings.HasPrefix(f.Tokens[i].Word, "لل") && f.w[i].Cut == 2
}

// national reports whether token k is a nation's adjective with the article.
func (f *finder) national(k int) bool { return f.follows(k) && f.w[k].Has(definite|nisba) }

// describing reports whether token k is an adjective that names nothing.
func (f *finder) describing(k int) bool { return f.w[k].Has(plain) }

// properNoun reports whether token k may be the noun that a name is made of: it
// has the article and is no adjective that describes, no relative, no verb.
func (f *finder) properNoun(k int) bool {
	w := &f.w[k]
	return f.follows(k) && w.Has(definite) && !w.Has(plain) && (!w.Any(particle) || w.Has(qual))
}

// relativeLike reports whether a word with the article has the ending of a
// relative adjective, «الدولي», «السياسية», and is no title before a name: «الشرطة التركية الصحفي
// سالم الأحمر».
func (f *finder) relativeLike(k int) bool {
	return k > 0 && k < len(f.w) && f.w[k].class&(wordOn|definite|lexicon.Relative|particle) == wordOn|definite|lexicon.Relative && f.w[k].Class != lexicon.HeadArea && // القرية
		!(f.follows(k+1) && f.w[k+1].Has(given) && f.isOffice(k))
}

// group is the end of «حركة العدل والمساواة», «حزب "X"», «جبهة النصرة».
func (f *finder) group(i int, det bool) int {
	k := i + 1
	if det {
		if end, ok := f.numbered(i); ok {
			return end
		}
		if f.plainPlural(i) {
			return i
		}
		// الحزب الإسلامي, الحركة الشعبية لتحرير السودان
		n := 0
		for f.relativeLike(k) && !f.describing(k) && n < 3 && !f.w[k].Any(nisba) && (n > 0 || f.sameGender(k)) {
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

// plainPlural reports whether the head at i, with the article, is an ordinary
// plural more often than a name: «الوحدات السكنية», «الأنصار».
func (f *finder) plainPlural(i int) bool {
	switch f.lex.Heads[f.w[i].Head-1].ID {
	case "wihdat", "ansar", "saraya", "usba", "katiba":
		return true
	}
	return false
}

// masdarHead reports whether the head at i is a deed more often than a group
// where an ordinary noun follows: «تنظيم التفاوض», «تجمع الناس».
func (f *finder) masdarHead(i int) bool {
	switch f.lex.Heads[f.w[i].Head-1].ID {
	case "tanzim", "tajammu", "ansar", "wihdat":
		return true
	}
	return false
}

// sameGender reports whether the adjective at k has the gender of the head
// before it.
func (f *finder) sameGender(k int) bool {
	return strings.HasSuffix(f.wordAt(k-1), "ه") == strings.HasSuffix(f.wordAt(k), "ه") || strings.HasSuffix(f.wordAt(k-1), "ات")
}

// genitive is the end of a bare noun and the proper noun that it governs:
// a quoted name, an unknown word, a listed name, or words with the article and
// what agrees with them.
func (f *finder) genitive(i int) int {
	k := i + 1
	if f.gathers(i) {
		return i
	}
	if k < len(f.Tokens) && f.mark(k) && f.Tokens[k].Gap < arabic.Line {
		if end, ok := f.quotedName(k); ok {
			return end
		}
		return i
	}
	if !f.follows(k) {
		return i
	}
	if end, ok := f.listedOwn(k); ok && !(f.masdarHead(i) && f.placeAt(k)) {
		for f.relativeLike(end) && !f.w[end].Any(nisba) && !f.describing(end) && !f.abstract(end) {
			end++
		}
		return end
	}
	if end := f.bearing(i, k); end > k {
		return end
	}
	if f.unknown(k) && !f.w[k].Has(definite) && !f.verbLike(k, 0) && !f.w[k].Has(lexicon.PluralLike) {
		k++
		for f.follows(k) && (f.unknown(k) && !f.w[k].Has(definite) && !f.verbLike(k, 1)) {
			k++
		}
		return f.tail(k)
	}
	if f.w[k].Has(maker) && f.follows(k+1) {
		if c, ok := f.listedThing(k + 1); ok {
			return f.tail(c.last) // جيش تحرير السودان, لجنة حكماء أفريقيا
		}
		if f.properNoun(k + 1) {
			return f.tail(k + 2)
		}
	}
	if f.w[k].Head > 0 && f.w[k].Cut == 0 {
		if f.w[k].Class == lexicon.HeadGroup && f.lex.Heads[f.w[i].Head-1].ID == "ansar" {
			return i // أنصار حزب كذا: its followers
		}
		if end, ok := f.headInside(i, k); ok {
			return end
		}
	}
	if p := f.office(k); p != nil && f.w[k].Has(definite) && f.patron(p) && f.w[i].Class != lexicon.HeadGroup {
		if c, ok := f.listed(p.Last); ok && c.kind == aPerson && f.follows(p.Last) {
			return f.forPurpose(c.last) // مركز الملك فلان للإغاثة
		}
	}
	if f.apart(i, k) {
		return f.tail(k + 1)
	}
	if !f.properNoun(k) || f.areaNoun(k) || f.w[k].Any(nisba|people) || f.masdarHead(i) && f.w[k].Any(known) || f.personNoun(k) && f.w[i].Class != lexicon.HeadBody {
		return i
	}
	return f.tail(k + 1)
}

// bearing is the end of the person's name of two words and more that a unit of fighters
// bears at token k: «كتائب عز الدين الأحمر», «لواء أبو صخر»; k where there is none.
func (f *finder) bearing(i, k int) int {
	switch f.lex.Heads[f.w[i].Head-1].ID {
	case "katiba", "liwa", "saraya":
	default:
		return k
	}
	if !f.w[k].Has(lexicon.Joins) && !f.w[k+1].Has(lexicon.Joined) {
		return k
	}
	return f.shapeAs(k, false).last
}

// apart reports whether token k, a bare noun after the head at i, is a name by itself: the
// adjective with the article after it can only go with the head («حركة عزم الوطنية»).
func (f *finder) apart(i, k int) bool {
	w, n := &f.w[k], &f.w[k+1]
	return w.Has(noun) && !w.Any(definite|particle|clitic|maker) && w.Head == 0 && !f.isOffice(k) && f.relativeLike(k+1) && n.Any(adjective) && !n.Any(noun) && !f.describing(k+1) &&
		strings.HasSuffix(f.wordAt(i), "ه") && strings.HasSuffix(f.wordAt(k+1), "ه")
}

// gathers reports whether the head at i is a verb after the noun of a meeting that brings people
// together: «قمة تجمع سالما بنادر».
func (f *finder) gathers(i int) bool {
	if f.lex.Heads[f.w[i].Head-1].ID != "tajammu" || i == 0 {
		return false
	}
	switch strings.TrimPrefix(f.wordAt(i-1), "ال") {
	case "قمه", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "جلسه", "لقاءات", "اجتماعات", "تي", "مره":
		return true
	}
	return false
}

// placeAt reports whether a listed place begins at token k: «تجمع إيران» is a verb
// and its object.
func (f *finder) placeAt(k int) bool {
	c, ok := f.listedThing(k)
	return ok && c.kind == aPlace
}

// areaNoun reports whether token k, with the article, is a bare noun of places,
// which tells where a body is and does not name it: «بلدية المدينة».
func (f *finder) areaNoun(k int) bool {
	return f.w[k].Has(definite) && f.w[k].Class == lexicon.HeadArea && f.wordAt(k) != "العاصمه"
}

// patron reports whether a title is one of those that bodies are named after:
// «مركز الملك فلان», «جامعة الشيخ فلان».
func (f *finder) patron(p *phrase) bool {
	switch f.officeKind(p) {
	case "royal", "honorific", "religious", "head-of-state":
		return true
	}
	return false
}

// headInside is the end of a name whose head governs a further head: «مجلس جامعة
// كذا», «حركة جيش كذا», «بلدية مدينة كذا». ok is false where the further head
// leads no name.
func (f *finder) headInside(i, k int) (int, bool) {
	switch f.w[k].Class {
	case lexicon.HeadArea:
		if f.w[k].Has(definite) || f.w[i].Class == lexicon.HeadGroup {
			return 0, false
		}
		if _, last := f.areaName(k, false); last > k {
			return last, true
		}
		if c, ok := f.listedThing(k + 1); ok && c.kind == aPlace && f.follows(k+1) {
			return c.last, true
		}
	case lexicon.HeadGroup, lexicon.HeadBody, lexicon.HeadBodyOf, lexicon.HeadForce:
		if f.w[k].Has(definite) {
			return 0, false
		}
		var c found
		if f.built(k, &c) {
			return c.last, true
		}
	}
	return 0, false
}

// personNoun reports whether token k describes people or a side and names no
// group: المتمردين، المخلوع، الإقليم.
func (f *finder) personNoun(k int) bool {
	w, word := &f.w[k], f.wordAt(k)
	if w.Head > 0 {
		switch w.Class {
		case lexicon.HeadArea, lexicon.HeadForce:
			return true
		}
	}
	if !w.Any(known) {
		return false
	}
	if f.isOffice(k) {
		return true
	}
	if w.Has(qual) {
		return false // التعاون ends as a plural does
	}
	return strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ون") || w.Any(adjective) && !w.Any(noun)
}

// listedOwn is the end of a listed name at k that the noun before it governs.
func (f *finder) listedOwn(k int) (int, bool) {
	c, ok := f.listed(k)
	if !ok || c.cut > 0 || c.first != k || c.kind == aPerson && c.last == k+1 && f.w[k].Any(known) {
		return 0, false
	}
	if c.kind == aBody && len(c.refs) > 0 && f.facetsOf(c.refs[0])&official != 0 {
		return 0, false // تحت لواء الجيش, وحدات الوزارة
	}
	return c.last, true
}

// tail goes on from k over what belongs to a name: «والمساواة», adjectives in the
// article that agree, «لتحرير السودان». A nation's adjective ends it, and stays
// outside after another adjective, where it only describes.
func (f *finder) tail(k int) int {
	for n := 0; n < 4 && f.follows(k); n++ {
		switch {
		case f.w[k].Has(qual) && strings.HasPrefix(f.wordAt(k), "و"):
			k++
		case f.wordAt(k) == "و" && f.follows(k+1) && f.w[k+1].Has(qual):
			k += 2
		case f.w[k].Has(definite | nisba):
			if n > 0 && f.relativeLike(k-1) {
				return k
			}
			return f.forPurpose(k + 1)
		case f.relativeLike(k) && !f.describing(k) && !f.abstract(k) && f.agrees(k), n > 0 && f.ranked(k):
			k++
		default:
			return f.forPurpose(k)
		}
	}
	return f.forPurpose(k)
}

// abstract reports whether token k, with the ending of a relative adjective, is a noun:
// «تبنت حركة كذا المسؤولية عن».
func (f *finder) abstract(k int) bool {
	return f.w[k].Has(noun) && !f.w[k].Any(adjective) && f.follows(k+1) && f.wordAt(k+1) == "عن"
}

// agrees reports whether a relative adjective at k has the gender of the
// adjective or the masculine head before it.
func (f *finder) agrees(k int) bool {
	before, word := f.wordAt(k-1), f.wordAt(k)
	if strings.HasSuffix(before, "ي") && f.w[k-1].Has(definite) {
		return !strings.HasSuffix(word, "ه")
	}
	return true
}

// forPurpose goes on from k over «للمفاوضات», «لتحرير السودان», «لدعم الشرعية في اليمن».
func (f *finder) forPurpose(k int) int {
	if !f.follows(k) {
		return k
	}
	word := f.wordAt(k)
	if strings.HasPrefix(word, "لل") && len(word) > 8 && !f.w[k].Has(plain) && f.purposeNoun(k) {
		k++
		for n := 0; n < 2 && (f.relativeLike(k) && !f.describing(k) || f.ranked(k)); n++ {
			k++
		}
		return k
	}
	switch word {
	case "لدول":
		if f.follows(k+1) && f.w[k+1].Has(definite) {
			k += 2
			if f.relativeLike(k) {
				k++
			}
		}
		return k
	case "لتحرير", "لدعم", "لحقوق", "لحمايه", "لشوون", "لشيون", "لاعاده", "لمكافحه", "لمراقبه", "لحظر", "لتنميه", "لرصد", "لنزع", "لتقصي",
		"لاغاثه", "لرعايه", "لتسجيل", "لتوثيق", "لابحاث", "لبحوث", "لدراسات", "لعلوم", "لصناعه", "لتجاره", "لاعمار", "لانعاش", "لتمويل", "لترويج", "لتشجيع", "لتطوير", "لسلامه", "لصون", "لارساء",
		"لابناء", "لشباب", "لقوي", "لقبايل":
		if f.follows(k+1) && (f.w[k+1].Has(definite) || f.unknown(k+1)) {
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
	return f.w[k].Head == 0 && !f.w[k].Any(nisba|people)
}
