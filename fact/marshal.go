package fact

import (
	"bytes"
	"encoding/json"

	"mahdar/text"
)

// Marshal writes r as one line of JSON in the public form (no final newline).
func Marshal(r *Reading) ([]byte, error) {
	e := encoder{src: r.Text, off: text.NewOffsets(r.Text)}
	return line(e.reading(r))
}

// MarshalKept writes r for a store that keeps its text beside it: without the
// text, and with spans that count bytes and do not repeat their words. It takes
// half the time and room of Marshal; only UnmarshalKept reads it.
func MarshalKept(r *Reading) ([]byte, error) {
	w := encoder{src: r.Text, kept: true}.reading(r)
	w.Schema, w.Text = kept, ""
	return line(w)
}

// kept is the schema of what MarshalKept writes.
const kept = "mahdar.kept/1"

func line(w wireReading) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(w); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// encoder turns byte spans of one text into the contract's spans.
type encoder struct {
	src  string
	off  *text.Offsets
	kept bool // for MarshalKept
}

func (e encoder) span(s text.Span) span {
	if e.kept {
		return span{Start: s.Start, End: s.End}
	}
	a, b := e.off.Points(s)
	return span{a, b, s.In(e.src)}
}

func (e encoder) opt(s text.Span) *span {
	if s.Empty() {
		return nil
	}
	w := e.span(s)
	return &w
}

func (e encoder) spans(ss []text.Span) []span { return each(ss, e.span) }

// each maps a slice; a nil one becomes an empty one, so that JSON says [].
func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func (e encoder) reading(r *Reading) wireReading {
	w := wireReading{
		Schema: Schema, ID: r.ID, Text: r.Text, Title: e.opt(r.Title),
		Source: wireSource{Path: r.Source.Path, URL: r.Source.URL, Canonical: r.Source.Canonical, Outlet: r.Source.Outlet,
			Author: r.Source.Author, Title: r.Source.Title, Format: r.Source.Format, Language: r.Source.Language},
		Published: wirePublished{EDTF: orNull(r.Published.EDTF), Basis: r.Published.Basis, Evidence: e.spans(r.Published.Evidence), Note: r.Published.Note},
		Actors:    each(r.Actors, func(a Actor) wireActor { return wireActor(a) }),
		Blocks: each(r.Blocks, func(b Block) wireBlock {
			return wireBlock{e.span(b.Span), b.Kind, b.Reason, orNull(b.Anchor)}
		}),
		Mentions: each(r.Mentions, func(m Mention) wireMention {
			return wireMention{e.span(m.Span), m.Type, m.Name, orNull(m.Actor), m.Rule}
		}),
		Dates: each(r.Dates, func(d Date) wireDate {
			return wireDate{e.span(d.Span), orNull(d.EDTF), d.Form, d.Basis, d.Note, d.Rule}
		}),
		Statements:  each(r.Statements, e.statement),
		Meetings:    each(r.Meetings, e.meeting),
		Commitments: each(r.Commitments, e.commitment),
		Demands: each(r.Demands, func(d Demand) wireDemand {
			return wireDemand{d.By, d.Of, e.spans(d.Content), d.Answer, d.Manner, d.Rule}
		}),
		Ceasefires: each(r.Ceasefires, func(c Ceasefire) wireCeasefire {
			return wireCeasefire{c.Event, orEmpty(c.Parties), orEmpty(c.Guarantors), c.Date, c.Place, c.AllegedBy, e.spans(c.Evidence), c.Rule}
		}),
		Figures: each(r.Figures, func(f Figure) wireFigure {
			return wireFigure{e.span(f.Span), f.Min, f.Max, f.Unit, f.Concerns, f.Place, f.Source, f.Rule}
		}),
		Incidents: each(r.Incidents, func(i Incident) wireIncident {
			return wireIncident{i.Type, i.Mode, i.CAMEO, orEmpty(i.Actor), orEmpty(i.Recipient), i.Date, i.Place, i.Weapon, i.Modal, i.Source, e.spans(i.Evidence), i.Rule}
		}),
	}
	if !r.Source.Retrieved.IsZero() {
		at := r.Source.Retrieved
		w.Source.Retrieved = &at
	}
	return w
}

func (e encoder) statement(s Statement) wireStatement {
	return wireStatement{ID: s.ID, Content: e.spans(s.Content), Cue: e.opt(s.Cue), Speaker: e.opt(s.Speaker), Name: s.Name, Actor: orNull(s.Actor), Kind: s.Kind,
		Via:  each(s.Via, func(v Relay) wireRelay { return wireRelay{v.Name, e.opt(v.Span)} }),
		Mode: s.Mode, Act: s.Act, Modal: s.Modal, Target: s.Target, Venue: s.Venue, Said: orNull(s.Said), Rule: s.Rule, Entry: s.Entry}
}

func (e encoder) meeting(m Meeting) wireMeeting {
	w := wireMeeting{Process: orNull(m.Process), Ordinal: m.Ordinal, Kind: m.Kind, Status: m.Status, Place: m.Place, Start: m.Start, End: m.End, Closed: m.Closed,
		Participants: each(m.Participants, func(p Participant) wireParticipant { return wireParticipant(p) }),
		Agenda:       e.spans(m.Agenda), Outcome: e.spans(m.Outcome), Evidence: e.spans(m.Evidence), Rule: m.Rule}
	if len(m.Next) > 0 {
		w.Next = e.spans(m.Next)
	}
	return w
}

func (e encoder) commitment(c Commitment) wireCommitment {
	w := wireCommitment{By: c.By, To: c.To, Content: e.spans(c.Content), Status: c.Status, AllegedBy: c.AllegedBy, Deadline: c.Deadline, Guarantor: c.Guarantor, Rule: c.Rule}
	if len(c.Condition) > 0 {
		w.Condition = e.spans(c.Condition)
	}
	return w
}
