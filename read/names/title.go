package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// reason says why a person's name may begin at a token.
type reason uint8

const (
	nothing    reason = iota
	afterTitle        // a title stands directly before it: «الوزير فلان»
	afterChain        // a title and what it governs: «الناطق باسم الحركة فلان»
	afterVerb         // a verb of speech: «قال فلان إن»
)

type expectation struct {
	why   reason
	title int32 // 1 + index of finder.titles
	until int32 // where the name must end, 0 where its shape tells
	again int32 // the next place of an unknown word that stands here: see weigh
}

// title is an office as the article words it.
type title struct {
	first, last int   // tokens, half-open
	cut         uint8 // folded bytes of particles before it
	head        int   // after the office's own words
	kin         bool  // no office but a noun with a pronoun: نظيره
}

// chainLimit is how many tokens a title may govern before the name comes.
const chainLimit = 16

// expectNames marks the tokens where a title or a verb of speech lets a
// person's name begin.
func (f *finder) expectNames() {
	ws := f.w[:len(f.Tokens)]
	for i := range ws {
		w := &ws[i]
		if w.class&(titled|kin|speech|leading|letter) == 0 || !w.Has(inBody) {
			continue
		}
		if end := f.abbreviated(i); end > i {
			f.chain(title{first: i, head: end, kin: true})
		} else if p := f.office(i); p != nil && !f.attributive(i, p) {
			f.chain(title{first: i, cut: p.Cut, head: p.Last})
		} else if w.Has(kin) {
			f.chain(title{first: i, head: i + 1, kin: true})
		}
		if (w.Has(finite|speech) || w.Has(leading)) && f.wordAt(i) != "بين" && f.joined(i+1) && f.abbreviated(i+1) == i+1 && f.expect[i+1].why == nothing && !strings.HasSuffix(f.wordAt(i), "ون") && !strings.HasSuffix(f.wordAt(i), "وا") {
			f.expect[i+1].why = afterVerb
			if f.w[i+1].class&(known|definite|particle) == 0 {
				if end := f.saidBy(i + 1); end > i+1 {
					f.expect[i+1].until = int32(end)
				}
			}
			f.w[i+1].class |= begins
		}
	}
}

// abbreviated is the token after the letters and marks at token i that stand for a title,
// where a word goes on after them: د. سالم، أ.د. سالم، د/ سالم; i where none do.
func (f *finder) abbreviated(i int) int {
	end := i
	if i >= len(f.Tokens) || !f.w[i].Has(letter) {
		return i
	}
	for end < len(f.Tokens) && f.w[end].Has(letter) && (end == i || len(f.wordAt(end)) == 2) {
		k := end + 1
		switch {
		case k < len(f.Tokens) && f.Tokens[k].Gap == arabic.None && (f.wordAt(k) == "." || f.wordAt(k) == "/"):
			k++
		case f.wordAt(end) != "د":
			return i
		}
		if k >= len(f.Tokens) || !f.w[k].Has(goesOn|letters) {
			return i
		}
		end = k
	}
	if i > 0 && end > i && f.Tokens[i-1].Kind == arabic.Number {
		return i // 1973 م.
	}
	return end
}

// isOffice reports whether an office or title begins at token i.
func (f *finder) isOffice(i int) bool { return f.w[i].Has(titled) && f.office(i) != nil }

// office is the longest office or title that begins at token i, nil where none
// does.
func (f *finder) office(i int) (p *phrase) {
	w := &f.w[i]
	if !w.Has(titled) {
		return nil
	}
	for k := w.ph0; k < w.ph1; k++ {
		q := &f.phrases[k]
		if q.Tables&officeTables == 0 || p != nil && q.Last <= p.Last {
			continue
		}
		if q.Last == q.First+1 && (w.Any(particle) || f.wordAt(i) == "والي" && !(f.dotted && strings.HasSuffix(f.Words(i, i+1), "ي"))) {
			continue
		}
		p = q
	}
	return p
}

// officeKind is the kind of the office that a phrase names.
func (f *finder) officeKind(p *phrase) string {
	for _, r := range p.Refs {
		if r.Table == lexicon.OfficeTable {
			return f.lex.Offices[r.Entry].Kind
		}
	}
	return ""
}

// attributive reports whether an office of one word without the article is the
// adjective of the noun before it: «مؤتمر صحفي», «حل سياسي».
func (f *finder) attributive(i int, p *phrase) bool {
	if p.Last > i+1 || p.Cut > 0 || i == 0 || f.w[i].Has(definite) || !f.joined(i) {
		return false
	}
	word, b := f.wordAt(i), &f.w[i-1]
	return strings.HasSuffix(word, "ي") && b.Any(noun|clitic) && !b.Any(definite)
}

// chain follows a title through what it governs to the name it introduces.
func (f *finder) chain(t title) {
	why, comma := afterTitle, false
	for k, end := t.head, min(len(f.Tokens), t.head+chainLimit); k < end && f.joined(k); {
		if k == t.head && !f.w[k].Any(known|given|definite|clitic) && f.ruled(k, &t) {
			k++ // رئيس بلدية برمندو سالم
			continue
		}
		if why != nothing && f.nameBegins(k, &t, why, comma) {
			t.last = k
			if f.expect[k].why == nothing || f.expect[k].why == afterVerb {
				f.titles = append(f.titles, t)
				f.expect[k] = expectation{why: why, title: int32(len(f.titles))}
				f.w[k].class |= begins
				if end := f.bracketed(k, comma); end > k {
					f.expect[k].until = int32(end)
				} else if end := f.withWaw(k, &t, why); end > k {
					f.expect[k].until = int32(end)
				}
			}
			return
		}
		next, governs := f.governed(k)
		if next == k {
			return
		}
		if comma && !governs {
			return
		}
		if f.wordAt(k) == "،" || f.wordAt(k) == "," {
			if comma {
				return
			}
			comma = true
		}
		if governs {
			why = afterChain
		}
		k = next
	}
}

// ruled reports whether the word at token k, which nobody knows, is the place that the title before it is
// over, with the name of a person after it: «رئيس بلدية برمندو سالم الأحمر».
func (f *finder) ruled(k int, t *title) bool {
	if !f.isGiven(k+1) || !f.rules(t.first) && f.wordAt(t.head-1) != "بلديه" || !f.unknown(k) || !f.follows(k+1) {
		return false
	}
	return f.follows(k+2) && (f.nameable(k+2) || f.isGiven(k+2) || f.w[k+2].Has(definite) && !f.w[k+2].Any(nisba))
}

// governed passes over what may stand between a title and the name: further
// titles, adjectives, nouns, prepositions, names, a comma. It returns k where
// the title's phrase has ended.
func (f *finder) governed(k int) (next int, governs bool) {
	w := &f.w[k]
	if end := f.abbreviated(k); end > k {
		return end, false
	}
	switch word := f.wordAt(k); word {
	case "،", ",", "/": // الأستاذ/ سالم
		return k + 1, false
	case "(":
		for e := k + 2; e <= k+4 && e < len(f.Tokens); e++ {
			if f.wordAt(e) == ")" {
				return e + 1, true
			}
		}
		return k, false
	case "في", "من", "الي", "علي", "لدي", "عن", "باسم", "لشوون", "بشان", "مع":
		return k + 1, true
	}
	if f.mark(k) {
		if end, ok := f.quotedName(k); ok {
			return end, true
		}
		return k + 1, true
	}
	if !w.Has(letters) || w.Any(dated) || w.Any(suffixed) && !w.Any(known) && !w.Has(kin) {
		return k, false
	}
	if p := f.office(k); p != nil {
		return p.Last, true
	}
	if c, ok := f.nameOrPlace(k); ok {
		return c, true
	}
	if bare := w.Has(noun) && !w.Has(definite) && w.Head == 0 && !w.Has(port); bare && f.preposition(k-1) && !f.Is(k, lexicon.TalkWord) && f.wordAt(k) != "حكومه" {
		return k, false // «على دعوة»: what follows belongs to another noun; «رئيس الوفد إلى محادثات كذا، فلان» is still his title
	}
	if k > 0 && f.w[k-1].Has(definite) && !w.Any(definite|clitic) && (w.Any(noun|adjective|finite) || w.Head > 0) {
		return k, false // a bare word after one with the article begins something else
	}
	if w.Any(nisba|people|adjective|noun) && !w.Any(particle) || w.Head > 0 || w.Has(port) {
		return k + 1, true
	}
	if w.Any(finite|particle) || strings.HasPrefix(f.wordAt(k), "و") && !strings.HasPrefix(f.wordAt(k), "وال") && !w.Any(known) {
		return k, false
	}
	if w.Has(clitic) && !w.Has(finite) || w.Has(definite) {
		return k + 1, true
	}
	return k, false
}

// preposition reports whether token k is a preposition that a title takes.
func (f *finder) preposition(k int) bool {
	switch f.wordAt(k) {
	case "في", "من", "الي", "علي", "لدي", "عن", "مع":
		return true
	}
	return false
}

// nameOrPlace is where a listed or built name of an organisation or place that
// begins at k ends.
func (f *finder) nameOrPlace(k int) (int, bool) {
	var c found
	end := 0
	if f.longest(k, false, &c) {
		end = c.last
	}
	if f.w[k].Head > 0 && f.built(k, &c) {
		end = max(end, c.last)
	}
	return end, end > 0
}

// nameBegins reports whether a person's name may begin at k: directly after a
// title one unknown word is enough, further on it needs a given name or two
// unknown words. A word with the article is a name after a title that has it
// too («العميد الفلاني»), and not where the title governs it («مبعوث السلام»).
func (f *finder) nameBegins(k int, t *title, why reason, comma bool) bool {
	if f.abbreviated(k) > k {
		return false
	}
	var c found
	if f.longest(k, true, &c) && c.kind == aPerson && c.first == k {
		return true
	}
	if f.mulla(k) && f.follows(k+1) {
		return true
	}
	if f.bracketed(k, comma) > k || f.withWaw(k, t, why) > k {
		return true
	}
	n := f.shapeAs(k, true)
	if n.last <= k {
		return false
	}
	w := &f.w[k]
	if w.Has(definite) && why == afterChain && f.w[k-1].Class == lexicon.HeadTroops && !f.w[k-1].Has(definite) && !f.isOffice(k-1) {
		return false // القائد في قوة الصقور سالم
	}
	if why == afterTitle && f.rules(t.first) && (n.given == 0 || f.wordAt(t.first) == "محافظ") {
		return false
	}
	if t.kin && why == afterTitle && n.elements < 2 && n.given == 0 && !f.foreign(k) {
		return false
	}
	if w.Has(definite) && n.surnames > 0 {
		if f.relativeLike(k) && f.follows(k+1) && !f.w[k+1].Has(definite) && (f.isGiven(k+1) && !f.w[k+1].Any(known) || f.nameable(k+1)) {
			return false // an adjective that nobody listed
		}
		if !f.w[t.first].Has(definite) || !f.nameable(k) && n.given == 0 {
			return n.elements >= 2 && (n.given > 0 || w.Any(given) && (t.kin || f.w[k-1].Has(definite|nisba)))
		}
	}
	if why == afterTitle && !comma && n.elements == 1 && n.unknown == 1 && w.Has(lexicon.PluralLike) && !w.Any(lexicon.ForeignLike) && pluralTitle(f.wordAt(t.first)) {
		return false // «مسؤولين أمميين»
	}
	if why == afterTitle && !comma {
		return n.elements > 1 || n.given > 0 || !f.governsNoun(k)
	}
	if n.elements >= 2 {
		return f.isGiven(k) && f.strong(k, &n) || n.given > 0 && f.nameable(k) || n.unknown >= 2
	}
	if f.accusative(k) && n.given == 0 || n.given == 0 && f.governsNoun(k) {
		return false
	}
	return !comma && (n.unknown == 1 || n.given == 1) && (f.nameable(k) || n.given == 1) && !w.Has(definite)
}

// pluralTitle reports whether a title has the ending of a sound plural.
func pluralTitle(word string) bool {
	return strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ون")
}

// withWaw is the end of a name directly after its title whose first word looks
// like و and a place, but is none because a further name follows it: «العقيد ونيس
// بوخمادة» is not of Nice. It is k where token k begins none.
func (f *finder) withWaw(k int, t *title, why reason) int {
	w := &f.w[k]
	if why != afterTitle || t.kin || k != t.head || w.Any(known|clitic|given|definite) || len(f.wordAt(k)) < 8 || !strings.HasPrefix(f.wordAt(k), "و") || !f.unknown(k) || !f.startsThing(k) {
		return k
	}
	for n := w.ph0; n < w.ph1; n++ {
		if f.phrases[n].Last > k+1 || f.phrases[n].Cut == 0 {
			return k
		}
	}
	if !f.follows(k+1) || !f.nameable(k+1) && !(f.isGiven(k+1) && !f.w[k+1].Any(ordinary)) || f.verbLike(k+1, 1) {
		return k
	}
	return f.rest(k + 1)
}

// rules reports whether the title at i, without the article, tells of a place:
// «محافظ كذا», «ملك كذا».
func (f *finder) rules(i int) bool {
	switch f.wordAt(i) {
	case "محافظ", "حاكم", "ملك", "ملكه", "سلطان", "والي", "عمده", "امير":
		return true
	}
	return false
}

// bracketed is the end of two or three words that a title introduces and a mark
// or a clause closes («نظيره النمساوي، هاينز فيشر، في»): a name even where one of
// the words could be an ordinary one. It is k where token k begins none.
func (f *finder) bracketed(k int, comma bool) int {
	end, proper := k, 0
	for end < len(f.Tokens) && end < k+4 && (end == k || f.follows(end)) {
		w := &f.w[end]
		if !w.Has(inBody|letters) || w.Any(particle|nisba|people|dated) || w.Has(plain) || w.Head > 0 || end == k && strings.HasPrefix(f.wordAt(k), "و") && w.Lead == 0 || w.Any(known) && w.Any(finite) || end == k && w.Has(definite) {
			break
		}
		if w.Any(suffixed) || w.Has(clitic) && (w.Any(known) || f.w[end].Has(lexicon.Inflected) || len(f.wordAt(end)) > 10) || f.startsThing(end) {
			break
		}
		if f.isOffice(end) || end > k+1 && w.Has(definite) && !f.nameable(end) || end > k && w.Has(known|noun) && !w.Any(given) && f.accusative(end) {
			break
		}
		if f.nameable(end) || f.isGiven(end) && !w.Any(ordinary) {
			proper++
		}
		end++
	}
	if end < k+2 || end > k+3 || proper == 0 || !f.closes(end) || !comma && !f.nameable(k) && !f.isGiven(k) {
		return k
	}
	if c, ok := f.listed(k); ok && c.kind == aPerson {
		return k
	}
	return end
}

// saidBy is the end of two to four words from token k on that nobody knows and that a
// comma and an office close: «قالت ماريا كورينا كذا، زعيمة الحزب»; k where none stand.
func (f *finder) saidBy(k int) int {
	end, proper := k, false
	for end < len(f.Tokens) && end < k+4 && (end == k || f.follows(end)) {
		w := &f.w[end]
		if !w.Has(inBody|letters) || w.Any(known|nisba) && !w.Any(suffixed) || w.Any(particle|people|dated|definite) || w.Head > 0 || f.startsThing(end) {
			break
		}
		proper = proper || f.foreign(end) || f.isGiven(end) && !w.Any(ordinary)
		end++
	}
	if end < k+2 || !proper || f.wordAt(end) != "،" || !f.officeFollows(end) {
		return k
	}
	return end
}

// closes reports whether a name that ends before token k is closed there: by a
// mark, the end of the line, or what begins a clause.
func (f *finder) closes(k int) bool {
	if k >= len(f.Tokens) || f.Tokens[k].Gap >= arabic.Line {
		return true
	}
	switch f.wordAt(k) {
	case "،", ",", ".", ")", ":", "؛", "ان", "بان", "وذلك":
		return true
	}
	return false
}

// governsNoun reports whether an unknown word of native shape stands before a
// noun with the article, as a noun does that governs it: «محاور رزمة المقترحات».
func (f *finder) governsNoun(k int) bool {
	n := &f.w[k+1]
	return f.follows(k+1) && n.Has(definite|noun) && !n.Any(adjective|nisba|given) && !f.isGiven(k) && !f.foreign(k)
}
