package blocks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/intake/furniture"
)

// The shape of titles, in words.
const (
	longestTitle = 30
	sureTitle    = 4 // with fewer, a line after navigation is more navigation
	kicker       = 3 // with no more, a line above the title names its section
	dirty        = 6 // lines above the first paragraph, from which on the page is a crawl with its navigation
)

// findTitle picks the title and drops what stands above it as navigation. A
// line that says what the metadata say settles it; else it is the first line
// that is neither furniture nor a paragraph, sections aside; and where a page's
// whole navigation stands above the article, the headline whose words the first
// paragraphs take up.
func (s *splitter) findTitle() {
	prose := s.firstProse()
	heads := s.heads(prose)
	if len(heads) == 0 || len(s.lines) == 1 {
		return
	}
	title := s.knownTitle(heads)
	if title < 0 && prose >= dirty {
		title = s.takenUp(heads, prose)
	}
	if title < 0 {
		title = s.firstHead(heads)
	}
	if title < 0 {
		return
	}
	s.title = s.lines[title]
	s.title.kind = fact.Title
	for _, l := range s.lines[:title] {
		if l.undecided() {
			l.drop("navigation")
		}
	}
}

// heads lists the lines above the first paragraph that may be the title.
func (s *splitter) heads(prose int) []int {
	var out []int
	for i, l := range s.lines[:prose] {
		if l.undecided() && l.arabic >= 1 && l.arabic <= longestTitle && !l.dot() && !l.bullet && !(l.colon && l.arabic > 12) {
			out = append(out, i)
		}
	}
	return out
}

// knownTitle is the line that says what the metadata's title says, -1 for none.
func (s *splitter) knownTitle(heads []int) int {
	if s.doc.Source.Title == "" {
		return -1
	}
	known := keyOf(s.doc.Source.Title)
	for _, i := range heads {
		if known != "" && s.lines[i].said() == known {
			return i
		}
	}
	return -1
}

// keyOf is the key that a line of these words would have.
func keyOf(words string) string {
	ls := cutLines(arabic.New(words), &furniture.List{})
	if len(ls) != 1 {
		return ""
	}
	return ls[0].said()
}

// firstHead is the first line that may be the title. One that names a section
// («سياسة عربية») gives way to a headline below it, and after furniture a short
// line is more of it.
func (s *splitter) firstHead(heads []int) int {
	first := heads[0]
	for _, i := range heads[1:] {
		l := s.lines[i]
		switch {
		case s.lines[first].words <= kicker && l.words > kicker+1 && l.blank:
			return i
		case first > 0 && s.lines[first].words < sureTitle && l.words >= sureTitle:
			return i
		}
	}
	if s.lines[first].words < 2 {
		return -1
	}
	return first
}

// takenUp is the headline whose words the paragraphs from line prose on take up
// most, the first of equals; -1 where they take up less than half of any.
func (s *splitter) takenUp(heads []int, prose int) int {
	lead := map[string]bool{}
	for n := prose; n < len(s.lines) && n < prose+4; n++ {
		for _, w := range strings.Fields(s.lines[n].told()) {
			if st := stem(w); st != "" {
				lead[st] = true
			}
		}
	}
	best, most := -1, 0.5
	for _, i := range heads {
		if s.lines[i].words < sureTitle {
			continue
		}
		n, met := 0, 0
		for _, w := range strings.Fields(s.lines[i].told()) {
			if st := stem(w); st != "" {
				n++
				if lead[st] {
					met++
				}
			}
		}
		if share := float64(met) / float64(max(n, 1)); n >= 2 && share > most {
			best, most = i, share
		}
	}
	return best
}
