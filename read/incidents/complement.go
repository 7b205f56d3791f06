package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// complement is a phrase beside a verb or noun: its preposition ("" for a bare
// noun phrase) and the noun phrases under it, joined by و.
type complement struct {
	mark  string
	at    int // token of the preposition or of the phrase
	items []span
	weak  bool // after a relative clause or comma: not surely of this verb
}

func (c complement) span() span { return span{c.items[0].first, c.items[len(c.items)-1].last} }

// reach bounds how far complements are looked for, in tokens.
const reach = 48

// complements reads the phrases from token i on to the end of the clause.
func (r *reader) complements(i int) []complement {
	comps, _ := r.clause(i)
	return comps
}

// clause is complements, and the token after the last that surely belongs to the
// clause: the last phrase or date before a comma or another predicate.
func (r *reader) clause(i int) ([]complement, int) {
	if i >= len(r.clauseAt) {
		return nil, i
	}
	if n := r.clauseAt[i]; n > 0 {
		k := r.clauses[n-1]
		return k.comps, k.end
	}
	comps, end := r.readClause(i)
	r.clauses = append(r.clauses, clause{comps, end})
	r.clauseAt[i] = int32(len(r.clauses))
	return comps, end
}

// clause is what follows a token up to the end of its clause; it is read once.
type clause struct {
	comps []complement
	end   int
}

func (r *reader) readClause(i int) ([]complement, int) {
	p := r.p
	lim := min(r.sent.Last, i+reach)
	first := len(r.comps)
	out := r.comps[first:]
	weak := false
	end := i
	for i < lim {
		w := p.Word(i)
		if p.Tokens[i].Gap >= arabic.Line && i > r.sent.First {
			break
		}
		if p.Date(i) != nil {
			i++
			if !weak {
				end = i
			}
			continue
		}
		if p.Mark(i) {
			j, ok := r.pass(i, lim)
			if !ok && len(out) == 1 && !weak && (w == "،" || w == ",") && phrases.Relative(p.Word(i+1)) {
				j = r.resume(i+1, lim)
				ok = j > 0
			}
			if !ok {
				break
			}
			weak = weak || w == "،" || w == ","
			i = j
			continue
		}
		if m := p.Mention(i); m == nil {
			if w == "ما" { // ما لا يقل عن عشرين
				if j := r.atLeast(i, lim); j > i {
					i = j
					continue
				}
			}
			if breaks(w) || i > 0 && r.verbal(i) {
				if j := r.resume(i, lim); j > 0 && len(out) == 1 && !weak {
					i, weak = j, true
					continue
				}
				break
			}
			if phrases.Adverb(w) && !quantifier(w) {
				i++
				continue
			}
			if w == "بينهم" || w == "بينها" || w == "منهم" || w == "بينهن" { // who is among them is no other party
				i = max(i+1, r.phrase(i+1, lim, true))
				continue
			}
		}
		c, next := r.complement(i, lim)
		if next <= i {
			i++
			continue
		}
		if len(c.items) > 0 {
			c.weak = weak
			out = append(out, c)
			if !weak {
				end = c.span().last
			}
		}
		i = next
	}
	r.comps = append(r.comps[:first], out...)
	return r.comps[first:len(r.comps):len(r.comps)], end
}

// atLeast is the number after «ما لا يقل عن» and its like at token i, i where none
// stands.
func (r *reader) atLeast(i, lim int) int {
	for k := i + 1; k < min(lim, i+5); k++ {
		if r.number(k) {
			return k
		}
		switch r.p.Word(k) {
		case "لا", "يقل", "عن", "يزيد", "علي", "يقارب", "يناهز", "يتجاوز", "مجموعه":
		default:
			return i
		}
	}
	return i
}

// resume is the token after the comma that ends a clause put in after a subject:
// «مسلحون يُعتقد أنهم من الجماعة، مسؤولا»; 0 where none ends so.
func (r *reader) resume(i, lim int) int {
	p := r.p
	for k := i + 1; k < min(lim-1, i+14); k++ {
		if k > i+2 && k < i+9 && r.number(k) && k+1 < lim && r.personUnit(k+1) {
			return k // مسلحون يرتدون زي الشرطة خمسة موظفين
		}
		if w := p.Word(k); w == "،" || w == "," {
			if breaks(p.Word(k+1)) || r.verbal(k+1) || strings.HasPrefix(p.Word(k+1), "و") || p.Mark(k+1) {
				return 0
			}
			return k + 1
		} else if p.Mark(k) && p.Tokens[k].Kind != arabic.Quote {
			return 0
		}
	}
	return 0
}

// pass skips a mark inside a clause: brackets with what they hold, quotation
// marks, a comma before what may still belong to the clause.
func (r *reader) pass(i, lim int) (int, bool) {
	p := r.p
	switch w := p.Word(i); w {
	case "(", "[":
		for k := i + 1; k < lim && k < i+14; k++ {
			if v := p.Word(k); v == ")" || v == "]" {
				return k + 1, true
			}
		}
		return i + 1, true
	case "،", ",", "-", "–":
		j := i + 1
		for j < lim && p.Date(j) != nil {
			j++
		}
		if j >= lim || p.Mark(j) && p.Word(j) != "«" {
			return i + 1, j < lim && p.Date(i+1) != nil
		}
		if breaks(p.Word(j)) || r.verbal(j) {
			return 0, false
		}
		return j, true
	case ":", "؛", ".", "؟", "!", "?", ";", "...":
		return 0, false
	}
	return i + 1, true
}

// verbal reports whether token i begins a new predicate: a finite verb with or
// without و.
func (r *reader) verbal(i int) bool { return r.recall(i, askVerbal, r.verbal0) }

func (r *reader) verbal0(i int) bool {
	p := r.p
	if phrases.FiniteVerb(p, i) {
		return true
	}
	if p.Mention(i) != nil || p.Tokens[i].Kind != arabic.Word {
		return false
	}
	for _, rd := range p.Readings[i] {
		if rd.Conj == 0 || !rd.Kinds.Has(lexicon.SceneWord) && !rd.Kinds.Has(lexicon.DeedWord) && !rd.Kinds.Has(lexicon.SpeechWord) || rd.Det {
			continue
		}
		past := false
		for _, s := range p.Lex.Senses(rd) {
			switch s.Kind {
			case lexicon.SceneWord, lexicon.DeedWord, lexicon.SpeechWord:
				if s.Tense == arabic.Masdar || s.Tense == arabic.Participle {
					past = false
					break
				}
				past = past || s.Tense == arabic.Past
			case lexicon.Common:
				if s.Entry == 'n' {
					return false
				}
			}
		}
		if past {
			return true
		}
	}
	return false
}

// complement reads one phrase at token i and the token after it.
func (r *reader) complement(i, lim int) (complement, int) {
	p := r.p
	c := complement{at: i}
	from := len(r.spans)
	start := i
	if mark, ok := preposition(p.Word(i)); ok && p.Mention(i) == nil {
		c.mark, start = mark, i+1
		if mark == "نحو" && r.number(i+1) {
			c.mark = ""
		}
	} else if mark := r.attached(i); mark != "" {
		c.mark = mark
	}
	for start < lim && (p.Mark(start) && p.Tokens[start].Kind == arabic.Quote || p.Word(start) == "كل" && c.mark != "" || p.Word(start) == "كلا") {
		start++
	}
	if start < lim && start > i && (p.Date(start) != nil || breaks(p.Word(start)) && p.Word(start) != "ما") {
		return c, start
	}
	if start < lim && p.Word(start) == "من" && start > i { // مع كل من
		start++
	}
	for start < lim {
		end := r.phrase(start, lim, c.mark == "")
		if end <= start {
			break
		}
		if end < lim && r.attached(end) == "ل" && r.office(start, end) { // مبعوث الرئيس للمنطقة سالم
			end = max(end, r.phrase(end, lim, false))
		}
		r.spans = append(r.spans, span{start, end})
		c.items = r.spans[from:len(r.spans):len(r.spans)]
		next := end
		if next < lim && (p.Word(next) == "،" || p.Word(next) == ",") && len(c.items) > 0 && next+1 < lim && r.joined(next+1) && p.Mention(next+1) != nil {
			next++
		}
		if next >= lim || !r.joined(next) {
			return c, end
		}
		start = next
	}
	if len(c.items) == 0 {
		return c, max(start, i+1)
	}
	return c, c.items[len(c.items)-1].last
}

// attached is the preposition that token i carries: ب، ل, or "".
func (r *reader) attached(i int) string {
	p := r.p
	if m := p.Mention(i); m != nil {
		if m.Start <= p.Tokens[i].Start {
			return ""
		}
		for _, rd := range p.Readings[i] {
			if rd.Cut > 0 && p.Inner(i, int(rd.Cut)) == m.Start {
				return letter(rd.Prep)
			}
		}
		switch w := p.Word(i); {
		case strings.HasPrefix(w, "ب"), strings.HasPrefix(w, "وب"):
			return "ب"
		case strings.HasPrefix(w, "ل"), strings.HasPrefix(w, "ول"):
			return "ل"
		}
		return ""
	}
	if p.Word(i) == "بعده" && i+1 < len(p.Tokens) && !phrases.Definite(p, i+1) && p.Is(i+1, lexicon.Common) {
		return "ب" // بعدة جولات
	}
	mark := ""
	for _, rd := range p.Readings[i] {
		if rd.Kinds == 0 {
			continue
		}
		if rd.Cut == 0 {
			return ""
		}
		if mark == "" && (rd.Prep == 'b' || rd.Prep == 'l') {
			mark = letter(rd.Prep)
		}
	}
	if w := p.Word(i); mark == "" && len(p.Readings[i]) == 0 {
		switch {
		case strings.HasPrefix(w, "بال"):
			return "ب"
		case strings.HasPrefix(w, "لل"):
			return "ل"
		}
	}
	return mark
}

func letter(b byte) string {
	switch b {
	case 'b':
		return "ب"
	case 'l':
		return "ل"
	}
	return ""
}

// joined reports whether token i is a noun or name with و before it.
func (r *reader) joined(i int) bool { return r.recall(i, askJoined, r.joined0) }

func (r *reader) joined0(i int) bool {
	p := r.p
	w := p.Word(i)
	if !strings.HasPrefix(w, "و") || p.Date(i) != nil || p.Mark(i) {
		return false
	}
	if m := p.Mention(i); m != nil {
		return m.Start > p.Tokens[i].Start && r.attached(i) == ""
	}
	if breaks(w) || r.verbal(i) || phrases.Adverb(w) {
		return false
	}
	if _, ok := preposition(w); ok {
		return false
	}
	conj := false
	for _, rd := range p.Readings[i] {
		if rd.Kinds == 0 {
			continue
		}
		if rd.Cut == 0 {
			return false
		}
		if rd.Conj == 'w' {
			if rd.Prep != 0 {
				return false
			}
			conj = true
		}
	}
	return conj || len(p.Readings[i]) == 0 && strings.HasPrefix(w, "وال")
}

// phrase is the end of the noun phrase at token i. A bare phrase ends where
// another noun phrase can only be the verb's next complement: before a number, and
// after a plural in ون.
func (r *reader) phrase(i, lim int, bare bool) int {
	p := r.p
	at := i
	if r.number(i) {
		at = i + 1
		if n, ok := p.NumberAt(i); ok {
			at = max(n.Last, at)
		}
		if at < lim && p.Word(at) == "من" { // أربعة من الجنود
			at++
		}
		if at >= lim || p.Mention(at) != nil && p.Mention(at).Start <= p.Tokens[at].Start && p.Word(at-1) != "من" || p.Mark(at) {
			return min(at, lim)
		}
	}
	end := phrases.Extent(p, at, phrases.Walk{Limit: lim})
	for k := at + 1; k < end; k++ {
		if r.anew(k) || r.outside(at, k) || bare && r.second(at, k) {
			end = phrases.Extent(p, at, phrases.Walk{Limit: k})
			break
		}
	}
	if end > at {
		for end < lim && end == at+1 && r.plural(end-1) && r.plural(end) { // المسلحون الإسلاميون
			end++
		}
		return end
	}
	if at > i {
		return at
	}
	return i
}

// plural reports whether token i is a definite sound plural.
func (r *reader) plural(i int) bool {
	w := r.p.Word(i)
	return r.p.Mention(i) == nil && strings.HasPrefix(w, "ال") && len(w) > 10 && (strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين"))
}

// outside reports whether the word at token k cannot belong to the phrase that
// begins at token i: a preposition, but for the complement of an office («مبعوث الأمم
// المتحدة إلى اليمن») and the whole of a part («عدد من الجنود»); «بينهم».
func (r *reader) outside(i, k int) bool {
	p := r.p
	if p.Mention(k) != nil {
		return false
	}
	switch w := p.Word(k); w {
	case "بينهم", "بينها", "بينهن", "منهم", "منها", "فيهم", "فيها", "لديهم", "لديها", "معظمهم", "غالبيتهم", "احدهم", "جميعهم", "جميعا", "معا":
		return true
	case "من":
		if k-1 == i && quantifier(r.bare(i)) {
			return false
		}
		return !r.office(i, k)
	case "في", "الي", "لدي":
		if k+1 < len(p.Tokens) && r.deedNoun(k+1) {
			return true
		}
		return !r.office(i, k)
	default:
		return r.isPreposition(w)
	}
}

// officeAt reports whether an office begins at token i.
func (r *reader) officeAt(i int) bool {
	if !r.p.Begins(i, lexicon.OfficeTable) {
		return false
	}
	_, _, _, ok := phrases.Office(r.p, i)
	return ok
}

// office reports whether tokens [i, k) begin with an office.
func (r *reader) office(i, k int) bool {
	if r.p.Begins(i, lexicon.OfficeTable) {
		if end, _, _, ok := phrases.Office(r.p, i); ok && end <= k {
			return true
		}
	}
	_, _, ok := r.p.Find(i, lexicon.SpeechWord, func(_ lexicon.Reading, s lexicon.Sense) bool { return r.p.Lex.Speech[s.Entry].Class == "source" })
	return ok
}

// second reports whether a second bare phrase begins at token k of the one that
// begins at token i.
func (r *reader) second(i, k int) bool {
	p := r.p
	w := p.Word(k)
	switch w {
	case "اثنان", "اثنين", "اثنتان", "اثنتين", "واحد", "واحده":
		return false
	}
	if p.Tokens[k].Kind == arabic.Number || r.number(k) && !strings.HasPrefix(w, "و") && !strings.HasPrefix(w, "ال") && p.Word(k-1) != "من" {
		return true
	}
	if k == i+1 && strings.HasSuffix(p.Word(i), "ون") && !phrases.Definite(p, i) && p.Mention(i) == nil && (p.Mention(k) != nil || !strings.HasSuffix(w, "ون")) {
		return true
	}
	if phrases.Definite(p, k) && r.indefinite(i, k) {
		return true
	}
	if k > i+1 && r.indefiniteNoun(k) && phrases.Adjective(p, k-1) && !phrases.Definite(p, k-1) && !phrases.Definite(p, i) {
		return true // عبوة ناسفة دورية
	}
	if phrases.Definite(p, k) && phrases.Definite(p, k-1) && k > i+1 && p.Mention(k) == nil && r.nisba(k) < 0 && !phrases.Adjective(p, k) && (r.scene(k, lexicon.SceneForce) != nil || phrases.Animate(p, k)) {
		return true // الوزيرة الأمريكية الزعماء
	}
	// مهاجم سيارة: one who acts cannot be followed by a thing as his genitive
	return p.Mention(k) == nil && !phrases.Definite(p, i) && !phrases.Definite(p, k) && r.attached(k) == "" && (r.scene(i, lexicon.SceneForce) != nil || r.personUnit(i)) && r.scene(k, lexicon.SceneForce) == nil &&
		(r.instrument(k) && !phrases.Adjective(p, k) && r.nisba(k) < 0 || strings.HasSuffix(w, "ا") && p.Is(k, lexicon.Common) && !p.Is(k, lexicon.GivenName) && len(w) > 6 && !strings.HasSuffix(p.Word(k-1), "ا"))
}

// anew reports whether an indefinite noun at token k follows a definite word, of
// which it can be neither adjective nor genitive: «بالصواريخ مدينة طفس».
func (r *reader) anew(k int) bool {
	p := r.p
	switch p.Word(k) {
	case "احد", "احدي", "عده", "عددا", "بعض":
		if p.Mention(k) == nil && (p.Mention(k-1) != nil || phrases.Definite(p, k-1)) {
			return true
		}
	}
	if p.Mention(k) == nil && phrases.Definite(p, k-1) && !phrases.Definite(p, k) && !p.Mark(k-1) && (r.scene(k, lexicon.SceneCrowd) != nil || r.personUnit(k)) && r.attached(k) == "" && !r.joined(k) {
		return true // الجيش الوطني متظاهرين
	}
	if p.Mention(k) != nil || p.Mention(k-1) != nil || p.Mark(k) || p.Mark(k-1) || !phrases.Definite(p, k-1) || phrases.Definite(p, k) || phrases.Adjective(p, k) || r.nisba(k) >= 0 {
		return false
	}
	if r.officeAt(k) {
		return false
	}
	if p.Is(k, lexicon.GivenName) {
		return false
	}
	_, _, noun := p.Find(k, lexicon.Common, func(rd lexicon.Reading, s lexicon.Sense) bool { return s.Entry == 'n' && rd.Cut == 0 })
	if !noun {
		_, _, noun = p.Find(k, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool { return rd.Cut == 0 && !rd.Det })
	}
	return noun
}

// indefiniteNoun reports whether token k is a noun without article that counts
// or names a thing or person.
func (r *reader) indefiniteNoun(k int) bool {
	p := r.p
	if p.Mention(k) != nil || phrases.Definite(p, k) || r.attached(k) != "" || r.joined(k) || phrases.Adjective(p, k) {
		return false
	}
	return p.Is(k, lexicon.UnitWord) || r.area(k)
}

// indefinite reports whether tokens [i, k) are a noun that cannot take the
// definite word at k as its genitive: a plural in ون or with an indefinite
// adjective (مسلحون مجهولون، مهاجم انتحاري، قوة إسرائيلية).
func (r *reader) indefinite(i, k int) bool {
	p := r.p
	if p.Mention(i) != nil || phrases.Definite(p, i) {
		return false
	}
	w := p.Word(i)
	if k == i+1 {
		return len(w) > 8 && (strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ان") && r.personUnit(i))
	}
	last := k - 1
	return !phrases.Definite(p, last) && p.Mention(last) == nil && phrases.Adjective(p, last)
}

// head is the first word of a phrase that says what it is about, past numbers
// and quantifiers.
func (r *reader) head(s span) int {
	p := r.p
	k := s.first
	for k < s.last-1 {
		if r.number(k) {
			if n, ok := p.NumberAt(k); ok && n.Last > k && n.Last < s.last {
				k = n.Last
				continue
			}
		}
		if !quantifier(r.bare(k)) {
			break
		}
		k++
	}
	return min(k, max(s.last-1, s.first))
}
