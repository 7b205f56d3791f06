package cli

import (
	"context"
	"fmt"
	"unicode/utf8"

	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// decisionLine words a decision for a list, without its id.
func (a *app) decisionLine(d review.Decision) string {
	what := string(d.Verb)
	switch d.Verb {
	case review.Correct:
		what += " " + a.source(d.Slot) + "=" + a.source(d.Value)
		if d.Was != "" {
			what += " (" + a.source(d.Was) + ")"
		}
	case review.Resolve:
		what += " " + a.source(d.Value)
	case review.Merge, review.Apart, review.Link:
		what += " " + d.Other.String()
	case review.Split:
		what += " " + d.Article
	case review.Undo:
		what += " " + d.Undoes
	case review.Add:
		what += " «" + a.source(cut(d.Exact, 60)) + "»"
	}
	who := d.Coder
	if d.Role != review.Coder {
		who += " (" + string(d.Role) + ")"
	}
	return dotted(d.At.Format("2006-01-02 15:04"), a.source(who), d.Fact.String(), what, a.source(d.Reason))
}

// cut is the beginning of s, of at most n code points.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n]) + "…"
}

func (a *app) listDecisions(ctx context.Context, v *store.View) error {
	st, err := v.State(ctx)
	if err != nil {
		return err
	}
	orphans, err := v.Orphans(ctx)
	if err != nil {
		return err
	}
	lost := map[string]bool{}
	for _, e := range orphans {
		lost[e.ID] = true
	}
	for _, e := range st.Entries() {
		fmt.Fprintln(a.out, dotted(e.ID, a.standing(e, lost[e.ID]), a.decisionLine(e.Decision)))
	}
	return nil
}

// standing is why a decision does nothing, "" where it holds.
func (a *app) standing(e review.Entry, orphaned bool) string {
	switch {
	case e.Undone:
		return a.paint(faint, "undone")
	case e.Void != "":
		return a.paint(yellow, "without effect: "+e.Void)
	case orphaned:
		return a.paint(yellow, "orphaned")
	case e.Role == review.Machine:
		return a.paint(faint, "suggested")
	}
	return ""
}

// showDecisions prints a fact's slots and what was decided on it.
func (a *app) showDecisions(ctx context.Context, v *store.View, given string) error {
	id, err := findID(ctx, v, given)
	if err != nil {
		return err
	}
	st, err := v.State(ctx)
	if err != nil {
		return err
	}
	f, err := readFact(ctx, v, id)
	if err != nil {
		return err
	}
	history := st.History(id)
	if f == nil && len(history) == 0 && id.Kind != record.Disagreements {
		return fmt.Errorf("there is no fact %s in the record; mahdar review DATABASE lists them", id)
	}
	if f != nil {
		if as := onlyFact(ctx, v, id); as != nil {
			f = as
		}
		for _, l := range a.factLines(f) {
			fmt.Fprintln(a.out, l)
		}
	}
	for _, e := range history {
		fmt.Fprintln(a.out, dotted(e.ID, a.standing(e, f == nil && id.Kind != record.Disagreements), a.decisionLine(e.Decision)))
	}
	return nil
}

// onlyFact is the fact as people have decided it, nil where they rejected it.
func onlyFact(ctx context.Context, v *store.View, id record.ID) *record.Fact {
	for f, err := range v.Facts(ctx, store.Query{Kind: id.Kind, ID: id, Limit: 1}) {
		if err == nil {
			return f
		}
	}
	return nil
}
