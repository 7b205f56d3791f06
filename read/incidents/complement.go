package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// complement is a phrase beside a verb or noun: its preposition and the noun phrases
// under it, joined by و.
type complement struct {
	mark     mark
	weak     bool  // after a relative clause or comma: not surely of this verb
	at       int32 // token of the preposition or of the phrase
	from, to int32 // the noun phrases, among the reader's spans
}

// verbal reports whether token i begins a new predicate: a finite verb with or
// without و.
func (r *reader) verbal(i int) bool { return r.of(i)&(wordVerb|wordNamed) == wordVerb }

// complementAt is the phrase at token i. Under the same limit, which is the end of the
// sentence most of the time, it is read once for all clauses that it stands in. It
// holds until the next one is read.
func (r *reader) complementAt(i, lim int) *piece {
	if n := r.pieceAt[i]; n > 0 {
		if k := &r.pieces[n-1]; int(k.lim) == lim {
			return k
		}
	}
	r.pieces = append(r.pieces, piece{})
	r.pieceAt[i] = int32(len(r.pieces))
	c := &r.pieces[len(r.pieces)-1]
	c.at, c.lim = int32(i), int32(lim)
	c.next = int32(r.complement(&c.complement, i, lim))
	return c
}

// piece is a complement with the token after it, under a limit.
type piece struct {
	complement
	next, lim int32
}

// complement reads into c the phrase at token i, and returns the token after it.
func (r *reader) complement(c *complement, i, lim int) int {
	p := r.p
	c.from, c.to = int32(len(r.spans)), int32(len(r.spans))
	start := r.opening(c, i, lim)
	for start < lim && (p.Mark(start) && p.Tokens[start].Kind == arabic.Quote || p.Word(start) == "كل" && c.mark != markBare || p.Word(start) == "كلا") {
		start++
	}
	if start < lim && start > i && (r.dated(start) || r.breaks(start) && p.Word(start) != "ما") {
		return start
	}
	if start < lim && p.Word(start) == "من" && start > i { // مع كل من
		start++
	}
	for start < lim {
		end := r.phrase(start, lim, c.mark == markBare)
		if end <= start {
			break
		}
		end = r.longer(c, start, end, lim)
		r.spans = append(r.spans, span{start, end})
		c.to++
		next := end
		if next < lim && (p.Word(next) == "،" || p.Word(next) == ",") && r.goesOn(c, next, lim) {
			next++
		}
		if next+1 < lim && p.Word(next) == "و" && r.number(next+1) {
			start = next + 1
			continue
		}
		if next >= lim || !r.joined(next) {
			return end
		}
		start = next
	}
	if c.to == c.from {
		return max(start, i+1)
	}
	return r.spans[c.to-1].last
}

// opening sets the mark of the complement at token i, by its preposition or by the one its first
// word carries, and returns the token at which its noun phrase may begin.
func (r *reader) opening(c *complement, i, lim int) int {
	p := r.p
	if r.of(i)&(wordPrep|wordNamed) == wordPrep {
		mark, _ := preposition(p.Word(i))
		c.mark = mark
		if mark == markNahw && r.number(i+1) {
			c.mark = markBare
		}
		return i + 1
	}
	if b := r.of(i); b&(bareArea|wordNamed) == bareArea && i+1 < lim && sideOf(p.Word(i)) && (r.named(i+1) || phrases.Definite(p, i+1)) {
		c.mark = markFi // شرقي البلاد
	} else if mark := r.attached(i); mark != markBare {
		c.mark = mark
		if w := p.Word(i); (w == "بكل" || w == "لكل") && p.Word(i+1) == "من" { // اجتمع بكل من
			return i + 1
		}
	}
	return i
}

// longer is the end of a noun phrase at token start that ends before token end by itself, with
// the name in apposition to it or the genitive with ل that still belongs to it.
func (r *reader) longer(c *complement, start, end, lim int) int {
	if end < lim && c.mark != markBare && r.has(start, bareArea) && r.placeAt(end) && r.noName(start, end) { // في العاصمة القمرية ندى
		end = max(end, r.phrase(end, lim, false))
	}
	if end < lim && r.attached(end) == markLi && r.office(start, end) && !r.aim(end) { // مبعوث الرئيس للمنطقة سالم
		end = max(end, r.phrase(end, lim, false))
	}
	if end < lim && c.mark == markBayn && r.attached(end) == markLi && (r.named(end) || loyal(r.p.Word(end-1))) {
		end = max(end, r.phrase(end, lim, false)) // بين قوات الدفاع للإقليم والحركة
	}
	return end
}

// goesOn reports whether the noun phrases of c go on after the comma at token k: with a name, or
// with a second party or officer that is joined to the first.
func (r *reader) goesOn(c *complement, k, lim int) bool {
	return k+1 < lim && r.joined(k+1) && (r.named(k+1) || c.mark == markBayn && c.to == c.from+1 || c.to == c.from+1 && r.named(k-1) && (c.mark == markBare && r.person(k-1) && r.officeAt(k+1)) || c.mark == markMin && c.to == c.from+1 && r.side(c))
}

// sideOf reports whether w says on which side of a place something is: «قتل جنديان شرقي
// البلاد».
func sideOf(w string) bool {
	switch w {
	case "شمالي", "جنوبي", "شرقي", "غربي":
		return true
	}
	return false
}

// aim reports whether the word with ل at token i says for what something is done, so that
// it is of no office: «مع المعارضة للخروج من الأزمة».
func (r *reader) aim(i int) bool {
	if r.named(i) {
		return false
	}
	switch stem(r.bare(i)) {
	case "خروج", "عمل", "مساعد", "مشارك", "مساهم", "تبادل", "بحث", "مناقش":
		return true
	}
	return r.deedNoun(i)
}

// loyal reports whether an adjective (folded) says whose somebody is with ل after it:
// «القوات الموالية للرئيس».
func loyal(w string) bool {
	switch strings.TrimPrefix(w, "ال") {
	case "مواليه", "موالين", "تابعه", "تابعين", "مويده", "مويدين", "مناهضه", "معارضه", "داعمه", "داعمين":
		return true
	}
	return false
}

// person reports whether token i is of the name of a person.
func (r *reader) person(i int) bool {
	m := r.p.Mention(i)
	return m != nil && m.Type == fact.Person
}

// placeAt reports whether the name of a place begins at token i, with nothing before
// it.
func (r *reader) placeAt(i int) bool {
	m := r.p.Mention(i)
	return m != nil && m.Type == fact.Location && m.Start == r.p.Tokens[i].Start
}

// noName reports whether no name stands in tokens [i, k).
func (r *reader) noName(i, k int) bool {
	for ; i < k; i++ {
		if r.named(i) {
			return false
		}
	}
	return true
}

// attached is the preposition that token i carries: ب، ل, or none.
func (r *reader) attached(i int) mark {
	if r.of(i)&(wordNamed|withBa|withLam|wordQuantifier) == 0 {
		return markBare
	}
	return r.particleOf(i)
}

// particleOf is attached for a name and for a word that may carry one.
func (r *reader) particleOf(i int) mark {
	p := r.p
	if m := p.Mention(i); m != nil {
		if m.Start <= p.Tokens[i].Start {
			return markBare
		}
		for _, rd := range p.Readings[i] {
			if rd.Cut > 0 && p.Inner(i, int(rd.Cut)) == m.Start {
				return letter(rd.Prep)
			}
		}
		switch w := p.Word(i); {
		case strings.HasPrefix(w, "ب"), strings.HasPrefix(w, "وب"):
			return markBi
		case strings.HasPrefix(w, "ل"), strings.HasPrefix(w, "ول"):
			return markLi
		}
		return markBare
	}
	if p.Word(i) == "بعده" && i+1 < len(p.Tokens) && !phrases.Definite(p, i+1) && p.Is(i+1, lexicon.Common) {
		return markBi // بعدة جولات
	}
	switch {
	case r.has(i, withBa):
		return markBi
	case r.has(i, withLam):
		return markLi
	}
	return markBare
}

// joined reports whether token i is a noun or name with و before it.
func (r *reader) joined(i int) bool {
	if r.has(i, wordNamed) {
		return r.nameJoined(i)
	}
	return r.of(i)&(wordJoined|wordDated) == wordJoined
}

// nameJoined is joined for a token of a name.
func (r *reader) nameJoined(i int) bool {
	p := r.p
	return strings.HasPrefix(p.Word(i), "و") && !r.dated(i) && p.Mention(i).Start > p.Tokens[i].Start && r.attached(i) == markBare
}
