package eval

import (
	"slices"
	"strings"
)

// statements couples statements by their content and asks of each couple
// whether speaker, act, mode and relay agree.
func (m *match) statements() {
	g, p := m.g.items[Statements], m.p.items[Statements]
	both := pair(len(g), len(p), 0.5, func(i, j int) float64 { return jaccard(g[i].pos, p[j].pos) })
	t := m.t
	full := make([]bool, len(p))
	attributed := make([]bool, len(p))
	for _, c := range both {
		x, y := g[c.gold], p[c.read]
		x.rule = y.rule
		name, act, mode, via := sameName(x.name, y.name), x.label == y.label, x.mode == y.mode, sameVia(x.via, y.via)
		attributed[c.read], full[c.read] = name, name && act && mode
		t.Pairs++
		count(&t.ViaSame, via)
		count(&t.ActSame, act)
		count(&t.ModeSame, mode)
		if !name {
			m.miss(Attributed, "wrong", x, x.name, y.name)
		}
		if !act {
			m.miss(Act, "wrong", x, strings.Trim(x.label, untold), strings.Trim(y.label, untold))
		}
		if !mode {
			m.miss(Mode, "wrong", x, strings.Trim(x.mode, untold), strings.Trim(y.mode, untold))
		}
		if !via {
			m.miss(Via, "wrong", x, strings.Join(x.via, " ← "), strings.Join(y.via, " ← "))
		}
	}
	m.settle(Statements, g, p, both, func(x, y *item) bool { return true }, nil)
	for _, l := range []struct {
		layer Layer
		hit   []bool
	}{{Attributed, attributed}, {Full, full}} {
		sc := t.score(l.layer)
		sc.add(Score{0, len(g), len(p)})
		for j, hit := range l.hit {
			count(&sc.Hit, hit)
			t.rule(l.layer, p[j].rule, hit)
		}
	}
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

// sameVia reports whether the relays agree: as many, and each of the first
// agrees with one of the second.
func sameVia(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y string) bool { return sameName(x, y) }) {
			return false
		}
	}
	return true
}

// meetings couples the meetings that share most slots and counts the slots.
func (m *match) meetings() {
	g, p := m.g.items[Meetings], m.p.items[Meetings]
	both := pair(len(g), len(p), 0.15, func(i, j int) float64 { return m.meetingLikeness(&g[i], &p[j]) })
	sc := m.t.score(Meetings)
	for i := range g {
		sc.Gold += len(g[i].slots)
	}
	for j := range p {
		sc.Read += len(p[j].slots)
	}
	partner, taken := map[int]int{}, make([]bool, len(p))
	for _, c := range both {
		partner[c.gold] = c.read
		taken[c.read] = true
		sc.Hit += m.sharedSlots(g[c.gold].slots, p[c.read].slots)
	}
	for i := range g {
		j, coupled := partner[i]
		if !coupled {
			m.miss(Meetings, "missed", g[i], "", "")
		} else if n := m.sharedSlots(g[i].slots, p[j].slots); n < len(g[i].slots) || n < len(p[j].slots) {
			x := g[i]
			x.rule = p[j].rule
			m.miss(Meetings, "wrong", x, m.otherSlots(g[i].slots, p[j].slots, true), m.otherSlots(p[j].slots, g[i].slots, false))
		}
	}
	for j := range p {
		m.t.rule(Meetings, p[j].rule, taken[j])
		if !taken[j] {
			m.miss(Meetings, "spurious", p[j], "", "")
		}
	}
}

// meetingLikeness is the share of common slots in all, and 0.3 more where the
// evidence overlaps.
func (s *Scorer) meetingLikeness(x, y *item) float64 {
	h := s.sharedSlots(x.slots, y.slots)
	like := share(h, max(1, len(x.slots)+len(y.slots)-h))
	if overlap(x.pos, y.pos) > 0.3 {
		like += 0.3
	}
	return like
}

// sharedSlots is how many of gold's slots the read meeting has, one to one.
func (s *Scorer) sharedSlots(gold, read []slot) int {
	taken := make([]bool, len(read))
	hit := 0
	for _, a := range gold {
		for j, b := range read {
			if !taken[j] && s.sameSlot(a, b) {
				taken[j] = true
				hit++
				break
			}
		}
	}
	return hit
}

// sameSlot reports whether the read slot b is gold's slot a.
func (s *Scorer) sameSlot(a, b slot) bool {
	switch {
	case a.key != b.key:
		return false
	case a.key == "process" && !s.Listed[a.value]:
		return true
	case a.key == "place":
		return sameName(a.value, b.value)
	case a.key == "participant":
		return sameName(a.value, b.value) && (a.role == "" || b.role == "" || a.role == b.role) && a.attendance == b.attendance
	}
	return a.value == b.value
}

// otherSlots words the slots of a that b lacks.
func (s *Scorer) otherSlots(a, b []slot, goldFirst bool) string {
	taken := make([]bool, len(b))
	var out []string
next:
	for _, x := range a {
		for j, y := range b {
			if !taken[j] && (goldFirst && s.sameSlot(x, y) || !goldFirst && s.sameSlot(y, x)) {
				taken[j] = true
				continue next
			}
		}
		w := x.key + " " + x.value
		for _, more := range []string{x.role, x.attendance} {
			if more != "" {
				w += "/" + more
			}
		}
		out = append(out, w)
	}
	return strings.Join(out, "; ")
}
