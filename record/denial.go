package record

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// How far into what is denied the noun stands that says whose claim it is, in words, how
// far from it who claims it, in bytes, and how far from a denial, in bytes, its article
// tells the claim where no such noun does.
const (
	claimWords   = 5
	claimantNear = 30
	claimNear    = 2000
)

// denial claims what a statement denies, and with it the claim that it denies: «the
// government denied accusations of the front», «he called the reports untrue». Who claims
// it is the one named beside the noun, else the noun («reports») stands for him; where the
// words have no such noun, it is whoever says nearly the same before in the same article.
// cs are the cues of the content.
func (c *claimer) denial(seq int, s *fact.Statement, x Claim, cs []cue) {
	at, told := c.claimWord(s, cs)
	if s.Act != "deny" && !told || x.Name == "" {
		return
	}
	x.Slot, x.Of, x.Value = SlotDenial, plain(x.Name), "denied"
	if !x.Holder.IsZero() {
		x.Of = x.Holder.String()
	}
	y := x
	y.Value, y.Against, y.Target = "charged", x.Holder, x.Name
	var by *fact.Statement
	if told {
		y.Holder, y.Name = c.claimant(s, at, x.Holder)
	} else if by = c.claimBefore(s, x); by != nil {
		y.Holder = c.speaker(by)
		y.Name, y.Span, y.Show = by.Name, by.Content[0], Words(c.r.Text, by.Content)
	}
	if x.Subject.IsZero() {
		x.Subject, y.Subject = c.fs[seq].Fact, c.fs[seq].Fact
	}
	x.Show = c.withCue(s, x.Show)
	c.add(seq, x)
	if told || by != nil {
		c.add(seq, y)
	}
}

// claimWord is the word of a statement's content that says that what follows is claimed
// by others, where the statement denies it, refuses it, or calls it untrue.
func (c *claimer) claimWord(s *fact.Statement, cs []cue) (int, bool) {
	untrue := has(cs, cueUntrue) || follows(cs, cueNot, cueTrue, 1)
	if s.Act != "deny" && s.Act != "reject" && !untrue {
		return 0, false
	}
	fields := c.fields(s.Content)
	for i := range cs {
		if i == claimWords && !untrue {
			break
		}
		if cs[i]&cueClaim != 0 || cs[i]&cueRelated != 0 && i > 0 && (fields[i-1] == "ما" || fields[i-1] == "عما" || fields[i-1] == "مما") {
			return i, true
		}
	}
	return 0, false
}

// claimant is who claims what a statement denies by word n of its content: the one named
// right after it, else the word itself with its adjective.
func (c *claimer) claimant(s *fact.Statement, n int, denier ID) (ID, string) {
	from, to, ok := wordAt(c.r.Text, s.Content, n)
	if !ok {
		from, to = s.Content[0].Start, s.Content[0].Start
	}
	for _, m := range c.r.Mentions {
		if m.Start < to || m.Start > to+claimantNear || m.Actor == "" {
			continue
		}
		if gap := strings.Fields(c.r.Text[to:m.Start]); len(gap) > 0 {
			break
		}
		if who, name := c.state(fact.Actor{ID: m.Actor, Name: m.Name}); who != denier {
			return who, name
		}
	}
	words := strings.Fields(c.r.Text[from:min(len(c.r.Text), to+claimantNear)])
	name := strings.TrimPrefix(words[0], "و")
	if cues([]string{plain(name)})[0]&(cueClaim|cueRelated) == 0 {
		name = words[0] // the و is its own: «وردت»
	}
	if f := c.fields(s.Content); n > 0 && strings.HasSuffix(f[n-1], "ما") {
		name = "ما " + name
	} else if len(words) > 1 && strings.HasPrefix(name, "ال") && strings.HasPrefix(words[1], "ال") && strings.HasSuffix(words[1], "ية") {
		name += " " + words[1] // «الاتهامات الأميركية»
	}
	return ID{}, name
}

// claimBefore is the last statement of another before a denial, not far from it, that says
// nearly what is denied; nil for none.
func (c *claimer) claimBefore(s *fact.Statement, x Claim) (best *fact.Statement) {
	for i := range c.r.Statements {
		t := &c.r.Statements[i]
		if len(t.Content) == 0 || t.Content[0].Start >= s.Content[0].Start {
			break
		}
		within := slices.ContainsFunc(t.Content, func(at text.Span) bool { return slices.ContainsFunc(s.Content, at.Overlaps) })
		if within || s.Content[0].Start-t.Content[0].Start > claimNear || t.Act == "deny" || t.Name == "" || t.Name == s.Name || t.Actor != "" && t.Actor == s.Actor {
			continue
		}
		if kindred(Words(c.r.Text, t.Content), x.Show, 3) {
			best = t
		}
	}
	return best
}

// withCue are the words of a denial with those by which it is made, where they stand
// right before it: «نفت الحكومة اتهامات …».
func (c *claimer) withCue(s *fact.Statement, show string) string {
	const most = 160 // bytes, a long name and office
	from, to := s.Cue.Start, s.Content[0].Start
	if s.Cue.Empty() || from >= to || to-from > most {
		return show
	}
	return strings.Join(append(strings.Fields(c.r.Text[from:to]), show), " ")
}
