package intake

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// language tells Arabic from other languages: it returns "ar", or a refusal
// that names what the text is instead. Persian, Urdu, Sorani Kurdish, Pashto
// and Uyghur share the script; they are told by their frequent words and by
// letters that Arabic has only in borrowed names. The first 8 KiB decide.
func language(s string) (string, *Refusal) {
	s = s[:min(len(s), 8<<10)]
	arabic, other := 0, 0
	for i := 0; i < len(s); {
		r, n := runeAt(s, i)
		i += n
		switch {
		case arabicLetter(r):
			arabic++
		case unicode.IsLetter(r):
			other++
		}
	}
	const advice = "Mahdar reads Arabic; leave this one out"
	switch {
	case arabic+other == 0:
		return "", refuse(NotArabic, advice, "holds no words")
	case arabic*3 < arabic+other:
		return "", refuse(NotArabic, advice, "is not Arabic (%d%% of its letters are)", 100*arabic/(arabic+other))
	}
	if tongue := sharesScript(s); tongue != "" {
		return "", refuse(OtherTongue, advice, "is %s, which shares the Arabic script", tongue)
	}
	return "ar", nil
}

// runeAt is the rune at byte i of s and its size in bytes. Letters of two bytes, nearly
// all of an Arabic text, are put together in place.
func runeAt(s string, i int) (rune, int) {
	c := s[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if c >= 0xd8 && c <= 0xdb && i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
		return rune(c&0x1f)<<6 | rune(s[i+1]&0x3f), 2
	}
	return utf8.DecodeRuneInString(s[i:])
}

// arabicLetter reports whether r is a letter of the Arabic script, as written
// or as a presentation form.
func arabicLetter(r rune) bool {
	return r >= 0x620 && r <= 0x64a || r >= 0x66e && r <= 0x6d5 && r != 0x670 && r != 0x6d4 || r >= 0x6ee && r <= 0x6ef || r >= 0x6fa && r <= 0x6ff ||
		r >= 0x750 && r <= 0x77f || r >= 0xfb50 && r <= 0xfdfb || r >= 0xfe70 && r <= 0xfefc
}

// tongue is a language by its own frequent words and letters.
type tongue struct {
	name    string
	words   string // separated by spaces; frequent there, not words of Arabic
	letters string // of its alphabet and not of Arabic's
}

// tongues lists the languages told from Arabic. Words that Arabic has too (من،
// ما، در) are left out, however frequent.
func tongues() [5]tongue {
	return [5]tongue{
		{"Persian", "که از به این است را برای با می های شد شده کرد آن ها بود وی خود نیز باید كه اين اند هم کند شود یک تا", "پچژگ"},
		{"Urdu", "کے کی میں ہے اور سے کا نے کو ہیں پر کہ اس بھی نہیں یہ ہو تھا گیا وہ کر ایک", "ٹڈڑںےہھ"},
		{"Kurdish", "لە بۆ کە ئەو لەگەڵ ئەم و بە بوو دەکات کرد لەسەر هەر یان ئەوەی", "ەێۆڕڵڤڎ"},
		{"Pashto", "د په چې ته او کې له دی دې سره یې شوي وي هم نه کړي باندې", "ښځڅډړږېۍټڼ"},
		{"Uyghur", "ۋە بىلەن ئۈچۈن بۇ بىر دەپ قىلىش", "ۈۋېىەۇۆڭ"},
	}
}

// tongueWords is the frequent words of all tongues, each with a bit for those that
// it is a word of.
var tongueWords = sync.OnceValue(func() map[string]uint8 {
	tells := map[string]uint8{}
	for i, t := range tongues() {
		for w := range strings.FieldsSeq(t.words) {
			tells[w] |= 1 << i
		}
	}
	return tells
})

// sharesScript names the language of s where that is one of tongues, else "".
func sharesScript(s string) string {
	list := tongues()
	var words [len(list)]int
	var letters [len(list)]int
	tells := tongueWords()
	total, native, count := 0, 0, 0
	for i := 0; i < len(s); {
		start, foreign := i, false // of a word; a letter of it is beyond Arabic's own
		r, n := runeAt(s, i)
		for ; arabicLetter(r); r, n = runeAt(s, i) {
			count++
			foreign = foreign || r >= 0x671
			if i += n; i == len(s) {
				break
			}
		}
		w := s[start:i]
		i = min(i+n, len(s)) // past what ended it
		if w == "" {
			continue
		}
		total++
		if commonArabic(w) || len(w) >= 10 && (strings.HasPrefix(w, "ال") || strings.HasPrefix(w, "وال") || strings.HasPrefix(w, "بال") || strings.HasPrefix(w, "لل")) {
			native++
		}
		if in := tells[w]; in != 0 {
			for k := range list {
				words[k] += int(in >> k & 1)
			}
		}
		if !foreign {
			continue
		}
		for _, r := range w {
			for k := range list {
				if r >= 0x671 && strings.ContainsRune(list[k].letters, r) {
					letters[k]++
				}
			}
		}
	}
	best, at := 0, -1
	for i := range list {
		// a word in eight, or a letter in twenty, is far beyond what quoted names bring
		score := 0
		if words[i]*8 >= total {
			score += words[i] * 4
		}
		if letters[i]*20 >= count {
			score += letters[i]
		}
		if score > best {
			best, at = score, i
		}
	}
	if at < 0 || native*4 > best && native*6 > total {
		return ""
	}
	return list[at].name
}

// commonArabic reports whether w is one of the small words that fill Arabic
// prose and no other language's, in the spellings that newspapers use.
func commonArabic(w string) bool {
	switch w {
	case "في", "فى", "من", "على", "علي", "إلى", "الى", "أن", "إن", "ان", "التي", "التى", "الذي", "الذى", "هذا", "هذه", "عن", "مع", "بعد", "قبل",
		"كما", "قال", "وقال", "بين", "كان", "كانت", "لم", "لن", "ذلك", "خلال", "حول", "حيث", "أو", "او", "لا", "ما", "وفي", "ومن", "وكان", "قد", "عبر", "أي", "كل", "غير", "بأن", "أنه", "الله", "يوم", "اليوم", "ثم", "عند", "منذ", "حتى":
		return true
	}
	return false
}
