package blocks

import (
	"fmt"
	"strconv"
	"strings"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
	"mahdar/text"
)

// statement is what a dateline says of the day of publication.
type statement struct {
	line   *line
	edtf   string
	span   text.Span
	weight int // how far it can be trusted: see the constants
	note   string
}

// The weights: a label «نشر في» settles it; a bare date above the article is
// nearly as good; a last change or a date at the foot only if there is nothing else.
const (
	footDate = iota + 1
	updatedDate
	inlineDate
	headDate
	publishedDate
)

// datelines marks lines that state when (and where) the article was published,
// and notes what they state. A date in a sentence is no dateline.
func (s *splitter) datelines() {
	prose, last := s.firstProse(), len(s.lines)-1
	for last > prose && !s.lines[last].prose() {
		last--
	}
	d := 0
	for i, l := range s.lines {
		for d < len(s.dates) && s.dates[d].Start < l.Start {
			d++
		}
		end := d
		for end < len(s.dates) && s.dates[end].Start < l.End {
			end++
		}
		in := s.dates[d:end]
		if !l.undecided() || len(in) == 0 && (l.numbers < 2 || l.words > 8) {
			continue // no day, and no hour alone
		}
		label := ""
		if len(in) > 0 {
			label = s.furniture.Label(l.told())
		}
		clock, clockSpan := s.clock(l.first, l.last)
		loose := s.loose(l, in)
		switch {
		case len(in) == 0:
			// «09:28 ت م», «نشر: 10:57 ص»
			if clock != "" && loose <= 2 {
				l.kind = fact.Dateline
			}
		case label != "" && loose <= 8, loose <= 4 && l.words <= 24 && !l.dot():
			l.kind = fact.Dateline
			s.state(l, in, clock, clockSpan, weigh(label, i, prose, last))
		case i == prose && in[0].Start-l.Start < 120:
			s.leading(l, in)
		}
	}
}

// weigh says how far a dateline on line i is trusted, given the first and the
// last line that are paragraphs.
func weigh(label string, i, prose, last int) int {
	switch {
	case label == "published":
		return publishedDate
	case label == "updated":
		return updatedDate
	case i <= prose:
		return headDate
	case i > last:
		return footDate
	}
	return 0 // between paragraphs: another article's, see anchor
}

// enoughLoose is the number of loose words from which on no line is a dateline.
const enoughLoose = 9

// loose counts the words of l that are neither part of a date nor of what
// stands around dates: weekdays, hours, zones, calendars. It counts no further
// than enoughLoose.
func (s *splitter) loose(l *line, in []fact.Date) int {
	n := 0
	for i := l.first; i < l.last && n < enoughLoose; i++ {
		k := &s.t.Tokens[i]
		for len(in) > 0 && in[0].End <= k.Start {
			in = in[1:]
		}
		inside := len(in) > 0 && in[0].Start <= k.Start
		if k.Kind == arabic.Word && !inside && !aroundDates(k.Word) || k.Kind == arabic.Latin && !inside && !aroundDates(k.Word) {
			n++
		}
	}
	return n
}

func aroundDates(w string) bool {
	if _, ok := calendar.Weekday(w); ok {
		return true
	}
	switch w {
	case "ص", "م", "صباحا", "مساء", "ظهرا", "عصرا", "ليلا", "ه", "الموافق", "لموافق", "الساعه", "بتوقيت", "توقيت", "غرينتش", "غرينيتش", "جرينتش", "مكه", "ت", "غ",
		"gmt", "utc", "am", "pm", "يوم", "نشر", "نشرت", "في", "بتاريخ", "تاريخ", "النشر", "اخر", "تحديث", "تم", "التحديث", "اضيف", "كتب", "التاريخ", "المكرمه":
		return true
	}
	return false
}

// state notes the day that a dateline states, the Gregorian one where it names
// it in two calendars.
func (s *splitter) state(l *line, in []fact.Date, clock string, clockSpan text.Span, weight int) {
	d := gregorian(in)
	day := text.Published{EDTF: d.EDTF}.Day()
	if day == "" {
		return
	}
	st := statement{line: l, edtf: day, span: d.Span, weight: weight}
	if weight == updatedDate {
		st.note = "day of the last change"
	}
	if clock != "" {
		st.edtf += "T" + clock
		st.span = st.span.Union(clockSpan)
	} else if len(d.EDTF) > 10 {
		st.edtf = d.EDTF
	}
	s.stated = append(s.stated, st)
}

// gregorian is the first of the dates of a line, or the first Gregorian one where that is
// a Hijri one: «24 شوال 1441 هـ – الموافق 15 يونيو 2020».
func gregorian(in []fact.Date) fact.Date {
	d := in[0]
	for _, c := range in {
		if strings.Contains(d.Rule, "hijri") && !strings.Contains(c.Rule, "hijri") {
			d = c
		}
	}
	return d
}

// leading notes a date in the dateline that opens the first paragraph:
// «الرياض 26 يوليو 2031 (واس) -- أعلن …». Few words stand before it, and a dash or
// an agency's colon soon after.
func (s *splitter) leading(l *line, in []fact.Date) {
	const apart, wordsBefore = 40, 8 // bytes between days of two calendars, tokens
	d := in[0]
	if len(in) > 1 && in[1].Start-d.End < apart && s.t.TokenAt(d.Start)-l.first <= wordsBefore/2 {
		d = gregorian(in[:2])
	}
	first, after := s.t.TokenAt(d.Start), s.t.TokenAt(d.End)
	if first-l.first > wordsBefore {
		return
	}
	for i := after; i < min(after+7, l.last); i++ {
		switch w := s.t.Tokens[i].Word; {
		case w == "-" || w == "–" || w == "—" || w == ":" || w == "ـ":
			if day := (text.Published{EDTF: d.EDTF}).Day(); day != "" {
				s.stated = append(s.stated, statement{line: l, edtf: day, span: d.Span, weight: inlineDate})
			}
			return
		case w == "." || w == "،":
			return
		}
	}
}

// clock reads the hour among tokens [first, last) as EDTF has it ("10:57",
// "22:05Z"), with its place.
func (s *splitter) clock(first, last int) (string, text.Span) {
	toks := s.t.Tokens
	word := func(i int) string {
		if i < last {
			return toks[i].Word
		}
		return ""
	}
	for i := first; i+2 < last; i++ {
		if toks[i].Kind != arabic.Number || toks[i+1].Word != ":" || toks[i+2].Kind != arabic.Number || toks[i+1].Gap != arabic.None || toks[i+2].Gap != arabic.None {
			continue
		}
		h, err1 := strconv.Atoi(toks[i].Word)
		m, err2 := strconv.Atoi(toks[i+2].Word)
		if err1 != nil || err2 != nil || h > 23 || m > 59 || len(toks[i].Word) > 2 || len(toks[i+2].Word) != 2 {
			continue
		}
		end := i + 3
		if word(end) == ":" && end+1 < last && toks[end+1].Kind == arabic.Number {
			end += 2
		}
		zone := ""
		switch w := word(end); {
		case w == "ص" || w == "صباحا" || w == "am":
			if h == 12 {
				h = 0
			}
			end++
		case w == "م" || w == "مساء" || w == "ظهرا" || w == "عصرا" || w == "ليلا" || w == "pm":
			if h < 12 {
				h += 12
			}
			end++
		}
		for j := end; j < min(end+3, last); j++ {
			switch w := word(j); {
			case (w == "gmt" || w == "utc") && (word(j+1) == "+" || word(j+1) == "-") && offset(word(j+2)) != "":
				zone, end = word(j+1)+offset(word(j+2)), j+3
			case zone != "":
			case strings.HasPrefix(w, "غرين") || strings.HasPrefix(w, "جرين") || w == "gmt" || w == "utc" || w == "غ" && word(j-1) == "ت":
				zone, end = "Z", j+1
			case w == "مكه" || w == "م" && word(j-1) == "ت":
				zone, end = "+03:00", j+1
			}
		}
		return fmt.Sprintf("%02d:%02d%s", h, m, zone), s.t.Span(i, min(end, last))
	}
	return "", text.Span{}
}

// offset is the digits of a zone as EDTF has them: 4 and 0400 are 04:00.
func offset(digits string) string {
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil:
	case len(digits) <= 2 && n <= 14:
		return fmt.Sprintf("%02d:00", n)
	case len(digits) == 4 && n <= 1400 && n%100 < 60:
		return fmt.Sprintf("%02d:%02d", n/100, n%100)
	}
	return ""
}

// publication weighs what was given against what the datelines state.
func (s *splitter) publication() text.Published {
	pub := s.doc.Published
	var best *statement
	for i := range s.stated {
		if st := &s.stated[i]; st.weight > 0 && (best == nil || st.weight > best.weight) {
			best = st
		}
	}
	if best == nil {
		if pub.EDTF == "" {
			pub.Basis = text.Unknown
		}
		return pub
	}
	switch {
	case pub.EDTF == "":
		return text.Published{EDTF: best.edtf, Basis: text.Stated, Evidence: []text.Span{best.span}, Note: best.note}
	case pub.Day() == best.edtf[:10]:
		// both agree: the words are the better evidence, and may add the hour
		pub.Basis = text.Stated
		pub.Evidence = []text.Span{best.span}
		if len(pub.EDTF) == 10 {
			pub.EDTF = best.edtf
		}
	case best.weight >= inlineDate:
		pub.Note = strings.TrimPrefix(pub.Note+"; its dateline says "+best.edtf, "; ")
	}
	return pub
}
