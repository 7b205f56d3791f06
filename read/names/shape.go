package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// shape is what the words from a token on look like as a person's name.
type shape struct {
	last     int // after its last token
	elements int // names in it: «عبد الله» is one
	given    int // given names that are nothing else
	either   int // given names that are ordinary words too
	unknown  int // words that nobody knows
	surnames int // words with the article
	kunya    bool
	foreign  bool // has a foreign particle: دي، فان
	titled   bool // a title stands before it
	told     bool // a verb of speech stands before it
	acted    bool // a verb stands before its title
	abroad   bool // its first given name is no Arabic one
}

// nameLimit is how many elements a person's name has at most.
const nameLimit = 6

// shape reads a person's name from token i on, as far as it goes.
func (f *finder) shape(i int) shape {
	why := f.expect[i].why
	s := shape{last: i, titled: why == afterTitle || why == afterChain, told: why == afterVerb}
	if t := f.expect[i].title; t > 0 {
		b := f.titles[t-1].first - 1
		s.acted = b >= 0 && f.joined(b+1) && f.w[b].Has(finite) && !f.w[b].Any(noun|particle)
	}
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
func (f *finder) follows(k int) bool { return k > 0 && k < len(f.w) && f.w[k].Has(wordOn) }

// familyFollows reports whether آل and a family name stand at k.
func (f *finder) familyFollows(k int) bool {
	return k+1 < len(f.Tokens) && f.follows(k) && f.wordAt(k) == "ال" && f.follows(k+1)
}

// element reads one part of a name at token k: next is k where there is none.
// kind is g for a given name, a for one that is an ordinary word too, u for an
// unknown word, d for a word with the article.
func (f *finder) element(k int, s *shape) (next int, kind byte) {
	w := &f.w[k]
	if !w.Has(inBody|letters) || w.Any(dated) {
		return k, 0
	}
	word := f.wordAt(k)
	if (w.Has(lexicon.Joins) || f.w[k+1].Has(lexicon.Joined)) && f.follows(k+1) {
		if n, kind, ok := f.compound(k, word, s); ok {
			return n, kind
		}
	}
	if s.elements == 0 && w.Has(letter) && f.abbreviated(k) > k {
		return k, 0
	}
	if s.titled && len(word) <= 4 && k+2 < len(f.Tokens) && f.wordAt(k+1) == "." && f.Tokens[k+1].Gap == arabic.None && f.Tokens[k+2].Kind == arabic.Word && f.joined(k+2) {
		return k + 2, 'u' // an initial
	}
	switch {
	case word == "باسم" || word == "ال" || word == "لو" || word == "بن" || word == "ابن" || word == "ولد":
		return k, 0
	case w.Has(definite):
		return f.surname(k, s)
	case f.isGiven(k):
		return f.givenName(k, s)
	case s.elements > 0 && w.Has(lexicon.Lineage) && !(w.Any(known) && s.elements == 1 && s.given == 0):
		return k + 1, 'u'
	case s.elements > 0 && f.ledPerson(k):
		return k, 0
	case f.nameable(k) && (!f.verbLike(k, s.elements) || s.abroad && strings.HasPrefix(word, "ت")), s.elements > 0 && f.paired(k), f.secondName(k, s):
		return k + 1, 'u'
	case s.titled && s.elements == 0 && w.Any(adjective) && !w.Any(definite|clitic|finite|particle|nisba|people|speech) && f.w[k-1].Has(definite) && f.follows(k+1) && f.nameable(k+1) && !f.verbLike(k+1, 1):
		return k + 1, 'u' // الجنرال عظيم برماندوا: no adjective of a word with the article
	}
	return k, 0
}

// ledPerson reports whether token k is the name of another person after an
// attached particle: «التقى فلان بفلان».
func (f *finder) ledPerson(k int) bool {
	w := &f.w[k]
	return w.Lead > 0 && !w.Any(given) || w.Has(person)
}

// secondName reports whether token k, though an ordinary word by its letters,
// is the second part of a name: after a foreign given name where it is ordinary
// only with a particle («روبرت فورد»), or after a title and a given name where
// it is no verb and no office («الرئيس حسن روحاني»).
func (f *finder) secondName(k int, s *shape) bool {
	w := &f.w[k]
	if s.elements != 1 || s.given != 1 && !(s.titled && s.either == 1 && f.mostlyName(k-1)) || w.Any(particle|nisba) || w.Head > 0 && f.headed(k) {
		return false
	}
	if s.abroad && w.Has(clitic) && !w.Any(known|speech) && len(f.wordAt(k)) <= 8 && (strings.HasPrefix(f.wordAt(k), "ف") || strings.HasPrefix(f.wordAt(k), "و") && s.titled) {
		return true
	}
	if !s.titled && !s.told || w.Has(plain) || f.object(k) || strings.HasPrefix(f.wordAt(k), "بال") && w.Has(clitic) {
		return false // اتهمت الرئيس أبي سالم بالسعي
	}
	if w.Any(clitic|finite) && !(w.Any(known) && !w.Has(suffixed) && f.closedBy(k, s)) && !(strings.HasSuffix(f.wordAt(k), "ي") && !w.Has(speech) && (s.titled || !w.Has(suffixed)) && !strings.HasPrefix(f.wordAt(k), "و") && !strings.HasPrefix(f.wordAt(k), "ي") && !strings.HasPrefix(f.wordAt(k), "ت")) {
		return false
	}
	if s.told && !strings.HasSuffix(f.wordAt(k), "ي") {
		return false
	}
	if k+1 < len(f.Tokens) && f.follows(k+1) && (f.w[k+1].Any(definite|nisba) || f.startsThing(k+1)) {
		return false
	}
	return !f.isOffice(k) && !f.startsThing(k)
}

// compound reads the parts of names that are two words: عبد الـ…, أبو …, ابن …,
// آل …, … الدين, دي …; ok is false where token k begins none of them.
func (f *finder) compound(k int, word string, s *shape) (next int, kind byte, ok bool) {
	after := f.wordAt(k + 1)
	switch word {
	case "عبد", "عبيد":
		if f.w[k+1].Has(definite) && !f.w[k+1].Any(finite) || after == "الله" || strings.HasPrefix(after, "رب") {
			if word == "عبيد" && after != "الله" {
				return k, 0, false
			}
			return k + 2, 'g', true
		}
	case "ابو", "ابي", "ابا":
		if !f.w[k+1].Any(finite | particle) {
			s.kunya = true
			return k + 2, 'g', true
		}
		return k, 0, true
	case "بن", "ابن", "بنت":
		if s.elements > 0 && (word != "ابن" || !f.w[k+1].Has(known)) && !f.w[k+1].Any(particle|finite|definite) {
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
		if word == "ال" && s.elements > 0 && f.house(k) {
			return k + 2, 'u', true
		}
		if s.elements > 0 && f.namePart(k+1) || word == "ولد" && (after == "الشيخ" || s.elements > 0 && s.given > 0 && !f.w[k+1].Any(particle|definite)) {
			return k + 2, 'u', true
		}
		return k, 0, word == "ال"
	case "دي", "دو", "دا", "ديل", "دل", "فان", "فون", "دير", "دن", "لو", "بو", "دوس", "ديلا":
		if n, kind := f.particled(k, word, s); n > k {
			s.foreign = true
			return n, kind, true
		}
	}
	if f.devout(k, word, after) {
		return k + 2, 'g', true
	}
	return k, 0, false
}

// particled reads a foreign particle at token k with the name that it leads to: «دي لا فيغا»،
// «فان دايك»; next is k where none follows.
func (f *finder) particled(k int, word string, s *shape) (next int, kind byte) {
	after := f.wordAt(k + 1)
	if s.elements > 0 && (after == "لا" || after == "لاس" || after == "لوس") && f.follows(k+2) && !f.w[k+2].Any(particle|definite) {
		return k + 3, 'u' // «بابلو دي لا فيغا»
	}
	if word == "ديلا" && s.elements > 0 && !f.w[k+1].Any(particle|definite) {
		return k + 2, 'u'
	}
	if f.nameable(k+1) && !f.w[k+1].Has(definite) && (s.elements > 0 || word != "لو" && (word != "فان" || s.titled)) {
		if n, kind := f.element(k+1, s); n > k+1 {
			return n, kind
		}
	}
	return k, 0
}

// devout reports whether token k and the word after it are a given name of faith: نور الدين،
// جاد الحق.
func (f *finder) devout(k int, word, after string) bool {
	switch after {
	case "الدين", "الله", "الرحمن", "الاسلام", "الحق", "الزمان", "السر":
	default:
		return false
	}
	if f.w[k].Has(definite) {
		return false
	}
	if f.isGiven(k) || f.nameable(k) {
		return true
	}
	return after == "الدين" && !f.w[k].Any(clitic|particle) && f.w[k].Head == 0 && f.follows(k+2) && (f.nameable(k+2) || f.isGiven(k+2)) && len(word) <= 8
}

// house reports whether آل and the name of a family stand at token k, whose
// second word may be an ordinary one: «حمد بن خليفة آل ثاني».
func (f *finder) house(k int) bool {
	return strings.HasPrefix(f.Words(k, k+1), "آ") && f.follows(k+1) && !f.w[k+1].Any(particle|finite|nisba) && !f.w[k+1].Has(definite)
}

// givenName reads a given name at token k. One that is an ordinary word counts
// less, and after another element it must not be an office or a verb there.
func (f *finder) givenName(k int, s *shape) (int, byte) {
	w := &f.w[k]
	if !w.Any(ordinary) {
		if s.elements == 0 {
			s.abroad = !f.arabicGiven(k)
		}
		return k + 1, 'g'
	}
	if s.elements > 0 {
		if w.Any(clitic|finite) && !w.Any(adjective|noun) && !f.mostlyName(k) && !f.closedBy(k, s) && !f.lineage(k+1) && !(s.given > 0 && f.follows(k+1) && f.w[k+1].Has(definite) && f.nameable(k+1)) || w.Any(known) && s.elements == 1 && !s.titled && f.listedAlone(k-1) {
			return k, 0
		}
		if p := f.office(k); p != nil {
			if _, thing := f.listedThing(p.Last); p.Last > k+1 || thing {
				return k, 0
			}
		}
	}
	return k + 1, 'a'
}

// lineage reports whether a word that joins a name to a forefather's stands at token k.
func (f *finder) lineage(k int) bool {
	if !f.follows(k) {
		return false
	}
	switch f.wordAt(k) {
	case "بن", "ولد", "بنت":
		return true
	}
	return false
}

// arabicGiven reports whether a given name is listed as an Arabic one.
func (f *finder) arabicGiven(k int) bool { return f.w[k].Has(lexicon.ArabicGiven) }

// surname reads a word with the article as a part of a name: one that nobody
// knows, or any after a lone given name that is no office or nation's adjective.
func (f *finder) surname(k int, s *shape) (int, byte) {
	w := &f.w[k]
	if w.Has(nisba) && (s.titled || s.told) && s.elements == 1 && s.given == 1 && !s.abroad && strings.HasSuffix(f.wordAt(k), "ي") {
		return k + 1, 'd' // «السيد فيصل السويدي»
	}
	if w.Any(particle|finite|people|nisba) || w.Has(plain) || s.surnames > 0 && s.elements > 2 || w.Has(lexicon.PluralEnd) {
		return k, 0
	}
	if f.isOffice(k) && s.elements == 0 || w.Head > 0 {
		return k, 0
	}
	if f.nameable(k) {
		return k + 1, 'd'
	}
	if f.isOffice(k) || s.elements == 0 && w.Has(known|noun) && !w.Any(adjective) {
		return k, 0 // «مدى الحياة عبد الله»
	}
	if w.Any(given) && (!w.Any(known) || s.titled) && (s.elements > 0 || s.titled) {
		return k + 1, 'd'
	}
	if _, thing := f.listedThing(k); thing && w.Any(known) {
		return k, 0
	}
	if f.follows(k+1) && f.w[k+1].Has(definite) && f.w[k+1].Any(adjective) {
		return k, 0 // a noun with its adjective
	}
	if s.elements == 1 && f.listedAlone(k-1) {
		return k, 0 // «طلب من عباس التراجع»
	}
	if s.elements == 1 && (s.given == 1 && !w.Any(adjective) || s.titled) {
		return k + 1, 'd'
	}
	if s.elements == 1 && s.either+s.given == 1 && f.family(k) {
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

// isGiven reports whether token k may be a given name where it stands. A
// function word (علي as it is often written for على) is none, but for علي itself where
// the article keeps ى and ي apart.
func (f *finder) isGiven(k int) bool {
	w := &f.w[k]
	if !w.Any(given) || w.Any(nisba|people) || f.feast(k) || f.ledNoun(k) {
		return false
	}
	if w.Any(particle) || f.wordAt(k) == "علي" {
		if f.wordAt(k) == "امين" {
			return strings.HasPrefix(f.Words(k, k+1), "أ") // not آمين
		}
		return f.wordAt(k) == "علي" && strings.HasSuffix(f.Words(k, k+1), "ي") && (f.dotted || f.aliHere(k))
	}
	return true
}

// feast reports whether token k, a given name by its letters, is a feast or a
// month: «عيد الفطر», «شهر رمضان».
func (f *finder) feast(k int) bool {
	if !f.w[k].Has(lexicon.Feast) && !f.w[k+1].Has(lexicon.Feast) && (k == 0 || !f.w[k-1].Has(lexicon.Feast)) {
		return false
	}
	if f.wordAt(k) == "عيد" || f.wordAt(k) == "العيد" {
		return k+1 < len(f.Tokens) && f.follows(k+1) && f.w[k+1].Has(definite)
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
		return k == 0 || !f.w[k-1].Any(finite)
	}
	if f.w[k+1].Has(definite) && f.nameable(k+1) {
		return true
	}
	before := k > 0 && f.follows(k) && f.w[k-1].Any(given) && !f.w[k-1].Any(known|ordinary)
	return before && f.namePart(k+1) && !f.startsThing(k+1) && !f.w[k+1].Any(known|clitic)
}

// startsThing reports whether a listed place or organisation of one word, or a
// longer one, begins at token k.
func (f *finder) startsThing(k int) bool { return f.w[k].Has(thing) }

// namePart reports whether token k may be a part of a name at all.
func (f *finder) namePart(k int) bool {
	w := &f.w[k]
	if !w.Has(inBody|letters) || w.Any(dated) {
		return false
	}
	switch f.wordAt(k) {
	case "عبد", "ابي", "ابو", "الشيخ":
		return true
	}
	return w.Any(given|definite) || !w.Any(known|clitic)
}

// verbLike reports whether an unknown word looks like a verb of the present,
// where a verb could stand: after so many elements of a name.
func (f *finder) verbLike(k, elements int) bool {
	return f.w[k].Has(lexicon.PresentLike) || elements > 0 && f.w[k].Has(lexicon.VerbLike)
}
