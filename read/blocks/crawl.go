package blocks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
)

// tickers drops lines in which a page's headlines run on, parted by wide gaps:
// what is left of a news ticker when a page is turned into text.
func (s *splitter) tickers() {
	for _, l := range s.lines {
		if !l.undecided() || l.arabic < 12 || !l.gaps {
			continue
		}
		w := s.t.Source[l.Start:l.End]
		if !strings.Contains(w, "  ") && !strings.Contains(w, "\u00a0") {
			continue
		}
		parts, open := 0, 0
		for p := range strings.SplitSeq(strings.ReplaceAll(w, "\u00a0", " "), "   ") {
			if p = strings.TrimFunc(p, unseen); p == "" {
				continue
			}
			parts++
			if last := p[len(p)-1]; last != '.' && last != ':' && len(p) < 400 {
				open++
			}
		}
		if parts >= 4 && open*10 >= parts*9 {
			l.drop("navigation")
		}
	}
}

// credits drops captions that say where a picture is from: a short line that
// ends in «- تويتر», «(رويترز)», and names of picture files.
func (s *splitter) credits() {
	for _, l := range s.lines {
		if !l.undecided() || l.arabic > 20 {
			continue
		}
		if l.arabic == 0 && pictureFile(s.t.Source[l.Start:l.End]) {
			l.drop("caption")
			continue
		}
		if l.stop {
			continue
		}
		if from := s.creditMark(l); from > 0 && s.furniture.Credit(wordsOf(s.t.Tokens[from+1:l.last])) {
			l.drop("caption")
		}
	}
}

// pictureFile reports whether w ends as names of picture files do.
func pictureFile(w string) bool {
	for _, end := range [...]string{".jpg", ".jpeg", ".png", ".gif"} {
		if n := len(w) - len(end); n >= 0 && strings.EqualFold(w[n:], end) {
			return true
		}
	}
	return false
}

// creditMark is the last dash or opening bracket of a line, among its last six
// tokens; 0 for none.
func (s *splitter) creditMark(l *line) int {
	for i := l.last - 1; i > l.first && i >= l.last-7; i-- {
		switch s.t.Tokens[i].Word {
		case "-", "–", "—", "(", "/":
			return i
		}
	}
	return 0
}

// wordsOf joins the words among toks.
func wordsOf(toks []arabic.Token) string {
	var out []string
	for _, k := range toks {
		if k.Kind != arabic.Punct && k.Kind != arabic.Quote {
			out = append(out, k.Word)
		}
	}
	return strings.Join(out, " ")
}

// twins drops a short line that stands twice in a row: a picture's alternative
// text and its caption. The title, which pages repeat too, stands first.
func (s *splitter) twins() {
	prev := -1
	for i, l := range s.lines {
		if !l.undecided() {
			continue
		}
		if prev >= 0 && l.words > 0 && l.arabic <= 20 && !l.stop && l.same(s.lines[prev]) && s.anyHead(prev) {
			s.lines[prev].drop("caption")
			l.drop("caption")
			prev = -1
			continue
		}
		prev = i
	}
}

// anyHead reports whether a line above line i may be the title.
func (s *splitter) anyHead(i int) bool {
	for _, l := range s.lines[:i] {
		if l.undecided() && l.arabic >= sureTitle {
			return true
		}
		if l.kind == fact.Title {
			return true
		}
	}
	return false
}
