package arabic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mahdar/text"
)

// Kind tells words from marks.
type Kind uint8

// The kinds of tokens. A token never mixes two of them: «3ملايين» is a Number
// and a Word with no gap between.
const (
	Word   Kind = iota // Arabic letters
	Number             // digits, folded to ASCII
	Latin              // letters of any other script
	Quote              // one quotation mark: « » “ ” „ " and doubled ''
	Punct              // any other single mark
)

// Gap says what stands between a token and the one before it.
type Gap uint8

// Gaps grow: Space is at least a blank, Line at least a line break.
const (
	None  Gap = iota // nothing: the tokens touch
	Space            // blanks
	Line             // a line break
	Blank            // an empty line
)

// Token is a word, number or mark of a Text. It is a view: Word is a substring
// of the folded text, Start and End are bytes of the source.
type Token struct {
	Start, End int // source bytes
	Word       string
	fold       int32 // where Word begins in the folded text
	Kind       Kind
	Gap        Gap
}

// Span is the token's place in the source.
func (t Token) Span() text.Span { return text.Span{Start: t.Start, End: t.End} }

// Text is an article seen as folded letters, tokens and sentences, each with
// its place in the source. It is read-only once made.
type Text struct {
	Source    string
	Tokens    []Token
	Sentences []Sentence

	folded string

	// at is, at the first byte of each folded rune, the source byte where the rune that it came
	// from begins. The second byte of a letter needs none: at that of a word's first letter it is
	// the size of the word, where it is known when the letters are folded, else 0, as at that of a
	// mark; at that of other letters anything.
	at []int32
}

// New reads src in one pass. It never fails: broken bytes become marks.
func New(src string) *Text { return new(Room).New(src) }

// Room is what a text is laid out in. It can be used for one text after another:
// whoever reads many articles makes room once.
type Room struct {
	text  Text
	bytes []byte
}

// New is the package's New in r: the text of the New before it is gone, but for
// its folded words, which stay what they are.
func (r *Room) New(src string) *Text {
	t := &r.text
	t.Source = src
	t.Tokens, t.Sentences = t.Tokens[:0], t.Sentences[:0]
	r.fold(src)
	t.tokenise()
	t.splitSentences()
	return t
}

// Span is the source span of tokens [first, last): from the first letter of
// the first to the last letter of the last.
func (t *Text) Span(first, last int) text.Span {
	if first < 0 || last > len(t.Tokens) || first >= last {
		return text.Span{}
	}
	return text.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// Words is the source text of tokens [first, last).
func (t *Text) Words(first, last int) string { return t.Span(first, last).In(t.Source) }

// Inner is the source byte where the folded byte n of token i's Word begins:
// where a stem starts after n bytes of attached particles.
func (t *Text) Inner(i, n int) int {
	tok := t.Tokens[i]
	if n <= 0 {
		return tok.Start
	}
	if n >= len(tok.Word) {
		return tok.End
	}
	return int(t.at[t.begins(int(tok.fold)+n)])
}

// begins is where the rune that holds folded byte j begins.
func (t *Text) begins(j int) int {
	for j > 0 && !utf8.RuneStart(t.folded[j]) {
		j--
	}
	return j
}

// AndHamza reports whether token i is written with و before a hamza on alef, and so is «and» with
// another word, where folding makes it look like one: «وأدى» is no «وادي».
func (t *Text) AndHamza(i int) bool {
	return strings.HasPrefix(t.Tokens[i].Word, "وا") && strings.HasPrefix(t.Source[t.Tokens[i].Start:], "وأ")
}

// TatweelBefore reports whether a stroke (tatweel) by itself stands between token i and the
// one before it, where many write it for a dash: «لقاء سالم ـ نادر». It is no token, since it
// is no letter.
func (t *Text) TatweelBefore(i int) bool {
	const least = 3 // bytes: the stroke and a blank
	return i > 0 && i < len(t.Tokens) && t.Tokens[i].Start-t.Tokens[i-1].End >= least && t.tatweel(i)
}

func (t *Text) tatweel(i int) bool {
	return strings.ContainsRune(t.Source[t.Tokens[i-1].End:t.Tokens[i].Start], tatweel)
}

// TokenAt is the index of the first token that ends after source byte b;
// len(Tokens) where there is none.
func (t *Text) TokenAt(b int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Tokens[mid].End > b {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// SentenceOf is the index of the sentence that token i belongs to.
func (t *Text) SentenceOf(i int) int {
	lo, hi := 0, len(t.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Sentences[mid].Last > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// kindOf is the kind of the token that a folded rune belongs to.
func kindOf(r rune) Kind {
	switch {
	case r >= '0' && r <= '9':
		return Number
	case r >= 0x621 && r <= 0x6d3 && r != 0x6d4 || r >= 0x750 && r <= 0x77f:
		if r >= 0x660 && r <= 0x66d {
			return Punct
		}
		return Word
	case r == '،' || r == '؛' || r == '؟':
		return Punct // the marks of most texts, which need no table
	case r == '«' || r == '»' || r == '"' || r == '“' || r == '”' || r == '„' || r == '‟' || r == '‹' || r == '›':
		return Quote
	case r < 0x80:
		if r >= 'a' && r <= 'z' {
			return Latin
		}
		return Punct
	case unicode.IsLetter(r):
		return Latin
	case unicode.IsDigit(r):
		return Number
	}
	return Punct
}

// tokenise fills Tokens. A run of letters of one kind is one token; every mark
// is one, but for ” which is one quotation mark and runs of dots («..», «...»)
// which are one mark.
func (t *Text) tokenise() {
	f := t.folded
	if need := len(f)/9 + 8; cap(t.Tokens) < need {
		t.Tokens = make([]Token, 0, need)
	}
	gap, lines := None, 0
	for i := 0; i < len(f); {
		if arabicLead(f[i]) && letter(f[i], f[i+1]) { // the view is valid UTF-8
			if t.at[i+1] > 0 {
				i, gap = t.take(i, gap)
				lines = 0
				continue
			}
			j := i + 2
			for j+1 < len(f) && letter(f[j], f[j+1]) {
				j += 2
			}
			if j < len(f) && f[j] >= utf8.RuneSelf { // a letter of another block, or a mark
				j = runEnd(f, j, Word)
			}
			t.Tokens = append(t.Tokens, Token{Start: int(t.at[i]), End: t.endOf(j), Word: f[i:j], fold: int32(i), Kind: Word, Gap: gap})
			gap, lines, i = None, 0, j
			continue
		}
		r, n := rune(f[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(f[i:])
		}
		if lineBreak(r) {
			gap, lines = nextLine(r, lines)
			i += n
			continue
		}
		if r == ' ' || r == '\t' || r == '\v' || r == '\f' || farSpace(r) {
			gap = max(gap, Space)
			i += n
			continue
		}
		kind, j := kindOf(r), i+n
		switch kind {
		case Word, Number, Latin:
			j = runEnd(f, j, kind)
		case Punct:
			if r == '.' || r == '\'' {
				for j < len(f) && f[j] == f[i] && (r == '.' || j < i+2) {
					j++
				}
			}
			if r == '\'' && j == i+2 {
				kind = Quote
			}
		}
		t.Tokens = append(t.Tokens, Token{Start: int(t.at[i]), End: t.endOf(j), Word: f[i:j], fold: int32(i), Kind: kind, Gap: gap})
		gap, lines, i = None, 0, j
	}
}

// lineBreak reports whether a rune ends a line.
func lineBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85
}

// nextLine counts a break after so many lines, one for the two of \r\n, and tells the gap there.
func nextLine(r rune, lines int) (Gap, int) {
	if r != '\r' {
		lines++
	}
	if lines > 1 {
		return Blank, lines
	}
	return Line, lines
}

// take makes tokens of the words from folded byte i on, after gap, that have nothing but a blank
// between them and are known to end where at says. It returns the byte after them and the gap
// there; i where there are none.
func (t *Text) take(i int, gap Gap) (int, Gap) {
	tokens, f, at := t.Tokens, t.folded, t.at
	for i+1 < len(f) && arabicLead(f[i]) && at[i+1] > 0 {
		size := int(at[i+1])
		end, start := i+size, int(at[i])
		tokens = append(tokens, Token{Start: start, End: start + size, Word: f[i:end], fold: int32(i), Kind: Word, Gap: gap})
		i, gap = end, None
		if f[i] == ' ' {
			gap = Space
			i++
		}
	}
	t.Tokens = tokens
	return i, gap
}

// farSpace is unicode.IsSpace for runes beyond ASCII, of which none is a space from «
// (U+00AB) on to U+1680: the letters and most marks of an Arabic text need no table.
func farSpace(r rune) bool { return r > 0x80 && (r < 0xab || r >= 0x1680) && unicode.IsSpace(r) }

// runEnd is where the run of letters of the given kind that goes on at j ends.
func runEnd(f string, j int, kind Kind) int {
	for j < len(f) {
		if kind == Word && arabicLead(f[j]) && letter(f[j], f[j+1]) {
			j += 2
			continue
		}
		q, m := rune(f[j]), 1
		if q >= utf8.RuneSelf {
			q, m = utf8.DecodeRuneInString(f[j:])
		}
		if q == ' ' || q == '\n' || kindOf(q) != kind {
			break
		}
		j += m
	}
	return j
}

// endOf is the source byte after the letter whose folded form ends before
// folded byte j. Marks that fold to nothing after it (diacritics) belong to it,
// controls do not.
func (t *Text) endOf(j int) int {
	last := t.begins(j - 1)
	if at, limit := t.at[last], t.at[j]; limit-at == 2 && arabicLead(t.Source[at]) {
		return int(limit) // a letter of two bytes with nothing after it
	}
	at := int(t.at[last])
	_, n := utf8.DecodeRuneInString(t.Source[at:])
	end := at + n
	limit := int(t.at[j])
	for end < limit {
		r, n := utf8.DecodeRuneInString(t.Source[end:])
		if !(r >= 0x64b && r <= 0x65f || r == 0x670 || r == 0x640 || r >= 0x610 && r <= 0x61a || r >= 0x6d6 && r <= 0x6ed) {
			break
		}
		end += n
	}
	return end
}
