package review

import (
	"cmp"
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// Untouched reports whether nobody has decided anything about id or merged or
// split it.
func (s *State) Untouched(id record.ID) bool {
	_, merged := s.lead[id]
	_, split := s.splits[id]
	_, off := s.origin[id]
	return !merged && !split && !off && len(s.by[id]) == 0
}

// Part is what is left to member id of the fact f as it was read: its evidence
// without that which was split off, or only that which id was split off with.
// nil where nothing is left.
func (s *State) Part(id record.ID, f *record.Fact) *record.Fact {
	out := *f
	out.Evidence = nil
	for _, e := range f.Evidence {
		to, off := s.splits[f.ID][e.Article.ID]
		if !off {
			to = f.ID
		}
		if to == id {
			out.Evidence = append(out.Evidence, e)
		}
	}
	if len(out.Evidence) == 0 {
		return nil
	}
	out.ID = id
	return &out
}

// AddedFact is the fact that a decision Add marks in its article; nil where
// its words do not stand there.
func AddedFact(d Decision, a *record.Article) *record.Fact {
	at := text.NewOffsets(a.Text).Span(d.Start, d.End)
	if at.In(a.Text) != d.Exact || at.Empty() {
		return nil
	}
	var body any
	switch d.Fact.Kind {
	case record.Actors:
		body = &record.Sighting{Actor: fact.Actor{Name: strings.Join(strings.Fields(d.Exact), " ")}, Forms: []record.Form{{Words: d.Exact, Span: at, Count: 1}}}
	case record.Meetings:
		body = &fact.Meeting{Evidence: []text.Span{at}, Rule: AddedRule}
	case record.Statements:
		body = &fact.Statement{Content: []text.Span{at}, Mode: "indirect", Act: "state", Rule: AddedRule}
	case record.Commitments:
		body = &fact.Commitment{Content: []text.Span{at}, Status: "made", Rule: AddedRule}
	case record.Demands:
		body = &fact.Demand{Content: []text.Span{at}, Answer: "none", Rule: AddedRule}
	case record.Ceasefires:
		body = &fact.Ceasefire{Evidence: []text.Span{at}, Rule: AddedRule}
	case record.Incidents:
		body = &fact.Incident{Evidence: []text.Span{at}, Rule: AddedRule}
	case record.Figures:
		body = &fact.Figure{Span: at, Rule: AddedRule}
	default:
		return nil
	}
	return &record.Fact{ID: d.Fact, Evidence: []record.Evidence{{Article: a, Body: body}}}
}

// AddedRule is the rule of a finding that a person has marked.
const AddedRule = "review.added"

// Apply makes one fact out of parts: the members that go under one lead, each
// as Part or AddedFact gives it, rejected ones left out. Corrected slots are
// set in the evidence, and Review says what had been read. about is the place
// in the record of a meeting that a fact is moved to; it may be nil.
func (s *State) Apply(parts []*record.Fact, about func(record.ID) (process string, ok bool)) *record.Fact {
	if len(parts) == 0 {
		return nil
	}
	lead := s.Lead(parts[0].ID)
	f := *parts[0]
	f.ID, f.Evidence = lead, nil
	var members []record.ID
	for _, p := range parts {
		members = append(members, p.ID)
		f.Evidence = append(f.Evidence, p.Evidence...)
	}
	if len(parts) > 1 {
		slices.SortStableFunc(f.Evidence, func(a, b record.Evidence) int { return compareArticles(a.Article, b.Article) })
	}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		e.Body = clone(e.Body)
		e.About = s.Identity(e.About, e.Article.ID)
	}
	placed := len(parts) > 1 || parts[0].Label == "" && parts[0].First == ""
	if _, off := s.Origin(parts[0].ID); off || len(s.splits[parts[0].ID]) > 0 {
		placed = true
	}
	f.Review = s.review(members)
	moved := s.correct(&f, members)
	if placed || moved {
		place(&f)
	}
	s.tie(&f, members)
	if about != nil && hasAbout(lead.Kind) && !f.Evidence[0].About.IsZero() {
		if p, ok := about(f.Evidence[0].About); ok {
			f.Process = p
		}
	}
	if len(f.Review.Slots)+len(f.Review.Links)+len(f.Review.Comments)+len(f.Review.Merged) == 0 && f.Review.Status == "" && f.Review.SplitOff.IsZero() {
		f.Review = nil
	}
	return &f
}

// compareArticles orders evidence as stores do: by day, those without last,
// then by the article's hash.
func compareArticles(a, b *record.Article) int {
	return cmp.Or(cmp.Compare(orLast(a.Published.Day()), orLast(b.Published.Day())), cmp.Compare(a.ID, b.ID))
}

func orLast(day string) string {
	if day == "" {
		return "~"
	}
	return day
}

// clone copies a body so far as Set changes it.
func clone(body any) any {
	switch b := body.(type) {
	case *record.Sighting:
		c := *b
		return &c
	case *fact.Meeting:
		c := *b
		c.Participants = slices.Clone(b.Participants)
		return &c
	case *fact.Statement:
		c := *b
		return &c
	case *fact.Commitment:
		c := *b
		return &c
	case *fact.Demand:
		c := *b
		return &c
	case *fact.Ceasefire:
		c := *b
		return &c
	case *fact.Incident:
		c := *b
		return &c
	case *fact.Figure:
		c := *b
		return &c
	}
	return body
}

// review is the status of what members have become.
func (s *State) review(members []record.ID) *record.Review {
	r := &record.Review{}
	for _, m := range members {
		v, judged := s.verdict(m)
		if !judged {
			continue
		}
		got, _ := v.settle()
		_, added := s.Added(m)
		switch {
		case len(got.disputed) > 0:
			r.Status = "disputed"
		case r.Status == "disputed":
		case got.value == string(Reject) && (r.Status == "" || r.Status == "rejected"):
			r.Status = "rejected"
		case got.value == string(Reject):
		case added:
			r.Status = "added"
		case r.Status != "added":
			r.Status = "accepted"
		}
	}
	return r
}

// correct sets the slots that people have corrected, and notes them; moved
// where that may change the fact's place in the record.
func (s *State) correct(f *record.Fact, members []record.ID) (moved bool) {
	votes := s.slotVotes(members)
	slots := make([]string, 0, len(votes))
	for slot := range votes {
		slots = append(slots, slot)
	}
	// whether somebody takes part comes before how
	slices.SortFunc(slots, func(a, b string) int {
		return cmp.Or(-cmp.Compare(b2i(strings.HasPrefix(a, "participant:")), b2i(strings.HasPrefix(b, "participant:"))), cmp.Compare(a, b))
	})
	for _, slot := range slots {
		got, ok := votes[slot].settle()
		if !ok {
			continue
		}
		c := record.Corrected{Slot: slot, Read: readValue(f, slot), Coder: strings.Join(got.coders, ", "), Reason: got.reason}
		c.Value = c.Read
		switch {
		case len(got.disputed) > 0:
			for _, v := range got.disputed {
				if v == asRead {
					v = c.Read
				}
				c.Disputed = append(c.Disputed, v)
			}
			f.Review.Status = "disputed"
		case got.value == asRead:
			continue
		case !setAll(f, slot, got.value):
			c.Disputed = []string{got.value} // its words are in none of the articles any more
		default:
			c.Value = got.value
			moved = true
		}
		if c.Value != c.Read && f.Review.Status == "accepted" {
			f.Review.Status = "corrected"
		}
		f.Review.Slots = append(f.Review.Slots, c)
	}
	return moved
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ReadValue is what the evidence of f says of a slot, each value once, parted
// by « / ».
func ReadValue(f *record.Fact, slot string) string { return readValue(f, slot) }

// Takes reports whether any evidence of f can give a slot this value: words
// must stand in its article.
func Takes(f *record.Fact, slot, value string) bool {
	return slot == About || slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return Can(f.ID.Kind, e.Body, e.Article.Text, slot, value) })
}

// readValue is what the evidence says of a slot, each value once.
func readValue(f *record.Fact, slot string) string {
	var out []string
	for _, e := range f.Evidence {
		v := e.About.String()
		if slot != About {
			v = Get(f.ID.Kind, e.Body, e.Article.Text, slot)
		}
		if v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return strings.Join(out, " / ")
}

// setAll gives the slot its value in all evidence that can take it.
func setAll(f *record.Fact, slot, value string) bool {
	any := false
	for i := range f.Evidence {
		e := &f.Evidence[i]
		if slot == About {
			id := record.ID{}
			if id.UnmarshalText([]byte(value)) != nil {
				return false
			}
			e.About, any = id, true
			continue
		}
		if Set(f.ID.Kind, e.Body, e.Article.Text, slot, value) {
			any = true
		}
	}
	return any
}

// tie notes links, comments and what was merged.
func (s *State) tie(f *record.Fact, members []record.ID) {
	r := f.Review
	for i := range f.Evidence { // a corrected About goes under its lead, too
		f.Evidence[i].About = s.Lead(f.Evidence[i].About)
	}
	for _, m := range members {
		for _, i := range s.by[m] {
			d := s.decisions[i]
			switch {
			case !s.holds(i):
			case d.Verb == Link && !slices.Contains(r.Links, s.Lead(d.Other)):
				r.Links = append(r.Links, s.Lead(d.Other))
			case d.Verb == Comment:
				r.Comments = append(r.Comments, record.Comment{Coder: d.Coder, At: d.At.Format(timeForm), Text: d.Reason})
			}
		}
		if m != f.ID {
			r.Merged = append(r.Merged, m)
		}
		if from, ok := s.Origin(m); ok {
			r.SplitOff = from
		}
	}
	slices.SortStableFunc(r.Comments, func(a, b record.Comment) int { return cmp.Compare(a.At, b.At) })
	slices.SortFunc(r.Links, func(a, b record.ID) int { return cmp.Compare(a.Hash, b.Hash) })
}

// place says anew, from its earliest evidence, where a fact stands.
func place(f *record.Fact) {
	e := f.Evidence[0]
	got, ok := Finding(&fact.Reading{ID: e.Article.ID, Text: e.Article.Text}, e.Body)
	if !ok {
		return
	}
	f.First, f.Last, f.Label = got.First, got.Last, got.Label
	if f.ID.Kind == record.Meetings {
		f.Process, f.Ordinal = got.Process, got.Ordinal
	} else if e.About.IsZero() {
		f.Process = got.Process
	}
}

// Finding is what record makes of one body in the article of r, whose names it
// knows by r's actors and mentions.
func Finding(r *fact.Reading, body any) (record.Finding, bool) {
	one := &fact.Reading{ID: r.ID, Text: r.Text, Published: r.Published, Actors: r.Actors, Mentions: r.Mentions}
	kind := record.Actors
	switch b := body.(type) {
	case *record.Sighting:
		return record.Finding{Label: string(b.Type), Body: b}, true
	case *fact.Meeting:
		one.Meetings, kind = []fact.Meeting{*b}, record.Meetings
	case *fact.Statement:
		one.Statements, kind = []fact.Statement{*b}, record.Statements
	case *fact.Commitment:
		one.Commitments, kind = []fact.Commitment{*b}, record.Commitments
	case *fact.Demand:
		one.Demands, kind = []fact.Demand{*b}, record.Demands
	case *fact.Ceasefire:
		one.Ceasefires, kind = []fact.Ceasefire{*b}, record.Ceasefires
	case *fact.Incident:
		one.Incidents, kind = []fact.Incident{*b}, record.Incidents
	case *fact.Figure:
		one.Figures, kind = []fact.Figure{*b}, record.Figures
	}
	for _, f := range record.Findings(one) {
		if f.Fact.Kind == kind && kind != record.Actors {
			return f, true
		}
	}
	return record.Finding{}, false
}
