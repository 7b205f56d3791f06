package statements

import (
	"strings"

	"mahdar/read/page"
	"mahdar/read/phrases"
)

// literal finds the words of a slot at or soon after pos; a final ه stands for
// any pronoun (أمله, أملها).
func (r *reader) literal(words string, pos, lim int) (first, end int, ok bool) {
	s := r.passable(pos, lim)
	near, to := s.near, s.to
	for k := pos; k < near; k++ {
		if end := r.literalAt(words, k, lim); end > k {
			return k, end, true
		}
	}
	if to > pos {
		if end := r.literalAt(words, to, lim); end > to {
			return to, end, true
		}
	}
	return 0, 0, false
}

// passable is what may be passed over from token pos to reach a literal.
func (r *reader) passable(pos, lim int) *skip {
	kept := &r.skipped[pos&(skips-1)]
	if kept.known && kept.from == pos && kept.lim == lim {
		return kept
	}
	s := skip{from: pos, lim: lim, near: pos, known: true}
	for s.near < lim && s.near < pos+4 {
		s.letters |= letter(r.p.Word(s.near))
		s.near++
		if k := s.near - 1; r.p.Mark(k) || !r.skippable(k) && !intensive(r.p.Word(k)) && !(k == pos && r.describesOwn(k)) {
			break
		}
	}
	s.to = r.skipAdjuncts(pos, lim)
	s.letters |= letter(r.p.Word(s.to))
	*kept = s
	return kept
}

// intensive reports whether w (folded) stands before a noun of feeling to say how much of it
// there is: «أعرب عن بالغ قلقه».
func intensive(w string) bool {
	switch w {
	case "بالغ", "عميق", "شديد", "كامل", "عظيم", "خالص", "تمام", "جزيل", "وافر", "مطلق":
		return true
	}
	return false
}

// describesOwn reports whether the adjective at k goes with the noun with a pronoun or article
// before it: «قلقه البالغ إزاء».
func (r *reader) describesOwn(k int) bool {
	p := r.p
	return k > 0 && p.Has(k, page.Adjective) && p.Has(k, page.Definite) && p.Has(k-1, page.Suffixed|page.Definite) && !p.Named(k) && !r.is(k, hasConj|isAttached)
}

// skips is how many tokens passable remembers at a time: a power of two.
const skips = 8

// letter is a bit for the first letter of a folded word, 0 for none.
func letter(w string) uint64 {
	if len(w) < 2 {
		return 0
	}
	return 1 << (w[1] & 63)
}

// skip remembers what may be passed over from a token to reach a literal: the
// tokens up to near one by one, and the adjuncts up to to.
type skip struct {
	from, lim, near, to int
	letters             uint64 // of the first letters of the words reached
	known               bool
}

// literalAt is the token after words where they stand at token k, k where they do
// not.
func (r *reader) literalAt(words string, k, lim int) int {
	if w := r.p.Word(k); len(w) < 2 || w[0] != words[0] || w[1] != words[1] {
		return k
	}
	for j := k; ; j++ {
		w, rest, more := strings.Cut(words, " ")
		if j >= lim || !sameLiteral(r.p.Word(j), w) && !(!more && sameNoun(r.p.Word(j), w) && r.genitive(j+1, lim)) {
			return k
		}
		if !more {
			return j + 1
		}
		words = rest
	}
}

// sameLiteral compares a word with a frame's literal.
func sameLiteral(have, want string) bool {
	if have == want {
		return true
	}
	base, ok := strings.CutSuffix(want, "ه")
	if !ok || len(base) < 4 || !strings.HasPrefix(have, base) {
		return false
	}
	switch have[len(base):] {
	case "ه", "ها", "هم", "هما", "نا", "ي", "كم":
		return true
	}
	return false
}

// sameNoun reports whether have is the noun of a literal that stands with a pronoun: أمل
// for أمله, رغبة for رغبته, استياء for استيائه.
func sameNoun(have, want string) bool {
	base, ok := strings.CutSuffix(want, "ه")
	if !ok || len(base) < 6 {
		return false
	}
	if stem, ok := strings.CutSuffix(base, "ت"); ok && have == stem+"ه" {
		return true
	}
	if stem, ok := strings.CutSuffix(base, "اي"); ok && have == stem+"اء" {
		return true
	}
	return have == base
}

// genitive reports whether a definite noun or a name stands at token k, whose the noun
// before it is: «أمل بلاده», «استياء الحكومة».
func (r *reader) genitive(k, lim int) bool {
	p := r.p
	return k < lim && (p.Has(k, page.Definite|page.Suffixed) || p.Mention(k) != nil && p.Mention(k).Start == p.Tokens[k].Start) && !p.Has(k, page.Preposition|page.Adverb) && !r.is(k, isAttached)
}

// skippable reports whether token k may stand between a verb and what it
// governs: a date, an adverb.
func (r *reader) skippable(k int) bool {
	return r.p.Dated(k) || r.p.Has(k, page.Adverb) && !r.is(k, isClause|isBian) && !phrases.Demonstrative(r.p.Word(k))
}
