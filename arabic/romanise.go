package arabic

import "strings"

// Romanise writes an Arabic name in Latin letters as English newspapers do:
// «إبراهيم الجباوي» is Ibrahim al-Jabawi. Short vowels, which Arabic does not
// write, follow the measure of the word (صالح is Salih, محمود Mahmud) and are a
// guess elsewhere; a foreign name comes back near its own spelling, not in it.
// Words in other letters stay as they are.
func Romanise(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, "ـ", ""))
	var out []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if r, two := romanPair(w, next); r != "" {
			out = append(out, r)
			if two {
				i++
			}
			continue
		}
		out = append(out, romanWord(w, i > 0))
	}
	return strings.Join(out, " ")
}

// romanPair handles words that go with the next: عبد الله, … الدين, أبو …
func romanPair(w, next string) (string, bool) {
	switch Fold(w) {
	case "عبد":
		if rest, ok := strings.CutPrefix(Fold(next), "ال"); ok {
			if rest == "له" {
				return "Abdullah", true
			}
			return "Abd al-" + romanStem(strings.TrimPrefix(next, "ال")), true
		}
	case "بن":
		return "bin", false
	case "ابن":
		return "Ibn", false
	case "ال":
		return "Al", false
	case "ابو":
		return "Abu", false
	case "دي", "دو", "دا", "فان", "فون", "دير":
		return strings.ToLower(romanStem(w)), false
	}
	return "", false
}

// romanWord is a word of a name; article tells whether ال is written with it.
func romanWord(w string, article bool) string {
	if isLatin(w) {
		return w
	}
	f := Fold(w)
	if rest, ok := strings.CutPrefix(w, "ال"); ok && len(f) >= 8 {
		if article {
			return "al-" + romanStem(rest)
		}
		return "Al-" + romanStem(rest)
	}
	return romanStem(w)
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

// oneVowel writes a doubled vowel once.
var oneVowel = strings.NewReplacer("aa", "a", "ii", "i", "uu", "u")

// sounds are the consonants; a vowel letter has none.
var sounds = map[rune]string{
	'ب': "b", 'ت': "t", 'ث': "th", 'ج': "j", 'ح': "h", 'خ': "kh", 'د': "d", 'ذ': "dh", 'ر': "r", 'ز': "z", 'س': "s", 'ش': "sh", 'ص': "s", 'ض': "d", 'ط': "t", 'ظ': "z",
	'ع': "a", 'غ': "gh", 'ف': "f", 'ق': "q", 'ك': "k", 'ل': "l", 'م': "m", 'ن': "n", 'ه': "h", 'ء': "", 'ئ': "", 'ؤ': "", 'پ': "p", 'چ': "ch", 'ڤ': "v", 'گ': "g", 'ژ': "zh",
}

// romanStem writes a word without its article, its first letter a capital.
func romanStem(w string) string {
	if u, ok := usual[Fold(w)]; ok {
		return u
	}
	r := []rune(strings.Map(func(c rune) rune {
		if c >= 0x64b && c <= 0x652 {
			return -1
		}
		return c
	}, w))
	var b strings.Builder
	vowel := true // the last thing written was a vowel, or nothing was
	native := !Foreign(Fold(w))
	for i, c := range r {
		s, isVowel := romanLetter(r, i)
		if s == "" {
			continue
		}
		if !vowel && !isVowel {
			b.WriteString(between(r, i, native))
		}
		b.WriteString(s)
		vowel = isVowel || c == 'ع'
	}
	s := oneVowel.Replace(b.String())
	if s == "" {
		return w
	}
	return strings.ToUpper(s[:1]) + s[1:]
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
		if s, ok := sounds[c]; ok {
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
	s, ok := sounds[c]
	return ok && s != "" && c != 'ع'
}
