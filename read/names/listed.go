package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// listed is the longest name of the lexicon that begins at token i and that
// its context lets stand.
func (f *finder) listed(i int) (c found, ok bool) {
	ok = f.longest(i, true, &c)
	return c, ok
}

// listedThing is listed without persons.
func (f *finder) listedThing(i int) (c found, ok bool) {
	ok = f.longest(i, false, &c)
	return c, ok
}

// longest puts into best the longest name of the lexicon that begins at token i,
// with persons or without; of two as long the one with least taken off: «برام
// الله» is not Buram. The phrases of one reading stand longest first.
func (f *finder) longest(i int, persons bool, best *found) (ok bool) {
	w := &f.w[i]
	if !w.Has(listed) {
		return false
	}
	for k := w.ph0; k < w.ph1; k++ {
		p := &f.phrases[k]
		if !ok {
			ok = f.take(p, persons, best)
			continue
		}
		var c found
		if p.Last > best.last && f.take(p, persons, &c) && c.last > best.last {
			*best = c
		}
	}
	return ok
}

// take makes a name of a phrase of the lexicon, if its context allows. Where
// entries of several kinds share it, the context chooses.
func (f *finder) take(p *phrase, persons bool, c *found) bool {
	w := &f.w[p.First]
	if p.Names&(thingTables|personTables) == 0 || p.Prep == 's' || w.Has(dated) || p.Prep == 'k' && f.partOfName(p) {
		return false
	}
	s := site{phrase: p, single: p.Last == p.First+1}
	if s.single {
		s.stem = f.stemClass(p)
		if p.Cut > 0 && w.Any(known|given) || s.stem.Any(particle) || w.Any(accented|verbHere) || f.adjectival(p) {
			return false
		}
	}
	*c = found{first: p.First, last: p.Last, cut: p.Cut, rule: "names.listed"}
	if len(p.Refs) == 1 {
		k := f.kindHere(&s, p.Refs[0], persons)
		if k < 0 {
			return false
		}
		c.kind, c.refs = actorKind(k), p.Refs
	} else if !f.chosen(&s, persons, c) {
		return false
	}
	if c.kind == aBody && f.undescribed(p, c.refs) {
		c.last--
	}
	f.bareName(c)
	return c.first < c.last
}

// chosen gives c the entries of one kind among those that share a phrase.
func (f *finder) chosen(s *site, persons bool, c *found) bool {
	var byKind [3][]lexicon.Ref
	for n, r := range s.Refs {
		if k := f.kindHere(s, r, persons); k >= 0 {
			if byKind[k] == nil {
				byKind[k] = s.Refs[n : n+1 : n+1]
				continue
			}
			byKind[k] = append(byKind[k], r)
		}
	}
	f.decide(s.phrase, &byKind)
	for _, k := range [...]actorKind{aBody, aPlace, aPerson} {
		if len(byKind[k]) > 0 {
			c.refs, c.kind = byKind[k], k
			return true
		}
	}
	return false
}

// partOfName reports whether a phrase after ك is more likely a foreign word that
// begins with that letter, because a part of a name stands before it: «أرنو كليمان».
func (f *finder) partOfName(p *phrase) bool {
	i := p.First
	return p.Last == i+1 && i > 0 && f.follows(i) && f.unknown(i) && (f.w[i-1].Any(given) && !f.w[i-1].Any(ordinary|known) || f.unknown(i-1) && !f.w[i-1].Any(definite|nisba) && !f.startsThing(i-1))
}

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

// undescribed reports whether a phrase ends in a nation's adjective without
// which it names the same: «حركة طالبان الأفغانية».
func (f *finder) undescribed(p *phrase, refs []lexicon.Ref) bool {
	if p.Last < p.First+3 || !f.w[p.Last-1].Has(definite|nisba) || f.relativeLike(p.Last-2) {
		return false
	}
	for k := f.w[p.First].ph0; k < f.w[p.First].ph1; k++ {
		q := &f.phrases[k]
		if q.Last != p.Last-1 || q.Cut != p.Cut {
			continue
		}
		for _, r := range q.Refs {
			if hasEntry(refs, r) {
				return true
			}
		}
	}
	return false
}

// stemClass is what the first word of a phrase may be besides a name.
func (f *finder) stemClass(p *phrase) class {
	if p.Cut == 0 {
		return f.w[p.First].class
	}
	var c class
	rs := f.Readings[p.First]
	for k := range rs {
		r := &rs[k]
		if r.Cut != p.Cut || r.Pronoun != "" || r.Kinds == 0 {
			continue
		}
		for _, s := range r.Own() {
			c |= f.lex.SenseTraits(s)
		}
	}
	if p.Det {
		c |= definite
	}
	return c
}

// kindHere is the index of the type that an entry has here (0 person, 1
// organisation, 2 place), -1 where the context does not let it stand.
func (f *finder) kindHere(s *site, r lexicon.Ref, persons bool) int {
	if r.Alias < 0 {
		return -1
	}
	switch r.Table {
	case lexicon.PersonTable:
		if persons && (!s.ordinary() && !(s.single && s.Cut == 0 && s.stem.Any(clitic)) || f.expect[s.First].title > 0 || f.long(r) || f.ownSide(s, r)) {
			return 0
		}
	case lexicon.OrganisationTable:
		if f.outletOnly(r) && !f.outletContext(s) || f.described(s) || f.namesake(s, r) {
			return -1
		}
		if !s.ordinary() || f.bodyHere(s, r) {
			return 1
		}
	case lexicon.StateTable:
		if s.single && s.stem.Has(nisba) && f.follows(s.Last) && f.w[s.Last].Any(nisba) && !f.w[s.Last].Has(definite) {
			return -1 // محادثات سورية إسرائيلية
		}
		return 2
	case lexicon.PlaceTable:
		if !f.directed(s.phrase, r) && (!s.single || f.placeHere(s, r)) {
			return 2
		}
	}
	return -1
}

// bareName takes off a listed name the title or the noun of places that it is
// listed with: «الملك فلان», «مدينة كذا».
func (f *finder) bareName(c *found) {
	switch c.kind {
	case aPerson:
		if p := f.office(c.first); p != nil && p.Last < c.last && !f.mulla(c.first) && (f.w[c.first].Has(definite) || !f.w[c.first].Any(given)) {
			c.first, c.cut = p.Last, 0
		}
		c.title = f.expect[c.first].title
		if f.familyFollows(c.last) {
			c.last += 2
		}
	case aBody:
		for k := c.first + 1; k < c.last; k++ {
			switch f.wordAt(k) {
			case "بقياده", "بزعامه", "جناح", "المنحل", "المحظور", "الحاكم":
				c.last = k
			}
		}
	case aPlace:
		if c.last > c.first+1 && f.wordAt(c.last-1) == "المحتله" {
			c.last--
		}
		if c.last == c.first+2 && strings.HasSuffix(f.wordAt(c.first), "دوله") && !f.hasArticle(c.first) {
			c.first, c.cut = c.first+1, 0
		}
		if c.last > c.first+1 && f.w[c.first].Class == lexicon.HeadArea && !f.hasArticle(c.first) {
			c.first, c.cut = c.first+1, 0
		}
	}
}

// mulla reports whether token i is a title that goes with the name for good.
func (f *finder) mulla(i int) bool { return f.w[i].Has(lexicon.Mulla) }

// decide drops the types that the words around a phrase do not let stand.
func (f *finder) decide(p *phrase, byKind *[3][]lexicon.Ref) {
	if len(byKind[2]) > 0 && f.headBefore(p.First, lexicon.HeadArea) {
		byKind[0], byKind[1] = nil, nil
		return
	}
	if len(byKind[0]) > 0 && f.expect[p.First].title > 0 {
		byKind[1], byKind[2] = nil, nil
		return
	}
	if len(byKind[1]) > 0 && len(byKind[2]) > 0 {
		if f.quoted(p.First, p.Last) || f.headBefore(p.First, lexicon.HeadOutlet) {
			byKind[2] = nil
		} else if f.outletOnly(byKind[1][0]) {
			byKind[1] = nil
		}
	}
}

// adjectival reports whether a phrase of one word is an adjective of the noun
// before it: «المسلحين الحوثيين», «القيادي الحوثي».
func (f *finder) adjectival(p *phrase) bool {
	i := p.First
	if p.Last != i+1 || p.Cut > 0 || !f.w[i].Has(definite) || !f.joined(i) || i == 0 || f.owner[i-1] != 0 {
		return false
	}
	if !f.w[i-1].Has(definite) {
		return strings.HasSuffix(f.wordAt(i), "يه") && f.definiteAfter(i-1) && f.placeOnly(p) // للطائفة الزيدية
	}
	if f.w[i].Any(nisba) {
		return f.w[i-1].Any(known)
	}
	word := f.wordAt(i)
	if strings.HasSuffix(word, "ه") {
		return f.w[i-1].Has(noun) && f.placeOnly(p)
	}
	if strings.HasSuffix(word, "ي") && f.placeOnly(p) {
		return false // الزبداني
	}
	return strings.HasSuffix(word, "ي") || strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ون")
}

// definiteAfter reports whether token k is an ordinary noun with the article after
// an attached particle: «للطائفة», «بالحركة».
func (f *finder) definiteAfter(k int) bool {
	word := f.wordAt(k)
	if !f.w[k].Has(clitic) || f.w[k].Head > 0 || len(word) < 10 {
		return false
	}
	return strings.HasPrefix(word, "لل") || len(word) > 12 && word[2:6] == "ال"
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
	if f.afterHead(i) || f.quoted(i, i+1) || f.long(r) && s.stem.Has(definite) {
		return true
	}
	if s.Conj == 'w' && i > 0 && f.joined(i) && f.owner[i-1] != 0 && f.found[f.owner[i-1]-1].kind == aBody {
		return true // «داعش والقاعدة»
	}
	if f.follows(i+1) && f.w[i+1].Has(definite) && (f.w[i+1].Any(adjective|nisba) || f.relativeLike(i+1)) && s.stem.Has(definite) {
		return false
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
	if e&abroad != 0 || e&province != 0 && f.headBefore(p.First, lexicon.HeadArea) {
		return false
	}
	switch strings.TrimPrefix(f.wordAt(p.First)[p.Cut:], "ال") {
	case "شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي":
		return true
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
	if !c.Any(known|given) && (s.Cut > 0 || !c.Any(clitic)) {
		return true
	}
	if f.headBefore(s.First, lexicon.HeadArea) || f.headBefore(s.First, lexicon.HeadPlace) {
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

// headBefore reports whether a noun of the class stands before token i, a
// quotation mark between them or not.
func (f *finder) headBefore(i int, class lexicon.HeadClass) bool {
	k := i - 1
	if f.mark(k) {
		k--
	}
	return k >= 0 && f.w[k].Class == class && !f.w[k].Has(definite)
}
