package talks

import (
	"sort"
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// cue is an alias or a cue of a process where it stands.
type cue struct {
	at, last int
	process  int32
	weight   float64
	alias    bool
}

// focus finds which states the article speaks of and which process it is about.
func (r *reader) focus() {
	p := r.p
	r.conf, r.main = map[string]int{}, map[int32]float64{}
	for k := range p.Reading.Mentions {
		m := &p.Reading.Mentions[k]
		if a := r.actor(m.Actor); a != nil && a.Country != "" && p.Body(p.TokenAt(m.Start)) {
			r.conf[strings.ToLower(a.Country)]++
			r.all++
		}
	}
	for _, c := range r.cues {
		r.main[c.process] += c.weight
	}
	r.top, r.topWeight = -1, 0
	for n := range r.main {
		w := r.weigh(n)
		if w > r.topWeight || w == r.topWeight && n < r.top {
			r.top, r.topWeight = n, w
		}
	}
}

// processes gives each mention the process that it belongs to.
func (r *reader) processes() {
	for n := range r.met {
		r.assign(&r.met[n])
	}
}

// assign finds the process of a mention: the one whose name stands in its
// words, or the one that its clause, its place, those who meet and the article
// point to.
func (r *reader) assign(m *meeting) {
	best, top, named := int32(-1), 0.0, false
	list := r.candidates(m)
	elsewhere := m.kind == "round" && r.seatOf(list, m)
	for _, c := range list {
		s := c.score + r.fit(c.process, m)
		if elsewhere && !c.named && !r.sitsAt(c.process, m.placeID) {
			s -= otherPlace
		}
		if s > top || s == top && best >= 0 && c.process < best {
			best, top, named = c.process, s, c.named
		}
	}
	need := needRound
	if m.kind == "bilateral" || m.kind == "visit" || m.kind == "call" {
		need = needBilateral
	}
	if best >= 0 && (top >= need || named) {
		m.process, m.named = r.p.Lex.Processes[best].ID, named
		return
	}
	if m.kind != "round" || m.weak {
		return
	}
	if r.topWeight >= aboutTalks && r.fit(r.top, m) > 1 {
		m.process = r.p.Lex.Processes[r.top].ID
		return
	}
	m.process = r.ownKey(m)
}

// ownKey makes a key for talks that the lexicon does not know, in the form of
// those it knows: the state that the article is most about, then the place of the
// talks. It is "" where the words tell neither.
func (r *reader) ownKey(m *meeting) string {
	var sides []string
	for _, q := range m.parts {
		if id, ok := strings.CutPrefix(q.actor, "state:"); ok && q.role == "party" {
			if st, ok := r.p.Lex.State(id); ok {
				sides = append(sides, slug(st.English))
			}
		}
	}
	if len(sides) == 2 {
		return sides[0] + "-" + sides[1]
	}
	state, n := "", 0
	for id, k := range r.conf {
		if k > n || k == n && id < state {
			state, n = id, k
		}
	}
	st, ok := r.p.Lex.State(state)
	if !ok {
		return ""
	}
	key := slug(st.English)
	if a := r.actor(m.placeID); a != nil && a.English != "" && !strings.EqualFold(a.English, st.English) && a.English != a.Name {
		return key + "-" + slug(a.English)
	}
	return key + "-talks"
}

// slug is an English name in lower-case letters and hyphens.
func slug(s string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(s) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
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
	score   float64
	named   bool
}

// candidates are the processes whose name or cues stand in the mention's clause
// or which its place hosts, and the one that the article is about.
func (r *reader) candidates(m *meeting) []candidate {
	list := r.spare[:0]
	at := func(n int32) *candidate {
		for k := range list {
			if list[k].process == n {
				return &list[k]
			}
		}
		list = append(list, candidate{process: n})
		return &list[len(list)-1]
	}
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
		if m.sibling && r.concern(&r.p.Lex.Processes[n]) > 0 {
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
		pr := &r.p.Lex.Processes[c.process]
		if r.sitsAt(c.process, m.placeID) && r.concern(pr) > 0.1 && r.current(pr, m) {
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
	if r.hosts == nil {
		r.hosts = make(map[string][]int32, 256)
		add := func(key string, n int) {
			if l := r.hosts[key]; len(l) == 0 || l[len(l)-1] != int32(n) {
				r.hosts[key] = append(l, int32(n))
			}
		}
		for n := range r.p.Lex.Processes {
			for _, h := range r.p.Lex.Processes[n].Hosts {
				add("place:"+h, n)
				if st, _, ok := strings.Cut(h, "-"); ok {
					add("state:"+st, n)
				}
			}
		}
	}
	return r.hosts[placeID]
}

// fit is how well a process goes with the article and with those who meet.
func (r *reader) fit(n int32, m *meeting) float64 {
	pr := &r.p.Lex.Processes[n]
	s := max(-2, min(r.weigh(n)/4, 4))
	if !r.current(pr, m) {
		s -= 3
	}
	if r.concern(pr) < 0 {
		s -= 3
	}
	if len(m.parts) == 0 {
		return s
	}
	if len(pr.Conflict) == 2 {
		a, b := seated(m, pr.Conflict[0]), seated(m, pr.Conflict[1])
		if a && b {
			s += 3
		} else if states(m) >= 2 {
			s -= 3 // the talks of one of them with somebody else
		}
	}
	tied, told := 0, 0
	for _, q := range m.parts {
		if vague(q) {
			continue
		}
		told++
		if r.tied(n, pr, q) {
			tied++
		} else if q.role == "party" {
			s--
		}
	}
	if told == 0 {
		return s
	}
	if tied == 0 {
		return s - 3
	}
	return s + min(float64(tied), 2)*0.75
}

// vague reports whether a side is told by a word that every conflict has: الحكومة،
// الحركة، المعارضة.
func vague(q participant) bool {
	if q.actor != "" || q.kind != 'g' {
		return false
	}
	for _, w := range strings.Fields(arabic.Fold(q.name)) {
		switch w = stem(w); w {
		case "حكومي", "حكوميه", "معارض", "معارضين", "مفاوض", "رسمي", "متحاربه", "متنازعه", "معنيه", "متحاربان":
		default:
			if !side(w) {
				return false
			}
		}
	}
	return true
}

// states counts the states that are parties.
func states(m *meeting) int {
	n := 0
	for _, q := range m.parts {
		if q.role == "party" && strings.HasPrefix(q.actor, "state:") {
			n++
		}
	}
	return n
}

// seated reports whether a state, or its people, is a party of its own.
func seated(m *meeting, state string) bool {
	for _, q := range m.parts {
		name := arabic.Fold(q.name)
		if q.actor == "state:"+state || state == "pse" && strings.HasPrefix(name, "الفلسطيني") || state == "isr" && strings.HasPrefix(name, "الاسراييلي") {
			return true
		}
	}
	return false
}

// tied reports whether somebody who meets belongs to a process: one of its
// parties or persons, or of the states of its conflict.
func (r *reader) tied(n int32, pr *lexicon.Process, q participant) bool {
	if a := r.actor(q.actor); a != nil {
		for _, c := range pr.Conflict {
			if strings.EqualFold(a.Country, c) {
				return true
			}
		}
	}
	words := strings.Fields(arabic.Fold(q.name))
	for _, c := range r.words(n, pr) {
		if within(c, words) {
			return true
		}
	}
	return false
}

// words are the folded words of each party and cue of a process.
func (r *reader) words(n int32, pr *lexicon.Process) [][]string {
	if w, ok := r.told[n]; ok {
		return w
	}
	if r.told == nil {
		r.told = map[int32][][]string{}
	}
	var w [][]string
	for _, list := range [][]string{pr.Parties, pr.Cues} {
		for _, c := range list {
			w = append(w, strings.Fields(arabic.Fold(c)))
		}
	}
	r.told[n] = w
	return w
}

// within reports whether each of few stands in all, give or take the article.
func within(few, all []string) bool {
	for _, w := range few {
		hit := false
		for _, v := range all {
			hit = hit || arabic.Undet(v) == arabic.Undet(w)
		}
		if !hit {
			return false
		}
	}
	return len(few) > 0
}

// concern is the share of the article's mentions that are of the states of a
// process's conflict; for several states the least of them counts.
func (r *reader) concern(pr *lexicon.Process) float64 {
	if r.all == 0 || len(pr.Conflict) == 0 {
		return 0
	}
	sum := 0
	for _, c := range pr.Conflict {
		if r.conf[c] == 0 {
			return -0.5
		}
		sum += r.conf[c]
	}
	return float64(sum) / float64(r.all)
}

// current reports whether a process was going on, give or take a year, when the
// article appeared.
func (r *reader) current(pr *lexicon.Process, m *meeting) bool {
	when := m.start
	if year(when) == 0 {
		when = r.day(m.at)
	}
	y := year(when)
	if y == 0 {
		return true
	}
	if a, b, now := month(pr.From), month(pr.To), month(when); a > 0 && b > 0 && b-a < 3 && now > 0 {
		return now >= a-3 && now <= b+1 // one conference, and no longer track
	}
	if f := year(pr.From); f > 0 && y < f-1 {
		return false
	}
	if t := year(pr.To); t > 0 && y > t+1 {
		return false
	}
	return true
}

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
	pr := &r.p.Lex.Processes[n]
	s := r.main[n]
	if !r.current(pr, &meeting{}) {
		s -= 4
	}
	return s + 6*r.concern(pr)
}
