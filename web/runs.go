package web

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mahdar/text"
)

// layer is a kind of finding that the reader marks and a visitor can hide.
type layer string

// The layers, the outermost first: where several lie on a word, the card of
// the last opens.
const (
	layerMeeting   layer = "meeting"
	layerStatement layer = "statement"
	layerClaim     layer = "claim" // commitments and demands
	layerEvent     layer = "event" // ceasefires and incidents
	layerSpeaker   layer = "speaker"
	layerFigure    layer = "figure"
	layerDate      layer = "date"
	layerName      layer = "name"
)

var layers = [...]layer{layerMeeting, layerStatement, layerClaim, layerEvent, layerSpeaker, layerFigure, layerDate, layerName}

// marked is a place of the text that a card speaks of.
type marked struct {
	text.Span
	layer layer
	card  string
}

// run is a stretch of text under the same marks.
type run struct {
	Text   string
	Class  string // of its layers, "" for plain text
	Card   string // that it opens
	Cards  string // all that lie on it, with blanks between
	Opens  bool   // it is the first run of Card: the one to reach by keyboard
	Letter string // of a control character that the run stands for: U+202E
}

// widen moves the ends of s out to where no word is cut: a mark that began
// inside a word would part letters that are joined.
func widen(src string, s text.Span) text.Span {
	for s.Start > 0 && s.Start < len(src) {
		before, n := utf8.DecodeLastRuneInString(src[:s.Start])
		after, _ := utf8.DecodeRuneInString(src[s.Start:])
		if !joins(before) || !joins(after) {
			break
		}
		s.Start -= n
	}
	for s.End > 0 && s.End < len(src) {
		before, _ := utf8.DecodeLastRuneInString(src[:s.End])
		after, n := utf8.DecodeRuneInString(src[s.End:])
		if !joins(before) || !joins(after) {
			break
		}
		s.End += n
	}
	return s
}

// joins reports whether r can stand inside a word.
func joins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == 'ـ' || r == '\u200c' || r == '\u200d'
}

// split cuts the part of src under window into runs. Marks that reach out of
// the window are clipped to it. seen tells which cards have been opened before.
func split(src string, window text.Span, marks []marked, seen map[string]bool) []run {
	type edge struct {
		at   int
		open bool
		i    int
	}
	var edges []edge
	for i, m := range marks {
		s := text.Span{Start: max(m.Start, window.Start), End: min(m.End, window.End)}
		if !s.Empty() {
			edges = append(edges, edge{s.Start, true, i}, edge{s.End, false, i})
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return a.at - b.at })
	var out []run
	var live []int
	at := window.Start
	for _, e := range edges {
		if e.at > at {
			out = emit(out, src[at:e.at], live, marks, seen)
			at = e.at
		}
		if e.open {
			live = append(live, e.i)
		} else {
			live = slices.DeleteFunc(live, func(i int) bool { return i == e.i })
		}
	}
	if at < window.End {
		out = emit(out, src[at:window.End], live, marks, seen)
	}
	return out
}

// emit adds words under the live marks, with control characters that would
// turn the line made visible.
func emit(out []run, words string, live []int, marks []marked, seen map[string]bool) []run {
	base := run{}
	if len(live) > 0 {
		order := slices.Clone(live)
		slices.SortStableFunc(order, func(a, b int) int { return depth(marks[a].layer) - depth(marks[b].layer) })
		var class, cards []string
		for _, i := range order {
			if c := "l-" + string(marks[i].layer); !slices.Contains(class, c) {
				class = append(class, c)
			}
			if !slices.Contains(cards, marks[i].card) {
				cards = append(cards, marks[i].card)
			}
		}
		base.Class, base.Cards = strings.Join(class, " "), strings.Join(cards, " ")
		base.Card = marks[order[len(order)-1]].card
		for _, c := range cards { // a card below others on its first words is reached by them
			if !seen[c] {
				base.Card, base.Opens = c, true
				seen[c] = true
				break
			}
		}
	}
	for words != "" {
		i := strings.IndexFunc(words, hidden)
		if i < 0 {
			i = len(words)
		}
		if i > 0 {
			r := base
			r.Text = words[:i]
			out = append(out, r)
			base.Opens = false
			words = words[i:]
			continue
		}
		c, n := utf8.DecodeRuneInString(words)
		out = append(out, run{Letter: codePoint(c)})
		words = words[n:]
	}
	return out
}

func depth(l layer) int { return slices.Index(layers[:], l) }

// hidden reports whether r is a control that a reader should see rather than
// suffer.
func hidden(r rune) bool {
	return turns(r) || unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t'
}

func codePoint(r rune) string {
	const hex = "0123456789ABCDEF"
	return "U+" + string([]byte{hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15]})
}
