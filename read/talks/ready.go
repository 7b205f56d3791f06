package talks

import (
	"strings"

	"mahdar/fact"
)

// ready reports whether w (a stem) is a noun for somebody's being ready, with a pronoun for him.
func ready(w string) bool {
	switch w {
	case "استعداده", "استعدادها", "استعدادهم", "استعدادهما", "جاهزيته", "جاهزيتها", "رغبته", "رغبتها", "رغبتهم", "عزمه", "عزمها", "عزمهم":
		return true
	}
	return false
}

// readyFor takes who is told, with the noun at token k, to be ready for the meeting, which is to
// come: «أكد سالم استعداده للدخول في جولة محادثات مع الحركة».
func (r *reader) readyFor(m *meeting, k int) {
	m.status = "planned"
	sides := 0
	for n := range m.parts {
		if !helper(m.parts[n].role) {
			sides++
		}
	}
	if sides != 1 {
		return
	}
	for j := k - 1; j >= m.clause.first && j >= k-16; j-- {
		if _, verb := r.finite(j); !verb {
			continue
		}
		if list := r.subjectAt(j, k); len(list) == 1 {
			m.addAll(list, "", "")
		}
		return
	}
}

// herReadiness is the side of which a man tells that it is ready, in words c that begin with her
// pronoun: «وأكد سالم أن الجبهة … وأبدى استعدادها لتسريع التطبيق»; "" where it is his own.
func (r *reader) herReadiness(s *statement, c span) string {
	w := r.stem(c.first)
	if s.Kind != "person" || !strings.HasSuffix(w, "ها") || !ready(w) {
		return ""
	}
	if a := r.actor(s.Actor); a != nil && woman(a) {
		return ""
	}
	for k := c.first - 1; k >= r.sentence(c.first).First && k > c.first-womanReach; k-- {
		if m := r.p.Mention(k); m != nil && m.Type != fact.Person {
			return m.Name
		}
	}
	return ""
}
