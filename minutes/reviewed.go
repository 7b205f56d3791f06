package minutes

import (
	"strings"

	"mahdar/record"
)

// Reviewed says what people have decided about a fact, a line each: its
// status, each value that they set beside what had been read, where they
// differ, remarks, and what it was tied to. None where they decided nothing.
func Reviewed(f *record.Fact, opt Options) []string {
	return (&printer{opt: opt, cited: map[string]int{}}).reviewed(f)
}

func (p *printer) reviewed(f *record.Fact) (lines []string) {
	r := f.Review
	if r == nil {
		return nil
	}
	if r.Status != "" {
		lines = append(lines, p.label(r.Status+"-fact"))
	}
	for _, c := range r.Slots {
		lines = append(lines, p.corrected(c))
	}
	for _, id := range r.Links {
		lines = append(lines, p.label("linked-to")+" "+p.code(id.String()))
	}
	for _, id := range r.Merged {
		lines = append(lines, p.label("one-with")+" "+p.code(id.String()))
	}
	for _, c := range r.Comments {
		lines = append(lines, p.text(c.Coder)+": "+p.quote(c.Text))
	}
	return lines
}

// corrected is «slot: value, read: value».
func (p *printer) corrected(c record.Corrected) string {
	slot, name, _ := strings.Cut(c.Slot, ":")
	words := p.label(slot)
	if name != "" {
		words += " (" + p.text(name) + ")"
	}
	word := func(v string) string {
		if v == "" {
			return "–"
		}
		if l := p.label(v); l != v {
			return l
		}
		return p.text(v)
	}
	if len(c.Disputed) > 0 {
		values := make([]string, len(c.Disputed))
		for i, v := range c.Disputed {
			values[i] = word(v)
		}
		return words + ": " + p.label("disputed-value") + " " + strings.Join(values, " / ")
	}
	line := words + ": " + word(c.Value) + p.opt.Lang.pick("، ", ", ") + p.label("was-read") + " " + word(c.Read)
	if c.Coder != "" {
		line += " (" + p.text(c.Coder) + ")"
	}
	return line
}

// note is reviewed as a remark behind a line of the minutes; what was accepted
// as read needs none.
func (p *printer) note(f *record.Fact) string {
	if f.Review == nil || f.Review.Status == "accepted" && len(f.Review.Slots)+len(f.Review.Comments)+len(f.Review.Links) == 0 {
		return ""
	}
	return " — *" + strings.Join(p.reviewed(f), p.opt.Lang.pick("؛ ", "; ")) + "*"
}
