package export

import (
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// death is what one article says of those killed in an incident.
type death struct {
	Min, Max  *int64
	Civilians bool
	Source    string // who counts, "" for the article itself
	Article   *record.Article
}

// toll is what the articles say of those killed in an incident: the figures of
// dead in the sentences that tell it. Where the same sentences tell of another
// attack, only figures inside of the incident's own words count.
func (j *job) toll(f *record.Fact) ([]death, error) {
	var out []death
	for _, e := range f.Evidence {
		a := e.Article
		own := extent(record.Spans(e.Body))
		at := passage(a.Text, own)
		shared, err := j.shared(f, a, at)
		if err != nil {
			return nil, err
		}
		for g, err := range j.src.Facts(j.ctx, store.Query{Kind: record.Figures, Article: a.ID}) {
			if err != nil {
				return nil, err
			}
			for _, ev := range g.Evidence {
				b, ok := ev.Body.(*fact.Figure)
				if !ok || ev.Article.ID != a.ID || b.Unit != "killed" || !at.Contains(b.Span) || shared && !own.Contains(b.Span) {
					continue
				}
				out = append(out, death{b.Min, b.Max, strings.Contains(b.Concerns, "civilian"), b.Source, a})
			}
		}
	}
	return out, nil
}

// shared reports whether another attack is told in the passage.
func (j *job) shared(f *record.Fact, a *record.Article, at text.Span) (bool, error) {
	for g, err := range j.src.Facts(j.ctx, store.Query{Kind: record.Incidents, Article: a.ID}) {
		if err != nil {
			return false, err
		}
		if g.ID == f.ID {
			continue
		}
		for _, ev := range g.Evidence {
			if b, ok := ev.Body.(*fact.Incident); ok && ev.Article.ID == a.ID && b.Type == "ASSAULT" && extent(b.Evidence).Overlaps(at) {
				return true, nil
			}
		}
	}
	return false, nil
}

// tally is the toll as UCDP has it: the earliest count (its lower bound where it
// is a range), the lowest and the highest of all; nil for what nobody tells.
type tally struct {
	Best, Low, High *int64
	Civilians       bool // the best count is of civilians
}

func count(ds []death) (t tally) {
	open := false
	for _, d := range ds {
		if d.Min != nil && t.Best == nil {
			t.Best, t.Civilians = d.Min, d.Civilians
		}
		if d.Min != nil && (t.Low == nil || *d.Min < *t.Low) {
			t.Low = d.Min
		}
		switch {
		case d.Max == nil:
			open = true // «more than»
		case t.High == nil || *d.Max > *t.High:
			t.High = d.Max
		}
	}
	if open {
		t.High = nil
	}
	return t
}
