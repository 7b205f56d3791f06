package record

import (
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// claimer gathers the claims of one article.
type claimer struct {
	*desk
	fs     []Finding
	kinds  map[string]fact.Actor // by plain name
	outlet string
	ids    map[string]ID      // of actors' keys
	here   map[string]counted // the last count of a thing that no place tells apart
	out    []Claim
}

// claims lists an article's claims in the order of its findings fs.
func (d *desk) claims(fs []Finding) []Claim {
	r := d.r
	c := &claimer{desk: d, ids: map[string]ID{}, here: map[string]counted{}, fs: fs, kinds: map[string]fact.Actor{}}
	a := Article{Source: r.Source}
	c.outlet = a.Outlet()
	for _, x := range r.Actors {
		if _, ok := c.kinds[c.plain(x.Name)]; !ok {
			c.kinds[c.plain(x.Name)] = x
		}
	}
	for i := range fs {
		switch b := fs[i].Body.(type) {
		case *fact.Meeting:
			c.meeting(i, b)
		case *fact.Statement:
			c.statement(i, b)
		case *fact.Commitment:
			c.commitment(i, b)
		case *fact.Ceasefire:
			c.ceasefire(i, b)
		case *fact.Figure:
			c.figure(i, b)
		}
	}
	return c.out
}

func (c *claimer) add(seq int, x Claim) {
	if x.Value == "" || x.Subject.IsZero() {
		return
	}
	x.Seq, x.Article, x.Outlet = seq, c.r.ID, c.outlet
	if x.Day == "" {
		x.Day = c.r.Published.Day()
	}
	c.out = append(c.out, x)
}

// actor is the id and the printed name of whoever is called name; a place is
// the state that it stands for.
func (c *claimer) actor(name string) (ID, string) {
	n := c.plain(name)
	if n == "" {
		return ID{}, ""
	}
	if a, ok := c.kinds[n]; ok && a.ID != "" {
		return c.state(a)
	}
	return c.actorID("~" + n), name
}

// state is the actor, or for a place that is named for its government
// («Ankara has broken its word») the state.
func (c *claimer) state(a fact.Actor) (ID, string) {
	if code, ok := strings.CutPrefix(a.ID, "place:"); ok {
		country, _, _ := strings.Cut(code, "-")
		for _, s := range c.r.Actors {
			if s.ID == "state:"+country {
				return c.actorID(s.ID), s.Name
			}
		}
		if len(country) == 3 {
			return c.actorID("state:" + country), a.Name
		}
	}
	return c.actorID(a.ID), a.Name
}

// actorID is the id of the actor of key k.
func (c *claimer) actorID(k string) ID {
	id, ok := c.ids[k]
	if !ok {
		id = makeID(Actors, k)
		c.ids[k] = id
	}
	return id
}

// subject is what a thing said is about: its meeting, else its talks; and a
// thing said outside any talks is about nothing that others could dispute.
func (f *Finding) subject() ID {
	if !f.About.IsZero() {
		return f.About
	}
	if f.Process != "" {
		return makeID(Disagreements, "process", f.Process)
	}
	return ID{}
}

// meeting claims its days, its city, its number and who came. A plan claims
// nothing: that the deed differs from it is no disagreement.
func (c *claimer) meeting(seq int, m *fact.Meeting) {
	f := &c.fs[seq]
	span := text.Span{}
	if len(m.Evidence) > 0 {
		span = m.Evidence[0]
	}
	done := m.Status != "planned" && m.Status != "postponed" && m.Status != "cancelled"
	if done {
		first, last := fullDay(m.Start), fullDay(m.End)
		c.add(seq, Claim{Subject: f.Fact, Slot: SlotDate, Of: "start", Value: first, Show: first, Span: span})
		c.add(seq, Claim{Subject: f.Fact, Slot: SlotDate, Of: "end", Value: last, Show: last, Span: span})
		if a, ok := c.kinds[c.plain(m.Place)]; ok && a.Kind == "city" && first != "" {
			// Who does not tell the day tells of the meeting in passing, and where it
			// was even more so.
			c.add(seq, Claim{Subject: f.Fact, Slot: SlotPlace, Of: first, Value: a.ID, Show: m.Place, Span: span})
		}
		for _, day := range [...]string{first, last} {
			if f.Process != "" && f.Ordinal > 0 && day != "" && family(m.Kind) == "talks" {
				n := strconv.Itoa(f.Ordinal)
				c.add(seq, Claim{Subject: makeID(Disagreements, "round", f.Process, day), Slot: SlotOrdinal, Value: n, Show: n, Span: span})
			}
		}
	}
	for _, p := range m.Participants {
		who, name := c.actor(p.Name)
		if p.Actor != "" {
			who = c.actorID(p.Actor)
		}
		c.add(seq, Claim{Subject: f.Fact, Slot: SlotAttendance, Of: who.String(), Value: came(p.Attendance), Show: p.Attendance, Against: who, Target: name, Span: span})
	}
}

// came says whether somebody was there; "" for what is open, such as a refusal
// to enter that may have been given up an hour later.
func came(attendance string) string {
	switch attendance {
	case "attended", "late", "withdrew":
		return "came"
	case "boycotted", "absent":
		return "stayed away"
	}
	return ""
}

// statement claims what its words show.
func (c *claimer) statement(seq int, s *fact.Statement) {
	f := &c.fs[seq]
	x := Claim{Subject: f.subject(), Name: s.Name, Show: Words(c.r.Text, s.Content)}
	if len(s.Content) == 0 {
		return
	}
	x.Span = s.Content[0]
	x.Holder = c.speaker(s)
	if first, last := Days(s.Said); first == last {
		x.Day = first
	}
	c.began(seq, s, x)
	if f.Process == "" {
		c.charged(seq, s, x)
	}
	if x.Subject.IsZero() {
		c.blamed(seq, s, x)
	}
	if x.Subject.IsZero() && s.Act != "deny" && s.Act != "reject" {
		return
	}
	cs := c.cues(s.Content)
	c.denial(seq, s, x, cs)
	if x.Subject.IsZero() {
		return
	}
	breach := tellsBreach(cs)
	if s.Act == "accuse" || breach {
		x.Against, x.Target = c.accused(s)
		if !x.Against.IsZero() && x.Against != x.Holder {
			y := x
			y.Slot, y.Value, y.Breach, y.Side = SlotBlame, x.Against.String(), breach, c.side(s, x.Holder)
			c.add(seq, y)
			y.Side = ID{}
			y.Slot, y.Of, y.Value = SlotDenial, x.Against.String(), "charged"
			c.add(seq, y)
		}
		x.Against, x.Target = ID{}, ""
	}
	if s.Act == "accept" || s.Act == "reject" {
		y := x
		y.Slot, y.Of, y.Value = SlotPosition, x.Holder.String(), s.Act
		c.add(seq, y)
	}
	if out := tellsAgreement(cs); out != "" && outcomeActs[s.Act] && (has(cs, cueSitting) || has(cs[:min(len(cs), 3)], cueAgreed)) {
		y := x
		y.Slot, y.Value = SlotOutcome, out
		c.add(seq, y)
	}
	if c.explainsAttendance(s) {
		x.Slot, x.Value = SlotReason, x.Holder.String()
		c.add(seq, x)
	}
}

// speaker is who makes a statement; a capital is the state that it speaks for, and of
// several who speak together the first stands for them: «the government and the mission».
func (c *claimer) speaker(s *fact.Statement) ID {
	if s.Actor != "" {
		id, _ := c.state(fact.Actor{ID: s.Actor, Name: s.Name})
		return id
	}
	if first, _, several := strings.Cut(s.Name, " و"); several {
		if a, ok := c.kinds[c.plain(first)]; ok && a.ID != "" {
			id, _ := c.state(a)
			return id
		}
	}
	id, _ := c.actor(s.Name)
	return id
}

// outcomeActs are the acts that tell of what has come out; what is demanded or
// expected has not.
var outcomeActs = map[string]bool{"state": true, "announce": true, "confirm": true, "criticise": true, "accuse": true, "deny": true}

// explainsAttendance reports whether s tells why somebody did not come to a
// sitting, or came late. The reason may be a statement of its own after its
// effect: «they will not attend the talks because of, they said, …».
func (d *desk) explainsAttendance(s *fact.Statement) bool {
	cs := d.cues(s.Content)
	sits := func(cs []cue) bool {
		return has(cs, cueSitting) || follows(cs, cueNot|cueFail, cueAttend, 2)
	}
	if tellsAttendance(cs) && sits(cs) {
		return true
	}
	led := cues(strings.Fields(plain(sentenceBefore(d.r, s))))
	return has(led[max(0, len(led)-5):], cueCause) && has(led, cueAttend) && sits(led)
}

// sentenceBefore are the words of the sentence before a statement's content,
// some dozens at most.
func sentenceBefore(r *fact.Reading, s *fact.Statement) string {
	if len(s.Content) == 0 {
		return ""
	}
	src := r.Text[:s.Content[0].Start]
	src = src[max(0, len(src)-2*around):]
	if i := strings.LastIndexAny(src, ".\n؟!"); i >= 0 {
		return src[i+1:]
	}
	_, after, _ := strings.Cut(src, " ")
	return after
}

// accused is whom a statement charges: its target, else the first actor of its
// words. A place counts only where the words begin with it.
func (c *claimer) accused(s *fact.Statement) (ID, string) {
	if a, ok := c.kinds[c.plain(s.Target)]; ok {
		return c.state(a)
	}
	best := fact.Mention{Span: text.Span{Start: len(c.r.Text)}}
	for _, m := range c.r.Mentions {
		if m.Start >= best.Start || m.Actor == "" || m.Actor == s.Actor {
			continue
		}
		if i := slices.IndexFunc(s.Content, m.Span.Overlaps); i < 0 || strings.HasPrefix(m.Actor, "place:") && m.Start > s.Content[i].Start+2 {
			continue
		}
		best = m
	}
	if best.Actor == "" {
		return ID{}, ""
	}
	return c.state(fact.Actor{ID: best.Actor, Name: best.Name})
}

func (c *claimer) commitment(seq int, m *fact.Commitment) {
	f := &c.fs[seq]
	x := Claim{Subject: f.subject(), Show: Words(c.r.Text, m.Content), Name: m.AllegedBy}
	if x.Subject.IsZero() || len(m.Content) == 0 {
		return
	}
	x.Span = m.Content[0]
	x.Against, x.Target = c.actor(m.By)
	x.Holder, _ = c.actor(m.AllegedBy)
	switch m.Status {
	case "breach-alleged":
		x.Slot, x.Value, x.Breach = SlotBlame, x.Against.String(), true
		c.add(seq, x)
		x.Slot, x.Of, x.Value = SlotDenial, x.Against.String(), "charged"
	case "breach-denied":
		x.Slot, x.Of, x.Value = SlotDenial, x.Against.String(), "denied"
		if m.AllegedBy == "" {
			x.Holder, x.Name = x.Against, x.Target
		}
	}
	if x.Slot != "" {
		c.add(seq, x)
	}
}

// ceasefire: who is charged with breaking a truce: the one party told, else
// nobody (the statement that charges him makes its own claim).
func (c *claimer) ceasefire(seq int, t *fact.Ceasefire) {
	f := &c.fs[seq]
	if t.Event != "violation-alleged" || t.AllegedBy == "" || len(t.Parties) != 1 || len(t.Evidence) == 0 {
		return
	}
	x := Claim{Subject: f.subject(), Slot: SlotBlame, Breach: true, Name: t.AllegedBy, Show: Words(c.r.Text, t.Evidence), Span: t.Evidence[0]}
	x.Holder, _ = c.actor(t.AllegedBy)
	x.Against, x.Target = c.actor(t.Parties[0])
	x.Value = x.Against.String()
	if x.Holder != x.Against {
		c.add(seq, x)
	}
}
