package statements

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// contentWords are the folded words of a phrase without article, particles,
// prepositions and names of persons; plurals of sources go by their singular.
func (r *reader) contentWords(s span) []string {
	if s.empty() {
		return nil
	}
	out := make([]string, 0, min(s.last-s.first, 8))
	for i := s.first; i < s.last; i++ {
		if w := r.contentWord(i, len(out) == 0); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// contentWord is token i among the words of contentWords, first saying that none stands
// before it; "" where it is none of them.
func (r *reader) contentWord(i int, first bool) string {
	m := r.p.Mention(i)
	if m != nil && m.Type == fact.Person || r.p.Mark(i) || r.p.Has(i, page.Preposition) {
		return ""
	}
	w := lemma(stemAt(r.p, i))
	if first && strings.HasSuffix(r.p.Word(i), "ه") {
		w += "ه" // a woman's office is no man's
	}
	if vague(w) {
		return ""
	}
	return w
}

// leadsWith reports whether w is the first of the contentWords of a phrase.
func (r *reader) leadsWith(s span, w string) bool {
	for i := s.first; i < s.last; i++ {
		if v := r.contentWord(i, true); v != "" {
			return v == w
		}
	}
	return false
}

// vague words do not tell two offices apart: المبعوث الأممي, المبعوث الدولي الخاص.
func vague(w string) bool {
	switch w {
	case "اممي", "دولي", "خاص", "رسمي", "نفس", "ذات", "نفسه", "ذاته", "نفسها", "سابق", "عام", "كبير", "مذكور", "جديد", "حالي", "منتخب", "ال", "ـ", "الـ":
		return true
	}
	return false
}

// foldWords is contentWords of an office that does not stand in the article.
func foldWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(arabic.Fold(s)) {
		v := lemma(stem(w))
		if len(out) == 0 && strings.HasSuffix(w, "ه") {
			v += "ه"
		}
		if !phrases.Preposition(w) && !vague(v) {
			out = append(out, v)
		}
	}
	return out
}

// lemma unites the numbers and genders of the words that sources go by.
func lemma(w string) string {
	switch w {
	case "مصادر", "مصدران", "مصدرين":
		return "مصدر"
	case "ناطق", "ناطقه", "متحدثه":
		return "متحدث"
	case "مسوولون", "مسوولين", "مسووله", "مسوولان":
		return "مسوول"
	case "موفد", "موفده", "مبعوثه", "وسيط":
		return "مبعوث"
	}
	w = strings.TrimSuffix(w, "ه")
	if w == "اميركي" {
		return "امريكي"
	}
	return w
}

// covers reports whether every word of few stands in all.
func covers(all, few []string) bool {
	for _, w := range few {
		if !slices.Contains(all, w) {
			return false
		}
	}
	return len(few) > 0
}
