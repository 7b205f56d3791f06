package record

import (
	"sync"
	"unicode/utf8"

	"mahdar/arabic"
)

// The letters of the Arabic block as plain writes them: one letter, or what
// stands for nothing and for a gap.
const (
	plainNothing = rune(0)
	plainGap     = rune(' ')
	arabicFirst  = 0x600
	arabicLast   = 0x6ff
)

// plainTable spares plain the general way for the letters that nearly all text
// is made of. It is made once and never changed.
var plainTable = sync.OnceValue(func() *[arabicLast - arabicFirst + 1]rune {
	t := new([arabicLast - arabicFirst + 1]rune)
	for i := range t {
		folded := arabic.Fold(string(rune(arabicFirst + i)))
		if folded == "" {
			continue // plainNothing
		}
		r, _ := utf8.DecodeRuneInString(folded) // one letter folds to one
		if !letter(r) {
			r = plainGap
		}
		t[i] = r
	}
	return t
})

// plain is a name for comparing: folded, its blanks single, no marks.
func plain(s string) string {
	table := plainTable()
	var room [160]byte // names and most sentences
	b := room[:0]
	gap := false
	put := func(r rune) {
		if r == plainGap {
			gap = len(b) > 0
			return
		}
		if gap {
			b = append(b, ' ')
			gap = false
		}
		b = utf8.AppendRune(b, r)
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				c += 'a' - 'A'
				fallthrough
			case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
				if gap {
					b = append(b, ' ')
					gap = false
				}
				b = append(b, c)
			default:
				gap = len(b) > 0
			}
			continue
		}
		if c >= 0xd8 && c <= 0xdb && i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
			r := rune(c&0x1f)<<6 | rune(s[i+1]&0x3f)
			i += 2
			if r = table[r-arabicFirst]; r != plainNothing {
				put(r)
			}
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		for _, r := range arabic.Fold(s[i : i+n]) {
			if !letter(r) {
				r = plainGap
			}
			put(r)
		}
		i += n
	}
	return string(b)
}

func letter(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 0x621 && r <= 0x6d3 && r != 0x66b && r != 0x66c && r != 0x66d || r > 0x6ff && r < 0x2000 || r > 0x206f && r < 0x3000
}
