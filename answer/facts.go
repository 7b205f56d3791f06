package answer

import (
	"context"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
)

// Line is what facts of all kinds have.
type Line struct {
	ID      string `json:"id" doc:"Permanent: the same on every machine and after every rebuild"`
	Kind    string `json:"kind"`
	Process string `json:"process,omitempty" doc:"Key of the talks; absent outside any"`
	First   string `json:"first,omitempty" doc:"The earliest day that it speaks of"`
	Last    string `json:"last,omitempty"`
	Words   string `json:"words" doc:"The fact in one line of the language asked for; quotations stay in Arabic"`
	Review  string `json:"review,omitempty" doc:"What people have decided: accepted, corrected, added, disputed"`
	Link    string `json:"link,omitempty" doc:"Its page"`

	Evidence []Evidence `json:"evidence" doc:"The earliest first"`
	More     int        `json:"more,omitempty" doc:"Pieces of evidence that are not shown"`
}

// Party is somebody, with the id of an actor where he is known as one.
type Party struct {
	Name string `json:"name"`
	ID   string `json:"id,omitempty"`
}

func partyOf(actor, name string) Party {
	return Party{name, record.ActorID(actor, "").String()}
}

// line is what f has as facts of all kinds.
func (p *pen) line(f *record.Fact) Line {
	n := Line{ID: f.ID.String(), Kind: f.ID.Kind.String(), Process: f.Process, First: f.First, Last: f.Last, Link: p.desk.link(f.ID, p.lang), More: f.Left}
	n.Words = plain(minutes.Words(f, minutes.Options{Lang: p.lang, ProcessName: p.desk.opt.ProcessName}))
	if f.Review != nil {
		n.Review = f.Review.Status
	}
	n.Evidence = make([]Evidence, 0, len(f.Evidence))
	for _, e := range f.Evidence {
		n.Evidence = append(n.Evidence, p.evidence(e))
	}
	return n
}

// Statement is what somebody said, by its earliest evidence.
type Statement struct {
	Line
	Speaker  Party    `json:"speaker" doc:"Who spoke; an empty name where nobody is named"`
	As       string   `json:"as,omitempty" doc:"How the source calls him, letter for letter"`
	Nature   string   `json:"nature,omitempty" doc:"person, office, organisation, country, group, unnamed"`
	Act      string   `json:"act" doc:"state, announce, expect, accuse, deny, pledge, demand, propose, accept, reject, threaten, warn, criticise, praise"`
	ActLabel string   `json:"act_label" doc:"The act in the language asked for"`
	Mode     string   `json:"mode" doc:"direct (the speaker's own words), indirect, mixed"`
	Modality string   `json:"modality,omitempty" doc:"asserted, future, hypothetical, negated"`
	Target   string   `json:"target,omitempty"`
	Venue    string   `json:"venue,omitempty"`
	Said     string   `json:"said,omitempty" doc:"EDTF"`
	Quote    []string `json:"quote" doc:"The words, letter for letter"`
	Via      []string `json:"via,omitempty" doc:"Through whom, outermost first"`
	About    string   `json:"about,omitempty" doc:"Id of the meeting that it belongs to"`
}

// Statements answers with what was said.
func (d *Desk) Statements(ctx context.Context, a Ask) (*Page[Statement], error) {
	return list(ctx, d, record.Statements, a, (*pen).statement)
}

func (p *pen) statement(f *record.Fact) Statement {
	out := Statement{Line: p.line(f), About: f.Evidence[0].About.String()}
	b, ok := f.Evidence[0].Body.(*fact.Statement)
	if !ok {
		return out
	}
	src := f.Evidence[0].Article.Text
	out.Speaker, out.As, out.Nature = partyOf(b.Actor, b.Name), b.Speaker.In(src), b.Kind
	out.Act, out.ActLabel, out.Mode, out.Modality = b.Act, words(p.lang, b.Act), b.Mode, b.Modal
	out.Target, out.Venue, out.Said, out.Quote = b.Target, b.Venue, b.Said, exact(src, b.Content)
	for _, v := range b.Via {
		out.Via = append(out.Via, v.Name)
	}
	return out
}

// Commitment is what a side has bound itself to, or what is said of keeping it.
type Commitment struct {
	Line
	By          string   `json:"by"`
	To          string   `json:"to,omitempty"`
	Status      string   `json:"status" doc:"made, kept, breach-alleged, breach-denied: as reported, never decided by the program"`
	StatusLabel string   `json:"status_label"`
	AllegedBy   string   `json:"alleged_by,omitempty"`
	Deadline    string   `json:"deadline,omitempty" doc:"EDTF"`
	Guarantor   string   `json:"guarantor,omitempty"`
	Quote       []string `json:"quote" doc:"The words, letter for letter"`
	Condition   []string `json:"condition,omitempty" doc:"The words of the condition"`
	About       string   `json:"about,omitempty" doc:"Id of the meeting that it belongs to"`
}

// Commitments answers with undertakings and what is said of keeping them.
func (d *Desk) Commitments(ctx context.Context, a Ask) (*Page[Commitment], error) {
	return list(ctx, d, record.Commitments, a, (*pen).commitment)
}

func (p *pen) commitment(f *record.Fact) Commitment {
	out := Commitment{Line: p.line(f), About: f.Evidence[0].About.String()}
	b, ok := f.Evidence[0].Body.(*fact.Commitment)
	if !ok {
		return out
	}
	src := f.Evidence[0].Article.Text
	out.By, out.To, out.Status, out.StatusLabel, out.AllegedBy = b.By, b.To, b.Status, words(p.lang, b.Status), b.AllegedBy
	out.Deadline, out.Guarantor, out.Quote, out.Condition = b.Deadline, b.Guarantor, exact(src, b.Content), exact(src, b.Condition)
	return out
}

// Demand is what one side requires of another.
type Demand struct {
	Line
	By          string   `json:"by"`
	Of          string   `json:"of,omitempty"`
	Answer      string   `json:"answer" doc:"accepted, rejected, none"`
	AnswerLabel string   `json:"answer_label,omitempty"`
	Manner      string   `json:"manner,omitempty"`
	Quote       []string `json:"quote" doc:"The words, letter for letter"`
	About       string   `json:"about,omitempty" doc:"Id of the meeting that it belongs to"`
}

// Demands answers with demands.
func (d *Desk) Demands(ctx context.Context, a Ask) (*Page[Demand], error) {
	return list(ctx, d, record.Demands, a, func(p *pen, f *record.Fact) Demand {
		out := Demand{Line: p.line(f), About: f.Evidence[0].About.String()}
		if b, ok := f.Evidence[0].Body.(*fact.Demand); ok {
			out.By, out.Of, out.Answer, out.AnswerLabel, out.Manner = b.By, b.Of, b.Answer, words(p.lang, b.Answer), b.Manner
			out.Quote = exact(f.Evidence[0].Article.Text, b.Content)
		}
		return out
	})
}

// Ceasefire is a truce or what is said of it.
type Ceasefire struct {
	Line
	Event      string   `json:"event" doc:"proposed, declared, in-force, extended, violation-alleged, collapsed, mechanism"`
	EventLabel string   `json:"event_label"`
	Parties    []string `json:"parties,omitempty"`
	Guarantors []string `json:"guarantors,omitempty"`
	Date       string   `json:"date,omitempty" doc:"EDTF"`
	Place      string   `json:"place,omitempty"`
	AllegedBy  string   `json:"alleged_by,omitempty"`
	About      string   `json:"about,omitempty" doc:"Id of the meeting that it belongs to"`
}

// Ceasefires answers with truces.
func (d *Desk) Ceasefires(ctx context.Context, a Ask) (*Page[Ceasefire], error) {
	return list(ctx, d, record.Ceasefires, a, func(p *pen, f *record.Fact) Ceasefire {
		out := Ceasefire{Line: p.line(f), About: f.Evidence[0].About.String()}
		if b, ok := f.Evidence[0].Body.(*fact.Ceasefire); ok {
			out.Event, out.EventLabel, out.Parties, out.Guarantors = b.Event, words(p.lang, b.Event), b.Parties, b.Guarantors
			out.Date, out.Place, out.AllegedBy = b.Date, b.Place, b.AllegedBy
		}
		return out
	})
}

// Incident is a deed in the world.
type Incident struct {
	Line
	Type      string   `json:"type" doc:"PLOVER: ASSAULT, RETREAT, AGREE, CONSULT, …"`
	TypeLabel string   `json:"type_label"`
	Mode      string   `json:"mode,omitempty"`
	CAMEO     string   `json:"cameo,omitempty"`
	Actors    []string `json:"actors,omitempty"`
	Targets   []string `json:"recipients,omitempty"`
	Date      string   `json:"date,omitempty" doc:"EDTF"`
	Place     string   `json:"place,omitempty"`
	Weapon    string   `json:"weapon,omitempty"`
	Modality  string   `json:"modality,omitempty" doc:"asserted, attributed, future, hypothetical, negated"`
	By        string   `json:"said_by,omitempty" doc:"Who says so, where it is attributed"`
}

// Incidents answers with deeds.
func (d *Desk) Incidents(ctx context.Context, a Ask) (*Page[Incident], error) {
	return list(ctx, d, record.Incidents, a, (*pen).incident)
}

func (p *pen) incident(f *record.Fact) Incident {
	out := Incident{Line: p.line(f)}
	if b, ok := f.Evidence[0].Body.(*fact.Incident); ok {
		out.Type, out.TypeLabel, out.Mode, out.CAMEO, out.Actors, out.Targets = b.Type, words(p.lang, b.Type), b.Mode, b.CAMEO, b.Actor, b.Recipient
		out.Date, out.Place, out.Weapon, out.Modality, out.By = b.Date, b.Place, b.Weapon, b.Modal, b.Source
	}
	return out
}

// Figure is a count, one a source and never averaged.
type Figure struct {
	Line
	Min       *int64 `json:"min" doc:"null where it is open"`
	Max       *int64 `json:"max" doc:"null where it is open"`
	Unit      string `json:"unit,omitempty"`
	UnitLabel string `json:"unit_label,omitempty"`
	Concerns  string `json:"concerns,omitempty"`
	Place     string `json:"place,omitempty"`
	By        string `json:"said_by,omitempty" doc:"Who says so"`
	About     string `json:"about,omitempty" doc:"Id of the meeting that it belongs to"`
}

// Figures answers with counts.
func (d *Desk) Figures(ctx context.Context, a Ask) (*Page[Figure], error) {
	return list(ctx, d, record.Figures, a, func(p *pen, f *record.Fact) Figure {
		out := Figure{Line: p.line(f), About: f.Evidence[0].About.String()}
		if b, ok := f.Evidence[0].Body.(*fact.Figure); ok {
			out.Min, out.Max, out.Unit, out.UnitLabel = b.Min, b.Max, b.Unit, words(p.lang, b.Unit)
			out.Concerns, out.Place, out.By = b.Concerns, b.Place, b.Source
		}
		return out
	})
}
