package arabic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters that writers of Arabic news interchange are folded to one: the seats
// of hamza to their bare letter, ى to ي, ة to ه, Persian letter forms to the
// Arabic ones, both sets of Indic digits to ASCII. Marks that carry no letter
// (diacritics, tatweel, joiners, bidi controls) are dropped; so is, in a text, the blank
// between و and the word that it belongs to (split).
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

// foldBytes is foldTable in UTF-8: 0 for what leaves nothing, one byte for
// digits, two for letters with the first in the high byte.
var foldBytes = makeFoldBytes()

func makeFoldBytes() [256]uint16 {
	var t [256]uint16
	for i := range t {
		r := foldTable[i]
		switch {
		case r == drop:
			continue
		case r == 0:
			r = rune(0x600 + i)
		}
		if r < utf8.RuneSelf {
			t[i] = uint16(r)
			continue
		}
		t[i] = uint16(0xc0|r>>6)<<8 | uint16(0x80|r&0x3f)
	}
	return t
}

// foldPairs is foldBytes by the two bytes of a letter, both in the order in which they stand
// in memory (little-endian), for the letters and marks that fold to one of two bytes, of a
// mark with bit noLetter; 0 for all other pairs. A text touches but the few lines of it that
// hold its letters.
var foldPairs = makeFoldPairs()

// noLetter marks what is no letter among foldPairs, a bit that no second byte has; all first
// bytes have bit someLead.
const noLetter, someLead = 0x4000, 0x80

// letter reports whether two bytes are a letter of a word, of U+0600 to U+06FF, that folding
// leaves something of.
func letter(c, d byte) bool {
	return foldPairs[uint16(d)<<8|uint16(c)]&(someLead|noLetter) == someLead
}

func makeFoldPairs() (t [1 << 16]uint16) {
	for c := 0xd8; c <= 0xdb; c++ {
		for d := 0x80; d <= 0xbf; d++ {
			if v := foldBytes[uint8(c<<6|d&0x3f)]; v >= 0x100 {
				var mark uint16
				if kindOf(rune(v>>8&0x1f)<<6|rune(v&0x3f)) != Word {
					mark = noLetter
				}
				t[d<<8|c] = v>>8 | v<<8 | mark
			}
		}
	}
	return t
}

// arabicLead reports whether c begins a letter of U+0600 to U+06FF, which has
// two bytes.
func arabicLead(c byte) bool { return c-0xd8 < 4 }

// Fold returns the folded form of s, for comparing words. It is the same
// folding that Text applies, without the map back. What is folded already is
// returned as it is.
func Fold(s string) string {
	n := unchanged(s)
	if n == len(s) {
		return s
	}
	b := make([]byte, n, len(s))
	copy(b, s)
	return string(AppendFold(b, s[n:]))
}

// unchanged is how many bytes at the front of s folding leaves as they are.
func unchanged(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' || c == 0 {
				return i
			}
			i++
			continue
		}
		if !arabicLead(c) || i+1 >= len(s) || s[i+1]&0xc0 != 0x80 || foldBytes[c<<6|s[i+1]&0x3f] != uint16(c)<<8|uint16(s[i+1]) {
			return i
		}
		i += 2
	}
	return len(s)
}

// AppendFold adds the folded form of s to b.
func AppendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			} else if c == 0 {
				c = ' '
			}
			b = append(b, c)
			i++
			continue
		}
		if arabicLead(c) && i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
			switch v := foldBytes[c<<6|s[i+1]&0x3f]; {
			case v >= 0x100:
				b = append(b, byte(v>>8), byte(v))
			case v > 0:
				b = append(b, byte(v))
			}
			i += 2
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = appendFolded(b, r)
		i += n
	}
	return b
}

// appendFolded adds the folded form of r to b.
func appendFolded(b []byte, r rune) []byte {
	foldInto(r, func(f rune) { b = utf8.AppendRune(b, f) })
	return b
}

// Plain returns s with presentation forms (ﻋﺒﺪ) written as ordinary letters, all
// else as it is: for names that are shown and compared by people.
func Plain(s string) string {
	// presentation forms begin with 0xEF: nearly every name is told by it
	for i := strings.IndexByte(s, 0xef); i >= 0 && i < len(s); i++ {
		if s[i] != 0xef {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); foldRune(r) == 0 {
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

// roomy is how many bytes one rune leaves at most in the folded view: a
// presentation form may stand for a whole phrase.
const roomy = 64

// fold makes the folded text and, for the first byte of each of its runes, the source byte where
// the rune that it came from begins.
func (room *Room) fold(src string) {
	b, at := room.bytes, room.text.at
	if len(b) < len(src)+roomy {
		b = make([]byte, len(src)+roomy)
	}
	if at = at[:cap(at)]; len(at) < len(b)+1 {
		at = make([]int32, len(b)+1)
	}
	n := 0 // folded bytes so far
	for i := 0; i < len(src); {
		c := src[i]
		if c < utf8.RuneSelf {
			if c == ' ' && split(src, i) {
				i++
				continue
			}
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			} else if c == 0 {
				c = ' '
			}
			b[n], at[n] = c, int32(i)
			n++
			i++
			continue
		}
		if k := foldLetters(src[i:], b[n:], at[n:], int32(i)); k > 0 { // nearly all of a text
			n, i = n+k, i+k
			continue
		}
		if arabicLead(c) && i+1 < len(src) && src[i+1]&0xc0 == 0x80 { // a digit, a mark, or what leaves nothing
			if v := foldBytes[c<<6|src[i+1]&0x3f]; v > 0 {
				b[n], at[n] = byte(v), int32(i)
				n++
			}
			i += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(src[i:])
		b, at, n = foldRare(b, at, n, r, i, len(src)-i)
		i += size
	}
	at[n] = int32(len(src))
	room.bytes, room.text.at, room.text.folded = b, at[:n+1], string(b[:n])
}

// foldLetters folds the run of words that src begins with, letters and marks of two bytes that
// stay so and single blanks between them, into b, and into at where each came from, the first
// from source byte from, and how long each word is (Text.at). It returns how many bytes it took,
// none where src begins with anything else. b and at are as long as src at least.
func foldLetters(src string, b []byte, at []int32, from int32) int {
	b, at = b[:len(src)], at[:len(src)]
	k, word := 0, 0
	for k+1 < len(src) {
		v := foldPairs[uint16(src[k+1])<<8|uint16(src[k])]
		if v&(someLead|noLetter) == someLead {
			b[k], b[k+1] = byte(v), byte(v>>8)
			at[k] = from + int32(k)
			k += 2
			continue
		}
		next := k + 2
		if v == 0 {
			if k == 0 || src[k] != ' ' || src[k-1] == and[1] && src[k-2] == and[0] { // see split
				break
			}
			next = k + 1
			b[k] = ' '
		} else {
			v &^= noLetter
			b[k], b[k+1], at[k+1] = byte(v), byte(v>>8), 0
		}
		at[k] = from + int32(k)
		if k > word {
			at[word+1] = int32(k - word)
		}
		k, word = next, next
	}
	if k > word {
		at[word+1] = 0 // it may go on
	}
	return k
}

// and is the conjunction that is written as part of the word after it.
const and = "و"

// split reports whether the blank at byte i of src parts و, standing by itself, from
// the word that it belongs to, as some outlets and many typists do («و قال»). Such a
// blank leaves nothing in the folded text.
func split(src string, i int) bool {
	if i < len(and) || src[i-len(and):i] != and || i+2 >= len(src) || foldPairs[uint16(src[i+1])|uint16(src[i+2])<<8] == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(src[:i-len(and)])
	return !unicode.IsLetter(before) && !unicode.IsMark(before) && before != tatweel
}

// tatweel is the stroke that makes a word longer.
const tatweel = 'ـ'

// foldRare adds the folded form of r, which begins at source byte i with left
// bytes to the end, to the n bytes that b and at hold. It is apart from fold so
// that fold's variables stay in registers.
func foldRare(b []byte, at []int32, n int, r rune, i, left int) ([]byte, []int32, int) {
	foldInto(r, func(f rune) {
		if n+left+roomy > len(b) { // one rune becomes many, or a broken byte a mark of three
			b, at = append(b, make([]byte, len(b)/2+roomy)...), append(at, make([]int32, len(b)/2+roomy)...)
		}
		at[n] = int32(i)
		size := utf8.EncodeRune(b[n:], f)
		clear(at[n+1 : n+size])
		n += size
	})
	return b, at, n
}
