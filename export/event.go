package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// event is a fact as an event of PLOVER: actor, act, recipient, day, place.
type event struct {
	Fact       *record.Fact
	Article    *record.Article // of the evidence that tells it
	Type, Mode string
	Aux        []string // auxiliary modes: future, hypothetical
	Contexts   []string
	Actors     []party
	Recipients []party
	When       when
	Place      string
	Spot       spot
	Located    bool      // Spot is known
	Spans      text.Span // all evidence words of the article
	Speaker    text.Span // of statements: who says it, as written
}

// modes are mode and auxiliary modes, none of them empty.
func (e *event) modes() []string {
	out := []string{}
	if e.Mode != "" {
		out = append(out, e.Mode)
	}
	return append(out, e.Aux...)
}

// teller gives each fact as an event and sees to it that what one article tells
// as two kinds of facts (a meeting and the incident of meeting) is one event.
type teller struct {
	*job
	told map[string][]told // by article
}

type told struct {
	span   text.Span
	plover string
	kind   record.Kind
}

// events calls fn with each fact that is an event in PLOVER.
func (j *job) events(fn func(*event) error) error {
	t := &teller{j, map[string][]told{}}
	order := []record.Kind{record.Meetings, record.Incidents, record.Commitments, record.Demands, record.Ceasefires, record.Statements}
	return j.each(func(f *record.Fact) error {
		e, err := t.event(f)
		if err != nil || e == nil {
			return err
		}
		return fn(e)
	}, order...)
}

// event is f as an event, nil where it is none.
func (t *teller) event(f *record.Fact) (*event, error) {
	ev := telling(f)
	e := &event{Fact: f, Article: ev.Article, Spans: extent(record.Spans(ev.Body))}
	label, tr, names := t.describe(e, ev)
	plover, mode, ok := cross(f.ID.Kind.String(), label, tr)
	if !ok {
		t.leave(f, "that are no event in PLOVER")
		return nil, nil
	}
	e.Type, e.Mode = plover, mode
	if t.toldAlready(e) {
		t.leave(f, "told as another event by the same words")
		return nil, nil
	}
	switch tr.modal {
	case "future", "hypothetical":
		e.Aux = append(e.Aux, tr.modal)
	}
	var err error
	if e.Actors, err = t.resolve(e.Article, names.actors); err != nil {
		return nil, err
	}
	if e.Recipients, err = t.resolve(e.Article, names.recipients); err != nil {
		return nil, err
	}
	if e.Spot, e.Located, err = t.spot(e.Article, e.Place); err != nil {
		return nil, err
	}
	e.Contexts = contexts(e)
	return e, nil
}

// telling is the evidence that an event rests on: the earliest, of a meeting the
// earliest that tells the state in which it ended up.
func telling(f *record.Fact) record.Evidence {
	if f.ID.Kind != record.Meetings {
		return f.Evidence[0]
	}
	status := record.MergeMeeting(f).Status.Latest()
	for _, e := range f.Evidence {
		if b, ok := e.Body.(*fact.Meeting); ok && b.Status == status {
			return e
		}
	}
	return f.Evidence[0]
}

// who are names of parties with the ids that the reading gave them.
type who struct{ name, id string }

type sides struct{ actors, recipients []who }

func (t *teller) resolve(a *record.Article, ws []who) ([]party, error) {
	var out []party
	for _, w := range ws {
		if strings.TrimSpace(w.name) == "" {
			continue
		}
		p, err := t.party(a, w.name, w.id)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(out, func(q party) bool { return q.Name == p.Name || p.known() && q.ID == p.ID }) {
			out = append(out, p)
		}
	}
	return out, nil
}

func named(names ...string) []who {
	var out []who
	for _, n := range names {
		out = append(out, who{name: n})
	}
	return out
}

// describe reads day, place, parties and traits of the earliest evidence.
func (t *teller) describe(e *event, ev record.Evidence) (label string, tr traits, s sides) {
	switch b := ev.Body.(type) {
	case *fact.Meeting:
		m := record.MergeMeeting(e.Fact)
		e.When, e.Place = meetingTime(m), m.Place.One()
		label, tr = m.Status.Latest(), traits{mode: meetingMode(m)}
		s = meetingSides(m)
	case *fact.Incident:
		e.When, e.Place = at(b.Date), b.Place
		label, tr = b.Type, traits{mode: b.Mode, cameo: b.CAMEO, modal: b.Modal}
		tr.announced = b.Type == "RETREAT" && t.announced(e)
		s = sides{named(b.Actor...), named(b.Recipient...)}
	case *fact.Commitment:
		label = b.Status
		s = sides{named(b.By), named(b.To)}
		if b.Status == "breach-alleged" {
			s = sides{named(b.AllegedBy), named(b.By)}
		}
	case *fact.Demand:
		label = b.Answer
		s = sides{named(b.By), named(b.Of)}
	case *fact.Ceasefire:
		e.When, e.Place = at(b.Date), b.Place
		label = b.Event
		s = sides{actors: named(b.Parties...)}
		if b.Event == "violation-alleged" {
			s = sides{named(b.AllegedBy), named(b.Parties...)}
		}
	case *fact.Statement:
		e.When, e.Speaker = at(b.Said), b.Speaker
		label, tr = b.Act, traits{entry: b.Entry, modal: b.Modal}
		s = sides{[]who{{b.Name, b.Actor}}, named(b.Target)}
	}
	return label, tr, s
}

// meetingMode is PLOVER's mode of a CONSULT.
func meetingMode(m *record.Meeting) string {
	switch m.Kind.One() {
	case "call":
		return "phone"
	case "visit":
		return "visit"
	}
	sides := 0
	for _, p := range m.Participants {
		switch p.Role.One() {
		case "mediator", "guarantor", "sponsor":
			return "third-party"
		case "observer", "head":
		default:
			sides++
		}
	}
	if sides > 2 {
		return "multilateral"
	}
	return ""
}

// meetingSides: all who meet are actors; of a visit the guest is, and the host
// is recipient.
func meetingSides(m *record.Meeting) (s sides) {
	for _, p := range m.Participants {
		switch p.Attendance.Latest() {
		case "boycotted", "absent", "refused":
			continue
		}
		w := who{p.Name, p.Actor}
		if m.Kind.One() == "visit" && p.Role.One() == "host" {
			s.recipients = append(s.recipients, w)
		} else {
			s.actors = append(s.actors, w)
		}
	}
	return s
}

// announced reports whether an incident's words stand in what the reading has as
// a pledge or an announcement: then it is declared and not done.
func (t *teller) announced(e *event) bool {
	r, err := t.reading(e.Article)
	if err != nil {
		return false // the error comes back where the place is looked up
	}
	for _, s := range r.Statements {
		if (s.Act == "pledge" || s.Act == "announce") && len(s.Content) > 0 && extent(s.Content).Overlaps(e.Spans) {
			return true
		}
	}
	return false
}

// toldAlready reports whether the words have given an event of this type by
// another kind of fact, and notes that they have given one.
func (t *teller) toldAlready(e *event) bool {
	list := t.told[e.Article.ID]
	for _, o := range list {
		if o.kind != e.Fact.ID.Kind && o.plover == e.Type && o.span.Overlaps(e.Spans) {
			return true
		}
	}
	t.told[e.Article.ID] = append(list, told{e.Spans, e.Type, e.Fact.ID.Kind})
	return false
}

// extent is the stretch from the first of the spans to the last.
func extent(ss []text.Span) text.Span {
	var out text.Span
	for _, s := range ss {
		out = out.Union(s)
	}
	return out
}

// contexts are those of PLOVER's contexts that follow from what kind of fact it
// is and who takes part; topics of the words are not read.
func contexts(e *event) []string {
	out := []string{}
	if e.Fact.Process != "" || e.Fact.ID.Kind == record.Meetings {
		out = append(out, "diplomatic")
	}
	if military(e) {
		out = append(out, "military")
	}
	return out
}

// military reports whether an event is a ceasefire, or a deed of those who bear arms.
func military(e *event) bool {
	switch {
	case e.Fact.ID.Kind == record.Ceasefires:
		return true
	case e.Fact.ID.Kind != record.Incidents || quad(e.Type) != 4 && e.Type != "RETREAT" && e.Type != "CONCEDE":
		return false
	}
	return slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(p party) bool {
		s, _ := sectorOf(p)
		return armed(s) && s != "COP"
	})
}

// reach is how far passage looks for the ends of a sentence, in bytes.
const reach = 600

// passage is the span of the sentences in which s stands, at most reach bytes
// longer on each side, cut between words.
func passage(src string, s text.Span) text.Span {
	if s.In(src) == "" {
		return text.Span{}
	}
	from, to := max(0, s.Start-reach), min(len(src), s.End+reach)
	before, after := src[from:s.Start], src[s.End:to]
	if i := lastEnd(before); i >= 0 {
		from += i
	} else if from > 0 {
		from += strings.IndexByte(before, ' ') + 1
	}
	if i := strings.IndexAny(after, ".!؟?\n"); i >= 0 {
		_, size := utf8.DecodeRuneInString(after[i:])
		to = s.End + i + size
	} else if to < len(src) {
		to = s.End + max(0, strings.LastIndexByte(after, ' '))
	}
	for from < s.Start && (src[from] == ' ' || src[from] == '\n' || src[from] == '\r') {
		from++
	}
	for to > s.End && (src[to-1] == ' ' || src[to-1] == '\n' || src[to-1] == '\r') {
		to--
	}
	for from < s.Start && !utf8.RuneStart(src[from]) {
		from++
	}
	for to > s.End && to < len(src) && !utf8.RuneStart(src[to]) {
		to--
	}
	return text.Span{Start: from, End: to}
}

// lastEnd is the offset behind the last end of a sentence in s, -1 for none.
func lastEnd(s string) int {
	i := strings.LastIndexAny(s, ".!؟?\n")
	if i < 0 {
		return -1
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return i + size
}
