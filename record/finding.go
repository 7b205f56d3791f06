package record

import (
	"encoding/json"
	"fmt"

	"mahdar/fact"
	"mahdar/text"
)

// Finding is what one article contributes to one fact.
type Finding struct {
	Fact    ID
	About   ID     // the meeting that it belongs to, of things said or done around one
	Process string // key of the talks, "" for none
	Ordinal int    // of a meeting
	First   string // earliest and latest day that it speaks of, "" where unknown
	Last    string
	Label   string // what it is, in the words of its kind: act, status, event, type, unit
	Actors  []Link
	Body    any // Sighting, fact.Meeting, fact.Statement, … by the kind of Fact
}

// Part is what an actor has to do with a fact.
type Part string

// The parts.
const (
	Speaker Part = "speaker"
	Relay   Part = "relay"
	Target  Part = "target"
	Present Part = "participant"
	Doer    Part = "actor"
	Object  Part = "recipient"
	Party   Part = "party"
	Grantor Part = "guarantor"
	Accuser Part = "accuser"
	Source  Part = "source"
)

// Link ties a fact to an actor.
type Link struct {
	Actor ID
	Part  Part
}

// Sighting is an actor as one article names it.
type Sighting struct {
	fact.Actor
	Forms []Form // as written, in the order of first standing
}

// Form is one wording of a name, where it stands first and how often.
type Form struct {
	Words string
	Span  text.Span
	Count int
}

// newBody is an empty body for findings of kind k.
func newBody(k Kind) any {
	switch k {
	case Actors:
		return new(Sighting)
	case Meetings:
		return new(fact.Meeting)
	case Statements:
		return new(fact.Statement)
	case Commitments:
		return new(fact.Commitment)
	case Demands:
		return new(fact.Demand)
	case Ceasefires:
		return new(fact.Ceasefire)
	case Incidents:
		return new(fact.Incident)
	case Figures:
		return new(fact.Figure)
	}
	return nil
}

// EncodeBody writes a finding's body for keeping. The form is the store's own
// and carries spans without words: the words are in the article.
func EncodeBody(f Finding) ([]byte, error) {
	b, err := json.Marshal(f.Body)
	if err != nil {
		return nil, fmt.Errorf("a finding of kind %s: %w", f.Fact.Kind, err)
	}
	return b, nil
}

// DecodeBody reads what EncodeBody wrote for a finding of kind k. The value is
// a pointer: *fact.Statement for a statement.
func DecodeBody(k Kind, b []byte) (any, error) {
	v := newBody(k)
	if v == nil {
		return nil, fmt.Errorf("%s: no such kind of finding", k)
	}
	if err := json.Unmarshal(b, v); err != nil {
		return nil, fmt.Errorf("a finding of kind %s: %w", k, err)
	}
	return v, nil
}

// RuleOf is the rule that found a body; "" for sightings and what else has none.
func RuleOf(body any) string {
	switch b := body.(type) {
	case *fact.Meeting:
		return b.Rule
	case *fact.Statement:
		return b.Rule
	case *fact.Commitment:
		return b.Rule
	case *fact.Demand:
		return b.Rule
	case *fact.Ceasefire:
		return b.Rule
	case *fact.Incident:
		return b.Rule
	case *fact.Figure:
		return b.Rule
	}
	return ""
}

// Spans are the places of the article that a finding's body (as Findings or
// DecodeBody give it) rests on, the chief one first.
func Spans(body any) []text.Span {
	switch b := body.(type) {
	case *Sighting:
		out := make([]text.Span, len(b.Forms))
		for i, f := range b.Forms {
			out[i] = f.Span
		}
		return out
	case *fact.Meeting:
		return join(b.Evidence, b.Outcome, b.Agenda, b.Next)
	case *fact.Statement:
		return join(b.Content, []text.Span{b.Speaker, b.Cue})
	case *fact.Commitment:
		return join(b.Content, b.Condition)
	case *fact.Demand:
		return b.Content
	case *fact.Ceasefire:
		return b.Evidence
	case *fact.Incident:
		return b.Evidence
	case *fact.Figure:
		return []text.Span{b.Span}
	}
	return nil
}

func join(all ...[]text.Span) []text.Span {
	var out []text.Span
	for _, ss := range all {
		for _, s := range ss {
			if !s.Empty() {
				out = append(out, s)
			}
		}
	}
	return out
}
