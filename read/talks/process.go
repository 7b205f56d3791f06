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

// focus finds the aliases and cues of processes in the article and which states
// it speaks of.
func (r *reader) focus() {
	p := r.p
	r.conf, r.main = map[string]int{}, map[int32]float64{}
	for i := range p.Tokens {
		if !p.Body(i) {
			continue
		}
		p.Phrases(i, func(ph lexicon.Phrase) {
			n := 0
			for _, ref := range ph.Refs {
				if ref.Table == lexicon.CueTable {
					n++
				}
			}
			for _, ref := range ph.Refs {
				switch ref.Table {
				case lexicon.ProcessTable:
					r.cues = append(r.cues, cue{i, ph.Last, ref.Entry, 3, true})
				case lexicon.CueTable:
					r.cues = append(r.cues, cue{i, ph.Last, ref.Entry, 1 / float64(n), false})
				}
			}
		})
		m := p.Mention(i)
		if m == nil || i > 0 && p.Mention(i-1) == m {
			continue
		}
		if a := p.Actor(m.Actor); a != nil && a.Country != "" {
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
	score, alias := r.candidates(m)
	best, top := int32(-1), 0.0
	for n, s := range score {
		s += r.fit(n, m)
		if s > top || s == top && best >= 0 && n < best {
			best, top = n, s
		}
	}
	need := needRound
	if m.kind == "bilateral" || m.kind == "visit" || m.kind == "call" {
		need = needBilateral
	}
	if best >= 0 && (top >= need || alias[best]) {
		m.process, m.named = r.p.Lex.Processes[best].ID, alias[best]
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
	if a := r.p.Actor(m.placeID); a != nil && a.English != "" && !strings.EqualFold(a.English, st.English) && a.English != a.Name {
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
	aboutTalks    = 8.0 // weight from which an article is about one process
)

// candidates are the processes whose name or cues stand in the mention's clause
// or which its place hosts, and the one that the article is about.
func (r *reader) candidates(m *meeting) (score map[int32]float64, alias map[int32]bool) {
	score, alias = map[int32]float64{}, map[int32]bool{}
	if r.top >= 0 {
		score[r.top] = 0
	}
	lo := sort.Search(len(r.cues), func(k int) bool { return r.cues[k].at >= m.clause.first })
	for _, c := range r.cues[lo:] {
		if c.at >= m.clause.last {
			break
		}
		if !c.alias {
			score[c.process] = min(score[c.process]+c.weight, 3)
		}
	}
	for _, c := range r.cues[lo:] {
		if c.at >= m.clause.last {
			break
		}
		if c.alias && c.last > m.at && c.at < m.at+8 && !alias[c.process] && !m.sibling {
			score[c.process] += 4
			alias[c.process] = true
		}
	}
	if m.placeID == "" {
		return score, alias
	}
	id, state := strings.TrimPrefix(m.placeID, "place:"), strings.TrimPrefix(m.placeID, "state:")
	for n := range r.p.Lex.Processes {
		for _, h := range r.p.Lex.Processes[n].Hosts {
			if h == id || state != m.placeID && strings.HasPrefix(h, state+"-") {
				score[int32(n)] += 1.5
				if m.sibling && r.concern(&r.p.Lex.Processes[n]) > 0 {
					score[int32(n)] += 3
				}
				break
			}
		}
	}
	return score, alias
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
	if len(pr.Conflict) == 2 && seated(m, pr.Conflict[0]) && seated(m, pr.Conflict[1]) {
		s += 3
	}
	tied := 0
	for _, q := range m.parts {
		if r.tied(pr, q) {
			tied++
		} else if q.role == "party" {
			s--
		}
	}
	if tied == 0 {
		return s - 3
	}
	return s + min(float64(tied), 2)*0.75
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
func (r *reader) tied(pr *lexicon.Process, q participant) bool {
	if a := r.p.Actor(q.actor); a != nil {
		for _, c := range pr.Conflict {
			if strings.EqualFold(a.Country, c) {
				return true
			}
		}
	}
	words := strings.Fields(arabic.Fold(q.name))
	for _, list := range [][]string{pr.Parties, pr.Cues} {
		for _, c := range list {
			if within(strings.Fields(arabic.Fold(c)), words) {
				return true
			}
		}
	}
	return false
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
	y := year(m.start)
	if y == 0 {
		y = year(r.day(m.at))
	}
	if y == 0 {
		return true
	}
	if f := year(pr.From); f > 0 && y < f-1 {
		return false
	}
	if t := year(pr.To); t > 0 && y > t+1 {
		return false
	}
	return true
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
