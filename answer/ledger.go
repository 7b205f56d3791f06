package answer

import (
	"context"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
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
	Kind   string   `json:"kind" doc:"commitment, or another where people have linked it"`
	Status string   `json:"status" doc:"made, kept, breach-alleged, breach-denied; of other kinds act, event or type"`
	Label  string   `json:"status_label"`
	Day    string   `json:"day,omitempty"`
	By     string   `json:"by,omitempty" doc:"Who alleges or denies"`
	Quote  []string `json:"quote" doc:"Letter for letter"`
	Source Source   `json:"source"`
}

// quoteOf are the chief words of a piece of evidence, letter for letter.
func quoteOf(e record.Evidence) []string {
	spans := record.Spans(e.Body)
	switch b := e.Body.(type) {
	case *fact.Statement:
		spans = b.Content
	case *fact.Commitment:
		spans = b.Content
	}
	if out := exact(e.Article.Text, spans); out != nil {
		return out
	}
	return []string{}
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
	threads, byID, err := store.Ledger(ctx, d.opt.Record, fs)
	if err != nil {
		return nil, err
	}
	p, out := d.pen(a.Lang, false), &Page[Thread]{Items: []Thread{}}
	for _, t := range threads {
		x := Thread{ID: t.ID.String(), Steps: []Step{}}
		for _, s := range t.Steps {
			f := byID[s.Fact]
			if f == nil {
				continue
			}
			if x.By == "" {
				x.By = doerOf(f.Evidence[0].Body)
			}
			x.Steps = append(x.Steps, Step{f.ID.String(), f.ID.Kind.String(), s.Status, words(p.lang, s.Status), s.Day, s.By, quoteOf(f.Evidence[0]), sourceOf(f.Evidence[0].Article)})
		}
		out.Items = append(out.Items, x)
	}
	out.Next = cursorOf(next, asked)
	return out, nil
}
