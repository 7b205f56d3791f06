package answer

import (
	"context"
	"strconv"
	"time"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Value is what some accounts say of one side of a fact.
type Value struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty" doc:"The value in the language asked for, where it is a word of the contract"`
	From  []int  `json:"from" doc:"Which pieces of evidence say so, counted from 0"`
}

// Words are verbatim words of one piece of evidence.
type Words struct {
	Span
	From int `json:"from" doc:"Which piece of evidence, counted from 0"`
}

// Participant is somebody of whom some account says that he was to be there.
type Participant struct {
	Party
	Role       []Value `json:"role,omitempty" doc:"party, guarantor, mediator, host, observer, head, sponsor"`
	Attendance []Value `json:"attendance,omitempty" doc:"attended, expected, boycotted, late, absent, withdrew, refused"`
	Size       []Value `json:"size,omitempty"`
	Head       []Value `json:"head,omitempty"`
	Reason     []Value `json:"reason,omitempty" doc:"Given for staying away"`
}

// Meeting is a meeting with its accounts side by side. Where they differ a side
// has several values, that with the earliest evidence first; nothing is decided.
type Meeting struct {
	Line
	Ordinal      int           `json:"ordinal,omitempty"`
	MeetingKind  []Value       `json:"meeting_kind,omitempty" doc:"round, session, bilateral, conference, visit, call"`
	Status       []Value       `json:"status,omitempty" doc:"planned, opened, ongoing, concluded, collapsed, postponed, cancelled"`
	Latest       string        `json:"latest_status,omitempty" doc:"The status of the latest account"`
	Place        []Value       `json:"place,omitempty"`
	Start        []Value       `json:"start,omitempty" doc:"EDTF"`
	End          []Value       `json:"end,omitempty" doc:"EDTF"`
	Participants []Participant `json:"participants"`
	Agenda       []Words       `json:"agenda,omitempty"`
	Outcome      []Words       `json:"outcome,omitempty"`
	After        []Words       `json:"next,omitempty" doc:"What is said of the next meeting"`
}

// Meetings answers with meetings, planned ones among them.
func (d *Desk) Meetings(ctx context.Context, a Ask) (*Page[Meeting], error) {
	return list(ctx, d, record.Meetings, a, (*pen).meeting)
}

func (p *pen) meeting(f *record.Fact) Meeting {
	m := record.MergeMeeting(f)
	out := Meeting{Line: p.line(f), Ordinal: f.Ordinal, Latest: m.Status.Latest(), Participants: []Participant{},
		MeetingKind: p.values(m.Kind, true), Status: p.values(m.Status, true), Place: p.values(m.Place, false), Start: p.values(m.Start, false), End: p.values(m.End, false)}
	for _, x := range m.Participants {
		out.Participants = append(out.Participants, Participant{partyOf(x.Actor, x.Name), p.values(x.Role, true), p.values(x.Attendance, true),
			p.values(x.Size, false), p.values(x.Head, false), p.values(x.Reason, false)})
	}
	for i, e := range f.Evidence {
		b, ok := e.Body.(*fact.Meeting)
		if !ok {
			continue
		}
		out.Agenda = p.more(out.Agenda, e.Article, b.Agenda, i)
		out.Outcome = p.more(out.Outcome, e.Article, b.Outcome, i)
		out.After = p.more(out.After, e.Article, b.Next, i)
	}
	return out
}

func (p *pen) values(s record.Slot, keyed bool) []Value {
	var out []Value
	for _, v := range s {
		x := Value{Value: v.Value, From: v.From}
		if keyed {
			x.Label = words(p.lang, v.Value)
		}
		out = append(out, x)
	}
	return out
}

// more adds words that do not stand there yet.
func (p *pen) more(to []Words, a *record.Article, spans []text.Span, from int) []Words {
next:
	for _, s := range p.spans(a, spans) {
		for _, w := range to {
			if w.Exact == s.Exact {
				continue next
			}
		}
		to = append(to, Words{s, from})
	}
	return to
}

// Around is what stands near a meeting.
type Around struct {
	Previous      string         `json:"previous,omitempty" doc:"Id of the meeting before it in its talks"`
	Following     string         `json:"following,omitempty" doc:"Id of the meeting after it"`
	Before        []Incident     `json:"incidents_before,omitempty" doc:"In the ten days before, eight at most"`
	During        []Incident     `json:"incidents_during,omitempty"`
	After         []Incident     `json:"incidents_after,omitempty"`
	Disagreements []Disagreement `json:"disagreements,omitempty"`
	Maybe         []Tie          `json:"ties,omitempty" doc:"Meetings that are one with it, or may be"`
}

// MeetingPage is one meeting with what was said and done around it.
type MeetingPage struct {
	Meeting
	Around      Around       `json:"around"`
	Statements  []Statement  `json:"statements" doc:"The first of what was said around it; the list of statements has all, filtered by meeting"`
	Commitments []Commitment `json:"commitments"`
	Demands     []Demand     `json:"demands"`
	Ceasefires  []Ceasefire  `json:"ceasefires"`
	Figures     []Figure     `json:"figures"`
}

// Bounds of what one meeting shows.
const (
	aroundDays    = 10
	mostIncidents = 8
	mostQuarrels  = 10
	wholeEvidence = 60 // pieces of evidence of a single fact
	mostNear      = 40 // meetings among which the neighbours are sought
)

// Meeting is one meeting; limit bounds each list in it.
func (d *Desk) Meeting(ctx context.Context, id string, a Ask) (*MeetingPage, error) {
	if err := a.normal(); err != nil {
		return nil, err
	}
	mid, err := idOf("id", id, record.Meetings)
	if err != nil {
		return nil, err
	}
	f, err := d.one(ctx, mid, wholeEvidence)
	if err != nil {
		return nil, err
	}
	out := &MeetingPage{Meeting: d.pen(a.Lang, a.Raw).meeting(f)}
	in := Ask{Lang: a.Lang, About: id, Limit: a.Limit, Evidence: a.Evidence, Raw: a.Raw}
	if out.Statements, err = items(d.Statements(ctx, in)); err != nil {
		return nil, err
	}
	if out.Commitments, err = items(d.Commitments(ctx, in)); err != nil {
		return nil, err
	}
	if out.Demands, err = items(d.Demands(ctx, in)); err != nil {
		return nil, err
	}
	if out.Ceasefires, err = items(d.Ceasefires(ctx, in)); err != nil {
		return nil, err
	}
	if out.Figures, err = items(d.Figures(ctx, in)); err != nil {
		return nil, err
	}
	return out, d.around(ctx, f, &out.Around, a)
}

func items[T any](p *Page[T], err error) ([]T, error) {
	if err != nil {
		return nil, err
	}
	return p.Items, nil
}

func (d *Desk) around(ctx context.Context, f *record.Fact, out *Around, a Ask) (err error) {
	if err := d.incidents(ctx, f, out, a); err != nil {
		return err
	}
	q := store.Query{Kind: record.Meetings, Process: &f.Process, Limit: mostNear, Most: 1}
	if day, err := time.Parse(time.DateOnly, f.First); err == nil && f.Ordinal == 0 {
		q.From, q.To = day.AddDate(0, -3, 0).Format(time.DateOnly), day.AddDate(0, 3, 0).Format(time.DateOnly)
	}
	var near []*record.Fact
	for m, err := range d.opt.Record.Facts(ctx, q) {
		if err != nil {
			return err
		}
		near = append(near, m)
	}
	before, after := record.Neighbours(f, near)
	out.Previous, out.Following = before.String(), after.String()
	for x, err := range d.opt.Record.Disagreements(ctx, store.Query{About: f.ID}) {
		if err != nil {
			return err
		}
		v, err := d.disagreement(ctx, d.pen(a.Lang, false), x, false)
		if err != nil {
			return err
		}
		if out.Disagreements = append(out.Disagreements, v); len(out.Disagreements) == mostQuarrels {
			break
		}
	}
	out.Maybe, err = d.ties(ctx, f.ID, a)
	return err
}

// incidents are those in the days before, during and after a meeting with a day.
func (d *Desk) incidents(ctx context.Context, f *record.Fact, out *Around, a Ask) error {
	last := f.Last
	if last == "" {
		last = f.First
	}
	from, err := time.Parse(time.DateOnly, f.First)
	to, err2 := time.Parse(time.DateOnly, last)
	if err != nil || err2 != nil || to.Sub(from) > 40*24*time.Hour {
		return nil
	}
	day := func(t time.Time, n int) string { return t.AddDate(0, 0, n).Format(time.DateOnly) }
	for _, x := range []struct {
		from, to string
		into     *[]Incident
	}{{day(from, -aroundDays), day(from, -1), &out.Before}, {f.First, last, &out.During}, {day(to, 1), day(to, aroundDays), &out.After}} {
		if *x.into, err = items(d.Incidents(ctx, Ask{Lang: a.Lang, From: x.from, To: x.to, Limit: mostIncidents, Evidence: a.Evidence, Raw: a.Raw})); err != nil {
			return err
		}
	}
	return nil
}

// Tie is another fact that one is tied to.
type Tie struct {
	ID     string `json:"id"`
	Same   bool   `json:"same" doc:"They are one fact; else they may be, which a person decides"`
	Reason string `json:"reason"`
	Label  string `json:"label" doc:"The reason in the language asked for"`
	Detail string `json:"detail,omitempty" doc:"The words, office or day that they share"`
}

const mostTies = 20

func (d *Desk) ties(ctx context.Context, id record.ID, a Ask) ([]Tie, error) {
	ts, err := d.opt.Record.Ties(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []Tie
	for _, t := range ts {
		other := t.A
		if other == id {
			other = t.B
		}
		if other != id && len(out) < mostTies {
			out = append(out, Tie{other.String(), t.Same, t.Reason, words(a.Lang, "tie-"+t.Reason), t.Detail})
		}
	}
	return out, nil
}

// title is «Round 3 · Marsa».
func title(p *pen, f *record.Fact) string {
	m := record.MergeMeeting(f)
	kind := m.Kind.One()
	if kind == "" {
		kind = "meeting"
	}
	out := words(p.lang, kind)
	if f.Ordinal > 0 {
		if kind == "round" {
			out = words(p.lang, "nth-round")
		}
		out += " " + strconv.Itoa(f.Ordinal)
	}
	if place := m.Place.One(); place != "" {
		out += " · " + place
	}
	return out
}
