package record

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// began claims who struck first: «those of the front are the ones who began to
// fire», «the army answered fire from the front». The claim is about the two
// sides, since it is made of fighting that no meeting need be about.
func (c *claimer) began(seq int, s *fact.Statement, x Claim) {
	if x.Holder.IsZero() || s.Act == "deny" {
		return
	}
	who, name := c.beginner(s)
	if who.IsZero() || who == x.Holder {
		return
	}
	side := c.side(s, x.Holder)
	if side == who {
		return
	}
	a, b := side.String(), who.String()
	x.Subject = makeID(Disagreements, "began", min(a, b), max(a, b))
	x.Slot, x.Of, x.Value, x.Against, x.Target = SlotBegan, "", who.String(), who, name
	c.add(seq, x)
}

// charged claims, of what was done in a place outside any talks, that somebody
// did it, or the denial of him who is accused.
func (c *claimer) charged(seq int, s *fact.Statement, x Claim) {
	var of ID
	switch s.Act {
	case "accuse":
		if x.Against, x.Target = c.accused(s); x.Against == x.Holder {
			return
		}
		of, x.Value = x.Against, "charged"
	case "deny":
		of, x.Value = c.side(s, x.Holder), "denied"
	}
	if of.IsZero() {
		return
	}
	x.Slot, x.Of = SlotDenial, of.String()
	var seen []string
	for _, m := range c.r.Mentions {
		if m.Type != fact.Location || !strings.HasPrefix(m.Actor, "place:") || slices.Contains(seen, m.Actor) || len(seen) == mostPlaces || !slices.ContainsFunc(s.Content, m.Span.Overlaps) {
			continue
		}
		seen = append(seen, m.Actor)
		x.Subject = makeID(Disagreements, "charged", x.Of, m.Actor)
		c.add(seq, x)
	}
}

// blamed claims, of what is said outside any talks, that one side accuses another: the
// claim is about the two, so that it stands beside what the other answers.
func (c *claimer) blamed(seq int, s *fact.Statement, x Claim) {
	if s.Act != "accuse" {
		return
	}
	x.Against, x.Target = c.accused(s)
	x.Side = c.side(s, x.Holder)
	if x.Against.IsZero() || x.Side.IsZero() || x.Side == x.Against || x.Holder == x.Against {
		return
	}
	a, b := x.Side.String(), x.Against.String()
	x.Subject = makeID(Disagreements, "blame", min(a, b), max(a, b))
	x.Slot, x.Value = SlotBlame, b
	c.add(seq, x)
}

// mostPlaces bounds the places for which one charge counts.
const mostPlaces = 4

// beginner is whom a statement says to have struck first, the zero ID for nobody.
func (c *claimer) beginner(s *fact.Statement) (ID, string) {
	for _, span := range s.Content {
		x := c.at(span)
		cs := c.cues([]text.Span{span})
		for i, w := range cs {
			switch {
			case w&cueFirst != 0 && follows(cs[i:min(len(cs), i+4)], cueFirst, cueStrike, 3) && !has(cs[max(0, i-3):i], cueNot) && (initiates(x.fields[i]) || i > 0 && relativeWords[x.fields[i-1]]):
				return c.named(s, span, 0)
			case w&cueReply != 0 && i+2 < len(cs) && x.fields[i+1] == "علي" && has(cs[i+2:min(len(cs), i+5)], cueStrike):
				// Whoever stands after the fire that was answered.
				if at, _, ok := wordAt(c.r.Text, []text.Span{span}, i+2); ok {
					return c.named(s, span, at)
				}
			}
		}
	}
	return ID{}, ""
}

// relativeWords make one side of many the one that began: «هم من بدأ», «هي التي
// بدأت». «The shelling began» says of nobody that he did.
var relativeWords = map[string]bool{"من": true, "الذي": true, "التي": true, "الذين": true}

// initiates reports whether the verb is one of taking the first step, which has
// a doer always.
func initiates(w string) bool {
	w = strings.TrimPrefix(strings.TrimPrefix(w, "و"), "ف")
	return strings.HasPrefix(w, "بادر") || strings.HasPrefix(w, "البادئ") || strings.HasPrefix(w, "البادي")
}

// named is the first body or state named under span from byte at on.
func (c *claimer) named(s *fact.Statement, span text.Span, at int) (ID, string) {
	best := fact.Mention{Span: text.Span{Start: span.End}}
	for _, m := range c.r.Mentions {
		if m.Start < max(at, span.Start) || m.Start >= best.Start || m.Actor == "" || m.Actor == s.Actor || m.Type != fact.Organisation && !strings.HasPrefix(m.Actor, "state:") {
			continue
		}
		best = m
	}
	if best.Actor == "" {
		return ID{}, ""
	}
	return c.state(fact.Actor{ID: best.Actor, Name: best.Name})
}

// ofState are the sectors (PLOVER) of those who speak for their state.
var ofState = map[string]bool{"GOV": true, "MIL": true, "SPY": true}

// side is the body or state for which a speaker speaks, as the offices that the
// article gives him tell: «the spokesman of the front»; else he himself.
func (c *claimer) side(s *fact.Statement, holder ID) ID {
	var offices []string
	for _, a := range c.r.Actors {
		if a.ID == s.Actor && s.Actor != "" && a.Type == fact.Person {
			if ofState[a.Sector] && a.Country != "" {
				return c.actorID("state:" + strings.ToLower(a.Country))
			}
			offices = a.Offices
		}
	}
	found := ID{}
	for _, office := range offices {
		words := strings.Fields(c.plain(office))
		for _, a := range c.r.Actors {
			if a.Type != fact.Organisation || a.ID == "" || !namesBody(words, strings.Fields(c.plain(a.Name))) {
				continue
			}
			if id := c.actorID(a.ID); found.IsZero() || found == id {
				found = id
			} else {
				return holder // two bodies begin alike
			}
		}
	}
	if found.IsZero() {
		return holder
	}
	return found
}

// namesBody reports whether an office is told to be of a body: by the first
// word of its name, with the article where the rest is left out.
func namesBody(office, name []string) bool {
	if len(name) == 0 {
		return false
	}
	head := strings.TrimPrefix(name[0], "ال")
	return len(head) >= 6 && (slices.Contains(office, "ال"+head) || slices.Contains(office, head))
}
