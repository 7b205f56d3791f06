package blocks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
	"mahdar/intake/furniture"
	"mahdar/text"
)

// line is one line of the source and what can be seen of it.
type line struct {
	text.Span          // trimmed of blanks
	first, last int    // tokens, half-open
	words       int    // tokens that are words or numbers
	arabic      int    // of them, Arabic words
	numbers     int    // of them, numbers
	size        int    // bytes of the words and numbers, with a blank after each
	key         string // see said; "" until asked for
	letters     string // see told; "" until asked for
	stop        bool   // ends as a sentence does: . ! ؟ …, a colon not
	colon       bool   // ends in a colon
	trails      bool   // ends in an ellipsis
	bullet      bool   // begins with a bullet or dash
	blank       bool   // an empty line stands before it
	gaps        bool   // more than one byte stands between two of its tokens
	rules       bool   // has a word that rules of a page have
	tails       bool   // has a word that may begin what ends pages
	weekdays    bool   // names a day of the week
	t           *arabic.Text

	kind   fact.BlockKind // "" while undecided
	reason string
	opens  bool  // furniture after which headlines follow
	cuts   []cut // pieces of the line that are boilerplate
}

// cut is a piece of a line that is boilerplate though the line is not.
type cut struct {
	text.Span
	reason string
}

func (l *line) drop(reason string) { l.kind, l.reason = fact.Boilerplate, reason }

// undecided reports whether nothing has been said of the line yet.
func (l *line) undecided() bool { return l.kind == "" }

// cutLines finds the lines of t that hold any visible letter.
func cutLines(t *arabic.Text, f *furniture.List) []*line {
	src := t.Source
	lineEnd := plainLineEnd
	for _, end := range [...]string{"\r", "\u0085", "\u2028", "\u2029"} {
		if strings.Contains(src, end) {
			lineEnd = anyLineEnd
		}
	}
	some := min(1+strings.Count(src, "\n"), 64)
	out := make([]*line, 0, some)
	var room []line // lines are made some at a time
	tok, empty := 0, false
	for at := 0; at < len(src); {
		end, next := lineEnd(src, at)
		s := trim(src, text.Span{Start: at, End: end})
		at = next
		if s.Empty() {
			empty = len(out) > 0
			continue
		}
		if len(room) == cap(room) {
			room = make([]line, 0, some)
		}
		room = append(room, line{Span: s, t: t, blank: empty, first: tok})
		l := &room[len(room)-1]
		empty = false
		for tok < len(t.Tokens) && t.Tokens[tok].Start < s.End {
			tok++
		}
		l.last = tok
		l.look(f)
		out = append(out, l)
	}
	return out
}

// plainLineEnd is anyLineEnd for texts whose lines end in line feeds alone.
func plainLineEnd(src string, at int) (end, next int) {
	if n := strings.IndexByte(src[at:], '\n'); n >= 0 {
		return at + n, at + n + 1
	}
	return len(src), len(src)
}

// anyLineEnd is where the line that begins at at ends, and where the next begins.
// Besides line feeds, carriage returns, U+2028, U+2029 and U+0085 end lines.
func anyLineEnd(src string, at int) (end, next int) {
	for i := at; i < len(src); i++ {
		c := src[i]
		if c > '\r' && c != 0xc2 && c != 0xe2 {
			continue
		}
		switch c {
		case '\n', '\r':
			return i, i + 1
		case 0xc2:
			if i+1 < len(src) && src[i+1] == 0x85 {
				return i, i + 2
			}
		case 0xe2:
			if i+2 < len(src) && src[i+1] == 0x80 && (src[i+2] == 0xa8 || src[i+2] == 0xa9) {
				return i, i + 3
			}
		}
	}
	return len(src), len(src)
}

// unseen reports whether a reader does not see r.
func unseen(r rune) bool {
	return r <= ' ' || r == 0xa0 || r == 0x85 || r == 0xfeff || r >= 0x2000 && r <= 0x200f || r >= 0x2028 && r <= 0x202f || r >= 0x2060 && r <= 0x2069 || r == 0x3000
}

// trim takes from s what a reader does not see at its ends.
func trim(src string, s text.Span) text.Span {
	w := src[s.Start:s.End]
	left := len(w) - len(strings.TrimLeftFunc(w, unseen))
	w = strings.TrimFunc(w, unseen)
	return text.Span{Start: s.Start + left, End: s.Start + left + len(w)}
}

// look fills in what a line is made of.
func (l *line) look(f *furniture.List) {
	toks := l.t.Tokens[l.first:l.last]
	for i := range toks {
		l.gaps = l.gaps || i > 0 && toks[i].Start > toks[i-1].End+1
		switch toks[i].Kind {
		case arabic.Quote, arabic.Punct:
			continue
		case arabic.Word:
			l.arabic++
		case arabic.Number:
			l.numbers++
		}
		l.words++
		if f.May(toks[i].Word) {
			l.rules = l.rules || f.MayHold(toks[i].Word)
			l.tails = l.tails || f.MayTail(toks[i].Word)
		}
		if !l.weekdays {
			_, l.weekdays = calendar.Weekday(toks[i].Word)
		}
		l.size += len(toks[i].Word) + 1
	}
	l.ending(toks)
	if len(toks) > 1 {
		switch toks[0].Word {
		case "•", "●", "▪", "■", "◄", "►", "-", "–", "—", "*", "·", "○", "»", "›", "✓":
			l.bullet = toks[1].Gap != arabic.None || toks[0].Word == "•"
		}
	}
}

// said is the folded words and numbers of the line joined by one space. It is made
// when it is first asked for: most lines are told apart by less.
func (l *line) said() string {
	if l.key == "" && l.words > 0 {
		l.key = joined(l.t.Tokens[l.first:l.last], l.size, true)
	}
	return l.key
}

// told is what the line says without its numbers.
func (l *line) told() string {
	switch {
	case l.numbers == 0:
		return l.said()
	case l.letters == "" && l.words > l.numbers:
		l.letters = joined(l.t.Tokens[l.first:l.last], l.size, false)
	}
	return l.letters
}

// same reports whether two lines say the same words and numbers.
func (l *line) same(m *line) bool {
	return l.words == m.words && l.size == m.size && l.said() == m.said()
}

// joined is the words of toks, with numbers or without, in one string of at
// most size bytes.
func joined(toks []arabic.Token, size int, numbers bool) string {
	var b strings.Builder
	b.Grow(size)
	for i := range toks {
		switch k := &toks[i]; {
		case k.Kind == arabic.Quote || k.Kind == arabic.Punct || k.Kind == arabic.Number && !numbers:
		default:
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(k.Word)
		}
	}
	return b.String()
}

// ending sees how the line ends, quotation marks and brackets aside.
func (l *line) ending(toks []arabic.Token) {
	for i := len(toks) - 1; i >= 0; i-- {
		k := toks[i]
		if k.Kind == arabic.Quote || k.Word == ")" || k.Word == "]" {
			// «… الدولتين.» and «… (انتهى).» end in what the mark closes
			continue
		}
		switch {
		case k.Word == "…" || k.Kind == arabic.Punct && strings.HasPrefix(k.Word, "..") && len(k.Word) > 2:
			l.stop, l.trails = true, true
		case k.Word == "." || k.Word == "!" || k.Word == "؟" || k.Word == "?" || k.Word == ".." || k.Word == "۔":
			l.stop = l.words > 0
		case k.Word == ":":
			l.colon = true
		}
		return
	}
}

// colonAfter reports whether a colon follows the first words of the line.
func (l *line) colonAfter(words string) bool {
	left := strings.Count(words, " ") + 1
	for i := l.first; i < l.last; i++ {
		k := l.t.Tokens[i]
		switch k.Kind {
		case arabic.Word, arabic.Latin:
			left--
		case arabic.Punct:
			if left == 0 && k.Word == ":" {
				return true
			}
		}
		if left < 0 {
			return false
		}
	}
	return false
}

// prose reports whether the line is a paragraph by its shape: a sentence of
// some length, or very long.
func (l *line) prose() bool {
	return l.arabic >= 8 && (l.stop && !l.trails || l.colon) || l.arabic >= 25
}

// headline reports whether the line has the shape of a headline.
func (l *line) headline() bool {
	return l.arabic >= 3 && l.arabic <= 24 && (!l.stop || l.question()) && !l.colon
}

// question reports whether the line ends in a question mark, as headlines may.
func (l *line) question() bool {
	for i := l.last - 1; i >= l.first; i-- {
		switch w := l.t.Tokens[i].Word; {
		case w == "؟" || w == "?":
			return true
		case l.t.Tokens[i].Kind != arabic.Quote:
			return false
		}
	}
	return false
}
