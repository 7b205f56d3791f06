package talks

import (
	"mahdar/fact"
)

// statement is a statement of the article laid over its tokens.
type statement struct {
	*fact.Statement
	content, cue, speaker span
}

func (r *reader) layStatements() {
	list := r.p.Reading.Statements
	r.said = make([]statement, 0, len(list))
	for i := range list {
		s := &list[i]
		if len(s.Content) == 0 {
			continue
		}
		all := s.Content[0]
		for _, c := range s.Content[1:] {
			all = all.Union(c)
		}
		r.said = append(r.said, statement{Statement: s, content: r.tokens(all), cue: r.tokens(s.Cue), speaker: r.tokens(s.Speaker)})
	}
}

// sayer is the innermost statement whose content holds token i, nil for none.
func (r *reader) sayer(i int) *statement {
	var best *statement
	for k := range r.said {
		s := &r.said[k]
		if s.content.has(i) && (best == nil || s.content.last-s.content.first < best.content.last-best.content.first) {
			best = s
		}
	}
	return best
}
