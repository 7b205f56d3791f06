package web

import (
	"context"
	"errors"
	"strings"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// dispute is a disagreement as pages show it, its positions side by side.
type dispute struct {
	ID, Type, Slot, Of string
	Subject            party // a meeting; Name is its title
	Positions          []position
	Hidden             int // positions that are not shown
	Held               *held
}

type position struct {
	Stance string // of few: the claim, the denial; "" where Show tells it
	Show   string
	Day    string // EDTF, where the slot is a day
	Claims []holding
	Others int
}

// holding is one claim: who holds it, where it is told, in which words.
type holding struct {
	Name  string
	Quote string
	cite
	From, To int // bytes of the article
}

// Bounds of what a list shows of one disagreement.
const (
	mostPositions = 4
	mostHoldings  = 3
)

// disputes words disagreements, with the words of the articles.
func (s *Server) disputes(ctx context.Context, l minutes.Lang, ds []*record.Disagreement) ([]dispute, error) {
	arts := map[string]*record.Article{}
	var out []dispute
	for _, d := range ds {
		x := dispute{ID: d.ID.String(), Type: d.Type, Slot: string(d.Slot), Of: clean(d.Of)}
		if strings.Contains(x.Of, ":") || strings.HasPrefix(x.Of, "a") && len(x.Of) == 13 {
			x.Of = "" // an id, which says nothing to a reader
		}
		if x.Of == "start" || x.Of == "end" {
			x.Of = word(l, x.Of)
		}
		if d.Subject.Kind == record.Meetings {
			f, err := s.oneOf(ctx, store.Query{Kind: d.Subject.Kind, ID: d.Subject, Most: 2})
			if err == nil {
				x.Subject = party{meetingTitle(l, record.MergeMeeting(f)), f.ID.String()}
			} else if !errors.Is(err, errNoFact) {
				return nil, err
			}
		}
		for i, p := range d.Positions {
			if i == mostPositions {
				x.Hidden = len(d.Positions) - mostPositions
				break
			}
			y := position{Stance: minutes.Stance(l, d.Slot, p.Value), Show: shorten(clean(p.Show), 200)}
			if d.Slot == record.SlotDate {
				y.Day = p.Value
			}
			for j, c := range p.Claims {
				if j == mostHoldings {
					y.Others = len(p.Claims) - mostHoldings
					break
				}
				a, ok := arts[c.Article]
				if !ok {
					var err error
					if a, err = s.opt.Record.Article(ctx, c.Article); err != nil && !errors.Is(err, store.ErrUnknown) {
						return nil, err
					}
					arts[c.Article] = a
				}
				if a == nil {
					continue
				}
				h := holding{Name: clean(c.Name), cite: citeOf(a, ""), From: c.Span.Start, To: c.Span.End}
				h.Quote = shorten(clean(record.Around(a.Text, text.Span{Start: c.Span.Start, End: min(c.Span.End, len(a.Text))})), 240)
				y.Claims = append(y.Claims, h)
			}
			x.Positions = append(x.Positions, y)
		}
		var err error
		if x.Held, err = s.heldOf(ctx, l, d); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

type disputesPage struct {
	List  []dispute
	Pager pager
	Talks []store.Process
	Key   string
	All   bool
}

func (s *Server) showDisagreements(v *visit) error {
	q := store.Query{}
	p := disputesPage{All: true}
	if v.URL.Query().Has("talks") {
		p.Key, p.All = v.URL.Query().Get("talks"), false
		q.Process = &p.Key
	}
	ds, pg, err := s.pagedDisputes(v, q, "list", 10)
	if err != nil {
		return err
	}
	p.Pager = pg
	if p.List, err = s.disputes(v.ctx(), v.lang, ds); err != nil {
		return err
	}
	if p.Talks, err = s.processes(v); err != nil {
		return err
	}
	return s.render(v, 200, "disagreements", titleKey("disagreements"), p)
}

func (s *Server) pagedDisputes(v *visit, q store.Query, name string, size int) ([]*record.Disagreement, pager, error) {
	return part(v, name, size, func(t turn, n int) ([]*record.Disagreement, error) {
		q.After, q.Back, q.Limit = t.after, t.back, n
		var out []*record.Disagreement
		for d, err := range s.opt.Record.Disagreements(v.ctx(), q) {
			if err != nil {
				return nil, err
			}
			out = append(out, d)
		}
		return out, nil
	}, func(d *record.Disagreement) string { return d.At })
}

// processes are the talks to choose from, as the overview has them.
func (s *Server) processes(v *visit) ([]store.Process, error) {
	o, err := s.current(v)
	if err != nil {
		return nil, err
	}
	var out []store.Process
	for _, t := range o.Talks {
		out = append(out, t.Process)
	}
	return append(out, o.Rest...), nil
}
