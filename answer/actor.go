package answer

import (
	"context"
	"slices"

	"mahdar/record"
)

// Alias is one wording of a name.
type Alias struct {
	Words string `json:"words"`
	Count int    `json:"count" doc:"How often it stands in the evidence shown"`
}

// Role is an office that articles give somebody.
type Role struct {
	Office string `json:"office" doc:"As articles word it"`
	First  string `json:"first,omitempty" doc:"The first day on which an article gives it to him; what he held before and after they do not tell"`
	Last   string `json:"last,omitempty"`
	From   []int  `json:"from" doc:"Which pieces of evidence, counted from 0"`
}

// Actor is a person, a body or a group as articles name it.
type Actor struct {
	Line
	Name    string  `json:"name" doc:"Canonical Arabic"`
	English string  `json:"english,omitempty" doc:"Listed or romanised"`
	Type    string  `json:"type" doc:"PER, ORG"`
	Label   string  `json:"type_label"`
	Aliases []Alias `json:"aliases" doc:"Wordings of the name, the most written first"`
	Roles   []Role  `json:"roles"`
}

// Actors answers with those who have a part in the record.
func (d *Desk) Actors(ctx context.Context, a Ask) (*Page[Actor], error) {
	return list(ctx, d, record.Actors, a, (*pen).actor)
}

const mostAliases = 20

func (p *pen) actor(f *record.Fact) Actor {
	a := record.MergeActor(f)
	out := Actor{Line: p.line(f), Name: a.Name, English: a.English, Type: string(a.Type), Label: words(p.lang, string(a.Type)), Aliases: []Alias{}, Roles: []Role{}}
	for _, x := range a.Aliases[:min(len(a.Aliases), mostAliases)] {
		out.Aliases = append(out.Aliases, Alias{x.Words, x.Count})
	}
	for _, r := range a.Roles {
		out.Roles = append(out.Roles, Role{r.Office, r.First, r.Last, r.From})
	}
	return out
}

// ActorPage is one actor with what he stands for, has undertaken, and is in.
type ActorPage struct {
	Actor
	Positions   []Statement  `json:"positions" doc:"Statements by which he takes a stand (pledges, demands, proposals, acceptances, refusals, threats, denials), out of his first 200"`
	Commitments []Commitment `json:"commitments" doc:"The first undertakings that he has a part in, and what is said of keeping them"`
	Demands     []Demand     `json:"demands"`
	Meetings    []Party      `json:"meetings" doc:"The first meetings that he has a part in"`
	Ties        []Tie        `json:"ties,omitempty" doc:"Actors that are one with him, or may be"`
}

// stands are the acts of statements that take a stand.
var stands = [...]string{"pledge", "demand", "propose", "accept", "reject", "threaten", "deny"}

// Actor is one actor; limit bounds each list.
func (d *Desk) Actor(ctx context.Context, id string, a Ask) (*ActorPage, error) {
	if err := a.normal(); err != nil {
		return nil, err
	}
	aid, err := idOf("id", id, record.Actors)
	if err != nil {
		return nil, err
	}
	f, err := d.one(ctx, aid, wholeEvidence)
	if err != nil {
		return nil, err
	}
	p := d.pen(a.Lang, a.Raw)
	out := &ActorPage{Actor: p.actor(f), Meetings: []Party{}}
	if out.Positions, err = d.positions(ctx, p, id, a); err != nil {
		return nil, err
	}
	in := Ask{Lang: a.Lang, Actor: id, Limit: a.Limit, Evidence: a.Evidence, Raw: a.Raw}
	if out.Commitments, err = items(d.Commitments(ctx, in)); err != nil {
		return nil, err
	}
	if out.Demands, err = items(d.Demands(ctx, in)); err != nil {
		return nil, err
	}
	q, _, err := d.query(ctx, record.Meetings, &in)
	if err != nil {
		return nil, err
	}
	ms, _, err := d.gather(ctx, q, nil, a.Limit, "")
	if err != nil {
		return nil, err
	}
	for _, m := range ms {
		out.Meetings = append(out.Meetings, Party{title(p, m), m.ID.String()})
	}
	out.Ties, err = d.ties(ctx, f.ID, a)
	return out, err
}

func (d *Desk) positions(ctx context.Context, p *pen, id string, a Ask) ([]Statement, error) {
	in := Ask{Lang: a.Lang, Speaker: id, Limit: a.Limit, Evidence: a.Evidence}
	q, keep, err := d.query(ctx, record.Statements, &in)
	if err != nil {
		return nil, err
	}
	const most = 200 // of his statements: whoever has said thousands is shown by the earliest
	fs, _, err := d.gather(ctx, q, keep, most, "")
	fs = slices.DeleteFunc(fs, func(f *record.Fact) bool { return !slices.Contains(stands[:], labelOf(f.Evidence[0].Body)) })
	fs = fs[:min(len(fs), a.Limit)]
	out := make([]Statement, 0, len(fs))
	for _, f := range fs {
		out = append(out, p.statement(f))
	}
	return out, err
}
