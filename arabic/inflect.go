package arabic

import "strings"

// Tense is what kind of form of a verb a word is.
type Tense uint8

// The tenses; Masdar and the participles are the verb's nouns.
const (
	NoTense Tense = iota
	Past
	Present
	Jussive // after لم and لا: يقل, يدع
	Masdar
	Participle
)

// Number of a form.
type Count uint8

// Singular is the zero value.
const (
	Singular Count = iota
	Dual
	Plural
)

// Feature says which form of its entry a word is.
type Feature struct {
	Tense     Tense
	Person    uint8 // 1, 2, 3; 0 for nouns
	Feminine  bool
	Count     Count
	Adverbial bool // an indefinite participle or masdar in the accusative: مضيفا
}

// Form is an inflected word, folded, and its features.
type Form struct {
	Word string
	Feature
}

const shadda = "\u0651"

// inflection collects forms: their folded letters one after another, which
// become words of one string at the end.
type inflection struct {
	letters []byte
	forms   []Form
	ends    []int32 // by form: where its letters end
}

// add adds the form that three parts make.
func (in *inflection) add(prefix, stem, ending string, f Feature) {
	in.letters = AppendFold(AppendFold(AppendFold(in.letters, prefix), stem), ending)
	in.forms = append(in.forms, Form{Feature: f})
	in.ends = append(in.ends, int32(len(in.letters)))
}

// take returns the forms.
func (in *inflection) take() []Form {
	letters, at := string(in.letters), int32(0)
	for i, end := range in.ends {
		in.forms[i].Word = letters[at:end]
		at = end
	}
	return in.forms
}

// newInflection has room for n forms.
func newInflection(n int) *inflection {
	return &inflection{letters: make([]byte, 0, n*16), forms: make([]Form, 0, n), ends: make([]int32, 0, n)}
}

// Conjugate gives the forms of a verb by its principal parts: past and present
// third person masculine singular, in full spelling; a doubled root is told by
// its shadda (حثّ). Either may be empty. Weak roots follow their letters: hollow
// (قال، يقول), defective (دعا، نفى، بقي), doubled (حثّ).
func Conjugate(past, present string) []Form {
	in := newInflection(28)
	if past != "" {
		in.past(past)
	}
	if present != "" {
		in.present(present, past == "" || hollowPast(past))
	}
	return in.take()
}

// unmark drops diacritics but for a final shadda, which doubled reports.
func unmark(w string) (bare string, doubled bool) {
	doubled = strings.HasSuffix(w, shadda)
	if !marked(w) {
		return w, doubled
	}
	var b strings.Builder
	for _, r := range w {
		if r < 0x64b || r > 0x652 {
			b.WriteRune(r)
		}
	}
	return b.String(), doubled
}

// marked reports whether w has diacritics.
func marked(w string) bool {
	for _, r := range w {
		if r >= 0x64b && r <= 0x652 {
			return true
		}
	}
	return false
}

// past adds the forms of the past.
func (in *inflection) past(past string) {
	w, doubled := unmark(past)
	r := []rune(w)
	n := len(r)
	if n < 2 {
		return
	}
	f := func(person uint8, fem bool, c Count) Feature {
		return Feature{Tense: Past, Person: person, Feminine: fem, Count: c}
	}
	stem := string(r[:n-1])
	last := string(r[n-1])
	long, short, dual := w, w, w // before vowels; before consonants; before ا
	switch {
	case doubled:
		short = w + last
	case r[n-1] == 'ا' && n == 3: // دعا
		long, short, dual = stem, stem+"و", stem+"و"
	case r[n-1] == 'ا' || r[n-1] == 'ى':
		long, short, dual = stem, stem+"ي", stem+"ي"
	case r[n-1] == 'ي':
		long, short, dual = stem, w, w
		in.add("", w, "ت", f(3, true, Singular))
	case hollowPast(past): // قال، أشار، استعان
		short = string(r[:n-2]) + last
	}
	in.add("", w, "", f(3, false, Singular))
	if r[n-1] != 'ي' {
		in.add("", long, "ت", f(3, true, Singular))
	}
	in.add("", long, "وا", f(3, false, Plural))
	in.add("", dual, "ا", f(3, false, Dual))
	in.add("", long, "تا", f(3, true, Dual))
	in.add("", short, "ن", f(3, true, Plural))
	if short != long {
		in.add("", short, "ت", f(1, false, Singular))
	}
	in.add("", short, "نا", f(1, false, Plural))
	in.add("", short, "تم", f(2, false, Plural))
}

// hollowPast reports whether a past has a long ا before its last letter, which
// falls before consonants: قال, أشار, استعان.
func hollowPast(past string) bool {
	w, doubled := unmark(past)
	r := []rune(w)
	return !doubled && len(r) >= 3 && r[len(r)-2] == 'ا'
}

// present adds the forms of the present; the hollow ones lose their long vowel
// in the jussive.
func (in *inflection) present(present string, hollow bool) {
	w, doubled := unmark(present)
	r := []rune(w)
	n := len(r)
	if n < 3 || r[0] != 'ي' {
		return
	}
	f := func(t Tense, person uint8, fem bool, c Count) Feature {
		return Feature{Tense: t, Person: person, Feminine: fem, Count: c}
	}
	body := string(r[1:])
	cutLast := string(r[1 : n-1])
	last := r[n-1]
	weak := last == 'و' || last == 'ي' || last == 'ى'
	plural, dual, few := body, body, body
	jussive := body
	switch {
	case weak:
		plural, jussive = cutLast, cutLast
		if last == 'ى' {
			dual, few = cutLast+"ي", cutLast+"ي"
		}
	case hollow && !doubled && n >= 4 && (r[n-2] == 'و' || r[n-2] == 'ي' || r[n-2] == 'ا'):
		jussive = string(r[1:n-2]) + string(last)
		few = jussive
	}
	for _, p := range []struct {
		letter string
		person uint8
		fem    bool
		count  Count
	}{{"ي", 3, false, Singular}, {"ت", 3, true, Singular}, {"أ", 1, false, Singular}, {"ن", 1, false, Plural}} {
		in.add(p.letter, body, "", f(Present, p.person, p.fem, p.count))
		if jussive != body {
			in.add(p.letter, jussive, "", f(Jussive, p.person, p.fem, p.count))
		}
	}
	in.add("ي", plural, "ون", f(Present, 3, false, Plural))
	in.add("ي", plural, "وا", f(Jussive, 3, false, Plural))
	in.add("ت", plural, "ون", f(Present, 2, false, Plural))
	in.add("ي", dual, "ان", f(Present, 3, false, Dual))
	in.add("ي", dual, "ا", f(Jussive, 3, false, Dual))
	in.add("ت", dual, "ان", f(Present, 3, true, Dual))
	in.add("ي", few, "ن", f(Present, 3, true, Plural))
}

// Participles gives the forms of a participle or adjective from its masculine
// singular in full spelling: feminine, dual, sound plurals, and the adverbial
// accusative (مضيفا). A defective one may end in ي or not (داعي، داع).
func Participles(base string) []Form {
	w, _ := unmark(base)
	if len(w) < bare {
		return nil
	}
	f := func(fem bool, c Count, adv bool) Feature {
		return Feature{Tense: Participle, Feminine: fem, Count: c, Adverbial: adv}
	}
	in := newInflection(10)
	in.add("", w, "", f(false, Singular, false))
	plural := w
	if strings.HasSuffix(w, "ي") && !strings.HasSuffix(w, "ئي") {
		plural = strings.TrimSuffix(w, "ي")
	}
	in.add("", w, "ا", f(false, Singular, true))
	in.add("", w, "ة", f(true, Singular, false))
	in.add("", w, "ان", f(false, Dual, false))
	in.add("", w, "ين", f(false, Dual, false))
	in.add("", w, "تان", f(true, Dual, false))
	in.add("", w, "تين", f(true, Dual, false))
	in.add("", plural, "ون", f(false, Plural, false))
	in.add("", plural, "ين", f(false, Plural, false))
	in.add("", w, "ات", f(true, Plural, false))
	return in.take()
}

// Nouns gives a masdar's or noun's own form and its adverbial accusative.
func Nouns(base string, t Tense) []Form {
	w, _ := unmark(base)
	if w == "" {
		return nil
	}
	fem := strings.HasSuffix(w, "ة") || strings.HasSuffix(w, "ات")
	out := []Form{{Fold(w), Feature{Tense: t, Feminine: fem}}}
	if !fem && !strings.HasSuffix(w, "اء") && !strings.HasSuffix(w, "ا") && !strings.HasSuffix(w, "ى") {
		out = append(out, Form{Fold(w + "ا"), Feature{Tense: t, Adverbial: true}})
	}
	return out
}

// Nisba gives the forms of a relative adjective from its masculine singular:
// روسي, روسية, روسيان, روسيين, روسيون, روسيات. The bare accusative (روسيا) is left out:
// it is the country's name.
func Nisba(base string) []Form {
	w, _ := unmark(base)
	if !strings.HasSuffix(w, "ي") && !strings.HasSuffix(w, "ى") {
		return []Form{{Fold(w), Feature{}}}
	}
	w = strings.TrimSuffix(strings.TrimSuffix(w, "ي"), "ى")
	in := newInflection(8)
	in.add("", w, "ي", Feature{})
	in.add("", w, "ية", Feature{Feminine: true})
	in.add("", w, "يان", Feature{Count: Dual})
	in.add("", w, "يتان", Feature{Feminine: true, Count: Dual})
	in.add("", w, "يتين", Feature{Feminine: true, Count: Dual})
	in.add("", w, "يون", Feature{Count: Plural})
	in.add("", w, "يين", Feature{Count: Plural})
	in.add("", w, "يات", Feature{Feminine: true, Count: Plural})
	return in.take()
}
