package export

import (
	"bufio"
	"io"
	"strings"

	"mahdar/fact"
)

// polecatColumns are the columns of POLECAT's weekly files in their order.
const polecatColumns = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\t" +
	"Actor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\t" +
	"Recipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\tWikipedia Recipient ID\t" +
	"Placename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\t" +
	"Source\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion"

// none is what POLECAT's files say for what is not known.
const none = "None"

func writePolecat(j *job, w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString(polecatColumns + "\n") // an error stays for Flush
	err := j.events(func(e *event) error {
		row, err := j.polecat(e)
		if err != nil {
			return err
		}
		for i, v := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(tsvCell(v))
		}
		j.report.Written++
		return b.WriteByte('\n')
	})
	if err != nil {
		return err
	}
	return b.Flush()
}

// tsvCell is a value without what parts cells: POLECAT's files have no quoting,
// and readers of CSV take a leading mark for it.
func tsvCell(s string) string {
	s = strings.ReplaceAll(blanks(s), `"`, "'")
	if s == "" {
		return none
	}
	return s
}

// several are the items of a list in one cell.
func several(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = strings.ReplaceAll(s, ";", ",")
	}
	return strings.Join(out, "; ")
}

func (j *job) polecat(e *event) ([]string, error) {
	a := e.Article
	r, err := j.reading(a)
	if err != nil {
		return nil, err
	}
	row := []string{e.Fact.ID.String() + "_" + e.Type, e.When.start(), e.Type, several(e.modes()), "", quadName(e.Type), several(e.Contexts)}
	row = append(row, j.polecatSide(r, e.Actors)...)
	row = append(row, j.polecatSide(r, e.Recipients)...)
	row = append(row, j.polecatPlace(e)...)
	language := a.Source.Language
	if language == "" {
		language = "ar"
	}
	return append(row, a.Outlet(), a.Published.Day(), several(storyNames(r, fact.Person)), several(storyNames(r, fact.Organisation)),
		several(storyNames(r, fact.Location)), language, "mahdar "+j.opt.Version), nil
}

// polecatSide are the eight columns of the actors or the recipients.
func (j *job) polecatSide(r *fact.Reading, ps []party) []string {
	sector := func(p party) string { s, _ := sectorOf(p); return s }
	sectors := namesOf(ps, sector)
	primary := ""
	if len(ps) > 0 {
		primary = sector(ps[0])
	}
	var titles []string
	for _, p := range ps {
		titles = append(titles, officesIn(r, p)...)
	}
	return []string{
		several(namesOf(ps, party.shown)),
		several(namesOf(ps, func(p party) string { _, name := j.country(p, sector(p)); return name })),
		several(namesOf(ps, func(p party) string { return j.codes[p.Country].COW })),
		primary, several(sectors), several(unique(titles)),
		several(namesOf(ps, func(p party) string { return p.Name })),
		"",
	}
}

// officesIn are the offices that an article gives somebody.
func officesIn(r *fact.Reading, p party) []string {
	for _, a := range r.Actors {
		if a.ID != "" && a.ID == p.Actor.ID || plain(a.Name) == plain(p.Name) {
			return a.Offices
		}
	}
	return nil
}

// polecatPlace are the ten columns of the place.
func (j *job) polecatPlace(e *event) []string {
	row := make([]string, 10)
	row[8] = e.Place
	if !e.Located {
		return row
	}
	s := e.Spot
	row[0] = s.English
	switch s.area() {
	case point:
		row[1] = s.English
	case district:
		row[2] = s.English
	}
	row[3] = s.Admin
	if st, ok := j.atlas.state(s.Country); ok {
		row[4] = st.English
	}
	row[5], row[6] = number(s.Lat), number(s.Lon)
	row[9] = s.Kind
	return row
}
