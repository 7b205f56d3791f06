package record

import (
	"strings"

	"mahdar/fact"
)

// Findings lists what r contributes to the record, in the order of r's layers.
// Bodies point into r.
func Findings(r *fact.Reading) []Finding { return newDesk(r, nil).findings() }

func (d *desk) findings() []Finding {
	r, c := d.r, newCast(d)
	out := make([]Finding, 0, len(r.Meetings)+len(r.Statements)+len(r.Commitments)+len(r.Demands)+len(r.Ceasefires)+len(r.Incidents)+len(r.Figures)+fewEchoes)
	meetings := make([]Finding, len(r.Meetings))
	process := processes(r)
	for i := range r.Meetings {
		meetings[i] = c.meeting(&r.Meetings[i], process[i])
	}
	coref(r, meetings)
	out = append(out, meetings...)
	for i := range r.Statements {
		out = append(out, c.statement(&r.Statements[i]))
	}
	for i := range r.Commitments {
		out = append(out, c.commitment(&r.Commitments[i]))
	}
	for i := range r.Demands {
		out = append(out, c.demand(&r.Demands[i]))
	}
	for i := range r.Ceasefires {
		out = append(out, c.ceasefire(&r.Ceasefires[i]))
	}
	for i := range r.Incidents {
		out = append(out, c.incident(&r.Incidents[i]))
	}
	for i := range r.Figures {
		out = append(out, c.figure(&r.Figures[i]))
	}
	settle(r, meetings, out)
	out = append(out, d.echoes(out)...)
	return append(c.sightings(len(out)), out...)
}

// fewEchoes is how many echoes most articles have at most.
const fewEchoes = 4

// meeting: a numbered round of a process is one meeting wherever it is told
// («the second visit» is numbered by who came, not by the talks); any other is
// the same only where talks, kind, place, day and company agree; and one
// without a day, or of a month in nobody's company, stays with its article.
func (c *cast) meeting(m *fact.Meeting, process string) Finding {
	m = c.withReasons(m)
	f := Finding{Process: process, Ordinal: m.Ordinal, Label: m.Status, Body: m}
	f.First, f.Last = span(m.Start, m.End)
	for _, p := range m.Participants {
		f.Actors = append(f.Actors, c.link(p.Actor, p.Name, Present))
	}
	switch {
	case process != "" && m.Ordinal > 0 && family(m.Kind) == "talks":
		f.Fact = makeID(Meetings, "ordinal", process, itoa(m.Ordinal))
	case f.First != "" && (f.First == f.Last || len(f.Actors) > 0):
		f.Fact = makeID(Meetings, "day", process, itoa(m.Ordinal), m.Kind, c.plain(m.Place), f.First, c.company(m))
	default:
		f.Fact = makeID(Meetings, "article", c.r.ID, process, itoa(m.Ordinal), m.Kind, c.plain(m.Place), c.company(m), c.words(m.Evidence))
	}
	return f
}

// shortWords is how many words are a statement wherever they stand; fewer
// («yes») are said again and again, and belong to their article until the
// traits tie them.
const shortWords = leastWords

// statement: the same words of the same speaker are one statement.
func (c *cast) statement(s *fact.Statement) Finding {
	f := Finding{Label: s.Act, Body: s}
	f.First, f.Last = Days(s.Said)
	who := c.link(s.Actor, s.Name, Speaker)
	if s.Kind == "unnamed" {
		who = Link{}
	}
	f.Actors = add(f.Actors, who)
	for _, v := range s.Via {
		f.Actors = add(f.Actors, c.known(v.Name, Relay))
	}
	f.Actors = add(f.Actors, c.known(s.Target, Target))
	said, where := c.words(s.Content), ""
	if strings.Count(said, " ")+1 < shortWords {
		where = c.r.ID
	}
	f.Fact = makeID(Statements, who.Actor.String(), c.plain(s.Name), said, where)
	return f
}

func (c *cast) commitment(m *fact.Commitment) Finding {
	f := Finding{Label: m.Status, Body: m}
	f.First, f.Last = Days(m.Deadline)
	f.Actors = add(f.Actors, c.known(m.By, Doer), c.known(m.To, Object), c.known(m.AllegedBy, Accuser), c.known(m.Guarantor, Grantor))
	f.Fact = makeID(Commitments, c.plain(m.By), c.plain(m.To), m.Status, c.plain(m.AllegedBy), c.words(m.Content))
	return f
}

func (c *cast) demand(x *fact.Demand) Finding {
	f := Finding{Label: x.Answer, Body: x}
	f.Actors = add(f.Actors, c.known(x.By, Doer), c.known(x.Of, Object))
	f.Fact = makeID(Demands, c.plain(x.By), c.plain(x.Of), c.words(x.Content))
	return f
}

// ceasefire: an event with a full day, parties and place is one wherever it is told.
func (c *cast) ceasefire(t *fact.Ceasefire) Finding {
	f := Finding{Label: t.Event, Body: t}
	f.First, f.Last = Days(t.Date)
	for _, p := range t.Parties {
		f.Actors = add(f.Actors, c.known(p, Party))
	}
	for _, p := range t.Guarantors {
		f.Actors = add(f.Actors, c.known(p, Grantor))
	}
	f.Actors = add(f.Actors, c.known(t.AllegedBy, Accuser))
	if f.First != "" && f.First == f.Last && len(t.Parties) > 0 {
		f.Fact = makeID(Ceasefires, "day", t.Event, f.First, c.plain(t.Place), c.names(t.Parties))
	} else {
		f.Fact = makeID(Ceasefires, "words", t.Event, t.Date, c.names(t.Parties), c.words(t.Evidence))
	}
	return f
}

// incident: the same deed by the same on the same, on one day in one place.
func (c *cast) incident(n *fact.Incident) Finding {
	f := Finding{Label: n.Type, Body: n}
	f.First, f.Last = Days(n.Date)
	for _, p := range n.Actor {
		f.Actors = add(f.Actors, c.known(p, Doer))
	}
	for _, p := range n.Recipient {
		f.Actors = add(f.Actors, c.known(p, Object))
	}
	f.Actors = add(f.Actors, c.known(n.Source, Source))
	if f.First != "" && f.First == f.Last && n.Place != "" && len(n.Actor) > 0 {
		f.Fact = makeID(Incidents, "day", n.Type, n.Mode, n.Modal, f.First, c.plain(n.Place), c.names(n.Actor), c.names(n.Recipient))
	} else {
		f.Fact = makeID(Incidents, "words", n.Type, n.Date, c.names(n.Actor), c.names(n.Recipient), c.words(n.Evidence))
	}
	return f
}

// figure: one row a source; the same figure in two articles is two findings of
// one fact only where source, thing and words agree.
func (c *cast) figure(n *fact.Figure) Finding {
	f := Finding{Label: n.Unit, Body: n}
	f.Actors = add(f.Actors, c.known(n.Source, Source))
	where := c.r.ID
	if n.Source != "" && n.Unit != "" {
		where = ""
	}
	f.Fact = makeID(Figures, where, c.plain(n.Source), n.Unit, c.plain(n.Concerns), c.plain(n.Place), bound(n.Min), bound(n.Max), c.plain(n.In(c.r.Text)))
	return f
}
