package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// counterpart is who «نظيره الزهرستاني» is: the holder of the same office in the nation
// of the adjective, by name where the article gives it, else by the office.
func (r *reader) counterpart(s span) (name, actor string, ok bool) {
	switch r.stem(s.first) {
	case "نظير", "نظيره", "نظيرها", "نظيرته", "نظيرتها":
	default:
		return "", "", false
	}
	nation, word := "", ""
	for k := s.first + 1; k < s.last && nation == ""; k++ {
		if _, n, found := r.p.Find(k, lexicon.NisbaWord, nil); found {
			nation, word = r.p.Lex.States[n.Entry].ID, r.p.Source[r.p.Tokens[k].Start:r.p.Tokens[k].End]
		}
	}
	own := r.officerBefore(s.first)
	if nation == "" || own == nil {
		return "", "", false
	}
	return r.alike(own, nation, word, strings.HasPrefix(r.stem(s.first), "نظيرت"))
}

// alike is who holds in a nation the office that own holds in his, by name where the
// article gives it, else by the office with the adjective word.
func (r *reader) alike(own *fact.Actor, nation, word string, fem bool) (name, actor string, ok bool) {
	for i := range r.held() {
		o := &r.offices[i]
		if o.actor.ID == own.ID || !strings.EqualFold(o.actor.Country, nation) {
			continue
		}
		for _, title := range own.Offices {
			if rank(o.words) != "" && rank(o.words) == rank(stemsIn(title)) {
				return o.actor.Name, o.actor.ID, true
			}
		}
	}
	for _, title := range own.Offices {
		if head := titled(rank(stemsIn(title)), fem); head != "" {
			return head + " " + word, "", true
		}
	}
	return "", "", false
}

// counterparts are the two whom «نظيريه القمري والزهري» are, by the names that follow
// where two do, and the token after them; none where no such phrase begins at token i.
func (r *reader) counterparts(i, lim int) ([]party, int) {
	switch r.stem(i) {
	case "نظيريه", "نظيريها", "نظيراه", "نظيراها":
	default:
		return nil, i
	}
	own := r.officerBefore(i)
	if own == nil {
		return nil, i
	}
	var out []party
	k := i + 1
	for ; k < lim && len(out) < 2; k++ {
		rd, n, ok := r.p.Find(k, lexicon.NisbaWord, nil)
		if !ok || (rd.Conj == 'w') != (k > i+1) {
			break
		}
		name, actor, ok := r.alike(own, r.p.Lex.States[n.Entry].ID, r.p.StemSpan(k, rd).In(r.p.Source), false)
		if !ok {
			break
		}
		out = append(out, party{at: span{k, k + 1}, name: name, actor: actor, kind: 'p'})
	}
	if len(out) != 2 {
		return nil, i
	}
	if a, next := r.nameAfterComma(k, lim); a != nil {
		if b, end := r.nameAfterComma(next, lim); b != nil {
			out[0].name, out[0].actor, out[1].name, out[1].actor = a.Name, a.Actor, b.Name, b.Actor
			return out, end
		}
	}
	return out, k
}

// nameAfterComma is the person named after a comma at token k, and the token after him.
func (r *reader) nameAfterComma(k, lim int) (*fact.Mention, int) {
	if k >= lim || r.p.Word(k) != "،" && r.p.Word(k) != "," {
		return nil, k
	}
	m := r.p.Mention(k + 1)
	if m == nil || m.Type != fact.Person {
		return nil, k
	}
	for k++; k < lim && r.p.Mention(k) == m; k++ {
	}
	return m, k
}

// officerBefore is the person named last before token i, where the article gives him
// an office.
func (r *reader) officerBefore(i int) *fact.Actor {
	first := r.sentence(i).First
	for k := i - 1; k >= first; k-- {
		if m := r.p.Mention(k); m != nil && m.Type == fact.Person {
			if a := r.actor(m.Actor); a != nil && len(a.Offices) > 0 {
				return a
			}
			return nil
		}
	}
	return nil
}

// stemsIn are the stems of the words of an office.
func stemsIn(office string) []string {
	words := fields(arabic.Fold(office))
	for k := range words {
		words[k] = stem(words[k])
	}
	return words
}

// rank is what an office is without its nation: minister of what, head of what; ""
// for one that has no counterpart elsewhere.
func rank(words []string) string {
	for k, w := range words {
		next := ""
		if k+1 < len(words) {
			next = words[k+1]
		}
		switch w {
		case "وزير", "وزيره":
			if ministry(next) {
				return "minister " + next
			}
		case "رييس", "رييسه":
			switch next {
			case "وزراء", "حكومه":
				return "premier"
			case "اركان", "وفد", "مجلس", "برلمان", "حزب", "لجنه", "حركه":
				return ""
			}
			return "president"
		}
	}
	return ""
}

// titled is the office of a rank in words.
func titled(rank string, fem bool) string {
	of, minister := strings.CutPrefix(rank, "minister ")
	switch {
	case minister:
		if fem {
			return "وزيرة " + ministries[of]
		}
		return "وزير " + ministries[of]
	case rank == "premier":
		return "رئيس الوزراء"
	case rank == "president":
		return "الرئيس"
	}
	return ""
}

// bothBefore are the two whom the dual at token i stands for: the persons named last for
// الزعيمان and الوزيران, else the sides.
func (r *reader) bothBefore(i int) []party {
	switch r.stem(i) {
	case "زعيمان", "زعيمين", "وزيران", "وزيرين":
	default:
		return r.lastTwo(i)
	}
	if two := r.pairMet(i); two != nil && (!strings.HasPrefix(r.stem(i), "وزير") || r.minister(two[0]) && r.minister(two[1])) {
		return two
	}
	var out []party
	for k := i - 1; k >= 0 && k > i-100 && len(out) < 2; k-- {
		m := r.p.Mention(k)
		if m == nil || m.Type != fact.Person || m.Actor == "" || k > 0 && r.p.Mention(k-1) == m || len(out) == 1 && out[0].actor == m.Actor {
			continue
		}
		if a := r.actor(m.Actor); a == nil || a.Country == "" && !actsFor(a) {
			continue // who reports on them
		}
		out = append(out, party{at: span{i, i + 1}, name: m.Name, actor: m.Actor, kind: 'p'})
	}
	if len(out) < 2 {
		return r.lastTwo(i)
	}
	out[0], out[1] = out[1], out[0]
	return out
}

// actsFor reports whether the article gives a an office other than of those who report or
// speak for others.
func actsFor(a *fact.Actor) bool {
	for _, o := range a.Offices {
		head, _, _ := strings.Cut(arabic.Fold(o), " ")
		switch strings.TrimSuffix(arabic.Undet(head), "ه") {
		case "مراسل", "متحدث", "ناطق", "محلل", "صحفي", "صحافي", "خبير", "كاتب", "باحث":
		default:
			return true
		}
	}
	return false
}
