package talks

import (
	"sort"
	"strings"

	"mahdar/lexicon"
)

// cue is an alias or a cue of a process where it stands.
type cue struct {
	at, last int
	process  int32
	weight   float64
	alias    bool
}

// mentioning counts the mentions of a state and of what belongs to it.
type mentioning struct {
	state   string // id of the state
	written string // the same as the actors have it
	number  int32  // of the state among those of conflicts, -1 for no conflict's
	n       int
}

// standing is what the article as a whole says for a process.
type standing struct {
	process int32
	told    float64 // weight of its names and cues
	weighed bool    // the rest has been found
	weight  float64
	concern float64
}

// mentions is how often a state of some process's conflict is mentioned.
func (r *reader) mentions(state string) int {
	if n, ok := r.states[state]; ok {
		return int(r.perState[n])
	}
	return 0
}

// focus finds which states the article speaks of and which process it is about.
func (r *reader) focus() {
	p := r.p
	for k := range p.Reading.Mentions {
		if !p.Body(p.FirstOf(k)) {
			continue
		}
		if a := r.actor(p.Reading.Mentions[k].Actor); a != nil && a.Country != "" {
			r.count(a.Country)
		}
	}
	for _, c := range r.cues {
		r.stand(c.process).told += c.weight
	}
	for k := range r.stands {
		n := r.stands[k].process
		if w := r.weigh(n); w > r.topWeight || w == r.topWeight && n < r.top {
			r.top, r.topWeight = n, w
		}
	}
}

// stand is what the article says for process n. It is valid until the next process
// is asked for.
func (r *reader) stand(n int32) *standing {
	if r.standAt[n] == 0 {
		r.stands = append(r.stands, standing{process: n})
		r.standAt[n] = int16(len(r.stands))
	}
	return &r.stands[r.standAt[n]-1]
}

// count notes a mention of a state.
func (r *reader) count(state string) {
	r.all++
	for k := range r.conf {
		if o := &r.conf[k]; o.written == state {
			o.n++
			if o.number >= 0 {
				r.perState[o.number]++
			}
			return
		}
	}
	o := mentioning{state: strings.ToLower(state), written: state, number: -1, n: 1}
	if n, ok := r.states[o.state]; ok {
		o.number = n
		r.perState[n]++
	}
	r.conf = append(r.conf, o)
}

// processes gives each mention the process that it belongs to.
func (r *reader) processes() {
	r.called = r.findOwn()
	r.hostState = r.hostToo()
	for n := range r.met {
		r.assign(&r.met[n])
	}
	r.adopt()
}

// assign finds the process of a mention: the one whose name stands in its
// words, or the one that its clause, its place, those who meet and the article
// point to.
func (r *reader) assign(m *meeting) {
	own, called := r.ownProcess(m)
	if called {
		m.process, m.named = own, true
		return
	}
	r.then = r.timeOf(m.start, m.at)
	list := r.candidates(m)
	if len(list) > 0 {
		r.folk = r.folkOf(m.parts, r.folk[:0])
	}
	elsewhere := m.kind == "round" && r.seatOf(list, m)
	for k := range list {
		c := &list[k]
		c.base = r.base(c.process, m)
		if elsewhere && !c.named && !r.sitsAt(c.process, m.placeID) {
			c.less = otherPlace
		}
	}
	best, top, named := r.likeliest(list, m)
	need := needRound
	if m.kind == "bilateral" || m.kind == "visit" || m.kind == "call" {
		need = needBilateral
	}
	if best >= 0 && (top >= need || named) {
		m.process, m.named = r.p.Lex.Processes[best].ID, named
		return
	}
	if own != "" {
		m.process = own
		return
	}
	if m.kind != "round" && (m.rule != ruleSigning || m.trade) || m.weak {
		return
	}
	if r.topWeight >= aboutTalks && r.fit(r.top, m, r.base(r.top, m)) > 1 {
		m.process = r.p.Lex.Processes[r.top].ID
		return
	}
	m.process = r.ownKey(m)
}

// likeliest is the process among the candidates of list that fits the meeting m best, -1 for none, how
// well it does and whether it is named.
func (r *reader) likeliest(list []candidate, m *meeting) (best int32, top float64, named bool) {
	best = -1
	for first := range list { // the likeliest first: the rest is then soon passed over
		for k := first + 1; k < len(list); k++ {
			if list[k].score+list[k].base-list[k].less > list[first].score+list[first].base-list[first].less {
				list[first], list[k] = list[k], list[first]
			}
		}
		c := &list[first]
		if c.score+c.base-c.less+mostTied < top {
			break // whoever meets, another fits better
		}
		s := c.score + r.fit(c.process, m, c.base) - c.less
		if s > top || s == top && best >= 0 && c.process < best {
			best, top, named = c.process, s, c.named
		}
	}
	return best, top, named
}

// How much must point to a process before a mention is taken for part of it: a
// round belongs to some process and asks for little, while persons meet for
// other reasons too. Set on the development articles.
const (
	needRound     = 2.5
	needBilateral = 4.5
	otherPlace    = 2.5 // for talks held where another process of theirs sits
	aboutTalks    = 8.0 // weight from which an article is about one process
)

// candidate is a process that a mention may belong to.
type candidate struct {
	process int32
	score   float64 // what the clause and the place say for it
	base    float64 // what the article and those who sit there say
	less    float64 // what its seat elsewhere says against it
	named   bool
}

// candidates are the processes whose name or cues stand in the mention's clause
// or which its place hosts, and the one that the article is about.
func (r *reader) candidates(m *meeting) []candidate {
	list := r.spare[:0]
	at := func(n int32) *candidate {
		if k := r.listed[n]; k > 0 {
			return &list[k-1]
		}
		list = append(list, candidate{process: n})
		r.listed[n] = int16(len(list))
		return &list[len(list)-1]
	}
	defer func() {
		for k := range list {
			r.listed[list[k].process] = 0
		}
	}()
	if r.top >= 0 {
		at(r.top)
	}
	lo := sort.Search(len(r.cues), func(k int) bool { return r.cues[k].at >= m.clause.first })
	for _, c := range r.cues[lo:] {
		if c.at >= m.clause.last || len(list) > mostCandidates {
			break
		}
		if !c.alias {
			o := at(c.process)
			o.score = min(o.score+c.weight, 3)
		}
	}
	for _, c := range r.cues[lo:] {
		if c.at >= m.clause.last {
			break
		}
		if c.alias && c.last > m.at && c.at < m.at+8 && !m.sibling {
			if o := at(c.process); !o.named {
				o.score += 4
				o.named = true
			}
		}
	}
	for _, n := range r.hosted(m.placeID) {
		o := at(n)
		o.score += 1.5
		if m.sibling && r.concern(n) > 0 {
			o.score += 3
		}
	}
	r.spare = list
	return list
}

// seatOf reports whether the place of a meeting is a seat of a candidate that the
// article concerns.
func (r *reader) seatOf(list []candidate, m *meeting) bool {
	if m.placeID == "" {
		return false
	}
	for _, c := range list {
		if r.sitsAt(c.process, m.placeID) && r.concern(c.process) > 0.1 && r.runs(c.process, r.then.year, r.then.month) {
			return true
		}
	}
	return false
}

// sitsAt reports whether a place hosts process n.
func (r *reader) sitsAt(n int32, placeID string) bool {
	for _, k := range r.hosted(placeID) {
		if k == n {
			return true
		}
	}
	return false
}

// mostCandidates bounds the processes that one clause may point to.
const mostCandidates = 60

// hosted are the processes that a place or a state hosts.
func (r *reader) hosted(placeID string) []int32 {
	if placeID == "" {
		return nil
	}
	return r.hosts[placeID]
}

// hostsOf are the processes of the lexicon by the ids of the places that host them
// and of the states where those are.
func hostsOf(lex *lexicon.Lexicon) map[string][]int32 {
	hosts := map[string][]int32{}
	add := func(id string, n int) {
		if list := hosts[id]; len(list) == 0 || list[len(list)-1] != int32(n) {
			hosts[id] = append(list, int32(n))
		}
	}
	for n := range lex.Processes {
		for _, at := range lex.Processes[n].Hosts {
			add("place:"+at, n)
			if state, _, ok := strings.Cut(at, "-"); ok {
				add("state:"+state, n)
			}
		}
	}
	return hosts
}

// concern is the share of the article's mentions that are of the states of a
// process's conflict; for several states the least of them counts.
func (r *reader) concern(n int32) float64 {
	r.weigh(n)
	return r.stand(n).concern
}

func (r *reader) concernOf(n int32) float64 {
	states := r.conflicts[n]
	if r.all == 0 || len(states) == 0 {
		return 0
	}
	sum := 0
	for _, c := range states {
		k := int(r.perState[c])
		if k == 0 {
			return -0.5
		}
		sum += k
	}
	return float64(sum) / float64(r.all)
}

// conflictsOf numbers the states of the conflicts of the lexicon's processes, and is
// those numbers by process.
func conflictsOf(lex *lexicon.Lexicon) (states map[string]int32, conflicts [][]int32) {
	states = map[string]int32{}
	conflicts = make([][]int32, len(lex.Processes))
	for n := range lex.Processes {
		for _, c := range lex.Processes[n].Conflict {
			if _, ok := states[c]; !ok {
				states[c] = int32(len(states))
			}
			conflicts[n] = append(conflicts[n], states[c])
		}
	}
	return states, conflicts
}

// term is when a process was going on: years and months, 0 where they are not known.
type term struct{ fromYear, toYear, from, to int }

// termsOf are the terms of the lexicon's processes.
func termsOf(lex *lexicon.Lexicon) []term {
	out := make([]term, len(lex.Processes))
	for n := range lex.Processes {
		pr := &lex.Processes[n]
		out[n] = term{year(pr.From), year(pr.To), month(pr.From), month(pr.To)}
	}
	return out
}

// current reports whether process n was going on, give or take a year, on a day, or
// where that is not known when the words at token i were told.
func (r *reader) current(n int32, when string, i int) bool {
	t := r.timeOf(when, i)
	return r.runs(n, t.year, t.month)
}

// then is a year and the months counted up to one, 0 where they are not known.
type then struct{ year, month int }

// timeOf is the time of a day, or where that is not known of when the words at token i were told.
func (r *reader) timeOf(when string, i int) then {
	y := year(when)
	if y == 0 {
		when = r.day(i)
		y = year(when)
	}
	return then{y, month(when)}
}

// runs reports whether process n was going on, give or take a year, in a year and month,
// which are 0 where they are not known.
func (r *reader) runs(n int32, y, now int) bool {
	if y == 0 {
		return true
	}
	t := &r.terms[n]
	if t.from > 0 && t.to > 0 && t.to-t.from < 3 {
		if now > 0 {
			return now >= t.from-3 && now <= t.to+1 // one conference, and no longer track
		}
	}
	if t.from > 0 && now > 0 && now < t.from-early {
		return false
	}
	return !(t.fromYear > 0 && y < t.fromYear-1 || t.toYear > 0 && y > t.toYear+1)
}

// early is how many months before it is known to have begun a process may be told of.
const early = 6

// month counts the months up to the one that an EDTF date is in, 0 for none.
func month(s string) int {
	y := year(s)
	if y == 0 || len(s) < 7 || s[4] != '-' || s[5] < '0' || s[5] > '1' || s[6] < '0' || s[6] > '9' {
		return 0
	}
	return y*12 + int(s[5]-'0')*10 + int(s[6]-'0')
}

// year is the year that an EDTF date begins with, 0 for none.
func year(s string) int {
	if len(s) < 4 {
		return 0
	}
	n := 0
	for _, c := range []byte(s[:4]) {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// weigh is how much the article as a whole points to a process.
func (r *reader) weigh(n int32) float64 {
	o := r.stand(n)
	if o.weighed {
		return o.weight
	}
	o.weighed = true
	o.concern = r.concernOf(n)
	o.weight = o.told
	if !r.runs(n, r.year, r.month) {
		o.weight -= 4
	}
	o.weight += 6 * o.concern
	return o.weight
}
