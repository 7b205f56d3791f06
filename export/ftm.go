package export

import (
	"cmp"
	"encoding/json"
	"io"
	"strings"

	"mahdar/fact"
	"mahdar/record"
)

// ftmEntity is a line of a FollowTheMoney file.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func entity(id, schema string) *ftmEntity {
	return &ftmEntity{"mahdar-" + id, schema, map[string][]string{}}
}

// set adds the values that are there.
func (e *ftmEntity) set(property string, values ...string) {
	for _, v := range values {
		if v != "" {
			e.Properties[property] = append(e.Properties[property], v)
		}
	}
}

// ftm writes entities, articles once.
type ftm struct {
	*job
	enc  *json.Encoder
	seen map[string]bool
}

func writeFTM(j *job, w io.Writer) error {
	x := &ftm{j, encoder(w), map[string]bool{}}
	return j.each(func(f *record.Fact) error {
		switch f.ID.Kind {
		case record.Actors:
			return x.actor(f)
		case record.Meetings, record.Ceasefires, record.Incidents:
			return x.event(f)
		}
		return x.note(f)
	}, allKinds()...)
}

func (x *ftm) put(e *ftmEntity) error {
	x.report.Written++
	return x.enc.Encode(e)
}

// articleID is the id of an article's entity: hashes are long and may hold a colon.
func articleID(a *record.Article) string {
	return "mahdar-a-" + strings.TrimPrefix(a.ID, "sha256:")
}

// article writes the entity of an article unless it was written, and gives its id.
func (x *ftm) article(a *record.Article) (string, error) {
	id := articleID(a)
	if x.seen[id] {
		return id, nil
	}
	x.seen[id] = true
	e := &ftmEntity{id, "Article", map[string][]string{}}
	e.set("fileName", a.Source.Path)
	if a.Source.Path == "" {
		e.set("fileName", a.ID)
	}
	e.set("title", title(a))
	e.set("name", cmp.Or(title(a), a.Source.Path, a.ID))
	e.set("publisher", a.Source.Outlet)
	e.set("author", a.Source.Author)
	e.set("sourceUrl", address(a))
	e.set("publishedAt", a.Published.Day())
	e.set("language", "ara")
	return id, x.put(e)
}

// country is FollowTheMoney's code of a country: ISO alpha-2 in lower case.
func (x *ftm) country(iso3 string) string { return strings.ToLower(x.codes[iso3].ISO2) }

// schemaOf is the schema of an actor.
func schemaOf(p party) string {
	switch {
	case p.Type == fact.Person:
		return "Person"
	case p.Kind == "state" || p.Sector == "GOV" || p.Sector == "MIL" || p.Sector == "COP" || p.Sector == "LEG" || p.Sector == "JUD" || p.Sector == "SPY":
		return "PublicBody"
	case p.Type == fact.Organisation:
		return "Organization"
	}
	return "LegalEntity"
}

// actor writes an actor and where it is mentioned.
func (x *ftm) actor(f *record.Fact) error {
	p := actorOf(f)
	e := entity(f.ID.String(), schemaOf(p))
	e.set("name", p.Name, p.English)
	for _, w := range p.Forms {
		if w != p.Name {
			e.set("alias", w)
		}
	}
	e.set("country", x.country(p.Country))
	e.set("wikidataId", p.Wikidata)
	e.set("sector", p.Sector)
	if e.Schema == "Person" {
		e.set("position", p.Offices...)
	} else {
		e.set("classification", p.Kind)
	}
	if err := x.put(e); err != nil {
		return err
	}
	for _, ev := range f.Evidence {
		doc, err := x.article(ev.Article)
		if err != nil {
			return err
		}
		s, ok := ev.Body.(*record.Sighting)
		if !ok {
			continue
		}
		m := entity("m-"+f.ID.String()+"-"+articleID(ev.Article)[9:25], "Mention")
		m.set("document", doc)
		m.set("name", s.Name)
		for _, w := range s.Forms {
			if w.Words != s.Name {
				m.set("name", w.Words)
			}
		}
		m.set("resolved", e.ID)
		m.set("detectedSchema", e.Schema)
		if err := x.put(m); err != nil {
			return err
		}
	}
	return nil
}

// event writes a meeting, ceasefire or incident.
func (x *ftm) event(f *record.Fact) error {
	e := entity(f.ID.String(), "Event")
	e.set("name", headline(f))
	w := whenOf(f)
	start, end := ends(w.EDTF)
	if start == end {
		e.set("date", ftmDate(start))
	} else {
		e.set("startDate", ftmDate(start))
		e.set("endDate", ftmDate(end))
	}
	a, place := placeOf(f)
	e.set("location", place)
	s, ok, err := x.spot(a, place)
	if err != nil {
		return err
	}
	if ok {
		e.set("country", x.country(s.Country))
	}
	for _, p := range partiesOf(f) {
		who, err := x.party(f.Evidence[0].Article, p.name, p.id)
		if err != nil {
			return err
		}
		if who.known() {
			e.set("involved", "mahdar-"+who.ID.String())
		} else {
			e.set("namesMentioned", who.Name)
		}
	}
	for _, ev := range f.Evidence {
		e.set("summary", ev.Quote())
		e.set("sourceUrl", address(ev.Article))
	}
	e.Properties["sourceUrl"] = unique(e.Properties["sourceUrl"])
	if len(e.Properties["sourceUrl"]) == 0 {
		delete(e.Properties, "sourceUrl")
	}
	if err := x.put(e); err != nil {
		return err
	}
	if f.ID.Kind == record.Meetings {
		if err := x.heads(f); err != nil {
			return err
		}
	}
	return x.documentation(f, e.ID)
}

// heads writes who led a delegation as who represents it.
func (x *ftm) heads(f *record.Fact) error {
	a := f.Evidence[0].Article
	for _, p := range record.MergeMeeting(f).Participants {
		for _, h := range p.Head {
			agent, err := x.party(a, h.Value, "")
			if err != nil {
				return err
			}
			client, err := x.party(a, p.Name, p.Actor)
			if err != nil {
				return err
			}
			if !agent.known() || !client.known() {
				continue
			}
			r := entity("r-"+f.ID.String()+"-"+agent.ID.String()+"-"+client.ID.String(), "Representation")
			r.set("agent", "mahdar-"+agent.ID.String())
			r.set("client", "mahdar-"+client.ID.String())
			r.set("role", "head of delegation")
			if err := x.put(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// note writes what FollowTheMoney has no schema for: statements, commitments,
// demands and figures.
func (x *ftm) note(f *record.Fact) error {
	n := entity(f.ID.String(), "Note")
	n.set("name", headline(f))
	e := f.Evidence[0]
	n.set("description", e.Quote())
	var about []who
	switch b := e.Body.(type) {
	case *fact.Statement:
		about = append([]who{{b.Name, b.Actor}}, named(b.Target)...)
	case *fact.Commitment:
		about = named(b.By, b.To)
	case *fact.Demand:
		about = named(b.By, b.Of)
	case *fact.Figure:
		about = named(b.Source)
	}
	for _, w := range about {
		p, err := x.party(e.Article, w.name, w.id)
		if err != nil {
			return err
		}
		switch {
		case p.known():
			n.set("entity", "mahdar-"+p.ID.String())
		case p.Name != "":
			n.set("namesMentioned", p.Name)
		}
	}
	if !e.About.IsZero() {
		n.set("entity", "mahdar-"+e.About.String())
	}
	if len(n.Properties["entity"]) > 0 {
		n.Properties["entity"] = unique(n.Properties["entity"])
	}
	if err := x.put(n); err != nil {
		return err
	}
	return x.documentation(f, n.ID)
}

// documentation ties a fact to each article that tells it.
func (x *ftm) documentation(f *record.Fact, id string) error {
	seen := map[string]bool{}
	for _, ev := range f.Evidence {
		doc, err := x.article(ev.Article)
		if err != nil {
			return err
		}
		if seen[doc] {
			continue
		}
		seen[doc] = true
		d := entity("d-"+f.ID.String()+"-"+doc[9:25], "Documentation")
		d.set("document", doc)
		d.set("entity", id)
		d.set("role", strings.TrimSuffix("evidence: "+record.RuleOf(ev.Body), ": "))
		d.set("summary", ev.Quote())
		d.set("date", ev.Article.Published.Day())
		if err := x.put(d); err != nil {
			return err
		}
	}
	return nil
}

// ftmDate is one end of a time as far as it is told; "" where it is no date.
func ftmDate(edtf string) string {
	y, m, d := parts(edtf)
	switch {
	case m == "":
		return y
	case d == "":
		return y + "-" + m
	}
	return y + "-" + m + "-" + d
}

// unique drops later repeats.
func unique(in []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range in {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
