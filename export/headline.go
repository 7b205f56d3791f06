package export

import (
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/record"
)

// headline is a fact in a line, in the record's own keys and names.
func headline(f *record.Fact) string {
	e := f.Evidence[0]
	join := func(parts ...string) string {
		var out []string
		for _, p := range parts {
			if p != "" {
				out = append(out, p)
			}
		}
		return strings.Join(out, " · ")
	}
	arrow := func(from, to string) string { // the names are Arabic: it points leftwards
		if from != "" && to != "" {
			return from + " ← " + to
		}
		return from + to
	}
	switch b := e.Body.(type) {
	case *fact.Meeting:
		m := record.MergeMeeting(f)
		kind := m.Kind.One()
		if kind == "" {
			kind = "meeting"
		}
		if f.Ordinal > 0 {
			kind += " " + strconv.Itoa(f.Ordinal)
		}
		return join(f.Process, kind, m.Place.One())
	case *fact.Statement:
		return join(b.Act, b.Name)
	case *fact.Commitment:
		return join("commitment "+b.Status, arrow(b.By, b.To))
	case *fact.Demand:
		return join("demand", arrow(b.By, b.Of))
	case *fact.Ceasefire:
		return join("ceasefire "+b.Event, strings.Join(b.Parties, "، "), b.Place)
	case *fact.Incident:
		return join(b.Type, arrow(strings.Join(b.Actor, "، "), strings.Join(b.Recipient, "، ")), b.Place)
	case *fact.Figure:
		return join(amount(b), b.Unit, b.Source)
	case *record.Sighting:
		return b.Name
	}
	return f.ID.Kind.String()
}

// amount is a figure as an interval of EDTF's kind: "12", "270000..330000", "50..".
func amount(f *fact.Figure) string {
	side := func(n *int64) string {
		if n == nil {
			return ""
		}
		return strconv.FormatInt(*n, 10)
	}
	a, b := side(f.Min), side(f.Max)
	if a == b {
		return a
	}
	return a + ".." + b
}

// whenOf is when a fact is: of a meeting or deed its days, of a statement when it
// was said, of a commitment its deadline.
func whenOf(f *record.Fact) when {
	switch b := f.Evidence[0].Body.(type) {
	case *fact.Meeting:
		return meetingTime(record.MergeMeeting(f))
	case *fact.Statement:
		return at(b.Said)
	case *fact.Commitment:
		return at(b.Deadline)
	case *fact.Ceasefire:
		return at(b.Date)
	case *fact.Incident:
		return at(b.Date)
	}
	return when{}
}

// placeOf is the place that a fact names and the article that names it.
func placeOf(f *record.Fact) (*record.Article, string) {
	e := f.Evidence[0]
	switch b := e.Body.(type) {
	case *fact.Meeting:
		m := record.MergeMeeting(f)
		return slotArticle(f, m.Place), m.Place.One()
	case *fact.Ceasefire:
		return e.Article, b.Place
	case *fact.Incident:
		return e.Article, b.Place
	case *fact.Figure:
		return e.Article, b.Place
	}
	return e.Article, ""
}

// partiesOf are the names of those who have a part in a meeting or deed.
func partiesOf(f *record.Fact) []who {
	switch b := f.Evidence[0].Body.(type) {
	case *fact.Meeting:
		var out []who
		for _, p := range record.MergeMeeting(f).Participants {
			out = append(out, who{p.Name, p.Actor})
		}
		return out
	case *fact.Ceasefire:
		return named(append(append([]string{}, b.Parties...), b.Guarantors...)...)
	case *fact.Incident:
		return named(append(append([]string{}, b.Actor...), b.Recipient...)...)
	}
	return nil
}
