package talks

import (
	"mahdar/lexicon"
	"mahdar/read/page"
)

// matter is the token after what talks are on, where their noun governs it without a
// preposition: مفاوضات ترسيم الحدود البحرية، محادثات وقف إطلاق النار، مباحثات تشكيل الحكومة;
// j where nothing of the kind stands there.
func (r *reader) matter(j, lim int) int {
	p := r.p
	if r.class(j-1) != lexicon.TalkMeeting || r.isDefinite(j-1) || r.word(j-1).reading.Pronoun != "" || p.Named(j) {
		return j
	}
	k := j
	for k < lim && k < j+6 && !p.Named(k) && !p.Mark(k) {
		switch {
		case r.class(k) == lexicon.TalkRole && r.word(k).reading.Pronoun != "":
			return k // محادثات استضافتها ندى
		case r.class(k) == lexicon.TalkTruce:
			k = max(k+1, r.word(k).last)
			continue
		case !r.isDefinite(k) && !r.side(k) && (r.action(k) || ofAction(p.Word(k))):
		case k > j && (r.isDefinite(k) || r.chain(k)) && !p.Has(k, page.Finite) && r.word(k).entry == nil:
		default:
			return k
		}
		if k == j && p.Has(k, page.WithPrep|page.WithConj) {
			return j
		}
		k++
	}
	return k
}

// chain reports whether the noun at token k stands between an action and what it is of:
// «تقاسم مياه النهر».
func (r *reader) chain(k int) bool {
	return ofAction(r.p.Word(k-1)) && r.isDefinite(k+1) && !r.p.Dated(k) && !r.p.Has(k, page.Preposition|page.WithConj|page.WithPrep)
}

// ofSide reports whether the relative pronoun at token k speaks of a side named right before
// it and not of the meeting, whose noun has no article and takes no relative pronoun:
// «اجتماعا للوفد القمري الذي سيتولى …».
func (r *reader) ofSide(m *meeting, k int) bool {
	if m.noun == "" || r.p.Word(k-1) == "،" || r.isDefinite(m.at) || r.word(m.at).reading.Pronoun != "" {
		return false
	}
	w := r.p.Tokens[m.at].Span().In(r.p.Source)
	for n := range m.parts {
		if m.parts[n].at.last == k {
			return len(w) > 4 && (w[len(w)-2:] == "ا" || w[len(w)-2:] == "ً")
		}
	}
	return false
}
