package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
)

// person is the person whom the phrase names: the last name, for an office
// may name others before it (مبعوث فلان الخاص سالم), or the first where the phrase
// begins with it (سالم مبعوث فلان).
func (r *reader) person(s span) *fact.Mention {
	var last *fact.Mention
	for k := s.first; k < s.last; k++ {
		m := r.p.Mention(k)
		if m == nil || m.Type != fact.Person {
			continue
		}
		if k == s.first {
			return m
		}
		last = m
	}
	return last
}

// cutPlace is where a phrase without a name ends when what only says where is
// left out: الرئيس الفلاني في القصر.
func (r *reader) cutPlace(s span) int {
	for k := s.first + 1; k < s.last; k++ {
		switch r.p.Word(k) {
		case "في", "الي", "من", "عن":
			if w := r.stem(s.first); k > s.first+1 || w != "مسوولون" && w != "مسوولين" && w != "ممثلون" && w != "ممثلين" && w != "مسوول" && w != "ممثل" {
				return k
			}
		}
	}
	return s.last
}

// phraseName is a phrase as a name: without particles at its front and in the
// nominative, as a list of those present has it.
func (r *reader) phraseName(s span) string {
	p := r.p
	start := p.Tokens[s.first].Start
	head := p.Source[start:p.Tokens[s.first].End]
	for _, rd := range r.readings(s.first) {
		if rd.Cut == 0 && rd.Kinds != 0 {
			break
		}
		if rd.Kinds != 0 && rd.Cut > 0 {
			head = p.StemSpan(s.first, rd).In(p.Source)
			if rd.Prep == 'l' && rd.Det && strings.HasPrefix(head, "ل") {
				head = "ا" + head
			}
			break
		}
	}
	name := head + p.Source[p.Tokens[s.first].End:p.Tokens[s.last-1].End]
	if !strings.Contains(name, "ين") && !strings.HasSuffix(head, "ي") && !strings.HasSuffix(head, "ى") && spaced(name) {
		return name // nothing to put in the nominative
	}
	words := fields(name)
	for i, w := range words {
		if i > 1 && strings.HasSuffix(words[i-1], "ين") {
			continue // كبار المسؤولين القمريين
		}
		if i == 1 && strings.HasPrefix(w, "ال") && !strings.HasPrefix(words[0], "ال") {
			break // كبير المفاوضين القمريين: they stand in the genitive
		}
		words[i] = nominative(w, i == 0)
	}
	return strings.Join(words, " ")
}

// spaced reports whether the words of s stand apart by one space of ASCII each.
func spaced(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == ' ' && (i+1 == len(s) || s[i+1] == ' '), c == 0xC2, c >= 0xE1 && c <= 0xE3:
			return false
		}
	}
	return true
}

// nominative puts a sound plural in the nominative: المسؤولين السوريين are
// المسؤولون السوريون. Only nouns for groups and relative adjectives have one.
func nominative(w string, head bool) string {
	if head && (strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "ى")) {
		switch f := arabic.Fold(w); f {
		case "ممثلي", "مندوبي", "مفاوضي", "مسوولي": // ممثلو الجبهة
			return strings.TrimRight(w, "يى") + "و"
		case "وزيري", "رييسي":
			return strings.TrimRight(w, "يى") + "ا"
		}
	}
	if w == "العامين" {
		return "العامون"
	}
	b, ok := strings.CutSuffix(w, "ين")
	if !ok || len(b) < 6 {
		return w
	}
	if f := stem(arabic.Fold(w)); stems.Of(f)&stemBoth != 0 || f == "امين" || head && stems.Of(f)&stemSide == 0 && !strings.HasSuffix(b, "ي") || !head && !strings.HasSuffix(b, "ي") {
		return w
	}
	return b + "ون"
}

// dateIn is the first calendar day or span told in s, "" for none.
func (r *reader) dateIn(s span) string {
	for k := s.first; k < s.last; k++ {
		if d := r.p.Date(k); d != nil && d.EDTF != "" {
			return d.EDTF
		}
	}
	return ""
}

// formIn is the form of the first day told in s that cannot be resolved.
func (r *reader) formIn(s span) string {
	for k := s.first; k < s.last; k++ {
		if d := r.p.Date(k); d != nil && d.EDTF == "" {
			return d.Form
		}
	}
	return ""
}

// placeIn is the place that a preposition puts what s tells in, "" for none.
func (r *reader) placeIn(s span) string {
	p := r.p
	for k := s.first; k < s.last; k++ {
		m := p.Mention(k)
		if m == nil || m.Type != fact.Location || k > s.first && p.Mention(k-1) == m {
			continue
		}
		if m.Start > p.Tokens[k].Start && strings.HasPrefix(strings.TrimPrefix(p.Word(k), "و"), "ب") || r.placed(k, s.first) {
			return m.Name
		}
	}
	return ""
}

// placed reports whether في or a word for a kind of place stands before token k.
func (r *reader) placed(k, least int) bool {
	for j := k - 1; j >= least && j >= k-4; j-- {
		switch r.p.Word(j) {
		case "في", "وفي", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي":
			return true
		case "،":
			if !r.isAdjective(j-1) || !r.area(j-2) {
				return false
			}
		default:
			if w, ok := strings.CutPrefix(trimWaw(r.p.Word(j)), "ب"); ok && areaNoun(stem(w)) {
				return true // بمدينة ندى، بالعاصمة القمرستانية ندى
			}
			if !r.area(j) && !r.isAdjective(j) && !r.quoteMark(j) {
				return false
			}
		}
	}
	return false
}

// area reports whether token j is a noun that the name of a place follows: مدينة،
// العاصمة.
func (r *reader) area(j int) bool { return areaNoun(r.stem(j)) }

// areaNoun reports whether w (a stem) is such a noun.
func areaNoun(w string) bool {
	switch w {
	case "مدينه", "محافظه", "عاصمه", "منطقه", "بلده", "اقليم", "ريف", "قريه", "راس", "منتجع", "دوله", "جزيره":
		return true
	}
	return false
}
