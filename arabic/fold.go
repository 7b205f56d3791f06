package arabic

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters that writers of Arabic news interchange are folded to one: the seats
// of hamza to their bare letter, ى to ي, ة to ه, Persian letter forms to the
// Arabic ones, both sets of Indic digits to ASCII. Marks that carry no letter
// (diacritics, tatweel, joiners, bidi controls) are dropped.
var foldTable = makeFoldTable()

// drop marks a rune that leaves nothing in the folded view.
const drop = rune(-1)

// makeFoldTable covers U+0600 to U+06FF; 0 stands for "as it is".
func makeFoldTable() [256]rune {
	var t [256]rune
	set := func(to rune, from ...rune) {
		for _, r := range from {
			t[r-0x600] = to
		}
	}
	set('ا', 'أ', 'إ', 'آ', 'ٱ')
	set('ي', 'ى', 'ئ', 'ی', 'ې', 'ۍ', 'ۑ')
	set('ه', 'ة', 'ۀ', 'ہ', 'ۃ', 'ە', 'ھ')
	set('و', 'ؤ', 'ۆ', 'ۇ', 'ۋ')
	set('ك', 'ک', 'گ', 'ڪ', 'ڭ')
	set('ب', 'پ')
	set('ج', 'چ')
	set('ز', 'ژ')
	set('ف', 'ڤ')
	for r := rune(0x064b); r <= 0x065f; r++ {
		t[r-0x600] = drop
	}
	for r := rune(0x0610); r <= 0x061c; r++ {
		if r != 0x061b {
			t[r-0x600] = drop
		}
	}
	for r := rune(0x06d6); r <= 0x06ed; r++ {
		if t[r-0x600] == 0 && r != 0x06d4 && r != 0x06dd && r != 0x06de && r != 0x06e9 {
			t[r-0x600] = drop
		}
	}
	t[0x70], t[0x40] = drop, drop // superscript alef, tatweel
	for d := rune(0); d <= 9; d++ {
		t[0x60+d] = '0' + d
		t[0xf0+d] = '0' + d
	}
	return t
}

// foldRune is the folded form of r: drop, a rune, or 0 where r is a
// presentation form that folds to more than one rune.
func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r >= 0x600 && r <= 0x6ff:
		if f := foldTable[r-0x600]; f != 0 {
			return f
		}
		return r
	case r == 0xa0 || r == 0x202f || r == 0x2007 || (r >= 0x2000 && r <= 0x200a) || r == 0x3000:
		return ' '
	case r == 0xad || (r >= 0x200b && r <= 0x200f) || (r >= 0x202a && r <= 0x202e) ||
		(r >= 0x2060 && r <= 0x2069) || r == 0xfeff || (r >= 0xfe00 && r <= 0xfe0f):
		return drop
	case r >= 0xfb50 && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
		return 0
	}
	return r
}

// Fold returns the folded form of s, for comparing words. It is the same
// folding that Text applies, without the map back.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		foldInto(r, func(f rune) { b.WriteRune(f) })
	}
	return b.String()
}

// Plain returns s with presentation forms (ﻋﺒﺪ) written as ordinary letters, all
// else as it is: for names that are shown and compared by people.
func Plain(s string) string {
	for _, r := range s {
		if foldRune(r) == 0 && r != 0 {
			return norm.NFKC.String(s)
		}
	}
	return s
}

// foldInto hands the folded runes of r to emit: none, one or several.
func foldInto(r rune, emit func(rune)) {
	switch f := foldRune(r); f {
	case drop:
	case 0:
		if r == 0 {
			emit(' ')
			return
		}
		for _, d := range norm.NFKC.String(string(r)) {
			if g := foldRune(d); g > 0 {
				emit(g)
			}
		}
	default:
		emit(f)
	}
}

// foldView is the folded text and, for each of its bytes, the source byte
// where the rune that it came from begins.
func foldView(src string) (folded string, at []int32) {
	b := make([]byte, 0, len(src))
	at = make([]int32, 0, len(src)+1)
	for i := 0; i < len(src); {
		c := src[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			} else if c == 0 {
				c = ' '
			}
			b = append(b, c)
			at = append(at, int32(i))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(src[i:])
		if r >= 0x600 && r <= 0x6ff {
			if f := foldTable[r-0x600]; f != 0 {
				r = f
			}
			if r == drop {
				i += n
				continue
			}
			before := len(b)
			b = utf8.AppendRune(b, r)
			for range len(b) - before {
				at = append(at, int32(i))
			}
			i += n
			continue
		}
		foldInto(r, func(f rune) {
			before := len(b)
			b = utf8.AppendRune(b, f)
			for range len(b) - before {
				at = append(at, int32(i))
			}
		})
		i += n
	}
	return string(b), append(at, int32(len(src)))
}
