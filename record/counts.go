package record

import (
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// counted is where an article last counted a thing, and with how many others
// that count is set beside each other.
type counted struct {
	end, group int
}

// figure claims a count of people come to harm, where somebody stands for it:
// the source that is told with it, else whoever says the words that it stands
// in. A count without a place is compared only with those of its article that
// are set against it: «but the ministry put their number at».
func (c *claimer) figure(seq int, n *fact.Figure) {
	if !harm[n.Unit] || n.Min == nil && n.Max == nil {
		return
	}
	x := Claim{Subject: Thing(n), Slot: SlotFigure, Value: bound(n.Min) + ".." + bound(n.Max), Show: n.In(c.r.Text), Name: n.Source, Span: n.Span}
	if x.Name == "" {
		x.Name = c.sayer(n.Span)
	}
	if a, ok := c.kinds[c.plain(x.Name)]; ok && (strings.HasPrefix(a.ID, "place:") || strings.HasPrefix(a.ID, "state:")) {
		return // where it was reported from
	}
	if n.Place == "" {
		thing := n.Unit + "|" + c.plain(n.Concerns)
		last, ok := c.here[thing]
		if !ok || !c.contrast(last.end, n.Start) {
			last.group++
		}
		last.end = n.End
		c.here[thing] = last
		x.Subject = makeID(Figures, "here", c.r.ID, thing, itoa(last.group))
	}
	if x.Name == "" {
		return
	}
	x.Holder, _ = c.actor(x.Name)
	c.add(seq, x)
}

// sayer is the name of whoever says the words at s, the innermost speaker; ""
// for the article's own voice and for those that it leaves unnamed.
func (c *claimer) sayer(s text.Span) (name string) {
	length := len(c.r.Text) + 1
	for i := range c.r.Statements {
		x := &c.r.Statements[i]
		for _, at := range x.Content {
			if at.Start <= s.Start && s.End <= at.End && at.End-at.Start < length {
				length = at.End - at.Start
				name = x.Name
				if x.Kind == "unnamed" {
					name = ""
				}
			}
		}
	}
	return name
}

// contrast reports whether the words between two counts set the second against
// the first.
func (c *claimer) contrast(from, to int) bool {
	if from >= to || to-from > besides {
		return false
	}
	ws := strings.Fields(plain(c.r.Text[from:to]))
	for i, w := range ws {
		next := ""
		if i+1 < len(ws) {
			next = ws[i+1]
		}
		switch strings.TrimPrefix(w, "و") {
		case "لكن", "لكنها", "لكنه", "بينما", "فيما":
			return true
		case "في":
			if next == "حين" || next == "المقابل" {
				return true
			}
		case "غير", "الا":
			if next == "ان" {
				return true
			}
		}
	}
	return false
}

// harm are units that say by themselves what is counted; «barrels» do not.
var harm = map[string]bool{"killed": true, "wounded": true, "injured": true, "displaced": true, "detained": true, "missing": true, "abducted": true, "refugees": true}

// Thing is the id of what a figure counts: figures of one thing stand
// together, one row a source.
func Thing(n *fact.Figure) ID {
	return makeID(Figures, "thing", n.Unit, plain(n.Concerns), plain(n.Place))
}
