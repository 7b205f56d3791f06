package web

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// judgePage is what coders differ about, for who decides between them.
type judgePage struct {
	Items []judgeItem
	N     int
	Last  *entryView
}

// judgeItem is a fact or a disagreement with what each coder says of it.
type judgeItem struct {
	line
	Contexts  []contextView
	Disputes  []dispute
	Questions []question
}

// question is one thing that coders answer differently.
type question struct {
	Slot, Name string // "" asks whether it is a fact at all
	Read       string
	Verb       string // that an adjudicator's answer takes
	Votes      []voteView
}

// voteView is an answer with who gives it.
type voteView struct {
	Value, Show string
	Verb        string
	Coders      []string
	Reasons     []string
}

// perJudge is how many items an adjudicator sees at a time.
const perJudge = 20

func (d *desk) showDiffering(v *visit) error {
	st, err := d.v.State(v.ctx())
	if err != nil {
		return err
	}
	p := judgePage{Last: lastOf(v.lang, st, coderOf(v))}
	for _, id := range st.Decided() {
		qs, err := d.questions(v, st, id)
		if err != nil {
			return err
		}
		if len(qs) == 0 {
			continue
		}
		if p.N++; len(p.Items) == perJudge {
			continue
		}
		it, err := d.load(v.ctx(), d.v, id)
		if err == errNoFact {
			continue // orphaned
		}
		if err != nil {
			return err
		}
		x := judgeItem{Questions: qs}
		if it.quarrel != nil {
			ds, err := d.disputes(v.ctx(), v.lang, []*record.Disagreement{it.quarrel})
			if err != nil {
				return err
			}
			x.line, x.Disputes = line{ID: id.String(), Kind: id.Kind.String()}, ds
		} else {
			x.line = lineOf(v.lang, it.fact)
			for _, e := range it.fact.Evidence[:min(2, len(it.fact.Evidence))] {
				x.Contexts = append(x.Contexts, contextOf(v.lang, id, e))
			}
		}
		p.Items = append(p.Items, x)
	}
	return d.render(v, 200, "adjudicate", titleKey("adjudicate"), p)
}

// questions are those on which the coders of a fact differ and no adjudicator
// has decided.
func (d *desk) questions(v *visit, st *review.State, id record.ID) ([]question, error) {
	qs := questions(v.lang, st, id, func(string) string { return "" })
	if !slices.ContainsFunc(qs, func(q question) bool { return q.Slot != "" }) {
		return qs, nil
	}
	for f, err := range d.v.Store.Facts(v.ctx(), store.Query{Kind: id.Kind, ID: id, Limit: 1}) {
		if err != nil {
			return nil, err
		}
		return questions(v.lang, st, id, func(slot string) string { return clean(review.ReadValue(f, slot)) }), nil
	}
	return qs, nil
}

// ballot is what coders said of one slot, and whether it is settled.
type ballot struct {
	by     map[string]review.Entry
	read   string
	judged bool
}

// wholeFact stands for the slot that asks whether there is a fact, or which position holds.
const wholeFact = ""

// ballots are what coders said of a fact by slot, and who accepted it as it is read.
func ballots(history []review.Entry) (by map[string]*ballot, accepted map[string]review.Entry) {
	by, accepted = map[string]*ballot{}, map[string]review.Entry{}
	at := func(slot string) *ballot {
		if by[slot] == nil {
			by[slot] = &ballot{by: map[string]review.Entry{}}
		}
		return by[slot]
	}
	for _, e := range history {
		if e.Undone || e.Role == review.Machine {
			continue
		}
		slot := wholeFact
		switch e.Verb {
		case review.Accept, review.Reject, review.Resolve, review.LeaveOpen:
			if e.Verb == review.Accept {
				accepted[e.Coder] = e
			}
		case review.Correct:
			slot = e.Slot
			if e.Role == review.Coder {
				at(wholeFact).by[e.Coder] = e
			}
		default:
			continue
		}
		if e.Role == review.Adjudicator {
			at(slot).judged = true
			continue
		}
		at(slot).by[e.Coder] = e
		if e.Verb == review.Correct {
			at(slot).read = cmp.Or(at(slot).read, e.Was)
		}
	}
	return by, accepted
}

// questions are those of a fact on which coders disagree and nobody has judged; read tells
// what was read in a slot.
func questions(l minutes.Lang, st *review.State, id record.ID, read func(slot string) string) (out []question) {
	all, accepted := ballots(st.History(id))
	for _, slot := range slices.Sorted(maps.Keys(all)) {
		b := all[slot]
		if b.judged || slot != wholeFact && all[wholeFact] != nil && all[wholeFact].judged {
			continue
		}
		if slot != wholeFact {
			b.read = cmp.Or(b.read, read(slot))
			for coder, e := range accepted { // who accepted says that it is as read
				if _, said := b.by[coder]; !said {
					e.Value = b.read
					b.by[coder] = e
				}
			}
		}
		q := question{Slot: slot, Name: slotName(l, slot), Read: clean(b.read), Verb: string(review.Correct)}
		for _, coder := range slices.Sorted(maps.Keys(b.by)) {
			q.vote(l, slot, coder, b.by[coder])
		}
		if len(q.Votes) > 1 {
			out = append(out, q)
		}
	}
	return out
}

// vote adds what a coder answers.
func (q *question) vote(l minutes.Lang, slot, coder string, e review.Entry) {
	x := voteView{Value: e.Value, Verb: string(review.Correct)}
	switch {
	case slot != "":
		x.Show = valueWord(l, e.Value)
	case e.Verb == review.Resolve:
		x.Verb, x.Show = string(e.Verb), valueWord(l, e.Value)
	case e.Verb == review.LeaveOpen:
		x.Verb, x.Show = string(e.Verb), word(l, "verb-leave-open")
	case e.Verb == review.Reject:
		x.Value, x.Verb, x.Show = "", string(e.Verb), word(l, "verb-reject")
	default: // to correct is to accept
		x.Value, x.Verb, x.Show = "", string(review.Accept), word(l, "verb-accept")
	}
	i := slices.IndexFunc(q.Votes, func(o voteView) bool { return o.Verb == x.Verb && o.Value == x.Value })
	if i < 0 {
		i = len(q.Votes)
		q.Votes = append(q.Votes, x)
	}
	q.Votes[i].Coders = append(q.Votes[i].Coders, clean(coder))
	if r := clean(e.Reason); r != "" {
		q.Votes[i].Reasons = append(q.Votes[i].Reasons, r)
	}
}

// adjudicate decides one question.
func (d *desk) adjudicate(v *visit) error {
	if err := v.form(); err != nil {
		return err
	}
	f := v.PostForm
	id, err := record.ParseID(f.Get("fact"))
	if err != nil {
		return errNoFact
	}
	verb := review.Verb(f.Get("verb"))
	if !slices.Contains([]review.Verb{review.Accept, review.Reject, review.Correct, review.Resolve, review.LeaveOpen}, verb) {
		return &fault{422, "bad-decision"}
	}
	x := d.new(v, verb, id)
	x.Role = review.Adjudicator
	switch verb {
	case review.Correct:
		x.Slot, x.Value, x.Was = f.Get("slot"), strings.TrimSpace(f.Get("value")), plainLine(f.Get("was"))
		if other := strings.TrimSpace(f.Get("other")); other != "" {
			x.Value = other
		}
	case review.Resolve:
		x.Value = f.Get("value")
	}
	x = x.Normal()
	if x.Check() != nil {
		return &fault{422, "bad-value"}
	}
	if err := d.take(v, x); err != nil {
		return err
	}
	return v.goTo([]string{"adjudicate"}, nil)
}
