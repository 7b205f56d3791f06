package record

import (
	"sort"
	"strconv"

	"mahdar/fact"
	"mahdar/text"
)

// Meeting is a meeting as its evidence tells it, slot by slot.
type Meeting struct {
	*Fact
	Kind, Status, Place, Start, End Slot
	Participants                    []Participant
	Agenda, Outcome, Next           []Phrase
}

// Participant is somebody of whom some evidence says that he was to be there.
type Participant struct {
	Name                                 string
	Actor                                string
	Role, Attendance, Size, Head, Reason Slot
	From                                 []int
}

// Phrase are words of one piece of evidence.
type Phrase struct {
	Words string
	From  int
}

// MergeMeeting lays the evidence of a meeting side by side.
func MergeMeeting(f *Fact) *Meeting {
	m := &Meeting{Fact: f}
	at := map[string]int{}
	for i, e := range f.Evidence {
		b, ok := e.Body.(*fact.Meeting)
		if !ok {
			continue
		}
		m.Kind.Add(b.Kind, i)
		m.Status.Add(b.Status, i)
		m.Place.Add(b.Place, i)
		m.Start.Add(b.Start, i)
		m.End.Add(b.End, i)
		for _, p := range b.Participants {
			k := p.Actor
			if k == "" {
				k = "~" + plain(p.Name)
			}
			j, ok := at[k]
			if !ok {
				j = len(m.Participants)
				at[k] = j
				m.Participants = append(m.Participants, Participant{Name: p.Name, Actor: p.Actor})
			}
			m.Participants[j].add(p, i)
		}
		src := e.Article.Text
		m.Agenda = addWords(m.Agenda, src, b.Agenda, i)
		m.Outcome = addWords(m.Outcome, src, b.Outcome, i)
		m.Next = addWords(m.Next, src, b.Next, i)
	}
	sort.SliceStable(m.Participants, func(i, j int) bool {
		return rank(m.Participants[i].Role.One()) < rank(m.Participants[j].Role.One())
	})
	return m
}

func (p *Participant) add(b fact.Participant, i int) {
	p.Role.Add(b.Role, i)
	p.Attendance.Add(b.Attendance, i)
	p.Head.Add(b.Head, i)
	p.Reason.Add(b.Reason, i)
	if b.Size > 0 {
		p.Size.Add(strconv.Itoa(b.Size), i)
	}
	p.From = append(p.From, i)
}

// rank orders roles as minutes list those present.
func rank(role string) int {
	for i, r := range [...]string{"sponsor", "host", "mediator", "guarantor", "head", "party", "observer"} {
		if r == role {
			return i
		}
	}
	return 7
}

// addWords adds the words under spans unless the same stand there already.
func addWords(to []Phrase, src string, spans []text.Span, i int) []Phrase {
	for _, s := range spans {
		w := s.In(src)
		if w == "" || hasWords(to, w) {
			continue
		}
		to = append(to, Phrase{w, i})
	}
	return to
}

func hasWords(ws []Phrase, w string) bool {
	for _, x := range ws {
		if plain(x.Words) == plain(w) {
			return true
		}
	}
	return false
}
