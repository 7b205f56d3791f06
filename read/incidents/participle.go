package incidents

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/phrases"
)

// captive reports whether the form of a participle may tell a captivity.
func (c *cue) captive() bool {
	return !c.adverb && c.reading.Conj == 0 && (c.verb.Act == "abduct" || c.verb.Act == "arrest")
}

// participle reads a captivity told by a participle beside the captive's name:
// «سالم الأحمر المختطف في المدينة منذ عام».
func (r *reader) participle(c *cue, d *deed) bool {
	p := r.p
	if !c.captive() || !phrases.Definite(p, c.first) || c.first == r.sent.First {
		return false
	}
	k := c.first - 1
	if p.Word(k) == "،" && k > r.sent.First {
		k--
	}
	m := p.Mention(k)
	if m == nil || m.Type != fact.Person {
		return false
	}
	first := p.TokenAt(m.Start)
	r.draft(d, c, "")
	d.rule = "incidents.participle"
	d.occurs = true
	comps, end := r.clause(c.last)
	d.first, d.last = first, max(c.last, end)
	r.addRecipient(d, span{first, k + 1})
	r.agent(d, comps)
	r.circumstances(d, comps, span{}, span{})
	r.attribute(d)
	return len(d.recipient) > 0 && c.tense == arabic.Participle
}
