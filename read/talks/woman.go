package talks

import (
	"strings"

	"mahdar/fact"
)

// womanReach is how many tokens before «زيارتها» a woman is looked for whose it is.
const womanReach = 60

// womanBefore is the woman named last before token i, whom a feminine pronoun stands for: «اللقاء
// بين سالم والوزيرة ليلى الهاشمي بعد زيارتها لقمرستان».
func (r *reader) womanBefore(i int) (party, bool) {
	for k := i - 1; k >= max(0, i-womanReach); k-- {
		m := r.p.Mention(k)
		if m == nil || m.Type != fact.Person {
			continue
		}
		if a := r.actor(m.Actor); a != nil && woman(a) {
			return party{at: span{k, k + 1}, name: m.Name, actor: m.Actor, kind: 'p'}, true
		}
	}
	return party{}, false
}

// woman reports whether the article gives a an office in the feminine: وزيرة، المستشارة.
func woman(a *fact.Actor) bool {
	for _, o := range a.Offices {
		head, _, _ := strings.Cut(o, " ")
		if strings.HasSuffix(head, "ة") && head != "خليفة" {
			return true
		}
	}
	return false
}
