package answer

import (
	"context"
	"errors"
	"strings"

	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Disagreement is one side of a fact of which accounts cannot all be true, or
// blame on both sides. It is open until a person decides.
type Disagreement struct {
	ID        string     `json:"id"`
	Type      string     `json:"type" doc:"differs, blame, denial, changed"`
	TypeLabel string     `json:"type_label"`
	Slot      string     `json:"slot" doc:"ordinal, date, place, attendance, reason, outcome, figure, began, blame, denial, position"`
	SlotLabel string     `json:"slot_label"`
	Of        string     `json:"of,omitempty" doc:"Whose, where the slot is there for each of several"`
	Subject   Party      `json:"subject" doc:"The fact that it is about"`
	Positions []Position `json:"positions" doc:"The values with those who hold them, none preferred"`
	More      int        `json:"more,omitempty" doc:"Positions that are not shown; the disagreement by itself has up to 50"`
	Link      string     `json:"link,omitempty" doc:"Its page"`
}

// Position is one value with those who hold it.
type Position struct {
	Value  string  `json:"value" doc:"For comparing"`
	Words  string  `json:"words" doc:"The value as the source words it"`
	Claims []Claim `json:"claims"`
	More   int     `json:"more,omitempty" doc:"Claims that are not shown"`
}

// Claim is somebody's word for a value.
type Claim struct {
	Holder  Party  `json:"holder" doc:"Who says so; an empty name is the article's own voice"`
	Against Party  `json:"against,omitzero" doc:"Whom it accuses or contradicts"`
	Day     string `json:"day,omitempty"`
	Span    Span   `json:"span"`
	Around  string `json:"sentence" doc:"The sentence around it, blanks and line breaks evened"`
	Source  Source `json:"source"`
}

// Bounds of what is shown of one disagreement: in a list, and by itself.
const (
	fewPositions, fewClaims   = 4, 3
	mostPositions, mostClaims = 50, 8
)

// Disagreements answers with where accounts differ.
func (d *Desk) Disagreements(ctx context.Context, a Ask) (*Page[Disagreement], error) {
	q, _, err := d.query(ctx, record.Disagreements, &a)
	if err != nil {
		return nil, err
	}
	if !q.Actor.IsZero() || q.Article != "" {
		return nil, wrong("actor", "disagreements are found by process, days, meeting and type; leave actor and article out")
	}
	asked := a.question("disagreement")
	mark, err := markOf(a.Cursor, asked)
	if err != nil {
		return nil, err
	}
	q.After = mark
	p, out, last := d.pen(a.Lang, false), &Page[Disagreement]{Items: []Disagreement{}}, ""
	for x, err := range d.opt.Record.Disagreements(ctx, q) {
		if err != nil {
			return nil, atPlace(err, mark)
		}
		if a.Type != "" && !strings.EqualFold(x.Type, a.Type) {
			continue
		}
		if len(out.Items) == a.Limit {
			out.Next = cursorOf(last, asked)
			break
		}
		v, err := d.disagreement(ctx, p, x, false)
		if err != nil {
			return nil, err
		}
		out.Items, last = append(out.Items, v), x.At
	}
	if len(out.Items) == 0 && a.Cursor == "" {
		out.Note, err = d.why(ctx, &a)
	}
	return out, err
}

// Disagreement is one of them.
func (d *Desk) Disagreement(ctx context.Context, id string, a Ask) (*Disagreement, error) {
	if err := a.normal(); err != nil {
		return nil, err
	}
	qid, err := idOf("id", id, record.Disagreements)
	if err != nil {
		return nil, err
	}
	for x, err := range d.opt.Record.Disagreements(ctx, store.Query{ID: qid}) {
		if err != nil {
			return nil, err
		}
		v, err := d.disagreement(ctx, d.pen(a.Lang, false), x, true)
		return &v, err
	}
	return nil, missing("id", "there is no disagreement of the id %s in the record; what later articles say may have ended it", id)
}

func (d *Desk) disagreement(ctx context.Context, p *pen, x *record.Disagreement, whole bool) (Disagreement, error) {
	positions, claims := fewPositions, fewClaims
	if whole {
		positions, claims = mostPositions, mostClaims
	}
	out := Disagreement{ID: x.ID.String(), Type: x.Type, TypeLabel: words(p.lang, "quarrel-"+x.Type), Slot: string(x.Slot), SlotLabel: words(p.lang, "slot-"+string(x.Slot)), Of: x.Of,
		Subject: Party{ID: x.Subject.String()}, Link: d.link(x.ID, p.lang)}
	if x.Subject.Kind == record.Meetings {
		f, err := d.one(ctx, x.Subject, usualEvidence)
		var none *Fault
		switch {
		case err == nil:
			out.Subject = Party{title(p, f), f.ID.String()}
		case !errors.As(err, &none):
			return out, err
		}
	}
	arts := map[string]*record.Article{}
	for i, pos := range x.Positions {
		if i == positions {
			out.More = len(x.Positions) - positions
			break
		}
		v := Position{Value: pos.Value, Words: pos.Show, Claims: []Claim{}}
		for _, c := range pos.Claims {
			if len(v.Claims) == claims {
				v.More++
				continue
			}
			a, err := d.article(ctx, c.Article, arts)
			if err != nil {
				return out, err
			}
			if a == nil {
				continue
			}
			s := text.Span{Start: c.Span.Start, End: min(c.Span.End, len(a.Text))}
			v.Claims = append(v.Claims, Claim{Holder: Party{c.Name, c.Holder.String()}, Against: Party{c.Target, c.Against.String()}, Day: c.Day,
				Span: p.span(a, s), Around: record.Around(a.Text, s), Source: sourceOf(a)})
		}
		out.Positions = append(out.Positions, v)
	}
	return out, nil
}

// article reads an article once; nil where the record has it no more.
func (d *Desk) article(ctx context.Context, id string, have map[string]*record.Article) (*record.Article, error) {
	if a, ok := have[id]; ok {
		return a, nil
	}
	a, err := d.opt.Record.Article(ctx, id)
	if err != nil && !errors.Is(err, store.ErrUnknown) {
		return nil, err
	}
	if err != nil {
		a = nil
	}
	have[id] = a
	return a, nil
}
