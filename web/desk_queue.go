package web

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"

	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// showQueue is the desk with one thing on it: the one asked for, else the next
// that the coder has not judged.
func (d *desk) showQueue(v *visit) error {
	in := v.URL.Query()
	c := choosingOf(in)
	own := d.own(v)
	p := deskPage{Choice: c, Query: c.values().Encode()}
	for _, k := range deskKinds() {
		p.Kinds = append(p.Kinds, k.String())
	}
	var it *item
	var err error
	if id, bad := record.ParseID(in.Get("at")); bad == nil {
		it, err = d.load(v.ctx(), own, id)
	} else {
		it, err = d.find(v, own, c, in)
	}
	if err != nil {
		return err
	}
	if p.Talks, err = d.v.Store.Processes(v.ctx()); err != nil {
		return err
	}
	p.Talks = slices.DeleteFunc(p.Talks, func(x store.Process) bool { return clean(x.Key) != x.Key })
	st, err := own.State(v.ctx())
	if err != nil {
		return err
	}
	p.Last = lastOf(v.lang, st, coderOf(v))
	p.Judged = judgedBy(st)
	if p.Orphaned, err = d.orphanedOf(v.ctx()); err != nil {
		return err
	}
	p.Done = it == nil
	if it != nil {
		if p.Item, err = d.itemView(v, own, it); err != nil {
			return err
		}
		at := func(key string) string {
			q := c.values()
			q.Set(key, p.Item.Spot)
			return address(v.lang, "review") + "?" + q.Encode()
		}
		p.Skip, p.Previous = at("after"), at("before")
	}
	return d.render(v, 200, "desk", titleKey("review"), p)
}

// find is what stands after or before the spot that the address names.
func (d *desk) find(v *visit, own *store.View, c choosing, in url.Values) (*item, error) {
	var from *deskSpot
	back := in.Has("before")
	if s, ok := deskSpotOf(in.Get("after") + in.Get("before")); ok {
		from = &s
	}
	it, err := d.next(v.ctx(), own, c, from, back)
	if errors.Is(err, store.ErrCursor) || it == nil && err == nil && from != nil { // round again, for what was skipped
		it, err = d.next(v.ctx(), own, c, nil, false)
	}
	if it == nil || err != nil {
		return nil, err
	}
	at := it.at
	if it, err = d.load(v.ctx(), own, it.id); it != nil {
		it.at = at
	}
	return it, err
}

// judgedBy counts the facts and disagreements that a coder's state judges.
func judgedBy(st *review.State) int {
	n := 0
	for _, id := range st.Decided() {
		if id.Kind == record.Disagreements {
			if _, ok := st.Resolution(id); ok {
				n++
			}
		} else if st.Reviewed(id) {
			n++
		}
	}
	return n
}

// decide takes one decision and leads on: to the next thing after a judgement,
// back to the same after a change to it.
func (d *desk) decide(v *visit) error {
	if err := v.form(); err != nil {
		return err
	}
	f := v.PostForm
	back, _ := url.ParseQuery(f.Get("back"))
	q := choosingOf(back).values()
	id, err := record.ParseID(f.Get("fact"))
	if err != nil {
		return errNoFact
	}
	verb := review.Verb(f.Get("verb"))
	ds, err := d.asked(v, verb, id)
	if err != nil {
		return err
	}
	if err := d.take(v, ds...); err != nil {
		return err
	}
	switch verb {
	case review.Accept, review.Reject, review.Resolve, review.LeaveOpen:
		q.Set("after", f.Get("spot"))
	default:
		q.Set("at", id.String())
	}
	return v.goTo([]string{"review"}, q)
}

// asked words a form as decisions.
func (d *desk) asked(v *visit, verb review.Verb, id record.ID) ([]review.Decision, error) {
	f := v.PostForm
	x := d.new(v, verb, id)
	bad := &fault{422, "bad-decision"}
	switch verb {
	case review.Accept, review.Reject, review.LeaveOpen:
	case review.Comment:
		if x.Reason == "" {
			return nil, &fault{422, "no-words"}
		}
	case review.Resolve:
		x.Value = f.Get("value")
	case review.Split:
		x.Article = f.Get("article")
	case review.Link, review.Merge, review.Apart:
		other, err := record.ParseID(strings.TrimSpace(f.Get("other")))
		if err != nil {
			return nil, &fault{422, "no-such-id"}
		}
		x.Other = other
	case review.Correct:
		return d.corrections(v, id)
	default:
		return nil, bad
	}
	if x.Check() != nil {
		return nil, bad
	}
	return []review.Decision{x}, nil
}

// corrections are the slots of a form whose values are not those of the fact.
func (d *desk) corrections(v *visit, id record.ID) ([]review.Decision, error) {
	it, err := d.load(v.ctx(), d.own(v), id)
	if err != nil {
		return nil, err
	}
	if it.fact == nil {
		return nil, errNoFact
	}
	raw := it.fact // as it was read, or added
	for f, err := range d.v.Store.Facts(v.ctx(), store.Query{Kind: id.Kind, ID: id, Limit: 1}) {
		if err != nil {
			return nil, err
		}
		raw = f
	}
	given := map[string]string{}
	for key, values := range v.PostForm {
		if slot, ok := strings.CutPrefix(key, "slot."); ok && len(values) == 1 {
			given[slot] = plainLine(values[0])
		}
	}
	if name := plainLine(v.PostForm.Get("newparticipant")); name != "" && id.Kind == record.Meetings {
		given["participant:"+name] = "yes"
	}
	var out []review.Decision
	now := time.Now()
	for _, slot := range sortedKeys(given) {
		value := given[slot]
		old := it.fact.Evidence[0].About.String()
		if slot != review.About {
			e := it.fact.Evidence[0]
			old = review.Get(id.Kind, e.Body, e.Article.Text, slot)
		}
		if clean(value) == clean(old) {
			continue
		}
		x := d.new(v, review.Correct, id)
		x.At, x.Slot, x.Value, x.Was = now, slot, value, plainLine(review.ReadValue(raw, slot))
		x = x.Normal()
		if x.Check() != nil || !review.Takes(it.fact, slot, value) {
			return nil, &fault{422, "bad-value"}
		}
		out = append(out, x)
	}
	return out, nil
}

func sortedKeys(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// undo undoes a decision of the coder's, or his last, with all that was taken
// together with it.
func (d *desk) undo(v *visit) error {
	if err := v.form(); err != nil {
		return err
	}
	coder := coderOf(v)
	st, err := d.v.State(v.ctx())
	if err != nil {
		return err
	}
	want := v.PostForm.Get("decision")
	if want == "" {
		own, err := d.own(v).State(v.ctx())
		if err != nil {
			return err
		}
		last := lastOf(v.lang, own, coder)
		if last == nil {
			return &fault{422, "nothing-to-undo"}
		}
		want = last.ID
	}
	e, ok := st.Find(want)
	switch {
	case !ok || e.Undone:
		return &fault{422, "nothing-to-undo"}
	case e.Coder != coder:
		return &fault{403, "not-yours"}
	}
	var ds []review.Decision
	now := time.Now()
	for _, o := range st.Entries() {
		if o.Coder == coder && o.At.Equal(e.At) && !o.Undone && o.Verb != review.Undo {
			x := d.new(v, review.Undo, o.Fact)
			x.At, x.Undoes, x.Role = now, o.ID, o.Role
			ds = append(ds, x.Normal())
		}
	}
	if err := d.take(v, ds...); err != nil {
		return err
	}
	back, _ := url.ParseQuery(v.PostForm.Get("back"))
	q := choosingOf(back).values()
	if !e.Fact.IsZero() {
		q.Set("at", e.Fact.String())
	}
	if v.PostForm.Get("to") == "adjudicate" {
		return v.goTo([]string{"adjudicate"}, nil)
	}
	return v.goTo([]string{"review"}, q)
}
