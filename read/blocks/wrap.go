package blocks

import (
	"strings"
	"unicode/utf8"
)

// The lines of a text that was wrapped at a column are at least and at most so long,
// the longest of them, in code points: narrower ones are columns of a table or verses,
// longer ones are paragraphs.
const (
	narrowest = 40
	widest    = 160
)

// fewest is how many lines at least a wrapped text goes on over.
const fewest = 5

// Unwrap is src with a blank for each line break that only kept its lines short, so
// that a sentence over three lines is one again. It is as long as src, byte for byte:
// what is found in the one stands at the same place of the other. A text is taken
// to be wrapped where seven in ten of its lines, but for those before an empty one, have
// no room left for the first word of the next (so wraps everything that wraps, by
// letters as mail does or by bytes as fold does), and three in five of these do not end
// as sentences do; paragraphs on a line each, headlines and lists are left as they are.
func Unwrap(src string) string {
	lines, ok := shortLines(src)
	if !ok || !wrapped(src, lines, false) && !wrapped(src, lines, true) {
		return src
	}
	out := []byte(src)
	for i := range lines {
		for k := lines[i].end; lines[i].goesOn && k < lines[i].next; k++ {
			out[k] = ' '
		}
	}
	return string(out)
}

// wrapped reports whether lines are of a text that was wrapped by code points, or by
// bytes, and marks those that go on.
func wrapped(src string, lines []short, bytes bool) bool {
	pairs, full, open := 0, 0, 0
	width := widthOf(lines, bytes)
	for i := 0; i+1 < len(lines); i++ {
		l, next := &lines[i], &lines[i+1]
		l.goesOn = false
		if l.size == 0 || next.word == 0 {
			continue
		}
		pairs++
		if l.goesOn = l.measure(bytes)+1+next.first(bytes) > width; l.goesOn {
			full++
			if !ended(src[:l.end]) {
				open++
			}
		}
	}
	return width >= narrowest && full >= fewest && 10*full >= 7*pairs && 5*open >= 3*full
}

// widthOf is the length of the longest line before another, but for one in twenty: a
// headline need not be wrapped.
func widthOf(lines []short, bytes bool) int {
	var sizes [2*widest + 1]int // how many lines are of each length
	n := 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].size > 0 && lines[i+1].word > 0 {
			sizes[lines[i].measure(bytes)]++
			n++
		}
	}
	width := len(sizes) - 1
	for over := sizes[width]; width > 0 && 20*over <= n; over += sizes[width] {
		width--
	}
	return width
}

// measure is the length of the line.
func (l *short) measure(bytes bool) int {
	if bytes {
		return l.bytes
	}
	return l.size
}

// first is the length of the line's first word.
func (l *short) first(bytes bool) int {
	if bytes {
		return l.wordBytes
	}
	return l.word
}

// short is a line of a text that may be wrapped.
type short struct {
	end, next int // bytes: where its words end, where the next line begins
	size      int // code points of its words
	word      int // of them, those of its first word; 0 where a blank stands before it
	bytes     int // as size
	wordBytes int // as word
	goesOn    bool
}

// shortLines are the lines of src, false where one of them is too long for a wrapped
// text, as most paragraphs are, or there are too few.
func shortLines(src string) ([]short, bool) {
	const longest = 2 * widest // bytes
	if n := strings.IndexByte(src, '\n'); n < 0 || n > longest {
		return nil, false
	}
	var lines []short
	for at := 0; at < len(src); {
		n := strings.IndexByte(src[at:min(len(src), at+longest+2)], '\n')
		next := at + n + 1
		if n < 0 {
			if next = len(src); next-at > longest {
				return nil, false
			}
		}
		words := strings.TrimRight(src[at:next], " \t\r\n")
		l := short{end: at + len(words), next: next, size: utf8.RuneCountInString(words), bytes: len(words)}
		if l.size > widest || l.bytes > longest {
			return nil, false
		}
		if first := strings.IndexAny(words, " \t"); first != 0 {
			if first < 0 {
				first = len(words)
			}
			l.word, l.wordBytes = utf8.RuneCountInString(words[:first]), first
		}
		lines = append(lines, l)
		at = next
	}
	return lines, len(lines) > fewest
}

// ended reports whether s ends as a sentence does.
func ended(s string) bool {
	s = strings.TrimRight(s, "»”\")")
	for _, stop := range [...]string{".", "!", "؟", "?", ":", "…"} {
		if strings.HasSuffix(s, stop) {
			return true
		}
	}
	return false
}
