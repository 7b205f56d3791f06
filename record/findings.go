package record

import (
	"strings"

	"mahdar/fact"
)

// Findings lists what r contributes to the record, in the order of r's layers.
// Bodies point into r.
func Findings(r *fact.Reading) []Finding {
	c := newCast(r)
	var out []Finding
	meetings := make([]Finding, len(r.Meetings))
	process := processes(r)
	for i := range r.Meetings {
		meetings[i] = c.meeting(r, &r.Meetings[i], process[i])
	}
	coref(r, meetings)
	out = append(out, meetings...)
	for i := range r.Statements {
		out = append(out, c.statement(r, &r.Statements[i]))
	}
	for i := range r.Commitments {
		out = append(out, c.commitment(r, &r.Commitments[i]))
	}
	for i := range r.Demands {
		out = append(out, c.demand(r, &r.Demands[i]))
	}
	for i := range r.Ceasefires {
		out = append(out, c.ceasefire(r, &r.Ceasefires[i]))
	}
	for i := range r.Incidents {
		out = append(out, c.incident(r, &r.Incidents[i]))
	}
	for i := range r.Figures {
		out = append(out, c.figure(r, &r.Figures[i]))
	}
	settle(r, meetings, out)
	out = append(out, echoes(r, out)...)
	return append(c.sightings(), out...)
}

// meeting: a numbered round of a process is one meeting wherever it is told
// («the second visit» is numbered by who came, not by the talks); any other is
// the same only where talks, kind, place, day and company agree; and one
// without a day, or of a month in nobody's company, stays with its article.
func (c *cast) meeting(r *fact.Reading, m *fact.Meeting, process string) Finding {
	m = withReasons(r, m)
	f := Finding{Process: process, Ordinal: m.Ordinal, Label: m.Status, Body: m}
	f.First, f.Last = span(m.Start, m.End)
	for _, p := range m.Participants {
		f.Actors = append(f.Actors, c.link(p.Actor, p.Name, Present))
	}
	switch {
	case process != "" && m.Ordinal > 0 && family(m.Kind) == "talks":
		f.Fact = makeID(Meetings, "ordinal", process, itoa(m.Ordinal))
	case f.First != "" && (f.First == f.Last || len(f.Actors) > 0):
		f.Fact = makeID(Meetings, "day", process, itoa(m.Ordinal), m.Kind, plain(m.Place), f.First, company(m))
	default:
		f.Fact = makeID(Meetings, "article", r.ID, process, itoa(m.Ordinal), m.Kind, plain(m.Place), company(m), words(r.Text, m.Evidence))
	}
	return f
}

// shortWords is how many words are a statement wherever they stand; fewer
// («yes») are said again and again, and belong to their article until the
// traits tie them.
const shortWords = leastWords

// statement: the same words of the same speaker are one statement.
func (c *cast) statement(r *fact.Reading, s *fact.Statement) Finding {
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
	said, where := words(r.Text, s.Content), ""
	if strings.Count(said, " ")+1 < shortWords {
		where = r.ID
	}
	f.Fact = makeID(Statements, who.Actor.String(), plain(s.Name), said, where)
	return f
}

func (c *cast) commitment(r *fact.Reading, m *fact.Commitment) Finding {
	f := Finding{Label: m.Status, Body: m}
	f.First, f.Last = Days(m.Deadline)
	f.Actors = add(f.Actors, c.known(m.By, Doer), c.known(m.To, Object), c.known(m.AllegedBy, Accuser), c.known(m.Guarantor, Grantor))
	f.Fact = makeID(Commitments, plain(m.By), plain(m.To), m.Status, plain(m.AllegedBy), words(r.Text, m.Content))
	return f
}

func (c *cast) demand(r *fact.Reading, d *fact.Demand) Finding {
	f := Finding{Label: d.Answer, Body: d}
	f.Actors = add(f.Actors, c.known(d.By, Doer), c.known(d.Of, Object))
	f.Fact = makeID(Demands, plain(d.By), plain(d.Of), words(r.Text, d.Content))
	return f
}

// ceasefire: an event with a full day, parties and place is one wherever it is told.
func (c *cast) ceasefire(r *fact.Reading, t *fact.Ceasefire) Finding {
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
		f.Fact = makeID(Ceasefires, "day", t.Event, f.First, plain(t.Place), names(t.Parties))
	} else {
		f.Fact = makeID(Ceasefires, "words", t.Event, t.Date, names(t.Parties), words(r.Text, t.Evidence))
	}
	return f
}

// incident: the same deed by the same on the same, on one day in one place.
func (c *cast) incident(r *fact.Reading, n *fact.Incident) Finding {
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
		f.Fact = makeID(Incidents, "day", n.Type, n.Mode, n.Modal, f.First, plain(n.Place), names(n.Actor), names(n.Recipient))
	} else {
		f.Fact = makeID(Incidents, "words", n.Type, n.Date, names(n.Actor), names(n.Recipient), words(r.Text, n.Evidence))
	}
	return f
}

// figure: one row a source; the same figure in two articles is two findings of
// one fact only where source, thing and words agree.
func (c *cast) figure(r *fact.Reading, n *fact.Figure) Finding {
	f := Finding{Label: n.Unit, Body: n}
	f.Actors = add(f.Actors, c.known(n.Source, Source))
	where := r.ID
	if n.Source != "" && n.Unit != "" {
		where = ""
	}
	f.Fact = makeID(Figures, where, plain(n.Source), n.Unit, plain(n.Concerns), plain(n.Place), bound(n.Min), bound(n.Max), plain(n.In(r.Text)))
	return f
}
