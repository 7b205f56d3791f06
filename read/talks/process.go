package talks

import (
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
	seen := map[int32]map[int]int{}
	for _, c := range r.cues {
		if seen[c.process] == nil {
			seen[c.process] = map[int]int{}
		}
		key := c.last<<20 | int(c.weight*1000)
		seen[c.process][key]++
		r.main[c.process] += c.weight
	}
}

// processes gives each mention the process that it belongs to.
func (r *reader) processes() {
	for n := range r.met {
		r.assign(&r.met[n])
	}
}

// assign finds the process of a mention: the one whose name stands in its
// words, or for rounds the one that its place, those who meet and the article
// point to.
func (r *reader) assign(m *meeting) {
	p := r.p
	best, top, named := int32(-1), 0.0, false
	score := map[int32]float64{}
	alias := map[int32]bool{}
	lo, hi := m.clause.first, m.clause.last
	for _, c := range r.cues {
		if c.at < lo || c.at >= hi {
			continue
		}
		if c.alias {
			if c.at <= m.at && m.at < c.last || c.at >= m.at && c.at < m.at+8 {
				score[c.process] += 3
				alias[c.process] = true
			}
			continue
		}
		score[c.process] += c.weight
	}
	if m.placeID != "" {
		id := strings.TrimPrefix(m.placeID, "place:")
		st := strings.TrimPrefix(m.placeID, "state:")
		for n := range p.Lex.Processes {
			for _, h := range p.Lex.Processes[n].Hosts {
				if h == id || strings.HasPrefix(h, st+"-") && st != m.placeID {
					score[int32(n)] += 1
				}
			}
		}
	}
	for n, s := range score {
		pr := &p.Lex.Processes[n]
		if !r.current(pr, m) {
			s -= 3
		}
		s += 2 * r.concern(pr)
		s += min(r.main[n], 6) / 4
		if s > top || s == top && best >= 0 && n < best {
			best, top, named = n, s, alias[n]
		}
	}
	if best < 0 {
		return
	}
	need := 3.0
	if m.kind == "bilateral" || m.kind == "visit" || m.kind == "call" {
		need = 4.5
	}
	if top >= need {
		m.process, m.named = p.Lex.Processes[best].ID, named
	}
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
