package review

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"mahdar/record"
)

// wire is a decision in JSON: the columns of the CSV as keys.
type wire struct {
	ID      string    `json:"id,omitempty"`
	At      string    `json:"at"`
	Coder   string    `json:"coder"`
	Role    Role      `json:"role"`
	Fact    record.ID `json:"fact"`
	Verb    Verb      `json:"verb"`
	Slot    string    `json:"slot,omitempty"`
	Value   string    `json:"value,omitempty"`
	Was     string    `json:"was,omitempty"`
	Other   record.ID `json:"other,omitzero"`
	Article string    `json:"article,omitempty"`
	Start   int       `json:"start,omitempty"`
	End     int       `json:"end,omitempty"`
	Exact   string    `json:"exact,omitempty"`
	Undoes  string    `json:"undoes,omitempty"`
	Reason  string    `json:"reason,omitempty"`
}

// MarshalJSON writes d with its id.
func (d Decision) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(wire{d.ID(), d.At.UTC().Format(timeForm), d.Coder, d.Role, d.Fact, d.Verb, d.Slot, d.Value, d.Was, d.Other, d.Article, d.Start, d.End, d.Exact, d.Undoes, d.Reason})
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// UnmarshalJSON reads what MarshalJSON wrote. It checks the form and not the
// sense: Check does.
func (d *Decision) UnmarshalJSON(b []byte) error {
	var w wire
	if err := json.Unmarshal(b, &w); err != nil {
		return fmt.Errorf("is not a decision: %w", err)
	}
	at, err := time.Parse(timeForm, w.At)
	if err != nil {
		return fmt.Errorf("at %q is not a time; write it as 2031-05-04T09:30:00Z", w.At)
	}
	*d = Decision{at.UTC(), w.Coder, w.Role, w.Fact, w.Verb, w.Slot, w.Value, w.Was, w.Other, w.Article, w.Start, w.End, w.Exact, w.Undoes, w.Reason}
	return nil
}
