package talks

import (
	"strings"

	"mahdar/fact"
)

// dashed takes those whose names a dash joins right after the noun of their meeting: «قمة
// سالم - نادر», «محادثات سالم - نادر – كريم».
func (r *reader) dashed(m *meeting, i int) {
	p := r.p
	var list []party
	for k := i + 1; k < len(p.Tokens); {
		o := p.Mention(k)
		if o == nil || o.Type == fact.Location && !strings.HasPrefix(o.Actor, "state:") {
			return
		}
		list = append(list, party{name: o.Name, actor: o.Actor, kind: partyKind(o.Type), at: span{k, k + 1}})
		for k < len(p.Tokens) && p.Mention(k) == o {
			k++
		}
		switch {
		case k < len(p.Tokens) && dash(p.Word(k)):
			k++
			continue
		case k < len(p.Tokens) && p.TatweelBefore(k):
			continue
		}
		break
	}
	if len(list) > 1 {
		m.addAll(list, "", "")
	}
}

// partyKind is the kind of party that a mention of a type is.
func partyKind(t fact.MentionType) byte {
	switch t {
	case fact.Person:
		return 'p'
	case fact.Location:
		return 'l'
	}
	return 'o'
}

// dash reports whether w is a dash or a stroke that stands for one.
func dash(w string) bool {
	switch w {
	case "-", "–", "—", "/":
		return true
	}
	return false
}
