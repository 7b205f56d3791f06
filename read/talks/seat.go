package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// seat fills the table of the rounds whose own words name nobody: heads of
// delegations and guarantors told anywhere sit at the round that the article is
// about, and the sides of a process whose talks are told of as stalled are those of
// its conflict that the article names.
func (r *reader) seat() {
	main := r.mainRound()
	if main != nil {
		r.heads(main)
		r.delegations(main)
		r.guarantors(main)
	}
	for n := range r.met {
		m := &r.met[n]
		r.fillSide(m)
		if m.kind == "round" && onlyHelpers(m.parts) && m.process != "" && (m.status == "collapsed" || m.status == "postponed" || m.status == "ongoing") {
			r.sidesOf(m)
		}
		if m.kind == "round" && m.definite && len(m.parts) == 0 && m.process != "" && (m.status == "opened" || m.status == "ongoing") {
			r.sidesAsBefore(m)
		}
	}
}

// onlyHelpers reports whether nobody of a list is a side.
func onlyHelpers(list []participant) bool {
	return !slices.ContainsFunc(list, func(q participant) bool { return !helper(q.role) })
}

// sidesAsBefore puts to talks of which nobody is told, «بدأت المحادثات في مايو», the two sides of
// another meeting of theirs.
func (r *reader) sidesAsBefore(m *meeting) {
	for n := range r.met {
		o := &r.met[n]
		if o.process != m.process || !roundish(o.kind) || len(o.parts) < 2 {
			continue
		}
		for _, q := range o.parts {
			if q.role == "party" {
				m.add(participant{party: q.party, role: q.role})
			}
		}
		return
	}
}

// mainRound is the first round of the process that the article is about which
// is not the one before; where the article tells of no round of it, the first of the only
// talks that it tells rounds of.
func (r *reader) mainRound() *meeting {
	var first *meeting
	several := false
	for n := range r.met {
		m := &r.met[n]
		if m.kind != "round" || m.before || m.title {
			continue
		}
		if r.top < 0 || m.process == r.p.Lex.Processes[r.top].ID {
			return m
		}
		if first == nil {
			first = m
		}
		several = several || m.process != first.process
	}
	if several {
		return nil
	}
	return first
}

// heads finds the heads of delegations: «رئيس وفد الجبهة إلى المفاوضات، سالم».
func (r *reader) heads(m *meeting) {
	for n, l := range r.leaders {
		i, end := l.first, l.last
		if n+1 < len(r.leaders) && r.leaders[n+1].first == i && r.leaders[n+1].last > end || n > 0 && r.leaders[n-1].first == i && r.leaders[n-1].last > end {
			continue // a longer name of the office begins here
		}
		who := r.headName(end)
		if who == nil {
			continue
		}
		q := participant{party: party{at: span{i, end}, name: who.Name, actor: who.Actor, kind: 'p'}, role: "head"}
		if m.status == "" || m.status == "collapsed" || m.status == "postponed" {
			q.attendance = "attended"
		}
		m.add(q)
		r.headOf(m, i, end, who.Name)
	}
}

// headName is the person named after the office that ends at token k, over what
// the delegation is of and to.
func (r *reader) headName(k int) *fact.Mention {
	p := r.p
	for j := k; j < len(p.Tokens) && j < k+12 && p.Tokens[j].Gap < arabic.Line; j++ {
		if m := p.Mention(j); m != nil && m.Type == fact.Person {
			return m
		}
		if _, ok := r.finite(j); ok || p.Word(j) == "." {
			return nil
		}
	}
	return nil
}

// headOf writes the head beside the delegation that he leads, where it is among
// those who meet.
func (r *reader) headOf(m *meeting, i, end int, name string) {
	p := r.p
	for k := i; k < end+3 && k < len(p.Tokens); k++ {
		o := p.Mention(k)
		for n := range m.parts {
			q := &m.parts[n]
			if q.kind == 'p' || q.head != "" {
				continue
			}
			if o != nil && o.Actor == q.actor || o == nil && !p.Mark(k) && len(r.stem(k)) > 6 && within([]string{r.stem(k)}, fields(arabic.Fold(q.name))) && r.stem(k) != "رييس" {
				q.head = name
				return
			}
		}
	}
}

// guarantors finds the states that the article calls guarantors of the talks.
func (r *reader) guarantors(m *meeting) {
	p := r.p
	for n := range r.marks[1:] {
		i := r.marks[n+1].at
		v, ok := r.is(i, lexicon.TalkRole)
		if !ok || v != "guarantor" {
			continue
		}
		s := r.sentence(i)
		found := 0
		for k := i + 1; k < s.Last && k < i+10 && found < 4; k++ {
			if o := p.Mention(k); o != nil && o.Type == fact.Location && r.stateActs(o) && p.Mention(k-1) != o {
				m.add(participant{party: party{at: span{k, k + 1}, name: o.Name, actor: o.Actor, kind: 'l'}, role: "guarantor"})
				found++
			}
		}
		if found > 0 || !strings.HasPrefix(p.Word(i), "ك") {
			continue
		}
		for k := i - 1; k >= s.First && k > i-12; k-- { // روسيا كضامن
			if o := p.Mention(k); o != nil && o.Type == fact.Location && r.stateActs(o) {
				m.add(participant{party: party{at: span{k, k + 1}, name: o.Name, actor: o.Actor, kind: 'l'}, role: "guarantor"})
				break
			}
		}
	}
}

// sidesOf puts the sides of a process to its stalled talks: the two states of
// its conflict, or of several parties those that the article names.
func (r *reader) sidesOf(m *meeting) {
	pr, ok := r.p.Lex.Process(m.process)
	if !ok {
		return
	}
	if len(pr.Conflict) == 2 && r.mentions(pr.Conflict[0]) > 0 && r.mentions(pr.Conflict[1]) > 0 {
		for _, c := range pr.Conflict {
			st, _ := r.p.Lex.State(c)
			if st == nil {
				continue
			}
			q := party{name: st.Name, actor: "state:" + st.ID, kind: 'l'}
			if c == "pse" {
				q = party{name: "الفلسطينيون", kind: 'g'}
			}
			m.add(participant{party: q, role: "party"})
		}
		return
	}
	for _, name := range pr.Parties {
		if a := r.named(name); a != nil {
			m.add(participant{party: party{name: a.Name, actor: a.ID, kind: 'o'}, role: "party"})
		}
	}
}

// named is the actor of the article that has the name.
func (r *reader) named(name string) *fact.Actor {
	want := fields(arabic.Fold(name))
	for i := range r.p.Reading.Actors {
		a := &r.p.Reading.Actors[i]
		if a.Type != fact.Person && within(want, fields(arabic.Fold(a.Name))) {
			return a
		}
	}
	return nil
}
