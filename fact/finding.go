package fact

import (
	"bytes"
	"encoding/json"
	"fmt"

	"mahdar/text"
)

// MarshalFinding writes one finding of a reading (a pointer: *Statement,
// *Meeting, …) as it stands in the public form of the reading. src is the
// article's text and off its index.
func MarshalFinding(src string, off *text.Offsets, finding any) ([]byte, error) {
	r := Reading{Text: src}
	switch f := finding.(type) {
	case *Meeting:
		r.Meetings = []Meeting{*f}
	case *Statement:
		r.Statements = []Statement{*f}
	case *Commitment:
		r.Commitments = []Commitment{*f}
	case *Demand:
		r.Demands = []Demand{*f}
	case *Ceasefire:
		r.Ceasefires = []Ceasefire{*f}
	case *Incident:
		r.Incidents = []Incident{*f}
	case *Figure:
		r.Figures = []Figure{*f}
	case *Actor:
		r.Actors = []Actor{*f}
	default:
		return nil, fmt.Errorf("%T is no finding of a reading", finding)
	}
	w := encoder{src: src, off: off}.reading(&r)
	var v any
	switch finding.(type) {
	case *Meeting:
		v = w.Meetings[0]
	case *Statement:
		v = w.Statements[0]
	case *Commitment:
		v = w.Commitments[0]
	case *Demand:
		v = w.Demands[0]
	case *Ceasefire:
		v = w.Ceasefires[0]
	case *Incident:
		v = w.Incidents[0]
	case *Figure:
		v = w.Figures[0]
	case *Actor:
		v = w.Actors[0]
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
