package minutes

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"mahdar/fact"
	"mahdar/record"
)

// List writes facts as a list, one a line with its id, its day where days is
// set, its words and the numbers of its sources, and the sources below. It
// returns how many there were.
func List(w io.Writer, facts iter.Seq2[*record.Fact, error], days bool, opt Options) (n int, err error) {
	if opt.Lang == "" {
		opt.Lang = Arabic
	}
	b := bufio.NewWriter(w)
	p := &printer{w: b, opt: opt, cited: map[string]int{}}
	for f, err := range facts {
		if err != nil {
			return n, err
		}
		n++
		p.f("- %s ", p.code(f.ID.String()))
		if days {
			p.f("%s ", p.when(f))
		}
		p.f("%s%s\n", p.Words(f), p.cites(f, all(f)))
	}
	if len(p.arts) > 0 {
		p.sources()
	}
	return n, b.Flush()
}

// when is the day of a fact, or the days from its first to its last.
func (p *printer) when(f *record.Fact) string {
	switch {
	case f.First == "" && f.Last == "":
		return p.label("undated")
	case f.Last == "" || f.Last == f.First:
		return f.First
	}
	return f.First + " – " + f.Last
}

// Words is what a fact says, on one line, without its sources.
func Words(f *record.Fact, opt Options) string {
	return (&printer{opt: opt, cited: map[string]int{}}).Words(f)
}

// Words is what a fact says, on one line.
func (p *printer) Words(f *record.Fact) string {
	if len(f.Evidence) == 0 {
		return ""
	}
	e := f.Evidence[0]
	var b strings.Builder
	switch v := e.Body.(type) {
	case *record.Sighting:
		fmt.Fprintf(&b, "**%s**", p.text(v.Name))
		if v.English != "" {
			fmt.Fprintf(&b, " (%s)", p.text(v.English))
		}
		if t := p.label(string(v.Type)); t != "" {
			fmt.Fprintf(&b, " · %s", t)
		}
	case *fact.Meeting:
		m := record.MergeMeeting(f)
		fmt.Fprintf(&b, "**%s**", p.meetingTitle(m))
		if s := m.Status.Latest(); s != "" {
			fmt.Fprintf(&b, " (%s)", p.label(s))
		}
		var who []string
		for _, t := range m.Participants {
			w := p.text(t.Name)
			if s := t.Attendance.Latest(); s != "" {
				w += " (" + p.label(s) + ")"
			}
			who = append(who, w)
		}
		if len(who) > 0 {
			fmt.Fprintf(&b, ": %s", strings.Join(who, p.opt.Lang.pick("، ", ", ")))
		}
	default:
		p.body(&b, e)
	}
	return b.String()
}

// Stance is the word for a position whose value is one of few: the claim and the denial,
// acceptance and refusal, agreement and none; "" for those that their own words tell.
func Stance(l Lang, slot record.Slotname, value string) string {
	switch slot {
	case record.SlotDenial, record.SlotPosition, record.SlotOutcome:
		if key := "stance-" + value; Label(l, key) != key {
			return Label(l, key)
		}
	}
	return ""
}

// Quarrel writes a disagreement: what it is about and who says what, by
// article numbers that cite gives ("" for none).
func Quarrel(d *record.Disagreement, opt Options, cite func(article string) string) string {
	p := &printer{opt: opt}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s · %s", p.code(d.ID.String()), p.label("slot-"+string(d.Slot)), p.label("quarrel-"+d.Type))
	for _, pos := range d.Positions {
		show := pos.Show
		if show == "" {
			show = pos.Value
		}
		b.WriteString("\n  - ")
		if s := Stance(p.opt.Lang, d.Slot, pos.Value); s != "" {
			fmt.Fprintf(&b, "%s: ", s)
		}
		b.WriteString(p.quote(show))
		seen := map[string]bool{}
		for _, c := range pos.Claims {
			who := c.Name
			if who == "" {
				who = c.Outlet
			}
			line := p.text(who)
			if c.Target != "" {
				line += " " + p.opt.Lang.pick("←", "→") + " " + p.text(c.Target)
			}
			if c.Day != "" {
				line += " " + c.Day
			}
			if cite != nil {
				line += cite(c.Article)
			}
			if line = strings.TrimSpace(line); line != "" && !seen[line] {
				seen[line] = true
				fmt.Fprintf(&b, " — %s", line)
			}
		}
	}
	return b.String()
}
