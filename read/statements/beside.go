package statements

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// beforeWhom is the end of the subject in np, a man with his title before his name, where the
// office after it is of whom c is told: «اتهم الرئيس سالم رئيس الحكومة سعيد ب».
func (r *reader) beforeWhom(c *cue, np span) int {
	p := r.p
	k := np.first + 1
	for k < np.last && !p.Named(k) {
		k++
	}
	m := p.Mention(k)
	if k >= np.last || m == nil || m.Type != fact.Person || m.Start < p.Tokens[k].Start {
		return np.last
	}
	for k < np.last && p.Mention(k) == m {
		k++
	}
	if k >= np.last || !p.Has(k, page.OfficeWord) || r.is(k, hasConj|hasPrep) || !wantsWhom(c.verb) {
		return np.last
	}
	return k
}

// wantsWhom reports whether the first that v governs is whom it is told or done to.
func wantsWhom(v *lexicon.Verb) bool {
	for n := range v.Frames {
		if s := &v.Frames[n].Slots[0]; s.Kind == lexicon.TakesObject && s.Role != "content" {
			return true
		}
	}
	return false
}

// endsAlone reports whether no genitive can follow token k of the phrase that begins at first:
// a plural with its ن («اتهم ناشطون الجيش»), an indefinite adjective that agrees with the noun
// at first («أرجع مسؤول حكومي التعثر إلى»).
func (r *reader) endsAlone(first, k int) bool {
	p, w := r.p, r.p.Word(k)
	if p.Has(k, page.Definite) || p.Named(k) || r.is(k, hasConj|isAttached) {
		return false
	}
	if strings.HasSuffix(w, "ون") && phrases.Animate(p, first) && len(w) > 8 && !strings.HasSuffix(w, "تلفزيون") {
		return true
	}
	return k == first+1 && !p.Has(first, page.Definite) && !p.Named(first) && p.Has(first, page.Animate|page.OfficeWord|page.Source) && (strings.HasSuffix(w, "ي") && len(w) > 6 || w == "سابق" || w == "بارز") && !feminineNoun(p.Word(first)) && p.Has(k, page.Adjective)
}

// beforeOwn is the token in np of the preposition by which c governs and no office does: «حذر
// مسؤولون من كارثة», but «حذر مسؤولون من الأمم المتحدة».
func (r *reader) beforeOwn(c *cue, np span) int {
	p := r.p
	if c.verb.Class != "warn" {
		return np.last
	}
	for k := np.first + 1; k+1 < np.last; k++ {
		if p.Word(k) == "من" && !p.Named(k+1) && !phrases.Animate(p, k+1) && (!p.Has(k+1, page.Definite) || p.Named(k-1)) {
			return k
		}
	}
	return np.last
}

// beforeMany is the token in np, a man by name or in office or a body right after its verb, of a
// plural in the accusative or of a people, which is no part of it and so whom the verb is about:
// «اتهم الوزير الحوثيين ب», «أبلغ سالم الحداد الصحفيين أن»; np.last where none stands there.
func (r *reader) beforeMany(np span) int {
	p := r.p
	for k := np.first + 1; k < np.last; k++ {
		if m := p.Mention(k - 1); m != nil && m.Type == fact.Person && p.Mention(k) != m && r.many(k) {
			return k
		}
	}
	end, _, _, ok := phrases.Office(p, np.first)
	if !ok && !oneBody(p.Word(np.first)) || r.severalOffices(np.first) || r.is(np.first, hasPrep|isAttached) {
		return np.last
	}
	for k := max(end, np.first+1); k < np.last; k++ {
		if !p.Has(k, page.Definite) || r.is(k, hasConj|hasPrep) || !p.Has(k-1, page.Definite) {
			return np.last
		}
		if r.many(k) {
			return k
		}
		if !p.Has(k, page.Adjective) {
			return np.last
		}
	}
	return np.last
}

// many reports whether token k is a definite plural in the accusative, or a people by its name.
func (r *reader) many(k int) bool {
	p, w := r.p, r.p.Word(k)
	if !p.Has(k, page.Definite) || r.is(k, hasConj|hasPrep) {
		return false
	}
	if strings.HasSuffix(w, "ين") && len(w) > 12 && (strings.HasSuffix(w, "يين") || strings.HasPrefix(w, "الم")) {
		return true
	}
	return p.Is(k, lexicon.PeopleWord) && !strings.HasSuffix(w, "ي") && !strings.HasSuffix(w, "يه")
}

// oneBody reports whether w (folded) is a masculine noun in the singular for a body or somebody
// that no plural in ين describes.
func oneBody(w string) bool {
	switch w {
	case "المتحدث", "الناطق", "الجيش", "الوفد", "المجلس", "الحزب", "التحالف", "النظام", "الجانب", "البيان", "التقرير":
		return true
	}
	return false
}

// besideSubject is the end of the subject in np without what c governs, which a definite noun
// right after it may look like a part of: whom it is told («أبلغ الحداد الصحفيين أن»), or the
// words of a frame («تبادل الطرفان والحكومة الاتهامات ب»).
func (r *reader) besideSubject(c *cue, np span, lim int) int {
	p, k := r.p, np.last-1
	if s := &c.verb.Frames[0].Slots[0]; s.Kind == lexicon.TakesWords && r.literalAt(s.Words, k, lim) > k {
		return k
	}
	if j := r.beforeOwn(c, np); j < np.last {
		return j
	}
	if j := r.beforeMany(np); j < np.last && wantsWhom(c.verb) {
		return j
	}
	if !p.Has(k, page.Definite) || p.Named(k) || r.is(k, hasConj|isAttached) {
		return np.last
	}
	if r.endsAlone(np.first, k-1) {
		return k
	}
	if !p.Has(k, page.Animate|page.OfficeWord|page.Source) || !wantsWhom(c.verb) || phrases.OfMany(p, k) {
		return np.last
	}
	if m := p.Mention(k - 1); m != nil {
		if m.Type == fact.Person && (k-1 == np.first && m.Start == p.Tokens[k-1].Start) {
			return k // a surname alone, of whom no office is told after it
		}
		return np.last
	}
	for j := k - 1; j >= np.first; j-- {
		if !p.Has(j, page.Definite) || !feminineNoun(p.Word(j)) {
			return np.last
		}
	}
	if feminineNoun(p.Word(k)) {
		return np.last
	}
	return k // «أبلغت الحكومة الوسيط»: no adjective of hers
}

// bothOf reports whether the adjective of nationality joined by و at k is that of the second of
// the two that the dual at first counts: «الوزيران القمري والتركي».
func (r *reader) bothOf(first, k int) bool {
	p := r.p
	w := strings.TrimPrefix(p.Word(k), "و")
	return strings.HasSuffix(p.Word(first), "ان") && p.Has(first, page.Definite) && p.Has(k-1, page.Definite) && strings.HasSuffix(p.Word(k-1), "ي") && strings.HasPrefix(w, "ال") && strings.HasSuffix(w, "ي")
}

// atHand reports whether nothing stands between token k and the mark at it, but somebody of
// whom it is: «كرر دعوته الطرفين إلى», «جدد اتهامه الحركة ب».
func (r *reader) atHand(mark, k, lim int) bool {
	return mark <= k || mark < k+8 && phrases.Animate(r.p, k) && phrases.Extent(r.p, k, phrases.Walk{Limit: lim}) == mark
}
