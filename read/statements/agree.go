package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// misspelt reports whether np, one unknown word with the ending of an object, must be the
// subject of c all the same, as somebody whom the verb is about stands right after it.
func (r *reader) misspelt(c *cue, np span) bool {
	p := r.p
	return c.finite() && np.last == np.first+1 && np.last < len(p.Tokens) && !r.is(np.first, isWhole) && p.Tokens[np.last].Kind == arabic.Word && phrases.Animate(p, np.last) && !r.is(np.last, hasConj|hasPrep|isAttached) && !p.Has(np.last, page.Adjective)
}

// disagrees reports whether np cannot be the subject of c by form: an accusative
// sound plural, or a feminine head after a masculine verb.
func (r *reader) disagrees(c *cue, np span) bool {
	p := r.p
	w := p.Word(np.first)
	if m := p.Mention(np.first); m != nil {
		if m.Type == fact.Location && c.finite() && !c.Feminine && c.Count == arabic.Singular && c.Person == 3 && !strings.HasPrefix(w, "ال") && w != "لبنان" && m.Start == p.Tokens[np.first].Start {
			return true // ودعا أنقرة إلى: towns and most states are feminine
		}
		if m.Type == fact.Organisation && m.Start == p.Tokens[np.first].Start && c.finite() && !c.Feminine && c.Count == arabic.Singular && c.Person == 3 && c.Tense == arabic.Past && (w == "الامم" || w == "الولايات" || w == "الحكومه" || w == "الجامعه" || w == "منظمه" || w == "حركه" || w == "وزاره" || w == "الرياسه" || w == "رياسه" || w == "جبهه" || w == "الجبهه" || w == "الحركه" || w == "هييه" || w == "قوات") {
			return true // «وطالب الأمم المتحدة ب»: a man asks it
		}
		return m.Type == fact.Organisation && strings.HasSuffix(w, "يين") && p.Has(np.first, page.Definite)
	}
	if _, _, _, ok := phrases.Office(p, np.first); ok && c.finite() && c.Feminine && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ات") && !r.herOffice(c, np) {
		return true // حثت وزراء الخارجية
	}
	if strings.HasSuffix(w, "ين") && p.Has(np.first, page.Definite) && len(w) > 12 {
		return !r.misspelt(c, np)
	}
	for k := np.first + 1; k <= np.last && k < len(p.Tokens); k++ {
		if r.is(k, hasConj) && strings.HasSuffix(p.Word(k), "يين") && p.Has(k, page.Animate) {
			return true // دعا العرب والإسرائيليين
		}
	}
	if !c.finite() || c.Count != arabic.Singular || c.Person != 3 || scores(w) {
		return false
	}
	if c.Feminine && (w == "هذا" || w == "ذلك" || w == "كلا") || !c.Feminine && w == "كلتا" {
		return true // واعتبرت هذا الإرجاء
	}
	if c.Feminine && c.verb.Class == "propose" && r.is(np.first, isMasdar) && p.Has(np.first, page.Definite) && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ات") && !phrases.Animate(p, np.first) {
		return true // «جعل مصر تقترح التأجيل»
	}
	if r.hisOwn(np) {
		return c.Feminine
	}
	switch stem(w) {
	case "قاده", "رعاه", "قضاه", "ولاه", "دعاه", "ساده":
		for k := np.first + 1; k < np.first+4 && p.Has(k, page.Definite); k++ {
			if strings.HasSuffix(p.Word(k), "يين") {
				return true // «دعا القادة المحليين إلى»
			}
		}
		return false // men in the plural
	}
	fem := strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات") && len(w) > 8 || w == "الاطراف" || w == "القوات" || w == "الفصايل" || w == "القوي" || w == "الدول" || w == "اطراف" || w == "دول"
	return fem != c.Feminine && fem
}

// hisOwn reports whether np is a man told by whose he is, and no woman: «نائبه سالم», «ناطقه
// الرسمي سالم».
func (r *reader) hisOwn(np span) bool {
	p, k := r.p, np.first+1
	if p.Has(np.first, page.Definite) || !strings.HasSuffix(p.Tokens[np.first].Span().In(p.Source), "ه") {
		return false
	}
	if p.Has(k, page.Adjective) && p.Has(k, page.Definite) && !p.Named(k) {
		k++
	}
	m := p.Mention(k)
	return k < np.last && m != nil && m.Type == fact.Person && p.MentionFirst(k) == k && m.Start == p.Tokens[k].Start
}
