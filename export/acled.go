package export

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/record"
)

// acledColumns are the columns of an export of ACLED's, in their order.
const acledColumns = "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp"

func writeACLED(j *job, w io.Writer) error {
	return j.layout(w, acledColumns, []record.Kind{record.Incidents, record.Ceasefires}, j.acled)
}

// layout writes a CSV of one row a fact (or several, or none) in a layout of others.
func (j *job) layout(w io.Writer, header string, kinds []record.Kind, rows func(*record.Fact) ([][]string, error)) error {
	c, err := j.newCSV(w)
	if err != nil {
		return err
	}
	if err := c.Write(strings.Fields(header)); err != nil {
		return err
	}
	err = j.each(func(f *record.Fact) error {
		rs, err := rows(f)
		if err != nil {
			return err
		}
		for _, r := range rs {
			for i := range r {
				r[i] = j.harmless(r[i])
			}
			j.report.Written++
			if err := c.Write(r); err != nil {
				return err
			}
		}
		return nil
	}, kinds...)
	if err != nil {
		return err
	}
	c.Flush()
	return c.Error()
}

// acledRow is what an event is before it is written.
type acledRow struct {
	event, sub   string
	side1, side2 []party
	when         when
	place        string
	fatalities   string
}

func (j *job) acled(f *record.Fact) ([][]string, error) {
	a := f.Evidence[0].Article
	var r acledRow
	var err error
	switch b := f.Evidence[0].Body.(type) {
	case *fact.Incident:
		if b.Modal == "future" || b.Modal == "hypothetical" || b.Modal == "negated" {
			j.leave(f, "that did not take place")
			return nil, nil
		}
		if r.side1, err = j.parties(a, b.Actor...); err != nil {
			return nil, err
		}
		if r.side2, err = j.parties(a, b.Recipient...); err != nil {
			return nil, err
		}
		r.when, r.place = at(b.Date), b.Place
		r.event, r.sub = acledType(b, r.side1, r.side2)
		if b.Type == "ASSAULT" {
			ds, err := j.toll(f)
			if err != nil {
				return nil, err
			}
			if t := count(ds); t.Best != nil {
				r.fatalities = strconv.FormatInt(*t.Best, 10)
			}
		}
	case *fact.Ceasefire:
		if b.Event == "declared" || b.Event == "extended" {
			r.event, r.sub = "Strategic developments", "Agreement"
		}
		ps, err := j.parties(a, b.Parties...)
		if err != nil {
			return nil, err
		}
		if len(ps) > 0 {
			r.side1, r.side2 = ps[:1], ps[1:]
		}
		r.when, r.place = at(b.Date), b.Place
	}
	if r.event == "" {
		j.leave(f, "of a kind that ACLED does not code")
		return nil, nil
	}
	row, err := j.acledCells(f, r)
	if err != nil {
		return nil, err
	}
	return [][]string{row}, nil
}

// acledType is event type and sub-event type of an incident; "" where ACLED has none.
func acledType(b *fact.Incident, actors, recipients []party) (event, sub string) {
	harmed := sidesAre(recipients, civilian)
	fight := sidesAre(actors, armed) && sidesAre(recipients, armed)
	switch b.Type {
	case "ASSAULT":
		return acledAssault(b, harmed, fight, sidesAre(actors, func(s string) bool { return s == "MIL" || s == "COP" || s == "GOV" }))
	case "PROTEST":
		switch b.Mode {
		case "", "demo", "obstruct":
			return "Protests", "Peaceful protest"
		case "riot", "vandalize":
			return "Riots", "Violent demonstration"
		}
	case "AGREE":
		return "Strategic developments", "Agreement"
	case "RETREAT":
		switch b.Mode {
		case "withdraw":
			return "Strategic developments", "Non-violent transfer of territory"
		case "disarm":
			return "Strategic developments", "Disrupted weapons use"
		case "release":
			return "Strategic developments", "Other"
		case "ceasefire":
			return "Strategic developments", "Agreement"
		}
	case "COERCE":
		switch b.Mode {
		case "arrest":
			return "Strategic developments", "Arrests"
		case "seize":
			return "Strategic developments", "Looting/property destruction"
		}
	case "MOBILIZE":
		return "Strategic developments", "Change to group/activity"
	}
	return "", ""
}

func acledAssault(b *fact.Incident, harmed, fight, state bool) (event, sub string) {
	const remote, civilians, battles = "Explosions/Remote violence", "Violence against civilians", "Battles"
	if strings.HasPrefix(b.CAMEO, "192") { // occupy territory
		if state {
			return battles, "Government regains territory"
		}
		return battles, "Non-state actor overtakes territory"
	}
	switch b.Mode {
	case "aerial", "drone":
		return remote, "Air/drone strike"
	case "heavy-weapons":
		return remote, "Shelling/artillery/missile attack"
	case "explosives":
		return remote, "Remote explosive/landmine/IED"
	case "suicide-attack":
		return remote, "Suicide bomb"
	case "unconventional":
		return remote, "Chemical weapon"
	case "abduct":
		return civilians, "Abduction/forced disappearance"
	case "sexual":
		return civilians, "Sexual violence"
	case "beat", "torture":
		return civilians, "Attack"
	case "destroy":
		return "Strategic developments", "Looting/property destruction"
	case "crowd-control":
		return "Protests", "Excessive force against protesters"
	}
	switch {
	case harmed:
		return civilians, "Attack"
	case fight:
		return battles, "Armed clash"
	}
	return battles, "" // an attack of which nobody tells how or on whom
}

// sidesAre reports whether there is somebody on a side and all whose sector is
// told are of a sort.
func sidesAre(ps []party, sort func(string) bool) bool {
	found := false
	for _, p := range ps {
		s, _ := sectorOf(p)
		if s == "" {
			continue
		}
		if !sort(s) {
			return false
		}
		found = true
	}
	return found
}

// inter is ACLED's code of an actor: 1 state forces, 2 rebels, 3 political
// militia, 5 rioters, 6 protesters, 7 civilians, 8 forces from abroad and
// international ones; "" where the record does not tell. where is the country
// of the event.
func inter(p party, where string) string {
	s, crowd := sectorOf(p)
	switch {
	case crowd == "protesters":
		return "6"
	case crowd == "rioters":
		return "5"
	case s == "GOV" || s == "MIL" || s == "COP" || s == "SPY" || s == "LEG" || s == "JUD":
		if p.Country != "" && where != "" && p.Country != where {
			return "8"
		}
		return "1"
	case s == "REB":
		return "2"
	case s == "UAF" || s == "PRM":
		return "3"
	case s == "UNO" || s == "IGO" || s == "EUR":
		return "8"
	case civilian(s):
		return "7"
	}
	return ""
}

// interaction joins two codes, the lower first; of one actor alone it ends in 0.
func interaction(a, b string, alone bool) string {
	switch {
	case a != "" && alone:
		return a + "0"
	case a == "" || b == "":
		return ""
	case b < a:
		return b + a
	}
	return a + b
}

func (j *job) acledCells(f *record.Fact, r acledRow) ([]string, error) {
	e := f.Evidence[0]
	s, ok, err := j.spot(e.Article, r.place)
	if err != nil {
		return nil, err
	}
	disorder := "Political violence"
	switch r.event {
	case "Strategic developments":
		disorder = r.event
	case "Protests", "Riots":
		disorder = "Demonstrations"
	}
	targeted := ""
	if r.event != "Strategic developments" && sidesAre(r.side2, civilian) {
		targeted = "Civilian targeting"
	}
	date := ""
	if r.when.acledPrecision() != "" {
		date = r.when.First
	}
	a1, assoc1, i1 := lead(r.side1, s.Country)
	a2, assoc2, i2 := lead(r.side2, s.Country)
	id := f.ID.String()
	if s.Country != "" {
		id = s.Country + "-" + id
	}
	row := []string{id, date, r.when.year(), r.when.acledPrecision(), disorder, r.event, r.sub,
		a1, assoc1, i1, a2, assoc2, i2, interaction(i1, i2, len(r.side2) == 0), targeted}
	row = append(row, j.acledPlace(s, ok, r.place)...)
	return append(row, several(outlets(f)), "", notes(e), r.fatalities, "mahdar="+f.ID.String(), ""), nil
}

// lead is the first of a side, those with it, and its code.
func lead(ps []party, where string) (actor, with, code string) {
	if len(ps) == 0 {
		return "", "", ""
	}
	return ps[0].shown(), several(namesOf(ps[1:], party.shown)), inter(ps[0], where)
}

// acledPlace are the columns iso to geo_precision.
func (j *job) acledPlace(s spot, ok bool, name string) []string {
	row := make([]string, 10)
	row[6] = name
	if !ok {
		return row
	}
	c := j.codes[s.Country]
	if c.Numeric > 0 {
		row[0] = strconv.Itoa(c.Numeric)
	}
	row[1] = c.ACLED
	if st, ok := j.atlas.state(s.Country); ok {
		row[2] = st.English
	}
	row[3] = s.Admin
	row[6], row[7], row[8], row[9] = s.English, number(s.Lat), number(s.Lon), s.acledPrecision()
	return row
}

// outlets are the outlets that tell a fact, the earliest first.
func outlets(f *record.Fact) []string {
	var out []string
	for _, e := range f.Evidence {
		if o := e.Article.Outlet(); o != "" && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// notes are the words of the earliest evidence with who says so.
func notes(e record.Evidence) string {
	src := ""
	switch b := e.Body.(type) {
	case *fact.Incident:
		src = b.Source
	case *fact.Ceasefire:
		src = b.AllegedBy
	}
	if src != "" {
		src = " (" + src + ")"
	}
	return e.Quote() + src
}
