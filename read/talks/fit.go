package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// slight is the share of an article's mentions below which it only touches a conflict.
// Set on the development articles.
const slight = 0.05

// base is how well a process goes with the article and with the states that meet.
func (r *reader) base(n int32, m *meeting) float64 {
	pr := &r.p.Lex.Processes[n]
	s := max(-2, min(r.weigh(n)/4, 4))
	if !r.runs(n, r.then.year, r.then.month) {
		s -= 3
	}
	if c := r.concern(n); c < 0 {
		s -= 3
	} else if c < slight && len(pr.Conflict) > 0 {
		s -= 2 // «ليبيا» told once in an article on Syria
	}
	if len(m.parts) > 0 && len(pr.Conflict) == 2 {
		a, b := r.seated(m, pr.Conflict[0]), r.seated(m, pr.Conflict[1])
		if a && b {
			s += 3
		} else if states(m) >= 2 {
			s -= 3 // the talks of one of them with somebody else
		}
	}
	return s
}

// mostTied is more than sides of its own can add to a process's base.
const mostTied = 1.6

// fit is how well a process goes with the article and with those who meet.
func (r *reader) fit(n int32, m *meeting, s float64) float64 {
	if len(m.parts) == 0 {
		return s
	}
	pr := &r.p.Lex.Processes[n]
	tied, told := 0, 0
	for k := range m.parts {
		if r.folk[k].vague {
			continue
		}
		told++
		if r.tied(n, pr, k) {
			tied++
		} else if m.parts[k].role == "party" {
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

// folk is what the name of one who meets says, found once for all processes.
type folk struct {
	name    string  // folded
	words   []int32 // its words without their article, by their numbers among the words of sides
	country string
	vague   bool
}

// folkOf reads the names of those who meet.
func (r *reader) folkOf(parts []participant, out []folk) []folk {
	for k := range parts {
		q := &parts[k]
		x := r.nameOf(q.name)
		f := folk{name: x.folded, words: x.numbers, vague: vague(q, x.words)}
		if a := r.actor(q.actor); a != nil {
			f.country = a.Country
		}
		if f.country == "" && q.kind == 'p' {
			f.country = r.nation(q.party) // رئيس الوزراء القمري سالم, of whom nothing else is known
		}
		out = append(out, f)
	}
	return out
}

// nameWords is a name of somebody who meets, taken apart.
type nameWords struct {
	name    string
	folded  string
	words   []string // folded
	numbers []int32  // of those that are words of sides, without their article
}

// nameOf takes a name apart, once in an article.
func (r *reader) nameOf(name string) *nameWords {
	for k := range r.names {
		if r.names[k].name == name {
			return &r.names[k]
		}
	}
	x := nameWords{name: name, folded: arabic.Fold(name)}
	x.words = fields(x.folded)
	x.numbers = make([]int32, 0, len(x.words))
	for _, w := range x.words {
		if n, ok := r.sideWords.numbers[arabic.Undet(w)]; ok {
			x.numbers = append(x.numbers, n)
		}
	}
	if len(r.names) == mostNames {
		r.names = r.names[:0]
	}
	r.names = append(r.names, x)
	return &r.names[len(r.names)-1]
}

// mostNames bounds how many names of an article are remembered.
const mostNames = 64

// vague reports whether a side with the folded words is told by ones that every
// conflict has: الحكومة، الحركة، المعارضة.
func vague(q *participant, words []string) bool {
	if q.actor != "" || q.kind != 'g' {
		return false
	}
	for _, w := range words {
		switch w = stem(w); w {
		case "حكومي", "حكوميه", "معارض", "معارضين", "مفاوض", "رسمي", "متحاربه", "متنازعه", "معنيه", "متحاربان":
		default:
			if stems.Of(w)&stemSide == 0 {
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
func (r *reader) seated(m *meeting, state string) bool {
	peoples := r.sideWords.peoples[state]
	for k := range m.parts {
		if id, ok := strings.CutPrefix(m.parts[k].actor, "state:"); ok && id == state {
			return true
		}
		for _, people := range peoples {
			if strings.HasPrefix(r.folk[k].name, people) {
				return true
			}
		}
	}
	return false
}

// tied reports whether number k of those who meet belongs to a process: one of its
// parties or persons, or of the states of its conflict.
func (r *reader) tied(n int32, pr *lexicon.Process, k int) bool {
	f := &r.folk[k]
	if f.country != "" {
		for _, c := range pr.Conflict {
			if strings.EqualFold(f.country, c) {
				return true
			}
		}
	}
	all, some := true, false
	for _, w := range r.sideWords.of[n] {
		if w == 0 {
			if all && some {
				return true
			}
			all, some = true, false
			continue
		}
		some = true
		all = all && slices.Contains(f.words, w)
	}
	return false
}

// sides are the words of the parties and cues of processes.
type sides struct {
	numbers map[string]int32 // from 1 on, by the folded word without its article
	of      [][]int32        // by process: the words of each party and cue, each list ended by 0

	peoples map[string][]string // by state in a conflict: how the folded names of its people begin
}

// sidesOf are the words of the sides of the lexicon's processes.
func sidesOf(lex *lexicon.Lexicon) sides {
	s := sides{numbers: map[string]int32{}, of: make([][]int32, len(lex.Processes)), peoples: map[string][]string{}}
	for n := range lex.Processes {
		pr := &lex.Processes[n]
		words := make([]int32, 0, 3*(len(pr.Parties)+len(pr.Cues)))
		for _, list := range [...][]string{pr.Parties, pr.Cues} {
			for _, c := range list {
				for w := range strings.FieldsSeq(arabic.Fold(c)) {
					w = arabic.Undet(w)
					if s.numbers[w] == 0 {
						s.numbers[w] = int32(len(s.numbers) + 1)
					}
					words = append(words, s.numbers[w])
				}
				words = append(words, 0)
			}
		}
		s.of[n] = words
		for _, state := range pr.Conflict {
			s.peoples[state] = nil
		}
	}
	for i := range lex.States {
		st := &lex.States[i]
		if _, fights := s.peoples[st.ID]; !fights {
			continue
		}
		for _, nisba := range st.Nisbas {
			s.peoples[st.ID] = append(s.peoples[st.ID], "ال"+arabic.Fold(nisba))
		}
	}
	return s
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
