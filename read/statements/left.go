package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// leftSubject is the subject that stands before its verb: «أما سالم فقال»، «وكان سالم
// قد قال»، «سالم الذي وصف»، «هناك من يقول».
func (r *reader) leftSubject(c *cue) speaker {
	p := r.p
	if c.reading.Conj == 'w' || c.first == r.sent.First || !c.finite() {
		return speaker{}
	}
	within := p.Word(c.last) == "فيه" || p.Word(c.last) == "فيها"
	if within && r.accusative(c.first-1) {
		return speaker{} // «ألقى خطابا تعهد فيه»: not the speech
	}
	k := r.verbalStart(c.first)
	if r.withSubject(k - 1) {
		return speaker{}
	}
	if k > r.sent.First && p.Has(k-1, page.Relative) {
		return r.relativeSubject(c, k-1)
	}
	if within && r.is(k-1, isComma) {
		if s := r.antecedent(k - 1); s.kind == "person" || s.kind == "office" {
			return s // «تصريحات الناطق، قال فيها»
		}
	}
	if r.is(k-1, isMa) || relativeMa(p.Word(k-1)) {
		return speaker{} // «تسجيلا لما قال إنه»
	}
	if s := r.namelessBefore(c, k); s.name != "" {
		return s
	}
	if s, ok := r.sabaqTo(k); ok {
		return s
	}
	start := r.clauseStart(k)
	if s := r.saidBy(start, k); s.name != "" {
		return s
	}
	return r.topic(c, r.skipLead(start, k), k)
}

// verbalStart is where the verb at token i begins with the particle of tense or negation
// before it: «قد قال»، «لم يقل».
func (r *reader) verbalStart(i int) int {
	p := r.p
	switch p.Word(i - 1) {
	case "قد", "فقد", "لقد", "لم", "لا", "لن":
		return i - 1
	case "ان":
		if p.Word(i-2) != "" && r.sabaq(i-1) {
			return i - 1
		}
	}
	return i
}

// withSubject reports whether token k is a particle of clauses with a pronoun, which stands
// for whoever speaks already: إنه، أنها.
func (r *reader) withSubject(k int) bool {
	w := r.p.Word(k)
	return (strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "هم")) && r.is(k, isClause|isBian)
}

// relativeSubject is the subject of c of whom the relative pronoun at token k speaks: «سالم
// الذي وصف».
func (r *reader) relativeSubject(c *cue, k int) speaker {
	if r.resumes(c, r.p.Word(k)) || r.othersRelative(c, r.p.Word(k)) {
		return speaker{} // the antecedent is the object: «الذي تتهمه الحكومة»
	}
	s := r.antecedent(k)
	if first := s.phrase.first; !s.named && s.kind == "group" && !phrases.Animate(r.p, first) && r.p.Word(first) != "وسايل" {
		return speaker{} // but «وسائل الإعلام التي ذكرت»
	}
	return s
}

// resumes reports whether the pronoun attached to the verb c may stand for what the relative
// pronoun (folded) before it speaks of: «الحركة التي وصفها», but not «سالم الذي وصفها».
func (r *reader) resumes(c *cue, relative string) bool {
	switch c.reading.Pronoun {
	case "":
		return false
	case "ها":
		return !strings.HasSuffix(relative, "الذي")
	case "ه":
		return !strings.HasSuffix(relative, "التي")
	}
	return true
}

// namelessBefore is who or what speaks without a name right before token k: «هناك من يقول»،
// «وثيقة تفيد بأن»، «تقارير زعمت».
func (r *reader) namelessBefore(c *cue, k int) speaker {
	p := r.p
	if p.Word(k-1) == "من" && k-2 >= r.sent.First && r.someone(k-2) {
		return speaker{phrase: span{k - 2, k}, name: p.Words(k-2, k), kind: "unnamed", head: "من"}
	}
	j := r.paperBefore(c, k)
	if j >= k {
		j = r.reportBefore(k)
	}
	if j >= k {
		return speaker{}
	}
	return speaker{phrase: span{j, k}, name: p.Words(j, k), kind: "unnamed", head: p.Word(j)}
}

// topic is the noun phrase from token start on as the subject of c, whose verb begins at
// token k: «أما سالم فقال»، «عدد من الدول قالت».
func (r *reader) topic(c *cue, start, k int) speaker {
	p := r.p
	if end := r.manyOf(start, k); end == k && start < k {
		return r.settle(span{start, k})
	}
	if start >= k || !r.nominalStart(start, k) && p.Word(start) != "كل" || hence(p.Word(start)) {
		return speaker{}
	}
	end := phrases.Extent(p, start, phrases.Walk{Limit: k, Bounded: true})
	if end == start {
		return speaker{}
	}
	if e := r.manyOf(end, k); e == k && end < k {
		return r.settle(span{start, k})
	}
	np := span{start, end}
	if s := r.nameAside(np, k); s.name != "" {
		return s
	}
	if !r.reaches(np, c, k) {
		return speaker{}
	}
	if r.document(np) && c.Feminine && c.Count == arabic.Singular && !strings.HasSuffix(p.Word(start), "ه") {
		return speaker{} // «بيانا قالت فيه»: who issued it, not the paper
	}
	s := r.settle(np)
	if !s.named && s.kind == "group" && s.head != "من" && !phrases.Animate(p, start) && r.outletNoun(start) == "" && !r.twoSides(c, start) && !(k < c.first && strings.Contains(p.Word(start-1), "كان")) {
		return speaker{}
	}
	if r.disagrees(c, s.phrase) && c.Count == arabic.Singular && !strings.HasSuffix(p.Word(start), "ين") {
		return speaker{}
	}
	return s
}

// nameAside is the man in office in np whose name stands between commas right before the verb at
// token k, with what his office is about before it: «وكان رئيس الوفد إلى المحادثات، سالم الحداد،
// قد أعلن»; nobody where no name stands so.
func (r *reader) nameAside(np span, k int) speaker {
	p := r.p
	if np.last >= k-3 || k-np.last > 16 || !r.is(k-1, isComma) || !p.Has(np.last, page.Preposition) && !r.is(np.last, isComma) {
		return speaker{}
	}
	m := p.Mention(k - 2)
	if m == nil || m.Type != fact.Person {
		return speaker{}
	}
	first := p.MentionFirst(k - 2)
	if _, _, _, ok := phrases.Office(p, np.first); !ok || first <= np.last || r.is(np.last, isComma) && first != np.last+1 || !r.is(first-1, isComma) || r.severalOffices(np.first) {
		return speaker{}
	}
	for j := np.last; j < first-1; j++ {
		if p.Mark(j) || phrases.FiniteVerb(p, j) || p.Has(j, page.Relative) {
			return speaker{}
		}
	}
	who := r.resolve(span{first, k - 1})
	who.phrase = span{np.first, k - 1}
	return who
}

// twoSides reports whether a noun for one of two sides in the dual stands at token k, of whom a
// verb in the dual is told: «إن الطرفين تعهدا».
func (r *reader) twoSides(c *cue, k int) bool {
	if c.Count != arabic.Dual {
		return false
	}
	switch strings.TrimSuffix(strings.TrimSuffix(stem(r.p.Word(k)), "ين"), "ان") {
	case "طرف", "جانب", "بلد", "دولت", "وفد", "فريق", "حكومت", "حركت", "جماعت", "جيش", "زعيم", "فصيل":
		return true
	}
	return false
}

// reaches reports whether nothing parts the phrase np from the verb of c, which begins at
// token k, but what may stand between a subject and its verb: a comma, a relative clause, an
// adverbial between commas.
func (r *reader) reaches(np span, c *cue, k int) bool {
	p, gap := r.p, np.last
	if led(p.Word(gap)) && gap+1 < k { // «الحكومة بزعامة سالم قد قبلت»
		gap = max(gap+1, phrases.Extent(p, gap+1, phrases.Walk{Limit: k, Bounded: true}))
	}
	if gap < k && c.Count == arabic.Plural && !p.Has(np.first, page.Definite) && phrases.Animate(p, np.first) && phrases.FiniteVerb(p, gap) {
		return true // «لكن سكانا تحدثوا هاتفيا قالوا»
	}
	if gap < k && p.Has(gap, page.Relative) || gap+1 < k && p.Word(gap) == "،" && p.Has(gap+1, page.Relative) {
		return p.Word(k-1) == "،"
	}
	if gap+1 < k-1 && r.is(gap, isComma) && r.is(k-1, isComma) {
		if r.secrecy(gap + 1) {
			return true // «مسؤول، رفض الكشف عن اسمه، أخبر»
		}
		if whoIs(p.Word(gap + 1)) {
			return true // «الحركة، وهي أكبر الفصائل، نفت»
		}
	}
	return r.onlyAdverbials(gap, k)
}

// onlyAdverbials reports whether nothing but dates, adverbs and particles of the verb stands
// from token j up to the verb at token k, or a phrase of time or place with a comma behind it.
func (r *reader) onlyAdverbials(j, k int) bool {
	p := r.p
	for ; j < k; j++ {
		if r.is(j, isDash) && (p.Word(j-1) == ")" || r.is(j+1, isDash)) {
			return false // «الميناء (CNN) -- قالت»
		}
		switch w := p.Word(j); w {
		case "،", ",", "قد", "فقد", "-", "لم", "لا", "لن":
		default:
			if p.Dated(j) || p.Has(j, page.Adverb) {
				continue
			}
			return opensOccasion(w) && p.Word(k-1) == "،"
		}
	}
	return true
}

// opensOccasion reports whether w (folded) opens a phrase of place or time between a subject
// and its verb.
func opensOccasion(w string) bool {
	switch w {
	case "في", "خلال", "وفي", "عقب", "بعد":
		return true
	}
	return false
}

// reportBefore is the noun for a report that ends right before token k, its adjectives
// between them: «تقارير إعلامية محلية زعمت»; k where there is none.
func (r *reader) reportBefore(k int) int {
	if !r.is(k-1, isReport) && !r.is(k-2, isReport) && !r.is(k-3, isReport) {
		return k
	}
	j := k - 1
	for !r.is(j, isReport) && (r.p.Has(j, page.Adjective) || strings.HasSuffix(r.p.Word(j), "يه")) && !r.p.Has(j, page.Definite|page.Preposition) {
		j--
	}
	if r.is(j, isReport) {
		return j
	}
	return k
}

// manyOf is the end of «عددا آخر من الدول» at token j, joined by و or not, j where nothing of
// the kind stands there.
func (r *reader) manyOf(j, lim int) int {
	switch strings.TrimPrefix(r.p.Word(j), "و") {
	case "عددا", "قطاعا", "قسما", "جزءا", "بعضا", "كثيرا", "فريقا", "العديد", "عدد", "الكثير":
	default:
		return j
	}
	for k := j + 1; k < lim && k < j+4; k++ {
		if r.p.Word(k) == "من" {
			return max(j, phrases.Extent(r.p, k+1, phrases.Walk{Limit: lim, Bounded: true}))
		}
	}
	return j
}

// whoIs reports whether w (folded) opens a clause that says who somebody is.
func whoIs(w string) bool { return w == "وهو" || w == "وهي" || w == "وهم" }

// saidBy is whose the words are that a phrase of occasion before token k names: «وفي تصريح
// سابق للوزير قال إن».
func (r *reader) saidBy(start, k int) speaker {
	p := r.p
	if w := p.Word(start); w != "وفي" && w != "في" || !p.Has(start+1, page.Venue) || p.Has(start+1, page.Definite) {
		return speaker{}
	}
	for j := start + 2; j < k && j < start+5; j++ {
		if !strings.HasPrefix(p.Word(j), "ل") || r.medium(j) || !r.is(j, isAttached) && !p.Has(j, page.OfficeWord) && !p.Named(j) {
			continue
		}
		np := span{j, phrases.Extent(p, j, phrases.Walk{Limit: k, Bounded: true})}
		if np.last < k && !(np.last == k-1 && r.is(k-1, isComma)) {
			return speaker{}
		}
		if s := r.settle(np); s.kind == "person" || s.kind == "office" {
			return s
		}
		return speaker{}
	}
	return speaker{}
}

// led reports whether w (folded) brings in who is at the head of a body.
func led(w string) bool { return w == "بزعامه" || w == "بقياده" || w == "برياسه" }

// othersRelative reports whether the verb c after a relative pronoun (folded) has
// another gender than it, and so another subject: «المحادثات التي وصف الوزير».
func (r *reader) othersRelative(c *cue, relative string) bool {
	if c.Count != arabic.Singular || c.Person != 3 || r.p.Word(c.first-1) != relative {
		return false
	}
	switch r.p.Word(c.last) {
	case "فيها", "فيه", "بها", "به", "خلالها", "خلاله":
		return false // «تصريحات الوزير التي دعا فيها»
	}
	return strings.HasSuffix(relative, "التي") && !c.Feminine || strings.HasSuffix(relative, "الذي") && c.Feminine
}

// sabaq reports whether the أن at token k follows «وسبق ل…».
func (r *reader) sabaq(k int) bool {
	for j := r.sent.First; j < k && j < r.sent.First+3; j++ {
		if w := r.p.Word(j); w == "وسبق" || w == "سبق" {
			return true
		}
	}
	return false
}

// sabaqTo is the person after «سبق ل» whose former words the verb after أن tells.
func (r *reader) sabaqTo(k int) (speaker, bool) {
	for j := r.sent.First; j < k && j < r.sent.First+3; j++ {
		if w := r.p.Word(j); w != "وسبق" && w != "سبق" {
			continue
		}
		np := span{j + 1, phrases.Extent(r.p, j+1, phrases.Walk{Limit: k, Bounded: true})}
		if np.empty() {
			return speaker{}, false
		}
		who := r.settle(np)
		return who, who.name != ""
	}
	return speaker{}, false
}

// clauseStart is where the clause that token k stands in begins: after a stop,
// a semicolon, a colon, or the last statement's content in the sentence.
func (r *reader) clauseStart(k int) int {
	start := max(r.sent.First, k-longest)
	for n := len(r.out) - 1; n >= max(0, len(r.out)-8) && r.out[n].cue.first >= r.sent.First; n-- {
		if r.out[n].nested > 0 {
			continue
		}
		if r.out[n].last <= k {
			start = max(start, r.out[n].last)
		} else { // inside the content of another claim
			start = max(start, r.out[n].first)
		}
		break
	}
	for j := k - 1; j > start; j-- {
		switch w := r.p.Word(j); w {
		case "؛", ":", ".", "..", "...", "…":
			return j + 1
		case "فيما", "بينما", "حيث", "لكن", "ولكن", "اما", "واما", "وكان", "وكانت", "وفيما", "وبينما", "ان", "بان", "اذ":
			if (w != "ان" || j != k-1) && !r.p.Named(j) {
				return j
			}
		}
		if q, ok := r.q.In(j); ok && q.Closed && q.Open > start {
			j = q.Open
		}
	}
	return start
}

// antecedent is the phrase that the relative pronoun at token k speaks of.
func (r *reader) antecedent(k int) speaker {
	p := r.p
	end := k
	for end > r.sent.First && (p.Word(end-1) == "،" || p.Word(end-1) == "," || p.Dated(end-1) && end < k) {
		end--
	}
	start := end
	for start > r.sent.First && end-start < 16 {
		if p.Has(start-1, page.MarkToken|page.Preposition|page.Adverb) || phrases.FiniteVerb(p, start-1) || p.Date(start-1) != nil || start < end && r.doneTo(start-1) {
			break
		}
		start--
		if r.is(start, hasConj|hasPrep) && !p.Named(start) {
			break
		}
	}
	if start == end {
		return speaker{}
	}
	if office := r.apposed(start); office < start {
		who := r.settle(span{office, end})
		if !who.named {
			who.name, who.kind, who.named = p.Words(start, end), "person", true
		}
		return who
	}
	for j := start; j < end; j++ { // of the first that can speak and agrees
		if j > start && p.Has(j, page.Definite) && p.Has(j, page.Adjective) && p.Has(j-1, page.Definite) && !p.Named(j) {
			continue // «وسائل الإعلام المصرية التي»
		}
		if phrases.Animate(p, j) && r.agrees(j, p.Word(k)) {
			start = j
			break
		}
	}
	// the pronoun speaks of the last of coordinated or possessed nouns when it is a name
	if m := p.Mention(end - 1); m != nil {
		s := p.TokenAt(m.Start)
		if who := r.resolve(span{s, end}); who.named {
			return r.settle(span{start, end})
		}
	}
	return r.settle(span{start, end})
}

// doneTo reports whether token k is a verb in the past with its object attached and no noun, so
// that its subject follows: «محادثات {قادها} المبعوث الذي».
func (r *reader) doneTo(k int) bool {
	if !r.is(k, isPast) || !r.p.Has(k, page.Suffixed) || r.is(k, isMasdar) || r.p.Named(k) {
		return false
	}
	for n := range r.p.Readings[k] {
		if rd := &r.p.Readings[k][n]; rd.Cut == 0 && nounOf(rd) {
			return false
		}
	}
	return true
}

// apposed is where the office or source begins in apposition to which, after a
// comma, the phrase at start stands: «الناطق باسمها، مسلم خان، الذي»; start where there is
// none.
func (r *reader) apposed(start int) int {
	p := r.p
	k := start - 1
	if k <= r.sent.First || p.Word(k) != "،" && p.Word(k) != "," || p.Named(start) || p.Has(start, page.Animate|page.Definite|page.OfficeWord) || r.is(start, hasConj|hasPrep) {
		return start
	}
	for j := k - 1; j >= r.sent.First && j > k-8 && !p.Mark(j); j-- {
		if p.Has(j, page.Source) || p.Has(j, page.OfficeWord) && p.Has(j, page.Definite) {
			return j
		}
	}
	return start
}

// agrees reports whether the noun at token j can be what a relative pronoun
// (folded) speaks of.
func (r *reader) agrees(j int, relative string) bool {
	p, w := r.p, r.p.Word(j)
	m := p.Mention(j)
	switch {
	case strings.HasSuffix(relative, "الذين"):
		return plural(w) || m != nil && m.Type != fact.Person || p.Is(j, lexicon.PeopleWord) || !feminineNoun(w)
	case feminine(relative):
		return feminineNoun(w) || m != nil || !r.p.Has(j, page.Definite)
	}
	return !feminineNoun(w) || m != nil
}

// plural reports whether w (folded) has the ending of a sound masculine plural.
func plural(w string) bool { return strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين") }

// particle reports what a word's readings have attached.
func particle(rs []lexicon.Reading) (conj, prep bool) {
	for _, rd := range rs {
		if rd.Cut == 0 && rd.Kinds != 0 {
			return false, false
		}
		if rd.Kinds != 0 {
			return rd.Conj != 0, rd.Prep != 0
		}
	}
	return false, false
}

// gender is the gender of verbs that somebody is the subject of.
type gender uint8
