package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// queueing says what comes into the queue.
type queueing struct {
	kinds   []string
	process string
	article string
	from    string
	to      string
	all     bool // also what the coder has judged
	limit   int
}

// item is one thing to review.
type item struct {
	id      record.ID
	fact    *record.Fact         // as the coder sees it
	quarrel *record.Disagreement // instead of a fact
	status  string               // accepted, rejected, …; "" where the coder has not judged it
}

// queueKinds are the kinds in the order of a queue: what the minutes rest on first.
func queueKinds() []record.Kind {
	return []record.Kind{record.Meetings, record.Statements, record.Commitments, record.Demands, record.Ceasefires, record.Figures, record.Incidents, record.Actors, record.Disagreements}
}

// queue gathers what is to be reviewed: for a coder what he has not judged
// himself, whatever others have; for an adjudicator what coders differ about.
func queue(ctx context.Context, v *store.View, c coding, q queueing) (items []item, more bool, err error) {
	own := v
	if c.role == string(review.Coder) && c.coder != "" {
		own = v.As(c.coder)
	}
	st, err := own.State(ctx)
	if err != nil {
		return nil, false, err
	}
	for _, k := range queueKinds() {
		if len(q.kinds) > 0 && !slices.Contains(q.kinds, k.String()) {
			continue
		}
		query := store.Query{Kind: k, Article: q.article, From: q.from, To: q.to}
		if q.process != "" {
			query.Process = &q.process
		}
		keep := func(it item) bool {
			switch {
			case q.all:
			case c.role == string(review.Adjudicator) && it.status != "disputed":
				return true
			case c.role != string(review.Adjudicator) && it.status != "":
				return true
			}
			if len(items) == q.limit {
				more = true
				return false
			}
			items = append(items, it)
			return true
		}
		if k == record.Disagreements {
			query.Kind = 0
			err = quarrels(ctx, v, st, query, keep)
		} else {
			err = facts(ctx, own, st, query, q.all, keep)
		}
		if err != nil || more {
			return items, more, err
		}
	}
	return items, false, nil
}

// facts hands the facts of a query to keep until it has had enough; with
// rejected set, those too that the coder rejected, as they were read.
func facts(ctx context.Context, v *store.View, st *review.State, q store.Query, rejected bool, keep func(item) bool) error {
	for f, err := range v.Facts(ctx, q) {
		if err != nil {
			return err
		}
		if !keep(item{id: f.ID, fact: f, status: status(f)}) {
			return nil
		}
	}
	if !rejected {
		return nil
	}
	for _, id := range st.Decided() {
		if id.Kind != q.Kind || !st.Rejected(id) {
			continue
		}
		q.ID = id
		for f, err := range v.Store.Facts(ctx, q) {
			if err != nil {
				return err
			}
			if !keep(item{id: f.ID, fact: f, status: "rejected"}) {
				return nil
			}
		}
	}
	return nil
}

func quarrels(ctx context.Context, v *store.View, st *review.State, q store.Query, keep func(item) bool) error {
	if q.Article != "" {
		return nil
	}
	for d, err := range v.Disagreements(ctx, q) {
		if err != nil {
			return err
		}
		it := item{id: d.ID, quarrel: d}
		if r, ok := st.Resolution(d.ID); ok {
			it.status = "resolved"
			switch {
			case len(r.Disputed) > 0:
				it.status = "disputed"
			case r.Open:
				it.status = "left-open"
			}
		}
		if !keep(it) {
			return nil
		}
	}
	return nil
}

func status(f *record.Fact) string {
	if f.Review == nil {
		return ""
	}
	return f.Review.Status
}

// headline is what a fact says in a few words: who, to whom, what.
func (a *app) headline(f *record.Fact) string {
	if len(f.Evidence) == 0 {
		return ""
	}
	e := f.Evidence[0]
	get := func(slots ...string) string {
		for _, s := range slots {
			if v := review.Get(f.ID.Kind, e.Body, e.Article.Text, s); v != "" {
				return a.source(v)
			}
		}
		return ""
	}
	label := func(s string) string { return minutes.Label(a.words(), s) }
	switch f.ID.Kind {
	case record.Meetings:
		n := ""
		if f.Ordinal > 0 {
			n = fmt.Sprint(f.Ordinal)
		}
		return dotted(strings.TrimSpace(f.Process+" "+n), label(get("kind")), label(get("status")), get("place"), f.First)
	case record.Actors:
		return dotted(get("name"), get("english"), label(get("type")))
	case record.Figures:
		return dotted(strings.TrimSpace(get("min")+"–"+get("max")+" "+get("unit")), get("concerns"), get("source"))
	}
	who := get("name", "by", "parties", "actor")
	if to := get("target", "to", "of", "recipient"); to != "" {
		who = strings.TrimSpace(who + " → " + to)
	}
	return dotted(who, label(f.Label), f.First)
}

// quote is the words that a fact rests on.
func (a *app) quote(f *record.Fact) string {
	if len(f.Evidence) == 0 {
		return ""
	}
	if q := f.Evidence[0].Quote(); q != "" {
		return "«" + q + "»"
	}
	return ""
}

// quarrelLine is what accounts differ about, and their values.
func (a *app) quarrelLine(d *record.Disagreement) string {
	var values []string
	for _, p := range d.Positions {
		v := p.Show
		if v == "" {
			v = p.Value
		}
		values = append(values, a.source(v))
	}
	return dotted(d.Subject.String(), minutes.Label(a.words(), string(d.Slot)), strings.Join(values, " | "))
}

// printQueue prints a queue, a line an item.
func (a *app) printQueue(items []item) {
	for _, it := range items {
		status := it.status
		if status == "" {
			status = "unreviewed"
		}
		what, words, where := "", "", ""
		if it.quarrel != nil {
			what = a.quarrelLine(it.quarrel)
		} else {
			what, words = a.headline(it.fact), a.source(cut(a.quote(it.fact), 160))
			if len(it.fact.Evidence) > 0 {
				where = minutes.Clean(it.fact.Evidence[0].Article.Source.Path)
			}
		}
		fmt.Fprintln(a.out, strings.Join([]string{it.id.String(), it.id.Kind.String(), status, what, words, where}, "\t"))
	}
}

// factLines show a fact slot by slot, what was read beside what was decided.
// Slots that are shown already are left out where nobody has corrected them.
func (a *app) factLines(f *record.Fact, shown ...string) []string {
	lines := []string{dotted(f.ID.String(), f.ID.Kind.String(), a.paint(green, status(f)))}
	corrected := map[string]record.Corrected{}
	if f.Review != nil {
		for _, c := range f.Review.Slots {
			corrected[c.Slot] = c
		}
	}
	show := func(slot, value string) {
		c, ok := corrected[slot]
		delete(corrected, slot)
		name := a.slotName(slot)
		switch {
		case ok && len(c.Disputed) > 0:
			lines = append(lines, "  "+a.paint(cyan, name)+": "+a.source(c.Read)+a.paint(yellow, " (disputed: "+a.joined(c.Disputed)+")"))
		case ok:
			lines = append(lines, "  "+a.paint(cyan, name)+": "+a.source(c.Value)+a.paint(faint, " (read: "+a.source(orDash(c.Read))+"; "+a.source(c.Coder)+")"))
		case value != "" && !slices.Contains(shown, slot):
			head := "  " + a.paint(cyan, name) + ": "
			if cells(value) < 50 {
				lines = append(lines, head+a.source(value))
				return
			}
			lines = append(lines, head)
			lines = append(lines, a.fill("    ", value)...)
		}
	}
	if len(f.Evidence) > 0 {
		e := f.Evidence[0]
		for _, slot := range append(review.Slots(f.ID.Kind), review.BodySlots(e.Body)...) {
			v := e.About.String()
			if slot != review.About {
				v = review.Get(f.ID.Kind, e.Body, e.Article.Text, slot)
			}
			show(slot, v)
		}
	}
	rest := make([]string, 0, len(corrected))
	for slot := range corrected {
		rest = append(rest, slot)
	}
	slices.Sort(rest)
	for _, slot := range rest {
		show(slot, "")
	}
	return append(lines, a.reviewLines(f.Review)...)
}

// slotName is a slot's name with that of the participant apart, whose letters
// would else scramble it.
func (a *app) slotName(slot string) string {
	what, of, ok := strings.Cut(slot, ":")
	if !ok {
		return slot
	}
	return what + " (" + a.source(of) + ")"
}

func (a *app) joined(values []string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = a.source(orDash(v))
	}
	return strings.Join(out, " | ")
}

// reviewLines are what people said of a fact beside its slots.
func (a *app) reviewLines(r *record.Review) (lines []string) {
	if r == nil {
		return nil
	}
	for _, id := range r.Links {
		lines = append(lines, "  link: "+id.String())
	}
	for _, id := range r.Merged {
		lines = append(lines, "  merged: "+id.String())
	}
	if !r.SplitOff.IsZero() {
		lines = append(lines, "  split off: "+r.SplitOff.String())
	}
	for _, c := range r.Comments {
		lines = append(lines, "  "+a.source(c.Coder)+": "+a.source(c.Text))
	}
	return lines
}
