package names

import (
	"strings"

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

// run is where among the entries that share a phrase those of one kind stand.
type run struct{ first, end, count int }

// chosen gives c the entries of one kind among those that share a phrase.
func (f *finder) chosen(s *site, persons bool, c *found) bool {
	var byKind [3]run
	for n, r := range s.Refs {
		k := f.kindHere(s, r, persons)
		if k < 0 {
			continue
		}
		of := &byKind[k]
		if of.count == 0 {
			of.first = n
		}
		of.end, of.count = n+1, of.count+1
	}
	f.decide(s.phrase, &byKind)
	for _, k := range [...]actorKind{aBody, aPlace, aPerson} {
		of := byKind[k]
		if of.count == 0 {
			continue
		}
		c.kind, c.refs = k, s.Refs[of.first:of.end:of.end]
		if of.count < of.end-of.first { // others stand between them
			c.refs = nil
			for _, r := range s.Refs[of.first:of.end] {
				if f.kindHere(s, r, persons) == int(k) {
					c.refs = append(c.refs, r)
				}
			}
		}
		return true
	}
	return false
}

// partOfName reports whether a phrase after ك is more likely a foreign word that
// begins with that letter, because a part of a name stands before it: «أرنو كليمان».
func (f *finder) partOfName(p *phrase) bool {
	i := p.First
	return p.Last == i+1 && i > 0 && f.follows(i) && f.unknown(i) && (f.w[i-1].Any(given) && !f.w[i-1].Any(ordinary|known) || f.unknown(i-1) && !f.w[i-1].Any(definite|nisba) && !f.startsThing(i-1))
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
		if s.single && s.Cut == 0 && s.stem.Has(nisba) && f.source(s.First-1) {
			return -1 // مصادر سورية
		}
		return 2
	case lexicon.PlaceTable:
		if !f.directed(s.phrase, r) && (!s.single || f.placeHere(s, r)) {
			return 2
		}
	}
	return -1
}

// source reports whether token i is a noun without the article for those who tell the news, of
// which what follows is an adjective: «وسائل إعلام سورية».
func (f *finder) source(i int) bool {
	switch f.wordAt(i) {
	case "اعلام", "مصادر", "تقارير", "صحف", "جهات", "اوساط":
		return f.follows(i + 1)
	}
	return false
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
			case "بقياده", "بزعامه", "التابعه", "التابع", "جناح", "المنحل", "المحظور", "الحاكم":
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

// decide drops the kinds that the words around a phrase do not let stand.
func (f *finder) decide(p *phrase, byKind *[3]run) {
	person, body, place := &byKind[aPerson], &byKind[aBody], &byKind[aPlace]
	if place.count > 0 && f.headBefore(p.First, lexicon.HeadArea) {
		person.count, body.count = 0, 0
		return
	}
	if person.count > 0 && f.expect[p.First].title > 0 {
		body.count, place.count = 0, 0
		return
	}
	if body.count > 0 && place.count > 0 {
		if f.quoted(p.First, p.Last) || f.headBefore(p.First, lexicon.HeadOutlet) {
			place.count = 0
		} else if f.outletOnly(p.Refs[body.first]) {
			body.count = 0
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

// headBefore reports whether a noun of the class stands before token i, a
// quotation mark between them or not.
func (f *finder) headBefore(i int, class lexicon.HeadClass) bool {
	k := i - 1
	if f.mark(k) {
		k--
	}
	return k >= 0 && f.w[k].Class == class && !f.w[k].Has(definite)
}
