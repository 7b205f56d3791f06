package answer

import (
	"context"

	"mahdar/record"
)

// Thread is an undertaking and what was said of it later.
type Thread struct {
	ID    string `json:"id" doc:"Of the earliest fact in it"`
	By    string `json:"by"`
	Steps []Step `json:"steps" doc:"In order of time"`
}

// Step is one fact of a thread.
type Step struct {
	Fact   string   `json:"fact"`
	Status string   `json:"status" doc:"made, kept, breach-alleged, breach-denied"`
	Label  string   `json:"status_label"`
	Day    string   `json:"day,omitempty"`
	By     string   `json:"by,omitempty" doc:"Who alleges or denies"`
	Quote  []string `json:"quote" doc:"Letter for letter"`
	Source Source   `json:"source"`
}

// Ledger joins undertakings with what is said of keeping them. Each part of the
// list is joined by itself.
func (d *Desk) Ledger(ctx context.Context, a Ask) (*Page[Thread], error) {
	q, keep, err := d.query(ctx, record.Commitments, &a)
	if err != nil {
		return nil, err
	}
	asked := a.question("ledger")
	mark, err := markOf(a.Cursor, asked)
	if err != nil {
		return nil, err
	}
	fs, next, err := d.gather(ctx, q, keep, a.Limit, mark)
	if err != nil {
		return nil, err
	}
	p, byID, out := d.pen(a.Lang, false), map[record.ID]*record.Fact{}, &Page[Thread]{Items: []Thread{}}
	for _, f := range fs {
		byID[f.ID] = f
	}
	for _, t := range record.Threads(fs) {
		x := Thread{ID: t.ID.String()}
		for _, s := range t.Steps {
			f := byID[s.Fact]
			if f == nil {
				continue
			}
			c := p.commitment(f)
			x.By = c.By
			x.Steps = append(x.Steps, Step{c.ID, c.Status, c.StatusLabel, s.Day, s.By, c.Quote, sourceOf(f.Evidence[0].Article)})
		}
		out.Items = append(out.Items, x)
	}
	out.Next = cursorOf(next, asked)
	return out, nil
}
