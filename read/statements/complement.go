package statements

import (
	"strings"

	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// match is a frame that was met.
type match struct {
	zoneEnd int // token where the mark stands
	content int // first content token
	cut     int // folded bytes of particles before the content in that token
	quote   phrases.Quote
	quoted  bool // the content is the quotation quote
	colon   bool
	weak    bool // an object or preposition, not a clause or quotation
	loose   bool // a preposition that also opens adverbials
	noun    bool // the content is a direct object
	subject span // the noun phrase after the cue, where it bounds the match
	target  span
	source  span // who said it, where the cue only relays
	act     string
	rule    string
}

// complement finds what c governs: the frame whose mark comes first.
func (r *reader) complement(c cue, lim int) (match, bool) {
	best, found := match{}, false
	first := r.subjectStart(c.last, lim)
	np := span{first, first}
	if c.reading.Pronoun == "" || c.finite() {
		np.last = phrases.Extent(r.p, first, phrases.Walk{Limit: lim})
	}
	take := func(m match, f lexicon.Frame) {
		if !found || m.zoneEnd < best.zoneEnd {
			if m.act == "" {
				m.act = f.Act
			}
			best, found = m, true
		}
	}
	for _, f := range c.verb.Frames {
		if m, ok := r.frame(c, f, np, lim); ok {
			if found && loose(f) != loose2(best) && c.verb.Class != "demand" {
				// a clause or quotation counts before a loose preposition
				if loose(f) {
					continue
				}
				found = false
			}
			m.loose = loose(f)
			take(m, f)
		}
	}
	return best, found
}

// subjectStart passes over what may stand between a verb and its subject: a
// date, «فيه», «أيضا», a medium.
func (r *reader) subjectStart(k, lim int) int {
	p := r.p
	for j := k; j < lim && j < k+8; j++ {
		switch w := p.Word(j); {
		case p.Date(j) != nil, w == "ايضا", w == "كذلك", w == "فيه", w == "فيها", w == "له", w == "لها", w == "بدوره", w == "بدورها", w == "عليه", w == "به", w == "بها", w == "مجددا", w == "امس", w == "اليوم":
			k = j + 1
		case (w == "،" || w == ",") && j == k && j > 0 && k > 0 && p.Date(j-1) != nil:
			k = j + 1
		default:
			return k
		}
	}
	return k
}

// loose reports whether a frame's content follows a preposition that also opens
// adverbials (ب، من، في، ل), so that a clause after it is the likelier content.
func loose(f lexicon.Frame) bool {
	s := f.Slots[len(f.Slots)-1]
	if len(f.Slots) > 1 {
		return false
	}
	switch s.Mark {
	case "ب", "من", "في", "ل":
		return true
	}
	return false
}

func loose2(m match) bool { return m.loose }

// frame tries one frame after the cue. np is the noun phrase after the cue,
// taken as the subject unless the frame needs it as its object.
func (r *reader) frame(c cue, f lexicon.Frame, np span, lim int) (match, bool) {
	m := match{subject: np, rule: "statements.clause"}
	pos := np.last
	for n, s := range f.Slots {
		last := n == len(f.Slots)-1
		switch {
		case s.Words != "":
			k, end, ok := r.literal(s.Words, pos, lim)
			if !ok {
				return m, false
			}
			if last {
				m.zoneEnd, m.content, m.weak, m.rule = k, k, true, "statements.literal"
				return m, true
			}
			pos = end
			m.zoneEnd = end
		case s.Mark == "quote":
			return r.quoteMatch(c, m, pos, lim)
		case s.Mark == "ان" || s.Mark == "بان":
			k, ok := r.findClause(c, s.Mark == "بان", pos, lim)
			if !ok {
				return m, false
			}
			m.zoneEnd, m.content = k, k+1
			return r.afterClauseMark(m, lim)
		case s.Mark == "obj":
			next, ok := r.object(c, &m, s, np, pos, last, lim)
			if !ok {
				return m, false
			}
			if last {
				return m, m.content < lim
			}
			pos = next
		default:
			next, ok := r.preposition(&m, s, f.Slots, n, pos, lim)
			if !ok {
				return m, false
			}
			if last {
				return m, m.content < lim && m.content > 0
			}
			pos = next
		}
	}
	return m, false
}

// literal finds the words of a slot at or soon after pos; a final ه stands for
// any pronoun (أمله, أملها).
func (r *reader) literal(words string, pos, lim int) (first, end int, ok bool) {
	parts := strings.Fields(words)
	for k := pos; k < lim && k < pos+4; k++ {
		if r.literalAt(parts, k, lim) {
			return k, k + len(parts), true
		}
		if r.p.Mark(k) || !r.skippable(k) {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

func (r *reader) literalAt(parts []string, k, lim int) bool {
	for n, w := range parts {
		if k+n >= lim || !sameLiteral(r.p.Word(k+n), w) {
			return false
		}
	}
	return true
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

// skippable reports whether token k may stand between a verb and what it
// governs: a date, an adverb.
func (r *reader) skippable(k int) bool {
	return r.p.Date(k) != nil || phrases.Adverb(r.p.Word(k)) && !clauseWord(r.p.Word(k))
}
