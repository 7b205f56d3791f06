package export

import (
	"io"

	"mahdar/fact"
	"mahdar/record"
)

// ldContext is what the keys of jsonld's nodes mean. It stands in the document:
// a record can be read without the network. What schema.org has no word for is
// in a namespace of our own.
const ldContext = `{"@context":{"@vocab":"urn:mahdar:term:","schema":"https://schema.org/","mahdar":"urn:mahdar:","xsd":"http://www.w3.org/2001/XMLSchema#",` +
	`"id":"@id","type":"@type",` +
	`"name":{"@id":"schema:name","@container":"@language"},"alternateName":"schema:alternateName","sameAs":{"@id":"schema:sameAs","@type":"@id"},` +
	`"startDate":{"@id":"schema:startDate","@type":"xsd:date"},"endDate":{"@id":"schema:endDate","@type":"xsd:date"},` +
	`"location":"schema:location","geo":"schema:geo","latitude":"schema:latitude","longitude":"schema:longitude",` +
	`"eventStatus":{"@id":"schema:eventStatus","@type":"@id"},"attendee":{"@id":"schema:attendee","@type":"@id"},"organizer":{"@id":"schema:organizer","@type":"@id"},"superEvent":{"@id":"schema:superEvent","@type":"@id"},` +
	`"author":{"@id":"schema:author","@type":"@id"},"about":{"@id":"schema:about","@type":"@id"},"text":{"@id":"schema:text","@language":"ar"},` +
	`"isBasedOn":{"@id":"schema:isBasedOn","@type":"@id"},"headline":{"@id":"schema:headline","@language":"ar"},"datePublished":{"@id":"schema:datePublished","@type":"xsd:date"},` +
	`"publisher":"schema:publisher","url":{"@id":"schema:url","@type":"schema:URL"},"inLanguage":"schema:inLanguage","jobTitle":{"@id":"schema:jobTitle","@language":"ar"},` +
	`"minValue":"schema:minValue","maxValue":"schema:maxValue","unitText":"schema:unitText",` +
	`"actor":{"@type":"@id"},"recipient":{"@type":"@id"},"target":{"@type":"@id"},"party":{"@type":"@id"},"guarantor":{"@type":"@id"},` +
	`"exact":{"@language":"ar"},"actorName":{"@language":"ar"},"recipientName":{"@language":"ar"}},"@graph":[`

// node is a thing of the graph; its keys are written in alphabetical order.
type node map[string]any

// set adds what is there.
func (n node) set(key, v string) {
	if v != "" {
		n[key] = v
	}
}

// linked writes nodes, talks and articles once.
type linked struct {
	*job
	l    *list
	seen map[string]bool
}

func writeJSONLD(j *job, w io.Writer) error {
	x := &linked{j, newList(w, ldContext, "]}\n"), map[string]bool{}}
	err := j.each(func(f *record.Fact) error {
		if f.ID.Kind == record.Actors {
			return x.actor(f)
		}
		return x.fact(f)
	}, allKinds()...)
	return x.l.end(err)
}

func (x *linked) put(n node) error {
	x.report.Written++
	return x.l.add(n)
}

func urn(id string) string { return "urn:mahdar:" + id }

func (x *linked) actor(f *record.Fact) error {
	p := actorOf(f)
	n := node{"id": urn(f.ID.String()), "type": "schema:Organization"}
	switch {
	case p.Type == fact.Person:
		n["type"] = "schema:Person"
		if len(p.Offices) > 0 {
			n["jobTitle"] = p.Offices
		}
	case p.Kind == "state":
		n["type"] = "schema:Country"
	case p.Sector == "GOV" || p.Sector == "MIL" || p.Sector == "COP" || p.Sector == "LEG" || p.Sector == "JUD" || p.Sector == "SPY":
		n["type"] = "schema:GovernmentOrganization"
	}
	name := map[string]string{"ar": p.Name}
	if p.English != "" {
		name["en"] = p.English
	}
	n["name"] = name
	if len(p.Forms) > 0 {
		n["alternateName"] = p.Forms
	}
	if p.Wikidata != "" {
		n["sameAs"] = "http://www.wikidata.org/entity/" + p.Wikidata
	}
	n.set("sector", p.Sector)
	n.set("country", p.Country)
	if err := x.evidence(n, f); err != nil {
		return err
	}
	return x.put(n)
}

// schemaType is the type of a fact in schema.org's terms.
func schemaType(k record.Kind) string {
	switch k {
	case record.Meetings, record.Incidents, record.Ceasefires:
		return "schema:Event"
	case record.Figures:
		return "schema:QuantitativeValue"
	}
	return "schema:Claim"
}

func (x *linked) fact(f *record.Fact) error {
	kind := f.ID.Kind.String()
	n := node{"id": urn(f.ID.String()), "type": []string{schemaType(f.ID.Kind), kind}}
	n.set("label", f.Label)
	w := whenOf(f)
	n.set("edtf", w.EDTF)
	n.set("startDate", w.First)
	n.set("endDate", w.Last)
	if f.Process != "" {
		n["superEvent"] = urn("talks:" + f.Process)
		if err := x.talks(f.Process); err != nil {
			return err
		}
	}
	if a := f.Evidence[0].About; !a.IsZero() {
		n["about"] = urn(a.String())
	}
	if err := x.where(n, f); err != nil {
		return err
	}
	if err := x.slots(n, f); err != nil {
		return err
	}
	if err := x.evidence(n, f); err != nil {
		return err
	}
	return x.put(n)
}

// talks writes the node of a process, once.
func (x *linked) talks(key string) error {
	if x.seen["talks:"+key] {
		return nil
	}
	x.seen["talks:"+key] = true
	n := node{"id": urn("talks:" + key), "type": []string{"schema:EventSeries", "talks"}, "key": key}
	if ar, en := x.atlas.process(key); ar != "" {
		n["name"] = map[string]string{"ar": ar, "en": en}
		if en == "" {
			n["name"] = map[string]string{"ar": ar}
		}
	}
	return x.put(n)
}

// where adds the place of a fact.
func (x *linked) where(n node, f *record.Fact) error {
	a, place := placeOf(f)
	if place == "" {
		return nil
	}
	s, ok, err := x.spot(a, place)
	if err != nil {
		return err
	}
	name := map[string]string{"ar": place}
	p := node{"type": "schema:Place", "name": name}
	if ok {
		name["en"] = s.English
		p["geo"] = node{"type": "schema:GeoCoordinates", "latitude": s.Lat, "longitude": s.Lon}
		p.set("country", s.Country)
		if s.Wikidata != "" {
			p["sameAs"] = "http://www.wikidata.org/entity/" + s.Wikidata
		}
	}
	n["location"] = p
	return nil
}

// sides adds parties under key: known ones as links, others by name under key
// and «Name».
func (x *linked) sides(n node, key string, a *record.Article, ws ...who) error {
	var ids, names []string
	for _, w := range ws {
		if w.name == "" && w.id == "" {
			continue
		}
		p, err := x.party(a, w.name, w.id)
		if err != nil {
			return err
		}
		if p.known() {
			ids = append(ids, urn(p.ID.String()))
		} else {
			names = append(names, p.Name)
		}
	}
	if len(ids) > 0 {
		n[key] = unique(ids)
	}
	if len(names) > 0 {
		n[key+"Name"] = unique(names)
	}
	return nil
}

// slots adds what the earliest evidence says.
func (x *linked) slots(n node, f *record.Fact) error {
	e := f.Evidence[0]
	a := e.Article
	switch b := e.Body.(type) {
	case *fact.Meeting:
		return x.meeting(n, f)
	case *fact.Statement:
		return x.statement(n, a, b)
	case *fact.Commitment:
		n.set("text", record.Words(a.Text, b.Content))
		n.set("condition", record.Words(a.Text, b.Condition))
		n.set("allegedBy", b.AllegedBy)
		n.set("deadline", b.Deadline)
		if err := x.sides(n, "actor", a, named(b.By)...); err != nil {
			return err
		}
		return x.sides(n, "recipient", a, named(b.To)...)
	case *fact.Demand:
		n.set("text", record.Words(a.Text, b.Content))
		n.set("answer", b.Answer)
		if err := x.sides(n, "actor", a, named(b.By)...); err != nil {
			return err
		}
		return x.sides(n, "recipient", a, named(b.Of)...)
	case *fact.Ceasefire:
		n.set("allegedBy", b.AllegedBy)
		if err := x.sides(n, "party", a, named(b.Parties...)...); err != nil {
			return err
		}
		return x.sides(n, "guarantor", a, named(b.Guarantors...)...)
	case *fact.Incident:
		n.set("mode", b.Mode)
		n.set("modality", b.Modal)
		n.set("weapon", b.Weapon)
		n.set("saidBy", b.Source)
		if err := x.sides(n, "actor", a, named(b.Actor...)...); err != nil {
			return err
		}
		return x.sides(n, "recipient", a, named(b.Recipient...)...)
	case *fact.Figure:
		n.figure(b)
	}
	return nil
}

// statement adds what was said, by whom, to whom and through whom.
func (x *linked) statement(n node, a *record.Article, s *fact.Statement) error {
	n.set("text", record.Words(a.Text, s.Content))
	n.set("mode", s.Mode)
	n.set("modality", s.Modal)
	n.set("venue", s.Venue)
	if via := viaNames(s.Via); len(via) > 0 {
		n["via"] = map[string]any{"@list": via}
	}
	if err := x.sides(n, "author", a, who{s.Name, s.Actor}); err != nil {
		return err
	}
	return x.sides(n, "target", a, named(s.Target)...)
}

// figure adds a count with what it counts and who tells it.
func (n node) figure(f *fact.Figure) {
	if f.Min != nil {
		n["minValue"] = *f.Min
	}
	if f.Max != nil {
		n["maxValue"] = *f.Max
	}
	n.set("unitText", f.Unit)
	n.set("concerns", f.Concerns)
	n.set("saidBy", f.Source)
}

func (x *linked) meeting(n node, f *record.Fact) error {
	m := record.MergeMeeting(f)
	n.set("kind", m.Kind.One())
	if f.Ordinal > 0 {
		n["ordinal"] = f.Ordinal
	}
	switch m.Status.Latest() {
	case "cancelled":
		n["eventStatus"] = "schema:EventCancelled"
	case "postponed":
		n["eventStatus"] = "schema:EventPostponed"
	case "planned", "opened", "ongoing", "concluded", "collapsed":
		n["eventStatus"] = "schema:EventScheduled"
	}
	var came, hosts []who
	var all []node
	for _, p := range m.Participants {
		w := who{p.Name, p.Actor}
		if a := p.Attendance.Latest(); a == "attended" || a == "late" {
			came = append(came, w)
		}
		if p.Role.One() == "host" {
			hosts = append(hosts, w)
		}
		pn := node{"type": "participation"}
		if err := x.sides(pn, "actor", f.Evidence[0].Article, w); err != nil {
			return err
		}
		pn.set("role", p.Role.One())
		pn.set("attendance", p.Attendance.Latest())
		pn.set("size", p.Size.One())
		pn.set("head", p.Head.One())
		pn.set("reason", p.Reason.One())
		all = append(all, pn)
	}
	if len(all) > 0 {
		n["participation"] = all
	}
	if err := x.sides(n, "attendee", f.Evidence[0].Article, came...); err != nil {
		return err
	}
	return x.sides(n, "organizer", f.Evidence[0].Article, hosts...)
}

// evidence adds where the fact is told.
func (x *linked) evidence(n node, f *record.Fact) error {
	var all []node
	for _, e := range f.Evidence {
		if err := x.article(e.Article); err != nil {
			return err
		}
		for _, s := range record.Spans(e.Body) {
			q := x.quote(e.Article, s)
			if q.Exact == "" {
				continue
			}
			ev := node{"type": "evidence", "isBasedOn": iri(e.Article), "exact": q.Exact, "start": q.Start, "end": q.End}
			ev.set("rule", record.RuleOf(e.Body))
			all = append(all, ev)
		}
	}
	if len(all) > 0 {
		n["evidence"] = all
	}
	return nil
}

// article writes the node of an article, once.
func (x *linked) article(a *record.Article) error {
	if x.seen[a.ID] {
		return nil
	}
	x.seen[a.ID] = true
	n := node{"id": iri(a), "type": "schema:NewsArticle", "hash": a.ID, "inLanguage": "ar"}
	n.set("headline", title(a))
	n.set("datePublished", a.Published.Day())
	n.set("url", webAddress(a))
	if o := a.Outlet(); o != "" {
		n["publisher"] = node{"type": "schema:Organization", "name": map[string]string{"ar": o}}
	}
	return x.put(n)
}
