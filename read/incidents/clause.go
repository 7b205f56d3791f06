package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// clause is what follows a token up to the end of its clause; it is read once.
type clause struct {
	comps []complement
	end   int
}

// items are the noun phrases of c.
func (r *reader) items(c *complement) []span { return r.spans[c.from:c.to:c.to] }

// whole is from the first to the last of the noun phrases of c.
func (r *reader) whole(c *complement) span {
	return span{r.spans[c.from].first, r.spans[c.to-1].last}
}

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

// readClause reads what clause keeps: the complements from token i on and their end.
func (r *reader) readClause(i int) ([]complement, int) {
	w := walk{r: r, lim: min(r.sent.Last, i+reach), out: r.spare[:0], end: i}
	for i < w.lim {
		i = w.step(i)
	}
	r.spare = w.out
	return r.keep(w.out), w.end
}

// walk is a clause while it is read. Each of its steps returns the token to go on with, lim
// where the clause ends.
type walk struct {
	r    *reader
	lim  int // the clause ends before it
	out  []complement
	weak bool // after a relative clause or comma: what comes is not surely of the clause
	end  int  // token after the last that surely is
}

// step reads what begins at token i.
func (w *walk) step(i int) int {
	r := w.r
	b := r.bits[i]
	switch {
	case r.p.Tokens[i].Gap >= arabic.Line && i > r.sent.First:
		return w.lim
	case b&(wordDated|wordMark|wordNamed|wordBreaks|wordVerb|wordAdverb|wordAmong) == 0: // most words
	case b&wordDated != 0:
		if !w.weak {
			w.end = i + 1
		}
		return i + 1
	case b&wordMark != 0:
		return w.over(i)
	case b&wordNamed != 0:
	case b&wordBreaks != 0 || i > 0 && b&wordVerb != 0:
		return w.predicate(i)
	case b&(wordAdverb|wordQuantifier) == wordAdverb:
		return i + 1
	case b&wordAmong != 0 && (len(w.out) > 0 || !strings.HasPrefix(r.p.Word(i), "احد")): // who is among them is no other party
		return r.among(i, w.lim)
	}
	if b&(wordAla|wordApart) != 0 {
		if j := r.aside(i); j > i {
			if k := r.goOn(w.out, j, w.lim); k >= j {
				return k
			}
			return w.lim
		}
	}
	if b&(wordTells|wordNamed) == wordTells && r.takesUp(i) {
		return w.lim // هجوم شنه المتمردون
	}
	if b&(wordOccurs|wordNamed) == wordOccurs && (r.has(i-1, wordDeedNoun) || r.has(i-2, wordDeedNoun) && phrases.Adjective(r.p, i-1)) {
		if _, pronoun, ok := r.occurs(i); ok && pronoun {
			return w.lim // غارات شنها الجيش: a predicate
		}
	}
	return w.add(i)
}

// only reports whether one phrase is all that is read, which may be the subject still.
func (w *walk) only() bool { return len(w.out) == 1 && !w.weak }

// over goes over the mark at token i. What is read after a comma is not surely of the clause,
// unless it closes an aside that says who the one phrase before it is.
func (w *walk) over(i int) int {
	r, p := w.r, w.r.p
	comma := p.Has(i, page.Comma)
	if comma && w.only() && w.out[0].mark == markBare && r.apposed(&w.out[0], i, w.lim) {
		return i + 1
	}
	j, ok := r.pass(i, w.lim)
	if !ok && w.only() && comma && (p.Has(i+1, page.Relative) || r.nominalAside(i+1)) {
		j = r.resume(i+1, w.lim)
		ok = j > 0
	}
	if !ok {
		return w.lim
	}
	w.weak = w.weak || comma
	return j
}

// predicate goes over the verb or the particle at token i where the clause goes on after it,
// which it otherwise ends: after «ما لا يقل عن», with what something is called, after a clause
// put in.
func (w *walk) predicate(i int) int {
	r := w.r
	j := r.atLeast(i, w.lim) // ما لا يقل عن عشرين
	if k := r.calledSo(i, w.lim); k > i {
		end := max(r.phrase(k, w.lim, true), k+1)
		from := int32(len(r.spans))
		r.spans = append(r.spans, span{k, end})
		w.out = append(w.out, complement{mark: markBare, weak: w.weak, at: int32(i), from: from, to: from + 1})
		return end
	}
	if j == i && !w.weak && r.inner(i) {
		j = i + 1
	}
	if j == i && w.only() {
		j = r.resume(i, w.lim)
		w.weak = j > 0
	}
	if j <= i {
		return w.lim
	}
	return j
}

// add adds the phrase at token i, if one stands there.
func (w *walk) add(i int) int {
	r := w.r
	c := r.complementAt(i, w.lim)
	if int(c.next) <= i {
		return i + 1
	}
	if c.to > c.from {
		w.out = append(w.out, c.complement)
		w.out[len(w.out)-1].weak = w.weak
		if !w.weak {
			w.end = r.spans[c.to-1].last
		}
	}
	return int(c.next)
}

// takesUp reports whether token i is a past verb whose pronoun takes up the noun before it, with
// no relative pronoun: «هجوم شنه المتمردون».
func (r *reader) takesUp(i int) bool {
	if !r.has(i-1, wordDeedNoun) || r.named(i-1) || phrases.Definite(r.p, i-1) {
		return false
	}
	_, _, ok := r.p.Find(i, lexicon.DeedWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return s.Tense == arabic.Past && (rd.Pronoun == "ه" || rd.Pronoun == "ها") && rd.Cut == 0
	})
	return ok
}

// inner reports whether token i is the verb of a relative clause that says of talks told in
// passing that they were held, after which the clause goes on: «توصل الطرفان بعد مباحثات جرت
// في عدن إلى اتفاق».
func (r *reader) inner(i int) bool {
	if !r.has(i, wordOccurs) || !r.has(i-1, wordDeedNoun) || r.has(i-1, wordNamed) || phrases.Definite(r.p, i-1) || !r.after(i-2) && r.p.Word(i-2) != "خلال" {
		return false
	}
	v, pronoun, _ := r.occurs(i)
	return !pronoun && v != nil && (v.ID == "occurs-jara" || v.ID == "occurs-aqada" || v.ID == "occurs-istamarra" || v.ID == "occurs-in-aqada")
}

// apposed reports whether the comma at token i closes an aside inside the phrase before it that
// says who that is, after which the clause goes on: «زار سالم الأحمر، وزير الخارجية، عدن».
func (r *reader) apposed(c *complement, i, lim int) bool {
	p := r.p
	s := r.spans[c.to-1]
	if s.last != i || i+1 >= lim || p.Mark(i+1) || r.dated(i+1) || r.breaks(i+1) || r.verbal(i+1) || r.joined(i+1) {
		return false
	}
	for k := s.first + 1; k < i; k++ {
		if p.Has(k, page.Comma) {
			return true
		}
	}
	return false
}

// nominalAside reports whether token i begins an aside that says who the subject is:
// «الحركة، وهي جماعة مسلحة، على المدينة».
func (r *reader) nominalAside(i int) bool {
	switch r.p.Word(i) {
	case "وهو", "وهي", "وهم", "وهما":
		return true
	}
	return false
}

// among is the token after those whom «بينهم» at token i names: «بينهم ضابط وطبيب».
func (r *reader) among(i, lim int) int {
	i = max(i+1, r.phrase(i+1, lim, true))
	for i < lim && (r.joined(i) || r.p.Word(i) == "و" && r.number(i+1)) {
		if r.p.Word(i) == "و" {
			i++
		}
		next := r.phrase(i, lim, true)
		if next <= i {
			break
		}
		i = next
	}
	return i
}

// aside is the token after words at token i that are no complement of anything: «على
// الأقل», the participle of «الحي الواقع تحت سيطرة …»; i where none stand.
func (r *reader) aside(i int) int {
	switch w := r.p.Word(i); w {
	case "علي":
		switch r.p.Word(i + 1) {
		case "الاقل", "الاكثر", "الارجح", "التوالي":
			return i + 2
		}
	case "بشكل", "بصوره": // بشكل عنيف
		if i+1 < r.sent.Last && !r.p.Mark(i+1) && !r.has(i+1, wordPrep) {
			return i + 2
		}
	case "نفسه", "نفسها", "انفسهم", "نفسيهما", "انفسهما":
		if i > r.sent.First && (r.named(i-1) || phrases.Definite(r.p, i-1)) && !r.blewUp(i) {
			return i + 1 // الرئيس نفسه
		}
	case "الواقع", "الواقعه", "الواقعين", "الواقعتين":
		if i > r.sent.First && !r.p.Mark(i-1) {
			return i + 1
		}
	}
	return i
}

// blewUp reports whether the verb of blowing up stands shortly before «نفسه» at token i, which
// is its object: «فجر أحد المهاجمين نفسه».
func (r *reader) blewUp(i int) bool {
	for k := i - 1; k >= r.sent.First && k > i-6; k-- {
		if strings.Contains(r.p.Word(k), "فجر") {
			return true
		}
	}
	return false
}

// goOn adds to the last of the phrases in hand what is joined to it after an aside up to
// token i, and returns the token after it: «ثلاثة جنود على الأقل وأربعة مدنيين»; 0 where
// another deed is told.
func (r *reader) goOn(out []complement, i, lim int) int {
	if r.has(i, wordTells) && !r.named(i) && strings.HasPrefix(r.p.Word(i), "و") {
		return 0
	}
	for i < lim && len(out) > 0 && (r.joined(i) || r.p.Word(i) == "و" && r.number(i+1)) {
		if r.p.Word(i) == "و" {
			i++
		}
		end := r.phrase(i, lim, true)
		if end <= i {
			break
		}
		c := &out[len(out)-1]
		from := int32(len(r.spans))
		r.spans = append(append(r.spans, r.items(c)...), span{i, end})
		c.from, c.to = from, int32(len(r.spans))
		i = end
	}
	return i
}

// surely is a token before which the clause from token i on ends, with a relative
// verb after it: it is found without reading the clause, and not too early.
func (r *reader) surely(i int) int {
	p := r.p
	lim := min(r.sent.Last, i+2*reach)
	for i < lim {
		switch b := r.bits[i]; {
		case b&(wordNamed|wordDated|wordMark|wordVerb|wordBreaks) == 0 || b&(wordNamed|wordDated) != 0:
		case b&wordMark != 0:
			if p.Has(i, page.Colon|page.Semicolon) {
				return i
			}
			if !p.Has(i, page.Comma|page.Stop) {
				return lim // what brackets and quotation marks hold is passed over
			}
		case b&wordVerb != 0 || p.Has(i, page.Adverb|page.Preposition|page.Relative):
			if p.Word(i) == "ما" || r.resume(i, lim) > 0 {
				i = max(i, r.atLeast(i, lim)-1)
				break
			}
			for i < lim && (p.Has(i, page.Comma|page.Relative) || r.dated(i) || r.has(i, wordWas)) {
				i++
			}
			return min(i+1, lim)
		}
		i++
	}
	return lim
}

// both are the complements of two clauses.
func (r *reader) both(a, b []complement) []complement {
	if len(a) == 0 || len(b) == 0 {
		return append(a[:len(a):len(a)], b...)
	}
	r.spare = append(append(r.spare[:0], a...), b...)
	return r.keep(r.spare)
}

// keep copies complements to where they stay: a piece at a time, so that none is
// copied again.
func (r *reader) keep(list []complement) []complement {
	if len(list) == 0 {
		return nil
	}
	if cap(r.comps)-len(r.comps) < len(list) {
		r.comps = make([]complement, 0, max(64, len(list), 2*cap(r.comps)))
	}
	from := len(r.comps)
	r.comps = append(r.comps, list...)
	return r.comps[from:len(r.comps):len(r.comps)]
}

// atLeast is the number after «ما لا يقل عن» and its like at token i, i where none
// stands.
func (r *reader) atLeast(i, lim int) int {
	if r.p.Word(i) != "ما" {
		return i
	}
	for k := i + 1; k < min(lim, i+5); k++ {
		if r.number(k) {
			return k
		}
		switch r.p.Word(k) {
		case "لا", "يقل", "عن", "يزيد", "يصل", "الي", "علي", "يقارب", "يناهز", "يتجاوز", "مجموعه", "تقل", "تزيد", "تصل", "تقارب", "تناهز", "تتجاوز":
		default:
			return i
		}
	}
	return i
}

// calledSo is the token with ب that tells what «ما» at token i is called: «ما وصفته الحكومة
// بأهداف إرهابية»; i where none stands.
func (r *reader) calledSo(i, lim int) int {
	p := r.p
	if p.Word(i) != "ما" || i == r.sent.First {
		return i
	}
	switch w := p.Word(i + 1); {
	case strings.HasPrefix(w, "وصف"), strings.HasPrefix(w, "تصف"), strings.HasPrefix(w, "يصف"), strings.HasPrefix(w, "اسم"), strings.HasPrefix(w, "سم"):
	default:
		return i
	}
	for k := i + 2; k < min(lim, i+7); k++ {
		if p.Word(k) == "ب" || p.Word(k) == "بـ" {
			for k++; k < lim && p.Mark(k); k++ {
			}
			return min(k, lim-1)
		}
		if r.attached(k) == markBi {
			return k
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
		if !p.Mark(k) {
			continue
		}
		if p.Has(k, page.Comma) {
			if r.breaks(k+1) || r.verbal(k+1) || strings.HasPrefix(p.Word(k+1), "و") || p.Mark(k+1) {
				return 0
			}
			return k + 1
		}
		if p.Tokens[k].Kind != arabic.Quote {
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
		for j < lim && r.dated(j) {
			j++
		}
		if j >= lim || p.Mark(j) && p.Word(j) != "«" {
			return i + 1, j < lim && r.dated(i+1)
		}
		if r.breaks(j) || r.verbal(j) || p.Word(j) == "الي" && p.Word(j+1) == "ذلك" { // إلى ذلك قال
			return 0, false
		}
		return j, true
	case ":", "؛", ".", "؟", "!", "?", ";", "...":
		return 0, false
	}
	return i + 1, true
}
