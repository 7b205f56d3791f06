package record

import "mahdar/fact"

func traitOf(r *fact.Reading, f *Finding) Trait              { return Trait{Fact: f.Fact} }
func compareMarks(k Kind, a, b *marks) (t Tie, ok bool)      { return t, false }
func claimsOf(r *fact.Reading, fs []Finding) []Claim         { return nil }
func weigh(cs []Claim) (d Disagreement, ok bool)             { return d, false }
func trace(f *Fact, text func(article string) string) Origin { return Origin{Earliest: -1} }
func threads(commitments []*Fact) []Thread                   { return nil }
