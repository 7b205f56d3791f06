package export

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/record"
)

// spot is a place on the map.
type spot struct {
	Name, English string
	Kind          string // of the lexicon: city, governorate, state, …
	Country       string // ISO 3166 alpha-3, upper case; "" for none
	Admin         string // English name of the first-order division
	Lat, Lon      float64
	Wikidata      string
}

// atlas finds places by name.
type atlas struct {
	lex    *lexicon.Lexicon // nil knows no place
	places map[string][]int // folded name to indices into lex.Places
	states map[string]int
}

func newAtlas(lex *lexicon.Lexicon) *atlas {
	a := &atlas{lex: lex, places: map[string][]int{}, states: map[string]int{}}
	if lex == nil {
		return a
	}
	for i, s := range lex.States {
		for _, n := range append([]string{s.Name}, s.Aliases...) {
			a.states[plain(n)] = i
		}
	}
	for i, p := range lex.Places {
		seen := map[string]bool{}
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			if k := plain(n); !seen[k] {
				seen[k] = true
				a.places[k] = append(a.places[k], i)
			}
		}
	}
	return a
}

// plain is a name for comparing: folded, its blanks single.
func plain(name string) string { return strings.Join(strings.Fields(arabic.Fold(name)), " ") }

// state is the state of an ISO code of either case.
func (a *atlas) state(iso3 string) (spot, bool) {
	if a.lex == nil || iso3 == "" {
		return spot{}, false
	}
	s, ok := a.lex.State(strings.ToLower(iso3))
	if !ok {
		return spot{}, false
	}
	return stateSpot(s), true
}

func stateSpot(s *lexicon.State) spot {
	return spot{Name: s.Name, English: s.English, Kind: "state", Country: strings.ToUpper(s.ID), Lat: s.Lat, Lon: s.Lon, Wikidata: s.Wikidata}
}

func placeSpot(p *lexicon.Place) spot {
	return spot{Name: p.Name, English: p.English, Kind: p.Kind, Country: strings.ToUpper(p.Country), Admin: p.Admin, Lat: p.Lat, Lon: p.Lon, Wikidata: p.Wikidata}
}

// listed is the place of an actor's id ("place:che-geneva", "state:syr").
func (a *atlas) listed(id string) (spot, bool) {
	if a.lex == nil {
		return spot{}, false
	}
	if key, ok := strings.CutPrefix(id, "place:"); ok {
		if p, ok := a.lex.Place(key); ok {
			return placeSpot(p), true
		}
	}
	if key, ok := strings.CutPrefix(id, "state:"); ok {
		return a.state(key)
	}
	return spot{}, false
}

// named is the place of a name, where only one bears it, or only one in the
// countries that the article names.
func (a *atlas) named(name string, countries map[string]bool) (spot, bool) {
	k := plain(name)
	if i, ok := a.states[k]; ok {
		return stateSpot(&a.lex.States[i]), true
	}
	found := a.places[k]
	if len(found) > 1 {
		var near []int
		for _, i := range found {
			if countries[strings.ToUpper(a.lex.Places[i].Country)] {
				near = append(near, i)
			}
		}
		found = near
	}
	if len(found) != 1 {
		return spot{}, false
	}
	return placeSpot(&a.lex.Places[found[0]]), true
}

// process is the Arabic and the English name of talks, "" where not known.
func (a *atlas) process(key string) (arabic, english string) {
	if a.lex == nil {
		return "", ""
	}
	p, ok := a.lex.Process(key)
	if !ok {
		return "", ""
	}
	return p.Name, p.English
}

// spot finds a place that an article names: what its reading took it for comes
// first, then the lexicon where the name is no other place's too.
func (j *job) spot(a *record.Article, name string) (spot, bool, error) {
	if name == "" {
		return spot{}, false, nil
	}
	r, err := j.reading(a)
	if err != nil {
		return spot{}, false, err
	}
	countries := map[string]bool{}
	k := plain(name)
	for _, n := range r.Actors {
		if n.Country != "" {
			countries[n.Country] = true
		}
		if n.Type == fact.Location && plain(n.Name) == k {
			if s, ok := j.atlas.listed(n.ID); ok {
				return s, true, nil
			}
		}
	}
	s, ok := j.atlas.named(name, countries)
	return s, ok, nil
}

// area is how large what a spot names is: a point (a town, a camp), a district,
// a province, a country, or what is none of these (seas, regions).
type area int

const (
	point area = iota
	district
	province
	country
	wide
)

func (s spot) area() area {
	switch s.Kind {
	case "district":
		return district
	case "governorate":
		return province
	case "state":
		return country
	case "region", "sea", "river", "continent", "mountain":
		return wide
	}
	return point
}

// gedPrecision is UCDP's where_prec.
func (s spot) gedPrecision() string {
	switch s.area() {
	case point:
		return "1"
	case district:
		return "3"
	case province:
		return "4"
	case country:
		return "6"
	}
	if s.Kind == "sea" {
		return "7"
	}
	return "5"
}

// acledPrecision is ACLED's geo_precision.
func (s spot) acledPrecision() string {
	switch s.area() {
	case point:
		return "1"
	case district:
		return "2"
	}
	return "3"
}
