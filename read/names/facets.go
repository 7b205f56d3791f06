package names

import "mahdar/lexicon"

// facets is what rules ask of an entry of the lexicon, told once for each entry and
// not read out of its strings for each name.
type facets uint16

const (
	asked    facets = 1 << iota // the others have been told
	outlet                      // a newspaper, channel or the like, whose name is often an ordinary word
	agency                      // a news agency
	network                     // a network of its users' own posts
	movement                    // a group, party, army or side: its name may be an ordinary word that is no verb
	official                    // an army, ministry, company or the like, which other nouns govern
	capital                     // a place: the capital of a state
	province                    // a place: a governorate
	settled                     // a place: a city, governorate or region
	abroad                      // a place of no country
)

// facetsOf is what rules ask of an organisation or place.
func (f *finder) facetsOf(r lexicon.Ref) facets {
	switch r.Table {
	case lexicon.OrganisationTable:
		if len(f.bodies) == 0 {
			f.bodies = make([]facets, len(f.lex.Organisations))
		}
		at := &f.bodies[r.Entry]
		if *at == 0 {
			*at = asked | bodyFacets(f.lex.Organisations[r.Entry].Kind)
		}
		return *at
	case lexicon.PlaceTable:
		if len(f.places) == 0 {
			f.places = make([]facets, len(f.lex.Places))
		}
		at := &f.places[r.Entry]
		if *at == 0 {
			*at = asked | f.placeFacets(r.Entry)
		}
		return *at
	}
	return asked
}

// bodyFacets are those of organisations of a kind.
func bodyFacets(kind string) facets {
	switch kind {
	case "newspaper", "channel", "radio", "website":
		return outlet
	case "agency":
		return agency
	case "social-network":
		return network
	case "army":
		return movement | official
	case "armed-group", "party", "coalition", "opposition-body":
		return movement
	case "government-body", "company", "ministry", "igo", "un", "parliament":
		return official
	}
	return 0
}

// placeFacets are those of a place.
func (f *finder) placeFacets(place int32) (s facets) {
	p := &f.lex.Places[place]
	switch p.Kind {
	case "governorate":
		s = province | settled
	case "city", "region":
		s = settled
	}
	if p.Country == "" {
		s |= abroad
	}
	if f.lex.Capital(place) {
		s |= capital
	}
	return s
}
