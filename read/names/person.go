package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// shape is what the words from a token on look like as a person's name.
type shape struct {
	last     int   // after its last token
	cut      uint8 // folded bytes of particles before it
	elements int   // names in it: «عبد الله» is one
	given    int   // given names that are nothing else
	either   int   // given names that are ordinary words too
	unknown  int   // words that nobody knows
	surnames int   // words with the article
	kunya    bool
	foreign  bool // has a foreign particle: دي، فان
	titled   bool // a title stands before it
	told     bool // a verb of speech stands before it
	abroad   bool // its first given name is no Arabic one
}

// nameLimit is how many elements a person's name has at most.
const nameLimit = 6

// shape reads a person's name from token i on, as far as it goes.
func (f *finder) shape(i int) shape {
	why := f.expect[i].why
	s := shape{last: i, titled: why == afterTitle || why == afterChain, told: why == afterVerb}
	f.grow(i, &s)
	return s
}

// shapeAs is shape where a title stands before it or not.
func (f *finder) shapeAs(i int, titled bool) shape {
	s := shape{last: i, titled: titled}
	f.grow(i, &s)
	return s
}

// grow reads the elements of a name from token i on into s.
func (f *finder) grow(i int, s *shape) {
	for k := i; s.elements < nameLimit && k < len(f.Tokens); {
		if k > i && !f.follows(k) {
			break
		}
		next, kind := f.element(k, s)
		if next <= k {
			break
		}
		s.add(kind)
		s.last = next
		if kind == 'd' && s.elements > 1 && !f.familyFollows(next) {
			break
		}
		k = next
		if kind != 'd' && f.hyphenated(k) {
			k++
		}
	}
	if s.elements > 0 && s.elements <= 2 && s.surnames == 0 && f.regnal(s.last) {
		s.last++
	}
}

// regnal reports whether token k is the number of a king: الثاني.
func (f *finder) regnal(k int) bool {
	if k >= len(f.Tokens) || !f.follows(k) {
		return false
	}
	switch f.wordAt(k) {
	case "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "الثانيه", "السادس عشر":
		return true
	}
	return false
}

// add counts an element of a kind.
func (s *shape) add(kind byte) {
	s.elements++
	switch kind {
	case 'g':
		s.given++
	case 'a':
		s.either++
	case 'u':
		s.unknown++
	case 'd':
		s.surnames++
	}
}

// hyphenated reports whether a hyphen at k joins a double-barrelled name.
func (f *finder) hyphenated(k int) bool {
	return k+1 < len(f.Tokens) && f.wordAt(k) == "-" && f.Tokens[k].Gap == arabic.None && f.joined(k+1) && (f.nameable(k+1) || f.isGiven(k+1) && !f.arabicGiven(k+1))
}

// follows reports whether token k continues the words before it.
func (f *finder) follows(k int) bool {
	return f.joined(k) && f.Tokens[k].Kind == arabic.Word && !f.w[k].any(dated)
}

// familyFollows reports whether آل and a family name stand at k.
func (f *finder) familyFollows(k int) bool {
	return k+1 < len(f.Tokens) && f.follows(k) && f.wordAt(k) == "ال" && f.follows(k+1)
}

// element reads one part of a name at token k: next is k where there is none.
// kind is g for a given name, a for one that is an ordinary word too, u for an
// unknown word, d for a word with the article.
func (f *finder) element(k int, s *shape) (next int, kind byte) {
	w := &f.w[k]
	if !w.has(inBody|letters) || w.any(dated) {
		return k, 0
	}
	word := f.wordAt(k)
	more := k+1 < len(f.Tokens) && f.follows(k+1)
	if more {
		if n, kind, ok := f.compound(k, word, s); ok {
			return n, kind
		}
	}
	if s.titled && len(word) <= 4 && k+2 < len(f.Tokens) && f.wordAt(k+1) == "." && f.Tokens[k+1].Gap == arabic.None && f.Tokens[k+2].Kind == arabic.Word && f.joined(k+2) {
		return k + 2, 'u' // an initial
	}
	switch {
	case word == "باسم" || word == "ال" || word == "لو" || word == "بن" || word == "ابن" || word == "ولد":
		return k, 0
	case w.has(definite):
		return f.surname(k, s)
	case f.isGiven(k):
		return f.givenName(k, s)
	case f.nameable(k) && (!f.verbLike(k, s) || s.abroad && strings.HasPrefix(word, "ت")), s.elements > 0 && f.paired(k), f.secondName(k, s):
		return k + 1, 'u'
	}
	return k, 0
}

// secondName reports whether token k, though an ordinary word by its letters,
// is the second part of a name: after a foreign given name where it is ordinary
// only with a particle («روبرت فورد»), or after a title and a given name where
// it is no verb and no office («الرئيس حسن روحاني»).
func (f *finder) secondName(k int, s *shape) bool {
	w := &f.w[k]
	if s.elements != 1 || s.given != 1 || w.any(particle) || w.head > 0 || w.any(nisba) {
		return false
	}
	if s.abroad && w.has(clitic) && !w.any(known|speech) && len(f.wordAt(k)) <= 8 && (strings.HasPrefix(f.wordAt(k), "ف") || strings.HasPrefix(f.wordAt(k), "و") && s.titled) {
		return true
	}
	if !s.titled && !s.told || w.plain {
		return false
	}
	if w.any(clitic|finite) && !(strings.HasSuffix(f.wordAt(k), "ي") && !w.any(suffixed|speech) && !strings.HasPrefix(f.wordAt(k), "و") && !strings.HasPrefix(f.wordAt(k), "ي") && !strings.HasPrefix(f.wordAt(k), "ت")) {
		return false
	}
	if s.told && !strings.HasSuffix(f.wordAt(k), "ي") {
		return false
	}
	if k+1 < len(f.Tokens) && f.follows(k+1) && (f.w[k+1].any(definite|nisba) || f.startsThing(k+1)) {
		return false
	}
	_, ok := f.office(k)
	return !ok && !f.startsThing(k)
}

// compound reads the parts of names that are two words: عبد الـ…, أبو …, ابن …,
// آل …, … الدين, دي …; ok is false where token k begins none of them.
func (f *finder) compound(k int, word string, s *shape) (next int, kind byte, ok bool) {
	after := f.wordAt(k + 1)
	switch word {
	case "عبد", "عبيد":
		if f.w[k+1].has(definite) && !f.w[k+1].any(finite) || after == "الله" || strings.HasPrefix(after, "رب") {
			if word == "عبيد" && after != "الله" {
				return k, 0, false
			}
			return k + 2, 'g', true
		}
	case "ابو", "ابي", "ابا":
		if !f.w[k+1].any(finite | particle) {
			s.kunya = true
			return k + 2, 'g', true
		}
		return k, 0, true
	case "بن", "ابن", "بنت":
		if s.elements > 0 && word != "ابن" && !f.w[k+1].any(particle|finite|definite) {
			s.last = k + 2
			return k + 2, 'u', true
		}
		if f.namePart(k + 1) {
			if n, kind := f.element(k+1, s); n > k+1 {
				return n, kind, true
			}
		}
		return k, 0, true
	case "ولد", "ال", "ذو", "بني":
		if s.elements > 0 && f.namePart(k+1) || word == "ولد" && after == "الشيخ" {
			return k + 2, 'u', true
		}
		return k, 0, word == "ال"
	case "دي", "دو", "دا", "ديل", "دل", "فان", "فون", "دير", "دن", "لو", "بو", "دوس":
		if f.nameable(k+1) && !f.w[k+1].has(definite) && (s.elements > 0 || word != "لو" && (word != "فان" || s.titled)) {
			if n, kind := f.element(k+1, s); n > k+1 {
				s.foreign = true
				return n, kind, true
			}
		}
	}
	switch after {
	case "الدين", "الله", "الرحمن", "الاسلام", "الحق", "الزمان", "السر":
		if f.w[k].has(definite) {
			break
		}
		if f.isGiven(k) || f.nameable(k) {
			return k + 2, 'g', true
		}
		if after == "الدين" && !f.w[k].any(clitic|particle) && f.w[k].head == 0 && f.follows(k+2) && (f.nameable(k+2) || f.isGiven(k+2)) && len(word) <= 8 {
			return k + 2, 'g', true
		}
	}
	return k, 0, false
}

// givenName reads a given name at token k. One that is an ordinary word counts
// less, and after another element it must not be an office or a verb there.
func (f *finder) givenName(k int, s *shape) (int, byte) {
	w := &f.w[k]
	if !w.any(ordinary) {
		if s.elements == 0 {
			s.abroad = !f.arabicGiven(k)
		}
		return k + 1, 'g'
	}
	if s.elements > 0 {
		if w.any(clitic|finite) && !w.any(adjective|noun) || w.any(known) && s.elements == 1 && !s.titled && f.listedAlone(k-1) {
			return k, 0
		}
		if p, ok := f.office(k); ok {
			if _, thing := f.listedThing(p.Last); p.Last > k+1 || thing {
				return k, 0
			}
		}
	}
	return k + 1, 'a'
}

// arabicGiven reports whether a given name is listed as an Arabic one.
func (f *finder) arabicGiven(k int) bool {
	_, s, ok := f.Find(k, lexicon.GivenName, func(r lexicon.Reading, _ lexicon.Sense) bool { return r.Cut == 0 })
	return ok && f.lex.GivenNames[s.Entry].Kind == "arabic"
}

// surname reads a word with the article as a part of a name: one that nobody
// knows, or any after a lone given name that is no office or nation's adjective.
func (f *finder) surname(k int, s *shape) (int, byte) {
	w := &f.w[k]
	if w.any(particle|finite|people|nisba) || w.plain || s.surnames > 0 && s.elements > 2 || pluralEnd(f.wordAt(k)) && (!arabic.Foreign(arabic.Undet(f.wordAt(k))) || strings.HasSuffix(f.wordAt(k), "يين") || strings.HasSuffix(f.wordAt(k), "يون")) {
		return k, 0
	}
	if _, ok := f.office(k); ok && s.elements == 0 || w.head > 0 {
		return k, 0
	}
	if f.nameable(k) {
		return k + 1, 'd'
	}
	if _, ok := f.office(k); ok {
		return k, 0
	}
	if w.any(given) && (!w.any(known) || s.titled) && (s.elements > 0 || s.titled) {
		return k + 1, 'd'
	}
	if _, thing := f.listedThing(k); thing && w.any(known) {
		return k, 0
	}
	if f.follows(k+1) && f.w[k+1].has(definite) && f.w[k+1].any(adjective) {
		return k, 0 // a noun with its adjective
	}
	if s.elements == 1 && f.listedAlone(k-1) {
		return k, 0 // «طلب من عباس التراجع»
	}
	if s.elements == 1 && (s.given == 1 && !w.any(adjective) || s.titled) {
		return k + 1, 'd'
	}
	if (s.given > 0 && s.elements <= 2 || s.given+s.either == 2) && strings.HasSuffix(f.wordAt(k), "ي") {
		return k + 1, 'd'
	}
	return k, 0
}

// listedAlone reports whether token k by itself is the listed name of a person.
func (f *finder) listedAlone(k int) bool {
	for n := f.w[k].ph0; n < f.w[k].ph1; n++ {
		if p := &f.phrases[n]; p.Last == k+1 && p.Refs[0].Table == lexicon.PersonTable {
			return true
		}
	}
	return false
}

// pluralEnd reports whether a word with the article ends as sound plurals do.
func pluralEnd(word string) bool {
	return len(word) > 12 && (strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ون") || strings.HasSuffix(word, "ات"))
}

// isGiven reports whether token k may be a given name where it stands. A
// function word (علي as it is often written for على) is none, but for علي itself where
// the article keeps ى and ي apart.
func (f *finder) isGiven(k int) bool {
	w := &f.w[k]
	if !w.any(given) || w.any(nisba|people) || f.feast(k) {
		return false
	}
	if w.any(particle) || f.wordAt(k) == "علي" {
		return f.wordAt(k) == "علي" && strings.HasSuffix(f.Words(k, k+1), "ي") && (f.dotted || f.aliHere(k))
	}
	return true
}

// feast reports whether token k, a given name by its letters, is a feast or a
// month: «عيد الفطر», «شهر رمضان».
func (f *finder) feast(k int) bool {
	if f.wordAt(k) == "عيد" || f.wordAt(k) == "العيد" {
		return k+1 < len(f.Tokens) && f.follows(k+1) && f.w[k+1].has(definite)
	}
	switch f.wordAt(k - 1) {
	case "شهر", "عيد", "ليله", "عطله", "بعيد", "لشهر", "وشهر":
		return f.joined(k)
	}
	return f.wordAt(k+1) == "المبارك" || f.wordAt(k+1) == "الفضيل"
}

// aliHere reports whether علي is the name in an article that writes على so too:
// before عبد and the like, or between a given name and another part of a name.
func (f *finder) aliHere(k int) bool {
	if !f.follows(k+1) || k+1 >= len(f.Tokens) {
		return false
	}
	switch f.wordAt(k + 1) {
	case "عبد", "بن", "ابو", "ابن":
		return k == 0 || !f.w[k-1].any(finite)
	}
	if f.w[k+1].has(definite) && f.nameable(k+1) {
		return true
	}
	before := k > 0 && f.follows(k) && f.w[k-1].any(given) && !f.w[k-1].any(known|ordinary)
	return before && f.namePart(k+1) && !f.startsThing(k+1) && !f.w[k+1].any(known|clitic)
}

// nameable reports whether token k is an unknown word that is no listed place
// or organisation and has no ending or beginning of an inflected word.
func (f *finder) nameable(k int) bool {
	if k >= len(f.Tokens) || !f.unknown(k) || inflected(f.wordAt(k)) || f.verbPlace(k) {
		return false
	}
	return !f.startsThing(k)
}

// verbPlace reports whether a verb must stand at token k: after قد، لم، لن، سوف.
func (f *finder) verbPlace(k int) bool {
	switch f.wordAt(k - 1) {
	case "قد", "وقد", "لم", "ولم", "لن", "ولن", "سوف":
		return f.joined(k)
	}
	return false
}

// startsThing reports whether a listed place or organisation of one word, or a
// longer one, begins at token k.
func (f *finder) startsThing(k int) bool {
	for n := f.w[k].ph0; n < f.w[k].ph1; n++ {
		for _, r := range f.phrases[n].Refs {
			if r.Table <= 2 && r.Alias >= 0 {
				return true
			}
		}
	}
	return false
}

// inflected reports whether an unknown word shows attached particles with the
// article, or an attached pronoun.
func inflected(word string) bool {
	for _, p := range [...]string{"بال", "وال", "فال", "كال", "لل"} {
		if strings.HasPrefix(word, p) && len(word) >= len(p)+6 {
			return true
		}
	}
	for _, p := range [...]string{"اوه", "اوها", "اوهم", "ايها"} {
		if strings.HasSuffix(word, p) {
			return true // اجراؤه
		}
	}
	for _, p := range [...]string{"ها", "هم", "هما", "هن"} {
		if strings.HasSuffix(word, p) && len(word) >= len(p)+6 {
			return true
		}
	}
	return false
}

// namePart reports whether token k may be a part of a name at all.
func (f *finder) namePart(k int) bool {
	w := &f.w[k]
	if !w.has(inBody|letters) || w.any(dated) {
		return false
	}
	switch f.wordAt(k) {
	case "عبد", "ابي", "ابو", "الشيخ":
		return true
	}
	return w.any(given|definite) || !w.any(known|clitic)
}

// verbLike reports whether an unknown word looks like a verb of the present,
// where a verb could stand.
func (f *finder) verbLike(k int, s *shape) bool {
	word := f.wordAt(k)
	n := len(word) / 2
	if strings.HasPrefix(word, "ي") && n >= 4 && n <= 7 {
		return true
	}
	if s.elements > 0 && (strings.HasPrefix(word, "ت") && n >= 4 && n <= 5 || strings.HasPrefix(word, "و") && n >= 5) {
		return true
	}
	return false
}

// person reads a person's name at token i where its shape or what stands
// before it speaks for one.
func (f *finder) person(i int) (found, bool) {
	if f.mulla(i) && f.joined(i+1) {
		if s := f.shapeAs(i+1, false); s.last > i+1 && (f.isGiven(i+1) || f.nameable(i+1)) {
			if s.surnames > 0 && f.w[s.last-1].any(known) {
				s.last--
			}
			return found{first: i, last: s.last, kind: fact.Person, rule: "names.title"}, true
		}
	}
	if c, ok := f.led(i); ok {
		return c, true
	}
	e := f.expect[i]
	s := f.shape(i)
	if int(e.until) > s.last {
		return found{first: i, last: int(e.until), kind: fact.Person, title: e.title, rule: "names.title"}, true
	}
	if s.last <= i {
		return found{}, false
	}
	c := found{first: i, last: s.last, kind: fact.Person, title: e.title}
	w := &f.w[i]
	pure := f.isGiven(i) && !w.any(ordinary|definite) || f.wordAt(i) == "عبد"
	switch {
	case e.why == afterTitle, e.why == afterChain:
		c.rule = "names.title"
	case s.kunya && s.given > 0 && !w.any(known|clitic):
		c.rule = "names.kunya"
	case s.given > 0 && (s.elements >= 2 || f.wordAt(i) == "عبد") && pure:
		c.rule = "names.given"
	case s.elements >= 2 && (s.given+s.either > 0 || w.any(given)) && !w.any(clitic|finite) && f.officeFollows(s.last):
		c.rule = "names.apposition"
	case s.elements >= 2 && f.nameable(i) && f.paired(i+1):
		c.rule = "names.pair"
	case f.isGiven(i) && s.elements >= 2 && !w.any(clitic|finite) && s.given+s.unknown+s.surnames > 0 && f.unlikeNoun(i, &s):
		c.rule = "names.given"
	case s.foreign && !w.any(known) && (s.elements > 1 || f.wordAt(i) == "دي" || f.wordAt(i) == "فان"):
		c.rule = "names.particle"
	case e.why == afterVerb && f.spoken(i, &s):
		c.rule = "names.verb"
	case f.ofNation(i, &s):
		c.rule = "names.nation"
	default:
		return found{}, false
	}
	return c, true
}

// ofNation reports whether a name of two words or more stands after a nation's
// adjective in the singular: «الفرنسي أرنو كليمان».
func (f *finder) ofNation(i int, s *shape) bool {
	if i == 0 || !f.follows(i) || s.elements < 2 || !f.w[i-1].has(definite|nisba) || f.w[i].has(definite) {
		return false
	}
	before := f.wordAt(i - 1)
	return (strings.HasSuffix(before, "ي") || strings.HasSuffix(before, "يه")) && s.unknown+s.given+s.either >= 2 && s.unknown+s.given > 0 && (f.isGiven(i) || f.nameable(i))
}

// unlikeNoun reports whether a name that begins with an ordinary word is no
// noun with its complement («سلام شامل», «جمال المدينة»).
func (f *finder) unlikeNoun(i int, s *shape) bool {
	if f.w[i].has(definite) {
		return s.given+s.unknown > 0
	}
	return f.strong(i, s)
}

// strong reports whether a name of several words has more to show than an
// ordinary word that is a given name too and an ordinary word after it.
func (f *finder) strong(i int, s *shape) bool {
	if s.given+s.unknown > 0 || s.elements >= 3 || !f.w[i].any(known) && f.isGiven(i) {
		return true
	}
	if f.w[i].any(noun) && !f.w[i].any(adjective) && !strings.HasSuffix(f.wordAt(s.last-1), "ي") && f.expect[i].why == nothing {
		return false // «خطاب ألقاه»
	}
	return s.last > i+1 && f.nameable(s.last-1)
}

// spoken reports whether a word after a verb of speech is a person's name: it
// is unknown, and has no ending of plurals, abstract nouns or accusatives.
func (f *finder) spoken(i int, s *shape) bool {
	word := f.wordAt(i)
	if f.isGiven(i) && s.elements >= 2 && !f.w[i].has(definite) {
		return f.strong(i, s)
	}
	if f.w[i].any(known|clitic|definite) || s.unknown+s.given == 0 || pluralLike(word) {
		return false
	}
	if bare, ok := strings.CutSuffix(word, "ا"); ok && (f.lex.Kinds(bare) != 0 || len(word) <= 8) {
		return false
	}
	if strings.HasPrefix(word, "لا") && !arabic.Foreign(word) || strings.HasPrefix(word, "بعد") || f.namedBefore(word) {
		return false
	}
	if r := []rune(word); s.elements == 1 && len(r) == 5 && r[0] == 'ا' && r[3] == 'ا' {
		return false // a plural: أوصال
	}
	// «يزكي حظوظ النجاح»: a noun and its complement
	return !(s.elements == 1 && f.follows(i+1) && i+1 < len(f.w) && f.w[i+1].has(definite)) || arabic.Foreign(word)
}

// officeFollows reports whether an office or title stands at token k, a comma
// before it or not: «قاسم الوردي أمين عام الحزب».
func (f *finder) officeFollows(k int) bool {
	if k < len(f.Tokens) && f.wordAt(k) == "،" {
		k++
	}
	if k >= len(f.Tokens) || !f.joined(k) || f.w[k].any(clitic|finite) {
		return false
	}
	_, ok := f.office(k)
	return ok
}

// namedBefore reports whether a word is a particle and the last word of a person
// found before: «لشتاينماير».
func (f *finder) namedBefore(word string) bool {
	switch word[:2] {
	case "ل", "ب", "ك", "ف", "و":
	default:
		return false
	}
	for n := range f.found {
		if c := &f.found[n]; c.kind == fact.Person && f.Tokens[c.last-1].Word == word[2:] {
			return true
		}
	}
	return false
}

// led reads a name whose first word has a particle attached: «وسفيان كذا».
func (f *finder) led(i int) (found, bool) {
	w := &f.w[i]
	if c, ok := f.ledPair(i); ok {
		return c, true
	}
	if w.lead == 0 || w.any(known) || !f.follows(i+1) {
		return found{}, false
	}
	last := f.rest(i + 1)
	if last == i+1 || w.doubt && !f.officeFollows(last) {
		return found{}, false
	}
	return found{first: i, last: last, cut: w.lead, kind: fact.Person, rule: "names.given"}, true
}

// ledPair reads a name that begins with عبد or أبو after an attached particle:
// «وعبد الفتاح كذا».
func (f *finder) ledPair(i int) (found, bool) {
	word := f.wordAt(i)
	if len(word) < 6 || !f.follows(i+1) {
		return found{}, false
	}
	switch word[:2] {
	case "و", "ف", "ل", "ب":
	default:
		return found{}, false
	}
	next := &f.w[i+1]
	switch word[2:] {
	case "عبد":
		if !next.has(definite) && f.wordAt(i+1) != "الله" || next.any(finite) {
			return found{}, false
		}
	case "ابو", "ابي":
		if next.any(finite|particle) || word[2:] == "ابي" && next.any(known) {
			return found{}, false
		}
	default:
		return found{}, false
	}
	return found{first: i, last: f.rest(i + 2), cut: 2, kind: fact.Person, rule: "names.given"}, true
}

// pluralLike reports whether a word ends as plurals and abstract nouns do.
func pluralLike(word string) bool {
	for _, end := range [...]string{"ون", "ين", "ات", "يه", "ان", "ه"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
