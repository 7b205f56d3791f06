package web

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/web/atlas"
)

// placed are the kinds of facts that have places, in the order in which they
// are shown.
var placed = [...]record.Kind{record.Meetings, record.Ceasefires, record.Incidents, record.Statements, record.Figures}

// Bounds of the page of places.
const (
	mostPlaced     = 300 // facts of a kind that are counted
	mostPlacedMeet = 80  // meetings, which take longer to put together
	mostKept       = 24  // facts of one place that can be shown
	mostPlaceRows  = 200
)

// Spot is a place as a lexicon has it.
type Spot struct {
	ID, English, Kind, Country string
	Lat, Lon                   float64
	Located                    bool // Lat and Lon are known
}

// spot is a place of the record.
type spot struct {
	Spot
	Name  string // canonical Arabic
	Key   string // in addresses
	N     [len(placed)]int
	Sum   int
	First string
	Last  string
	Facts []record.ID // the first
}

// wide reports whether the spot is a country or a region, of which its point
// is only somewhere inside.
func (p *spot) wide() bool {
	switch p.Kind {
	case "state", "region", "governorate", "province", "sea", "river", "island", "continent":
		return true
	}
	return false
}

func (p *spot) at() atlas.Place { return atlas.Place{Lon: p.Lon, Lat: p.Lat} }

// label is the place's name in a language.
func (p *spot) label(l minutes.Lang) string {
	if l == minutes.English && p.English != "" {
		return p.English
	}
	return p.Name
}

// places are the places of what was asked for, those with most facts first.
type places struct {
	spots []*spot
	cut   bool // there are more facts than were counted
}

// asking is what a page of lists is limited to.
type asking struct {
	Talks    string // key; noTalks outside any; "" for all
	Kind     string
	From, To string
}

func askingOf(v *visit) asking {
	a := asking{Talks: v.URL.Query().Get("talks"), Kind: v.URL.Query().Get("kind")}
	a.From, a.To = days(v)
	if a.From != "" && a.To != "" && a.From > a.To {
		a.From, a.To = a.To, a.From
	}
	return a
}

// talksAsked finds the talks that a means: forms send their keys in one line.
func (a *asking) talksAsked(all []store.Process) {
	for _, p := range all {
		if p.Key != "" && clean(p.Key) == a.Talks {
			a.Talks = p.Key
		}
	}
}

// query is what a asks the store for.
func (a asking) query(k record.Kind) store.Query {
	q := store.Query{Kind: k, From: a.From, To: a.To, Most: 1}
	if a.Talks != "" {
		key := strings.TrimPrefix(a.Talks, noTalks)
		if a.Talks != noTalks {
			key = a.Talks
		}
		q.Process = &key
	}
	return q
}

// values are a as a form sends it.
func (a asking) values() url.Values {
	q := url.Values{}
	for k, v := range map[string]string{"talks": a.Talks, "kind": a.Kind, "from": a.From, "to": a.To} {
		if v != "" {
			q.Set(k, v)
		}
	}
	return q
}

// placesOf counts the facts of what is asked for by the places that they name.
// What was said at a meeting was said where it was.
func (s *Server) placesOf(ctx context.Context, a asking) (*places, error) {
	out, at := &places{}, map[string]*spot{}
	where := map[record.ID]string{} // places of meetings
	for i, k := range placed {
		if a.Kind != "" && a.Kind != k.String() && !(k == record.Meetings && a.Kind == record.Statements.String()) {
			continue
		}
		most := mostPlaced
		if k == record.Meetings {
			most = mostPlacedMeet
		}
		fs, err := s.some(ctx, a.query(k), most+1)
		if err != nil {
			return nil, err
		}
		if len(fs) > most {
			fs, out.cut = fs[:most], true
		}
		for _, f := range fs {
			name := placeOf(f)
			switch k {
			case record.Meetings:
				where[f.ID] = name
			case record.Statements:
				name = where[f.Evidence[0].About]
			}
			if name == "" || a.Kind != "" && a.Kind != k.String() {
				continue
			}
			p, ok := at[name]
			if !ok {
				p = s.spotOf(name, at)
				if p.Sum == 0 {
					out.spots = append(out.spots, p)
				}
			}
			p.count(i, f)
		}
	}
	slices.SortStableFunc(out.spots, func(a, b *spot) int { return b.Sum - a.Sum })
	return out, nil
}

// spotOf is the place of a name; names of one entry of the lexicon are one place.
func (s *Server) spotOf(name string, at map[string]*spot) *spot {
	p := &spot{Name: name, Key: name}
	if s.opt.Place != nil {
		if x, ok := s.opt.Place(name); ok {
			x.English = shorten(clean(x.English), 120)
			p.Spot, p.Key = x, x.ID
			p.Located = x.Located && p.at().Valid()
			if known := at["\x00"+x.ID]; known != nil {
				p = known
			}
			at["\x00"+x.ID] = p
		}
	}
	at[name] = p
	return p
}

func (p *spot) count(kind int, f *record.Fact) {
	p.N[kind]++
	p.Sum++
	if len(p.Facts) < mostKept {
		p.Facts = append(p.Facts, f.ID)
	}
	if f.First != "" && (p.First == "" || f.First < p.First) {
		p.First = f.First
	}
	p.Last = max(p.Last, f.First, f.Last)
}

// placeOf is the place that a fact names by its earliest evidence, "" for none.
func placeOf(f *record.Fact) string {
	var p string
	switch b := f.Evidence[0].Body.(type) {
	case *fact.Meeting:
		p = b.Place
	case *fact.Ceasefire:
		p = b.Place
	case *fact.Incident:
		p = b.Place
	case *fact.Figure:
		p = b.Place
	}
	return shorten(clean(p), 120)
}

type placesPage struct {
	Asked   asking
	Kinds   []string
	Talks   []store.Process
	Map     *mapView
	Rows    []placeRow
	Hidden  int // rows that are not shown
	Cut     bool
	Shown   []line
	At      string // label of the place that is shown
	More    bool
	Filters bool // something is filtered
}

// placeRow is a place in the table.
type placeRow struct {
	Key, Name, Second string // Second is its name in the other language
	Kind              string
	Parts             []pair // how many of which kind
	Sum               int
	First, Last       string
	Href              string
	Here, Located     bool
}

// showPlaces is the map of the record's places, with the same as a table.
func (s *Server) showPlaces(v *visit) error {
	a := askingOf(v)
	if i := slices.IndexFunc(placed[:], func(k record.Kind) bool { return k.String() == a.Kind }); i < 0 {
		a.Kind = ""
	}
	talks, err := s.processes(v)
	if err != nil {
		return err
	}
	a.talksAsked(talks)
	ps, version, err := s.placesMemo.get(v.ctx(), a, v.version)
	if err != nil {
		return err
	}
	v.gathered(version)
	p := placesPage{Asked: a, Talks: talks, Cut: ps.cut, Filters: a != asking{}}
	for _, k := range placed {
		p.Kinds = append(p.Kinds, k.String())
	}
	chosen := v.URL.Query().Get("place")
	p.Map = layMap(v, a, ps.spots, chosen)
	for i, x := range ps.spots {
		if x.Key == chosen && chosen != "" {
			if err := s.atPlace(v, &p, x); err != nil {
				return err
			}
		} else if i >= mostPlaceRows {
			p.Hidden++
			continue
		}
		p.Rows = append(p.Rows, rowOf(v.lang, x, p.Map.with("place", x.Key)+"#shown", x.Key == chosen))
	}
	return s.render(v, 200, "places", titleKey("places"), p)
}

func rowOf(l minutes.Lang, x *spot, href string, here bool) placeRow {
	r := placeRow{Key: x.Key, Name: x.label(l), Sum: x.Sum, First: x.First, Last: cmp.Or(x.Last, x.First), Href: href, Here: here, Located: x.Located, Kind: x.Kind}
	if l == minutes.English && x.English != "" {
		r.Second = x.Name
	}
	for i, n := range x.N {
		if n > 0 {
			r.Parts = append(r.Parts, pair{Key: placed[i].String(), Value: count(l, n, placed[i].String())})
		}
	}
	return r
}

// atPlace gathers what is at a place.
func (s *Server) atPlace(v *visit, p *placesPage, x *spot) error {
	p.At, p.More = x.label(v.lang), x.Sum > len(x.Facts)
	var fs []*record.Fact
	for _, id := range x.Facts {
		found, err := s.some(v.ctx(), store.Query{Kind: id.Kind, ID: id, Most: 1, Also: mostAlso}, 1)
		if err != nil {
			return err
		}
		fs = append(fs, found...)
	}
	p.Shown = lines(v.lang, fs)
	return nil
}
