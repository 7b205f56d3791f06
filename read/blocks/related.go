package blocks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
)

// relatedAfter drops the headlines and teasers that follow «شاهد أيضا» and its
// like: up to the line where the article goes on, or to the end where what is
// left is short.
func (s *splitter) relatedAfter() {
	var left remainder
	for i := 0; i < len(s.lines); i++ {
		if !s.lines[i].opens {
			continue
		}
		if left.words == nil {
			left = s.remainder()
		}
		toEnd := left.short(i + 1)
		for j := i + 1; j < len(s.lines); j++ {
			l := s.lines[j]
			if l.kind == fact.Title || !toEnd && l.undecided() && l.prose() && !l.trails && !l.question() {
				break
			}
			if l.undecided() {
				l.drop("related")
			}
			i = j
		}
	}
}

// remainder counts, for each line, the Arabic words and the paragraphs from it
// to the end.
type remainder struct{ words, paragraphs []int }

func (s *splitter) remainder() remainder {
	n := len(s.lines)
	r := remainder{make([]int, n+1), make([]int, n+1)}
	for i := n - 1; i >= 0; i-- {
		l := s.lines[i]
		r.words[i], r.paragraphs[i] = r.words[i+1]+l.arabic, r.paragraphs[i+1]
		if l.undecided() && l.prose() && !l.trails {
			r.paragraphs[i]++
		}
	}
	return r
}

// short reports whether what stands from line i on is too little to be the
// article going on: no two paragraphs, and less than a third of the text.
func (r remainder) short(i int) bool {
	return r.paragraphs[i] < 2 && 3*r.words[i] < r.words[0]
}

// trailingHeadlines drops a list of headlines at the end of the text that no
// line introduces. Lists that belong to the article (terms of an agreement)
// are introduced by a colon or a word such as «التالية».
func (s *splitter) trailingHeadlines() {
	end := len(s.lines)
	for end > 0 && s.lines[end-1].kind == fact.Boilerplate {
		end--
	}
	first := end
	bullets := 0
	for first > 0 && s.lines[first-1].undecided() && s.lines[first-1].headline() && s.lines[first-1].arabic >= 4 {
		first--
		if s.lines[first].bullet {
			bullets++
		}
	}
	n := end - first
	if n < 2 || first == 0 || s.introduces(first-1) {
		return
	}
	if bullets != n && (bullets > 0 || !s.stopsUsual(first)) {
		return
	}
	for _, l := range s.lines[first:end] {
		l.drop("related")
	}
}

// introduces reports whether line i leads into a list.
func (s *splitter) introduces(i int) bool {
	for i > 0 && s.lines[i].bullet {
		i--
	}
	l := s.lines[i]
	if l.colon || l.kind == fact.Title || !l.stop && !l.prose() && l.kind != fact.Boilerplate {
		return true
	}
	words := strings.Fields(l.told())
	for _, w := range words[max(0, len(words)-8):] {
		if s.furniture.Introduces(w) {
			return true
		}
	}
	return false
}

// stopsUsual reports whether nearly all paragraphs before line i end in a stop,
// so that lines without one stand out.
func (s *splitter) stopsUsual(i int) bool {
	n, stops := 0, 0
	for _, l := range s.lines[:i] {
		if l.undecided() && l.arabic >= 8 {
			n++
			if l.stop {
				stops++
			}
		}
	}
	return n >= 3 && stops*10 >= n*9
}

// nominal reports whether the line holds no verb that can be seen from its
// shape: a word of the present tense.
func (s *splitter) nominal(l *line) bool {
	for _, k := range s.t.Tokens[l.first:l.last] {
		if k.Kind == arabic.Word && len(k.Word) >= 8 && strings.HasPrefix(k.Word, "ي") {
			return false
		}
	}
	return true
}

// captions drops lines between paragraphs that name who is in a picture: an
// office and a name, no verb, no preposition, no stop.
func (s *splitter) captions() {
	for i, l := range s.lines {
		if !l.undecided() || l.stop || l.colon || l.arabic < 3 || l.arabic > 9 || l.words != l.arabic || !s.nominal(l) {
			continue
		}
		words := strings.Fields(l.told())
		if !s.furniture.Office(words[0]) || len(words) < 3 || hasPreposition(words) {
			continue
		}
		if s.between(i) {
			l.drop("caption")
		}
	}
}

func hasPreposition(words []string) bool {
	for _, w := range words {
		switch w {
		case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "حول", "بين", "ضد", "و":
			return true
		}
	}
	return false
}

// between reports whether a paragraph stands right after line i.
func (s *splitter) between(i int) bool {
	for j := i + 1; j < len(s.lines); j++ {
		l := s.lines[j]
		if l.kind == fact.Boilerplate || l.kind == fact.Dateline {
			continue
		}
		return l.undecided() && l.prose()
	}
	return false
}

// heads is how many words a subheading has at most; what is longer between two
// paragraphs is a headline, and of another article where its words do not come
// back in what follows.
const heads = 5

// headings finds subheadings, and headlines of other articles among paragraphs.
func (s *splitter) headings() {
	for i, l := range s.lines {
		if !l.undecided() || i == 0 || l.stop || l.colon || l.bullet || l.arabic < 1 || l.arabic > 16 || !s.between(i) || !s.afterProse(i) {
			continue
		}
		if l.arabic > heads && joins(l.told()) {
			continue // a sentence whose stop was lost
		}
		if _, whole := s.lastQuote(l); whole {
			continue // words of the article set apart
		}
		if l.arabic > heads && !s.comesBack(i) {
			l.drop("related")
			continue
		}
		l.kind = fact.Heading
	}
}

// afterProse reports whether the article has begun before line i.
func (s *splitter) afterProse(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if s.lines[j].kind != fact.Boilerplate {
			return s.lines[j].prose() || s.lines[j].kind == fact.Heading
		}
	}
	return false
}

// ahead is how many lines comesBack looks at.
const ahead = 40

// comesBack reports whether the article takes up the words of line i: a quarter
// of them, by their stems, in the two paragraphs after it, or more than half in
// all that follows.
func (s *splitter) comesBack(i int) bool {
	stems := map[string]bool{}
	for _, w := range strings.Fields(s.lines[i].told()) {
		if st := stem(w); st != "" {
			stems[st] = true
		}
	}
	met := map[string]bool{}
	for j, n := i+1, 0; j < len(s.lines) && n < ahead && 2*len(met) <= len(stems); j++ {
		if s.lines[j].kind == fact.Boilerplate {
			continue
		}
		for _, w := range strings.Fields(s.lines[j].told()) {
			if st := stem(w); stems[st] {
				met[st] = true
			}
		}
		if n++; n == 2 && 4*len(met) >= len(stems) {
			return true
		}
	}
	return 2*len(met) > len(stems) || len(stems) == 0
}

// stem is a rough stem of a folded word: without و and particles, article and
// ending, at most four letters; "" for short words.
func stem(w string) string {
	for _, p := range []string{"وال", "بال", "لل", "ال", "و"} {
		if strings.HasPrefix(w, p) && len(w)-len(p) >= 6 {
			w = w[len(p):]
			break
		}
	}
	if len(w) < 6 {
		return ""
	}
	return w[:min(len(w), 8)]
}
