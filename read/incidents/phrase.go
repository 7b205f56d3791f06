package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// phrase is the end of the noun phrase at token i. A bare phrase ends where
// another noun phrase can only be the verb's next complement: before a number, and
// after a plural in ون.
func (r *reader) phrase(i, lim int, bare bool) int {
	p := r.p
	at := i
	if r.number(i+2) && r.moreThan(i) { // أكثر من ثمانين مدنيا
		if end := r.phrase(i+2, lim, bare); end > i+2 {
			return end
		}
	}
	if r.has(i, bareQuantifier) && !r.number(i) && r.number(i+1) && !phrases.Definite(p, i) { // حوالي ثلاثين جنديا
		if end := r.phrase(i+1, lim, bare); end > i+1 {
			return end
		}
	}
	if r.number(i) {
		at = i + 1
		if n, ok := p.NumberAt(i); ok {
			at = max(n.Last, at)
		}
		if at < lim && p.Word(at) == "من" { // أربعة من الجنود
			at++
		}
		if at > i+1 && at+1 < lim && p.Word(at) == "كبار" { // عدد من كبار الضباط
			at++
		}
		if at >= lim || r.attached(at) != markBare && p.Word(at-1) != "من" || r.named(at) && p.Mention(at).Start <= p.Tokens[at].Start && p.Word(at-1) != "من" || p.Mark(at) {
			return min(at, lim)
		}
	}
	end := phrases.Extent(p, at, phrases.Walk{Limit: lim})
	for k := at + 1; k < end; k++ {
		if !bare && r.named(k) {
			continue // a name goes on
		}
		if r.anew(k) || r.has(k, wordTells) && r.takesUp(k) || r.has(k, wordPrep|wordApart) && r.outside(at, k) || bare && r.second(at, k) {
			end = phrases.Extent(p, at, phrases.Walk{Limit: k})
			break
		}
	}
	for end > at+1 && p.Word(end-1) == "و" { // جنود و19 من المتمردين
		end--
	}
	if end > at {
		if end+1 < lim && !r.named(end-1) && r.named(end+1) && p.Tokens[end].Kind == arabic.Quote && r.has(end-1, sceneForce) && strings.HasSuffix(p.Word(end-1), "و") {
			for end++; end < lim && r.named(end); end++ { // متمردو «جبهة الجبل»
			}
			return end
		}
		if end < lim && p.Tokens[end-1].Kind == arabic.Number && end > at+1 && numbered(stem(r.bare(end-2))) {
			end = r.branch(end, lim)
		}
		for end < lim && end == at+1 && r.plural(end-1) && r.plural(end) { // المسلحون الإسلاميون
			end++
		}
		return end
	}
	if at > i {
		return at
	}
	return i
}

// moreThan reports whether «أكثر من» and its like stand at token i.
func (r *reader) moreThan(i int) bool {
	if r.p.Word(i+1) != "من" {
		return false
	}
	switch r.p.Word(i) {
	case "اكثر", "اقل", "ازيد":
		return true
	}
	return false
}

// anew reports whether an indefinite noun at token k follows a definite word, of
// which it can be neither adjective nor genitive: «بالصواريخ مدينة طفس».
func (r *reader) anew(k int) bool {
	p := r.p
	if r.has(k, wordNamed) && (p.Word(k-1) == "المنطقه" || p.Word(k-1) == "البلاد") && r.attached(k) == markBare && p.Mention(k).Start == p.Tokens[k].Start {
		return true // زار المبعوث إلى المنطقة دمشق
	}
	if r.of(k)&(wordDeedNoun|wordNamed|wordJoined) == wordDeedNoun && r.apart(k) {
		return true // الحكومة والحركة اتفاق سلام، الوفدان المفاوضات
	}
	if r.has(k, wordNamed) || phrases.Definite(p, k) && !r.has(k, wordQuantifier) || !r.has(k-1, wordNamed) && !phrases.Definite(p, k-1) {
		return r.has(k-1, wordMark) && r.quotedBefore(k) && p.Is(k, lexicon.UnitWord) && !r.named(k) && !phrases.Adjective(p, k) && r.attached(k) == markBare && !r.joined(k) // مقاتلو «الجبهة» نقطة تفتيش
	}
	switch p.Word(k) {
	case "احد", "احدي", "عده", "عددا", "بعض":
		return true
	}
	if r.named(k-1) && !r.named(k) && !phrases.Definite(p, k) && r.attached(k) == markBare && !r.joined(k) && (r.deedNoun(k) || p.Is(k, lexicon.UnitWord)) {
		return true // الأمم المتحدة مساعدات
	}
	if !r.named(k) && phrases.Definite(p, k-1) && !phrases.Definite(p, k) && !p.Mark(k-1) && (r.has(k, sceneCrowd) || r.personUnit(k)) && r.attached(k) == markBare && !r.joined(k) {
		return true // الجيش الوطني متظاهرين
	}
	if r.named(k) || r.named(k-1) || p.Mark(k) || p.Mark(k-1) || !phrases.Definite(p, k-1) || phrases.Definite(p, k) || phrases.Adjective(p, k) || r.nisba(k) >= 0 {
		return false
	}
	if r.officeAt(k) {
		return false
	}
	if p.Is(k, lexicon.GivenName) {
		return false
	}
	_, _, noun := p.Find(k, lexicon.Common, func(rd lexicon.Reading, s lexicon.Sense) bool { return s.Entry == 'n' && rd.Cut == 0 })
	if !noun {
		_, _, noun = p.Find(k, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool { return rd.Cut == 0 && !rd.Det })
	}
	return noun
}

// apart reports whether the event noun at token k is none of the phrase before it: with its
// article it is no genitive of a definite word, and without it none of one after و.
func (r *reader) apart(k int) bool {
	p := r.p
	if r.attached(k) != markBare || phrases.Adjective(p, k) && !strings.HasSuffix(p.Word(k), "ات") {
		return false // الوفود المشاركة
	}
	w := p.Word(k - 1)
	if strings.HasPrefix(p.Word(k), "ال") {
		return r.named(k-1) || strings.HasPrefix(w, "ال") || strings.HasPrefix(w, "وال")
	}
	return strings.HasPrefix(w, "وال") && !r.named(k-1) && !phrases.Definite(p, k)
}

// quotedBefore reports whether a name in quotation marks ends before token k.
func (r *reader) quotedBefore(k int) bool {
	return k > 1 && r.p.Tokens[k-1].Kind == arabic.Quote && r.named(k-2)
}

// outside reports whether the word at token k, of wordPrep or wordApart, cannot
// belong to the phrase that begins at token i: a preposition, but for the complement of an office («مبعوث الأمم
// المتحدة إلى اليمن») and the whole of a part («عدد من الجنود»); «بينهم».
func (r *reader) outside(i, k int) bool {
	p := r.p
	if r.named(k) {
		return false
	}
	if r.has(k, wordApart) {
		return true
	}
	switch p.Word(k) {
	case "من":
		if w := p.Word(k + 1); w == "جهه" || w == "ناحيه" {
			return true // من جهة أخرى
		}
		if k-1 == i && r.has(i, bareQuantifier) {
			return false
		}
		return !r.office(i, k)
	case "في":
		if r.number(i) || r.personUnit(i) && !phrases.Definite(p, i) && (!r.officeAt(i) || strings.HasSuffix(p.Word(i), "ان")) {
			return true // جنديان في الجزء
		}
		if m := p.Mention(k + 1); m != nil && m.Type == fact.Location || r.deedNoun(k+1) || r.area(k+1) {
			return true
		}
		return !r.office(i, k)
	case "الي", "لدي":
		if k+1 < len(p.Tokens) && r.deedNoun(k+1) {
			return true
		}
		return !r.office(i, k)
	}
	return true
}

// officeAt reports whether an office begins at token i.
func (r *reader) officeAt(i int) bool {
	if !r.p.Begins(i, lexicon.OfficeTable) {
		return false
	}
	_, _, _, ok := phrases.Office(r.p, i)
	return ok
}

// office reports whether tokens [i, k) begin with an office.
func (r *reader) office(i, k int) bool {
	if r.p.Begins(i, lexicon.OfficeTable) {
		if end, _, _, ok := phrases.Office(r.p, i); ok && end <= k {
			return true
		}
	}
	_, _, ok := r.p.Find(i, lexicon.SpeechWord, func(_ lexicon.Reading, s lexicon.Sense) bool { return r.p.Lex.Speech[s.Entry].Class == "source" })
	return ok
}

// uncoupled reports whether the word at token i, of sceneWeapon or wordPerson, is no head of
// a construct with the one after it: «قنبلة شخصين», «ستون مسلحا قاعدة».
func (r *reader) uncoupled(i int) bool {
	if r.personUnit(i) {
		return r.number(i-1) && strings.HasSuffix(r.p.Word(i), "ا") && !strings.HasSuffix(r.p.Word(i+1), "ا") && r.indefiniteNoun(i+1)
	}
	if w := r.p.Word(i + 1); r.nisba(i+1) >= 0 && (strings.HasSuffix(w, "يه") || strings.HasSuffix(w, "ي")) {
		return false // «غارة إسرائيلية»: whose it is
	}
	return !r.named(i) && r.personUnit(i+1) && !r.has(i, sceneForce) && !phrases.Definite(r.p, i+1)
}

// afresh reports whether «العديد من» or a side of a place begins at token k and ends the
// phrase before it: «الشرطة العديد من الناشطين», «جنديان شرقي البلاد».
func (r *reader) afresh(k int) bool {
	p := r.p
	switch w := p.Word(k); {
	case w == "العديد" || w == "الكثير":
		return p.Word(k+1) == "من"
	case sideOf(w):
		return !r.named(k) && (r.personUnit(k-1) && !phrases.Definite(p, k-1) || p.Tokens[k-1].Kind == arabic.Quote) && k+1 < r.sent.Last && (r.named(k+1) || strings.HasPrefix(p.Word(k+1), "ال"))
	}
	return false
}

// second reports whether a second bare phrase begins at token k of the one that
// begins at token i.
func (r *reader) second(i, k int) bool {
	p := r.p
	w := p.Word(k)
	number := r.number(k)
	if number {
		switch w {
		case "اثنان", "اثنين", "اثنتان", "اثنتين", "واحد", "واحده":
			return false
		}
		if p.Tokens[k].Kind == arabic.Number && numbered(stem(r.bare(k-1))) {
			return false
		}
	}
	if r.has(k, bareArea|wordQuantifier) && r.afresh(k) || k == i+1 && r.has(i, sceneWeapon|wordPerson) && r.uncoupled(i) {
		return true
	}
	if p.Tokens[k].Kind == arabic.Number || number && !strings.HasPrefix(w, "و") && !strings.HasPrefix(w, "ال") && p.Word(k-1) != "من" {
		return true
	}
	if !r.named(k) && !r.named(k-1) && r.personUnit(k-1) && (r.deedNoun(k) && strings.HasSuffix(p.Word(k-1), "ا") || strings.HasPrefix(w, "حتف")) {
		return true // لقي 38 شخصا مصرعهم: what is counted has no genitive
	}
	if k == i+1 && strings.HasSuffix(p.Word(i), "ون") && !phrases.Definite(p, i) && !r.named(i) && (r.named(k) && !(strings.HasSuffix(w, "ون") && !strings.HasPrefix(w, "ال")) || !r.named(k) && !strings.HasSuffix(w, "ون")) {
		return true
	}
	if phrases.Definite(p, k) && r.indefinite(i, k) {
		return true
	}
	if k > i+1 && p.Word(k-1) != "كبار" && r.indefiniteNoun(k) && phrases.Adjective(p, k-1) && !phrases.Definite(p, k-1) && !phrases.Definite(p, i) {
		return true // عبوة ناسفة دورية
	}
	if phrases.Definite(p, k) && phrases.Definite(p, k-1) && k > i+1 && !r.named(k) && r.nisba(k) < 0 && !phrases.Adjective(p, k) && (r.has(k, sceneForce) || phrases.Animate(p, k)) {
		return true // الوزيرة الأمريكية الزعماء
	}
	if r.titled(i, k) || r.afterBody(i, k) || r.struckNext(i, k) {
		return true
	}
	// مهاجم سيارة: one who acts cannot be followed by a thing as his genitive
	return !r.named(k) && !r.has(k, sceneForce) && (r.has(i, sceneForce) || r.personUnit(i)) && !phrases.Definite(p, i) && !phrases.Definite(p, k) && r.attached(k) == markBare &&
		(r.instrument(k) && !phrases.Adjective(p, k) && r.nisba(k) < 0 || strings.HasSuffix(w, "ا") && p.Is(k, lexicon.Common) && !p.Is(k, lexicon.GivenName) && len(w) > 6 && !strings.HasSuffix(p.Word(k-1), "ا"))
}

// titled reports whether the title of somebody begins at token k, who is none of those that the
// phrase from token i is of: after a body or state, which has no title («الشرطة التركية الصحافي نادر»,
// «السلطات رئيس الحزب»), and after an office with its adjective («المبعوث الأممي زعيم الحركة»).
func (r *reader) titled(i, k int) bool {
	p := r.p
	if r.nisba(k) >= 0 && r.nisba(k-1) < 0 {
		return false // السلطات التونسية
	}
	if r.of(k)&(wordNamed|wordMark|wordPrep|wordJoined|sceneForce) != 0 || !r.named(k-1) && !phrases.Definite(p, k-1) || r.attached(k) != markBare {
		return false
	}
	office := r.officeAt(k)
	if !office && !(phrases.Definite(p, k) && r.person(k+1) && p.Mention(k+1).Start == p.Tokens[k+1].Start) {
		return false
	}
	h := r.head(span{i, k})
	if of := p.Mention(h); (r.acts(span{i, k}) || of != nil && of.Type == fact.Location && r.power(of)) && !r.officeAt(h) {
		return true
	}
	return office && k > h+1 && !phrases.Definite(p, k) && r.officeAt(h) && !r.named(k-1) && phrases.Adjective(p, k-1) && (strings.HasSuffix(p.Word(k-1), "ي") || strings.HasSuffix(p.Word(k-1), "يه"))
}

// afterBody reports whether a person is named at token k, right after the body or state at token i
// that acts and that no name belongs to: «اعتقلت السلطات سالم الأحمر», «اغتالت قمرستان سالما»,
// but «قوات سالم الأحمر».
func (r *reader) afterBody(i, k int) bool {
	p := r.p
	m := p.Mention(k)
	if m == nil || m.Type != fact.Person || m.Start != p.Tokens[k].Start || r.head(span{i, k}) != i || r.officeAt(i) {
		return false
	}
	if of := p.Mention(i); of != nil {
		return of.End == p.Tokens[k-1].End && (of.Type == fact.Organisation || of.Type == fact.Location && r.power(of))
	}
	return r.acts(span{i, k}) && phrases.Definite(p, i) && phrases.Definite(p, k-1)
}

// branch is the token after the arm to which a numbered unit belongs, where that stands at
// token i: «اللواء 35 مدرع», «الكتيبة 21 حرس حدود».
func (r *reader) branch(i, lim int) int {
	switch r.p.Word(i) {
	case "مشاه", "مدرع", "ميكا", "ميكانيكي", "مظلات", "جبلي", "صاعقه", "مدفعيه":
		return i + 1
	case "حرس", "دفاع":
		return min(i+2, lim)
	}
	return i
}

// numbered reports whether a noun (a stem) is called by a number: «الكتيبة 21».
func numbered(w string) bool {
	switch w {
	case "كتيب", "لواء", "فرق", "فوج", "سري", "بواب", "حركه", "حرك", "مجموع":
		return true
	}
	return false
}

// indefinite reports whether tokens [i, k) are a noun that cannot take the
// definite word at k as its genitive: a plural in ون or with an indefinite
// adjective (مسلحون مجهولون، مهاجم انتحاري، قوة إسرائيلية).
func (r *reader) indefinite(i, k int) bool {
	p := r.p
	if r.named(i) || phrases.Definite(p, i) {
		return false
	}
	w := p.Word(i)
	if k == i+1 {
		return len(w) > 8 && (strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ان") && r.personUnit(i))
	}
	last := k - 1
	return !phrases.Definite(p, last) && !r.named(last) && phrases.Adjective(p, last)
}

// indefiniteNoun reports whether token k is a noun without article that counts
// or names a thing or person.
func (r *reader) indefiniteNoun(k int) bool {
	p := r.p
	if r.named(k) || phrases.Definite(p, k) || r.attached(k) != markBare || r.joined(k) {
		return false
	}
	if p.Is(k, lexicon.UnitWord) && p.Is(k, lexicon.HeadWord) && (r.placeAt(k+1) || k+1 < len(p.Tokens) && p.Tokens[k+1].Kind == arabic.Quote && r.placeAt(k+2)) {
		return true // طائرات قمرية مدينة عدن: no adjective, though it looks like one
	}
	if phrases.Adjective(p, k) {
		return false
	}
	return p.Is(k, lexicon.UnitWord) || r.area(k)
}

// plural reports whether token i is a definite sound plural.
func (r *reader) plural(i int) bool {
	w := r.p.Word(i)
	return !r.named(i) && strings.HasPrefix(w, "ال") && len(w) > 10 && (strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين"))
}

// head is the first word of a phrase that says what it is about, past numbers
// and quantifiers.
func (r *reader) head(s span) int {
	if !r.has(s.first, wordNumber|bareQuantifier) {
		return s.first
	}
	return r.counted(s)
}

// counted is the head of a phrase that begins with a number or quantifier.
func (r *reader) counted(s span) int {
	p := r.p
	k := s.first
	for k < s.last-1 {
		if r.number(k) {
			if n, ok := p.NumberAt(k); ok && n.Last > k && n.Last < s.last {
				k = n.Last
				continue
			}
		}
		if !r.has(k, bareQuantifier) {
			break
		}
		k++
	}
	if k+1 < s.last && p.Word(k) == "كبار" {
		k++ // عدد من كبار ضباط الجيش
	}
	return min(k, max(s.last-1, s.first))
}

// struckNext reports whether token k, right after a weapon at token i, is what that strikes and no
// genitive: «استهدف صاروخ سيارة».
func (r *reader) struckNext(i, k int) bool {
	return k == i+1 && r.has(i, sceneWeapon) && !r.has(k, sceneWeapon|wordDeedNoun|wordNisba) && !r.named(k) && !phrases.Definite(r.p, i) && r.attached(k) == markBare &&
		(r.p.Is(k, lexicon.UnitWord) && !r.personUnit(k) || r.area(k)) && !phrases.Adjective(r.p, k)
}
