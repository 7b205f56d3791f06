package names

import (
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
	if single && p.Cut > 0 && whole.any(known|given) {
		return c, false
	}
	var byKind [3][]lexicon.Ref // persons, organisations, places
	for _, r := range p.Refs {
		if r.Alias < 0 {
			continue
		}
		switch r.Table {
		case lexicon.PersonTable:
			if persons {
				byKind[0] = append(byKind[0], r)
			}
		case lexicon.OrganisationTable:
			if !f.outletOnly(r) || f.outletContext(p.First, p.Last, single) {
				byKind[1] = append(byKind[1], r)
			}
		case lexicon.PlaceTable, lexicon.StateTable:
			byKind[2] = append(byKind[2], r)
		}
	}
	f.decide(p, &byKind, single, whole)
	for _, k := range [...]struct {
		refs []lexicon.Ref
		kind fact.MentionType
	}{{byKind[1], fact.Organisation}, {byKind[2], fact.Location}, {byKind[0], fact.Person}} {
		if len(k.refs) > 0 {
			c.refs, c.kind = k.refs, k.kind
			if k.kind == fact.Person {
				c.title = f.expect[p.First].title
			}
			return c, true
		}
	}
	return c, false
}

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
	if single && whole.any(known) {
		if !titled {
			byKind[0] = nil
		}
		if whole.any(finite | particle | noun | adjective) {
			byKind[2] = keepStates(byKind[2])
		}
	}
	if len(byKind[1]) > 0 && len(byKind[2]) > 0 {
		if f.quoted(p.First, p.Last) || f.headBefore(p.First, lexicon.HeadOutlet) {
			byKind[2] = nil
		} else if f.outletOnly(byKind[1][0]) {
			byKind[1] = nil
		}
	}
}

// keepStates drops all refs but those of states.
func keepStates(refs []lexicon.Ref) []lexicon.Ref {
	var out []lexicon.Ref
	for _, r := range refs {
		if r.Table == lexicon.StateTable {
			out = append(out, r)
		}
	}
	return out
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
