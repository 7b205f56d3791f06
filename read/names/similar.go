package names

import "unicode/utf8"

// longestSkeleton is how many consonants a skeleton has at most.
const longestSkeleton = 24

// skeleton is a number of what is left of a folded word when vowels go and letters
// that transcriptions interchange become one: ميتشل and ميتشيل, جرايشن and
// غريشن, موغيريني and موجريني share theirs. It is 0 where fewer than three
// consonants are left, too few to tell words apart, or too many for a name.
func skeleton(word string) uint64 {
	b, h, n := bones{rest: word, squeezed: true}, uint64(1), 0
	for c := b.next(); c != 0; c = b.next() {
		h = (h ^ uint64(c)) * 0x9e3779b97f4a7c15
		n++
	}
	if n < 3 || n > longestSkeleton {
		return 0
	}
	return h
}

// consonant is the class of a letter in a skeleton, 0 for vowels.
func consonant(r rune) byte {
	switch r {
	case 'ا', 'و', 'ي', 'ه', 'ء', 'ع':
		return 0
	case 'ج', 'غ', 'ق', 'ك', 'خ':
		return 'g'
	case 'ت', 'ط', 'د', 'ض':
		return 't'
	case 'س', 'ش', 'ص', 'ز', 'ث', 'ذ', 'ظ':
		return 's'
	case 'ب':
		return 'b'
	case 'ف':
		return 'f'
	case 'ر':
		return 'r'
	case 'ل':
		return 'l'
	case 'م':
		return 'm'
	case 'ن':
		return 'n'
	case 'ح':
		return 'h'
	}
	return '?'
}

// consonantOf is consonant by letter of U+0600 to U+06FF.
var consonantOf = func() (t [256]byte) {
	for i := range t {
		t[i] = consonant(rune(0x600 + i))
	}
	return t
}()

// alike reports whether two words are spellings of one name: equal, or of one
// skeleton and of lengths that differ by two letters at most.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	d := utf8.RuneCountInString(a) - utf8.RuneCountInString(b)
	if d > 2 || d < -2 {
		return false
	}
	n := sameBones(a, b, true)
	return n >= 3 && n <= longestSkeleton
}

// sameBones compares the consonants of two words, doubled ones taken once where
// squeezed is true, and is how many they have; -1 where they differ.
func sameBones(a, b string, squeezed bool) int {
	x, y := bones{rest: a, squeezed: squeezed}, bones{rest: b, squeezed: squeezed}
	for n := 0; ; n++ {
		c := x.next()
		if c != y.next() {
			return -1
		}
		if c == 0 {
			return n
		}
	}
}

// consonants is a number of the consonants of a word, doubled ones taken once:
// words of which sameBones is true share it.
func consonants(word string) uint32 {
	b, h := bones{rest: word, squeezed: true}, uint32(1)
	for c := b.next(); c != 0; c = b.next() {
		h = h*31 + uint32(c)
	}
	return h
}

// bones goes over the consonants of a word.
type bones struct {
	rest     string
	last     byte
	squeezed bool
}

// next is the class of the next consonant, 0 at the end.
func (s *bones) next() byte {
	for s.rest != "" {
		var c byte
		if len(s.rest) > 1 && s.rest[0]&^3 == 0xd8 { // a letter of U+0600 to U+06FF
			c = consonantOf[s.rest[0]<<6|s.rest[1]&0x3f]
			s.rest = s.rest[2:]
		} else {
			r, n := utf8.DecodeRuneInString(s.rest)
			c = consonant(r)
			s.rest = s.rest[n:]
		}
		if c != 0 && !(s.squeezed && c == s.last) {
			s.last = c
			return c
		}
	}
	return 0
}

// variants reports whether two names of as many words are spellings of one.
// Words too short for a skeleton must be equal, but for their vowels.
func variants(a, b []string) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	same := 0
	for i := range a {
		switch {
		case a[i] == b[i]:
			same++
		case alike(a[i], b[i]):
		case shortAlike(a[i], b[i]):
		default:
			return false
		}
	}
	return same > 0 || len(a) > 1
}

// shortAlike compares words of few consonants: كي and كاي, ايد and ايدي.
func shortAlike(a, b string) bool { return sameBones(a, b, false) > 0 }
