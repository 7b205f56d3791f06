package record

import (
	"mahdar/arabic"
	"mahdar/fact"
)

// Derived is all that one reading contributes to the record.
type Derived struct {
	Findings []Finding
	Traits   []Trait // of Findings, one each
	Claims   []Claim
	Clues    []Clue
}

// Derive lists what r contributes. It costs half of what Findings, Traits,
// Claims and Clues cost one by one. tokens are those of r.Text; nil where the
// caller has none.
func Derive(r *fact.Reading, tokens *arabic.Text) Derived {
	d := newDesk(r, tokens)
	fs := d.findings()
	return Derived{Findings: fs, Traits: d.traits(fs), Claims: d.claims(fs), Clues: cluesOf(r, fs)}
}
