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
// «سالم الأحمر المختطف في المدينة منذ عام»،
// «الجندي المختطف في القرية منذ شهر».
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
	first, named := k, m != nil && m.Type == fact.Person
	if named {
		first = p.TokenAt(m.Start)
	} else {
		if m != nil || c.first-1 != k {
			return false
		}
		for first > r.sent.First && !r.personUnit(first) && phrases.Adjective(p, first) && phrases.Definite(p, first) {
			first--
		}
		if first > r.sent.First && r.personUnit(first-1) && phrases.Definite(p, first-1) {
			first-- // الجندي القمري
		}
		if !r.personUnit(first) || !phrases.Definite(p, first) || c.verb.Act != "abduct" {
			return false
		}
	}
	r.draft(d, c, "")
	d.rule = "incidents.participle"
	d.occurs = true
	comps, end := r.clause(c.last)
	d.first, d.last = first, max(c.last, end)
	r.addRecipient(d, span{first, k + 1})
	r.agent(d, comps)
	r.circumstances(d, comps, span{}, span{})
	r.attribute(d)
	return len(d.recipient) > 0 && c.tense == arabic.Participle && (named || d.placed && r.lasting(c.last))
}

// lasting reports whether «منذ» stands shortly after token i: what is told has begun and goes on.
func (r *reader) lasting(i int) bool {
	for k := i; k < min(r.sent.Last, i+7); k++ {
		if r.p.Word(k) == "منذ" {
			return true
		}
	}
	return false
}
