package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
)

// EventSentence is an Arabic sentence that coders voted on: does it tell an event
// of the type? Actor and Recipient are the words that they marked, where they
// agreed on any.
type EventSentence struct {
	ID        string
	Type      string // PLOVER type asked for
	Label     string // yes, easy no, difficult no, ambiguous; "" in files of spans
	Text      string
	Actor     string
	Recipient string
}

// ReadEvents reads sentences, one JSON object a line. It fails on the first line
// that is no such object, naming it.
func ReadEvents(r io.Reader) ([]EventSentence, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	var out []EventSentence
	for n := 1; sc.Scan(); n++ {
		var w struct {
			ID     string `json:"id"`
			Source string `json:"source"`
			Type   string `json:"event_type"`
			Label  string `json:"label"`
			Text   string `json:"text"`
			Actor  string `json:"source_gold"`
			Target string `json:"target_gold"`
		}
		if err := json.Unmarshal(sc.Bytes(), &w); err != nil {
			return out, fmt.Errorf("events, line %d: %w", n, err)
		}
		if w.ID == "" {
			w.ID = w.Source
		}
		out = append(out, EventSentence{w.ID, w.Type, w.Label, w.Text, w.Actor, w.Target})
	}
	return out, sc.Err()
}

// EventScore counts how a reader codes voted sentences.
type EventScore struct {
	Sentences map[string]int // by label
	Coded     map[string]int // by label: those with an incident of the type asked for
	Actors    int            // sentences with agreed words for the actor
	ActorHits int            // of them, those where an incident of the type has an actor that shares a word with these
	Targets   int
	TargetHit int
}

// Share is the part of the label's sentences that were coded with the type.
func (s EventScore) Share(label string) float64 {
	if s.Sentences[label] == 0 {
		return 0
	}
	return float64(s.Coded[label]) / float64(s.Sentences[label])
}

// ScoreEvents reads every sentence and compares what it finds with the votes.
func ScoreEvents(sentences []EventSentence, read func(text string) []fact.Incident) EventScore {
	s := EventScore{Sentences: map[string]int{}, Coded: map[string]int{}}
	for _, e := range sentences {
		s.Sentences[e.Label]++
		coded, actor, target := false, false, false
		for _, in := range read(e.Text) {
			if in.Type != e.Type {
				continue
			}
			coded = true
			actor = actor || anyShares(in.Actor, e.Actor)
			target = target || anyShares(in.Recipient, e.Recipient)
		}
		if coded {
			s.Coded[e.Label]++
		}
		if e.Actor != "" {
			s.Actors++
			if actor {
				s.ActorHits++
			}
		}
		if e.Recipient != "" {
			s.Targets++
			if target {
				s.TargetHit++
			}
		}
	}
	return s
}

// anyShares reports whether one of the names has a word in common with gold.
func anyShares(names []string, gold string) bool {
	if gold == "" {
		return false
	}
	want := map[string]bool{}
	for _, w := range strings.Fields(arabic.Fold(gold)) {
		if k := key(w); k != "" {
			want[k] = true
		}
	}
	for _, n := range names {
		for _, w := range strings.Fields(arabic.Fold(n)) {
			if want[key(w)] {
				return true
			}
		}
	}
	return false
}

// key is a folded word without particles and article, "" for words of one or two
// letters.
func key(w string) string {
	w = strings.Trim(w, "«»\"“”.,،()")
	for _, p := range [...]string{"وال", "بال", "لل", "ال", "و", "ب", "ل"} {
		if len(w) > len(p)+5 && strings.HasPrefix(w, p) {
			w = w[len(p):]
			break
		}
	}
	if len(w) <= 4 {
		return ""
	}
	return w
}
