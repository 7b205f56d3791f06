package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mahdar/minutes"
	"mahdar/text"
)

// piece is a stretch of a sentence, marked or not.
type piece struct {
	words  string
	marked bool
}

// marked are the sentences of src that hold one of the places at, each with
// the letters of the places marked.
func marked(src string, at []text.Span) [][]piece {
	var out [][]piece
	done := 0
	for i, s := range at {
		if s.Start < done || s.In(src) == "" {
			continue
		}
		around := sentence(src, s)
		var line []piece
		from := around.Start
		for _, m := range at[i:] {
			if m.Start < from || m.Start >= around.End || m.In(src) == "" {
				continue
			}
			end := min(m.End, around.End)
			line = append(line, piece{src[from:m.Start], false}, piece{src[m.Start:end], true})
			from = end
		}
		line = append(line, piece{src[from:around.End], false})
		out = append(out, line)
		done = around.End
	}
	return out
}

// longest is how many bytes of a sentence are shown on each side of a place.
const longest = 400

// sentence is what stands around at up to the ends of its sentence.
func sentence(src string, at text.Span) text.Span {
	from := max(0, at.Start-longest)
	for from > 0 && !utf8.RuneStart(src[from]) {
		from--
	}
	if i := strings.LastIndexAny(src[from:at.Start], ".!؟\n"); i >= 0 {
		_, n := utf8.DecodeRuneInString(src[from+i:])
		from += i + n
	}
	to := min(len(src), at.End+longest)
	for to < len(src) && !utf8.RuneStart(src[to]) {
		to++
	}
	if i := strings.IndexAny(src[at.End:to], ".!؟\n"); i >= 0 {
		to = at.End + i
	}
	return text.Span{Start: from, End: to}
}

// markedLine prints a sentence with its marks: bold on a terminal, [brackets]
// elsewhere.
func (a *app) markedLine(indent string, line []piece) {
	var b strings.Builder
	for _, p := range line {
		w := minutes.Clean(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(p.words))
		switch {
		case p.marked && a.outTerm && !a.noColour:
			b.WriteString(a.paint(yellow, w))
		case p.marked:
			b.WriteString("[" + w + "]")
		default:
			b.WriteString(w)
		}
	}
	s := strings.TrimSpace(b.String())
	if a.outTerm {
		s = "\u2067" + s + "\u2069"
	}
	fmt.Fprintln(a.out, indent+s)
}
