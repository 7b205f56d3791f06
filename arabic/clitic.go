package arabic

import "strings"

// Analysis is one way to take a folded word apart into attached particles, a
// stem, and an attached pronoun. Stem carries its article ال where it has one
// (للجيش is ل + الجيش), so that it can be looked up as it is listed.
type Analysis struct {
	Stem    string
	Cut     int    // folded bytes of particles before the stem begins (للجيش: 2)
	Conj    byte   // 'w' for و, 'f' for ف, 0
	Prep    byte   // 'b' ب, 'l' ل, 'k' ك, 's' future س, 0
	Det     bool   // the stem begins with the article
	Pronoun string // attached pronoun, folded ("ه", "هم", "ها"), "" for none
}

// bare is the least number of bytes that a stem may have: two letters.
const bare = 4

// Particles lists the ways to take word (folded) apart at its front, the whole
// word first, then with one and two particles off. It appends to buf.
func Particles(word string, buf []Analysis) []Analysis {
	buf = stripPrep(Analysis{Stem: word}, buf)
	switch {
	case strings.HasPrefix(word, "و") && len(word) >= 2+bare:
		buf = stripPrep(Analysis{Stem: word[2:], Cut: 2, Conj: 'w'}, buf)
	case strings.HasPrefix(word, "ف") && len(word) >= 2+bare:
		buf = stripPrep(Analysis{Stem: word[2:], Cut: 2, Conj: 'f'}, buf)
	}
	return buf
}

// stripPrep adds a and what is left of it with a preposition or the future
// particle off.
func stripPrep(a Analysis, buf []Analysis) []Analysis {
	w := a.Stem
	a.Det = hasArticle(w)
	buf = append(buf, a)
	if len(w) < 2+bare {
		return buf
	}
	var p byte
	switch w[:2] {
	case "ب":
		p = 'b'
	case "ل":
		p = 'l'
		if strings.HasPrefix(w, "لل") {
			// ل + ال: the alif is not written; and where the word itself begins
			// with ل, nothing tells للبنان (ل + لبنان) from ل + ال + بنان.
			buf = append(buf,
				Analysis{Stem: "ا" + w[2:], Cut: a.Cut + 2, Conj: a.Conj, Prep: p, Det: true},
				Analysis{Stem: "ال" + w[2:], Cut: a.Cut + 2, Conj: a.Conj, Prep: p, Det: true})
		}
	case "ك":
		p = 'k'
	case "س":
		p = 's'
	default:
		return buf
	}
	rest := w[2:]
	if p == 's' && !futurePrefix(rest) {
		return buf
	}
	return append(buf, Analysis{Stem: rest, Cut: a.Cut + 2, Conj: a.Conj, Prep: p, Det: hasArticle(rest)})
}

// futurePrefix reports whether rest could be a present-tense verb after س.
func futurePrefix(rest string) bool {
	switch rest[:2] {
	case "ي", "ت", "ن", "ا":
		return true
	}
	return false
}

func hasArticle(w string) bool { return strings.HasPrefix(w, "ال") && len(w) >= 4+bare }

// pronouns are the attached pronouns, the longest first.
var pronouns = [...]string{"هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي"}

// Pronouns adds the ways to take an attached pronoun off a's stem. The letters
// that a pronoun changes are restored: حكومته is حكومه + ه, اعلنوه is اعلنوا + ه,
// نفاه is نفي + ه, لقائه is لقاء + ه.
func Pronouns(a Analysis, buf []Analysis) []Analysis {
	if a.Det {
		return buf
	}
	for _, p := range pronouns {
		if !strings.HasSuffix(a.Stem, p) || len(a.Stem)-len(p) < bare {
			continue
		}
		b := a
		b.Pronoun = p
		b.Stem = a.Stem[:len(a.Stem)-len(p)]
		buf = append(buf, b)
		switch b.Stem[len(b.Stem)-2:] {
		case "ت":
			b.Stem = b.Stem[:len(b.Stem)-2] + "ه"
			buf = append(buf, b)
		case "و":
			stem := b.Stem
			b.Stem += "ا"
			buf = append(buf, b)
			if strings.HasSuffix(stem, "او") {
				b.Stem = stem[:len(stem)-2] + "ء"
				buf = append(buf, b)
			}
		case "ا":
			b.Stem = b.Stem[:len(b.Stem)-2] + "ي"
			buf = append(buf, b)
		case "ي": // sound plurals and duals lose their ن: مسؤوليه is مسؤولين + ه
			stem := b.Stem
			b.Stem += "ن"
			buf = append(buf, b)
			if strings.HasSuffix(stem, "اي") { // a final hamza sits on ى or و before a pronoun: لقائه is لقاء + ه
				b.Stem = stem[:len(stem)-2] + "ء"
				buf = append(buf, b)
			}
		}
	}
	return buf
}

// Undet is the stem without its article.
func Undet(stem string) string {
	if hasArticle(stem) {
		return stem[4:]
	}
	return stem
}
