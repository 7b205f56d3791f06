package record

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// key hashes parts to a blocking key.
func key(parts ...string) int64 {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return int64(binary.BigEndian.Uint64(h[:]) >> (64 - idBits))
}

// traitOf is the trait of one finding of r.
func traitOf(r *fact.Reading, f *Finding) Trait {
	t := Trait{Fact: f.Fact}
	m := marks{Day: r.Published.Day()}
	switch b := f.Body.(type) {
	case *Sighting:
		m.Day = "" // names do not change with the day
		t.Keys = actorTrait(b, &m)
	case *fact.Meeting:
		t.Keys = meetingTrait(r, f, b, &m)
	case *fact.Statement:
		who := plain(b.Name)
		if b.Kind != "unnamed" && len(f.Actors) > 0 && f.Actors[0].Part == Speaker {
			who = f.Actors[0].Actor.String()
		}
		t.Keys = wordsTrait(r, f, &m, who, "", b.Content)
	case *fact.Commitment:
		t.Keys = wordsTrait(r, f, &m, plain(b.By), b.Status+"|"+plain(b.AllegedBy), b.Content)
	case *fact.Demand:
		t.Keys = wordsTrait(r, f, &m, plain(b.By), "", b.Content)
	case *fact.Ceasefire:
		t.Keys = wordsTrait(r, f, &m, names(b.Parties), b.Event, b.Evidence)
	case *fact.Incident:
		t.Keys = wordsTrait(r, f, &m, names(b.Actor), b.Type+"|"+b.Modal, b.Evidence)
	}
	if len(t.Keys) > 0 {
		slices.Sort(t.Keys)
		t.Keys = slices.Compact(t.Keys)
		t.Body = m.encode()
	}
	return t
}

// leastWords is how many words tie by being alike: fewer are set phrases.
const leastWords = 6

// wordsTrait marks what is told in words of its own by somebody. Two that are
// nearly alike share, with high probability, a band of their sketch.
func wordsTrait(r *fact.Reading, f *Finding, m *marks, who, kind string, spans []text.Span) []int64 {
	ws := strings.Fields(words(r.Text, spans))
	m.Name, m.Kind, m.Words = who, kind, len(ws)
	if f.Fact.Kind != Statements {
		m.First = f.First
	}
	k := f.Fact.Kind.String()
	if len(ws) < leastWords {
		m.Text = strings.Join(ws, " ")
		return inPeriods(m, k, who, kind, m.Text)
	}
	runs := runsOf(ws)
	m.Runs = least(runs)
	var keys []int64
	for _, b := range minima(runs) {
		keys = append(keys, inPeriods(m, k, who, kind, b)...)
	}
	return keys
}

// longWords is how many words are no set phrase: those who say them nearly
// alike say the same, whenever that was.
const longWords = 2 * leastWords

// inPeriods are keys of words that m's article prints. A phrase that an archive
// prints for years is compared only with what stands within some weeks of it:
// two days that are at most sameStatement apart have a period in common.
func inPeriods(m *marks, parts ...string) []int64 {
	if m.Words >= longWords {
		return []int64{key(parts...)}
	}
	if m.Day == "" {
		return nil
	}
	n := between("1970-01-01", m.Day)
	var keys []int64
	for i, from := range [...]int{n, n + sameStatement} {
		keys = append(keys, key(append(parts, itoa(i), itoa(from/(2*sameStatement)))...))
	}
	return keys
}

// Families of meetings: those in one can be the same meeting.
func family(kind string) string {
	switch kind {
	case "bilateral", "visit", "":
		return "visit"
	case "round", "conference":
		return "talks"
	}
	return kind
}

// meetingTrait marks a meeting of a day by that day and who came, and one
// without a day by its words.
func meetingTrait(r *fact.Reading, f *Finding, b *fact.Meeting, m *marks) []int64 {
	m.Kind, m.Process, m.Ordinal, m.Place = family(b.Kind), f.Process, f.Ordinal, plain(b.Place)
	m.First, m.Last = fullDay(b.Start), fullDay(b.End)
	for _, l := range f.Actors {
		m.Who = append(m.Who, l.Actor.Hash)
	}
	slices.Sort(m.Who)
	m.Who = slices.Compact(m.Who)
	var keys []int64
	for _, day := range []string{m.First, m.Last} {
		if day == "" {
			continue
		}
		if m.Kind == "talks" && m.Process != "" {
			keys = append(keys, key("process", m.Kind, m.Process, day))
		}
		if m.Ordinal == 0 {
			for _, a := range m.Who[:min(len(m.Who), 16)] {
				keys = append(keys, key("met", m.Kind, day, itoa(int(a))))
			}
		}
	}
	if m.First != "" || m.Last != "" || m.Ordinal > 0 {
		return keys
	}
	ws := strings.Fields(words(r.Text, b.Evidence))
	if len(ws) < leastWords {
		return nil
	}
	runs := runsOf(ws)
	m.Runs, m.Words, m.Name = least(runs), len(ws), b.Kind // a visit and the talks held on it are told in one sentence
	for _, x := range minima(runs) {
		keys = append(keys, inPeriods(m, "meeting", b.Kind, m.Process, x)...)
	}
	return keys
}

// actorTrait marks persons by their first and last names and by last name and
// office, and bodies by how their names begin. All ties of actors are soft.
func actorTrait(s *Sighting, m *marks) []int64 {
	ns := strings.Fields(plain(s.Name))
	if len(ns) == 0 {
		return nil
	}
	m.Name, m.Kind = strings.Join(ns, " "), string(s.Type)
	last := ns[len(ns)-1]
	var keys []int64
	switch s.Type {
	case fact.Person:
		if first, last := firstLast(m.Name); first != last {
			keys = append(keys, key("person", first, last))
		}
		if len(ns) > 1 {
			keys = append(keys, key("tail", ns[len(ns)-2], last))
		}
		for _, o := range s.Offices {
			if o := plain(o); strings.Contains(o, " ") { // «the president» alone is nobody's
				m.Offices = append(m.Offices, o)
				keys = append(keys, key("office", last, o))
			}
		}
		slices.Sort(m.Offices)
	case fact.Organisation:
		if len(ns) >= 3 {
			keys = append(keys, key("body", ns[0], ns[1], ns[2]))
		}
	}
	return keys
}
