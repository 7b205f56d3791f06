package export

import (
	"io"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/record"
)

// gedColumns are the columns of UCDP GED in their order.
const gedColumns = "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"

func writeGED(j *job, w io.Writer) error {
	return j.layout(w, gedColumns, []record.Kind{record.Incidents}, j.ged)
}

// ged is an attack of which some article tells at least one death.
func (j *job) ged(f *record.Fact) ([][]string, error) {
	e, b, ok := first[fact.Incident](f)
	if !ok || b.Type != "ASSAULT" || b.Modal == "future" || b.Modal == "hypothetical" || b.Modal == "negated" {
		j.leave(f, "that are no attack")
		return nil, nil
	}
	ds, err := j.toll(f)
	if err != nil {
		return nil, err
	}
	t := count(ds)
	if t.Best == nil || *t.Best < 1 {
		j.leave(f, "of which no death is told")
		return nil, nil
	}
	a := e.Article
	as, err := j.parties(a, b.Actor...)
	if err != nil {
		return nil, err
	}
	bs, err := j.parties(a, b.Recipient...)
	if err != nil {
		return nil, err
	}
	s, located, err := j.spot(a, b.Place)
	if err != nil {
		return nil, err
	}
	w := at(b.Date)
	row := map[string]string{
		"id": f.ID.String(), "year": w.year(), "type_of_violence": violence(as, bs),
		"side_a": several(namesOf(as, party.shown)), "side_b": several(namesOf(bs, party.shown)),
		"number_of_sources": strconv.FormatInt(sources(f).(int64), 10),
		"source_article":    gedSources(f), "source_office": several(outlets(f)), "source_date": several(sourceDays(f)), "source_headline": several(headlines(f)),
		"source_original":   several(originals(f, ds)),
		"where_description": b.Place, "date_prec": w.gedPrecision(), "event_clarity": clarity(w),
		"best": bound64(t.Best), "low": bound64(t.Low), "high": bound64(t.High),
		"gwnoa": j.gw(as), "gwnob": j.gw(bs),
	}
	if a, b := row["side_a"], row["side_b"]; a != "" && b != "" {
		row["dyad_name"] = a + " - " + b
	}
	if w.closed() && row["date_prec"] != "" {
		row["date_start"], row["date_end"] = w.First, w.Last
	}
	if t.Civilians {
		row["deaths_civilians"] = row["best"]
	} else {
		row["deaths_unknown"] = row["best"]
	}
	if located {
		j.gedPlace(row, s)
	}
	return [][]string{byName(gedColumns, row)}, nil
}

// byName puts cells into the order of a header.
func byName(header string, cells map[string]string) []string {
	names := strings.Fields(header)
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = cells[n]
	}
	return out
}

func bound64(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func (j *job) gedPlace(row map[string]string, s spot) {
	lat, lon := number(s.Lat), number(s.Lon)
	row["where_prec"], row["where_coordinates"] = s.gedPrecision(), s.English
	row["latitude"], row["longitude"], row["geom_wkt"] = lat, lon, "POINT ("+lon+" "+lat+")"
	row["adm_1"] = s.Admin
	if st, ok := j.atlas.state(s.Country); ok {
		row["country"] = st.English
	}
	row["country_id"], row["region"] = j.codes[s.Country].GW, j.codes[s.Country].UCDP
	row["priogrid_gid"] = priogrid(s.Lat, s.Lon)
}

// priogrid is the cell of PRIO-GRID: half degrees, counted from the south-west
// corner of the world eastwards and up, from 1.
func priogrid(lat, lon float64) string {
	r, c := int((lat+90)*2), int((lon+180)*2)
	return strconv.Itoa(min(r, 359)*720 + min(c, 719) + 1)
}

// violence is UCDP's type: 1 with a state, 2 between groups, 3 against
// civilians; "" where the sides are not told.
func violence(as, bs []party) string {
	state := func(s string) bool { return s == "GOV" || s == "MIL" || s == "COP" || s == "SPY" }
	group := func(s string) bool { return s == "REB" || s == "UAF" || s == "PRM" }
	switch {
	case sidesAre(bs, civilian) && (sidesAre(as, state) || sidesAre(as, group)):
		return "3"
	case sidesAre(as, state) && (sidesAre(bs, group) || sidesAre(bs, state)), sidesAre(as, group) && sidesAre(bs, state):
		return "1"
	case sidesAre(as, group) && sidesAre(bs, group):
		return "2"
	}
	return ""
}

// clarity is 1 where the report tells the single event's day, 2 where it sums up.
func clarity(w when) string {
	if w.exact() {
		return "1"
	}
	return "2"
}

// gw are the Gleditsch and Ward numbers of the states on a side.
func (j *job) gw(ps []party) string {
	return several(namesOf(ps, func(p party) string {
		if s, _ := sectorOf(p); s == "GOV" || s == "MIL" {
			return j.codes[p.Country].GW
		}
		return ""
	}))
}

func sourceDays(f *record.Fact) []string {
	return perArticle(f, func(a *record.Article) string { return a.Published.Day() })
}
func headlines(f *record.Fact) []string { return perArticle(f, title) }

// perArticle is what is told of each article of a fact, the earliest first; an
// article without it has a blank, so that the lists of a row run side by side.
func perArticle(f *record.Fact, tell func(*record.Article) string) []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range f.Evidence {
		if !seen[e.Article.ID] {
			seen[e.Article.ID] = true
			out = append(out, tell(e.Article))
		}
	}
	return out
}

// gedSources are the articles as UCDP words them: "outlet",day,"headline".
func gedSources(f *record.Fact) string {
	quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, "'") + `"` }
	return several(perArticle(f, func(a *record.Article) string {
		return quote(a.Outlet()) + "," + a.Published.Day() + "," + quote(title(a))
	}))
}

// originals are those who say so first: who counts the dead, else whom the
// article has it from.
func originals(f *record.Fact, ds []death) []string {
	var out []string
	add := func(s string) {
		for _, o := range out {
			if o == s {
				return
			}
		}
		if s != "" {
			out = append(out, s)
		}
	}
	for _, d := range ds {
		add(d.Source)
	}
	for _, e := range f.Evidence {
		if b, ok := e.Body.(*fact.Incident); ok {
			add(b.Source)
		}
	}
	return out
}
