package minutes

import (
	"context"
	"strings"

	"mahdar/record"
	"mahdar/review"
)

// reviewedMark follows what people have looked at: ✓, and a footnote with what
// they changed, who and why, and what had been read.
func (w *writer) reviewedMark(f *record.Fact) []run {
	r := f.Review
	if r == nil {
		return nil
	}
	mark := run{}
	switch r.Status {
	case "accepted", "corrected", "added":
		mark.Text = " ✓"
	case "disputed":
		mark.Text = " (" + w.label("disputed-fact") + ")"
	}
	var say []run
	add := func(parts ...run) {
		if len(say) > 0 {
			say = append(say, plain(w.opt.Lang.pick("؛ ", "; ")))
		}
		say = append(say, parts...)
	}
	for _, c := range r.Slots {
		add(w.correctedWords(c)...)
	}
	for _, c := range r.Comments {
		add(words(c.Coder), plain(": "), quoted(c.Text))
	}
	if len(say) > 0 {
		if mark.Text == "" {
			mark.Text = " ✓" // settled by a person, though not judged as a whole
		}
		mark.Note = w.footnote([]noteItem{{Say: say}})
	}
	if mark.Text == "" {
		return nil
	}
	return []run{mark}
}

// correctedWords are «status: concluded; as read: planned (huda: …)».
func (w *writer) correctedWords(c record.Corrected) []run {
	slot, name, _ := strings.Cut(c.Slot, ":")
	out := []run{plain(w.label(slot))}
	if name != "" {
		out = append(out, plain(" ("), words(name), plain(")"))
	}
	out = append(out, plain(": "))
	if len(c.Disputed) > 0 {
		out = append(out, plain(w.label("disputed-value")+" "))
		for i, v := range c.Disputed {
			if i > 0 {
				out = append(out, plain(" / "))
			}
			out = append(out, w.value(v))
		}
		return out
	}
	out = append(out, w.value(c.Value), plain(w.comma()+w.label("was-read")+" "))
	for i, v := range strings.Split(c.Read, " / ") {
		if i > 0 {
			out = append(out, plain(" / "))
		}
		out = append(out, w.value(v))
	}
	if c.Coder != "" {
		out = append(out, plain(" ("), words(c.Coder))
		if c.Reason != "" {
			out = append(out, plain(": "), quoted(c.Reason))
		}
		out = append(out, plain(")"))
	}
	return out
}

// value words a slot's value: a key where it has words, a day, else as it stands.
func (w *writer) value(v string) run {
	if v == "" {
		return plain("–")
	}
	if l := w.label(v); l != v {
		return plain(l)
	}
	if d := w.dayWords(v); d != v {
		return plain(d)
	}
	return words(v)
}

// Decided is a Source that knows what people have decided; a store.View is one.
type Decided interface {
	State(ctx context.Context) (*review.State, error)
}

// resolution says what people hold of a disagreement, and gives the value that
// holds; "" where they hold none.
func (w *writer) resolution(d *record.Disagreement) (value string, err error) {
	src, ok := w.src.(Decided)
	if !ok {
		return "", nil
	}
	st, err := src.State(w.ctx)
	if err != nil {
		return "", err
	}
	r, ok := st.Resolution(d.ID)
	if !ok {
		return "", nil
	}
	shown := func(v string) run {
		for _, p := range d.Positions {
			if p.Value == v && p.Show != "" {
				v = p.Show
			}
		}
		return w.value(v)
	}
	var line []run
	switch {
	case len(r.Disputed) > 0:
		line = []run{plain(w.label("reviewers-differ") + " ")}
		for i, v := range r.Disputed {
			if i > 0 {
				line = append(line, plain(" / "))
			}
			if v == "" {
				line = append(line, plain(w.label("left-open-by-people")))
				continue
			}
			line = append(line, shown(v))
		}
	case r.Open:
		line = []run{plain(w.label("left-open-by-people"))}
	default:
		value = r.Value
		line = []run{plain(w.label("settled-by-people") + ": "), strong(shown(r.Value))}
	}
	line = append(line, plain(" ("), words(strings.Join(r.Coders, w.comma())))
	if r.Reason != "" {
		line = append(line, plain(": "), quoted(r.Reason))
	}
	w.add(block{Para: append(line, plain(")"))})
	return value, nil
}
