package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// ownKey makes a key for talks that the lexicon does not know, in the form of
// those it knows: the state that the article is most about, then the place of the
// talks. It is "" where the words tell neither.
func (r *reader) ownKey(m *meeting) (made string) {
	if sides := r.opposed(m); len(sides) == 2 {
		if n := r.processOf(sides, m); n >= 0 {
			return r.p.Lex.Processes[n].ID
		}
		keys := r.slugs(sides)
		slices.Sort(keys) // the same talks, whoever is told first
		return keys[0] + "-" + keys[1]
	}
	state, named := r.stateNamed(m)
	if !named && m.placeID == "" && r.made != "" {
		return r.made // what has no place and no name of its own is of the talks told before
	}
	if !named {
		state = r.stateOf(m)
	}
	st, ok := r.p.Lex.State(state)
	if !ok {
		return ""
	}
	key := arabic.Slug(st.English)
	defer func() {
		if named || r.stateOfParties(m) != "" {
			r.made = made
		}
	}()
	if n := r.seatedThere(state, m); n >= 0 {
		return r.p.Lex.Processes[n].ID
	}
	if a := r.actor(m.placeID); a != nil && a.English != "" && !strings.EqualFold(a.English, st.English) && a.English != a.Name {
		return key + "-" + arabic.Slug(a.English)
	}
	return key + "-talks"
}

// seatedThere is the one process of the lexicon, going on when m was, that sits at its place and
// is of the conflict of a state, which the article speaks of; -1 where there is none or several.
func (r *reader) seatedThere(state string, m *meeting) int32 {
	only := int32(-1)
	for _, n := range r.hosted(m.placeID) {
		if !r.warring(n, state) || len(r.conflicts[n]) != 1 || !r.runs(n, r.then.year, r.then.month) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = n
	}
	return only
}

// opposed are the states that sit at m as its sides, by their ids, each once.
func (r *reader) opposed(m *meeting) []string {
	var out []string
	for _, q := range m.parts {
		if q.role != "party" || q.kind == 'o' {
			continue
		}
		id, ok := strings.CutPrefix(q.actor, "state:")
		if !ok {
			id = r.nation(q.party)
		}
		if _, ok := r.p.Lex.State(id); ok && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// slugs are states as keys have them.
func (r *reader) slugs(states []string) (out []string) {
	for _, id := range states {
		st, _ := r.p.Lex.State(id)
		out = append(out, arabic.Slug(st.English))
	}
	return out
}

// processOf is the one process of the lexicon, going on when m was, whose conflict is that of
// two states and of no other; -1 where there is none or several.
func (r *reader) processOf(states []string, m *meeting) int32 {
	first, ok := r.states[strings.ToLower(states[0])]
	second, too := r.states[strings.ToLower(states[1])]
	if !ok || !too {
		return -1
	}
	only := int32(-1)
	for n, conflict := range r.conflicts {
		if len(conflict) != 2 || !slices.Contains(conflict, first) || !slices.Contains(conflict, second) || !r.current(int32(n), m.start, m.at) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = int32(n)
	}
	return only
}

// adopt gives talks that are told by their state alone, «محادثات السلام القمرية», the process
// of that state's conflict that the article tells of by name or place, where it is one; so
// too those that sit where its meetings do.
func (r *reader) adopt() {
	told := false
	for at := range r.met {
		m := &r.met[at]
		state, ok := strings.CutSuffix(m.process, "-talks")
		if m.process == "" || !ok && m.placeID == "" || m.named {
			continue
		}
		if _, known := r.p.Lex.Process(m.process); known {
			continue
		}
		if !ok {
			if state, ok = r.stateInKey(m); !ok {
				continue
			}
		} else if m.placeID != "" {
			continue
		}
		if !told {
			r.tellAll()
			told = true
		}
		n := r.onlyOf(state, 0)
		if n < 0 && m.ordinal > 1 {
			n = r.onlyOf(state, m.ordinal) // of several the one whose third round is told, too
		}
		if n < 0 && m.placeID == "" && !r.fights(state) {
			n = r.onlyOf("", 0) // no talks are of a state that has no conflict
		}
		if n < 0 || m.placeID != "" && !r.sitsAt(n, m.placeID) && !r.sitsThere(n, m.placeID) {
			continue
		}
		if some, all := r.allTied(n, m); r.sidesAgain(n, at) || all && (some || m.ordinal > 0 || m.placeID != "" || m.definite) {
			m.process = r.p.Lex.Processes[n].ID
			r.tell(n, m)
		}
	}
}

// telling is what the article tells of a process of the lexicon, by one or more of its meetings.
type telling struct {
	process int32
	ordinal int
	round   bool // of a round, or under the name of the process
	placeID string
}

// tellAll notes what the article tells of each process of the lexicon.
func (r *reader) tellAll() {
	r.tellings = r.tellings[:0]
	for n := range r.met {
		m := &r.met[n]
		if m.process == "" {
			continue
		}
		if pr, ok := r.p.Lex.Process(m.process); ok {
			r.tell(r.numberOf(pr), m)
		}
	}
}

// tell notes that m is a meeting of process n.
func (r *reader) tell(n int32, m *meeting) {
	t := telling{process: n, ordinal: m.ordinal, round: roundish(m.kind) || m.named, placeID: m.placeID}
	if !slices.Contains(r.tellings, t) {
		r.tellings = append(r.tellings, t)
	}
}

// warring reports whether a state, by its id, is in the conflict of process n.
func (r *reader) warring(n int32, state string) bool {
	number, ok := r.states[strings.ToLower(state)]
	return ok && slices.Contains(r.conflicts[n], number)
}

// fights reports whether a state, by its key, is in the conflict of some process.
func (r *reader) fights(state string) bool {
	_, ok := r.keysOf[state]
	return ok
}

// sidesAgain reports whether those who meet at m are the sides of a round of process n that the
// article tells of.
func (r *reader) sidesAgain(n int32, at int) bool {
	parts := r.met[at].parts
	if len(parts) < 2 {
		return false
	}
	for k := max(0, at-againReach); k < min(len(r.met), at+againReach); k++ {
		o := &r.met[k]
		if o.process != r.p.Lex.Processes[n].ID || !roundish(o.kind) {
			continue
		}
		if shared, _ := common(o.parts, parts); shared == len(parts) {
			return true
		}
	}
	return false
}

// againReach bounds how many mentions away a round is looked for whose sides meet again.
const againReach = 300

// stateInKey is the state that a key made of a state and the place of m begins with.
func (r *reader) stateInKey(m *meeting) (string, bool) {
	a := r.actor(m.placeID)
	if a == nil || a.English == "" {
		return "", false
	}
	return strings.CutSuffix(m.process, "-"+arabic.Slug(a.English))
}

// sitsThere reports whether a meeting of process n is told to be at the place.
func (r *reader) sitsThere(n int32, placeID string) bool {
	return slices.ContainsFunc(r.tellings, func(t telling) bool { return t.process == n && t.placeID == placeID })
}

// allTied reports whether somebody of whom a mention tells more than «الحكومة» is a side of
// process n, and whether all of them are.
func (r *reader) allTied(n int32, m *meeting) (some, all bool) {
	r.folk = r.folkOf(m.parts, r.folk[:0])
	for k := range r.folk {
		switch m.parts[k].role {
		case "sponsor", "host", "mediator":
			continue
		}
		if r.folk[k].vague || r.actor(m.placeID) != nil && !strings.HasPrefix(m.placeID, "state:") && m.parts[k].kind == 'g' && r.nation(m.parts[k].party) == "" {
			continue
		}
		if !r.tied(n, &r.p.Lex.Processes[n], k) && !r.warring(n, r.nation(m.parts[k].party)) {
			return some, false
		}
		some = true
	}
	return some, true
}

// onlyOf is the number of the process of the lexicon that the article tells meetings of and
// that a state, by its key, is in the conflict of, or of any where no state is given; with an
// ordinal only meetings that have it count; -1 where there are none or several.
func (r *reader) onlyOf(state string, ordinal int) int32 {
	only := int32(-1)
	for k := range r.tellings {
		t := &r.tellings[k]
		if only == t.process || ordinal > 0 && t.ordinal != ordinal || state != "" && !t.round {
			continue // two may meet for other reasons
		}
		if state != "" && !r.conflictOf(t.process, state) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = t.process
	}
	return only
}

// numberOf is the number of a process of the lexicon.
func (r *reader) numberOf(pr *lexicon.Process) int32 {
	for k := range r.p.Lex.Processes {
		if &r.p.Lex.Processes[k] == pr {
			return int32(k)
		}
	}
	return -1
}

// conflictOf reports whether a state, by its key, is in the conflict of process n.
func (r *reader) conflictOf(n int32, state string) bool {
	number, ok := r.keysOf[state]
	return ok && slices.Contains(r.conflicts[n], number)
}

// stateKeys are the numbers of the states of conflicts by the keys that talks get from them.
func stateKeys(lex *lexicon.Lexicon, states map[string]int32) map[string]int32 {
	out := make(map[string]int32, len(states))
	for id, n := range states {
		if st, ok := lex.State(id); ok {
			out[arabic.Slug(st.English)] = n
		}
	}
	return out
}

// stateNamed is the state that stands in the name of the talks of m: محادثات السلام
// القمرية.
func (r *reader) stateNamed(m *meeting) (string, bool) {
	for k := m.at + 1; k < m.clause.last && k < m.at+8; k++ {
		if s := r.stateAt(k); s != "" && !r.prepositional(k) {
			return s, true
		}
		if r.p.Word(k) != "من" && r.class(k) != lexicon.TalkMeeting && !plainGenitive(r.stem(k)) && !r.isAdjective(k) {
			break
		}
	}
	return "", false
}

// stateOfParties is the state that all sides of m belong to, "" where they tell none or
// several.
func (r *reader) stateOfParties(m *meeting) string {
	state := ""
	for k := range m.parts {
		q := &m.parts[k]
		if q.role != "party" && (q.role != "" || !government(q.name)) {
			continue
		}
		s := strings.ToLower(r.nation(q.party))
		if s != "" && state != "" && s != state {
			return ""
		}
		if s != "" {
			state = s
		}
	}
	return state
}

// government reports whether a side is called the government or authorities of a state.
func government(name string) bool {
	head, _, _ := strings.Cut(strings.TrimPrefix(name, "ال"), " ")
	return head == "حكومة" || head == "سلطات"
}

// stateOf is the state that the article is most about. A state that only lends the
// talks of m its city, or is no conflict's, stands back behind one that is mentioned
// half as often.
func (r *reader) stateOf(m *meeting) string {
	if s := r.stateOfParties(m); s != "" {
		return s
	}
	host := ""
	if a := r.actor(m.placeID); a != nil && (a.Kind != "state" || !r.inConflict(a.Country)) {
		host = strings.ToLower(a.Country)
	} else if m.placeID == "" {
		host = r.hostState
	}
	var none mentioning
	best, other, fights := &none, &none, &none
	for k := range r.conf {
		o := &r.conf[k]
		if o.before(best) {
			best = o
		}
		if o.state != host && o.before(other) {
			other = o
		}
		if o.state != host && o.number >= 0 && o.before(fights) {
			fights = o
		}
	}
	switch {
	case best.state == host && other.n == 0 && (m.placeID == "" || !r.inConflict(host)):
		return "" // nothing but where it or others of its meetings are
	case 2*fights.n >= best.n && (best.state == host || best.number < 0):
		return fights.state
	case 2*other.n >= best.n && best.state == host:
		return other.state
	}
	return best.state
}

// inConflict reports whether a state, by its id, is in the conflict of some process.
func (r *reader) inConflict(state string) bool {
	_, fights := r.states[strings.ToLower(state)]
	return fights
}

// hostToo is the state that has no conflict and in whose places the other meetings of the
// article are, "" where there is none.
func (r *reader) hostToo() string {
	for n := range r.met {
		if a := r.actor(r.met[n].placeID); a != nil && a.Country != "" {
			if _, fights := r.states[strings.ToLower(a.Country)]; !fights {
				return strings.ToLower(a.Country)
			}
		}
	}
	return ""
}

// before reports whether a state is mentioned more often than another, or as often and
// before it in the order of their ids.
func (o *mentioning) before(q *mentioning) bool {
	return o.n > q.n || o.n == q.n && o.state < q.state
}
