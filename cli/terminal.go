package cli

import (
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"

	"mahdar/minutes"
)

func newApp(in io.Reader, out, errs io.Writer) *app {
	return &app{in: in, out: out, errs: errs, outTerm: isTerminal(out), errTerm: isTerminal(errs)}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columns is the width that lines are filled to: 80, or less on a narrow terminal.
const columns = 80

func (a *app) width() int {
	if f, ok := a.out.(*os.File); ok && a.outTerm {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w >= 20 {
			return min(w, columns)
		}
	}
	return columns
}

// style paints words for a terminal, and leaves them alone elsewhere.
type style string

// The styles, as ANSI sequences that dark and light terminals show.
const (
	bold   style = "1"
	faint  style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	blue   style = "34"
	cyan   style = "36"
)

func (a *app) paint(s style, words string) string {
	if !a.outTerm || a.noColour || words == "" {
		return words
	}
	return "\x1b[" + string(s) + "m" + words + "\x1b[0m"
}

// source is words of an article on one line, safe to print: isolated on a
// terminal, without controls everywhere.
func (a *app) source(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if a.outTerm {
		return minutes.Isolate(s)
	}
	return minutes.Clean(s)
}

// fill breaks words of an article into lines that begin with indent and, on a
// terminal, fit its width; each line is isolated by itself, because a terminal
// orders each line by itself.
func (a *app) fill(indent, s string) []string {
	words := strings.Fields(minutes.Clean(s))
	if !a.outTerm {
		return []string{indent + strings.Join(words, " ")}
	}
	room := a.width() - len(indent)
	var lines []string
	line, used := "", 0
	for _, w := range words {
		n := cells(w)
		if used > 0 && used+1+n > room {
			lines = append(lines, indent+minutes.Isolate(line))
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += w
		used += n
	}
	if line != "" {
		lines = append(lines, indent+minutes.Isolate(line))
	}
	return lines
}

// cells is how many columns a word takes: marks take none.
func cells(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Cf, r) {
			n++
		}
	}
	return n
}
