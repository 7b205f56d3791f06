package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mahdar/text"
)

// The scorer folds names by itself and not with package arabic: its definition
// is that of the gold records' guide and stays where the reader's folding moves.

// foldName is s without marks that carry no letter, with the letters that
// writers interchange made one, and with one blank for whatever is no letter,
// digit or underscore.
func foldName(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case r >= 0x64b && r <= 0x65f, r == 0x670, r == 0x640, r >= 0x200c && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			continue
		}
		r = foldLetter(r)
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

func foldLetter(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ئ', 'ی':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'گ', 'ک':
		return 'ك'
	}
	return r
}

// nameTokens are the folded words of a name, without the article ال.
func nameTokens(s string) []string {
	out := strings.Fields(foldName(s))
	for i, t := range out {
		if rest, ok := strings.CutPrefix(t, "ال"); ok && utf8.RuneCountInString(t) > 4 {
			out[i] = rest
		}
	}
	return out
}

// sameName reports whether two names agree: equal words, or all words of the
// shorter in the longer, where the shorter is not one word of under 4 letters.
func sameName(a, b string) bool {
	x, y := nameTokens(a), nameTokens(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) == len(y)
	}
	if slices.Equal(x, y) {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, t := range x {
		if !slices.Contains(y, t) {
			return false
		}
	}
	return len(x) >= 2 || utf8.RuneCountInString(x[0]) >= 4
}

// blank reports whether r is white space, the separators of ASCII included.
func blank(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// counted reports whether r counts as a letter of an item's extent: blanks,
// quotation marks and stops do not.
func counted(r rune) bool {
	switch r {
	case '«', '»', '"', '\'', '“', '”', '‘', '’', '،', ',', '.', '؛', ':':
		return false
	}
	return !blank(r)
}

// ordinals numbers the counted letters of an article: before[b] is how many
// stand before byte b.
type ordinals struct{ before []int32 }

func newOrdinals(src string) ordinals {
	before := make([]int32, len(src)+1)
	n := int32(0)
	for i := 0; i < len(src); {
		r, w := utf8.DecodeRuneInString(src[i:])
		before[i] = n
		if counted(r) {
			n++
		}
		for k := 1; k < w; k++ {
			before[i+k] = n
		}
		i += w
	}
	before[len(src)] = n
	return ordinals{before}
}

// letters is a set of an article's letters: ascending runs [from, to) of
// ordinals that do not touch one another.
type letters struct {
	runs []run
	n    int
}

type run struct{ from, to int32 }

// of is the set of letters under spans.
func (o ordinals) of(spans ...text.Span) letters {
	var l letters
	for _, s := range spans {
		a, b := max(s.Start, 0), min(s.End, len(o.before)-1)
		if a < b && o.before[a] < o.before[b] {
			l.runs = append(l.runs, run{o.before[a], o.before[b]})
		}
	}
	if len(l.runs) > 1 {
		slices.SortFunc(l.runs, func(a, b run) int { return int(a.from - b.from) })
		k := 0
		for _, r := range l.runs[1:] {
			if r.from <= l.runs[k].to {
				l.runs[k].to = max(l.runs[k].to, r.to)
			} else {
				k++
				l.runs[k] = r
			}
		}
		l.runs = l.runs[:k+1]
	}
	for _, r := range l.runs {
		l.n += int(r.to - r.from)
	}
	return l
}

// shared is how many letters two sets have in common.
func (l letters) shared(m letters) int {
	n, i, j := 0, 0, 0
	for i < len(l.runs) && j < len(m.runs) {
		a, b := l.runs[i], m.runs[j]
		if from, to := max(a.from, b.from), min(a.to, b.to); from < to {
			n += int(to - from)
		}
		if a.to < b.to {
			i++
		} else {
			j++
		}
	}
	return n
}

// jaccard is the share of common letters in all letters of both; 0 where one is empty.
func jaccard(a, b letters) float64 {
	if a.n == 0 || b.n == 0 {
		return 0
	}
	s := a.shared(b)
	return share(s, a.n+b.n-s)
}

// overlap is the share of common letters in the smaller set; 0 where one is empty.
func overlap(a, b letters) float64 {
	if a.n == 0 || b.n == 0 {
		return 0
	}
	return share(a.shared(b), min(a.n, b.n))
}

// couple is an item of each side, by index.
type couple struct{ gold, read int }

// pair couples items one to one, the most similar first, as long as they are
// at least least alike; of equally similar couples the one of the earlier gold
// item goes first, then that of the earlier read one.
func pair(gold, read int, least float64, sim func(g, r int) float64) []couple {
	type candidate struct {
		couple
		sim float64
	}
	var all []candidate
	for g := range gold {
		for r := range read {
			if s := sim(g, r); s >= least {
				all = append(all, candidate{couple{g, r}, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.sim > b.sim:
			return -1
		case a.sim < b.sim:
			return 1
		}
		return 0
	})
	usedG, usedR := make([]bool, gold), make([]bool, read)
	var out []couple
	for _, c := range all {
		if !usedG[c.gold] && !usedR[c.read] {
			usedG[c.gold], usedR[c.read] = true, true
			out = append(out, c.couple)
		}
	}
	return out
}

// trimmed is a name's span without attached و ف, ب ل ك and ال, as long as two
// letters are left.
func trimmed(src string, s text.Span) text.Span {
	words := s.In(src)
	rest := words
	for _, set := range []string{"وف", "بلك"} {
		if r, n := utf8.DecodeRuneInString(rest); n > 0 && strings.ContainsRune(set, r) {
			rest = rest[n:]
		}
	}
	rest = strings.TrimPrefix(rest, "ال")
	if utf8.RuneCountInString(rest) < 2 {
		return s
	}
	return text.Span{Start: s.End - len(rest), End: s.End}
}
