package record

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// mixer hashes what a blocking key is made of, part by part. Two keys that
// happen to be one only cost a comparison, so that it need not be a good hash.
type mixer uint64

const (
	mixStart = mixer(14695981039346656037)
	mixPrime = 1099511628211
)

func (h mixer) part(s string) mixer {
	for i := range len(s) {
		h = (h ^ mixer(s[i])) * mixPrime
	}
	return (h ^ 0xff) * mixPrime // a part cannot reach into the next
}

func (h mixer) number(n uint64) mixer {
	h = (h ^ mixer(n)) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// key is the blocking key.
func (h mixer) key() int64 {
	x := uint64(h)
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	x = (x ^ x>>33) * 0xc4ceb9fe1a85ec53
	return int64((x ^ x>>33) >> (64 - HashBits))
}

// key hashes parts to a blocking key.
func key(parts ...string) int64 {
	h := mixStart
	for _, p := range parts {
		h = h.part(p)
	}
	return h.key()
}

// trait is the trait of one finding.
func (d *desk) trait(f *Finding) Trait {
	r := d.r
	t := Trait{Fact: f.Fact}
	m := marks{Day: r.Published.Day()}
	switch b := f.Body.(type) {
	case *Sighting:
		m.Day = "" // names do not change with the day
		t.Keys = d.actorTrait(b, &m)
	case *fact.Meeting:
		t.Keys = d.meetingTrait(f, b, &m)
	case *fact.Statement:
		who := d.plain(b.Name)
		if b.Kind != "unnamed" && len(f.Actors) > 0 && f.Actors[0].Part == Speaker {
			who = f.Actors[0].Actor.String()
		}
		t.Keys = d.wordsTrait(f, &m, who, "", b.Content)
	case *fact.Commitment:
		t.Keys = d.wordsTrait(f, &m, d.plain(b.By), b.Status+"|"+d.plain(b.AllegedBy), b.Content)
	case *fact.Demand:
		t.Keys = d.wordsTrait(f, &m, d.plain(b.By), "", b.Content)
	case *fact.Ceasefire:
		t.Keys = d.wordsTrait(f, &m, d.names(b.Parties), b.Event, b.Evidence)
	case *fact.Incident:
		t.Keys = d.wordsTrait(f, &m, d.names(b.Actor), b.Type+"|"+b.Modal, b.Evidence)
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
func (d *desk) wordsTrait(f *Finding, m *marks, who, kind string, spans []text.Span) []int64 {
	ws := d.fields(spans)
	m.Name, m.Kind, m.Words = who, kind, len(ws)
	if f.Fact.Kind != Statements {
		m.First = f.First
	}
	k := f.Fact.Kind.String()
	if len(ws) < leastWords {
		m.Text = strings.Join(ws, " ")
		return inPeriods(nil, m, mixStart.part(k).part(who).part(kind).part(m.Text))
	}
	runs := runsOf(ws)
	m.Runs = least(runs)
	keys := make([]int64, 0, 2*orders)
	base := mixStart.part(k).part(who).part(kind)
	for i, least := range minima(runs) {
		keys = inPeriods(keys, m, base.number(uint64(i)).number(uint64(least)))
	}
	return keys
}

// longWords is how many words are no set phrase: those who say them nearly
// alike say the same, whenever that was.
const longWords = 2 * leastWords

// inPeriods appends the keys of words that m's article prints. A phrase that an archive
// prints for years is compared only with what stands within some weeks of it:
// two days that are at most sameStatement apart have a period in common.
func inPeriods(keys []int64, m *marks, of mixer) []int64 {
	if m.Words >= longWords {
		return append(keys, of.key())
	}
	if m.Day == "" {
		return keys
	}
	n := between("1970-01-01", m.Day)
	for i, from := range [...]int{n, n + sameStatement} {
		keys = append(keys, of.number(uint64(i)).number(uint64(from/(2*sameStatement))).key())
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
func (d *desk) meetingTrait(f *Finding, b *fact.Meeting, m *marks) []int64 {
	m.Kind, m.Process, m.Ordinal, m.Place = family(b.Kind), f.Process, f.Ordinal, d.plain(b.Place)
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
	ws := d.fields(b.Evidence)
	if len(ws) < leastWords {
		return nil
	}
	runs := runsOf(ws)
	m.Runs, m.Words, m.Name = least(runs), len(ws), b.Kind // a visit and the talks held on it are told in one sentence
	base := mixStart.part("meeting").part(b.Kind).part(m.Process)
	for i, least := range minima(runs) {
		keys = inPeriods(keys, m, base.number(uint64(i)).number(uint64(least)))
	}
	return keys
}

// actorTrait marks persons by their first and last names and by last name and
// office, and bodies by how their names begin. All ties of actors are soft.
func (d *desk) actorTrait(s *Sighting, m *marks) []int64 {
	ns := strings.Fields(d.plain(s.Name))
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
			if o := d.plain(o); strings.Contains(o, " ") { // «the president» alone is nobody's
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
