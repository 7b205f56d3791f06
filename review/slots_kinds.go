package review

import (
	"slices"
	"strconv"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

func actorFields() []field {
	return []field{
		plainField("name", func(s *record.Sighting) *string { return &s.Name }),
		plainField("english", func(s *record.Sighting) *string { return &s.English }),
		plainField("type", func(s *record.Sighting) *string { return (*string)(&s.Type) }, "PER", "ORG", "LOC"),
		plainField("kind", func(s *record.Sighting) *string { return &s.Kind }),
		plainField("country", func(s *record.Sighting) *string { return &s.Country }),
		plainField("sector", func(s *record.Sighting) *string { return &s.Sector }),
		plainField("wikidata", func(s *record.Sighting) *string { return &s.Wikidata }),
		listField("offices", func(s *record.Sighting) *[]string { return &s.Offices }),
	}
}

func meetingFields() []field {
	return []field{
		plainField("process", func(m *fact.Meeting) *string { return &m.Process }),
		{name: "ordinal", number: true,
			get: func(b any, _ string) string { return count(b.(*fact.Meeting).Ordinal) },
			set: func(b any, _, v string) bool { return setCount(&b.(*fact.Meeting).Ordinal, v) }},
		plainField("kind", func(m *fact.Meeting) *string { return &m.Kind }, "round", "session", "bilateral", "conference", "visit", "call"),
		plainField("status", func(m *fact.Meeting) *string { return &m.Status }, "planned", "opened", "ongoing", "concluded", "collapsed", "postponed", "cancelled"),
		plainField("place", func(m *fact.Meeting) *string { return &m.Place }),
		dayField("start", func(m *fact.Meeting) *string { return &m.Start }),
		dayField("end", func(m *fact.Meeting) *string { return &m.End }),
		plainField("closed", func(m *fact.Meeting) *string { return &m.Closed }, "open", "closed"),
		wordsField("agenda", func(m *fact.Meeting) *[]text.Span { return &m.Agenda }),
		wordsField("outcome", func(m *fact.Meeting) *[]text.Span { return &m.Outcome }),
		wordsField("next", func(m *fact.Meeting) *[]text.Span { return &m.Next }),
		wordsField("evidence", func(m *fact.Meeting) *[]text.Span { return &m.Evidence }),
	}
}

func statementFields() []field {
	return []field{
		plainField("name", func(s *fact.Statement) *string { return &s.Name }),
		plainField("actor", func(s *fact.Statement) *string { return &s.Actor }),
		plainField("kind", func(s *fact.Statement) *string { return &s.Kind }, "person", "office", "organisation", "country", "group", "unnamed"),
		plainField("act", func(s *fact.Statement) *string { return &s.Act }, "state", "announce", "expect", "accuse", "deny", "pledge", "demand",
			"propose", "accept", "reject", "threaten", "warn", "criticise", "praise"),
		plainField("mode", func(s *fact.Statement) *string { return &s.Mode }, "direct", "indirect", "mixed"),
		plainField("modality", func(s *fact.Statement) *string { return &s.Modal }, "asserted", "future", "hypothetical", "negated"),
		wordsField("content", func(s *fact.Statement) *[]text.Span { return &s.Content }),
		spanField("cue", func(s *fact.Statement) *text.Span { return &s.Cue }),
		spanField("speaker", func(s *fact.Statement) *text.Span { return &s.Speaker }),
		{name: "via",
			get: func(b any, _ string) string {
				var names []string
				for _, v := range b.(*fact.Statement).Via {
					names = append(names, v.Name)
				}
				return strings.Join(names, separator)
			},
			set: func(b any, _, v string) bool { setVia(b.(*fact.Statement), splitList(v)); return true }},
		plainField("target", func(s *fact.Statement) *string { return &s.Target }),
		plainField("venue", func(s *fact.Statement) *string { return &s.Venue }),
		dayField("said", func(s *fact.Statement) *string { return &s.Said }),
	}
}

// setVia gives a statement its chain; relays that were there keep their places.
func setVia(s *fact.Statement, names []string) {
	var out []fact.Relay
	for _, n := range names {
		r := fact.Relay{Name: n}
		for _, old := range s.Via {
			if sameName(old.Name, n) {
				r.Span = old.Span
			}
		}
		out = append(out, r)
	}
	s.Via = out
}

func ceasefireFields() []field {
	return []field{
		plainField("event", func(c *fact.Ceasefire) *string { return &c.Event }, "proposed", "declared", "in-force", "extended", "violation-alleged", "collapsed", "mechanism"),
		listField("parties", func(c *fact.Ceasefire) *[]string { return &c.Parties }),
		listField("guarantors", func(c *fact.Ceasefire) *[]string { return &c.Guarantors }),
		dayField("date", func(c *fact.Ceasefire) *string { return &c.Date }),
		plainField("place", func(c *fact.Ceasefire) *string { return &c.Place }),
		plainField("alleged_by", func(c *fact.Ceasefire) *string { return &c.AllegedBy }),
		wordsField("evidence", func(c *fact.Ceasefire) *[]text.Span { return &c.Evidence }),
	}
}

func incidentFields() []field {
	return []field{
		plainField("type", func(i *fact.Incident) *string { return &i.Type }, "ASSAULT", "RETREAT", "AGREE", "CONSULT", "COOPERATE", "SUPPORT", "CONCEDE", "AID",
			"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "PROTEST", "COERCE"),
		plainField("mode", func(i *fact.Incident) *string { return &i.Mode }),
		plainField("cameo", func(i *fact.Incident) *string { return &i.CAMEO }),
		listField("actor", func(i *fact.Incident) *[]string { return &i.Actor }),
		listField("recipient", func(i *fact.Incident) *[]string { return &i.Recipient }),
		dayField("date", func(i *fact.Incident) *string { return &i.Date }),
		plainField("place", func(i *fact.Incident) *string { return &i.Place }),
		plainField("weapon", func(i *fact.Incident) *string { return &i.Weapon }),
		plainField("modality", func(i *fact.Incident) *string { return &i.Modal }, "asserted", "attributed", "future", "hypothetical", "negated"),
		plainField("source", func(i *fact.Incident) *string { return &i.Source }),
		wordsField("evidence", func(i *fact.Incident) *[]text.Span { return &i.Evidence }),
	}
}

// ParticipantSlots are the slots of one participant of a meeting, each followed
// by «:NAME»; participant takes yes and no and puts one in or out.
func ParticipantSlots() []string {
	return []string{"participant", "role", "attendance", "size", "head", "reason"}
}

func participantField(slot string) (field, bool) {
	what, name, ok := strings.Cut(slot, ":")
	name = strings.TrimSpace(name)
	if !ok || name == "" || !slices.Contains(ParticipantSlots(), what) {
		return field{}, false
	}
	f := field{name: slot}
	switch what {
	case "participant":
		f.allowed = []string{"yes", "no"}
	case "role":
		f.allowed = []string{"party", "guarantor", "mediator", "host", "observer", "head", "sponsor"}
	case "attendance":
		f.allowed = []string{"attended", "expected", "boycotted", "late", "absent", "withdrew", "refused"}
	case "size":
		f.number = true
	}
	f.get = func(b any, _ string) string {
		for i := range b.(*fact.Meeting).Participants {
			if p := &b.(*fact.Meeting).Participants[i]; sameName(p.Name, name) {
				return participantValue(p, what)
			}
		}
		return ""
	}
	f.set = func(b any, _, v string) bool { return setParticipant(b.(*fact.Meeting), name, what, v) }
	return f, true
}

func participantValue(p *fact.Participant, what string) string {
	switch what {
	case "participant":
		return "yes"
	case "role":
		return p.Role
	case "attendance":
		return p.Attendance
	case "size":
		return count(p.Size)
	case "head":
		return p.Head
	}
	return p.Reason
}

func setParticipant(m *fact.Meeting, name, what, v string) bool {
	i := slices.IndexFunc(m.Participants, func(p fact.Participant) bool { return sameName(p.Name, name) })
	if what == "participant" {
		switch {
		case v == "no" && i >= 0:
			m.Participants = slices.Delete(slices.Clone(m.Participants), i, i+1)
		case v == "yes" && i < 0:
			m.Participants = append(slices.Clip(m.Participants), fact.Participant{Name: name})
		}
		return true
	}
	if i < 0 {
		m.Participants = append(slices.Clip(m.Participants), fact.Participant{Name: name})
		i = len(m.Participants) - 1
	}
	switch p := &m.Participants[i]; what {
	case "role":
		p.Role = v
	case "attendance":
		p.Attendance = v
	case "size":
		return setCount(&p.Size, v)
	case "head":
		p.Head = v
	case "reason":
		p.Reason = v
	}
	return true
}

// count is a number whose 0 is none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func setCount(to *int, v string) bool {
	n := 0
	if v != "" {
		var err error
		if n, err = strconv.Atoi(v); err != nil || n < 0 {
			return false
		}
	}
	*to = n
	return true
}

// sameName compares names as they are spelled, without regard to marks,
// variants of letters and blanks.
func sameName(a, b string) bool { return folded(a) == folded(b) }

func folded(s string) string { return strings.Join(strings.Fields(arabic.Fold(s)), " ") }

// BodySlots are the slots that one finding has beside those of its kind: of
// the participants of a meeting, those that say something.
func BodySlots(body any) []string {
	m, ok := body.(*fact.Meeting)
	if !ok {
		return nil
	}
	var out []string
	for i := range m.Participants {
		p := &m.Participants[i]
		told := false
		for _, what := range ParticipantSlots()[1:] {
			if participantValue(p, what) != "" {
				out = append(out, what+":"+p.Name)
				told = true
			}
		}
		if !told {
			out = append(out, "participant:"+p.Name)
		}
	}
	return out
}
