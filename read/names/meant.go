package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// site is a phrase of the lexicon where it stands.
type site struct {
	*phrase
	single bool  // of one word
	stem   class // what else that word may be, its particles taken off
}

// ordinary reports whether the phrase is one word that is an ordinary one too.
func (s *site) ordinary() bool { return s.single && s.stem.Any(known) }

// ownSide reports whether a listed person whose name is an ordinary word is
// meant because the article is about his country and the word stands alone
// after a side or force: «قوات صالح».
func (f *finder) ownSide(s *site, r lexicon.Ref) bool {
	if s.Conj == 'w' && s.Cut == 2 && s.First > 0 && f.joined(s.First) && f.owner[s.First-1] != 0 && f.found[f.owner[s.First-1]-1].kind == aPerson {
		return true // «أردوغان والأسد»
	}
	if !s.stem.Any(given) || s.stem.Any(definite) || f.weightOf(r) < 3 || s.First == 0 || !f.joined(s.First) {
		return false
	}
	if f.joined(s.Last) && f.w[s.Last].Any(given) {
		return false
	}
	if s.Cut > 0 && f.owner[s.First-1] != 0 {
		return true // «الحوثيين وصالح»
	}
	switch f.wordAt(s.First - 1) {
	case "قوات", "وقوات", "انصار", "وانصار", "حزب", "المخلوع", "نظام", "حكومه", "للحوثيين", "وحليفهم", "حليفهم", "مقاتلي", "مسلحي":
		return true
	}
	return false
}

// namesake reports whether an agency's name is a given name too and nothing says
// that the agency is meant: «وتوقع فارس».
func (f *finder) namesake(s *site, r lexicon.Ref) bool {
	if !s.single || !s.stem.Any(given) || f.facetsOf(r)&agency == 0 {
		return false
	}
	i := s.First
	return !f.headBefore(i, lexicon.HeadOutlet) && !f.quoted(i, i+1) && !(f.wordAt(i-1) == "(" && f.wordAt(i+1) == ")")
}

// described reports whether an organisation's alias only describes it where it
// stands: «البرلمان اللبناني», «المنظمة الدولية», or the portfolio inside a
// minister's title.
func (f *finder) described(s *site) bool {
	if s.Last != s.First+2 {
		return false
	}
	switch f.wordAt(s.First)[s.Cut:] {
	case "البرلمان", "برلمان", "الحكومه", "السفاره", "لحكومه", "لبرلمان":
		return f.w[s.First+1].Any(nisba)
	case "المنظمه", "لمنظمه", "الهييه":
		return f.wordAt(s.First+1) == "الدوليه" || f.wordAt(s.First+1) == "الامميه"
	case "الخارجيه", "الدفاع", "الداخليه":
		return f.inTitle(s.First)
	}
	return false
}

// bodyHere reports whether an organisation whose name is an ordinary word too is
// meant: after a noun that such names are built on, in quotation marks, where
// the article gives its long name, or where a movement's name is no verb and
// no adjective describes it.
func (f *finder) bodyHere(s *site, r lexicon.Ref) bool {
	i := s.First
	if f.facetsOf(r)&agency != 0 && f.wordAt(i-1) == "(" && f.wordAt(i+1) == ")" {
		return true // «(الفرنسية)» under a picture
	}
	if s.Conj == 0 && f.afterHead(i) || f.quoted(i, i+1) || f.long(r) && s.stem.Has(definite) {
		return true
	}
	if s.Conj == 'w' && i > 0 && f.joined(i) && !(f.follows(i+1) && f.w[i+1].Has(definite) && !s.stem.Has(definite)) && f.owner[i-1] != 0 && f.found[f.owner[i-1]-1].kind == aBody {
		return true // «داعش والقاعدة»
	}
	if f.follows(i+1) && f.w[i+1].Has(definite) && (f.w[i+1].Any(adjective|nisba) || f.relativeLike(i+1)) && s.stem.Has(definite) {
		return false
	}
	if s.Conj == 0 && i > 0 && f.wordAt(i-1) == "بين" && f.facetsOf(r)&movement != 0 && f.follows(i+1) && strings.HasPrefix(f.wordAt(i+1), "و") && !(f.follows(i+2) && f.w[i+2].Has(definite) && !f.w[i+1].Has(definite)) {
		return true // «بين فتح وحماس»
	}
	if !s.stem.Has(definite) && f.follows(i+1) && f.w[i+1].Has(definite) && !f.w[i+1].Any(finite|nisba) {
		return false // «لفتح المعابر»
	}
	if f.facetsOf(r)&movement == 0 {
		return false
	}
	if s.stem.Has(definite) {
		return !s.stem.Any(noun) || s.Cut == 0 && i > 0 && f.joined(i) && f.w[i-1].Has(noun) && !f.w[i-1].Has(definite) && strings.HasSuffix(f.wordAt(i), "ي") || strings.HasSuffix(f.wordAt(i), "يين") || strings.HasSuffix(f.wordAt(i), "يون")
	}
	return !s.stem.Any(finite|adjective) || f.long(r) && s.Cut == 0 || len(f.wordAt(i)) >= 12 && f.weightOf(r) > 1
}

// afterHead reports whether a noun that organisations are named with stands
// before token i.
func (f *finder) afterHead(i int) bool {
	k := i - 1
	if f.mark(k) {
		k--
	}
	if k < 0 || f.w[k].Head == 0 {
		return false
	}
	switch f.w[k].Class {
	case lexicon.HeadGroup, lexicon.HeadBody, lexicon.HeadBodyOf, lexicon.HeadOutlet, lexicon.HeadTroops:
		return true
	}
	return false
}

// placeOnly reports whether all entries of a phrase are places.
func (f *finder) placeOnly(p *phrase) bool {
	for _, r := range p.Refs {
		if r.Table != lexicon.PlaceTable {
			return false
		}
	}
	return true
}

// directed reports whether a phrase names a part of a country by its direction
// («شمال سوريا», «ريف درعا»), where the name is what follows.
func (f *finder) directed(p *phrase, r lexicon.Ref) bool {
	if p.Last == p.First+1 {
		return false
	}
	e := f.facetsOf(r)
	if e&(abroad|province) != 0 {
		return false // غرب دارفور is one
	}
	switch strings.TrimPrefix(f.wordAt(p.First)[p.Cut:], "ال") {
	case "شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي":
		_, ok := f.listedThing(p.First + 1)
		return ok || f.w[p.First+1].Has(definite) // and not شمال سانتاندر, of which no part has a name
	case "ريف":
		return e&province == 0
	}
	return false
}

// placeHere reports whether a place whose name is an ordinary word or a given
// name too is meant: after a noun of places or a preposition of place, or where
// the word is ordinary only as a form of a verb.
func (f *finder) placeHere(s *site, r lexicon.Ref) bool {
	c := s.stem
	if !c.Any(known|given) && (s.Cut > 0 || !c.Any(clitic) || f.withinClause(s.First)) {
		return true
	}
	if f.headBefore(s.First, lexicon.HeadArea) || f.headBefore(s.First, lexicon.HeadPlace) || f.capitalBefore(s.First) {
		return true
	}
	if f.w[s.First].Head > 0 || f.w[s.First].Has(plain) {
		return false
	}
	e := f.facetsOf(r)
	if e&capital != 0 && !c.Any(finite|adjective|nisba) || f.dateline(s.First) {
		return true
	}
	if e&settled == 0 {
		return false
	}
	if !c.Any(noun|adjective|given) && (s.Cut > 0 || !c.Any(clitic)) {
		return true
	}
	switch f.wordAt(s.First - 1) {
	case "في", "الي":
		return s.Cut == 0 && (!c.Has(definite) || c.Any(given) && !c.Any(known))
	}
	return (s.Prep == 'b' || s.Prep == 'l') && c.Any(given) && !c.Any(known)
}

// withinClause reports whether token i begins with ف, which joins clauses, where none can
// begin: right after another word, «قمة فرساي».
func (f *finder) withinClause(i int) bool {
	return strings.HasPrefix(f.wordAt(i), "ف") && i > 0 && f.joined(i) && !f.mark(i-1)
}

// capitalBefore reports whether «العاصمة», with or without the adjective of its
// nation, stands before token i: «العاصمة البريطانية لندن».
func (f *finder) capitalBefore(i int) bool {
	k := i - 1
	if k > 0 && f.joined(i) && f.national(k) {
		k--
	}
	if k < 0 || !f.joined(k+1) {
		return false
	}
	switch f.wordAt(k) {
	case "العاصمه", "للعاصمه", "بالعاصمه", "والعاصمه":
		return true
	}
	return false
}

// dateline reports whether token i stands in a dateline: among the first of its
// line and beside a colon or dash.
func (f *finder) dateline(i int) bool {
	for k := i; k > i-4 && k > 0; k-- {
		if f.Tokens[k].Gap >= arabic.Line {
			switch f.wordAt(i + 1) {
			case ":", "–", "-", "—", "(":
				return true
			}
			return false
		}
	}
	return false
}

// outletOnly reports whether a ref is a newspaper, channel or the like, whose
// name is often an ordinary word.
func (f *finder) outletOnly(r lexicon.Ref) bool { return f.facetsOf(r)&outlet != 0 }

// outletContext reports whether a newspaper's or channel's name is meant: it
// stands after its kind («صحيفة الحياة») or in quotation marks, or is no ordinary
// word, given name or place.
func (f *finder) outletContext(s *site) bool {
	if f.headBefore(s.First, lexicon.HeadOutlet) || f.quoted(s.First, s.Last) {
		return f.wordAt(s.First) != "الانباء" || !s.single
	}
	if f.alsoPlace(s.phrase) {
		return false
	}
	if s.single {
		return !s.stem.Any(known | given | nisba)
	}
	for k := s.First; k < s.Last; k++ {
		if f.Tokens[k].Kind != arabic.Word || f.nameable(k) || k == s.First && f.unknown(k) && !f.standsAlone(k) {
			return true
		}
	}
	return s.First > 0 && f.w[s.First-1].Has(finite|speech)
}

// standsAlone reports whether token k by itself is the listed name of anything:
// «اليمن اليوم» is a country today more often than a newspaper.
func (f *finder) standsAlone(k int) bool {
	for n := f.w[k].ph0; n < f.w[k].ph1; n++ {
		if f.phrases[n].Last == k+1 {
			return true
		}
	}
	return false
}

// alsoPlace reports whether a phrase names a place too.
func (f *finder) alsoPlace(p *phrase) bool {
	for _, r := range p.Refs {
		if r.Table == lexicon.PlaceTable || r.Table == lexicon.StateTable {
			return true
		}
	}
	return false
}
