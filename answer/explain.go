package answer

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"mahdar/record"
	"mahdar/store"
)

// Explanation is what a fact rests on.
type Explanation struct {
	Line
	Sentences     []Sentence        `json:"sentences" doc:"Each piece of evidence in its sentence"`
	Origin        *Origin           `json:"origin,omitempty" doc:"Where words come from that several outlets carry"`
	Ties          []Tie             `json:"ties,omitempty" doc:"Facts that are one with it, or may be"`
	Disagreements []Disagreement    `json:"disagreements,omitempty" doc:"Where accounts of it differ"`
	Corrections   []Correction      `json:"corrections,omitempty" doc:"What people have set, beside what had been read"`
	Decisions     []Decision        `json:"decisions,omitempty" doc:"What people have decided on it, in their order"`
	Days          map[string]*Bound `json:"days,omitempty" doc:"By article: how its day followed from other articles"`
	Disagreement  *Disagreement     `json:"disagreement,omitempty" doc:"For the id of a disagreement: the disagreement"`
}

// Sentence is a piece of evidence in its sentence.
type Sentence struct {
	Article string   `json:"article"`
	Around  string   `json:"sentence" doc:"The sentence around the chief words, blanks and line breaks evened"`
	Rule    string   `json:"rule,omitempty"`
	Entries []string `json:"entries,omitempty" doc:"The lexicon entries behind it"`
}

// Origin is where words come from.
type Origin struct {
	Earliest *int     `json:"earliest,omitempty" doc:"Which piece of evidence came first, counted from 0; absent where no day tells"`
	Agency   string   `json:"agency,omitempty" doc:"That every chain of attribution leads to"`
	Outlets  []string `json:"outlets" doc:"That carry it"`
}

// Correction is one side of a fact that people have set, or differ about.
type Correction struct {
	Slot     string   `json:"slot"`
	Read     string   `json:"read" doc:"What the reader found"`
	Value    string   `json:"value" doc:"What holds"`
	Coder    string   `json:"coder,omitempty"`
	Reason   string   `json:"reason,omitempty"`
	Disputed []string `json:"disputed,omitempty" doc:"Values that coders who differ have given it"`
}

// Decision is what somebody decided.
type Decision struct {
	At     string          `json:"at" doc:"RFC 3339"`
	Who    string          `json:"who"`
	Verb   string          `json:"verb"`
	Detail json.RawMessage `json:"detail,omitempty" doc:"The decision as it is kept"`
}

// Explain says what a fact of any kind rests on: sentences, rules, lexicon
// entries, reasons for days, ties, disagreements, decisions.
func (d *Desk) Explain(ctx context.Context, id string, a Ask) (*Explanation, error) {
	if err := a.normal(); err != nil {
		return nil, err
	}
	fid, err := record.ParseID(id)
	if err != nil {
		return nil, wrong("id", "id: %v; ids stand in every list, as id", err)
	}
	if fid.Kind == record.Disagreements {
		return d.explainQuarrel(ctx, fid, a)
	}
	f, err := d.one(ctx, fid, wholeEvidence)
	if err != nil {
		return nil, err
	}
	p := d.pen(a.Lang, true)
	out := &Explanation{Line: p.line(f), Sentences: []Sentence{}}
	out.reviewed(f)
	if out.Days, err = d.sentences(ctx, f, out); err != nil {
		return nil, err
	}
	if o := record.Trace(f, nil); len(o.Outlets) > 1 || o.Agency != "" {
		out.Origin = &Origin{Agency: o.Agency, Outlets: o.Outlets}
		if o.Earliest >= 0 {
			out.Origin.Earliest = &o.Earliest
		}
	}
	if out.Ties, err = d.ties(ctx, f.ID, a); err != nil {
		return nil, err
	}
	for x, err := range d.opt.Record.Disagreements(ctx, store.Query{About: f.ID}) {
		if err != nil {
			return nil, err
		}
		v, err := d.disagreement(ctx, p, x, false)
		if err != nil {
			return nil, err
		}
		if out.Disagreements = append(out.Disagreements, v); len(out.Disagreements) == mostQuarrels {
			break
		}
	}
	out.Decisions, err = d.decisions(ctx, f.ID)
	return out, err
}

func (d *Desk) explainQuarrel(ctx context.Context, id record.ID, a Ask) (*Explanation, error) {
	q, err := d.Disagreement(ctx, id.String(), a)
	if err != nil {
		return nil, err
	}
	out := &Explanation{Line: Line{ID: q.ID, Kind: id.Kind.String(), Words: q.SlotLabel + " · " + q.TypeLabel, Link: q.Link, Evidence: []Evidence{}}, Sentences: []Sentence{}, Disagreement: q}
	out.Decisions, err = d.decisions(ctx, id)
	return out, err
}

func (out *Explanation) reviewed(f *record.Fact) {
	if f.Review == nil {
		return
	}
	for _, s := range f.Review.Slots {
		out.Corrections = append(out.Corrections, Correction{s.Slot, s.Read, s.Value, s.Coder, s.Reason, s.Disputed})
	}
}

// sentences adds every piece of evidence in its sentence, and returns how the
// days of those articles followed that tell none.
func (d *Desk) sentences(ctx context.Context, f *record.Fact, out *Explanation) (map[string]*Bound, error) {
	days := map[string]*Bound{}
	for _, e := range f.Evidence {
		s := Sentence{Article: e.Article.ID, Rule: record.RuleOf(e.Body)}
		if spans := record.Spans(e.Body); len(spans) > 0 {
			s.Around = record.Around(e.Article.Text, spans[0])
		}
		if d.opt.Entries != nil {
			s.Entries = d.opt.Entries(e.Article.Text, e.Body)
		}
		out.Sentences = append(out.Sentences, s)
		if _, asked := days[e.Article.ID]; asked || e.Article.Published.Basis != "inferred" {
			continue
		}
		b, err := d.bound(ctx, e.Article.ID)
		if err != nil {
			return nil, err
		}
		if b != nil {
			days[e.Article.ID] = b
		}
	}
	if len(days) == 0 {
		return nil, nil
	}
	return days, nil
}

func (d *Desk) decisions(ctx context.Context, id record.ID) ([]Decision, error) {
	ds, err := d.opt.Record.Decisions(ctx, id)
	if err != nil && !errors.Is(err, store.ErrUnknown) {
		return nil, err
	}
	var out []Decision
	for _, x := range ds {
		v := Decision{At: x.At.UTC().Format(time.RFC3339), Who: x.Who, Verb: x.Verb}
		if json.Valid([]byte(x.Body)) {
			v.Detail = json.RawMessage(x.Body)
		}
		out = append(out, v)
	}
	return out, nil
}
