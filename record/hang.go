package record

import (
	"mahdar/fact"
	"mahdar/text"
)

// hang dates what an article tells of «today», «yesterday» and «tomorrow» by
// the bound of its own day.
func hang(r *fact.Reading, fs []Finding, b Bound) {
	for i := range fs {
		f := &fs[i]
		if f.First != "" || f.Last != "" || f.Fact.Kind == Actors {
			continue
		}
		shift, ok := shiftOf(r, f.Body)
		if !ok {
			continue
		}
		if b.First != "" {
			f.First = addDays(b.First, shift)
		}
		if b.Last != "" {
			f.Last = addDays(b.Last, shift)
		}
	}
}

// shiftOf is how many days after the article's own a finding is told to be.
func shiftOf(r *fact.Reading, body any) (int, bool) {
	var forms []string
	var spans []text.Span
	switch v := body.(type) {
	case *fact.Meeting:
		forms, spans = []string{v.Start, v.End}, v.Evidence
	case *fact.Statement:
		forms = []string{v.Said}
	case *fact.Incident:
		forms, spans = []string{v.Date}, v.Evidence
	case *fact.Ceasefire:
		forms, spans = []string{v.Date}, v.Evidence
	}
	for _, f := range forms {
		if shift, ok := relative(f); ok {
			return shift, true
		}
	}
	for _, shift := range []int{0, -1, 1} {
		if _, ok := shiftIn(r, spans, shift); ok {
			return shift, true
		}
	}
	return 0, false
}
