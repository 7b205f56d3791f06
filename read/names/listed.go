package names

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
)

// listed is the longest name of the lexicon that begins at token i and that
// its context lets stand.
func (f *finder) listed(i int) (found, bool) {
	for k := f.w[i].ph0; k < f.w[i].ph1; k++ {
		if c, ok := f.take(&f.phrases[k], true); ok {
			return c, true
		}
	}
	return found{}, false
}

// listedThing is listed without persons.
func (f *finder) listedThing(i int) (found, bool) {
	for k := f.w[i].ph0; k < f.w[i].ph1; k++ {
		if c, ok := f.take(&f.phrases[k], false); ok {
			return c, true
		}
	}
	return found{}, false
}

// take makes a name of a phrase of the lexicon, if its context allows. Where
// entries of several types share it, the context chooses.
func (f *finder) take(p *lexicon.Phrase, persons bool) (found, bool) {
	c := found{first: p.First, last: p.Last, cut: p.Cut, rule: "names.listed"}
	if p.Prep == 's' || f.w[p.First].any(dated) {
		return c, false
	}
	whole := f.w[p.First].class
	single := p.Last == p.First+1
	if single && (p.Cut > 0 && whole.any(known|given) || p.Cut == 0 && whole.any(particle)) || f.adjectival(p) {
		return c, false
	}
	common := single && p.Cut == 0 && whole.any(known|clitic)
	var byKind [3][]lexicon.Ref // persons, organisations, places
	for _, r := range p.Refs {
		if r.Alias < 0 {
			continue
		}
		switch r.Table {
		case lexicon.PersonTable:
			if persons && (!single || !whole.any(known|clitic) || f.expect[p.First].title > 0) {
				byKind[0] = append(byKind[0], r)
			}
		case lexicon.OrganisationTable:
			if (!f.outletOnly(r) || f.outletContext(p.First, p.Last, single)) && (!common || f.bodyHere(p.First, r)) {
				byKind[1] = append(byKind[1], r)
			}
		case lexicon.StateTable:
			byKind[2] = append(byKind[2], r)
		case lexicon.PlaceTable:
			if !f.directed(p, r) && (!single || f.placeHere(p, r)) {
				byKind[2] = append(byKind[2], r)
			}
		}
	}
	f.decide(p, &byKind, single, whole)
	for _, k := range [...]struct {
		refs []lexicon.Ref
		kind fact.MentionType
	}{{byKind[1], fact.Organisation}, {byKind[2], fact.Location}, {byKind[0], fact.Person}} {
		if len(k.refs) > 0 {
			c.refs, c.kind = k.refs, k.kind
			f.bareName(&c)
			return c, true
		}
	}
	return c, false
}

// bareName takes off a listed name the title or the noun of places that it is
// listed with: «الملك فلان», «مدينة كذا».
func (f *finder) bareName(c *found) {
	switch c.kind {
	case fact.Person:
		if p, ok := f.office(c.first); ok && p.Last < c.last && !f.mulla(c.first) {
			c.first, c.cut = p.Last, 0
		}
		c.title = f.expect[c.first].title
		if f.familyFollows(c.last) {
			c.last += 2
		}
	case fact.Location:
		if c.last > c.first+1 && f.w[c.first].head > 0 && f.lex.Heads[f.w[c.first].head-1].Class == lexicon.HeadArea && !f.hasArticle(c.first) {
			c.first, c.cut = c.first+1, 0
		}
	}
}

// mulla reports whether token i is a title that goes with the name for good.
func (f *finder) mulla(i int) bool { return f.wordAt(i) == "الملا" || f.wordAt(i) == "ملا" }

// decide drops the types that the context of a phrase does not let stand.
func (f *finder) decide(p *lexicon.Phrase, byKind *[3][]lexicon.Ref, single bool, whole class) {
	area := f.headBefore(p.First, lexicon.HeadArea)
	titled := f.expect[p.First].why == afterTitle || f.expect[p.First].why == afterChain
	if area && len(byKind[2]) > 0 {
		byKind[0], byKind[1] = nil, nil
		return
	}
	if titled && len(byKind[0]) > 0 {
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
func (f *finder) adjectival(p *lexicon.Phrase) bool {
	i := p.First
	if p.Last != i+1 || p.Cut > 0 || !f.w[i].has(definite) || !f.joined(i) || i == 0 || !f.w[i-1].has(definite) || f.owner[i-1] != 0 {
		return false
	}
	if f.w[i].any(nisba) {
		return f.w[i-1].any(known)
	}
	word := f.wordAt(i)
	return strings.HasSuffix(word, "ي") || strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ون")
}

// bodyHere reports whether an organisation whose name is an ordinary word too is
// meant: after a noun that such names are built on, in quotation marks, where
// the article gives its long name, or where a movement's name is no masdar and
// no adjective describes it.
func (f *finder) bodyHere(i int, r lexicon.Ref) bool {
	if f.afterHead(i) || f.quoted(i, i+1) || f.seen[r.Entry] {
		return true
	}
	if f.follows(i+1) && f.w[i+1].has(definite) && (f.w[i+1].any(adjective|nisba) || f.relativeLike(i+1)) && f.w[i].has(definite) {
		return false
	}
	switch f.lex.Organisations[r.Entry].Kind {
	case "armed-group", "party", "army", "coalition", "opposition-body":
		return !f.w[i].any(finite)
	}
	return f.w[i].has(definite) && !f.w[i].any(noun)
}

// afterHead reports whether a noun that organisations are named with stands
// before token i.
func (f *finder) afterHead(i int) bool {
	k := i - 1
	if f.mark(k) {
		k--
	}
	if k < 0 || f.w[k].head == 0 {
		return false
	}
	switch f.lex.Heads[f.w[k].head-1].Class {
	case lexicon.HeadGroup, lexicon.HeadBody, lexicon.HeadBodyOf, lexicon.HeadOutlet, lexicon.HeadTroops:
		return true
	}
	return false
}

// directed reports whether a phrase names a part of a country by its direction
// («شمال سوريا», «ريف درعا»), where the name is what follows.
func (f *finder) directed(p *lexicon.Phrase, r lexicon.Ref) bool {
	if p.Last == p.First+1 || f.lex.Places[r.Entry].Kind == "governorate" || f.lex.Places[r.Entry].Country == "" {
		return false
	}
	switch strings.TrimPrefix(f.wordAt(p.First)[p.Cut:], "ال") {
	case "شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "ريف":
		return true
	}
	return false
}

// placeHere reports whether a place whose name is an ordinary word too is meant:
// after a noun of places or a preposition of place, or where the word is
// ordinary only as a verb form.
func (f *finder) placeHere(p *lexicon.Phrase, r lexicon.Ref) bool {
	w := f.w[p.First].class
	if p.Cut > 0 || !w.any(known|clitic|given) {
		return true
	}
	if f.headBefore(p.First, lexicon.HeadArea) || f.headBefore(p.First, lexicon.HeadPlace) {
		return true
	}
	if f.w[p.First].head > 0 || f.w[p.First].plain {
		return false
	}
	switch f.lex.Places[r.Entry].Kind {
	case "city", "governorate", "region":
		if !w.any(noun | adjective | clitic) {
			return true
		}
		switch f.wordAt(p.First - 1) {
		case "في", "الي", "من":
			return !w.has(definite)
		}
	}
	return false
}

// outletOnly reports whether a ref is a newspaper, channel or the like, whose
// name is often an ordinary word.
func (f *finder) outletOnly(r lexicon.Ref) bool {
	if r.Table != lexicon.OrganisationTable {
		return false
	}
	switch f.lex.Organisations[r.Entry].Kind {
	case "newspaper", "channel", "radio", "website":
		return true
	}
	return false
}

// outletContext reports whether a newspaper's or channel's name is meant: it
// stands after its kind («صحيفة الحياة»), in quotation marks, is no ordinary
// word, or is told by a verb of speech.
func (f *finder) outletContext(first, last int, single bool) bool {
	if f.headBefore(first, lexicon.HeadOutlet) || f.quoted(first, last) {
		return true
	}
	if !f.w[first].any(known | given) {
		for k := f.w[first].ph0; k < f.w[first].ph1; k++ {
			if f.phrases[k].Last != last {
				continue
			}
			for _, r := range f.phrases[k].Refs {
				if r.Table == lexicon.PlaceTable || r.Table == lexicon.StateTable {
					return false
				}
			}
		}
		return true
	}
	return !single && f.Tokens[first].Word != "الشرق"
}

// headBefore reports whether a noun of the class stands before token i, a
// quotation mark between them or not.
func (f *finder) headBefore(i int, class lexicon.HeadClass) bool {
	k := i - 1
	if f.mark(k) {
		k--
	}
	return k >= 0 && f.w[k].head > 0 && f.lex.Heads[f.w[k].head-1].Class == class && !f.w[k].has(definite)
}
