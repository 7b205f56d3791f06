package talks

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
)

// statement is a statement of the article laid over its tokens.
type statement struct {
	*fact.Statement
	content, cue, speaker span
	at                    int // among those of the article
}

func (r *reader) layStatements() {
	list := r.p.Reading.Statements
	r.said = slices.Grow(r.said, len(list))
	for i := range list {
		s := &list[i]
		if len(s.Content) == 0 {
			continue
		}
		all := s.Content[0]
		for _, c := range s.Content[1:] {
			all = all.Union(c)
		}
		r.said = append(r.said, statement{Statement: s, content: r.tokens(all), cue: r.tokens(s.Cue), speaker: r.tokens(s.Speaker), at: len(r.said)})
	}
	r.layOver()
}

// layOver notes by token the innermost statement around it and whether it is in
// a cue. Of statements around one another the later told is the inner one.
func (r *reader) layOver() {
	n := len(r.p.Tokens)
	for k := range r.said {
		s := &r.said[k]
		width := s.content.last - s.content.first
		for i := s.content.first; i < s.content.last && i < n; i++ {
			if o := r.saidAt[i]; o == 0 || r.said[o-1].content.last-r.said[o-1].content.first > width {
				r.saidAt[i] = int32(k + 1)
			}
		}
		for i := s.cue.first; i < s.cue.last && i < n; i++ {
			r.cueAt[i] = true
		}
	}
}

// sayer is the innermost statement whose content holds token i, nil for none.
func (r *reader) sayer(i int) *statement {
	if i < 0 || i >= len(r.saidAt) || r.saidAt[i] == 0 {
		return nil
	}
	return &r.said[r.saidAt[i]-1]
}

// isCue reports whether token i is in the cue of a statement read before.
func (r *reader) isCue(i int) bool { return i >= 0 && i < len(r.cueAt) && r.cueAt[i] }

// carries reports whether q is who relays s, or a newspaper or channel: «دعا وفق ما نقلت عنه
// القناة إلى …» asks nothing of the channel.
func (r *reader) carries(s *statement, q *party) bool {
	a := r.p.Actor(q.actor)
	return a != nil && a.Sector == "JRN" || slices.ContainsFunc(s.Via, func(v fact.Relay) bool { return v.Name == q.name })
}

// addressed is whom a statement turns to: its target, or the side named between
// its cue and its content that is not who speaks (طالب سالم الجبهة بالانسحاب). It is ""
// where there is none.
func (r *reader) addressed(s *statement) string {
	if c := s.content.first; r.p.Word(c+1) == "من" && someOf(r.stem(c)) && c+2 < s.content.last && r.p.Words(c+2, c+3) == s.Target {
		return "" // طلب المزيد من الوقت
	}
	if strings.HasPrefix(arabic.Fold(s.Target), "ايا") {
		return r.addressedBefore(s)
	}
	if s.Target != "" {
		return s.Target
	}
	from := max(s.cue.last, s.speaker.last)
	if s.speaker.first > s.content.first {
		from = s.cue.last
	}
	for k := s.speaker.first + 1; s.Kind == "person" && k < from && from == s.speaker.last; k++ {
		if r.has(k, stemCrowd) && r.isDefinite(k) {
			from = k // «حث سالم القادة القمريين على»: no part of one man's name
		}
	}
	for k := from; k < s.content.first && k < from+8; k++ {
		if r.p.Word(k) == "في" || r.p.Word(k) == "خلال" {
			return r.addressedLast(s, from)
		}
		if r.p.Word(k-1) == "الي" && r.city(k) {
			continue // ربط عودة الوفد إلى ندى
		}
		if list, next := r.parties(k, s.content.first); len(list) > 0 && list[0].name != s.Name && next >= s.content.first-1 {
			if r.carries(s, &list[0]) {
				return ""
			}
			return joinNames(list)
		}
	}
	if of := r.addressedLast(s, from); of != "" {
		return of
	}
	return r.addressedBefore(s)
}

// addressedBefore is whom the statement before s in its sentence is about, where the cue of s points back
// to them: «حذرت الحكومة الحركة من القصف {وطالبتها} بالانسحاب», «داعيا {إياها} إلى …».
func (r *reader) addressedBefore(s *statement) string {
	w := r.p.Word(max(0, s.cue.last-1))
	if n := r.p.Word(s.cue.last); strings.HasPrefix(n, "ايا") {
		w = n
	}
	if _, verb := r.finite(max(0, s.cue.last-1)); !strings.HasPrefix(w, "ايا") && !(verb && (strings.HasSuffix(w, "تها") || strings.HasSuffix(w, "ته") || strings.HasSuffix(w, "تهم") || strings.HasSuffix(w, "بها") || strings.HasSuffix(w, "بهم") || strings.HasSuffix(w, "به"))) {
		return ""
	}
	least := r.sentence(max(0, s.cue.first)).First
	for k := s.at - 1; k >= 0 && k >= s.at-pronounReach; k-- {
		if o := &r.said[k]; o.Target != "" && o.cue.last <= s.cue.first && o.cue.first >= least {
			if o.Target == s.Name {
				return ""
			}
			return o.Target
		}
	}
	return ""
}

// pronounReach is how many statements back a pronoun may point.
const pronounReach = 4

// addressedLast is who stands right before the content of s, after a comma that ends what is told of
// the speaker from token from on: «طالب سالم، في كلمة ألقاها أمس، {الطرفين} بتسليم السجناء».
func (r *reader) addressedLast(s *statement, from int) string {
	for k := s.content.first - 1; k > from && k > s.content.first-8; k-- {
		if r.p.Word(k-1) != "،" {
			continue
		}
		if list, next := r.parties(k, s.content.first); len(list) > 0 && next == s.content.first && list[0].name != s.Name && !r.carries(s, &list[0]) {
			return joinNames(list)
		}
		return ""
	}
	return ""
}

// someOf reports whether w (a stem) says how much of what follows after من.
func someOf(w string) bool {
	switch w {
	case "مزيد", "مزيدا", "كثير", "عدد", "بعض", "قدر", "مجموعه", "جزء", "قسم":
		return true
	}
	return false
}

// carriesNews reports whether who says s is a newspaper, agency or channel, which asks nothing of
// anybody in what it tells.
func (r *reader) carriesNews(s *statement) bool {
	a := r.p.Actor(s.Actor)
	return a != nil && a.Sector == "JRN"
}
