package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// evidence is what the places where an unknown word stands say of it.
type evidence struct {
	person, place int
	first, last   int32 // tokens
}

// The weights of a word's surroundings and the sum that makes it a name.
const (
	afterSpeech  = 3 // «قال شتاينماير»
	afterDeed    = 2 // «غادر شتاينماير»
	beforeVerb   = 1 // «شتاينماير يصل»
	afterNation  = 2 // «الألماني شتاينماير»
	beforeAge    = 2 // «شتاينماير (63 عاما)»
	inPlace      = 2 // «في سيرينا», «مدينة سيرينا»
	nameWeight   = 3
	foreignGrant = 1 // a word of foreign shape needs less
)

// weigh finds names by what surrounds an unknown word in the whole article: a
// word that speaks and acts is a person, one that things are in is a place.
func (f *finder) weigh() {
	f.weighed.empty()
	seen := f.evidence[:0]
	for _, k := range f.loose {
		i := int(k)
		if f.w[i].class&(wholly|definite|given|owned) != inBody|letters || len(f.Tokens[i].Word) < 6 {
			continue
		}
		if f.verbLike(i, 0) || f.accusative(i) || f.namedBefore(f.wordAt(i)) {
			continue
		}
		n := f.weighed.at(f.Hash(i))
		if *n == 0 {
			seen = append(seen, evidence{first: k, last: k})
			*n = int32(len(seen))
		}
		e := &seen[*n-1]
		f.expect[e.last].again, e.last = k, k
		f.surroundings(i, e)
	}
	f.evidence = seen
	for n := range seen { // in the order of their first places
		e := &seen[n]
		i := int(e.first)
		need := nameWeight
		if f.foreign(i) {
			need -= foreignGrant
		} else if f.w[i].Has(lexicon.PluralLike) {
			continue
		}
		kind := aPerson
		switch {
		case e.person >= need && e.person > e.place:
		case e.place >= need && e.place > e.person && e.person == 0:
			kind = aPlace
		default:
			continue
		}
		for k := e.first; ; k = f.expect[k].again {
			if f.owner[k] == 0 {
				f.keepShape(int(k), kind)
			}
			if k == e.last {
				break
			}
		}
	}
}

// keepShape records the name of a kind that begins at token k.
func (f *finder) keepShape(k int, kind actorKind) {
	last := k + 1
	if kind == aPerson {
		if s := f.shape(k); s.last > last {
			last = s.last
		}
	}
	for n := k; n < last; n++ {
		if f.owner[n] != 0 {
			last = n
		}
	}
	f.keep(&found{first: k, last: last, kind: kind, rule: "names.context"})
}

// surroundings adds what stands around token i to e.
func (f *finder) surroundings(i int, e *evidence) {
	if i > 0 && f.joined(i) {
		p := &f.w[i-1]
		before := f.wordAt(i - 1)
		switch {
		case p.Has(finite|speech) && f.w[i-1].Has(lexicon.Masculine) && !p.Any(particle):
			e.person += afterSpeech
		case p.Has(finite) && f.w[i-1].Has(lexicon.Masculine) && !p.Any(noun|adjective|particle|given):
			e.person += afterDeed
		case p.Has(nisba|definite) && f.w[i-1].Has(lexicon.Masculine):
			e.person += afterNation
		case before == "في" || p.Class == lexicon.HeadArea && !p.Has(definite):
			e.place += inPlace
		case before == "الي" || before == "من":
			e.place++
		case before == "ان" || before == "لكن":
			e.person++
		}
	}
	if f.joined(i+1) || f.wordAt(i+1) == "،" {
		n := &f.w[i+1]
		switch {
		case n.Has(finite) && !n.Any(noun|adjective|particle|clitic) && n.Has(lexicon.Masculine):
			e.person += beforeVerb
		case f.wordAt(i+1) == "،" && f.w[i+2].Class == lexicon.HeadArea, f.wordAt(i+1) == "عاصمه", f.wordAt(i+2) == "عاصمه":
			e.place += inPlace
		case f.wordAt(i+1) == "(" && i+2 < len(f.Tokens) && f.Tokens[i+2].Kind == arabic.Number:
			e.person += beforeAge
		}
	}
}

// accusative reports whether token i is a known word, or a short one, with the
// ending of the indefinite accusative.
func (f *finder) accusative(i int) bool {
	if f.w[i].Any(known) || !f.w[i].Has(inBody|letters) {
		return f.lex.AccusativeShape(f.wordAt(i))
	}
	return f.w[i].Has(lexicon.Accusative)
}

// foreign reports whether token i has no shape of an Arabic word.
func (f *finder) foreign(i int) bool {
	if f.w[i].Any(known) || !f.w[i].Has(inBody|letters) {
		return arabic.Foreign(f.wordAt(i))
	}
	return f.w[i].Has(lexicon.ForeignLike)
}

// another reads a further name of a row of persons («كيري ولافروف», «سالم الشهابي
// وفريديريك هوف») or of places.
func (f *finder) another(i int, c *found) bool {
	if i == 0 || !f.follows(i) || f.owner[i-1] == 0 {
		return false
	}
	switch f.found[f.owner[i-1]-1].kind {
	case aPlace:
		return f.anotherPlace(i, c)
	case aBody:
		return f.anotherBody(i, c)
	}
	w, word := &f.w[i], f.wordAt(i)
	if w.Any(clitic) && w.Lead == 0 && strings.HasPrefix(word, "و") && f.familyAlone(i+1) && f.lex.Kinds(word[2:]).Has(lexicon.GivenName) {
		*c = found{first: i, last: i + 2, cut: 2, kind: aPerson, rule: "names.row"} // «ونادر الفخري»
		return true
	}
	if !strings.HasPrefix(word, "و") || len(word) < 8 || w.Any(known|dated) || w.Any(clitic) && w.Lead == 0 || lexicon.InflectedShape(word) {
		return false
	}
	if w.Lead == 0 && (f.startsThing(i) || w.Has(lexicon.PluralLike) && !arabic.Foreign(word[2:])) {
		return false
	}
	last := f.rest(i + 1)
	if w.Lead == 0 && last == i+1 && f.lex.AccusativeShape(word[2:]) {
		return false
	}
	*c = found{first: i, last: last, cut: 2, kind: aPerson, rule: "names.row"}
	return true
}

// anotherBody reads the second of two movements that a dual introduces: «حركتي الفجر
// والسنابل».
func (f *finder) anotherBody(i int, c *found) bool {
	before := &f.found[f.owner[i-1]-1]
	k := before.first - 1
	if k < 0 || before.head == 0 || f.w[k].Class != lexicon.HeadGroup || !f.dual(k) || f.lex.Heads[f.w[k].Head-1].ID == "jabha" || !strings.HasPrefix(f.wordAt(i), "وال") || f.startsThing(i) {
		return false
	}
	*c = found{first: i, last: f.tail(i + 1), cut: 2, kind: aBody, rule: "names.row"}
	return true
}

// anotherPlace reads the second of a row of places that a dual or plural introduces:
// «مقاطعتي كذا وكذا».
func (f *finder) anotherPlace(i int, c *found) bool {
	before := &f.found[f.owner[i-1]-1]
	if before.first == 0 {
		return false
	}
	k := before.first - 1
	if f.w[k].Class != lexicon.HeadArea || !f.several(k) && before.rule != "names.row" {
		return false
	}
	w, word := &f.w[i], f.wordAt(i)
	if !strings.HasPrefix(word, "و") || len(word) < 8 || w.Any(known|clitic|dated) || f.startsThing(i) {
		return false
	}
	last := i + 1
	if f.follows(last) && f.nameable(last) && !f.w[last].Has(definite) && !f.verbLike(last, 1) {
		last++
	}
	*c = found{first: i, last: last, cut: 2, kind: aPlace, rule: "names.row"}
	return true
}

// several reports whether the noun of places at token k is a dual or plural.
func (f *finder) several(k int) bool {
	word := f.wordAt(k)
	for _, end := range [...]string{"تي", "تا", "ات", "مدن", "قري", "جزر", "مناطق", "احياء"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// rest is where the elements of a name that go on at token k end.
func (f *finder) rest(k int) int {
	s := shape{elements: 1, given: 1, last: k}
	for s.elements < nameLimit && k < len(f.Tokens) && f.follows(k) {
		next, kind := f.element(k, &s)
		if next <= k {
			break
		}
		s.add(kind)
		s.last, k = next, next
		if kind == 'd' && !f.familyFollows(next) {
			break
		}
	}
	return s.last
}

// acronym reads a name in Latin capitals: «(CNN)», «لـ UNHCR». It is an
// organisation.
func (f *finder) acronym(i int, c *found) bool {
	t := f.Tokens[i]
	n := t.End - t.Start
	if t.Kind != arabic.Latin || n < 2 || n > 6 {
		return false
	}
	for _, c := range []byte(t.Span().In(f.Source)) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	if i > 0 && f.Tokens[i-1].Kind == arabic.Latin || i+1 < len(f.Tokens) && f.Tokens[i+1].Kind == arabic.Latin {
		return false
	}
	if i+2 < len(f.Tokens) && (f.wordAt(i+1) == "-" || f.wordAt(i+1) == "–") && f.Tokens[i+1].Gap == arabic.None && f.Tokens[i+2].Kind == arabic.Number && f.Tokens[i+2].Gap == arabic.None {
		return false // صواريخ BM-21
	}
	*c = found{first: i, last: i + 1, kind: aBody, rule: "names.acronym"}
	return true
}
