package fact

import (
	"encoding/json"
	"fmt"

	"mahdar/text"
)

// Unmarshal reads one JSON object of the public form. It fails on another
// schema and on any span whose exact words do not stand where it says.
func Unmarshal(line []byte) (*Reading, error) {
	var w wireReading
	if err := json.Unmarshal(line, &w); err != nil {
		return nil, fmt.Errorf("reading is not JSON of the contract: %w", err)
	}
	if w.Schema != Schema {
		return nil, fmt.Errorf("reading has schema %q, this program reads %q", w.Schema, Schema)
	}
	d := &decoder{src: w.Text, off: text.NewOffsets(w.Text)}
	r := d.reading(&w)
	return r, d.err
}

// UnmarshalKept reads what MarshalKept wrote of a reading of src, or what
// Marshal wrote.
func UnmarshalKept(line []byte, src string) (*Reading, error) {
	var w wireReading
	if err := json.Unmarshal(line, &w); err != nil {
		return nil, fmt.Errorf("reading is not JSON as it is kept: %w", err)
	}
	d := &decoder{src: src, kept: true}
	switch w.Schema {
	case kept:
		w.Text = src
	case Schema:
		d = &decoder{src: w.Text, off: text.NewOffsets(w.Text)}
	default:
		return nil, fmt.Errorf("reading has schema %q, this program reads %q", w.Schema, Schema)
	}
	r := d.reading(&w)
	return r, d.err
}

// decoder turns the contract's spans into byte spans and remembers the first
// that does not hold.
type decoder struct {
	src  string
	off  *text.Offsets
	kept bool // for UnmarshalKept
	err  error
}

func (d *decoder) span(s span) text.Span {
	if d.kept {
		if (s.Start < 0 || s.Start > s.End || s.End > len(d.src)) && d.err == nil {
			d.err = fmt.Errorf("span %d-%d is not in the text", s.Start, s.End)
		}
		if d.err != nil {
			return text.Span{}
		}
		return text.Span{Start: s.Start, End: s.End}
	}
	b := d.off.Span(s.Start, s.End)
	if b.In(d.src) != s.Exact && d.err == nil {
		d.err = fmt.Errorf("span %d-%d is not %.40q in the text", s.Start, s.End, s.Exact)
	}
	return b
}

func (d *decoder) opt(s *span) text.Span {
	if s == nil {
		return text.Span{}
	}
	return d.span(*s)
}

func (d *decoder) spans(ss []span) []text.Span { return some(ss, d.span) }

// some maps a slice; an empty one becomes nil.
func some[A, B any](in []A, f func(A) B) []B {
	if len(in) == 0 {
		return nil
	}
	return each(in, f)
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (d *decoder) reading(w *wireReading) *Reading {
	r := &Reading{
		ID: w.ID, Text: w.Text, Title: d.opt(w.Title),
		Source: text.Source{Path: w.Source.Path, URL: w.Source.URL, Canonical: w.Source.Canonical, Outlet: w.Source.Outlet,
			Author: w.Source.Author, Title: w.Source.Title, Format: w.Source.Format, Language: w.Source.Language},
		Published: text.Published{EDTF: value(w.Published.EDTF), Basis: w.Published.Basis, Evidence: d.spans(w.Published.Evidence), Note: w.Published.Note},
		Actors:    some(w.Actors, func(a wireActor) Actor { return Actor(a) }),
		Blocks: some(w.Blocks, func(b wireBlock) Block {
			return Block{d.span(b.span), b.Kind, b.Reason, value(b.Anchor)}
		}),
		Mentions: some(w.Mentions, func(m wireMention) Mention {
			return Mention{d.span(m.span), m.Type, m.Name, value(m.Actor), m.Rule}
		}),
		Dates: some(w.Dates, func(x wireDate) Date {
			return Date{d.span(x.span), value(x.EDTF), x.Form, x.Basis, x.Note, x.Rule}
		}),
		Statements: some(w.Statements, d.statement),
		Meetings:   some(w.Meetings, d.meeting),
		Commitments: some(w.Commitments, func(c wireCommitment) Commitment {
			return Commitment{c.By, c.To, d.spans(c.Content), c.Status, c.AllegedBy, d.spans(c.Condition), c.Deadline, c.Guarantor, c.Rule}
		}),
		Demands: some(w.Demands, func(x wireDemand) Demand {
			return Demand{x.By, x.Of, d.spans(x.Content), x.Answer, x.Manner, x.Rule}
		}),
		Ceasefires: some(w.Ceasefires, func(c wireCeasefire) Ceasefire {
			return Ceasefire{c.Event, orNil(c.Parties), orNil(c.Guarantors), c.Date, c.Place, c.AllegedBy, d.spans(c.Evidence), c.Rule}
		}),
		Figures: some(w.Figures, func(f wireFigure) Figure {
			return Figure{d.span(f.span), f.Min, f.Max, f.Unit, f.Concerns, f.Place, f.Source, f.Rule}
		}),
		Incidents: some(w.Incidents, func(i wireIncident) Incident {
			return Incident{i.Type, i.Mode, i.CAMEO, orNil(i.Actor), orNil(i.Recipient), i.Date, i.Place, i.Weapon, i.Modal, i.Source, d.spans(i.Evidence), i.Rule}
		}),
	}
	if w.Source.Retrieved != nil {
		r.Source.Retrieved = *w.Source.Retrieved
	}
	return r
}

func orNil(s []string) []string {
	if len(s) == 0 {
		return nil
	}
	return s
}

func (d *decoder) statement(s wireStatement) Statement {
	return Statement{ID: s.ID, Content: d.spans(s.Content), Cue: d.opt(s.Cue), Speaker: d.opt(s.Speaker), Name: s.Name, Actor: value(s.Actor), Kind: s.Kind,
		Via:  some(s.Via, func(v wireRelay) Relay { return Relay{v.Name, d.opt(v.Span)} }),
		Mode: s.Mode, Act: s.Act, Modal: s.Modal, Target: s.Target, Venue: s.Venue, Said: value(s.Said), Rule: s.Rule, Entry: s.Entry}
}

func (d *decoder) meeting(m wireMeeting) Meeting {
	return Meeting{Process: value(m.Process), Ordinal: m.Ordinal, Kind: m.Kind, Status: m.Status, Place: m.Place, Start: m.Start, End: m.End, Closed: m.Closed,
		Participants: some(m.Participants, func(p wireParticipant) Participant { return Participant(p) }),
		Agenda:       d.spans(m.Agenda), Outcome: d.spans(m.Outcome), Next: d.spans(m.Next), Evidence: d.spans(m.Evidence), Rule: m.Rule}
}
