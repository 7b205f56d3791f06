package export

import (
	"io"
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// The lines that NGEC writes for POLECAT, key by key; keys under «mahdar» are ours.

type ngecEvent struct {
	ID             string      `json:"id"`
	StoryID        string      `json:"story_id"`
	Date           *string     `json:"date"`
	PubDate        *string     `json:"pub_date"`
	Publisher      string      `json:"publisher"`
	Headline       string      `json:"headline"`
	EventText      string      `json:"event_text"`
	EventType      string      `json:"event_type"`
	EventMode      []string    `json:"event_mode"`
	Contexts       []string    `json:"contexts"`
	Attributes     ngecParts   `json:"attributes"`
	GeolocatedEnts []ngecGeo   `json:"geolocated_ents"`
	Geolocation    ngecPlace   `json:"event_geolocation"`
	DateRaw        string      `json:"date_raw"`
	DateResolved   *string     `json:"date_resolved"`
	StoryPeople    []string    `json:"story_people"`
	StoryOrgs      []string    `json:"story_orgs"`
	StoryLocs      []string    `json:"story_locs"`
	Version        string      `json:"version"`
	Mahdar         ngecOwnKeys `json:"mahdar"`
}

type ngecParts struct {
	Actor []ngecActor `json:"ACTOR"`
	Recip []ngecActor `json:"RECIP"`
	Loc   []ngecSpan  `json:"LOC"`
	Date  []ngecSpan  `json:"DATE"`
}

// ngecSpan is where an attribute stands in event_text, in code points; null
// where the words there do not name it.
type ngecSpan struct {
	Text  string   `json:"text"`
	Start *int     `json:"qa_start_char"`
	End   *int     `json:"qa_end_char"`
	Score *float64 `json:"qa_score"`
}

type ngecActor struct {
	ngecSpan
	Wiki        string `json:"wiki"`
	Country     string `json:"country"`
	Code1       string `json:"code_1"`
	Code2       string `json:"code_2"`
	CountryName string `json:"country_name"`
	Wikidata    string `json:"wikidata,omitempty"`
	Actor       string `json:"mahdar_actor,omitempty"`
}

type ngecGeo struct {
	Search       string  `json:"search_placename"`
	Resolved     string  `json:"resolved_placename"`
	Lat          float64 `json:"lat"`
	Lon          float64 `json:"lon"`
	Country      string  `json:"country_code3"`
	Admin1       string  `json:"admin1_name"`
	GeonameID    string  `json:"geonameid"`
	FeatureClass string  `json:"feature_class"`
	FeatureCode  string  `json:"feature_code"`
	Start        *int    `json:"start_char"`
	End          *int    `json:"end_char"`
}

type ngecPlace struct {
	Reason string   `json:"reason"`
	Geo    *ngecGeo `json:"geo"`
}

type ngecOwnKeys struct {
	Fact    string `json:"fact"`
	Kind    string `json:"kind"`
	EDTF    string `json:"edtf,omitempty"`
	Process string `json:"process,omitempty"`
	Sources int    `json:"sources"`
	Start   int    `json:"start"` // of event_text in the article, code points
	End     int    `json:"end"`
	URL     string `json:"url,omitempty"`
	Quad    int    `json:"quad_code"`
}

func writePlover(j *job, w io.Writer) error {
	enc := encoder(w)
	return j.events(func(e *event) error {
		line, err := j.ngec(e)
		if err != nil {
			return err
		}
		j.report.Written++
		return enc.Encode(line)
	})
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (j *job) ngec(e *event) (*ngecEvent, error) {
	a := e.Article
	at := passage(a.Text, e.Spans)
	r, err := j.reading(a)
	if err != nil {
		return nil, err
	}
	s := scene{j: j, e: e, r: r, at: at}
	line := &ngecEvent{
		ID: e.Fact.ID.String() + "_" + e.Type, StoryID: a.ID, Date: orNull(e.When.start()), DateResolved: orNull(e.When.start()), PubDate: orNull(a.Published.Day()),
		Publisher: a.Outlet(), Headline: title(a), EventText: at.In(a.Text), EventType: e.Type, EventMode: e.modes(), Contexts: e.Contexts,
		GeolocatedEnts: []ngecGeo{}, DateRaw: e.When.EDTF, Version: strings.TrimSpace("mahdar " + j.opt.Version),
		Attributes: ngecParts{Actor: s.actors(e.Actors), Recip: s.actors(e.Recipients), Loc: []ngecSpan{}, Date: s.dates()},
		Mahdar: ngecOwnKeys{Fact: e.Fact.ID.String(), Kind: e.Fact.ID.Kind.String(), EDTF: e.When.EDTF, Process: e.Fact.Process, Sources: int(sources(e.Fact).(int64)),
			URL: address(a), Quad: quad(e.Type)},
	}
	line.Mahdar.Start, line.Mahdar.End = j.points(a, at)
	line.StoryPeople, line.StoryOrgs, line.StoryLocs = storyNames(r, fact.Person), storyNames(r, fact.Organisation), storyNames(r, fact.Location)
	j.geo(line, e, s)
	return line, nil
}

// geo fills in the place of the event.
func (j *job) geo(line *ngecEvent, e *event, s scene) {
	if e.Place == "" {
		line.Geolocation.Reason = "No place is told"
		return
	}
	span := s.span(e.Place, s.find(e.Place))
	line.Attributes.Loc = append(line.Attributes.Loc, span)
	if !e.Located {
		line.Geolocation.Reason = "The place is not in the lexicon, or several places bear the name"
		return
	}
	g := ngecGeo{Search: e.Place, Resolved: e.Spot.English, Lat: e.Spot.Lat, Lon: e.Spot.Lon, Country: e.Spot.Country, Admin1: e.Spot.Admin, Start: span.Start, End: span.End}
	line.GeolocatedEnts = append(line.GeolocatedEnts, g)
	line.Geolocation = ngecPlace{"The place that the fact names, from the lexicon", &g}
}

// storyNames are the names of a type that an article mentions, each once.
func storyNames(r *fact.Reading, t fact.MentionType) []string {
	out := []string{}
	for _, m := range r.Mentions {
		if m.Type == t && !slices.Contains(out, m.Name) {
			out = append(out, m.Name)
		}
	}
	return out
}

// scene is an event in the words that tell it.
type scene struct {
	j  *job
	e  *event
	r  *fact.Reading
	at text.Span // the passage
}

// actors are parties as NGEC has them.
func (s scene) actors(ps []party) []ngecActor {
	out := []ngecActor{}
	for i, p := range ps {
		where := s.find(append([]string{p.Name}, p.Forms...)...)
		if i == 0 && s.at.Contains(s.e.Speaker) && !s.e.Speaker.Empty() && where.Empty() {
			where = s.e.Speaker
		}
		sec, _ := sectorOf(p)
		country, name := s.j.country(p, sec)
		out = append(out, ngecActor{ngecSpan: s.span(p.Name, where), Country: country, CountryName: name, Code1: sec, Wikidata: p.Wikidata, Actor: p.ID.String()})
	}
	return out
}

// country is a party's country as POLECAT has it: IGO for international bodies.
func (j *job) country(p party, sector string) (iso3, name string) {
	switch sector {
	case "UNO", "IGO", "EUR":
		return "IGO", "Intergovernmental Organization"
	}
	if s, ok := j.atlas.state(p.Country); ok {
		return s.Country, s.English
	}
	return p.Country, ""
}

// find is where the first of the wordings stands in the passage.
func (s scene) find(wordings ...string) text.Span {
	words := s.at.In(s.e.Article.Text)
	for _, w := range wordings {
		if w == "" {
			continue
		}
		if i := strings.Index(words, w); i >= 0 {
			return text.Span{Start: s.at.Start + i, End: s.at.Start + i + len(w)}
		}
	}
	return text.Span{}
}

// span is an attribute with its place in the passage.
func (s scene) span(name string, where text.Span) ngecSpan {
	if where.Empty() {
		return ngecSpan{Text: name}
	}
	zero, _ := s.j.points(s.e.Article, s.at)
	a, b := s.j.points(s.e.Article, where)
	a, b = a-zero, b-zero
	return ngecSpan{Text: where.In(s.e.Article.Text), Start: &a, End: &b}
}

// dates are the words in the passage that mean the event's days.
func (s scene) dates() []ngecSpan {
	out := []ngecSpan{}
	for _, d := range s.r.Dates {
		if d.EDTF != "" && s.at.Contains(d.Span) && d.EDTF == s.e.When.EDTF {
			out = append(out, s.span("", d.Span))
		}
	}
	return out
}
