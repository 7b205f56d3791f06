package blocks

import (
	"sort"
	"strings"
	"time"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
	"mahdar/text"
)

// anchor gives every line the day that its relative dates count from. That is
// day, the article's own, until the text changes hands: where a paragraph says
// «أمس الأربعاء» and yesterday was no Wednesday, another article was spliced in,
// and its day is the nearest that fits. The change is put at the likeliest seam
// between the last paragraph that kept to the old day and the one that breaks it.
func (s *splitter) anchor(day string) {
	s.anchors = make([]string, len(s.lines))
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return
	}
	// starts holds the lines where another day begins, in order
	type start struct {
		line int
		day  time.Time
	}
	starts := []start{{0, at}}
	from := 0 // the first line that may belong to another day
	for i, l := range s.lines {
		if l.kind == fact.Boilerplate {
			continue
		}
		if d, ok := s.midDateline(l); ok {
			if !d.Equal(at) {
				at = d
				starts = append(starts, start{max(from, s.titleBefore(i)), at})
			}
			from = i + 1
			continue
		}
		today, ok := s.today(l)
		if !ok {
			continue
		}
		if at.Weekday() != today {
			at = nearest(at, today)
			starts = append(starts, start{s.seam(from, i), at})
		}
		from = i + 1
	}
	for n, st := range starts {
		end := len(s.lines)
		if n+1 < len(starts) {
			end = starts[n+1].line
		}
		day := st.day.Format(time.DateOnly)
		for i := st.line; i < end; i++ {
			s.anchors[i] = day
		}
	}
}

// nearest is the day around d that is a w: three days either side at most.
func nearest(d time.Time, w time.Weekday) time.Time {
	diff := (int(w) - int(d.Weekday()) + 7) % 7
	if diff > 3 {
		diff -= 7
	}
	return d.AddDate(0, 0, diff)
}

// today is the weekday on which l was written, where it says «اليوم الخميس»,
// «أمس الأربعاء», «غدا الجمعة» outside quotation marks.
func (s *splitter) today(l *line) (time.Weekday, bool) {
	if !l.weekdays {
		return 0, false
	}
	depth := 0
	toks := s.t.Tokens
	for i := l.first; i < l.last; i++ {
		k := &toks[i]
		if k.Kind == arabic.Quote {
			switch k.Word {
			case "«", "“", "„", "‹":
				depth++
			case "»", "”", "›":
				depth = max(0, depth-1)
			default:
				depth ^= 1
			}
			continue
		}
		named, ok := calendar.Weekday(k.Word)
		if !ok || depth > 0 || i == l.first {
			continue
		}
		w := time.Weekday(named)
		j := i - 1
		if toks[j].Word == "(" && j > l.first {
			j--
		}
		if toks[j].Word == "يوم" && j > l.first {
			j--
		}
		switch strings.TrimPrefix(toks[j].Word, "و") {
		case "اليوم":
			return w, true
		case "امس", "البارحه":
			// «أول من أمس الجمعة», «أول أمس الجمعة»
			if n := j - l.first; n > 0 && toks[j-1].Word == "اول" || n > 1 && toks[j-1].Word == "من" && toks[j-2].Word == "اول" {
				return (w + 2) % 7, true
			}
			return (w + 1) % 7, true
		case "غد", "غدا":
			return (w + 6) % 7, true
		case "الاول":
			if j > l.first && toks[j-1].Word == "امس" {
				return (w + 2) % 7, true
			}
		}
	}
	return 0, false
}

// midDateline is the day that a dateline among paragraphs states.
func (s *splitter) midDateline(l *line) (time.Time, bool) {
	if l.kind != fact.Dateline {
		return time.Time{}, false
	}
	// stated is in the order of the lines
	i := sort.Search(len(s.stated), func(i int) bool { return s.stated[i].line.Start >= l.Start })
	if i == len(s.stated) || s.stated[i].line != l || s.stated[i].weight != 0 {
		return time.Time{}, false
	}
	d, err := time.Parse(time.DateOnly, text.Published{EDTF: s.stated[i].edtf}.Day())
	return d, err == nil
}

// titleBefore is the line where the article of the dateline on line i begins:
// its headline, where one stands right above.
func (s *splitter) titleBefore(i int) int {
	if i > 0 && s.lines[i-1].kind != fact.Boilerplate && s.lines[i-1].headline() && !s.lines[i-1].prose() {
		return i - 1
	}
	return i
}

// seam is the line in [from, i] where another article most likely begins.
func (s *splitter) seam(from, i int) int {
	best, score := i, 0
	for j := i; j >= from; j-- {
		if s.lines[j].kind == fact.Boilerplate {
			continue
		}
		if n := s.seamAt(j); n > score {
			best, score = j, n
		}
	}
	if from == 0 && score < 3 {
		return 0 // nothing says that the text changes hands: all of it counts from that day
	}
	return best
}

// seamAt scores line j as the beginning of another article: paragraphs are set
// apart otherwise from here on, quotations take other marks, and the line does
// not join on to what stands before it.
func (s *splitter) seamAt(j int) int {
	if j < 2 || j+1 >= len(s.lines) {
		return 0
	}
	n := 0
	if s.lines[j+1].blank != s.lines[j-1].blank {
		n += 2
	}
	if a, b := s.marks(j-1, -1), s.marks(j, 1); a != "" && b != "" && a != b {
		n++
	}
	if !joins(s.lines[j].told()) {
		n++
	}
	return n
}

// marks is the opening quotation mark that is used from line j on, looking up
// to four lines in the direction step.
func (s *splitter) marks(j, step int) string {
	for n := 0; n < 4 && j >= 0 && j < len(s.lines); n, j = n+1, j+step {
		for _, k := range s.t.Tokens[s.lines[j].first:s.lines[j].last] {
			if k.Kind == arabic.Quote {
				switch k.Word {
				case "»":
					return "«"
				case "”":
					return "“"
				}
				return k.Word
			}
		}
	}
	return ""
}

// joins reports whether a paragraph goes on from the one before it: it begins
// with و or ف, or with a phrase such as «من جهته».
func joins(letters string) bool {
	first, rest, _ := strings.Cut(letters, " ")
	if strings.HasPrefix(first, "و") && len(first) > 6 || strings.HasPrefix(first, "ف") && len(first) > 8 {
		return true
	}
	switch first {
	case "كما", "بدوره", "بدورها", "اما", "الي", "لكن", "ثم", "ايضا", "كذلك", "يذكر", "يشار", "غير", "ميدانيا", "سياسيا":
		return true
	case "من", "في", "علي":
		second, _, _ := strings.Cut(rest, " ")
		switch second {
		case "جهه", "جهته", "جهتها", "جانبه", "جانبها", "جانب", "ناحيه", "ناحيته", "سياق", "السياق", "المقابل", "هذا", "هذه", "غضون", "الوقت", "صعيد":
			return true
		}
	}
	return false
}
