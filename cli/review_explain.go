package cli

import (
	"context"
	"encoding/json"
	"fmt"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// decidedLine words a decision as the store keeps it.
func (a *app) decidedLine(d store.Decision) string {
	var x review.Decision
	if json.Unmarshal([]byte(d.Body), &x) != nil || x.Check() != nil {
		return dotted(d.At.Format("2006-01-02"), a.source(d.Who), d.Verb, a.source(d.Body))
	}
	return dotted(x.ID(), a.decisionLine(x))
}

// explainReview tells what holds of a fact after all decisions, where people
// have decided anything: the status, and each corrected value beside what was
// read.
func (a *app) explainReview(ctx context.Context, s store.Store, id record.ID) error {
	v := store.Reviewed(s)
	st, err := v.State(ctx)
	if err != nil {
		return err
	}
	if st.Untouched(id) {
		return nil
	}
	if st.Rejected(id) {
		fmt.Fprintln(a.out, "  "+a.paint(yellow, minutes.Label(a.words(), "rejected-fact")))
		return nil
	}
	if f := onlyFact(ctx, v, id); f != nil && f.Review != nil {
		for _, l := range minutes.Reviewed(f, a.wording()) {
			fmt.Fprintln(a.out, "  "+l)
		}
	}
	return nil
}

// explainResolution tells what people have decided about a disagreement; those
// about which nobody has are open, and it prints nothing.
func (a *app) explainResolution(ctx context.Context, s store.Store, id record.ID) error {
	st, err := store.Reviewed(s).State(ctx)
	if err != nil {
		return err
	}
	r, ok := st.Resolution(id)
	if !ok {
		return nil
	}
	what := minutes.Label(a.words(), "left-open-by")
	switch {
	case len(r.Disputed) > 0:
		what = minutes.Label(a.words(), "disputed-value") + " " + a.joined(r.Disputed)
	case !r.Open:
		what = minutes.Label(a.words(), "resolved-as") + " " + a.source(r.Value)
	}
	fmt.Fprintln(a.out, "  "+dotted(a.paint(green, what), a.joined(r.Coders), a.source(r.Reason)))
	return nil
}
