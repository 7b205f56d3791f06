package talks

import (
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// emitDemands writes what was found to be asked for.
func (r *reader) emitDemands() {
	for n, d := range r.wants {
		b := r.contentSpan(d.content)
		if d.of == d.by {
			d.of = "" // nobody asks it of himself
		}
		if d.of == "" {
			d.of = r.ofWhom(&d)
		}
		f := fact.Demand{By: d.by, Of: d.of, Answer: d.answer, Manner: r.mannerOf(d.content), Rule: d.rule}
		f.Content = append([]text.Span{b}, d.also...)
		if n < mostEchoes {
			f.Content = distinct(append(f.Content, r.echoes(b)...))
		}
		r.p.Reading.Demands = append(r.p.Reading.Demands, f)
	}
}

// mannerOf are the words that say how a demand is to be met: at once, by
// degrees, without conditions.
func (r *reader) mannerOf(s span) string {
	p := r.p
	for k := s.first; k < s.last; k++ {
		switch p.Word(k) {
		case "فورا", "فوري", "فوريه", "الفوري", "تدريجيا", "تدريجي", "كاملا", "كامل":
			return p.Words(k, k+1)
		case "دفعه":
			if k+1 < s.last {
				return p.Words(k, k+2)
			}
		case "دون", "بدون":
			if k+1 < s.last && strings.HasPrefix(r.stem(k+1), "شروط") {
				return p.Words(k, min(k+3, s.last))
			}
		}
	}
	return ""
}

// spans are the source spans of token ranges.
func (r *reader) spans(list []span) []text.Span {
	out := make([]text.Span, 0, len(list))
	for _, s := range list {
		if b := r.bytes(s); !b.Empty() {
			out = append(out, b)
		}
	}
	return out
}
