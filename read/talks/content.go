package talks

import (
	"strings"

	"mahdar/read/page"
	"mahdar/text"
)

// contentEnd is where the words that begin at token k end: before the next
// clause, a comma that no list goes on after, or the mark that closes the
// quotation around them.
func (r *reader) contentEnd(k, lim int) int {
	p := r.p
	s := r.sentence(k)
	lim = min(lim, s.Last)
	if q, ok := r.p.Quotes().In(k); ok && q.Closed {
		lim = min(lim, q.Close)
	}
	for j := k; j < lim; j++ {
		w := p.Word(j)
		if j-k >= 48 {
			return j
		}
		switch {
		case r.stops(j) && w != ":":
			return j
		case w == "،" || w == ",":
			if j+1 >= lim || !strings.HasPrefix(p.Word(j+1), "و") || p.Word(j+1) == "ومن" && r.has(j+2, stemAhead) || r.joinedVerb(j+1) && !r.nextTask(k, j+1) || r.relative(j+1) || r.opens(j+1) {
				return j
			}
		case j > k && r.joinedVerb(j) && r.word(j).entry == nil && p.Word(j-1) != "الي" && w != "وعبر" && !r.nextTask(k, j):
			return j
		case j > k+1 && r.turnsAway(j):
			return j
		case w == "»" || w == "”":
			return j
		}
	}
	return lim
}

// contentSpan is the source span of content, without the preposition attached to
// its first word and without marks at its ends.
func (r *reader) contentSpan(s span) text.Span {
	b := r.bytes(s)
	if b.Empty() {
		return b
	}
	first := r.p.TokenAt(b.Start)
	for _, rd := range r.readings(first) {
		if rd.Cut == 0 && rd.Kinds != 0 {
			break
		}
		if rd.Kinds != 0 && rd.Cut > 0 && (rd.Prep == 'b' && rd.Conj == 0 || rd.Prep == 'l' && !rd.Det && rd.Conj == 0 || rd.Conj == 'w' && (rd.Prep == 0 && (r.joinedAction(first) || r.joinedTask(first)) || rd.Prep == 'b')) {
			b.Start = r.p.Inner(first, int(rd.Cut))
			break
		}
	}
	return b
}

// key is the stem of a word that carries meaning.
type key struct {
	word string
	tail uint64 // its last four letters: keys of which one may end the other have the same
}

// keys are the keys of the words of s.
func (r *reader) keys(s span) []key {
	if s.empty() {
		return nil
	}
	out := make([]key, 0, s.last-s.first)
	for k := s.first; k < s.last; k++ {
		if !r.p.Has(k, page.WordToken) || r.p.Has(k, page.Preposition|page.Adverb) || r.opens(k) {
			continue
		}
		w := r.stem(k)
		if w = w[:len(w)-int(r.bits[k]>>endShift&7*2)]; len(w) >= 6 {
			out = append(out, key{w, tailOf(w)})
		}
	}
	return out
}

// tailOf packs the last eight bytes of w, all of a shorter one.
func tailOf(w string) uint64 {
	var x uint64
	for i := max(0, len(w)-8); i < len(w); i++ {
		x = x<<8 | uint64(w[i])
	}
	return x
}

// root is a stem without the endings that number, gender and pronouns give it,
// for comparing words told twice.
func root(w string) string {
	if len(w) < 8 {
		return w
	}
	switch w[len(w)-1] { // of ا م ت ن ه ي
	case 0xA7, 0x85, 0xAA, 0x86, 0x87, 0x8A:
	default:
		return w
	}
	for _, e := range [...]string{"هما", "هم", "ها", "ات", "ين", "ون", "ان", "يه", "ه", "ا", "ي"} {
		if strings.HasSuffix(w, e) && len(w)-len(e) >= 6 {
			w = w[:len(w)-len(e)]
			if e == "ي" || e == "يه" { // الاستيطاني and الاستيطان
				return unending(w)
			}
			return w
		}
	}
	return w
}

// unending is w without the letters that a noun may end on and a plural does.
func unending(w string) string {
	for _, e := range [...]string{"ات", "ين", "ون", "ان"} {
		if strings.HasSuffix(w, e) && len(w)-len(e) >= 6 {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

// fields is strings.Fields, soon done where all that may be a space is one of ASCII.
func fields(s string) []string {
	n := 1
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			n++
		case c < ' ' || c == 0xC2 || c >= 0xE1 && c <= 0xE3:
			return strings.Fields(s)
		}
	}
	out := make([]string, 0, n)
	for s != "" {
		w, rest, _ := strings.Cut(s, " ")
		if w != "" {
			out = append(out, w)
		}
		s = rest
	}
	return out
}

// sharedKeys counts the words that two contents share and the length of the
// shorter one.
func sharedKeys(a, b []key) (n, least int) {
	for i := range a {
		for k := range b {
			if a[i].tail == b[k].tail && (strings.HasSuffix(a[i].word, b[k].word) || strings.HasSuffix(b[k].word, a[i].word)) {
				n++
				break
			}
		}
	}
	return n, min(len(a), len(b))
}

// same reports whether two contents say the same: most words of the shorter one
// stand in the other.
func same(a, b []key) bool {
	n, least := sharedKeys(a, b)
	return least > 0 && n*5 >= least*3
}

// mostEchoes bounds for how many findings an article is searched for their very
// words.
const mostEchoes = 40

// echoes are the places, other than s, where the very words of s stand in the
// article.
func (r *reader) echoes(s text.Span) []text.Span {
	src := r.p.Source
	words := s.In(src)
	if len(words) < 24 || strings.Count(words, " ") < 1 {
		return nil
	}
	off := rarest(words)
	var out []text.Span
	for at := 0; len(out) < 4 && at+off < len(src); {
		i := strings.IndexByte(src[at+off:], words[off])
		if i < 0 {
			break
		}
		if !strings.HasPrefix(src[at+i:], words) {
			at += i + 1
			continue
		}
		o := text.Span{Start: at + i, End: at + i + len(words)}
		if o != s && r.p.Body(r.p.TokenAt(o.Start)) {
			out = append(out, o)
		}
		at = o.End
	}
	return out
}

// rarest is where in words a byte stands that few Arabic letters have, so that a
// search for it stops seldom: ظ before غ, ث, ذ and so on; 0 where none stands.
func rarest(words string) int {
	for _, c := range []byte("\xb8\xba\xab\xb0\xa4\xa6\xa2\xa1\xa5\xb2\xb6\xb5\xae\xb7\xb4\xac\x82\x83\xad\x81\x87\xb3") {
		if i := strings.IndexByte(words, c); i >= 0 {
			return i
		}
	}
	return 0
}
