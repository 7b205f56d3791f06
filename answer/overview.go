package answer

import (
	"context"

	"mahdar/minutes"
	"mahdar/record"
)

// Process is talks that facts belong to.
type Process struct {
	Key   string `json:"key" doc:"For filters; - for meetings outside any talks"`
	Name  string `json:"name"`
	Facts int    `json:"facts"`
	First string `json:"first,omitempty" doc:"The earliest day of its facts"`
}

// Processes answers with all talks of the record.
func (d *Desk) Processes(ctx context.Context, l minutes.Lang) ([]Process, error) {
	ps, err := d.opt.Record.Processes(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Process, 0, len(ps))
	for _, p := range ps {
		key := p.Key
		if key == "" {
			key = NoTalks
		}
		out = append(out, Process{key, d.talksName(p.Key, l), p.Facts, p.First})
	}
	return out, nil
}

// ProcessPage is talks with their first meetings and what stands open.
type ProcessPage struct {
	Process
	Meetings      []Meeting      `json:"meetings" doc:"The first; the list of meetings has all, filtered by process"`
	Commitments   []Commitment   `json:"commitments"`
	Ceasefires    []Ceasefire    `json:"ceasefires"`
	Disagreements []Disagreement `json:"disagreements"`
}

// Process is the talks of one key.
func (d *Desk) Process(ctx context.Context, key string, a Ask) (*ProcessPage, error) {
	if err := a.normal(); err != nil {
		return nil, err
	}
	ps, err := d.Processes(ctx, a.Lang)
	if err != nil {
		return nil, err
	}
	for _, p := range ps {
		if p.Key != key {
			continue
		}
		out := &ProcessPage{Process: p}
		in := Ask{Lang: a.Lang, Process: key, Limit: a.Limit, Evidence: a.Evidence, Raw: a.Raw}
		if out.Meetings, err = items(d.Meetings(ctx, in)); err != nil {
			return nil, err
		}
		if out.Commitments, err = items(d.Commitments(ctx, in)); err != nil {
			return nil, err
		}
		if out.Ceasefires, err = items(d.Ceasefires(ctx, in)); err != nil {
			return nil, err
		}
		in.Limit = min(in.Limit, mostQuarrels)
		out.Disagreements, err = items(d.Disagreements(ctx, in))
		return out, err
	}
	return nil, missing("key", "there are no talks of the key %q in the record; the list of processes has all keys", clip(key))
}

// Status is what a record holds.
type Status struct {
	Articles      int            `json:"articles"`
	Undated       int            `json:"undated" doc:"Articles whose day nothing tells"`
	Facts         map[string]int `json:"facts" doc:"By kind"`
	Disagreements int            `json:"disagreements"`
	Decisions     int            `json:"decisions"`
	First         string         `json:"first,omitempty" doc:"Days of publication"`
	Last          string         `json:"last,omitempty"`
	Readers       map[string]int `json:"readers" doc:"Articles by the version that read them"`
}

// Status counts what the record holds.
func (d *Desk) Status(ctx context.Context) (*Status, error) {
	c, err := d.opt.Record.Counts(ctx)
	if err != nil {
		return nil, err
	}
	out := &Status{Articles: c.Articles, Undated: c.Undated, Facts: map[string]int{}, Disagreements: c.Disagreements, Decisions: c.Decisions, First: c.First, Last: c.Last, Readers: c.Readers}
	for _, k := range record.Kinds() {
		out.Facts[k.String()] = c.Of(k)
	}
	return out, nil
}

// Overview is what the front page shows.
type Overview struct {
	Status    Status         `json:"status"`
	Processes []Process      `json:"processes"`
	Newest    []Article      `json:"newest" doc:"The latest articles"`
	Open      []Disagreement `json:"open" doc:"The first disagreements"`
}

// Overview is what the record holds, its talks, the newest and what is open.
func (d *Desk) Overview(ctx context.Context, l minutes.Lang) (*Overview, error) {
	in := Ask{Lang: l}
	if err := in.normal(); err != nil {
		return nil, err
	}
	l = in.Lang
	st, err := d.Status(ctx)
	if err != nil {
		return nil, err
	}
	out := &Overview{Status: *st}
	if out.Processes, err = d.Processes(ctx, l); err != nil {
		return nil, err
	}
	const few = 6
	if out.Newest, err = d.newest(ctx, few); err != nil {
		return nil, err
	}
	out.Open, err = items(d.Disagreements(ctx, Ask{Lang: l, Limit: few}))
	return out, err
}
