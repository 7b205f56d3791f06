package blocks

import (
	"slices"
	"sort"
	"strings"

	"mahdar/arabic"
	"mahdar/text"
)

// markup cuts out what programs left in the text: shortcodes of other plugins
// («[card region="…"]») and remains of tags («alt="…" />»). A line of nothing
// else is dropped.
func (s *splitter) markup() {
	src := s.t.Source
	for _, l := range s.lines {
		w := src[l.Start:l.End]
		if strings.IndexByte(w, '[') < 0 && strings.IndexByte(w, '>') < 0 {
			continue
		}
		l.cuts = append(shortcodes(w, l.Start), tags(w, l.Start)...)
		slices.SortFunc(l.cuts, func(a, b cut) int { return a.Start - b.Start })
		left := l.Len()
		at := l.Start
		for _, c := range l.cuts {
			left -= min(c.End, l.End) - max(c.Start, at)
			at = max(at, c.End)
		}
		if len(l.cuts) > 0 && left <= l.Len()/20 {
			l.drop(l.cuts[0].reason)
		}
	}
}

// longestCode is the most bytes a shortcode may have; the limit keeps hostile
// text from costing more than its length.
const longestCode = 4096

// shortcodes finds «[name key=value …]», «[/name]» and «[name]» of known names.
// A bracket that no bracket closes ends with the line.
func shortcodes(w string, base int) []cut {
	var out []cut
	for at := 0; at < len(w); {
		i := strings.IndexByte(w[at:], '[')
		if i < 0 {
			return out
		}
		i += at
		name := w[i+1:]
		closing := strings.HasPrefix(name, "/")
		name = strings.TrimPrefix(name, "/")
		n := 0
		for n < len(name) && (name[n] >= 'a' && name[n] <= 'z' || n > 0 && (name[n] == '-' || name[n] == '_' || name[n] >= '0' && name[n] <= '9')) {
			n++
		}
		window := w[i:min(len(w), i+longestCode)]
		end := i + len(window)
		if n := strings.IndexByte(window, ']'); n >= 0 {
			end = i + n + 1
		}
		known := slices.Contains([]string{"gallery", "embed", "caption", "video", "audio", "playlist", "youtube", "quote", "ads"}, name[:n])
		if n >= 2 && (closing || known || n < len(name) && name[n] == ' ' && strings.IndexByte(w[i:end], '=') > 0 || strings.ContainsAny(name[:n], "_-")) {
			out = append(out, cut{text.Span{Start: base + i, End: base + end}, "shortcode"})
			at = end
			continue
		}
		at = i + 1
	}
	return out
}

// tags finds remains of HTML: «<img src=… />», «</p>», and the tail of a tag
// whose beginning was lost («alt="…" />»).
func tags(w string, base int) []cut {
	var out []cut
	from := 0
	for at := 0; at < len(w); {
		i := strings.IndexByte(w[at:], '>')
		if i < 0 {
			return out
		}
		i += at
		start := -1
		if j := strings.LastIndexByte(w[from:i], '<'); j >= 0 {
			name := strings.TrimPrefix(w[from+j+1:i], "/")
			if name != "" && (name[0] >= 'a' && name[0] <= 'z' || name[0] >= 'A' && name[0] <= 'Z' || name[0] == '!') {
				start = from + j
			}
		} else if i > 0 && (w[i-1] == '/' || w[i-1] == '"') {
			for _, attr := range []string{"alt=\"", "src=\"", "title=\"", "width=\"", "height=\"", "class=\"", "href=\""} {
				if j := strings.Index(w[from:i], attr); j >= 0 && (start < 0 || from+j < start) {
					start = from + j
				}
			}
		}
		if start >= 0 {
			out = append(out, cut{text.Span{Start: base + start, End: base + i + 1}, "markup"})
		}
		at, from = i+1, i+1
	}
	return out
}

// links drops lines that are nothing but addresses, handles, tags, counters or
// words of a page's machinery in Latin letters.
func (s *splitter) links() {
	mostly := s.mostlyArabic()
	for i, l := range s.lines {
		if !l.undecided() {
			continue
		}
		w := s.t.Source[l.Start:l.End]
		switch {
		case l.words == 0 && s.stopOf(i):
			// the stop of a sentence that was broken over lines
		case l.arabic == l.letter() && l.numbers > 0 && l.words <= 3 && !s.dated(l):
			// «00:00», «150 د»: counters and programmes
			if mostly {
				l.drop("furniture")
			}
		case l.words == 0 || l.arabic == 0 && l.numbers == 0 && l.words <= 8:
			// marks alone, or «Share», «Tweet»: part of the page, unless the text is in Latin letters throughout
			if l.words == 0 || mostly {
				l.drop("furniture")
			}
		case l.arabic == 0 && (strings.Contains(w, "://") || strings.Contains(w, "www.")):
			l.drop("link")
		case l.arabic == 0 && strings.Contains(w, "@"):
			l.drop("contact")
		}
		if l.undecided() && l.arabic > 0 && strings.IndexByte(w, '#') >= 0 && allTags(l) {
			l.drop("tags")
		}
		if !l.undecided() && l.words > 0 && strings.Contains(w, "@") {
			l.reason = "contact"
		}
		if !l.undecided() && l.words > 0 && (strings.Contains(w, "://") || strings.HasPrefix(w, "www.")) {
			l.reason = "link"
		}
	}
}

// stopOf reports whether line i, of marks alone, ends the line before it.
func (s *splitter) stopOf(i int) bool {
	if i == 0 || s.lines[i-1].stop || s.lines[i-1].words == 0 {
		return false
	}
	for _, k := range s.t.Tokens[s.lines[i].first:s.lines[i].last] {
		if k.Kind != arabic.Quote && k.Word != "." && k.Word != ")" && k.Word != "،" {
			return false
		}
	}
	return true
}

// mostlyArabic reports whether half the lines or more hold Arabic words.
func (s *splitter) mostlyArabic() bool {
	n := 0
	for _, l := range s.lines {
		if l.arabic > 0 {
			n++
		}
	}
	return 2*n >= len(s.lines)
}

// letter is the number of Arabic words of one letter.
func (l *line) letter() int {
	n := 0
	toks := l.t.Tokens[l.first:l.last]
	for i := range toks {
		if toks[i].Kind == arabic.Word && len(toks[i].Word) <= 2 {
			n++
		}
	}
	return n
}

// dated reports whether a line of numbers tells a day, or an hour of morning or
// evening.
func (s *splitter) dated(l *line) bool {
	i := sort.Search(len(s.dates), func(i int) bool { return s.dates[i].End > l.Start })
	if i < len(s.dates) && s.dates[i].Start < l.End {
		return true
	}
	clock, _ := s.clock(l.first, l.last)
	return clock != "" && l.arabic > 0
}

// allTags reports whether the line is a run of two or more #tags.
func allTags(l *line) bool {
	n, loose := 0, 0
	open := false
	for _, k := range l.t.Tokens[l.first:l.last] {
		switch {
		case k.Word == "#":
			n++
			open = true
		case k.Word == "_":
			open = true
		case k.Kind == arabic.Word || k.Kind == arabic.Latin || k.Kind == arabic.Number:
			if !open {
				loose++
			}
			open = false
		}
	}
	return n >= 2 && loose == 0
}
