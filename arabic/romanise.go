package arabic

import (
	"bytes"
	"strings"
)

// Slug is name, in Latin letters, as a key: small letters and digits, a hyphen for
// each run of anything else between them. «Wadi al-Qamar» is wadi-al-qamar.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

// NameSlug is an Arabic name as a key: its romanised letters, without the h of a
// last ة, which some writers leave out.
func NameSlug(name string) string {
	return strings.TrimSuffix(Slug(Romanise(Fold(name))), "h")
}

// Romanise writes an Arabic name in Latin letters as English newspapers do:
// «إبراهيم الجباوي» is Ibrahim al-Jabawi. Short vowels, which Arabic does not
// write, follow the measure of the word (صالح is Salih, محمود Mahmud) and are a
// guess elsewhere; a foreign name comes back near its own spelling, not in it.
// Words in other letters stay as they are.
func Romanise(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, "ـ", ""))
	out := make([]byte, 0, len(name)+8)
	for i := 0; i < len(words); i++ {
		w := words[i]
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if i > 0 {
			out = append(out, ' ')
		}
		r, used := romanPair(out, w, next)
		if used == 0 {
			out = romanWord(out, w, i > 0)
			continue
		}
		out = r
		i += used - 1
	}
	return string(out)
}

// romanPair adds words that go with the next to b (عبد الله, … الدين, أبو …) and
// tells how many it used.
func romanPair(b []byte, w, next string) ([]byte, int) {
	switch Fold(w) {
	case "عبد":
		if rest, ok := strings.CutPrefix(Fold(next), "ال"); ok {
			if rest == "له" {
				return append(b, "Abdullah"...), 2
			}
			return romanStem(append(b, "Abd al-"...), strings.TrimPrefix(next, "ال")), 2
		}
	case "بن":
		return append(b, "bin"...), 1
	case "ابن":
		return append(b, "Ibn"...), 1
	case "ال":
		return append(b, "Al"...), 1
	case "ابو":
		return append(b, "Abu"...), 1
	case "دي", "دو", "دا", "فان", "فون", "دير":
		from := len(b)
		b = romanStem(b, w)
		return append(b[:from], bytes.ToLower(b[from:])...), 1
	}
	return b, 0
}

// romanWord adds a word of a name to b; article tells whether a small letter
// begins its article.
func romanWord(b []byte, w string, article bool) []byte {
	if isLatin(w) {
		return append(b, w...)
	}
	if rest, ok := strings.CutPrefix(w, "ال"); ok && len(Fold(w)) >= 8 {
		if article {
			return romanStem(append(b, "al-"...), rest)
		}
		return romanStem(append(b, "Al-"...), rest)
	}
	return romanStem(b, w)
}

func isLatin(w string) bool {
	for _, r := range w {
		if r >= 0x600 && r <= 0x6ff {
			return false
		}
	}
	return true
}

// usual are names whose vowels no measure gives.
var usual = map[string]string{
	"محمد": "Muhammad", "عمر": "Umar", "علي": "Ali", "حسين": "Hussein", "زيد": "Zaid", "عثمان": "Uthman", "مصطفي": "Mustafa", "موسي": "Musa", "عيسي": "Isa", "يحيي": "Yahya",
	"مريم": "Mariam", "نبيه": "Nabih", "جورج": "George", "جون": "John", "مارك": "Mark", "بول": "Paul", "مارتن": "Martin", "روبرت": "Robert", "مهدي": "Mahdi", "هدي": "Huda", "سلمان": "Salman",
	"عبدالله": "Abdullah", "فهد": "Fahd", "بكر": "Bakr", "سعد": "Saad", "عمرو": "Amr", "نصر": "Nasr", "الله": "Allah", "دين": "Din", "سيف": "Saif", "شيخ": "Sheikh", "كريم": "Karim", "ليلي": "Layla",
	"مني": "Muna", "سمير": "Samir", "رجب": "Recep", "هند": "Hind", "قدس": "Quds", "حمد": "Hamad", "عماد": "Imad", "رياض": "Riyad", "جهاد": "Jihad", "زياد": "Ziad", "نزار": "Nizar", "هشام": "Hisham", "داود": "Dawud", "يوسف": "Yusuf", "رحمن": "Rahman",
}

// sounds are the consonants; a vowel letter has none.
var sounds = map[rune]string{
	'ب': "b", 'ت': "t", 'ث': "th", 'ج': "j", 'ح': "h", 'خ': "kh", 'د': "d", 'ذ': "dh", 'ر': "r", 'ز': "z", 'س': "s", 'ش': "sh", 'ص': "s", 'ض': "d", 'ط': "t", 'ظ': "z",
	'ع': "a", 'غ': "gh", 'ف': "f", 'ق': "q", 'ك': "k", 'ل': "l", 'م': "m", 'ن': "n", 'ه': "h", 'ء': "", 'ئ': "", 'ؤ': "", 'پ': "p", 'چ': "ch", 'ڤ': "v", 'گ': "g", 'ژ': "zh",
}

// soundOf is sounds by letter of U+0600 to U+06FF.
var soundOf = func() (t [256]struct {
	sound  string
	listed bool
}) {
	for r, s := range sounds {
		t[r-0x600].sound, t[r-0x600].listed = s, true
	}
	return t
}()

// soundAs is the sound of a consonant; ok is false for other letters.
func soundAs(c rune) (sound string, ok bool) {
	if c < 0x600 || c > 0x6ff {
		return "", false
	}
	s := &soundOf[c-0x600]
	return s.sound, s.listed
}

// romanStem adds a word without its article to b, its first letter a capital.
func romanStem(b []byte, w string) []byte {
	folded := Fold(w)
	if u, ok := usual[folded]; ok {
		return append(b, u...)
	}
	if marked(w) {
		w, _ = unmark(w)
	}
	r := []rune(w)
	from := len(b)
	vowel := true // the last thing written was a vowel, or nothing was
	native := !Foreign(folded)
	for i, c := range r {
		s, isVowel := romanLetter(r, i)
		if s == "" {
			continue
		}
		if !vowel && !isVowel {
			b = append(b, between(r, i, native)...)
		}
		b = append(b, s...)
		vowel = isVowel || c == 'ع'
	}
	b = oneVowel(b, from)
	if len(b) == from {
		return append(b, w...)
	}
	if c := b[from]; c >= 'a' && c <= 'z' {
		b[from] = c - ('a' - 'A')
	}
	return b
}

// oneVowel writes a doubled vowel of b once, from a place on.
func oneVowel(b []byte, from int) []byte {
	n := from
	for i := from; i < len(b); i++ {
		c := b[i]
		if i+1 < len(b) && b[i+1] == c && (c == 'a' || c == 'i' || c == 'u') {
			i++
		}
		b[n] = c
		n++
	}
	return b[:n]
}

// romanLetter is the sound of letter i and whether it is a vowel there.
func romanLetter(r []rune, i int) (string, bool) {
	first, last := i == 0, i == len(r)-1
	after := i > 1 && strings.ContainsRune("اوييىآ", r[i-1])
	before := !last && strings.ContainsRune("اآىة", r[i+1])
	switch c := r[i]; c {
	case 'ا', 'أ', 'آ', 'ى', 'ٱ':
		return "a", true
	case 'إ':
		return "i", true
	case 'ة':
		return "a", true
	case 'و':
		if first || before || after && !last {
			return "w", false
		}
		return "u", true
	case 'ي', 'ی':
		if first || before || after && !last {
			return "y", false
		}
		return "i", true
	case 'ع':
		if first && !last && strings.ContainsRune("اوي", r[1]) {
			return "", false
		}
		return "a", true
	default:
		if s, ok := soundAs(c); ok {
			return s, false
		}
		return string(c), false
	}
}

// between is the short vowel before consonant i that follows a consonant: in
// native words by measure, in foreign ones only where three would meet.
func between(r []rune, i int, native bool) string {
	n := len(r)
	if !native {
		if i+1 < n && romanConsonant(r[i+1]) && i >= 2 {
			return "a"
		}
		return ""
	}
	switch {
	case n == 4 && r[1] == 'ا' && i == 3: // صالح
		return "i"
	case n == 5 && r[0] == 'م' && r[3] == 'و': // محمود
		if i == 1 {
			return "a"
		}
		return ""
	case n == 4 && (r[0] == 'أ' || r[0] == 'ا'): // أحمد
		if i == 2 {
			return ""
		}
		return "a"
	case n == 5 && r[n-1] == 'ن' && r[n-2] == 'ا' && i == 2: // سلمان، رضوان
		return ""
	case n >= 4 && i == n-1 && r[n-1] == 'ي':
		return ""
	}
	return "a"
}

func romanConsonant(c rune) bool {
	s, ok := soundAs(c)
	return ok && s != "" && c != 'ع'
}
