package review

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/record"
)

// Settled is what people hold of a slot on which accounts differ, said of the
// slot of a meeting that they differ about.
type Settled struct {
	record.Corrected
	Disagreement record.ID
	actor        string   // of attendance: the id of the one whose it is
	others       []string // of attendance: words that say otherwise
}

// Settle says what slot of its subject a resolved disagreement settles: days,
// place and attendance of a meeting. Of other disagreements (who is to blame, who
// denies what) no slot says who is right, and ok is false.
func Settle(d *record.Disagreement, r Resolution) (x Settled, ok bool) {
	if d.Subject.Kind != record.Meetings || r.Open || r.Value == "" {
		return x, false
	}
	x = Settled{Corrected: record.Corrected{Value: r.Value, Coder: strings.Join(r.Coders, ", "), Reason: r.Reason}, Disagreement: d.ID}
	at := slices.IndexFunc(d.Positions, func(p record.Position) bool { return p.Value == r.Value })
	var all []string
	for _, p := range d.Positions {
		all = append(all, shown(p))
	}
	x.Read = strings.Join(all, " / ")
	if at >= 0 {
		x.Value = shown(d.Positions[at])
	}
	switch {
	case d.Slot == record.SlotDate && (d.Of == "start" || d.Of == "end"):
		x.Slot, x.Value = d.Of, r.Value
	case d.Slot == record.SlotPlace:
		x.Slot = "place"
	case d.Slot == record.SlotAttendance && at >= 0:
		x.Slot, x.actor = "attendance", d.Of
		for i, p := range d.Positions {
			for _, c := range p.Claims {
				if i != at {
					x.others = append(x.others, c.Show)
				}
			}
		}
	default:
		return x, false
	}
	return x, x.Slot == "attendance" || CheckSlot(record.Meetings, x.Slot, x.Value) == nil
}

func shown(p record.Position) string {
	if p.Show != "" {
		return p.Show
	}
	return p.Value
}

// ApplySettled lets a settled slot hold in all evidence of its meeting, unless
// somebody has corrected that slot itself; Review keeps what accounts said. The
// evidence of f must be its own, as Apply makes it.
func ApplySettled(f *record.Fact, x Settled) {
	c := x.Corrected
	touched := false
	for _, e := range f.Evidence {
		m, ok := e.Body.(*fact.Meeting)
		switch {
		case !ok:
		case x.Slot == "attendance":
			touched = x.attendance(f, m, &c) || touched
		case !corrected(f.Review, x.Slot):
			touched = Set(record.Meetings, m, e.Article.Text, x.Slot, x.Value) || touched
		}
	}
	if !touched {
		return
	}
	if f.Review == nil {
		f.Review = &record.Review{}
	}
	f.Review.Slots = append(f.Review.Slots, c)
	place(f)
}

// attendance sets that of the participant whose it is; words that say the same
// (attended, late) stay as they are.
func (x *Settled) attendance(f *record.Fact, m *fact.Meeting, c *record.Corrected) (touched bool) {
	for i := range m.Participants {
		p := &m.Participants[i]
		if p.Attendance == "" || record.ActorID(p.Actor, p.Name).String() != x.actor || corrected(f.Review, "attendance:"+p.Name) {
			continue
		}
		c.Slot, touched = "attendance:"+p.Name, true
		if slices.Contains(x.others, p.Attendance) {
			p.Attendance = x.Value
		}
	}
	return touched
}

// corrected reports whether somebody has set a slot.
func corrected(r *record.Review, slot string) bool {
	return r != nil && slices.ContainsFunc(r.Slots, func(c record.Corrected) bool { return c.Slot == slot })
}
